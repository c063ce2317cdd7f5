"""What a text measures, matched to the catalogue of indicators.

Accents, case, place of the tone, dashes and common abbreviations do not matter. A match is sure, or it is offered with its
neighbours; the caller says so in a comment.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from kehoach.model.catalogues import Indicator
from kehoach.transcription.vocabulary import ABBREVIATIONS, MONEY, TURNING
from kehoach.vietnamese import fold, slugify

CERTAIN, SURE, POSSIBLE, STATE_POSSIBLE = 0.74, 0.66, 0.5, 0.6
"""How near a name must come: taken without a word, taken with a remark, offered; the same for states."""
_WORDS = re.compile(r"[a-z0-9&%]+")
_IDLE = frozenset(
    [
        "ty",
        "le",
        "so",
        "tong",
        "cac",
        "cua",
        "tren",
        "dia",
        "ban",
        "phuong",
        "xa",
        "duoc",
        "co",
        "dat",
        "va",
        "la",
        "den",
        "nam",
        "trong",
        "o",
        "tai",
        "cho",
        "theo",
        "muc",
        "chi",
        "tieu",
        "hang",
        "moi",
        "nhung",
        "voi",
        "toan",
        "thanh",
        "pho",
        "ty",
        "le",
        "phan",
        "tram",
        "tro",
        "len",
        "it",
        "nhat",
        "thuc",
        "hien",
    ]
)
_SHORT = {fold(short): fold(long) for short, long in ABBREVIATIONS.items()}
_SHORT_ALIAS = 4
"""The words of a short alias say little where they stand apart: ``tốc độ tăng … thu …``."""
SWERVES = 0.65
"""What a name is worth that says another measure of the same thing: ``hộ cận nghèo`` for ``hộ nghèo``."""
_SAID_SHORTLY = 16
"""A longer text says more than one thing: a turning word in it need not be about the measure."""
_Y = re.compile(r"\b([bcdghklmnpqrstvx]h?)y\b")


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """Return the folded words of *text*, abbreviations spelt out, ``sỹ`` and ``sĩ`` alike."""
    plain = " ".join(_SHORT.get(word, word) for word in _WORDS.findall(fold(text)))
    return tuple(_Y.sub(r"\1i", plain).split())


_TURNING = tuple(words(phrase) for phrase in TURNING)


@lru_cache(maxsize=20_000)
def _turns(said: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return the turning words that stand in *said*."""
    return frozenset(turn for turn in _TURNING if turn[0] in said and _contains(said, turn))


@dataclass(frozen=True, slots=True)
class Match:
    """The best entry for a text. ``sure`` where nothing else comes near; ``others`` are the next best."""

    slug: str
    score: float
    sure: bool
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """A state indicator spoken of in a text: how much of its name is there, and where."""

    slug: str
    weight: float
    start: int
    end: int
    size: int


def placed_words(text: str) -> list[tuple[str, int, int]]:
    """Return the words of :func:`words` with their places in *text*."""
    return [(word, m.start(), m.end()) for m in re.finditer(r"[\w&]+|%", text) for word in words(m[0])]


@dataclass(frozen=True, slots=True)
class _Name:
    slug: str
    words: tuple[str, ...]
    weight: float
    alias: bool


