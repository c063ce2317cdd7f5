"""Whether the words of a plan's work name what a target measures: most of its name, pair of syllables by pair of syllables."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, filterfalse
from typing import TYPE_CHECKING

from kehoach.checks.word_pairs import Pair, WordPairs
from kehoach.vietnamese import canonical, syllables

if TYPE_CHECKING:
    from kehoach.checks.facts import Shared
    from kehoach.model.catalogues import Indicator

_LEADING = re.compile(canonical("(?:Tỷ lệ|Số|Phường đạt chuẩn|Phường|Hoàn thành chỉ tiêu)") + r"\s+(.+)")
_TRAILING = re.compile(r"\s+" + canonical("(?:trên địa bàn|được giữ vững|từ nguồn .+)") + r"\Z")
_VERB = re.compile(canonical("(?:được )?(?:sử dụng|tham gia|có ít nhất một|có)") + r"\s+")
_LINKING = frozenset(map(canonical, ("và", "các", "cho", "của", "có", "được", "với", "về", "là", "từ")))


pairs = WordPairs(lambda printed: filterfalse(_LINKING.__contains__, map(canonical, syllables(printed))))
"""Returns every two neighbouring syllables of a text, words that only link others left out."""


class Names:
    """The names of a catalogue's indicators as pairs of syllables."""

    def __init__(self, indicators: Mapping[str, Indicator]) -> None:
        known = Counter(pair for each in indicators.values() for pair in set(pairs(each.name)))
        self._names = {slug: tuple(_names(each, known)) for slug, each in indicators.items()}
        self._pairs = frozenset(pair for names in self._names.values() for name in names for pair in name)

    def among(self, told: frozenset[Pair]) -> frozenset[Pair]:
        """Return those of the pairs *told* that stand in any name; all that naming needs of them, which is little."""
        return told & self._pairs

    def of(self, slug: str) -> tuple[Mapping[Pair, None], ...]:
        """Return the pairs of an indicator's name, of every alias and of the thing measured; none where it is not in the catalogue."""
        return self._names.get(slug, ())


@lru_cache(maxsize=1)
def names(indicators: Shared[Indicator]) -> Names:
    """Return the names of a catalogue, worked out once for all wards that share it."""
    return Names(indicators.entries)


def _names(indicator: Indicator, known: Mapping[Pair, int]) -> Iterator[dict[Pair, None]]:
    """Yield the pairs of each name; *known* says how many indicators have a pair in their names.

    A thing of one pair counts only where no other indicator has it in its name; a name that is only the unit
    ("doanh nghiệp") is no name of the measure.
    """
    said, counted = [core(indicator.name), *indicator.aliases], tuple(pairs(thing(indicator)))
    if len(counted) > 1 or all(known.get(pair) == 1 for pair in counted):
        said.append(thing(indicator))
    unit = canonical(indicator.unit or "")
    wanted = (dict.fromkeys(pairs(name)) for name in dict.fromkeys(map(canonical, said)) if name != unit)
    yield from (each for each in wanted if each)


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
    """Texts, each as the pairs that it holds of any name, to ask which of them name what an indicator measures."""

    def __init__(self, names: Names, texts: Mapping[str, frozenset[Pair]]) -> None:
        self._names, self.texts = names, texts
        self._naming: dict[str, frozenset[str]] = {}
        self._holding: dict[Pair, list[str]] = defaultdict(list)
        for key, told in texts.items():
            for pair in told:
                self._holding[pair].append(key)

    def naming(self, indicator: str) -> frozenset[str]:
        """Return the texts with three pairs in five of one of the names of an indicator, given by its slug."""
        if indicator not in self._naming:
            self._naming[indicator] = frozenset(key for wanted in self._names.of(indicator) for key in self._most(wanted))
        return self._naming[indicator]

    def _most(self, wanted: Mapping[Pair, None]) -> Iterable[str]:
        holding = [self._holding[pair] for pair in wanted if pair in self._holding]
        if 5 * len(holding) < 3 * len(wanted):
            return ()
        found = Counter(chain.from_iterable(holding))
        return (key for key, times in found.items() if 5 * times >= 3 * len(wanted))
