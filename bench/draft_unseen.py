"""How drafts of the unseen documents come out: targets (clause, test, unit, time), citations (number), tasks (clause), leads, headings.

The documents and their annotations (``tests/transcription/unseen``) were written before the grammar read them; an overlay under
``accept`` counts as right, an ``optional`` record is neither missed nor too much. The places are made up, so each document is read
with a catalogue of units that holds the bodies its annotation names, as a real place's ``units.yaml`` would; a lead counts where all
leads of a task that was found are the same. Usage: ``python bench/draft_unseen.py [FOLDER] [--errors]``; the folder of a set is the
first one unless another is named.
"""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from kehoach.files.source.headings import heading_clauses
from kehoach.files.source.reader import read_source
from kehoach.model.catalogues import Unit
from kehoach.model.plan import Plan, Section
from kehoach.queries.rows import plain
from kehoach.registry import load_registry
from kehoach.transcription.draft import Drafter
from kehoach.transcription.emit import to_plan
from kehoach.vietnamese import fold

ROOT = Path(__file__).resolve().parent.parent
UNSEEN = ROOT / "tests" / "transcription" / "unseen"
WARD = "le-chan"
"""Any ward of the registry: the documents' own are made up."""
Key = tuple[Hashable, ...]
Wanted = list[tuple[set[Key], bool]]
"""Of each annotated record the keys that count as right, and whether it may be missing."""


def main() -> None:
    """Print the table."""
    registry, _ = load_registry(ROOT / "data")
    numbers = {slug: entry.number for slug, entry in registry.references.items()}
    sums: dict[str, list[int]] = {}
    print("| document | measure | right | drafted | annotated | precision | recall |\n|---|---|---:|---:|---:|---:|---:|")
    chosen = Path(next((a for a in sys.argv[1:] if not a.startswith("--")), UNSEEN))
    for folder in sorted(p for p in chosen.iterdir() if (p / "expected.yaml").exists()):
        document = next(folder / f"document.{kind}" for kind in ("docx", "pdf", "txt") if (folder / f"document.{kind}").exists())
        expected = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))
        units = bodies(expected)
        made = Drafter(replace(registry, units=units), WARD).draft(read_source(document))
        plan = to_plan(made)
        mentions = [(c.citation.clause, c.citation.number or numbers.get(c.citation.ref, c.mention.number)) for c in made.citations]
        measured_in = {slug: entry.unit for slug, entry in registry.indicators.items()}
        for name, got, want in [*measures(plan, expected, measured_in, mentions), leads(plan, expected, units)]:
            figures = compared(got, want, errors="--errors" in sys.argv)
            sums[name] = [a + b for a, b in zip(sums.get(name, [0, 0, 0]), figures, strict=True)]
            print(line(folder.name, name, figures))
    for name, figures in sums.items():
        print(line("**all**", name, figures))


def measures(
    plan: Plan, expected: Mapping[str, Any], units: Mapping[str, str | None], mentions: list[tuple[str, str | None]]
) -> Iterator[tuple[str, list[Key], Wanted]]:
    """Yield each measure with what was drafted and what is annotated."""
    targets = [key(plain(t), t.unit or units.get(t.indicator)) for t in plan.targets]
    yield "targets", targets, [(set(readings(t)), bool(t.get("optional"))) for t in expected["targets"]]
    tasks: list[Key] = [(t.clause,) for t in plan.tasks]
    yield "tasks", tasks, [({(t["clause"],)}, bool(t.get("optional"))) for t in expected["tasks"]]
    cited: list[Key] = [(clause, fold(number or "")) for clause, number in mentions]
    yield "citations", cited, [({(c["clause"], fold(str(c.get("number") or "")))}, bool(c.get("optional"))) for c in expected["citations"]]
    heads: list[Key] = [(clause, fold(section.title)) for clause, section in heading_clauses(plan.sections)]
    tree = tuple(section(each) for each in expected["sections"])
    yield "sections", heads, [({(clause, fold(each.title))}, False) for clause, each in heading_clauses(tree)]


def bodies(expected: Mapping[str, Any]) -> dict[str, Unit]:
    """Return the bodies that an annotation names, as a catalogue of units."""
    names = dict.fromkeys(name for task in expected["tasks"] for name in (*task.get("lead", ()), *task.get("support", ())))
    return {f"{WARD}/don-vi-{number}": Unit(name=name) for number, name in enumerate(names, start=1)}


def leads(plan: Plan, expected: Mapping[str, Any], units: Mapping[str, Unit]) -> tuple[str, list[Key], Wanted]:
    """Return who leads the tasks that were found, drafted and annotated."""
    found = {task.clause for task in plan.tasks} & {task["clause"] for task in expected["tasks"]}
    names = {ref: fold(unit.name) for ref, unit in units.items()}
    got: list[Key] = [(t.clause, *sorted(names.get(ref, ref) for ref in t.lead)) for t in plan.tasks if t.clause in found]
    want: Wanted = [({(t["clause"], *sorted(map(fold, t.get("lead", ()))))}, False) for t in expected["tasks"] if t["clause"] in found]
    return "leads", got, want


def section(tree: Mapping[str, Any]) -> Section:
    """Return an annotated heading as the model has it."""
    return Section(title=tree["title"], label=tree.get("label"), sections=tuple(section(each) for each in tree.get("sections", ())))


def readings(target: Mapping[str, Any]) -> Iterator[Key]:
    """Yield the key of an annotated target, and of every overlay that a fair reader may give."""
    for overlay in ({}, *target.get("accept", ())):
        yield key({**target, **overlay}, {**target, **overlay}.get("unit"))


def key(target: Mapping[str, Any], unit: str | None) -> Key:
    """Return what must be right of a target: clause, test, unit, time."""
    test = tuple(sorted((k, v if isinstance(v, str) else str(Decimal(str(v)).normalize())) for k, v in target["test"].items()))
    growth = target.get("stat") in ("growth", "avg_growth")
    when = target["when"]
    time = when if isinstance(when, str) else tuple((k, "-".join(map(str, v)) if isinstance(v, list) else str(v)) for k, v in when.items())
    return target["clause"], test, "" if "is" in target["test"] else "%" if growth else fold(unit or ""), str(time)


def compared(got: list[Key], want: Wanted, *, errors: bool) -> tuple[int, int, int]:
    """Return how many are right, drafted, annotated."""
    left, missed, spare = list(got), [], 0
    right = 0
    for keys, optional in want:
        found = next((k for k in left if k in keys), None)
        if found is not None:
            left.remove(found)
            right += 1
        elif optional:
            spare += 1
        else:
            missed.append(keys)
    if errors:
        for keys in missed:
            print("    -", *keys)
        for each in left:
            print("    +", *each)
    return right, len(got), len(want) - spare


def line(document: str, name: str, figures: tuple[int, ...] | list[int]) -> str:
    """Return one row of the table."""
    right, got, want = figures
    precision, recall = (f"{right / of:.3f}" if of else "–" for of in (got, want))
    return f"| {document} | {name} | {right} | {got} | {want} | {precision} | {recall} |"


if __name__ == "__main__":
    main()
