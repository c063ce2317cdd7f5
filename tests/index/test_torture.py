"""Many processes at once, files that change meanwhile, writers that are killed half way: every answer is right."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from itertools import islice, product
from pathlib import Path
from select import select

import pytest

from tests.cli.helpers import REPO, Result, environment, head, run, target, write
from tests.index.storm import FORKS
from tests.index.wards import FIRST, QUERIES

RUNS = int(os.environ.get("KEHOACH_TORTURE", "500" if FORKS else "60"))
"""Set KEHOACH_TORTURE to a larger number for a longer storm."""
SEED = int(os.environ.get("KEHOACH_TORTURE_SEED", "6"))
MOST_STATES = 3000
"""So many states of the files are tried before an answer is called wrong."""
Texts = Mapping[str, str | None]


class Answers:
    """The answers without an index, state by state, each worked out once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.texts: dict[str, str | None] = dict(FIRST)
        self.found: dict[tuple[int, tuple[tuple[str, str | None], ...]], Result] = {}
        write(folder, FIRST)

    def of(self, query: int, texts: Texts) -> Result:
        """Return the answer while the files hold these texts."""
        key = query, tuple(sorted(texts.items()))
        if key not in self.found:
            for name, text in texts.items():
                if text != self.texts.get(name):
                    path = self.folder / "data" / name
                    path.unlink(missing_ok=True) if text is None else path.write_bytes(text.encode())
                    self.texts[name] = text
            self.found[key] = run("--no-cache", *QUERIES[query], data=Path("data"))
        return self.found[key]


