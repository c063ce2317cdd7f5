"""An edit as tables: what a reviewer reads on the terminal, in Markdown, and what the approver gets as a Word page."""

from __future__ import annotations

from pathlib import Path

from kehoach.files.folder import shown
from kehoach.model.problem import Problem
from kehoach.reports.table import Column, Row, Table
from kehoach.revisions.judge import Finding
from kehoach.revisions.judgement import SEVERITIES
from kehoach.vietnamese import number

_LEVELS = {"attention": "error", "notice": "warning", "info": "notice"}
KEYS = (
    "rule",
    "severity",
    "ref",
    "field",
    "old",
    "new",
    "nature",
    "file",
    "line",
    "message",
    "fingerprint",
    "passed",
)


def rows(found: list[Finding], root: Path) -> list[Row]:
    """Return the findings with the stable keys of the output contract; files as a user in the current folder names them."""
    return [{**{key: getattr(finding, key) for key in KEYS}, "file": shown(root, finding.file)} for finding in found]


def table(found: list[Finding], names: tuple[str, str], root: Path) -> Table:
    """Return the findings as a table, the gravest first."""
    return Table(
        (
            Column("Mức độ", level),
            Column("Thay đổi", lambda r: r["message"]),
            Column("Căn cứ", lambda r: r["passed"] or ""),
            Column("Chỗ", lambda r: f"{r['file']}:{r['line']}", 1),
            Column("Quy tắc", lambda r: r["rule"], 2),
            Column("Dấu", lambda r: r["fingerprint"], 3),
        ),
        rows(found, root),
        KEYS,
        closing(found),
        title=f"Thay đổi từ {names[0]} đến {names[1]}",
    )


def lines(found: list[Finding], names: tuple[str, str], root: Path) -> str:
    """Return the findings line by line, as editors and terminals can follow them to their place."""
    said = [
        f"{row['file']}:{row['line']}: {level(row)} [{row['rule']}] {row['message']}{f' ({basis})' if (basis := row['passed']) else ''}"
        for row in rows(found, root)
    ]
    return "\n".join([f"Thay đổi từ {names[0]} đến {names[1]}:", *said, closing(found)]) + "\n"


def level(row: Row) -> str:
    """Return how grave a finding is, in words; one that passed says so."""
    return "đã có căn cứ" if row["passed"] else SEVERITIES[row["severity"]]


def closing(found: list[Finding]) -> str:
    """Return the line that counts what was found."""
    if not found:
        return "Không có thay đổi nào."
    waiting = sum(f.severity == "attention" and f.passed is None for f in found)
    passed = sum(f.passed is not None for f in found)
    notices, infos = (sum(f.severity == severity for f in found) for severity in ("notice", "info"))
    counts = [(waiting, "cần duyệt"), (passed, "đã có căn cứ"), (notices, "lưu ý"), (infos, "thông tin")]
    return f"{number(len(found))} thay đổi: " + ", ".join(f"{number(count)} {words}" for count, words in counts if count) + "."


def problems(found: list[Finding]) -> list[Problem]:
    """Return the findings as problems, for the formats that annotate lines (GitHub, SARIF)."""
    return [
        Problem(
            rule=f.rule,
            message=f.message,
            remedy=f"Đã có căn cứ: {f.passed}." if f.passed else "Xem `kehoach explain " + f.rule + "`.",
            file=f.file,
            line=f.line,
            severity=_LEVELS[f.severity],  # type: ignore[arg-type]
            about="document",
            ref=f.ref,
            fingerprint=f.fingerprint,
            accepted=f.passed,
        )
        for f in found
    ]
