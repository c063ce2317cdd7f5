"""Commands that write: ``init``, ``new``, ``fmt``, ``schema``, ``migrate``."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.cli.helpers import DATA, EXAMPLE, REPO, copy_of_data, head, run, target, write

yaml: Any = import_module("yaml")  # neither ships types
Draft202012Validator: Any = import_module("jsonschema").Draft202012Validator

KINDS = ("plan", "units", "indicators", "references", "actuals", "paths")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("KEHOACH_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_then_new_then_check(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = run("init", "so", "--ward", "Phường Lê Chân", data=None)
    assert made.status == 0
    assert "kehoach new le-chan/" in made.out
    monkeypatch.chdir(here / "so")
    (here / "so" / "van-ban.txt").write_text("Kế hoạch năm 2027\n", "utf-8")
    new = run("new", "le-chan/ke-hoach-2027", "--source", "van-ban.txt", data=None)
    assert new.status == 0
    assert "data/plans/le-chan/ke-hoach-2027.yaml" in new.out
    assert run("check", data=None).status == 0
    (plan,) = run("list-plans", "--ward", "Lê Chân", "--format", "json", data=None).rows()
    assert (plan["id"], plan["issuer"]) == ("le-chan/ke-hoach-2027", "le-chan/ubnd")
    source = run("show", "le-chan/ke-hoach-2027", "--format", "json", data=None).record()["record"]["source"]
    assert source == {"file": "van-ban.txt", "sha256": hashlib.sha256((here / "so" / "van-ban.txt").read_bytes()).hexdigest()}
    assert run("migrate", "--check", data=None).status == 0


def test_nothing_is_overwritten(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("init", "so", "--ward", "Mẫu", data=None)
    monkeypatch.chdir(here / "so")
    run("new", "mau/a", data=None)
    before = contents(here)
    for args in (("init",), ("init", ".", "--ward", "Khác"), ("new", "mau/a")):
        result = run(*args, data=None)
        assert (result.status, result.out) == (2, "")
        assert "không ghi đè" in result.err
    assert contents(here) == before


def test_init_leaves_a_readme_alone(here: Path) -> None:
    (here / "README.md").write_text("của tôi\n", "utf-8")
    assert run("init", data=None).status == 0
    assert (here / "README.md").read_text("utf-8") == "của tôi\n"


@pytest.mark.parametrize("name", ["Phường Mẫu", "Đông: Á, #1", 'Có "ngoặc"'])
@pytest.mark.usefixtures("here")
def test_init_survives_any_name(name: str) -> None:
    assert run("init", "--ward", name, data=None).status == 0
    assert run("check", data=None).status == 0


def test_new_with_a_source_that_is_not_there(here: Path) -> None:
    run("init", data=None)
    before = contents(here)
    assert run("new", "mau/a", "--source", "khong-co.docx", data=None).status == 3
    assert contents(here) == before


def test_the_real_registry_is_in_canonical_layout() -> None:
    result = run("fmt", "--check")
    assert (result.status, result.out) == (0, "")


MESSY = """# đầu tệp
kind:   KH   # loại
id: 'mau/a'
format: kehoach/plan/1

# tên của kế hoạch
title:     "Kế hoạch mẫu"
issuer: mau/ubnd
source:
    sha256: "{zeros}"
    file: a.txt   # tệp gốc
targets:
    # trước chỉ tiêu thứ nhất
    - clause: I.1
      id: bhyt
      indicator: bhyt
      when:
        by: 2030   # hạn
      test:
        ge: 97
      quote: "đạt 97%"
      force: firm
