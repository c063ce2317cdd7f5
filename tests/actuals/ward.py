"""The small ward that the tests of reported figures write into, and how they look at what was written."""

from __future__ import annotations

from pathlib import Path

from kehoach.model.results import Actual
from kehoach.registry import load_registry
from tests.cli.helpers import Result, head, run, target, write

INDICATORS = """format: kehoach/indicators/1
bhyt: {name: Tỷ lệ dân số tham gia bảo hiểm y tế, unit: "%", direction: up, field: y-te, cap: 100, of: dân số, aliases: [BHYT], ratio: {num: người tham gia, den: dân số}}
ho-ngheo: {name: Tỷ lệ hộ nghèo, unit: "%", direction: down, field: xa-hoi, of: hộ}
doanh-nghiep: {name: Số doanh nghiệp, unit: doanh nghiệp, direction: up, field: kinh-te}
thu: {name: Thu ngân sách, unit: tỷ đồng, direction: up, field: kinh-te}
chuan: {name: Phường đạt chuẩn đô thị văn minh, direction: up, field: do-thi, type: state}
"""
PLAN = (
    head("mau/ke-hoach")
    + "targets:\n"
    + target("bhyt")
    + target("bhyt-lai", more="restates: bhyt")
    + target("bhyt-tre-em", test="{eq: 99.5}", more="of: trẻ em\npart_of: bhyt")
    + target("thu-tang", indicator="thu", test="{ge: 10, le: 12}", when="{each_year: period}", more="stat: growth")
    + target("thu-giao", indicator="thu", test="{ge: 100}", when="{each_year: period}", more='unit: "% kế hoạch giao"\nimplied: [100]')
    + target("doanh-nghiep", indicator="doanh-nghiep", test="{ge: 800}")
    + target("chuan", indicator="chuan", test="{is: achieved}", when="{by: 2028}")
    + target("ngheo", indicator="ho-ngheo", test="{lt: 0.5}", when="{by: 2035}")
)
FILE = "actuals/mau/2027.yaml"
SOURCE = ("--source", "Báo cáo số 12/BC-UBND")


def ward(folder: Path, **more: str) -> Path:
    """Write the ward into ``folder/data``; *more* are texts of actuals by year, as ``y2026=…``."""
    actuals = {f"actuals/mau/{year.removeprefix('y')}.yaml": text for year, text in more.items()}
    return write(folder, {"indicators.yaml": INDICATORS, "plans/mau/ke-hoach.yaml": PLAN, **actuals})


def record(data: Path, ref: str, value: str, *more: str, source: tuple[str, ...] = SOURCE) -> Result:
    """Record a figure of 2027, which must not be taken for an option."""
    return run("record", ref, value, "--year", "2027", *source, *more, data=data)


def reported(data: Path) -> list[Actual]:
    """Return what the registry now holds; it must be without faults."""
    registry, problems = load_registry(data)
    assert not problems
    return [found.actual for found in registry.actuals]


def the_only(data: Path) -> Actual:
    """Return the one figure that the registry holds."""
    (actual,) = reported(data)
    return actual
