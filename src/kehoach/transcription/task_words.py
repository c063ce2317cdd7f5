"""The words of a task: its title, the words it is quoted by, what it hands over; and lines that set goals but no task."""

from __future__ import annotations

import re

from kehoach.vietnamese import squeeze

_PRODUCT = re.compile(
    r"\b(?:[Xx]ây dựng|[Bb]an hành|[Ll]ập|[Ss]oạn thảo)\s+(?:và\s+(?:ban hành|triển khai(?: thực hiện)?|tổ chức thực hiện)\s+|,\s*ban hành\s+)?(?P<what>(?:các\s+)?(?:[Kk]ế hoạch|[Cc]hương trình|[Đđ]ề án|[Pp]hương án|[Qq]uy chế|[Hh]ướng dẫn|[Qq]uy hoạch)(?:,\s*(?:kế hoạch|chương trình|đề án|phương án|lộ trình))*)(?=[\s,.;])"
)
_MEASURED = re.compile(
    r"\W*(?:phấn đấu,?\s+)?(?:(?:đến|cuối|trong|hết)?\s*(?:hết\s+|cuối\s+)?(?:năm|ngày)\s+[\d/]+,?\s+|hằng năm,?\s+|hàng năm,?\s+)?(?:duy trì\s+|giữ\s+|có\s+)?"
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỷ suất|tổng (?:số|thu|sản lượng|diện tích|giá trị|đàn)|số (?:lượng|hộ|vụ)|thu ngân sách|thu nhập|giá trị|sản lượng|diện tích|năng suất|doanh thu|tốc độ|chỉ số|độ che phủ|mật độ)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\W*(?:phấn đấu,?\s+)?(?:đến|năm|cuối|hết|hằng năm|hàng năm)\b", re.IGNORECASE)
_PIECE = re.compile(r";\s+|\.\s+(?=[A-ZÀ-ỸĐ])|,\s+(?=đến\s)")


_COSTS = re.compile(
    r"\W*(?:dự kiến\s+|dự toán\s+|khái toán\s+|nhu cầu\s+|tổng\s+|nguồn\s+)*(?:kinh phí|vốn(?! đầu tư công)|ngân sách thực hiện)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\d\s*(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*đồng\b", re.IGNORECASE)


def tells_costs(title: str) -> bool:
    """Tell whether a heading is the one of what the plan costs and who pays it."""
    return bool(_COSTS.match(title))


def is_cost(title: str, text: str) -> bool:
    """Tell whether a line under such a heading names a sum."""
    return tells_costs(title) and bool(_MONEY.search(text))


def only_goals(text: str) -> bool:
    """Tell whether a line holds nothing but figures to be reached: every piece has one, and says what is measured or by when."""
    pieces = [piece for piece in _PIECE.split(text) if piece.strip()]
    figures = all(re.search(r"\d\s*%|\d\s+[^\W\d_]", piece) for piece in pieces)
    return figures and bool(_MEASURED.match(text)) and all(_MEASURED.match(p) or _DATED.match(p) for p in pieces)


def product_of(text: str) -> str | None:
    """Return the document that a task is to make, as printed."""
    match = _PRODUCT.search(text[:300])
    return squeeze(match["what"]) if match else None


def short(text: str, limit: int = 110) -> str:
    """Return a title out of a paragraph: its first clause, cut at a word."""
    plain = squeeze(text)
    head = re.split(r"[.;](?:\s|\Z)", plain)[0].strip(" ,:")
    if len(head) > limit:
        cut = max(head.rfind(", ", 40, limit), head.rfind(" và ", 60, limit))
        head = head[: cut if cut > 0 else head.rfind(" ", 0, limit)]
    return (head[:1].upper() + head[1:]).strip(" ,:") or plain[:limit]


def first_words(text: str, limit: int = 100) -> str:
    """Return the words that a task is quoted by: those it opens with, cut between words."""
    plain = squeeze(text)
    if len(plain) <= limit:
        return plain.rstrip(" ;,:")
    return plain[: plain.rfind(" ", 0, limit)].rstrip(" ;,:")
