# ruff: noqa: SLF001 - the second parser is no business of anybody else
"""The canonical layout: any record survives it, any comment survives it, and it changes nothing the second time."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import ryaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.files import comments, layout, store, yaml_text
from kehoach.files.formatter import formatted
from kehoach.files.kinds import kind_of
from kehoach.model import commitment, plan, target, work
from tests.conftest import INDICATORS, PLAN, REAL_FILES, REFERENCES, UNITS, make_registry

RYAML: Any = vars(ryaml)["loads"]

NASTY = """
'"' "'" a: b :a a: #a a#b 'a #b' - -a '- a' ? '? a' … ' … ' 97 01 1_000 1e3 1.120 46.075 13,5 12:30 2026-05-14 2026-Q2 2026 yes no on off y n ~ null true
Null [a] {a} a,b [ ] { } & * ! | > % @ ` = << \\ \\n 'a\\' “a” 'a “b” c' 100% 29-NQ/TW số:12 'a: b: c' 😀 '😀 a' Đ ... --- 'a ...' +5 -6 .5 .inf 0x1f , ,a 'a,' ! 'a ? b'
"""
NASTY_TEXTS = sorted({word.strip("'") or "'" for word in re.findall(r"'[^'\n]+'|\S+", NASTY)})

letters = "aăâbcđeêghiklmnoôơpqrstuưvxyáàảãạỦĐÊ 0123456789.,:;-–%/()[]{}\"'#&*!?|>@`…“”😀\\=~<+_"
texts = (
    (
        st.sampled_from(NASTY_TEXTS)
        | st.text(alphabet=letters, min_size=1, max_size=30)
        | st.text(alphabet=letters, min_size=100, max_size=200)
        | st.lists(st.sampled_from(NASTY_TEXTS), min_size=2, max_size=4).map(" ".join)
    )
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(str.strip)
)
slugs = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,5})?", fullmatch=True)
refs = st.builds("{}/{}".format, slugs, slugs)
record_refs = slugs | st.builds("{}/{}#{}".format, slugs, slugs, slugs)
years = st.integers(1945, 2199)
dates = years.map(str) | st.builds("{}-Q{}".format, years, st.integers(1, 4)) | st.dates().map(lambda d: f"20{d.isoformat()[2:]}")
dates = dates.filter(lambda text: not text.endswith("02-29"))
numbers: st.SearchStrategy[Any] = (
    st.integers(-(10**12), 10**12)
    | st.decimals(-(10**6), 10**6, places=2).map(lambda d: d + 0)
    | st.sampled_from([Decimal("46.075"), Decimal("0.5"), Decimal("13.5"), Decimal("-5.25"), Decimal("1.120"), 0, 1120])
)
spans = st.tuples(years, years).map(lambda pair: tuple(map(str, sorted(pair))))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def several(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=most).map(tuple)


