"""Labelled lines right below an item (``Đơn vị chủ trì: …. Thời gian thực hiện: …``), and lines that charge somebody with all of a list."""

from __future__ import annotations

import re

from kehoach.transcription.assignments import label_of
from kehoach.transcription.tree import Node

_NEXT_LABEL = re.compile(r"(?<=[.;])\s+(?=[A-ZĐ][^.;:]{4,40}:\s)")
_ITEM = re.compile(r"(?:\)|\d)\Z")
_OF_ALL_ABOVE = re.compile(r"\b(?:nội dung|nhiệm vụ|công việc)\s+(?:nêu |nói |kể |đã nêu )?trên\W*\Z", re.IGNORECASE)


def labels_of(text: str) -> dict[str, str]:
    """Return what a line says behind each of its labels; empty where it opens with none."""
    if label_of(text) is None:
        return {}
    found: dict[str, str] = {}
    for piece in _NEXT_LABEL.split(text):
        if (said := label_of(piece)) is not None:
            found.setdefault(said[0], said[1].rstrip(" ."))
    return found


def labels_below(node: Node, clause: str) -> dict[str, str]:
    """Return what the labelled paragraphs right below an item of *node* say of it, where they name who leads."""
    found: dict[str, str] = {}
    for part in node.parts:
        if item_above(node, part.clause) == clause:
            found = labels_of(part.text) | found
    return found if "lead" in found else {}


def item_above(node: Node, clause: str) -> str | None:
    """Return the clause of the lettered or numbered item that a paragraph belongs to, ``None`` where it is the heading's."""
    item, behind, _ = clause.partition(" đoạn ")
    own = behind and item != node.clause and _ITEM.search(item) and any(part.clause == item for part in node.parts)
    return item if own else None


def is_of_all_above(text: str) -> bool:
    """Tell whether a line speaks of the whole list that it closes: ``Giao Phòng A … thực hiện các nội dung trên.``."""
    return bool(_OF_ALL_ABOVE.search(text))
