"""Make up a registry of any size: ``python bench/make_registry.py --wards 114 --seed 1 -o DIR``; DIR is then a registry.

Every ward issues five plans of about 27 targets and 27 tasks, and most report some years. The names, the documents and every
figure are invented. The same seed gives the same files, whatever the number of processes; tests call :func:`make`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.synthetic import catalogues, names, plans, results
from bench.synthetic.forms import Tree
from bench.synthetic.measures import Levels
from bench.synthetic.names import Place
from kehoach.files import layout
from kehoach.files.comments import Comments

HEAD = "# Dữ liệu giả do bench/make_registry.py tạo ra để thử và đo: mọi tên, văn bản và con số đều hư cấu."
_CHUNK = 20


def make(folder: Path, *, wards: int, seed: int = 1, processes: int = 1) -> Path:
    """Write a registry of so many wards into *folder* and return it.

    Raises:
        FileExistsError: there is a registry already.
    """
    (folder / "plans").mkdir(parents=True)
    above = names.provinces(seed, wards)
    found = list(names.wards(seed, wards, above))
    _write(folder / "units.yaml", catalogues.units(above, found), "units")
    _write(folder / "indicators.yaml", catalogues.indicators(), "indicators")
    _write(folder / "references.yaml", catalogues.references(above, found), "references")
    by_slug = {province.slug: province for province in above}
    jobs = [(ward, by_slug[ward.province or ""]) for ward in found]
    each = partial(_chunk, folder, seed)
    if processes == 1:
        each(jobs)
    else:
        with ProcessPoolExecutor(processes) as pool:
            waiting = iter(jobs)
            list(pool.map(each, iter(lambda: list(islice(waiting, _CHUNK)), [])))
    return folder


def _chunk(folder: Path, seed: int, jobs: Iterable[tuple[Place, Place]]) -> None:
    for ward, province in jobs:
        _ward(folder, seed, ward, province)


def _ward(folder: Path, seed: int, ward: Place, province: Place) -> None:
    rng = Random(f"{seed}/{ward.slug}")
    desk = plans.Desk(ward, province, rng, Levels(rng))
    made = {kind.slug: plans.plan(desk, kind) for kind in plans.KINDS}
    for slug, tree in made.items():
        _write(folder / "plans" / ward.slug / f"{slug}.yaml", tree, "plan")
    reported = results.years(rng)
    for year in reported:
        _write(folder / "actuals" / ward.slug / f"{year}.yaml", results.actuals(desk, year), "actuals")
    if reported:
        plan = desk.unit("ke-hoach-2026-2030")
        declared = results.paths(desk, made["ke-hoach-2026-2030"]["targets"], plan)
        _write(folder / "actuals" / ward.slug / "paths.yaml", {"format": "kehoach/paths/1", "paths": declared}, "paths")


def _write(path: Path, tree: Tree | tuple[Tree, ...], kind: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(layout.render(tree, kind, Comments(head=[HEAD])).encode())


def main() -> None:
    """Read the arguments, write the registry, and say what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wards", type=int, required=True, metavar="N", help="wards; a city has 114, the nation 3321")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    parser.add_argument("--processes", type=int, default=1, metavar="P")
    asked = parser.parse_args()
    if asked.wards < 1 or asked.processes < 1:
        parser.error("--wards and --processes count from 1")
    if (asked.output / "plans").exists():
        parser.error(f"{asked.output} holds a registry already")
    start = time.perf_counter()
    make(asked.output, wards=asked.wards, seed=asked.seed, processes=asked.processes)
    files = sum(1 for _ in asked.output.glob("plans/*/*.yaml"))
    print(f"{asked.wards} wards, {files} plans in {asked.output}: {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
