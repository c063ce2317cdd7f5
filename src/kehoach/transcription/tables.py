"""Rows of a table told apart into cells: by the table's own cells where the file has them, by what each column holds where it has not.

A table that came through a PDF's or a scan's text is a run of short lines. Its header says which columns there are and in
what order; a cell of units, of a time, of money's source or of an area is known by how it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach.transcription.bodies import Units
from kehoach.transcription.columns import Column, based
from kehoach.transcription.vocabulary import UNITS
from kehoach.vietnamese import canonical, squeeze

_KINDS: tuple[tuple[str, str], ...] = (
    ("number", r"\bsố tt\b|\bstt\b|\btt\b"),
    ("support", r"(?:cơ quan|đơn vị|phòng, ban)?[\s,]*(?:đơn vị\s+)?phối hợp(?: thực hiện)?"),
    ("owner", r"chủ đầu tư|cơ quan đề xuất"),
    ("lead", r"(?:cơ quan|đơn vị|phòng, ban|bộ phận)[\s,]*(?:đơn vị\s+)?(?:chủ trì|thực hiện|tham mưu|phụ trách|chịu trách nhiệm)|chủ trì(?: tham mưu)?|phân công(?: thực hiện)?|người chịu trách nhiệm"),
    ("unit", r"đơn vị tính|đvt|đơn vị(?=\s*(?:tính)?\s*(?:thực hiện|kế hoạch|ước|th|kh|mục tiêu|năm|20\d\d))"),
    ("product", r"chỉ tiêu\s*/\s*sản phẩm|sản phẩm(?:[\s,/]*kết quả)?(?: đầu ra| dự kiến| chủ yếu)?|kết quả(?: đầu ra| cần đạt| dự kiến)"),
    ("base", r"(?:ước\s+)?(?:thực hiện|th|kết quả)(?: ước)?\s*(?:năm\s*)?(?P<y1>20\d\d)|hiện trạng(?:\s*(?:năm\s*)?(?P<y3>20\d\d))?"),
    ("goal", r"(?:kế hoạch|kh|mục tiêu|chỉ tiêu|phấn đấu|dự kiến|đến|giao)\s*(?:đến\s+)?(?:năm\s*)?(?P<y2>20\d\d)|(?<!\d)(?:năm\s*)?(?P<y4>20\d\d)(?!\s*[-–]\s*20\d\d)"),
    ("span", r"giai đoạn\s*(?P<y5>20\d\d)\s*[-–]\s*(?P<y6>20\d\d)"),
    ("time", r"(?:dự kiến\s+)?(?:thời gian|tiến độ|thời hạn|lộ trình)(?:\s+(?:thực hiện|hoàn thành|triển khai))?|hoàn thành"),
    ("funding", r"nguồn\s*(?:vốn|lực|kinh phí)|kinh phí(?: thực hiện| dự kiến)?|tổng mức đầu tư"),
    ("area", r"quy mô(?:\s+gpmb)?(?:\s*\([^)]*\))?|diện tích"),
    ("note", r"ghi chú|trạng thái"),
    ("main", r"tên (?:dự án|công trình|nhiệm vụ|chỉ tiêu|đề án)|nhiệm vụ(?: trọng tâm)?|nội dung(?: công việc| nhiệm vụ| thực hiện)?|danh mục(?: dự án| công trình)?|chỉ tiêu|công việc|hoạt động|tên văn bản|hạng mục"),
)  # fmt: skip
TIME_CELL = re.compile(
    r"(?:Hằng\s+năm|Hàng\s+năm|Thường\s+xuyên(?:,?\s*(?:hằng|hàng)\s+năm)?|(?:Trong\s+)?(?:Giai\s+đoạn|giai\s+đoạn|Năm|Trong\s+năm|Cả\s+năm)?\s*20\d\d(?:\s*[-–]\s*20\d\d)?(?!\d)|(?:Trước\s+|Trong\s+|Đến\s+)?(?:[Nn]gày\s+)?\d{1,2}\s*/\s*\d{1,2}\s*/\s*20\d\d|"
    r"(?:Trước\s+|Trong\s+)?[Tt]háng\s*\d{1,2}\s*/\s*20\d\d|(?:Trong\s+)?[Qq]uý\s*[IVX\d]+(?:\s*[-–,]\s*[IVX]+)?\s*/\s*20\d\d|(?:Đến|Hết|Trước)\s+(?:hết\s+)?(?:năm\s+)?20\d\d|Hằng tháng|Hàng tháng|Hằng quý|Hàng quý|6 tháng/lần)",
    re.DOTALL,
)
_STARTS = {
    "lead": re.compile(r"(?:Các\s+)?(?:Phòng|Ban|Văn phòng|Trung tâm|Công an|Trạm|UBND|Ủy ban|Uỷ ban|HĐND|Hội|Đoàn|MTTQ|UBMTTQ|Mặt trận|Đảng|Sở|Chi cục|Thuế|Tổ|Trường|Quân sự|Đội|Bộ phận|Công chức|Thôn|Chủ tịch)\b"),
    "owner": re.compile(r"(?:Ban|Công ty|Tổng công ty|Tập đoàn|UBND|Ủy ban|Uỷ ban|Công an|Sở|Phòng|Trung tâm|Liên danh|Chưa|Doanh nghiệp|Hợp tác xã|Đảng ủy|Trường|Nhà đầu tư)\b"),
    "funding": re.compile(r"(?:Vốn|Ngân sách|Nguồn|NS|Xã hội hóa|Kinh phí|Theo)\b"),
    "area": re.compile(r"(?:Khoảng\s+)?\d[\d.,]*\s*(?:ha|m2|m²|km)\b"),
    "time": TIME_CELL,
}  # fmt: skip
_STARTS["support"] = _STARTS["lead"]
_UNIT_CELL = "|".join(re.escape(unit).replace(r"\ ", r"\s+") for unit in sorted(UNITS, key=len, reverse=True))
_FIGURE_CELL = r"(?:(?:[<>≥≤]\s*)?(?:(?:[Tt]rên|[Dd]ưới|[Tt]ừ|[Íí]t nhất|[Tt]ối thiểu|[Kk]hông quá)\s+)?-?\d[\d.,]*(?:\s*[-–÷/]\s*\d[\d.,]*)?\s*%?(?:\s*trở (?:lên|xuống))?|[Cc]hưa đạt|[Đđ]ạt)"
_NUMBERS = re.compile(
    rf"\A(?P<main>.+?)\s+(?P<unit>%|‰|(?:{_UNIT_CELL})(?:\s*/\s*(?:[\d.]+\s*)?(?:{_UNIT_CELL}|năm))*)\s+(?P<figures>(?:(?:{_FIGURE_CELL}|[-–x])(?:\s+|\Z))+)(?P<rest>.*)\Z",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(slots=True)
class Row:
    """A row's cells by kind of column; ``figures`` are those of the columns of years."""

    clause: str
    text: str
    cells: dict[str, str] = field(default_factory=dict)
    figures: list[tuple[Column, str]] = field(default_factory=list)
    sure: bool = True

    @property
    def main(self) -> str:
        """The cell that says what the row is about."""
        return self.cells.get("main", self.text)


