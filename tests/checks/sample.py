"""A small, clean registry that examples and cases are laid over: nothing in it gives any rule a reason to speak."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from kehoach import checks
from kehoach.files.folder import find_root
from kehoach.files.layout import render
from kehoach.files.yaml_text import parse
from kehoach.model.problem import Problem
from kehoach.registry import load_registry

WARD = "phuong-mau"
PLAN = f"{WARD}/ke-hoach"

_UNITS = """
format: kehoach/units/1
wards:
  tinh-mau: {name: Mẫu, type: tỉnh, code: "99"}
  phuong-mau: {name: Mẫu, type: phường, code: "99001", province: tinh-mau, place_line: Phường Mẫu}
  phuong-hai: {name: Hai, type: phường, code: "99002", province: tinh-mau, place_line: Phường Hai}
units:
  tinh-mau/so-cu: {name: Sở Cũ, to: "2025-02-28"}
  phuong-mau/ubnd: {name: Ủy ban nhân dân phường Mẫu, aliases: [Ủy ban nhân dân phường]}
  phuong-mau/phong-vhxh: {name: Phòng Văn hóa - Xã hội}
  phuong-mau/phong-kinh-te: {name: Phòng Kinh tế}
  phuong-mau/cong-an: {name: Công an phường}
  phuong-hai/ubnd: {name: Ủy ban nhân dân phường Hai}
  phuong-hai/phong-vhxh: {name: Phòng Văn hóa - Xã hội}
"""

_INDICATORS = """
format: kehoach/indicators/1
bhyt: {name: Tỷ lệ dân số tham gia bảo hiểm y tế, unit: "%", direction: up, field: xa-hoi, cap: 100, of: dân số}
bhxh: {name: Tỷ lệ tham gia bảo hiểm xã hội, unit: "%", direction: up, field: xa-hoi, cap: 100, of: lực lượng lao động}
ho-ngheo: {name: Tỷ lệ hộ nghèo, unit: "%", direction: down, field: xa-hoi, of: hộ dân}
nuoc-sach: {name: Tỷ lệ dân số dùng nước sạch, unit: "%", direction: up, field: moi-truong, cap: 100, of: dân số}
doanh-nghiep: {name: Số doanh nghiệp, unit: doanh nghiệp, direction: up, field: kinh-te}
doanh-nghiep-moi: {name: Số doanh nghiệp thành lập mới, unit: doanh nghiệp, direction: up, field: kinh-te}
thu-ngan-sach: {name: Thu ngân sách, unit: tỷ đồng, direction: up, field: kinh-te}
tong-san-pham: {name: Tổng giá trị sản phẩm, unit: tỷ đồng, direction: up, field: kinh-te}
san-pham-nong-nghiep: {name: Giá trị sản phẩm nông nghiệp, unit: tỷ đồng, direction: up, field: kinh-te}
san-pham-cong-nghiep: {name: Giá trị sản phẩm công nghiệp, unit: tỷ đồng, direction: up, field: kinh-te}
san-pham-dich-vu: {name: Giá trị sản phẩm dịch vụ, unit: tỷ đồng, direction: up, field: kinh-te}
truong-chuan: {name: Tỷ lệ trường đạt chuẩn quốc gia, unit: "%", direction: up, field: giao-duc, cap: 100, of: trường học}
truong-chuan-2: {name: Tỷ lệ trường đạt chuẩn mức 2, unit: "%", direction: up, field: giao-duc, cap: 100, of: trường học}
bac-si: {name: Số bác sĩ, unit: bác sĩ, direction: up, field: y-te}
khong-ma-tuy: {name: Phường không ma túy, field: quoc-phong-an-ninh, type: state, direction: up}
an-ninh: {name: An ninh được giữ vững, field: quoc-phong-an-ninh, type: state, direction: up}
"""

_REFERENCES = """
format: kehoach/references/1
nq-57-tw: {kind: NQ, number: 57-NQ/TW, date: "2024-12-22", issuer: Bộ Chính trị, title: về đột phá phát triển khoa học công nghệ}
"""

_PLAN = """
format: kehoach/plan/1
id: phuong-mau/ke-hoach
kind: KH
title: Phát triển kinh tế - xã hội giai đoạn 2026-2030
issuer: phuong-mau/ubnd
number: "12"
symbol: KH-UBND
issued: "2026-03-02"
place_line: Phường Mẫu
period: {from: 2026, to: 2030}
signed: {by: Nguyễn Văn A, position: Chủ tịch, for: TM. ỦY BAN NHÂN DÂN}
source: {file: mau.txt, sha256: "0000000000000000000000000000000000000000000000000000000000000000"}
sections:
  - {label: I, title: MỤC ĐÍCH}
  - {label: II, title: CHỈ TIÊU VÀ NHIỆM VỤ, sections: [{label: "1", title: Chỉ tiêu}, {label: "2", title: Nhiệm vụ}]}
  - {label: III, title: TỔ CHỨC THỰC HIỆN}
"""


def write(root: Path, laid_over: dict[str, Any]) -> Path:
    """Write the sample with *laid_over* into *root* and return the registry's folder.

    Keys of *laid_over*: ``units`` (``wards``/``units`` to add), ``indicators``, ``references``, ``plans`` (whole plans that
    differ from the sample's only in the keys given), or else keys of the one plan.
    """
    over = exact(laid_over)
    units, indicators, references = parse(_UNITS), parse(_INDICATORS), parse(_REFERENCES)
    for key, entries in over.pop("units", {}).items():
        units[key].update(entries)
    indicators.update(over.pop("indicators", {}))
    references.update(over.pop("references", {}))
    plans = over.pop("plans", None) or [over]
    for name, kind, tree in (("units", "units", units), ("indicators", "indicators", indicators), ("references", "references", references)):
        _save(root / "data" / f"{name}.yaml", kind, tree)
    for plan in plans:
        tree = {**parse(_PLAN), **plan}
        _save(root / "data" / "plans" / f"{tree['id']}.yaml", "plan", tree)
    return find_root(None, root)


def exact(tree: Any) -> Any:
    """Return a copy of *tree* in which a float, as PyYAML reads ``46.07``, is the decimal it was written as."""
    if isinstance(tree, dict):
        return {key: exact(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [exact(value) for value in tree]
    return Decimal(str(tree)) if isinstance(tree, float) else tree


def _save(path: Path, kind: str, tree: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(tree, kind), encoding="utf-8")


def findings(root: Path, laid_over: dict[str, Any], rule: str | None = None) -> list[Problem]:
    """Return what one rule (or every rule) says of the sample with *laid_over*; the files themselves must be sound."""
    registry, problems = load_registry(write(root, laid_over))
    assert not problems, [p.message for p in problems]
    return checks.run(registry, [rule] if rule else [])
