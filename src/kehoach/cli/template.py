"""``kehoach template``."""

from __future__ import annotations

import sys
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.errors import KehoachError, UnknownName

if TYPE_CHECKING:
    from kehoach.renderers.as_word.variable import Document


class Deed(StrEnum):
    """What is to be done."""

    check = "check"
    list = "list"


class UnknownDeed(KehoachError):
    """The first word is neither ``check`` nor ``list``."""

    def __init__(self, text: str) -> None:
        super().__init__(f"`kehoach template {text}` không có.", "Viết `kehoach template check TỆP` hoặc `kehoach template list`.")


class NoTemplate(KehoachError):
    """``check`` without a file."""

    def __init__(self) -> None:
        super().__init__("Chưa nói mẫu nào.", "Viết `kehoach template check mau.docx`.")


class UnknownDocument(UnknownName):
    """``--for`` names no kind of document."""

    noun = "loại văn bản"

    def __init__(self, name: str, known: Collection[str]) -> None:
        super().__init__(name, known)
        self.remedy = f"Chọn một trong: {', '.join(known)}."


def _deed(text: str) -> Deed:
    if text not in list(Deed):
        raise UnknownDeed(text)
    return Deed(text)


def command(
    deed: Annotated[Deed, typer.Argument(metavar="check|list", parser=_deed, help="check: kiểm tra một mẫu; list: mẫu được dùng những gì")],
    file: Annotated[Path | None, typer.Argument(metavar="TỆP", help="Mẫu cần kiểm tra (.docx)")] = None,
    kind: Annotated[
        str | None, typer.Option("--for", metavar="LOẠI", help="bao-cao, tom-tat hay giao-viec (check: mặc định là loại hợp nhất với mẫu)")
    ] = None,
) -> None:
    """Kiểm tra một mẫu Word đã sửa: mọi biến không có, mọi thẻ hỏng, ở đoạn nào; hoặc liệt kê các biến và bộ lọc mẫu được dùng.

    Sửa phông, cỡ chữ, lề, bỏ cột, bỏ mục đều được; tên biến trong {{ }} phải giữ đúng.

    Ví dụ:
      kehoach template list --for bao-cao
      kehoach template check mau-bao-cao.docx
    """
    if deed is Deed.list:
        from kehoach.renderers.as_word import guide

        sys.stdout.write(guide.plain(_documents(kind)))
        return
    if file is None:
        raise NoTemplate
    _check(file, kind)


def _check(file: Path, kind: str | None) -> None:
    from kehoach.renderers.as_word.lint import closest, lint
    from kehoach.renderers.as_word.template import read

    content = read(file)
    document = _documents(kind)[0] if kind else closest(content)
    faults = lint(content, document)
    for fault in faults:
        print(f"{file}: {fault}")
    words = document.words.partition(" (")[0]
    if faults:
        print(f"Mẫu có {len(faults)} chỗ phải sửa (đọc như mẫu của: {words}; loại khác: --for).", file=sys.stderr)
        raise typer.Exit(1)
    print(f"Mẫu dùng được: {words}.")


def _documents(kind: str | None) -> tuple[Document, ...]:
    from kehoach.renderers.as_word.variables import DOCUMENTS

    if kind is None:
        return DOCUMENTS
    known = {document.name: document for document in DOCUMENTS}
    if kind not in known:
        raise UnknownDocument(kind, known)
    return (known[kind],)
