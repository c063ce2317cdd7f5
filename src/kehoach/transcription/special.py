"""Figures that say something else than they print: more than a plan, one for each, one quota over two things."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kehoach.transcription.commitment import ASSIGNED, Commitment
from kehoach.transcription.lists import Segment
from kehoach.transcription.matching import SURE
from kehoach.transcription.naming import as_the_catalogue_has_it, named
from kehoach.transcription.phrases import Time
from kehoach.transcription.timing import when_of

if TYPE_CHECKING:
    from kehoach.transcription.figures import Reader


@dataclass(frozen=True, slots=True)
class Said:
    """A figure with its words: what is quoted of it, what it measures, when, whether it is only striven for."""

    segment: Segment
    quote: str
    measure: str
    time: Time | None
    force: bool


def beyond(reader: Reader, said: Said, last: Commitment | None) -> Commitment:
    """``vượt dự toán từ 5% trở lên`` is at least 105% of what was assigned."""
    figure = said.segment.quantity.figures[0] + 100
    item = Commitment(
        said.segment.start,
        said.quote,
        said.measure,
        {"ge": figure},
        when_of(said.time, reader.setting, keeps=False),
        time_from=said.time,
    )
    item.implied, item.unit = (figure,), ASSIGNED
    item.force = "aim" if said.force else "firm"
    match = reader.indicators.match(said.measure, unit=ASSIGNED, growth=False, states=False)
    if (match is None or match.score < SURE) and last is not None:
        item.indicator, item.name = last.indicator, last.name
    else:
        named(item, match, said.measure, reader.catalogue)
    return item


def universal(reader: Reader, said: Said) -> Commitment:
    """``mỗi X có ít nhất N Y`` is 100% of the X."""
    item = Commitment(
        said.segment.start,
        said.quote,
        said.measure,
        {"eq": 100},
        {"each_year": "period"}
        if said.time is None and said.segment.quantity.per_year
        else when_of(said.time, reader.setting, keeps=False),
        time_from=said.time,
    )
    item.implied, item.unit = (100,), "%"
    item.force = "aim" if said.force else "firm"
    match = reader.indicators.match(said.measure, unit="%", growth=False)
    named(item, match, said.measure, reader.catalogue)
    if match is not None and item.indicator == match.slug:
        as_the_catalogue_has_it(item, reader.catalogue[match.slug])
    return item


def second_quota(reader: Reader, item: Commitment, after: str) -> list[Commitment]:
    """One quota figure over two things: ``100% chỉ tiêu A, B``."""
    head = re.match(r"\s*(?:chỉ tiêu\s+)?(?:tuyển chọn(?:\s+và\s+gọi)?\s+công dân|tuyển chọn|tuyển|giao)?\s*", after)
    lead = head[0] if head else ""
    cuts = [m.end() for m in re.finditer(r",\s+|\s+và\s+", after) if m.start() > len(lead)]
    for cut in cuts:
        halves = (after[:cut], f"{lead} {after[cut:]}")
        first, second = (reader.indicators.match(half, unit=ASSIGNED, growth=False, states=False) for half in halves)
        if first and second and first.slug != second.slug and min(first.score, second.score) >= SURE:
            own = {match.slug: None if reader.catalogue[match.slug].unit == ASSIGNED else ASSIGNED for match in (first, second)}
            item.indicator, item.unit = first.slug, own[first.slug]
            return [replace(item, indicator=second.slug, unit=own[second.slug], doubts=list(item.doubts))]
    return []
