"""The runner of the benchmarks: its parts measure a tiny registry, and what they tell is well formed. No figure has a limit here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bench.measuring import bare_parse, growth, page, peer_inputs, ratios
from bench.measuring.machine import machine
from bench.measuring.registries import Made, Shelf, edited
from bench.measuring.results import Duel, Part, Point, Row, load, save
from bench.measuring.timing import Failed, Run, TooSlow, Work, interleaved, once
from tests.cli.helpers import REPO, process

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="the runner asks the kernel what a process used")

SEARCH = find_spec("kehoach.cli.search") is not None
PROGRAM = (sys.executable, "-m", "kehoach")
SVG = "{http://www.w3.org/2000/svg}"


def quiet(_: str) -> None:
    """Say nothing."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("work"), PROGRAM, doubt=0)


@pytest.fixture(scope="module")
def one(shelf: Shelf) -> Made:
    return shelf.registry(1)


def run(seconds: float, megabytes: float = 30) -> Run:
    return Run(wall=seconds, cpu=seconds / 2, peak=int(megabytes * 1e6), printed=10)


def tables(text: str) -> list[list[list[str]]]:
    """Return the cells of every table, after asserting that all its rows have the same number of them."""
    found: list[list[list[str]]] = []
    before = ""
    for line in text.splitlines():
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            found.append([]) if not before.startswith("|") else None
            found[-1].append(cells)
        before = line
    for table in found:
        assert len({len(row) for row in table}) == 1
        assert set("".join(table[1])) <= set("-:")
    return found


def test_the_ratios_and_the_growth_of_a_tiny_registry_make_a_page(shelf: Shelf, tmp_path: Path) -> None:
    about = machine(PROGRAM)
    parts = [
        ratios.measure(shelf, about, ratios.Scale(city=1, nation=1, short=1, middling=1, long=1, words=ratios.WORDS[:1]), quiet),
        growth.measure(shelf, about, (1,), quiet, many=1),
    ]
    for part in parts:
        save(part, tmp_path)
    kept = {part.name: load(part.name, tmp_path) for part in parts}
    assert kept == {part.name: part for part in parts}
    if SEARCH:
        assert [part.missing for part in parts] == [{}, {}]
        assert {row.limit for row in parts[0].rows} == {1.3, 3, 1.1, 2, 0.25, 0.5}
    else:
        assert set(parts[0].missing) == {"search", "report"}
    target = tmp_path / "docs" / "page.md"
    page.write(target, {part.name: part for part in parts})
    text = target.read_text("utf-8")
    promised, grown = tables(text)
    assert [row[0] for row in promised[2:]][:2] == [
        "`list-targets --ward X --format json`, city, warm",
        "`list-targets --ward X --format json`, nation, warm",
    ]
    assert {row[6] for row in promised[2:]} <= {"yes", "**no**"}
    assert grown[0] == ["job", "5 plans"]
    assert {row[0] for row in grown[2:]} >= {growth.CHECK, growth.INDEX, growth.LIST, growth.WARD, growth.REPORT}
    assert f"({page.PICTURE})" in text
    assert (target.parent / page.PICTURE).exists()
    assert str(shelf.folder) not in text


def part(name: str, rows: Sequence[object], **missing: str) -> Part:
    return Part(name, {"cores": "2"}, rows, missing, taken="2026-01-01 00:00 UTC")


def test_a_missed_limit_is_shown_missed_and_a_kept_one_kept() -> None:
    kept = Row("a", "b", 2, [run(1.9), run(2.0), run(9.0)], [run(1.0), run(1.0), run(9.0)])
    missed = Row("c", "d", 2, [run(2.1, 500)], [run(1.0)], memory=400_000_000)
    (table,) = tables(page.section({"ratios": part("ratios", [kept, missed], search="status 2: no such command")}))
    assert [(row[0], row[4], row[5], row[6]) for row in table[2:]] == [
        ("a", "1.90 × (1.45–1.95)", "2 ×", "yes"),
        ("c", "2.10 × (2.10–2.10)", "2 ×", "**no**"),
        ("c: memory", "", "400 MB", "**no**"),
    ]


def test_what_could_not_be_measured_is_named() -> None:
    assert "- search: status 2: no such command" in page.section({"ratios": part("ratios", [], search="status 2: no such command")})


def test_a_peer_that_wins_is_shown_winning() -> None:
    rows = [
        Duel("hledger", "balance", "`report`", 16224, [run(0.5)], [run(0.05)]),
        Duel("doorstop", "check", "`check`", 1500, [run(0.5)], [run(5)], "16,224 records: not within 120 s"),
    ]
    (table,) = tables(page.section({"peers": part("peers", rows)}))
    assert [(row[1], row[2], row[6]) for row in table[2:]] == [
        ("balance", "16,224", "**hledger**, 10.0 ×"),
        ("check (16,224 records: not within 120 s)", "1,500", "**kehoach**, 10.0 ×"),
    ]


def test_the_section_replaces_itself_alone() -> None:
    draft = "# Benchmarks\n\n## Drafts\n\nFigures.\n"
    first = page.placed(draft, "## Speed\n\nOne.")
    assert first.startswith(draft)
    after = first + "\n## Later\n\nOthers' words.\n"
    second = page.placed(after, "## Speed\n\nTwo.")
    assert second == after.replace("One.", "Two.")


