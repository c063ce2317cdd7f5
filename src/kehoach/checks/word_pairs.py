"""The pairs of neighbouring words of texts, as numbers: many thousands of texts are compared by them, in the few words of one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, pairwise

_WORDS = 1 << 24
"""More than the words of any language, with all its figures."""


class WordPairs:
    """Reads texts as pairs of words; *words* says what counts in something that stands between two blanks: one word, none or several."""

    def __init__(self, words: Callable[[str], Iterable[str]]) -> None:
        self._numbers = _Numbers(words)

    def __call__(self, text: str) -> list[int]:
        """Return the pair of each two neighbouring words, in order: two same words are the same number, in this process."""
        found = chain.from_iterable(map(self._numbers.__getitem__, text.split()))
        return [one * _WORDS + two for one, two in pairwise(found)]


class _Numbers(dict[str, tuple[int, ...]]):
    """What stands between two blanks as the numbers of its words, worked out when it first occurs."""

    def __init__(self, words: Callable[[str], Iterable[str]]) -> None:
        super().__init__()
        self._words = words
        self._known: dict[str, int] = {}

    def __missing__(self, printed: str) -> tuple[int, ...]:
        found = tuple([self._known.setdefault(word, len(self._known)) for word in self._words(printed)])
        self[printed] = found
        return found