class Indicators:
    """The catalogue of indicators, to be asked what a text measures."""

    def __init__(self, catalogue: Mapping[str, Indicator]) -> None:
        self._catalogue = catalogue
        names = [(slug, name, alias) for slug, entry in catalogue.items() for name, alias in _names(entry)]
        seen: dict[str, set[str]] = {}
        for slug, name, _ in names:
            for word in words(name):
                seen.setdefault(word, set()).add(slug)
        total = max(len(catalogue), 2)
        self._weights = {word: (0.25 if word in _IDLE else 1.0) * math.log(1 + total / len(slugs)) for word, slugs in seen.items()}
        self._rare = math.log(1 + total)
        self._names = [_Name(slug, w, self._weight(w), alias) for slug, name, alias in names if (w := words(name))]

    def match(self, text: str, *, unit: str | None, growth: bool, states: bool = True, but: str | None = None) -> Match | None:
        """Return what *text* measures (*but* not this), given the printed unit of its figure (``%`` counts as one)."""
        said = words(text)
        turns = _turns(said)
        scores: dict[str, float] = {}
        for name in self._names:
            entry = self._catalogue[name.slug]
            if name.slug == but or (not states and entry.type == "state"):
                continue
            score = self._score(name, said) * self._unit_factor(entry, unit, growth=growth)
            if score and len(said) <= _SAID_SHORTLY and _turns(name.words) != turns:
                score *= SWERVES
            scores[name.slug] = max(scores.get(name.slug, 0.0), score)
        return _best(scores)

    def speaks_of(self, measure: str, slug: str) -> bool:
        """Tell whether most of what a measure itself says stands in the indicator's name, whatever its whole or its sentence add."""
        said = [word for word in dict.fromkeys(words(measure)) if word not in _IDLE]
        turns = _turns(words(measure))
        names = [set(name.words) for name in self._names if name.slug == slug and turns <= _turns(name.words)]
        weight = self._weight(said)
        return bool(names) and (not said or any(self._weight(w for w in said if w in name) >= 0.4 * weight for name in names))

    def names_state(self, text: str) -> bool:
        """Tell whether *text* opens with the thing that a state indicator is about: ``trạm y tế`` of ``Trạm Y tế đạt chuẩn``."""
        said = words(text)[:3]
        return any(name.words[:3] == said for name in self._names if self._catalogue[name.slug].type == "state")

    def states(self, text: str) -> list[State]:
        """Return the state indicators that *text* speaks of, the best of those that overlap."""
        placed = placed_words(text)
        said = tuple(word for word, _, _ in placed)
        there = frozenset(said)
        found: list[State] = []
        for name in self._names:
            if self._catalogue[name.slug].type != "state":
                continue
            core = tuple(w for w in name.words if w not in ("phuong", "xa", "la"))
            if self._weight(w for w in core if w in there) < STATE_POSSIBLE * self._weight(core):
                continue
            for start, end, shared in _windows(said, core):
                weight = self._weight(core[i] for i in shared) / max(self._weight(core), 1e-9)
                found.append(State(name.slug, weight, placed[start][1], placed[end - 1][2], len(core)))
            if len(core) >= 5:
                found.extend(self._in_any_order(name.slug, core, placed))
        found.sort(key=lambda s: (-min(s.weight, 0.95), -s.size, s.end - s.start))
        kept: list[State] = []
        for state in found:
            if state.weight >= STATE_POSSIBLE and all(state.end <= k.start or k.end <= state.start for k in kept):
                kept.append(state)
        return sorted(kept, key=lambda s: s.start)

    def _in_any_order(self, slug: str, core: tuple[str, ...], placed: list[tuple[str, int, int]]) -> Iterator[State]:
        """A name whose words stand close together in another order counts a little less."""
        for start in range(len(placed)):
            window = placed[start : start + len(core) + 6]
            if window[0][0] not in core:
                continue
            there = [item for item in window if item[0] in core]
            weight = 0.9 * self._weight(w for w in core if w in {item[0] for item in there}) / max(self._weight(core), 1e-9)
            yield State(slug, weight, there[0][1], there[-1][2], len(core))

    def _weight(self, some: Iterable[str]) -> float:
        return sum(self._weights.get(word, self._rare * 0.6) for word in some)

    def _score(self, name: _Name, said: tuple[str, ...]) -> float:
        if name.alias and _contains(said, name.words):
            return 0.95
        if name.alias and len(name.words) <= _SHORT_ALIAS:
            return 0.8 * self._overlap(name, said)
        return self._overlap(name, said)

    def _overlap(self, name: _Name, said: tuple[str, ...]) -> float:
        """Return how much of a name is said, in what order, beside how much else."""
        common = set(said)
        shared = (0.8 if name.alias else 1.0) * sum(self._weights[w] for w in name.words if w in common) / name.weight
        if shared < 0.45:
            return 0.0
        order = LCSseq.normalized_similarity(name.words, said) if len(said) <= 60 else 0.0
        extra = [w for w in said if w not in name.words and w not in _IDLE]
        told = shared * name.weight / (shared * name.weight + 0.35 * self._weight(dict.fromkeys(extra)))
        return 0.72 * shared + 0.2 * told + 0.08 * order

    def _unit_factor(self, entry: Indicator, unit: str | None, *, growth: bool) -> float:
        if entry.type == "state":
            return 0.75 if unit != "%" else 0.95
        if growth:
            return 0.8 if entry.unit == "%" else 1.0
        if unit is None or entry.unit is None:
            return 0.9
        return 1.0 if same_unit(unit, entry.unit) else 0.74


def _names(entry: Indicator) -> list[tuple[str, bool]]:
    return [(entry.name, False), *((alias, True) for alias in entry.aliases)]


def _best(scores: Mapping[str, float]) -> Match | None:
    ranked = sorted(((score, slug) for slug, score in scores.items() if score >= POSSIBLE), reverse=True)
    if not ranked:
        return None
    score, slug = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return Match(slug, score, sure=score >= SURE and score - second >= 0.03, others=tuple(s for _, s in ranked[1:4]))


def _contains(said: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return any(said[i : i + len(name)] == name for i in range(len(said) - len(name) + 1))


def _windows(said: tuple[str, ...], core: tuple[str, ...]) -> list[tuple[int, int, list[int]]]:
    """Return stretches of *said* that hold words of *core* in their order, with which of them."""
    span = len(core) * 2 + 4
    found = []
    for start in [i for i, word in enumerate(said) if word in core]:
        window = said[start : start + span]
        shared, place, last = [], 0, start
        for index, word in enumerate(core):
            try:
                place = window.index(word, place) + 1
            except ValueError:
                continue
            shared.append(index)
            last = start + place
        found.append((start, last, shared))
    return found


def same_unit(one: str, other: str) -> bool:
    """Tell whether two units are the same in other words: ``bác sỹ`` and ``bác sĩ``, ``tỉ đồng`` and ``tỷ đồng``."""
    a, b = (words(re.sub(r"\s*/\s*(?:người|năm|người/năm)\Z", "", unit)) for unit in (one, other))
    return a == b or _shortened(a) == _shortened(b) or (a[:1] == b[:1] and a[0] not in ("ti", "trieu", "nghin") and "/" not in one + other)


def _shortened(unit: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in unit if w not in ("gia", "dinh", "benh", "hoc", "dan"))


def is_money(unit: str | None) -> bool:
    """Tell whether a unit is an amount of money."""
    return unit is not None and unit.lower() in MONEY


def proposed_id(name: str) -> str:
    """Return an id for an indicator that the catalogue does not have, from the first words of what is measured."""
    plain = re.sub(r"\A(?:tỷ lệ|tỉ lệ|số lượng|tổng số|số(?!\s+(?:hóa|hoá|liệu|định danh)))\s+", "", name.strip(), flags=re.IGNORECASE)
    return "-".join(slugify(plain).split("-")[:7]) or "chi-tieu-moi"
