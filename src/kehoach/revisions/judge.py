"""Facts become findings: every rule asked, each answer placed at its line, marked, and looked up whether it may pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kehoach.meaning.fingerprint import fingerprint
from kehoach.model.plan import Plan
from kehoach.model.target import Nature, Target
from kehoach.revisions.facts import Facts, Pair
from kehoach.revisions.judgement import SEVERITIES, Judgement, Severity
from kehoach.revisions.places import Places
from kehoach.revisions.rules import Rule, rules
from kehoach.vietnamese import numbers_in

_DOCUMENT = re.compile(r"\b\d+(?:/\d{4})?[-/][A-ZĐ][\w&-]*(?:[-/][\wĐ]+)*")
_DAY = re.compile(r"\b\d{1,2}[/-]\d{1,2}[/-]\d{4}\b|\b\d{4}-\d\d-\d\d\b|\bngày \d{1,2} tháng \d{1,2} năm \d{4}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One judgement, placed. ``passed`` is why it needs no more attention, ``None`` where it does."""

    rule: str
    severity: Severity
    ref: str
    field: str | None
    old: str | None
    new: str | None
    nature: str | None
    file: str
    line: int
    message: str
    fingerprint: str
    passed: str | None = None

    @property
    def order(self) -> tuple[int, str, int, str, str]:
        """Sort by weight, then by place."""
        return list(SEVERITIES).index(self.severity), self.file, self.line, self.rule, self.ref


def judge(facts: Facts) -> list[Finding]:
    """Return the findings of every rule, the gravest first."""
    places = Places(facts.both)
    found = [_finding(rule, judgement, places) for rule in rules() for judgement in rule.find(facts)]
    return sorted(found, key=lambda f: f.order)


def declared(pair: Pair) -> Nature | None:
    """Return the nature that this edit declares; one that stood before says nothing of it."""
    return pair.new.nature if pair.old.nature != pair.new.nature else None


def documented(basis: str | None) -> bool:
    """Tell whether a basis names a document by number and date."""
    return basis is not None and _DOCUMENT.search(basis) is not None and _DAY.search(basis) is not None


def transcribed(pair: Pair) -> bool:
    """Tell whether the document did not change and every figure of the record stands in its quote."""
    return pair.old_plan.source.sha256 == pair.new_plan.source.sha256 and quoted(pair.new)


def quoted(target: Target) -> bool:
    """Tell whether every figure of the test stands in the quote, or is marked as said in words."""
    printed = numbers_in(target.quote)
    return all(figure in printed or abs(figure) in printed or figure in target.implied for figure in target.test.figures)


def _finding(rule: Rule, said: Judgement, places: Places) -> Finding:
    mark = fingerprint(rule.name, said.ref, (), said.values)
    file, line = places.of(said)
    severity = said.severity or rule.severity
    nature = declared(said.pair) if said.pair else None
    found = Finding(
        rule=rule.name,
        severity=severity,
        ref=said.ref,
        field=said.field,
        old=said.old,
        new=said.new,
        nature=nature.kind if nature else None,
        file=file,
        line=line,
        message=said.message,
        fingerprint=mark,
    )
    return replace(found, passed=_passed(found, said)) if severity == "attention" else found


def _passed(found: Finding, said: Judgement) -> str | None:
    """Return why an attention may pass: a reviewer accepted it, or the edit declares what it is and that holds."""
    plan: Plan | None = said.new_plan
    for entry in plan.accepted if plan else ():
        if entry.rule == found.rule and entry.fingerprint == found.fingerprint:
            return f"đã xem xét: {entry.reason}"
    nature = declared(said.pair) if said.pair else None
    if nature is None or said.pair is None:
        return None
    if nature.kind == "transcription":
        return "sửa bản chép: văn bản không đổi, con số có trong câu trích" if transcribed(said.pair) else None
    return f"căn cứ: {nature.basis}" if documented(nature.basis) else None
