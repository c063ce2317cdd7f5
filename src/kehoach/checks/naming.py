"""Whether the words of a plan's work name what a target measures: runs of syllables at the ends of its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from kehoach.vietnamese import canonical

if TYPE_CHECKING:
    from kehoach.model.catalogues import Indicator

_LEADING = re.compile(canonical("(?:Tỷ lệ|Số|Phường đạt chuẩn|Phường|Hoàn thành chỉ tiêu)") + r"\s+(.+)")
_TRAILING = re.compile(r"\s+" + canonical("(?:trên địa bàn|được giữ vững|đúng hạn)") + r"\Z")
_TOO_WIDE = frozenset(map(canonical, ("cơ sở", "công trình", "tỷ đồng", "triệu đồng", "% kế hoạch giao")))
"""Units whose words stand for much else, or for money."""
_SYLLABLE = re.compile(r"[^\s,;:.()\"“”/-]+")


def grams(text: str, length: int = 3) -> Iterator[tuple[str, ...]]:
    """Yield every run of *length* syllables of *text*."""
    syllables = _SYLLABLE.findall(canonical(text))
    return (tuple(syllables[at : at + length]) for at in range(len(syllables) - length + 1))


def core(name: str) -> str:
    """Return an indicator's name without the words that only say how it is counted ("Tỷ lệ … trên địa bàn")."""
    words = canonical(name)
    leading = _LEADING.match(words)
    return _TRAILING.sub("", leading[1] if leading else words)


def named(indicator: Indicator | None, said: AbstractSet[tuple[str, ...]], shared: AbstractSet[tuple[str, ...]]) -> bool:
    """Tell whether *said* (runs of two and three syllables) names what an indicator measures.

    Three syllables at either end of its name, or of an alias, do; so do the last two, unless they are *shared* with another
    indicator; and so does the thing that it counts, where one word alone says it ("doanh nghiệp").
    """
    if indicator is None:
        return False
    for name in map(core, (indicator.name, *indicator.aliases)):
        runs, ends = list(grams(name)), list(grams(name, 2))[-1:]
        if any(run in said for run in (*runs[:1], *runs[-1:], *(end for end in ends if end not in shared))):
            return True
    counted = canonical((indicator.unit or "").partition("/")[0])
    return counted not in _TOO_WIDE and any(run in said for run in list(grams(counted, 2))[:1])


def last_words(indicators: Iterable[Indicator]) -> set[tuple[str, ...]]:
    """Return the last two syllables that the names of several indicators end in."""
    ends = Counter(end for indicator in indicators for end in list(grams(core(indicator.name), 2))[-1:])
    return {end for end, times in ends.items() if times > 1}
