"""Nothing is lost: writers that are killed, that race, that find the disk full or the folder closed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kehoach.recording.edit import ChangedMeanwhile, WouldBreak, edit
from tests.actuals.forms import paper
from tests.actuals.ward import FILE, SOURCE, record, reported, ward
from tests.cli.helpers import REPO, environment

posix = pytest.mark.skipif(sys.platform == "win32", reason="cần fork, SIGKILL, giới hạn của POSIX")
OLD = '- {indicator: ho-ngheo, period: "2027", value: 0.4, quality: official, source: {document: Báo cáo 1}}\n'
RACERS = 8


def start(data: Path, *args: str, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "kehoach", "--data", str(data), *args],
        cwd=REPO,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def leftovers(data: Path) -> list[Path]:
    return list(data.rglob("*.tmp"))


@posix
@pytest.mark.parametrize(("how", "old"), [("record", None), ("record", OLD), ("import", OLD)], ids=["new-file", "old-file", "import"])
def test_killed_at_any_moment(tmp_path: Path, how: str, old: str | None) -> None:
    template = tmp_path / "template"
    template.mkdir()
    data = ward(template, **({} if old is None else {"y2027": old}))
    runs = tmp_path / "runs"
    command = ["record", "mau/ke-hoach#bhyt", "97,5", "--year", "2027", *SOURCE]
    if how == "import":
        made = paper(data, tmp_path / "b.xlsx").source().fill("bhyt", "97,5").fill("doanh-nghiep", 812)
        command = ["import", str(made.save())]
    entries = 1 if how == "record" else 2
    done = subprocess.run(
        [sys.executable, "-m", "tests.actuals.killed", str(template), str(runs), *command],
        cwd=REPO,
        env=environment(),
        capture_output=True,
        check=True,
    )
    assert done.stderr.split()[-1] == b"0", "the last one lives"
    new = (runs / "warm" / "data" / FILE).read_text("utf-8")
    folders = sorted(folder for folder in runs.iterdir() if folder.name != "warm")
    found = [path.read_text("utf-8") if (path := folder / "data" / FILE).exists() else None for folder in folders]
    assert set(found) == {old, new}, "the old file or the new one, never half"
    assert found == sorted(found, key=[old, new].index), "and once new, never old again"
    assert len(found) > 20
    for folder in folders:
        assert record(folder / "data", "chuan", "đạt", "--ward", "mau").status == 0, "nobody is locked out"
        assert len(reported(folder / "data")) == (old is not None) + entries * (found[folders.index(folder)] == new) + 1
        assert leftovers(folder / "data") == []


@pytest.mark.parametrize("old", [None, OLD], ids=["new-file", "old-file"])
def test_racing_writers_lose_nothing(tmp_path: Path, old: str | None) -> None:
    data = ward(tmp_path, **({} if old is None else {"y2027": old}))
    periods = [f"2027-{month:02}" for month in range(1, RACERS + 1)]
    racers = [start(data, "record", "mau/ke-hoach#bhyt", "97", "--period", period, *SOURCE) for period in periods]
    for racer in racers:
        out, err = racer.communicate()
        assert (racer.returncode, err) == (0, b""), err.decode()
        assert "Đã ghi".encode() in out
    kept = [actual.period for actual in reported(data) if actual.indicator == "bhyt"]
    assert sorted(kept) == periods
    assert len(reported(data)) == RACERS + (old is not None)
    assert leftovers(data) == []


def test_forms_and_single_figures_race(tmp_path: Path) -> None:
    data = ward(tmp_path)
    made = paper(data, tmp_path / "b.xlsx").source().fill("doanh-nghiep", 812).fill("ho-ngheo", 0.4)
    made.save()
    racers = [start(data, "record", "mau/ke-hoach#bhyt", "97", "--period", f"2027-Q{q}", *SOURCE) for q in range(1, 5)]
    racers.append(start(data, "import", str(made.path)))
    for racer in racers:
        _, err = racer.communicate()
        assert racer.returncode == 0, err.decode()
    found = sorted((a.indicator, a.period) for a in reported(data))
    assert found == [*(("bhyt", f"2027-Q{q}") for q in range(1, 5)), ("doanh-nghiep", "2027"), ("ho-ngheo", "2027")]


def test_racing_for_the_same_figure(tmp_path: Path) -> None:
    data = ward(tmp_path)
    racers = [start(data, "record", "mau/ke-hoach#bhyt", str(90 + n), "--year", "2027", *SOURCE) for n in range(RACERS)]
    ends = [(racer.communicate()[1].decode(), racer.returncode) for racer in racers]
    assert sorted(status for _, status in ends) == [0, *[2] * (RACERS - 1)], "one is first; the others would overwrite it"
    assert all("trong sổ đang là" in err for err, status in ends if status)
    (actual,) = reported(data)
    assert actual.was == ()


def limit_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


@posix
def test_no_room_for_the_file(tmp_path: Path) -> None:
    data = ward(tmp_path, y2027=OLD)
    racer = start(data, "record", "mau/ke-hoach#bhyt", "97", "--year", "2027", *SOURCE, preexec_fn=limit_files)
    out, err = racer.communicate()
    assert (racer.returncode, out) == (3, b"")
    assert "vượt quá cỡ được phép ghi. Tệp cũ (nếu có) còn nguyên" in err.decode()
    assert b"Traceback" not in err
    assert (data / FILE).read_text("utf-8") == OLD
    assert leftovers(data) == []


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB with nothing left on it."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("không gắn được một đĩa nhỏ ở đây")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def test_a_full_disk(full_disk: Path) -> None:
    data = ward(full_disk, y2027=OLD)
    with (full_disk / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"x" * 512)
        except OSError:
            pass
    result = record(data, "mau/ke-hoach#bhyt", "97")
    assert (result.status, result.out) == (3, "")
    assert "đĩa đã đầy" in result.err
    assert (data / FILE).read_text("utf-8") == OLD
    assert leftovers(data) == []


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A registry in which nobody may write, root neither: it goes without its rights meanwhile."""
    record(ward(tmp_path / "warm"), "mau/ke-hoach#bhyt", "97")  # whatever is imported on the way, root alone may be able to read
    folder = Path(tempfile.mkdtemp())
    data = ward(folder, y2027=OLD)
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield data
    finally:
        if root:
            os.seteuid(0)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(folder)


@posix
def test_a_closed_folder(closed: Path) -> None:
    result = record(closed, "mau/ke-hoach#bhyt", "97")
    assert (result.status, result.out) == (3, "")
    assert "không có quyền" in result.err
    assert (closed / FILE).read_text("utf-8") == OLD


def test_an_editor_that_saves_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    data = ward(tmp_path, y2027=OLD)
    edited = OLD.replace("0.4", "0.3")

    def change(tree: Any) -> Any:
        (data / FILE).write_text(edited, "utf-8")
        return ({**tree[0], "value": 1},)

    with pytest.raises(ChangedMeanwhile):
        edit(data, FILE, "actuals", change)
    assert (data / FILE).read_text("utf-8") == edited


def test_an_edit_that_would_break_the_file_is_refused(tmp_path: Path) -> None:
    data = ward(tmp_path, y2027=OLD)
    with pytest.raises(WouldBreak):
        edit(data, FILE, "actuals", lambda tree: ({**tree[0], "quality": "chắc"},))
    assert (data / FILE).read_text("utf-8") == OLD
