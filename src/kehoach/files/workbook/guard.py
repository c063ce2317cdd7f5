"""A workbook from outside, looked at before anything opens it: what it is, how large it becomes, whether its XML declares entities."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from kehoach.errors import CannotRead, reason

MAX_BYTES = 10 * 1024 * 1024
MAX_EXPANDED = 32 * 1024 * 1024
"""A form of a thousand lines is 100 KB, and 1 MB unpacked."""
MAX_RATIO = 200
"""XML shrinks to a tenth or a fiftieth; only a bomb shrinks more than this."""
MAX_PARTS = 2000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']+)""")
_REMAKE = "Lập biểu mới bằng `kehoach form` rồi nhập số vào biểu ấy."
_SAVE_AS = "Mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx (Excel Workbook) rồi chạy lại."


def contents(path: Path) -> bytes:
    """Return the bytes of a workbook that can be opened without harm.

    Raises:
        CannotRead: it is missing, too large, of another kind, protected, damaged, or made to do harm.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CannotRead(path, f"tệp lớn quá {MAX_BYTES // 1024 // 1024} MB, không phải một biểu nhập số liệu", _REMAKE)
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise CannotRead(path, "tệp không có") from error
    except OSError as error:
        raise CannotRead(path, reason(error), "Đóng tệp ở Excel nếu đang mở, kiểm tra quyền truy cập rồi chạy lại.") from error
    _see_what_it_is(path, raw)
    try:
        with ZipFile(BytesIO(raw)) as archive:
            _see_what_it_becomes(path, archive)
            _see_its_parts(path, archive)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise CannotRead(path, "tệp .xlsx hỏng (có thể gửi, tải chưa trọn)", "Xin gửi lại tệp, hoặc mở bằng Excel và lưu lại.") from error
    return raw


def _see_what_it_is(path: Path, raw: bytes) -> None:
    if not raw:
        raise CannotRead(path, "tệp trống", _REMAKE)
    if raw.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise CannotRead(
                path, "tệp có mật khẩu", "Mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu lại rồi chạy lại."
            )
        raise CannotRead(path, "tệp Excel đời cũ (.xls)", _SAVE_AS)
    if not raw.startswith(b"PK"):
        raise CannotRead(path, "không phải tệp Excel .xlsx", _SAVE_AS)


def _see_what_it_becomes(path: Path, archive: ZipFile) -> None:
    parts = archive.infolist()
    expanded = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    if len(parts) > MAX_PARTS or expanded > MAX_EXPANDED or (expanded > MAX_EXPANDED // 8 and expanded / packed > MAX_RATIO):
        raise CannotRead(path, "tệp nén phình ra quá lớn", f"Kiểm tra nguồn gốc của tệp. {_REMAKE}")
    names = {part.filename for part in parts}
    if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
        raise CannotRead(path, "tệp bảng tính OpenDocument (.ods)", _SAVE_AS)
    if "xl/workbook.bin" in names:
        raise CannotRead(path, "tệp Excel nhị phân (.xlsb)", _SAVE_AS)
    if "xl/workbook.xml" not in names:
        raise CannotRead(path, "không phải tệp Excel .xlsx", _SAVE_AS)


def _see_its_parts(path: Path, archive: ZipFile) -> None:
    for part in archive.infolist():
        if part.filename.endswith((".xml", ".rels", ".vml")):
            _see_part(path, part, archive.read(part))


def _see_part(path: Path, part: ZipInfo, raw: bytes) -> None:
    """Refuse declarations of entities, and encodings in which they could hide: programs write neither."""
    text = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _ENCODING.match(text)
    plain = text.startswith(b"<") and b"\0" not in text[:4] and (not declared or declared[1].lower() in (b"utf-8", b"us-ascii", b"ascii"))
    if (text and not plain) or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise CannotRead(
            path,
            f"phần '{part.filename}' có khai báo XML lạ, không chương trình bảng tính nào ghi ra",
            f"Kiểm tra nguồn gốc của tệp. {_REMAKE}",
        )
