# ruff: noqa: SLF001 - both parsers and both passes of the scan are looked at one by one
"""Two parsers, one meaning: what ``load_yaml`` takes is read the same by ryaml and by ruamel; what it does not is named and placed."""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import ryaml
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kehoach.files import plain, scan, yaml_text
from tests.conftest import REAL_FILES

RYAML: Any = vars(ryaml)["loads"]

NUMBERS = [
    "0",
    "-0",
    "5",
    "+5",
    "-5",
    "+0",
    "00",
    "01",
    "-01",
    "007",
    "017",
    "08",
    "09",
    "1_000",
    "1_",
    "0_",
    "-_1",
    "1__0",
    "1.120",
    "1.120.000",
    "46.075",
    "0.120",
    "-12.120",
    "13.5",
    "13.50",
    "1.0",
    "0.0",
    "-0.0",
    "10.10",
    ".5",
    "5.",
    "-.5",
    "+.5",
    "1e3",
    "1E3",
    "1e-3",
    "1.5e3",
    "1.e3",
    "-.5e3",
    ".5e3",
    "1e400",
    "-1e400",
    "12e03",
    "12e+03",
    "99999999999999999999",
    "9999999999999999",
    "999999999999999",
    "1234567.1",
    "123456789.123456",
    "0.000001",
    "0.1234567",
    "0x1f",
    "0X1F",
    "0xg",
    "0x",
    "0o17",
    "0O17",
    "0o8",
    "0b11",
    "0B1",
    "-0x1f",
    "+0x1f",
    ".inf",
    "-.inf",
    "+.inf",
    ".Inf",
    ".INF",
    ".nan",
    ".NaN",
    "-.nan",
    "inf",
    "nan",
    "infinity",
    "1,5",
    "1,120",
    "１２",
    "٣",
    "1.5_0",
    ".1_0",
]
DATES = [
    "2026",
    "2026-05",
    "2026-Q2",
    "2026-05-14",
    "2026-5-4",
    "2026-05-14T10:00:00",
    "2026-05-14t10:00:00Z",
    "20260-05-14",
    "1-2-3",
    "12:30",
    "1:02:03",
    "190:20:30",
    "190:20:30.15",
    "60:60",
    "+12:30",
    "1:2:3",
]
WORDS = [
    "yes",
    "Yes",
    "YES",
    "no",
    "No",
    "NO",
    "on",
    "On",
    "off",
    "OFF",
    "y",
    "Y",
    "n",
    "N",
    "true",
    "True",
    "TRUE",
    "false",
    "FALSE",
    "null",
    "Null",
    "NULL",
    "~",
    "nil",
    "none",
]
SIGNS = [
    "=",
    "<<",
    "*",
    "&",
    "!",
    "%",
    "@",
    "`",
    "?",
    ":",
    "-",
    "--",
    "---",
    "...",
    "|",
    ">",
    "|-",
    ">+",
    "|2",
    "*a",
    "&a",
    "!!str",
    "!!int",
    "!!null",
    "!x",
    "!",
    "<<a",
    "~a",
    "?a",
    ":a",
    "-a",
    "=a",
    "a:",
    "a#b",
    "#a",
    "a:b",
    "a]",
    "a}",
    "[a",
    "{a",
    ",a",
    "]a",
    "}a",
]
TEXTS = ["", " ", "a b", "1 2", "không có", "100% dân số", "29-NQ/TW", "số 1: a", "a # b", "1 # b", "'", '"', "a'b", 'a"b', "a\\b", "a\\nb"]
BROKEN = ["a\tb", "\ta", "1\t", "a\n  b", "1\n  2", "\ufeff1", "a\x85b", "a\u2028b", "\x7f", "\u00a01", "1\u00a0"]
SCALARS = NUMBERS + DATES + WORDS + SIGNS + TEXTS + BROKEN

