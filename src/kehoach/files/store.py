"""One file of a registry: read, migrated to the newest format in memory, validated."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kehoach.errors import reason
from kehoach.files import adapters, consistency, migrate
from kehoach.files.yaml_text import Content, content, load_content
from kehoach.model.problem import Problem


def read_file(root: Path, relative: str, kind: str) -> tuple[Any, list[Problem]]:
    """Return the record of ``root/relative`` and its problems, not yet placed; ``None`` where nothing could be read."""
    try:
        raw = (root / relative).read_bytes()
    except OSError as error:
        why = "tệp không có" if isinstance(error, FileNotFoundError) else reason(error)
        return None, [
            Problem(
                rule="unreadable",
                file=relative,
                line=1,
                column=1,
                message=f"không đọc được tệp: {why}",
                remedy="Kiểm tra tên tệp và quyền truy cập.",
            )
        ]
    return read_bytes(raw, relative, kind)


def read_bytes(raw: bytes, relative: str, kind: str) -> tuple[Any, list[Problem]]:
    """As :func:`read_file`, from bytes that are already there (a git revision, an editor's buffer)."""
    return read_content(content(raw, relative), relative, kind)


def read_content(held: Content, relative: str, kind: str) -> tuple[Any, list[Problem]]:
    """As :func:`read_file`, from what the bytes hold."""
    tree, problems = load_content(held, relative)
    if tree is None and problems:
        return None, problems
    found = migrate.check_format(tree, relative, kind)
    if found:
        return None, [*problems, *found]
    record, faults = adapters.read(kind, migrate.lifted(tree, kind), relative)
    return record, [*problems, *faults]


def read_whole(root: Path, relative: str, kind: str, held: Content | None = None) -> tuple[Any, list[Problem]]:
    """As :func:`read_file`, or from what its bytes *held*, and look whether the record agrees with the place of its file."""
    record, problems = read_file(root, relative, kind) if held is None else read_content(held, relative, kind)
    record, found = consistency.settled(record, relative, kind)
    return record, [*problems, *found]


def prepare() -> None:
    """Build what validates files, so that processes started from this one need not."""
    adapters.prepare()
