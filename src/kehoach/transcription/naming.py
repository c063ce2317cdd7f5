"""Which indicator a commitment is of: the catalogue's where it is the one, a proposed id and a name where it is not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kehoach.model.catalogues import Indicator
from kehoach.transcription.commitment import ASSIGNED, Commitment
from kehoach.transcription.matching import CERTAIN, SURE, Match, is_money, proposed_id, same_unit
from kehoach.transcription.wording import name_of
from kehoach.vietnamese import squeeze

OVER_PLAN = re.compile(
    r"\A\s*(?:trở lên\s+)?(?:(?:so với\s+)?(?:dự toán|kế hoạch|chỉ tiêu)(?:\s+\w+){0,4}\s+giao|dự toán)\b", re.IGNORECASE
)


def named(item: Commitment, match: Match | None, measure: str, catalogue: Mapping[str, Indicator]) -> None:
    """Take the catalogue's indicator where it is the one, propose an id and a name where it is not."""
    if match is not None and match.score >= SURE:
        item.indicator = match.slug
        if match.score < CERTAIN:
            item.doubts.append(f"đọc là “{catalogue[match.slug].name}”")
        elif not match.sure:
            item.doubts.append(f"chỉ tiêu có thể là {' hoặc '.join([match.slug, *match.others[:1]])}")
        return
    item.name = name_of(measure, item.unit) or squeeze(measure)
    item.indicator = proposed_id(item.name)
    near = f"; gần nhất: {', '.join([match.slug, *match.others[:2]])}" if match else ""
    item.doubts.append(f"chỉ tiêu chưa có trong danh mục{near}" if item.name else "không rõ con số đo cái gì: tên tạm lấy từ câu trích")


def is_state(catalogue: Mapping[str, Indicator], slug: str) -> bool:
    """Tell whether an indicator is a state, which no figure goes on with."""
    entry = catalogue.get(slug)
    return entry is not None and entry.type == "state"


def as_the_catalogue_has_it(item: Commitment, entry: Any) -> None:
    """Leave out what the indicator says already; a figure on a state, a rate on an amount are read as what they can be."""
    if entry.type == "state":
        item.test, item.unit, item.stat = {"is": "achieved"}, None, "value"
        return
    if item.unit == "%" and entry.unit is not None and not entry.unit.startswith("%"):
        if not item.growth and OVER_PLAN.match(item.quote.rpartition("%")[2]):
            item.unit = ASSIGNED
        elif not item.growth and entry.ratio is None and is_money(entry.unit):
            item.stat, item.unit, item.growth = "growth", None, True
            item.doubts.append("% của một chỉ tiêu đo bằng số tuyệt đối: đọc là tốc độ tăng")
        return
    if (item.unit == ASSIGNED and entry.unit == ASSIGNED) or (
        item.unit is not None and entry.unit is not None and same_unit(item.unit, entry.unit)
    ):
        item.unit = None
    elif item.unit is not None and entry.unit is not None and item.unit != ASSIGNED:
        item.doubts.append(f"đơn vị in “{item.unit}”, danh mục ghi “{entry.unit}”")
