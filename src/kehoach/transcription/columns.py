"""What the columns of a table hold, told from the words of its header cells, joined across and down as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach.files.source.cells import NUMBERED
from kehoach.transcription.phrases import date_of
from kehoach.vietnamese import squeeze

_ROLES: tuple[tuple[str, str], ...] = (
    ("note", r"ghi chú|trạng thái|căn cứ(?: pháp lý| thực hiện)?"),
    ("ratio", r"so sánh.*|.*\bso với\b.*|tỷ lệ(?: hoàn thành| thực hiện| tăng)?\s*\(?%\)?.*|.*\b(?:kh|th|uth|kế hoạch|thực hiện)\b[^/]*/[^/]*\b(?:kh|th|uth|kế hoạch|thực hiện|20\d\d)\b.*|tốc độ tăng.*|mức độ hoàn thành.*|% .*|tăng\s*[/,(].*"),
    ("support", r"(?:cơ quan|đơn vị|phòng|ban|ngành|bộ phận|[\s,/])*\s*phối hợp(?: thực hiện)?"),
    ("owner", r"(?:cơ quan |đơn vị )?(?:chủ đầu tư|đề xuất)"),
    ("lead", r"(?:cơ quan|đơn vị|phòng|ban|ngành|bộ phận|người|cá nhân|đồng chí|[\s,/])*\s*(?:chủ trì|thực hiện|tham mưu|phụ trách|chịu trách nhiệm|theo dõi|báo cáo|đầu mối|được giao|triển khai|[\s,/]|và)+|phân công(?: thực hiện| nhiệm vụ)?|trách nhiệm(?: thực hiện)?|giao cho"),
    ("unit", r"đơn vị tính|đvt|đ\.?v\.?t\.?|đơn vị đo(?: lường)?"),
    ("product", r"(?:dự kiến )?(?:chỉ tiêu\s*/\s*)?(?:sản phẩm|kết quả)(?:[\s,/]*(?:kết quả|sản phẩm|đầu ra|dự kiến|chủ yếu|cần đạt|phải đạt|đạt được|hoàn thành|công việc))*"),
    ("time", r"(?:dự kiến )?(?:thời gian|tiến độ|thời hạn|lộ trình|hạn)(?:[\s,/]*(?:thực hiện|hoàn thành|triển khai|bắt đầu|trình|ban hành|thời hạn))*|hoàn thành"),
    ("amount", r"(?:tổng mức đầu tư|tmđt|tổng số vốn|tổng vốn đầu tư)(?:\s*\([^)]*\))?"),
    ("funding", r"(?:dự kiến )?(?:nguồn\s*)?(?:vốn|nguồn lực|kinh phí|nhu cầu vốn)(?:[\s,/]*(?:thực hiện|dự kiến|đầu tư))*(?:\s*\([^)]*\))?"),
    ("area", r"(?:quy mô|diện tích)(?:\s+gpmb)?(?:\s*\([^)]*\))?"),
    ("main", r"(?:các |tên |nội dung |danh mục |hệ thống |một số )*(?:chỉ tiêu|nội dung|nhiệm vụ|công việc|dự án|công trình|đề án|văn bản|hoạt động|hạng mục|tiêu chí|mục tiêu|mô hình|lĩnh vực|danh mục|phần việc|giải pháp|kế hoạch)(?:[\s,/]*(?:chủ yếu|cụ thể|trọng tâm|công việc|nhiệm vụ|thực hiện|giải pháp|triển khai|chính|dự án|công trình|và|lĩnh vực|kinh tế - xã hội))*"),
)  # fmt: skip
_PLACE = re.compile(
    r"(?:tên )?(?:các )?(?:thôn|xóm|bản|ấp|làng|tổ dân phố|tdp|khu phố|khu dân cư|khu|xã|phường|địa phương|địa bàn|đơn vị|cơ quan|chi bộ|trường|huyện|tổ chức|[\s,/]|và)+\Z"
)
_BASE = re.compile(
    r"\b(?:thực hiện|ước|th|uth|kết quả|hiện trạng|hiện có|hiện nay|hiện tại|tổng số (?:hộ|dân|người|nhân khẩu)|dân số|số liệu|đã đạt|năm trước)\b"
)
_PART_OF_YEAR = re.compile(r"(?:kế hoạch |kh |chỉ tiêu )?(?:quý (?P<quarter>iv|i{1,3}|[1-4])|(?P<half>[69]) tháng(?: đầu năm)?)")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_AHEAD = re.compile(r"\b(?:lộ trình|phân kỳ|chia ra|từng năm|kế hoạch|kh|mục tiêu|chỉ tiêu|phấn đấu|dự kiến)\b")
_SPAN = re.compile(r"(20\d\d)\s*[-–]\s*(20\d\d)")
_GOAL = re.compile(r"\b(?:kế hoạch|kh|mục tiêu|chỉ tiêu|phấn đấu|giao|lộ trình|dự kiến|dự toán|đến(?: năm| hết| cuối)?|năm)\b")
_IDLE = re.compile(
    r"\b(?:kế hoạch|kh|mục tiêu|chỉ tiêu|phấn đấu|giao|lộ trình|dự kiến|dự toán|đến|năm|hết|cuối|đầu|trong|giai đoạn|nhiệm kỳ|thời kỳ|cả|của|thực hiện|ước|th|uth|kết quả|hiện trạng|các|từng|tháng|quý|hđnd|ubnd|tỉnh|thành phố|"
    r"huyện|xã|phường|cho|được|đề ra|số liệu|hằng|hàng|cụ thể|phân kỳ|theo|[ivx]+)\b|20\d\d|\d{1,2}|[^\w\s]"
)
_YEAR_WORDS = re.compile(
    r"\b(?:(?:kế hoạch|kh|mục tiêu|chỉ tiêu(?: giao)?|giao|phấn đấu|thực hiện|đến|năm|hết|cuối|giai đoạn)\s+)*(?:năm\s+)?20\d\d(?:\s*[-–]\s*20\d\d)?",
    re.IGNORECASE,
)
_UNIT_BEHIND = re.compile(r"\(\s*(?:đvt|đơn vị tính|đơn vị)?\s*:?\s*(?P<unit>[^()\d][^()]{0,24})\)\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, the time that its head names, and for a measure its name and unit."""

    kind: str
    first: str | None = None
    last: str | None = None
    words: str = ""
    unit: str | None = None


