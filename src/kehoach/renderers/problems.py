"""Problems as lines: place, severity, rule, what and why, remedy."""

from __future__ import annotations

from pathlib import Path

from kehoach.files.folder import shown
from kehoach.model.problem import Problem

SEVERITIES = {"error": "lỗi", "warning": "cảnh báo", "notice": "lưu ý"}


def line(problem: Problem, root: Path) -> str:
    """Return a problem as one line that editors and terminals can follow to its place."""
    place = f"{shown(root, problem.file)}:{problem.line}:{problem.column}: " if problem.file else ""
    return f"{place}{SEVERITIES[problem.severity]} [{problem.rule}] {problem.message}. {problem.remedy}"


def as_row(problem: Problem) -> dict[str, object]:
    """Return a problem with the stable keys of the output contract."""
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "about": problem.about,
        "ref": problem.ref,
        "others": list(problem.others),
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "remedy": problem.remedy,
        "fingerprint": None,
        "accepted": None,
    }
