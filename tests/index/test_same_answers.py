"""The same answers with the index and without it, whatever was edited in between."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.index import freshness
from kehoach.queries import asked
from tests.cli.helpers import INDICATORS, REFERENCES, UNITS, head, run, target, write

EXAMPLES = int(os.environ.get("KEHOACH_EXAMPLES", "25"))
TASK = "tasks:\n  - {id: t-1, clause: I.2, title: Mua sắm, quote: câu, when: {by: 2027}, lead: [mau/phong-vhxh], targets: [bhyt]}\n"
PROJECT = "projects:\n  - {id: p-1, clause: PL1.1, name: Đường số 1, when: {by: 2028}, area: {value: 46.07, unit: ha}}\n"
ACTUALS = "- {indicator: bhyt, period: '2027', value: 96.4, quality: official, source: {document: Báo cáo}}\n"


def plan(ref: str, *targets: str, more: str = TASK + PROJECT) -> str:
    return head(ref) + "citations: [{ref: nq-1, clause: Mở đầu, role: basis}]\n" + "targets:\n" + "".join(targets) + more


PLAN = "plans/mau/ke-hoach.yaml"
FILES = {
    PLAN: plan("mau/ke-hoach", target("bhyt"), target("ho-ngheo", indicator="ho-ngheo", test="{lt: 0.5}", more="lead: [mau/ubnd]")),
    "plans/dong/ke-hoach.yaml": plan("dong/ke-hoach", target("bhyt", test="{eq: 95}"), more=""),
    "actuals/mau/2027.yaml": ACTUALS,
}

Edit = Callable[[Path], None]


def put(name: str, text: str) -> Edit:
    def edit(data: Path) -> None:
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text, "utf-8")

    return edit


def swap(name: str, old: str, new: str) -> Edit:
    """Replace words in a file in place, keeping its time of change as an unkind program might."""

    def edit(data: Path) -> None:
        path = data / name
        if path.exists():
            before = path.stat()
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    return edit


def remove(name: str) -> Edit:
    return lambda data: (data / name).unlink(missing_ok=True)


def nothing(data: Path) -> None:
    assert data.is_dir()


def touch(data: Path) -> None:
    for path in data.rglob("*.yaml"):
        os.utime(path)


def rename(data: Path) -> None:
    if (data / "plans/dong").exists():
        shutil.rmtree(data / "plans/nam", ignore_errors=True)
        (data / "plans/dong").rename(data / "plans/nam")


EDITS: list[Edit] = [
    *(put(name, text) for name, text in FILES.items()),
    swap(PLAN, "{ge: 97}", "{ge: 98}"),
    swap(PLAN, "{ge: 98}", "{ge: 97}"),
    swap(PLAN, "I.1", "I.9"),
    swap(PLAN, "id: ho-ngheo", "id: bhyt"),
    swap(PLAN, "id: mau/ke-hoach", "id: mau/khac"),
    swap(PLAN, "format:", "fromat:"),
    swap(PLAN, "Mua sắm", '"Mua sắm'),
    remove(PLAN),
    put("plans/mau/moi.yaml", plan("mau/moi", target("bhyt", when="{each_year: period}", more="restates: mau/ke-hoach#bhyt"))),
    remove("plans/mau/moi.yaml"),
    put("plans/mau/lac.yml", "x"),
    remove("plans/mau/lac.yml"),
    put("plans/mau/rong.yaml", ""),
    remove("plans/mau/rong.yaml"),
    swap("indicators.yaml", "Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo đa chiều"),
    swap("indicators.yaml", 'unit: "%"', "unit: người"),
    put("indicators.yaml", INDICATORS),
    put("indicators.yaml", INDICATORS.replace("direction: down", "direction: xuống")),
    remove("indicators.yaml"),
    swap("units.yaml", "Phòng Văn hóa", "Phòng Giáo dục"),
    put("units.yaml", UNITS),
    put("references.yaml", REFERENCES),
    swap("references.yaml", "01-NQ/TW", "02-NQ/TW"),
    put("actuals/mau/2027.yaml", ACTUALS * 2),
    put("actuals/dong/2027.yaml", ACTUALS.replace("96.4", "91")),
    remove("actuals/mau/2027.yaml"),
    touch,
    rename,
]
LISTINGS = [
    (*command, *scope, "--format", form)
    for command in (("list-plans",), ("list-targets",), ("list-tasks",), ("list-projects",))
    for scope in ((), ("--ward", "mau"), ("--ward", "Đông", "--ward", "mau"), ("--search", "ho ngheo"))
    for form in ("json", "csv", "table")
]
SEARCHES = [
    ("search", *text.split(), *more, "--format", "json")
    for text in ("ho ngheo", "hộ nghèo", "phường", "nghèo hộ", "ti*", "1", "Đường", "câu", "mua")
    for more in ((), ("--limit", "2"), ("--kind", "target", "--kind", "task"))
]
COMMANDS: list[tuple[str, ...]] = [
    *LISTINGS,
    *SEARCHES,
    ("list-units", "--format", "json"),
    ("list-indicators",),
    ("list-references", "--format", "json"),
    ("due", "--before", "2028", "--format", "json"),
    ("report", "--year", "2027", "--ward", "mau"),
    ("report", "--year", "2027", "--format", "json"),
    ("report", "--from", "2026", "--to", "2028", "--ward", "mau", "--format", "json"),
    ("check",),
    ("check", "--ward", "mau", "--format", "json"),
    ("clarity", "--format", "json"),
    ("compare", "bhyt"),
    ("show", "mau/ke-hoach#bhyt"),
]


@contextmanager
def registry() -> Iterator[Path]:
    """A registry with an index of its own."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("KEHOACH_CACHE", f"{folder}/cache")
        patch.setattr(asked, "MANY", 0)  # the index is asked for words however few the wards
        yield write(Path(folder), FILES)


steps = st.lists(st.tuples(st.sampled_from(EDITS), st.lists(st.sampled_from(COMMANDS), min_size=1, max_size=3)), max_size=6)


@given(first=st.lists(st.sampled_from(COMMANDS), min_size=1, max_size=3), steps=steps, doubt=st.sampled_from((0, freshness.DOUBT)))
@settings(max_examples=EXAMPLES)
def test_every_listing_is_the_same_with_and_without_the_index(
    first: list[tuple[str, ...]], steps: list[tuple[Edit, list[tuple[str, ...]]]], doubt: int
) -> None:
    with registry() as data, pytest.MonkeyPatch.context() as patch:
        patch.setattr(freshness, "DOUBT", doubt)  # without the doubt, what the system says of a file decides alone
        for edit, commands in [(nothing, first), *steps]:
            edit(data)
            for command in commands:
                assert run(*command, data=data) == run("--no-cache", *command, data=data), command


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_asked_again(command: tuple[str, ...]) -> None:
    with registry() as data:
        expected = run("--no-cache", *command, data=data)
        assert not list(data.parent.glob("cache/*"))
        assert [run(*command, data=data) for _ in range(3)] == [expected] * 3
        assert list(data.parent.glob("cache/*/index.sqlite"))


def test_the_index_of_one_registry_never_answers_for_another() -> None:
    with registry() as data:
        before = run("list-targets", "--format", "json", data=data)
        data.rename(data.parent / "moved")
        write(data.parent, {PLAN: plan("mau/ke-hoach", target("ho-ngheo", indicator="ho-ngheo"))})
        after = run("list-targets", "--format", "json", data=data)
        assert len(before.rows()) == 3
        assert [row["ref"] for row in after.rows()] == ["mau/ke-hoach#ho-ngheo"]
