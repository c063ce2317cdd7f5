"""Vietnamese words, numbers, dates and order: what every layer needs and no library gives.

Sources: the number and date forms of Nghị định 30/2020/NĐ-CP, Phụ lục I; the order of the alphabet as in the
official dictionaries (letters first, then tones ngang, huyền, hỏi, ngã, sắc, nặng).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Combining marks of the five written tones, in dictionary order; the level tone is 0."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_ORDER = {letter: index for index, letter in enumerate(_ALPHABET, start=1)}
_DASH = re.compile("[\u2010\u2011\u2012\u2013\u2014\u2015\u2212]")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_SPACES = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"([^\W\d_]+)")
_SYLLABLE = re.compile('[^\\s\u200b\ufeff\u2010-\u2015\u2212,;:.()"“”/-]+')
_NUMBER_GOES_ON = re.compile(r"\d[\s%\u200b\ufeff]*(?:[-dD]|[^\x00-\x7f])")
_BETWEEN = frozenset(' ,;:.()"“”/-') | {""}
"""What stands before and behind whole words."""
_QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}


class _Bare(dict[int, str]):
    """Small letters without their marks, each worked out when it first occurs."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        self[code] = "".join(part for part in parts if not unicodedata.combining(part)).replace("đ", "d")
        return self[code]


_BARE = _Bare()


@lru_cache(maxsize=16384)
def squeeze(text: str) -> str:
    """Return *text* in NFC with every run of white space made one blank."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u200b", " ").replace("\ufeff", " ").split())


@lru_cache(maxsize=4096)
def small(text: str) -> str:
    """Return *text* in small letters, with plain dashes and single blanks."""
    return _DASH.sub("-", squeeze(text)).lower()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return *text* for a search without accents: lower case, no marks, ``đ`` as ``d``, plain dashes, single blanks."""
    return small(text).translate(_BARE)


def syllables(text: str) -> tuple[str, ...]:
    """Return the syllables of *text* in small letters."""
    return tuple(_SYLLABLE.findall(unicodedata.normalize("NFC", text).lower()))


@lru_cache(maxsize=65536)
def canonical(text: str) -> str:
    """Return *text* for a comparison that keeps accents but not case, form, kind of dash or place of the tone.

    The tone of every word is moved behind its last letter, so ``hoà`` and ``hòa``, ``uỷ`` and ``ủy`` agree.
    """
    return _with_tones_last(small(text))


def stands_in(words: str, text: str) -> bool:
    """Tell whether *words* stand in *text* letter by letter, as whole words: looked for where they first occur."""
    start = text.find(words)
    end = start + len(words)
    return start >= 0 and text[max(start - 1, 0) : start] in _BETWEEN and text[end : end + 1] in _BETWEEN


def says(text: str, words: str) -> bool:
    """Tell whether *words* stand in *text*, case, form, kind of dash and place of the tone apart."""
    return stands_in(words, text) or canonical(words) in canonical(text)  # the same letters are found sooner


@lru_cache(maxsize=65536)
def as_printed(text: str) -> str:
    """Return *text* for "stands there as printed": case kept; blanks, kinds of dash and quote, and place of the tone not."""
    plain = _DASH.sub("-", unicodedata.normalize("NFC", text)).translate(_QUOTES)
    return _SPACES.sub("", _with_tones_last(plain))


def parse_number(text: str) -> Decimal:
    """Return the number that Vietnamese print as *text*: ``1.120`` is 1120, ``13,5`` is 13.5, ``04`` is 4."""
    from decimal import Decimal  # what only finds words needs none

    return Decimal(text.replace(".", "").replace(",", "."))


def numbers_in(text: str) -> set[Decimal]:
    """Return the numbers that are printed in *text*."""
    return {parse_number(found) for found in _NUMBER.findall(text)}


def may_join_figures(text: str) -> bool:
    """Tell whether a dash or "đến" may follow a figure in *text*: folding is dear, and most texts need none to be sure of a no."""
    return _NUMBER_GOES_ON.search(text) is not None


def _with_tones_last(text: str) -> str:
    parts = _WORD.split(text)  # every other one is a word
    parts[1::2] = map(_tone_last, parts[1::2])
    return "".join(parts)


@lru_cache(maxsize=16384)
def _tone_last(word: str) -> str:
    """Return a word with its tone behind its last letter; a language has few words, and they come again in every sentence."""
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", word):
        (tones if char in _TONES else letters).append(char)
    return unicodedata.normalize("NFC", "".join(letters)) + "".join(tones)


def slugify(text: str) -> str:
    """Return an ASCII slug: ``Lê Chân`` becomes ``le-chan``."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Return a key that sorts as a Vietnamese dictionary does: letters first, then tones, then the text itself."""
    letters: list[int] = []
    tones: list[int] = []
    for char in squeeze(text).lower():
        tone, letter = 0, ""
        for part in unicodedata.normalize("NFD", char):
            if part in _TONES:
                tone = _TONES[part]
            else:
                letter += part
        base = unicodedata.normalize("NFC", letter)
        order = _LETTER_ORDER.get(base)
        letters.append(1000 + order if order else min(ord(base[0]), 999) if base else 0)
        tones.append(tone)
    return tuple(letters), tuple(tones), text


def number(value: int | Decimal) -> str:
    """Return a number as Vietnamese print it: ``1120`` → ``1.120``, ``13.5`` → ``13,5``, ``-6`` → ``-6``."""
    text = str(value) if isinstance(value, int) else format(value, "f")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, fraction = digits.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    fraction = fraction.rstrip("0")
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def quantity(value: int | Decimal, unit: str | None) -> str:
    """Return a number with its unit: ``97%``, ``150 tỷ đồng``; a unit that begins with ``%`` follows without a blank."""
    if not unit:
        return number(value)
    return number(value) + unit if unit.startswith("%") else f"{number(value)} {unit}"


def period_words(text: str) -> str:
    """Return a reporting period in words: ``2027`` → ``năm 2027``, ``2027-H1`` → ``6 tháng đầu năm 2027``, ``2027-Q3`` → ``quý III/2027``."""
    year, _, part = text.partition("-")
    if not part:
        return f"năm {year}"
    if part.startswith("H"):
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
    return date_words(text)


def date_words(text: str) -> str:
    """Return a kehoach date in words: ``2026-05-14`` → ``14/5/2026``, ``2026-Q2`` → ``quý II/2026``, ``2026`` → ``2026``."""
    year, _, rest = text.partition("-")
    if not rest:
        return year
    if rest.startswith("Q"):
        return f"quý {_QUARTERS[rest[1:]]}/{year}"
    month, _, day = rest.partition("-")
    return f"{int(day)}/{int(month)}/{year}" if day else f"tháng {int(month)}/{year}"
