"""Three small wards for the tests of the index: their files, and each in the states it passes through."""

from __future__ import annotations

from tests.cli.helpers import INDICATORS, REFERENCES, UNITS, head, target

TASK = "tasks:\n  - {id: t-1, clause: I.2, title: Mua sắm, quote: câu, when: {by: 2027}, lead: [mau/phong-vhxh], targets: [bhyt]}\n"
PROJECT = "projects:\n  - {id: p-1, clause: PL1.1, name: Đường số 1, when: {by: 2028}, area: {value: 46.07, unit: ha}}\n"
ACTUALS = "- {indicator: bhyt, period: '2027', value: 96.4, quality: official, source: {document: Báo cáo}}\n"


def plan(ref: str, *targets: str, more: str = TASK + PROJECT) -> str:
    """A plan's file with these targets."""
    return head(ref) + "citations: [{ref: nq-1, clause: Mở đầu, role: basis}]\n" + "targets:\n" + "".join(targets) + more


MAU = plan("mau/ke-hoach", target("bhyt"), target("ho-ngheo", indicator="ho-ngheo", test="{lt: 0.5}", more="lead: [mau/ubnd]"))
DONG = plan("dong/ke-hoach", target("bhyt", test="{eq: 95}"), more="")
TIED = plan("tay/ke-hoach", target("bhyt", more="restates: mau/ke-hoach#bhyt"), more="")
STATES: dict[str, tuple[str | None, ...]] = {
    "plans/mau/ke-hoach.yaml": (
        MAU,
        MAU.replace("{ge: 97}", "{ge: 98}"),
        MAU.replace("id: ho-ngheo", "id: bhyt"),
        MAU.replace("format:", "fromat:"),
        MAU.replace("Mua sắm", '"Mua sắm'),
        MAU.replace("citations:", "# sửa\nla: 1\ncitations:"),
    ),
    "plans/dong/ke-hoach.yaml": (DONG, DONG.replace("{eq: 95}", "{eq: 99}"), DONG.replace("{by: 2030}", "{by: 2027}")),
    "plans/dong/moi.yaml": (None, plan("dong/moi", target("ho-ngheo", indicator="ho-ngheo"), more="")),
    "plans/tay/ke-hoach.yaml": (TIED, TIED.replace("mau/ke-hoach#bhyt", "dong/ke-hoach#bhyt")),
    "actuals/mau/2027.yaml": (ACTUALS, ACTUALS.replace("96.4", "91"), ACTUALS * 2),
    "units.yaml": (UNITS, UNITS.replace("name: Mẫu", "name: Mẫu Mới"), UNITS.replace("Phòng Văn hóa", "Phòng Giáo dục")),
    "indicators.yaml": (INDICATORS, INDICATORS.replace("Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo đa chiều")),
    "references.yaml": (REFERENCES,),
}
"""Every file with the texts it may hold, the first of which is good; ``None`` where it may be away."""
FIRST = {name: texts[0] for name, texts in STATES.items() if texts[0] is not None}
QUERIES: tuple[tuple[str, ...], ...] = (
    ("list-targets", "--format", "json"),
    ("list-targets", "--ward", "mau", "--format", "json"),
    ("list-targets", "--ward", "Đông", "--format", "json"),
    ("list-plans", "--format", "json"),
    ("list-tasks", "--ward", "mau", "--format", "json"),
    ("report", "--year", "2027", "--format", "json"),
    ("report", "--year", "2027", "--ward", "mau", "--format", "json"),
    ("list-targets", "--search", "bảo hiểm"),
    ("search", "hộ nghèo", "--format", "json"),
    ("search", "câu", "--kind", "target"),
)
