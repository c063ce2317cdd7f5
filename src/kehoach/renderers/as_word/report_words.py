"""A report as the variables of a template (:data:`~kehoach.renderers.as_word.variables.REPORT`)."""

from __future__ import annotations

from kehoach.renderers.as_word.charts import Chart, bars, course
from kehoach.renderers.as_word.words import Context, head, roman, works
from kehoach.reports.view import Line, View

MOST_CURVES = 6
_BEFORE_YEARS, _AFTER_YEARS = 4, 4
"""Columns of the annex before and after those of the years."""


def context(view: View) -> Context:
    """Return the variables of a report."""
    several = len(view.years) > 1
    lines = {line.ref: _line(line) for line in view.lines}
    return {
        **head(view.head, view.made, view.provenance),
        "ten_loai": view.title,
        "trich_yeu": view.subject,
        "ky": view.span,
        "nam": view.year,
        "cac_phuong": ", ".join(view.wards),
        "van_ban": [{"ten": name} for name in view.documents],
        "so_chi_tieu": sum(count.count for count in view.counts),
        "so_dong": len(view.lines),
        "tong_hop": view.closing,
        "ngoai_tong_so": view.beside,
        "dem": [{"danh_gia": count.words, "so_luong": count.count} for count in view.counts],
        "bieu_do_danh_gia": bars(view.counts),
        "khong_dat": [lines[line.ref] for line in view.lines if line.code == "missed"],
        "duong": [_curve(view, position) for position in range(min(len(view.curves), MOST_CURVES))],
        "nhieu_nam": several,
        "cac_nam": [{"nam": year, "cot": _BEFORE_YEARS + index} for index, year in enumerate(view.years, start=1)],
        "so_cot": _BEFORE_YEARS + len(view.years) + _AFTER_YEARS,
        "khoi": [
            {
                "so": roman(position),
                "phuong": block.ward,
                "linh_vuc": block.field,
                "tieu_de": f"{block.ward}: {block.field}" if len(view.wards) > 1 else block.field,
                "dong": [lines[line.ref] for line in block.lines],
            }
            for position, block in enumerate(view.blocks, start=1)
        ],
        "viec": list(works(view.work)),
        "so_nhiem_vu": sum(work.kind == "task" for work in view.work),
        "so_du_an": sum(work.kind == "project" for work in view.work),
    }


def _line(line: Line) -> Context:
    return {
        "tt": line.number,
        "ma": line.ref,
        "dieu_khoan": line.clause,
        "chi_tieu": line.name,
        "don_vi_tinh": line.unit,
        "ke_hoach": line.plan,
        "thoi_han": line.time,
        "thuc_hien": line.actual,
        "ty_le": line.ratio,
        "danh_gia": line.verdict,
        "chu_tri": line.lead,
        "ghi_chu": line.note,
        "nguon": line.source,
        "thanh_phan": line.is_part,
        "phan_dau": line.is_aim,
        "cac_nam": [{"gia_tri": figure} for figure in line.years],
    }


def _curve(view: View, position: int) -> Context:
    curve = view.curves[position]
    chart: Chart = course(curve)
    return {"ten": curve.name, "phuong": curve.ward, "don_vi_tinh": curve.unit, "ke_hoach": curve.goal_words, "bieu_do": chart}