ranges: st.SearchStrategy[commitment.Test] = (
    st.tuples(numbers, numbers).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: commitment.Test(ge=min(*pair), le=max(*pair)))
)
tests_of_targets = (
    st.builds(commitment.Test, ge=numbers)
    | st.builds(commitment.Test, gt=numbers)
    | st.builds(commitment.Test, le=numbers)
    | st.builds(commitment.Test, lt=numbers)
    | st.builds(commitment.Test, eq=numbers)
    | st.builds(commitment.Test, is_=st.sampled_from(["achieved", "maintained"]))
    | ranges
)
times = (
    st.builds(commitment.When, by=dates)
    | st.builds(commitment.When, since=dates)
    | st.builds(commitment.When, each_year=st.just("period") | spans)
    | st.builds(commitment.When, over=st.just("period") | spans)
    | st.sampled_from(["ongoing", "undated"])
)
bases = st.builds(target.Base, year=years, value=numbers, unit=maybe(texts))
targets = st.builds(
    target.Target,
    id=slugs,
    clause=texts,
    indicator=slugs,
    test=tests_of_targets,
    when=times,
    quote=texts,
    stat=st.sampled_from(["value", "sum", "growth", "avg_growth"]),
    force=st.sampled_from(["firm", "aim"]),
    of=maybe(texts),
    definition=maybe(texts),
    unit=maybe(texts),
    direction=maybe(st.sampled_from(["up", "down"])),
    implied=several(numbers),
    lead=several(refs),
    lead_at=maybe(texts),
    part_of=maybe(record_refs),
    restates=maybe(record_refs),
    supersedes=maybe(record_refs),
    from_ref=maybe(slugs),
    condition=maybe(
        st.builds(target.Condition, text=texts, confirmed=maybe(st.builds(target.Confirmation, by=texts, date=dates, basis=texts)))
    ),
    base=maybe(bases),
    reading=maybe(
        st.builds(
            target.Reading,
            question=texts,
            alternatives=several(
                st.builds(target.Alternative, test=maybe(tests_of_targets), when=maybe(times), of=maybe(texts), base=maybe(bases)), 2
            ),
            decided=maybe(st.builds(target.Decision, choice=st.integers(0, 2), by=texts, date=dates, basis=texts)),
        )
    ),
    nature=maybe(st.builds(target.Nature, kind=st.sampled_from(["transcription", "correction"]), basis=maybe(texts))),
    note=maybe(texts),
)
tasks = st.builds(
    work.Task,
    id=slugs,
    clause=texts,
    title=texts,
    quote=texts,
    lead=several(refs),
    support=several(refs),
    when=times,
    product=maybe(texts),
    resources=maybe(texts),
    authority=maybe(texts),
    targets=several(record_refs),
    note=maybe(texts),
)
projects = st.builds(
    work.Project,
    id=slugs,
    clause=texts,
    name=texts,
    owner=maybe(texts),
    funding=maybe(texts),
    when=times,
    area=maybe(st.builds(work.Area, value=numbers, unit=texts)),
    lead=several(refs),
    state=maybe(texts),
    note=maybe(texts),
    same_as=maybe(record_refs),
)
leaves = st.builds(plan.Section, title=texts, label=maybe(texts), sections=st.just(()))
sections = st.recursive(
    leaves, lambda below: st.builds(plan.Section, title=texts, label=maybe(texts), sections=several(below)), max_leaves=5
)
plans = st.builds(
    plan.Plan,
    format=st.just("kehoach/plan/1"),
    id=refs,
    kind=st.sampled_from(["KH", "CTr", "CV", "QyĐ"]),
    title=texts,
    issuer=refs,
    number=maybe(texts),
    symbol=maybe(texts),
    issued=maybe(dates),
    place_line=maybe(texts),
    period=maybe(st.tuples(years, years, maybe(years)).map(lambda y: plan.Span(from_=min(y[:2]), to=max(y[:2]), horizon=y[2]))),
    signed=maybe(st.builds(plan.Signature, by=texts, position=maybe(texts), for_=maybe(texts))),
    addressees=several(texts),
    recipients=several(texts),
    attachments=st.builds(plan.Attachments, announced=several(texts), present=several(texts)),
    citations=several(
        st.builds(
            plan.Citation,
            ref=slugs,
            clause=texts,
            role=st.sampled_from(["basis", "replaces"]),
            number=maybe(texts),
            date=maybe(dates),
            issuer=maybe(texts),
            title=maybe(texts),
        )
    ),
    source=st.builds(plan.Source, file=texts, sha256=st.from_regex(r"[0-9a-f]{64}", fullmatch=True) | st.just("1" * 64)),
    corrections=several(
        st.builds(plan.Correction, clause=texts, printed=texts, read_as=texts, kind=st.sampled_from(["scan", "unsure"]), note=maybe(texts)),
        2,
    ),
    sections=several(sections),
    uncovered=several(st.builds(plan.Uncovered, clause=texts, printed=texts, reason=texts), 2),
    targets=several(targets),
    tasks=several(tasks, 2),
    projects=several(projects, 2),
    accepted=several(st.builds(plan.Accepted, rule=slugs, fingerprint=texts, reason=texts, by=texts, date=dates), 2),
    retired=several(st.builds(plan.Retired, id=texts, reason=texts, date=dates), 2),
)


def as_tree(node: Any) -> Any:
    """Return a record as the tree a file would hold, every key written out."""
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        return {field.name.rstrip("_"): as_tree(getattr(node, field.name)) for field in dataclasses.fields(node)}
    return tuple(map(as_tree, node)) if isinstance(node, tuple) else node


def without_nulls(tree: Any) -> Any:
    """A test and a time hold only the keys that are used; a null would say so too."""
    if isinstance(tree, Mapping):
        return {key: without_nulls(value) for key, value in tree.items()}
    return tuple(map(without_nulls, tree)) if isinstance(tree, tuple) else tree


@given(plans)
@settings(max_examples=150)
def test_a_plan_survives_the_layout(record: plan.Plan) -> None:
    text = layout.render(as_tree(record), "plan")
    read, problems = store.read_bytes(text.encode(), "plans/mau/ke-hoach.yaml", "plan")
    assert problems == []
    assert read == record


@given(plans)
@settings(max_examples=100)
def test_the_layout_is_read_the_same_by_both_parsers_and_stays(record: plan.Plan) -> None:
    text = layout.render(as_tree(record), "plan")
    fast, exact = (yaml_text.parse(text, loads) for loads in (RYAML, yaml_text._ruamel))
    assert repr(fast) == repr(exact)
    assert formatted(text.encode(), "a.yaml", "plan") == (text, [])


