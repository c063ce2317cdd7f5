"""What ``report`` is measured against: the same figures read out of the index with sqlite3 and json alone.

``python bench/measuring/bare_sqlite.py CACHE YEAR``. What the index keeps of a report is, for each ward, its rows as JSON after a line with
the totals. Prints how many wards and rows were read.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path


def main() -> None:
    """Read the index in the folder of indexes that is given."""
    path = next(Path(sys.argv[1]).glob("*/index.sqlite"), None)
    if path is None:
        sys.exit("there is no index")
    wards, rows = 0, 0
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as index:
        for (text,) in index.execute("SELECT text FROM answers WHERE name = ?", (f"report-{sys.argv[2]}-{sys.argv[2]}",)):
            totals, _, part = text.partition("\n")
            json.loads(totals or "null")
            rows += len(json.loads(f"[{part}]"))
            wards += 1
    if not wards:
        sys.exit("the index holds no such report")
    print(wards, rows)


if __name__ == "__main__":
    main()
