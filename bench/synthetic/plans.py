"""The tree of a made-up plan: head, headings, targets of every form, the tasks that carry them, projects, citations."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from random import Random
from typing import Any

from bench.synthetic import forms, names, work
from bench.synthetic.forms import Ask, Tree
from bench.synthetic.measures import MEASURES, Levels, Measure
from bench.synthetic.names import Place

GROUPS = {
    "kinh-te": 1, "do-thi": 1, "moi-truong": 1, "van-hoa": 2, "giao-duc": 2, "y-te": 2, "xa-hoi": 2,
    "hanh-chinh": 3, "doan-the": 3, "quoc-phong-an-ninh": 4,
}  # fmt: skip
LEADS = {1: "phong-kt", 2: "phong-vhxh", 3: "van-phong", 4: "cong-an"}
_HEADINGS = {1: "Kinh tế, đô thị, môi trường", 2: "Văn hóa - xã hội", 3: "Chính quyền, cải cách hành chính", 4: "Quốc phòng - an ninh"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A document that every ward issues. ``shift`` takes promises away from (or adds them to) the average."""

    slug: str
    kind: str
    title: str
    issued: str
    first: int
    last: int
    issuer: str = "ubnd"
    shift: int = 0
    open: bool = False


KINDS = (
    Kind(slug="chuong-trinh-hanh-dong-2025-2030", kind="CTr", first=2025, last=2030, issued="2025-11-14", shift=3,
         title="Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ {ward} lần thứ I, nhiệm kỳ 2025 - 2030"),
    Kind(slug="ke-hoach-2026-2030", kind="KH", first=2026, last=2030, issued="2026-02-10", shift=4,
         title="Phát triển kinh tế - xã hội, quốc phòng - an ninh của {ward} giai đoạn 2026 - 2030"),
    Kind(slug="ke-hoach-2026", kind="KH", first=2026, last=2026, issued="2026-01-08",
         title="Nhiệm vụ trọng tâm phát triển kinh tế - xã hội của {ward} năm 2026"),
    Kind(slug="ke-hoach-2027", kind="KH", first=2027, last=2027, issued="2027-01-06",
         title="Nhiệm vụ trọng tâm phát triển kinh tế - xã hội của {ward} năm 2027"),
    Kind(slug="cong-van-giao-chi-tieu", kind="CV", first=2026, last=2027, issued="2026-04", shift=-3, open=True,
         title="Giao chỉ tiêu và phân công nhiệm vụ cho các cơ quan, đơn vị thuộc {ward}"),
)  # fmt: skip


@dataclass(slots=True)
class Desk:
    """What the plans of one ward share: where it stands, and what it has promised so far (measure → reference and target)."""

    ward: Place
    province: Place
    rng: Random
    levels: Levels
    promised: dict[str, tuple[str, Tree]] = field(default_factory=dict)

    def unit(self, name: str) -> str:
        """Return the reference of one of the ward's units."""
        return f"{self.ward.slug}/{name}"


def plan(desk: Desk, kind: Kind) -> Tree:
    """Return the tree of one plan; what it promises first is remembered on the desk, for later plans to restate."""
    rng = desk.rng
    targets = _targets(desk, kind)
    tasks = work.tasks(desk, targets, kind.first, kind.last, 30 + kind.shift + rng.randint(-4, 4))
    projects = work.projects(desk, kind.first, kind.last, rng.randint(0, 6) if kind.slug.startswith("ke-hoach-2026") else 0)
    return {
        **_head(desk, kind, bool(projects)),
        "targets": tuple(targets),
        "tasks": tuple(tasks),
        "projects": tuple(projects),
        **_tail(desk),
    }


