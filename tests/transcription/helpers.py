"""Documents in, plans out: a made-up ward with its catalogues, and the command that drafts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kehoach.files import store
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.model.work import Task
from tests.cli.helpers import Result, run

UNITS = """\
format: kehoach/units/1

wards:
  tinh-mau: {name: Tỉnh Mẫu, type: tỉnh, code: "99"}
  mau: {name: Mẫu, type: phường, code: "00000", province: tinh-mau, place_line: Phường Mẫu}

units:
  tinh-mau/ubnd: {name: Ủy ban nhân dân tỉnh, aliases: [UBND tỉnh]}
  mau/ubnd: {name: Ủy ban nhân dân phường Mẫu, aliases: [UBND phường, Ủy ban nhân dân phường]}
  mau/dang-uy: {name: Đảng ủy phường Mẫu, aliases: [Đảng ủy phường]}
  mau/phong-kinh-te: {name: "Phòng Kinh tế, Hạ tầng và Đô thị"}
  mau/phong-vhxh: {name: Phòng Văn hóa - Xã hội, aliases: [phòng VHXH]}
  mau/van-phong: {name: Văn phòng HĐND và UBND phường}
  mau/cong-an: {name: Công an phường}
  mau/bch-quan-su: {name: Ban Chỉ huy Quân sự phường}
  mau/mttq: {name: Ủy ban Mặt trận Tổ quốc Việt Nam phường, aliases: [UBMTTQ phường]}
"""
INDICATORS = """\
format: kehoach/indicators/1
bhyt: {name: Tỷ lệ dân số tham gia bảo hiểm y tế, unit: "%", direction: up, field: xa-hoi, cap: 100, aliases: [BHYT]}
ho-ngheo: {name: Tỷ lệ hộ nghèo, unit: "%", direction: down, field: xa-hoi}
gtsx: {name: Tổng giá trị sản xuất, unit: tỷ đồng, direction: up, field: kinh-te}
gtsx-dich-vu: {name: Giá trị sản xuất khu vực dịch vụ, unit: tỷ đồng, direction: up, field: kinh-te}
doanh-nghiep: {name: Số doanh nghiệp đang hoạt động, unit: doanh nghiệp, direction: up, field: kinh-te}
thu-ngan-sach: {name: Thu ngân sách nhà nước trên địa bàn, unit: tỷ đồng, direction: up, field: kinh-te}
truong-chuan: {name: Tỷ lệ trường học đạt chuẩn quốc gia, unit: "%", direction: up, field: giao-duc, cap: 100}
phong-hoc-tm: {name: Tỷ lệ trường học có phòng học thông minh, unit: "%", direction: up, field: giao-duc, cap: 100}
khong-ma-tuy: {name: Phường không ma túy, direction: up, field: quoc-phong-an-ninh, type: state}
an-ninh: {name: "An ninh chính trị, trật tự an toàn xã hội được giữ vững", direction: up, field: quoc-phong-an-ninh, type: state}
do-thi-van-minh: {name: Phường đạt chuẩn đô thị văn minh, direction: up, field: do-thi, type: state}
nhap-ngu: {name: Hoàn thành chỉ tiêu tuyển chọn và gọi công dân nhập ngũ, unit: "% kế hoạch giao", direction: up, field: quoc-phong-an-ninh}
"""
REFERENCES = """\
format: kehoach/references/1
nq-57-tw: {kind: NQ, number: 57-NQ/TW, date: "2024-12-22", issuer: Bộ Chính trị, title: về đột phá phát triển khoa học và công nghệ}
kh-9-ubnd-tinh: {kind: KH, number: 9/KH-UBND, date: "2026-01-05", issuer: Ủy ban nhân dân tỉnh, title: về phát triển kinh tế - xã hội}
nq-dai-hoi-mau: {kind: NQ, issuer: Đại hội đại biểu Đảng bộ phường Mẫu lần thứ I, title: "Nghị quyết Đại hội đại biểu Đảng bộ phường Mẫu lần thứ I, nhiệm kỳ 2025 - 2030"}
luat-dat-dai: {title: Luật Đất đai}
"""
HEAD = """\
ỦY BAN NHÂN DÂN
PHƯỜNG MẪU

Số: 07/KH-UBND

Phường Mẫu, ngày 03 tháng 02 năm 2026

KẾ HOẠCH
Phát triển phường Mẫu giai đoạn 2026 - 2030

Thực hiện Kế hoạch số 09/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh về phát triển kinh tế - xã hội, Ủy ban nhân dân phường ban hành Kế hoạch như sau:

"""


@dataclass(frozen=True)
class Drafted:
    """A plan that was drafted, with the text it was read from and what was said of it."""

    plan: Plan
    text: str
    said: str

    def target(self, clause: str) -> Target:
        (found,) = [target for target in self.plan.targets if target.clause == clause]
        return found

    def task(self, clause: str) -> Task:
        (found,) = [task for task in self.plan.tasks if task.clause == clause]
        return found


def registry(folder: Path) -> Path:
    """Write the ward's catalogues into ``folder/data`` and return that path."""
    data = folder / "data"
    (data / "plans" / "mau").mkdir(parents=True, exist_ok=True)
    for name, text in (("units", UNITS), ("indicators", INDICATORS), ("references", REFERENCES)):
        (data / f"{name}.yaml").write_text(text, "utf-8")
    return data


def draft(folder: Path, source: Path, *more: str) -> Result:
    """Run ``kehoach draft`` on a document of the made-up ward."""
    return run("draft", str(source), "--ward", "mau", *more, data=registry(folder))


def drafted(folder: Path, body: str, head: str = HEAD) -> Drafted:
    """Draft a text document with this body and return the plan, which must load without a fault."""
    source = folder / "van-ban.txt"
    source.write_text(head + body, "utf-8")
    return loaded(draft(folder, source))


def loaded(result: Result) -> Drafted:
    """Return the plan that a draft printed."""
    assert result.status == 0, result.err
    plan, problems = store.read_bytes(result.out.encode(), "nhap.yaml", "plan")
    assert not problems, problems
    return Drafted(plan, result.out, result.err)


def listed(folder: Path, sentence: str) -> tuple[Target, ...]:
    """Return the targets of one sentence in a list of targets."""
    return drafted(folder, f"I. CHỈ TIÊU CHỦ YẾU\n\n- {sentence}\n").plan.targets
