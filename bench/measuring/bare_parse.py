"""What ``check`` and the index are measured against: every file of a registry parsed with ryaml, and nothing else.

``python bench/measuring/bare_parse.py REGISTRY [--validate] [--processes N]``. With ``--validate`` pydantic's adapters of
``kehoach`` validate every tree too; decimals then have to become exact ones and lists tuples, which is what they accept.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from functools import partial
from multiprocessing import Pool
from pathlib import Path

import ryaml

KINDS = {"units.yaml": "units", "indicators.yaml": "indicators", "references.yaml": "references", "paths.yaml": "paths"}


def parse(paths: Iterable[Path], *, validate: bool) -> int:
    """Parse (and validate) the files and return how many they are."""
    if validate:
        return sum(_validated(path) for path in paths)
    return sum(ryaml.loads(path.read_text("utf-8")) is not None for path in paths)  # type: ignore[attr-defined]


def _validated(path: Path) -> bool:
    from kehoach.files.adapters import RESERVED, adapter
    from kehoach.files.yaml_text import parse as parsed

    kind = KINDS.get(path.name) or ("actuals" if path.parent.parent.name == "actuals" else "plan")
    tree = parsed(path.read_text("utf-8"))
    if kind in ("indicators", "references"):
        tree = {key: value for key, value in tree.items() if key not in RESERVED}
    return adapter(kind).validate_python(tree) is not None


def files_of(registry: Path) -> list[Path]:
    """Return every file of data of a registry."""
    return sorted([*registry.glob("*.yaml"), *registry.glob("plans/*/*.yaml"), *registry.glob("actuals/*/*.yaml")])


def main() -> None:
    """Read the arguments, parse, print the number of files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("registry", type=Path)
    parser.add_argument("--validate", action="store_true")
    parser.add_argument("--processes", type=int, default=1)
    asked = parser.parse_args()
    found = files_of(asked.registry)
    if asked.processes == 1:
        print(parse(found, validate=asked.validate))
        return
    parts = [found[start :: asked.processes * 8] for start in range(asked.processes * 8)]
    with Pool(asked.processes) as pool:
        print(sum(pool.map(partial(parse, validate=asked.validate), parts, chunksize=1)))


if __name__ == "__main__":
    main()
