"""Documents out of .txt, .docx and .pdf: their text, their clauses, and what ``verify`` says of an honest and of a spoilt registry."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kehoach.errors import CannotRead
from kehoach.files import adapters, yaml_text
from kehoach.files.source.clauses import Document, read_clauses
from kehoach.files.source.headings import heading_clauses, heading_part
from kehoach.files.source.reader import read_source
from kehoach.model.plan import Section
from tests.conftest import PLAN, kehoach, make_registry
from tests.fixtures import mau

PDF = Path(__file__).parent / "fixtures" / "mau.pdf"
KINDS = ["txt", "docx", "pdf"]

RECORDS = """\
targets:
  - id: thu-ngan-sach
    clause: II.1 gạch 1
    indicator: bhyt
    test: {eq: 10.5}
    when: {over: [2026, 2030]}
    quote: Thu ngân sách trên địa bàn tăng bình quân 10,5%/năm trong giai đoạn 2026 - 2030
  - id: doanh-nghiep
    clause: II.1 gạch 2
    indicator: bhyt
    test: {ge: 1120}
    when: {by: 2030}
    quote: Đến năm 2030 có ít nhất 1.120 doanh nghiệp
  - {id: moi, clause: II.1 gạch 2 cộng 1, indicator: bhyt, test: {eq: 200}, when: {by: 2030}, quote: thành lập mới đạt 200 doanh nghiệp}
  - {id: ho, clause: II.1 gạch 2 cộng 2, indicator: bhyt, test: {eq: 110}, when: {by: 2030}, quote: Hộ kinh doanh … đạt 110 hộ}
  - {id: bhyt, clause: II.2.(1), indicator: bhyt, test: {ge: 97}, when: {by: 2030}, quote: bảo hiểm y tế đến năm 2030 đạt 97% trở lên, lead_at: IV.1}
  - {id: ho-ngheo, clause: II.2.(2), indicator: ho-ngheo, test: {lt: 0.5}, when: {by: 2030}, quote: "đến năm 2030 dưới 0,5%"}
  - {id: can-ngheo, clause: II.2.a), indicator: ho-ngheo, test: {ge: 15}, when: {each_year: period}, quote: Hộ cận nghèo giảm 15 hộ mỗi năm}
  - {id: cay-xanh, clause: III mục *1 đoạn 1, indicator: bhyt, test: {ge: 3500}, when: {by: 2027}, quote: trồng mới 3.500 cây xanh}

tasks:
  - {id: t-nha-tam, clause: II.2.b), title: Xóa nhà tạm, quote: Hộ có nhà tạm được hỗ trợ sửa chữa nhà ở, when: {by: 2027}}
  - {id: t-kh, clause: IV.1, title: Chủ trì, quote: Phòng Văn hóa - Xã hội chủ trì, when: undated}
  - {id: t-ket, clause: Kết, title: Thực hiện, quote: đề nghị các đơn vị nghiêm túc thực hiện, when: undated}
  - {id: t-muc-dich, clause: I đoạn 2, title: Trách nhiệm, quote: "xác định rõ trách nhiệm, bảo đảm thiết thực, hiệu quả, tránh hình thức", when: undated}
"""
TABLE = """\
  - {id: t-de-an, clause: PL01.1, title: Xây dựng Đề án, quote: Xây dựng Đề án chuyển đổi số, when: {by: 2026}}

projects:
  - {id: p-mam-non, clause: PL01.2, name: Đầu tư mở rộng trường mầm non, when: {by: 2027}, area: {value: 2.5, unit: ha}}
"""
UNCOVERED = """\
uncovered:
  - {clause: Nơi nhận, printed: VHXH, reason: chữ viết tắt}
"""


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the same document as text, Word and PDF."""
    folder = tmp_path_factory.mktemp("van-ban")
    mau.write_txt(folder / "mau.txt")
    mau.write_docx(folder / "mau.docx")
    shutil.copy(PDF, folder / "mau.pdf")
    return folder


