"""``history`` and ``blame`` on real repositories: who changed what when, through renames, moves and merges."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.helpers import Row, head
from tests.revisions.repo import PLAN, Repo


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path)


def past(repo: Repo, ref: str) -> list[Row]:
    result = repo.run("history", ref, "--format", "json")
    assert (result.status, result.err) == (0, "")
    return result.rows()


def brief(rows: list[Row]) -> list[tuple[object, ...]]:
    return [(row["author"], row["date"], row["field"], row["old"], row["new"]) for row in rows]


def test_a_target_through_its_changes(repo: Repo) -> None:
    first = repo.git("rev-parse", "HEAD").strip()
    repo.edit("test: {ge: 97}", "test: {ge: 95}")
    second = repo.commit("Hạ mức", author="Bình", day="2026-03-01")
    repo.edit("indicator: ho-ngheo", "indicator: ho-ngheo  # ghi chú")
    repo.commit("Không liên quan")
    repo.edit("when: {by: 2030}", "when: {by: 2032}")
    found = past(repo, "mau/ke-hoach#a")
    assert brief(found) == [
        (None, None, "when", "by: 2030", "by: 2032"),
        ("Bình", "2026-03-01", "test", "từ 97% trở lên", "từ 95% trở lên"),
        ("An", "2026-01-05", None, None, "từ 97% trở lên"),
    ]
    assert [row["commit"] for row in found] == [None, second, first]
    assert {row["ref"] for row in found} == {"mau/ke-hoach#a"}
    assert past(repo, "a") == found


def test_an_id_that_was_changed_is_followed(repo: Repo) -> None:
    repo.edit("id: a\n", "id: bhyt\n")
    repo.commit("Đổi mã", author="Bình", day="2026-03-01")
    repo.edit("test: {ge: 97}", "test: {ge: 98}")
    repo.commit("Nâng mức", author="Chi", day="2026-04-01")
    assert brief(past(repo, "mau/ke-hoach#bhyt")) == [
        ("Chi", "2026-04-01", "test", "từ 97% trở lên", "từ 98% trở lên"),
        ("Bình", "2026-03-01", "id", "mau/ke-hoach#a", "mau/ke-hoach#bhyt"),
        ("An", "2026-01-05", None, None, "từ 97% trở lên"),
    ]


def test_a_file_that_was_renamed_is_followed(repo: Repo) -> None:
    repo.git("mv", f"data/{PLAN}", "data/plans/mau/ke-hoach-2026.yaml")
    repo.edit("id: mau/ke-hoach\n", "id: mau/ke-hoach-2026\n", "plans/mau/ke-hoach-2026.yaml")
    repo.commit("Đổi tên tệp", author="Bình", day="2026-03-01")
    found = past(repo, "mau/ke-hoach-2026#a")
    assert brief(found) == [
        ("Bình", "2026-03-01", "id", "mau/ke-hoach#a", "mau/ke-hoach-2026#a"),
        ("An", "2026-01-05", None, None, "từ 97% trở lên"),
    ]


def test_who_edited_is_named_and_not_who_merged(repo: Repo) -> None:
    repo.git("checkout", "-q", "-b", "sua")
    repo.edit("test: {ge: 97}", "test: {ge: 95}")
    edited = repo.commit("Hạ mức", author="Bình", day="2026-03-01")
    repo.git("checkout", "-q", "main")
    repo.edit("test: {lt: 0.5}", "test: {lt: 0.4}")
    repo.commit("Việc khác", author="Chi", day="2026-03-02")
    repo.git("merge", "-q", "--no-edit", "sua")
    found = past(repo, "mau/ke-hoach#a")
    assert (found[0]["author"], found[0]["commit"]) == ("Bình", edited)
    assert len(found) == 2
    assert [row["author"] for row in past(repo, "mau/ke-hoach#b")] == ["Chi", "An"]


def test_a_record_that_is_gone_still_has_a_past(repo: Repo) -> None:
    start = (repo.data / PLAN).read_text("utf-8")
    cut = start[start.index("  - id: b") : start.index("tasks:")]
    repo.edit(cut, "\n")
    repo.commit("Bỏ", author="Bình", day="2026-03-01")
    assert brief(past(repo, "mau/ke-hoach#b")) == [
        ("Bình", "2026-03-01", None, "dưới 0,5%", None),
        ("An", "2026-01-05", None, None, "dưới 0,5%"),
    ]


def test_a_file_in_another_layout_and_one_that_was_broken_for_a_while(repo: Repo) -> None:
    good = (repo.data / PLAN).read_text("utf-8")
    repo.edit("  - id: a\n", "  -\n    id: a\n")
    repo.commit("Trình bày khác", author="Bình")
    repo.edit("test: {ge: 97}", "test: {ge: 96}")
    repo.commit("Hạ mức", author="Bình")
    (repo.data / PLAN).write_text("targets: [", "utf-8")
    repo.commit("Hỏng", author="Chi")
    (repo.data / PLAN).write_text(good.replace("{ge: 97}", "{ge: 96}"), "utf-8")
    repo.commit("Chữa", author="Chi")
    fields = [(row["author"], row["field"], row["new"]) for row in past(repo, "mau/ke-hoach#a")]
    assert ("Bình", "test", "từ 96% trở lên") in fields or ("Chi", None, "từ 96% trở lên") in fields


def test_a_unit_through_its_names(repo: Repo) -> None:
    repo.edit("name: Phòng Văn hóa - Xã hội", "name: Phòng Văn hóa và Xã hội", "units.yaml")
    repo.commit("Đổi tên", author="Bình", day="2026-03-01")
    assert brief(past(repo, "mau/phong-vhxh")) == [
        ("Bình", "2026-03-01", "name", "Phòng Văn hóa - Xã hội", "Phòng Văn hóa và Xã hội"),
        ("An", "2026-01-05", None, None, "Phòng Văn hóa - Xã hội"),
    ]


def test_blame_names_the_last_change_of_every_record(repo: Repo) -> None:
    repo.edit("test: {ge: 97}", "test: {ge: 95}")
    repo.commit("Hạ mức", author="Bình", day="2026-03-01")
    repo.edit("title: Làm việc", "title: Làm xong việc")
    repo.commit("Sửa tên", author="Chi", day="2026-04-01")
    text = (repo.data / PLAN).read_text("utf-8")
    (repo.data / PLAN).write_text(text.replace("    clause: I.1\n", "    clause:   I.1\n"), "utf-8")
    repo.commit("Chỉ trình bày", author="Dung", day="2026-05-01")
    found = repo.run("blame", "mau/ke-hoach", "--format", "json").rows()
    assert [(row["ref"], row["author"], row["field"]) for row in found] == [
        ("mau/ke-hoach#a", "Bình", "test"),
        ("mau/ke-hoach#b", "An", None),
        ("mau/ke-hoach#t-1", "Chi", "title"),
    ]
    out = repo.run("blame", "ke-hoach").out
    assert "1/3/2026" in out
    assert "Hạ mức" in out


def test_the_document_stands_beside_each_change(repo: Repo) -> None:
    repo.edit("issuer: mau/ubnd\n", 'issuer: mau/ubnd\nnumber: "12"\nsymbol: KH-UBND\nissued: "2026-02-03"\n')
    repo.edit("test: {ge: 97}", "test: {ge: 95}")
    repo.commit("Có số")
    assert [row["document"] for row in past(repo, "mau/ke-hoach#a")] == ["12/KH-UBND, 3/2/2026", "KH"]


@pytest.mark.parametrize(
    ("args", "status", "says"),
    [
        (("history", "mau/ke-hoach#khong-co"), 2, "trong lịch sử"),
        (("history", "khong-co"), 2, "Không có bản ghi 'khong-co'"),
        (("blame", "ke-hoahc"), 2, "có phải 'ke-hoach'"),
        (("blame", "mau/khong-co"), 2, "Không thấy 'mau/khong-co' trong lịch sử"),
    ],
)
def test_unknown_names(repo: Repo, args: tuple[str, ...], status: int, says: str) -> None:
    result = repo.run(*args)
    assert result.status == status
    assert says in result.err


def test_ambiguous_names_are_asked_back(repo: Repo) -> None:
    (repo.data / "plans/dong").mkdir()
    text = (repo.data / PLAN).read_text("utf-8")
    (repo.data / "plans/dong/ke-hoach.yaml").write_text(text.replace("mau/", "dong/"), "utf-8")
    for args in (("history", "a"), ("blame", "ke-hoach")):
        result = repo.run(*args)
        assert result.status == 2
        assert "có thể là nhiều mục" in result.err


def test_outside_git_and_before_the_first_commit(tmp_path: Path) -> None:
    from tests.cli.helpers import run, write

    data = write(tmp_path, {PLAN: head("mau/ke-hoach")})
    for args in (("history", "mau/ke-hoach#a"), ("blame", "ke-hoach"), ("diff",), ("git", "install")):
        result = run(*args, data=data)
        assert result.status == 3
        assert "không nằm trong kho git nào" in result.err
    import subprocess

    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    for args in (("history", "mau/ke-hoach#a"), ("blame", "ke-hoach"), ("diff",)):
        result = run(*args, data=data)
        assert result.status == 3
        assert "chưa có lần ghi" in result.err
