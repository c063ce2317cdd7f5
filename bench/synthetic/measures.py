"""What the made-up wards promise: the catalogue of indicators, with what a level of each looks like."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

_TABLE = """
thu-ngan-sach | Thu ngân sách nhà nước trên địa bàn | tỷ đồng | up | kinh-te | money | | 40 900
tong-gia-tri-san-pham | Tổng giá trị sản phẩm trên địa bàn | tỷ đồng | up | kinh-te | money | | 800 9000
gtsp-cong-nghiep-xay-dung | Giá trị sản phẩm khu vực công nghiệp - xây dựng | tỷ đồng | up | kinh-te | money | | 300 4000
gtsp-thuong-mai-dich-vu | Giá trị sản phẩm khu vực thương mại, dịch vụ | tỷ đồng | up | kinh-te | money | | 200 3000
gtsp-nong-lam-thuy-san | Giá trị sản phẩm khu vực nông, lâm, thủy sản | tỷ đồng | | kinh-te | money | | 60 900
von-dau-tu-xa-hoi | Vốn đầu tư toàn xã hội trên địa bàn | tỷ đồng | up | kinh-te | money | | 200 5000
thu-nhap-binh-quan | Thu nhập bình quân đầu người | triệu đồng/người | up | kinh-te | money | | 42 140
gia-tri-tren-ha | Giá trị sản phẩm trên 01 ha đất trồng trọt | triệu đồng/ha | up | kinh-te | money | | 90 400
giai-ngan-dau-tu-cong | Tỷ lệ giải ngân vốn đầu tư công | % | up | kinh-te | share | kế hoạch vốn | 78 99
tai-khoan-thanh-toan | Tỷ lệ người trưởng thành có tài khoản thanh toán điện tử | % | up | kinh-te | share | người trưởng thành | 60 96
doanh-nghiep-hoat-dong | Số doanh nghiệp đang hoạt động trên địa bàn | doanh nghiệp | up | kinh-te | stock | | 40 900
hop-tac-xa-hieu-qua | Số hợp tác xã hoạt động hiệu quả | hợp tác xã | up | kinh-te | stock | | 2 20
doanh-nghiep-moi | Số doanh nghiệp thành lập mới | doanh nghiệp | up | kinh-te | flow | | 4 90
ho-kinh-doanh-chuyen-doi | Số hộ kinh doanh chuyển đổi thành doanh nghiệp | hộ | up | kinh-te | flow | | 2 40
san-pham-ocop | Số sản phẩm được công nhận OCOP từ 3 sao trở lên | sản phẩm | up | kinh-te | flow | | 1 6
nha-o-xa-hoi | Số căn nhà ở xã hội hoàn thành | căn | up | do-thi | flow | | 20 400
duong-be-tong-hoa | Chiều dài đường giao thông được cứng hóa | km | up | do-thi | flow | | 2 18
tuyen-pho-van-minh | Số tuyến phố, tuyến đường kiểu mẫu | tuyến | up | do-thi | flow | | 1 9
duong-co-chieu-sang | Tỷ lệ đường chính được chiếu sáng | % | up | do-thi | share | đường chính | 70 98
nha-tam-dot-nat | Số nhà tạm, nhà dột nát | nhà | down | do-thi | fall | | 4 60
thu-gom-rac | Tỷ lệ chất thải rắn sinh hoạt được thu gom | % | up | moi-truong | share | chất thải rắn sinh hoạt | 82 99
phan-loai-rac | Tỷ lệ hộ phân loại rác tại nguồn | % | up | moi-truong | share | hộ gia đình | 30 90
nuoc-sach | Tỷ lệ dân số được sử dụng nước sạch | % | up | moi-truong | share | dân số | 70 99
che-phu-rung | Tỷ lệ che phủ rừng | % | up | moi-truong | share | diện tích tự nhiên | 12 70
cay-xanh-trong-moi | Số cây xanh trồng mới | cây | up | moi-truong | flow | | 300 9000
gia-dinh-van-hoa | Tỷ lệ gia đình văn hóa | % | up | van-hoa | share | hộ gia đình | 84 97
khu-dan-cu-van-hoa | Tỷ lệ thôn, tổ dân phố văn hóa | % | up | van-hoa | share | thôn, tổ dân phố | 78 98
nha-van-hoa | Tỷ lệ thôn, tổ dân phố có nhà văn hóa đạt chuẩn | % | up | van-hoa | share | thôn, tổ dân phố | 60 98
tap-the-thao | Tỷ lệ người dân tập luyện thể thao thường xuyên | % | up | van-hoa | share | dân số | 28 52
truong-chuan-quoc-gia | Tỷ lệ trường học đạt chuẩn quốc gia | % | up | giao-duc | share | trường học | 40 95
truong-cong-nhan-moi | Số trường được công nhận mới đạt chuẩn quốc gia | trường | up | giao-duc | flow | | 1 3
tre-mau-giao | Tỷ lệ trẻ mẫu giáo đến trường | % | up | giao-duc | share | trẻ trong độ tuổi mẫu giáo | 90 99
phong-hoc-kien-co | Số phòng học được xây mới | phòng | up | giao-duc | flow | | 2 24
bac-si-van-dan | Số bác sĩ trên 10.000 dân | bác sĩ/10.000 dân | up | y-te | level | | 4 14
suy-dinh-duong | Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi | % | down | y-te | share_down | trẻ em dưới 5 tuổi | 6 16
so-suc-khoe-dien-tu | Tỷ lệ dân số có sổ sức khỏe điện tử | % | up | y-te | share | dân số | 55 95
tiem-chung-day-du | Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ | % | up | y-te | share | trẻ em dưới 1 tuổi | 88 99
bhyt | Tỷ lệ dân số tham gia bảo hiểm y tế | % | up | xa-hoi | share | dân số | 86 98
bhxh | Tỷ lệ lao động tham gia bảo hiểm xã hội | % | up | xa-hoi | share | lực lượng lao động | 25 70
lao-dong-qua-dao-tao | Tỷ lệ lao động qua đào tạo | % | up | xa-hoi | share | lực lượng lao động | 55 85
ho-ngheo | Tỷ lệ hộ nghèo | % | down | xa-hoi | share_down | hộ dân cư | 0.6 9
ho-can-ngheo | Tỷ lệ hộ cận nghèo | % | down | xa-hoi | share_down | hộ dân cư | 1 8
viec-lam-moi | Số lao động được giải quyết việc làm | lao động | up | xa-hoi | flow | | 120 1500
ho-so-truc-tuyen | Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến | % | up | hanh-chinh | share | hồ sơ | 50 95
tthc-dung-han | Tỷ lệ thủ tục hành chính giải quyết đúng hạn | % | up | hanh-chinh | share | hồ sơ | 90 99
hai-long-hanh-chinh | Mức độ hài lòng của người dân, doanh nghiệp | % | up | hanh-chinh | share | người được hỏi | 80 97
tuyen-quan | Tỷ lệ hoàn thành chỉ tiêu tuyển quân | % kế hoạch giao | up | quoc-phong-an-ninh | quota | | 100 100
tai-nan-giao-thong | Số vụ tai nạn giao thông | vụ | down | quoc-phong-an-ninh | fall | | 3 40
pham-phap-hinh-su | Số vụ phạm pháp hình sự | vụ | down | quoc-phong-an-ninh | fall | | 4 60
dang-vien-moi | Số đảng viên mới kết nạp | đảng viên | up | doan-the | flow | | 6 60
chi-bo-hoan-thanh-tot | Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên | % | up | doan-the | share | chi bộ | 78 98
nong-thon-moi-kieu-mau | Được công nhận đạt chuẩn nông thôn mới kiểu mẫu | | up | do-thi | state | |
do-thi-van-minh | Được công nhận đạt chuẩn đô thị văn minh | | up | do-thi | state | |
tram-y-te-chuan | Trạm Y tế đạt Bộ tiêu chí quốc gia về y tế xã | | up | y-te | state | |
chinh-quyen-than-thien | Được công nhận "Chính quyền thân thiện" | | up | hanh-chinh | state | |
chuan-tiep-can-phap-luat | Đạt chuẩn tiếp cận pháp luật | | up | hanh-chinh | state | |
khong-ma-tuy | Đạt tiêu chí địa bàn không ma túy | | up | quoc-phong-an-ninh | state | |
pho-cap-giao-duc | Phổ cập giáo dục mầm non cho trẻ 5 tuổi | | up | giao-duc | keep | |
quoc-phong-vung-manh | Quốc phòng được giữ vững | | up | quoc-phong-an-ninh | keep | |
an-ninh-trat-tu | An ninh chính trị, trật tự an toàn xã hội được giữ vững | | up | quoc-phong-an-ninh | keep | |
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator, and between which levels the wards stand in 2025. ``kind`` says how it moves and what may be promised on it."""

    slug: str
    name: str
    unit: str | None
    direction: str | None
    field: str
    kind: str
    of: str | None
    low: float
    high: float

    @property
    def is_state(self) -> bool:
        """Whether it is reached or kept, not counted."""
        return self.kind in ("state", "keep")

    @property
    def places(self) -> int:
        """Decimal places of its figures."""
        return 0 if self.kind in ("stock", "flow", "fall", "quota") and self.unit != "km" else 1

    @property
    def words(self) -> str:
        """Its name inside a sentence."""
        return self.name[0].lower() + self.name[1:]


def _read(line: str) -> Measure:
    slug, name, unit, direction, field, kind, of, span = (part.strip() for part in line.split("|"))
    low, _, high = span.partition(" ")
    return Measure(slug, name, unit or None, direction or None, field, kind, of or None, float(low or 0), float(high or 0))


MEASURES = tuple(map(_read, _TABLE.strip().splitlines()))
BY_SLUG = {measure.slug: measure for measure in MEASURES}
FIRST_YEAR = 2025
_PACE = {
    "money": (1.04, 1.14),
    "stock": (1.02, 1.12),
    "flow": (0.9, 1.15),
    "fall": (0.84, 1.04),
    "level": (1.0, 1.07),
    "share_down": (0.7, 0.96),
}


def catalogue() -> dict[str, dict[str, Any]]:
    """Return the entries of ``indicators.yaml``."""
    return {measure.slug: _entry(measure) for measure in MEASURES}


def _entry(measure: Measure) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": measure.name, "unit": measure.unit, "direction": measure.direction, "field": measure.field}
    if measure.is_state:
        entry["type"] = "state"
    if measure.kind == "share":
        entry["cap"] = 100
    entry["of"] = measure.of
    if measure.slug == "bhyt":
        entry |= {"aliases": ("BHYT",), "ratio": {"num": "người tham gia bảo hiểm y tế", "den": "dân số"}}
    return {key: value for key, value in entry.items() if value is not None}


Number = int | Decimal


class Levels:
    """Where one ward stands on every measure from 2025 on, as it will turn out."""

    def __init__(self, rng: Random) -> None:
        self._rows = {m.slug: self._row(m, rng) for m in MEASURES if not m.is_state}

    def _row(self, measure: Measure, rng: Random) -> list[float]:
        value = rng.uniform(measure.low, measure.high)
        pace = rng.uniform(*_PACE.get(measure.kind, (1.0, 1.0)))
        row = []
        for _ in range(6):
            row.append(value)
            if measure.kind == "share":
                value += (100 - value) * rng.uniform(-0.02, 0.3)
            else:
                value *= pace * rng.uniform(0.97, 1.03)
        return row

    def of(self, measure: Measure, year: int) -> Number:
        """Return the level of 2025 to 2030, rounded as a report prints it."""
        return figure(self._rows[measure.slug][year - FIRST_YEAR], measure.places)

    def promise(self, measure: Measure, year: int, rng: Random) -> Number:
        """Return a figure that an office would promise for *year*: near what will come, a little bolder or shyer."""
        value = self._rows[measure.slug][year - FIRST_YEAR]
        if measure.kind == "share":
            return figure(min(100, round(2 * (value + rng.uniform(-2.5, 3))) / 2), 1)
        if measure.kind == "quota":
            return 100
        bolder = rng.uniform(0.94, 1.07)
        rounded = value * bolder
        return figure(max(rounded, 1 if measure.places == 0 else 0.3), measure.places)


def figure(value: float, places: int) -> Number:
    """Return a float as an exact figure of so many decimal places, an integer where nothing is left behind the point."""
    exact = Decimal(str(round(value, places)))
    return int(exact) if exact == exact.to_integral_value() else exact