def plan_text(source: Path, *, table: bool = True) -> str:
    head = PLAN.split("sections:")[0]
    head = head.replace("mau.txt", source.name).replace("0" * 64, hashlib.sha256(source.read_bytes()).hexdigest())
    records = RECORDS + (TABLE if table else "\nprojects: []\n")
    return f"{head}sections:\n{mau.SECTIONS}\n{UNCOVERED}\n{records}"


def sections() -> tuple[Section, ...]:
    record, problems = adapters.read("plan", yaml_text.parse(plan_text(PDF)), "a.yaml")
    assert problems == []
    found: tuple[Section, ...] = record.sections
    return found


def cut(path: Path) -> Document:
    return read_clauses(read_source(path).text, sections())


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_text_is_all_there_and_in_order(sources: Path, kind: str) -> None:
    source = read_source(sources / f"mau.{kind}")
    assert source.name == f"mau.{kind}"
    assert source.sha256 == hashlib.sha256((sources / f"mau.{kind}").read_bytes()).hexdigest()
    text, position = flat(source.text), 0
    for paragraph in [*mau.HEAD, *mau.BODY, *mau.APPENDIX]:
        assert paragraph in text[position:]
        position = text.index(paragraph, position)
    for row in mau.ROWS:
        assert flat(" ".join(row)) in text[position:]


def test_a_merged_cell_is_read_once(sources: Path) -> None:
    assert read_source(sources / "mau.docx").text.count("Nhiệm vụ, cơ quan, thời gian") == 1


def test_the_pdf_has_two_pages_with_a_number_inside_a_list(sources: Path) -> None:
    assert [line.strip() for line in read_source(sources / "mau.pdf").text.split("\n")].count("1") == 1


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_text_file_may_come_from_any_system(tmp_path: Path, ends: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + f"I. MỤC TIÊU{ends}Một.{ends}\fHai.".encode())
    assert read_source(path).text.split() == ["I.", "MỤC", "TIÊU", "Một.", "Hai."]
    assert "\r" not in read_source(path).text


CLAUSES = {
    "Mở đầu": mau.BODY[0],
    "I": mau.BODY[1],
    "I đoạn 1": mau.BODY[2],
    "I đoạn 2": mau.BODY[3],
    "II.1": mau.BODY[5],
    "II.1 gạch 1": mau.BODY[6],
    "II.1 gạch 2": mau.BODY[7],
    "II.1 gạch 2 cộng 1": mau.BODY[8],
    "II.1 gạch 2 cộng 2": mau.BODY[9],
    "II.2": mau.BODY[10],
    "II.2.(1)": mau.BODY[11],
    "II.2.(2)": mau.BODY[12],
    "II.2.a)": mau.BODY[13],
    "II.2.b)": mau.BODY[14],
    "III mục *1": mau.BODY[16],
    "III mục *1 đoạn 1": mau.BODY[17],
    "IV.1": mau.BODY[19],
    "Kết": mau.BODY[20],
    "Nơi nhận": " ".join(mau.BODY[21:]),
}
ROW_CLAUSES = {f"PL01.{row[0]}": " ".join(row[1:]) for row in mau.ROWS}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("clause", CLAUSES)
def test_every_clause_is_found_whole(sources: Path, kind: str, clause: str) -> None:
    parts = cut(sources / f"mau.{kind}").by_clause[clause]
    text = flat(" ".join(part.text for part in parts))
    assert text.endswith(CLAUSES[clause]) if clause == "Mở đầu" else text == CLAUSES[clause]


@pytest.mark.parametrize("kind", ["txt", "docx"])
@pytest.mark.parametrize("clause", ROW_CLAUSES)
def test_every_row_is_found_whole(sources: Path, kind: str, clause: str) -> None:
    parts = cut(sources / f"mau.{kind}").by_clause[clause]
    assert [flat(part.text) for part in parts] == [ROW_CLAUSES[clause]]


