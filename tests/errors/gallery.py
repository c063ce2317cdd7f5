"""The gallery as data: a small good registry, and cases that each spoil one thing of it.

A case is a YAML file in ``cases/`` with these keys (add one by copying its neighbour):

- ``name`` (the file's name), ``family`` (a chapter of ``docs/errors.md``), ``says`` (one Vietnamese sentence for the user);
- ``files``: path → what stands there. Text is the whole file, ``null`` no file at all. A mapping starts from ``text``,
  ``base64``, or else from the good file of that path (for another plan: the good plan under its own id), then goes through
  ``replace``, ``cut_after``, ``append``, ``times`` and ``save_as``, in this order;
- ``form``: ``bieu.xlsx`` is made from the registry as it then stands (``ward: mau``, ``year: 2027`` unless told otherwise) and filled in:
  ``cells`` and ``state`` (of the hidden sheet) are values by place, or ``{value, format}``; ``merge`` lists areas; ``after`` are ``files``
  that change once the form is out;
- ``command`` (default: ``check --severity error``), ``exit``, ``stdout``, ``stderr``; ``<folder>`` stands for the folder of the run;
- ``base: false`` for a folder without the good registry; ``mode`` for a path's permission bits;
- ``listed``: exit status of ``list-targets`` on the same registry (default 1: it says what it left out).
"""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

from ruamel.yaml import YAML

from tests.cli import helpers

FORM = "bieu.xlsx"
CASES = Path(__file__).parent / "cases"

FAMILIES = {
    "bytes": "Bảng mã và ký tự",
    "syntax": "Cú pháp YAML",
    "scalars": "Số, ngày và từ đọc được nhiều cách",
    "keys": "Khóa thừa, khóa thiếu, khóa trùng",
    "types": "Sai loại giá trị",
    "values": "Giá trị không hợp lệ",
    "files": "Tệp thiếu, thừa, hỏng",
    "links": "Mối nối giữa các tệp",
    "many": "Nhiều lỗi một lúc",
    "registry": "Tìm sổ, tạo sổ, ghi tệp",
    "figures": "Ghi số liệu thực hiện",
    "names": "Tên không có trong sổ",
    "usage": "Câu lệnh viết sai",
}
"""The chapters of ``docs/errors.md``, in order."""

GOOD_PLAN = "data/plans/mau/tot.yaml"
GOOD_REFS = frozenset({"mau/tot#bhyt", "mau/tot#bhyt-tre-em", "mau/tot#ho-ngheo", "mau/tot#phuong-kieu-mau"})
"""Targets of the good plan: whatever else is bad, ``list-targets`` names them."""

_PLAN = """\
format: kehoach/plan/1
id: mau/tot
kind: KH
title: Phát triển kinh tế - xã hội năm 2026-2030
issuer: mau/ubnd
number: "12"
symbol: KH-UBND
issued: "2026-05-14"
place_line: Mẫu
period: {from: 2026, to: 2030}
signed: {by: Nguyễn Văn Mẫu, position: Chủ tịch}
addressees: []
recipients: [Các phòng chuyên môn]
attachments: {announced: [], present: []}

citations:
  - {ref: kh-109, clause: Mở đầu, role: implements}
source: {file: van-ban.txt, sha256: "0000000000000000000000000000000000000000000000000000000000000000"}

corrections: []

sections:
  - {title: MỤC TIÊU, label: I}
  - {title: NHIỆM VỤ, label: II}

uncovered: []

targets:
  - id: bhyt
    clause: I.1
    indicator: bhyt
    test: {ge: 97}
    when: {by: 2030}
    quote: Tỷ lệ dân số tham gia bảo hiểm y tế đến năm 2030 đạt 97% trở lên
    lead: [mau/phong-vhxh]
  - id: bhyt-tre-em
    clause: I.1
    indicator: bhyt
    test: {eq: 99.5}
    when: {by: 2030}
    quote: trong đó trẻ em đạt 99,5%
    of: trẻ em
    lead: [mau/phong-vhxh]
    part_of: bhyt
  - id: ho-ngheo
    clause: I.2
    indicator: ho-ngheo
    test: {lt: 0.5}
    when: {each_year: [2026, 2030]}
    quote: Hằng năm tỷ lệ hộ nghèo dưới 0,5%
  - id: phuong-kieu-mau
    clause: I.3
    indicator: phuong-kieu-mau
    test: {is: achieved}
    when: {by: 2028}
    quote: Đến năm 2028 được công nhận phường kiểu mẫu

tasks:
  - id: t-tuyen-truyen
    clause: II.1
    title: Tuyên truyền bảo hiểm y tế
    quote: Tuyên truyền, vận động Nhân dân tham gia bảo hiểm y tế
    lead: [mau/phong-vhxh]
    when: ongoing
    targets: [bhyt]

projects:
  - id: p-tram-y-te
    clause: II.2
    name: Xây dựng trạm y tế
    when: {by: 2027}
    area: {value: 0.25, unit: ha}
"""

