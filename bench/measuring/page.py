"""The section of docs/benchmarks.md that bench/run.py writes: between two marks, everything else on the page left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bench.measuring import plot
from bench.measuring.results import Duel, Part, Point, Row, cpu, middle, peak, wall
from bench.measuring.timing import Run

BEGIN, END = "<!-- speed: begin (written by bench/run.py) -->", "<!-- speed: end -->"
PICTURE = "benchmarks-growth.svg"

_METHOD = """\
`python -m pip install -e . && python bench/run.py --work DIR` makes the registries (`bench/make_registry.py`, seed 1: a city of 114 wards, a
nation of 3,321; each a committed git repository), measures, and writes this section and the picture; `--only ratios`, `peers` or
`growth` measures that part anew, `--quick` tries everything on small registries. Peers are installed from `bench/peers-requirements.txt`
into an environment of their own, hledger comes from the system. The raw figures of every run are in `DIR/results/*.json`.

Every figure is a whole process, from before its start to its end: wall time, seconds of processor (user and system, its workers
included) and peak memory, as the kernel tells them (`wait4`; of a program with workers the sum of all, sampled every 50 ms in a run
of its own that does not count, if that is more; the memory of what is smaller than the runner, some 20 MB, reads as the runner's).
Output goes to a file. What stands in one row was run in turns (A, B, A, B, …) after a first run that does not count; a ratio is the median of the ratios of
neighbouring runs, and in brackets are their quartiles.

*Cold* means without an index; the files themselves are in the system's memory, on both sides. *Warm* means that the index holds
every file, and that no file is younger than the two seconds within which the index trusts none. An *edit* changes one figure of
one plan in place, another one each time; the next run follows at once. *Bare* parsing reads every file, parses it with ryaml and
does nothing else (`bench/measuring/bare_parse.py`; for `check`, lists become tuples and decimals exact, as the model asks, and
the same pydantic adapters validate them); *bare sqlite3* is `bench/measuring/bare_sqlite.py`, which parses the JSON of the
answers or the records it reads."""


def write(path: Path, parts: Mapping[str, Part]) -> None:
    """Put the section of what was measured into the page, and the picture beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else "# Benchmarks\n"
    if "growth" in parts:
        points: Sequence[Point] = parts["growth"].rows
        (path.parent / PICTURE).write_text(growth_picture(points), "utf-8")
    path.write_text(placed(before, section(parts)), "utf-8")


def placed(page: str, text: str) -> str:
    """Return the page with its section between the marks replaced, or put at the end where there is none yet."""
    head, mark, rest = page.partition(BEGIN)
    tail = rest.partition(END)[2].strip() if mark else ""
    return f"{head.rstrip()}\n\n{BEGIN}\n{text.strip()}\n{END}\n" + (f"\n{tail}\n" if tail else "")


def section(parts: Mapping[str, Part]) -> str:
    """Return the section about every part that was measured."""
    told = {"ratios": _ratios, "peers": _peers, "growth": _growth}
    blocks = ["## Speed at every size", _METHOD]
    for name, tell in told.items():
        if name in parts:
            part = parts[name]
            blocks += [*tell(part), *_missing(part), _machine(part)]
    return "\n\n".join(blocks)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a column whose heading ends with a colon is set to the right."""
    rule = "".join("---:|" if name.endswith(":") else "---|" for name in head)
    lines = ["| " + " | ".join(name.removesuffix(":") for name in head) + " |", f"|{rule}"]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _ratios(part: Part) -> Iterator[str]:
    rows: Sequence[Row] = part.rows
    yield "### What is promised"
    head = (
        "work",
        "against",
        "ours:",
        "theirs:",
        "ratio:",
        "at most:",
        "reached",
        "processor, ours / theirs:",
        "peak memory, ours / theirs:",
    )
    yield table(head, (line for row in rows for line in _promise(row)))


def _promise(row: Row) -> Iterator[tuple[str, ...]]:
    low, high = middle(row.ratios())
    yield (
        row.work,
        row.against,
        _time(wall(row.ours)),
        _time(wall(row.theirs)),
        f"{row.ratio():.2f} × ({low:.2f}–{high:.2f})",
        f"{row.limit:g} ×",
        _yes(row.reached()),
        f"{_time(cpu(row.ours))} / {_time(cpu(row.theirs))}",
        f"{_size(peak(row.ours))} / {_size(peak(row.theirs))}",
    )
    if row.memory is not None:
        most = peak(row.ours)
        yield (f"{row.work}: memory", "", _size(most), "", "", _size(row.memory), _yes(most <= row.memory), "", "")


def _peers(part: Part) -> Iterator[str]:
    rows: Sequence[Duel] = part.rows
    yield "### Beside other programs"
    yield (
        "The same targets, one record each, in every program's own form (`bench/measuring/peer_inputs.py`). Our registry holds the tasks, "
        "projects and reported figures of the same plans besides. Other programs have other jobs: a row says how long each side's own takes."
    )
    head = ("program", "its job", "records:", "its time:", "our nearest job", "our time:", "faster")
    yield table(head, map(_duel, rows))


def _duel(row: Duel) -> tuple[str, ...]:
    ours, theirs = wall(row.ours), wall(row.theirs)
    who, times = ("kehoach", theirs / ours) if ours <= theirs else (row.peer, ours / theirs)
    job = f"{row.job} ({row.note})" if row.note else row.job
    return (row.peer, job, f"{row.records:,}", _spread(row.theirs), row.nearest, _spread(row.ours), f"**{who}**, {times:.1f} ×")


def _growth(part: Part) -> Iterator[str]:
    rows: Sequence[Point] = part.rows
    sizes = sorted({row.plans for row in rows})
    found = {(row.job, row.plans): row for row in rows}
    yield "### Growth"
    yield f"![Time and peak memory by the number of plans]({PICTURE})"
    yield "Median wall time and largest peak of memory; a cold run of over 20 s was made once. A ward has five plans."
    jobs = list(dict.fromkeys(row.job for row in rows))
    cells = ((job, *(_point(found.get((job, size))) for size in sizes)) for job in jobs)
    yield table(("job", *(f"{size:,} plans:" for size in sizes)), cells)


def growth_picture(points: Sequence[Point]) -> str:
    """Return the picture of time and memory by size."""
    jobs = list(dict.fromkeys(point.job for point in points))
    of = {job: sorted((point for point in points if point.job == job), key=lambda point: point.plans) for job in jobs}
    times = {job: [(float(point.plans), wall(point.runs)) for point in found] for job, found in of.items()}
    sizes = {job: [(float(point.plans), peak(point.runs) / 1e6) for point in found] for job, found in of.items()}
    told_times = {seconds: _axis(seconds) for power in range(-3, 4) for seconds in (10.0**power, 3 * 10.0**power)}
    told_sizes = {float(value): f"{value:,} MB" for value in (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)}
    ticks = {float(plans): f"{plans:,}" for plans in sorted({point.plans for point in points})}
    panels = [plot.Panel("Time", times, told_times), plot.Panel("Peak memory", sizes, told_sizes)]
    return plot.picture(panels, "plans in the registry", ticks)


def _point(point: Point | None) -> str:
    return "not measured" if point is None else f"{_time(wall(point.runs))}, {_size(peak(point.runs))}"


def _missing(part: Part) -> Iterator[str]:
    if part.missing:
        yield "Not measured:\n\n" + "\n".join(f"- {name}: {why}" for name, why in part.missing.items())


def _machine(part: Part) -> str:
    return f"Measured {part.taken}: " + ", ".join(f"{name} {value}" for name, value in part.machine.items()) + "."


def _spread(runs: Sequence[Run]) -> str:
    low, high = middle([run.wall for run in runs])
    return f"{_time(wall(runs))} ({_time(low)}–{_time(high)})"


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.0f} s"


def _size(size: float) -> str:
    return f"{size / 1e6:.0f} MB"


def _axis(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:,.0f} s"


def _yes(reached: bool) -> str:
    return "yes" if reached else "**no**"
