"""Write ``src/kehoach/files/schemas.txt``: what pydantic compiles from the model, for the pinned pydantic."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kehoach.files import adapters, compiled, shipped


def main() -> int:
    """Write the file, or tell whether it is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the file is stale")
    check = parser.parse_args().check
    texts = {kind: compiled.dumps(adapters.adapter(kind).core_schema) for kind in adapters.KINDS}
    nameless = [kind for kind, text in texts.items() if text is None]
    if nameless:
        print(f"no text says what pydantic compiles for: {', '.join(nameless)}", file=sys.stderr)
        return 1
    new = shipped.written({kind: text for kind, text in texts.items() if text is not None})
    path = Path(shipped.PATH)
    if not check:
        path.write_text(new, "utf-8", newline="\n")
        return 0
    if path.exists() and path.read_text("utf-8") == new:
        return 0
    print(f"stale: {path.name}; run `python tools/compile_schemas.py`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
