"""Kiểm tra gì: lời hứa không có dấu hiệu để kiểm: chỉ “giữ vững”, hoặc một trạng thái phải đạt mà không nêu tiêu chuẩn, nơi công nhận.

Vì sao: cuối kỳ ai cũng có thể nói đã đạt, không ai kiểm được.

Ví dụ sai:

    targets:
      - {id: an-ninh, clause: II.1 gạch 1, indicator: an-ninh, test: {is: maintained}, when: {each_year: period}, quote: Giữ vững an ninh}

Ví dụ đúng:

    targets:
      - {id: khong-ma-tuy, clause: II.1 gạch 1, indicator: khong-ma-tuy, test: {is: achieved}, when: {by: 2030},
         quote: Đến năm 2030 được công nhận phường không ma túy}

Cách sửa: hỏi nơi ban hành đo bằng gì: con số nào, bộ tiêu chí nào, ai công nhận.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kehoach.checks.facts import Facts, restated, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.slogan_against_figure import slogans as slogans_of
from kehoach.vietnamese import fold

FAMILY, SEVERITY, ABOUT = 6, "warning", "document"
_STANDARD = re.compile(
    r"\b(dat (muc )?chuan|tieu chuan|tieu chi|quy chuan|quy dinh|cong nhan|chung nhan|danh hieu|pho cap|xep (hang|loai))\b"
)
_TITLE = re.compile(r"(phuong|xa|dac khu|trung tam|truong|to dan pho|co quan|don vi|chinh quyen|do thi|gia dinh|danh hieu)\b")
_LEVEL = re.compile(r"(muc|pho cap)\b")
"""Names that are a level or a national standard themselves ("mức sinh thay thế", "phổ cập giáo dục")."""
_GENERAL = frozenset(["phuong", "xa", "dac", "khu", "thanh", "pho", "tinh", "dat", "duoc", "va", "cua"])


def find(facts: Facts) -> Iterator[Finding]:
    """Yield promises none of whose statements holds a figure or names a standard, each once, at its first statement."""
    again: dict[str, list[Place]] = defaultdict(list)
    for first, place in facts.restatements:
        again[first.ref].append(place)
    slogans, outlines = facts.once(slogans_of), facts.outlines
    for place, target in facts.promises:
        state = target.test.is_
        if state is None or restated(place) in facts.targets or place.ref in facts.parts:
            continue
        if place.ref in slogans or _LEVEL.match(fold(facts.name(place))):
            continue
        if state == "maintained" and target.clause in outlines[place.plan.id].titles:
            continue
        statements = (place, *again[place.ref])
        if any(target_of(each).test.is_ is None or _names_standard(facts, each) for each in statements):
            continue
        others = tuple(each.ref for each in statements[1:])
        repeated = f", nhắc lại ở {'; '.join(each.said for each in statements[1:])}" if others else ""
        where = f"{facts.name(place)}: {place.said}{repeated}"
        if state == "maintained":
            yield place.finding(
                "test",
                f"{where} chỉ hứa giữ vững, duy trì, không nêu con số hay dấu hiệu nào để biết đạt hay không",
                "Hỏi nơi ban hành đo bằng con số hay tiêu chí nào?",
                others=others,
                values=(state,),
            )
        else:
            title = _TITLE.match(fold(facts.name(place))) is not None
            yield place.finding(
                "test",
                f"{where} không nêu tiêu chuẩn nào{', ai công nhận' if title else ''}, nên không biết thế nào là đạt",
                f"Hỏi nơi ban hành đạt theo tiêu chí nào{', ai công nhận' if title else ''}?",
                others=others,
                values=(state, target.quote),
                severity="notice",
            )


def _titles(facts: Facts) -> Mapping[tuple[str, str], list[set[str]]]:
    found: dict[tuple[str, str], list[set[str]]] = defaultdict(list)
    for plan in facts.registry.plans.values():
        for citation in plan.citations:
            entry = facts.registry.references.get(citation.ref)
            found[(plan.id, citation.clause)].append(set(fold(citation.title or (entry.title if entry else "")).split()))
    return found


def _names_standard(facts: Facts, place: Place) -> bool:
    target, indicator = target_of(place), facts.indicator(place)
    if target.test.is_ == "maintained":
        texts = (target.definition, indicator.definition if indicator else None)
    else:
        texts = (target.quote, target.definition, *((indicator.name, indicator.definition) if indicator else ()))
    if any(_STANDARD.search(fold(text)) for text in texts if text):
        return True
    words = set(fold(facts.name(place)).split()) - _GENERAL
    return any(words <= title for title in facts.once(_titles).get((place.plan.id, target.clause), ()))
