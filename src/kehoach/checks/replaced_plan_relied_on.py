"""Kiểm tra gì: văn bản đã bị một kế hoạch thay thế mà nơi khác vẫn lấy làm căn cứ, tổ chức thực hiện, hoặc lấy chỉ tiêu từ đó.

Vì sao: làm theo văn bản đã thay là làm sai; chỉ tiêu của nó không còn giá trị.

Ví dụ sai:

    citations:
      - {ref: nq-57-tw, clause: I, role: implements}
      - {ref: nq-57-tw, clause: III, role: replaces}

Ví dụ đúng:

    citations:
      - {ref: nq-57-tw, clause: I, role: mentions}
      - {ref: nq-57-tw, clause: III, role: replaces}

Cách sửa: hỏi nơi ban hành đổi căn cứ sang văn bản mới hay không.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.citations import Cited, by_document
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.checks.gathered import gathered
from kehoach.checks.rows import At
from kehoach.meaning.time import first_day, last_day
from kehoach.model.plan import Plan
from kehoach.model.problem import Severity

FAMILY, SEVERITY, ABOUT = 7, "warning", "document"
_REMEDY = "Hỏi nơi ban hành có đổi sang văn bản mới không?"


def find(facts: Facts) -> Iterator[Finding]:
    """Yield citations and borrowed targets that rest on a replaced document; where the plan is older than the replacement, as a question."""
    borrowed: dict[str, list[At]] = defaultdict(list)
    for at, source in facts.once(gathered).borrowed:
        borrowed[source].append(at)
    for ref, found in facts.once(by_document).items():
        replacing = next((cited for cited in found if cited.citation.role == "replaces"), None)
        if replacing is None:
            continue
        others = (replacing.plan.id,)
        for cited in found:
            if cited.citation.role in ("basis", "implements"):
                yield cited.finding(
                    _message(replacing, cited.said, "vẫn lấy làm căn cứ"),
                    _REMEDY,
                    others=others,
                    values=(cited.citation.role,),
                    severity=_severity(cited.plan, replacing.plan),
                )
        for at in borrowed[ref]:
            plan = facts.registry.plans[at.plan]
            yield at.finding(
                plan,
                "from_ref",
                _message(replacing, at.said, "vẫn lấy chỉ tiêu của nó"),
                _REMEDY,
                others=others,
                values=(ref,),
                severity=_severity(plan, replacing.plan),
            )


def _message(replacing: Cited, said: str, does: str) -> str:
    return f"{replacing.name} đã bị thay thế theo {replacing.said}, {said} {does}"


def _severity(plan: Plan, replacing: Plan) -> Severity | None:
    older = plan.issued and replacing.issued and last_day(plan.issued) < first_day(replacing.issued)
    return "notice" if older else None
