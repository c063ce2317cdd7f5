"""Asked ward by ward, of the catalogues and of what all wards share, the rules find what they find in the whole registry."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

import pytest

from bench.make_registry import make
from kehoach import checks
from kehoach.checks import parts, rows
from kehoach.checks.facts import Facts
from kehoach.index import records
from kehoach.model.catalogues import Reference, Unit
from kehoach.model.plan import Citation, Plan
from kehoach.model.problem import Problem
from kehoach.registry import Registry, load_registry
from tests.conftest import PROJECT


def part(registry: Registry, wards: Collection[str]) -> Registry:
    """Return the catalogues with only these wards."""
    return replace(
        registry,
        scope=frozenset(wards),
        plans={ref: plan for ref, plan in registry.plans.items() if plan.ward in wards},
        actuals=tuple(each for each in registry.actuals if each.ward in wards),
        paths=tuple(each for each in registry.paths if each.ward in wards),
    )


def groups(registry: Registry) -> list[frozenset[str]]:
    links: dict[str, set[str]] = {}
    for plan in registry.plans.values():
        links.setdefault(plan.ward, set()).update(parts.links(plan))
    return parts.linked(links | {each.ward: links.get(each.ward, set()) for each in registry.actuals})


def in_parts(registry: Registry) -> Iterator[list[Problem]]:
    """Yield the findings about every ward by itself, about the catalogues, and of the rules over all wards."""
    cores: dict[str, parts.Core] = {}
    for group in groups(registry):
        problems, found = parts.with_cores(part(registry, group), group)
        assert problems == parts.of_wards(part(registry, group), group)
        cores |= found
        for ward in group:
            yield parts.of_wards(part(registry, group), {ward})
    yield parts.of_catalogues(part(registry, ()))
    wards = dict.fromkeys(plan.ward for plan in registry.plans.values())
    yield parts.of_cores(part(registry, ()), [kept(cores[ward]) for ward in wards])


def kept(core: parts.Core) -> parts.Core:
    """Return a core as it is read back from the index."""
    heads, said, places = records.loads(records.dumps(core))
    return parts.Core(heads, rows.read(said), places)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    registry, problems = load_registry(make(tmp_path_factory.mktemp("made") / "r", wards=6, seed=3))
    assert problems == []
    return registry


def entangled(registry: Registry) -> Registry:
    """Return the registry with every kind of tie between its wards, and with faults that show only beside another ward."""
    plans = dict(registry.plans)
    wards = list(dict.fromkeys(plan.ward for plan in plans.values()))
    a, b, c, d, e, f = (next(plan for plan in plans.values() if plan.ward == ward and plan.targets and plan.tasks) for ward in wards)
    first, second = _on_one_measure(a, b)
    third = _on_one_measure(b, c)[1]
    b = _with_target(b, second, restates=c.ref(c.targets[third].id))
    a = _with_target(a, first, restates=b.ref(b.targets[second].id))
    c = replace(c, tasks=(replace(c.tasks[0], targets=(d.ref(d.targets[0].id),)), *c.tasks[1:]))
    d = _with_target(d, 0, lead=())
    e = _with_target(_with_target(e, 0, part_of="khong-co/ke-hoach#gi"), 1, supersedes=f.ref("khong-co"), from_ref="van-ban-cu")
    f = replace(f, issuer=a.issuer)
    printed = {
        a.id: [Citation(ref="van-ban-cu", clause="Mở đầu", role="basis", date="2020-01-01")],
        b.id: [Citation(ref="van-ban-cu", clause="Mở đầu", role="replaces", date="2021-01-01")],
        c.id: [Citation(ref="hai-noi-1", clause="Mở đầu", role="basis")],
        f.id: [Citation(ref="hai-noi-2", clause="Mở đầu", role="basis")],
    }
    for n, plan in enumerate((a, f)):
        own = {
            "number": f"{n}/KH-UBND",
            "date": f"202{n}-01-01",
            "title": ("Về rừng", "Về biển")[n],
            "issuer": ("Bộ Y tế", "Bộ Công an")[n],
        }
        printed[plan.id].append(Citation(ref="khong-so", clause="I", role="mentions", **own))
    for plan in (a, b, c, f):
        plans[plan.id] = replace(plan, citations=(*plan.citations, *printed[plan.id]))
    plans |= {d.id: d, e.id: e}
    return replace(
        registry,
        plans=plans,
        references={
            **registry.references,
            "van-ban-cu": Reference(kind="KH", title="Kế hoạch cũ", number="1/KH-UBND"),
            "khong-so": Reference(kind="KH", title="Về rừng"),
            "hai-noi-1": Reference(kind="KH", title="Một", number="9/KH-UBND", issuer="UBND thành phố Minh Long", date="2025-01-01"),
            "hai-noi-2": Reference(kind="KH", title="Hai", number="9/KH-UBND", issuer="HĐND thành phố Minh Long", date="2025-02-01"),
        },
        units={**registry.units, f.id: Unit(name="Trùng mã"), "khong-co/phong": Unit(name="Phòng")},
        indicators={
            name: replace(each, field="khong-co") if n == 0 else each for n, (name, each) in enumerate(registry.indicators.items())
        },
    )


def _on_one_measure(one: Plan, other: Plan) -> tuple[int, int]:
    return next(
        (i, j)
        for i, left in enumerate(one.targets)
        for j, right in enumerate(other.targets)
        if left.indicator == right.indicator
        and left.test != right.test
        and left.part_of is right.part_of is left.restates is right.restates is None
    )


def _with_target(plan: Plan, index: int, **changes: object) -> Plan:
    changed = replace(plan.targets[index], **changes)  # type: ignore[arg-type]
    return replace(plan, targets=(*plan.targets[:index], changed, *plan.targets[index + 1 :]))


def test_wards_that_know_nothing_of_each_other_find_apart_what_they_find_together(made: Registry) -> None:
    assert set(map(len, groups(made))) == {1}
    assert parts.together(*in_parts(made)) == checks.run(made)


def test_wards_that_refer_to_each_other_find_apart_what_they_find_together(made: Registry) -> None:
    registry = entangled(made)
    whole = checks.run(registry)
    assert Counter(map(len, groups(registry))) == {4: 1, 3: 1}
    assert parts.together(*in_parts(registry)) == whole
    found = {problem.rule for problem in whole} - {problem.rule for problem in checks.run(made)}
    assert found >= {
        "unknown-record",
        "unknown-unit",
        "unknown-ward",
        "unknown-indicator",
        "number-of-two-issuers",
        "replaced-plan-relied-on",
    }


@pytest.mark.parametrize("folder", ["data", "examples/phuong-mau/data"])
def test_the_shipped_registries_find_in_parts_what_they_find_at_once(folder: str) -> None:
    registry, _ = load_registry(PROJECT / folder)
    assert parts.together(*in_parts(registry)) == checks.run(registry)


def test_every_rule_over_all_wards_is_a_rule() -> None:
    assert {checks.rule(name).name for name in parts.GLOBAL} == parts.GLOBAL


@pytest.mark.parametrize("rule", ["unknown-unit", "restated-figure", "plans-apart"])
def test_one_rule_is_asked_in_parts_too(rule: str, made: Registry) -> None:
    registry = entangled(made)
    (*_, of_all) = in_parts(registry)
    assert [each for each in of_all if each.rule == rule] == parts.of_all(registry, [rule])
    asked = [parts.of_wards(part(registry, group), group, [rule]) for group in groups(registry)]
    assert parts.together(*asked, parts.of_catalogues(registry, [rule]), parts.of_all(registry, [rule])) == checks.run(registry, [rule])


def test_what_the_rules_worked_out_goes_with_the_last_who_asks(made: Registry) -> None:
    """A process that asks about many wards is never to look for circles of what it no longer needs."""
    gc.collect()
    gc.disable()
    try:
        facts = Facts(made)
        assert sum(1 for rule in checks.rules() for _ in rule.find(facts))
        gone = weakref.ref(facts)
        del facts
        assert gone() is None
    finally:
        gc.enable()
