"""Templates from an office: edited ones work, wrong ones are refused with every fault named, dangerous ones do nothing."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from kehoach.registry import Registry, load_registry
from kehoach.renderers.as_word import edit_words, report_words, summary_words, worklist_words
from kehoach.renderers.as_word.template import starter
from kehoach.renderers.as_word.variable import Variable
from kehoach.renderers.as_word.variables import DOCUMENTS, REPORT
from kehoach.reports.assignments import Assignments
from kehoach.reports.edit_page import EditPage
from kehoach.reports.summary import Summary
from kehoach.reports.view import View
from tests.cli.helpers import Result, run
from tests.documents.conftest import DOCUMENTS as COMMANDS
from tests.documents.word import NS, Opened, W

BODY = "word/document.xml"
Edit = Callable[[str], str]


@pytest.fixture(scope="module")
def original() -> Opened:
    return Opened.at(starter("bao-cao.docx"))


def save(folder: Path, content: bytes) -> Path:
    path = folder / "mau.docx"
    path.write_bytes(content)
    return path


def report(ward: Path, template: Path, folder: Path) -> tuple[Result, Path]:
    path = folder / "ra.docx"
    return run(*COMMANDS["report"], "-o", str(path), "--template", str(template), data=ward), path


def with_text(folder: Path, *paragraphs: str) -> Path:
    """A template of a few paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    path = folder / "mau.docx"
    document.save(str(path))
    return path


# -- restyled by an office ---------------------------------------------------------------------------------------------------


def test_another_font(ward: Path, original: Opened, tmp_path: Path) -> None:
    edited = original.edited({"word/styles.xml": lambda text: text.replace("Times New Roman", "Arial")})
    result, path = report(ward, save(tmp_path, edited), tmp_path)
    assert (result.status, result.err) == (0, "")
    opened = Opened.at(path)
    assert {font for _, slots in opened.fonts() for font in slots.values()} == {"Arial"}
    for chart in opened.trees(r"word/charts/[^/]+\.xml").values():
        assert {font.get("typeface") for font in chart.iterfind(".//a:latin", NS)} == {"Arial"}, "charts follow the body text"


def test_a_removed_column(ward: Path, original: Opened, tmp_path: Path) -> None:
    path = save(tmp_path, without_column(original, "Ghi chú"))
    assert run("template", "check", str(path), data=None).status == 0
    result, made = report(ward, path, tmp_path)
    assert (result.status, result.err) == (0, "")
    rows = Opened.at(made).rows(Opened.at(made).tables_with("Đánh giá")[0])
    assert rows[0] == ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm", "Thực hiện", "Tỷ lệ (%)", "Đánh giá", "Cơ quan chủ trì"]
    assert len([row for row in rows if row[0].isdecimal()]) == 9


def without_column(original: Opened, head: str) -> bytes:
    """Delete a column as Word does: its grid column, its cell of every row, one column of merged cells."""
    from lxml import etree

    tree = original.tree()
    for table in tree.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        heads = ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in rows[0].findall(f"{W}tc")]
        if head not in heads or "Kế hoạch năm" not in heads:
            continue
        position = heads.index(head)
        table.find(f"{W}tblGrid").remove(table.find(f"{W}tblGrid")[position])
        for row in rows:
            cells = row.findall(f"{W}tc")
            if len(cells) == len(heads):
                row.remove(cells[position])
            else:
                span = cells[0].find(f"{W}tcPr/{W}gridSpan")
                span.set(f"{W}val", str(len(heads) - 1))
    return original.edited({BODY: lambda _: etree.tostring(tree, encoding="unicode")})


def test_words_of_the_office_and_runs_cut_by_word(ward: Path, original: Opened, tmp_path: Path) -> None:
    """Word cuts a tag into several runs when somebody edits inside it."""

    def edit(text: str) -> str:
        cut = '{{ tong</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>_hop }}'
        return text.replace("{{ tong_hop }}", cut).replace("Các chỉ tiêu không đạt:", "Các chỉ tiêu chưa đạt, cần tập trung:")

    result, path = report(ward, save(tmp_path, original.edited({BODY: edit})), tmp_path)
    assert (result.status, result.err) == (0, "")
    assert "Các chỉ tiêu chưa đạt, cần tập trung:" in Opened.at(path).text
    assert Opened.at(path).text.count("4/5 chỉ tiêu đạt và vượt") == 2


