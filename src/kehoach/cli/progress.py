"""What takes long shows how far it is: on a terminal only, never in a pipe, and only once it has taken a while."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

Item = TypeVar("Item")
PATIENCE = 0.7
"""Seconds that pass before anything is drawn: what is quick is over, and drawing is imported for nothing else."""


def steps(items: Iterable[Item], total: int, words: str) -> Iterator[Item]:
    """Yield *items*, of which there are *total*, and draw how many are done under *words*."""
    if not sys.stderr.isatty():
        yield from items
        return
    with ExitStack() as stack:
        began, drawn = monotonic(), None
        for done, item in enumerate(items):
            if drawn is None and monotonic() - began > PATIENCE:
                drawn = stack.enter_context(_drawn())
                drawn.add_task(words, total=total)
            if drawn is not None:
                drawn.update(drawn.task_ids[0], completed=done)
            yield item


def steps_unless_shown(items: Iterable[Item], total: int, words: str) -> Iterator[Item]:
    """As :func:`steps`, for what is written out while it goes on: on a terminal the output itself shows how far it is."""
    return iter(items) if sys.stdout.isatty() else steps(items, total, words)


def _drawn() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
