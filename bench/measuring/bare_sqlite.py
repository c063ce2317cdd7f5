"""What ``report`` is measured against: the same figures read out of the index with sqlite3 and json alone.

``python bench/measuring/bare_sqlite.py CACHE``. Where the index holds the answer of a report itself, that is what is read; otherwise
the records of every plan, actual, path and catalogue, which the report is made of. Prints which of the two, and how many rows.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

ANSWERS = "SELECT text FROM answers WHERE name GLOB 'report*'"
RECORDS = "SELECT record FROM records"


def main() -> None:
    """Read the index in the folder of indexes that is given."""
    path = next(Path(sys.argv[1]).glob("*/index.sqlite"), None)
    if path is None:
        sys.exit("there is no index")
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as index:
        for name, query in (("answers", ANSWERS), ("records", RECORDS)):
            # An answer may be some rows of a list: without the brackets of the whole.
            read = [json.loads(f"[{text}]") for (text,) in index.execute(query)]
            if read:
                print(name, len(read))
                return
    sys.exit("the index is empty")


if __name__ == "__main__":
    main()
