"""``diff -o``: the approver's page, opened again."""

from __future__ import annotations

from pathlib import Path

import docx

from tests.revisions.repo import Repo


def test_the_page_shows_old_beside_new(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.edit("test: {ge: 97}", "test: {ge: 95}")
    page = tmp_path / "so-sanh.docx"
    assert repo.run("diff", "-o", str(page)).status == 0
    document = docx.Document(str(page))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["TT", "Thay đổi", "Cũ", "Mới", "Căn cứ", "Mức độ"] in rows
    changed = next(row for row in rows if "từ 95% trở lên" in row)
    assert changed[2:4] == ["từ 97% trở lên", "từ 95% trở lên"]
    assert changed[5] == "cần duyệt"
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "BẢNG SO SÁNH" in text
    assert "HEAD – bản đang sửa" in text
    assert "{{" not in text + str(rows)


def test_the_page_is_never_written_over(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    page = tmp_path / "so-sanh.docx"
    page.write_text("của tôi", "utf-8")
    result = repo.run("diff", "-o", str(page))
    assert result.status == 2
    assert page.read_text("utf-8") == "của tôi"
