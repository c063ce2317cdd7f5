"""Kiểm tra gì: văn bản cần có số, ký hiệu, ngày và tên mà không chỗ nào của kế hoạch ghi đủ; văn bản chỉ gọi bằng tên thì hỏi lại (lưu ý).

Vì sao: không có số, ngày thì không tìm được đúng văn bản (Nghị định 30/2020/NĐ-CP yêu cầu viện dẫn đủ ở lần đầu). Luật, nghị quyết đại hội
Đảng và chương trình gọi bằng tên riêng không phải ghi số.

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
from kehoach.checks.facts import Facts, target_of
from kehoach.checks.finding import Finding
from kehoach.vietnamese import fold

FAMILY, SEVERITY, ABOUT = 7, "warning", "document"
_NUMBERED = {"NQ", "QĐ", "CT", "KL", "KH", "TB", "QyĐ", "NĐ", "TT", "TTLT", "CV", "QC"}
_BY_NAME = re.compile(r"(bo )?(luat|hien phap|phap lenh)\b|do an\b|(nghi quyet )?dai hoi\b")
_KIND_ALONE = re.compile(
    r"(nghi quyet|quyet dinh|ke hoach|chi thi|ket luan|chuong trinh|chuong trinh hanh dong|de an|thong bao|quy dinh)\Z"
)
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
            first, (missing, certain) = found[0], faults[0]
            yield first.finding(
                f"{first.entry.number or in_words('title', first.printed('title') or '')}: {first.said} {missing}",
                "Hỏi nơi ban hành văn bản này số mấy, ngày nào, của cơ quan nào?",
                values=(missing,),
                severity=None if certain else "notice",
            )
    borrowed = {(p.plan.id, target_of(p).from_ref, target_of(p).clause) for p in facts.targets.values() if target_of(p).from_ref}
    for cited in citations(facts):
        title = cited.own("title")
        if title and _KIND_ALONE.match(fold(title)) and (cited.plan.id, cited.citation.ref, cited.citation.clause) in borrowed:
            yield cited.finding(
                f"{cited.said} lấy chỉ tiêu của “{title}” mà không ghi là {title.lower()} nào",
                "Hỏi nơi ban hành chỉ tiêu lấy từ văn bản nào?",
                key="title",
                values=(title,),
                severity="notice",
            )


def _fault(cited: Cited, beside: list[Cited]) -> tuple[str, bool] | None:
    """Say what is missing and whether it must be there; the document that approves another gives its number for it."""
    number, date, entry = cited.printed("number"), cited.printed("date"), cited.entry
    name = fold(entry.title)
    if number and number.strip().isdigit():
        return f"chỉ ghi số {number}, thiếu ký hiệu", True
    if number and not date and not re.search(r"/\d{4}/", number):
        return f"ghi số {number} mà không ghi ngày", True
    if number:
        return ("ghi số mà không ghi tên (trích yếu) của văn bản", False) if number in entry.title else None
    if _BY_NAME.match(name) or any(_approves(other, cited) for other in beside):
        return None
    if entry.kind in _NUMBERED:
        return ("ghi ngày mà không ghi số" if date else "không ghi số, không ghi ngày"), True
    if entry.kind == "ĐA" or _NAMED.match(name) or (entry.kind == "CTr" and entry.issuer):
        return "chỉ gọi tên, không ghi số, ngày của văn bản ban hành", False
    return None


def _approves(other: Cited, cited: Cited) -> bool:
    title, approving = title_words(cited.printed("title") or ""), title_words(other.entry.title)
    return other.entry.number is not None and any(approving[i : i + len(title)] == title for i in range(len(approving)))
