"""What the text of a YAML file may hold: found by scanning, since no parser keeps how a value was written.

A registry file is a small, plain subset of YAML. Two steps keep this fast: regular expressions name every file that *might*
hold something forbidden (they never miss one), and only those files are read by ruamel, which knows for certain and where.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from kehoach.files.plain import suspicious, unseen
from kehoach.model.problem import Problem

MAX_BYTES = 8 * 1024 * 1024
"""A plan of a hundred pages is under 200 KB; a larger file is no plan."""

_PLAIN_INT = re.compile(r"(?:0|-?[1-9]\d{0,14})\Z")
_PLAIN_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,8})\.\d{0,5}[1-9]\Z")
"""At most 15 significant digits: a binary float in between keeps them all."""
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+\Z")
_NUMBERLIKE = re.compile(r"(?:\d|[-+.]+[\d_])[\d_.,]*(?:e[-+]?\d*)?\Z|[-+]?(?:\.inf|\.nan|0[xob][0-9a-f_]+)\Z", re.IGNORECASE)
_SEXAGESIMAL = re.compile(r"[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?\Z")
_DATELIKE = re.compile(r"\d{4}-(?:\d{1,2}|Q\d)(?:-\d{1,2}.*)?\Z")
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]")
_WORDS = re.compile(r"(?:yes|no|on|off|y|n|=)\Z", re.IGNORECASE)
_KEYWORDS = re.compile(r"(?:true|false|null|~)\Z", re.IGNORECASE)


def decode(raw: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file and what is wrong with its bytes: size, encoding, BOM, NUL, NFD."""
    if len(raw) > MAX_BYTES:
        return None, [
            Problem(
                rule="file-too-large",
                file=file,
                line=1,
                column=1,
                message=f"tệp lớn quá {MAX_BYTES // 1024 // 1024} MB, không phải một văn bản",
                remedy="Mỗi văn bản một tệp; kiểm tra xem có chép nhầm tệp khác không.",
            )
        ]
    for mark, name in ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if raw.startswith(mark):
            return None, [_encoding(file, 1, 1, f"tệp lưu bằng {name}, không phải UTF-8")]
    problems: list[Problem] = []
    if raw.startswith(b"\xef\xbb\xbf"):
        problems.append(
            Problem(
                rule="byte-order-mark",
                file=file,
                line=1,
                column=1,
                message="đầu tệp có dấu BOM",
                remedy="Lưu lại tệp bằng “UTF-8” (không phải “UTF-8 with BOM”).",
            )
        )
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(raw[: error.start].decode("utf-8", "replace"))
        return None, [*problems, _encoding(file, line, column, f"byte 0x{raw[error.start]:02x} không phải UTF-8")]
    text = with_one_end(text)
    if unseen(raw):
        if match := _CONTROL.search(text):
            line, column = _place(text[: match.start()])
            return None, [*problems, _encoding(file, line, column, f"ký tự điều khiển U+{ord(match[0]):04X}: đây không phải chữ")]
        problems.extend(_invisible(text, file))
        if "\0" in text:
            line, column = _place(text[: text.index("\0")])
            return None, [*problems, _encoding(file, line, column, "tệp có ký tự NUL: đây không phải tệp văn bản")]
    if not unicodedata.is_normalized("NFC", text):
        problems.extend(_decomposed(text, file))
    return text, problems


