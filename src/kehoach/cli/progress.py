"""What takes long shows how far it is: on a terminal only, never in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def steps(items: Iterable[Item], total: int, words: str) -> Iterator[Item]:
    """Yield *items*, of which there are *total*, and draw how many are done under *words*."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, words, total=total, console=Console(stderr=True), transient=True)