# cuối tệp
"""
COMMENTS = ("# đầu tệp", "# loại", "# tên của kế hoạch", "# tệp gốc", "# trước chỉ tiêu thứ nhất", "# hạn", "# cuối tệp")


def test_fmt_of_a_messy_file_keeps_meaning_and_comments(tmp_path: Path) -> None:
    text = MESSY.format(zeros="0" * 64)
    data = write(tmp_path, {"plans/mau/a.yaml": text})
    path = data / "plans/mau/a.yaml"
    before = run("list-targets", "--format", "json", data=data).out
    checked = run("fmt", "--check", str(path), data=None)
    assert checked.status == 1
    assert str(path) in checked.out
    assert path.read_text("utf-8") == text, "--check writes nothing"
    assert run("fmt", str(path), data=None).status == 0
    tidy = path.read_text("utf-8")
    assert tidy != text
    for comment in COMMENTS:
        assert tidy.count(comment) == 1, comment
    assert tidy.index("format:") < tidy.index("id:") < tidy.index("kind:") < tidy.index("title:")
    assert "force:" not in tidy, "a default is never written out"
    assert run("list-targets", "--format", "json", data=data).out == before
    again = run("fmt", str(path), data=None)
    assert (again.status, again.out) == (0, "")
    assert path.read_text("utf-8") == tidy


def test_fmt_of_a_whole_registry(tmp_path: Path) -> None:
    data = copy_of_data(tmp_path)
    path = data / "plans/le-chan/cong-van-2399.yaml"
    good = path.read_text("utf-8")
    path.write_text(good.replace("    force: aim\n", "    force:   aim\n"), "utf-8")
    result = run("fmt", data=data)
    assert result.status == 0
    assert result.out.count("\n") == 1
    assert path.read_text("utf-8") == good
    assert contents(data) == contents(DATA)


def test_fmt_leaves_a_broken_file_alone_and_does_the_others(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/mau/a.yaml": "a: [\n", "plans/mau/b.yaml": head("mau/b") + "targets:\n" + target("bhyt")})
    result = run("fmt", data=data)
    assert result.status == 1
    assert "plans/mau/a.yaml:" in result.err
    assert (data / "plans/mau/a.yaml").read_text("utf-8") == "a: [\n"
    assert "plans/mau/b.yaml" in result.out
    again = run("fmt", "--check", str(data / "plans/mau/b.yaml"), data=None)
    assert again.status == 0


def test_fmt_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "khac.yaml"
    path.write_text("a:   1\n", "utf-8")
    assert run("fmt", str(path), data=None).status == 2
    assert run("fmt", str(tmp_path / "units.yaml"), data=None).status == 3
    assert path.read_text("utf-8") == "a:   1\n"


def test_fmt_mends_encoding(tmp_path: Path) -> None:
    import unicodedata

    text = head("mau/a")
    data = write(tmp_path, {})
    path = data / "plans/mau/a.yaml"
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode())
    assert run("check", data=data).status == 1
    assert run("fmt", data=data).status == 0
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert unicodedata.is_normalized("NFC", raw.decode())
    assert run("check", data=data).status == 0


def test_migrate_of_the_real_registry_has_nothing_to_do() -> None:
    result = run("migrate", "--check")
    assert (result.status, result.err) == (0, "")


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("schemas")
    assert run("schema", "-o", str(folder), data=None).status == 0
    assert {path.name for path in folder.iterdir()} == {f"{kind}.schema.json" for kind in KINDS}
    return {kind: json.loads((folder / f"{kind}.schema.json").read_text("utf-8")) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_schemas_are_valid(schemas: dict[str, Any], kind: str) -> None:
    Draft202012Validator.check_schema(schemas[kind])
    assert any(ord(char) > 127 for char in schemas[kind]["title"])
    assert json.loads(run("schema", kind, data=None).out) == schemas[kind]


def properties(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for key, value in node.get("properties", {}).items() if isinstance(node.get("properties"), dict) else ():
            yield f"{path}/{key}", value
        for key, value in node.items():
            yield from properties(value, f"{path}/{key}")
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from properties(item, f"{path}/{index}")


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_is_described_in_vietnamese(schemas: dict[str, Any], kind: str) -> None:
    found = list(properties(schemas[kind]))
    assert found
    for path, node in found:
        assert any(ord(char) > 127 for char in node.get("description", "")), path


@pytest.mark.parametrize("kind", KINDS)
def test_the_real_files_are_valid(schemas: dict[str, Any], kind: str) -> None:
    """Those of the registry and of the example; only the example declares paths."""
    pattern = {"plan": "plans/*/*.yaml", "actuals": "actuals/*/[0-9]*.yaml", "paths": "actuals/*/paths.yaml"}.get(kind, f"{kind}.yaml")
    validator = Draft202012Validator(schemas[kind])
    real, example = sorted(DATA.glob(pattern)), sorted((EXAMPLE / "data").glob(pattern))
    assert example
    assert real or kind == "paths"
    for file in (*real, *example):
        tree = yaml.load(file.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        assert not [f"{file.name}: {list(error.path)}: {error.message[:120]}" for error in validator.iter_errors(tree)]


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("plan", {"format": "kehoach/plan/1"}),
        ("units", {"format": "kehoach/units/1", "wards": {"le-chan": {"ten": "Lê Chân"}}, "units": {}}),
        ("indicators", {"format": "kehoach/indicators/1", "bhyt": {"name": "BHYT", "direction": "lên"}}),
        ("actuals", [{"indicator": "bhyt", "value": 1}]),
    ],
)
def test_schemas_refuse_what_loading_refuses(schemas: dict[str, Any], kind: str, wrong: Any) -> None:
    assert list(Draft202012Validator(schemas[kind]).iter_errors(wrong))


def test_the_schemas_of_the_repository_are_fresh() -> None:
    result = run("schema", "-o", str(REPO / "schemas"), "--check", data=None)
    assert (result.status, result.err) == (0, "")


def test_a_stale_schema_is_noticed(tmp_path: Path) -> None:
    folder = shutil.copytree(REPO / "schemas", tmp_path / "schemas")
    path = folder / "units.schema.json"
    path.write_text(path.read_text("utf-8") + " ", "utf-8")
    (folder / "plan.schema.json").unlink()
    result = run("schema", "-o", str(folder), "--check", data=None)
    assert result.status == 1
    assert "units.schema.json" in result.err
    assert "plan.schema.json" in result.err
    assert "actuals" not in result.err.replace(str(folder), "")
    assert path.read_text("utf-8").endswith(" "), "--check writes nothing"
    assert not (folder / "plan.schema.json").exists()
    assert run("schema", "-o", str(folder), data=None).status == 0
    assert run("schema", "-o", str(folder), "--check", data=None).status == 0


def test_schema_lists_its_kinds() -> None:
    text = run("schema", data=None).out
    assert [line.partition(":")[0] for line in text.splitlines()] == list(KINDS)
