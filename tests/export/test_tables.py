"""What stands in the tables: as much as the listings say, row by row, the same in every format."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from bench.make_registry import make
from kehoach.reports.export import TABLES, Type
from kehoach.vietnamese import fold
from tests.cli.helpers import DATA, EXAMPLE, REPO, Row, head, run, target, write
from tests.export.reading import BY_NAME, FORMATS, export, marker, needed, rows

Exported = Callable[[str, str], Path]
"""The export of a registry (real, example, made) in a format."""
REGISTRIES = ("real", "example", "made")
LISTED = {
    "plans": "list-plans",
    "targets": "list-targets",
    "tasks": "list-tasks",
    "projects": "list-projects",
    "units": "list-units",
    "indicators": "list-indicators",
    "cited_documents": "list-references",
}


@pytest.fixture(scope="session")
def registries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = make(tmp_path_factory.mktemp("made") / "r", wards=3, seed=4)
    return {"real": DATA, "example": EXAMPLE / "data", "made": made}


@pytest.fixture(scope="session")
def exported(registries: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Return the export of a registry in a format, made once."""
    above = tmp_path_factory.mktemp("exports")

    @cache
    def made(registry: str, form: str) -> Path:
        return export(registries[registry], above / f"{registry}-{form}", form)

    return made


def listed(command: str, data: Path, *args: str) -> list[Row]:
    result = run(command, *args, "--format", "json", data=data)
    assert (result.status, result.err) == (0, "")
    return result.rows()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("registry", REGISTRIES)
def test_there_are_as_many_rows_as_the_listings_say(registry: str, form: str, registries: dict[str, Path], exported: Exported) -> None:
    needed(form)
    folder: Path = exported(registry, form)
    said = marker(folder)["tables"]
    assert set(said) == set(BY_NAME)
    for table, count in said.items():
        assert len(rows(folder, table)) == count, table
    for table, command in LISTED.items():
        assert said[table] == len(listed(command, registries[registry])), table
    cited = listed("list-references", registries[registry])
    assert said["citations"] == sum(len(row["cited_by"]) for row in cited)
    assert said["target_leads"] == sum(len(row["lead"]) for row in listed("list-targets", registries[registry]))
    assert said["problems"] == 0


@pytest.mark.parametrize("registry", REGISTRIES)
def test_all_formats_say_the_same(registry: str, exported: Exported) -> None:
    needed("parquet")
    for table in TABLES:
        parquet, sqlite, csv = (rows(exported(registry, form), table.name) for form in FORMATS)
        assert parquet == sqlite == csv, table.name


@pytest.mark.parametrize("registry", REGISTRIES)
def test_every_target_task_and_project_is_the_row_of_its_listing(registry: str, registries: dict[str, Path], exported: Exported) -> None:
    folder: Path = exported(registry, "sqlite")
    for table, lists in {
        "targets": {"lead": "target_leads"},
        "tasks": {"targets": "task_targets"},
        "projects": {"lead": "project_leads"},
    }.items():
        found = {row["ref"]: row for row in rows(folder, table)}
        wanted = listed(LISTED[table], registries[registry])
        assert list(found)
        assert set(found) == {row["ref"] for row in wanted}
        for row in wanted:
            mine = found[row["ref"]]
            for key in set(mine) & set(row):
                assert mine[key] == row[key], (row["ref"], key)
            assert {key: mine[f"when_{key}"] for key in ("kind", "from", "to")} == row["when"]
            for key, number in row.get("test", {}).items():
                assert str(mine[f"test_{key}"]) in (str(number), str(Decimal(str(number)).normalize()) if key != "is" else ""), row["ref"]
        for key, links in lists.items():
            below: dict[str, list[str]] = {}
            for link in rows(folder, links):
                names = BY_NAME[links].key
                below.setdefault(link[names[0]], []).append(link[names[1]])
            assert below == {row["ref"]: row[key] for row in wanted if row[key]}


def test_tasks_name_who_leads_and_who_supports(exported: Exported) -> None:
    folder: Path = exported("real", "sqlite")
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows(folder, "task_units"):
        found.setdefault((row["task"], row["role"]), []).append(row["unit"])
    wanted = {(row["ref"], role): row[role] for row in listed("list-tasks", DATA) for role in ("lead", "support") if row[role]}
    assert found == wanted


