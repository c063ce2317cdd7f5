"""Kiểm tra gì: văn bản cần có số, ký hiệu, ngày và tên mà không chỗ nào của kế hoạch ghi đủ; văn bản chỉ gọi bằng tên thì hỏi lại (lưu ý).

Vì sao: không có số, ngày thì không tìm được đúng văn bản (Nghị định 30/2020/NĐ-CP yêu cầu viện dẫn đủ ở lần đầu). Luật, đề án và
cuộc vận động ai cũng biết tên thì không phải ghi số; các nghị quyết làm căn cứ mà không có số, ngày thì hỏi gộp một lần.

Ví dụ sai:

    references: {nq-03: {kind: NQ, number: 03-NQ/TU, issuer: Thành ủy, title: về chuyển đổi số}}
    citations:
      - {ref: nq-03, clause: I, role: basis}

Ví dụ đúng:

    references: {luat: {title: Luật Ngân sách nhà nước}}
    citations:
      - {ref: luat, clause: I, role: basis}

Cách sửa: hỏi nơi ban hành số, ngày của văn bản.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.citations import Cited, citations, in_words, title_words
from kehoach.checks.facts import Facts
from kehoach.checks.finding import Finding
from kehoach.vietnamese import fold

FAMILY, SEVERITY, ABOUT = 7, "warning", "document"
_NUMBERED = {"NQ", "QĐ", "CT", "KL", "KH", "TB", "QyĐ", "NĐ", "TT", "TTLT", "CV", "QC"}
_BY_NAME = re.compile(r"(bo )?(luat|hien phap|phap lenh)\b|do an\b|(nghi quyet )?dai hoi\b")
_KNOWN = re.compile(r"de an \d+\b|.*\bvan dong\b")
_NAMED = re.compile(r"de an|ke hoach|bo tieu chi|quy dinh|quy che|chien luoc|quy hoach")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield each incompletely cited document once in a plan; a place of the plan that cites it whole completes the others."""
    places: dict[tuple[str, str], list[Cited]] = defaultdict(list)
    beside: dict[tuple[str, str], list[Cited]] = defaultdict(list)
    for cited in citations(facts):
        places[(cited.plan.id, cited.citation.ref)].append(cited)
        beside[(cited.plan.id, cited.citation.clause)].append(cited)
    for found in places.values():
        faults = [fault for cited in found if (fault := _fault(cited, beside[(cited.plan.id, cited.citation.clause)]))]
        if len(faults) == len(found):
            first, (missing, certain, ask) = found[0], faults[0]
            yield first.finding(
                f"{first.entry.number or in_words('title', first.printed('title') or '')}: {first.said} {missing}",
                f"Hỏi nơi ban hành {ask}?",
                values=(missing,),
                severity=None if certain else "notice",
            )
    yield from _foundations(facts)


def _foundations(facts: Facts) -> Iterator[Finding]:
    """Yield, once a plan, the resolutions and programmes that it rests on or carries out and gives no number and date of."""
    resting: dict[str, dict[str, Cited]] = defaultdict(dict)
    for cited in citations(facts):
        if cited.citation.role in ("basis", "implements") and cited.entry.kind in ("NQ", "CTr") and _BY_NAME.match(fold(cited.entry.title)):
            resting[cited.plan.id].setdefault(cited.citation.ref, cited)
    for documents in resting.values():
        bare = [cited for cited in documents.values() if not (cited.printed("number") or cited.printed("date"))]
        if bare:
            names = "; ".join(f"{in_words('title', cited.printed('title') or '')}, {cited.citation.clause}" for cited in bare)
            yield bare[0].finding(
                f"{bare[0].plan.id.partition('/')[2]} lấy làm căn cứ hoặc thực hiện mà không ghi số, không ghi ngày: {names}",
                "Hỏi nơi ban hành số, ngày của các nghị quyết, chương trình này?",
                values=tuple(cited.citation.ref for cited in bare),
                severity="notice",
            )


def _fault(cited: Cited, beside: list[Cited]) -> tuple[str, bool, str] | None:
    """Say what is missing and whether it must be there; the document that approves another gives its number for it."""
    number, date, entry = cited.printed("number"), cited.printed("date"), cited.entry
    name = fold(entry.title)
    if number and number.strip().isdigit():
        return f"chỉ ghi số {number}, thiếu ký hiệu", True, "ký hiệu đầy đủ của văn bản này"
    if number and not date and not re.search(r"/\d{4}/", number):
        return f"ghi số {number} mà không ghi ngày", True, "văn bản này ký ngày nào"
    if number:
        return (
            ("ghi số mà không ghi tên (trích yếu) của văn bản", False, "tên (trích yếu) của văn bản này") if number in entry.title else None
        )
    if _BY_NAME.match(name) or _KNOWN.match(name) or any(_approves(other, cited) for other in beside):
        return None
    if entry.kind in _NUMBERED:
        missing = "ghi ngày mà không ghi số" if date else "không ghi số, không ghi ngày"
        return missing, True, f"văn bản này {'số mấy' if date else 'số mấy, ngày nào'}"
    if entry.kind == "ĐA" or _NAMED.match(name):
        return "chỉ gọi tên, không ghi số, ngày của văn bản ban hành", False, "số, ngày và cơ quan của văn bản ban hành ra nó"
    return None


def _approves(other: Cited, cited: Cited) -> bool:
    title, approving = title_words(cited.printed("title") or ""), title_words(other.entry.title)
    return other.entry.number is not None and any(approving[i : i + len(title)] == title for i in range(len(approving)))
