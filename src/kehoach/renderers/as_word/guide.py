"""What a template may use, as a page: for the terminal and for the docs, both from :mod:`~kehoach.renderers.as_word.variables`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kehoach.renderers.as_word.variable import Document, Variable
from kehoach.renderers.as_word.variables import FILTERS

_KINDS = {"text": "chữ", "number": "số", "flag": "đúng/sai", "list": "danh sách", "chart": "biểu đồ"}


def plain(documents: Iterable[Document]) -> str:
    """Return the variables of each kind of document and the filters as plain lines."""
    lines: list[str] = []
    for document in documents:
        lines += [f"{document.words}; mẫu có sẵn: {', '.join(document.starters)}", ""]
        rows = list(_rows(document.variables))
        width = max(len(name) for name, *_ in rows)
        lines += [f"  {name.ljust(width)}  {kind.ljust(9)}  {words}" for name, kind, words in rows]
        lines.append("")
    lines += ["Bộ lọc, viết {{ biến | bộ_lọc }}", ""]
    lines += [f"  {name.ljust(10)}  {words}" for name, words in FILTERS.items()]
    return "\n".join(lines) + "\n"


def markdown(documents: Iterable[Document]) -> str:
    """Return the same as Markdown tables."""
    lines: list[str] = []
    for document in documents:
        lines += [f"## {document.words}", "", f"Mẫu có sẵn: {', '.join(f'`templates/{name}`' for name in document.starters)}.", ""]
        lines += ["| biến | loại | ý nghĩa |", "|---|---|---|"]
        lines += [f"| `{name}` | {kind} | {_cell(words)} |" for name, kind, words in _rows(document.variables)]
        lines.append("")
    lines += ["## Bộ lọc", "", "| bộ lọc | ý nghĩa |", "|---|---|"]
    lines += [f"| `{name}` | {_cell(words)} |" for name, words in FILTERS.items()]
    return "\n".join(lines) + "\n"


def _rows(variables: tuple[Variable, ...], depth: int = 0) -> Iterator[tuple[str, str, str]]:
    """Yield name, kind and words; the fields of a list stand under it, as they are used inside its loop."""
    for variable in variables:
        yield "· " * depth + variable.name, _KINDS[variable.kind], variable.words
        yield from _rows(variable.fields, depth + 1)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
