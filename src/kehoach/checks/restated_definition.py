"""Kiểm tra gì: cùng một lời hứa được nêu hai lần, tiêu chuẩn hoặc phạm vi ghi bằng lời khác nhau.

Vì sao: "chuẩn nghèo đa chiều" và "chuẩn quốc gia từng giai đoạn" chọn ra những hộ khác nhau; đạt theo chuẩn này chưa chắc đạt theo chuẩn kia.

Ví dụ sai:

    targets:
      - {id: ngheo, clause: II.1 gạch 1, indicator: ho-ngheo, test: {eq: 0}, when: {by: 2030}, definition: chuẩn đa chiều, quote: chuẩn đa chiều}
      - {id: ngheo-2, clause: II.2 gạch 1, indicator: ho-ngheo, test: {eq: 0}, when: {by: 2030}, definition: chuẩn thu nhập, quote: x, restates: ngheo}

Ví dụ đúng:

    targets:
      - {id: ngheo, clause: II.1 gạch 1, indicator: ho-ngheo, test: {eq: 0}, when: {by: 2030}, definition: chuẩn đa chiều, quote: chuẩn đa chiều}
      - {id: ngheo-2, clause: II.2 gạch 1, indicator: ho-ngheo, test: {eq: 0}, when: {by: 2030}, definition: các chuẩn đa chiều, quote: x, restates: ngheo}

Cách sửa: hỏi nơi ban hành theo tiêu chuẩn nào; chỗ nói gọn hơn chỗ kia thì hỏi có phải cùng một tiêu chuẩn không.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding, Place
from kehoach.checks.same_words import spelled, words

FAMILY, SEVERITY, ABOUT = 1, "warning", "document"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield pairs on one indicator whose definitions hold words that the other place does not print; unscored states are left alone."""
    for first, again in facts.said_twice:
        one, two = target_of(first), target_of(again)
        if one.indicator != two.indicator or one.test.is_ == two.test.is_ == "maintained":
            continue
        ours, theirs = _lacks(facts, first, two.definition), _lacks(facts, again, one.definition)
        if not ours and not theirs:
            continue
        contradict = bool(ours and theirs)
        yield again.finding(
            "definition",
            f"{facts.name(again)}: {first.said} {_said(first)}, {again.said} {_said(again)}",
            "Hỏi nơi ban hành theo tiêu chuẩn, phạm vi nào."
            if contradict
            else "Hỏi nơi ban hành có phải cùng một tiêu chuẩn, phạm vi không.",
            others=(first.ref,),
            values=(one.definition, two.definition),
            severity=None if contradict else "notice",
        )


def _lacks(facts: Facts, place: Place, definition: str | None) -> frozenset[str]:
    """Return the words of *definition* that neither the place nor, as its default, the indicator says."""
    if definition is None:
        return frozenset()
    target, indicator = target_of(place), facts.indicator(place)
    texts = [target.definition or "", target.of or "", target.quote]
    if indicator:
        texts += [indicator.name, *indicator.aliases] + ([indicator.definition] if indicator.definition and not target.definition else [])
    said = " ".join(texts)
    return words(spelled(definition, said)) - words(spelled(said, definition)) - words(said)


def _said(place: Place) -> str:
    definition = target_of(place).definition
    return f"ghi “{definition}”" if definition else "không ghi tiêu chuẩn, phạm vi riêng"
