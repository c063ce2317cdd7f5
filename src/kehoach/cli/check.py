"""``kehoach check``."""

from __future__ import annotations

import sys

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(ctx: typer.Context, ward: options.Ward = None, form: options.Output = Format.table) -> None:
    """Kiểm tra sổ: tệp đọc được, đúng mẫu, mã không trùng, mọi tham chiếu giữa các tệp đều có đích.

    Thoát với mã 1 khi còn lỗi.

    Ví dụ:
      kehoach check
      kehoach check --ward le-chan --format json
    """
    from kehoach import checks
    from kehoach.cli import output
    from kehoach.cli.session import open_registry
    from kehoach.renderers.problems import as_row, line
    from kehoach.vietnamese import number

    session = open_registry(ctx, ward or ())
    problems = sorted([*session.problems, *checks.run(session.registry)], key=lambda p: p.order)
    if form is Format.json:
        output.write_object([as_row(problem) for problem in problems])
    else:
        for problem in problems:
            print(line(problem, session.registry.root))
        sys.stdout.flush()
        files = len(session.registry.plans)
        print(f"{number(len(problems))} lỗi trong sổ." if problems else f"Không có lỗi: {number(files)} kế hoạch.", file=sys.stderr)
    if problems:
        raise typer.Exit(1)
