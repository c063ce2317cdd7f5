"""Documents in words: "Kế hoạch số 12/KH-UBND ngày 14/5/2026 của Ủy ban nhân dân phường Mẫu"."""

from __future__ import annotations

from kehoach.model.catalogues import Reference
from kehoach.model.plan import Citation, Plan
from kehoach.registry import Registry
from kehoach.vietnamese import date_words

KINDS = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "CV": "Công văn",
    "KL": "Kết luận",
}
"""Abbreviations of Nghị định 30/2020/NĐ-CP, Phụ lục III, in words."""
BLANK = "…"
"""A number that the copy leaves blank."""


def number_words(plan: Plan) -> str:
    """Return number and symbol as printed, blanks marked; empty where nothing is printed."""
    if not plan.symbol:
        return plan.number or ""
    party = "/" in plan.symbol  # the Party prints 08-CTr/ĐU, the state 12/KH-UBND
    return f"{plan.number or BLANK}{'-' if party else '/'}{plan.symbol}"


def short_words(plan: Plan) -> str:
    """Return a plan as a table cell names it: kind and number, or the year where no number is printed."""
    return " ".join(filter(None, (KINDS[plan.kind], number_words(plan) or (plan.issued[:4] if plan.issued else None))))


def plan_words(plan: Plan, registry: Registry) -> str:
    """Return a plan in words, with its subject."""
    number = number_words(plan)
    parts = (
        KINDS[plan.kind],
        f"số {number}" if number else None,
        _dated(plan.issued) if plan.issued else None,
        f"của {registry.unit_name(plan.issuer)}",
    )
    return f"{' '.join(filter(None, parts))}: {plan.title}"


def citation_words(citation: Citation, reference: Reference | None) -> str:
    """Return a cited document in words, as the plan prints it where it differs from the catalogue."""
    kind = reference.kind if reference else None
    number = citation.number or (reference.number if reference else None)
    date = citation.date or (reference.date if reference else None)
    issuer = citation.issuer or (reference.issuer if reference else None)
    title = citation.title or (reference.title if reference else None)
    parts = (
        KINDS.get(kind or "", kind),
        f"số {number}" if number else None,
        _dated(date) if date else None,
        f"của {issuer}" if issuer else None,
    )
    words = " ".join(filter(None, parts))
    return f"{words}: {title}" if words and title else words or title or citation.ref


def _dated(date: str) -> str:
    """Return ``ngày 14/5/2026``, ``tháng 5/2026``, ``năm 2026``."""
    words = date_words(date)
    return f"ngày {words}" if len(date) == 10 else f"năm {words}" if len(date) == 4 else words
