"""The report as a page: read as text, and in a real browser as a person with a mouse, a keyboard, a phone, a printer would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from kehoach.renderers import as_html
from kehoach.reports.meanings import MEANINGS
from kehoach.reports.words import VERDICTS
from kehoach.vietnamese import sort_key
from tests.conftest import DATA
from tests.documents.browser import chromium, shown
from tests.documents.reported import made, small

PAGES = ("one-year", "one-ward", "several-years", "real", "empty")
WIDTHS = (390, 768, 1280)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page of each kind, written as a user would have it."""
    folder = tmp_path_factory.mktemp("trang báo cáo")
    data = small(folder)
    views = {
        "one-year": made(data),
        "one-ward": made(data, wards=["mau"]),
        "several-years": made(data, 2030, first=2026),
        "real": made(DATA, 2027),
        "empty": made(data, 2005, wards=["dong"]),
    }
    for name, view in views.items():
        (folder / f"{name}.html").write_bytes(as_html.report(view).encode())
    return {name: folder / f"{name}.html" for name in views}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


# As text


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_and_nothing_else_may_run(pages: dict[str, Path], name: str) -> None:
    page = text_of(pages[name])
    assert '<html lang="vi">' in page
    assert not re.search(r"(?:https?:)?//[a-z0-9]", page, re.IGNORECASE), "an address"
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]


def test_what_the_registry_says_is_text(pages: dict[str, Path]) -> None:
    page = text_of(pages["one-year"])
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;đậm&lt;/b&gt;" in page
    assert page.count("<script>") == 1


def test_it_says_what_it_was_made_from(pages: dict[str, Path]) -> None:
    page = text_of(pages["one-ward"])
    assert "Lập ngày 5/2/2028; sổ kế hoạch phiên bản 0123456789ab (4/2/2028)." in page
    assert "<strong>Ủy ban nhân dân phường Mẫu</strong>" in page
    assert "<title>Báo cáo: Kết quả thực hiện các chỉ tiêu năm 2027 của phường Mẫu</title>" in page


def test_a_report_without_rows(pages: dict[str, Path]) -> None:
    page = text_of(pages["empty"])
    assert "Không có chỉ tiêu nào." in page
    assert "<table" not in page


def test_the_same_view_gives_the_same_page(tmp_path: Path) -> None:
    data = small(tmp_path)
    assert as_html.report(made(data)) == as_html.report(made(data))


def test_every_verdict_is_explained() -> None:
    assert set(MEANINGS) == set(VERDICTS)


def test_charts_are_told_to_those_who_cannot_see_them(pages: dict[str, Path]) -> None:
    page = text_of(pages["one-ward"])
    assert '<desc id="bars-words">Chưa đến hạn: 2; Chưa có số liệu: 1; Đạt: 3; Vượt: 1; Không đạt: 1; Đạt sớm: 1; ' in page
    assert "Đã báo cáo: 2026: 93,25%; 2027: 96,4%. Kế hoạch: từ 97% trở lên, đến 2030." in page


# In a browser


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_it_is_quiet_and_fits(browser: Browser, pages: dict[str, Path], name: str, width: int) -> None:
    with shown(browser, pages[name], width) as it:
        assert it.overflow() == 0
        assert it.said == []
        assert [address for address in it.asked if not address.startswith("data:")] == [pages[name].as_uri()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["one-year", "several-years"])
