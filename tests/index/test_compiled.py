"""What pydantic compiled, kept as text: it takes and refuses exactly what pydantic itself does, and only what it was made of."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import SchemaValidator, ValidationError

from bench.make_registry import make
from kehoach.files import adapters, compiled, shapes, shipped
from kehoach.files.yaml_text import parse
from kehoach.index import freshness
from tests.cli.helpers import DATA, EXAMPLE, process, write
from tests.index.test_imports import imported
from tests.index.wards import FIRST, STATES

LISTS = ("targets", "tasks", "projects")
KINDS = (*adapters.FILES, adapters.RETIRED, *LISTS)
EXAMPLES = int(os.environ.get("KEHOACH_EXAMPLES", "25"))


@cache
def fresh(kind: str) -> SchemaValidator:
    return SchemaValidator(adapters.adapter(kind).core_schema)


@cache
def text(kind: str) -> str:
    found = compiled.dumps(adapters.adapter(kind).core_schema)
    assert found is not None
    return found


@cache
def kept(kind: str) -> SchemaValidator:
    found = compiled.validator(text(kind))
    assert found is not None
    return found


def outcome(validator: SchemaValidator, tree: Any) -> tuple[Any, Any]:
    """The record, or everything that the error says."""
    try:
        return validator.validate_python(tree), None
    except ValidationError as error:
        return None, (error.title, str(error), [repr(item) for item in error.errors()])


@cache
def trees(kind: str) -> tuple[Any, ...]:
    """Every tree of a kind: of the real registry, the example and a registry that was made up."""
    with tempfile.TemporaryDirectory() as folder:
        roots = (DATA, EXAMPLE, make(Path(folder) / "r", wards=1, seed=3))
        files = [(path, path.relative_to(root).parts) for root in roots for path in sorted(root.rglob("*.yaml"))]
        found = [parse(path.read_text("utf-8")) for path, parts in files if _kind(parts) == _file_of(kind)]
    if kind in LISTS:
        return tuple(record for tree in found for record in tree.get(kind, ()))
    if kind == adapters.RETIRED:
        return ((), ({"id": "cu", "reason": "gộp", "date": "2027"},))
    if kind in (adapters.INDICATORS, adapters.REFERENCES):
        return tuple({key: value for key, value in tree.items() if key not in adapters.RESERVED} for tree in found)
    if kind == adapters.PATHS:
        steps = ({"year": 2027, "value": 90}, {"year": 2028, "value": 95})
        return (
            *found,
            {"format": "kehoach/paths/1", "paths": ({"target": "a/b#c", "steps": steps, "reason": "vì", "by": "A", "date": 2026},)},
        )
    return tuple(found)


def _kind(parts: tuple[str, ...]) -> str:
    if len(parts) == 1:
        return parts[0].removesuffix(".yaml")
    return "paths" if parts[-1] == "paths.yaml" else {"plans": "plan"}.get(parts[0], parts[0])


def _file_of(kind: str) -> str:
    return adapters.PLAN if kind in LISTS else kind


def test_every_kind_is_here() -> None:
    assert set(adapters.FILES) == set(shapes.ROOTS)
    assert all(trees(kind) for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_in_order(kind: str) -> None:
    for tree in trees(kind):
        expected = outcome(fresh(kind), tree)
        assert outcome(kept(kind), tree) == expected
        if kind != adapters.PATHS:
            assert expected[1] is None


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3000),
    st.decimals(-9, 99, places=1),
    st.text(max_size=6),
    st.sampled_from(("", " ", "2026", "2026-02-30", "2026-Q5", "2027-H1", "46.075", "a/b", "a/b#c", "Á", "period", "achieved", "undated")),
    st.sampled_from(
        ((), {}, ("a",), (1, 2), (2030, 2026), {"ge": 1}, {"ge": 2, "le": 1}, {"by": 2030}, {"by": 1}, {1: 2}, {"is": "achieved"})
    ),
)


@st.composite
def mutated(draw: st.DrawFn, kind: str) -> Any:
    """A tree of a kind in which up to three things were changed."""
    tree = draw(st.sampled_from(trees(kind)))
    for _ in range(draw(st.integers(1, 3))):
        tree = _changed(draw, tree)
    return tree


def _changed(draw: st.DrawFn, node: Any) -> Any:
    if not isinstance(node, Mapping | tuple) or not node or draw(st.integers(0, 9)) == 0:
        return draw(JUNK)
    if isinstance(node, tuple):
        index = draw(st.integers(0, len(node) - 1))
        return (*node[:index], _changed(draw, node[index]), *node[index + 1 :])
    key = draw(st.sampled_from(list(node)))
    what = draw(st.sampled_from(("deeper", "deeper", "deeper", "gone", "renamed", "more")))
    if what == "deeper":
        return {**node, key: _changed(draw, node[key])}
    if what == "more":
        return {**node, draw(st.text(max_size=4)): draw(JUNK)}
    rest = {other: value for other, value in node.items() if other != key}
    return rest if what == "gone" else {**rest, f"{key}_": node[key]}


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=EXAMPLES * 4)
def test_what_is_not(kind: str, data: st.DataObject) -> None:
    tree = data.draw(mutated(kind))
    assert outcome(kept(kind), tree) == outcome(fresh(kind), tree)


@pytest.mark.parametrize("name", ["os.system", "kehoach.files.git.run", "Popen", "Path", "Mapping", "record_classes", ""])
@pytest.mark.parametrize("mark", ["$class", "$check", "$default"])
def test_only_the_models_own_names(mark: str, name: str) -> None:
    node = json.dumps({mark: name})
    assert compiled.validator(f'{{"type":"is-instance","cls":{node}}}') is None
    assert compiled.validator(f'{{"type":"function-plain","function":{{"type":"no-info","function":{node}}}}}') is None


@pytest.mark.parametrize(
    "damaged", ["", "x", "null", "[]", "{}", '{"type":"so"}', '{"type":"dataclass"}', '{"$class":"Plan"}', '{"$tuple":1}']
)
def test_no_schema(damaged: str) -> None:
    assert compiled.validator(damaged) is None
    assert compiled.validator(text("plan")[:-9]) is None


@pytest.mark.parametrize("node", [print, {"$class": "Plan"}, {1: 2}, 1.5, {"a"}, [len], {"a": (open,)}], ids=repr)
def test_what_has_no_name(node: Any) -> None:
    """It is not kept rather than kept wrongly."""
    assert compiled.dumps({"type": "literal", "expected": node}) is None


PLAN = "plans/mau/ke-hoach.yaml"
LIST = ("list-targets", "--format", "json")


def test_what_is_shipped_is_what_pydantic_compiles() -> None:
    assert {kind: text(kind) for kind in adapters.KINDS} == shipped.schemas()


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of shipped schemas as a copy that may be changed."""
    path = tmp_path / "schemas.txt"
    path.write_bytes(Path(shipped.PATH).read_bytes())
    monkeypatch.setattr(shipped, "PATH", str(path))
    shipped.schemas.cache_clear()
    yield path
    shipped.schemas.cache_clear()


