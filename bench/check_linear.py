"""Time of ``check`` per record at 60, 600 and 6,000 files: it must not grow with their number.

Wards are copies of the four real ones under other slugs, so that every rule has its usual work. Loading is timed apart.
Usage: ``python bench/check_linear.py [FILES…]`` (default 60 600 6000).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from kehoach import checks
from kehoach.checks.facts import Facts
from kehoach.registry import Registry, load_registry

DATA = Path(__file__).resolve().parent.parent / "data"


def main() -> None:
    """Print one line per size."""
    sizes = [int(arg) for arg in sys.argv[1:]] or [60, 600, 6000]
    print(f"{'files':>6} {'records':>8} {'load s':>8} {'check s':>8} {'check µs/record':>16} {'findings':>9}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), size)


def measure(root: Path, size: int) -> None:
    """Make a registry of *size* plans and print what checking it costs."""
    multiply(root, size)
    start = perf_counter()
    registry, _ = load_registry(root)
    loaded = perf_counter()
    findings = run(registry)
    done = perf_counter()
    records = sum(len(p.targets) + len(p.tasks) + len(p.projects) for p in registry.plans.values())
    cost = (done - loaded) / records * 1e6
    print(f"{len(registry.plans):>6} {records:>8} {loaded - start:>8.2f} {done - loaded:>8.2f} {cost:>16.1f} {findings:>9}")


def run(registry: Registry) -> int:
    """Run every rule on one index and return how much they found."""
    facts = Facts(registry)
    return sum(1 for rule in checks.rules() for _ in rule.find(facts))


def multiply(root: Path, size: int) -> None:
    """Write *size* plans into *root*: the real wards again and again under numbered slugs."""
    plans = sorted((DATA / "plans").rglob("*.yaml"))
    wards = sorted({path.parent.name for path in plans})
    units = (DATA / "units.yaml").read_text("utf-8")
    head, _, entries = units.partition("\nunits:\n")
    shutil.copy(DATA / "indicators.yaml", root)
    shutil.copy(DATA / "references.yaml", root)
    ward_lines, unit_lines = [head], [entries]
    for number in range(size):
        source = plans[number % len(plans)]
        copy = number // len(plans)
        text = _renamed(source.read_text("utf-8"), wards, copy)
        target = root / "plans" / f"{source.parent.name}-{copy}" / source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        if number % len(plans) == 0:
            ward_lines += [
                _renamed(line, wards, copy) for line in head.splitlines() if line.strip().startswith(tuple(f"{w}:" for w in wards))
            ]
            unit_lines.append(_renamed(_units_of(entries, wards), wards, copy))
    (root / "units.yaml").write_text("\n".join(ward_lines) + "\n\nunits:\n" + "\n".join(unit_lines), "utf-8")


def _units_of(entries: str, wards: list[str]) -> str:
    kept, inside = [], False
    for line in entries.splitlines():
        if not line.startswith("   "):
            inside = line.strip().startswith(tuple(f"{ward}/" for ward in wards))
        if inside:
            kept.append(line)
    return "\n".join(kept)


def _renamed(text: str, wards: list[str], copy: int) -> str:
    for ward in wards:
        text = text.replace(f"{ward}/", f"{ward}-{copy}/").replace(f"  {ward}: ", f"  {ward}-{copy}: ")
    return text


if __name__ == "__main__":
    main()
