"""Whether a text is surely plain: line by line in the small subset of YAML that ``fmt`` writes, which every parser reads the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = r"(?i:yes|no|on|off|y|n|true|false|null)"
_FIGURE = r"(?:(?!-?[1-9]\d{0,2}\.\d{3}(?!\d))-?[1-9]\d{0,8}(?:\.\d{0,5}[1-9])?|-?0\.\d{0,5}[1-9]|0|null|true|false)"
_SIMPLE = r"(?:0|[1-9]\d{0,8}(?:\.\d?[1-9])?+)"
_QUOTED = r"""(?:"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+')"""
_DIGIT = r"(?!\d{4}-(?!H[12](?![\w-]))|0[xobXOB])(?=[^\s,\[\]{}:]*[^\s\d_.,:eE+\-#\[\]{}]|[^\s,\[\]{}:]+[ ]+[^\s#,\[\]{}:\-])\d"
"""A figure that opens a text: ``100% trường học``, ``29-NQ/TW``, ``2027-H1``, a hash; no number, time or date."""
_FIRST = rf"(?:[^\s\-?:,\[\]{{}}#&*!|>'\"%@`=~<.+\d_]|{_DIGIT})"
_BLOCK = rf"(?!{_WORD}[ ]*(?:[ ]\#|$)){_FIRST}(?:[^:\#]|:(?=\S)|(?<=\S)\#)*+"
_INSIDE = rf"(?:{_QUOTED}|{_FIGURE}(?=[ ]*[,\]}}:])|(?!{_WORD}[ ]*[,\]}}:]){_FIRST}[^,\[\]{{}}:\#?]*+|,[ ]|:[ ])"


def _flow(depth: int) -> str:
    below = f"|{_flow(depth - 1)}" if depth else ""
    return rf"(?:[\[{{](?:{_INSIDE}{below})*+[\]}}])"  # a pair that does not match is no YAML: every parser refuses it


_LINE = re.compile(
    rf"[ ]*(?:\#.*|(?:-[ ]+)*(?:(?!{_WORD}:)(?:[^\W\d_][\w/-]*|{_QUOTED}):(?:[ ]+|$))?"
    rf"(?:(?:{_QUOTED}|{_FIGURE}|{_flow(4)})(?:[ ]*|[ ]+\#.*)|{_BLOCK}(?:(?<=[ ])\#.*)?)?)"
)
"""A line that surely holds nothing forbidden: what ``fmt`` writes, and most of what people write. Its brackets and quotes close on it."""


def _common() -> re.Pattern[str]:
    quoted = r'"[^"\\\n]*+"'
    keyword = r"[yntfoYNTFO](?i:es|o|n|ff|rue|alse|ull|)[ ]*"  # what begins like one is left to the careful look
    inside = rf"(?:{_SIMPLE}(?=[,\]}}])|{quoted}|(?!{keyword}[,\]}}])[^\W\d_][^,\[\]{{}}:\#?\"'\n]*+)"
    listed = rf"\[(?:{inside}(?:, {inside})*+)?\]"
    key = r"(?!(?:yes|no?|o(?:n|ff)|y|true|false|null):)[a-z][a-z_]*+:"
    pair = rf"{key} (?:{inside}|{listed})"
    pairs = rf"\{{{pair}(?:, {pair})*+\}}"
    words = rf"(?!{keyword}$)[^\W\d_][^:\#\"'\[\]{{}}\n]*+"
    return re.compile(rf"(?: *+(?:- )?+(?:{key}(?: (?:{words}|{quoted}|{_SIMPLE}|{pairs}|{listed}))?|{pairs})\n)*+", re.MULTILINE)


_COMMON = _common()
"""Runs of nearly all of these lines, found at a third of the cost: a key with words, a figure, a text in quotes, plain pairs or a plain list."""
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
_UNSEEN = {
    lead: re.compile(lead + rest)
    for lead, rest in (
        (b"\xc2", rb"[\x80-\x9f]"),  # U+0080 to U+009F
        (b"\xe2", rb"(?:\x80[\x8b-\x8f\xa8\xa9]|\x81\xa0)"),  # U+200B to U+200F, U+2028, U+2029, U+2060
        (b"\xef", rb"(?:\xbb\xbf|\xbf[\xbe\xbf])"),  # U+FEFF, U+FFFE, U+FFFF
    )
}
"""For each first byte of such characters in UTF-8 what finds them; a quotation mark begins with one of them too."""
_SEEN = bytes({*range(256)} - {*_CONTROLS, *b"".join(_UNSEEN)})
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Of these and the ends of lines and tabs, what no plain text holds."""


def unseen(raw: bytes) -> bool:
    """Tell whether a text, given in UTF-8, holds a character that nobody sees, ends of lines and tabs apart."""
    left = raw.translate(None, _SEEN)
    return bool(left.translate(None, b"".join(_UNSEEN))) or any(lead in left and rest.search(raw) for lead, rest in _UNSEEN.items())


def suspicious(text: str, *, hiding: bool | None = None) -> bool:
    """Tell whether the text might hold anything outside the plain subset; ``False`` is certain.

    Whether it is *hiding* a character that is :func:`unseen` need not be asked where it is known.
    """
    if hiding is None:
        hiding = unseen(text.encode("utf-8", "surrogatepass"))
    unprintable = (hiding or "\t" in text or "\r" in text) and _UNPRINTABLE.search(text)
    return bool(unprintable) or not all(map(_LINE.fullmatch, _uncommon(text if text.endswith("\n") else f"{text}\n")))


def _uncommon(text: str) -> Iterator[str]:
    """Yield the lines that are none of the common ones, without their ends."""
    at = 0
    while (run := _COMMON.match(text, at)) and run.end() < len(text):  # a run may be empty
        at = text.index("\n", run.end()) + 1
        yield text[run.end() : at - 1]