def test_a_decomposed_template_is_composed(ward: Path, original: Opened, tmp_path: Path) -> None:
    import unicodedata

    edited = original.edited({BODY: lambda text: unicodedata.normalize("NFD", text)})
    result, path = report(ward, save(tmp_path, edited), tmp_path)
    assert (result.status, result.err) == (0, "")
    assert unicodedata.is_normalized("NFC", Opened.at(path).parts[BODY].decode())


def test_curly_quotes_inside_a_tag(ward: Path, tmp_path: Path) -> None:
    result, path = report(ward, with_text(tmp_path, "{{ cap_tren | default(“không có”, true) }}"), tmp_path)
    assert (result.status, result.err) == (0, "")
    assert Opened.at(path).text == "Ủy ban nhân dân tỉnh Mẫu Lớn"


def test_saved_by_libreoffice(ward: Path, tmp_path: Path, office: str) -> None:
    """Every starter goes through another word processor and back, and still gives the same text."""
    for kind, name in (
        ("report", "bao-cao.docx"),
        ("several-years", "bao-cao.docx"),
        ("work", "giao-viec.docx"),
        ("summary", "tom-tat.docx"),
    ):
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        form = "docx:MS Word 2007 XML"
        command = [office, profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path), str(starter(name))]
        subprocess.run(command, check=True, capture_output=True)
        texts: list[list[str]] = []
        for template in (tmp_path / name, starter(name)):
            path = tmp_path / f"{kind}-{len(texts)}.docx"
            result = run(*COMMANDS[kind], "-o", str(path), "--template", str(template), data=ward)
            assert (result.status, result.err) == (0, "")
            opened = Opened.at(path)
            texts.append([text for text in opened.paragraphs if text.strip()])
            assert len(opened.document.sections) == {"report": 3, "several-years": 3, "work": 2, "summary": 1}[kind]
        assert texts[0] == texts[1]


# -- wrong templates ---------------------------------------------------------------------------------------------------------


def test_a_renamed_variable_is_refused_by_its_name(ward: Path, original: Opened, tmp_path: Path) -> None:
    renamed = original.edited({BODY: lambda text: text.replace("{{ d.thuc_hien }}", "{{ d.ket_qua_thuc_hien }}")})
    result, path = report(ward, save(tmp_path, renamed), tmp_path)
    assert result.status == 2
    assert "không có biến `d.ket_qua_thuc_hien`; có phải `d.thuc_hien`?" in result.err
    assert not path.exists()


def test_every_fault_is_named_at_once(original: Opened, tmp_path: Path) -> None:
    edits: dict[str, Edit] = {
        BODY: lambda text: (
            text.replace("{{ d.chu_tri }}", "{{ d.chu_chi }}")
            .replace("{{ tong_hop }}", "{{ tonghop | vietnam }}")
            .replace("{%tr for k in khoi %}", "{%tr for k in cac_khoi %}")
        ),
        "word/header1.xml": lambda text: text.replace("</w:p>", "<w:r><w:t>{{ co_quann }}</w:t></w:r></w:p>", 1),
    }
    result = run("template", "check", str(save(tmp_path, original.edited(edits))), data=None)
    assert result.status == 1
    for name in (
        "`d.chu_chi`; có phải `d.chu_tri`?",
        "`tonghop`; có phải `tong_hop`?",
        "`vietnam`",
        "`cac_khoi`",
        "`co_quann`; có phải `co_quan`?",
    ):
        assert name in result.out, name
    assert "đầu trang, đoạn 1" in result.out
    assert re.search(r"thân văn bản, bảng, đoạn \d+, “{{ d.chu_chi }}”: không có biến `d.chu_chi`", result.out)
    assert "k.so" not in result.out, "what hangs on an unknown list is told once"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["{{ ky"], "thẻ dở dang"),
        (["ky }}"], "thẻ dở dang"),
        (["{{ ky", "}}"], "thẻ dở dang"),
        (["{{ }}"], "thẻ rỗng"),
        (["{{ ky ky }}"], "thẻ viết sai"),
        (["{% if nhieu_nam %}x"], "“{% if nhieu_nam %}”: thiếu thẻ đóng"),
        (["x{% endif %}"], "`endif` thừa"),
        (["{% for k in khoi %}{% if k.so %}{% endfor %}"], "`endfor` không khớp"),
        (["{% if %}x{% endif %}"], "thẻ viết sai"),
        (["{% lap k in khoi %}"], "không có lệnh `lap`"),
        (["{%tr for k in khoi %}", "{%tr endfor %}"], "phải đứng trong một hàng của bảng"),
        (["{%p if nhieu_nam %}{%p endif %}"], "hai thẻ trong cùng một đoạn"),
        (["{{ khoi }}"], "là một danh sách"),
        (["{{ khoi.dong }}"], "là một danh sách"),
        (["{% for x in ky %}{% endfor %}"], "không phải danh sách"),
        (["{% for k in khoi %}{{ k.ten }}{% endfor %}"], "không có biến `k.ten`"),
        (["{% for k in khoi %}{% endfor %}{{ k.so }}"], "không có biến `k`"),
        (["{{ ky | in_hoa }}"], "không có bộ lọc `in_hoa`"),
    ],
)
def test_broken_tags(tmp_path: Path, texts: list[str], said: str) -> None:
    result = run("template", "check", "--for", "bao-cao", str(with_text(tmp_path, *texts)), data=None)
    assert result.status == 1
    assert said in result.out
    assert "đoạn " in result.out


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ ky.__class__ }}",
        "{{ khoi.append(1) }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{% for i in range(1000000000) %}x{% endfor %}",
        "{% for a in khoi %}{% for b in khoi %}{% for c in khoi %}x{% endfor %}{% endfor %}{% endfor %}",
        "{% include 'x' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}",
        "{{ cycler('a') }}",
        "{{ lipsum(n=100) }}",
        "{% set x = 1 %}",
        "{{ ky | safe }}",
        "{{ '%s' | format(ky) }}",
        "{{ self }}",
    ],
)
def test_a_template_calls_and_computes_nothing(ward: Path, tmp_path: Path, text: str) -> None:
    result, path = report(ward, with_text(tmp_path, text), tmp_path)
    assert result.status == 2
    assert "không dùng được:" in result.err
    assert "Traceback" not in result.err
    assert not path.exists()


