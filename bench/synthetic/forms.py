"""The forms a promise takes: each turns a measure into the tree of a target (without id, clause and lead), as a document would print it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from bench.synthetic.measures import Levels, Measure, Number, figure
from kehoach.vietnamese import quantity

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ask:
    """What a form is given: the years of the plan (``open`` where it prints none), where the ward stands, a source of chance."""

    rng: Random
    levels: Levels
    first: int
    last: int
    open: bool = False

    def promise(self, measure: Measure, year: int | None = None) -> Number:
        """Return a figure for *year*, the plan's last where ``None``."""
        return self.levels.promise(measure, min(year or self.last, 2030), self.rng)

    def total(self, measure: Measure) -> Number:
        """Return a sum over the plan's years."""
        years = range(self.first, self.last + 1)
        return figure(sum(float(self.promise(measure, year)) for year in years), measure.places)


def at_least(ask: Ask, measure: Measure) -> Tree:
    """Return "Đến năm 2030, … đạt 97% trở lên"."""
    value = ask.promise(measure)
    return _by(ask, {"ge": value}, f"Đến năm {ask.last}, {measure.words} đạt {quantity(value, measure.unit)} trở lên")


def aim(ask: Ask, measure: Measure) -> Tree:
    """Return "Phấn đấu đến năm 2030, … đạt trên 85%"."""
    value = ask.promise(measure)
    value = 99 if value == 100 else value
    text = f"Phấn đấu đến năm {ask.last}, {measure.words} đạt trên {quantity(value, measure.unit)}"
    return _by(ask, {"gt": value}, text) | {"force": "aim"}


def exactly(ask: Ask, measure: Measure) -> Tree:
    """Return "… đạt 97%", sometimes with the level it starts from."""
    value = ask.promise(measure)
    tree = _by(ask, {"eq": value}, f"Đến năm {ask.last}, {measure.words} đạt {quantity(value, measure.unit)}")
    if ask.rng.random() < 0.4 and ask.first > 2025:
        tree["base"] = {"year": ask.first - 1, "value": ask.levels.of(measure, ask.first - 1), "unit": measure.unit}
    return tree


def within(ask: Ask, measure: Measure) -> Tree:
    """Return "… đạt từ 40 đến 50 …": a range."""
    low = ask.promise(measure)
    high = figure(float(low) * 1.1 + 1, measure.places)
    if measure.kind == "share":
        low, high = min(low, 98), 99
    text = f"Đến năm {ask.last}, {measure.words} đạt từ {quantity(low, None)} đến {quantity(high, measure.unit)}"
    return _by(ask, {"ge": low, "le": high}, text)


def below(ask: Ask, measure: Measure) -> Tree:
    """Return "… dưới 0,5%" or "không quá 05 vụ"."""
    value = ask.promise(measure)
    key, words = ask.rng.choice((("lt", "dưới"), ("le", "không quá")))
    return _by(ask, {key: value}, f"Đến năm {ask.last}, {measure.words} còn {words} {quantity(value, measure.unit)}")


def none_left(ask: Ask, measure: Measure) -> Tree:
    """Return "đến năm 2028 không còn …"."""
    year = min(ask.last, ask.first + 2)
    noun = measure.words.removeprefix("số ").removeprefix("tỷ lệ ")
    return {"test": {"eq": 0}, "when": {"by": year}, "quote": f"Đến năm {year}, trên địa bàn không còn {noun}", "implied": (0,)}


def every_year(ask: Ask, measure: Measure) -> Tree:
    """Return "Hằng năm, … đạt từ … trở lên"; from above for what should fall."""
    value = ask.promise(measure, ask.first)
    key, words = ("le", "không quá {}") if measure.direction == "down" else ("ge", "đạt từ {} trở lên")
    text = f"Hằng năm, {measure.words} " + words.format(quantity(value, measure.unit))
    return {"test": {key: value}, "when": {"each_year": "period"}, "quote": text}


def kept_up(ask: Ask, measure: Measure) -> Tree:
    """Return "Đến năm 2030, duy trì …"."""
    value = ask.promise(measure, ask.first)
    text = f"Đến năm {ask.last}, duy trì {measure.words} đạt {quantity(value, measure.unit)}"
    return {"test": {"eq": value}, "when": {"each_year": (str(ask.first), str(ask.last))}, "quote": text}