@given(targets)
@settings(max_examples=150)
def test_defaults_are_dropped_and_nothing_else(record: target.Target) -> None:
    tree = as_tree(record)
    written = layout.ordered({"targets": (tree,)}, "plan")["targets"][0]
    defaults = {"stat": "value", "force": "firm", "implied": (), "lead": ()} | dict.fromkeys(
        [
            "name",
            "of",
            "definition",
            "unit",
            "direction",
            "lead_at",
            "part_of",
            "restates",
            "supersedes",
            "from_ref",
            "condition",
            "base",
            "reading",
            "nature",
            "note",
        ]
    )
    assert set(written) == {key for key, value in tree.items() if key not in defaults or value != defaults[key]}
    assert list(written) == [key for key in tree if key in written]


@pytest.mark.parametrize("text", NASTY_TEXTS)
@pytest.mark.parametrize("where", ["title", "addressees", "citations", "targets"])
def test_a_nasty_text_survives_in_every_place(text: str, where: str) -> None:
    tree: dict[str, Any] = {"format": "kehoach/plan/1", "id": "mau/a"}
    places: dict[str, dict[str, Any]] = {
        "title": {"title": text},
        "addressees": {"addressees": (text, "a", text)},
        "citations": {"citations": ({"ref": "a", "clause": text, "role": "basis"},)},
        "targets": {"targets": ({"id": "a", "clause": text, "test": {"ge": 1}, "quote": text},)},
    }
    tree |= places[where]
    written = layout.render(tree, "plan")
    assert yaml_text.load_yaml(written.encode(), "a.yaml") == (tree, [])
    assert yaml_text.parse(written, yaml_text._ruamel) == tree


@given(plans.flatmap(lambda record: st.tuples(st.just(record), st.randoms(use_true_random=False))))
@settings(max_examples=100)
def test_the_order_of_keys_in_the_file_does_not_matter(case: tuple[plan.Plan, Any]) -> None:
    record, random = case

    def shuffled(node: Any) -> Any:
        if isinstance(node, Mapping):
            keys = list(node)
            random.shuffle(keys)
            return {key: shuffled(node[key]) for key in keys}
        return tuple(map(shuffled, node)) if isinstance(node, tuple) else node

    tree = as_tree(record)
    assert layout.render(shuffled(tree), "plan") == layout.render(tree, "plan")


HEAD = PLAN.split("targets:")[0]
COMMENTED = {
    "above a key": (
        "targets:\n  - quote: câu\n    # vì sao\n    test: {ge: 1}\n    id: a\n    clause: I\n",
        "targets:\n  - id: a\n    clause: I\n    # vì sao\n    test: {ge: 1}\n    quote: câu\n",
    ),
    "beside a key": (
        "targets:\n  - quote: câu  # trang 3\n    test: {ge: 1} # xem lại\n    id: a\n",
        "targets:\n  - id: a\n    test: {ge: 1}  # xem lại\n    quote: câu  # trang 3\n",
    ),
    "above an item": (
        "targets:\n  # thứ nhất\n  - id: a\n    test: {ge: 1}\n  # thứ hai\n  - id: b\n    test: {ge: 1}\n",
        "targets:\n  # thứ nhất\n  - id: a\n    test: {ge: 1}\n  # thứ hai\n  - id: b\n    test: {ge: 1}\n",
    ),
    "beside a list": ("tasks: []  # chưa có\ntargets: []\n", "targets: []\n\ntasks: []  # chưa có\n"),
    "above a paragraph": ("# việc\ntasks: []\n# hứa\ntargets: []\n", "# hứa\ntargets: []\n\n# việc\ntasks: []\n"),
    "at the end": ("tasks: []\n# hết\n", "tasks: []\n# hết\n"),
    "beside an item of a list": (
        "addressees:\n  - một  # gửi trước\n  - hai\n",
        "addressees:\n  - một  # gửi trước\n  - hai\n",
    ),
    "inside a mapping that could stand on one line": (
        "targets:\n  - id: a\n    when:\n      # hạn cuối\n      by: 2030\n",
        "targets:\n  - id: a\n    when:\n      # hạn cuối\n      by: 2030\n",
    ),
    "with the sign in a text": ('title: "a # b"  # đúng như in\n', 'title: "a # b"  # đúng như in\n'),
}


@pytest.mark.parametrize("case", COMMENTED)
def test_comments_stay_with_what_they_speak_of(case: str) -> None:
    raw, expected = COMMENTED[case]
    head = "# đầu tệp\nformat: kehoach/plan/1\n"
    text, problems = formatted((head + raw).encode(), "a.yaml", "plan")
    assert problems == []
    assert text is not None
    assert text.replace("\n\n", "\n").removeprefix(head) == expected.replace("\n\n", "\n")


