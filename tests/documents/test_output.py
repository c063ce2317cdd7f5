"""``-o``: kinds of files, what stands there already, and PDF."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.helpers import DATA, run
from tests.documents.conftest import DOCUMENTS
from tests.documents.word import Opened


def test_an_existing_file_stays(ward: Path, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(b"prose")
    result = run(*DOCUMENTS["report"], "-o", str(path), data=ward)
    assert (result.status, result.out) == (2, "")
    assert "--force" in result.err
    assert path.read_bytes() == b"prose"


def test_force_keeps_a_backup(ward: Path, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(b"prose")
    result = run(*DOCUMENTS["report"], "-o", str(path), "--force", data=ward)
    assert (result.status, result.err) == (0, "")
    assert f"Bản cũ giữ ở {path}.bak." in result.out
    assert Path(f"{path}.bak").read_bytes() == b"prose"
    assert "BÁO CÁO" in Opened.at(path).text


@pytest.mark.parametrize("command", [("report", "--year", "2027"), ("report", "--year", "2027", "--units"), ("summary", "mau/ke-hoach")])
@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("-o", "a.xyz"), "Không ghi được loại tệp '.xyz'"),
        (("-o", "bao-cao"), "tên không có đuôi"),
        (("--force",), "--force chỉ dùng khi ghi ra tệp"),
        (("--template", "mau.docx"), "--template chỉ dùng khi ghi ra tệp"),
    ],
)
def test_wrong_use(
    ward: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], more: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*command, *more, data=ward)
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert list(tmp_path.iterdir()) == []


def test_the_known_kinds_are_named(ward: Path) -> None:
    assert ".docx, .pdf" in run("report", "--year", "2027", "-o", "a.xyz", data=ward).err


def test_suffixes_in_capitals(ward: Path, tmp_path: Path) -> None:
    path = tmp_path / "BAO-CAO.DOCX"
    assert run(*DOCUMENTS["report"], "-o", str(path), data=ward).status == 0
    assert "BÁO CÁO" in Opened.at(path).text


def test_a_report_of_nothing(ward: Path, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    assert run("report", "--year", "2027", "--field", "doan-the", "-o", str(path), data=ward).status == 0
    opened = Opened.at(path)
    assert "Chưa có chỉ tiêu nào đến hạn mà đã có số liệu để chấm." in opened.text
    assert opened.trees(r"word/charts/[^/]+\.xml") == {}


def test_several_wards_are_reported_by_what_stands_above_them(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    assert run("report", "--year", "2027", "-o", str(path), data=DATA).status == 0
    text = Opened.at(path).text
    assert "ỦY BAN NHÂN DÂNTHÀNH PHỐ HẢI PHÒNG" in text
    assert "I. Lê Chân: Kinh tế" in text


def test_the_same_state_gives_the_same_text(ward: Path, tmp_path: Path) -> None:
    texts = []
    for name in ("a.docx", "b.docx"):
        assert run(*DOCUMENTS["several-years"], "--as-of", "2028-01-15", "-o", str(tmp_path / name), data=ward).status == 0
        texts.append(Opened.at(tmp_path / name).text)
    assert texts[0] == texts[1]
    assert "ngày 15 tháng 01 năm 2028" in texts[0]


def test_work_lists(written: dict[str, Opened]) -> None:
    (position,) = written["work"].tables_with("Việc, chỉ tiêu")
    rows = written["work"].rows(position)
    heads = [row[0] for row in rows if len(row) == 1]
    assert [head.partition(":")[0] for head in heads] == [
        "1. Phòng Văn hóa - Xã hội (Mẫu)",
        "2. Phòng Kinh tế, Hạ tầng và Đô thị (Mẫu)",
        "3. Chưa giao đơn vị nào chủ trì (Mẫu)",
    ]
    flags = [row[1] for row in rows[3 : 3 + 7]]
    assert flags == sorted(flags, reverse=True), "what falls due comes first"


def test_work_lists_on_the_terminal(ward: Path) -> None:
    text = run("report", "--year", "2027", "--units", "--unit", "phong-kt", data=ward).out
    assert "Mẫu · Phòng Kinh tế, Hạ tầng và Đô thị" in text
    assert "Xây dựng trạm y tế" in text
    assert run("report", "--year", "2027", "--units", "--format", "json", data=ward).rows()


def test_pdf(ward: Path, tmp_path: Path, office: str, pdftotext: str) -> None:
    assert office
    path = tmp_path / "bao-cao.pdf"
    result = run(*DOCUMENTS["several-years"], "-o", str(path), data=ward)
    assert (result.status, result.err) == (0, "")
    text = subprocess.run([pdftotext, "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()
    pages = text.split("\f")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0]
    assert pages[0].lstrip()[:1] != "1", "the first page has no number"
    assert pages[1].strip().startswith("2")
    assert any(page.lstrip().startswith("Phụ lục I\n") for page in pages)
    assert "1.302,25" in pages[1], "the chart's labels are drawn in Vietnamese numbers"
    assert "R&D <5%" in text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_becomes_pages(ward: Path, tmp_path: Path, office: str, pdftotext: str, name: str) -> None:
    assert office
    path = tmp_path / f"{name}.pdf"
    assert run(*DOCUMENTS[name], "-o", str(path), data=ward).status == 0
    text = subprocess.run([pdftotext, str(path), "-"], capture_output=True, check=True).stdout.decode()
    assert "Nơi nhận" in text


def test_without_libreoffice(ward: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kehoach.renderers import as_pdf

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(as_pdf, "_PLACES", ())
    result = run(*DOCUMENTS["report"], "-o", str(tmp_path / "a.pdf"), data=ward)
    assert (result.status, result.out) == (3, "")
    assert "không có LibreOffice" in result.err
    assert not (tmp_path / "a.pdf").exists()