def since(ask: Ask, measure: Measure) -> Tree:
    """Return "Từ năm 2027, mỗi năm … ít nhất …"."""
    year = ask.first + ask.rng.randint(0, 1)
    value = ask.promise(measure, year)
    text = f"Từ năm {year}, mỗi năm {measure.words} đạt ít nhất {quantity(value, measure.unit)}"
    return {"test": {"ge": value}, "when": {"since": year}, "quote": text}


def growing(ask: Ask, measure: Measure) -> Tree:
    """Return "Hằng năm, … tăng (bình quân) từ 10% đến 12%": sometimes a doubt, sometimes one that was decided, sometimes a fall."""
    low = ask.rng.randint(5, 12)
    test: Tree = {"ge": low, "le": low + 2} if ask.rng.random() < 0.6 else {"ge": low}
    mean = ask.rng.random() < 0.5
    if measure.direction is None:
        test, text = {"ge": -6, "le": -5}, f"Hằng năm, {measure.words} giảm từ 5% đến 6%"
    else:
        words = f"từ {low}% đến {low + 2}%" if "le" in test else f"từ {low}% trở lên"
        text = f"Hằng năm, {measure.words} tăng {'bình quân ' if mean else ''}{words}"
    tree: Tree = {"test": test, "when": {"each_year": "period"}, "quote": text, "stat": "growth"}
    if mean and measure.direction is not None and not ask.open:
        tree["reading"] = _doubt(ask)
    return tree


def growing_on_average(ask: Ask, measure: Measure) -> Tree:
    """Return "giai đoạn … tăng bình quân 10,5%/năm"."""
    value = figure(ask.rng.randint(12, 26) / 2, 1)
    text = f"Giai đoạn {ask.first} - {ask.last}, {measure.words} tăng bình quân {quantity(value, '%')}/năm"
    tree: Tree = {"test": {"eq": value}, "when": {"over": "period"}, "quote": text, "stat": "avg_growth"}
    if ask.first > 2025 and ask.rng.random() < 0.6:
        tree["base"] = {"year": ask.first - 1, "value": ask.levels.of(measure, ask.first - 1), "unit": measure.unit}
    return tree


def in_all(ask: Ask, measure: Measure) -> Tree:
    """Return "Đến năm 2030 … cả giai đoạn đạt 230 …": a sum."""
    value = ask.total(measure)
    key = ask.rng.choice(("ge", "eq"))
    words = f"ít nhất {quantity(value, measure.unit)}" if key == "ge" else quantity(value, measure.unit)
    when = {"over": "period"} if ask.rng.random() < 0.7 else {"over": (str(ask.first), str(ask.last))}
    return {"test": {key: value}, "when": when, "quote": f"Đến năm {ask.last}, {measure.words} cả giai đoạn đạt {words}", "stat": "sum"}


def if_granted(ask: Ask, measure: Measure) -> Tree:
    """Return a sum that hangs on a condition, which now and then somebody has settled."""
    tree = in_all(ask, measure)
    condition: Tree = {"text": "nếu được cấp trên bố trí đủ vốn"}
    if ask.rng.random() < 0.4:
        who = {"by": "Văn phòng HĐND và UBND", "date": "2027-12-20", "basis": "Thông báo vốn năm 2027"}
        condition["confirmed"] = who | ({"holds": False} if ask.rng.random() < 0.5 else {})
    return tree | {"quote": f"{tree['quote']} (nếu được cấp trên bố trí đủ vốn)", "condition": condition}


def assigned(ask: Ask, measure: Measure) -> Tree:  # noqa: ARG001  # every form is called the same way
    """Return "hoàn thành chỉ tiêu được giao": per cent of what was assigned."""
    tree: Tree = {"test": {"ge": 100}, "when": {"each_year": "period"}, "implied": (100,)}
    if measure.kind != "quota":
        tree["unit"] = "% kế hoạch giao"
    return tree | {"quote": f"Hằng năm, {measure.words} đạt và vượt kế hoạch cấp trên giao"}


def recognised(ask: Ask, measure: Measure) -> Tree:
    """Return a recognition with a date."""
    year = ask.rng.randint(ask.first, ask.last)
    return {"test": {"is": "achieved"}, "when": {"by": year}, "quote": f"Đến năm {year}, {measure.words}"}


def someday(ask: Ask, measure: Measure) -> Tree:  # noqa: ARG001
    """Return a recognition without a date."""
    return {"test": {"is": "achieved"}, "when": "undated", "quote": f"Xây dựng địa bàn {measure.words}"}


