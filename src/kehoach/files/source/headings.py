"""How headings are named as clauses: from the numbers that are printed before them, each below the one above."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.model.plan import Section

OPENING = ("Tiêu đề", "Kính gửi", "Mở đầu")
CLOSING, RECIPIENTS = "Kết", "Nơi nhận"
_AROUND = frozenset((*OPENING, CLOSING, RECIPIENTS))
_COUNTED = (" gạch ", " cộng ", " đoạn ", " mục ", " dòng ")


def heading_part(clause: str, headings: frozenset[str]) -> str | None:
    """Return the heading that *clause* stands under, ``None`` where none of its prefixes is one."""
    if clause in _AROUND:
        return clause
    words = clause
    while words:
        if words in headings:
            return words
        cut = max(map(words.rfind, _COUNTED)) if " " in words else -1
        if cut == -1:
            cut = words.rfind(".", 0, len(words) - 1)
        words = words[:cut] if cut > 0 else ""
    return None


def heading_clauses(sections: tuple[Section, ...], above: str = "") -> Iterator[tuple[str, Section]]:
    """Yield every heading with its clause, in document order."""
    unnumbered = 0
    for section in sections:
        if section.label is None:
            unnumbered += 1
            clause = f"{above} mục *{unnumbered}".strip()
        else:
            clause = joined(above, section.label)
        yield clause, section
        yield from heading_clauses(section.sections, clause)


def joined(above: str, label: str) -> str:
    """Join a printed number to its parent's clause without repeating a prefix: ``B.III`` + ``2.1`` under ``B.III.2``."""
    if not above:
        return label
    if "." in label:
        prefix = label.rpartition(".")[0]
        if above == prefix or above.endswith("." + prefix):
            return f"{above}.{label.rpartition('.')[2]}"
    return f"{above}.{label}"
