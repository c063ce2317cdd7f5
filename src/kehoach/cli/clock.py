"""Today, as commands write it; ``SOURCE_DATE_EPOCH`` (seconds) sets it, so that a document can be made again byte for byte."""

from __future__ import annotations

import datetime as dt
import os


def today() -> dt.date:
    """Return the day by the user's own clock, or the one that ``SOURCE_DATE_EPOCH`` names."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdecimal() and len(fixed) <= 11:
        return dt.datetime.fromtimestamp(int(fixed), tz=dt.UTC).date()
    return dt.datetime.now(tz=dt.UTC).astimezone().date()
