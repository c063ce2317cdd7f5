"""``compare``: the same indicator side by side, and the refusal to compare what is measured otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.helpers import Result, head, rows, run, target, write

KEYS = {"indicator", "ward", "ref", "text", "comparable", "why"}


def compared(tmp_path: Path, *plans: tuple[str, str], args: tuple[str, ...] = ("bhyt",), form: str = "json") -> Result:
    files = {f"plans/{ref}.yaml": head(ref) + f"targets:\n{targets}" for ref, targets in plans}
    return run("compare", *args, "--format", form, data=write(tmp_path, files))


def whys(result: Result) -> dict[str, str | None]:
    assert result.status == 0, result.err
    assert all(row["comparable"] == (row["why"] is None) for row in result.rows())
    return {row["ref"]: row["why"] for row in result.rows()}


def test_two_wards_that_measure_alike(tmp_path: Path) -> None:
    result = compared(tmp_path, ("mau/a", target("x")), ("dong/a", target("x", test="{gt: 98}", when="{by: 2028}")))
    found = result.rows()
    assert all(set(row) >= KEYS for row in found)
    assert list(found[0])[:6] == ["indicator", "ward", "ref", "text", "comparable", "why"]
    assert {(row["ward"], row["text"], row["comparable"], row["why"]) for row in found} == {
        ("mau", "từ 97% trở lên", True, None),
        ("dong", "trên 98%", True, None),
    }


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ({"more": "definition: BHYT toàn dân"}, "phạm vi, tiêu chuẩn: BHYT toàn dân (chỗ so: không nêu)"),
        ({"more": "of: người lao động"}, "tính trên: người lao động (chỗ so: dân số)"),
        ({"more": "unit: người"}, "đơn vị tính: người (chỗ so: %)"),
        ({"more": "stat: avg_growth", "when": "{over: period}"}, "cách tính: tốc độ tăng bình quân (chỗ so: giá trị)"),
        ({"when": "{each_year: period}"}, "thời hạn: hằng năm (chỗ so: đến một năm)"),
        ({"when": "undated"}, "thời hạn: không ghi (chỗ so: đến một năm)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_makes_figures_incomparable(tmp_path: Path, odd: dict[str, str], why: str) -> None:
    found = whys(compared(tmp_path, ("dong/a", target("x", **odd)), ("mau/a", target("x")), ("mau/b", target("x"))))
    assert why in (found["dong/a#x"] or "")
    assert found["mau/a#x"] is found["mau/b#x"] is None


def test_case_and_kind_of_dash_make_no_other_measure(tmp_path: Path) -> None:
    one, two = "definition: Chuẩn 2021–2025, mức hòa nhập", "definition: chuẩn 2021-2025, mức hoà nhập"
    assert set(whys(compared(tmp_path, ("dong/a", target("x", more=one)), ("mau/a", target("x", more=two)))).values()) == {None}


def test_sums_over_another_number_of_years(tmp_path: Path) -> None:
    five, six = (target("x", indicator="doanh-nghiep", when=f"{{over: [{year}, 2030]}}", more="stat: sum") for year in (2026, 2025))
    found = whys(compared(tmp_path, ("dong/a", six), ("mau/a", five), ("mau/b", five), args=("doanh-nghiep",)))
    assert found["dong/a#x"] == "thời hạn: cả giai đoạn 6 năm (chỗ so: cả giai đoạn 5 năm)"


def test_growth_from_another_year(tmp_path: Path) -> None:
    growth = "stat: avg_growth\nbase: {{year: {}, value: 10}}"
    one, two = (target("x", when="{over: [2026, 2030]}", more=growth.format(year)) for year in (2024, 2025))
    assert whys(compared(tmp_path, ("dong/a", one), ("mau/a", two), ("mau/b", two)))["dong/a#x"] == "mốc: 2024 (chỗ so: 2025)"


def test_the_measure_of_most_wards_is_compared_with_whoever_comes_first(tmp_path: Path) -> None:
    often = target("x", when="{each_year: period}") + target("x2", when="{each_year: period}") + target("x3", when="{each_year: period}")
    found = whys(compared(tmp_path, ("dong/a", often + target("cuoi")), ("mau/a", target("x"))))
    assert found["dong/a#cuoi"] is found["mau/a#x"] is None
    assert {found[f"dong/a#{name}"] for name in ("x", "x2", "x3")} == {"thời hạn: hằng năm (chỗ so: đến một năm)"}


def test_two_statements_of_one_plan_are_no_comparison(tmp_path: Path) -> None:
    first = "được lấy làm mốc, nhưng không cam kết nào khác đo cùng cách"
    assert set(whys(compared(tmp_path, ("mau/a", target("x") + target("x2")))).values()) == {first}


def test_one_promise_alone_and_none(tmp_path: Path) -> None:
    result = compared(tmp_path, ("mau/a", target("x")), args=("bhyt", "ho-ngheo"))
    assert whys(result) == {"mau/a#x": "chỉ có một cam kết về chỉ tiêu này"}
    assert compared(tmp_path, ("mau/a", target("x")), args=("ho-ngheo",)).rows() == []


def test_a_state_is_not_set_against_a_figure(tmp_path: Path) -> None:
    targets = target("x", indicator="chuan", test="{is: achieved}")
    found = whys(compared(tmp_path, ("dong/a", targets), ("mau/a", targets), args=("chuan",)))
    assert set(found.values()) == {None}


def test_names_aliases_and_order(tmp_path: Path) -> None:
    plans = ("mau/a", target("x") + target("x2", indicator="ho-ngheo", test="{lt: 1}"))
    result = compared(tmp_path, plans, args=("Tỷ lệ hộ nghèo", "bhyt", "BHYT"))
    assert [row["indicator"] for row in result.rows()] == ["ho-ngheo", "bhyt"]


def test_only_the_wards_asked_for(tmp_path: Path) -> None:
    plans = (("mau/a", target("x")), ("dong/a", target("x")))
    assert {row["ward"] for row in compared(tmp_path, *plans, args=("bhyt", "--ward", "Đông")).rows()} == {"dong"}


def test_the_table_groups_by_indicator_and_counts(tmp_path: Path) -> None:
    plans = (("mau/a", target("x", more="force: aim")), ("dong/a", target("x")), ("dong/b", target("x", more="unit: người")))
    text = compared(tmp_path, *plans, form="table").out
    assert "\nTỷ lệ dân số tham gia bảo hiểm y tế (bhyt)\n" in text
    assert "từ 97% trở lên (phấn đấu)" in text
    assert "đơn vị tính: người (chỗ so: %)" in text
    assert text.rstrip().endswith("3 cam kết của 2 phường, 2 so được với nhau")
    assert compared(tmp_path, *plans, form="md").out.startswith("### Tỷ lệ dân số tham gia bảo hiểm y tế (bhyt)")
    assert compared(tmp_path, *plans, form="csv").out.startswith("indicator,ward,ref,text,comparable,why,")


def test_an_indicator_that_is_none() -> None:
    result = run("compare", "bhytt")
    assert (result.status, result.out) == (2, "")
    assert "có phải 'bhyt'?" in result.err
    assert run("compare").status == 2


def test_the_real_registry() -> None:
    found = {row["ref"]: row for row in rows("compare", "bhyt")}
    assert found["hung-dao/ke-hoach-2026-2030#bhyt"]["comparable"]
    assert {row["ward"] for row in found.values() if row["comparable"]} >= {"hung-dao", "le-chan", "thien-huong"}
    assert len(found) == len([row for row in rows("list-targets") if row["indicator"] == "bhyt"])
