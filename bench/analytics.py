"""Run docs/analytics.md on DuckDB and on Spark over a small export, and compare the answers with each other and with kehoach's own.

``python bench/analytics.py [--wards N] [--seed S]`` from an environment that has ``kehoach[parquet]``. The engines are installed into a
virtual environment of their own (``.kehoach/analytics``); Spark needs Java 17. The SQL is what the page prints.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
PAGE = ROOT / "docs" / "analytics.md"
ENGINES = ROOT / ".kehoach" / "analytics"
QUESTIONS = ("question-1", "question-2", "question-3")
COLUMNS = "columns.json"
Answers = dict[str, list[list[Any]]]


def blocks() -> dict[str, str]:
    """Return the SQL of the page by the word behind ``sql``."""
    return dict(re.findall(r"^```sql ([\w-]+)\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL))


def main() -> int:
    """Make the export, ask everybody, print the table, and return 1 where answers differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wards", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=("duckdb", "spark"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.engine:
        print(json.dumps(in_duckdb() if asked.engine == "duckdb" else in_spark()))
        return 0
    if shutil.which("java") is None:
        parser.error("Spark needs Java 17, and there is no `java` here")
    python = engines()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        registry = exported(folder, asked.wards, asked.seed)
        duckdb, spark = (ask(python, engine, folder) for engine in ("duckdb", "spark"))
        return report(duckdb, spark, own_answers(registry, folder))


def engines() -> Path:
    """Return the Python of the environment that has both engines, made where it is not there."""
    python = ENGINES / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(ENGINES, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "-q", "-r", str(ROOT / "bench" / "analytics-requirements.txt")], check=True)
    return python


def exported(folder: Path, wards: int, seed: int) -> Path:
    """Make a registry, export it to ``ban-xuat`` as the page says, and return it."""
    from bench.make_registry import make

    registry = make(folder / "so", wards=wards, seed=seed)
    kehoach(registry, "export", "-o", "ban-xuat", folder=folder)
    from kehoach.reports.export import TABLES

    columns = {table.name: [column.name for column in table.columns] for table in TABLES}
    (folder / COLUMNS).write_text(json.dumps(columns), "utf-8")
    return registry


def kehoach(registry: Path, *args: str, folder: Path) -> str:
    """Return what a command prints."""
    command = [sys.executable, "-m", "kehoach", "--data", str(registry), *args]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


def ask(python: Path, engine: str, folder: Path) -> Answers:
    """Return an engine's answers, from a process of its own that stands in *folder*."""
    start = time.perf_counter()
    done = subprocess.run([python, __file__, "--engine", engine], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"{engine} failed:\n{done.stderr}")
    print(f"{engine}: {time.perf_counter() - start:.1f} s with start-up")
    answers: Answers = json.loads(done.stdout.splitlines()[-1])
    return answers


def in_duckdb() -> Answers:
    """Return DuckDB's answers."""
    import duckdb

    sql = blocks()
    base = duckdb.connect()
    for select in unquoted("read_parquet('ban-xuat/{}/**/*.parquet', hive_partitioning = true) {}"):
        base.execute(select)
    base.execute(sql["duckdb"])
    return {name: plain(base.execute(sql[name]).fetchall()) for name in QUESTIONS}


def in_spark() -> Answers:
    """Return Spark's answers."""
    from pyspark.sql import SparkSession

    sql = blocks()
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    for select in unquoted("parquet.`ban-xuat/{}` {}"):
        spark.sql(select)
    for statement in filter(str.strip, sql["spark"].split(";")):
        spark.sql(statement)
    return {name: plain(spark.sql(sql[name]).collect()) for name in QUESTIONS}


def unquoted(source: str) -> list[str]:
    """Return a query of every table that names all its columns without quotes, as docs/export.md says one can."""
    columns = json.loads(Path(COLUMNS).read_text("utf-8"))
    return [f"SELECT {', '.join(names)} FROM {source.format(table, table)} LIMIT 0" for table, names in columns.items()]  # noqa: S608  # names of our own


def plain(rows: Any) -> list[list[Any]]:
    """Return rows as text, numbers without trailing zeros, whatever type an engine gives them."""
    return [[format(Decimal(str(v)).normalize(), "f") if isinstance(v, int | float | Decimal) else v for v in row] for row in rows]


def own_answers(registry: Path, folder: Path) -> Answers:
    """Return what kehoach itself says to the second and the third question; wards without their names."""
    from kehoach.registry import load_registry

    above = {slug: ward.province for slug, ward in load_registry(registry, ())[0].wards.items() if ward.province}
    due = json.loads(kehoach(registry, "due", "--after", "2026-01-01", "--before", "2027", "--format", "json", folder=folder))
    counts = Counter((above[row["ward"]], row["due"][:4], (int(row["due"][5:7]) + 2) // 3, row["kind"]) for row in due)
    quarters = sorted({key[:3] for key in counts})
    second = [[*quarter, *(counts[(*quarter, kind)] for kind in ("target", "task", "project"))] for quarter in quarters]
    third = []
    for ward, province in above.items():
        found = json.loads(kehoach(registry, "report", "--year", "2027", "--ward", ward, "--format", "json", folder=folder))["totals"]
        third.append([province, ward, found["met"] + found["exceeded"] + found["met_late"], found["missed"], found["no_data"]])
    third.sort(key=lambda row: (-row[3], -row[4], row[1]))
    return {"question-2": plain(second), "question-3": plain(third)}


def report(duckdb: Answers, spark: Answers, own: Answers) -> int:
    """Print every answer's first rows and whether all agree, and return the exit status."""
    others = {"Spark": spark, "kehoach": own}
    same = True
    for name in QUESTIONS:
        print(f"\n{name}: {len(duckdb[name])} rows")
        for row in duckdb[name][:5]:
            print("  " + " | ".join(map(str, row)))
        for other, answers in others.items():
            if name in answers:
                equal = shown(duckdb, name, other) == answers[name]
                print(f"  DuckDB and {other}: {'the same' if equal else 'DIFFERENT'}")
                same = same and equal
    return 0 if same else 1


def shown(answers: Answers, name: str, other: str) -> list[list[Any]]:
    """Return an answer without what *other* does not tell: the names of wards."""
    named = name == "question-3" and other == "kehoach"
    return [[*row[:2], *row[3:]] for row in answers[name]] if named else answers[name]


if __name__ == "__main__":
    sys.exit(main())
