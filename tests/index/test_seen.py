"""A search of a registry that is as it was asks the index alone; whatever becomes of a file or a folder is seen by the next search."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.cli.settings import Settings
from kehoach.index import disks, freshness, seen, tables
from kehoach.index.database import Database
from kehoach.queries import asked
from kehoach.queries.search import Question, looked_through, query
from tests.cli.helpers import INDICATORS, run, target, write
from tests.index.wards import FIRST, STATES, plan

SEARCH = ("search", "câu", "--format", "json")
PLAN = "plans/mau/ke-hoach.yaml"
Edit = Callable[[Path], object]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A registry of a few wards whose index is asked for words; a file is taken for what the system says of it, however young."""
    monkeypatch.setattr(freshness, "DOUBT", 0)
    monkeypatch.setattr(asked, "MANY", 0)
    monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / "cache"))
    data = write(tmp_path, FIRST)
    if not disks.tell_of_listings(data):
        pytest.skip("thư mục ở đây không cho biết danh sách tệp của nó đã đổi hay chưa")
    return data


def index_of(data: Path) -> Database:
    database = Settings(str(data)).database()
    assert database is not None
    return database


def known(data: Path) -> bool:
    """Tell whether the index alone would answer."""
    question = Question(query("câu"), frozenset(), 20)
    return seen.at_once(index_of(data), data, lambda index, all_of_it: asked.answer(index, all_of_it, question)) is not None


def same(data: Path, times: int = 1) -> bool:
    """Tell whether the search answers as without an index."""
    expected = run("--no-cache", *SEARCH, data=data)
    return [run(*SEARCH, data=data) for _ in range(times)] == [expected] * times


def in_place(old: str, new: str) -> Edit:
    """Change words in a plan, whose size and time of change stay as they were."""

    def edit(data: Path) -> None:
        path = data / PLAN
        before = path.stat()
        with path.open("r+b") as file:
            text = file.read()
            changed = text.replace(old.encode(), new.encode())
            assert len(changed) == len(text)
            assert changed != text
            file.seek(0)
            file.write(changed)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    return edit


def over(data: Path) -> None:
    """Put another file of the same size and time in the place of a plan."""
    path, other = data / PLAN, data.parent / "other"
    before = path.stat()
    other.write_text(path.read_text("utf-8").replace("câu trích", "trích câu"), "utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.replace(other, path)


def put(name: str, text: str) -> Edit:
    return lambda data: write(data.parent, {**FIRST, name: text})


def add(name: str, text: str) -> Edit:
    def edit(data: Path) -> None:
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text, "utf-8")

    return edit


def move(old: str, new: str) -> Edit:
    return lambda data: (data / old).rename(data / new)


def exchanged(data: Path) -> None:
    move("plans/mau", "plans/other")(data)
    move("plans/dong", "plans/mau")(data)
    move("plans/other", "plans/dong")(data)


def copied(data: Path) -> None:
    """Put a copy in the place of a ward, with the same times, and change the copy."""
    shutil.copytree(data / "plans/mau", data.parent / "copy")
    shutil.rmtree(data / "plans/mau")
    shutil.move(data.parent / "copy", data / "plans/mau")
    in_place("Mua", "Lua")(data)


def emptied(data: Path) -> None:
    shutil.rmtree(data / "plans")
    (data / "plans").mkdir()


def linked(name: str) -> Edit:
    """Move a file or a folder out of the registry, and leave a link to it."""

    def edit(data: Path) -> None:
        (data / name).rename(data.parent / "elsewhere")
        (data / name).symlink_to(data.parent / "elsewhere")

    return edit


EDITS: dict[str, Edit] = {
    "in place": in_place("câu trích", "trích câu"),
    "in place, with a fault": in_place("format:", "fromat:"),
    "over": over,
    "another text": add(PLAN, STATES[PLAN][1] or ""),
    "touched": lambda data: (data / PLAN).touch(),
    "a file less": lambda data: (data / PLAN).unlink(),
    "a ward less": lambda data: shutil.rmtree(data / "plans/tay"),
    "a file more": add("plans/dong/moi.yaml", plan("dong/moi", target("bhyt"), more="")),
    "a ward more": add("plans/nam/moi.yaml", plan("nam/moi", target("bhyt"), more="")),
    "a ward without a plan": lambda data: (data / "plans/nam").mkdir(),
    "a file renamed": move(PLAN, "plans/mau/a.yaml"),
    "a ward renamed": move("plans/mau", "plans/nam"),
    "a file moved": move(PLAN, "plans/dong/a.yaml"),
    "wards exchanged": exchanged,
    "a copy of a ward": copied,
    "another ending": add("plans/mau/a.yml", "x"),
    "too high": add("plans/a.yaml", "x"),
    "too deep": add("plans/mau/a/b.yaml", "x"),
    "no yaml": add("plans/mau/doc.txt", "x"),
    "hidden": add("plans/mau/.a.yaml.swp", "x"),
    "an indicator": add("indicators.yaml", INDICATORS.replace("hộ nghèo", "hộ câu")),
    "a catalogue less": lambda data: (data / "references.yaml").unlink(),
    "all plans less": emptied,
}
LINKS: dict[str, Edit] = {
    "a ward that is a link": linked("plans/mau"),
    "a file that is a link": linked(PLAN),
    "a link to nowhere": lambda data: (data / "plans/nam").symlink_to(data.parent / "nowhere"),
    "a link in a ward": lambda data: (data / "plans/mau/nam").symlink_to(data.parent / "nowhere"),
}


