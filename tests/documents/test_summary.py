"""``kehoach summary``: one plan, in text, Markdown, JSON and Word."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.helpers import DATA, no_noise, run
from tests.documents import sample
from tests.documents.word import Opened

KEYS = {
    "ref",
    "name",
    "kind",
    "number",
    "issued",
    "title",
    "issuer",
    "signer",
    "period",
    "addressees",
    "recipients",
    "targets",
    "tasks",
    "projects",
    "citations",
    "findings",
    "made",
    "provenance",
}


def test_the_object(ward: Path) -> None:
    found = run("summary", "mau/ke-hoach", "--format", "json", data=ward).record()
    assert set(found) == KEYS
    assert (found["kind"], found["number"], found["issued"], found["period"]) == ("Kế hoạch", "12/KH-UBND", "15/1/2026", "2026-2030")
    assert found["signer"] == "Nguyễn Văn Mẫu, Chủ tịch"
    assert [(t["field"], t["name"]) for t in found["targets"]][:2] == [
        ("Kinh tế", "Số doanh nghiệp thành lập mới"),
        ("Kinh tế", "Thu ngân sách trên địa bàn"),
    ]
    assert [(t["unit"], t["title"]) for t in found["tasks"]] == [
        ("Phòng Văn hóa - Xã hội", "Xây dựng Đề án chuyển đổi số của phường"),
        ("Phòng Văn hóa - Xã hội", "Tuyên truyền bảo hiểm y tế"),
        ("Chưa giao đơn vị nào chủ trì", "Rà soát quy hoạch"),
    ]
    assert [(p["name"], p["area"], p["owner"]) for p in found["projects"]] == [("Xây dựng trạm y tế", "0,25 ha", "Ban Quản lý dự án")]
    assert [(c["role"], c["words"], c["clauses"]) for c in found["citations"]] == [
        ("Thực hiện", "Nghị quyết số 01-NQ/TW ngày 24/1/2025 của Bộ Chính trị: về một việc", ["Mở đầu"])
    ]


def test_findings_are_those_of_this_plan(ward: Path) -> None:
    told = run("check", "--plan", "mau/ke-hoach", "--format", "json", data=ward).rows()
    found = run("summary", "mau/ke-hoach", "--format", "json", data=ward).record()["findings"]
    assert [(f["rule"], f["message"]) for f in found] == [(p["rule"], p["message"]) for p in told]
    assert found


@pytest.mark.parametrize("form", ["text", "md"])
def test_words(ward: Path, form: str) -> None:
    result = run("summary", "ke-hoach", "--format", form, data=ward)
    assert (result.status, result.err) == (0, "")
    assert no_noise(result.out)
    for words in ("Chỉ tiêu (9)", "Nhiệm vụ theo đơn vị chủ trì (3)", "Dự án (1)", "Văn bản liên quan (1)", "Nguyễn Văn Mẫu, Chủ tịch"):
        assert words in result.out
    assert (sample.HARD if form == "text" else "R&D &lt;5%") in result.out


def test_every_real_plan(tmp_path: Path) -> None:
    for row in run("list-plans", "--format", "json").rows():
        path = tmp_path / f"{row['id'].partition('/')[2]}.docx"
        assert run("summary", row["id"], "-o", str(path), data=DATA).status == 0
        found = run("summary", row["id"], "--format", "json").record()
        assert len(found["targets"]) == row["targets"]
        text = Opened.at(path).text
        assert f"{row['targets']} chỉ tiêu, {row['tasks']} nhiệm vụ, {row['projects']} dự án" in text


def test_the_document(written: dict[str, Opened]) -> None:
    opened = written["summary"]
    facts = dict(row for row in opened.rows(1) if len(row) == 2)
    assert facts["Số, ký hiệu"] == "12/KH-UBND"
    assert facts["Nội dung"] == "9 chỉ tiêu, 3 nhiệm vụ, 1 dự án"
    (projects,) = opened.tables_with("Chủ đầu tư")
    assert opened.rows(projects)[2] == ["1", "Xây dựng trạm y tế", "Ban Quản lý dự án", "đến 2027", "0,25 ha", "ngân sách"]


def test_a_party_plan_has_the_party_s_head(ward: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    assert run("summary", "mau/chuong-trinh", "-o", str(path), data=ward).status == 0
    text = Opened.at(path).text
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text
    assert "CỘNG HÒA" not in text
    assert "Chương trình số 12-CTr/ĐU" in text
    assert "Văn bản không giao nhiệm vụ nào." in text


def test_names(ward: Path, tmp_path: Path) -> None:
    result = run("summary", "mau/ke-hoac", data=ward)
    assert result.status == 2
    assert "có phải 'mau/ke-hoach'?" in result.err
    copy = shutil.copytree(ward, tmp_path / "data")
    shutil.copytree(copy / "plans/mau", copy / "plans/dong")
    for path in (copy / "plans/dong").iterdir():
        path.write_text(path.read_text("utf-8").replace("id: mau/", "id: dong/"), "utf-8")
    assert "có thể là nhiều mục" in run("summary", "ke-hoach", data=copy).err
    (copy / "plans/mau/ke-hoach.yaml").write_text("không: [đóng\n", "utf-8")
    result = run("summary", "mau/ke-hoach", data=copy)
    assert result.status == 2
    assert "mục này có thể nằm trong đó" in result.err


def test_a_bad_format(ward: Path) -> None:
    result = run("summary", "mau/ke-hoach", "--format", "csv", data=ward)
    assert (result.status, result.out) == (2, "")
    assert "text, json, md" in result.err
