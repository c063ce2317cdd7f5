"""Filling a template: docxtpl with a strict, escaping sandbox, charts added as they are used, every text in NFC."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml import etree
from markupsafe import Markup, escape

from kehoach.renderers.as_word import grids, template
from kehoach.renderers.as_word.charts import WIDTH, Chart
from kehoach.renderers.as_word.environment import environment
from kehoach.renderers.as_word.lint import lint
from kehoach.renderers.as_word.template import Fault
from kehoach.renderers.as_word.variable import Document

MOST_TEXT = 64 * 1024 * 1024
"""A filled part may be so many letters long: some 50,000 rows."""
MOST_TITLE = 255
"""Letters that a property of a Word file may have."""
_EMU = 36_000
"""English metric units in a millimetre."""
_CONTROL = re.compile(r"[\x00-\x1f\ufffe\uffff]")
_BREAKS = {
    "\n": Markup('</w:t><w:br/><w:t xml:space="preserve">'),
    "\t": Markup('</w:t><w:tab/><w:t xml:space="preserve">'),
}
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DRAWING = Markup(
    '</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="{name}" descr="{words}"/>'
    '<wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{relation}"/>'
    '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve">'
)


class Filling(DocxTemplate):  # type: ignore[misc]
    """A template on its way to a document."""

    charts = 0

    def finished(self, value: Any) -> Any:
        """Return a value as it goes into the document: a chart as its drawing, a text in NFC with its breaks as Word writes them."""
        if isinstance(value, Chart):
            return self._draw(value)
        if not isinstance(value, str):
            return value
        if not unicodedata.is_normalized("NFC", value):
            value = unicodedata.normalize("NFC", value)
        return _broken(value) if _CONTROL.search(value) else value

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None) -> str:
        """Fill one part, bounded in size; docxtpl's own search for line breaks in every run is done in :meth:`finished`."""
        self.current_rendering_part = part
        pieces, length = [], 0
        for piece in jinja_env.from_string(src_xml).generate(context):
            length += len(piece)
            if length > MOST_TEXT:
                raise template.TooMuchText
            pieces.append(piece)
        return _composed("".join(pieces))

    def fix_tables(self, xml: str) -> Any:
        """Return the tree of a filled body; what is no XML any more is refused, where docxtpl would drop what it does not understand."""
        try:
            tree = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
        except etree.XMLSyntaxError as error:
            raise template.Unfillable from error
        grids.fit(tree)
        return tree

    def _draw(self, chart: Chart) -> Markup:
        """Add the chart to the document and return the drawing that shows it, as the end of one run and the beginning of another."""
        self.charts += 1
        document = self.docx.part
        drawn, workbook = chart.parts(self._font())
        part = Part(PackURI(f"/word/charts/kehoach{self.charts}.xml"), _CHART, drawn, document.package)
        data = Part(PackURI(f"/word/embeddings/kehoach{self.charts}.xlsx"), _WORKBOOK, workbook, document.package)
        part.relate_to(data, RELATIONSHIP_TYPE.PACKAGE)
        return _DRAWING.format(
            width=WIDTH * _EMU,
            height=chart.height * _EMU,
            name=f"Biểu đồ {self.charts}",
            words=chart.words,
            relation=document.relate_to(part, RELATIONSHIP_TYPE.CHART),
        )

    def _font(self) -> str:
        """Return the letter of the template's body text, so that charts follow it."""
        fonts = self.docx.styles.element.find(f"{qn('w:style')}[@{qn('w:styleId')}='Normal']/{qn('w:rPr')}/{qn('w:rFonts')}")
        return (fonts.get(qn("w:ascii")) if fonts is not None else None) or "Times New Roman"


def fill(path: Path | None, starter: str, document: Document, context: dict[str, Any], *, title: str, author: str) -> bytes:
    """Return the document that the template at *path* (else the starter one) makes of *context*.

    Raises:
        CannotRead: the file is missing, too large, damaged or no .docx.
        TemplateRefused: it has unknown variables or broken tags; all of them are named.
    """
    chosen = path or template.starter(starter)
    content = template.read(chosen)
    faults = lint(content, document)
    if faults:
        raise template.TemplateRefused(chosen, faults)
    made = Filling(io.BytesIO(content))
    try:
        made.render(context, environment().overlay(finalize=made.finished))
    except (template.Unfillable, template.TooMuchText) as error:
        raise template.TemplateRefused(chosen, [error.fault]) from error
    except (TemplateError, TypeError, ValueError) as error:
        if path is None:
            raise  # the fault is not a template's
        raise template.TemplateRefused(chosen, [Fault("", f"không điền được ({error})")]) from error
    properties = made.docx.core_properties
    properties.title, properties.author = title[:MOST_TITLE], author[:MOST_TITLE]
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _broken(value: str) -> Markup:
    """Return a text whose line breaks and tabs are Word's, without letters that XML cannot hold."""
    return Markup().join(_BREAKS.get(part) or escape(_CONTROL.sub(" ", part)) for part in re.split(r"([\n\t])", value))


def _composed(xml: str) -> str:
    """Return *xml* with its texts in NFC; a mark behind a tag stays a mark."""
    if unicodedata.is_normalized("NFC", xml):
        return xml
    return re.sub(r"(?<=>)[^<]+", lambda found: unicodedata.normalize("NFC", found[0]), xml)
