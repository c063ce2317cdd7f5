"""Faults that were found by looking hard, each kept from coming back."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.files import layout, yaml_text
from kehoach.files.formatter import formatted
from kehoach.files.source.reader import read_source
from kehoach.meaning.verdict import judge
from kehoach.model.catalogues import Indicator
from kehoach.model.commitment import Test


def test_bound_of_a_strict_range_exceeds() -> None:
    assert judge(Test(gt=10, lt=12), 12, Indicator(name="a", unit="%", direction="up", field="xa-hoi")) == "exceeded"


@pytest.mark.parametrize("text", ["a\x85b", "a\x7f", "\x9f", "\ufeffa", "a\u2028b", "\ufffe"])
def test_invisible_characters_survive(text: str) -> None:
    written = layout.render({"title": text}, "plan")
    assert yaml_text.load_yaml(written.encode(), "a.yaml") == ({"title": text}, [])


def test_comment_of_a_dropped_default_stays() -> None:
    raw = "targets:\n  - id: a\n    test: {ge: 1}\n    stat: value  # trang 3\n    # vi sao\n    force: firm\n"
    text, _ = formatted(raw.encode(), "a.yaml", "plan")
    assert text is not None
    assert text.count("#") == 2


def test_decimal_key_is_no_crash() -> None:
    assert formatted(b"13.5: a\n", "a.yaml", "plan")


def test_word_lists_keep_their_signs(tmp_path: Path) -> None:
    import docx

    d = docx.Document()
    d.add_paragraph("Một", style="List Bullet")
    d.add_paragraph("Hai", style="List Number")
    d.save(str(tmp_path / "a.docx"))
    assert read_source(tmp_path / "a.docx").text.split("\n")[0] == "- Một"


def test_a_row_may_begin_on_the_line_of_its_number() -> None:
    from kehoach.files.source.clauses import read_clauses
    from kehoach.model.plan import Section

    d = read_clauses("Phụ lục 01\nDANH MỤC\n1 Đề án\nmột\n2 Đề án hai\n", (Section(title="DANH MỤC", label="PL01"),))
    assert [p.text for p in d.by_clause["PL01.1"]] == ["Đề án một"]
