"""Turn each `document.marked` into the document that a reader gets: `document.txt`, `document.docx` or `document.pdf`.

    python -m tests.transcription.unseen.make_docx [FOLDER]

Without a folder it is this one; the second set is `tests/transcription/unseen2`.

A marked file is the document with the clause of every paragraph before it: `[II.1 gạch 2] - …`. `[.]` goes on in the clause
before, `[noise]` is a running head or a page number. The first line names the format. Tables stand between `@table` and
`@end`, one row a line, cells parted by `|`; `<` joins a cell to its left neighbour, `^` to the one above. `@head` is the
borderless table of two columns that opens a Word document, `@landscape` and `@portrait` begin a section.
"""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

HERE = Path(__file__).parent
MARK = re.compile(r"\[([^\]]+)\] ?(.*)")
STYLE = re.compile(r"\{(\w+)\}")
ROW = re.compile(r"\d+(?:\.\d+)*|[IVX]+|[A-Z]|[-+*]|")
ALIGN = {"c": WD_ALIGN_PARAGRAPH.CENTER, "r": WD_ALIGN_PARAGRAPH.RIGHT}


@dataclass
class Line:
    """One printed line or table row: its clause, its text, and how it looks."""

    clause: str
    cells: list[str]
    styles: list[str] = field(default_factory=list)
    block: str = "paragraph"

    @property
    def text(self) -> str:
        """The words of the line, cells beside each other."""
        return " ".join(cell for cell in self.cells if cell not in {"<", "^"})

    @property
    def words(self) -> str:
        """The words of the line, without the number of a table row."""
        labelled = self.block == "table" and ROW.fullmatch(self.cells[0])
        return " ".join(cell for cell in self.cells[bool(labelled) :] if cell not in {"<", "^"})


def read_marked(path: Path) -> tuple[str, list[Line]]:
    """The format named on the first line, and every line of the document with its clause."""
    first, *rest = unicodedata.normalize("NFC", path.read_text("utf-8")).splitlines()
    lines: list[Line] = []
    clause, block = "Tiêu đề", "paragraph"
    for raw in rest:
        if raw.startswith("@"):
            block = {"@table": "table", "@head": "head"}.get(raw, "paragraph")
            lines.append(Line("", [raw], block="directive"))
            continue
        if not raw.strip():
            lines.append(Line(clause, [""], block="blank"))
            continue
        found = MARK.match(raw)
        if not found:
            message = f"{path}: no clause before {raw!r}"
            raise ValueError(message)
        mark, text = found.groups()
        if mark not in {".", "noise"}:
            clause = mark
        styles = STYLE.findall(text)
        text = STYLE.sub("", text)
        cells = [cell.strip() for cell in text.strip().strip("|").split("|")] if block in {"table", "head"} else [text]
        lines.append(Line("noise" if mark == "noise" else clause, cells, styles, block))
    return first.removeprefix("format: ").strip(), lines


def write_text(lines: list[Line], path: Path) -> None:
    """Write a plain text document as it is printed."""
    path.write_text("\n".join(line.text for line in lines if line.block != "directive") + "\n", "utf-8")


def rows_until_end(lines: Iterator[Line]) -> Iterator[Line]:
    """Yield the rows of a table up to its `@end`."""
    for line in lines:
        if line.block == "directive":
            return
        if line.block in {"table", "head"}:
            yield line


def write_docx(lines: list[Line], path: Path) -> None:
    """Write a Word document with real tables, merged heading cells and turned pages."""
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(13)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    pending = iter(lines)
    for line in pending:
        if line.block == "directive":
            order = line.cells[0]
            if order in {"@table", "@head"}:
                add_table(document, list(rows_until_end(pending)), bordered=order == "@table")
            elif order in {"@landscape", "@portrait"}:
                section = document.add_section()
                section.orientation = WD_ORIENT.LANDSCAPE if order == "@landscape" else WD_ORIENT.PORTRAIT
                wide, narrow = max(section.page_width, section.page_height), min(section.page_width, section.page_height)
                section.page_width, section.page_height = (wide, narrow) if order == "@landscape" else (narrow, wide)
            continue
        if line.block == "blank":
            continue
        paragraph = document.add_paragraph(style="List Bullet" if "bullet" in line.styles else None)
        run = paragraph.add_run(line.text)
        run.bold, run.italic = "b" in line.styles, "i" in line.styles
        for style in line.styles:
            if style in ALIGN:
                paragraph.alignment = ALIGN[style]
    document.save(str(path))
    without_times(path)


def without_times(path: Path) -> None:
    """Write the parts of a Word file again with one fixed date, so that the same words make the same bytes."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, ZIP_DEFLATED)


def add_table(document: Any, rows: list[Line], *, bordered: bool) -> None:
    """Add one table, joining the cells marked `<` and `^`."""
    width = max(len(row.cells) for row in rows)
    table = document.add_table(rows=len(rows), cols=width, style="Table Grid" if bordered else None)
    grid = [list(row.cells) for row in table.rows]
    owner: dict[tuple[int, int], Any] = {}
    for r, row in enumerate(rows):
        for c in range(width):
            text = row.cells[c] if c < len(row.cells) else ""
            if text == "<":
                owner[r, c] = owner[r, c - 1] = owner[r, c - 1].merge(grid[r][c])
            elif text == "^":
                owner[r, c] = owner[r - 1, c] = owner[r - 1, c].merge(grid[r][c])
            else:
                grid[r][c].text = text.replace("/ ", "\n") if not bordered else text
                owner[r, c] = grid[r][c]


def write_pdf(lines: list[Line], path: Path) -> None:
    """Write the Word document and let LibreOffice print it."""
    word = path.with_suffix(".docx")
    write_docx(lines, word)
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(word)], check=True, capture_output=True
    )
    word.unlink()


WRITERS = {"txt": write_text, "docx": write_docx, "pdf": write_pdf}


def set_named(arguments: list[str]) -> Path:
    """The folder of documents that a command line names, or this one."""
    return Path(arguments[0]) if arguments else HERE


def main() -> None:
    """Write every document."""
    for path in sorted(set_named(sys.argv[1:]).glob("*/document.marked")):
        kind, lines = read_marked(path)
        WRITERS[kind](lines, path.with_name(f"document.{kind}"))


if __name__ == "__main__":
    main()
