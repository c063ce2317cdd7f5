"""The phrases of a sentence: figures with comparator and unit, times, and the words that govern them.

The grammar is ``phrases.lark``; here it is loaded, fed, and its tree made into values with their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from kehoach.transcription.vocabulary import COUNTED_AS, UNITS
from kehoach.vietnamese import canonical, parse_number

QUOTED, CITED = "\u0001", "\u0002"
"""Stand for every character of a quotation or of a cited document: no figure in there is this document's own."""

_NUMBER_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
Bound = Literal["ge", "gt", "le", "lt", "about"]
_BOUNDS: dict[str, Bound] = {"AT_LEAST": "ge", "MORE": "gt", "AT_MOST": "le", "LESS": "lt", "ABOUT": "about"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure or range as printed. ``bounds`` are the comparators before each figure; ``post`` is ``trở lên``, ``trở xuống``."""

    start: int
    end: int
    figures: tuple[Decimal, ...]
    bounds: tuple[Bound | None, ...]
    percent: bool
    unit: str | None
    per_year: bool
    post: Literal["ge", "le"] | None
    spread: bool
    """``from`` stands before it, as in ``từ 10% đến 12%``."""
    total: Decimal | None = None
    """Of how many: 9 in ``04/09 thôn``."""
    noun: str | None = None
    """The unit as printed: ``trường học`` where the unit is ``trường``."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time as printed: kind of the grammar's terminal, first and last date in the registry's form."""

    start: int
    end: int
    kind: Literal["span", "by", "each_year", "average", "since", "ongoing"]
    first: str | None = None
    last: str | None = None
    words: str = ""

    @property
    def years(self) -> str | list[str | None]:
        """First and last date of a span; ``period`` where the text says only that it is the whole."""
        return "period" if self.first is None else [self.first, self.last]


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or sign that governs: ``force``, ``part``, ``every``, ``post``, and the signs that part a sentence."""

    start: int
    end: int
    kind: str
    words: str = ""


Phrase = Quantity | Time | Mark


_COMPARATORS = frozenset({*_BOUNDS, "FROM_FIGURE"})
_FIGURES = frozenset({"NUMBER", "FRACTION"})
_WORDS = frozenset({"WORD", "OTHER", "QUOTE", "DOCUMENT", "DURATION"})
_JOINS = frozenset({"RANGE", "TO_FIGURE"})


class _Settled:
    """Between lexer and parser: a comparator, a dash or a number word that is part of no figure is a word like any other."""

    always_accept = ()

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        """Return the tokens with those that lead nowhere made words, and a run of words as its first."""
        tokens = list(stream)
        for index in reversed(range(len(tokens))):
            following = tokens[index + 1].type if index + 1 < len(tokens) else ""
            before = tokens[index - 1].type if index else ""
            if not self._leads_on(tokens[index].type, before, following):
                tokens[index] = tokens[index].update(type="OTHER")
        for index, token in enumerate(tokens):
            if token.type in _JOINS | {"NUMBER_WORD"} and tokens[index - 1].type == "OTHER":
                tokens[index] = token.update(type="OTHER")
        return (
            token for index, token in enumerate(tokens) if token.type not in _WORDS or not index or tokens[index - 1].type not in _WORDS
        )

    def _leads_on(self, kind: str, before: str, following: str) -> bool:
        if kind in _COMPARATORS:
            return following in _FIGURES | _COMPARATORS | {"NUMBER_WORD"}
        if kind in _JOINS:
            return before in {"NUMBER", "PERCENT"} and following in _FIGURES | _COMPARATORS
        return kind != "NUMBER_WORD" or (before in _COMPARATORS and following == "UNIT")


@cache
def _parser() -> Any:
    from lark import Lark

    units = "|".join(re.escape(unit).replace(r"\ ", r"\s+") for unit in sorted(UNITS, key=len, reverse=True))
    units = re.sub(r"(?<=\|)(tỷ|triệu)(?=\|)", r"\1(?!\\s+(?:lệ|trọng|suất))", units)  # "150 tỷ", but never the "tỷ" of "tỷ lệ"
    grammar = files(__package__).joinpath("phrases.lark").read_text("utf-8").replace("UNITS_HERE", units)
    return Lark(grammar, parser="lalr", lexer="basic", postlex=_Settled(), propagate_positions=True, maybe_placeholders=False)


@lru_cache(maxsize=4096)
def phrases(sentence: str, year: int | None = None) -> tuple[Phrase, ...]:
    """Return the phrases of *sentence* in order; every text has a reading, if only of words.

    *year* is the one year of the plan: a quarter, a month or a day without a year is that year's, and no time where there is none.
    """
    return tuple(_read(_parser().parse(sentence), year))


def _read(tree: Any, year: int | None) -> Iterator[Phrase]:
    for node in tree.children:
        if not hasattr(node, "data"):
            continue
        if node.data == "quantity":
            yield _quantity(node)
        elif node.data == "time" and node.children[0].type == "YEARLESS":
            token = node.children[0]
            if year is not None and (last := date_of(f"{token}{_year_behind(token)}{year}")) is not None:
                yield Time(token.start_pos, token.end_pos, "by", None, last, str(token))
        elif node.data == "time":
            yield _time(node.children[0])
        elif node.data == "mark":
            token = node.children[0]
            yield Mark(token.start_pos, token.end_pos, token.type.lower(), str(token))


def _quantity(node: Any) -> Quantity:
    figures: list[Decimal] = []
    bounds: list[Bound | None] = []
    bound: Bound | None = None
    percent = per_year = spread = False
    unit = noun = post = total = None
    for child in node.children:
        if hasattr(child, "data") and child.data in ("number", "worded"):
            text, _, whole = str(child.children[0]).partition("/")
            figures.append(Decimal(_NUMBER_WORDS.index(text.lower()) + 1) if child.data == "worded" else parse_figure(text.strip()))
            total = parse_figure(whole.strip()) if whole else total
            percent = percent or (len(child.children) > 1 and str(child.children[1]) != "‰")
            unit = "‰" if len(child.children) > 1 and str(child.children[1]) == "‰" else unit
            bounds.append(bound)
            bound = None
        elif hasattr(child, "data"):
            kind = child.children[0].type
            bound, spread = _BOUNDS.get(kind, bound), spread or kind == "FROM_FIGURE"
        elif child.type == "UNIT":
            noun = " ".join(str(child).split())
            unit = counted_as(noun)
        elif child.type == "PER_YEAR":
            per_year = True
        elif child.type == "POST":
            post = post_of(str(child))
    if unit is not None and re.search(r"/\s*năm\Z", unit):
        unit, per_year = re.sub(r"\s*/\s*năm\Z", "", unit), True
    end = node.meta.end_pos
    if percent and unit is not None:  # "80% đoàn viên": the noun is whom the rate is of
        end, unit = next(c.children[-1].end_pos for c in reversed(node.children) if hasattr(c, "data") and c.data == "number"), None
    return Quantity(node.meta.start_pos, end, tuple(figures), tuple(bounds), percent, unit, per_year, post, spread, total, noun)


def counted_as(unit: str) -> str:
    """Return the noun that counts in a unit: ``trường học`` is ``trường``, ``căn nhà`` is ``căn``."""
    first, slash, rest = unit.partition("/")
    return COUNTED_AS.get(first.strip().lower(), first) + slash + rest


def post_of(words: str) -> Literal["ge", "le"]:
    """Return the bound that ``trở lên`` and ``trở xuống`` make."""
    return "ge" if words.rsplit(maxsplit=1)[-1].lower() == "lên" else "le"


def parse_figure(text: str) -> Decimal:
    """Return the figure printed: ``1.120`` and ``13,5`` as Vietnamese print them; ``13.5`` with a point is a decimal all the same."""
    if re.fullmatch(r"\d+\.\d{1,2}|\d{4,}\.\d+|0\.\d+", text):
        return Decimal(text)
    return parse_number(text)


def _year_behind(words: str) -> str:
    return "/" if "/" in words else " năm "


_BEFORE_YEAR = re.compile(r"(?:chậm nhất\s+|đến\s+)?trước\s+(?:năm\s+)?\d{4}\Z", re.IGNORECASE)
"""``trước năm 2029``: the last year in which it may still come true is 2028."""


def _time(token: Any) -> Time:
    text, kind = str(token), token.type
    years = re.findall(r"(?:19|20)\d\d", text)
    start, end = token.start_pos, token.end_pos
    if kind == "BY_SCHOOL_YEAR":
        return Time(start, end, "by", None, years[0], text)
    if kind == "SPAN":
        first, last = years[0], years[1]
        return Time(start, end, "span", first, last, text) if first <= last else Time(start, end, "by", None, last, text)
    if kind in ("EACH_YEAR", "AVERAGE_YEAR", "ONGOING"):
        kinds: dict[str, Literal["each_year", "average", "ongoing"]] = {
            "EACH_YEAR": "each_year",
            "AVERAGE_YEAR": "average",
            "ONGOING": "ongoing",
        }
        return Time(start, end, kinds[kind], words=text)
    if kind == "SINCE":
        return Time(start, end, "since", date_of(text), None, text)
    if kind == "WHOLE":
        return Time(start, end, "span", words=text)
    if _BEFORE_YEAR.match(text) and years:
        return Time(start, end, "by", None, str(int(years[-1]) - 1), text)
    return Time(start, end, "by", None, date_of(text), text)


def date_of(text: str) -> str | None:
    """Return a printed date in the registry's form, as precise as it is printed; ``None`` where the calendar has no such day."""
    if match := re.search(
        r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", text, re.IGNORECASE
    ):
        day, month, year = (int(part) for part in match.groups() if part)
        return f"{year}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else str(year)
    if match := re.search(r"quý\s+(?:[IVX]+\s*(?:và|,|-)\s*(?:quý\s+)?)?([IVX]+|\d)\D+(\d{4})", text, re.IGNORECASE):
        number = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(match[1].upper()) or (int(match[1]) if match[1].isdigit() else 0)
        return f"{match[2]}-Q{number}" if 1 <= number <= 4 else match[2]
    if match := re.search(r"tháng\s+(\d{1,2})\D+(\d{4})", text, re.IGNORECASE):
        return f"{match[2]}-{int(match[1]):02d}" if 1 <= int(match[1]) <= 12 else match[2]
    if match := re.search(r"(6|06|sáu|9|09|chín)\s+tháng\s+(đầu|cuối)?\D*(\d{4})", text, re.IGNORECASE):
        return f"{match[3]}-{'12' if match[2] == 'cuối' else '06' if match[1].lower() in ('6', '06', 'sáu') else '09'}"
    years = re.findall(r"(?:19|20)\d\d", text)
    return years[-1] if years else None


def unquoted(text: str) -> str:
    """Return *text* with every quotation blanked out, every character in its place."""
    return re.sub(r"“[^”]{1,200}”|\"[^\"]{1,200}\"", lambda match: QUOTED * len(match[0]), text)


def masked(text: str, spans: list[tuple[int, int]]) -> str:
    """Return *text* with cited documents and quotations blanked out, every character in its place."""
    chars = list(text)
    for match in re.finditer(r"“[^”]{1,200}”|\"[^\"]{1,200}\"", text):
        if re.search(r"\d", match[0]):
            chars[match.start() : match.end()] = QUOTED * len(match[0])
    for start, end in spans:
        chars[start:end] = CITED * (end - start)
    return "".join(chars)


def same_words(text: str) -> str:
    """Return *text* for comparisons that keep accents."""
    return canonical(text)
