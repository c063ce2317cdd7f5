"""From what a user types to the record whose past is asked for, by the files' names and fragments; nothing is validated."""

from __future__ import annotations

from pathlib import Path

from kehoach.errors import AmbiguousName, UnknownPlan, UnknownRecord
from kehoach.files import folder, store
from kehoach.files.fragments import fragments
from kehoach.model.scalars import FILE_REF
from kehoach.registry import plan_file


def locate(root: Path, text: str) -> tuple[str, str] | str:
    """Return plan and id of the record that *text* names, or a unit's reference.

    A full reference (``ward/plan#id``) is taken as it is, since a record that is gone still has a past.

    Raises:
        UnknownRecord: nothing is called so.
        AmbiguousName: several records are.
    """
    plan, joint, ident = text.partition("#")
    if joint and FILE_REF.match(plan):
        return plan, ident
    units, _ = store.read_file(root, folder.UNITS, "units")
    known: set[str] = set(units.units) if units else set()
    if text in known:
        return text
    records = {
        (file.removeprefix(f"{folder.PLANS}/").removesuffix(".yaml"), found)
        for file in folder.plan_files(root)
        for found in fragments((root / file).read_bytes())
    }
    fitting = sorted(pair for pair in records if (pair[1] == ident and (not joint or pair[0].endswith(f"/{plan}"))) or pair[1] == text)
    tails = sorted(ref for ref in known if ref.partition("/")[2] == text)
    if len(fitting) + len(tails) > 1:
        raise AmbiguousName(text, [*(f"{p}#{i}" for p, i in fitting), *tails])
    if fitting:
        return fitting[0][0], fitting[0][1]
    if tails:
        return tails[0]
    raise UnknownRecord(text, [*(f"{p}#{i}" for p, i in records), *(i for _, i in records), *known])


def plan_on_disk(root: Path, text: str) -> str:
    """Return the plan that *text* names, whole or without its ward; a whole one need not be there any more.

    Raises:
        UnknownPlan: there is none.
        AmbiguousName: several wards have one.
    """
    plans = [file.removeprefix(f"{folder.PLANS}/").removesuffix(".yaml") for file in folder.plan_files(root)]
    fitting = [plan for plan in plans if text in (plan, plan.partition("/")[2])]
    if len(fitting) > 1:
        raise AmbiguousName(text, fitting)
    if fitting:
        return fitting[0]
    if FILE_REF.match(text) and (root / plan_file(text)).parent.is_dir():
        return text
    raise UnknownPlan(text, [*plans, *(plan.partition("/")[2] for plan in plans)])
