"""SARIF 2.1.0: findings for code-scanning pages and editors (OASIS Static Analysis Results Interchange Format)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kehoach import __version__
from kehoach.files.folder import shown
from kehoach.model.problem import Problem

_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}


def log(found: list[Problem], root: Path, manuals: Mapping[str, str]) -> dict[str, Any]:
    """Return a SARIF log of one run; *manuals* are the rules' own pages, by name."""
    names = sorted({problem.rule for problem in found} | set(manuals))
    rules = [{"id": name, **({"help": {"text": manuals[name]}} if name in manuals else {})} for name in names]
    driver = {"name": "kehoach", "version": __version__, "language": "vi", "rules": rules}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_result(p, root, names) for p in found]}],
    }


def _result(problem: Problem, root: Path, names: list[str]) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": shown(root, problem.file)},
        "region": {"startLine": max(problem.line, 1), "startColumn": max(problem.column, 1)},
    }
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "ruleIndex": names.index(problem.rule),
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{problem.message}. {problem.remedy}"},
        "locations": [{"physicalLocation": place}],
    }
    if problem.fingerprint:
        result["partialFingerprints"] = {"kehoach/v1": problem.fingerprint}
    if problem.accepted is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": problem.accepted}]
    return result
