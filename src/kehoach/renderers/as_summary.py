"""A plan's summary on the terminal, as Markdown, and as the one object of the output contract."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

from kehoach.model.problem import SEVERITIES
from kehoach.queries.rows import Row
from kehoach.reports.summary import Summary
from kehoach.vietnamese import number

Line = tuple[int, str]
"""A line and its rank: 1 the title, 2 a part, 3 a group, 0 an entry."""


def text(made: Summary) -> str:
    """Return the summary as plain lines."""
    shown = {1: "{}", 2: "\n{}", 3: "  {}", 0: "    {}"}
    return "".join(shown[rank].format(words) + "\n" for rank, words in _lines(made))


def markdown(made: Summary) -> str:
    """Return the summary with headings and lists."""
    shown = {1: "# {}\n", 2: "\n## {}\n", 3: "\n### {}\n", 0: "- {}"}
    return "".join(shown[rank].format(_escaped(words)) + "\n" for rank, words in _lines(made))


def as_object(made: Summary) -> Row:
    """Return the summary as one object; what the document does not say is empty."""
    return {key: value for key, value in asdict(made).items() if key not in ("head", "task_count")}


def _lines(made: Summary) -> Iterator[Line]:
    yield 1, made.name
    yield from _head(made)
    yield 2, f"Chỉ tiêu ({number(len(made.targets))})"
    for field, targets in groupby(made.targets, lambda t: t.field):
        yield 3, field
        for t in targets:
            yield 0, _entry(f"{t.name}: {t.text}, {t.time}", ("chủ trì", "; ".join(t.lead)), ("tại", t.clause))
    yield 2, f"Nhiệm vụ theo đơn vị chủ trì ({number(made.task_count)})"
    for unit, tasks in groupby(made.tasks, lambda t: t.unit):
        yield 3, unit
        for task in tasks:
            yield (
                0,
                _entry(
                    f"{task.title}, {task.time}", ("sản phẩm", task.product), ("phối hợp", "; ".join(task.support)), ("tại", task.clause)
                ),
            )
    yield 2, f"Dự án ({number(len(made.projects))})"
    for p in made.projects:
        yield (
            0,
            _entry(
                f"{p.name}, {p.time}",
                ("chủ đầu tư", p.owner),
                ("diện tích", p.area),
                ("vốn", p.funding),
                ("tình trạng", p.state),
                ("tại", p.clause),
            ),
        )
    yield 2, f"Văn bản liên quan ({number(len(made.citations))})"
    for cited in made.citations:
        yield 0, _entry(f"{cited.role}: {cited.words}", ("tại", "; ".join(cited.clauses)))
    yield 2, f"Điểm cần xem lại ({number(len(made.findings))})"
    for found in made.findings:
        place = f" {found.clause}:" if found.clause else ""
        yield 0, f"{SEVERITIES[found.severity]} [{found.rule}]{place} {found.message}. {found.remedy}"
    yield 2, made.provenance


def _head(made: Summary) -> Iterator[Line]:
    for label, words in (
        ("Ban hành", made.issued),
        ("Cơ quan", made.issuer),
        ("Người ký", made.signer),
        ("Thời kỳ", made.period),
        ("Kính gửi", "; ".join(made.addressees)),
        ("Nơi nhận", "; ".join(made.recipients)),
    ):
        yield 0, f"{label}: {words or '—'}"


def _entry(words: str, *more: tuple[str, str]) -> str:
    """Return an entry with what else is known of it."""
    return "; ".join((words, *(f"{label}: {value}" for label, value in more if value)))


def _escaped(words: str) -> str:
    for sign in ("\\", "*", "_", "`", "[", "]"):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("<", "&lt;")
