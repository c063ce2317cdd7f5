"""The form as a workbook: locked but for its entries, every text a text, with a hidden sheet of what stood in the registry."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from textwrap import wrap
from typing import Any

from kehoach.files.workbook.columns import COLUMNS, COMMON, FORMAT, STATE_KEYS, Column, EntryName
from kehoach.meaning.entered import QUALITY_WORDS, STATE_WORDS
from kehoach.model.form import Block, Filled, Form, Line

_TITLE, _SUBTITLE, _HELP, _COMMON, _HEAD = range(5)
"""The rows above the lines."""
_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_CELL = {**_FONT, "border": 1, "text_wrap": True}
_ENTRY = {**_CELL, "bg_color": "#FFF9DB", "locked": False}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {**_FONT, "font_size": 14, "bold": True, "align": "center", "valign": "vcenter"},
    "subtitle": {**_FONT, "italic": True, "align": "center", "valign": "vcenter"},
    "help": {**_FONT, "font_size": 11, "text_wrap": True},
    "label": {**_FONT, "bold": True, "align": "right", "valign": "vcenter"},
    "head": {**_CELL, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#D9E2EC"},
    "field": {**_CELL, "bold": True, "bg_color": "#EEF2F6"},
    "text": _CELL,
    "centre": {**_CELL, "align": "center"},
    "shut": {**_CELL, "bg_color": "#E4E4E4"},
    "figure": {**_ENTRY, "align": "right"},
    "choice": {**_ENTRY, "align": "center"},
    "words": _ENTRY,
    "date": {**_ENTRY, "align": "center", "num_format": "@"},
}
"""Figures keep the format "General", in which Excel makes a percentage of a typed ``97,5%``; dates are text, which no locale turns round."""
_STYLE_OF: dict[EntryName, str] = {
    "value": "figure",
    "quality": "choice",
    "document": "words",
    "date": "date",
    "num": "figure",
    "den": "figure",
    "note": "words",
}
HELP = (
    "Chỉ nhập vào ô nền vàng; dòng chưa có số thì để trống. Con số viết 97,5 hoặc 1234,5 (không chấm hàng nghìn, không kèm chữ). "
    "Chất lượng để trống là chính thức. Nguồn chung dùng cho mọi dòng mới nhập hoặc sửa số mà không ghi nguồn riêng. "
    "Sửa một số đã có thì ghi lý do vào Ghi chú. Xóa số ở đây không xóa số trong sổ. Không thêm, chép, gộp dòng. "
    "Xong thì gửi lại chính tệp này để nhập vào sổ (kehoach import)."
)


def render(form: Form) -> bytes:
    """Return the workbook of *form*."""
    import xlsxwriter

    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.formats[0].set_font_name("Times New Roman")
        sheet = book.add_worksheet(f"Biểu {form.year}")
        styles = {name: book.add_format(style) for name, style in _STYLES.items()}
        _Sheet(sheet, styles, form).draw()
        _state(book.add_worksheet("kehoach"), form)
    return buffer.getvalue()


class _Sheet:
    """The sheet that people see."""

    def __init__(self, sheet: Any, styles: dict[str, Any], form: Form) -> None:
        self.sheet, self.styles, self.form = sheet, styles, form

    def draw(self) -> None:
        self._page()
        self._top()
        row, number = _HEAD + 1, 0
        for block in self.form.blocks:
            self._block(row, block)
            for line in block.lines:
                row, number = row + 1, number + 1
                self._line(row, number, line)
            row += 1

    def _page(self) -> None:
        sheet = self.sheet
        for index, column in enumerate(COLUMNS):
            sheet.set_column(index, index, column.width, None, {"hidden": True} if index == 0 else {})
        sheet.freeze_panes(_HEAD + 1, 3)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD)
        sheet.set_footer("&CTrang &P/&N")
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def _top(self) -> None:
        form, last = self.form, len(COLUMNS) - 1
        title = f"BIỂU NHẬP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM {form.year}"
        subtitle = f"{form.ward_name[:1].upper()}{form.ward_name[1:]}; {form.provenance}"
        for row, height, text, style in (
            (_TITLE, 24, title, "title"),
            (_SUBTITLE, 18, subtitle, "subtitle"),
            (_HELP, 50, HELP, "help"),
        ):
            self.sheet.set_row(row, height)
            self.sheet.merge_range(row, 1, row, last, "", self.styles[style])
            self._text(row, 1, text, style)
        places = {column.entry: index for index, column in enumerate(COLUMNS)}
        self.sheet.set_row(_COMMON, 34)
        self._text(_COMMON, 0, COMMON, "text")
        self.sheet.merge_range(_COMMON, 1, _COMMON, places["document"] - 1, "", self.styles["label"])
        self._text(_COMMON, 1, "Nguồn chung (văn bản, ngày văn bản):", "label")
        for entry in ("document", "date"):
            self.sheet.write_blank(_COMMON, places[entry], None, self.styles[_STYLE_OF[entry]])
        self.sheet.set_row(_HEAD, 34)
        for index, column in enumerate(COLUMNS):
            self._text(_HEAD, index, column.head, "head")

    def _block(self, row: int, block: Block) -> None:
        for index in range(1, len(COLUMNS)):
            self.sheet.write_blank(row, index, None, self.styles["field"])
        self._text(row, 2, block.title, "field")

    def _line(self, row: int, number: int, line: Line) -> None:
        words = (line.key, str(number), line.name, line.unit, line.plan, line.before)
        self.sheet.set_row(row, _height(words))
        for index, text in enumerate(words):
            self._text(row, index, text, "centre" if index in (1, 3, 5) else "text")
        for index, column in enumerate(COLUMNS):
            if column.entry:
                self._entry(row, index, column, line)

    def _entry(self, row: int, index: int, column: Column, line: Line) -> None:
        entry = column.entry
        assert entry  # noqa: S101  # the caller's condition, for the type checker
        if entry in ("num", "den") and not line.is_ratio:
            self.sheet.write_blank(row, index, None, self.styles["shut"])
            return
        style = "choice" if entry == "value" and line.is_state else _STYLE_OF[entry]
        self._fill(row, index, shown(line.filled, entry), style)
        choices = STATE_WORDS if entry == "value" and line.is_state else QUALITY_WORDS if entry == "quality" else None
        if choices:
            self.sheet.data_validation(row, index, row, index, _choice(list(choices.values())))

    def _fill(self, row: int, index: int, value: int | Decimal | str | None, style: str) -> None:
        if value is None:
            self.sheet.write_blank(row, index, None, self.styles[style])
        elif isinstance(value, str):
            self._text(row, index, value, style)
        else:
            self.sheet.write_number(row, index, float(value), self.styles[style])

    def _text(self, row: int, index: int, text: str, style: str) -> None:
        self.sheet.write_string(row, index, text, self.styles[style])


def _height(words: tuple[str, ...]) -> float:
    """Return the height that the texts need, in points: programs other than Excel do not fit rows to wrapped text."""
    lines = (len(wrap(text, int(column.width))) for text, column in zip(words[1:], COLUMNS[1:], strict=False))
    return 16.5 * max(1, *lines)


def _choice(words: list[str]) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": words,
        "error_title": "Không có trong danh sách",
        "error_message": f"Chọn một trong: {', '.join(words)}.",
    }


def shown(filled: Filled | None, entry: EntryName) -> int | Decimal | str | None:
    """Return what stands in a cell of the form for an entry of the registry."""
    value: int | Decimal | str | None = getattr(filled, entry) if filled else None
    if value is None or not isinstance(value, str):
        return value
    if entry == "value":
        return STATE_WORDS[value]
    if entry == "quality":
        return next(words for code, words in QUALITY_WORDS.items() if code == value)
    return "/".join(reversed(value.split("-"))) if entry == "date" and len(value) == 10 else value


def _state(sheet: Any, form: Form) -> None:
    """Write what the form was made from, as text, where nobody sees it."""
    head = [(FORMAT,), ("ward", form.ward), ("year", str(form.year)), ("commit", form.commit or ""), ("made", form.made), STATE_KEYS]
    lines = [(line.key, *(_plain(getattr(line.filled, key, None)) for key in STATE_KEYS[1:])) for line in form.lines]
    for row, cells in enumerate([*head, *lines]):
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text)
    sheet.very_hidden()


def _plain(value: int | Decimal | str | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else format(Decimal(value), "f")