def held(ask: Ask, measure: Measure) -> Tree:  # noqa: ARG001
    """Return a state that is to be kept: "Giữ vững …"."""
    return {"test": {"is": "maintained"}, "when": {"each_year": "period"}, "quote": f"Giữ vững {measure.words}"}


def always(ask: Ask, measure: Measure) -> Tree:
    """Return a figure to be held "thường xuyên"."""
    value = ask.promise(measure)
    return {
        "test": {"ge": value},
        "when": "ongoing",
        "quote": f"Thường xuyên bảo đảm {measure.words} từ {quantity(value, measure.unit)} trở lên",
    }


def by_quarter(ask: Ask, measure: Measure) -> Tree:
    """Return a figure due within a year: a quarter, a month, a day."""
    value = ask.promise(measure, ask.first)
    when, words = ask.rng.choice(
        (
            (f"{ask.first}-Q3", f"quý III năm {ask.first}"),
            (f"{ask.first}-06", f"tháng 6 năm {ask.first}"),
            (f"{ask.first}-12-15", f"15/12/{ask.first}"),
        )
    )
    return {
        "test": {"ge": value},
        "when": {"by": when},
        "quote": f"Đến {words}, {measure.words} đạt {quantity(value, measure.unit)} trở lên",
    }


def of_others(ask: Ask, measure: Measure) -> Tree:
    """Return a figure on another population than the indicator's own."""
    population = ask.rng.choice(("học sinh, sinh viên", "hộ nghèo, hộ cận nghèo", "cán bộ, công chức", "lao động nữ"))
    value = ask.promise(measure)
    text = f"Đến năm {ask.last}, {measure.words} trong {population} đạt {quantity(value, measure.unit)} trở lên"
    return _by(ask, {"ge": value}, text) | {"of": population}


def by_standard(ask: Ask, measure: Measure) -> Tree:
    """Return a figure under a stricter definition than the indicator's own."""
    value = ask.promise(measure)
    text = f"Đến năm {ask.last}, {measure.words} theo bộ tiêu chí mới đạt {quantity(value, measure.unit)} trở lên"
    return _by(ask, {"ge": value}, text) | {"definition": "theo bộ tiêu chí mới"}


def _by(ask: Ask, test: Tree, text: str) -> Tree:
    return {"test": test, "when": {"by": ask.last}, "quote": text}


def _doubt(ask: Ask) -> Tree:
    reading: Tree = {
        "question": "“Hằng năm … tăng bình quân”: mỗi năm đều phải đạt, hay bình quân cả giai đoạn?",
        "alternatives": ({"when": {"over": "period"}, "stat": "avg_growth"},),
    }
    if ask.rng.random() < 0.4:
        who = {"by": "Văn phòng HĐND và UBND", "date": "2026-03-05", "basis": "Kết luận họp giao ban tháng 3 năm 2026"}
        reading["decided"] = {"choice": ask.rng.randint(0, 1), **who}
    return reading


Form = Callable[[Ask, Measure], Tree]
RISING: tuple[str, ...] = ("share", "stock", "level")
"""Kinds of measures that a floor is promised on."""
SPANNING: tuple[Form, ...] = (in_all, if_granted, growing_on_average)
"""Forms that need the last year of a plan's period."""
SLOTS: tuple[tuple[Form, tuple[str, ...]], ...] = (
    (growing, ("money",)),
    (growing, ("money",)),
    (growing_on_average, ("money",)),
    (assigned, ("money",)),
    (assigned, ("quota",)),
    (in_all, ("flow",)),
    (in_all, ("flow",)),
    (if_granted, ("flow",)),
    (since, ("flow",)),
    (every_year, ("flow",)),
    (every_year, ("fall",)),
    (every_year, ("share",)),
    (none_left, ("fall", "share_down")),
    (below, ("share_down",)),
    (below, ("fall", "share_down")),
    (recognised, ("state",)),
    (someday, ("state",)),
    (held, ("keep",)),
    (always, ("share",)),
    (kept_up, ("share",)),
    (by_quarter, ("share",)),
    (of_others, ("share",)),
    (by_standard, ("share",)),
    (within, ("stock", "level", "share")),
    (exactly, RISING),
    (aim, RISING),
    (at_least, RISING),
)
"""One promise of every form: what a plan of average length holds; longer ones have more of the last three."""
