"""What ``history`` costs: 190 changes of one target over 1,000 commits, against the bare git log and the reading of those blobs.

Measured inside one process after all imports, each the best of five runs, with the whole command's time beside it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kehoach.files.git import Repository
from kehoach.revisions.history import history

COMMITS, CHANGES, RECORDS = 1000, 190, 60
HEAD = """format: kehoach/plan/1
id: mau/ke-hoach
kind: KH
title: Kế hoạch mẫu
issuer: mau/ubnd
period: {from: 2026, to: 2030}
source: {file: a.txt, sha256: "0000000000000000000000000000000000000000000000000000000000000000"}
sections:
  - {label: I, title: Chỉ tiêu}
targets:
"""
RECORD = """  - id: {ident}
    clause: I.{number}
    indicator: bhyt
    test: {{ge: {value}}}
    when: {{by: 2030}}
    quote: Tỷ lệ dân số tham gia bảo hiểm y tế đến năm 2030 đạt từ {value}% trở lên
    lead: [mau/phong-vhxh]
"""


def plan(changed: int) -> bytes:
    """Return the plan's text after *changed* changes of its first target."""
    records = (RECORD.format(ident=f"t{n}", number=n, value=f"{50 + changed / 10:.1f}" if n == 1 else 90) for n in range(1, RECORDS + 1))
    return (HEAD + "".join(records)).encode()


def build(folder: Path) -> None:
    """Make the repository in one run of ``git fast-import``: every commit touches another file, 190 of them the plan."""
    stream = bytearray()
    every = COMMITS // CHANGES
    changed = 0
    for number in range(1, COMMITS + 1):
        message = f"Lần {number}".encode()
        stream += b"commit refs/heads/main\ncommitter A <a@example.org> %d +0700\ndata %d\n%s\n" % (
            1_700_000_000 + number * 3600,
            len(message),
            message,
        )
        other = f"{number}\n".encode()
        stream += b"M 100644 inline data/other.txt\ndata %d\n%s\n" % (len(other), other)
        if number == 1 or (number % every == 0 and changed < CHANGES):
            changed += number > 1
            text = plan(changed)
            stream += b"M 100644 inline data/plans/mau/ke-hoach.yaml\ndata %d\n%s\n" % (len(text), text)
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
    subprocess.run(["git", "-C", str(folder), "fast-import", "--quiet"], input=bytes(stream), check=True)
    subprocess.run(["git", "-C", str(folder), "checkout", "-q", "-f", "main"], check=True)


def best(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of five runs."""
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def bare(folder: Path) -> None:
    """Run the git log that history needs, and read every blob it names."""
    log = ["git", "-C", str(folder), "log", "--raw", "--no-abbrev", "-z", "--no-renames", "--first-parent", "-m", "--format=%H"]
    out = subprocess.run([*log, "--", "data/plans/mau/ke-hoach.yaml"], capture_output=True, check=True).stdout
    blobs = {word for part in out.split(b"\0") if part.lstrip(b"\n").startswith(b":") for word in part.split(b" ")[2:4]}
    wanted = b"\n".join(blob for blob in blobs if set(blob) != {ord("0")}) + b"\n"
    subprocess.run(["git", "-C", str(folder), "cat-file", "--batch"], input=wanted, capture_output=True, check=True)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder)
        root = folder / "data"
        found = history(Repository(root), "mau/ke-hoach", "t1")
        changes = len({event.commit.sha for event in found})
        base, ours = best(lambda: bare(folder)), best(lambda: history(Repository(root), "mau/ke-hoach", "t1"))
        command = [sys.executable, "-m", "kehoach", "--data", str(root), "history", "mau/ke-hoach#t1", "--format", "json"]
        whole = best(lambda: subprocess.run(command, capture_output=True, check=True))
        print(f"{COMMITS} commits, {changes} of them change the target")
        print(f"bare git log and cat-file  {base * 1000:7.1f} ms")
        print(f"history, after imports     {ours * 1000:7.1f} ms   {ours / base:.2f} x")
        print(f"the whole command          {whole * 1000:7.1f} ms")


if __name__ == "__main__":
    main()
