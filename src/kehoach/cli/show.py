"""``kehoach show``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach.cli import options
from kehoach.cli.options import Format


def command(
    ctx: typer.Context,
    ref: Annotated[
        str, typer.Argument(metavar="THAM_CHIẾU", help="Mã của kế hoạch, chỉ tiêu, nhiệm vụ, dự án, đơn vị, văn bản hay phường")
    ],
    form: options.ObjectOutput = Format.table,
) -> None:
    """Xem một bản ghi: nội dung, chỗ đứng trong tệp, câu trích, và mọi chỗ trỏ tới nó.

    Ví dụ:
      kehoach show hung-dao/ke-hoach-2026-2030#bhyt
      kehoach show le-chan/phong-vhxh
      kehoach show nq-57-tw --format json
    """
    from kehoach.cli import output
    from kehoach.cli.session import open_registry
    from kehoach.files.folder import shown
    from kehoach.files.locate import compose, key_position
    from kehoach.queries.show import show
    from kehoach.renderers.card import card

    session = open_registry(ctx)
    with session.asking():
        found = show(ref, session.registry)
    place = shown(session.registry.root, found.file) if found.file else None
    line = key_position(compose(session.registry.root / found.file), found.path)[0] if found.file else None
    if form is Format.json:
        output.write_object(
            {
                "ref": found.ref,
                "kind": found.kind,
                "file": place,
                "line": line,
                "record": found.record,
                "pointed_at_by": found.pointed_at_by,
            }
        )
    else:
        sys.stdout.write(card(found.kind, found.ref, found.record, found.pointed_at_by, f"{place}:{line}" if place else None))
    session.close()
