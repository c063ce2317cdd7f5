"""What the starter templates are made of: a Word file with nothing but the styles of Nghị định 30/2020/NĐ-CP, pages, heads, tables.

Measures are in millimetres and points, as the decree gives them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from kehoach.vietnamese import slugify

FONT = "Times New Roman"
SLOTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
TEXT_WIDTH, WIDE = 160, 252
"""The width of the text on a portrait and on a landscape page, mm."""
_KEPT = ("Normal", "Heading1", "Heading2", "Header", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid")


@dataclass(frozen=True, kw_only=True)
class Look:
    """A paragraph style: sizes and distances in points, ``indent`` of the first line in mm."""

    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: ALIGN = ALIGN.CENTER
    before: float = 0
    after: float = 0
    line: float = 1.0
    indent: float = 0
    keep: bool = False


LOOKS = (
    Look(name="VB Cơ quan chủ quản", size=12),
    Look(name="VB Cơ quan ban hành", size=12, bold=True),
    Look(name="VB Quốc hiệu", size=12, bold=True),
    Look(name="VB Tiêu ngữ", size=13, bold=True),
    Look(name="VB Số và ký hiệu", size=13, before=6),
    Look(name="VB Địa danh và ngày", size=13, italic=True, before=6),
    Look(name="VB Tên loại", bold=True, before=18),
    Look(name="VB Trích yếu", bold=True),
    Look(name="VB Kính gửi", before=12, after=6),
    Look(name="VB Nội dung", align=ALIGN.JUSTIFY, before=0, after=6, line=1.1, indent=12.7),
    Look(name="VB Hình", before=6, after=0, keep=True),
    Look(name="VB Tên hình", size=13, italic=True, after=6),
    Look(name="VB Ký thay mặt", bold=True, before=12, keep=True),
    Look(name="VB Ký chức vụ", bold=True, keep=True),
    Look(name="VB Ký họ tên", bold=True, before=66),
    Look(name="VB Nơi nhận - nhãn", size=12, bold=True, italic=True, align=ALIGN.LEFT, before=12, keep=True),
    Look(name="VB Nơi nhận", size=11, align=ALIGN.LEFT, keep=True),
    Look(name="VB Phụ lục", bold=True, keep=True),
    Look(name="VB Tên phụ lục", size=13, bold=True, keep=True),
    Look(name="VB Dưới tên phụ lục", size=13, italic=True, after=8, keep=True),
    Look(name="VB Bảng - đầu cột", size=11, before=2, after=2, bold=True, keep=True),
    Look(name="VB Bảng - số cột", size=10, italic=True, keep=True),
    Look(name="VB Bảng - nhóm", size=11, before=2, after=2, bold=True, align=ALIGN.LEFT, keep=True),
    Look(name="VB Bảng - chữ", size=11, before=2, after=2, align=ALIGN.LEFT),
    Look(name="VB Bảng - giữa", size=11, before=2, after=2),
    Look(name="VB Bảng - số", size=11, before=2, after=2, align=ALIGN.RIGHT),
    Look(name="VB Nguồn gốc", size=9, italic=True, align=ALIGN.LEFT, before=8),
)
PLACE = "VB Chỗ cần viết"
"""The character style of what only people know."""


def new_document(title: str) -> Document:
    """Return an empty A4 document with the styles of the decree and no others."""
    document = docx.Document()
    _drop_parts(document)
    _prune_styles(document)
    _defaults(document)
    for look in (Look(name="Normal", align=ALIGN.LEFT), *LOOKS):
        _style(document, look)
    for name, before in (("Heading 1", 6), ("Heading 2", 3)):
        _style(document, Look(name=name, bold=True, align=ALIGN.JUSTIFY, before=before, after=6, indent=12.7, keep=True))
    _style(document, Look(name="Header", size=13))
    _place_style(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments, properties.language = title, "", "", "vi-VN"
    properties.created = properties.modified = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    properties.last_modified_by, properties.revision = "", 1
    page(document.sections[0])
    return document


def page(section: Section, *, wide: bool = False, numbered_anew: bool = False) -> None:
    """Lay a section out: A4, margins, the page number in the top margin but not on the first page."""
    short, long = Mm(210), Mm(297)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if wide else (short, long)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = (Mm(30), Mm(15)) if wide else (Mm(30), Mm(20))
    section.header_distance, section.footer_distance = Mm(10), Mm(10)
    section.different_first_page_header_footer = True
    if numbered_anew:
        number = OxmlElement("w:pgNumType")
        number.set(qn("w:start"), "1")
        section._sectPr.find(qn("w:pgMar")).addnext(number)  # noqa: SLF001 - python-docx has no word for it


def page_numbers(section: Section) -> None:
    """Put the page number into the header, and nothing into that of the first page."""
    paragraph = section.header.paragraphs[0]
    paragraph.style = "Header"
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "2"
    run.append(text)
    field.append(run)
    section.first_page_header.paragraphs[0].style = "Header"


def paragraph(where: Any, text: str, style: str) -> Any:
    """Add a paragraph to a document or cell; what stands in square brackets is marked as a place to write."""
    made = where.add_paragraph(style=style)
    write(made, text)
    return made


def write(made: Any, text: str) -> None:
    """Write *text* into a paragraph, places to write in their own style."""
    rest = text
    while rest:
        before, opening, after = rest.partition("[")
        if before:
            made.add_run(before)
        inside, _, rest = after.partition("]")
        if opening:
            made.add_run(f"[{inside}]", style=PLACE)


def rule(where: Any, left: float, right: float) -> Any:
    """Add a solid line, indented by *left* and *right* mm."""
    made = where.add_paragraph(style="Normal")
    form = made.paragraph_format
    form.left_indent, form.right_indent, form.space_before = Mm(left), Mm(right), Pt(2)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(3)
    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{key}"), value)
    border.append(top)
    made._p.pPr.insert_element_before(  # noqa: SLF001
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    return made


def table(where: Any, widths: Iterable[float], *, borders: bool = True) -> Any:
    """Add a table without rows, its columns *widths* mm wide."""
    sizes = [Mm(width) for width in widths]
    made = where.add_table(rows=0, cols=len(sizes)) if not hasattr(where, "_block_width") else where.add_table(0, len(sizes))
    made.style = "Table Grid" if borders else "Normal Table"
    made.autofit = False
    for column, size in zip(made.columns, sizes, strict=True):
        column.width = size
    properties = made._tbl.tblPr  # noqa: SLF001
    width = properties.find(qn("w:tblW"))
    width.set(qn("w:type"), "dxa")
    width.set(qn("w:w"), str(round(sum(sizes) / 635)))
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "57" if borders else "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.find(qn("w:tblLook")).addprevious(margins)
    return made


def row(made: Any, cells: Iterable[tuple[str, str]], *, head: bool = False) -> Any:
    """Add a row that is never split, of (text, style) cells; *head* repeats it on every page."""
    added = made.add_row()
    properties = added._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, column, (text, style) in zip(added.cells, made.columns, cells, strict=True):
        cell.width = column.width
        cell.paragraphs[0].style = style
        write(cell.paragraphs[0], text)
    return added


def merged(made: Any, text: str, style: str) -> Any:
    """Add a row of one cell over all columns."""
    added = row(made, [("", style)] * len(made.columns))
    cell = added.cells[0].merge(added.cells[-1])
    for extra in cell.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)  # noqa: SLF001
    write(cell.paragraphs[0], text)
    return added


def _style(document: Document, look: Look) -> None:
    styles = document.styles
    style = styles[look.name] if look.name in styles else styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(look.name)
    if look.name.startswith("VB "):
        style.element.set(qn("w:styleId"), slugify(look.name))
        style.base_style = styles["Normal"]
    style.quick_style, style.hidden = True, False
    form = style.paragraph_format
    form.alignment, form.space_before, form.space_after = look.align, Pt(look.before), Pt(look.after)
    form.line_spacing, form.first_line_indent = look.line, Mm(look.indent)
    form.keep_with_next, form.widow_control = look.keep, True
    font = style.font
    font.size, font.bold, font.italic = Pt(look.size), look.bold, look.italic
    font.color.rgb = RGBColor(0, 0, 0)
    _times(style.element.get_or_add_rPr())


def _times(properties: Any) -> None:
    """Name the font in all four slots, and no font of the theme."""
    fonts = properties.get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for slot in SLOTS:
        fonts.set(qn(slot), FONT)


def _place_style(document: Document) -> None:
    style = document.styles.add_style(PLACE, WD_STYLE_TYPE.CHARACTER)
    style.element.set(qn("w:styleId"), slugify(PLACE))
    style.quick_style = True
    properties = style.element.get_or_add_rPr()
    _times(properties)
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "FFF2A8")):
        shade.set(qn(f"w:{key}"), value)
    properties.append(shade)


def _drop_parts(document: Document) -> None:
    """Leave out what the library's own model brings along: a thumbnail, a second set of styles, empty numbering."""
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in ("thumbnail", "stylesWithEffects", "customXml", "numbering"):
                relations.pop(key)


def _prune_styles(document: Document) -> None:
    root = document.styles.element
    for style in root.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _KEPT:
            root.remove(style)
        else:
            for link in style.findall(qn("w:link")):
                style.remove(link)


def _defaults(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _times(properties)
    for tag in ("w:sz", "w:szCs"):
        properties.find(qn(tag)).set(qn("w:val"), "28")
    language = properties.find(qn("w:lang"))
    language.set(qn("w:val"), "vi-VN")
    spacing = defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}/{qn('w:spacing')}")
    spacing.attrib.clear()
    spacing.set(qn("w:after"), "0")
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), "vi-VN")
    settings.find(qn("w:decimalSymbol")).set(qn("w:val"), ",")
    settings.find(qn("w:listSeparator")).set(qn("w:val"), ";")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    zoom = settings.find(qn("w:zoom"))
    zoom.attrib.clear()
    zoom.set(qn("w:percent"), "100")
    for name in ("w:savePreviewPicture", "w:rsids", "w:shapeDefaults", "w:doNotAutoCompressPictures"):
        for element in settings.findall(qn(name)):
            settings.remove(element)