PLACES = [
    "{}",
    "k: {}",
    "k:   {}  ",
    "k: {}  # ghi chú",
    "k: {}\nl: {}",
    "k:\n  {}",
    "k: a\n  {}",
    "- {}",
    "- - {}",
    "-\n  {}",
    "- k: {}\n  l: 1",
    "k:\n- {}\n",
    "{}: v",
    "{} : v",
    "? {}\n: 1",
    "? a\n: {}",
    "k: [{}]",
    "k: [{}, 1]",
    "k: [1, {}]",
    "k: [1,{}]",
    "k: [ {} , 1]",
    "k: [1,\n {}\n , 2]",
    "k: {{a: {}}}",
    "{{a: {}, b: 1}}",
    "{{{}: v}}",
    "{{{}}}",
    '{{"a":{}}}',
    '["a",{}]',
    "[{}: v]",
    "- ! {}",
    "- !!str {}",
    "- &a {}",
    "# c\nk: {}\n# d",
    "k: {}\r\nl: 1\r\n",
    "k: {}\rl: 1",
    "\ufeffk: {}",
    "---\nk: {}",
    "--- {}",
    "%YAML 1.1\n---\nk: {}",
    "k: {}\n---\nk: 1",
    "k: {}\n...\n",
]
QUOTES = {
    "plain": lambda text: text,
    "double": lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"',
    "single": lambda text: "'" + text.replace("'", "''") + "'",
}
WHOLE = [
    "a: &x 1\nb: *x",
    "a: &x {b: 1}\nc:\n  <<: *x\n  d: 2",
    "a: {<<: {b: 1}}",
    "a: |\n  hai\n  dòng\n",
    "a: >-\n  hai\n  dòng\n",
    "a: |  # ghi chú\n  hai dòng\n",
    "? a\n: b",
    "? [a, b]\n: c",
    "{[a]: b}",
    "a: 1\na: 2",
    "{a: 1, a: 2}",
    '1: a\n"1": b',
    "a: [1, 2",
    "a: 'hai\n  dòng'",
    'a: "hai\n  dòng"',
    "a:\n\tb: 1",
    "a: b: c",
    "[" * 60 + "]" * 60,
    "",
    "# chỉ có ghi chú\n",
    ":",
    "- :",
    "{: a}",
    "!!binary aGVsbG8=",
    "!!set {a, b}",
    "!!omap [a: 1]",
    "a: !!python/object:os.system x",
    "a: 'b' 'c'",
    'a: "b\\',
    "a: \\",
    "[a, , b]",
    "[a,]",
    "{a, b: }",
    "a: [\n01\n]",
    "a: {\nb: no}",
    "a: x\n  01",
    "a: 'x\n  01'\nb: no",
    "a: \"x\n  'no'\"\nb: 12:30",
]


def found(text: str) -> tuple[Any, list[Any]]:
    return yaml_text.load_yaml(text.encode(), "plans/mau/ke-hoach.yaml")


def disagreement(text: str) -> str | None:
    """Say how ``load_yaml`` breaks its promise on *text*; ``None`` where it keeps it."""
    tree, problems = found(text)
    lines = len(text.splitlines()) + 1
    for problem in problems:
        if not (1 <= problem.line <= lines and problem.column >= 1 and problem.rule and problem.message and problem.remedy):
            return f"no place, reason or remedy: {problem}"
    if problems:
        return (
            None
            if tree is None or {p.rule for p in problems} <= {"byte-order-mark", "not-nfc", "invisible-character"}
            else f"refused, yet read: {problems}"
        )
    try:
        trees = [yaml_text.parse(text, loads) for loads in (RYAML, yaml_text._ruamel)]
    except yaml_text.NotYaml as error:
        return f"taken, but one parser says: {error}"
    # the written form tells 1 from True, "1" and Decimal("1.0"), which == does not
    return None if repr(trees[0]) == repr(trees[1]) == repr(tree) else f"taken, but read in two ways: {trees}"


def overlooked(text: str) -> list[Any]:
    """Return what the exact pass finds in a text that the quick look lets through."""
    return [] if plain.suspicious(text) else [*scan._tabs(text, ""), *scan._events(text, "")]


def written(place: str, scalar: str, quote: str) -> str:
    text = QUOTES[quote](scalar)
    return place.format(*[text] * place.replace("{{", "").count("{}"))


CASES = [written(place, scalar, quote) for place, scalar, quote in product(PLACES, SCALARS, QUOTES)] + WHOLE


def test_what_is_common_is_surely_plain() -> None:
    lines = {line for text in CASES for line in text.split("\n")}
    common = {line for line in lines if line and plain._COMMON.fullmatch(f"{line}\n")}
    assert len(common) > 100
    assert [line for line in common if not plain._LINE.fullmatch(line)] == []


def test_whatever_is_reported_as_invisible_is_looked_for() -> None:
    """The quick look at the bytes, against what the scan reports: of every character there is."""
    named = re.compile(f"{scan._CONTROL.pattern}|{scan._INVISIBLE.pattern}|\0")
    chars = map(chr, range(sys.maxunicode + 1))
    assert [c for c in chars if plain.unseen(f"“{c}ị".encode("utf-8", "surrogatepass")) is not bool(named.search(c))] == []