def comment_texts(text: str) -> Counter[str]:
    found = comments.collect(text)
    return Counter([*found.head, *found.tail, *found.beside.values(), *(line for lines in found.above.values() for line in lines)])


@st.composite
def commented_plans(draw: st.DrawFn) -> tuple[str, Counter[str]]:
    """A valid plan with comments above and beside some of its lines, each with a number of its own."""
    lines = layout.render(as_tree(draw(plans)), "plan").split("\n")[:-1]
    marks: Counter[str] = Counter()
    done: list[str] = []
    for index, line in enumerate(lines):
        kind = draw(st.sampled_from(["", "", "", "", "above", "beside"]))
        mark = f"# ghi chú {index}: '\"[{{ #"
        if kind == "above":
            done.append(" " * (len(line) - len(line.lstrip())) + mark)
        done.append(f"{line}  {mark}" if kind == "beside" and line else line)
        if kind == "above" or (kind == "beside" and line):
            marks[mark] += 1
    return "\n".join(done) + "\n", marks


@given(commented_plans())
@settings(max_examples=60)
def test_no_comment_is_lost_or_doubled(case: tuple[str, Counter[str]]) -> None:
    text, marks = case
    result, problems = formatted(text.encode(), "a.yaml", "plan")
    assert problems == []
    assert result is not None
    assert comment_texts(result) == marks
    assert formatted(result.encode(), "a.yaml", "plan") == (result, [])


@pytest.mark.parametrize("name", REAL_FILES)
def test_the_real_registry_is_already_canonical(name: str, real_registry: Path) -> None:
    kind = kind_of(real_registry / name)
    assert kind is not None
    raw = (real_registry / name).read_bytes()
    assert formatted(raw, name, kind) == (raw.decode(), [])


@pytest.mark.parametrize("name", REAL_FILES)
def test_a_real_file_is_mended_whatever_its_bytes(name: str, real_registry: Path) -> None:
    """Windows line ends, decomposed letters, a byte order mark: gone; what the file says stays."""
    kind = kind_of(real_registry / name)
    assert kind is not None
    text = (real_registry / name).read_text("utf-8")
    spoilt = "\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n")
    assert formatted(spoilt.encode(), name, kind) == (text, [])


@pytest.mark.parametrize(
    ("text", "kind"), [(PLAN, "plan"), (UNITS, "units"), (INDICATORS, "indicators"), (REFERENCES, "references")], ids=lambda v: v[:12]
)
def test_the_layout_of_every_kind_of_file_stays(text: str, kind: str) -> None:
    once, problems = formatted(text.encode(), "a.yaml", kind)
    assert problems == []
    assert once is not None
    assert formatted(once.encode(), "a.yaml", kind) == (once, [])
    assert yaml_text.parse(once) == layout.ordered(yaml_text.parse(text), kind)


@pytest.mark.parametrize("text", ["a: 01\n", "a: [1\n", "a: 1\na: 2\n", "a: |\n  b\n", "a: &x 1\n"])
def test_a_file_with_a_fault_is_left_alone(text: str) -> None:
    result, problems = formatted(text.encode(), "a.yaml", "plan")
    assert result is None
    assert all(problem.line and problem.message for problem in problems)
    assert problems


def test_defaults_go_and_blanks_of_the_document_stay() -> None:
    raw = PLAN.replace("    quote:", "    stat: value\n    force: firm\n    lead: []\n    note: null\n    quote:")
    text, problems = formatted(raw.encode(), "a.yaml", "plan")
    assert problems == []
    assert text is not None
    assert not re.search("stat|force|lead|note", text)
    assert {"signed: null", "addressees: []", "tasks: []"} <= set(text.split("\n"))


def test_fmt_mends_a_registry_in_place(tmp_path: Path) -> None:
    from tests.conftest import kehoach

    data = make_registry(
        tmp_path, plans={"mau/ke-hoach-2026": PLAN.replace("\n", "\r\n").replace("    indicator: bhyt\r\n", "") + "# hết\r\n"}
    )
    file = data / "plans/mau/ke-hoach-2026.yaml"
    assert kehoach(["fmt", "--check"], tmp_path).returncode == 1
    assert b"\r\n" in file.read_bytes()
    assert kehoach(["fmt"], tmp_path).returncode == 0
    assert b"\r" not in file.read_bytes()
    assert file.read_text("utf-8").endswith("# hết\n")
    assert kehoach(["fmt", "--check"], tmp_path).returncode == 0
