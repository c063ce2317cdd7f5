"""What a report of many rows costs as Word, beside docxtpl's own bare loop over the same rows: at most 1.5 times as much.

The bare loop is the least docxtpl can do: the styles of the starter template, a table of nine columns, one row in a
``{%tr for %}``, jinja2's defaults, saved to memory. The report is everything: the template checked, heads, charts, annexes, escaping, the sandbox. Both run in turn, the
best of several times is printed. Usage: ``python bench/word_rows.py [ROWS…]`` (default 1000 5000).
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import docx
from docxtpl import DocxTemplate

from kehoach.queries.select import Filter
from kehoach.registry import load_registry
from kehoach.renderers import as_word
from kehoach.renderers.as_word.report_words import context
from kehoach.renderers.as_word.template import starter
from kehoach.reports import results
from kehoach.reports.view import View, view

DATA = Path(__file__).resolve().parent.parent / "data"
COLUMNS = ("tt", "chi_tieu", "don_vi_tinh", "ke_hoach", "thuc_hien", "ty_le", "danh_gia", "chu_tri", "ghi_chu")
LIMIT = 1.5
TIMES = 7


def main() -> int:
    """Print one line per size; the exit status is 1 where the report costs more than it may."""
    sizes = [int(arg) for arg in sys.argv[1:]] or [1000, 5000]
    print(f"{'rows':>6} {'bare loop s':>12} {'report s':>10} {'ratio':>6}")
    worst = max(measure(size) for size in sizes)
    print(f"at most {LIMIT} allowed: {'kept' if worst <= LIMIT else 'broken'}")
    return int(worst > LIMIT)


def measure(size: int) -> float:
    """Print what *size* rows cost and return the ratio."""
    made = enlarged(size)
    rows = [row for block in context(made)["khoi"] for row in block["dong"]]
    with tempfile.TemporaryDirectory() as folder:
        template = bare_template(Path(folder))
        times = [(seconds(lambda: bare(template, rows)), seconds(lambda: as_word.report(made))) for _ in range(TIMES)]
    loop, report = (min(column) for column in zip(*times, strict=True))
    print(f"{len(rows):>6} {loop:>12.3f} {report:>10.3f} {report / loop:>6.2f}")
    return report / loop


def enlarged(size: int) -> View:
    """Return the report of the real wards, its rows repeated until there are *size*."""
    registry, _ = load_registry(DATA)
    made = view(results.report(registry, Filter(), 2027, made="2027-02-05"), registry, Filter())
    lines = [(index, line) for index, block in enumerate(made.blocks) for line in block.lines]
    many = [(index, replace(line, ref=f"{line.ref}-{n // len(lines)}")) for n in range(size) for index, line in [lines[n % len(lines)]]]
    blocks = (replace(block, lines=tuple(line for place, line in many if place == index)) for index, block in enumerate(made.blocks))
    return replace(made, blocks=tuple(blocks))


def bare_template(folder: Path) -> Path:
    """Write the least template that has the nine columns: the starter one with nothing else in its body."""
    document = docx.Document(str(starter("bao-cao.docx")))
    for element in list(document.element.body)[:-1]:
        document.element.body.remove(element)
    table = document.add_table(3, len(COLUMNS))
    table.cell(0, 0).text, table.cell(2, 0).text = "{%tr for d in rows %}", "{%tr endfor %}"
    for position, name in enumerate(COLUMNS):
        table.cell(1, position).text = f"{{{{ d.{name} }}}}"
    document.save(str(folder / "bare.docx"))
    return folder / "bare.docx"


def bare(template: Path, rows: list[dict[str, object]]) -> None:
    """Fill the bare template."""
    filled = DocxTemplate(template)
    filled.render({"rows": rows})
    filled.save(io.BytesIO())


def seconds(run: Callable[[], object]) -> float:
    """Return how long *run* takes."""
    start = perf_counter()
    run()
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
