"""The columns of the form and the marks by which it is found again: what its writer and its reader share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FORMAT = "kehoach/form/1"
"""Stands in the first cell of the hidden sheet."""
KEY_HEAD = "Mã dòng (kehoach)"
"""Heads the hidden column of keys; where it stands, the form stands."""
COMMON = "@nguon-chung"
"""The key of the row with the source that holds for every row without its own."""
STATE_KEYS = ("id", "value", "quality", "document", "date", "num", "den", "note")
"""The columns of the hidden sheet's table: what stood in the registry when the form was made."""

EntryName = Literal["value", "quality", "document", "date", "num", "den", "note"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and which entry it takes (``None`` where it is locked)."""

    head: str
    width: float
    entry: EntryName | None = None


COLUMNS = (
    Column(KEY_HEAD, 12),
    Column("TT", 5),
    Column("Chỉ tiêu", 40),
    Column("Đơn vị tính", 13),
    Column("Kế hoạch", 30),
    Column("Năm trước", 12),
    Column("Thực hiện", 13, "value"),
    Column("Chất lượng", 12, "quality"),
    Column("Nguồn (văn bản)", 26, "document"),
    Column("Ngày văn bản", 13, "date"),
    Column("Tử số", 11, "num"),
    Column("Mẫu số", 11, "den"),
    Column("Ghi chú", 26, "note"),
)
NAME_HEAD = "Chỉ tiêu"
ENTRIES: dict[EntryName, str] = {column.entry: column.head for column in COLUMNS if column.entry}
"""The heads of the columns that take entries."""