@pytest.mark.parametrize("edit", [*EDITS.values(), *LINKS.values()], ids=[*EDITS, *LINKS])
def test_an_edit_is_seen(data: Path, edit: Edit) -> None:
    assert same(data)
    assert known(data)
    assert same(data)
    edit(data)
    assert not known(data)
    assert same(data, times=3)


@pytest.mark.parametrize("edit", [edit for name, edit in EDITS.items() if name.startswith(("in", "over", "a file", "a ward", "no", "hid"))])
def test_what_was_edited_is_known_again(data: Path, edit: Edit) -> None:
    edit(data)
    assert same(data)
    assert known(data)
    assert same(data, times=2)


def test_the_problems_of_what_is_known_are_said(data: Path) -> None:
    in_place("format:", "fromat:")(data)
    add("plans/dong/ke-hoach.yaml", "format: [")(data)
    first = run(*SEARCH, data=data)
    assert known(data)
    assert first.status == 1
    assert "Sổ có 2 lỗi" in first.err
    assert same(data, times=2)


@pytest.mark.parametrize(
    "edit", [*LINKS.values(), *(EDITS[name] for name in ("another ending", "too high", "too deep", "a catalogue less"))]
)
def test_what_may_change_unseen_is_never_known(data: Path, edit: Edit) -> None:
    edit(data)
    assert same(data, times=2)
    assert not known(data)


def test_a_link_that_leads_somewhere_later(data: Path) -> None:
    (data / "plans/nam").symlink_to(data.parent / "later")
    assert same(data, times=2)
    (data.parent / "later").mkdir()
    (data.parent / "later/moi.yaml").write_text(plan("nam/moi", target("bhyt"), more=""), "utf-8")
    assert same(data)


def test_what_is_young_is_not_known(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "DOUBT", 3_600_000_000_000)
    assert same(data, times=2)
    assert not known(data)


def test_the_folder_of_a_file_that_grew_old_is_young(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that are old enough were moved into a new folder just now: another one may come without the folder's time telling."""
    assert same(data)
    monkeypatch.setattr(freshness, "DOUBT", 3_600_000_000_000)
    with index_of(data).writing() as found:
        tables.unsee(found)
        found.execute("UPDATE files SET read_at = read_at + ?", (2 * freshness.DOUBT,))
    seen.keep(index_of(data), data)
    assert not known(data)


def test_a_file_that_was_read_too_early_is_not_known(data: Path) -> None:
    assert same(data)
    with index_of(data).writing() as found:
        tables.unsee(found)
        found.execute("UPDATE files SET read_at = 0 WHERE path = ?", (PLAN,))
    seen.keep(index_of(data), data)
    assert not known(data)


def test_files_whose_words_are_not_known_are_not(data: Path) -> None:
    assert same(data)
    in_place("Mua", "Lua")(data)
    run("list-targets", "--format", "json", data=data)
    seen.keep(index_of(data), data)
    assert not known(data)
    assert same(data)


def test_what_changed_since_it_was_looked_at_is_not_kept(data: Path) -> None:
    """Another command writes the index between the look and the keeping."""
    assert same(data)
    database = index_of(data)
    with database.reading() as found:
        mark, kept = tables.mark(found), tables.seen(found)
    assert kept is not None
    in_place("Mua", "Lua")(data)
    assert run("list-targets", "--format", "json", data=data).status == 0
    with database.writing() as found:
        tables.put_seen(found, mark, kept)
    with database.reading() as found:
        assert tables.seen(found) is None


def test_another_command_begins_the_index_anew(data: Path) -> None:
    """It remembers the files of one ward; the words of these are no answer about all."""
    assert same(data)
    memory = Settings(str(data)).memory(None, actuals=False)
    memory.refresh()
    shutil.rmtree(index_of(data).folder)
    run("list-targets", "--ward", "mau", data=data)
    question = Question(query("câu"), frozenset(), 20)
    assert asked.search(memory, question, lambda items, _: items) == looked_through(memory, question)
    assert not known(data)
    assert same(data)


@pytest.mark.parametrize("command", [("list-targets", "--format", "json"), ("list-targets", "--ward", "mau")])
def test_another_command_brings_the_index_up_to_date(data: Path, command: tuple[str, ...]) -> None:
    """The files are known again, their words are not."""
    assert same(data)
    in_place("Mua", "Lua")(data)
    run(*command, data=data)
    assert not known(data)
    assert same(data)
    assert known(data)


def test_each_ward_and_kind_as_without(data: Path) -> None:
    assert same(data)
    assert known(data)
    for more in (("--ward", "mau"), ("--kind", "task"), ("--kind", "target", "--kind", "plan"), ("--limit", "2"), ("--ward", "không có")):
        for form in ("json", "csv", "table", "md"):
            args = ("search", "câu", *more, "--format", form)
            assert run(*args, data=data) == run("--no-cache", *args, data=data), args


def test_actuals_do_not_count(data: Path) -> None:
    """No word of theirs is looked for."""
    assert same(data)
    add("actuals/mau/2027.yaml", STATES["actuals/mau/2027.yaml"][1] or "")(data)
    assert known(data)
    assert same(data)


@pytest.mark.skipif(sys.platform != "linux", reason="danh sách đĩa đã gắn là của Linux")
def test_a_disk_that_is_not_known_is_not_trusted() -> None:
    assert not disks.tell_of_listings(Path("/proc"))
