"""What a search finds, in which order, and that the index and a look through every file find the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.queries import asked
from tests.cli.helpers import Result, head, run, target, write

TASK = "  - {{id: {id}, clause: I.2, title: {title}, quote: {quote}, when: undated}}\n"
WORDS = ("đất", "đạt", "đá", "hòa", "hoà", "hoa", "Hộ", "nghèo", "NGHÈO", "97%", "68/2026/NĐ-CP", "ước", "Mơ ước", "xã", "xa")


def tasks(*titles: str) -> str:
    return "tasks:\n" + "".join(
        TASK.format(id=f"t-{n}", title=json.dumps(t, ensure_ascii=False), quote="câu") for n, t in enumerate(titles)
    )


def plan(ref: str, *titles: str, targets: str = "") -> str:
    return head(ref) + (f"targets:\n{targets}" if targets else "") + (tasks(*titles) if titles else "")


@pytest.fixture(params=["the index", "every file"])
def ask(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Search a registry of these titles; return the titles found. Asked both ways."""
    monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(asked, "MANY", 0 if request.param == "the index" else 1 << 30)

    def found(titles: list[str], *args: str) -> list[str]:
        data = write(tmp_path, {"plans/mau/ke-hoach.yaml": plan("mau/ke-hoach", *titles)})
        rows = run("search", *args, "--kind", "task", "--format", "json", data=data).rows()
        return [row["name"] for row in rows]

    return found


def test_accents_are_optional_both_ways(ask: Callable[..., list[str]]) -> None:
    titles = ["Giảm hộ nghèo", "Giam ho ngheo", "Xây nhà"]
    assert ask(titles, "ho", "ngheo") == titles[:2]
    assert sorted(ask(titles, "hộ nghèo")) == sorted(titles[:2])


def test_d_with_a_stroke_is_d(ask: Callable[..., list[str]]) -> None:
    assert ask(["Đường đến trường"], "duong den") == ["Đường đến trường"]
    assert ask(["Duong den"], "ĐƯỜNG đến") == ["Duong den"]


def test_what_has_the_typed_accents_stands_first(ask: Callable[..., list[str]]) -> None:
    titles = ["Đạt chuẩn", "Đất đai", "Dat", "đất"]
    assert ask(titles, "đất") == ["Đất đai", "đất", "Đạt chuẩn", "Dat"]
    assert ask(titles, "dat") == titles


def test_the_tone_may_stand_on_either_vowel(ask: Callable[..., list[str]]) -> None:
    titles = ["hoá chất", "hóa chất", "hoa chất"]
    assert ask(titles, "hóa") == ask(titles, "hoá") == titles


def test_words_side_by_side_come_before_words_apart(ask: Callable[..., list[str]]) -> None:
    titles = ["nghèo đa chiều của hộ", "giảm hộ nghèo", "trường học"]
    assert ask(titles, "hộ nghèo") == ["giảm hộ nghèo", "nghèo đa chiều của hộ"]


def test_words_are_whole_unless_the_last_is_open(ask: Callable[..., list[str]]) -> None:
    titles = ["Trường chuẩn", "Trưởng phòng", "Trư"]
    assert ask(titles, "tru") == ["Trư"]
    assert ask(titles, "tru*") == titles
    assert ask(titles, "tru* chuan") == []


def test_a_number_of_a_document_is_found_as_it_is_printed(ask: Callable[..., list[str]]) -> None:
    titles = ["Theo Nghị định 68/2026/NĐ-CP", "68 và 2026"]
    assert ask(titles, "68/2026/NĐ-CP") == titles[:1]
    assert ask(titles, "68/2026") == titles


def test_the_best_are_kept_where_there_are_too_many(ask: Callable[..., list[str]]) -> None:
    titles = [f"nghèo số {n} của hộ" for n in range(30)] + ["hộ nghèo"]
    assert ask(titles, "hộ nghèo", "--limit", "3") == ["hộ nghèo", *titles[:2]]


def test_signs_of_the_query_language_are_only_text(ask: Callable[..., list[str]]) -> None:
    for text in ('"', "AND OR NOT", "name : x", "(", "a NEAR b", "^a", "-a", "'; DROP TABLE docs"):
        assert isinstance(ask(["xây nhà"], f"nhà {text}"), list)
    assert ask(["nhà AND x"], "nhà AND") == ["nhà AND x"]


def search(data: Path, *args: str) -> Result:
    return run("search", *args, "--format", "json", data=data)


def test_a_target_is_found_by_the_name_of_its_indicator(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/mau/ke-hoach.yaml": plan("mau/ke-hoach", targets=target("bhyt"))})
    rows = search(data, "bảo hiểm y tế").rows()
    assert [row["ref"] for row in rows] == ["bhyt", "mau/ke-hoach#bhyt"]
    assert [row["name"] for row in rows] == ["Tỷ lệ dân số tham gia bảo hiểm y tế"] * 2


def test_a_hit_is_shown_in_its_own_words(tmp_path: Path) -> None:
    long = "mở đầu " * 30 + "giảm Hộ Nghèo " + "cuối cùng " * 30
    data = write(
        tmp_path, {"plans/mau/ke-hoach.yaml": head("mau/ke-hoach") + "tasks:\n" + TASK.format(id="t-1", title="Việc", quote=long.strip())}
    )
    (row,) = search(data, "ho ngheo").rows()[-1:]
    assert row["words"] == ["Hộ Nghèo"]
    assert "giảm Hộ Nghèo cuối" in row["text"]
    assert len(row["text"]) < 220
    assert "«Hộ Nghèo»" in run("search", "ho ngheo", "--kind", "task", data=data).out


def test_nothing_found_is_said(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/mau/ke-hoach.yaml": plan("mau/ke-hoach")})
    assert run("search", "khongcochunay", data=data).out.strip() == "Không có gì khớp."


def test_new_files_find_room_between_their_neighbours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(asked, "MANY", 0)
    data = write(tmp_path, {"plans/mau/a.yaml": plan("mau/a", "đầu"), "plans/mau/z.yaml": plan("mau/z", "cuối")})
    names = ["a"]
    for n in range(40):  # each time between the first and the one before: halving runs out of room
        ref = f"mau/b{99 - n}"
        write(tmp_path, {f"plans/{ref}.yaml": plan(ref, "giữa")})
        names.insert(1, f"b{99 - n}")
        found = search(data, "câu", "--kind", "task", "--limit", "100").rows()
        assert [row["ref"].partition("#")[0] for row in found] == [f"mau/{name}" for name in [*names, "z"]]


texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@given(titles=st.lists(texts, max_size=6), wanted=texts, open_=st.booleans(), limit=st.integers(1, 4))
@settings(max_examples=60)
def test_the_index_and_a_look_through_every_file_find_the_same(
    titles: list[str], wanted: str, open_: bool, limit: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("search")
    data = write(folder, {"plans/mau/ke-hoach.yaml": plan("mau/ke-hoach", *titles)})
    args = ("search", wanted + ("*" if open_ else ""), "--limit", str(limit), "--format", "json")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KEHOACH_CACHE", str(folder / "cache"))
        patch.setattr(asked, "MANY", 0)
        by_index = run(*args, data=data)
    assert by_index == run("--no-cache", *args, data=data)
    assert by_index.status == 0
