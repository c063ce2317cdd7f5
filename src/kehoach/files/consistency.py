"""What a file's record must agree on with itself and with the place where the file stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kehoach.files import folder
from kehoach.model.plan import Plan
from kehoach.model.problem import Problem
from kehoach.model.results import Actual


def settled(record: Any, file: str, kind: str) -> tuple[Any, list[Problem]]:
    """Return the record as it counts where it stands (a plan's id is its path) and the problems of its place, not yet placed."""
    if record is None:
        return None, []
    if kind == "plan":
        return _plan(record, file)
    return record, list(_actuals(record, file)) if kind == "actuals" else []


def strays(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file of the registry that stands where none is read."""
    for file in folder.stray_files(root):
        yield Problem(
            rule="stray-file",
            file=file,
            line=1,
            column=1,
            message="tệp không nằm đúng chỗ nên không được đọc",
            remedy="Đặt ở plans/<phường>/<mã>.yaml hoặc actuals/<phường>/<năm>.yaml, đuôi .yaml chữ thường.",
        )


def _plan(plan: Plan, file: str) -> tuple[Plan, list[Problem]]:
    expected = file.removeprefix(folder.PLANS + "/").rpartition(".")[0]
    if plan.id == expected:
        return plan, list(_doubled(plan, file))
    problem = Problem(
        rule="id-against-path",
        file=file,
        path=("id",),
        message=f"id `{plan.id}` không khớp với tên tệp",
        remedy=f"Ghi `id: {expected}` hoặc chuyển tệp sang {folder.PLANS}/{plan.id}.yaml.",
    )
    plan = replace(plan, id=expected)
    return plan, [problem, *_doubled(plan, file)]


_NOUNS = {"targets": "chỉ tiêu", "tasks": "nhiệm vụ", "projects": "dự án"}


def _doubled(plan: Plan, file: str) -> Iterator[Problem]:
    seen: dict[str, str] = {entry.id: "là mã đã rút" for entry in plan.retired}
    for kind in ("targets", "tasks", "projects"):
        for index, record in enumerate(getattr(plan, kind)):
            if record.id in seen:
                yield Problem(
                    rule="duplicate-id",
                    file=file,
                    path=(kind, index, "id"),
                    message=f"mã `{record.id}` {seen[record.id]}",
                    remedy="Mỗi bản ghi một mã riêng, mã cũ không dùng lại; thêm điều khoản vào mã nếu cần (ví dụ bhyt-pl09-2).",
                    ref=plan.ref(record.id),
                )
            seen.setdefault(record.id, f"đã dùng ở {_NOUNS[kind]} thứ {index + 1}")


def _actuals(actuals: tuple[Actual, ...], file: str) -> Iterator[Problem]:
    year = file.rpartition("/")[2].removesuffix(".yaml")
    seen: set[tuple[str | None, ...]] = set()
    for index, actual in enumerate(actuals):
        key = (actual.indicator, actual.period, actual.stat, actual.unit, actual.of, actual.definition)
        if key in seen:
            yield _actual_problem(file, index, "indicator", "chỉ tiêu này đã có số liệu cho cùng kỳ", "Giữ lại một số liệu.")
        if actual.period[:4] != year:
            words = f"kỳ {actual.period} không thuộc năm {year} của tệp"
            yield _actual_problem(file, index, "period", words, "Chuyển sang tệp của năm đó.")
        seen.add(key)


def _actual_problem(file: str, index: int, key: str, message: str, remedy: str) -> Problem:
    rule = "actual-twice" if key == "indicator" else "period-against-path"
    return Problem(rule=rule, file=file, path=(index, key), message=message, remedy=remedy)
