"""The first text of a new registry and of a new plan: what ``init`` and ``new`` write."""

from __future__ import annotations

from pathlib import Path

from kehoach.files.formatter import formatted
from kehoach.files.migrate import name
from kehoach.files.scalars import scalar

_MODELINE = "# yaml-language-server: $schema={up}schemas/{kind}.schema.json\n"

README = """# Sổ kế hoạch

Mỗi văn bản một tệp: `data/plans/<phường>/<mã>.yaml`. Các lệnh hay dùng:

    kehoach new le-chan/ke-hoach-2027   # tạo tệp cho một kế hoạch
    kehoach check                       # kiểm tra sổ
    kehoach list-targets                # liệt kê chỉ tiêu
"""


GITATTRIBUTES = "*.yaml text eol=lf\n"
"""Line ends stay the same on every system, so that a diff shows what was edited."""


def registry(ward: str, ward_name: str, ward_type: str = "phường") -> dict[str, str]:
    """Return the files of an empty registry for one ward, by path relative to its folder."""
    return {
        "data/units.yaml": _MODELINE.format(up="../", kind="units")
        + f"""format: {name("units")}

# Mã phường viết không dấu; code là mã số đơn vị hành chính, để trong ngoặc kép.
wards:
  {scalar(ward, flow=False)}: {{name: {scalar(ward_name, flow=True)}, type: {ward_type}, code: "00000", place_line: {scalar(ward_name, flow=True)}}}

# Mỗi đơn vị một dòng; aliases là các cách gọi khác trong văn bản.
units:
  {ward}/ubnd: {{name: {scalar(f"Ủy ban nhân dân {ward_type} {ward_name}", flow=True)}}}
""",
        "data/indicators.yaml": _MODELINE.format(up="../", kind="indicators")
        + f"""format: {name("indicators")}
bhyt: {{name: Tỷ lệ dân số tham gia bảo hiểm y tế, unit: "%", direction: up, field: xa-hoi, cap: 100, of: dân số, aliases: [BHYT]}}
""",
        "data/references.yaml": _MODELINE.format(up="../", kind="references") + f"format: {name('references')}\n",
        f"data/plans/{ward}/.gitkeep": "",
        ".gitattributes": GITATTRIBUTES,
        "README.md": README,
    }


def actuals() -> str:
    """Return what a file of reported figures begins with."""
    return _MODELINE.format(up="../../../", kind="actuals")


def plan(ref: str, source: Path | None, sha256: str | None) -> str:
    """Return the first text of a plan's file; what only the document says is left as a marked place to write."""
    ward = ref.partition("/")[0]
    text = (
        _MODELINE.format(up="../../../", kind="plan")
        + f"""format: {name("plan")}
id: {ref}
kind: KH
title: Tên văn bản, chép từ trích yếu
issuer: {ward}/ubnd
number: null
symbol: null
issued: null
place_line: null
period: null
signed: null
addressees: []
recipients: []
attachments: {{announced: [], present: []}}

citations: []
source: {{file: {scalar(source.name if source else "van-ban.docx", flow=True)}, sha256: "{sha256 or "0" * 64}"}}

corrections: []

# Cây đề mục, số như in:
#   - {{label: I, title: MỤC ĐÍCH}}
sections: []

uncovered: []

# Mỗi lời hứa một bản ghi:
#   - id: bhyt
#     clause: II.1.(9)
#     indicator: bhyt
#     test: {{ge: 97}}
#     when: {{by: 2030}}
#     quote: nguyên văn trong điều khoản
targets: []

tasks: []

projects: []
"""
    )
    made, _ = formatted(text.encode(), "plan", "plan")
    return made or text