def _targets(desk: Desk, kind: Kind) -> list[Tree]:
    rng, ask = desk.rng, Ask(desk.rng, desk.levels, kind.first, kind.last, kind.open)
    free = rng.sample(MEASURES, len(MEASURES))
    slots = [slot for slot in forms.SLOTS if not (kind.open and slot[0] in forms.SPANNING)]
    slots += [rng.choice(forms.SLOTS[-3:]) for _ in range(kind.shift)]
    for _ in range(-kind.shift):
        slots.pop(rng.randrange(len(slots)))
    made: list[tuple[Measure, Tree]] = []
    for form, kinds in slots:
        measure = next((m for m in free if m.kind in kinds), None)
        if measure is None:
            continue
        free.remove(measure)
        made.append((measure, _dressed(desk, kind, measure, form(ask, measure))))
    made.sort(key=lambda pair: GROUPS[pair[0].field])
    return list(_placed(desk, kind, made))


def _dressed(desk: Desk, kind: Kind, measure: Measure, tree: Tree) -> Tree:
    """Add what a promise may carry besides: an earlier statement, a source it is borrowed from, a remark."""
    rng, (first, said) = desk.rng, desk.promised.get(measure.slug, ("", {}))
    chance = rng.random()
    if first and chance < 0.25 and not kind.open and said["when"] == {"by": kind.last}:
        if chance < 0.2:  # the same words again; else a promise that differs, as happens
            tree = {key: value for key, value in said.items() if key not in ("lead", "lead_at")}
        tree["restates"] = first
    elif first and chance < 0.3:
        tree["supersedes"] = first
    elif chance > 0.95:
        tree["from_ref"] = f"kh-109-{desk.province.slug}"
    elif chance > 0.92:
        tree["note"] = "Số liệu gốc ghi ở phụ lục; cần đối chiếu khi sơ kết."
    return tree


def _placed(desk: Desk, kind: Kind, made: list[tuple[Measure, Tree]]) -> Any:
    """Yield the targets with id, clause and lead; a whole is followed by a part of it ("trong đó") now and then."""
    counts: dict[int, int] = {}
    for measure, tree in made:
        group = GROUPS[measure.field]
        counts[group] = number = counts.get(group, 0) + 1
        clause = f"II.{group}.({number})"
        head: Tree = {"id": measure.slug, "clause": clause, "indicator": measure.slug}
        led: Tree = {} if desk.rng.random() < 0.1 else {"lead": _leads(desk, group), "lead_at": f"II.{group}"}
        yield {**head, **tree, **led}
        if not kind.open and "restates" not in tree:
            desk.promised.setdefault(measure.slug, (f"{desk.unit(kind.slug)}#{measure.slug}", tree))
        if measure.kind == "flow" and tree.get("stat") == "sum" and desk.rng.random() < 0.6:
            yield {**_part(measure, tree), "clause": clause, **led}