def states(query: int, held: Mapping[str, list[str | None]]) -> Iterator[Texts]:
    """Every state in which the files can have been seen by a command that found these texts in each, as far as they matter to it."""
    wards = [word for word in ("mau", "dong") if {"mau": "mau", "dong": "Đông"}[word] in QUERIES[query]]
    names = [name for name in held if not wards or "/" not in name or name.split("/")[1] in wards]
    yield from (dict(zip(names, texts, strict=True)) for texts in product(*(held[name] for name in names)))


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in memory where the system has such: thousands of writes wait for no disk."""
    memory = Path("/dev/shm")  # noqa: S108  # only this folder's name is known; ours is new
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder).resolve()


@pytest.mark.parametrize(("runs", "lulls"), [(RUNS, ()), (RUNS // 2, ("lulls",))], ids=["no-rest", "lulls"])
def test_a_storm(place: Path, monkeypatch: pytest.MonkeyPatch, runs: int, lulls: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "tests.index.storm", str(place), str(runs), str(SEED), *lulls]
    variables = {"KEHOACH_CACHE": str(place / "cache"), "PYTHONPATH": str(REPO), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=REPO, env=environment(variables), capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    (place / "still").mkdir()
    answers = Answers(place / "still")
    monkeypatch.chdir(place / "still")
    lived = 0
    for number, query, doomed, status, held in json.loads(done.stdout):
        out, err = ((place / f"{name}-{number}").read_bytes().decode() for name in ("out", "err"))
        if doomed and status not in (0, 1):
            assert "Traceback" not in err
            continue
        lived += 1
        seen = Result(status, out, err)
        tried = list(islice(states(query, held), MOST_STATES))
        assert any(seen == answers.of(query, texts) for texts in tried), (number, QUERIES[query], status, out, err, held)
    assert runs * 0.6 < lived < runs, "some were killed, and most were not"
    monkeypatch.chdir(place)
    monkeypatch.setenv("KEHOACH_CACHE", str(place / "cache"))
    for query in QUERIES:
        expected = run("--no-cache", *query, data=Path("data"))
        assert [run(*query, data=Path("data")) for _ in range(2)] == [expected] * 2, "and afterwards"
    (home,) = (place / "cache").iterdir()
    assert sorted(path.name for path in home.iterdir()) == ["index.lock", "index.sqlite", "index.stamp"]


@pytest.mark.skipif(sys.platform != "linux", reason="cần theo dõi được từng lời gọi hệ thống của một tiến trình (ptrace)")
@pytest.mark.parametrize("warm", [(), ("warm",)], ids=["new-index", "old-index"])
def test_killed_at_every_call_of_the_writer(place: Path, warm: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "tests.index.stopped", str(place), "0", *warm]
    done = subprocess.run(command, cwd=REPO, env=environment({"PYTHONPATH": str(REPO)}), capture_output=True, check=True)
    ends = json.loads(done.stdout)
    if not ends:
        pytest.skip("hệ thống không cho theo dõi tiến trình")
    assert [died for died, _, _ in ends] == [True] * (len(ends) - 1) + [False], "the last one lived"
    assert len(ends) > 30
    for moment, (_, right, files) in enumerate(ends, 1):
        assert right, moment
        assert files == ["index.lock", "index.sqlite", "index.stamp"], "the index is there again, and nothing beside it"


def many(folder: Path) -> tuple[Path, list[str]]:
    """A registry that several processes read, with its wards."""
    tasks = "".join(target(f"bhyt-{n}") for n in range(40))
    wards = [f"w-{n:03}" for n in range(150)]
    return write(folder, {f"plans/{ward}/k.yaml": f"{head(f'{ward}/k')}targets:\n{tasks}" for ward in wards}), wards


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="cần /proc để biết tiến trình nào do tiến trình nào sinh ra")
@pytest.mark.skipif((os.cpu_count() or 1) == 1, reason="một lõi thì không sinh thêm tiến trình")
def test_killed_while_others_read_for_it(tmp_path: Path) -> None:
    """A command that starts other processes is killed: they end with it, and nobody is kept from the index."""
    data, wards = many(tmp_path)
    variables = environment({"KEHOACH_CACHE": str(tmp_path / "cache")})
    command = [sys.executable, "-m", "kehoach", "--data", str(data), "list-plans", "--format", "json"]
    listener, others = os.pipe()  # whoever lives holds its other end
    with subprocess.Popen(command, cwd=REPO, env=variables, stdout=subprocess.DEVNULL, pass_fds=[others]) as first:
        os.close(others)
        children = Path(f"/proc/{first.pid}/task/{first.pid}/children")
        while first.poll() is None and not children.read_text():
            pass
        assert first.poll() is None, "it has started others"
        first.kill()
    with os.fdopen(listener, "rb") as end:
        assert select([end], [], [], 60)[0], "all of them come to their end"
        assert end.read() == b""
    done = subprocess.run(command, cwd=REPO, env=variables, capture_output=True, check=True)
    assert [row["ward"] for row in json.loads(done.stdout)] == wards
    assert done.stderr == b""
    assert len(list(tmp_path.glob("cache/*/index.stamp"))) == 1, "and it could be written"


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="cần /proc để biết tiến trình nào do tiến trình nào sinh ra")
@pytest.mark.skipif((os.cpu_count() or 1) == 1, reason="một lõi thì không sinh thêm tiến trình")
def test_interrupted_while_others_read_for_it(tmp_path: Path) -> None:
    """Ctrl+C reaches every process of a command: one of them answers, once, and nobody goes on."""
    data, _ = many(tmp_path)
    command = [sys.executable, "-m", "kehoach", "--data", str(data), "list-plans", "--format", "json"]
    variables = environment({"KEHOACH_CACHE": str(tmp_path / "cache"), "PYTHONUTF8": "1"})
    with subprocess.Popen(
        command, cwd=REPO, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as first:
        children = Path(f"/proc/{first.pid}/task/{first.pid}/children")
        while first.poll() is None and not children.read_text():
            pass
        assert first.poll() is None, "it has started others"
        os.killpg(first.pid, signal.SIGINT)
        out, said = first.communicate()  # ends when the last of them lets go of its ends
    assert (first.returncode, out, said.decode()) == (130, b"", "Đã dừng.\n")
