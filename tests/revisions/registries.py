"""Random small registries, side by side: records are drawn from few words, so that ids, words and measures often meet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from kehoach.model.catalogues import Indicator, Reference, Unit, Ward
from kehoach.model.commitment import Test, When
from kehoach.model.plan import Accepted, Citation, Plan, Retired, Source, Span
from kehoach.model.results import Actual, ActualSource, Earlier
from kehoach.model.target import Base, Condition, Confirmation, Decision, Reading, Target
from kehoach.model.work import Project, Task
from kehoach.revisions.sides import ActualKey, Side

_IDS = st.sampled_from(["a", "b", "c", "d"])
_CLAUSES = st.sampled_from(["I", "II"])
_QUOTES = st.sampled_from(["đạt 97%", "đạt 95%", "không quá 1%"])
_INDICATORS = st.sampled_from(["bhyt", "bhyt-moi", "ho-ngheo", "viec"])
_UNITS = st.sampled_from(["mau/a", "mau/b", "mau/c"])
_UNIT_LISTS = st.lists(_UNITS, max_size=2, unique=True).map(tuple)
_YEARS = st.integers(2026, 2031)
_TIMES = st.one_of(
    st.sampled_from(["ongoing", "undated"]),
    _YEARS.map(lambda year: When(by=str(year))),
    _YEARS.map(lambda year: When(since=str(year))),
    st.sampled_from([When(each_year="period"), When(over="period"), When(over=("2026", "2030")), When(each_year=("2027", "2030"))]),
)
_FIGURES = st.integers(94, 98)
_TESTS = st.one_of(
    *(st.builds(Test, **{key: _FIGURES}) for key in ("ge", "gt", "le", "lt", "eq")),
    st.sampled_from([Test(ge=95, le=97), Test(gt=95, lt=98), Test(is_="achieved")]),
)
_CONFIRMED = st.none() | st.booleans().map(lambda holds: Confirmation(by="A", date="2026-01-01", basis="1/QĐ", holds=holds))
_CONDITIONS = st.none() | st.builds(Condition, text=st.sampled_from(["nếu có vốn", "nếu được giao"]), confirmed=_CONFIRMED)
_DECIDED = st.none() | st.integers(0, 1).map(lambda choice: Decision(choice=choice, by="A", date="2026-01-01", basis="1/QĐ"))
_READINGS = st.none() | st.builds(Reading, question=st.sampled_from(["năm nào", "ai"]), alternatives=st.just(()), decided=_DECIDED)
_SCOPES = st.sampled_from([None, "hộ dân", "hộ dân thành thị", "hộ dân và người dân"])
TARGETS = st.builds(
    Target,
    id=_IDS,
    clause=_CLAUSES,
    indicator=_INDICATORS,
    test=_TESTS,
    when=_TIMES,
    quote=_QUOTES,
    stat=st.sampled_from(["value", "value", "sum", "growth"]),
    force=st.sampled_from(["firm", "aim"]),
    of=_SCOPES,
    unit=st.sampled_from([None, None, "%", "người"]),
    direction=st.sampled_from([None, None, "up", "down"]),
    lead=_UNIT_LISTS,
    restates=st.none() | _IDS,
    condition=_CONDITIONS,
    base=st.none() | st.integers(1, 2).map(lambda n: Base(year=2025, value=n)),
    reading=_READINGS,
)
TASKS = st.builds(
    Task,
    id=_IDS.map(lambda ident: f"t-{ident}"),
    clause=_CLAUSES,
    title=st.sampled_from(["Việc một", "Việc hai"]),
    quote=_QUOTES,
    lead=_UNIT_LISTS,
    support=_UNIT_LISTS,
    when=_TIMES,
    product=st.sampled_from([None, "Đề án"]),
    targets=st.lists(_IDS, max_size=2, unique=True).map(tuple),
)
PROJECTS = st.builds(
    Project, id=st.sampled_from(["p-a", "p-b", "a"]), clause=_CLAUSES, name=st.sampled_from(["Trường", "Chợ"]), when=_TIMES
)
_RETIRED = st.builds(
    Retired, id=st.sampled_from(["a", "b", "t-a", "p-a"]), reason=st.sampled_from(["trùng", "thôi"]), date=st.just("2026-01-01")
)
_HASHES = st.sampled_from(["0" * 64, "1" * 64, "2" * 64])


def _unique(of: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[Any]:
    return st.lists(of, max_size=most, unique_by=lambda record: record.id).map(tuple)


PLANS = st.builds(
    Plan,
    format=st.just("kehoach/plan/1"),
    id=st.sampled_from(["mau/mot", "mau/hai", "mau/ba", "dong/mot"]),
    kind=st.sampled_from(["KH", "CV"]),
    title=st.sampled_from(["Kế hoạch", "Chương trình"]),
    issuer=st.just("mau/a"),
    number=st.sampled_from([None, "1", "2"]),
    issued=st.sampled_from([None, "2026-01-01", "2027-01-01"]),
    period=st.sampled_from([None, Span(from_=2026, to=2030), Span(from_=2026, to=2031), Span(from_=2027, to=2030)]),
    citations=st.lists(st.builds(Citation, ref=st.just("r"), clause=_CLAUSES, role=st.sampled_from(["basis", "mentions"])), max_size=2).map(
        tuple
    ),
    source=_HASHES.map(lambda digest: Source(file="a.txt", sha256=digest)),
    targets=_unique(TARGETS, 4),
    tasks=_unique(TASKS, 3),
    projects=_unique(PROJECTS, 2),
    retired=_unique(_RETIRED, 2),
    accepted=st.lists(st.just(Accepted(rule="x", fingerprint="0", reason="x", by="A", date="2026-01-01")), max_size=1).map(tuple),
)
_CATALOGUE = {
    "bhyt": Indicator(name="Bảo hiểm y tế", unit="%", direction="up", field="xa-hoi", of="hộ dân"),
    "ho-ngheo": Indicator(name="Hộ nghèo", unit="%", direction="down", field="xa-hoi"),
    "viec": Indicator(name="Việc", unit="việc", field="kinh-te"),
}
_DEPARTMENTS = {
    "mau/a": Unit(name="Phòng A"),
    "mau/b": Unit(name="Phòng B", aliases=("Phòng Bê",)),
    "mau/c": Unit(name="Phòng Bê"),
}


@st.composite
def sides(draw: st.DrawFn, other: Side | None = None) -> Side:
    """Return one state of a registry; with *other*, one that shares records with it."""
    plans = draw(st.lists(PLANS, max_size=3, unique_by=lambda plan: plan.id))
    if other is not None and other.plans:
        kept = draw(st.lists(st.sampled_from(sorted(other.plans)), unique=True))
        edited = {ident: draw(_edited(other.plans[ident])) for ident in kept}
        plans = [plan for plan in plans if plan.id not in edited] + list(edited.values())
    indicators = dict(_CATALOGUE)
    if draw(st.booleans()):
        indicators["bhyt-moi"] = indicators.pop("bhyt")
    if draw(st.booleans()):
        indicators["viec"] = replace(
            indicators["viec"], direction=draw(st.sampled_from([None, "up", "down"])), unit=draw(st.sampled_from(["việc", "%"]))
        )
    units = {ref: unit for ref, unit in _DEPARTMENTS.items() if draw(st.booleans())}
    actuals: dict[ActualKey, Actual] = {
        ("mau", a.indicator, a.stat, None, None, None, a.period): a for a in draw(st.lists(_ACTUALS, max_size=3))
    }
    return Side(
        name="x",
        plans={plan.id: plan for plan in plans},
        actuals=actuals,
        units=units,
        wards={"mau": Ward(name="Mẫu", type="phường", code="1")},
        indicators=indicators,
        references={"r": Reference(title=draw(st.sampled_from(["một việc", "hai việc"])))},
    )


_WAS = st.lists(
    st.integers(1, 3).map(lambda n: Earlier(value=n, quality="official", reason="thiếu", until="2028-01-01")), max_size=2, unique=True
).map(tuple)
_ACTUALS = st.builds(
    Actual,
    indicator=_INDICATORS,
    period=st.sampled_from(["2026", "2027"]),
    value=st.integers(1, 3),
    quality=st.sampled_from(["official", "estimate"]),
    source=st.just(ActualSource(document="Báo cáo")),
    was=_WAS,
)


@st.composite
def _edited(draw: st.DrawFn, plan: Plan) -> Plan:
    """Return *plan* after some edits: renamed, records dropped, renamed, retired, changed in a field or two."""
    changes: dict[str, Any] = {}
    if draw(st.integers(0, 4)) == 0:
        changes["id"] = f"{plan.ward}/khac-{plan.id.rpartition('/')[2]}"
    if draw(st.integers(0, 2)) == 0:
        fresh = draw(PLANS)
        names = draw(st.lists(st.sampled_from(["period", "issued", "number", "source", "citations", "title", "accepted"]), unique=True))
        changes |= {name: getattr(fresh, name) for name in names}
    retired = list(plan.retired)
    for name, kind in (("targets", TARGETS), ("tasks", TASKS), ("projects", PROJECTS)):
        kept = []
        for record in getattr(plan, name):
            how = draw(st.sampled_from(["keep", "keep", "change", "rename", "drop", "retire"]))
            if how == "change":
                other = draw(kind)
                fields = draw(st.lists(st.sampled_from([f for f in record.__slots__ if f != "id"]), max_size=3, unique=True))
                kept.append(replace(record, **{field: getattr(other, field) for field in fields}))
            elif how == "rename":
                kept.append(replace(record, id=f"{record.id}-x"))
            elif how == "keep":
                kept.append(record)
            elif how == "retire":
                retired.append(Retired(id=record.id, reason="thôi", date="2026-01-01"))
        changes[name] = tuple(kept)
    edited: Plan = replace(plan, **changes, retired=tuple({entry.id: entry for entry in retired}.values()))
    return edited