def _part(measure: Measure, whole: Tree) -> Tree:
    value = max(1, int(next(iter(whole["test"].values())) // 4))
    quote = f"trong đó khu vực ngoài nhà nước ít nhất {value} {measure.unit}"
    return {
        "id": f"{measure.slug}-ngoai-nha-nuoc", "indicator": measure.slug, "test": {"ge": value}, "when": whole["when"], "quote": quote,
        "stat": "sum", "definition": "khu vực ngoài nhà nước", "part_of": measure.slug,
    }  # fmt: skip


def _leads(desk: Desk, group: int) -> tuple[str, ...]:
    lead = desk.unit("bch-quan-su" if group == 4 and desk.rng.random() < 0.3 else LEADS[group])
    return (lead, desk.unit("tram-y-te")) if group == 2 and desk.rng.random() < 0.1 else (lead,)


def _head(desk: Desk, kind: Kind, appendix: bool) -> Tree:
    rng, ward = desk.rng, desk.ward
    identity = f"{ward.slug}/{kind.slug}"
    rows = ["Phụ lục 01. DANH MỤC DỰ ÁN TRỌNG ĐIỂM"] if appendix else []
    return {
        "format": "kehoach/plan/1", "id": identity, "kind": kind.kind, "title": kind.title.format(ward=ward.full), "issuer": desk.unit(kind.issuer),
        "number": str(rng.randint(2, 260)) if rng.random() < 0.85 else None,
        "symbol": {"CTr": "CTr-UBND", "KH": "KH-UBND", "CV": "UBND-VP"}[kind.kind],
        "issued": kind.issued if rng.random() < 0.9 else kind.issued[:4],
        "place_line": ward.name, "period": None if kind.open else {"from": kind.first, "to": kind.last},
        "signed": {"by": names.person(rng), "position": "Chủ tịch", "for": "TM. ỦY BAN NHÂN DÂN"},
        "addressees": ("Các phòng, cơ quan, đơn vị trực thuộc",) if kind.open else (),
        "recipients": (f"UBND {desk.province.full}", "Thường trực Đảng ủy", "Các phòng, đơn vị", "Lưu: VT"),
        "attachments": {"announced": ("Phụ lục 01",) if appendix else (), "present": tuple(rows)},
        "citations": tuple(_citations(desk, kind)),
        "source": {"file": f"{kind.slug}.docx", "sha256": hashlib.sha256(identity.encode()).hexdigest()},
        "corrections": tuple(work.corrections(rng)),
        "sections": (*_sections(), *([{"title": "DANH MỤC DỰ ÁN TRỌNG ĐIỂM", "label": "PL01"}] if appendix else [])),
        "uncovered": ({"clause": "I.1 đoạn 1", "printed": f"{rng.randint(8, 60)} thôn, tổ dân phố", "reason": "số hiện có, không phải chỉ tiêu"},),
    }  # fmt: skip


def _sections() -> tuple[Tree, ...]:
    below = tuple({"title": title, "label": str(number)} for number, title in _HEADINGS.items())
    purpose = ({"title": "Mục đích", "label": "1"}, {"title": "Yêu cầu", "label": "2"})
    return (
        {"title": "MỤC ĐÍCH, YÊU CẦU", "label": "I", "sections": purpose},
        {"title": "CÁC CHỈ TIÊU CHỦ YẾU", "label": "II", "sections": below},
        {"title": "NHIỆM VỤ, GIẢI PHÁP", "label": "III", "sections": below},
        {"title": "TỔ CHỨC THỰC HIỆN", "label": "IV"},
    )


def _citations(desk: Desk, kind: Kind) -> Any:
    rng, province = desk.rng, desk.province.slug
    yield {"ref": f"kh-109-{province}", "clause": "Mở đầu", "role": "implements"}
    yield {"ref": f"nq-dai-hoi-{desk.ward.slug}", "clause": "Mở đầu", "role": "basis"}
    for ref in rng.sample(
        ("nq-chuyen-doi-so", "nq-kinh-te-tu-nhan", "nq-giao-duc", "nq-suc-khoe", "luat-ngan-sach", "ctmtqg-giam-ngheo"), 4
    ):
        yield {"ref": ref, "clause": f"III.{rng.randint(1, 4)}.({rng.randint(1, 4)})", "role": "mentions"}
    if rng.random() < 0.3:
        yield {"ref": f"ctr-07-{province}", "clause": "I.1 đoạn 1", "role": "mentions", "date": "2025-12-01"}
    if kind.slug == "ke-hoach-2026-2030":
        yield {"ref": f"kh-cu-{desk.ward.slug}", "clause": "Kết", "role": "replaces"}


def _tail(desk: Desk) -> Tree:
    rng = desk.rng
    accepted: tuple[Tree, ...] = ()
    retired: tuple[Tree, ...] = ()
    if rng.random() < 0.1:
        mark = hashlib.sha256(str(rng.random()).encode()).hexdigest()[:16]
        accepted = (
            {"rule": "undated-target", "fingerprint": mark, "reason": "Văn bản in như vậy", "by": names.person(rng), "date": "2026-05-04"},
        )
    if rng.random() < 0.1:
        retired = ({"id": "chi-tieu-cu", "reason": "Chép trùng", "date": "2026-05-04"},)
    return {"accepted": accepted, "retired": retired}