def test_nothing_hinders_a_screen_reader(
    browser: Browser, pages: dict[str, Path], name: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """By the rules of axe-core: contrast, names, landmarks, heads of tables, order of headings and more."""
    with shown(browser, pages[name], width, scheme=scheme) as it:
        it.page.locator("summary").click()
        found = Axe().run(it.page)
        assert found.response["violations"] == [], found.generate_report()
        assert any(rule["id"] == "color-contrast" for rule in found.response["passes"])


def test_sorted_by_a_click_as_numbers(browser: Browser, pages: dict[str, Path]) -> None:
    with shown(browser, pages["one-ward"]) as it:
        button = it.page.get_by_role("button", name="Thực hiện")
        head = it.page.locator("th", has=button)
        as_printed = it.column("Thực hiện")
        button.click()
        assert head.get_attribute("aria-sort") == "ascending"
        assert it.column("Thực hiện") == ["-6", "0,75", "5", "12,5 (ước, sơ bộ)", "96,4 (ước)", "1.812", "1.812", "đạt", "—", "—", "—"]
        button.click()
        assert head.get_attribute("aria-sort") == "descending"
        assert it.column("Thực hiện") == ["1.812", "1.812", "96,4 (ước)", "12,5 (ước, sơ bộ)", "5", "0,75", "-6", "đạt", "—", "—", "—"]
        button.click()
        assert head.get_attribute("aria-sort") == "none"
        assert it.column("Thực hiện") == as_printed


def test_sorted_from_the_keyboard_as_a_dictionary_does(browser: Browser, pages: dict[str, Path]) -> None:
    with shown(browser, pages["one-ward"]) as it:
        it.page.locator("#verdict").focus()
        for _ in range(3):  # past the button that clears, past TT
            it.page.keyboard.press("Tab")
        assert it.page.evaluate("document.activeElement.textContent.trim()") == "Chỉ tiêu"
        assert it.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid", "where one is can be seen"
        it.page.keyboard.press("Enter")
        words = [name for name in it.column("Chỉ tiêu") if name[0].isalpha()]
        assert {"Ấn phẩm", "Đường hoa", "Giá trị nông nghiệp"} < set(words)
        assert words == sorted(words, key=sort_key)
        it.page.keyboard.press("Space")
        assert [name for name in it.column("Chỉ tiêu") if name[0].isalpha()] == words[::-1]
        assert "xếp theo Chỉ tiêu giảm dần" in it.page.get_by_role("status").inner_text()


def test_one_column_sorts_at_a_time_over_all_fields(browser: Browser, pages: dict[str, Path]) -> None:
    with shown(browser, pages["real"]) as it:
        it.page.get_by_role("button", name="Chỉ tiêu").click()
        it.page.get_by_role("button", name="Kế hoạch").click()
        assert it.page.locator("th[aria-sort=ascending]").count() == 1
        values = it.page.eval_on_selector_all("td.plan", "cells => cells.map(cell => cell.dataset.value).filter(Boolean)")
        assert len(values) > 50
        assert [Decimal(value) for value in values] == sorted(Decimal(value) for value in values)
        assert not it.page.locator("tr.group").first.is_visible()
        assert it.page.locator("tbody .place").first.is_visible(), "each row says its field"


@pytest.mark.parametrize("typed", ["duong hoa", "ĐƯỜNG HOA", "Hoa đường", "đuờng"])
def test_filtered_by_words_with_or_without_accents(browser: Browser, pages: dict[str, Path], typed: str) -> None:
    with shown(browser, pages["one-ward"]) as it:
        it.page.get_by_label("Lọc theo chữ").fill(typed)
        assert it.column("Chỉ tiêu") == ["Đường hoa"]
        assert it.page.get_by_role("status").inner_text() == "Hiện 1/11 dòng."
        assert [each.inner_text() for each in it.page.locator("tr.group").all() if each.is_visible()] == ["Đô thị"]


def test_filtered_by_verdict_and_cleared(browser: Browser, pages: dict[str, Path]) -> None:
    with shown(browser, pages["one-ward"]) as it:
        it.page.get_by_label("Đánh giá", exact=True).select_option("Không đạt")
        assert it.column("Chỉ tiêu") == ["Tỷ lệ hộ nghèo"]
        it.page.get_by_label("Lọc theo chữ").fill("không có chữ này")
        assert it.column("Chỉ tiêu") == []
        assert it.page.get_by_role("status").inner_text() == "Không có dòng nào khớp."
        it.page.get_by_role("button", name="Xóa lọc").click()
        it.page.get_by_text("Hiện 11/11 dòng.").wait_for()
        assert it.column("TT") == [str(number) for number in range(1, 12)]


def test_verdicts_are_words_with_their_mark(browser: Browser, pages: dict[str, Path]) -> None:
    with shown(browser, pages["one-ward"]) as it:
        badges = it.page.locator(".badge").all_inner_texts()
        assert {"✓✓ Vượt", "✓ Đạt", "✓ Đạt sớm", "✗ Không đạt", "Chưa có số liệu"} <= set(badges)


def test_a_column_per_year(browser: Browser, pages: dict[str, Path]) -> None:
    with shown(browser, pages["several-years"]) as it:
        it.page.get_by_role("button", name="Năm 2027").click()
        figures = it.column("Năm 2027")
        assert figures[:3] == ["-6", "0,75", "5"]
        assert [each for each in it.column("Năm 2026") if each != "—"] == ["93,25", "790", "790"]


def test_a_phone_shows_every_cell_with_its_head(browser: Browser, pages: dict[str, Path]) -> None:
    with shown(browser, pages["one-ward"], 390) as it:
        cells = it.page.locator("tbody td[data-label=Thời\\ hạn]")
        labels = cells.evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
        assert set(labels) == {'"Thời hạn"'}
        boxes = it.page.eval_on_selector_all(
            "tbody td, tbody th",
            "cells => cells.filter(c => c.checkVisibility()).map(c => c.getBoundingClientRect()).map(b => [b.left, b.right])",
        )
        assert all(left >= 0 and right <= 390 for left, right in boxes)
        it.page.get_by_role("button", name="Tỷ lệ (%)").click()
        assert it.column("Tỷ lệ (%)")[:2] == ["99,4", "100"]


def test_the_skip_link_leads_past_the_charts(browser: Browser, pages: dict[str, Path]) -> None:
    with shown(browser, pages["one-ward"]) as it:
        it.page.keyboard.press("Tab")
        assert it.page.evaluate("document.activeElement.textContent") == "Đến bảng kết quả"
        it.page.keyboard.press("Enter")
        assert it.page.evaluate("document.activeElement.id") == "results-title"


def test_without_scripts_the_table_stands_as_printed(browser: Browser, pages: dict[str, Path]) -> None:
    with shown(browser, pages["one-ward"], scripts=False) as it:
        assert it.page.locator("tr[data-verdict]").count() == 11
        assert it.page.locator("tr[data-verdict] th").last.is_visible()
        assert not it.page.locator(".controls").is_visible()


def test_printed_whole_on_a4_with_its_head_on_every_page(browser: Browser, pages: dict[str, Path]) -> None:
    with shown(browser, pages["real"]) as it:
        names = it.column("Chỉ tiêu")
        it.page.get_by_label("Lọc theo chữ").fill("bao hiem")
        assert 0 < len(it.column("Chỉ tiêu")) < len(names)
        printed = pypdfium2.PdfDocument(it.page.pdf(prefer_css_page_size=True))
    sheets = [page.get_textpage().get_text_range() for page in printed]
    assert [round(side / 72 * 25.4) for side in printed[0].get_size()] == [297, 210]
    assert len(sheets) > 5
    for sheet in sheets[1:]:
        assert "Chỉ tiêu" in sheet
        assert "Cơ quan chủ trì" in sheet
    whole = "".join("".join(sheets).split())
    assert all("".join(name.split()) in whole for name in names), "what is filtered on the screen is printed all the same"
    assert "Lọc theo chữ" not in "".join(sheets)
    assert "phiên bản 0123456789ab" in " ".join(sheets[-1].split())