def test_the_picture_has_a_line_for_each_job_and_a_mark_for_each_size() -> None:
    points = [Point(job, plans, [run(plans / 100, plans)]) for job in ("check", "search") for plans in (5, 570, 16605)]
    root = ET.fromstring(page.growth_picture(points))  # noqa: S314  # made by this program
    lines = root.findall(f"{SVG}polyline")
    assert [len(str(line.get("points")).split()) for line in lines] == [3, 3, 3, 3]
    for line in lines:
        places = [tuple(map(float, place.split(","))) for place in str(line.get("points")).split()]
        assert places == sorted(places)  # rightwards,
        assert [y for _, y in places] == sorted((y for _, y in places), reverse=True)  # and up
    said = [text.text for text in root.findall(f"{SVG}text")]
    assert {"Time", "Peak memory", "5", "570", "16,605", "check", "search", "plans in the registry", "100 ms", "1 s"} <= set(said)


def test_the_page_is_written_from_kept_figures_alone(tmp_path: Path) -> None:
    save(part("ratios", [Row("a", "b", 2, [run(1)], [run(1)])]), tmp_path / "results")
    target = tmp_path / "page.md"
    target.write_text("# Benchmarks\n\nOthers' words.\n", "utf-8")
    command = [sys.executable, "bench/run.py", "--work", str(tmp_path), "--page-only", "--page", str(target)]
    subprocess.run(command, cwd=REPO, check=True, capture_output=True)
    text = target.read_text("utf-8")
    assert text.startswith("# Benchmarks\n\nOthers' words.\n")
    assert "| a | b | 1.00 s | 1.00 s | 1.00 × (1.00–1.00) | 2 × | yes |" in text


def python(code: str) -> Work:
    return Work([sys.executable, "-c", code])


def test_a_run_tells_memory_and_what_was_printed() -> None:
    """Asked of a small process: the system counts what a process was before it became another program."""
    ask = (
        "import sys; from bench.measuring.timing import Work, once\n"
        "run = once(Work([sys.executable, '-c', sys.argv[1]]))\n"
        "print(run.printed, run.peak, run.cpu > 0, run.wall > 0)"
    )
    small, large = (
        subprocess.run([sys.executable, "-c", ask, code], cwd=REPO, capture_output=True, text=True, check=True).stdout.split()
        for code in ("print('x' * 9)", "a = b'1' * 100_000_000")
    )
    assert (small[0], large[0]) == (str(len(f"{'x' * 9}{os.linesep}")), "0")
    assert int(large[1]) > 100_000_000 > int(small[1])
    assert small[2:] == ["True", "True"]


@pytest.mark.skipif(sys.platform != "linux", reason="bộ nhớ của các tiến trình con chỉ hỏi được trên Linux")
def test_the_memory_of_workers_is_told_of_the_runs_that_count() -> None:
    worker = "a = b'1' * 60_000_000; sum(range(20_000_000))"
    code = (
        f"import subprocess, sys; p = [subprocess.Popen([sys.executable, '-c', {worker!r}]) for _ in range(2)]; [each.wait() for each in p]"
    )
    for warm in (True, False):
        runs = interleaved({"": Work([sys.executable, "-c", code], warm=warm)}, 2)[""]
        assert len(runs) == 2
        assert min(run.peak for run in runs) > 120_000_000


def test_a_program_that_fails_is_no_measurement() -> None:
    with pytest.raises(Failed, match=r"^status 3: gone$"):
        once(python("import sys; print('gone', file=sys.stderr); sys.exit(3)"))
    with pytest.raises(Failed, match=r"^status 1: ZeroDivisionError"):
        once(python("1 / 0"))


def test_a_program_that_takes_too_long_is_ended() -> None:
    with pytest.raises(TooSlow):
        once(python("while True: pass"), timeout=0.1)


def test_an_edit_is_another_one_each_time_and_is_taken_back(one: Made) -> None:
    path = one.plan()
    before = path.read_bytes()
    with edited(path) as change:
        found = []
        for _ in range(3):
            change()
            found.append(path.read_bytes())
            assert process("--data", str(one.root), "check", "--severity", "error").returncode == 0
        assert len({before, *found}) == 4
    assert path.read_bytes() == before


@pytest.mark.parametrize("arguments", [(), ("--validate",), ("--processes", "2")])
def test_bare_parsing_reads_every_file(arguments: tuple[str, ...], one: Made) -> None:
    command = [sys.executable, str(bare_parse.__file__), str(one.root), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert int(done.stdout) == len(list(one.root.rglob("*.yaml")))


def test_every_peer_is_given_every_target(one: Made, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    listed = process("--data", str(one.root), "list-targets", "--format", "json").stdout
    (tmp_path / "targets.json").write_bytes(listed)
    command = [sys.executable, str(peer_inputs.__file__), str(tmp_path / "targets.json"), str(tmp_path / "in")]
    subprocess.run(command, check=True)
    count = len(json.loads(listed))
    folder = tmp_path / "in"
    book = load_workbook(folder / "workbook" / "so.xlsx")
    assert {
        "doorstop": len(list(folder.glob("doorstop/*/W*.yml"))),
        "strictdoc": sum(path.read_text("utf-8").count("[REQUIREMENT]") for path in folder.glob("strictdoc/*.sdoc")),
        "beancount": (folder / "beancount" / "so.beancount").read_text("utf-8").count("2026-12-31 * "),
        "hledger": (folder / "hledger" / "so.journal").read_text("utf-8").count(" DV\n") / 2,
        "workbook": book.worksheets[0].max_row - 1,
    } == dict.fromkeys(("doorstop", "strictdoc", "beancount", "hledger", "workbook"), count)
