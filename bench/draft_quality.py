"""How near the drafts of documents come to the registry: precision and recall of sections, citations, targets, tasks and leads.

A target counts where test, unit, time and clause are all right. Usage: ``python bench/draft_quality.py SOURCES [DATA] [--errors]``;
DATA is a registry whose plans name documents in SOURCES (default: the repository's own).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal
from pathlib import Path
from time import perf_counter
from typing import Any

from kehoach.files.source.headings import heading_clauses
from kehoach.files.source.reader import read_source
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.registry import Registry, load_registry
from kehoach.transcription.draft import Drafter
from kehoach.transcription.emit import to_plan
from kehoach.vietnamese import fold

DATA = Path(__file__).resolve().parent.parent / "data"
MEASURES = ("sections", "citations", "targets", "indicators", "tasks", "leads", "projects")
Key = tuple[Hashable, ...]


def main() -> None:
    """Print a table, one block a document, and the sum over all."""
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    sources, data = Path(arguments[0]), Path(arguments[1]) if len(arguments) > 1 else DATA
    registry, _ = load_registry(data)
    totals: dict[str, list[int]] = {name: [0, 0, 0] for name in MEASURES}
    print("| document | measure | right | drafted | registry | precision | recall |\n|---|---|---:|---:|---:|---:|---:|")
    for plan in registry.plans.values():
        if not (sources / plan.source.file).is_file():
            continue
        start = perf_counter()
        drafted = drafted_of(registry, plan, sources / plan.source.file)
        seconds = perf_counter() - start
        for name, (got, want) in counted(plan, drafted, registry).items():
            right = sum((got & want).values())
            for index, value in enumerate((right, sum(got.values()), sum(want.values()))):
                totals[name][index] += value
            print(line(plan.id, name, right, sum(got.values()), sum(want.values())))
            if "--errors" in sys.argv:
                show(got, want)
        print(f"| {plan.id} | seconds | {seconds:.2f} | | | | |")
    for name, sums in totals.items():
        print(line("**all**", name, *sums))


def measured(sources: Path, data: Path = DATA) -> dict[str, tuple[float, float]]:
    """Return precision and recall of each measure over all documents."""
    registry, _ = load_registry(data)
    sums: dict[str, list[int]] = {name: [0, 0, 0] for name in MEASURES}
    for plan in registry.plans.values():
        drafted = drafted_of(registry, plan, sources / plan.source.file)
        for name, (got, want) in counted(plan, drafted, registry).items():
            for index, value in enumerate((sum((got & want).values()), sum(got.values()), sum(want.values()))):
                sums[name][index] += value
    return {name: (right / got if got else 1.0, right / want if want else 1.0) for name, (right, got, want) in sums.items()}


def drafted_of(registry: Registry, plan: Plan, path: Path) -> Plan:
    """Return the draft of the document that *plan* was transcribed from, as the command makes it."""
    return to_plan(Drafter(registry, plan.ward).draft(read_source(path)))


def line(document: str, name: str, right: int, got: int, want: int) -> str:
    """Return one row of the table."""
    precision, recall = (f"{right / of:.3f}" if of else "–" for of in (got, want))
    return f"| {document} | {name} | {right} | {got} | {want} | {precision} | {recall} |"


def show(got: Counter[Key], want: Counter[Key]) -> None:
    """Print what is missing and what is too much."""
    for key in want - got:
        print("    -", *key)
    for key in got - want:
        print("    +", *key)


def counted(plan: Plan, drafted: Plan, registry: Registry) -> dict[str, tuple[Counter[Key], Counter[Key]]]:
    """Return, for each measure, what was drafted and what the registry has."""
    leads = {task.clause for task in plan.tasks} & {task.clause for task in drafted.tasks}
    readers: dict[str, Callable[[Plan], Iterable[Key]]] = {
        "sections": lambda p: ((clause, fold(section.title)) for clause, section in heading_clauses(p.sections)),
        "citations": lambda p: ((c.clause, c.ref) for c in p.citations),
        "targets": lambda p: (target_key(t, registry) for t in p.targets),
        "indicators": lambda p: ((t.clause, t.indicator) for t in p.targets),
        "tasks": lambda p: ((t.clause,) for t in p.tasks),
        "leads": lambda p: ((t.clause, *sorted(t.lead)) for t in p.tasks if t.clause in leads),
        "projects": lambda p: ((j.clause, fold(j.name), str(j.when), tuple(j.lead)) for j in p.projects),
    }
    return {name: (Counter(read(drafted)), Counter(read(plan))) for name, read in readers.items()}


def target_key(target: Target, registry: Registry) -> Key:
    """Return what must be right of a target: clause, test, unit, time."""
    test = tuple(
        (name, _value(getattr(target.test, name)))
        for name in ("ge", "gt", "le", "lt", "eq", "is_")
        if getattr(target.test, name) is not None
    )
    return target.clause, test, unit_of(target, registry), str(target.when)


def unit_of(target: Target, registry: Registry) -> str:
    """Return the unit of a target's figure: ``%`` for a growth, its own, else its indicator's; nothing for a state."""
    if target.test.is_ is not None:
        return ""
    if target.stat in ("growth", "avg_growth"):
        return "%"
    entry = registry.indicators.get(target.indicator)
    return fold(target.unit or (entry.unit if entry and entry.unit else "")).replace("bac sy", "bac si")


def _value(value: Any) -> str:
    return str(Decimal(value).normalize()) if not isinstance(value, str) else value


if __name__ == "__main__":
    main()
