"""The work in a made-up plan: tasks that carry its targets, rows of its project list, misprints."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING

from bench.synthetic.forms import Tree
from bench.synthetic.measures import BY_SLUG, figure

if TYPE_CHECKING:
    from bench.synthetic.plans import Desk

_OPENINGS = (
    "Rà soát, lập danh sách", "Xây dựng kế hoạch thực hiện", "Theo dõi, đôn đốc", "Tổ chức kiểm tra", "Tuyên truyền, vận động nhân dân về",
    "Hướng dẫn các thôn, tổ dân phố thực hiện", "Tổng hợp, báo cáo", "Tham mưu giải pháp nâng cao", "Bố trí nguồn lực cho", "Sơ kết, đánh giá",
    "Ứng dụng công nghệ số trong quản lý", "Phối hợp với cơ quan chuyên môn cấp trên để cải thiện", "Phân công cán bộ phụ trách",
    "Công khai kết quả thực hiện", "Huy động nguồn lực xã hội hóa cho", "Tập huấn nghiệp vụ phục vụ", "Khảo sát thực trạng", "Đưa vào tiêu chí thi đua",
    "Nhân rộng mô hình hay về", "Xử lý tồn tại, hạn chế về", "Cập nhật cơ sở dữ liệu về", "Giao ban hằng tháng về",
)  # fmt: skip
_ENDINGS = (
    "bảo đảm hoàn thành chỉ tiêu được giao trong thời gian quy định",
    "gắn với trách nhiệm của người đứng đầu cơ quan, đơn vị",
    "kịp thời tháo gỡ khó khăn, vướng mắc phát sinh từ cơ sở",
    "báo cáo Ủy ban nhân dân kết quả trước ngày 20 hằng tháng",
)
_PRODUCTS = ("Kế hoạch", "Báo cáo kết quả", "Danh sách được phê duyệt", "Quyết định phê duyệt", "Phương án", "Biên bản kiểm tra")
_RESOURCES = ("ngân sách địa phương", "ngân sách cấp trên hỗ trợ", "nguồn xã hội hóa", "dự toán chi thường xuyên đã giao")
_BUILDINGS = (
    "Trường Mầm non", "Trường Tiểu học", "Trường Trung học cơ sở", "Nhà văn hóa thôn", "Trạm Y tế", "Chợ trung tâm", "Đường trục chính", "Kè sông",
    "Khu xử lý chất thải", "Công viên cây xanh", "Khu tái định cư", "Hệ thống thoát nước",
)  # fmt: skip
_MISPRINTS = (
    ("Phân đấu", "Phấn đấu"),
    ("chuyên đổi số", "chuyển đổi số"),
    ("kiếm tra", "kiểm tra"),
    ("nân cao", "nâng cao"),
    ("trển khai", "triển khai"),
)
UNITS = ("phong-kt", "phong-vhxh", "van-phong", "cong-an", "bch-quan-su", "mttq", "tram-y-te")


def tasks(desk: Desk, targets: list[Tree], first: int, last: int, count: int) -> Iterator[Tree]:
    """Yield *count* tasks under III.1 to III.4; most carry one or two of *targets*."""
    rng = desk.rng
    numbers = dict.fromkeys(range(1, 5), 0)
    chosen = rng.sample(targets, min(count, len(targets))) + [rng.choice(targets) for _ in range(count - len(targets))]
    for target in sorted(chosen, key=group_of):
        group = group_of(target)
        numbers[group] += 1
        opening, words = rng.choice(_OPENINGS), BY_SLUG[target["indicator"]].words
        support = tuple(desk.unit(unit) for unit in rng.sample(UNITS, rng.choice((0, 0, 1, 2, 3))))
        tree: Tree = {
            "id": f"t-iii-{group}-{numbers[group]}",
            "clause": f"III.{group}.({numbers[group]})",
            "title": f"{opening} {words}",
            "quote": f"Chủ trì, phối hợp với các đơn vị liên quan {opening[0].lower()}{opening[1:]} {words}, {rng.choice(_ENDINGS)}",
            "lead": (desk.unit({1: "phong-kt", 2: "phong-vhxh", 3: "van-phong", 4: "cong-an"}[group]),) if rng.random() < 0.94 else (),
            "support": support,
            "when": target["when"] if rng.random() < 0.6 else _time(rng, first, last),
            "targets": (target["id"],) if rng.random() < 0.85 else (),
        }
        if rng.random() < 0.6:
            tree["product"] = f"{rng.choice(_PRODUCTS)} về {words}"
        if rng.random() < 0.3:
            tree["resources"] = rng.choice(_RESOURCES)
        if rng.random() < 0.2:
            tree["authority"] = "Ủy ban nhân dân phê duyệt"
        yield {key: value for key, value in tree.items() if value != ()}


def group_of(target: Tree) -> int:
    """Return the part of the plan (II.1 to II.4) that a target stands in."""
    return int(target["clause"].split(".")[1])


def _time(rng: Random, first: int, last: int) -> object:
    year = rng.randint(first, last)
    return rng.choice(
        (
            {"by": year},
            {"by": f"{year}-Q{rng.randint(1, 4)}"},
            {"by": f"{year}-{rng.randint(1, 12):02d}"},
            {"by": f"{year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"},
            {"each_year": "period"},
            {"each_year": "period"},
            {"over": (str(first), str(last))},
            {"since": str(first)},
            "ongoing",
            "ongoing",
            "undated",
        )
    )


def projects(desk: Desk, first: int, last: int, count: int) -> Iterator[Tree]:
    """Yield *count* rows of PL01."""
    rng = desk.rng
    for number in range(1, count + 1):
        tree: Tree = {
            "id": f"p-pl01-{number}",
            "clause": f"PL01.{number}",
            "name": f"{rng.choice(('Xây dựng', 'Cải tạo, nâng cấp', 'Mở rộng'))} {rng.choice(_BUILDINGS)} {desk.ward.name} {number}",
            "owner": f"Ban Quản lý dự án {desk.ward.full}" if rng.random() < 0.8 else None,
            "funding": f"Vốn {rng.choice(_RESOURCES)}" if rng.random() < 0.8 else None,
            "when": rng.choice(({"by": last}, {"by": first}, {"over": (str(first), str(last))}, None)),
            "area": {"value": figure(rng.uniform(0.2, 48), 2), "unit": "ha"} if rng.random() < 0.6 else None,
            "lead": (desk.unit("phong-kt"),) if rng.random() < 0.7 else None,
            "state": rng.choice((None, "đang triển khai", "chuẩn bị đầu tư")),
            "same_as": "p-pl01-1" if number > 4 and rng.random() < 0.2 else None,
        }
        yield {key: value for key, value in tree.items() if value is not None}


def corrections(rng: Random) -> Iterator[Tree]:
    """Yield the misprints of a document."""
    for printed, meant in rng.sample(_MISPRINTS, rng.randint(0, 3)):
        yield {
            "clause": f"III.{rng.randint(1, 4)}.(1)",
            "printed": printed,
            "read_as": meant,
            "kind": rng.choice(("scan", "issuer", "unsure")),
        }
