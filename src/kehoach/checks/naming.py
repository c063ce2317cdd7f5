"""Whether the words of a plan's work name what a target measures: most of its name, pair of syllables by pair of syllables."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kehoach.vietnamese import canonical

if TYPE_CHECKING:
    from kehoach.model.catalogues import Indicator

Pair = str
"""Two neighbouring syllables with a blank between them: a text keeps its hash, a tuple works it out whenever it is asked."""
_LEADING = re.compile(canonical("(?:Tỷ lệ|Số|Phường đạt chuẩn|Phường|Hoàn thành chỉ tiêu)") + r"\s+(.+)")
_TRAILING = re.compile(r"\s+" + canonical("(?:trên địa bàn|được giữ vững|từ nguồn .+)") + r"\Z")
_VERB = re.compile(canonical("(?:được )?(?:sử dụng|tham gia|có ít nhất một|có)") + r"\s+")
_LINKING = frozenset(map(canonical, ("và", "các", "cho", "của", "có", "được", "với", "về", "là", "từ")))
_SYLLABLE = re.compile(r"[^\s,;:.()\"“”/-]+")


@lru_cache(maxsize=8192)
def pairs(text: str) -> tuple[Pair, ...]:
    """Return every two neighbouring syllables of *text*, words that only link others left out."""
    syllables = [each for each in _SYLLABLE.findall(canonical(text)) if each not in _LINKING]
    return tuple(map(" ".join, pairwise(syllables)))


class Names:
    """The names of a catalogue's indicators as pairs of syllables, worked out once for all plans."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        catalogue = tuple(indicators)
        self._known = Counter(pair for each in catalogue for pair in set(pairs(each.name)))
        self._names: dict[Indicator, tuple[dict[Pair, None], ...]] = {}
        self.words = frozenset(pair for each in catalogue for name in self.of(each) for pair in name)
        """Every pair of any name."""

    def of(self, indicator: Indicator) -> tuple[dict[Pair, None], ...]:
        """Return the pairs of its name, of every alias and of the thing measured.

        A thing of one pair counts only where no other indicator has it in its name; a name that is only the unit
        ("doanh nghiệp") is no name of the measure.
        """
        if indicator not in self._names:
            names = [core(indicator.name), *indicator.aliases]
            known = pairs(thing(indicator))
            if len(known) > 1 or all(self._known[pair] == 1 for pair in known):
                names.append(thing(indicator))
            unit = canonical(indicator.unit or "")
            wanted = [dict.fromkeys(pairs(name)) for name in dict.fromkeys(map(canonical, names)) if name != unit]
            self._names[indicator] = tuple(each for each in wanted if each)
        return self._names[indicator]


def core(name: str) -> str:
    """Return an indicator's name without the words that only say how it is counted ("Tỷ lệ … trên địa bàn")."""
    words = canonical(name)
    leading = _LEADING.match(words)
    return _TRAILING.sub("", leading[1] if leading else words)


def thing(indicator: Indicator) -> str:
    """Return what an indicator measures, without those it is counted among ("dân số tham gia **bảo hiểm y tế**")."""
    words, among = core(indicator.name), canonical(indicator.of or "")
    rest = words.removeprefix(f"{among} ") if among else words
    return _VERB.sub("", rest, count=1) if rest != words and _VERB.match(rest) else rest


class Naming:
    """The words of many texts, to ask which of them name what an indicator measures."""

    def __init__(self, names: Names, texts: Mapping[str, frozenset[Pair]]) -> None:
        self._names, self._texts = names, texts

    @cached_property
    def _told(self) -> Mapping[Pair, list[str]]:
        """The texts that hold a pair of any name."""
        found: dict[Pair, list[str]] = defaultdict(list)
        for key, words in self._texts.items():
            for pair in words & self._names.words:
                found[pair].append(key)
        return found

    def naming(self, indicator: Indicator) -> set[str]:
        """Return the texts with three pairs in five of one of its names."""
        return {key for wanted in self._names.of(indicator) for key in self._most(wanted)}

    def holding(self, words: str) -> set[str]:
        """Return the texts with every pair of *words*; none for a single syllable, which is part of too many words."""
        wanted = frozenset(pairs(words))
        return {key for key, said in self._texts.items() if wanted <= said} if wanted else set()

    def _most(self, wanted: Mapping[Pair, None]) -> Iterable[str]:
        found = Counter(key for pair in wanted for key in self._told.get(pair, ()))
        return (key for key, times in found.items() if 5 * times >= 3 * len(wanted))
