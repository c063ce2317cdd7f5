"""Words, numbers, dates and the order of the alphabet: laws over any text, and the cases that people trip over."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.vietnamese import (
    as_printed,
    canonical,
    date_words,
    fold,
    may_join_figures,
    number,
    parse_number,
    quantity,
    says,
    slugify,
    sort_key,
    squeeze,
    stands_in,
    syllables,
)

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
vietnamese = st.text(alphabet=LETTERS + LETTERS.upper() + " -–—,.%0123456789“”\"'\n\u00a0", max_size=40)
anything = vietnamese | st.text(max_size=40)


def backwards(words: list[str]) -> list[str]:
    return words[::-1]


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@given(vietnamese)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_folding_does_not_see_the_form(text: str) -> None:
    assert fold(nfc(text)) == fold(nfd(text))


@given(vietnamese)
def test_a_folded_text_has_no_accents_capitals_or_double_blanks(text: str) -> None:
    folded = fold(text)
    assert not any(unicodedata.combining(c) for c in nfd(folded))
    assert folded == folded.lower()
    assert "  " not in folded
    assert not set(folded) & set("đĐ–—\n\u00a0")


@given(vietnamese)
def test_accents_are_optional(text: str) -> None:
    typed_without = "".join(c for c in nfd(text) if not unicodedata.combining(c)).replace("đ", "d").replace("Đ", "D")
    assert fold(typed_without) == fold(text)


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Bảo hiểm y tế", "bao hiem y te"),
        ("lãnh đạo", "LANH DAO"),
        ("ĐỀ ÁN", "de an"),
        ("Văn hóa – Xã hội", "van hoa - xa hoi"),
        ("  Lê\u00a0Chân\n", "le chan"),
        ("Ngưỡng cửa", "nguong cua"),
    ],
)
def test_folding(printed: str, typed: str) -> None:
    assert fold(printed) == typed.lower()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà bình", "hòa bình"),
        ("Uỷ ban", "Ủy ban"),
        ("ma tuý", "ma túy"),
        ("quý", "quý"),
        ("khoẻ mạnh", "khỏe mạnh"),
        ("thuỷ lợi", "thủy lợi"),
        ("HOÁ", "hóa"),
        ("xoá mù", "xóa mù"),
        ("loè loẹt", "lòe loẹt"),
        ("Văn hóa – Xã hội", "văn hoá - xã hội"),
        ("Văn hóa — Xã hội", "Văn hóa \u2212 Xã hội"),
        (nfd("Đình An Biên"), nfc("Đình An Biên")),
        ("ỦY BAN NHÂN DÂN", "ủy ban nhân dân"),
        ("hai  chữ", "hai\u00a0chữ"),
    ],
)
def test_what_is_the_same_word(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoa", "hòa"),
        ("hòa", "hóa"),
        ("quy", "quý"),
        ("quý", "quỷ"),
        ("ủy", "úy"),
        ("đo", "do"),
        ("can", "căn"),
        ("cân", "cần"),
        ("tuý luý", "tuy lúy"),
        ("an ninh", "anninh"),
    ],
)
def test_what_is_another_word(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@given(vietnamese)
def test_the_canonical_form_does_not_see_form_case_or_dash(text: str) -> None:
    assert canonical(nfd(text)) == canonical(nfc(text))
    assert canonical(text.upper()) == canonical(text.lower())
    assert canonical(text.replace("–", "-").replace("—", "-")) == canonical(text)


@given(vietnamese, vietnamese)
def test_what_is_canonically_equal_is_equal_when_folded(one: str, other: str) -> None:
    if canonical(one) == canonical(other):
        assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("printed", "copied"),
    [
        ("“Chính quyền thân thiện”", '"Chính quyền thân thiện"'),
        ("2026 – 2030", "2026-2030"),
        ("Uỷ ban", "Ủy ban"),
        ("bảo hiểm\ny tế", "bảo hiểm y tế"),
        ("97 %", "97%"),
        (nfd("hộ nghèo"), nfc("hộ nghèo")),
    ],
)
def test_stands_there_as_printed(printed: str, copied: str) -> None:
    assert as_printed(printed) == as_printed(copied)


@pytest.mark.parametrize(("one", "other"), [("Ủy ban", "ủy ban"), ("PHƯỜNG", "Phường"), ("Đạt", "đạt"), ("97%", "9,7%"), ("hòa", "hoa")])
def test_case_figures_and_accents_stand_as_printed(one: str, other: str) -> None:
    assert as_printed(one) != as_printed(other)


@given(vietnamese)
def test_as_printed_keeps_case(text: str) -> None:
    assert as_printed(text).lower() == as_printed(text.lower())
    assert sum(c.isupper() for c in as_printed(text)) == sum(c.isupper() for c in nfc(text))


@given(
    st.lists(
        st.sampled_from(["5", "85%", ">", "-", "–", "đến", "ĐẾN", "den", "Đe\u0302\u0301n", "trên", "t", " ", "\u00a0", "\u200b", "\u0301"])
    )
)
def test_no_joined_figures_are_missed_before_folding(parts: list[str]) -> None:
    text = "".join(parts)
    assert may_join_figures(text) or not re.search(r"\d\s*%?\s*(?:-|den)", fold(text))


@pytest.mark.parametrize(
    ("text", "joined"), [("trên 85% - 95%", True), ("từ 8%\u200bĐẾN 10%", True), ("ít nhất 97% trở lên, 5 bác sĩ", False)]
)
def test_what_may_join_figures(text: str, joined: bool) -> None:
    assert may_join_figures(text) is joined


@given(anything, anything, anything, st.sampled_from([" ", "", ", ", "(", "-"]))
def test_what_a_text_says_is_the_same_found_sooner(before: str, words: str, after: str, between: str) -> None:
    text = f"{before}{between}{words}{between}{after}".replace("Σ", "")  # a small one at the end of a word is another letter
    words = words.replace("Σ", "")
    assert says(text, words) is (canonical(words) in canonical(text))


def test_what_a_text_says() -> None:
    assert says("Số hộ nghèo trên tổng số hoà giải viên", "số hòa giải viên")
    assert not says("số hộ nghèo", "hộ nghè")
    assert not stands_in("hộ", "nghèo hộp; hộ")
    assert stands_in("hộ", "số hộ; hộp")


@given(anything, anything)
def test_syllables_do_not_see_marks_case_or_form(one: str, other: str) -> None:
    assert syllables(f"({nfd(one)}, {other})") == (*syllables(one), *syllables(other))


def test_syllables() -> None:
    assert syllables("Ủy ban; “Một cửa”/HĐND – 5%.") == ("ủy", "ban", "một", "cửa", "hđnd", "5%")


@given(vietnamese)
def test_squeezed_text_is_nfc_with_single_blanks(text: str) -> None:
    squeezed = squeeze(nfd(text))
    assert squeezed == nfc(squeezed) == squeeze(squeezed)
    assert squeezed.split() == nfc(text).split()
    assert squeezed == " ".join(squeezed.split())


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_an_integer_survives_printing(value: int) -> None:
    assert parse_number(number(value)) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_a_decimal_survives_printing(value: Decimal) -> None:
    assert parse_number(number(value)) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_thousands_are_grouped_by_three(value: int) -> None:
    first, *groups = number(value).split(".")
    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in groups)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "0"),
        (97, "97"),
        (999, "999"),
        (1120, "1.120"),
        (1234567, "1.234.567"),
        (-6, "-6"),
        (-1120, "-1.120"),
        (Decimal("13.5"), "13,5"),
        (Decimal("13.50"), "13,5"),
        (Decimal("46.075"), "46,075"),
        (Decimal("-0.25"), "-0,25"),
        (Decimal("1120.5"), "1.120,5"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("1E-3"), "0,001"),
        (Decimal("100.0"), "100"),
    ],
)
def test_number(value: int | Decimal, printed: str) -> None:
    assert number(value) == printed


@pytest.mark.parametrize(
    ("printed", "value"), [("1.120", "1120"), ("13,5", "13.5"), ("04", "4"), ("-6", "-6"), ("1.234.567,25", "1234567.25"), ("0,5", "0.5")]
)
def test_parse_number(printed: str, value: str) -> None:
    assert parse_number(printed) == Decimal(value)


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        (97, "%", "97%"),
        (Decimal("10.5"), "%/năm", "10,5%/năm"),
        (150, "tỷ đồng", "150 tỷ đồng"),
        (1120, "hộ", "1.120 hộ"),
        (3, None, "3"),
        (3, "", "3"),
    ],
)
def test_quantity(value: int | Decimal, unit: str | None, printed: str) -> None:
    assert quantity(value, unit) == printed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026", "2026"),
        ("2026-Q1", "quý I/2026"),
        ("2026-Q2", "quý II/2026"),
        ("2026-Q3", "quý III/2026"),
        ("2026-Q4", "quý IV/2026"),
        ("2026-05", "tháng 5/2026"),
        ("2026-12", "tháng 12/2026"),
        ("2026-05-14", "14/5/2026"),
        ("2026-01-02", "2/1/2026"),
        ("2026-12-31", "31/12/2026"),
    ],
)
def test_date_words(text: str, words: str) -> None:
    assert date_words(text) == words


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2200, 1, 1)))
def test_a_day_in_words_can_be_read_back(day: date) -> None:
    assert date(*map(int, reversed(date_words(day.isoformat()).split("/")))) == day


ALPHABET = [
    "a",
    "ă",
    "â",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "ê",
    "g",
    "h",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "ô",
    "ơ",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "ư",
    "v",
    "x",
    "y",
]


def test_the_alphabet_is_in_order() -> None:
    assert sorted(backwards(ALPHABET), key=sort_key) == ALPHABET


@pytest.mark.parametrize(
    "tones",
    [
        "a à ả ã á ạ",
        "ă ằ ẳ ẵ ắ ặ",
        "â ầ ẩ ẫ ấ ậ",
        "e è ẻ ẽ é ẹ",
        "ê ề ể ễ ế ệ",
        "i ì ỉ ĩ í ị",
        "o ò ỏ õ ó ọ",
        "ô ồ ổ ỗ ố ộ",
        "ơ ờ ở ỡ ớ ợ",
        "u ù ủ ũ ú ụ",
        "ư ừ ử ữ ứ ự",
        "y ỳ ỷ ỹ ý ỵ",
    ],
)
def test_the_tones_are_in_order_in_either_form(tones: str) -> None:
    expected = tones.split()
    assert sorted(backwards(expected), key=sort_key) == expected
    assert sorted((nfd(word) for word in reversed(expected)), key=sort_key) == [nfd(word) for word in expected]


@pytest.mark.parametrize(
    "words",
    [
        ["ba", "bà", "bả", "bã", "bá", "bạ", "bac", "bác", "băng", "bâng"],
        ["dân", "dương", "đa", "đà", "đinh"],
        ["Hải An", "Hải Dương", "Hồng Bàng", "Hưng Đạo", "Lê Chân", "Thiên Hương"],
        ["an", "án", "An Biên", "an ninh", "ăn", "ân"],
        ["tăng", "tâm", "to", "tô", "tơ"],
    ],
)
def test_words_as_in_a_dictionary(words: list[str]) -> None:
    assert sorted(backwards(words), key=sort_key) == words


@given(st.lists(vietnamese, max_size=8))
def test_the_order_is_total(texts: list[str]) -> None:
    """Any two texts compare, only equal texts are equal, and every way round sorts the same."""
    once = sorted(texts, key=sort_key)
    assert sorted(backwards(texts), key=sort_key) == once
    assert all(sort_key(one) < sort_key(other) or one == other for one, other in pairwise(once))


def toneless(text: str) -> str:
    return nfc("".join(c for c in nfd(text) if c not in "\u0300\u0309\u0303\u0301\u0323"))


@given(vietnamese, vietnamese)
def test_letters_go_before_tones(one: str, other: str) -> None:
    """A tone decides only where the letters are the same."""
    level, other_level = sort_key(toneless(one))[0], sort_key(toneless(other))[0]
    if level != other_level:
        assert (sort_key(one) < sort_key(other)) == (level < other_level)


@given(vietnamese)
def test_case_decides_last(text: str) -> None:
    assert sort_key(text.upper())[:2] == sort_key(text.lower())[:2]


def test_letters_then_tones_then_capitals() -> None:
    assert sorted(["đo", "do", "đò", "dò", "Đo", "DO"], key=sort_key) == ["DO", "do", "dò", "Đo", "đo", "đò"]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Lê Chân", "le-chan"),
        ("Phòng Văn hóa - Xã hội", "phong-van-hoa-xa-hoi"),
        ("Đặc khu Bạch Long Vĩ", "dac-khu-bach-long-vi"),
        ("  số 12/KH ", "so-12-kh"),
        ("…", ""),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(vietnamese)
def test_a_slug_is_ascii_and_stays(text: str) -> None:
    slug = slugify(text)
    assert slug.isascii()
    assert slugify(slug) == slug
    assert not slug.startswith("-")
    assert not slug.endswith("-")
