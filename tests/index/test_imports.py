"""What each command imports, from nothing and when the index is there: the real program, its imports counted by the interpreter."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach.cli.commands import COMMANDS
from kehoach.index.reading import MANY
from tests.cli.helpers import environment, head, run, write
from tests.index.wards import FIRST, STATES

HEAVY = frozenset(
    {"pydantic", "ruamel", "ryaml", "rich", "docx", "docxtpl", "jinja2", "lxml", "openpyxl", "xlsxwriter", "pypdfium2", "pdfplumber"}
    | {"lark", "rapidfuzz", "pyarrow", "filelock", "importlib.metadata"}
)
"""Modules that cost more than the rest of a command."""
_IMPORT = re.compile(r"^import time:\s+\d+ \|\s+\d+ \|\s*(\S+)$", re.MULTILINE)
PLAN = "plans/mau/ke-hoach.yaml"


def imported(folder: Path, *args: str, status: int = 0, heavy: frozenset[str] = HEAVY) -> set[str]:
    """Run the program in *folder* and return which of the *heavy* modules it imported."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kehoach", *args],
        cwd=folder,
        env=environment({"KEHOACH_CACHE": str(folder / "cache"), "PYTHONUTF8": "1"}),
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    said = done.stderr.decode()
    assert done.returncode == status, _IMPORT.sub("", said)
    names = set(_IMPORT.findall(said))
    return {each for each in heavy if each in names or any(name.startswith(f"{each}.") for name in names)}


NOTHING: frozenset[str] = frozenset()
READS = frozenset({"ryaml"})
"""What reads a file that is new or has changed: what pydantic compiles is shipped."""
PYDANTIC = frozenset({"pydantic", "importlib.metadata"})
"""Pydantic itself, which looks for its plugins by their metadata."""
QUERIES = {
    "list-plans": ("--format", "json"),
    "list-targets": ("--format", "json"),
    "list-tasks": ("--unit", "mau/phong-vhxh"),
    "list-projects": ("--search", "duong", "--format", "csv"),
    "list-units": ("--format", "json"),
    "list-indicators": (),
    "list-references": ("--format", "md"),
    "show": ("phong-vhxh",),
    "search": ("ho ngheo",),
    "compare": ("bhyt",),
    "due": ("--before", "2028"),
    "report": ("--year", "2027", "--format", "json"),
    "clarity": ("--format", "json"),
}
"""Commands that only ask, with what they are asked."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a registry, as one finds it: no index."""
    write(tmp_path, FIRST)
    return tmp_path


def edit(folder: Path) -> None:
    (folder / "data" / PLAN).write_text(STATES[PLAN][1] or "", "utf-8")


@pytest.mark.parametrize("command", QUERIES)
def test_a_query(folder: Path, command: str) -> None:
    args = (command, *QUERIES[command])
    assert imported(folder, *args) == READS, "from nothing"
    assert imported(folder, *args) == NOTHING, "from the index"
    edit(folder)
    assert imported(folder, *args) == READS, "after an edit: neither pydantic nor ruamel nor rich"
    assert imported(folder, *args) == NOTHING


OPENSSL = frozenset({"hashlib", "_hashlib", "ssl"})


def test_a_listing_after_an_edit(folder: Path) -> None:
    """The run that a ward waits for most often brings nothing along that it does not need."""
    needless = HEAVY | OPENSSL | {"kehoach.checks", "concurrent", "multiprocessing"}
    listing = ("list-targets", "--ward", "mau", "--format", "json")
    imported(folder, *listing)
    edit(folder)
    assert imported(folder, *listing, heavy=needless | {"pydantic_core"}) == READS | {"pydantic_core"}


@pytest.mark.parametrize("name", ["units.yaml", "indicators.yaml", "references.yaml", "actuals/mau/2027.yaml"])
def test_after_an_edit_of_another_file(folder: Path, name: str) -> None:
    """What validates it is kept, whichever process first read a file of its kind."""
    for number in range(MANY if name == "units.yaml" else 0):
        (folder / f"data/plans/dong/so-{number}.yaml").write_text(head(f"dong/so-{number}"), "utf-8")
    imported(folder, "list-targets", "--format", "json")
    path = folder / "data" / name
    path.write_text(path.read_text("utf-8") + "# sửa\n", "utf-8")
    assert imported(folder, "report", "--year", "2027", "--format", "json") == READS


@pytest.mark.parametrize("command", [("--version",), ("--help",), (), *((name, "--help") for name in COMMANDS)], ids=" ".join)
def test_help_and_version(tmp_path: Path, command: tuple[str, ...]) -> None:
    assert imported(tmp_path, *command) == NOTHING


