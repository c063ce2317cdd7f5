"""Facts become findings: every rule asked, each answer placed at its line, marked, and looked up whether it may pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kehoach.meaning.fingerprint import fingerprint
from kehoach.model.target import Nature
from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import SEVERITIES, Judgement, Severity
from kehoach.revisions.nature import declared, documented, transcribed
from kehoach.revisions.places import Places
from kehoach.revisions.rules import Rule, rules


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
    accepted = {(a.rule, a.fingerprint): a.reason for plan in facts.both.new.plans.values() for a in plan.accepted}
    found = [_finding(rule, judgement, places, accepted) for rule in rules() for judgement in rule.find(facts)]
    return sorted(found, key=lambda f: f.order)


def _finding(rule: Rule, said: Judgement, places: Places, accepted: Mapping[tuple[str, str], str]) -> Finding:
    mark = fingerprint(rule.name, said.ref, (), said.values)
    file, line = places.of(said)
    severity = said.severity or rule.severity
    nature = said.nature or (declared(said.pair) if said.pair else None)
    passed = None
    if severity == "attention":
        reason = accepted.get((rule.name, mark))
        passed = f"đã xem xét: {reason}" if reason is not None else _excuse(said, nature)
    return Finding(
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
        passed=passed,
    )


def _excuse(said: Judgement, nature: Nature | None) -> str | None:
    """Return why an attention may pass by what the edit declares itself to be, ``None`` where that does not hold."""
    if nature is None or not said.excusable:
        return None
    if nature.kind == "transcription":
        holds = said.pair is not None and transcribed(said.pair, said.field)
        return "sửa bản chép: văn bản không đổi, nội dung có trong câu trích" if holds else None
    return f"căn cứ: {nature.basis}" if documented(nature.basis) else None
