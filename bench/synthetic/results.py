"""What a made-up ward reports: figures, growths and states of some years, and the paths it declares. Some wards report nothing."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from bench.synthetic.forms import Tree
from bench.synthetic.measures import FIRST_YEAR, MEASURES, Measure, figure
from bench.synthetic.plans import Desk

LAST_YEAR = 2027
_STATES = {"state": ("achieved", "achieved", "not_achieved"), "keep": ("maintained", "maintained", "not_achieved")}


def years(rng: Random) -> range:
    """Return the years that a ward reports: none, the first only, or up to 2027."""
    return range(FIRST_YEAR, FIRST_YEAR + rng.choice((0, 1, 2, 3, 3, 3, 3)))


def actuals(desk: Desk, year: int) -> tuple[Tree, ...]:
    """Return the rows of a year: most measures, some by a part of the year too, some corrected since."""
    rng = desk.rng
    return tuple(row for measure in MEASURES if rng.random() < 0.7 for row in _rows(desk, measure, year))


def _rows(desk: Desk, measure: Measure, year: int) -> Iterator[Tree]:
    rng = desk.rng
    if measure.is_state:
        yield _row(desk, measure, str(year), rng.choice(_STATES[measure.kind]))
        return
    value = desk.levels.of(measure, year)
    if measure.kind == "share" and rng.random() < 0.15:
        yield _row(desk, measure, f"{year}-{rng.choice(('H1', 'Q3', '06'))}", desk.levels.of(measure, max(year - 1, FIRST_YEAR))) | {
            "quality": "provisional"
        }
    if measure.kind == "money" and year > FIRST_YEAR and rng.random() < 0.4:
        grown = float(value) / float(desk.levels.of(measure, year - 1)) * 100 - 100
        yield _row(desk, measure, str(year), figure(grown, 1)) | {"stat": "growth"}
    if measure.slug in ("thu-ngan-sach", "thu-nhap-binh-quan") and rng.random() < 0.5:
        yield _row(desk, measure, str(year), figure(rng.uniform(92, 112), 1)) | {"unit": "% kế hoạch giao"}
    row = _row(desk, measure, str(year), value)
    if measure.slug == "bhyt":
        people = rng.randint(9_000, 60_000)
        row |= {"num": round(people * float(value) / 100), "den": people}
    if rng.random() < 0.05:
        earlier = {"value": figure(float(value) * 0.97, measure.places), "quality": "estimate", "reason": "Số ước trước khi quyết toán"}
        row["was"] = ({**earlier, "until": f"{year + 1}-03-15"},)
    yield row


def _row(desk: Desk, measure: Measure, period: str, value: object) -> Tree:
    rng, year = desk.rng, int(period[:4])
    source: Tree = {
        "document": f"Báo cáo kết quả năm {year} của UBND {desk.ward.full}",
        "clause": f"{rng.choice(('I', 'II', 'III'))}.{rng.randint(1, 9)}",
    }
    if year == FIRST_YEAR and rng.random() < 0.3:
        source = {"ref": desk.unit("ke-hoach-2026-2030"), "clause": f"II.{rng.randint(1, 4)}"}
    source["date"] = f"{year}-12-{rng.randint(10, 28)}"
    return {
        "indicator": measure.slug,
        "period": period,
        "value": value,
        "quality": rng.choice(("official", "official", "official", "official", "estimate", "provisional")),
        "source": source,
    }


def paths(desk: Desk, targets: tuple[Tree, ...], plan: str) -> tuple[Tree, ...]:
    """Return paths declared for two of a plan's targets, straight or by steps."""
    rng = desk.rng
    wanted = [t for t in targets if t.get("stat", "value") == "value" and t["test"].keys() == {"ge"} and t["when"] == {"by": 2030}]
    found = []
    for target in wanted[:2]:
        measure = next(m for m in MEASURES if m.slug == target["indicator"])
        tree: Tree = {
            "target": f"{plan}#{target['id']}",
            "base": {"year": FIRST_YEAR, "value": desk.levels.of(measure, FIRST_YEAR), "unit": target.get("unit", measure.unit)},
            "by": "Văn phòng HĐND và UBND",
            "date": "2026-03-02",
            "basis": "Kế hoạch công tác năm 2026",
        }
        if rng.random() < 0.5:
            tree["steps"] = tuple({"year": year, "value": desk.levels.of(measure, year)} for year in range(2026, 2031))
        found.append(tree)
    return tuple(found)
