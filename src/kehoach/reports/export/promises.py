"""Tables of what plans promise: plans, targets, who leads them, other readings of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kehoach.meaning.time import Due, resolve
from kehoach.model.target import Alternative
from kehoach.reports.export import held
from kehoach.reports.export.column import Columns, Part, Table, day, figure, integer, tests, text, times, truth, word
from kehoach.reports.export.held import PLACE, Held

PLANS = Table(
    name="plans",
    words="Mỗi văn bản một dòng.",
    key=("id",),
    items=held.plans,
    columns=(
        *word("id", "Kế hoạch", lambda h: h.plan.id),
        *PLACE[:2],
        *word("kind", "Loại văn bản theo Nghị định 30/2020/NĐ-CP", lambda h: h.plan.kind),
        *word("number", "Số, như in", lambda h: h.plan.number),
        *word("symbol", "Ký hiệu, như in", lambda h: h.plan.symbol),
        *day("issued", "Ngày ban hành, chi tiết đến đâu ghi đến đó", lambda h: h.plan.issued),
        *text("title", "Tên", lambda h: h.plan.title),
        *word("issuer", "Đơn vị ban hành", lambda h: h.plan.issuer),
        *text("place_line", "Địa danh, như in", lambda h: h.plan.place_line),
        *integer("period_from", "Năm đầu của thời kỳ", lambda h: h.plan.period and h.plan.period.from_),
        *integer("period_to", "Năm cuối của thời kỳ", lambda h: h.plan.period and h.plan.period.to),
        *integer("horizon", "Năm của tầm nhìn", lambda h: h.plan.period and h.plan.period.horizon),
        *text("signed_by", "Người ký", lambda h: h.plan.signed and h.plan.signed.by),
        *text("signed_position", "Chức vụ người ký", lambda h: h.plan.signed and h.plan.signed.position),
        *text("signed_for", "Ký thay cho", lambda h: h.plan.signed and h.plan.signed.for_),
        *word("source_file", "Tệp văn bản gốc", lambda h: h.plan.source.file),
        *word("source_sha256", "Mã băm của tệp văn bản gốc", lambda h: h.plan.source.sha256),
        *integer("targets", "Số chỉ tiêu", lambda h: h.row["targets"]),
        *integer("tasks", "Số nhiệm vụ", lambda h: h.row["tasks"]),
        *integer("projects", "Số dự án", lambda h: h.row["projects"]),
    ),
)


def _condition(key: str) -> Any:
    return lambda h: h.record.condition and getattr(h.record.condition, key)


def _confirmed(key: str) -> Any:
    return lambda h: getattr(h.record.condition.confirmed, key) if h.record.condition and h.record.condition.confirmed else None


def _decided(key: str) -> Any:
    return lambda h: getattr(h.record.reading.decided, key) if h.record.reading and h.record.reading.decided else None


def _row(key: str) -> Any:
    return lambda h: h.row[key]


def _own(key: str) -> Any:
    return lambda h: getattr(h.record, key)


def _base(key: str) -> Any:
    return lambda h: h.record.base and getattr(h.record.base, key)


_BASE: Columns = (
    *integer("base_year", "Năm của mức xuất phát mà văn bản nêu", _base("year")),
    *figure("base_value", "Mức xuất phát", _base("value")),
    *word("base_unit", "Đơn vị tính của mức xuất phát", _base("unit")),
)
_CONDITION: Columns = (
    *text("condition_text", "Điều kiện văn bản gắn với cam kết", _condition("text")),
    *truth("condition_holds", "Điều kiện đã xảy ra hay không; trống khi chưa ai xác nhận", _confirmed("holds")),
    *text("condition_by", "Ai xác nhận điều kiện", _confirmed("by")),
    *day("condition_date", "Ngày xác nhận", _confirmed("date")),
    *text("condition_basis", "Căn cứ xác nhận", _confirmed("basis")),
)
_READING: Columns = (
    *text(
        "reading_question",
        "Chỗ chưa rõ cách hiểu; các cách hiểu khác ở `target_readings`",
        lambda h: h.record.reading and h.record.reading.question,
    ),
    *integer("reading_choice", "Cách hiểu đã chốt: 0 là chính dòng này; trống khi chưa chốt", _decided("choice")),
    *text("reading_by", "Ai chốt cách hiểu", _decided("by")),
    *day("reading_date", "Ngày chốt", _decided("date")),
    *text("reading_basis", "Căn cứ chốt", _decided("basis")),
)

TARGETS = Table(
    name="targets",
    words="Mỗi cam kết một dòng, cùng nội dung với `kehoach list-targets`.",
    key=("ref",),
    items=held.targets,
    columns=(
        *word("ref", "Chỉ tiêu: tham chiếu đầy đủ", _row("ref")),
        *PLACE,
        *word("clause", "Điều khoản", _own("clause")),
        *word("indicator", "Thứ được đo: mã trong `indicators`", _own("indicator")),
        *text("name", "Tên thứ được đo", _row("name")),
        *word("field", "Lĩnh vực (mã)", _row("field")),
        *word("unit", "Đơn vị tính của cam kết (`%` khi là mức tăng)", _row("unit")),
        *word("direction", "Chiều tốt: `up`, `down`", lambda h: h.record.direction or (h.indicator and h.indicator.direction)),
        *word("stat", "Cách tính: `value`, `sum`, `growth`, `avg_growth`", _own("stat")),
        *tests(lambda h: h.record.test),
        *text("text", "Cam kết bằng lời", _row("text")),
        *times(_row("when")),
        *word("force", "`firm`, hoặc `aim` khi là phấn đấu", _own("force")),
        *text("of", "Tính trên gì: của cam kết, nếu không thì của danh mục", _row("of")),
        *text("definition", "Tiêu chuẩn, phạm vi: của cam kết, nếu không thì của danh mục", _row("definition")),
        *word("implied", "Con số văn bản nói bằng lời, cách nhau bằng `; `", lambda h: "; ".join(map(str, h.record.implied)) or None),
        *word("lead_at", "Điều khoản giao chủ trì, khi ở chỗ khác", _own("lead_at")),
        *word("part_of", "Chỉ tiêu bao trùm (trong đó)", _row("part_of")),
        *word("restates", "Nhắc lại chỉ tiêu này", _row("restates")),
        *word("supersedes", "Thay cho chỉ tiêu này", lambda h: h.plan.absolute(h.record.supersedes)),
        *word("from_ref", "Văn bản mà cam kết lấy lại: mã trong `cited_documents`", _own("from_ref")),
        *_CONDITION,
        *_BASE,
        *_READING,
        *word("nature", "Loại sửa đổi: `transcription`, `correction`, `amendment`", lambda h: h.record.nature and h.record.nature.kind),
        *text("nature_basis", "Căn cứ sửa đổi", lambda h: h.record.nature and h.record.nature.basis),
        *text("note", "Ghi chú", _own("note")),
        *text("quote", "Câu trích nguyên văn", _own("quote")),
    ),
)

TARGET_LEADS = Table(
    name="target_leads",
    words="Đơn vị chủ trì của từng chỉ tiêu.",
    key=("target", "lead"),
    items=held.each(held.targets, "lead"),
    columns=(
        *word("target", "Chỉ tiêu", lambda h: h.above),
        *PLACE,
        *integer("position", "Thứ tự, từ 1", lambda h: h.position),
        *word("lead", "Đơn vị chủ trì: mã trong `units`", lambda h: h.record),
    ),
)


def _readings(part: Part) -> Iterator[Held]:
    for item in held.targets(part):
        reading = item.record.reading
        for position, alternative in enumerate(reading.alternatives if reading else (), start=1):
            yield Held(item.plan, item.province, alternative, item.row, item.row["ref"], position)


def _when(item: Held) -> dict[str, Any] | None:
    alternative: Alternative = item.record
    if alternative.when is None:
        return None
    due: Due = resolve(alternative.when, item.plan)
    return {"kind": due.kind, "from": due.first, "to": due.last}


TARGET_READINGS = Table(
    name="target_readings",
    words="Cách hiểu khác của những chỉ tiêu chưa rõ; ô trống là giống dòng ở `targets`.",
    key=("target", "choice"),
    items=_readings,
    columns=(
        *word("target", "Chỉ tiêu", lambda h: h.above),
        *PLACE,
        *integer("choice", "Cách hiểu thứ mấy, từ 1", lambda h: h.position),
        *tests(lambda h: h.record.test),
        *times(_when),
        *word("stat", "Cách tính", _own("stat")),
        *text("of", "Tính trên gì", _own("of")),
        *text("definition", "Tiêu chuẩn, phạm vi", _own("definition")),
        *word("unit", "Đơn vị tính", _own("unit")),
        *word("direction", "Chiều tốt", _own("direction")),
        *_BASE,
    ),
)