GOOD = {
    "data/units.yaml": """\
format: kehoach/units/1

wards:
  mau: {name: Mẫu, type: phường, code: "00001", place_line: Mẫu}

units:
  mau/ubnd: {name: Ủy ban nhân dân phường}
  mau/phong-vhxh: {name: Phòng Văn hóa - Xã hội, aliases: [Phòng VHXH]}
""",
    "data/indicators.yaml": """\
format: kehoach/indicators/1
bhyt: {name: Tỷ lệ dân số tham gia bảo hiểm y tế, unit: "%", direction: up, field: xa-hoi, cap: 100}
ho-ngheo: {name: Tỷ lệ hộ nghèo, unit: "%", direction: down, field: xa-hoi}
phuong-kieu-mau: {name: Phường kiểu mẫu, field: hanh-chinh, type: state}
""",
    "data/references.yaml": """\
format: kehoach/references/1
kh-109: {kind: KH, number: 109/KH-UBND, date: "2026-04-06", title: Kế hoạch phát triển kinh tế - xã hội}
""",
    GOOD_PLAN: _PLAN,
}
"""The registry that every case starts from; ``check`` finds nothing wrong with it."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One fault, and everything the user is told about it."""

    name: str
    family: str
    says: str
    exit: int
    files: Mapping[str, Any] = field(default_factory=dict)
    command: list[str] = field(default_factory=lambda: ["check", "--severity", "error"])
    stdout: str = ""
    stderr: str = ""
    base: bool = True
    mode: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, Any] = field(default_factory=dict)
    listed: int = 1

    @property
    def spoils_data(self) -> bool:
        """Whether the registry is at fault, so that what is good in it must still be answered."""
        return self.base and self.command[0] == "check"


@cache
def cases() -> tuple[Case, ...]:
    """Return every case, in the order of the chapters."""
    reader = YAML(typ="safe", pure=True)
    found = [Case(**reader.load(path.read_text("utf-8"))) for path in sorted(CASES.glob("*.yaml"))]
    order = list(FAMILIES)
    return tuple(sorted(found, key=lambda case: (order.index(case.family), case.name)))


def write(case: Case, folder: Path) -> None:
    """Write the registry of *case* into *folder*, as real files."""
    contents: dict[str, bytes | None] = {path: text.encode() for path, text in GOOD.items()} if case.base else {}
    contents.update({path: content(path, spec) for path, spec in case.files.items()})
    _put(contents, folder)
    if case.form:
        _fill_in(case.form, folder)
        _put({path: content(path, spec) for path, spec in case.form.get("after", {}).items()}, folder)
    for path, bits in case.mode.items():
        (folder / path).chmod(int(bits, 8))


def _put(contents: Mapping[str, bytes | None], folder: Path) -> None:
    for path, raw in contents.items():
        if raw is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(raw)


def _fill_in(form: Mapping[str, Any], folder: Path) -> None:
    """Make the form by the command, and fill it in as a person would."""
    from openpyxl import load_workbook

    path = folder / FORM
    made = helpers.run(
        "form", "--ward", form.get("ward", "mau"), "--year", str(form.get("year", 2027)), "-o", str(path), data=folder / "data"
    )
    if made.status:
        raise ValueError(made.err)
    book = load_workbook(path)
    for sheet, cells in zip(book.worksheets, (form.get("cells", {}), form.get("state", {})), strict=True):
        for place, spec in cells.items():
            cell = sheet[place]
            cell.value = spec["value"] if isinstance(spec, Mapping) else spec
            if isinstance(spec, Mapping):
                cell.number_format = spec["format"]
    for area in form.get("merge", ()):
        book.worksheets[0].merge_cells(area)
    book.save(path)


