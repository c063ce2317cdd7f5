"""Write ``src/kehoach/files/schemas.txt``: what pydantic compiles from the model, for the pinned pydantic. ``--check`` only compares."""

from __future__ import annotations

import sys
from pathlib import Path

from kehoach.files import adapters, compiled, shipped


def main() -> int:
    """Write or compare; return the exit status."""
    texts = {kind: compiled.dumps(adapters.adapter(kind).core_schema) for kind in adapters.KINDS}
    nameless = [kind for kind, text in texts.items() if text is None]
    if nameless:
        print(f"no text says what pydantic compiles for: {', '.join(nameless)}", file=sys.stderr)
        return 1
    new = shipped.written({kind: text for kind, text in texts.items() if text is not None})
    path = Path(shipped.PATH)
    if "--check" not in sys.argv[1:]:
        path.write_text(new, "utf-8", newline="\n")
        return 0
    if path.exists() and path.read_text("utf-8") == new:
        return 0
    print(f"{path.name} is not what pydantic compiles from the model: run python tools/compile_schemas.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
