"""Which figures of a sentence are commitments: not those in names, sizes, ages, lengths of time and counts of the text's own."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kehoach.transcription.matching import is_money
from kehoach.transcription.phrases import Phrase, Quantity, counted_as
from kehoach.transcription.vocabulary import NO_COMMITMENT_UNITS, UNITS

_NAMES_A_THING = re.compile(
    r"(?:lần thứ|thứ|khóa|khoá|[Pp]hụ lục|[Đđ]iều|khoản|số|Vành đai|[Qq]uốc lộ|[Tt]ỉnh lộ|[Đđ]ề án|công nghệ|phiên bản|cả|Covid|rộng|dài|cao|sâu|lộ giới|mặt cắt|bước|lúc|tờ|lô|giai đoạn|quyết|định|hiện có|hiện nay có|[Tt]rang|"
    r"tổng số|trong số|gồm|toàn bộ|\bQL|\bTL|thế kỷ|đề mục|biểu|mẫu|đợt|kỳ|tại chỗ)\s*\Z"
)
_NAMES_WITHOUT_UNIT = re.compile(
    r"(?:đường|cầu|tổ|Tổ|khu|Khu|thôn|Thôn|mức độ|(?<!ở )mức|cấp độ|loại|(?<!xếp )hạng|lớp|nhóm|(?<!mỗi )(?<!hằng )(?<!hàng )(?<!từng )năm|(?<!mỗi )tháng|ngày|(?<!mỗi )quý|tiểu khu|phân khu|chặng|nấc|quận|Quận|nhà|chợ|trường)\s*\Z"
)
_LASTS = re.compile(r"\b(?:thời gian|thời hạn|tuổi thọ|rút ngắn|số ngày)\b", re.IGNORECASE)
"""A length of time or an age is a commitment only where it is what is to be reached."""


_TALKED_OF = re.compile(
    r"\b(?:[Rr]à soát|[Tt]rình|danh mục|tiến độ|đối với|giao cho|[Tt]ổ trưởng|[Tt]rưởng|tại|của|quy mô|tải trọng|công suất|dung tích|lưu lượng|kinh phí(?: dự kiến| khoảng)?|tổng mức đầu tư|thuộc|qua|sau|các|những|toàn bộ|"
    r"một trong|cộng đồng|[Cc]ủng cố|[Kk]iện toàn|[Cc]ự ly|diện tích (?:sàn|xây dựng)|(?:có|với) (?:tổng )?diện tích|(?:vốn|mức) đầu tư dự kiến|\d\s*[x×])\s*\Z"
)
"""Before a bare count these say which things are spoken of, not how many there shall be."""
_LOOKED_AFTER = re.compile(r"\b(?:giao khoán|khoán bảo vệ|bảo vệ|chăm sóc|khoanh nuôi|hoàn thành)\s*\Z", re.IGNORECASE)
"""What stands already is promised where it is to be looked after."""
_STANDS = re.compile(r"\A\s*(?:[^\W\d_]+\s+){0,4}?(?:hiện có|hiện nay|hiện hữu|chuyển tiếp|đã|nêu trên|nói trên|phải di dời)\b")
_EVENT = re.compile(
    r"\b(?:Giải(?! quyết| pháp| ngân| phóng| tỏa| toả| trình| thể| trí)|[Hh]ội thi|[Hh]ội thao|[Nn]gày hội|[Ll]ễ hội|[Cc]uộc thi|[Đđ]ội xung kích)\b[^,;.]*\Z"
)
_SHORTENED = re.compile(r"\b(?:còn|xuống|là|rút ngắn|giảm|đạt|tăng|lên|bình quân)(?:\s+(?:khoảng|từ))?\s*\Z", re.IGNORECASE)
_NORM = re.compile(r"\bmỗi\s+(?!năm|tháng|quý|tuần|ngày)(?:[^\W\d_]+\s+){1,2}\Z|\([^()]*\bdiện tích\s*\Z")
"""``mỗi hộ 30 triệu đồng``: how much each gets, not what is to be reached."""
_FOR_EACH = re.compile(r"\s*(?:cho\s+)?mỗi\s+(?!năm|tháng|quý|tuần|ngày)", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:mỗi|hằng|hàng|một)\s+(?:năm|tháng|quý|tuần)\b", re.IGNORECASE)
_REACHED = re.compile(r"\b(?:đạt|hoàn thành|đạt chuẩn)(?:\s+(?:thêm|được|đủ|từ))?\s*\Z", re.IGNORECASE)
_MULTIPLIES = re.compile(r"\bgấp(?:\s+(?:khoảng|hơn))?\s*\Z", re.IGNORECASE)


_RATE_OF_SUPPORT = re.compile(
    r"\b(?:mức|định mức|đơn giá)\s+(?:hỗ trợ|chi|cho vay|vay|thưởng|trợ cấp|khoán|bồi dưỡng|đóng góp|đóng|phạt)\b(?:(?!\.\s)[^;])*\Z",
    re.IGNORECASE,
)
_NORM_PAID = re.compile(r"\bhỗ trợ\b(?:(?!\.\s)[^;,])*\Z", re.IGNORECASE)
"""``hỗ trợ hộ tích tụ ruộng đất 5 triệu đồng/ha``: by how much each is helped, where the sum is said of one."""
_PORTION = re.compile(r"/\s*(?:suất|buổi|bữa|lượt|giờ)\b")
"""A sum for a meal or a session is a norm whatever stands before it."""
_PAID_TO = re.compile(r"\bchi trả\b(?:(?!\.\s)[^;])*\bcho\b(?:(?!\.\s)[^;])*\Z", re.IGNORECASE)
"""``chi trả chế độ cho 1.128 đối tượng, 346 người có công``: who is paid now."""
_CLASSED = re.compile(r"\(\s*(?:[^\W\d_]+\s+){0,2}(?:hạng|loại|quy mô|diện tích)\b[^()]*,\s*\Z", re.IGNORECASE)
"""``(chợ hạng 3, 126 điểm kinh doanh)``: what the thing before the bracket is like."""
_SUCH_AN_EVENT = re.compile(r"\bkhông để (?:xảy ra|phát sinh)\s+(?:[^\W\d_]+\s+){1,8}\Z", re.IGNORECASE)
"""``không để xảy ra vụ ngộ độc từ 30 người mắc trở lên``: how large the event is that must not happen."""
_EACH_BEFORE = re.compile(r"\(\s*(?:kết quả\s+)?năm\s+20\d\d\s+(?:lần lượt|tương ứng)\b[^()]*\d[^()]*\Z", re.IGNORECASE)
"""``(năm 2026 tương ứng là 81% và 76,5%)``: where each of the measures stood."""
_COSTS = re.compile(
    r"[\W\d]*(?:dự kiến\s+|dự toán\s+)?(?:tổng\s+)?(?:nguồn\s+)?(?:kinh phí|nhu cầu (?:vốn|kinh phí)|mức đầu tư|dự toán (?:kinh phí|chi))\b",
    re.IGNORECASE,
)
"""A sentence that opens so tells what the plan costs."""
_NOW = re.compile(
    r"(?:\A|[;,.])\W*(?:hiện nay|hiện tại|hiện|đến nay|tính đến nay)\b(?:(?!phấn đấu|đến năm|\blên\b|\bxuống\b|mục tiêu|\.\s)[^;])*\Z",
    re.IGNORECASE,
)
"""``…; hiện nay toàn xã có 2.410 ha``: how things stand."""
_AND_REACHES = re.compile(r"\A\s*,\s*(?:đạt|bảo đảm|đảm bảo)\s+(?:trên\s+|ít nhất\s+|tối thiểu\s+)?\d[\d.,]*\s*%", re.IGNORECASE)


def _background(text: str, start: int, quantity: Quantity) -> bool:
    """Tell whether a figure says what the plan costs, what each is given, or how things stand."""
    before = text[start : quantity.start]
    unit = quantity.unit or ""
    money = not quantity.percent and is_money(unit.partition("/")[0])
    if (money and (_PORTION.search(unit) or ("/" in unit and _NORM_PAID.search(before)))) or _EACH_BEFORE.search(before):
        return True
    return (money and bool(_COSTS.match(text, start) or _RATE_OF_SUPPORT.search(before) or _NORM.search(before))) or bool(
        _NOW.search(before)
    )


def _talked_of(text: str, start: int, quantity: Quantity) -> bool:
    """Tell whether a count without a comparator only says which things are spoken of."""
    if any(bound not in (None, "about") for bound in quantity.bounds) or quantity.post is not None or quantity.percent:
        return False
    before, behind = text[start : quantity.start], text[quantity.end :]
    if any(pattern.search(before) for pattern in (_EVENT, _NORM, _PAID_TO, _CLASSED)):
        return True
    if _FOR_EACH.match(behind):
        return True
    if before.rstrip().endswith("(") and behind.lstrip().startswith(")"):
        return True
    return quantity.total is None and bool(_TALKED_OF.search(before) or (_STANDS.match(behind) and not _LOOKED_AFTER.search(before)))


_NUMBER_OF = re.compile(
    r"\b(?:tổng\s+)?số\s+(?:lượng\s+)?(?P<unit>"
    + "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
    + r")\b(?P<rest>[^;,.()]*)\Z",
    re.IGNORECASE,
)
_PER = re.compile(r"(?:/|\btrên|\btính trên)\s*(?P<what>(?:một|\d[\d.]*)?\s*(?:vạn|nghìn|ngàn)?\s*dân)\b", re.IGNORECASE)


def _with_unit(text: str, start: int, quantity: Quantity) -> Quantity:
    """Give a bare figure the unit that its measure names: ``số bác sĩ trên 1 vạn dân đạt 9,5``."""
    if quantity.unit is not None or quantity.percent or (len(quantity.figures) == 1 and quantity.figures[0] in range(1900, 2100)):
        return quantity
    number = _NUMBER_OF.search(text[start : quantity.start])
    if number is None or not (any(quantity.bounds) or quantity.post or re.search(r"\b(?:đạt|là|còn|bằng|ở mức)\s*\Z", number["rest"])):
        return quantity
    per = _PER.search(number["rest"])
    unit = counted_as(number["unit"].lower()) + (f"/{' '.join(per['what'].split())}" if per else "")
    return replace(quantity, unit=unit)


def committed(text: str, start: int, found: list[Phrase]) -> tuple[list[Quantity], list[Quantity]]:
    """Part the figures of a sentence into commitments and others."""
    taken: list[Quantity] = []
    left: list[Quantity] = []
    for phrase in found:
        if isinstance(phrase, Quantity):
            quantity = _with_unit(text, start, phrase)
            compares = bool(taken) and _compares(text, taken[-1], quantity)
            (taken if not compares and _commits(text, start, quantity) else left).append(quantity)
    return taken, left


_INDEX = re.compile(r"\b(?:chỉ số|hệ số)\b[^,;.]*\b(?:đạt|ở mức)\Z", re.IGNORECASE)
"""``chỉ số phát triển con người đạt trên 0,8``: an index has no unit."""
_ADDS = re.compile(r"\b(?:tăng|giảm)(?:\s+thêm)?\s*\Z", re.IGNORECASE)
_WITH_BEFORE = re.compile(r"[^,;.]{0,20}\bso với (?:năm|cùng kỳ|hiện|đầu)", re.IGNORECASE)


def _compares(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Tell whether a figure only compares the one before it with an earlier year: how many times over, how many more."""
    between = text[before.end : quantity.start]
    if ";" in between or quantity.percent:
        return False
    more = quantity.unit == before.unit and _ADDS.search(between) and _WITH_BEFORE.match(text[quantity.end :])
    return quantity.unit == "lần" or bool(more)


