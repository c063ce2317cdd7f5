"""The pairs of neighbouring words of texts, as numbers: many thousands of texts are compared by them, in the few words of one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, pairwise
from sys import intern

Pair = int | tuple[str, str]
"""Two neighbouring words: their number, or themselves where very many are numbered already."""
_MOST = 1 << 18


class WordPairs:
    """Reads texts as pairs of words; *words* says what counts in something that stands between two blanks: one word, none or several."""

    def __init__(self, words: Callable[[str], Iterable[str]]) -> None:
        self._words = _Words(words)
        self._pairs = _Pairs()

    def __call__(self, text: str) -> Iterator[Pair]:
        """Return each two neighbouring words, in order: two same words are the same in all texts, in this process."""
        return map(self._pairs.__getitem__, pairwise(chain.from_iterable(map(self._words.__getitem__, text.split()))))


class _Words(dict[str, tuple[str, ...]]):
    """The words of what stands between two blanks, worked out when it first occurs."""

    def __init__(self, words: Callable[[str], Iterable[str]]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, printed: str) -> tuple[str, ...]:
        found = tuple(map(intern, self._words(printed)))
        if len(self) < _MOST:
            self[printed] = found
        return found


class _Pairs(dict[tuple[str, str], int]):
    """The numbers of pairs: to find a number again is quicker than to compare two texts, and they lie close together."""

    def __missing__(self, pair: tuple[str, str]) -> Pair:
        if len(self) >= _MOST:
            return pair
        self[pair] = number = len(self)
        return number
