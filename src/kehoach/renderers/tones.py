"""Which verdicts share a colour, so that every format colours alike; beside the colour each carries its mark and words."""

from __future__ import annotations

from typing import Literal

Tone = Literal["kept", "missed", "missing", "open", "calm"]

TONES: dict[str, Tone] = {
    "met": "kept",
    "exceeded": "kept",
    "met_early": "kept",
    "met_late": "kept",
    "missed": "missed",
    "no_data": "missing",
    "conditional": "open",
    "ambiguous": "open",
    "not_due": "calm",
    "undated": "calm",
    "unscored": "calm",
}
"""Verdict → tone: a promise kept, missed, without a figure, waiting for a decision, or with nothing to say yet."""