@pytest.mark.parametrize("registry", REGISTRIES)
def test_references_between_tables_are_whole(registry: str, exported: Exported) -> None:
    folder: Path = exported(registry, "sqlite")
    known = {name: {row["ref"] for row in rows(folder, name)} for name in ("targets", "tasks", "projects")}
    known |= {
        name: {row["id"] for row in rows(folder, name)} for name in ("plans", "units", "indicators", "cited_documents", "wards", "actuals")
    }
    links = {
        "targets": {
            "plan": "plans",
            "indicator": "indicators",
            "part_of": "targets",
            "restates": "targets",
            "ward": "wards",
            "from_ref": "cited_documents",
        },
        "target_leads": {"target": "targets", "lead": "units"},
        "target_readings": {"target": "targets"},
        "task_units": {"task": "tasks", "unit": "units"},
        "task_targets": {"task": "tasks", "target": "targets"},
        "project_leads": {"project": "projects", "lead": "units"},
        "citations": {"plan": "plans", "reference": "cited_documents"},
        "results": {"target": "targets", "plan": "plans", "ward": "wards"},
        "actuals": {"indicator": "indicators", "ward": "wards"},
        "actual_corrections": {"actual": "actuals"},
        "paths": {"target": "targets"},
        "path_steps": {"target": "targets"},
        "unit_aliases": {"unit": "units"},
    }
    for table, columns in links.items():
        for row in rows(folder, table):
            for column, other in columns.items():
                assert row[column] is None or row[column] in known[other], (table, column, row[column])


@pytest.mark.parametrize("registry", ["example", "made"])
def test_keys_tell_rows_apart(registry: str, exported: Exported) -> None:
    folder: Path = exported(registry, "sqlite")
    for table in TABLES:
        found = [tuple(row[name] for name in table.key) for row in rows(folder, table.name)]
        assert len(found) == len(set(found)), table.name


@pytest.mark.parametrize("registry", ["example", "made"])
def test_results_are_those_of_the_report(registry: str, registries: dict[str, Path], exported: Exported) -> None:
    folder: Path = exported(registry, "sqlite")
    found = rows(folder, "results")
    years = sorted({row["year"] for row in found})
    assert years == list(range(2025, 2030 if registry == "example" else 2028))
    for year in years:
        mine = [row for row in found if row["year"] == year]
        report = run("report", "--year", str(year), "--format", "json", data=registries[registry]).record()
        assert {row["target"]: row["verdict"] for row in mine} == {row["ref"]: row["verdict"] for row in report["rows"]}
        for row in report["rows"]:
            (same,) = [each for each in mine if each["target"] == row["ref"]]
            actual = same["actual_state"] if same["actual"] is None else same["actual"]
            assert actual == (row["actual"] if isinstance(row["actual"], str | None) else Decimal(str(row["actual"])).normalize())
        counted = [row for row in mine if row["counted"]]
        assert len(counted) == report["totals"]["commitments"]
        assert sum(row["verdict"] == "missed" and row["part_of"] is None for row in counted) == report["totals"]["scored"]["missed"]


@pytest.mark.parametrize("form", FORMATS)
def test_words_have_a_folded_twin(form: str, exported: Exported) -> None:
    needed(form)
    seen = set()
    for table in TABLES:
        names = [column.name for column in table.columns]
        for column in table.columns:
            if column.type is Type.TEXT:
                assert names[names.index(column.name) + 1] == f"{column.name}_folded"
                for row in rows(exported("example", form), table.name):
                    value, folded = row[column.name], row[f"{column.name}_folded"]
                    assert folded == (None if value is None else fold(value))
                    seen.add((table.name, column.name))
    assert ("targets", "quote") in seen
    names = [row["name_folded"] for row in rows(exported("example", form), "targets")]
    assert any("bao hiem y te" in name for name in names)


FIGURES = ["0.1", "13.5", "999999999.999999", "123456789012345", "-5.25", '"46.075"', "1000", "0.000001"]


