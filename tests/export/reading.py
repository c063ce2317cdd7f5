"""An export opened again, whatever it was written as: rows as mappings, with decimals, days and truth values as Python has them."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kehoach.reports.export import TABLES, Column, Table, Type
from tests.cli.helpers import Row, run

FORMATS = ("parquet", "sqlite", "csv")
BY_NAME = {table.name: table for table in TABLES}


def export(data: Path, folder: Path, form: str, *more: str, status: int = 0) -> Path:
    """Export *data* to *folder* and return it."""
    needed(form)
    result = run("export", "-o", str(folder), "--format", form, *more, data=data)
    assert result.status == status, result.err
    assert bool(result.err) == bool(status)
    return folder


def needed(form: str) -> None:
    """Skip a test of Parquet where the library is not installed."""
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'kehoach[parquet]'")


def marker(folder: Path) -> Row:
    found = json.loads((folder / "kehoach-export.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def rows(folder: Path, table: str) -> list[Row]:
    """Return the rows of a table."""
    form = marker(folder)["format"]
    read = {"parquet": _parquet, "sqlite": _sqlite, "csv": _csv}[form]
    return list(read(folder, BY_NAME[table]))


def _parquet(folder: Path, table: Table) -> Iterator[Row]:
    import pyarrow.parquet as pq

    for path in sorted((folder / table.name).rglob("*.parquet")):
        key, _, value = path.parent.name.partition("=")
        partition = {key: None if value.startswith("__") else value} if value else {}
        for row in pq.ParquetFile(path).read().to_pylist():
            found = {**row, **partition}
            assert set(found) == {column.name for column in table.columns}
            yield {column.name: _trimmed(found[column.name]) for column in table.columns}


def _trimmed(value: Any) -> Any:
    return value.normalize() if isinstance(value, Decimal) else value


def _sqlite(folder: Path, table: Table) -> Iterator[Row]:
    with closing(sqlite3.connect(folder / "kehoach.sqlite")) as base:
        base.row_factory = sqlite3.Row
        for row in base.execute(f"SELECT * FROM {table.name}").fetchall():  # noqa: S608  # names of our own
            assert row.keys() == [column.name for column in table.columns]
            yield {column.name: _cast(row[column.name], column) for column in table.columns}


def _csv(folder: Path, table: Table) -> Iterator[Row]:
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert reader.fieldnames == [column.name for column in table.columns]
        for row in reader:
            yield {column.name: _cast(row[column.name] or None, column) for column in table.columns}


def _cast(value: Any, column: Column) -> Any:
    if value is None:
        return None
    if column.type in (Type.NUMBER, Type.COMPUTED):
        return Decimal(str(value)).normalize()
    if column.type is Type.INT:
        return int(value)
    if column.type is Type.DAY:
        return date.fromisoformat(value)
    if column.type is Type.BOOL:
        return value in (1, "true")
    return value.removeprefix("'") if value[:1] == "'" and value[1:2] in "=+-@" else value
