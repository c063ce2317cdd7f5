"""Reports as the renderers get them: files in, view out."""

from __future__ import annotations

from pathlib import Path

from kehoach.files.revision import Revision
from kehoach.queries.select import Filter
from kehoach.registry import load_registry
from kehoach.reports import results
from kehoach.reports.view import View, view
from tests.cli.helpers import INDICATORS, UNITS, head, target, write

MADE = "2028-02-05"
COMMIT = Revision("0123456789abcdef0123456789abcdef01234567", "2028-02-04", clean=True)

MORE = """\
nong-nghiep: {name: Giá trị nông nghiệp, unit: tỷ đồng, direction: up, field: kinh-te}
cong-thuc: {name: "=1+1", unit: "@SUM(A1)", direction: up, field: kinh-te}
the: {name: "<script>alert(1)</script> & <b>đậm</b>", unit: người, direction: up, field: doan-the}
an-an: {name: Ấn phẩm, unit: ấn phẩm, direction: up, field: van-hoa}
duong: {name: Đường hoa, unit: tuyến, direction: up, field: do-thi}
"""
PLAN = (
    head("mau/a")
    + "targets:\n"
    + "".join(
        [
            target("bhyt", more="lead: [mau/phong-vhxh]"),
            target("bhyt-tre-em", test="{ge: 99}", more="of: trẻ em\npart_of: bhyt"),
            target("ho-ngheo", indicator="ho-ngheo", test="{lt: 0.5}", when="{each_year: period}"),
            target("doanh-nghiep", indicator="doanh-nghiep", test="{eq: 800}", when="{each_year: period}"),
            target("doanh-nghiep-2030", indicator="doanh-nghiep", test="{ge: 1500}", more="force: aim"),
            target("nong-nghiep", indicator="nong-nghiep", test="{ge: -6, le: -5}", when="{each_year: period}", more="stat: growth"),
            target("chuan", indicator="chuan", test="{is: achieved}", when="{by: 2027}"),
            target("cong-thuc", indicator="cong-thuc", test="{ge: 5}", when="{each_year: period}"),
            target("the", indicator="the", test="{ge: 10}", when="undated"),
            target("an-an", indicator="an-an", test="{ge: 3}", when="{each_year: period}"),
            target("duong", indicator="duong", test="{ge: 12}", when="{each_year: period}", more="condition: {text: nếu được giao}"),
        ]
    )
)
_SOURCE = "source: {ref: mau/a, clause: I.1"
ACTUALS = {
    "2026": f"""\
- {{indicator: bhyt, period: "2026", value: 93.25, quality: official, {_SOURCE}}}}}
- {{indicator: doanh-nghiep, period: "2026", value: 790, quality: official, {_SOURCE}}}}}
""",
    "2027": f"""\
- {{indicator: bhyt, period: "2027", value: 96.4, quality: estimate, {_SOURCE}, date: "2028-01-15"}}}}
- {{indicator: ho-ngheo, period: "2027", value: 0.75, quality: official, {_SOURCE}}}}}
- {{indicator: doanh-nghiep, period: "2027", value: 1812, quality: official, {_SOURCE}}}}}
- {{indicator: nong-nghiep, period: "2027", stat: growth, value: -6, quality: official, source: {{document: "=HYPERLINK(1)"}}}}
- {{indicator: chuan, period: "2027", value: achieved, quality: official, {_SOURCE}}}}}
- {{indicator: cong-thuc, period: "2027", value: 5, quality: official, {_SOURCE}}}, note: "+84 là mã nước"}}
- {{indicator: the, period: "2027", value: 12.5, quality: provisional, {_SOURCE}}}}}
""",
}


def small(folder: Path) -> Path:
    """Write a small registry of two wards with figures of two years into *folder* and return its ``data``."""
    actuals = {f"actuals/mau/{year}.yaml": text for year, text in ACTUALS.items()}
    other = head("dong/b") + "targets:\n" + target("bhyt", test="{ge: 90}", when="{each_year: period}", more="lead: [dong/ubnd]")
    return write(
        folder, {"plans/mau/a.yaml": PLAN, "plans/dong/b.yaml": other, "indicators.yaml": INDICATORS + MORE, "units.yaml": UNITS, **actuals}
    )


def made(data: Path, year: int = 2027, *, first: int | None = None, wards: list[str] | None = None) -> View:
    """Return the report of *year* on the registry *data*, as a renderer gets it."""
    registry, problems = load_registry(data, wards)
    assert problems == []
    wanted = Filter()
    return view(results.report(registry, wanted, year, first=first, made=MADE, revision=COMMIT), registry, wanted)