@pytest.mark.parametrize(
    ("old", "new"), [(b"plan {", b"plan {"), (shipped.origin().encode(), b"2.0.0 00000000 00000000"), (b"\n", b""), (b"plan", b"\xff")]
)
def test_what_is_shipped_for_another_is_not_taken(elsewhere: Path, old: bytes, new: bytes) -> None:
    elsewhere.write_bytes(elsewhere.read_bytes().replace(old, new))
    assert bool(shipped.schemas()) == (old == new)


def test_nothing_is_shipped(elsewhere: Path) -> None:
    elsewhere.unlink()
    assert shipped.schemas() == {}


def test_a_model_that_was_edited_is_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shipped.origin()
    copy = tmp_path / "model"
    shutil.copytree(Path(shipped.__file__).parents[1] / "model", copy)
    monkeypatch.setattr(shipped, "_MODEL", str(copy))
    assert shipped.origin() == before
    plan = copy / "plan.py"
    plan.write_bytes(plan.read_bytes().replace(b"\n", b"\r\n"))
    assert shipped.origin() == before, "as Windows has it"
    plan.write_bytes(plan.read_bytes() + b"# more\n")
    assert shipped.origin() != before


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a registry whose index is there, of a program without shipped schemas: they are of another pydantic."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text("from kehoach.files import shipped\n\nshipped.PATH = ''\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / "cache"))
    write(tmp_path, FIRST)
    assert "pydantic" in imported(tmp_path, *LIST), "from nothing"
    return tmp_path


