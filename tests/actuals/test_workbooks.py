"""Workbooks from outside that are no forms: other kinds, damaged ones, and those made to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.files.workbook.guard import MAX_BYTES
from tests.actuals.forms import paper
from tests.actuals.ward import ward
from tests.cli.helpers import run

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def zipped(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parts_of(form: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(part: str, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    def spoil(form: bytes) -> bytes:
        parts = parts_of(form)
        parts[part] = change(parts[part])
        return zipped(parts)

    return spoil


def declared(form: bytes) -> bytes:
    return changed("xl/worksheets/sheet1.xml", lambda xml: LAUGHS + xml.partition(b"?>")[2])(form)


def external(form: bytes) -> bytes:
    entity = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    return changed("xl/sharedStrings.xml", lambda xml: entity + xml.partition(b"?>")[2].replace(b"TT</t>", b"&a;</t>"))(form)


def other_encoding(form: bytes) -> bytes:
    return changed("xl/workbook.xml", lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16"))(form)


def broken_sum(form: bytes) -> bytes:
    place = form.index(b"xl/worksheets/sheet1.xml") + 400
    return form[:place] + bytes(255 - byte for byte in form[place : place + 50]) + form[place + 50 :]


HARM: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "tệp trống"),
    "old Excel": (lambda _: OLE + bytes(600), "tệp Excel đời cũ (.xls). Tệp"),
    "protected": (lambda _: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu"),
    "no workbook": (lambda _: b"Chi tieu;97,5\n", "không phải tệp Excel .xlsx"),
    "OpenDocument": (lambda _: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}), "(.ods)"),
    "binary": (lambda _: zipped({"xl/workbook.bin": b"x"}), "(.xlsb)"),
    "a document": (lambda _: zipped({"word/document.xml": b"<x/>"}), "không phải tệp Excel .xlsx"),
    "cut": (lambda form: form[: len(form) // 2], "tệp .xlsx hỏng"),
    "broken": (broken_sum, "tệp .xlsx hỏng"),
    "no XML": (changed("xl/workbook.xml", lambda _: b"<workbook>"), "tệp .xlsx hỏng"),
    "too large": (lambda _: b"PK" + bytes(MAX_BYTES), "tệp lớn quá 10 MB"),
    "bomb": (lambda form: zipped(parts_of(form) | {"xl/media/image1.xml": b"<x>" + bytes(40 * 1024 * 1024)}), "phình ra quá lớn"),
    "dense": (lambda form: zipped(parts_of(form) | {"xl/media/image1.bin": bytes(8 * 1024 * 1024)}), "phình ra quá lớn"),
    "many parts": (lambda form: zipped(parts_of(form) | {f"x/{n}": b"" for n in range(2001)}), "phình ra quá lớn"),
    "entities": (declared, "phần 'xl/worksheets/sheet1.xml' có khai báo XML lạ"),
    "external entities": (external, "phần 'xl/sharedStrings.xml' có khai báo XML lạ"),
    "another encoding": (other_encoding, "phần 'xl/workbook.xml' có khai báo XML lạ"),
}


@pytest.mark.parametrize("harm", HARM)
def test_it_is_said_plainly_what_the_file_is(tmp_path: Path, harm: str) -> None:
    data = ward(tmp_path)
    good = paper(data, tmp_path / "good.xlsx").path.read_bytes()
    spoil, says = HARM[harm]
    path = tmp_path / "b.xlsx"
    path.write_bytes(spoil(good))
    result = run("import", str(path), data=data)
    assert (result.status, result.out) == (3, "")
    assert says.partition(". Tệp")[0] in result.err
    assert "Traceback" not in result.err
    assert "ngoài dự kiến" not in result.err
    assert result.err.count("\n  ") == 1, "and what to do about it"
    assert not (tmp_path / "b.loi.xlsx").exists()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    data = ward(tmp_path)
    for path, says in ((tmp_path / "khong-co.xlsx", "tệp không có"), (tmp_path, "đây là thư mục")):
        result = run("import", str(path), data=data)
        assert (result.status, says in result.err) == (3, True), result.err


def test_the_good_one_is_taken(tmp_path: Path) -> None:
    """What the others were made of passes, packed again by another program too."""
    data, path = ward(tmp_path), tmp_path / "b.xlsx"
    good = paper(data, tmp_path / "good.xlsx").path.read_bytes()
    path.write_bytes(zipped(parts_of(good), zipfile.ZIP_STORED))
    assert run("import", str(path), data=data).status == 0
