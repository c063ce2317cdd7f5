"""Names of a made-up country: provinces, wards and people, put together from syllables; no real province is among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from kehoach.vietnamese import slugify


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MOST_PROVINCES = 34
WARDS_TO_A_PROVINCE = 98
_FIRST = _words(
    "An Bình Cẩm Châu Đại Đan Định Đông Đức Gia Hà Hải Hàm Hiệp Hòa Hoàng Hồng Hưng Khánh Kim Lạc Lâm Lộc Long Lương Minh Mỹ Nam Ngọc "
    "Nghĩa Nhân Ninh Phú Phúc Phước Phong Quang Quảng Sơn Tam Tân Thái Thanh Thành Thạch Thiện Thịnh Thuận Thủy Tiên Trà Trung Trường "
    "Tường Vạn Văn Việt Vĩnh Xuân Yên"
)
_SECOND = _words(
    "An Bình Cát Châu Cương Đài Đạo Đình Định Đồng Đức Giang Hà Hải Hậu Hòa Hội Hưng Khê Khánh Lạc Lâm Lập Lễ Lộc Lợi Long Lương Mai "
    "Minh Mỹ Nghĩa Ngọc Nguyên Nhơn Ninh Phú Phúc Phước Phong Quang Quý Sơn Tâm Tân Thái Thắng Thành Thạnh Thiện Thịnh Thọ Thới Thuận "
    "Thủy Tiến Trạch Trung Tường Văn Vĩnh Xá Xuân Yên"
)
_THIRD = ("Đông", "Tây", "Nam", "Bắc", "Thượng", "Hạ", "Trung")
_REAL = {
    "An Giang", "Bình Định", "Bình Phước", "Bình Thuận", "Hà Giang", "Hà Tĩnh", "Hải Phòng", "Hậu Giang", "Hòa Bình", "Hưng Yên",
    "Khánh Hòa", "Lâm Đồng", "Long An", "Nam Định", "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam",
    "Quảng Ninh", "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Tiền Giang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái",
}  # fmt: skip
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Thanh", "Ngọc", "Quang", "Hữu", "Thu", "Xuân")
_GIVEN = (
    "An",
    "Bình",
    "Chi",
    "Dũng",
    "Giang",
    "Hà",
    "Hải",
    "Hạnh",
    "Hùng",
    "Khánh",
    "Lan",
    "Long",
    "Mai",
    "Nam",
    "Phương",
    "Sơn",
    "Thảo",
    "Tuấn",
)
_TYPES = ("xã", "xã", "xã", "xã", "xã", "xã", "phường", "phường", "phường")


@dataclass(frozen=True, slots=True)
class Place:
    """A province, or a ward of one (``province`` is its slug)."""

    slug: str
    name: str
    type: str
    code: str
    province: str | None = None

    @property
    def full(self) -> str:
        """Type and name: ``phường An Khê``."""
        return f"{self.type} {self.name}"


def provinces(seed: int, wards: int) -> list[Place]:
    """Return the provinces above so many wards: at least three where there are wards enough, at most 34."""
    rng = Random(f"{seed}/provinces")
    count = min(wards, max(3, round(wards / WARDS_TO_A_PROVINCE)), MOST_PROVINCES)
    names: dict[str, None] = {}
    while len(names) < count:
        name = f"{rng.choice(_FIRST)} {rng.choice(_SECOND)}"
        if name not in _REAL and len(set(name.split())) == 2:
            names[name] = None
    types = ("thành phố", "tỉnh", "tỉnh")
    return [Place(slugify(name), name, types[i % 3], f"{i + 1:02d}") for i, name in enumerate(sorted(names, key=slugify))]


def wards(seed: int, count: int, above: list[Place]) -> Iterator[Place]:
    """Yield *count* wards, province by province; one whose name another took carries its province in its slug."""
    rng = Random(f"{seed}/wards")
    taken = {province.slug for province in above}
    for index, province in enumerate(above):
        here: set[str] = set()
        size = count // len(above) + (index < count % len(above))
        while len(here) < size:
            name = _ward_name(rng)
            slug = slugify(name)
            if slug in here:
                continue
            here.add(slug)
            full = f"{slug}-{province.slug}" if slug in taken else slug
            taken.add(full)
            yield Place(full, name, rng.choice(_TYPES), f"{10000 + len(taken) - len(above):05d}", province.slug)


def _ward_name(rng: Random) -> str:
    while True:
        first, second = rng.choice(_FIRST), rng.choice(_SECOND)
        if first != second:
            return f"{first} {second} {rng.choice(_THIRD)}" if rng.random() < 0.2 else f"{first} {second}"


def person(rng: Random) -> str:
    """Return a person's name."""
    return f"{rng.choice(_FAMILIES)} {rng.choice(_MIDDLE)} {rng.choice(_GIVEN)}"
