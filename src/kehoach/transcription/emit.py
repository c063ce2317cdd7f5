"""A draft as a plan's file: ids given, links tied, doubts as ``# xem lại:`` comments, in canonical layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kehoach.files import adapters, layout
from kehoach.files.comments import Comments
from kehoach.files.migrate import name
from kehoach.files.scalars import scalar
from kehoach.model.plan import Plan, Section
from kehoach.model.problem import Path
from kehoach.transcription.commitment import Commitment
from kehoach.transcription.draft import Draft
from kehoach.transcription.rows import DraftProject
from kehoach.transcription.tasks import DraftTask
from kehoach.vietnamese import fold, slugify

MARK = "# xem lại: "
MODELINE = "# yaml-language-server: $schema=../../../schemas/plan.schema.json"
Tree = dict[str, Any]


def to_plan(draft: Draft) -> Plan:
    """Return the draft as the model's plan; raises where the grammar made what no plan may hold."""
    tree, _ = to_tree(draft)
    plan, problems = adapters.read(adapters.PLAN, tree, "draft")
    if plan is None:
        raise ValueError("; ".join(problem.message for problem in problems))
    return plan  # type: ignore[no-any-return]


def to_text(draft: Draft) -> str:
    """Return the text of the plan's file."""
    tree, comments = to_tree(draft)
    return layout.render(tree, "plan", comments)


def to_tree(draft: Draft) -> tuple[Tree, Comments]:
    """Return the tree of the plan's file and the comments that mark its doubts."""
    comments = Comments(head=[MODELINE])
    head = draft.head
    ids = _Ids()
    targets = [_target(clause, item, ids) for clause, item in draft.targets]
    _tie(draft.targets, targets)
    tasks = [_task(task, ids) for task in draft.tasks]
    _deliver(tasks, targets)
    projects = [_project(project, ids) for project in draft.projects]
    _same_projects(projects)
    tree: Tree = {
        "format": name("plan"),
        "id": f"{draft.ward}/{draft.slug or plan_slug(draft)}",
        "kind": head.kind,
        "title": head.title,
        "issuer": draft.issuer,
        "number": head.number,
        "symbol": head.symbol,
        "issued": head.issued,
        "place_line": head.place_line,
        "period": _period(draft),
        "signed": _dropped({"by": head.signed.by, "position": head.signed.position, "for": head.signed.for_}) if head.signed else None,
        "addressees": head.addressees,
        "recipients": head.recipients,
        "attachments": {"announced": head.attachments.announced, "present": head.attachments.present},
        "citations": tuple(_citation(cited.citation) for cited in draft.citations),
        "source": {"file": draft.source.name, "sha256": draft.source.sha256},
        "corrections": tuple(
            {"clause": clause, "printed": printed, "read_as": read_as, "kind": "scan"} for clause, printed, read_as in draft.corrections
        ),
        "sections": tuple(map(_section, draft.sections)),
        "uncovered": tuple(
            {"clause": clause, "printed": printed, "reason": reason} for clause, printed, reason in dict.fromkeys(draft.left)
        ),
        "targets": tuple(targets),
        "tasks": tuple(tasks),
        "projects": tuple(projects),
    }
    for path, doubt in _doubts(draft):
        comments.above.setdefault(path, []).append(MARK + " ".join(doubt.split()))
    return tree, comments


def _doubts(draft: Draft) -> Iterator[tuple[Path, str]]:
    for doubt in draft.doubts:
        yield (
            ("sections",)
            if "đề mục" in doubt
            else ("period",)
            if "thời kỳ" in doubt
            else ("issuer",)
            if "ban hành" in doubt
            else ("title",),
            doubt,
        )
    for index, cited in enumerate(draft.citations):
        if not cited.known:
            mention = cited.mention
            entry = ", ".join(
                f"{key}: {scalar(value, flow=True)}"
                for key, value in (
                    ("kind", mention.kind),
                    ("number", mention.number),
                    ("date", mention.date),
                    ("issuer", mention.issuer),
                    ("title", mention.title),
                )
                if value
            )
            yield ("citations", index), f"chưa có trong references.yaml; mục đề xuất {cited.citation.ref}: {{{entry}}}"
    for index in range(len(draft.corrections)):
        yield ("corrections", index), "chữ có vẻ do máy đọc sai"
    for index in range(len(dict.fromkeys(draft.left))):
        yield ("uncovered", index), "con số chưa có bản ghi; ghi rõ lý do hoặc lập bản ghi"
    records: dict[str, list[list[str]]] = {
        "targets": [item.doubts for _, item in draft.targets],
        "tasks": [task.doubts for task in draft.tasks],
        "projects": [project.doubts for project in draft.projects],
    }
    for kind, doubts in records.items():
        for index, some in enumerate(doubts):
            yield from (((kind, index), doubt) for doubt in dict.fromkeys(some))


def plan_slug(draft: Draft) -> str:
    """Return an id for the plan: its kind with number or years."""
    kind = {"KH": "ke-hoach", "CTr": "chuong-trinh", "CV": "cong-van", "NQ": "nghi-quyet", "QĐ": "quyet-dinh"}.get(
        draft.head.kind, slugify(draft.head.kind)
    )
    period = draft.head.period
    if draft.head.number:
        return f"{kind}-{draft.head.number}"
    if period is not None:
        return f"{kind}-{period.from_}" + (f"-{period.to}" if period.to != period.from_ else "")
    return f"{kind}-{draft.head.issued[:4]}" if draft.head.issued else kind