def with_one_end(text: str) -> str:
    """Return the lines as the scan looks for their ends, whatever they end in (a checkout on Windows)."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _invisible(text: str, file: str) -> Iterator[Problem]:
    for match in _INVISIBLE.finditer(text):
        line, column = _place(text[: match.start()])
        yield Problem(
            rule="invisible-character",
            file=file,
            line=line,
            column=column,
            message=f"có ký tự không nhìn thấy U+{ord(match[0]):04X}",
            remedy="Xóa ký tự đó (gõ lại từ này): tìm kiếm và so sánh sẽ sai vì nó.",
        )


def _encoding(file: str, line: int, column: int, why: str) -> Problem:
    return Problem(
        rule="wrong-encoding",
        file=file,
        line=line,
        column=column,
        message=why,
        remedy="Mở tệp bằng trình soạn thảo văn bản và lưu lại bằng UTF-8.",
    )


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _decomposed(text: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if unicodedata.is_normalized("NFC", line):
            continue
        column = next((i for i, c in enumerate(line) if unicodedata.combining(c)), 1)
        yield Problem(
            rule="not-nfc",
            file=file,
            line=number,
            column=max(column, 1),
            message="chữ có dấu viết ở dạng tổ hợp (NFD), tìm kiếm và so sánh sẽ sai",
            remedy="Chạy `kehoach fmt` để chuyển cả tệp sang dạng dựng sẵn (NFC).",
        )


def scan(text: str, file: str) -> list[Problem]:
    """Return every construct outside the plain subset, each at its place. Syntax errors are left to the parser."""
    return constructs(text, file) if suspicious(text) else []


def constructs(text: str, file: str) -> list[Problem]:
    """As :func:`scan`, for a text that is known to be :func:`suspicious`."""
    problems = list(_tabs(text, file))
    problems.extend(_events(text, file))
    return problems


def _tabs(text: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line:
            yield Problem(
                rule="tab",
                file=file,
                line=number,
                column=line.index("\t") + 1,
                message="có phím Tab",
                remedy="Thay bằng dấu cách; thụt dòng mỗi cấp hai dấu cách.",
            )


def _events(text: str, file: str) -> Iterator[Problem]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.events import AliasEvent, DocumentStartEvent, NodeEvent, ScalarEvent

    documents = 0
    try:
        for event in YAML(pure=True).parse(text):
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents == 2:
                    yield Problem(
                        rule="two-documents",
                        file=file,
                        line=line,
                        column=column,
                        message="tệp chứa hai tài liệu YAML (dòng `---`)",
                        remedy="Tách thành hai tệp: mỗi văn bản một tệp.",
                    )
            elif isinstance(event, AliasEvent):
                yield Problem(
                    rule="yaml-alias",
                    file=file,
                    line=line,
                    column=column,
                    message=f"dùng bí danh YAML `*{event.anchor}`",
                    remedy="Chép lại nội dung tại chỗ: bí danh làm tệp khó đọc và có thể phình ra vô hạn.",
                )
            elif isinstance(event, NodeEvent):
                yield from _node(event, line, column, file)
                if isinstance(event, ScalarEvent):
                    yield from _scalar(event, line, column, file)
    except YAMLError:
        return  # the parser words it


def _node(event: Any, line: int, column: int, file: str) -> Iterator[Problem]:
    if event.anchor is not None:
        yield Problem(
            rule="yaml-alias",
            file=file,
            line=line,
            column=column,
            message=f"đặt mốc YAML `&{event.anchor}`",
            remedy="Bỏ mốc và chép lại nội dung tại chỗ cần dùng.",
        )
    if getattr(event, "tag", None) is not None:
        yield Problem(
            rule="yaml-tag",
            file=file,
            line=line,
            column=column,
            message=f"dùng thẻ YAML `{_tag(event.tag)}`",
            remedy="Bỏ thẻ; nếu là chữ thì để trong ngoặc kép.",
        )


def _tag(tag: object) -> str:
    return str(tag).replace("tag:yaml.org,2002:", "!!")


def _scalar(event: Any, line: int, column: int, file: str) -> Iterator[Problem]:
    if event.style in ("|", ">"):
        yield Problem(
            rule="block-scalar",
            file=file,
            line=line,
            column=column,
            message=f"viết chữ bằng khối `{event.style}`",
            remedy="Viết cả câu trên một dòng; `kehoach fmt` không ngắt dòng.",
        )
        return
    if event.style is not None:
        return
    value = event.value
    if value == "<<":
        yield Problem(
            rule="yaml-alias",
            file=file,
            line=line,
            column=column,
            message="dùng khóa gộp `<<`",
            remedy="Chép lại các khóa cần dùng tại chỗ.",
        )
    elif "\n" not in value and (why := ambiguity(value)):
        rule, message, remedy = why
        yield Problem(rule=rule, file=file, line=line, column=column, message=message, remedy=remedy)


def ambiguity(value: str) -> tuple[str, str, str] | None:
    """Return rule, message and remedy for a plain scalar that parsers read in more than one way."""
    quoted = f'Nếu là chữ, viết trong ngoặc kép: "{value}".'
    if _THOUSANDS.match(value):
        plain = value.replace(".", "")
        if value.count(".") > 1:
            return "ambiguous-number", f"số `{value}` có dấu chấm ngăn hàng nghìn", f"Viết {plain}."
        remedy = f'Viết {plain} nếu dấu chấm ngăn hàng nghìn; viết "{value}" trong ngoặc kép nếu là số thập phân.'
        return "ambiguous-number", f"số `{value}` có thể là {plain} hoặc {value.replace('.', ',')}", remedy
    if _PLAIN_INT.match(value) or _PLAIN_DECIMAL.match(value):
        return None
    if _DATELIKE.match(value):
        return "unquoted-date", f"ngày `{value}` không có ngoặc kép", f'Viết "{value}".'
    if _SEXAGESIMAL.match(value):
        return "ambiguous-number", f"`{value}` có phần mềm đọc là số (hệ 60)", quoted
    if re.fullmatch(r"-?\d+(?:\.\d+)?", value) and len(value) > 15:
        return "ambiguous-number", f"số `{value}` dài quá 15 chữ số", f"Đổi đơn vị tính lớn hơn (nghìn, triệu, tỷ đồng). {quoted}"
    if _NUMBERLIKE.match(value):
        return (
            "ambiguous-number",
            f"số `{value}` viết không theo mẫu",
            f"Số viết trơn, phần thập phân sau dấu chấm, không có số 0 thừa (ví dụ 1120 hoặc 13.5). {quoted}",
        )
    if _WORDS.match(value):
        return "ambiguous-word", f"từ `{value}` có phần mềm đọc là đúng/sai", quoted
    if _KEYWORDS.match(value) and value not in ("true", "false", "null"):
        return "ambiguous-word", f"`{value}` viết không theo mẫu", "Viết `null`, `true` hoặc `false` bằng chữ thường."
    return None