WORD = frozenset({"docx", "docxtpl", "jinja2", "lxml", "xlsxwriter"})
EDITS = frozenset({"filelock", "ruamel"})
WORKBOOK = frozenset({"openpyxl", "lxml"})
GUESSES = frozenset({"lark", "rapidfuzz"})
RECORD = ("record", "mau/ke-hoach#bhyt", "97", "--period", "2028-0{n}", "--source", "Báo cáo")
OPEN = '  - {id: hoi, clause: I.1, indicator: bhyt, test: {ge: 90}, when: {by: 2029}, quote: câu, reading: {question: "a?", alternatives: [{test: {ge: 99}}]}}\n'
OTHERS: dict[str, tuple[tuple[str, ...], frozenset[str], frozenset[str]]] = {
    "check": (("check",), READS, NOTHING),
    "verify": (("verify", "--sources", "nguon"), READS, NOTHING),
    "summary": (("summary", "dong/ke-hoach"), READS, NOTHING),  # it holds the findings of check
    "report as a document": (
        ("report", "--year", "2027", "-o", "{n}.docx"),
        READS | WORD,
        WORD,
    ),  # with a chart, of which a workbook is part
    "explain": (("explain", "undated-target"), NOTHING, NOTHING),
    "history": (("history", "mau/ke-hoach#bhyt"), READS, READS),  # reads old versions, which no index holds; so do the next two
    "blame": (("blame", "mau/ke-hoach"), READS, READS),
    "diff": (("diff",), READS, READS),
    "git": (("git", "install"), NOTHING, NOTHING),
    "textconv": (("textconv", f"data/{PLAN}"), READS, READS),  # git hands it any text
    "decide": (("decide", "hoi"), READS, NOTHING),
    "record": (RECORD, READS | EDITS, READS | EDITS),  # validates what it has written
    "form": (("form", "--ward", "mau", "--year", "2027", "-o", "{n}.xlsx"), READS | {"xlsxwriter"}, frozenset({"xlsxwriter"})),
    "import": (("import", "bieu.xlsx", "--dry-run"), READS | WORKBOOK, WORKBOOK),
    "accept": (("accept", "{mark}", "--reason", "đã hỏi", "--by", "A"), READS | EDITS, READS | EDITS),
    "template": (("template", "list", "--for", "bao-cao"), NOTHING, NOTHING),
    "export": (("export", "-o", "ra-{n}", "--format", "csv"), READS, NOTHING),
    "export to parquet": (("export", "-o", "ra-{n}", "--format", "parquet"), READS | {"pyarrow"}, frozenset({"pyarrow"})),
    "fmt": (("fmt",), frozenset({"ruamel", "ryaml"}), frozenset({"ruamel", "ryaml"})),  # keeps comments
    "schema": (("schema", "plan"), PYDANTIC, PYDANTIC),  # the schema is pydantic's
    "migrate": (("migrate", "--check"), frozenset({"ryaml"}), frozenset({"ryaml"})),
    "init": (("init", "so-{n}"), NOTHING, NOTHING),
    "new": (("new", "mau/moi-{n}"), READS | {"ruamel"}, READS | {"ruamel"}),  # validates what it has written
    "draft": (("draft", "a.txt", "--ward", "mau", "-o", "nhap-{n}.yaml"), READS | GUESSES, GUESSES),
}
"""Every other command: how it is called (``{n}`` is 1, then 2), what it imports from nothing and with an index; and why, where it is much."""
FAILS = {"check": 1, "verify": 1}
"""The registry of these tests has findings, and no source document."""


def git(folder: Path, *args: str) -> None:
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *args], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("name", OTHERS)
def test_another_command(folder: Path, name: str) -> None:
    args, cold, warm = OTHERS[name]
    (folder / "data" / PLAN).write_text(FIRST[PLAN].replace("targets:\n", f"targets:\n{OPEN}"), "utf-8")
    (folder / "nguon").mkdir()
    (folder / "a.txt").write_text("ỦY BAN NHÂN DÂN\nKẾ HOẠCH\nI. MỤC TIÊU\n- Tỷ lệ hộ nghèo đạt 1%\n", "utf-8")
    if name == "accept":
        assert run("fmt", data=folder / "data").status == 0  # what is edited must be laid out
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "một")
    data = folder / "data"
    marks = []
    if name == "accept":
        found = json.loads(run("check", "--format", "json", data=data).out)
        marks = [finding["fingerprint"] for finding in found if finding["about"] == "document"]
    if name == "import":
        run("form", "--ward", "mau", "--year", "2027", "-o", str(folder / "bieu.xlsx"), data=data)
    for n, expected in ("1", cold), ("2", warm):
        typed = [marks[int(n)] if arg == "{mark}" else arg.replace("{n}", n) for arg in args]
        assert imported(folder, *typed, status=FAILS.get(name, 0)) == expected, n
        imported(folder, "list-targets")  # whatever was edited is in the index again


def test_no_command_is_missing() -> None:
    assert {*QUERIES, *(name.split()[0] for name in OTHERS)} == set(COMMANDS)
