"""Kiểm tra gì: chỉ tiêu không ghi thời hạn.

Vì sao: không có năm thì không bao giờ đến hạn, không chấm được là đạt hay không đạt.

Ví dụ sai:

    targets:
      - {id: nuoc-sach, clause: II.1 gạch 1, indicator: nuoc-sach, test: {eq: 100}, when: undated, quote: 100% dân số được sử dụng nước sạch}

Ví dụ đúng:

    targets:
      - {id: nuoc-sach, clause: II.1 gạch 1, indicator: nuoc-sach, test: {eq: 100}, when: {by: 2030}, quote: Đến năm 2030 100% dân số}

Cách sửa: hỏi nơi ban hành chỉ tiêu phải đạt vào năm nào. Các chỉ tiêu của một câu và các lần nêu lại là một phát hiện; lời hứa có lần nêu
ghi thời hạn thì quy tắc `restated-deadline` hỏi, cách hiểu còn ngỏ về thời hạn thì `open-reading` hỏi.
Câu chung không có con số ("bảo hiểm y tế toàn dân") đi theo con số có thời hạn của chính điều đó.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach.checks.facts import Facts, Shared, due, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.naming import core, thing
from kehoach.checks.promises import first_statement
from kehoach.checks.readings import is_open
from kehoach.checks.together import clauses

if TYPE_CHECKING:
    from kehoach.model.catalogues import Indicator

FAMILY, SEVERITY, ABOUT = 4, "warning", "document"
_TIMELESS = ("undated", "ongoing")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield the undated promises of each clause, unless another rule already asks when."""
    undated = [place for place in facts.targets.values() if due(place).kind == "undated"]
    dated = _dated(facts) if undated else ()
    groups: dict[tuple[str, str], list[Place]] = {}
    for place in undated:
        first = first_statement(facts, place)
        if first.ref not in dated and not _asked(place) and not _slogan(facts, place):
            groups.setdefault((first.plan.id, first.record.clause), []).append(place)
    for places in groups.values():
        said = "; ".join(dict.fromkeys(f"{facts.name(place)} ({facts.words(place)})" for place in places))
        again = len({place.record.clause for place in places}) > 1
        yield places[0].finding(
            "when",
            f"{said} không ghi thời hạn{f' ở cả {clauses(places)}' if again else ''}",
            "Hỏi nơi ban hành phải đạt vào năm nào.",
            others=tuple(place.ref for place in places[1:]),
        )


def _dated(facts: Facts) -> set[str]:
    """Return the first statements of the promises that some statement dates."""
    dated = {first_statement(facts, place).ref for place in facts.targets.values() if due(place).kind not in _TIMELESS}
    for pair in facts.said_twice:
        if any(due(place).kind not in _TIMELESS for place in pair):
            dated.update(first_statement(facts, place).ref for place in pair)
    return dated


def _asked(place: Place) -> bool:
    """Tell whether an open reading already asks when the target is due."""
    target = target_of(place)
    return is_open(target) and target.reading is not None and any(each.when is not None for each in target.reading.alternatives)


@lru_cache(maxsize=1)
def _things(indicators: Shared[Indicator]) -> Mapping[str, str]:
    return {name: thing(each) for name, each in indicators.entries.items()}


def _dated_figures(facts: Facts) -> Mapping[str, set[str]]:
    """Return, for each plan, the things that it gives a figure and a time."""
    things = _things(Shared(facts.registry.indicators))
    found: dict[str, set[str]] = {}
    for place, target in facts.promises:
        if target.test.is_ is None and due(place).kind not in _TIMELESS and target.indicator in things:
            found.setdefault(place.plan.id, set()).add(things[target.indicator])
    return found


def _slogan(facts: Facts, place: Place) -> bool:
    """Tell whether a state only says more loudly what the plan gives a figure and a time ("bảo hiểm y tế toàn dân")."""
    indicator = facts.indicator(place)
    if indicator is None or target_of(place).test.is_ is None:
        return False
    words, figures = core(indicator.name).split(), facts.once(_dated_figures).get(place.plan.id, ())
    return any(" ".join(words[:length]) in figures for length in range(3, len(words)))
