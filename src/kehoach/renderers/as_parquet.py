"""An export as Parquet, partitioned by province as Hive does (``targets/province=hai-phong/part-0.parquet``); decimals stay exact."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any

from kehoach.errors import KehoachError
from kehoach.reports.export import VERSION, Column, Part, Table, Type

PARTITION = "province"
NO_PROVINCE = "__HIVE_DEFAULT_PARTITION__"
"""How Hive, Spark and DuckDB name the partition of a missing value."""
TYPES = {
    "word": "string", "text": "string", "folded": "string", "int": "int32", "number": "decimal(21, 6)", "computed": "decimal(38, 12)",
    "bool": "boolean", "day": "date",
}  # fmt: skip
"""How each type of column is written."""
_ROWS_AT_ONCE = 8_000
"""Rows of a table that are held before they become a row group."""


class NoPyarrow(KehoachError):
    """The library that writes Parquet is not installed: it is heavy, so the core does without it."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "Xuất Parquet cần thư viện pyarrow, máy này chưa cài.",
            "Cài thêm: pip install 'kehoach[parquet]'; hoặc chọn --format sqlite hay --format csv, không cần cài gì.",
        )


class Writer:
    """Writes tables into *folder*, part by part; the parts of one province must come together."""

    def __init__(self, folder: Path) -> None:
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ImportError as error:
            raise NoPyarrow from error
        self._pa, self._pq, self._folder = pa, pq, folder
        self._province: str | None = None
        self._open: dict[str, _File] = {}

    def write(self, table: Table, part: Part, rows: Iterable[tuple[Any, ...]]) -> int:
        """Append *rows* to the file of *table* in the part's province and return how many they were."""
        if table.by_ward and part.province != self._province:
            self.finish()
            self._province = part.province
        if table.name not in self._open:
            below = f"{PARTITION}={part.province or NO_PROVINCE}/" if table.by_ward else ""
            self._open[table.name] = _File(self._pa, self._pq, self._folder / table.name / f"{below}part-0.parquet", table)
        return self._open[table.name].add(rows)

    def finish(self) -> None:
        """Write what is still held, when all rows are there."""
        for file in self._open.values():
            file.finish()
        self._open.clear()

    def close(self) -> None:
        """Close the files that an error left open."""
        for file in self._open.values():
            file.close()


class _File:
    """One Parquet file that is being written: rows are held until they make a row group."""

    def __init__(self, pa: Any, pq: Any, path: Path, table: Table) -> None:
        self._pa = pa
        self._held: list[tuple[Any, ...]] = []
        self._columns = [(i, c) for i, c in enumerate(table.columns) if not (table.by_ward and c.name == PARTITION)]
        fields = [pa.field(column.name, _type(pa, column)) for _, column in self._columns]
        self._schema = pa.schema(fields, metadata={"kehoach_export_version": str(VERSION), "kehoach_table": table.name})
        path.parent.mkdir(parents=True, exist_ok=True)
        self._writer = pq.ParquetWriter(path, self._schema)

    def add(self, rows: Iterable[tuple[Any, ...]]) -> int:
        """Hold *rows*, and write a row group where they have become enough."""
        before = len(self._held)
        self._held.extend(rows)
        count = len(self._held) - before
        if len(self._held) >= _ROWS_AT_ONCE:
            self._flush()
        return count

    def finish(self) -> None:
        """Write what is held and close the file; a table without rows is a file without rows."""
        self._flush()
        self.close()

    def close(self) -> None:
        """Close the file as it is."""
        self._writer.close()

    def _flush(self) -> None:
        arrays = [self._pa.array([_value(row[i], column) for row in self._held], _type(self._pa, column)) for i, column in self._columns]
        self._writer.write_table(self._pa.Table.from_arrays(arrays, schema=self._schema))
        self._held.clear()


def _type(pa: Any, column: Column) -> Any:
    types = {
        Type.INT: pa.int32(),
        Type.NUMBER: pa.decimal128(21, 6),
        Type.COMPUTED: pa.decimal128(38, 12),
        Type.BOOL: pa.bool_(),
        Type.DAY: pa.date32(),
    }
    return types.get(column.type, pa.string())


def _value(value: Any, column: Column) -> Any:
    if value is None or column.type not in (Type.NUMBER, Type.COMPUTED):
        return value
    with localcontext(prec=60):
        return Decimal(value) if column.type is Type.NUMBER else round(Decimal(value), 12)
