"""The ladder of file formats: each rung lifts a tree by one version; loading climbs it in memory, ``migrate`` on disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kehoach.model.problem import Problem

VERSIONS = {"plan": 1, "units": 1, "indicators": 1, "references": 1, "paths": 1}
"""The newest version of each kind of file. Actuals are a bare list and carry none."""

LADDER: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""``(kind, version)`` → what lifts a tree from that version to the next. A rung keeps everything it does not rename."""


def name(kind: str, version: int | None = None) -> str:
    """Return the ``format:`` line's value, the newest where no version is given."""
    return f"kehoach/{kind}/{version or VERSIONS[kind]}"


def version_of(tree: Any, kind: str) -> int | None:
    """Return the version a tree says it has, ``None`` where it says nothing that can be read."""
    text = tree.get("format") if isinstance(tree, dict) else None
    start = f"kehoach/{kind}/"
    return int(text[len(start) :]) if isinstance(text, str) and text.startswith(start) and text[len(start) :].isdigit() else None


def check_format(tree: Any, file: str, kind: str) -> list[Problem]:
    """Return a problem where the format is missing, unknown or newer than this program."""
    if kind not in VERSIONS or not isinstance(tree, dict):
        return []
    version = version_of(tree, kind)
    if version is None:
        said = tree.get("format")
        what = f"không hiểu định dạng `{said}`" if said is not None else "thiếu khóa `format`"
        return [Problem(rule="unknown-format", file=file, path=("format",), message=what, remedy=f"Đầu tệp ghi `format: {name(kind)}`.")]
    if version > VERSIONS[kind]:
        return [
            Problem(
                rule="unknown-format",
                file=file,
                path=("format",),
                message=f"tệp theo định dạng mới hơn ({tree['format']}) chương trình này",
                remedy="Cập nhật kehoach rồi mở lại; không sửa tay số định dạng.",
            )
        ]
    return []


def lifted(tree: Any, kind: str) -> Any:
    """Return the tree at the newest version."""
    if kind not in VERSIONS or not isinstance(tree, dict):
        return tree
    version = version_of(tree, kind) or VERSIONS[kind]
    while version < VERSIONS[kind]:
        tree = LADDER[(kind, version)](tree)
        version += 1
    return tree
