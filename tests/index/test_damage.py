"""Whatever becomes of the index's files and of the disk they are on: right answers, nothing said, and an index again where it can be."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kehoach.index import freshness
from kehoach.index.database import Unusable
from tests.cli.helpers import REPO, Result, environment, run, write
from tests.index.wards import FIRST, QUERIES, STATES

posix = pytest.mark.skipif(sys.platform == "win32", reason="cần quyền, liên kết, giới hạn của POSIX")
QUERY = QUERIES[0]
PLAN = "plans/mau/ke-hoach.yaml"
INDEX, STAMP, LOCK, JOURNAL = "index.sqlite", "index.stamp", "index.lock", "index.sqlite-journal"
GARBAGE = bytes(range(255, -1, -1)) * 24
Damage = Callable[[Path], None]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A registry whose index is there; a file is taken for what the system says of it, however young."""
    monkeypatch.setattr(freshness, "DOUBT", 0)
    monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / "cache"))
    data = write(tmp_path, FIRST)
    assert run(*QUERY, data=data).status == 0
    return data


def home(data: Path) -> Path:
    (found,) = (data.parent / "cache").iterdir()
    return found


def used(data: Path) -> bool:
    """Tell whether the index is whole and answers: then nobody writes it again."""
    path = home(data) / INDEX
    with closing(sqlite3.connect(path)) as found:
        assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert {name for (name,) in found.execute("SELECT path FROM files")} == set(FIRST)
    before = path.read_bytes(), path.stat().st_mtime_ns, (home(data) / STAMP).read_bytes()
    assert run(*QUERY, data=data).status == 0
    return before == (path.read_bytes(), path.stat().st_mtime_ns, (home(data) / STAMP).read_bytes())


def put(name: str, content: bytes) -> Damage:
    return lambda home: void((home / name).write_bytes(content))


def gone(*names: str) -> Damage:
    def damage(home: Path) -> None:
        for name in names:
            (home / name).unlink(missing_ok=True)

    return damage


def void(_: object) -> None:
    """Return nothing."""


def over(where: float) -> Damage:
    """Overwrite a part of the index with garbage, in place."""

    def damage(home: Path) -> None:
        with (home / INDEX).open("r+b") as file:
            file.seek(int(where * ((home / INDEX).stat().st_size - len(GARBAGE))))
            file.write(GARBAGE)

    return damage


def folder(name: str) -> Damage:
    """Put a folder with something in it where a file is expected."""

    def damage(home: Path) -> None:
        (home / name).unlink(missing_ok=True)
        (home / name / "below").mkdir(parents=True)

    return damage


def link(name: str, to: str) -> Damage:
    def damage(home: Path) -> None:
        (home / name).unlink(missing_ok=True)
        (home / name).symlink_to(home.parent.parent / to)

    return damage


def of_another(home: Path) -> None:
    """Copy the whole index of another registry over this one."""
    other = write(home.parent.parent / "khac", {name: text for name, text in FIRST.items() if "dong" not in name})
    before = set(home.parent.iterdir())
    assert run(*QUERY, data=other).status == 0
    (theirs,) = set(home.parent.iterdir()) - before
    shutil.copytree(theirs, home, dirs_exist_ok=True)
    shutil.rmtree(theirs)


def old_journal(home: Path) -> None:
    """Leave the journal of a transaction that was never finished, of another state of the same file."""
    copy = home / "copy.sqlite"
    shutil.copy(home / INDEX, copy)
    script = "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('PRAGMA cache_size = 1')\n"
    script += "c.execute('BEGIN IMMEDIATE'); c.execute('DELETE FROM records'); c.execute('DELETE FROM answers'); os._exit(0)"
    subprocess.run([sys.executable, "-c", script, copy], check=True)
    os.replace(home / "copy.sqlite-journal", home / JOURNAL)
    copy.unlink()
    assert (home / JOURNAL).stat().st_size > 512


