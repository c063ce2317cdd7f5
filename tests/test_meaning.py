"""What the records mean, as tables: one row per case; and the laws that hold for any figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kehoach.meaning.time import Due, applicable, due_days, due_in, first_day, in_force, last_day, period, resolve
from kehoach.meaning.verdict import admits, judge
from kehoach.meaning.wording import bounds, commitment, time_words, unit_of
from kehoach.model.catalogues import Indicator
from kehoach.model.commitment import Direction, Stat, Test, Time, When
from kehoach.model.plan import Plan, Source, Span
from kehoach.model.target import Target

FIVE_YEARS = Span(from_=2026, to=2030)
D = Decimal


def plan(span: Span | None = FIVE_YEARS, issued: str | None = "2026-05-14") -> Plan:
    return Plan(
        format="kehoach/plan/1",
        id="mau/ke-hoach",
        kind="KH",
        title="Kế hoạch",
        issuer="mau/ubnd",
        issued=issued,
        period=span,
        source=Source(file="mau.txt", sha256="0" * 64),
    )


def indicator(direction: Direction | None = "up", *, cap: int | None = None, unit: str | None = "%") -> Indicator:
    return Indicator(name="Chỉ tiêu", unit=unit, direction=direction, field="xa-hoi", cap=cap)


def target(test: Test, stat: Stat = "value", unit: str | None = None) -> Target:
    return Target(id="a", clause="I", indicator="i", test=test, when=When(by="2030"), quote="câu", stat=stat, unit=unit)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q2", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-01", date(2026, 1, 1), date(2026, 1, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2100-02", date(2100, 2, 1), date(2100, 2, 28)),
        ("2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-05-14", date(2026, 5, 14), date(2026, 5, 14)),
        ("2028-02-29", date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_a_date_is_a_span(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize(
    ("span", "issued", "years"),
    [
        (FIVE_YEARS, "2026-05-14", ("2026", "2030")),
        (FIVE_YEARS, None, ("2026", "2030")),
        (Span(from_=2026, to=2030, horizon=2045), "2026", ("2026", "2030")),
        (None, "2026-05-14", ("2026", None)),
        (None, "2026-Q2", ("2026", None)),
        (None, None, (None, None)),
    ],
)
def test_the_period_of_a_plan(span: Span | None, issued: str | None, years: tuple[str | None, str | None]) -> None:
    assert period(plan(span, issued)) == years


@pytest.mark.parametrize(
    ("when", "span", "due"),
    [
        (When(by="2030"), FIVE_YEARS, Due("by", None, "2030")),
        (When(by="2026-Q3"), None, Due("by", None, "2026-Q3")),
        (When(since="2027"), FIVE_YEARS, Due("since", "2027", None)),
        (When(each_year="period"), FIVE_YEARS, Due("each_year", "2026", "2030")),
        (When(each_year="period"), None, Due("each_year", "2026", None)),
        (When(each_year=("2027", "2029")), FIVE_YEARS, Due("each_year", "2027", "2029")),
        (When(over="period"), FIVE_YEARS, Due("over", "2026", "2030")),
        (When(over="period"), None, Due("over", "2026", None)),
        (When(over=("2026", "2028-06")), FIVE_YEARS, Due("over", "2026", "2028-06")),
        ("ongoing", FIVE_YEARS, Due("ongoing")),
        ("undated", None, Due("undated")),
    ],
)
def test_when_is_read_against_the_plan(when: Time, span: Span | None, due: Due) -> None:
    assert resolve(when, plan(span)) == due


BY = Due("by", None, "2028")
YEARLY = Due("each_year", "2027", "2029")
OPEN = Due("each_year", "2026", None)
OVER = Due("over", "2026", "2028")
SINCE = Due("since", "2027", None)
ONGOING, UNDATED = Due("ongoing"), Due("undated")


@pytest.mark.parametrize(
    ("due", "years"),
    [
        (BY, range(2026, 2036)),
        (YEARLY, range(2027, 2030)),
        (OPEN, range(2026, 2036)),
        (OVER, range(2026, 2029)),
        (SINCE, range(2027, 2036)),
        (ONGOING, range(2026, 2031)),
        (UNDATED, range(2026, 2031)),
    ],
)
def test_years_in_which_a_promise_binds(due: Due, years: range) -> None:
    assert [year for year in range(2020, 2036) if in_force(due, plan(), year)] == list(years)


def test_a_plan_without_years_binds_always() -> None:
    assert all(in_force(UNDATED, plan(None, None), year) for year in (1990, 2026, 2100))


@pytest.mark.parametrize(
    ("due", "years", "judged"),
    [
        (BY, [2028], range(2028, 2036)),
        (Due("by", None, "2028-06-30"), [2028], range(2028, 2036)),
        (YEARLY, [2027, 2028, 2029], range(2027, 2030)),
        (OPEN, list(range(2026, 2036)), range(2026, 2036)),
        (OVER, [2028], range(2028, 2029)),
        (Due("over", "2026", None), [], range(0)),
        (SINCE, list(range(2027, 2036)), range(2027, 2036)),
        (ONGOING, [], range(0)),
        (UNDATED, [], range(0)),
    ],
)
def test_years_in_which_a_promise_falls_due(due: Due, years: list[int], judged: range) -> None:
    assert [year for year in range(2020, 2036) if due_in(due, year)] == years
    assert [year for year in range(2020, 2036) if applicable(due, year)] == list(judged)


@pytest.mark.parametrize(
    ("due", "after", "before", "days"),
    [
        (BY, None, date(2028, 12, 31), [date(2028, 12, 31)]),
        (BY, None, date(2028, 12, 30), []),
        (BY, date(2028, 12, 31), date(2030, 1, 1), [date(2028, 12, 31)]),
        (BY, date(2029, 1, 1), date(2030, 1, 1), []),
        (Due("by", None, "2027-Q2"), None, date(2027, 6, 30), [date(2027, 6, 30)]),
        (OVER, None, date(2029, 1, 1), [date(2028, 12, 31)]),
        (YEARLY, None, date(2028, 12, 31), [date(2027, 12, 31), date(2028, 12, 31)]),
        (YEARLY, None, date(2040, 1, 1), [date(2027, 12, 31), date(2028, 12, 31), date(2029, 12, 31)]),
        (YEARLY, date(2028, 1, 1), date(2028, 12, 31), [date(2028, 12, 31)]),
        (SINCE, None, date(2028, 6, 1), [date(2027, 12, 31)]),
        (OPEN, date(2027, 1, 1), date(2027, 12, 31), [date(2027, 12, 31)]),
        (ONGOING, None, date(2040, 1, 1), []),
        (UNDATED, None, date(2040, 1, 1), []),
    ],
)
def test_days_on_which_something_falls_due(due: Due, after: date | None, before: date, days: list[date]) -> None:
    assert list(due_days(due, after, before)) == days


@pytest.mark.parametrize(
    ("test", "unit", "words"),
    [
        (Test(ge=97), "%", "từ 97% trở lên"),
        (Test(ge=1120), "hộ", "từ 1.120 hộ trở lên"),
        (Test(gt=85), "%", "trên 85%"),
        (Test(le=D("0.5")), "%", "không quá 0,5%"),
        (Test(lt=D("0.5")), "%", "dưới 0,5%"),
        (Test(eq=150), "tỷ đồng", "150 tỷ đồng"),
        (Test(eq=0), "hộ", "0 hộ"),
        (Test(eq=D("46.075")), "ha", "46,075 ha"),
        (Test(eq=3), None, "3"),
        (Test(ge=10, le=12), "%", "từ 10% đến 12%"),
        (Test(gt=10, le=12), "%", "trên 10% đến 12%"),
        (Test(ge=10, lt=12), "%", "từ 10% đến dưới 12%"),
        (Test(gt=10, lt=12), "%", "trên 10% đến dưới 12%"),
        (Test(ge=5, le=10), "mô hình", "từ 5 đến 10 mô hình"),
        (Test(is_="achieved"), None, "đạt"),
        (Test(is_="maintained"), None, "giữ vững"),
    ],
)
def test_a_test_in_words(test: Test, unit: str | None, words: str) -> None:
    assert bounds(test, unit) == words
    assert commitment(target(test, unit=unit), None) == words


@pytest.mark.parametrize(
    ("stat", "test", "words"),
    [
        ("growth", Test(ge=10, le=12), "tăng từ 10% đến 12%"),
        ("growth", Test(ge=D("13.5")), "tăng từ 13,5% trở lên"),
        ("growth", Test(gt=10), "tăng trên 10%"),
        ("growth", Test(eq=10), "tăng 10%"),
        ("growth", Test(ge=-6, le=-5), "giảm từ 5% đến 6%"),
        ("growth", Test(gt=-6, le=-5), "giảm từ 5% đến dưới 6%"),
        ("growth", Test(ge=-6, lt=-5), "giảm trên 5% đến 6%"),
        ("growth", Test(le=-5), "giảm từ 5% trở lên"),
        ("growth", Test(lt=-5), "giảm trên 5%"),
        ("growth", Test(ge=-5), "giảm không quá 5%"),
        ("growth", Test(eq=-5), "giảm 5%"),
        ("avg_growth", Test(eq=D("10.5")), "tăng bình quân 10,5%/năm"),
        ("avg_growth", Test(ge=10), "tăng bình quân từ 10%/năm trở lên"),
        ("avg_growth", Test(eq=-3), "giảm bình quân 3%/năm"),
        ("sum", Test(eq=150), "150 tỷ đồng"),
        ("sum", Test(ge=110), "từ 110 tỷ đồng trở lên"),
    ],
)
def test_a_commitment_in_words(stat: Stat, test: Test, words: str) -> None:
    assert commitment(target(test, stat), indicator(unit="tỷ đồng")) == words


@pytest.mark.parametrize(
    ("stat", "own", "catalogue", "unit"),
    [
        ("value", None, "%", "%"),
        ("value", "ha", "%", "ha"),
        ("sum", None, "tỷ đồng", "tỷ đồng"),
        ("growth", None, "tỷ đồng", "%"),
        ("avg_growth", "tỷ đồng", "người", "%"),
        ("value", None, None, None),
    ],
)
def test_the_unit_of_a_test(stat: Stat, own: str | None, catalogue: str | None, unit: str | None) -> None:
    assert unit_of(target(Test(ge=1), stat, own), indicator(unit=catalogue)) == unit
    assert unit_of(target(Test(ge=1), stat, own), None) == (own if stat in ("value", "sum") else "%")


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due("by", None, "2030"), "đến 2030"),
        (Due("by", None, "2027-Q2"), "đến quý II/2027"),
        (Due("by", None, "2026-05-14"), "đến 14/5/2026"),
        (Due("each_year", "2026", "2030"), "hằng năm 2026-2030"),
        (Due("each_year", "2026", None), "hằng năm từ 2026"),
        (Due("each_year", None, "2030"), "hằng năm đến 2030"),
        (Due("each_year"), "hằng năm"),
        (Due("over", "2026", "2030"), "cả giai đoạn 2026-2030"),
        (Due("since", "2027", None), "từ 2027"),
        (Due("ongoing"), "thường xuyên"),
        (Due("undated"), "không ghi thời hạn"),
    ],
)
def test_a_time_in_words(due: Due, words: str) -> None:
    assert time_words(due) == words


@pytest.mark.parametrize(
    ("test", "inside", "outside"),
    [
        (Test(ge=97), [97, 98, D("97.0")], [96, D("96.999")]),
        (Test(gt=85), [86, D("85.001")], [85, 84]),
        (Test(le=5), [5, 4, -1], [6, D("5.001")]),
        (Test(lt=D("0.5")), [0, D("0.499")], [D("0.5"), 1]),
        (Test(eq=100), [100, D("100.0")], [99, 101]),
        (Test(ge=10, le=12), [10, 11, 12], [9, 13]),
        (Test(gt=10, lt=12), [11], [10, 12]),
        (Test(ge=-6, le=-5), [-6, D("-5.5"), -5], [-7, -4, 5, 6]),
    ],
)
def test_what_a_test_admits(test: Test, inside: list[int | Decimal], outside: list[int | Decimal]) -> None:
    assert [value for value in inside + outside if admits(test, value)] == inside


UP, DOWN, NEITHER = indicator("up"), indicator("down"), indicator(None)
TOP, BOTTOM = indicator("up", cap=100), indicator("down", cap=0)


@pytest.mark.parametrize(
    ("test", "value", "of", "verdict"),
    [
        (Test(ge=97), 97, UP, "met"),
        (Test(ge=97), 99, UP, "met"),  # a floor has no far side
        (Test(ge=97), 96, UP, "missed"),
        (Test(eq=97), 97, UP, "met"),
        (Test(eq=97), 98, UP, "exceeded"),
        (Test(eq=97), 96, UP, "missed"),
        (Test(eq=97), 98, DOWN, "missed"),
        (Test(eq=97), 96, DOWN, "exceeded"),
        (Test(eq=97), 98, NEITHER, "missed"),
        (Test(eq=97), 96, NEITHER, "missed"),
        (Test(eq=97), 98, None, "missed"),
        (Test(eq=97), 97, None, "met"),
        (Test(ge=10, le=12), 11, UP, "met"),
        (Test(ge=10, le=12), 13, UP, "exceeded"),
        (Test(ge=10, le=12), 9, UP, "missed"),
        (Test(ge=10, le=12), 9, DOWN, "exceeded"),
        (Test(ge=10, le=12), 13, DOWN, "missed"),
        (Test(ge=10, le=12), 13, NEITHER, "missed"),
        (Test(gt=10, lt=12), 13, UP, "exceeded"),
        (Test(le=5), 4, DOWN, "met"),
        (Test(le=5), 6, DOWN, "missed"),
        (Test(lt=D("0.5")), D("0.5"), DOWN, "missed"),
        (Test(eq=100), 100, TOP, "met"),
        (Test(eq=100), 101, TOP, "met"),  # nothing is beyond the cap
        (Test(eq=97), 98, TOP, "exceeded"),
        (Test(eq=0), 0, BOTTOM, "met"),
        (Test(eq=1), 0, BOTTOM, "exceeded"),
        (Test(ge=-6, le=-5), -7, DOWN, "exceeded"),
        (Test(ge=-6, le=-5), -4, DOWN, "missed"),
        (Test(is_="achieved"), "achieved", UP, "met"),
        (Test(is_="achieved"), "not_achieved", UP, "missed"),
        (Test(is_="achieved"), "achieved", None, "met"),
    ],
)
def test_verdicts(test: Test, value: int | Decimal | str, of: Indicator | None, verdict: str) -> None:
    assert judge(test, value, of) == verdict


@pytest.mark.parametrize(("own", "verdict"), [(None, "exceeded"), ("up", "exceeded"), ("down", "missed")])
def test_the_direction_of_the_target_goes_before_that_of_the_indicator(own: Direction | None, verdict: str) -> None:
    assert judge(Test(eq=97), 98, UP, own) == verdict


figures = st.integers(-1000, 1000) | st.decimals(-1000, 1000, places=2)
directions: st.SearchStrategy[Direction | None] = st.sampled_from(["up", "down", None])


@st.composite
def conditions(draw: st.DrawFn) -> Test:
    low, high = sorted((draw(figures), draw(figures)))
    shape = draw(st.sampled_from(["ge", "gt", "le", "lt", "eq", "range"]))
    if shape == "range":
        assume(low < high)
        range_: dict[str, Any] = {draw(st.sampled_from(["ge", "gt"])): low, draw(st.sampled_from(["le", "lt"])): high}
        return Test(**range_)
    single: dict[str, Any] = {shape: low}
    return Test(**single)


@given(conditions(), figures, directions, st.none() | st.sampled_from([0, 100]))
def test_what_is_admitted_is_never_missed(test: Test, value: int | Decimal, direction: Direction | None, cap: int | None) -> None:
    if admits(test, value):
        assert judge(test, value, indicator(direction, cap=cap)) == "met"


@given(conditions(), figures)
def test_without_a_direction_only_the_test_decides(test: Test, value: int | Decimal) -> None:
    assert judge(test, value, NEITHER) == ("met" if admits(test, value) else "missed")


@given(conditions(), figures, figures, st.sampled_from(["up", "down"]), st.none() | st.sampled_from([0, 100]))
def test_a_better_value_is_never_judged_worse(test: Test, one: Decimal, other: Decimal, direction: Direction, cap: int | None) -> None:
    """Up to the far side; a strict range leaves out its own bound, which is neither inside nor beyond."""
    worse, better = sorted((one, other), reverse=direction == "down")
    assume(better not in (test.lt, test.gt) or worse == better)
    of = indicator(direction, cap=cap)
    if test.upper is not None and direction == "up" and test.lower is None:
        return  # a ceiling on what should grow is kept by less
    if test.lower is not None and direction == "down" and test.upper is None:
        return
    rank = {"missed": 0, "met": 1, "exceeded": 1}
    assert rank[judge(test, better, of)] >= rank[judge(test, worse, of)]


@example(Test(le=0), 1, 0)
@given(conditions(), figures, st.none() | st.sampled_from([0, 100]))
def test_up_and_down_are_mirror_images(test: Test, value: int | Decimal, cap: int | None) -> None:
    mirror = Test(
        **{
            {"ge": "le", "gt": "lt", "le": "ge", "lt": "gt", "eq": "eq"}[name]: -figure
            for name in ("ge", "gt", "le", "lt", "eq")
            if (figure := getattr(test, name)) is not None
        }
    )
    mirrored_cap = None if cap is None else -cap
    assert judge(test, value, indicator("up", cap=cap)) == judge(mirror, -value, indicator("down", cap=mirrored_cap))


@given(st.integers(1945, 2200), st.integers(1, 12), st.integers(1, 28))
def test_first_and_last_day_enclose_what_they_name(year: int, month: int, day: int) -> None:
    inside = date(year, month, day)
    for text in (f"{year}", f"{year}-Q{(month + 2) // 3}", f"{year}-{month:02d}", inside.isoformat()):
        assert first_day(text) <= inside <= last_day(text)
        assert first_day(text).day == 1 or len(text) == 10


@given(st.sampled_from([BY, YEARLY, OPEN, OVER, SINCE, ONGOING, UNDATED]), st.integers(2020, 2035))
def test_what_falls_due_in_a_year_falls_on_a_day_of_it(due: Due, year: int) -> None:
    days = list(due_days(due, date(year, 1, 1), date(year, 12, 31)))
    assert bool(days) == due_in(due, year)
    assert all(day.year == year for day in days)
