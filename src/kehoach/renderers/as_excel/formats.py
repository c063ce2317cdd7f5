"""The clothes of the cells, each made once."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kehoach.renderers.tones import Tone

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

WHOLE, FRACTION = "#,##0", "#,##0.##"
"""The reader's locale draws the separators. ``FRACTION`` would leave a bare one behind a whole number: 1.812, for 1.812."""
INK: dict[Tone, tuple[str, str]] = {
    "kept": ("#14532D", "#DDF2E3"),
    "missed": ("#8C1D18", "#FBE0DD"),
    "missing": ("#6B4500", "#FDF0D2"),
    "open": ("#43338F", "#EAE6FA"),
    "calm": ("#3F4A57", "#EDF0F4"),
}
"""Tone → letters and ground."""


class Formats:
    """Every format of a workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._numbers: dict[str, Format] = {}
        framed = {"border": 1, "border_color": "#B8C1CC", "valign": "top", "text_wrap": True}
        self._framed = framed
        self.title = self._make(bold=True, font_size=14)
        self.heading = self._make(bold=True, font_size=12)
        self.strong = self._make(bold=True)
        self.plain = self._make()
        self.wrapped = self._make(valign="top", text_wrap=True)
        self.head = self._make(**framed | {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#DCE6F0"})
        self.text = self._make(**framed)
        self.words_for_number = self._make(**framed, align="right")
        self.year = self._make(**framed, num_format="0")
        self.part = self._make(**framed, indent=1)
        self.verdicts = {
            tone: self._make(**framed, bold=tone == "missed", font_color=ink, bg_color=ground) for tone, (ink, ground) in INK.items()
        }

    def number(self, value: int | Decimal, suffix: str = "") -> Format:
        """Return the format of *value*, all its places shown, with *suffix* behind it (" (ước)")."""
        places = _places(value)
        code = (FRACTION + "#" * (places - 2) if places else WHOLE) + (f'"{suffix}"' if suffix else "")
        if code not in self._numbers:
            self._numbers[code] = self._make(**self._framed, num_format=code)
        return self._numbers[code]

    def _make(self, **properties: Any) -> Format:
        return self._book.add_format(properties)


def _places(value: int | Decimal) -> int:
    """Return how many places behind the point a number has."""
    exponent = Decimal(value).normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
