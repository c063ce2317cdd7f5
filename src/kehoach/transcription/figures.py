"""From a clause's text to its commitments with figures: measure, test, unit, time, stat, force, base, condition, part of which.

One rule to a function; what remains open is a doubt in words, or a ``reading``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from kehoach.transcription.bounds import base_of, beyond_plan, shares_unit, test_of
from kehoach.transcription.commitment import ASSIGNED, Commitment, Governing, Numbers, Setting
from kehoach.transcription.levels import as_base, is_past, remark, start_of
from kehoach.transcription.lists import Segment, Sentence
from kehoach.transcription.matching import SURE, Indicators, Match, is_money, same_unit
from kehoach.transcription.naming import OVER_PLAN, as_the_catalogue_has_it, is_state, named
from kehoach.transcription.phrases import Quantity, Time
from kehoach.transcription.segments import read_sentence
from kehoach.transcription.sentences import sentences
from kehoach.transcription.special import Said, beyond, second_quota, universal
from kehoach.transcription.timing import AVERAGE, KEEPS, each_year, flow_time, growth_of, growth_time, is_flow, time_of_segment, when_of
from kehoach.transcription.wording import is_bare, is_elliptic, label_length, measure_of, quote_of, shares_verb

_COMPLETES = re.compile(r"\bhoàn thành\s+(?:từ\s+|trên\s+|ít nhất\s+)?\Z", re.IGNORECASE)
_PLAN = re.compile(r"\A\s*(?:trở lên\s+)?(?:các\s+)?(?:chỉ tiêu|kế hoạch|dự toán|nhiệm vụ|quân số)\b", re.IGNORECASE)


_SECURES = re.compile(r"\b(?:bảo đảm|đảm bảo|đạt|thực hiện)\s+\Z", re.IGNORECASE)
_QUOTA = re.compile(
    r"\A\s*(?:chỉ tiêu|quân số)(?:\s+(?:được\s+)?(?:trên\s+|cấp trên\s+|tỉnh\s+|thành phố\s+)?giao)?\s*(?:[,;.]|\Z)", re.IGNORECASE
)
_PER_YEAR = re.compile(r"[^,;.()]{0,60}?/\s*năm\b")
_REACHES = re.compile(r"\s*(?:đạt|được công nhận)\b", re.IGNORECASE)
"""Behind ``100%`` itself: one thing is to reach a state; a noun there says of how many it is the rate."""
_INCOME = re.compile(r"\b(?:thu nhập|lương|bình quân đầu người|GRDP)\b", re.IGNORECASE)
"""Measured by the year as it is: ``68 triệu đồng/năm`` does not say that it is promised for every year."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What a sentence has said already: its last commitment, its last whole, and the last that named its measure in full."""

    last: Commitment | None = None
    whole: Commitment | None = None
    root: Commitment | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """What the words around a figure say."""

    before: str
    after: str
    measure: str
    part: Commitment | None
    time: Time | None
    match: Match | None
    growth: bool
    falls: bool
    elliptic: bool
    bare: bool
    """It names nothing that is measured: the measure before goes on."""
    assigned: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the figures of clauses, with the catalogue of indicators and the plan's years."""

    indicators: Indicators
    catalogue: Any
    setting: Setting

    def read(self, text: str, plain: str, governing: Governing) -> tuple[list[Commitment], Governing, list[Quantity]]:
        """Return the commitments of a clause, what it hands down, and the figures that are none.

        *text* is the clause with citations masked, *plain* the same as printed.
        """
        found: list[Commitment] = []
        left: list[Quantity] = []
        handed = Governing()
        first = label_length(text)
        whole_time = governing.time
        base: Numbers | None = None
        for start, end in sentences(text):
            sentence = read_sentence(text, max(start, first) if start < first < end else start, end, self.setting.year)
            left.extend(sentence.left)
            if sentence.time is not None and re.match(r"\s*:", text[sentence.time.end : end]):
                whole_time = sentence.time
            here = Governing(sentence.time or whole_time, governing.force, governing.whole)
            new_base = base_of(text, sentence, self.setting)
            if new_base is not None:
                base = new_base
                continue
            made = list(self._sentence(text, plain, sentence, here))
            for item in made:
                if base is not None and shares_unit(item, base):
                    item.base, base = base, None
            found.extend(made)
            if sentence.opens_list:
                handed = Governing(
                    sentence.time or whole_time,
                    sentence.force is not None or governing.force,
                    made[-1] if made and sentence.ends_in_part else None,
                )
        return found, handed, left

    def _sentence(self, text: str, plain: str, sentence: Sentence, governing: Governing) -> Iterator[Commitment]:
        previous: Commitment | None = None
        whole: Commitment | None = None
        root: Commitment | None = None
        for segment in sentence.segments:
            if (
                len(segment.quantity.figures) == 2
                and all(segment.quantity.bounds)
                and segment.quantity.bounds[0] == segment.quantity.bounds[1]
            ):
                yield from self._two(text, plain, sentence, segment, governing)
                continue
            made = self._segment(text, plain, sentence, segment, governing, _Before(previous, whole, root))
            yield from made
            if made:
                previous = made[0]
                root = root if root is not None and made[0].elliptic else made[0]
                if not segment.part:
                    whole = made[0]
                elif whole is None:
                    whole = previous

    def _two(self, text: str, plain: str, sentence: Sentence, segment: Segment, governing: Governing) -> Iterator[Commitment]:
        """``>85% - >95%``: two commitments, neither of which says when."""
        for figure, bound in zip(segment.quantity.figures, segment.quantity.bounds, strict=True):
            one = replace(segment.quantity, figures=(figure,), bounds=(bound,))
            made = self._segment(text, plain, sentence, replace(segment, quantity=one), governing, _Before())
            for item in made:
                item.doubts.append("hai mức đi liền nhau, văn bản không nói mức nào cho mốc nào")
            yield from made

    def _segment(
        self, text: str, plain: str, sentence: Sentence, segment: Segment, governing: Governing, said: _Before
    ) -> list[Commitment]:
        quantity = segment.quantity
        read = self._words(text, plain, sentence, segment, governing, said)
        if is_past(read.time, self.setting) and not segment.force:
            as_base(said.last, quantity, read.time)
            return []
        special = Said(segment, quote_of(plain, sentence, segment, read.time), read.measure, read.time, segment.force or governing.force)
        if beyond_plan(text, quantity, read.before):
            return [beyond(self, special, said.last)]
        if segment.every is not None and not quantity.percent:
            return [universal(self, special)]
        item = self._made(text, plain, segment, read, special)
        item.elliptic = read.elliptic
        if self._over_plan(item, read, said, quantity):
            return [item]
        if read.bare and said.last is not None and not is_state(self.catalogue, said.last.indicator):
            item.indicator, item.name = said.last.indicator, said.last.name
            if (known := self.catalogue.get(item.indicator)) is not None:
                as_the_catalogue_has_it(item, known)
            return [item]
        named(item, read.match, read.measure, self.catalogue)
        if read.match is not None and item.indicator == read.match.slug:
            as_the_catalogue_has_it(item, self.catalogue[read.match.slug])
        return [item, *(second_quota(self, item, read.after) if read.assigned else [])]

    def _words(self, text: str, plain: str, sentence: Sentence, segment: Segment, governing: Governing, said: _Before) -> _Read:
        """Return what the words around a figure say: measure, whole, time, growth, indicator."""
        quantity = segment.quantity
        leads = segment.shared or segment
        before, after = text[leads.start : leads.quantity.start], text[quantity.end : segment.end]
        part = (said.last if segment.of_last else said.whole) if segment.part else governing.whole
        measure = measure_of(plain, sentence, segment)
        elliptic = is_elliptic(text, segment, said.root)
        time = time_of_segment(segment, governing, part, said.root if elliptic else None)
        bare = said.last is not None and not segment.part and is_bare(measure)
        if bare and time is None and said.last is not None:
            time = said.last.time_from
        growth, falls = growth_of(before, leads)
        assigned = quantity.percent and bool(
            (_COMPLETES.search(before) and _PLAN.match(after)) or (_SECURES.search(before) and _QUOTA.match(after))
        )
        unit = ASSIGNED if assigned else "%" if quantity.percent else quantity.unit
        states = not quantity.percent or bool(_REACHES.match(after)) or self.indicators.names_state(after)
        whole = f"{said.root.measure} {measure}" if elliptic and said.root else measure
        match = self._match(measure, whole, part, plain[sentence.start : segment.start], unit=unit, growth=growth, states=states)
        return _Read(before, after, measure, part, time, match, growth=growth, falls=falls, elliptic=elliptic, bare=bare, assigned=assigned)

    def _made(self, text: str, plain: str, segment: Segment, read: _Read, said: Said) -> Commitment:
        """Return the commitment that a figure makes, before it is known of which indicator."""
        quantity, part = segment.quantity, read.part
        unit = "%" if quantity.percent else quantity.unit
        test, doubts = test_of(quantity, read.after, falls=read.falls, growth=read.growth)
        stat, when, reading, more = self._stat_and_time(text, segment, read.time, part, growth=read.growth, unit=unit)
        item = Commitment(
            segment.start, said.quote, read.measure, test, when, stat=stat, reading=reading, growth=read.growth, time_from=read.time
        )
        item.force = "aim" if said.force or (part is not None and part.force == "aim") else "firm"
        if part is not None:
            item.part_of = part
            if not item.growth and part.growth and quantity.percent and shares_verb(read.before):
                item.stat, item.growth = part.stat, True
        if read.assigned:
            item.test, item.unit = {"ge": quantity.figures[0]}, ASSIGNED
        elif not item.growth:
            item.unit = self._unit_of(part, unit)
        item.doubts.extend([*doubts, *more])
        remark(item, plain, segment)
        item.base = start_of(segment, plain)
        return item

    def _over_plan(self, item: Commitment, read: _Read, said: _Before, quantity: Quantity) -> bool:
        """``…, đến 30/9 đạt 80% dự toán``: per cent of what was assigned, of the measure before."""
        if said.last is None or not quantity.percent or not OVER_PLAN.match(read.after) or len(read.measure.split()) > 7:
            return False
        if read.match is not None and read.match.score >= SURE:
            return False
        item.indicator, item.unit, item.part_of = said.last.indicator, ASSIGNED, None
        return True

    def _unit_of(self, part: Commitment | None, unit: str | None) -> str | None:
        """A part is counted in its whole's unit where that is the same in other words."""
        known = self.catalogue.get(part.indicator) if part is not None else None
        whole = part.unit or (known.unit if known else None) if part is not None else None
        return whole if whole and unit and same_unit(whole, unit) else unit

    def _match(
        self, measure: str, whole: str, part: Commitment | None, before: str, *, unit: str | None, growth: bool, states: bool
    ) -> Match | None:
        """Match a measure by its own words; one that says little, with its whole's or with what the sentence said before."""
        tries: list[tuple[str, str | None]] = [(measure, None)] if measure == whole else [(measure, None), (whole, None)]
        if part is not None:
            tries.append((f"{measure} {part.measure}", part.indicator))
        elif len(measure.split()) <= 4:
            tries.append((f"{measure} {before}", None))
        found = [
            m
            for words, but in tries
            if (m := self.indicators.match(words, unit=unit, growth=growth, states=states, but=but))
            and (words == measure or len(measure.split()) > 8 or self.indicators.speaks_of(measure, m.slug))
        ]
        return next((m for m in found if m.score >= SURE), max(found, key=lambda m: m.score, default=None))

    def _stat_and_time(
        self,
        text: str,
        segment: Segment,
        time: Time | None,
        part: Commitment | None,
        *,
        growth: bool,
        unit: str | None,
    ) -> tuple[str, Any, Numbers | None, list[str]]:
        setting = self.setting
        if growth:
            return growth_time(text, segment, time, part, setting)
        leads = segment.shared or segment
        before = text[leads.start : leads.quantity.start]
        keeps = bool(KEEPS.search(before))
        if any(t.kind == "average" for t in (*segment.times, *leads.times)) and unit != "%" and (time is None or time.kind == "each_year"):
            return "value", each_year(time), None, ["“bình quân”: mỗi năm, hay tính chung cả kỳ?"]
        if (
            (segment.quantity.per_year or _PER_YEAR.match(text[segment.quantity.end : segment.end]))
            and not (is_money((unit or "").partition("/")[0]) and _INCOME.search(before))
            and (time is None or time.kind != "each_year")
            and not (time is not None and time.kind == "by" and segment.time_is_own)
            and not AVERAGE.search(before)
        ):
            return "value", each_year(time), None, []
        if part is not None and part.stat == "sum" and unit != "%" and (time is None or time is part.time_from):
            return "sum", part.when, None, []
        flows = unit != "%" and bool(is_flow(before, text[segment.quantity.end : segment.end])) and "/" not in (unit or "")
        spans = time is not None and time.kind == "span"
        if flows or (spans and unit != "%" and (is_money(unit) or flows)):
            when = flow_time(time, setting, part)
            return ("value" if isinstance(when, dict) and ("each_year" in when or "by" in when) else "sum"), when, None, []
        return "value", when_of(time, setting, keeps=keeps), None, []
