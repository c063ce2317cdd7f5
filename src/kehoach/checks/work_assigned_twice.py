"""Kiểm tra gì: hai nhiệm vụ của một phường được viết bằng gần như cùng những chữ, ở hai chỗ khác nhau: hai đơn vị chủ trì, hoặc một văn bản giao hai lần.

Vì sao: một việc giao hai lần thì hoặc làm trùng, hoặc nơi này chờ nơi kia; giao cho hai đơn vị cùng chủ trì thì không rõ ai chịu trách nhiệm.

Ví dụ sai:

    tasks:
      - {id: t-1, clause: II.1 gạch 1, title: Số hóa toàn diện dữ liệu đất đai và công khai quy hoạch, quote: Số hóa toàn diện dữ liệu đất đai và công khai quy hoạch, when: undated, lead: [phuong-mau/phong-kinh-te]}
      - {id: t-2, clause: II.2 gạch 1, title: Số hóa toàn diện dữ liệu về đất đai và công khai quy hoạch, quote: Số hóa toàn diện dữ liệu về đất đai và công khai quy hoạch, when: undated, lead: [phuong-mau/phong-vhxh]}

Ví dụ đúng:

    tasks:
      - {id: t-1, clause: II.1 gạch 1, title: Số hóa toàn diện dữ liệu đất đai và công khai quy hoạch, quote: Số hóa toàn diện dữ liệu đất đai và công khai quy hoạch, when: undated, lead: [phuong-mau/phong-kinh-te]}
      - {id: t-2, clause: II.2 gạch 1, title: Số hóa hồ sơ một cửa, quote: Số hóa hồ sơ tại bộ phận một cửa, when: undated, lead: [phuong-mau/phong-vhxh]}

Cách sửa: hỏi nơi ban hành là một việc hay hai việc; nếu là một thì ai chủ trì.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, combinations

from kehoach.checks.attachments import appendix
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, Place
from kehoach.checks.word_pairs import Pair, WordPairs
from kehoach.checks.work_words import texts
from kehoach.meaning.time import period
from kehoach.model.work import Task
from kehoach.vietnamese import fold

FAMILY, SEVERITY, ABOUT = 8, "warning", "document"
_WORD = re.compile(r"\w+")
_COMMON = 4
"""Word pairs of more tasks of a ward than this are its manner of speech ("xây dựng kế hoạch triển khai"), and say nothing."""
_LEAST, _ALIKE = 5, 0.4
"""How many rare word pairs must agree, and how large a share of all (in the title and in the quote), found on the five documents:
the one true repetition has 0.47, the nearest pair of different tasks 0.32."""

_Pairs = frozenset[Pair]
_pairs_in = WordPairs(lambda printed: _WORD.findall(fold(printed)))
"""Returns the word pairs of a text as a search sees its words."""


def find(facts: Facts) -> Iterator[Finding]:
    """Yield pairs of tasks in nearly the same words; candidates come from an index of rare word pairs, so the cost stays linear."""
    wards: dict[str, list[Place]] = defaultdict(list)
    for place in facts.tasks.values():
        wards[place.plan.ward].append(place)
    for places in wards.values():
        texts_of = [_said(_task(place).title, _task(place).quote) for place in places]
        times = Counter(chain.from_iterable(texts_of))
        common = {pair for pair, count in times.items() if count > _COMMON}
        for one, two in _sharing(texts_of, {pair for pair, count in times.items() if 1 < count <= _COMMON}):
            first, second = places[one], places[two]
            if first.record.clause != second.record.clause and _twice(first, second) and _alike(first, second, common):
                yield _finding(first, second, facts)


def _sharing(texts_of: list[_Pairs], rare: set[Pair]) -> list[tuple[int, int]]:
    """Return the numbers of each two texts that share enough *rare* word pairs to be compared, in order."""
    index: dict[Pair, list[int]] = defaultdict(list)
    for number, said in enumerate(texts_of):
        shared = said & rare
        if len(shared) >= _LEAST:
            for pair in shared:
                index[pair].append(number)
    times = Counter(chain.from_iterable(combinations(found, 2) for found in index.values()))
    return sorted(two for two, count in times.items() if count >= _LEAST)


def _alike(first: Place, second: Place, common: set[Pair]) -> bool:
    """Tell whether titles and quotes are in nearly the same words, common pairs apart."""
    both = zip(_parts(first), _parts(second), strict=True)
    return all(_share(one - common, two - common) >= _ALIKE for one, two in both)


def _twice(first: Place, second: Place) -> bool:
    """Tell whether saying it again assigns it again.

    A later year's plan, and an appendix to its body, may repeat a task for the same lead; two leads at one time may not.
    """
    if not _differ(first, second):
        return first.plan is second.plan and appendix(first.record.clause) == appendix(second.record.clause)
    (start, end), (other_start, other_end) = period(first.plan), period(second.plan)
    return (end or "9999") >= (other_start or "") and (other_end or "9999") >= (start or "")


def _differ(first: Place, second: Place) -> bool:
    one, two = _task(first).lead, _task(second).lead
    return bool(one and two) and set(one) != set(two)


@lru_cache(maxsize=8192)
def _said(title: str, quote: str) -> _Pairs:
    """Return the word pairs of a task's title and its quote; many wards write the same tasks."""
    first, *rest = map(_pairs, texts(title, quote))
    return first.union(*rest)


def _parts(place: Place) -> tuple[_Pairs, _Pairs]:
    """Return the word pairs of a task's title and those of its quote."""
    return _pairs(_task(place).title), _pairs(_task(place).quote)


@lru_cache(maxsize=8192)
def _pairs(text: str) -> _Pairs:
    return frozenset(_pairs_in(text))


def _share(one: _Pairs, two: _Pairs) -> float:
    same = len(one & two)
    return same / (len(one) + len(two) - same) if same else 0.0


def _task(place: Place) -> Task:
    if not isinstance(place.record, Task):
        raise TypeError(place.ref)
    return place.record


def _finding(first: Place, second: Place, facts: Facts) -> Finding:
    one, two = _task(first), _task(second)
    leads = ["; ".join(map(facts.registry.unit_name, task.lead)) for task in (one, two)]
    differ = _differ(first, second)
    who = f", do hai nơi chủ trì: {leads[0]} và {leads[1]}" if differ else ""
    return second.finding(
        "title",
        f"{first.said} “{one.title}” và {second.said} “{two.title}” gần như là một việc{who}",
        "Hỏi nơi ban hành đây là một việc hay hai việc; nếu là một thì đơn vị nào chủ trì?",
        others=(first.ref,),
        values=(one.title, two.title, *one.lead, "/", *two.lead),
        severity="warning" if differ else "notice",
    )
