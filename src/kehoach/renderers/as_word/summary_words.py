"""A summary as the variables of a template (:data:`~kehoach.renderers.as_word.variables.SUMMARY`)."""

from __future__ import annotations

from itertools import groupby

from kehoach.model.problem import SEVERITIES
from kehoach.renderers.as_word.words import Context, head, roman
from kehoach.reports.summary import Assignment, Promise, Summary, Undertaking


def context(made: Summary) -> Context:
    """Return the variables of a summary."""
    return {
        **head(made.head, made.made, made.provenance),
        "ten_van_ban": made.name,
        "loai": made.kind,
        "so_ky_hieu": made.number,
        "ngay_ban_hanh": made.issued,
        "trich_yeu": made.title,
        "noi_ban_hanh": made.issuer,
        "nguoi_ky": made.signer,
        "thoi_ky": made.period,
        "kinh_gui": "; ".join(made.addressees),
        "noi_nhan": "; ".join(made.recipients),
        "so_chi_tieu": len(made.targets),
        "so_nhiem_vu": made.task_count,
        "so_du_an": len(made.projects),
        "linh_vuc": [
            {"so": roman(position), "ten": field, "chi_tieu": [_promise(number, each) for number, each in group]}
            for position, (field, group) in enumerate(groupby(enumerate(made.targets, 1), lambda pair: pair[1].field), start=1)
        ],
        "don_vi": [
            {"so": roman(position), "ten": unit, "viec": [_assignment(number, each) for number, each in enumerate(group, 1)]}
            for position, (unit, group) in enumerate(groupby(made.tasks, lambda task: task.unit), start=1)
        ],
        "du_an": [_project(number, each) for number, each in enumerate(made.projects, 1)],
        "vien_dan": [{"vai_tro": each.role, "van_ban": each.words, "dieu_khoan": "; ".join(each.clauses)} for each in made.citations],
        "phat_hien": [
            {"muc_do": SEVERITIES[each.severity], "dieu_khoan": each.clause, "noi_dung": each.message, "de_nghi": each.remedy}
            for each in made.findings
        ],
    }


def _promise(number: int, each: Promise) -> Context:
    return {
        "tt": number,
        "ten": each.name,
        "cam_ket": each.text,
        "thoi_han": each.time,
        "chu_tri": "; ".join(each.lead),
        "dieu_khoan": each.clause,
        "thanh_phan": each.is_part,
    }


def _assignment(number: int, each: Assignment) -> Context:
    return {
        "tt": number,
        "viec": each.title,
        "san_pham": each.product,
        "thoi_han": each.time,
        "phoi_hop": "; ".join(each.support),
        "dieu_khoan": each.clause,
    }


def _project(number: int, each: Undertaking) -> Context:
    return {
        "tt": number,
        "ten": each.name,
        "chu_dau_tu": each.owner,
        "thoi_gian": each.time,
        "dien_tich": each.area,
        "nguon_von": each.funding,
        "tinh_trang": each.state,
        "dieu_khoan": each.clause,
    }
