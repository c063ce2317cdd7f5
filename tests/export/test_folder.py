"""Where an export goes: partitions, what is never overwritten, what a failure leaves behind, what is said."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.make_registry import make
from tests.cli.helpers import DATA, EXAMPLE, REPO, UNITS, environment, head, run, target, write
from tests.cli.test_start_up import imported
from tests.export.reading import FORMATS, export, marker, needed, rows


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_parquet_is_partitioned_by_province(tmp_path: Path) -> None:
    needed("parquet")
    data = make(tmp_path / "r", wards=4, seed=2)
    folder = export(data, tmp_path / "out", "parquet")
    provinces = {row["province"] for row in rows(folder, "wards")}
    assert len(provinces) == 3
    for table in ("plans", "targets", "tasks", "results", "citations", "retired"):
        files = {path.relative_to(folder / table).as_posix() for path in (folder / table).rglob("*") if path.is_file()}
        assert files == {f"province={province}/part-0.parquet" for province in provinces}
    assert [path.name for path in (folder / "indicators").iterdir()] == ["part-0.parquet"]
    above = {row["id"]: row["province"] for row in rows(folder, "wards")}
    assert all(row["province"] == above[row["ward"]] for row in rows(folder, "targets"))


def test_a_ward_without_a_province_has_its_own_partition_and_a_province_stands_in_its_own(tmp_path: Path) -> None:
    needed("parquet")
    units = UNITS.replace("  dong:", '  tinh: {name: Tỉnh, type: tỉnh, code: "01"}\n  dong:').replace(
        'code: "00002"', 'code: "00002", province: tinh'
    )
    units += "  tinh/ubnd: {name: Ủy ban nhân dân tỉnh}\n"
    plans = {f"plans/{ward}/a.yaml": head(f"{ward}/a") + "targets:\n" + target("bhyt") for ward in ("mau", "dong", "tinh")}
    folder = export(write(tmp_path, {"units.yaml": units, **plans}), tmp_path / "out", "parquet")
    assert sorted(path.name for path in (folder / "targets").iterdir()) == ["province=__HIVE_DEFAULT_PARTITION__", "province=tinh"]
    assert {row["ward"]: row["province"] for row in rows(folder, "targets")} == {"mau": None, "dong": "tinh", "tinh": "tinh"}


@pytest.mark.parametrize("form", FORMATS)
def test_only_an_export_is_ever_replaced(form: str, tmp_path: Path) -> None:
    data = EXAMPLE / "data"
    folder = export(data, tmp_path / "out", form)
    before = everything(folder)
    refused = run("export", "-o", str(folder), "--format", form, data=data)
    assert (refused.status, refused.out) == (2, "")
    assert "đã có một bản xuất" in refused.err
    assert "--force" in refused.err
    assert everything(folder) == before
    (folder / "ghi-chu.txt").write_text("x", "utf-8")
    export(data, folder, form, "--force")
    assert set(everything(folder)) == set(before)
    if form != "sqlite":
        assert everything(folder) == before, "the same registry makes the same files"
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_a_folder_of_somebody_else_is_left_alone(more: tuple[str, ...], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "quan-trong.txt").write_text("x", "utf-8")
    result = run("export", "-o", str(folder), "--format", "csv", *more)
    assert result.status == 2
    assert everything(tmp_path) == {"out/quan-trong.txt": b"x"}


def test_an_empty_folder_and_a_missing_parent_will_do(tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    export(DATA, tmp_path / "trong", "csv")
    export(DATA, tmp_path / "a" / "b", "csv")
    assert everything(tmp_path / "trong") == everything(tmp_path / "a" / "b")


def test_an_empty_registry_has_every_table(tmp_path: Path) -> None:
    for form in FORMATS:
        needed(form)
        folder = export(write(tmp_path / form, {}), tmp_path / f"out-{form}", form)
        tables = marker(folder)["tables"]
        assert tables["plans"] == tables["results"] == 0
        assert {name: len(rows(folder, name)) for name in tables} == tables


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_good_is_exported_and_the_rest_is_told(form: str, tmp_path: Path) -> None:
    good = head("mau/tot") + "targets:\n" + target("bhyt")
    data = write(tmp_path, {"plans/mau/tot.yaml": good, "plans/mau/hong.yaml": "id: [", "plans/lac.yaml": "x: 1\n"})
    needed(form)
    result = run("export", "-o", str(tmp_path / "out"), "--format", form, data=data)
    assert result.status == 1
    assert "1 chỉ tiêu" in result.out
    assert "hong.yaml" in result.err
    assert "Sổ có 2 lỗi" in result.err
    folder = tmp_path / "out"
    assert [row["ref"] for row in rows(folder, "targets")] == ["mau/tot#bhyt"]
    problems = rows(folder, "problems")
    assert {(row["file"], row["rule"]) for row in problems} == {("plans/lac.yaml", "stray-file"), ("plans/mau/hong.yaml", "yaml-syntax")}
    assert all(row["line"] >= 1 and row["message"] and row["remedy"] for row in problems)


def test_a_ward_alone_is_the_same_rows(tmp_path: Path) -> None:
    whole, alone = export(DATA, tmp_path / "whole", "csv"), export(DATA, tmp_path / "alone", "csv", "--ward", "Lê Chân")
    assert marker(alone)["wards"] == ["le-chan"]
    for table in ("plans", "targets", "tasks", "citations", "results"):
        assert rows(alone, table) == [row for row in rows(whole, table) if row["ward"] == "le-chan"]
    assert rows(alone, "targets")
    assert {row["id"] for row in rows(alone, "wards")} == {"le-chan", "hai-phong"}
    assert {row["ward"] for row in rows(alone, "units")} == {"le-chan", "hai-phong"}
    unknown = run("export", "-o", str(tmp_path / "x"), "--format", "csv", "--ward", "khong-co")
    assert unknown.status == 2
    assert not (tmp_path / "x").exists()


def test_words_that_look_like_a_formula_are_harmless_in_csv(tmp_path: Path) -> None:
    plan = (
        head("mau/a", title='"=HYPERLINK(1)"')
        + "targets:\n"
        + target("bhyt", more='note: "-1+1"\nquote: "@cmd"').replace("    quote: câu trích\n", "")
    )
    data = write(tmp_path, {"plans/mau/a.yaml": plan.replace("test: {ge: 97}", "test: {ge: -97}")})
    folder = export(data, tmp_path / "out", "csv")
    assert "'=HYPERLINK(1),'=hyperlink(1)" in (folder / "plans.csv").read_text("utf-8")
    text = (folder / "targets.csv").read_text("utf-8")
    assert "'-1+1" in text
    assert "'@cmd" in text
    assert ",-97," in text
    assert "'-97" not in text


def test_without_pyarrow_it_says_how_to_get_it_and_touches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = export(DATA, tmp_path / "out", "csv")
    before = everything(tmp_path)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("export", "-o", str(folder), "--force")
    assert (result.status, result.out) == (3, "")
    assert "pyarrow" in result.err
    assert "pip install 'kehoach[parquet]'" in result.err
    assert "--format sqlite" in result.err
    assert everything(tmp_path) == before


@pytest.mark.parametrize("form", ["csv", "sqlite"])
def test_only_parquet_needs_pyarrow(form: str, tmp_path: Path) -> None:
    assert not imported("export", "-o", str(tmp_path / "out"), "--format", form) & {"pyarrow", "rich", "docx", "openpyxl"}
    assert not {name for name in imported("export", "--help") if name.startswith(("pyarrow", "kehoach.reports", "kehoach.renderers"))}


def come_to(pipe: Path, running: subprocess.Popen[bytes]) -> int:
    """Return the writing end of *pipe* as soon as the command reads from it, where it then hangs."""
    while running.poll() is None:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:  # nobody reads it yet
                raise
    pytest.fail("the command ended before it came to the pipe")


@pytest.mark.skipif(os.name == "nt", reason="needs a named pipe")
def test_killed_half_way_the_old_export_still_stands(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/mau/a.yaml": head("mau/a") + "targets:\n" + target("bhyt")})
    folder = export(data, tmp_path / "out", "csv")
    before = everything(folder)
    pipe = data / "plans" / "mau" / "b.yaml"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "kehoach", "--data", str(data), "export", "-o", str(folder), "--format", "csv", "--force"]
    running = subprocess.Popen(command, cwd=REPO, env=environment())
    held = come_to(pipe, running)
    running.kill()
    running.wait()
    os.close(held)
    assert everything(folder) == before
    pipe.unlink()
    export(data, folder, "csv", "--force")
    assert everything(folder) == before


def test_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("no pty on Windows")
    from tests.cli.test_progress import seen

    out, said = seen(make(tmp_path / "r", wards=3, seed=3), "export", "-o", str(tmp_path / "a"), "--format", "csv")
    assert "Đang xuất từng phường" in said
    assert "/3" in said, "of how many wards"
    assert "Đã xuất ra" in out
    assert "Đang xuất" not in run("export", "-o", str(tmp_path / "b"), "--format", "csv").err


def test_one_ward_is_held_at_a_time(tmp_path: Path) -> None:
    from kehoach.reports.export.walk import Walk

    data = make(tmp_path / "r", wards=5, seed=3)
    walk = Walk(data, None)
    parts = list(walk.parts())
    assert [len({plan.ward for plan in part.registry.plans.values()}) for part in parts] == [1] * 5
    assert [part.province for part in parts] == sorted(part.province or "" for part in parts)
    assert not walk.catalogues().registry.plans
