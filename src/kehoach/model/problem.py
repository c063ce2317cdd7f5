"""A problem: what is wrong, where, why and how to mend it; a value, so that loading never stops at the first one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "notice"]
SEVERITIES: dict[Severity, str] = {"error": "lỗi", "warning": "cảnh báo", "notice": "lưu ý"}
"""How grave a problem is, as users read it."""
About = Literal["registry", "document"]
Path = tuple[str | int, ...]
"""Keys and positions that lead to a node inside a YAML file."""


@dataclass(slots=True, kw_only=True)  # never changed; frozen it would take three times as long to make, and there are many
class Problem:
    """One finding. ``file`` is relative to the registry; ``line`` and ``column`` count from 1, 0 where unknown."""

    rule: str
    message: str
    remedy: str
    file: str = ""
    line: int = 0
    column: int = 0
    severity: Severity = "error"
    about: About = "registry"
    ref: str | None = None
    others: tuple[str, ...] = ()
    fingerprint: str | None = None
    """What an acceptance is keyed by; ``None`` for a fault that no reviewer can accept."""
    accepted: str | None = None
    """The reason a reviewer gave, where one has accepted the finding."""
    path: Path = field(default=(), compare=False)
    """Where in the file, for a problem that has not been placed yet."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort by file and place."""
        return self.file, self.line, self.column, self.rule, self.message
