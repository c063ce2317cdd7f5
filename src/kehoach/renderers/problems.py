"""Problems as lines: place, severity, rule, what and why, remedy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kehoach.files import json_text
from kehoach.files.folder import shown
from kehoach.model.problem import SEVERITIES, Problem
from kehoach.vietnamese import number


def line(problem: Problem, root: Path) -> str:
    """Return a problem as one line that editors and terminals can follow to its place."""
    place = f"{shown(root, problem.file)}:{problem.line}:{problem.column}: " if problem.file else ""
    return f"{place}{SEVERITIES[problem.severity]} [{problem.rule}] {problem.message}. {problem.remedy}"


def text(found: list[Problem], root: Path) -> str:
    """Return problems line by line."""
    return "".join(f"{line(problem, root)}\n" for problem in found)


def github(found: list[Problem], root: Path) -> str:
    """Return problems as GitHub workflow commands, worst first, since a step shows only ten of each level."""
    levels = {"error": "error", "warning": "warning", "notice": "notice"}
    ranked = sorted(found, key=lambda p: (list(levels).index(p.severity), p.order))
    return "".join(
        f"::{levels[p.severity]} file={_property(shown(root, p.file))},line={max(p.line, 1)},col={max(p.column, 1)},"
        f"title={_property(p.rule)}::{_data(f'{p.message}. {p.remedy}')}\n"
        for p in ranked
    )


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def markdown(found: list[Problem], root: Path) -> str:
    """Return problems as a Markdown table."""
    rows = [
        f"| {SEVERITIES[p.severity]} | `{p.rule}` | {shown(root, p.file)}:{p.line} | {_cell(p.message)} | {_cell(p.remedy)} |"
        for p in found
    ]
    return "\n".join(["| mức độ | quy tắc | chỗ | phát hiện | cách xử lý |", "|---|---|---|---|---|", *rows]) + "\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def closing(found: list[Problem]) -> str:
    """Return the line that counts what was found."""
    mistakes = sum(p.about == "registry" for p in found)
    accepted = sum(p.accepted is not None for p in found)
    counts = [
        f"{number(n)} {word}"
        for level, word in SEVERITIES.items()
        if (n := sum(p.severity == level and p.about == "document" and p.accepted is None for p in found))
    ]
    about = f"Về văn bản: {', '.join(counts)}." if counts else "Không có phát hiện về văn bản."
    done = f" {number(accepted)} phát hiện đã được xem xét." if accepted else ""
    return (f"Sổ có {number(mistakes)} lỗi. " if mistakes else "Sổ không có lỗi. ") + about + done


def as_json(found: Sequence[Problem], root: Path) -> str:
    """Return problems as they stand between the brackets of :func:`kehoach.renderers.as_json.dumps`: the keys of the output contract."""
    files = {file: shown(root, file) if file else None for file in {p.file for p in found}}
    rows = [
        {
            "rule": p.rule,
            "severity": p.severity,
            "about": p.about,
            "ref": p.ref,
            "others": p.others,
            "file": files[p.file],
            "line": p.line,
            "column": p.column,
            "message": p.message,
            "remedy": p.remedy,
            "fingerprint": p.fingerprint,
            "accepted": p.accepted,
        }
        for p in found
    ]
    return json_text.dumps(rows, indented=True).decode("utf-8", "surrogatepass")[2:-2] if rows else ""
