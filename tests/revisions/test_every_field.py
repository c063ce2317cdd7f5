"""Nothing passes unnamed: every field of every record, changed or dropped alone, gives at least one finding."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest

from kehoach.files.shapes import record_classes
from tests.revisions.sample import commit, findings, start, write

ZEROS = "0" * 64
_BY = {"by": "UBND phường", "date": "2026-05-05", "basis": "Công văn 12/UBND"}
_TARGET = {
    "id": "bhyt",
    "clause": "II.1",
    "indicator": "x",
    "test": {"ge": 97},
    "when": {"by": 2030},
    "quote": "97%",
    "stat": "sum",
    "force": "aim",
    "of": "hộ dân",
    "definition": "theo chuẩn",
    "unit": "việc",
    "direction": "up",
    "implied": [0],
    "lead": ["phuong-mau/cong-an"],
    "lead_at": "III",
    "part_of": "b",
    "restates": "b",
    "supersedes": "b",
    "from_ref": "r",
    "condition": {"text": "nếu có vốn", "confirmed": {**_BY, "holds": False}},
    "base": {"year": 2025, "value": 5, "unit": "việc"},
    "reading": {
        "question": "thế nào",
        "alternatives": [
            {
                "test": {"ge": 5},
                "when": {"by": 2029},
                "stat": "growth",
                "of": "người",
                "definition": "chuẩn",
                "unit": "người",
                "direction": "down",
                "base": {"year": 2024, "value": 3},
            }
        ],
        "decided": {"choice": 1, **_BY},
    },
    "nature": {"kind": "amendment", "basis": "Kế hoạch 21/KH-UBND ngày 05/5/2026"},
    "name": "thước đo",
    "note": "ghi chú",
}
RICH: dict[str, Any] = {
    "plans": [
        {
            "format": "kehoach/plan/1",
            "id": "phuong-mau/ke-hoach",
            "kind": "KH",
            "title": "Kế hoạch",
            "issuer": "phuong-mau/ubnd",
            "number": "12",
            "symbol": "KH-UBND",
            "issued": "2026-03-02",
            "place_line": "Phường Mẫu",
            "period": {"from": 2026, "to": 2030, "horizon": 2045},
            "signed": {"by": "Nguyễn Văn A", "position": "Chủ tịch", "for": "TM. UBND"},
            "addressees": ["Công an phường"],
            "recipients": ["Như trên"],
            "attachments": {"announced": ["Phụ lục 1"], "present": ["Phụ lục 1"]},
            "citations": [
                {"ref": "r", "clause": "I", "role": "basis", "number": "5", "date": "2025-01-01", "issuer": "UBND", "title": "một việc"}
            ],
            "source": {"file": "mau.txt", "sha256": ZEROS},
            "corrections": [{"clause": "I", "printed": "Phân đấu", "read_as": "Phấn đấu", "kind": "scan", "note": "mờ"}],
            "sections": [{"title": "MỤC TIÊU", "label": "I", "sections": [{"title": "Chung", "label": "1"}]}],
            "uncovered": [{"clause": "I", "printed": "rộng 50m", "reason": "bề rộng đường"}],
            "targets": [_TARGET, {"id": "b", "clause": "I", "indicator": "bhyt", "test": {"ge": 1}, "when": {"by": 2030}, "quote": "1%"}],
            "tasks": [
                {
                    "id": "t-a",
                    "clause": "II.2",
                    "title": "Việc",
                    "quote": "Việc ấy",
                    "lead": ["phuong-mau/cong-an"],
                    "support": ["phuong-mau/ubnd"],
                    "when": {"by": 2028},
                    "product": "Đề án",
                    "resources": "ngân sách",
                    "authority": "UBND",
                    "targets": ["bhyt"],
                    "note": "ghi chú",
                }
            ],
            "projects": [
                {
                    "id": "p-a",
                    "clause": "PL01",
                    "name": "Trường",
                    "owner": "UBND",
                    "funding": "ngân sách",
                    "when": {"by": 2027},
                    "area": {"value": 4, "unit": "ha"},
                    "lead": ["phuong-mau/cong-an"],
                    "state": "đang làm",
                    "note": "ghi chú",
                    "same_as": "p-b",
                }
            ],
            "accepted": [{"rule": "a", "subject": "b", "fingerprint": "0123456789ab", "reason": "đã hỏi", "by": "A", "date": "2026-01-01"}],
            "retired": [{"id": "cu", "reason": "trùng", "date": "2026-01-01"}],
        }
    ],
    "units": {
        "wards": {"w": {"name": "Ba", "type": "phường", "code": "99003", "province": "tinh-mau", "place_line": "Phường Ba"}},
        "units": {"w/u": {"name": "Phòng A", "aliases": ["Phòng B"], "from": "2025-01-01", "to": "2027-01-01", "note": "ghi chú"}},
    },
    "indicators": {
        "x": {
            "name": "Một việc",
            "unit": "việc",
            "direction": "up",
            "field": "kinh-te",
            "type": "state",
            "cap": 100,
            "of": "hộ",
            "definition": "chuẩn",
            "aliases": ["việc"],
            "ratio": {"num": "a", "den": "b", "scale": 1000},
        }
    },
    "references": {
        "r": {
            "kind": "KH",
            "number": "5/KH-UBND",
            "date": "2025-01-01",
            "issuer": "UBND",
            "title": "một việc",
            "official": {"number": "5", "date": "2025-01-01", "title": "việc", "source": "công báo"},
            "note": "ghi chú",
        }
    },
    "actuals": {
        "phuong-mau/2027": [
            {
                "indicator": "x",
                "period": "2027",
                "stat": "growth",
                "unit": "việc",
                "of": "hộ",
                "definition": "chuẩn",
                "value": 5,
                "quality": "official",
                "source": {"ref": "r", "document": "Báo cáo", "clause": "I", "date": "2028-01-01"},
                "note": "ghi chú",
                "num": 1,
                "den": 2,
                "was": [{"value": 4, "quality": "estimate", "reason": "thiếu", "until": "2028-02-01", "source": {"document": "Báo cáo 1"}}],
            }
        ]
    },
    "paths": {
        "phuong-mau": [
            {
                "target": "phuong-mau/ke-hoach#bhyt",
                "base": {"year": 2025, "value": 5},
                "steps": [{"year": 2027, "value": 8}],
                "by": "A",
                "date": "2026-01-01",
                "basis": "Công văn 1",
            }
        ]
    },
}
_PLAN = ("plans", 0)
_FIRST = (*_PLAN, "targets", 0)
WHERE: dict[str, tuple[str | int, ...]] = {
    "Plan": _PLAN,
    "Span": (*_PLAN, "period"),
    "Signature": (*_PLAN, "signed"),
    "Attachments": (*_PLAN, "attachments"),
    "Citation": (*_PLAN, "citations", 0),
    "Source": (*_PLAN, "source"),
    "Correction": (*_PLAN, "corrections", 0),
    "Section": (*_PLAN, "sections", 0),
    "Uncovered": (*_PLAN, "uncovered", 0),
    "Accepted": (*_PLAN, "accepted", 0),
    "Retired": (*_PLAN, "retired", 0),
    "Target": _FIRST,
    "Condition": (*_FIRST, "condition"),
    "Confirmation": (*_FIRST, "condition", "confirmed"),
    "Base": (*_FIRST, "base"),
    "Reading": (*_FIRST, "reading"),
    "Alternative": (*_FIRST, "reading", "alternatives", 0),
    "Decision": (*_FIRST, "reading", "decided"),
    "Nature": (*_FIRST, "nature"),
    "Task": (*_PLAN, "tasks", 0),
    "Project": (*_PLAN, "projects", 0),
    "Area": (*_PLAN, "projects", 0, "area"),
    "Ward": ("units", "wards", "w"),
    "Unit": ("units", "units", "w/u"),
    "Indicator": ("indicators", "x"),
    "Ratio": ("indicators", "x", "ratio"),
    "Reference": ("references", "r"),
    "Official": ("references", "r", "official"),
    "Actual": ("actuals", "phuong-mau/2027", 0),
    "ActualSource": ("actuals", "phuong-mau/2027", 0, "source"),
    "Earlier": ("actuals", "phuong-mau/2027", 0, "was", 0),
    "DeclaredPath": ("paths", "phuong-mau", 0),
    "Step": ("paths", "phuong-mau", 0, "steps", 0),
}
WHOLE = {
    "Test": "one of several keys",
    "When": "one of several keys",
    "UnitsFile": "wards and units, entry by entry",
    "PathsFile": "entry by entry",
}
"""Records that are tried below by other means."""
VALUES: dict[str, Any] = {
    "Plan.kind": "CV",
    "Plan.issuer": "phuong-mau/cong-an",
    "Source.sha256": "1" * 64,
    "Citation.ref": "nq-57-tw",
    "Citation.role": "mentions",
    "Correction.kind": "issuer",
    "Target.indicator": "bhyt",
    "Target.test": {"ge": 95},
    "Target.when": {"by": 2031},
    "Target.stat": "value",
    "Target.force": "firm",
    "Target.direction": "down",
    "Target.part_of": "c",
    "Target.restates": "c",
    "Target.supersedes": "c",
    "Target.from_ref": "nq-57-tw",
    "Alternative.test": {"ge": 6},
    "Alternative.when": {"by": 2028},
    "Alternative.stat": "value",
    "Alternative.direction": "up",
    "Decision.choice": 0,
    "Nature.kind": "correction",
    "Target.nature": {"kind": "transcription"},
    "Task.when": {"by": 2029},
    "Task.targets": ["b"],
    "Project.when": {"by": 2029},
    "Project.same_as": "p-c",
    "Ward.type": "xã",
    "Ward.province": "phuong-hai",
    "Indicator.direction": "down",
    "Indicator.field": "xa-hoi",
    "Indicator.type": "value",
    "Reference.kind": "NQ",
    "Actual.indicator": "bhyt",
    "Actual.stat": "value",
    "Actual.quality": "estimate",
    "Earlier.quality": "official",
    "DeclaredPath.target": "phuong-mau/ke-hoach#b",
}
EXEMPT = {
    "Plan.format": "only one version can be read",
    "Plan.targets": "record by record",
    "Plan.tasks": "as targets",
    "Plan.projects": "as targets",
}


def _edits() -> Iterator[tuple[str, tuple[str | int, ...], Any]]:
    for name, where in WHERE.items():
        record = _at(RICH, where)
        for key, value in record.items():
            field = f"{name}.{key}"
            if field not in EXEMPT:
                yield field, (*where, key), VALUES.get(field, _other(value, key))
        for each in fields(_class(name)):
            key = each.name.rstrip("_")
            optional = each.default is not MISSING or each.default_factory is not MISSING
            if optional and f"{name}.{key}" not in EXEMPT:
                blank = None if name == "Plan" and isinstance(record[key], str) else MISSING  # the sample would fill it in
                yield f"{name}.{key} dropped", (*where, key), blank


def _class(name: str) -> Any:
    return next(c for c in record_classes() if c.__name__ == name)


def _at(tree: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _other(value: Any, key: str) -> Any:
    """Return another value of the same form."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str):
        if key in ("date", "issued", "from", "to", "until"):
            return value[:-1] + "9"
        return "2028" if key == "period" else f"{value}-khac" if key in ("id", "rule") else f"{value} khác"
    if isinstance(value, list):
        return []
    return {**value, next(iter(value)): _other(next(iter(value.values())), next(iter(value)))}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rich")
    start(folder)
    write(folder, RICH)
    commit(folder)
    return folder


