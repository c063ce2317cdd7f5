"""``kehoach check``."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.cli import options
from kehoach.errors import UnknownRule

if TYPE_CHECKING:
    from kehoach.model.problem import Problem

WEIGHTS = {"notice": 0, "warning": 1, "error": 2}
"""How grave a severity is."""
_AT_ONCE = 1000
"""Findings that are written at a time: a nation has hundreds of thousands."""


class CheckFormat(StrEnum):
    """How findings are written."""

    table = "table"
    json = "json"
    github = "github"
    sarif = "sarif"
    md = "md"


def _format(text: str) -> CheckFormat:
    if text not in list(CheckFormat):
        raise options.BadFormat(text, list(CheckFormat))
    return CheckFormat(text)


def _severity(text: str) -> str:
    if text not in WEIGHTS:
        raise options.UnknownSeverity(text, list(WEIGHTS))
    return text


def command(
    ctx: typer.Context,
    ward: options.Ward = None,
    plan: options.Plan = None,
    rule: Annotated[list[str] | None, typer.Option("--rule", metavar="QUY_TẮC", help="Chỉ quy tắc này")] = None,
    severity: Annotated[
        str | None, typer.Option("--severity", metavar="notice|warning|error", parser=_severity, help="Chỉ từ mức này trở lên")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="notice|warning|error",
            parser=_severity,
            help="Thoát với mã 1 khi có phát hiện từ mức này trở lên (mặc định: khi chính sổ có lỗi)",
        ),
    ] = None,
    form: Annotated[
        CheckFormat, typer.Option("--format", metavar="table|json|github|sarif|md", parser=_format, help="Cách in")
    ] = CheckFormat.table,
) -> None:
    """Kiểm tra sổ và soát văn bản: chỗ mâu thuẫn, bỏ trống, không chấm được, không có người làm.

    Hai loại: lỗi của sổ (bản chép phải sửa) và phát hiện về văn bản (bản chép đúng, văn bản có chỗ phải hỏi lại).
    Phát hiện đã được xem xét (kehoach accept) chỉ được đếm.

    Ví dụ:
      kehoach check
      kehoach check --ward thien-huong --severity warning
      kehoach check --rule restated-figure --format json
    """
    from kehoach import checks

    names = [name.replace("_", "-") for name in rule or ()]
    known = [name.replace("_", "-") for name in checks.RULES]
    for name in names:
        if name not in known:
            raise UnknownRule(name, known)
    found, plans = _found_in(ctx, ward, plan, names) if ward or plan else (_found(ctx, names), frozenset[str]())
    found = sorted((p for p in found if _of(p, plans)) if plans else found, key=lambda p: p.order)
    _write([p for p in found if WEIGHTS[p.severity] >= WEIGHTS[severity]] if severity else found, form, ctx)
    if any(_fails(problem, fail_on) for problem in found):
        raise typer.Exit(1)


def _found(ctx: typer.Context, names: list[str]) -> list[Problem]:
    """Return the problems and findings of the whole registry; of the rules called *names* only, where there are names."""
    from kehoach.cli import check_kept
    from kehoach.cli.session import open_memory

    heard = check_kept.Heard(names)
    memory = open_memory(ctx, None, also=check_kept.also(), listen=heard.listen)
    found = check_kept.findings(memory, heard)
    return [each for each in found if each.rule in names] if names else [*memory.problems(), *found]


def _found_in(
    ctx: typer.Context, wards: list[str] | None, plans: list[str] | None, names: list[str]
) -> tuple[list[Problem], frozenset[str]]:
    """Return the problems and findings of some wards, and the plans that were asked for."""
    from kehoach import checks
    from kehoach.cli.session import make_filter, open_registry

    session = open_registry(ctx, wards or ())
    wanted = make_filter(session, plans=plans or ()).plans
    return [*(session.problems if not names else ()), *checks.run(session.registry, names)], wanted


def _of(problem: Problem, plans: frozenset[str]) -> bool:
    return (problem.ref or "").partition("#")[0] in plans or any(problem.file == f"plans/{plan}.yaml" for plan in plans)


def _fails(problem: Problem, fail_on: str | None) -> bool:
    if fail_on is None:
        return problem.about == "registry" and problem.severity == "error"
    return problem.accepted is None and WEIGHTS[problem.severity] >= WEIGHTS[fail_on]


def _write(found: list[Problem], form: CheckFormat, ctx: typer.Context) -> None:
    from kehoach.cli import output
    from kehoach.renderers import problems

    root = ctx.obj.root()
    if form is CheckFormat.json:
        from kehoach.renderers import as_json

        some = (found[start : start + _AT_ONCE] for start in range(0, len(found), _AT_ONCE))
        output.write_parts(as_json.joined(problems.as_json(part, root) for part in some))
        return
    if form is CheckFormat.sarif:
        from kehoach import checks
        from kehoach.renderers import as_sarif

        output.write_object(as_sarif.log(found, root, {rule.name: rule.manual for rule in checks.rules()}))
        return
    open_ones = [problem for problem in found if problem.accepted is None]
    write = {CheckFormat.github: problems.github, CheckFormat.md: problems.markdown}.get(form, problems.text)
    sys.stdout.write(write(open_ones, root))
    sys.stdout.flush()
    if form is not CheckFormat.github:
        print(problems.closing(found), file=sys.stderr)