def columns(header: str) -> list[Column]:
    """Return the columns that a table's header names, in their order."""
    text = squeeze(header).lower()
    found: list[tuple[int, int, Column]] = []
    for kind, pattern in _KINDS:
        for match in re.finditer(pattern, text):
            if any(match.start() < end and start < match.end() for start, end, _ in found):
                continue
            years = [year for name, year in sorted(match.groupdict().items()) if year]
            found.append((match.start(), match.end(), Column(kind, years[0] if years else None, years[-1] if years else None, match[0])))
    ordered = [column for _, _, column in sorted(found, key=lambda item: item[0])]
    return based([column for index, column in enumerate(ordered) if not index or column != ordered[index - 1]])


def split_row(clause: str, lines: Sequence[str], heads: Sequence[Column], units: Units) -> Row:
    """Tell the cells of a row apart that came as *lines*."""
    row = Row(clause, squeeze(" ".join(lines)))
    kinds = [head.kind for head in heads if head.kind != "number"]
    if any(kind in ("goal", "base", "span") for kind in kinds):
        _numeric(row, heads)
        return row
    if len(kinds) < 2 or "main" not in kinds:
        row.sure = False
        return row
    best = max(_splits(list(lines), kinds), key=lambda cells: _plausible(cells, units), default=None)
    if best is None:
        row.sure = False
        return row
    row.cells = {kind: squeeze(text) for kind, text in best.items() if squeeze(text)}
    return row


