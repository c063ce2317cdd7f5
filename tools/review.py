"""What the last change of this repository does to its registry, judged as any other edit: no promise weaker without a basis.

Compares with ``$KEHOACH_BASE`` (a branch or commit), else with the commit before; where neither is there (the first commit, a
shallow clone) it says so and passes, since there is nothing to compare with.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Return the exit status of ``kehoach diff``, 0 where nothing can be compared."""
    base = os.environ.get("KEHOACH_BASE") or "HEAD^"
    known = subprocess.run(["git", "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}"], cwd=ROOT, capture_output=True, check=False)
    if known.returncode != 0:
        print(f"{base} is not in this clone: nothing to compare with")
        return 0
    form = "github" if os.environ.get("GITHUB_ACTIONS") else "text"
    command = ["kehoach", "diff", f"{base}..HEAD", "--fail-on", "attention", "--format", form]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
