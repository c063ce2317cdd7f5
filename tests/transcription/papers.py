"""Made-up papers with tables: a Word file, and a PDF whose table is ruled by drawn lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.transcription.helpers import HEAD

Rows = Sequence[Sequence[str]]
FOOT = "Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Mẫu"


def word_paper(folder: Path, *parts: str | Rows, head: str = HEAD) -> Path:
    """Write a Word file of paragraphs and tables; ``<`` joins a cell to its left neighbour, ``^`` to the one above."""
    import docx

    document = docx.Document()
    for part in (head, *parts):
        if isinstance(part, str):
            for line in filter(None, part.split("\n")):
                document.add_paragraph(line)
            continue
        table = document.add_table(rows=len(part), cols=len(part[0]))
        for y, row in enumerate(part):
            for x, text in enumerate(row):
                if text == "<":
                    table.cell(y, x - 1).merge(table.cell(y, x))
                elif text == "^":
                    table.cell(y - 1, x).merge(table.cell(y, x))
                else:
                    table.cell(y, x).text = text
    path = folder / "van-ban.docx"
    document.save(str(path))
    return path


def pdf_paper(folder: Path, lines: Sequence[str], pages: Sequence[Rows], behind: Sequence[str] = ()) -> Path:
    """Write a PDF: *lines*, then a ruled table that goes on over *pages*, then the lines *behind* it."""
    codes: dict[str, int] = {}

    def shown(x: float, y: float, text: str) -> str:
        said = "".join(f"{codes.setdefault(char, len(codes) + 1):04x}" for char in text)
        return f"BT /F1 6 Tf {x} {y} Td <{said}> Tj ET"

    streams: list[str] = []
    for number, rows in enumerate(pages):
        said = [shown(40, 800 - 12 * at, line) for at, line in enumerate(lines if not number else ())]
        top = 800.0 - 12 * (len(lines) if not number else 0)
        width = 515 / len(rows[0])
        for y, row in enumerate(rows):
            floor = top - 20 * (y + 1)
            said += [f"{40 + width * x} {floor} {width} 20 re S" for x in range(len(row))]
            said += [shown(43 + width * x, floor + 7, text) for x, text in enumerate(row)]
        if number == len(pages) - 1:
            said += [shown(40, top - 20 * len(rows) - 20 - 12 * at, line) for at, line in enumerate(behind)]
        streams.append("\n".join(said))
    path = folder / "van-ban.pdf"
    path.write_bytes(_pdf(streams, codes))
    return path


_SYSTEM = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
_FONT = (
    "<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 "
    "/CapHeight 700 /StemV 80 >>"
)


def _pdf(streams: Sequence[str], codes: dict[str, int]) -> bytes:
    """Return a PDF of these pages; its font draws nothing but says which letter each code is."""
    known = "\n".join(f"<{code:04x}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items())
    maps = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(codes)} beginbfchar\n{known}\nendbfchar\nendcmap end end"
    )
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo {_SYSTEM} /DW 500 /FontDescriptor {_FONT} >>",
        f"<< /Length {len(maps)} >>\nstream\n{maps}\nendstream",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {7 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    entries = "".join(f"{place:010d} 00000 n \n" for place in places)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF"
    return text.encode("latin-1")
