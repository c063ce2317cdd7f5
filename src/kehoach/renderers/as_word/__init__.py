"""Word documents out of templates that an office opens and restyles in Word: reports, summaries, work lists.

Each function takes frozen data and the path of a template (``None`` for the starter one) and returns the bytes of a .docx.
They raise :class:`~kehoach.renderers.as_word.template.TemplateRefused` for a template that cannot be filled, naming every
fault, and :class:`~kehoach.errors.CannotRead` for a file that is no Word document.
"""

from __future__ import annotations

from pathlib import Path

from kehoach.reports.assignments import Assignments
from kehoach.reports.edit_page import EditPage
from kehoach.reports.summary import Summary
from kehoach.reports.view import View


def report(view: View, template: Path | None = None) -> bytes:
    """Return the report; the Party's own template where a body of the Party issues it."""
    from kehoach.renderers.as_word import report_words, variables
    from kehoach.renderers.as_word.filling import fill

    starter = variables.REPORT.starters[view.head.party]
    title = f"{view.title}: {view.subject}"
    return fill(template, starter, variables.REPORT, report_words.context(view), title=title, author=view.head.body)


def summary(made: Summary, template: Path | None = None) -> bytes:
    """Return the summary of a plan."""
    from kehoach.renderers.as_word import summary_words, variables
    from kehoach.renderers.as_word.filling import fill

    context = summary_words.context(made)
    title = f"Tóm tắt: {made.name}"
    return fill(template, variables.SUMMARY.starters[0], variables.SUMMARY, context, title=title, author=made.head.body)


def worklist(made: Assignments, template: Path | None = None) -> bytes:
    """Return the work of every lead unit."""
    from kehoach.renderers.as_word import variables, worklist_words
    from kehoach.renderers.as_word.filling import fill

    context = worklist_words.context(made)
    title = f"Phân công thực hiện chỉ tiêu, nhiệm vụ {made.span}"
    return fill(template, variables.WORKLIST.starters[0], variables.WORKLIST, context, title=title, author=made.head.body)


def edit(made: EditPage, template: Path | None = None) -> bytes:
    """Return the page about an edit, for the approver."""
    from kehoach.renderers.as_word import edit_words, variables
    from kehoach.renderers.as_word.filling import fill

    context = edit_words.context(made)
    title = f"So sánh sửa đổi: {made.old_name} – {made.new_name}"
    return fill(template, variables.EDIT.starters[0], variables.EDIT, context, title=title, author=made.head.body)
