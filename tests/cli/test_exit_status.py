"""Exit statuses: 0 done, 1 answered with reservations, 2 wrong use, 3 nothing to read or write; and where a registry is found."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.helpers import DATA, LISTINGS, Result, copy_of_data, head, no_noise, process, rows, run, target, write

BROKEN = "le-chan/cong-van-2399"
LEFT_OUT = ("thien-huong", "hai-duong")
"""Wards whose plans the copy does without, for speed."""


@pytest.fixture(scope="module")
def half_broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = copy_of_data(tmp_path_factory.mktemp("half"))
    for ward in LEFT_OUT:
        shutil.rmtree(data / "plans" / ward)
    path = data / f"plans/{BROKEN}.yaml"
    path.write_text(path.read_text("utf-8") + "không: [đóng\n", "utf-8")
    return data


def told(result: Result, file: str) -> None:
    assert file in result.err
    assert "lỗi [" in result.err
    assert no_noise(result.err)


@pytest.mark.parametrize("command", LISTINGS)
def test_a_half_broken_registry_answers_the_rest(half_broken: Path, command: str) -> None:
    result = run(command, "--format", "json", data=half_broken)
    assert result.status == 1
    told(result, f"plans/{BROKEN}.yaml:")
    assert "Sổ có 1 lỗi" in result.err
    left_out = (BROKEN, *(f"{ward}/{name.stem}" for ward in LEFT_OUT for name in (DATA / "plans" / ward).glob("*.yaml")))
    wanted = [row for row in rows(command) if row.get("plan", row.get("id")) not in left_out]
    found = result.rows()
    if command == "list-references":
        assert [row["id"] for row in found] == [row["id"] for row in wanted]
        assert not any(citation["plan"] == BROKEN for row in found for citation in row["cited_by"])
    else:
        assert found == wanted


@pytest.mark.parametrize("args", [("due", "--before", "2027"), ("report", "--year", "2027"), ("show", "bhyt")], ids=lambda args: args[0])
def test_the_other_answers_too(half_broken: Path, args: tuple[str, ...]) -> None:
    result = run(*args, "--format", "json", data=half_broken)
    assert result.status == 1
    assert result.out.startswith(("[", "{"))
    assert BROKEN not in result.out
    told(result, f"plans/{BROKEN}.yaml:")


def test_another_ward_is_not_troubled(half_broken: Path) -> None:
    result = run("list-targets", "--ward", "hung-dao", "--format", "json", data=half_broken)
    assert (result.status, result.err) == (0, "")
    assert result.rows() == rows("list-targets", "--ward", "hung-dao")


def test_check_says_it_on_standard_output(half_broken: Path) -> None:
    result = run("check", data=half_broken)
    assert result.status == 1
    assert f"plans/{BROKEN}.yaml:" in result.out
    assert "lỗi [" in result.out
    found = run("check", "--format", "json", data=half_broken)
    assert found.status == 1
    assert {row["file"] for row in found.rows() if row["severity"] == "error"} == {str(half_broken / f"plans/{BROKEN}.yaml")}


def test_a_fault_in_one_record_leaves_the_file_out_and_says_where(tmp_path: Path) -> None:
    good = head("mau/a") + "targets:\n" + target("bhyt")
    bad = head("mau/b") + "targets:\n" + target("bhyt", test="{ge: 1.120}")
    data = write(tmp_path, {"plans/mau/a.yaml": good, "plans/mau/b.yaml": bad})
    result = run("list-targets", "--format", "json", data=data)
    assert result.status == 1
    assert [row["ref"] for row in result.rows() if row["plan"] == "mau/a"] == ["mau/a#bhyt"]
    line = next(i for i, text in enumerate(bad.splitlines(), start=1) if "1.120" in text)
    assert f"plans/mau/b.yaml:{line}:" in result.err
    assert "1.120" in result.err


@pytest.mark.parametrize("name", ["units.yaml", "indicators.yaml", "references.yaml"])
@pytest.mark.parametrize("fault", ["missing", "broken", "latin"])
def test_a_catalogue_that_cannot_be_read(tmp_path: Path, name: str, fault: str) -> None:
    data = write(tmp_path, {"plans/mau/a.yaml": head("mau/a") + "targets:\n" + target("bhyt")})
    if fault == "missing":
        (data / name).unlink()
    else:
        (data / name).write_bytes("tên: [\n".encode() if fault == "broken" else "tên: Lê".encode("latin-1", "replace") + b"\xea\n")
    result = run("list-targets", "--format", "json", data=data)
    assert result.status == 1
    assert [row["ref"] for row in result.rows()] == ["mau/a#bhyt"]
    told(result, name)


def test_many_problems_are_not_all_printed(tmp_path: Path) -> None:
    data = write(tmp_path, {f"plans/mau/p{i:02}.yaml": "a: [\n" for i in range(30)})
    result = run("list-plans", "--format", "json", data=data)
    assert (result.status, result.rows()) == (1, [])
    assert len(result.err.splitlines()) < 25
    assert "30" in result.err.splitlines()[-1]
    assert run("check", data=data).out.count("[yaml-syntax]") == 30


@pytest.mark.parametrize(
    "args",
    [
        ("khong-co-lenh",),
        ("list-targets", "--ward", "khong-co"),
        ("list-targets", "--khong-co"),
        ("list-targets", "--ward"),
        ("list-targets", "thua"),
        ("list-targets", "--year", "hai"),
        ("list-targets", "--field", "khong-co"),
        ("list-plans", "--format", "xml"),
        ("due",),
        ("report",),
        ("show",),
        ("show", "bhyt", "thua"),
        ("verify",),
        ("schema", "khong-co"),
        ("new", "Không Hợp Lệ"),
        ("new", "../ra-ngoai"),
        ("new", "le-chan/../hung-dao"),
        ("--khong-co",),
        ("report", "--year", "2027", "--data", "x"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_2_and_worded_in_vietnamese(args: tuple[str, ...]) -> None:
    result = run(*args)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("kehoach: ")
    assert no_noise(result.err)
    assert not {"Usage", "Error", "Try", "Missing", "No such", "Invalid", "option", "argument"} & set(result.err.replace(":", " ").split())
    assert any(ord(char) > 127 for char in result.err)


def test_no_registry_is_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KEHOACH_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    for command in ("list-plans", "check", "fmt", "migrate"):
        result = run(command, data=None)
        assert (result.status, result.out) == (3, ""), command
        assert "kehoach init" in result.err


def test_a_folder_that_is_no_registry_is_3(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "khong-co"):
        result = run("list-plans", data=folder)
        assert (result.status, result.out) == (3, "")
        assert str(folder) in result.err


def test_sources_that_are_not_there_are_3(tmp_path: Path) -> None:
    result = run("verify", "--sources", str(tmp_path / "khong-co"))
    assert (result.status, result.out) == (3, "")


def test_no_command_is_help() -> None:
    result = run(data=None)
    assert result.status == 0
    assert result.out.startswith("Cách dùng: kehoach")


def small(folder: Path, ident: str) -> Path:
    return write(folder, {f"plans/mau/{ident}.yaml": head(f"mau/{ident}")})


def ids(result: Result) -> list[str]:
    assert result.status == 0, result.err
    return [row["id"] for row in result.rows()]


def test_where_a_registry_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    near, env, option = (small(tmp_path / name, name) for name in ("near", "env", "option"))
    below = near / "plans" / "mau"
    ask = ("list-plans", "--format", "json")
    monkeypatch.delenv("KEHOACH_DATA", raising=False)
    monkeypatch.chdir(below)
    assert ids(run(*ask, data=None)) == ["mau/near"]
    monkeypatch.setenv("KEHOACH_DATA", str(env))
    assert ids(run(*ask, data=None)) == ["mau/env"]
    monkeypatch.setenv("KEHOACH_DATA", str(env.parent))
    assert ids(run(*ask, data=None)) == ["mau/env"], "the folder above data/ will do"
    assert ids(run(*ask, data=option)) == ["mau/option"]
    monkeypatch.setenv("KEHOACH_DATA", str(tmp_path / "khong-co"))
    assert run(*ask, data=None).status == 3
    assert ids(run(*ask, data=option.parent)) == ["mau/option"]


def test_the_nearest_registry_above_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KEHOACH_DATA", raising=False)
    small(tmp_path, "outer")
    inner = small(tmp_path / "vi-du" / "mau", "inner")
    monkeypatch.chdir(inner.parent)
    assert ids(run("list-plans", "--format", "json", data=None)) == ["mau/inner"]
    monkeypatch.chdir(tmp_path / "vi-du")
    assert ids(run("list-plans", "--format", "json", data=None)) == ["mau/outer"]


def test_places_in_messages_can_be_followed_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write(tmp_path, {"plans/mau/a.yaml": "a: [\n"})
    for folder in (tmp_path, data, data / "plans"):
        monkeypatch.chdir(folder)
        place = run("list-plans", data=data).err.partition(":")[0]
        assert Path(place).resolve() == (data / "plans/mau/a.yaml").resolve()


def test_a_process_leaves_with_the_same_status(tmp_path: Path) -> None:
    assert process("list-plans").returncode == 0
    write(tmp_path, {"plans/mau/a.yaml": "a: [\n"})
    assert process("list-plans", cwd=tmp_path).returncode == 1
    assert process("list-planz").returncode == 2
    assert process("--data", str(tmp_path / "plans"), "list-plans").returncode == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_3() -> None:
    import subprocess
    import sys

    from tests.cli.helpers import REPO, environment

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kehoach", "list-plans"], cwd=REPO, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 3
    assert "đĩa đã đầy" in done.stderr.decode()
    assert no_noise(done.stderr.decode())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_3(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    (data / "plans").chmod(0)
    try:
        result = run("list-plans", data=data)
    finally:
        (data / "plans").chmod(0o755)
    assert result.status == 3
    assert no_noise(result.err)
