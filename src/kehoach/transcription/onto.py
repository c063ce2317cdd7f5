"""A new version of a document against the plan that stands: what the draft would change."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from kehoach.files.source.headings import heading_clauses
from kehoach.meaning.wording import commitment
from kehoach.model.commitment import Time
from kehoach.model.plan import Plan
from kehoach.model.target import Target
from kehoach.model.work import Task
from kehoach.vietnamese import as_printed, date_words, fold

Record = TypeVar("Record")
HEAD = ("kind", "title", "issuer", "number", "symbol", "issued", "period", "signed")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what it is about, and its words in the plan that stands and in the draft."""

    kind: Literal["added", "removed", "changed"]
    what: str
    where: str
    old: str = ""
    new: str = ""


def changes(stands: Plan, draft: Plan) -> list[Change]:
    """Return what the draft would change: head, headings, targets, tasks, projects, citations, in this order."""
    return [
        *(Change("changed", "đầu văn bản", key, str(getattr(stands, key)), str(getattr(draft, key))) for key in HEAD if getattr(stands, key) != getattr(draft, key)),
        *_paired("đề mục", list(heading_clauses(stands.sections)), list(heading_clauses(draft.sections)), [lambda s: s[0]], lambda s: fold(s[1].title), lambda s: (s[0], s[1].title)),
        *_paired("chỉ tiêu", stands.targets, draft.targets, [lambda t: (t.clause, t.indicator, str(t.test)), lambda t: (t.clause, t.indicator), lambda t: (t.indicator, str(t.test))], _promise, _target_words),
        *_paired("nhiệm vụ", stands.tasks, draft.tasks, [lambda t: (t.clause, as_printed(t.quote)[:40]), lambda t: t.clause], lambda t: (t.lead, str(t.when)), _task_words),
        *_paired("dự án", stands.projects, draft.projects, [lambda p: (p.clause, fold(p.name)), lambda p: p.clause], lambda p: (fold(p.name), str(p.when), p.lead), lambda p: (p.clause, p.name)),
        *_paired("viện dẫn", stands.citations, draft.citations, [lambda c: (c.clause, c.ref)], lambda c: c.role, lambda c: (c.clause, f"{c.ref} ({c.role})")),
    ]  # fmt: skip


def _promise(target: Target) -> Hashable:
    return str(target.test), str(target.when), target.stat, target.force, target.lead, target.clause


def _target_words(target: Target) -> tuple[str, str]:
    return target.clause, f"{target.indicator}: {commitment(target, None)}, {_time_words(target.when)}"


def _task_words(task: Task) -> tuple[str, str]:
    return task.clause, f"{task.title} ({', '.join(task.lead) or 'chưa ai'}, {_time_words(task.when)})"


def _time_words(when: Time) -> str:
    """Return a time in words; ``period`` is the plan's own years."""
    if isinstance(when, str):
        return {"ongoing": "thường xuyên", "undated": "không ghi thời hạn"}[when]
    key, value = next((key, value) for key in ("by", "each_year", "over", "since") if (value := getattr(when, key)) is not None)
    years = "cả kỳ" if value == "period" else "-".join(map(date_words, value)) if isinstance(value, tuple) else date_words(value)
    return {"by": f"đến {years}", "each_year": f"hằng năm {years}", "over": f"giai đoạn {years}", "since": f"từ {years}"}[key]


def _paired(what: str, old: Sequence[Record], new: Sequence[Record], keys: Iterable[Any], content: Any, words: Any) -> Iterator[Change]:
    """Pair records by the first of *keys* under which they agree; what is left was added or removed."""
    left, right = list(old), list(new)
    pairs: list[tuple[Record, Record]] = []
    for key in keys:
        for record in list(right):
            match = next((other for other in left if key(other) == key(record)), None)
            if match is not None:
                pairs.append((match, record))
                left.remove(match)
                right.remove(record)
    yield from (Change("changed", what, words(b)[0], words(a)[1], words(b)[1]) for a, b in pairs if content(a) != content(b))
    yield from (Change("removed", what, *words(record)) for record in left)
    yield from (Change("added", what, words(record)[0], "", words(record)[1]) for record in right)
