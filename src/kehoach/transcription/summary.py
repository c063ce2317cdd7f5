"""What a draft came to: found, sure, doubtful, and the figures without a record."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.transcription.draft import Draft


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a draft: records of each kind, those with a doubt among them, figures without a record."""

    targets: int
    tasks: int
    projects: int
    citations: int
    sections: int
    sure: int
    doubtful: int
    figures: int
    new_indicators: int
    new_references: int


def summary(draft: Draft) -> Summary:
    """Return the counts of a draft."""
    records = [*(item.doubts for _, item in draft.targets), *(task.doubts for task in draft.tasks), *(p.doubts for p in draft.projects)]
    doubtful = sum(bool(doubts) for doubts in records) + sum(not cited.known for cited in draft.citations)
    return Summary(
        targets=len(draft.targets),
        tasks=len(draft.tasks),
        projects=len(draft.projects),
        citations=len(draft.citations),
        sections=len(draft.document.headings),
        sure=len(records) + len(draft.citations) - doubtful,
        doubtful=doubtful,
        figures=len(dict.fromkeys(draft.left)),
        new_indicators=len({item.indicator for _, item in draft.targets if item.name}),
        new_references=len({cited.citation.ref for cited in draft.citations if not cited.known}),
    )