def test_a_chart_stands_in_the_body_only(ward: Path, original: Opened, tmp_path: Path) -> None:
    add: Edit = lambda text: text.replace("</w:p>", "<w:r><w:t>{{ bieu_do_danh_gia }}</w:t></w:r></w:p>", 1)  # noqa: E731
    result, _ = report(ward, save(tmp_path, original.edited({"word/header1.xml": add})), tmp_path)
    assert result.status == 2
    assert "biểu đồ chỉ đặt được trong thân văn bản" in result.err


def test_a_tag_may_not_eat_a_section_break(original: Opened, tmp_path: Path) -> None:
    def edit(text: str) -> str:
        break_ = re.search(r"<w:pPr>(?:(?!</w:pPr>).)*<w:sectPr", text, re.DOTALL)
        assert break_
        end = text.index("</w:pPr>", break_.end()) + len("</w:pPr>")
        return f"{text[:end]}<w:r><w:t>{{%p if dang %}}</w:t></w:r></w:p><w:p><w:r><w:t>{{%p endif %}}</w:t></w:r>{text[end:]}"

    result = run("template", "check", str(save(tmp_path, original.edited({BODY: edit}))), data=None)
    assert result.status == 1
    assert "ngắt phần" in result.out


def test_a_loop_over_half_a_table_is_refused(ward: Path, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{% for k in khoi %}")
    document.add_table(1, 1).cell(0, 0).text = "{% endfor %}"
    path = tmp_path / "mau.docx"
    document.save(str(path))
    result, _ = report(ward, path, tmp_path)
    assert result.status == 2
    assert "mở ở một chỗ (đoạn, ô, hàng) và đóng ở chỗ khác loại" in result.err


# -- files that are no templates ---------------------------------------------------------------------------------------------


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def bomb(original: Opened) -> bytes:
    return packed({**original.parts, "word/media/a.bin": b"\0" * (101 * 1024 * 1024)})


def with_entity(original: Opened) -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    body = re.sub(rb"^<\?xml[^>]*\?>", head, original.parts[BODY])
    return packed({**original.parts, BODY: body.replace(b"{{ tong_hop }}", b"&x;")})


def as_type(original: Opened, kind: bytes) -> bytes:
    types = original.parts["[Content_Types].xml"].replace(b"document.main+xml", kind)
    return packed({**original.parts, "[Content_Types].xml": types})


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda _: b"", "không phải tệp Word (.docx), hoặc tệp hỏng"),
        (lambda _: b"%PDF-1.7", "không phải tệp Word (.docx), hoặc tệp hỏng"),
        (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "tệp .doc cũ hoặc có mật khẩu"),
        (lambda o: o.content[: len(o.content) // 2], "tệp hỏng"),
        (lambda o: o.content.replace(b"PK\x05\x06", b"PK\x05\x07"), "tệp hỏng"),
        (lambda o: packed({**o.parts, BODY: b"<w:document>"}), "tệp hỏng"),
        (lambda _: packed({"xl/workbook.xml": b"<a/>"}), "không phải tệp Word"),
        (bomb, "phình ra quá lớn"),
        (with_entity, "khai báo thực thể XML"),
        (lambda o: as_type(o, b"template.main+xml"), ".dotx"),
    ],
)
def test_files_that_are_no_templates(ward: Path, original: Opened, tmp_path: Path, make: Callable[[Opened], bytes], said: str) -> None:
    template = save(tmp_path, make(original))
    for result in (report(ward, template, tmp_path)[0], run("template", "check", str(template), data=None)):
        assert result.status == 3
        assert said in result.err
        assert len(result.err.splitlines()) == 2
        assert "root:" not in result.err
    assert not (tmp_path / "ra.docx").exists()


