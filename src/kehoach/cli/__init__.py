"""The command line: thin; parse, call, print."""

from __future__ import annotations

import sys


def main(args: list[str] | None = None) -> None:
    """Run one command and leave with its exit status; nothing prints a traceback."""
    from kehoach.cli.app import run

    sys.exit(run(sys.argv[1:] if args is None else args))