def test_every_record_is_tried() -> None:
    assert set(WHERE) | set(WHOLE) == {c.__name__ for c in record_classes()}
    for name, where in WHERE.items():
        missing = {each.name.rstrip("_") for each in fields(_class(name))} - set(_at(RICH, where))
        assert not missing, f"{name} in RICH lacks {missing}"


def test_nothing_is_found_where_nothing_changed(root: Path) -> None:
    write(root, RICH)
    assert findings(root, "HEAD") == []


@pytest.mark.parametrize(("field", "path", "value"), list(_edits()), ids=lambda value: value if isinstance(value, str) else "")
def test_a_field_alone_is_named(field: str, path: tuple[str | int, ...], value: Any, root: Path) -> None:
    tree = copy.deepcopy(RICH)
    record = _at(tree, path[:-1])
    if value is MISSING:
        del record[path[-1]]
    else:
        assert record[path[-1]] != value, field
        record[path[-1]] = value
    write(root, tree)
    found = findings(root, "HEAD")
    assert found, field
    assert not any(row["rule"] == "format-only" for row in found), field


@pytest.mark.parametrize(
    "test", [{"gt": 97}, {"le": 97}, {"lt": 97}, {"eq": 97}, {"ge": 97, "le": 99}, {"ge": 97, "lt": 99}, {"is": "achieved"}]
)
def test_another_test_is_named(test: dict[str, Any], root: Path) -> None:
    tree = copy.deepcopy(RICH)
    _at(tree, _FIRST)["test"] = test
    write(root, tree)
    assert any(row["field"] == "test" and row["rule"].startswith("target-") for row in findings(root, "HEAD"))