@pytest.mark.parametrize("kind", KINDS)
def test_every_heading_is_found_and_nothing_more(sources: Path, kind: str) -> None:
    document = cut(sources / f"mau.{kind}")
    assert document.missing == ()
    assert document.headings == {clause for clause, _ in heading_clauses(sections())}
    known = {*CLAUSES, *ROW_CLAUSES, "II", "III", "IV", "IV.1 đoạn 1", "PL01", "Tiêu đề", "Kính gửi"}
    assert set(document.by_clause) <= known


def test_a_line_of_a_clause_is_its_line_in_the_file(sources: Path) -> None:
    lines = (sources / "mau.txt").read_text("utf-8").split("\n")
    for part in cut(sources / "mau.txt").parts:
        for word in ("97%", "1.120", "3.500", "10,5%/năm", "nghiêm túc"):
            if word in part.text:
                assert word in lines[part.line_at(part.text.index(word)) - 1]


@pytest.mark.parametrize(
    ("clause", "heading"),
    [
        ("II.1 gạch 2 cộng 1", "II.1"),
        ("II.2.(1)", "II.2"),
        ("II.2.a)", "II.2"),
        ("III mục *1 đoạn 1", "III mục *1"),
        ("PL01.2", "PL01"),
        ("IV", "IV"),
        ("Kết", "Kết"),
        ("Nơi nhận", "Nơi nhận"),
        ("V.1", None),
        ("gạch 1", None),
    ],
)
def test_the_heading_of_a_clause(clause: str, heading: str | None) -> None:
    assert heading_part(clause, frozenset(c for c, _ in heading_clauses(sections()))) == heading


def test_a_heading_that_is_not_there_is_named() -> None:
    found = read_clauses("I. MỤC TIÊU\n\nMột.\n", (Section(title="MỤC TIÊU", label="I"), Section(title="NHIỆM VỤ", label="II")))
    assert (set(found.headings), list(found.missing)) == ({"I"}, ["II"])


def written(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0", "'.doc'"),
        ("a", b"I.", "''"),
        ("a.txt", b"", "không có chữ"),
        ("a.txt", b" \n\t\n", "không có chữ"),
        ("a.txt", "Lê Chân".encode("utf-16"), "UTF-8"),
        ("a.docx", b"", "hỏng"),
        ("a.docx", b"PK\x03\x04 hong", "hỏng"),
        ("a.pdf", b"", "hỏng"),
        ("a.pdf", b"%PDF-1.7\n%%EOF", "hỏng"),
        ("a.PDF", b"khong phai", "hỏng"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, raw: bytes, why: str) -> None:
    with pytest.raises(CannotRead) as caught:
        read_source(written(tmp_path, name, raw))
    assert why in caught.value.message
    assert name in caught.value.message
    assert caught.value.remedy


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="không có"):
        read_source(tmp_path / "a.txt")
    with pytest.raises(CannotRead):
        read_source(tmp_path)


