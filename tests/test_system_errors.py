"""What the system refuses is said in Vietnamese, whatever the system."""

from __future__ import annotations

import errno

import pytest

from kehoach.errors import reason


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "đĩa đã đầy"),
        (errno.EROFS, "đĩa chỉ đọc"),
        (errno.EBUSY, "đang mở ở chương trình khác"),
        (errno.ESTALE, "ổ mạng đã ngắt"),
        (errno.ETIMEDOUT, "ổ mạng đã ngắt"),
    ],
)
def test_known_causes(number: int, says: str) -> None:
    assert says in reason(OSError(number, "English"))


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_windows_holds(code: int) -> None:
    error = PermissionError(errno.EACCES, "Permission denied")
    error.winerror = code  # type: ignore[attr-defined]
    assert "đang mở ở chương trình khác (Excel, Word)" in reason(error)


def test_an_unknown_cause_says_what_the_system_said() -> None:
    assert reason(OSError(99999, "odd")) == "odd"