def filled_in(case: Case) -> list[str]:
    """Return what was put into the form, for the page."""
    if not case.form:
        return []
    cells = [f"# {FORM}, ô {place}: {_words(spec)}" for place, spec in case.form.get("cells", {}).items()]
    hidden = [f"# {FORM}, trang ẩn, ô {place}: {_words(spec)}" for place, spec in case.form.get("state", {}).items()]
    merged = [f"# {FORM}: gộp các ô {area}" for area in case.form.get("merge", ())]
    later = [line for path, spec in case.form.get("after", {}).items() for line in ("# sau khi lập biểu:", *excerpt(path, spec))]
    return [*cells, *hidden, *merged, *later]


def _words(spec: Any) -> str:
    return f"{spec['value']} (định dạng {spec['format']})" if isinstance(spec, Mapping) else str(spec)


def content(path: str, spec: Any) -> bytes | None:
    """Return the bytes that *spec* puts at *path*, ``None`` where it wants no file."""
    if spec is None:
        return None
    if isinstance(spec, str):
        return spec.encode()
    if "base64" in spec:
        return base64.b64decode(spec["base64"])
    return _saved(_text(path, spec), spec.get("save_as", "utf-8"))


def _text(path: str, spec: Mapping[str, Any]) -> str:
    text = spec.get("text") or model(path)
    for old, new in spec.get("replace", {}).items():
        if text.count(old) != 1:
            raise ValueError(f"{path}: {old!r} stands there {text.count(old)} times")
        text = text.replace(old, new)
    if end := spec.get("cut_after"):
        text = text[: text.index(end) + len(end)]
    repeated: str = (text + spec.get("append", "")) * spec.get("times", 1)
    return repeated


def model(path: str) -> str:
    """Return the good text that a file at *path* would have, empty where there is none."""
    if path in GOOD or not path.startswith("data/plans/"):
        return GOOD.get(path, "")
    ref = path.removeprefix("data/plans/").rpartition(".")[0]
    return _PLAN.replace("id: mau/tot", f"id: {ref}")


def _saved(text: str, how: str) -> bytes:
    if how == "nfd":
        return unicodedata.normalize("NFD", text).encode()
    return b"".join(map(_in_1258, text)) if how == "cp1258" else text.encode(how)


def _in_1258(char: str) -> bytes:
    """Return a letter as an old Vietnamese Windows saved it: tones that the code page lacks stand behind their letter."""
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", char)
        tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
        return (unicodedata.normalize("NFC", marks.replace(tone, "")) + tone).encode("cp1258")


def excerpt(path: str, spec: Any) -> list[str]:
    """Return what is bad about a file in a few lines: those that differ from the good one, with their numbers, or are missing."""
    raw = content(path, spec)
    if raw is None:
        return [f"# {path}: không có tệp này"]
    if is_zipfile(BytesIO(raw)):
        return [f"# {path}: tệp Word, có chữ", *_few(_of_word(raw))]
    good, bad = model(path).splitlines(), _readable(raw)
    changes = [change for change in SequenceMatcher(None, good, bad, autojunk=False).get_opcodes() if change[0] != "equal"]
    there = [f"{number:>2} | {bad[number - 1]}" for *_, first, last in changes for number in range(first + 1, last + 1)]
    missing = [f"# thiếu: {line}" for _, first, last, *_ in changes for line in good[first:last]]
    return [f"# {path}", *(_few(there or missing) if any(bad) else ["# (tệp trống)"])]


def _readable(raw: bytes) -> list[str]:
    """Return lines in which what cannot be seen is written as an escape."""
    lines = raw.decode("utf-8", "backslashreplace").split("\n")
    return [_short("".join(map(_visible, line))) for line in (lines[:-1] if not lines[-1] else lines)]


def _of_word(raw: bytes) -> list[str]:
    """Return the paragraphs of a Word file that a case makes."""
    with ZipFile(BytesIO(raw)) as archive:
        return [f"  {text}" for text in re.findall(r"<w:t>(.*?)</w:t>", archive.read("word/document.xml").decode())]


def _visible(char: str) -> str:
    hidden = char == "\ufeff" or unicodedata.combining(char) or unicodedata.category(char) == "Cc"
    return char.encode("unicode_escape").decode() if hidden else char


def _short(line: str) -> str:
    return line if len(line) <= 110 else line[:109] + "…"


def _few(lines: list[str]) -> list[str]:
    return lines if len(lines) <= 8 else [*lines[:6], f"#  … và {len(lines) - 6} dòng nữa"]
