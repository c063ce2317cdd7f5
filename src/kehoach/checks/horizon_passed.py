"""Kiểm tra gì: văn bản viện dẫn có thời kỳ trong tên (“đến năm 2025”, “giai đoạn 2021-2025”) đã hết trước khi văn bản dẫn nó ra đời.

Vì sao: mục tiêu của thời kỳ trước không còn bắt buộc; thường đã có văn bản khác thay.

Ví dụ sai:

    references: {nq-03: {kind: NQ, number: 03-NQ/TU, date: "2021-01-10", title: về chuyển đổi số đến năm 2025}}
    citations:
      - {ref: nq-03, clause: I, role: implements}

Ví dụ đúng:

    references: {nq-03: {kind: NQ, number: 03-NQ/TU, date: "2021-01-10", title: "về phát triển thành phố đến năm 2030, tầm nhìn đến năm 2045"}}
    citations:
      - {ref: nq-03, clause: I, role: implements}

Cách sửa: hỏi nơi ban hành văn bản còn hiệu lực không, đã có văn bản nào thay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kehoach.checks.citations import Cited, citations, in_words
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.vietnamese import fold

FAMILY, SEVERITY, ABOUT = 7, "warning", "document"
_YEAR = r"(?:nam )?(20\d\d)"
_SPAN = re.compile(rf"\b(?:giai doan|nhiem ky|thoi ky|cac nam) {_YEAR} ?- ?{_YEAR}")
_UNTIL = re.compile(rf"(tam nhin |dinh huong )?(?:den|toi) {_YEAR}")
_OPEN_END = re.compile(r"nhung nam (tiep theo|sau)|giai doan (tiep theo|toi|sau)")


@dataclass(frozen=True, slots=True)
class Horizon:
    """The year a title sets as its end, and the later year or years it only looks towards."""

    main: int
    beyond: bool


def find(facts: Facts) -> Iterator[Finding]:
    """Yield citations of documents whose own period was over in the year of the plan; what still looks ahead is asked about."""
    for cited in citations(facts):
        plan = cited.plan
        year = int(plan.issued[:4]) if plan.issued else plan.period.from_ if plan.period else None
        horizon = horizon_of(cited.entry.title, year)
        if cited.citation.role == "replaces" or year is None or horizon is None or horizon.main >= year:
            continue
        still = ", chỉ còn phần định hướng về sau" if horizon.beyond else ""
        yield cited.finding(
            f"{_name(cited)}, dẫn ở {cited.said}, có thời kỳ đến năm {horizon.main}, đã hết khi văn bản dẫn nó ra đời (năm {year}){still}",
            "Hỏi nơi ban hành văn bản còn hiệu lực không, đã có văn bản nào thay?",
            values=(horizon.main, year),
            severity="notice" if horizon.beyond else None,
        )


def _name(cited: Cited) -> str:
    title = in_words("title", cited.entry.title)
    return f"{cited.entry.number} {title}" if cited.entry.number else title


@lru_cache(maxsize=4096)
def horizon_of(title: str, year: int | None) -> Horizon | None:
    """Return the horizon that *title* names; ``beyond`` where a vision of it still runs in *year* or it goes on without end.

    All wards carry out the same resolutions.
    """
    plain = fold(title)
    main = [int(match[2]) for match in _SPAN.finditer(plain)]
    visions: list[int] = []
    for match in _UNTIL.finditer(plain):
        (visions if match[1] else main).append(int(match[2]))
    if not main:
        return None
    return Horizon(max(main), bool(_OPEN_END.search(plain)) or any(vision >= (year or 0) for vision in visions))
