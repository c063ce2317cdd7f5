"""One fault of every family planted in a clean registry: exactly the rule of that fault speaks, about exactly that place."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.checks.sample import PLAN, findings

Tree = dict[str, Any]
VHXH, KINH_TE = "phuong-mau/phong-vhxh", "phuong-mau/phong-kinh-te"

CLEAN: Tree = {
    "plans": [
        {
            "citations": [{"ref": "nq-57-tw", "clause": "I", "role": "basis"}],
            "attachments": {"announced": ["Phụ lục 01"], "present": ["Phụ lục 01. Danh mục dự án"]},
            "sections": [
                {"label": "I", "title": "MỤC ĐÍCH"},
                {
                    "label": "II",
                    "title": "CHỈ TIÊU VÀ NHIỆM VỤ",
                    "sections": [{"label": "1", "title": "Chỉ tiêu"}, {"label": "2", "title": "Nhiệm vụ"}],
                },
                {"label": "III", "title": "TỔ CHỨC THỰC HIỆN"},
                {"label": "PL01", "title": "DANH MỤC DỰ ÁN"},
            ],
            "targets": [
                {
                    "id": "bhyt",
                    "clause": "II.1 gạch 1",
                    "indicator": "bhyt",
                    "test": {"ge": 97},
                    "when": {"by": 2030},
                    "quote": "tham gia bảo hiểm y tế đạt 97% trở lên",
                    "lead": [VHXH],
                },
                {
                    "id": "doanh-nghiep",
                    "clause": "II.1 gạch 2",
                    "indicator": "doanh-nghiep",
                    "test": {"ge": 800},
                    "when": {"by": 2030},
                    "quote": "800 doanh nghiệp",
                    "lead": [KINH_TE],
                },
            ],
            "tasks": [
                {
                    "id": "t-bhyt",
                    "clause": "II.2 gạch 1",
                    "title": "Vận động người dân tham gia bảo hiểm y tế",
                    "quote": "Vận động người dân tham gia bảo hiểm y tế",
                    "lead": [VHXH],
                    "when": {"by": 2030},
                    "targets": ["bhyt"],
                },
                {
                    "id": "t-doanh-nghiep",
                    "clause": "II.2 gạch 2",
                    "title": "Hỗ trợ thành lập doanh nghiệp mới trên địa bàn",
                    "quote": "Hỗ trợ thành lập doanh nghiệp mới trên địa bàn",
                    "lead": [KINH_TE],
                    "when": {"by": 2030},
                    "targets": ["doanh-nghiep"],
                },
            ],
            "projects": [
                {
                    "id": "p-truong",
                    "clause": "PL01.1",
                    "name": "Xây trường mầm non",
                    "owner": "UBND phường",
                    "when": {"by": 2027},
                    "lead": [KINH_TE],
                    "state": "đang thi công",
                },
            ],
        }
    ]
}


def plan(tree: Tree) -> Tree:
    found: Tree = tree["plans"][0]
    return found


def restate(tree: Tree) -> None:
    """Family 1: the same promise with another figure."""
    again = {**plan(tree)["targets"][0], "id": "bhyt-2", "clause": "II.1 gạch 3", "test": {"ge": 98}, "restates": "bhyt"}
    plan(tree)["targets"].append(again)
    plan(tree)["tasks"][0]["targets"].append("bhyt-2")


def beyond(tree: Tree) -> None:
    """Family 2: more than a hundred per cent."""
    plan(tree)["targets"][0]["test"] = {"ge": 120}


def part(tree: Tree) -> None:
    """Family 3: a part larger than its whole."""
    over = {**plan(tree)["targets"][1], "id": "doanh-nghiep-nho", "quote": "trong đó", "test": {"eq": 900}, "part_of": "doanh-nghiep"}
    plan(tree)["targets"].append(over)
    plan(tree)["tasks"][1]["targets"].append("doanh-nghiep-nho")


def late(tree: Tree) -> None:
    """Family 4: a project due after the plan has ended."""
    plan(tree)["projects"][0]["when"] = {"by": 2035}


def ownerless(tree: Tree) -> None:
    """Family 5: nobody leads a task."""
    del plan(tree)["tasks"][1]["lead"]


def conditional(tree: Tree) -> None:
    """Family 6: a condition that nobody has confirmed."""
    plan(tree)["targets"][1]["condition"] = {"text": "nếu thành phố phân cấp"}


def unofficial(tree: Tree) -> None:
    """Family 7: the catalogue knows another official number."""
    known = {"kind": "NQ", "number": "57-NQ/TW", "date": "2024-12-22", "issuer": "Bộ Chính trị", "title": "về đột phá phát triển"}
    tree["references"] = {"nq-57-tw": {**known, "official": {"number": "75-NQ/TW", "source": "công báo"}}}


def gap(tree: Tree) -> None:
    """Family 8: II is followed by IV."""
    plan(tree)["sections"][2]["label"] = "IV"


MUTATIONS: list[tuple[Callable[[Tree], None], str, str]] = [
    (restate, "restated-figure", f"{PLAN}#bhyt-2"),
    (beyond, "figure-beyond-unit", f"{PLAN}#bhyt"),
    (part, "part-exceeds-whole", f"{PLAN}#doanh-nghiep-nho"),
    (late, "outside-period", f"{PLAN}#p-truong"),
    (ownerless, "task-without-lead", f"{PLAN}#t-doanh-nghiep"),
    (conditional, "unconfirmed-condition", f"{PLAN}#doanh-nghiep"),
    (unofficial, "differs-from-official", PLAN),
    (gap, "numbering-gap", PLAN),
]


def test_nothing_is_found_in_the_clean_registry(tmp_path: Path) -> None:
    assert [(p.rule, p.ref, p.message) for p in findings(tmp_path, CLEAN)] == []


@pytest.mark.parametrize(("mutate", "rule", "ref"), MUTATIONS, ids=lambda value: getattr(value, "__name__", None))
def test_a_planted_fault_is_the_only_one_found(mutate: Callable[[Tree], None], rule: str, ref: str, tmp_path: Path) -> None:
    tree = copy.deepcopy(CLEAN)
    mutate(tree)
    assert [(p.rule, p.ref) for p in findings(tmp_path, tree)] == [(rule, ref)]
