"""CSV, CSV for Excel, Markdown and plain tables in a pipe."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from tests.cli.helpers import LISTINGS, Row, ask, head, no_noise, process, rows, run, target, write

EVERY = (*((name,) for name in LISTINGS), ("due", "--before", "2027"), ("report", "--year", "2027"))


def parsed(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found = list(reader)
    assert len(set(reader.fieldnames or ())) == len(reader.fieldnames or ()), "a column twice"
    assert all(None not in row and None not in row.values() for row in found), "a row longer or shorter than its head"
    return found


def scalar(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def rows_of(args: tuple[str, ...]) -> list[Row]:
    if args[0] == "report":
        report = ask(*args, "--format", "json").record()
        assert isinstance(report["rows"], list)
        return report["rows"]
    return rows(*args)


@pytest.mark.parametrize("args", EVERY, ids=lambda args: args[0])
def test_csv_says_what_json_says(args: tuple[str, ...]) -> None:
    found, wanted = parsed(ask(*args, "--format", "csv").out), rows_of(args)
    if args[0] == "due":
        found.sort(key=lambda row: (row["due"], row["ref"]))
        wanted = sorted(wanted, key=lambda row: (row["due"], row["ref"]))
    assert len(found) == len(wanted)
    for read, row in zip(found, wanted, strict=True):
        for key, value in row.items():
            if value is None or isinstance(value, str | int | float):
                assert read.get(key, "") == scalar(value), key


def test_nested_keys_of_csv_are_joined_by_a_point_and_lists_by_a_semicolon() -> None:
    row = next(r for r in parsed(ask("list-targets", "--format", "csv").out) if r["ref"] == "hung-dao/ke-hoach-2026-2030#bhyt")
    assert (row["test.ge"], row["test.eq"], row["when.kind"], row["when.to"]) == ("97", "", "by", "2030")
    tasks = parsed(ask("list-tasks", "--format", "csv").out)
    wanted = {r["ref"]: "; ".join(r["support"]) for r in rows("list-tasks")}
    assert {r["ref"]: r["support"] for r in tasks} == wanted


def test_csv_numbers_have_a_point() -> None:
    found = {row["test.ge"] for row in parsed(ask("list-targets", "--format", "csv").out)}
    assert "13.5" in found
    assert "-6" in found


def hostile(folder: Path) -> Path:
    titles = ["=1+2", "+84 31", "-5 điểm", "@SUM(A1)", 'có "ngoặc"; và, phẩy']
    plans = {f"plans/mau/p{i}.yaml": head(f"mau/p{i}", title=f"'{title}'") for i, title in enumerate(titles)}
    falls = target("giam", indicator="doanh-nghiep", test="{ge: -6.5, le: -5}", more="stat: growth")
    plans["plans/dong/so.yaml"] = head("dong/so") + "targets:\n" + falls
    return write(folder, plans)


def test_csv_for_excel_of_the_real_registry() -> None:
    raw = process("list-targets", "--csv-excel").stdout
    assert raw.startswith(b"\xef\xbb\xbf")
    assert not raw.startswith(b"\xef\xbb\xbf" * 2)
    assert b"\r\r\n" not in raw
    found = parsed(raw.decode("utf-8-sig"), ";")
    assert len(found) == len(rows("list-targets"))
    by_ref = {row["ref"]: row for row in found}
    assert by_ref["hai-duong/chuong-trinh-tang-truong-hai-con-so#tong-gia-tri-san-pham"]["test.ge"] == "13,5"


def test_csv_for_excel_holds_no_formula_and_keeps_numbers(tmp_path: Path) -> None:
    data = hostile(tmp_path)
    text = run("list-plans", "--csv-excel", data=data).out
    cells = [cell for line in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";") for cell in line]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    for title in ("=1+2", "+84 31", "-5 điểm", "@SUM(A1)"):
        assert any(cell.endswith(title) for cell in cells)
    assert 'có "ngoặc"; và, phẩy' in cells
    (row,) = parsed(run("list-targets", "--csv-excel", data=data).out.removeprefix("\ufeff"), ";")
    assert (row["test.ge"], row["test.le"]) == ("-6,5", "-5"), "negative numbers stay numbers"


def test_csv_for_excel_wins_over_format() -> None:
    assert run("list-plans", "--csv-excel", "--format", "json").out.startswith("\ufeffid;")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_csv_for_excel_is_utf8_whatever_the_terminal_says(encoding: str) -> None:
    raw = process("list-plans", "--csv-excel", env={"PYTHONIOENCODING": encoding}).stdout
    assert "Lê Chân" in raw.decode("utf-8-sig")


def cells(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line)[1:-1]


@pytest.mark.parametrize("args", EVERY, ids=lambda args: args[0])
def test_markdown_is_a_pipe_table(args: tuple[str, ...]) -> None:
    lines = ask(*args, "--format", "md").out.splitlines()
    tables = [line for line in lines if line.startswith("|")]
    width = len(cells(tables[0]))
    assert width > 2
    assert all(line.endswith("|") and len(cells(line)) == width for line in tables)
    heads = [i for i, line in enumerate(lines) if re.fullmatch(r"\|(?:-{3,}:?\|)+", line)]
    assert heads
    for index in heads:
        assert lines[index - 1] == tables[0]
        assert index < 2 or not lines[index - 2].startswith("|")
    assert len(tables) - 2 * len(heads) == len(rows_of(args))


def test_markdown_escapes_what_would_break_it(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/mau/a.yaml": head("mau/a", title="'một | hai <b>ba</b>'")})
    lines = run("list-plans", "--format", "md", data=data).out.splitlines()
    row = next(line for line in lines if "một" in line)
    assert len(cells(row)) == len(cells(lines[0]))
    assert "<b>" not in row


@pytest.mark.parametrize("args", [*EVERY, ("show", "bhyt"), ("check",)], ids=lambda args: args[0])
def test_a_pipe_gets_no_colour_and_no_boxes(args: tuple[str, ...]) -> None:
    assert no_noise(ask(*args).out if args[0] != "check" else run(*args).out)


def test_a_pipe_gets_no_colour_even_when_the_terminal_is_forced() -> None:
    done = process("list-targets", "--ward", "le-chan", env={"FORCE_COLOR": "1", "TERM": "xterm-256color", "CLICOLOR_FORCE": "1"})
    assert done.returncode == 0
    assert no_noise(done.stdout.decode())
    assert done.stderr == b""


def test_a_table_in_a_pipe_cuts_nothing() -> None:
    text = ask("list-targets").out
    for row in rows("list-targets"):
        assert row["text"] in text
        assert row["ref"].partition("#")[2] in text
    assert text.rstrip().endswith(f"{len(rows('list-targets'))} chỉ tiêu")


def test_an_unknown_format_is_named() -> None:
    result = run("list-plans", "--format", "xml")
    assert (result.status, result.out) == (2, "")
    assert "table, json, csv, md" in result.err
