"""Kiểm tra gì: "nhiệm kỳ A-B" mà không có nhiệm kỳ nào như thế.

Vì sao: đại hội Đảng các cấp theo nhiệm kỳ 2020-2025, 2025-2030…, Quốc hội và hội đồng nhân dân theo 2021-2026, 2026-2031…;
"nhiệm kỳ 2026-2030" không phải của ai, nên không biết văn bản phải theo nhiệm kỳ nào.

Ví dụ sai:

    title: Kế hoạch đầu tư công nhiệm kỳ 2026 - 2030

Ví dụ đúng:

    title: Kế hoạch đầu tư công nhiệm kỳ 2026 - 2031

Cách sửa: hỏi nơi ban hành là nhiệm kỳ nào, hay là giai đoạn. Nhiệm kỳ của Mặt trận, đoàn thể, hội được nêu tên trong câu thì chỉ cần đủ năm năm.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, of_plan
from kehoach.model.plan import Plan
from kehoach.model.problem import Path
from kehoach.model.target import Target
from kehoach.model.work import Project, Task
from kehoach.vietnamese import squeeze

FAMILY, SEVERITY, ABOUT = 4, "warning", "document"
_TERM = re.compile(r"nhiệm kỳ:? (\d{4}) ?[-\u2013\u2014] ?(\d{4})", re.IGNORECASE)
_BLANK = r"[\s\u200b\ufeff]*"
_YEARS = re.compile(rf"\d{{4}}{_BLANK}[-\u2013\u2014]{_BLANK}\d{{4}}")
_OTHER_BODY = re.compile(r"Mặt trận|MTTQ|\bĐoàn\b|(?<!Đại )\bHội (?!đồng)|Công đoàn|Liên đoàn|Liên minh")
_ODD = {(1997, 2002), (2002, 2007), (2004, 2011), (2007, 2011)}
"""Terms of the National Assembly and of people's councils that were not five years from a year ending in 1 or 6."""


def find(facts: Facts) -> Iterator[Finding]:
    """Yield the terms of office that no body has, once per record."""
    remedy = "Hỏi nơi ban hành là nhiệm kỳ nào, hay là giai đoạn."
    for place in facts.places:
        for first, last in _unknown(*_texts(place.record)):
            key = "quote" if hasattr(place.record, "quote") else "name"
            yield place.finding(
                key, f"{place.said} ghi nhiệm kỳ {first}-{last}, không có nhiệm kỳ nào như vậy", remedy, values=(first, last)
            )
    for plan in facts.registry.plans.values():
        for path, at, text in _head(facts, plan):
            for first, last in _unknown(text):
                message = f"{at} ({plan.id.partition('/')[2]}) ghi nhiệm kỳ {first}-{last}, không có nhiệm kỳ nào như vậy"
                yield of_plan(plan, path, message, remedy, values=(at, first, last))


def _texts(record: Target | Task | Project) -> tuple[str | None, ...]:
    if isinstance(record, Task):
        return record.title, record.quote, record.product
    return (record.quote, record.definition) if isinstance(record, Target) else (record.name,)


def _head(facts: Facts, plan: Plan) -> Iterator[tuple[Path, str, str]]:
    yield ("title",), "Tiêu đề", plan.title
    yield from ((("sections",), clause, section.title) for clause, section in facts.outlines[plan.id].sections)
    for index, citation in enumerate(plan.citations):
        reference = facts.registry.references.get(citation.ref)
        yield ("citations", index), citation.clause, citation.title or (reference.title if reference else "")


def _unknown(*texts: str | None) -> Collection[tuple[str, str]]:
    """Return the terms in *texts* that no body has, each once."""
    spans = [text for text in texts if text and _has_dash(text) and _YEARS.search(text)]
    return dict.fromkeys(term for text in spans for term in _terms(squeeze(text))) if spans else ()


def _has_dash(text: str) -> bool:
    return "-" in text or "\u2013" in text or "\u2014" in text  # sooner said than by any pattern


def _terms(words: str) -> Iterator[tuple[str, str]]:
    for match in _TERM.finditer(words):
        first, last = int(match[1]), int(match[2])
        five = last - first == 5 and (first % 5 in {0, 1} or _OTHER_BODY.search(words))
        if not five and (first, last) not in _ODD:
            yield match[1], match[2]