def test_a_template_that_is_missing_or_a_folder(ward: Path, tmp_path: Path) -> None:
    assert "không có tệp" in report(ward, tmp_path / "mau.docx", tmp_path)[0].err
    assert report(ward, tmp_path, tmp_path)[0].status == 3


# -- the table of variables --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for document in DOCUMENTS for name in document.starters])
def test_starters_are_clean(name: str) -> None:
    result = run("template", "check", str(starter(name)), data=None)
    assert (result.status, result.err) == (0, "")


def keys(variables: tuple[Variable, ...]) -> dict[str, object]:
    return {variable.name: keys(variable.fields) for variable in variables}


def keys_of(context: dict[str, object]) -> dict[str, object]:
    return {name: keys_of(value[0]) if isinstance(value, list) and value else {} for name, value in context.items()}


def test_the_table_is_what_a_template_gets(ward: Path) -> None:
    contexts = {
        "bao-cao": report_words.context(_view(ward)),
        "tom-tat": summary_words.context(_summary(ward)),
        "giao-viec": worklist_words.context(_lists(ward)),
        "so-sanh": edit_words.context(_edit(ward)),
    }
    for document in DOCUMENTS:
        assert keys_of(contexts[document.name]) == keys(document.variables), document.name


def _registry(ward: Path) -> Registry:
    return load_registry(ward)[0]


def _view(ward: Path) -> View:
    from kehoach.queries.select import Filter
    from kehoach.reports import results
    from kehoach.reports.view import view

    found = _registry(ward)
    return view(results.report(found, Filter(), 2027, first=2026), found, Filter())


def _summary(ward: Path) -> Summary:
    from kehoach.reports.summary import summary

    found = _registry(ward)
    return summary(found, found.plans["mau/ke-hoach"])


def _lists(ward: Path) -> Assignments:
    from kehoach.queries.select import Filter
    from kehoach.reports.assignments import assignments

    return assignments(_registry(ward), Filter(), range(2027, 2028), span="năm 2027", made="2027-02-05", provenance="")


def _edit(ward: Path) -> EditPage:
    from kehoach.reports.edit_page import page

    row = {
        "ref": "mau/ke-hoach#a",
        "message": "đổi",
        "old": "1",
        "new": None,
        "passed": None,
        "severity": "attention",
        "file": "a",
        "line": 1,
    }
    return page([row], ("HEAD", "bản đang sửa"), _registry(ward), counted="1 thay đổi.", made="2027-02-05", provenance="")


def test_list_names_every_variable() -> None:
    text = run("template", "list", data=None).out
    for document in DOCUMENTS:
        assert document.words in text
    only = run("template", "list", "--for", "bao-cao", data=None).out
    for variable in REPORT.variables:
        assert re.search(rf"^  {variable.name} ", only, re.MULTILINE)
    assert "hoa" in only


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("{{ '2027-02-05' | ngay_dai }}", "ngày 05 tháng 02 năm 2027"),
        ("{{ '2027-11-15' | ngay_dai }}", "ngày 15 tháng 11 năm 2027"),
        ("{{ '2027-03-09' | ngay_dai }}", "ngày 09 tháng 3 năm 2027"),
        ("{{ 'Ủy ban nhân dân phường Lê Chân' | hoa }}", "ỦY BAN NHÂN DÂN PHƯỜNG LÊ CHÂN"),
        ("{{ 1234.5 | so }}", "1.234,5"),
        ("{{ 'Ủy ban nhân dân tỉnh' | viet_tat }}", "UBND tỉnh"),
    ],
)
def test_filters(ward: Path, tmp_path: Path, code: str, shown: str) -> None:
    result, path = report(ward, with_text(tmp_path, code), tmp_path)
    assert (result.status, result.err) == (0, "")
    assert Opened.at(path).text == shown