def test_every_hostile_text_is_refused_or_read_the_same() -> None:
    assert [(text, why) for text in CASES if (why := disagreement(text))] == []


def test_the_quick_look_overlooks_nothing_hostile() -> None:
    assert [(text, faults) for text in CASES if (faults := overlooked(text))] == []


@pytest.mark.parametrize("text", [*NUMBERS, *DATES, *WORDS])
def test_in_double_quotes_everything_is_text(text: str) -> None:
    assert found(f'k: "{text}"') == ({"k": text}, [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("97", 97),
        ("-6", -6),
        ("13.5", Decimal("13.5")),
        ("-0.25", Decimal("-0.25")),
        ("46.07", Decimal("46.07")),
        ("999999999999999", 999999999999999),
        ("123456789.123456", Decimal("123456789.123456")),
        ("null", None),
        ("true", True),
        ("false", False),
        ("2026", 2026),
        ("100%", "100%"),
        ("29-NQ/TW", "29-NQ/TW"),
        ("không", "không"),
    ],
)
def test_what_may_stand_plain(text: str, value: object) -> None:
    tree, problems = found(f"k: {text}\nl: [{text}, {{m: {text}}}]")
    assert problems == []
    assert repr(tree) == repr({"k": value, "l": (value, {"m": value})})


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        *((n, "ambiguous-number") for n in ("01", "007", "1_000", "1e400", "1e3", "0x1f", "0o17", ".inf", ".nan", "1.120", "46.075")),
        *((n, "ambiguous-number") for n in ("13.50", "+5", "99999999999999999999", "12:30", "1:02:03", "1.120.000", "5.", ".5")),
        *((d, "unquoted-date") for d in ("2026-05-14", "2026-05", "2026-5-4", "2026-05-14T10:00:00")),
        *((w, "ambiguous-word") for w in ("no", "Yes", "on", "OFF", "y", "N", "~", "Null", "True", "FALSE")),
    ],
)
@pytest.mark.parametrize("place", ["k: {}", "- {}", "k: [{}, 1]", "k: [a, {}]", "k: {{a: {}}}", "k: {}  # ghi chú"])
def test_what_must_be_quoted(text: str, rule: str, place: str) -> None:
    tree, problems = found(place.format(text))
    assert tree is None
    assert [(p.rule, p.line, p.column) for p in problems] == [(rule, 1, place.replace("{{", "{").index("{}") + 1)]
    assert text in problems[0].message
    assert problems[0].remedy


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("a: 1,5", "ambiguous-number", 1),
        ("a: &x 1\nb: *x", "yaml-alias", 1),
        ("a: 1\n<<: {b: 1}", "yaml-alias", 2),
        ("a: 1\nb: !!str 2", "yaml-tag", 2),
        ("a: |\n  hai\n", "block-scalar", 1),
        ("a: 1\nb: >-\n  hai\n", "block-scalar", 2),
        ("a:\n\tb: 1", "tab", 2),
        ("a: 1\n---\nb: 1", "two-documents", 2),
        ("a: 1\nb: 2\na: 3", "duplicate-key", 3),
        ("a: [1, 2", "yaml-syntax", 1),
        ("a: b: c", "yaml-syntax", 1),
        ("\ufeffa: 1", "byte-order-mark", 1),
        ("a: 1\nb: hòa\n", "not-nfc", 2),
        ("a: 1\nb: \0", "wrong-encoding", 2),
    ],
)
def test_what_is_no_plain_yaml(text: str, rule: str, line: int) -> None:
    if rule == "not-nfc":
        import unicodedata

        text = unicodedata.normalize("NFD", text)
    assert (rule, line) in [(p.rule, p.line) for p in found(text)[1]]


@pytest.mark.parametrize("raw", ["a: 1".encode("utf-16"), b"a: \xff\xfe", "a: Lê".encode("cp1258", "replace"), b"a: 1\nb: \xe1"])
def test_another_encoding_is_named(raw: bytes) -> None:
    tree, problems = yaml_text.load_yaml(raw, "units.yaml")
    assert tree is None
    assert [p.rule for p in problems] == ["wrong-encoding"]


def test_too_deep_or_too_large_is_refused() -> None:
    assert [p.rule for p in found("[" * 500 + "]" * 500)[1]] == ["yaml-syntax"]
    assert [p.rule for p in found("a: " + "x" * scan.MAX_BYTES)[1]] == ["file-too-large"]