def test_a_word_file_cut_short_is_damaged(tmp_path: Path, sources: Path) -> None:
    raw = (sources / "mau.docx").read_bytes()
    with pytest.raises(CannotRead, match="hỏng"):
        read_source(written(tmp_path, "a.docx", raw[: len(raw) // 2]))


def test_a_zip_that_is_no_word_file_is_damaged(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("a.txt", "chữ")
    with pytest.raises(CannotRead, match="hỏng"):
        read_source(tmp_path / "a.docx")


def test_an_empty_word_file_has_no_text(tmp_path: Path) -> None:
    import docx

    docx.Document().save(str(tmp_path / "a.docx"))
    with pytest.raises(CannotRead, match="không có chữ"):
        read_source(tmp_path / "a.docx")


def test_a_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w", force_zip64=True) as entry:
        for _ in range(310):
            entry.write(bytes(1024 * 1024))
    assert path.stat().st_size < 1024 * 1024
    with pytest.raises(CannotRead, match="phình ra"):
        read_source(path)


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(60 * 1024 * 1024 + 1)
    with pytest.raises(CannotRead, match="lớn quá"):
        read_source(path)


def verified(tmp_path: Path, sources: Path, plan: str, *more: str) -> tuple[int, list[dict[str, Any]], str]:
    make_registry(tmp_path, plans={"mau/ke-hoach-2026": plan})
    done = kehoach(["verify", "--sources", sources, "--format", "json", *more], tmp_path)
    assert "Traceback" not in done.stderr
    return done.returncode, json.loads(done.stdout or "[]"), done.stderr


def faults(rows: list[dict[str, Any]]) -> list[str]:
    return [row["ref"].partition("#")[2] or "head" for row in rows if row.get("ok") is False]


def test_the_three_kinds_of_file_give_the_same_evidence(tmp_path: Path, sources: Path) -> None:
    answers = []
    for kind in KINDS:
        status, rows, _ = verified(tmp_path / kind, sources, plan_text(sources / f"mau.{kind}", table=False))
        assert status == 0
        answers.append([(row["ref"], row["ok"], row["reason"]) for row in rows])
    assert answers[0] == answers[1] == answers[2]
    assert len(answers[0]) >= 12
    assert all(ok for _, ok, _ in answers[0])


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_rows_of_a_table_are_proved(tmp_path: Path, sources: Path, kind: str) -> None:
    status, rows, _ = verified(tmp_path, sources, plan_text(sources / f"mau.{kind}"))
    assert (status, faults(rows)) == (0, [])
    assert {"mau/ke-hoach-2026#t-de-an", "mau/ke-hoach-2026#p-mam-non"} <= {row["ref"] for row in rows}


SPOILT = {
    "a figure in a quote": ("đến năm 2030 đạt 97% trở lên", "đến năm 2030 đạt 98% trở lên", ["bhyt"]),
    "a figure of the test": ("{ge: 97}", "{ge: 98}", ["bhyt"]),
    "a decimal of the test": ("{lt: 0.5}", "{lt: 5}", ["ho-ngheo"]),
    "a word of a quote": ("có ít nhất 1.120", "có khoảng 1.120", ["doanh-nghiep"]),
    "an accent of a quote": ("trồng mới", "trông mới", ["cay-xanh"]),
    "a capital of a quote": ("quote: Hộ cận nghèo", "quote: hộ cận nghèo", ["can-ngheo"]),
    "the order of the parts": ("Hộ kinh doanh … đạt 110 hộ", "đạt 110 hộ … Hộ kinh doanh", ["ho"]),
    "a neighbouring clause": ("clause: II.2.(1)", "clause: II.2.(2)", ["bhyt"]),
    "a clause that is not there": ("clause: II.2.a)", "clause: II.2.c)", ["can-ngheo"]),
    "a heading that is not there": ("clause: III mục *1 đoạn 1", "clause: V.1", ["cay-xanh"]),
    "the clause of a lead": ("lead_at: IV.1", "lead_at: IV.9", ["bhyt"]),
    "the quote of a task": ("được hỗ trợ sửa chữa", "được xây mới", ["t-nha-tam"]),
    "the name of a project": ("name: Đầu tư mở rộng trường mầm non", "name: Đầu tư xây dựng trường mầm non", ["p-mam-non"]),
    "a row of the table": ("clause: PL01.1", "clause: PL01.2", ["t-de-an"]),
    "what is explained away": ("printed: VHXH", "printed: VHXX", ["head"]),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_spoilt_record_is_named_and_no_other(tmp_path: Path, sources: Path, what: str) -> None:
    old, new, named = SPOILT[what]
    good = plan_text(sources / "mau.txt")
    assert good.count(old) == 1
    status, rows, _ = verified(tmp_path, sources, good.replace(old, new))
    assert (status, faults(rows)) == (1, named)
    row = next(row for row in rows if not row["ok"])
    line = (tmp_path / "data/plans/mau/ke-hoach-2026.yaml").read_text("utf-8").split("\n")[row["line"] - 1]
    assert named[0] in line or "quote:" in line or "printed:" in line
    assert row["reason"]


def test_a_spoilt_hash_is_named(tmp_path: Path, sources: Path) -> None:
    good = plan_text(sources / "mau.txt")
    digest = hashlib.sha256((sources / "mau.txt").read_bytes()).hexdigest()
    status, rows, _ = verified(tmp_path, sources, good.replace(digest, "f" * 64))
    assert (status, faults(rows)) == (1, ["head"])
    assert "SHA-256" in next(row["reason"] for row in rows if not row["ok"])


def test_a_changed_source_is_named_with_the_record_it_no_longer_proves(tmp_path: Path, sources: Path) -> None:
    good = plan_text(sources / "mau.txt")
    folder = tmp_path / "van-ban"
    folder.mkdir()
    text = (sources / "mau.txt").read_text("utf-8")
    (folder / "mau.txt").write_bytes(text.replace("mới 3.500", "mới 2.500").encode())
    status, rows, _ = verified(tmp_path, folder, good)
    assert (status, faults(rows)) == (1, ["head", "cay-xanh"])


def test_a_heading_too_many_is_named(tmp_path: Path, sources: Path) -> None:
    good = plan_text(sources / "mau.txt").replace(
        "TỔ CHỨC THỰC HIỆN, label: IV}", "TỔ CHỨC THỰC HIỆN, label: IV}\n  - {title: PHỤ CHÚ, label: V}"
    )
    status, rows, _ = verified(tmp_path, sources, good)
    assert (status, faults(rows)) == (1, ["head"])
    assert "đề mục V" in next(row["reason"] for row in rows if not row["ok"])


@pytest.mark.parametrize("name", ["khong-co.txt", "../mau.txt", "mau.doc"])
def test_a_source_that_cannot_be_read_is_named(tmp_path: Path, sources: Path, name: str) -> None:
    status, rows, said = verified(tmp_path, sources, plan_text(sources / "mau.txt").replace("file: mau.txt", f"file: {name}"))
    assert (status, rows) == (1, [])
    assert name in said


def test_every_figure_is_accounted_for_until_a_target_goes(tmp_path: Path, sources: Path) -> None:
    good = plan_text(sources / "mau.txt").replace(
        "  - {clause: Nơi nhận",
        "  - {clause: II.2.b), printed: năm 2028, reason: hạn}\n  - {clause: Nơi nhận",
    )
    status, rows, _ = verified(tmp_path / "du", sources, good, "--coverage")
    assert [row for row in rows if "printed" in row and not row["covered_by"] and not row["reason"]] == []
    assert status == 0
    without = "\n".join(line for line in good.split("\n") if "{id: can-ngheo" not in line)
    status, rows, _ = verified(tmp_path / "thieu", sources, without, "--coverage")
    missing = [row for row in rows if "printed" in row and not row["covered_by"] and not row["reason"]]
    assert [(row["clause"], row["printed"]) for row in missing] == [("II.2.a)", "15 hộ")]
    lines = (sources / "mau.txt").read_text("utf-8").split("\n")
    assert "15 hộ" in lines[missing[0]["line"] - 1]
    assert status == 1


def test_every_record_of_the_real_registry_stands_in_its_document(real_registry: Path) -> None:
    folder = real_registry.parent.parent / "shared" / "sources"
    if not folder.is_dir():
        pytest.skip("the real documents are not beside the project")
    done = kehoach(["verify", "--sources", folder, "--format", "json"], real_registry.parent)
    rows = json.loads(done.stdout)
    assert faults(rows) == []
    assert len(rows) > 400
    assert done.returncode == 0