def head_words(header: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the header's words over every column from the top down; a head joined across stands over all that it spans."""
    rows = [row for row in header if not all(re.match(r"\(?\w{1,2}\)?(?:\s*=.*)?\Z", squeeze(cell)) for cell in row if squeeze(cell))]
    over: list[list[str]] = [[] for _ in range(max((len(row) for row in rows), default=0))]
    for depth, row in enumerate(rows):
        left = ""
        for index, words in enumerate(over):
            cell = squeeze(row[index]) if index < len(row) else ""
            below = depth + 1 < len(rows)
            left = cell or (left if below and index and not NUMBERED.match(left) else "")
            if left and left not in words:
                words.append(left)
    return over


def columns_of(header: Sequence[Sequence[str]], *, gives: bool) -> tuple[Column, ...]:
    """Return what the columns under *header* hold.

    *gives* tells whether the words above the table say that it sets goals: figures of places are goals only then.
    """
    heads = head_words(header)
    found = [_column(words, index) for index, words in enumerate(heads)]
    if not any(column.kind == "main" for column in found):
        at = next((i for i, column in enumerate(found) if column.kind in ("place", "goal?", "other")), None)
        at = next((i for i, column in enumerate(found) if column.kind == "place"), at)
        if at is not None:
            found[at] = Column("place" if found[at].kind == "place" else "main", words=found[at].words)
    found = based(found)
    main = any(column.kind == "main" for column in found)
    matrix = not main and any(column.kind == "place" for column in found)
    return tuple(_settled(column, matrix=matrix, gives=gives) for column in found)


def based(columns: Sequence[Column]) -> list[Column]:
    """Take a bare year before the years that are said to be goals for the level that the plan starts from."""
    said = [column.last for column in columns if column.kind in ("goal", "span") and column.last and _AHEAD.search(column.words.lower())]
    first = None if any(column.kind == "base" for column in columns) else min(said, default=None)
    return [
        replace(column, kind="base")
        if first and column.kind == "goal" and column.last and column.last < first and not _AHEAD.search(column.words.lower())
        else column
        for column in columns
    ]


def _settled(column: Column, *, matrix: bool, gives: bool) -> Column:
    """Give a column that its own words leave open the role that the table leaves for it."""
    kind = column.kind
    if kind == "place":
        kind = "main" if matrix else "lead" if "đơn vị" not in column.words.lower() else "unit"
    elif kind == "goal?":
        kind = "goal"
    elif kind == "measured":
        kind = "measure" if matrix or gives else "other"
    elif kind == "other" and matrix and gives and column.words:
        kind = "measure"
    return Column(kind, column.first, column.last, column.words, column.unit)


def _column(words: list[str], index: int) -> Column:
    text = " ".join(words)
    plain = text.lower().strip(" .:")
    if NUMBERED.match(plain) or (not index and not plain):
        return Column("number")
    role = next((kind for kind, pattern in _ROLES if re.fullmatch(pattern, plain)), None)
    first, last = _years(plain)
    if role is not None and not (role in ("main", "lead", "time") and last and _GOAL.search(plain)):
        return Column("goal?" if role == "main" and index > 1 and plain in ("mục tiêu", "kế hoạch", "chỉ tiêu giao") else role, words=text)
    if _PLACE.match(plain):
        return Column("place", words=text)
    rest = _IDLE.sub(" ", _without_unit(plain)).split()
    own = words[-1] if words else ""
    unit = _UNIT_BEHIND.search(own)
    if len(rest) > 1:
        if _BASE.search(plain) and not last:
            return Column("background", words=text)
        goal = bool(_GOAL.search(" ".join(words[:-1]).lower())) or bool(last)
        return Column("measured" if goal else "other", first, last, _name(own), squeeze(unit["unit"]) if unit else None)
    if _BASE.search(plain) and not _AHEAD.search(plain):
        return Column("base", first, last, text)
    if not last and (part := _PART_OF_YEAR.fullmatch(plain)):
        first = last = f"Q{_QUARTERS[part['quarter']]}" if part["quarter"] else "06" if part["half"] == "6" else "09"
    if last or _GOAL.search(plain):
        return Column("span" if first != last else "goal", first, last, text, squeeze(unit["unit"]) if unit else None)
    return Column("other", words=_name(own), unit=squeeze(unit["unit"]) if unit else None)


def _years(plain: str) -> tuple[str | None, str | None]:
    if span := _SPAN.search(plain):
        return span[1], span[2]
    date = date_of(plain)
    if half := re.search(r"6 tháng đầu năm (20\d\d)", plain):
        date = f"{half[1]}-06"
    return date, date


def _without_unit(text: str) -> str:
    return _UNIT_BEHIND.sub("", text)


def _name(words: str) -> str:
    """Return a measure's name out of its head: without the years and the unit."""
    name = squeeze(_YEAR_WORDS.sub(" ", _without_unit(words))).strip(" .:,-–")
    return name or squeeze(words)