def _sizes_an_event(before: str, behind: str, quantity: Quantity) -> bool:
    """Tell whether a figure only says from what size on an event must not happen."""
    at_least = quantity.post == "ge" or quantity.spread or re.match(r"\s*(?:[^\W\d_]+\s+){0,3}trở lên\b", behind)
    return bool(at_least and _SUCH_AN_EVENT.search(f"{before} "))


def _commits(text: str, start: int, quantity: Quantity) -> bool:
    before = text[start : quantity.start].rstrip(" (")
    if _background(text, start, quantity) or _sizes_an_event(before, text[quantity.end :], quantity):
        return False
    if quantity.percent:
        return True
    if (_NAMES_A_THING.search(before) and not any(quantity.bounds)) or _talked_of(text, start, quantity):
        return False
    if quantity.figures == (Decimal(1),) and quantity.bounds == ("gt",):
        return False  # "trên 1 ha": for each
    if quantity.unit is None:
        return bool(_INDEX.search(before)) and (any(quantity.bounds) or before.endswith("đạt"))
    if _NAMES_WITHOUT_UNIT.search(before) and not any(quantity.bounds) and quantity.unit.lower() not in ("tỷ đồng", "triệu đồng"):
        return False
    if quantity.unit == "lần":
        return _times_over(before, text[quantity.end :], quantity)
    if quantity.unit in ("tiêu chí", "chỉ tiêu") and _REACHED.search(before):
        return True
    if quantity.unit in NO_COMMITMENT_UNITS:
        settled = any(quantity.bounds) or quantity.post is not None or bool(_SHORTENED.search(before))
        return settled and bool(_LASTS.search(before[-60:])) and quantity.unit in ("tuổi", "ngày", "ngày làm việc", "giờ", "phút", "tháng")
    return True


def _times_over(before: str, behind: str, quantity: Quantity) -> bool:
    """Tell whether how many times over, or how often, is promised; not where a share of what is done so often is."""
    if _MULTIPLIES.search(before):
        return True
    often = quantity.per_year or (any(quantity.bounds) and bool(_OFTEN.search(before)))
    return often and not _AND_REACHES.match(behind)