def edit(folder: Path, name: str, content: str | None) -> None:
    path = folder / "data" / name
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(content, "utf-8")


def change(folder: Path, statement: str, *values: str) -> None:
    """Change the index as if it had been left so."""
    (home,) = (folder / "cache").iterdir()
    with closing(sqlite3.connect(home / "index.sqlite")) as found:
        assert found.execute(statement, values).rowcount
        found.commit()
    (home / "index.stamp").write_bytes(repr(freshness.stat_of(home / "index.sqlite")).encode())


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("DELETE FROM schemas", ()),
        ("UPDATE schemas SET compiler = ?", ("2.0.0 00000000",)),
        ("UPDATE schemas SET text = ?", ("",)),
        ("UPDATE schemas SET text = substr(text, 1, 900)", ()),
        ("UPDATE schemas SET text = replace(text, '$class', '$classes')", ()),
        ("UPDATE schemas SET text = replace(text, 'dataclass-args', 'dataclass-arg')", ()),
    ],
)
def test_kept_no_more(folder: Path, statement: str, values: tuple[str, ...]) -> None:
    """Pydantic builds what is missing, damaged or of another version, and it is kept again."""
    change(folder, statement, *values)
    edit(folder, PLAN, STATES[PLAN][1])
    assert "pydantic" in imported(folder, *LIST)
    edit(folder, PLAN, STATES[PLAN][0])
    assert "pydantic" not in imported(folder, *LIST)


BROKEN: tuple[tuple[str, str | None], ...] = (
    *((name, content) for name, contents in STATES.items() for content in contents[1:]),
    (PLAN, FIRST[PLAN].replace("{ge: 97}", "{ge: chín, gte: 1}").replace("I.1", '""').replace("{by: 2030}", "{by: 1830}")),
    (PLAN, FIRST[PLAN].replace("{lt: 0.5}", "{lt: 0.5, gt: 1}").replace("lead: [mau/ubnd]", "lead: mau")),
    ("units.yaml", FIRST["units.yaml"].replace("type: phường", "type: thôn")),
    ("indicators.yaml", FIRST["indicators.yaml"].replace("field: y-te", "feld: y-te") + "retired: [{id: A, reason: '', date: 2026-13}]\n"),
    ("references.yaml", FIRST["references.yaml"].replace('date: "2025-01-24"', "date: hôm qua")),
    ("actuals/mau/2027.yaml", FIRST["actuals/mau/2027.yaml"].replace("'2027'", "2027-Q9").replace("official", "chắc")),
)


def test_the_same_words(folder: Path) -> None:
    """Every fault is worded as without an index, where pydantic itself builds what validates."""

    def asked(*options: str) -> Iterator[bytes]:
        for args in (LIST, ("check", "--format", "json")):
            done = process("--data", str(folder / "data"), *options, *args)
            yield done.stdout + done.stderr

    for name, content in BROKEN:
        edit(folder, name, content)
        assert list(asked()) == list(asked("--no-cache")), (name, content)
        edit(folder, name, FIRST.get(name))
