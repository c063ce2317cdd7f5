"""``decide``: a reading or a condition settled in the plan's own file, and what the report then says."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.helpers import head, run, target, write
from tests.cli.helpers import process as kehoach

OPEN = 'reading: {question: "mỗi năm, hay cả giai đoạn?", alternatives: [{test: {ge: 99}}]}'
CONDITION = "condition: {text: nếu có vốn}"
FIGURE = '- {indicator: bhyt, period: "2030", value: 98, quality: official, source: {document: Báo cáo 1}}\n'
BY = ("--by", "Nguyễn Văn A", "--basis", "Công văn 15/UBND", "--date", "05/01/2031")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    records = (target("hoi", more=OPEN), target("von", more=CONDITION), target("thuong"), "tasks:\n", TASK)
    folder = write(
        tmp_path, {"plans/mau/ke-hoach.yaml": head("mau/ke-hoach") + "targets:\n" + "".join(records), "actuals/mau/2030.yaml": FIGURE}
    )
    assert run("fmt", data=folder).status == 0
    return folder


TASK = "  - {id: t-1, clause: I.1, title: Làm, quote: câu trích, when: undated}\n"


def verdict(data: Path, ident: str) -> object:
    found = {row["ref"]: row for row in run("report", "--year", "2030", "--format", "json", data=data).record()["rows"]}
    return found[f"mau/ke-hoach#{ident}"]["verdict"]


def plan(data: Path) -> str:
    return (data / "plans/mau/ke-hoach.yaml").read_text("utf-8")


def test_without_a_choice_it_only_asks(data: Path) -> None:
    before = plan(data)
    result = run("decide", "hoi", data=data)
    assert (result.status, result.err) == (0, "")
    assert result.out == (
        "I.1: mỗi năm, hay cả giai đoạn?\n  --choice 0: từ 97% trở lên, đến 2030\n  --choice 1: từ 99% trở lên, đến 2030\n"
    )
    assert "--holds" in run("decide", "von", data=data).out
    assert plan(data) == before


@pytest.mark.parametrize(("choice", "then"), [("0", "met"), ("1", "missed")])
def test_a_reading_is_chosen(data: Path, choice: str, then: str) -> None:
    assert verdict(data, "hoi") == "ambiguous"
    result = run("decide", "hoi", "--choice", choice, *BY, data=data)
    assert (result.status, result.err) == (0, "")
    assert verdict(data, "hoi") == then
    assert f'decided: {{choice: {choice}, by: Nguyễn Văn A, date: "2031-01-05", basis: Công văn 15/UBND}}' in plan(data)
    assert "Nguyễn Văn A quyết định ngày 2031-01-05" in run("decide", "hoi", data=data).out
    assert run("fmt", "--check", data=data).status == 0


@pytest.mark.parametrize(("option", "then"), [("--holds", "met"), ("--fails", "conditional")])
def test_a_condition_is_settled(data: Path, option: str, then: str) -> None:
    assert verdict(data, "von") == "conditional"
    assert run("decide", "mau/ke-hoach#von", option, *BY, data=data).status == 0
    assert verdict(data, "von") == then
    assert ("holds: false" in plan(data)) == (option == "--fails")


def test_one_decision_is_one_hunk_in_git(data: Path) -> None:
    def git(*args: str) -> str:
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        return subprocess.run(["git", *identity, *args], cwd=data, check=True, capture_output=True, text=True).stdout

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "a")
    assert run("decide", "hoi", "--choice", "1", *BY, data=data).status == 0
    assert git("diff", "--numstat").split()[:2] == ["1", "1"] or git("diff", "-U0").count("\n@@") == 1


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("thuong",), "không có cách hiểu hay điều kiện nào"),
        (("thuong", "--choice", "0", *BY), "không có cách hiểu nào phải chọn"),
        (("hoi", "--holds", *BY), "không có điều kiện nào"),
        (("hoi", "--choice", "7", *BY), "không có cách hiểu số 7"),
        (("hoi", "--choice", "-1", *BY), "không có cách hiểu số -1"),
        (("hoi", "--choice", "1"), "Thiếu tên người quyết định"),
        (("hoi", "--choice", "1", "--by", "A"), "Thiếu căn cứ"),
        (("von", "--holds", "--fails", *BY), "Chỉ quyết định một việc"),
        (("t-1", "--choice", "1", *BY), "không phải là chỉ tiêu"),
        (("hio", "--choice", "1", *BY), "có phải 'hoi'"),
    ],
)
def test_wrong_use_changes_nothing(data: Path, args: tuple[str, ...], says: str) -> None:
    before = plan(data)
    result = run("decide", *args, data=data)
    assert result.status == 2
    assert says in result.err
    assert plan(data) == before


def test_twice_is_refused(data: Path) -> None:
    assert run("decide", "hoi", "--choice", "1", *BY, data=data).status == 0
    before = plan(data)
    again = run("decide", "hoi", "--choice", "0", *BY, data=data)
    assert again.status == 2
    assert "đã được Nguyễn Văn A quyết định" in again.err
    assert plan(data) == before


def test_show_traces_the_figure_to_its_source(data: Path) -> None:
    out = kehoach("--data", str(data), "show", "thuong").stdout.decode()
    assert "mau@2030 (kết quả đã báo cáo): 98 (chính thức), theo Báo cáo 1" in out
