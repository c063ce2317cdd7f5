"""A process that kills itself half way through writing: for the tests of what a writer leaves that dies."""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import Any


def killer(moment: int, writers: tuple[str, ...]) -> Any:
    """Return a profiler that ends the process at the n-th call out of Python, or the n-th end of one, in the modules that write."""
    left = moment

    def profile(frame: FrameType, event: str, _: object) -> None:
        nonlocal left
        if event in ("c_call", "c_return") and frame.f_code.co_filename.replace(os.sep, "/").endswith(writers):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    return profile
