"""A small ward with every verdict, actuals of several years, work that falls due, and names that are hard on XML."""

from __future__ import annotations

from pathlib import Path

from tests.cli.helpers import ZEROS, target, write

PROVINCE = """format: kehoach/units/1
wards:
  tinh: {name: Mẫu Lớn, type: tỉnh, code: "99"}
  mau: {name: Mẫu, type: phường, code: "00001", province: tinh, place_line: Phường Mẫu}
units:
  tinh/ubnd: {name: Ủy ban nhân dân tỉnh Mẫu Lớn}
  tinh/tinh-uy: {name: Tỉnh ủy Mẫu Lớn}
  mau/ubnd: {name: Ủy ban nhân dân phường Mẫu, aliases: [UBND phường]}
  mau/dang-uy: {name: Đảng ủy phường Mẫu}
  mau/phong-vhxh: {name: Phòng Văn hóa - Xã hội}
  mau/phong-kt: {name: "Phòng Kinh tế, Hạ tầng và Đô thị"}
"""
INDICATORS = """format: kehoach/indicators/1
bhyt: {name: Tỷ lệ dân số tham gia bảo hiểm y tế, unit: "%", direction: up, field: y-te, cap: 100, of: dân số}
ho-ngheo: {name: Tỷ lệ hộ nghèo, unit: "%", direction: down, field: xa-hoi, of: hộ}
doanh-nghiep: {name: Số doanh nghiệp thành lập mới, unit: doanh nghiệp, direction: up, field: kinh-te}
thu-ngan-sach: {name: Thu ngân sách trên địa bàn, unit: tỷ đồng, direction: up, field: kinh-te}
nghien-cuu: {name: "Chi R&D <5% doanh thu", unit: "%", direction: down, field: kinh-te}
chuan: {name: Phường đạt chuẩn đô thị văn minh, direction: up, field: do-thi, type: state}
nuoc-sach: {name: Tỷ lệ hộ dùng nước sạch, unit: "%", direction: up, field: moi-truong, cap: 100}
"""
HARD = "Chi R&D <5% doanh thu"
"""A name that XML must not swallow."""
_LEAD = "lead: [mau/phong-vhxh]"
_TARGETS = (
    target("bhyt", test="{ge: 97}", when="{each_year: [2026, 2030]}", more="lead: [mau/phong-vhxh]"),
    target("bhyt-2030", test="{ge: 98}", when="{by: 2030}", more=_LEAD),
    target("ho-ngheo", indicator="ho-ngheo", test="{lt: 0.5}", when="{each_year: period}", more=_LEAD),
    target("dn", indicator="doanh-nghiep", test="{eq: 1100}", when="{each_year: period}", more="lead: [mau/phong-kt]"),
    target(
        "thu", indicator="thu-ngan-sach", test="{ge: 1500.5}", when="{by: 2030}", more="force: aim\nlead: [mau/phong-kt, mau/phong-vhxh]"
    ),
    target("rd", indicator="nghien-cuu", test="{lt: 5}", when="{each_year: period}"),
    target("chuan", indicator="chuan", test="{is: achieved}", when="{by: 2027}", more=_LEAD),
    target("nuoc", indicator="nuoc-sach", test="{ge: 99}", when="undated"),
    target(
        "dn-cong-nghe", indicator="doanh-nghiep", test="{ge: 5}", when="{each_year: period}", more="of: doanh nghiệp công nghệ\npart_of: dn"
    ),
)
_TASKS = """tasks:
  - {id: t-de-an, clause: II.1, title: Xây dựng Đề án chuyển đổi số của phường, quote: câu, lead: [mau/phong-vhxh], support: [mau/phong-kt], when: {by: "2027-06-30"}, product: Đề án}
  - {id: t-thuong-xuyen, clause: II.2, title: Tuyên truyền bảo hiểm y tế, quote: câu, lead: [mau/phong-vhxh], when: ongoing}
  - {id: t-khong-ai, clause: II.3, title: Rà soát quy hoạch, quote: câu, when: {by: 2027}}
projects:
  - {id: p-tram, clause: PL01.1, name: Xây dựng trạm y tế, owner: Ban Quản lý dự án, funding: ngân sách, when: {by: 2027}, area: {value: 0.25, unit: ha}, lead: [mau/phong-kt]}
"""
_HEAD = f"""number: "12"
symbol: KH-UBND
issued: "2026-01-15"
place_line: Phường Mẫu
period: {{from: 2026, to: 2030}}
signed: {{by: Nguyễn Văn Mẫu, position: Chủ tịch, for: TM. ỦY BAN NHÂN DÂN}}
addressees: [Các phòng]
recipients: [Các phòng, "Lưu: VT"]
citations:
  - {{ref: nq-1, clause: Mở đầu, role: implements}}
  - {{ref: nq-1, clause: I.1, role: mentions}}
source: {{file: a.txt, sha256: "{ZEROS}"}}
sections: [{{label: I, title: Chỉ tiêu}}, {{label: II, title: Nhiệm vụ}}, {{label: PL01, title: Dự án}}]
"""


def _actual(indicator: str, year: int, value: object, quality: str = "official") -> str:
    return f'- {{indicator: {indicator}, period: "{year}", value: {value}, quality: {quality}, source: {{document: Báo cáo năm {year}, clause: I.1}}}}\n'


_FIGURES: dict[int, dict[str, object]] = {
    2025: {"bhyt": 94.2, "ho-ngheo": 0.9, "thu-ngan-sach": 1010.5},
    2026: {"bhyt": 95.6, "ho-ngheo": 0.6, "doanh-nghiep": 980, "thu-ngan-sach": 1190},
    2027: {
        "bhyt": 96.4,
        "ho-ngheo": 0.4,
        "doanh-nghiep": 1234,
        "thu-ngan-sach": 1302.25,
        "nghien-cuu": 4.5,
        "chuan": "achieved",
        "nuoc-sach": 98,
    },
}


def registry(folder: Path) -> Path:
    """Write the ward into ``folder/data`` and return that path."""
    plan = f"format: kehoach/plan/1\nid: mau/ke-hoach\nkind: KH\ntitle: Phát triển kinh tế - xã hội giai đoạn 2026-2030\nissuer: mau/ubnd\n{_HEAD}"
    party = plan.replace("mau/ke-hoach", "mau/chuong-trinh").replace("kind: KH", "kind: CTr").replace("mau/ubnd", "mau/dang-uy")
    party = party.replace("KH-UBND", "CTr/ĐU").replace("TM. ỦY BAN NHÂN DÂN", "T/M ĐẢNG ỦY").replace("Chủ tịch", "Bí thư")
    figures = {
        f"actuals/mau/{year}.yaml": "".join(
            _actual(name, year, value, "estimate" if name == "nghien-cuu" else "official") for name, value in row.items()
        )
        for year, row in _FIGURES.items()
    }
    return write(
        folder,
        {
            "units.yaml": PROVINCE,
            "indicators.yaml": INDICATORS,
            "plans/mau/ke-hoach.yaml": f"{plan}targets:\n{''.join(_TARGETS)}{_TASKS}",
            "plans/mau/chuong-trinh.yaml": f"{party}targets:\n{target('bhyt-dang', test='{ge: 95}', when='{each_year: period}')}",
            **figures,
        },
    )
