"""``kehoach verify``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kehoach.cli import options
from kehoach.cli.options import Format
from kehoach.errors import CannotRead

if TYPE_CHECKING:
    from kehoach.cli.session import Session


def command(
    ctx: typer.Context,
    sources: Annotated[Path, typer.Option("--sources", metavar="THƯ_MỤC", help="Thư mục có văn bản gốc (.txt, .docx, .pdf)")],
    coverage: Annotated[bool, typer.Option("--coverage", help="Liệt kê thêm các con số trong văn bản mà chưa bản ghi nào nhận")] = False,
    ward: options.Ward = None,
    plan: options.Plan = None,
    form: options.ObjectOutput = Format.table,
) -> None:
    """Chứng minh bản chép đúng văn bản: câu trích có trong điều khoản, con số có trong câu, đề mục có thật, tệp gốc không đổi.

    Thoát với mã 1 khi có bản ghi không khớp, hoặc (với --coverage) còn con số chưa ai nhận mà không có lý do.

    Ví dụ:
      kehoach verify --sources ../shared/sources
      kehoach verify --sources ../shared/sources --coverage --format json
    """
    from kehoach.cli import output
    from kehoach.cli.session import make_filter, open_registry

    if not sources.is_dir():
        raise CannotRead(sources, "không có thư mục này", "Chỉ ra thư mục chứa văn bản gốc bằng --sources.")
    session = open_registry(ctx, ward or ())
    wanted = make_filter(session, plans=plan or ())
    evidence, figures, unread = _gather(session, wanted.plan, sources)
    failed = [row for row in evidence if not row["ok"]]
    open_figures = [row for row in figures if row["covered_by"] is None and row["reason"] is None]
    if form is Format.json:
        output.write_object([*evidence, *figures] if coverage else evidence)
    else:
        for row in failed:
            print(f"{row['file']}:{row['line']}: lỗi [{row['ref']}] {row['reason']}")
        if coverage:
            _print_figures(figures)
        sys.stdout.flush()
        _summary(evidence, figures if coverage else None)
    for error in unread:
        print(f"kehoach: {error.message}\n  {error.remedy}", file=sys.stderr)
    session.close()
    if failed or unread or (coverage and open_figures):
        raise typer.Exit(1)


def _gather(session: Session, asked: Any, sources: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[CannotRead]]:
    from dataclasses import asdict

    from kehoach.checks.coverage import figures as figures_of
    from kehoach.checks.evidence import open_source, verify
    from kehoach.files.folder import shown
    from kehoach.files.locate import compose, position
    from kehoach.registry import plan_file

    evidence: list[dict[str, Any]] = []
    figures: list[dict[str, Any]] = []
    unread: list[CannotRead] = []
    for plan in session.registry.plans.values():
        if not asked(plan):
            continue
        try:
            proof = open_source(plan, sources)
        except CannotRead as error:
            unread.append(error)
            continue
        file = plan_file(plan.id)
        tree = compose(session.registry.root / file)
        where = shown(session.registry.root, file)
        evidence.extend(
            {"ref": item.ref, "file": where, "line": position(tree, item.path)[0], "ok": item.ok, "reason": item.reason}
            for item in verify(proof, session.registry.references)
        )
        for figure in figures_of(proof):
            row = asdict(figure)
            figures.append({key: row[key] for key in ("plan", "line", "printed", "covered_by", "reason", "clause")})
    return evidence, figures, unread


def _print_figures(figures: list[dict[str, Any]]) -> None:
    for row in figures:
        if row["covered_by"] is None:
            why = row["reason"] or "CHƯA CÓ BẢN GHI NÀO NHẬN"
            print(f"{row['plan']}, dòng {row['line']}, {row['clause']}: “{row['printed']}” — {why}")


def _summary(evidence: list[dict[str, Any]], figures: list[dict[str, Any]] | None) -> None:
    from kehoach.vietnamese import number

    good = sum(row["ok"] for row in evidence)
    print(f"{number(good)}/{number(len(evidence))} chỗ khớp với văn bản gốc.", file=sys.stderr)
    if figures is not None:
        claimed = sum(row["covered_by"] is not None for row in figures)
        explained = sum(row["covered_by"] is None and row["reason"] is not None for row in figures)
        print(
            f"{number(len(figures))} con số trong văn bản: {number(claimed)} có bản ghi, {number(explained)} có lý do, {number(len(figures) - claimed - explained)} chưa ai nhận.",
            file=sys.stderr,
        )