def _splits(lines: list[str], kinds: list[str]) -> Iterator[dict[str, str]]:
    """Yield every way to give the words of *lines* to *kinds* in order, each known cell beginning as such cells do."""
    text = "\n".join(lines)
    yield from _give(text, 0, kinds, {})


def _give(text: str, start: int, kinds: list[str], given: dict[str, str]) -> Iterator[dict[str, str]]:
    if len(kinds) == 1:
        yield {**given, kinds[0]: text[start:]}
        return
    ahead = kinds[1]
    if kinds[0] == "time":
        match = TIME_CELL.match(text, start)
        if match:
            yield from _give(text, _past_blank(text, match.end()), kinds[1:], {**given, "time": match[0]})
        return
    begins = _STARTS.get(ahead)
    for cut in _cuts(text, start, loose=ahead == "time"):
        if begins is None or begins.match(text, cut):
            yield from _give(text, cut, kinds[1:], {**given, kinds[0]: text[start:cut]})
    if begins is not None and ahead not in ("lead", "time"):
        yield from _give(text, start, [kinds[0], *kinds[2:]], given)


def _cuts(text: str, start: int, *, loose: bool) -> Iterator[int]:
    """Yield where the next cell may begin: at a line, and a time's also inside one."""
    return (match.end() for match in re.compile(r"\s" if loose else r"\n").finditer(text, start))


def _past_blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _plausible(cells: dict[str, str], units: Units) -> tuple[float, ...]:
    """Rank a split: cells of units that are all known units first, then the longer such cell."""
    score = 0.0
    for kind in ("lead", "support"):
        if kind in cells:
            found = units.listed(squeeze(cells[kind]))
            score += 3 * len(found.known) - 4 * len(found.unknown)
    empty = sum(not text.strip() for text in cells.values())
    main = cells.get("main", "").strip()
    return (len(cells), score - 5 * empty, -main.count("\n") if "owner" not in cells else main.count("\n"), len(main))


def _numeric(row: Row, heads: Sequence[Column]) -> None:
    """Read ``Tỷ lệ hộ nghèo % 1,5 1,2``: words, a unit, then a figure for each column of years."""
    match = _NUMBERS.match(row.text)
    if match is None:
        row.sure = False
        return
    row.cells["main"], row.cells["unit"] = squeeze(match["main"]), squeeze(match["unit"])
    figures = re.findall(rf"{_FIGURE_CELL}|(?<!\S)[-–x](?!\S)", match["figures"], re.IGNORECASE)
    years = [head for head in heads if head.kind in ("goal", "base", "span")]
    row.sure = len(figures) == len(years)
    row.figures = list(zip(years[-len(figures) :] if len(figures) < len(years) else years, (f.strip() for f in figures), strict=False))
    if match["rest"].strip():
        row.cells["note"] = squeeze(match["rest"])


def row_of_cells(clause: str, cells: Sequence[str], heads: Sequence[Column]) -> Row:
    """Return a row whose cells the file itself keeps apart."""
    row = Row(clause, squeeze(" ".join(cells)))
    for head, cell in zip(heads, cells, strict=False):
        text = squeeze(cell) if head.kind not in ("lead", "support") else "; ".join(filter(None, map(squeeze, cell.split("\n"))))
        if not text or head.kind == "number":
            continue
        if head.kind in ("goal", "base", "span", "measure"):
            row.figures.append((head, text))
        elif head.kind in ("ratio", "other", "background"):
            continue
        elif head.kind in row.cells:
            row.cells[head.kind] += "; " + text
        else:
            row.cells[head.kind] = text
    return row


def is_header(text: str) -> bool:
    """Tell whether a line opens a table's header."""
    return bool(re.match(r"(?:stt|tt|số tt)\b", canonical(text)))
