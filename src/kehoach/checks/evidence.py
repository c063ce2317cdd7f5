"""``verify``: every record against the text of its document; quote, figures, clause and hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kehoach.errors import CannotRead
from kehoach.files.source.clauses import Document, read_clauses
from kehoach.files.source.headings import heading_part
from kehoach.files.source.lines import Part
from kehoach.files.source.reader import SourceText, read_source
from kehoach.model.catalogues import Reference
from kehoach.model.plan import Citation, Correction, Plan
from kehoach.model.problem import Path as NodePath
from kehoach.model.target import Target
from kehoach.vietnamese import as_printed, numbers_in

ELLIPSIS = " … "


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What became of one record: ``ok``, or the reason why not. ``path`` leads to it in the plan's file."""

    plan: Plan
    ref: str
    path: NodePath
    ok: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """A plan with the document it was transcribed from, cut into clauses."""

    plan: Plan
    source: SourceText
    document: Document


def open_source(plan: Plan, folder: Path) -> Proof:
    """Read the document of *plan* out of *folder*.

    Raises:
        CannotRead: the document is not there or holds no text.
    """
    if Path(plan.source.file).name != plan.source.file:
        raise CannotRead(plan.source.file, "tên tệp nguồn có đường dẫn", "Ghi `source.file` chỉ bằng tên tệp.")
    source = read_source(folder / plan.source.file)
    return Proof(plan, source, read_clauses(source.text, plan.sections))


def verify(proof: Proof, references: Mapping[str, Reference]) -> Iterator[Evidence]:
    """Yield the evidence of the plan's head, then of its citations, corrections and explained figures, then of its records."""
    plan = proof.plan
    same = proof.source.sha256 == plan.source.sha256
    yield _evidence(plan, plan.id, ("source", "sha256"), None if same else "tệp nguồn đã khác: mã băm SHA-256 không khớp")
    for clause in proof.document.missing:
        yield _evidence(plan, plan.id, ("sections",), f"không thấy đề mục {clause} trong văn bản")
    for index, citation in enumerate(plan.citations):
        yield _evidence(plan, plan.id, ("citations", index), _citation_fault(proof, citation, references.get(citation.ref)))
    for kind in ("corrections", "uncovered"):
        for index, entry in enumerate(getattr(plan, kind)):
            yield _evidence(plan, plan.id, (kind, index, "printed"), _quote_fault(proof, entry.clause, entry.printed))
    for index, target in enumerate(plan.targets):
        fault = _quote_fault(proof, target.clause, target.quote) or _figure_fault(target, plan.corrections) or _lead_fault(proof, target)
        scope = (target.of, target.definition, target.condition.text if target.condition else None)
        yield _evidence(plan, plan.ref(target.id), ("targets", index, "quote"), fault or _words_fault(proof, target.clause, scope))
    for index, task in enumerate(plan.tasks):
        words = (task.title if _is_row(task.clause) else None, task.product, task.resources, task.authority)
        fault = _quote_fault(proof, task.clause, task.quote) or _words_fault(proof, task.clause, words)
        yield _evidence(plan, plan.ref(task.id), ("tasks", index, "quote"), fault)
    for index, project in enumerate(plan.projects):
        cells = (project.owner, project.funding, project.state, project.note)
        fault = _quote_fault(proof, project.clause, project.name) or _words_fault(proof, project.clause, cells)
        yield _evidence(plan, plan.ref(project.id), ("projects", index, "name"), fault)


def _evidence(plan: Plan, ref: str, path: NodePath, fault: str | None) -> Evidence:
    return Evidence(plan=plan, ref=ref, path=path, ok=fault is None, reason=fault)


def pieces(quote: str) -> list[str]:
    """Return the parts of a quote that are joined by an ellipsis."""
    return quote.split(ELLIPSIS)


def _quote_fault(proof: Proof, clause: str, quote: str) -> str | None:
    parts = proof.document.by_clause.get(clause)
    if parts is None:
        heading = heading_part(clause, proof.document.headings)
        return f"không thấy điều khoản {clause} trong văn bản" + ("" if heading else " (đề mục không có)")
    corrections = [c for c in proof.plan.corrections if c.clause == clause]
    if stands(quote, parts, ()) or stands(quote, parts, corrections):
        return None
    return f"câu trích không có trong điều khoản {clause}: “{_first_missing(quote, parts)}”"


def stands(quote: str, parts: tuple[Part, ...], corrections: list[Correction] | tuple[Correction, ...]) -> bool:
    """Tell whether the pieces of *quote* stand in *parts* one after the other, as printed or as corrected."""
    text = _corrected(as_printed(" ".join(part.text for part in parts)), corrections)
    position = 0
    for piece in pieces(quote):
        want = _corrected(as_printed(piece), corrections)
        position = text.find(want, position)
        if position < 0:
            return False
        position += len(want)
    return True


def _corrected(text: str, corrections: list[Correction] | tuple[Correction, ...]) -> str:
    for correction in corrections:
        text = text.replace(as_printed(correction.printed), as_printed(correction.read_as))
    return text


def _first_missing(quote: str, parts: tuple[Part, ...]) -> str:
    text = as_printed(" ".join(part.text for part in parts))
    return next((piece for piece in pieces(quote) if as_printed(piece) not in text), quote)


def _is_row(clause: str) -> bool:
    return clause.startswith("PL")


def _words_fault(proof: Proof, clause: str, texts: Iterable[str | None]) -> str | None:
    """Return a fault where words that should stand as printed are not in the clause or below it; ``; `` joins several places."""
    parts = [
        part
        for name, found in proof.document.by_clause.items()
        if name == clause or name.startswith((f"{clause}.", f"{clause} "))
        for part in found
    ]
    printed = as_printed(" ".join(part.text for part in parts)).lower()
    for text in texts:
        missing = [piece for piece in (text or "").split("; ") if as_printed(piece).lower() not in printed]
        if missing:
            return f"“{missing[0]}” không có trong điều khoản {clause}"
    return None


def _citation_fault(proof: Proof, citation: Citation, known: Reference | None) -> str | None:
    """Return a fault where the number (or the title printed differently) of a cited document does not stand at its place."""
    if citation.clause not in proof.document.by_clause:
        return f"không thấy điều khoản {citation.clause} trong văn bản"
    return _words_fault(proof, citation.clause, (citation.number or (known.number if known else None), citation.title, citation.issuer))


def _figure_fault(target: Target, corrections: tuple[Correction, ...]) -> str | None:
    """Return a fault where a figure of the test is neither in the quote nor said to be given in words."""
    printed = numbers_in(target.quote)
    printed |= {n for c in corrections if c.clause == target.clause for n in numbers_in(c.read_as)}
    for figure in target.test.figures:
        if figure not in target.implied and abs(Decimal(figure)) not in printed:
            return f"con số {figure} của cam kết không có trong câu trích"
    return None


def _lead_fault(proof: Proof, target: Target) -> str | None:
    if target.lead_at is not None and target.lead_at not in proof.document.by_clause:
        return f"không thấy điều khoản {target.lead_at} (lead_at) trong văn bản"
    return None
