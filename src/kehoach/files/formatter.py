"""``fmt``: a file in canonical layout, with the same meaning and the same comments, or a refusal."""

from __future__ import annotations

import unicodedata

from kehoach.files import comments, layout
from kehoach.files.scan import decode, scan
from kehoach.files.yaml_text import NotYaml, load_yaml, parse
from kehoach.model.problem import Problem

MENDABLE = frozenset({"byte-order-mark", "not-nfc"})
"""Faults of a file that a new layout removes without touching what it says."""


def formatted(raw: bytes, file: str, kind: str) -> tuple[str | None, list[Problem]]:
    """Return the canonical text of a file, or ``None`` and the problems that stand in the way."""
    text, problems = decode(raw, file)
    if text is None:
        return None, problems
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    problems = [p for p in problems if p.rule not in MENDABLE]
    problems.extend(scan(text, file))
    if problems:
        return None, problems
    try:
        tree = parse(text)
    except NotYaml:
        return None, load_yaml(text.encode(), file)[1]
    if tree is None:
        return text, []
    result = layout.render(tree, kind, comments.collect(text))
    if parse(result) != layout.ordered(tree, kind):
        raise AssertionError(f"{file}: the layout would change what the file says")
    return result, []
