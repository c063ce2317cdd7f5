"""A report as one HTML page that needs nothing else: no network, no other file; for a screen, a phone, a printer, a screen reader."""

from __future__ import annotations

import base64
import hashlib
from decimal import Decimal
from typing import Any

from kehoach.files.templates import template_path
from kehoach.renderers.as_html.bars import bars
from kehoach.renderers.as_html.plot import plot
from kehoach.renderers.tones import TONES
from kehoach.reports.meanings import MEANINGS
from kehoach.reports.view import View
from kehoach.reports.words import VERDICTS

PAGE, STYLE, SCRIPT = "bao-cao.html.j2", "bao-cao.css", "bao-cao.js"


def report(view: View) -> str:
    """Return the page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(template_path(PAGE).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["exact"] = _exact
    return environment.get_template(PAGE).render(_context(view))


def _context(view: View) -> dict[str, Any]:
    from markupsafe import Markup

    style, script = (template_path(name).read_text("utf-8") for name in (STYLE, SCRIPT))
    several = len(view.wards) > 1
    return {
        "view": view,
        "several_wards": several,
        "several_years": len(view.years) > 1,
        "bars": bars(view.counts),
        "plots": [plot(curve, with_ward=several) for curve in view.curves],
        "verdicts": VERDICTS,
        "present": [code for code in VERDICTS if any(line.code == code for line in view.lines)],
        "meanings": MEANINGS,
        "tones": TONES,
        "style": Markup(style),  # noqa: S704  # our own file; the policy admits exactly this text
        "script": Markup(script),  # noqa: S704
        "style_hash": _hash(style),
        "script_hash": _hash(script),
    }


def _exact(value: int | Decimal | None) -> str:
    """Return a number as a script reads it, nothing where there is none."""
    return "" if value is None else format(Decimal(value), "f")


def _hash(text: str) -> str:
    """Return the hash by which the page's Content-Security-Policy admits *text* and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
