"""Measure the speed of the installed ``kehoach`` and write it down: ``python bench/run.py --work DIR``.

Makes the registries in DIR (and keeps them for the next time), measures every promised ratio, the peers and the growth, keeps
the raw figures in ``DIR/results/*.json`` and writes its section of ``docs/benchmarks.md`` and the picture beside it. Needs git, 4 GB of
disk, hledger for its row, and about an hour on two quiet cores. ``--only PART`` measures a part anew, ``--page-only`` only writes.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.measuring import growth, page, peers, ratios
from bench.measuring.machine import machine
from bench.measuring.registries import Shelf
from bench.measuring.results import PARTS, Part, load, save

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


def main() -> None:
    """Read the arguments, measure, write."""
    asked = arguments()
    if not hasattr(os, "wait4"):
        sys.exit("bench/run.py needs a system that tells what a process used (Linux, macOS)")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that what is being measured is ended too, and edits are taken back
    work: Path = asked.work.resolve()
    results = work / "results"
    if not asked.page_only:
        shelf = Shelf(work, (str(asked.program),))
        for name in asked.only or PARTS:
            save(measured(name, shelf, quick=asked.quick), results)
    kept = {name: part for name in PARTS if (part := load(name, results)) is not None}
    target = asked.page or (work / PAGE.name if asked.quick else PAGE)
    page.write(target, kept)
    print(page.section(kept))
    _say(f"written to {target}")


def measured(name: str, shelf: Shelf, *, quick: bool) -> Part:
    """Measure one part."""
    about = machine(shelf.program)
    if name == "ratios":
        return ratios.measure(shelf, about, ratios.QUICK if quick else ratios.Scale(), _say)
    if name == "peers":
        return peers.measure(shelf, about, peers.QUICK_SIZES if quick else peers.SIZES, _say)
    return growth.measure(shelf, about, growth.QUICK_SIZES if quick else growth.SIZES, _say)


def arguments() -> argparse.Namespace:
    """Read what was typed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, metavar="DIR", help="folder of the registries, the peers and the raw figures")
    parser.add_argument("--only", action="append", choices=PARTS, help="measure this part only; may be repeated")
    parser.add_argument("--quick", action="store_true", help="small registries and few runs, to try; the page goes into DIR")
    parser.add_argument("--page-only", action="store_true", help="measure nothing, write the page from the kept figures")
    parser.add_argument("--page", type=Path, metavar="FILE", help="the page to write (default: docs/benchmarks.md)")
    parser.add_argument(
        "--program", type=Path, default=Path(sys.executable).with_name("kehoach"), help="default: the kehoach of this interpreter"
    )
    return parser.parse_args()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
