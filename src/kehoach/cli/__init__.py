"""The command line: thin; parse, call, print."""

from __future__ import annotations

import gc
import os
import sys


def main(args: list[str] | None = None) -> None:
    """Run one command and leave with its exit status; nothing prints a traceback.

    A command lives for a moment: what it made is not collected piece by piece while it works, nor taken down when it is done.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins reads the metadata of every package
    args = [_utf8(arg) for arg in sys.argv[1:]] if args is None else args
    if "search" in args:
        from kehoach.cli import ahead

        ahead.begin(args)
    from kehoach.cli.app import run

    status = run(args)
    if "search" in args:
        ahead.end()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _utf8(arg: str) -> str:
    """Return an argument as the terminal sent it, where the locale could not decode it."""
    return os.fsencode(arg).decode("utf-8", "replace") if not arg.isascii() else arg