@pytest.mark.parametrize("name", REAL_FILES)
def test_three_parsers_agree_on_the_real_registry(name: str, real_registry: Path) -> None:
    text = (real_registry / name).read_text("utf-8")
    tree, problems = found(text)
    assert problems == []
    fast, exact, third = (yaml_text.parse(text, loads) for loads in (RYAML, yaml_text._ruamel, _csafe))
    assert repr(fast) == repr(exact) == repr(third) == repr(tree)


def _csafe(text: str) -> Any:
    return yaml.load(text, yaml.CSafeLoader)


@pytest.mark.parametrize("name", REAL_FILES)
def test_the_exact_pass_finds_nothing_in_the_real_registry(name: str, real_registry: Path) -> None:
    text = (real_registry / name).read_text("utf-8")
    assert [*scan._tabs(text, name), *scan._events(text, name)] == []


@pytest.mark.parametrize("name", REAL_FILES)
def test_the_quick_look_spares_the_real_registry_the_slow_parser(name: str, real_registry: Path) -> None:
    assert not plain.suspicious((real_registry / name).read_text("utf-8"))


@pytest.mark.parametrize("period", ["2027-H1", "2027-H2"])
def test_the_quick_look_spares_half_years_the_slow_parser(period: str) -> None:
    text = f"- indicator: bhyt\n  period: {period}\n  value: 93.6\n- {{indicator: bhyt, period: {period}, value: 94}}\n"
    assert not plain.suspicious(text)
    assert found(text)[1] == []


@pytest.mark.parametrize("period", ["2027-H1-1", "2027-Q1", "2027-06", "2027-H", "2027-1"])
def test_the_quick_look_leaves_what_looks_like_a_half_year_to_the_slow_parser(period: str) -> None:
    assert plain.suspicious(f"- period: {period}\n")


def test_a_fault_in_the_middle_of_a_real_file_is_placed(real_registry: Path) -> None:
    lines = (real_registry / REAL_FILES[-1]).read_text("utf-8").split("\n")
    for at in range(4, len(lines), 7):
        text = "\n".join([*lines[:at], "# ghi chú", *lines[at:], "thêm: 01"])
        rules = [(p.rule, p.line) for p in found(text)[1]]
        assert ("ambiguous-number", len(lines) + (1 if lines[-1] else 2)) in rules or any(rule == "yaml-syntax" for rule, _ in rules)


PIECES = st.sampled_from(
    [
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        ": ",
        ", ",
        ",",
        "[",
        "]",
        "{",
        "}",
        "- ",
        "? ",
        "# ",
        "#",
        "'",
        '"',
        " ",
        "  ",
        "\t",
        "a",
        "k: ",
        "1",
        "0",
        "no",
        "null",
        "~",
        "-",
        ".",
        "_",
        "&a",
        "*a",
        "!",
        "|",
        ">",
        "\\",
        "\\n",
        "%",
        "=",
        "<<",
        "\r\n",
        "\r",
        "\ufeff",
        "\x85",
        "\u2028",
        "é",
        "đ",
        "😀",
        "---\n",
        "...\n",
        "\x7f",
        "\ue000",
        "\ufffe",
        "\x0b",
        "\x0c",
        "\xa0",
        "\u200b",
        "“",
        "”",
        "…",
    ]
)
texts = st.one_of(
    st.lists(PIECES | st.sampled_from(SCALARS), max_size=14).map("".join),
    st.text(alphabet="ab01-:?,[]{}#&*!|>'\"%@`=~<. \n\t_ekno+\\é", max_size=25),
)
scalars = st.sampled_from(SCALARS) | st.text(alphabet="0123456789.,:_-+eExobTZyn~=<", min_size=1, max_size=12)


@given(texts)
@settings(max_examples=1500)
@example("!!null!!null")
@example("\r\r&a")
def test_any_small_text_is_refused_or_read_the_same(text: str) -> None:
    assert disagreement(text) is None


@given(texts)
@settings(max_examples=1500)
def test_the_quick_look_overlooks_nothing(text: str) -> None:
    assert overlooked(text) == []


@given(st.sampled_from(PLACES), scalars, st.sampled_from(list(QUOTES)))
@settings(max_examples=2000)
def test_any_scalar_in_any_place_is_refused_or_read_the_same(place: str, scalar: str, quote: str) -> None:
    text = written(place, scalar, quote)
    assert disagreement(text) is None
    assert overlooked(text) == []