def clause_slug(clause: str) -> str:
    """``II.1 mục *1 gạch 2`` → ``ii-1-m1-g2``."""
    text = clause.replace(" mục *", "-m").replace(" gạch ", "-g").replace(" cộng ", "-c").replace(" đoạn ", "-d")
    return slugify(text)


class _Ids:
    def __init__(self) -> None:
        self._taken: set[str] = set()

    def give(self, wanted: str, clause: str) -> str:
        for candidate in (wanted, f"{wanted}-{clause_slug(clause)}", *(f"{wanted}-{clause_slug(clause)}-{n}" for n in range(2, 1000))):
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        raise ValueError(wanted)


def _target(clause: str, item: Commitment, ids: _Ids) -> Tree:
    return _dropped(
        {
            "id": ids.give(item.indicator, clause),
            "clause": clause,
            "indicator": item.indicator,
            "name": item.quote if item.name == "" else item.name,
            "test": {key: plain(value) for key, value in item.test.items()},
            "when": _time(item.when),
            "quote": item.quote,
            "stat": item.stat if item.stat != "value" else None,
            "force": item.force if item.force != "firm" else None,
            "of": item.of,
            "definition": item.definition,
            "unit": item.unit,
            "implied": tuple(plain(v) for v in item.implied) or None,
            "lead": item.lead or None,
            "lead_at": item.lead_at,
            "from_ref": item.from_ref,
            "condition": {"text": item.condition} if item.condition else None,
            "base": _dropped({key: plain(value) for key, value in item.base.items()}) if item.base else None,
            "reading": _reading(item.reading) if item.reading else None,
        }
    )


def _reading(reading: Tree) -> Tree:
    def alternative(entry: Tree) -> Tree:
        made = dict(entry)
        if "test" in made:
            made["test"] = {key: plain(value) for key, value in made["test"].items()}
        if "when" in made:
            made["when"] = _time(made["when"])
        return made

    return {"question": reading["question"], "alternatives": tuple(alternative(entry) for entry in reading["alternatives"])}


def plain(value: Any) -> Any:
    """Return a figure as files hold it: a whole number as an integer."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value


def _time(when: Any) -> Any:
    if isinstance(when, str):
        return when
    return {key: _dates(value) for key, value in when.items()}


def _dates(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return tuple(_dates(part) for part in value)
    return int(value) if isinstance(value, str) and re.fullmatch(r"\d{4}", value) else value


def _tie(items: list[tuple[str, Commitment]], targets: list[Tree]) -> None:
    """Link parts to their wholes, and what is said again to where it was said first."""
    ids = {id(item): tree["id"] for (_, item), tree in zip(items, targets, strict=True)}
    first: dict[tuple[str, ...], tuple[str, Commitment]] = {}
    for (_, item), tree in zip(items, targets, strict=True):
        if item.part_of is not None and id(item.part_of) in ids and ids[id(item.part_of)] != tree["id"]:
            tree["part_of"] = ids[id(item.part_of)]
        key = (item.indicator, item.stat, item.unit or "", str(sorted(item.test.items())))
        if key in first and item.name is None and "part_of" not in tree:
            tree["restates"] = first[key][0]
        first.setdefault(key, (tree["id"], item))


def _task(task: DraftTask, ids: _Ids) -> Tree:
    return _dropped(
        {
            "id": ids.give("t-" + clause_slug(task.clause), task.clause),
            "clause": task.clause,
            "title": task.title,
            "quote": task.quote,
            "lead": task.lead or None,
            "support": task.support or None,
            "when": _time(task.when),
            "product": task.product,
            "resources": task.resources,
            "authority": task.authority,
        }
    )


def _deliver(tasks: list[Tree], targets: list[Tree]) -> None:
    """Tie to a task the targets of its own clause, or of the section that the task is."""
    for target in targets:
        place = target["clause"]
        owner = next((t for t in tasks if t["clause"] == place), None) or next(
            (t for t in tasks if place.startswith((f"{t['clause']}.", f"{t['clause']} "))), None
        )
        if owner is not None:
            owner["targets"] = (*owner.get("targets", ()), target["id"])


def _project(project: DraftProject, ids: _Ids) -> Tree:
    return _dropped(
        {
            "id": ids.give("p-" + clause_slug(project.clause), project.clause),
            "clause": project.clause,
            "name": project.name,
            "owner": project.owner,
            "funding": project.funding,
            "when": None if project.when == "undated" else _time(project.when),
            "area": {"value": plain(project.area[0]), "unit": project.area[1]} if project.area else None,
            "lead": project.lead or None,
            "state": project.state,
            "note": project.note,
        }
    )


def _same_projects(projects: list[Tree]) -> None:
    first: dict[str, str] = {}
    for project in projects:
        key = fold(project["name"])
        if key in first:
            project["same_as"] = first[key]
        first.setdefault(key, project["id"])


def _period(draft: Draft) -> Tree | None:
    period = draft.head.period
    return _dropped({"from": period.from_, "to": period.to, "horizon": period.horizon}) if period else None


def _citation(citation: Any) -> Tree:
    return _dropped({key: getattr(citation, key) for key in ("ref", "clause", "role", "number", "date", "issuer", "title")})


def _section(section: Section) -> Tree:
    return _dropped({"title": section.title, "label": section.label, "sections": tuple(map(_section, section.sections)) or None})


def _dropped(tree: Tree) -> Tree:
    return {key: value for key, value in tree.items() if value is not None}