@pytest.mark.parametrize("form", FORMATS)
def test_decimals_are_exact(form: str, tmp_path: Path) -> None:
    targets = "".join(target(f"t-{n}", test=f"{{ge: {figure}}}", indicator="doanh-nghiep") for n, figure in enumerate(FIGURES))
    data = write(tmp_path, {"plans/mau/a.yaml": head("mau/a") + "targets:\n" + targets})
    found = rows(export(data, tmp_path / "out", form), "targets")
    exact = [Decimal(figure.strip('"')).normalize() for figure in FIGURES]
    assert [row["test_ge"] for row in found] == [row["lower"] for row in found] == exact
    assert {row["upper"] for row in found} == {None}


def test_parquet_types_are_declared(exported: Exported) -> None:
    needed("parquet")
    import pyarrow as pa
    import pyarrow.parquet as pq

    from kehoach.renderers.as_parquet import TYPES

    folder: Path = exported("made", "parquet")
    declared = {"string": pa.string(), "int32": pa.int32(), "boolean": pa.bool_(), "date": pa.date32()}
    declared |= {"decimal(21, 6)": pa.decimal128(21, 6), "decimal(38, 12)": pa.decimal128(38, 12)}
    for table in TABLES:
        path = next((folder / table.name).rglob("*.parquet"))
        schema = pq.read_schema(path)
        assert schema.metadata[b"kehoach_export_version"] == b"1"
        for column in table.columns:
            if not (table.by_ward and column.name == "province"):
                assert schema.field(column.name).type == declared[TYPES[column.type]], (table.name, column.name)


def test_days_stand_beside_dates(exported: Exported) -> None:
    folder: Path = exported("real", "csv")
    found = {row["ref"]: row for row in rows(folder, "targets")}["hung-dao/ke-hoach-2026-2030#thu-ngan-sach"]
    assert (found["when_kind"], found["when_from"], found["when_to"]) == ("each_year", "2026", "2030")
    assert (str(found["when_first"]), str(found["when_last"])) == ("2026-01-01", "2030-12-31")
    plan = {row["id"]: row for row in rows(folder, "plans")}["hung-dao/ke-hoach-2026-2030"]
    assert (plan["issued"], str(plan["issued_first"]), str(plan["issued_last"])) == ("2026", "2026-01-01", "2026-12-31")
    example = rows(exported("example", "csv"), "actuals")
    spans = {row["period"]: (str(row["period_first"]), str(row["period_last"])) for row in example}
    assert spans["2027-H1"] == ("2027-01-01", "2027-06-30")
    assert spans["2027-Q3"] == ("2027-07-01", "2027-09-30")


def test_no_name_needs_quotes(exported: Exported) -> None:
    folder: Path = exported("real", "sqlite")
    with closing(sqlite3.connect(folder / "kehoach.sqlite")) as base:
        assert base.execute("PRAGMA user_version").fetchone() == (1,)
        for table in TABLES:
            base.execute(f"SELECT {', '.join(column.name for column in table.columns)} FROM {table.name}")  # noqa: S608


def test_the_page_names_every_table_and_column() -> None:
    page = (REPO / "docs" / "export.md").read_text("utf-8")
    for table in TABLES:
        chapter = page.partition(f"\n### {table.name}\n")[2].partition("\n### ")[0]
        for column in table.columns:
            assert f"`{column.name}`" in chapter, (table.name, column.name)
            assert any(ord(char) > 127 for char in column.words), column.words


def test_the_third_question_of_the_page_is_what_reports_say(registries: dict[str, Path], exported: Exported) -> None:
    from bench.analytics import blocks

    folder: Path = exported("made", "sqlite")
    with closing(sqlite3.connect(folder / "kehoach.sqlite")) as base:
        answer = base.execute(blocks()["question-3"]).fetchall()
        assert base.execute(blocks()["sqlite"]).fetchall()
    assert len(answer) == 3
    for _, ward, _, kept, missed, no_data in answer:
        said = run("report", "--year", "2027", "--ward", ward, "--format", "json", data=registries["made"]).record()["totals"]
        assert (kept, missed, no_data) == (said["met"] + said["exceeded"] + said["met_late"], said["missed"], said["no_data"])
