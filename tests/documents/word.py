"""A .docx looked at as Word does: its parts, the text of its pages, and the properties a style finally has."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document
from lxml import etree

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
W = f"{{{NS['w']}}}"
SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


@dataclass
class Opened:
    """A document on disk or in memory."""

    content: bytes

    @classmethod
    def at(cls, path: Path) -> Opened:
        return cls(path.read_bytes())

    @cached_property
    def document(self) -> Document:
        return docx.Document(io.BytesIO(self.content))

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with ZipFile(io.BytesIO(self.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def tree(self, name: str = "word/document.xml") -> Any:
        return etree.fromstring(self.parts[name])

    def trees(self, pattern: str) -> dict[str, Any]:
        return {name: self.tree(name) for name in self.parts if re.fullmatch(pattern, name)}

    @cached_property
    def paragraphs(self) -> list[str]:
        """Every paragraph of the body in order, those of tables too."""
        return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in self.tree().iter(f"{W}p")]

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)

    def rows(self, table: int) -> list[list[str]]:
        """The cells of a table as they stand, a merged cell once."""
        found = self.tree().findall(f".//{W}tbl")[table]
        return [["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.findall(f"{W}tc")] for row in found.findall(f"{W}tr")]

    def tables_with(self, head: str) -> list[int]:
        """The positions of the tables with a column of that head."""
        return [i for i, _ in enumerate(self.tree().findall(f".//{W}tbl")) if any(head in row for row in self.rows(i)[:1])]

    def marked(self) -> list[str]:
        """What stands in the style of places to write."""
        runs = self.tree().iterfind(f".//{W}r[{W}rPr]")
        return ["".join(t.text or "" for t in run.iter(f"{W}t")) for run in runs if self._style(run) == "vb-cho-can-viet"]

    def _style(self, run: Any) -> str | None:
        style = run.find(f"{W}rPr/{W}rStyle")
        return None if style is None else style.get(f"{W}val")

    def fonts(self) -> Iterator[tuple[str, dict[str, str]]]:
        """The fonts that every style in use names, its own or inherited, and those that runs name themselves."""
        styles = {style.get(f"{W}styleId"): style for style in self.tree("word/styles.xml").iter(f"{W}style")}
        defaults = self.tree("word/styles.xml").find(f"{W}docDefaults//{W}rFonts")
        yield "docDefaults", _slots(defaults)
        for tree in self.trees(r"word/(document|header\d*|footer\d*)\.xml").values():
            for element in tree.iter(f"{W}pStyle", f"{W}rStyle"):
                yield element.get(f"{W}val"), self._inherited(element.get(f"{W}val"), styles, defaults)
            for fonts in tree.iter(f"{W}rFonts"):
                yield "run", _slots(fonts)

    def _inherited(self, name: str, styles: dict[str, Any], defaults: Any) -> dict[str, str]:
        style = styles[name]
        own = style.find(f"{W}rPr/{W}rFonts")
        if own is not None:
            return _slots(own)
        base = style.find(f"{W}basedOn")
        return self._inherited(base.get(f"{W}val"), styles, defaults) if base is not None else _slots(defaults)

    def edited(self, changes: dict[str, Any]) -> bytes:
        """The file with each named part passed through a function of its text."""
        out = io.BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                archive.writestr(name, changes[name](part.decode("utf-8")).encode() if name in changes else part)
        return out.getvalue()


def _slots(fonts: Any) -> dict[str, str]:
    assert fonts is not None
    assert not [key for key in fonts.attrib if key.endswith("Theme")], "a font of the theme wins over the named one"
    return {slot: fonts.get(f"{W}{slot}") for slot in SLOTS}
