"""Kiểm tra gì: số của các đề mục cùng cấp có liền nhau không: số La Mã, số thường, chữ cái (a, b, c, d, đ, e), phụ lục.

Vì sao: số bị nhảy thì hoặc thiếu cả một mục, hoặc đánh số nhầm; lời dẫn "tại mục II" không còn chỉ đúng chỗ.

Ví dụ sai:

    sections:
      - {label: I, title: MỤC ĐÍCH}
      - {label: III, title: TỔ CHỨC THỰC HIỆN}

Ví dụ đúng:

    sections:
      - {label: I, title: MỤC ĐÍCH}
      - {label: II, title: CHỈ TIÊU}
      - {label: III, title: TỔ CHỨC THỰC HIỆN}

Cách sửa: hỏi nơi ban hành có sót mục nào không hay chỉ đánh số nhầm; số in thế nào thì cây đề mục giữ nguyên thế ấy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial

from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, of_plan
from kehoach.checks.numbering import Number, between, claimed, opens, read
from kehoach.model.plan import Plan, Section
from kehoach.model.problem import Path

FAMILY, SEVERITY, ABOUT = 8, "warning", "document"
_Known = Callable[[], frozenset[str]]
"""What :func:`claimed` says of the plan, worked out where a number is missing."""
_ASK = "Hỏi nơi ban hành có sót mục nào không, hay chỉ đánh số nhầm?"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield gaps, repetitions and steps back among the numbered headings of one level, and numbers that belong to another parent."""
    for plan in facts.registry.plans.values():
        clauses = iter([clause for clause, _ in facts.outlines[plan.id].sections])
        yield from _level(plan, plan.sections, (), None, clauses, cache(partial(claimed, plan)))


def _level(
    plan: Plan, sections: tuple[Section, ...], above: Path, parent: Section | None, clauses: Iterator[str], known: _Known
) -> Iterator[Finding]:
    last: dict[tuple[str, str, str], tuple[Number, str]] = {}
    for index, (section, number) in enumerate(zip(sections, read(tuple([s.label for s in sections])), strict=True)):
        path, clause = (*above, "sections", index), next(clauses)
        if section.label is None:
            last = {}
        if number is not None:
            before, said = last.get(number.kind), f"{clause} “{section.title}”"
            words = _stray(number, parent) or _wrong(number, clause, before, known)
            if words:
                found = of_plan(
                    plan, path, f"đề mục {said} ({plan.id.partition('/')[2]}) {words}", _ASK, values=(before[1] if before else "", clause)
                )
                yield replace(found, severity="notice") if number.style == "arabic" and not number.head else found
            last[number.kind] = (number, said)
        if section.sections:
            yield from _level(plan, section.sections, path, section, clauses, known)


def _stray(number: Number, parent: Section | None) -> str | None:
    """Say that ``2.1`` stands under ``3``."""
    label = (parent.label or "").rstrip(".") if parent else ""
    if not number.head.endswith(".") or not label or not label.replace(".", "").isdecimal() or number.head == f"{label}.":
        return None
    return f"đứng trong mục {label} nhưng mang số {number.head}{number.core}"


def _wrong(number: Number, clause: str, before: tuple[Number, str] | None, known: _Known) -> str | None:
    first = before[0] if before else None
    if first and number.value <= first.value and before:
        return f"đứng sau {before[1]}: số {'lặp lại' if number.value == first.value else 'lùi lại'}"
    if first is None and not opens(number):
        return None
    skipped = between(first, number)
    if not skipped:
        return None
    stem = clause[: len(clause) - len(number.core + number.tail)]
    missing = [name for value in skipped if (name := stem + number.label(value)) not in known()]
    if not missing:
        return None
    where = f"đứng ngay sau {before[1]}" if before else "đứng đầu cấp của nó"
    return f"{where}, không có {', '.join(missing)}"
