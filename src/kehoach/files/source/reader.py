"""The text of a source document, line by line, whatever its format; bounded in size and time."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from kehoach.errors import CannotRead, reason
from kehoach.files.source.cells import parted, word_lines
from kehoach.files.source.legacy import converted, decoded
from kehoach.files.source.pdf_pages import pdf_pages

MAX_BYTES = 60 * 1024 * 1024
MAX_EXPANDED, MAX_PART = 300 * 1024 * 1024, 40 * 1024 * 1024
"""A .docx is a zip: what it says it expands to, as a whole and in any part of text, is looked at before anything is expanded."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a document and the SHA-256 of its file."""

    name: str
    text: str
    sha256: str


def read_source(path: Path) -> SourceText:
    """Return the text of a .txt, .docx or .pdf file.

    Raises:
        CannotRead: the file is missing, too large, damaged, protected, of another kind, or holds no text.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CannotRead(path, f"tệp lớn quá {MAX_BYTES // 1024 // 1024} MB", "Tách văn bản hoặc bỏ ảnh trong tệp.")
        raw = path.read_bytes()
    except OSError as error:
        why = "tệp không có" if isinstance(error, FileNotFoundError) else reason(error)
        raise CannotRead(path, why) from error
    readers = {".txt": _txt, ".docx": _docx, ".pdf": _pdf}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise CannotRead(
            path,
            f"không đọc được loại tệp '{path.suffix}'",
            "Dùng .docx, .pdf hoặc .txt; tệp .doc mở bằng Word hay LibreOffice rồi lưu lại thành .docx.",
        )
    if not raw:
        raise CannotRead(path, "tệp trống (0 byte), không có chữ nào, có lẽ hỏng khi tải về", "Tải lại hoặc sao chép lại tệp.")
    text = converted(reader(path, raw))
    text = parted(text) if reader is _txt else text
    if not text.strip():
        raise CannotRead(path, "tệp không có chữ (bản quét?)", "Nhận dạng chữ (OCR) bản quét trước, rồi dùng tệp có chữ.")
    return SourceText(path.name, text, hashlib.sha256(raw).hexdigest())


def _txt(path: Path, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    except UnicodeDecodeError as error:
        text = decoded(raw)
        if text is None:
            raise CannotRead(path, "tệp không phải UTF-8", "Mở tệp và lưu lại bằng UTF-8.") from error
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def _docx(path: Path, raw: bytes) -> str:
    from io import BytesIO

    try:
        with ZipFile(BytesIO(raw)) as archive:
            sizes = [(item.filename, item.file_size) for item in archive.infolist()]
            if sum(size for _, size in sizes) > MAX_EXPANDED or any(
                size > MAX_PART for name, size in sizes if name.endswith((".xml", ".rels"))
            ):
                raise CannotRead(path, "tệp nén phình ra quá lớn", "Kiểm tra nguồn gốc của tệp; mở bằng Word và lưu lại.")
    except BadZipFile as error:
        raise CannotRead(path, "tệp .docx hỏng, hoặc có mật khẩu", "Mở bằng Word, bỏ mật khẩu và lưu lại.") from error
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    from kehoach.files.source.word_lists import WordLists

    try:
        document = docx.Document(BytesIO(raw))
    except (KeyError, ValueError, SyntaxError, BadZipFile, zlib.error, PackageNotFoundError) as error:  # lxml's faults are SyntaxErrors
        raise CannotRead(path, "tệp .docx hỏng", "Mở bằng Word và lưu lại.") from error
    lists = WordLists(document)
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines.extend(word_lines(block, lists.sign))
        else:
            lines.append(lists.sign(block) + block.text)
        lines.append("")
    return "\n".join(lines)


def _pdf(path: Path, raw: bytes) -> str:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        protected = "password" in str(error).lower()
        raise CannotRead(path, "tệp có mật khẩu" if protected else "tệp .pdf hỏng", "Bỏ mật khẩu, hoặc in lại ra .pdf khác.") from error
    document.close()
    return "\n".join(pdf_pages(raw))
