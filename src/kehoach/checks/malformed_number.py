"""Kiểm tra gì: số, ký hiệu (của văn bản viện dẫn, và của chính kế hoạch) không theo thể thức nào đã biết, hoặc không khớp loại, năm, cơ quan.

Vì sao: số sai thể thức thường là chép sai; không tra được văn bản, không vào sổ được. Thể thức: Nghị định 30/2020/NĐ-CP (109/KH-UBND,
68/2026/NĐ-CP, 2399/UBND-VHXH), luật và nghị quyết của Quốc hội (226/2025/QH15), văn bản của Đảng (57-NQ/TW, 01-CTr/ĐU).

Ví dụ sai:

    citations:
      - {ref: nq-57-tw, clause: I, role: basis, number: 57/NQ-TW}

Ví dụ đúng:

    citations:
      - {ref: nq-57-tw, clause: I, role: basis, number: 57 -NQ/TW}

Cách sửa: hỏi nơi ban hành số, ký hiệu đúng là gì.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.checks.citations import citations
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding, of_plan
from kehoach.checks.numbers import Number, drafting_unit, fault, parse
from kehoach.model.plan import Plan

FAMILY, SEVERITY, ABOUT = 7, "warning", "document"
_REMEDY = "Hỏi nơi ban hành số, ký hiệu đúng là gì?"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield malformed numbers, each once in a plan, then the plan's own; bare digits are an incomplete citation."""
    seen: set[tuple[str, str]] = set()
    for cited in citations(facts):
        number = cited.printed("number")
        if number is None or number.strip().isdigit() or (cited.plan.id, number) in seen:
            continue
        seen.add((cited.plan.id, number))
        why = fault(parse(number), cited.entry.kind, cited.printed("date"), cited.printed("issuer"))
        if why:
            message = f"số {number}, dẫn ở {cited.said}, {why}"
            yield cited.finding(message, _REMEDY, key="number", values=(number, cited.entry.kind, cited.printed("date")))
    for plan in facts.registry.plans.values():
        if plan.symbol:
            yield from _own(facts, plan, plan.symbol)


def _own(facts: Facts, plan: Plan, symbol: str) -> Iterator[Finding]:
    """Judge the plan's own number; a blank one is somebody else's business."""
    number = parse(f"{plan.number or 1}-{symbol}" if "/" in symbol else f"{plan.number or 1}/{symbol}")
    printed = f"{plan.number or '…'}{'-' if '/' in symbol else '/'}{symbol}"
    wrong = fault(number, plan.kind, None, facts.registry.unit_name(plan.issuer))
    doubt = None if wrong else _unit_fault(facts, plan, number)
    if wrong or doubt:
        finding = of_plan(plan, ("symbol",), f"số của chính văn bản {printed} {wrong or doubt}", _REMEDY, values=(printed,))
        yield replace(finding, severity="notice") if doubt else finding


def _unit_fault(facts: Facts, plan: Plan, number: Number | None) -> str | None:
    """Say that the abbreviation of the drafting unit is one letter off a unit of the ward; a known misreading of the copy is none."""
    if number is None or not number.unit or any(c.kind == "scan" and number.unit in c.printed for c in plan.corrections):
        return None
    near = drafting_unit(number.unit, [facts.registry.units[ref].name for ref in facts.units_of(plan.ward)])
    return f"có {number.unit} không phải chữ viết tắt của đơn vị nào trong phường, gần nhất là {near[0]} ({near[1]})" if near else None
