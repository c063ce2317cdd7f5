"""``fmt``: a file in canonical layout, with the same meaning and the same comments, or a refusal."""

from __future__ import annotations

import unicodedata
from typing import Any

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
    if (key := _odd_key(tree)) is not None:
        message, remedy = f"khóa `{key}` không phải là chữ", "Để khóa trong ngoặc kép, hoặc xem lại dấu hai chấm trên dòng đó."
        return None, [Problem(rule="wrong-key", file=file, line=1, column=1, message=message, remedy=remedy)]
    result = layout.render(tree, kind, comments.collect(text).rehomed(layout.ordered(tree, kind)))
    if parse(result) != layout.ordered(tree, kind):
        raise AssertionError(f"{file}: the layout would change what the file says")
    return result, []


def _odd_key(node: Any) -> Any:
    """Return a key that is no text, ``None`` where all are."""
    if isinstance(node, dict):
        return next((key for key in node if not isinstance(key, str)), None) or next(filter(None, map(_odd_key, node.values())), None)
    return next(filter(None, map(_odd_key, node)), None) if isinstance(node, tuple) else None
