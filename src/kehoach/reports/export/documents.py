"""Tables of the documents themselves: what they cite, their headings and lists, misprints, what reviewers said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.model.catalogues import Reference
from kehoach.model.plan import Citation, Plan, Section
from kehoach.reports.export.column import Columns, Part, Table, day, integer, text, word
from kehoach.reports.export.held import PLACE, of_plan

POSITION: Columns = integer("position", "Thứ tự trong kế hoạch, từ 1", lambda h: h.position)


def _own(key: str) -> Any:
    return lambda h: getattr(h.record, key)


@dataclass(frozen=True, slots=True)
class _Cited:
    plan: Plan
    province: str | None
    position: int
    record: Citation
    known: Reference | None


def _citations(part: Part) -> Iterator[_Cited]:
    for plan in part.registry.plans.values():
        for position, citation in enumerate(plan.citations, start=1):
            yield _Cited(plan, part.province, position, citation, part.registry.references.get(citation.ref))


def _printed(key: str) -> Any:
    return lambda c: getattr(c.record, key) or (getattr(c.known, key) if c.known else None)


CITATIONS = Table(
    name="citations",
    words="Mỗi chỗ viện dẫn một dòng; số, ngày, cơ quan, tên là như chỗ đó in, chỗ không in khác thì theo danh mục.",
    key=("plan", "position"),
    items=_citations,
    columns=(
        *PLACE,
        *POSITION,
        *word("reference", "Văn bản được dẫn: mã trong `cited_documents`", _own("ref")),
        *word("clause", "Điều khoản", _own("clause")),
        *word("role", "`basis` (căn cứ), `implements` (thực hiện), `mentions` (nhắc tới), `replaces` (thay thế)", _own("role")),
        *word("number", "Số, ký hiệu", _printed("number")),
        *day("date", "Ngày ban hành", _printed("date")),
        *text("issuer", "Cơ quan ban hành", _printed("issuer")),
        *text("title", "Tên", _printed("title")),
    ),
)


@dataclass(frozen=True, slots=True)
class _Heading:
    plan: Plan
    province: str | None
    position: int
    record: Section
    above: int | None
    depth: int


def _sections(part: Part) -> Iterator[_Heading]:
    for plan in part.registry.plans.values():
        found: list[_Heading] = []
        _collect(plan, part.province, plan.sections, None, 1, found)
        yield from found


def _collect(plan: Plan, province: str | None, sections: tuple[Section, ...], above: int | None, depth: int, found: list[_Heading]) -> None:
    for section in sections:
        heading = _Heading(plan, province, len(found) + 1, section, above, depth)
        found.append(heading)
        _collect(plan, province, section.sections, heading.position, depth + 1, found)


SECTIONS = Table(
    name="sections",
    words="Cây đề mục của từng kế hoạch.",
    key=("plan", "position"),
    items=_sections,
    columns=(
        *PLACE,
        *POSITION,
        *integer("above", "`position` của đề mục bao trên; trống ở bậc 1", lambda h: h.above),
        *integer("depth", "Bậc, từ 1", lambda h: h.depth),
        *word("label", "Số, như in; trống khi đề mục không đánh số", _own("label")),
        *text("title", "Tên đề mục", _own("title")),
    ),
)


@dataclass(frozen=True, slots=True)
class _Listed:
    plan: Plan
    province: str | None
    list: str
    position: int
    record: str


def _lists(part: Part) -> Iterator[_Listed]:
    for plan in part.registry.plans.values():
        lists = {
            "addressees": plan.addressees,
            "recipients": plan.recipients,
            "announced": plan.attachments.announced,
            "present": plan.attachments.present,
        }
        for name, entries in lists.items():
            for position, entry in enumerate(entries, start=1):
                yield _Listed(plan, part.province, name, position, entry)


PLAN_LISTS = Table(
    name="plan_lists",
    words="Nơi gửi, nơi nhận, phụ lục của từng kế hoạch.",
    key=("plan", "list", "position"),
    items=_lists,
    columns=(
        *PLACE,
        *word(
            "list",
            "`addressees` (Kính gửi), `recipients` (Nơi nhận), `announced` (phụ lục được nhắc), `present` (phụ lục có trong bản chép)",
            lambda h: h.list,
        ),
        *integer("position", "Thứ tự trong danh sách đó, từ 1", lambda h: h.position),
        *text("text", "Nội dung, như in", lambda h: h.record),
    ),
)
CORRECTIONS = Table(
    name="corrections",
    words="Chỗ in sai và cách đọc.",
    key=("plan", "position"),
    items=of_plan("corrections"),
    columns=(
        *PLACE,
        *POSITION,
        *word("clause", "Điều khoản", _own("clause")),
        *text("printed", "In là", _own("printed")),
        *text("read_as", "Đọc là", _own("read_as")),
        *word("kind", "`scan` (lỗi quét), `issuer` (lỗi của văn bản), `unsure` (chưa chắc)", _own("kind")),
        *text("note", "Ghi chú", _own("note")),
    ),
)
UNCOVERED = Table(
    name="uncovered",
    words="Con số của văn bản không thuộc bản ghi nào, và vì sao.",
    key=("plan", "position"),
    items=of_plan("uncovered"),
    columns=(
        *PLACE,
        *POSITION,
        *word("clause", "Điều khoản", _own("clause")),
        *text("printed", "In là", _own("printed")),
        *text("reason", "Vì sao", _own("reason")),
    ),
)
ACCEPTED = Table(
    name="accepted",
    words="Phát hiện đã được xem xét.",
    key=("plan", "position"),
    items=of_plan("accepted"),
    columns=(
        *PLACE,
        *POSITION,
        *word("rule", "Quy tắc", _own("rule")),
        *word("subject", "Bản ghi", _own("subject")),
        *word("fingerprint", "Dấu của phát hiện", _own("fingerprint")),
        *text("reason", "Lý do", _own("reason")),
        *text("accepted_by", "Người xem xét", _own("by")),
        *day("date", "Ngày", _own("date")),
    ),
)
RETIRED = Table(
    name="retired",
    words="Mã đã rút của từng kế hoạch, không dùng lại.",
    key=("plan", "position"),
    items=of_plan("retired"),
    columns=(
        *PLACE,
        *POSITION,
        *word("id", "Mã", _own("id")),
        *text("reason", "Lý do", _own("reason")),
        *day("date", "Ngày", _own("date")),
    ),
)
