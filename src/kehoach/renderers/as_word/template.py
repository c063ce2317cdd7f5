"""Template files: where the starter ones are, what a file from outside may be, and how a bad one is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from kehoach.errors import CannotRead, KehoachError, reason
from kehoach.files.templates import template_path

MAX_BYTES = 20 * 1024 * 1024
MAX_EXPANDED = 100 * 1024 * 1024
MAX_PARTS = 2000
MAIN = "word/document.xml"
_MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OLE = b"\xd0\xcf\x11\xe0"
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a template: at which place, and what, in Vietnamese."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}" if self.place else self.what


class TemplateRefused(KehoachError):
    """A template that cannot be filled; every fault is named."""

    def __init__(self, path: Path, faults: Sequence[Fault]) -> None:
        shown = [f"- {fault}" for fault in faults[:_SHOWN]]
        if len(faults) > _SHOWN:
            shown.append(f"- … và {len(faults) - _SHOWN} chỗ nữa")
        super().__init__(
            "\n  ".join((f"Mẫu '{path}' không dùng được:", *shown)),
            "Sửa trong Word rồi chạy `kehoach template check`; các biến dùng được: `kehoach template list`.",
        )
        self.faults = tuple(faults)


class Unfillable(Exception):
    """Filled, the body is no XML any more: a loop or condition begins in one part of the page and ends in another."""

    fault = Fault("thân văn bản", "vòng lặp hay điều kiện mở ở một chỗ (đoạn, ô, hàng) và đóng ở chỗ khác loại")


class TooMuchText(Exception):
    """Filled, the template would grow beyond any document."""

    fault = Fault("", "điền ra quá dài")


def starter(name: str) -> Path:
    """Return the path of a starter template."""
    return template_path(name)


def read(path: Path) -> bytes:
    """Return the bytes of a template after looking at what it is.

    Raises:
        CannotRead: it is missing, too large, swells too much, is damaged, or is no .docx.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CannotRead(path, f"tệp lớn quá {MAX_BYTES // 1024 // 1024} MB", "Bỏ bớt ảnh trong mẫu rồi lưu lại.")
        content = path.read_bytes()
    except OSError as error:
        raise CannotRead(path, reason(error)) from error
    if content.startswith(_OLE):
        raise CannotRead(
            path, "tệp .doc cũ hoặc có mật khẩu, không phải .docx", "Mở bằng Word hay LibreOffice, bỏ mật khẩu, lưu thành .docx."
        )
    _look_into(path, content)
    return content


def _look_into(path: Path, content: bytes) -> None:
    import io
    import zlib

    damaged = CannotRead(path, "không phải tệp Word (.docx), hoặc tệp hỏng", "Mở bằng Word và lưu lại thành .docx.")
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            items = archive.infolist()
            if sum(item.file_size for item in items) > MAX_EXPANDED or len(items) > MAX_PARTS:
                raise CannotRead(path, "tệp nén phình ra quá lớn", "Kiểm tra nguồn gốc của tệp; mở bằng Word và lưu lại.")
            names = archive.namelist()
            if MAIN not in names or "[Content_Types].xml" not in names:
                raise damaged
            if _MAIN_TYPE not in archive.read("[Content_Types].xml"):
                raise CannotRead(path, "tệp là mẫu .dotx hoặc có macro (.docm)", "Mở bằng Word rồi lưu thành .docx.")
            for name in names:
                if name.endswith((".xml", ".rels")):
                    _no_entities(path, archive.read(name), damaged)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise damaged from error


def _no_entities(path: Path, part: bytes, damaged: CannotRead) -> None:
    """Refuse a part that is no XML, or that declares entities: no program that writes .docx does."""
    from lxml import etree

    try:
        tree = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise damaged from error
    if tree.getroottree().docinfo.doctype:
        raise CannotRead(path, "tệp có khai báo thực thể XML, không an toàn", "Kiểm tra nguồn gốc của tệp; mở bằng Word và lưu lại.")