@pytest.mark.parametrize(
    "when",
    [
        {"by": "2030-06"},
        {"each_year": "period"},
        {"each_year": [2026, 2029]},
        {"over": [2026, 2031]},
        {"since": 2027},
        "ongoing",
        "undated",
    ],
)
@pytest.mark.parametrize("where", [_FIRST, (*_PLAN, "tasks", 0), (*_PLAN, "projects", 0)])
def test_another_time_is_named(when: Any, where: tuple[str | int, ...], root: Path) -> None:
    tree = copy.deepcopy(RICH)
    _at(tree, where)["when"] = when
    write(root, tree)
    assert any(row["field"] == "when" and row["rule"].startswith("due-") for row in findings(root, "HEAD"))


@pytest.mark.parametrize("file", ["units.yaml", "indicators.yaml", "references.yaml"])
def test_a_catalogue_that_retires_an_id_is_named(file: str, root: Path) -> None:
    tombstone = 'retired: [{id: cu, reason: trùng, date: "2026-01-01"}]\n'
    write(root, {**RICH, "text": {file: {f"format: kehoach/{file[:-5]}/1\n": f"format: kehoach/{file[:-5]}/1\n{tombstone}"}}})
    assert [row["rule"] for row in findings(root, "HEAD")] == ["text-only"]
