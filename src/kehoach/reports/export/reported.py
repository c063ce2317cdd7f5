"""Tables of what was reported: actuals, their corrections, declared paths, and the verdicts that follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kehoach.meaning.time import first_day, last_day
from kehoach.model.results import Actual, Earlier, Step
from kehoach.queries.select import Filter
from kehoach.registry import Declared, Reported
from kehoach.reports import results
from kehoach.reports.export.column import Column, Columns, Part, Table, Type, computed, day, figure, integer, text, truth, word
from kehoach.reports.table import Row
from kehoach.reports.totals import distinct
from kehoach.reports.words import VERDICTS


@dataclass(frozen=True, slots=True)
class _Figure:
    """A reported value (or the one that stood before it), with where it stands and the unit it is in."""

    province: str | None
    ward: str
    at: str
    record: Actual | Earlier
    unit: str | None = None
    position: int = 0


WARD: Columns = (
    *word("province", "Tỉnh, thành phố (mã); với Parquet là tên thư mục", lambda f: f.province),
    *word("ward", "Phường, xã (mã)", lambda f: f.ward),
)


def _own(key: str) -> Any:
    return lambda f: getattr(f.record, key)


def _source(key: str) -> Any:
    return lambda f: f.record.source and getattr(f.record.source, key)


def _at(reported: Reported) -> str:
    return f"{reported.file.removeprefix('actuals/').removesuffix('.yaml')}#{reported.index + 1}"


def _actuals(part: Part) -> Iterator[_Figure]:
    for each in part.registry.actuals:
        indicator = part.registry.indicators.get(each.actual.indicator)
        unit = "%" if each.actual.stat in ("growth", "avg_growth") else each.actual.unit or (indicator.unit if indicator else None)
        yield _Figure(part.province, each.ward, _at(each), each.actual, unit)


def _earlier(part: Part) -> Iterator[_Figure]:
    for each in part.registry.actuals:
        for position, earlier in enumerate(each.actual.was, start=1):
            yield _Figure(part.province, each.ward, _at(each), earlier, None, position)


def _span(period: str) -> tuple[date, date]:
    """Return the first and the last day of a reporting period; half-years stand nowhere else."""
    year, _, half = period.partition("-H")
    if half:
        return (date(int(year), 1, 1), date(int(year), 6, 30)) if half == "1" else (date(int(year), 7, 1), date(int(year), 12, 31))
    return first_day(period), last_day(period)


_VALUE: Columns = (
    *figure("value", "Con số; trống khi là trạng thái", lambda f: None if isinstance(f.record.value, str) else f.record.value),
    *word(
        "state",
        "Trạng thái: `achieved`, `not_achieved`, `maintained`",
        lambda f: f.record.value if isinstance(f.record.value, str) else None,
    ),
    *word("quality", "`official` (chính thức), `provisional` (sơ bộ), `estimate` (ước)", _own("quality")),
)
_SOURCE: Columns = (
    *word("source_ref", "Nguồn: kế hoạch hoặc mã trong `cited_documents`", _source("ref")),
    *text("source_document", "Nguồn: tên văn bản", _source("document")),
    *word("source_clause", "Điều khoản của nguồn", _source("clause")),
    *day("source_date", "Ngày của nguồn", _source("date")),
)
ACTUALS = Table(
    name="actuals",
    words="Mỗi kết quả đã báo cáo một dòng, như đang có hiệu lực.",
    key=("id",),
    items=_actuals,
    columns=(
        *word("id", "Phường, năm và thứ tự trong tệp: `le-chan/2027#1`", lambda f: f.at),
        *WARD,
        *word("indicator", "Thứ được đo: mã trong `indicators`", _own("indicator")),
        *integer("year", "Năm", lambda f: int(f.record.period[:4])),
        *word("period", "Kỳ như tệp ghi: `2027`, `2027-H1`, `2027-Q3`, `2027-06`", _own("period")),
        Column("period_first", Type.DAY, "Ngày đầu của kỳ", lambda f: _span(f.record.period)[0]),
        Column("period_last", Type.DAY, "Ngày cuối của kỳ", lambda f: _span(f.record.period)[1]),
        *word("stat", "Cách tính: `value` là mức, `growth` là mức tăng", _own("stat")),
        *word("unit", "Đơn vị tính: của số liệu, nếu không thì của danh mục", lambda f: f.unit),
        *text("of", "Tính trên gì, khi khác danh mục", _own("of")),
        *text("definition", "Tiêu chuẩn, phạm vi, khi khác danh mục", _own("definition")),
        *_VALUE,
        *_SOURCE,
        *figure("num", "Tử số", _own("num")),
        *figure("den", "Mẫu số", _own("den")),
        *text("note", "Ghi chú", _own("note")),
    ),
)
ACTUAL_CORRECTIONS = Table(
    name="actual_corrections",
    words="Số liệu từng đứng trước khi được sửa.",
    key=("actual", "position"),
    items=_earlier,
    columns=(
        *word("actual", "Số liệu: `id` trong `actuals`", lambda f: f.at),
        *WARD,
        *integer("position", "Thứ tự, từ 1", lambda f: f.position),
        *_VALUE,
        *text("reason", "Vì sao sửa", _own("reason")),
        *day("until", "Ngày sửa", _own("until")),
        *_SOURCE,
    ),
)


@dataclass(frozen=True, slots=True)
class _Path:
    province: str | None
    ward: str
    declared: Declared
    step: Step | None = None

    @property
    def record(self) -> Any:
        return self.declared.path


def _paths(part: Part) -> Iterator[_Path]:
    return (_Path(part.province, each.ward, each) for each in part.registry.paths)


def _steps(part: Part) -> Iterator[_Path]:
    return (_Path(part.province, each.ward, each, step) for each in part.registry.paths for step in each.path.steps)


PATHS = Table(
    name="paths",
    words="Lộ trình mà phường khai báo cho báo cáo (tham khảo, không phải cam kết).",
    key=("target",),
    items=_paths,
    columns=(
        *word("target", "Chỉ tiêu", _own("target")),
        *WARD,
        *integer("base_year", "Năm xuất phát", lambda p: p.record.base and p.record.base.year),
        *figure("base_value", "Mức xuất phát", lambda p: p.record.base and p.record.base.value),
        *word("base_unit", "Đơn vị tính của mức xuất phát", lambda p: p.record.base and p.record.base.unit),
        *text("declared_by", "Ai khai báo", _own("by")),
        *day("date", "Ngày khai báo", _own("date")),
        *text("basis", "Căn cứ", _own("basis")),
    ),
)
PATH_STEPS = Table(
    name="path_steps",
    words="Các mốc của lộ trình.",
    key=("target", "year"),
    items=_steps,
    columns=(
        *word("target", "Chỉ tiêu", _own("target")),
        *WARD,
        *integer("year", "Năm", lambda p: p.step.year),
        *figure("value", "Mức cuối năm", lambda p: p.step.value),
    ),
)


@dataclass(frozen=True, slots=True)
class _Result:
    province: str | None
    ward: str
    year: int
    row: Row
    counted: bool


def _results(part: Part) -> Iterator[_Result]:
    for year in part.years:
        found = results.report(part.registry, Filter(), year).rows
        counted = {row["ref"] for row in distinct(row for row in found if row["superseded_by"] is None)}
        yield from (_Result(part.province, row["ward"], year, row, row["ref"] in counted) for row in found)


def _row(key: str) -> Any:
    return lambda r: r.row[key]


RESULTS = Table(
    name="results",
    words=(
        "Mỗi chỉ tiêu mỗi năm một dòng, do `kehoach` tính lúc xuất, giống `kehoach report --year NĂM --ward PHƯỜNG`. Các năm: từ năm đầu đến năm "
        "cuối có số liệu của bất kỳ phường nào trong sổ."
    ),
    key=("target", "year"),
    items=_results,
    columns=(
        *word("target", "Chỉ tiêu", _row("ref")),
        *WARD,
        *word("plan", "Kế hoạch", _row("plan")),
        *integer("year", "Năm báo cáo", lambda r: r.year),
        *word("indicator", "Thứ được đo: mã trong `indicators`", _row("indicator")),
        *word("field", "Lĩnh vực (mã)", _row("field")),
        *word("unit", "Đơn vị tính", _row("unit")),
        *word("stat", "Cách tính", _row("stat")),
        *word("force", "`firm`, hoặc `aim` khi là phấn đấu", _row("force")),
        *word("verdict", "Đánh giá: " + ", ".join(f"`{code}`" for code in VERDICTS), _row("verdict")),
        *text("verdict_text", "Đánh giá bằng lời", lambda r: VERDICTS[r.row["verdict"]]),
        *computed(
            "actual",
            "Kết quả; trống khi chưa có hoặc là trạng thái",
            lambda r: None if isinstance(r.row["actual"], str) else r.row["actual"],
        ),
        *word("actual_state", "Kết quả là trạng thái", lambda r: r.row["actual"] if isinstance(r.row["actual"], str) else None),
        *truth("is_computed", "Kết quả do tính ra (mức tăng, cộng dồn)", _row("computed")),
        *word("quality", "Độ chắc của kết quả", _row("quality")),
        *word("period", "Kỳ của số liệu", _row("period")),
        *computed("ratio", "Tỷ lệ so với cam kết, %", _row("ratio")),
        *truth(
            "counted", "Đếm vào tổng: lời hứa nhắc lại nhiều chỗ chỉ một dòng được đếm, lời hứa đã bị thay thì không", lambda r: r.counted
        ),
        *word("part_of", "Chỉ tiêu bao trùm: thành phần đếm riêng", _row("part_of")),
        *word("superseded_by", "Đã bị thay bằng", _row("superseded_by")),
        *text("note", "Ghi chú của báo cáo", _row("note")),
    ),
)