DAMAGES: dict[str, Damage] = {
    **{f"{name} {how}": put(name, text) for name in (INDEX, STAMP, LOCK) for how, text in {"empty": b"", "garbage": GARBAGE}.items()},
    **{f"{name} gone": gone(name) for name in (INDEX, STAMP, LOCK)},
    **{f"garbage at {where:.0%}": over(where) for where in (0, 0.1, 0.3, 0.5, 0.7, 0.9, 1)},
    **{f"{name} a folder": folder(name) for name in (INDEX, STAMP, JOURNAL)},
    "all gone": gone(INDEX, STAMP, LOCK),
    "the folder gone": shutil.rmtree,
    "a journal of garbage": put(JOURNAL, GARBAGE),
    "a journal of zeros": put(JOURNAL, bytes(4096)),
    "an empty journal": put(JOURNAL, b""),
    "an old journal": old_journal,
    "another registry's": of_another,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("edited", [False, True], ids=["", "and-an-edit"])
def test_damaged(data: Path, damage: Damage, edited: bool) -> None:
    damage(home(data))
    if edited:
        (data / PLAN).write_text(STATES[PLAN][1] or "", "utf-8")
    expected = run("--no-cache", *QUERY, data=data)
    assert (expected.status, expected.err) == (0, "")
    assert [run(*QUERY, data=data) for _ in range(2)] == [expected] * 2
    assert used(data)


def test_truncated_anywhere(data: Path) -> None:
    expected = run("--no-cache", *QUERY, data=data)
    whole = (home(data) / INDEX).stat().st_size
    for size in range(0, whole, 1777):
        os.truncate(home(data) / INDEX, size)
        assert [run(*QUERY, data=data) for _ in range(2)] == [expected] * 2, size
        assert (home(data) / INDEX).stat().st_size > size
    assert used(data)


@posix
@pytest.mark.parametrize("name", [INDEX, STAMP, LOCK, JOURNAL])
@pytest.mark.parametrize("to", ["quy.txt", "nowhere"])
def test_a_link_instead(data: Path, name: str, to: str) -> None:
    precious = data.parent / "quy.txt"
    precious.write_text("của người khác", "utf-8")
    link(name, to)(home(data))
    expected = run("--no-cache", *QUERY, data=data)
    assert [run(*QUERY, data=data) for _ in range(2)] == [expected] * 2
    assert precious.read_text("utf-8") == "của người khác"
    assert used(data)


def test_deleted_while_it_is_read_and_written(data: Path) -> None:
    from kehoach.cli.settings import Settings

    (data / PLAN).write_text(STATES[PLAN][1] or "", "utf-8")
    memory = Settings(str(data)).memory(None)
    memory.refresh()
    assert memory.database is not None
    with pytest.raises(Unusable), memory.database.reading():
        shutil.rmtree(home(data))
    assert memory.read(PLAN)[0].targets[0].id == "bhyt"
    with pytest.raises(Unusable), memory.database.writing():
        shutil.rmtree(home(data))
    assert memory.store()
    expected = run("--no-cache", *QUERY, data=data)
    assert [run(*QUERY, data=data) for _ in range(2)] == [expected] * 2
    assert used(data)


def test_another_version_of_the_program(data: Path, tmp_path: Path) -> None:
    """Each begins anew what the other left, and neither believes it."""
    shutil.copytree(REPO / "src" / "kehoach", tmp_path / "kehoach", ignore=shutil.ignore_patterns("__pycache__"))
    init = tmp_path / "kehoach" / "__init__.py"
    init.write_text(init.read_text("utf-8").replace('__version__ = "', '__version__ = "99.'), "utf-8")
    expected = run("--no-cache", *QUERY, data=data)
    for _ in range(2):
        newer = subprocess.run(
            [sys.executable, "-m", "kehoach", "--data", str(data), *QUERY],
            cwd=tmp_path,
            env=environment({"PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"}),
            capture_output=True,
            check=False,
        )
        assert (newer.returncode, newer.stdout.decode(), newer.stderr) == (0, expected.out, b"")
        with closing(sqlite3.connect(home(data) / INDEX)) as found:
            assert " 99." in found.execute("SELECT name FROM program").fetchone()[0]
        assert [run(*QUERY, data=data) for _ in range(2)] == [expected] * 2
        assert used(data)


def asked(data: Path, cache: str, *, drop: tuple[str, ...] = (), **options: object) -> Result:
    """Ask in a process of its own."""
    variables = environment({"KEHOACH_CACHE": cache, "PYTHONUTF8": "1"}, drop)
    done = subprocess.run(  # type: ignore[call-overload]
        [sys.executable, "-m", "kehoach", "--data", str(data), *QUERY], cwd=REPO, env=variables, capture_output=True, check=False, **options
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


@posix
@pytest.mark.parametrize("room", [0, 100, 5000, 20_000, 40_000])
def test_no_room(data: Path, tmp_path: Path, room: int) -> None:
    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    expected = run("--no-cache", *QUERY, data=data)
    for cache in (tmp_path / "cache", tmp_path / "other"):
        (data / PLAN).touch()
        assert asked(data, str(cache), preexec_fn=limit) == expected
    shutil.rmtree(tmp_path / "other", ignore_errors=True)
    assert [run(*QUERY, data=data) for _ in range(2)] == [expected] * 2
    assert used(data)


@posix
@pytest.mark.parametrize("size", ["4k", "16k", "48k"])
def test_a_full_disk(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: str) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("không gắn được một đĩa nhỏ ở đây")
    try:
        monkeypatch.setenv("KEHOACH_CACHE", str(disk / "cache"))
        expected = run("--no-cache", *QUERY, data=data)
        assert [run(*QUERY, data=data) for _ in range(3)] == [expected] * 3
        subprocess.run(["mount", "-o", "remount,size=4m", str(disk)], check=True)
        assert [run(*QUERY, data=data) for _ in range(2)] == [expected] * 2
        (found,) = (disk / "cache").iterdir()
        assert sorted(path.name for path in found.iterdir()) == [LOCK, INDEX, STAMP]
        assert os.stat(found / INDEX).st_size > 0
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A registry beside a cache folder; whoever asks may read both and write neither, root goes without its rights."""
    folder = Path(tempfile.mkdtemp())
    monkeypatch.setattr(freshness, "DOUBT", 0)
    monkeypatch.setenv("KEHOACH_CACHE", str(folder / "cache"))
    data = write(folder, FIRST)
    folder.chmod(0o755)
    try:
        yield data
    finally:
        shutil.rmtree(folder)


def read_only(data: Path) -> list[Result]:
    """Ask twice without the right to write anything."""
    for path in (*data.parent.rglob("*"), data.parent):
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        return [run(*QUERY, data=data) for _ in range(2)]
    finally:
        if root:
            os.seteuid(0)
        for path in (data.parent, *data.parent.rglob("*")):
            path.chmod(0o755)


@posix
@pytest.mark.parametrize("before", ["no-index", "index", "old-index", "half-an-index"])
def test_a_read_only_disk(closed: Path, before: str) -> None:
    (closed.parent / "cache").mkdir()
    if before != "no-index":
        run(*QUERY, data=closed)
    if before == "old-index":
        (closed / PLAN).write_text(STATES[PLAN][1] or "", "utf-8")
    if before == "half-an-index":
        os.truncate(home(closed) / INDEX, 9000)
    expected = run("--no-cache", *QUERY, data=closed)
    assert (expected.status, expected.err) == (0, "")
    assert read_only(closed) == [expected] * 2
    assert [run(*QUERY, data=closed) for _ in range(2)] == [expected] * 2
    assert used(closed)


@posix
def test_no_home(data: Path, tmp_path: Path) -> None:
    """Where the system tells of no place for caches nothing is kept, and nothing is made up beside the registry."""
    here = tmp_path / "here"
    here.mkdir()
    variables = environment({"HOME": "somewhere", "PYTHONUTF8": "1"}, ("KEHOACH_CACHE", "XDG_CACHE_HOME"))
    done = subprocess.run(
        [sys.executable, "-m", "kehoach", "--data", str(data), *QUERY], cwd=here, env=variables, capture_output=True, check=False
    )
    expected = run("--no-cache", *QUERY, data=data)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, expected.out, b"")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("below", ["", "/a/b"], ids=["itself", "above"])
def test_the_cache_is_a_file(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str) -> None:
    (tmp_path / "tep").write_text("của người khác", "utf-8")
    monkeypatch.setenv("KEHOACH_CACHE", f"{tmp_path}/tep{below}")
    expected = run("--no-cache", *QUERY, data=data)
    assert [run(*QUERY, data=data) for _ in range(2)] == [expected] * 2
    assert (tmp_path / "tep").read_text("utf-8") == "của người khác"
