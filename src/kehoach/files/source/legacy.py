"""Vietnamese text in the codes from before Unicode, TCVN3 (ABC) and VNI: recognised by the words that come out, and converted.

Both put Vietnamese letters on codes that mean something else to everybody: ``Céng hßa`` is TCVN3 for ``Cộng hòa``, ``Coäng
hoøa`` is VNI. A text is taken for one of them only where conversion makes far more Vietnamese words than it had.
"""

from __future__ import annotations

import re
import unicodedata

_TCVN3 = {
    "µ": "à", "¸": "á", "¶": "ả", "·": "ã", "¹": "ạ", "¨": "ă", "»": "ằ", "¾": "ắ", "¼": "ẳ", "½": "ẵ", "Æ": "ặ", "©": "â", "Ç": "ầ", "Ê": "ấ", "È": "ẩ", "É": "ẫ", "Ë": "ậ", "®": "đ",
    "Ì": "è", "Ð": "é", "Î": "ẻ", "Ï": "ẽ", "Ñ": "ẹ", "ª": "ê", "Ò": "ề", "Õ": "ế", "Ó": "ể", "Ô": "ễ", "Ö": "ệ", "×": "ì", "Ý": "í", "Ø": "ỉ", "Ü": "ĩ", "Þ": "ị", "ß": "ò", "ã": "ó", "á": "ỏ", "â": "õ", "ä": "ọ",
    "«": "ô", "å": "ồ", "è": "ố", "æ": "ổ", "ç": "ỗ", "é": "ộ", "¬": "ơ", "ê": "ờ", "í": "ớ", "ë": "ở", "ì": "ỡ", "î": "ợ", "ï": "ù", "ó": "ú", "ñ": "ủ", "ò": "ũ", "ô": "ụ", "\xad": "ư", "õ": "ừ", "ø": "ứ", "ö": "ử",
    "÷": "ữ", "ù": "ự", "ú": "ỳ", "ý": "ý", "û": "ỷ", "ü": "ỹ", "þ": "ỵ", "¡": "Ă", "¢": "Â", "§": "Đ", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư",
}  # fmt: skip
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323", "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = {
    "ñ": "đ",
    "ô": "ơ",
    "ö": "ư",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
    "Ñ": "Đ",
    "Ô": "Ơ",
    "Ö": "Ư",
    "Æ": "Ỉ",
    "Ó": "Ĩ",
    "Ò": "Ị",
    "Î": "Ỵ",
}
_VNI = re.compile(r"([aeouyôöAEOUYÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ñôöæóòîÑÔÖÆÓÒÎ]")
_COMMON = re.compile(
    r"(?<!\w)(?:của|và|các|phường|xã|nhân|dân|thực|hiện|kế|hoạch|tỷ|lệ|đạt|năm|đến|công|tác|nhiệm|vụ|hội|trên|địa|bàn|độc|lập|hạnh|phúc|ủy|đảng|số|ngày|tháng)(?!\w)",
    re.IGNORECASE,
)


def converted(text: str) -> str:
    """Return *text* in Unicode where it is in TCVN3 or VNI, as it is otherwise."""
    had = _vietnamese(text)
    best = max((tcvn3(text), vni(text)), key=_vietnamese)
    made = _vietnamese(best)
    return best if made >= 4 and made > 2 * had else text


def decoded(raw: bytes) -> str | None:
    """Return the text of bytes that are no UTF-8: UTF-16, or a single-byte Vietnamese code; ``None`` where no Vietnamese comes out."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = raw.decode("utf-16", "replace")
        return text if _vietnamese(text) >= 4 else None
    plain = raw.decode("latin-1")
    best = max((tcvn3(plain), vni(plain), unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))), key=_vietnamese)
    return best if _vietnamese(best) >= 4 else None


def tcvn3(text: str) -> str:
    """Convert TCVN3, as Windows shows its bytes."""
    return "".join(_TCVN3.get(char, char) for char in text)


def vni(text: str) -> str:
    """Convert VNI: a letter and, behind it, the letter that stands for its marks."""
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def _vni_letter(match: re.Match[str]) -> str:
    if match[1] is None:
        return _VNI_ALONE[match[0]]
    return _VNI_ALONE.get(match[1], match[1]) + _VNI_MARKS[match[2].lower()]


def _vietnamese(text: str) -> int:
    return len(_COMMON.findall(text[:20_000]))
