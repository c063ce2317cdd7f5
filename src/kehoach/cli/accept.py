"""``kehoach accept``."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach.errors import KehoachError


class Unexplained(KehoachError):
    """An acceptance without a reason or a name."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Thiếu {what}.", "Ghi rõ để người sau hiểu: --reason 'vì sao để nguyên' --by 'ai xem xét'.")


def command(
    ctx: typer.Context,
    mark: Annotated[str, typer.Argument(metavar="DẤU", help="Dấu vân tay của phát hiện (cột fingerprint của `check --format json`)")],
    reason: Annotated[str, typer.Option("--reason", metavar="LÝ_DO", help="Vì sao chấp nhận")],
    by: Annotated[str, typer.Option("--by", metavar="TÊN", help="Ai đã xem xét")],
    date: Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày xem xét (mặc định: hôm nay)")] = None,
) -> None:
    """Ghi nhận rằng một phát hiện của check đã được xem xét; khi giá trị đổi, phát hiện hiện lại.

    Ghi vào mục accepted của chính kế hoạch, chỉ chạm một chỗ trong tệp.

    Ví dụ:
      kehoach accept 3fa9c0d1e2b4 --reason "đã hỏi, hai mức dùng cho hai năm" --by "Nguyễn Văn A"
    """
    from kehoach import checks
    from kehoach.cli.clock import today
    from kehoach.cli.session import open_registry
    from kehoach.files.folder import shown
    from kehoach.queries.names import date_text
    from kehoach.recording.acceptance import accept, finding

    if not reason.strip():
        raise Unexplained("lý do")
    if not by.strip():
        raise Unexplained("tên người xem xét")
    day = date_text(date) if date is not None else today().isoformat()
    session = open_registry(ctx)
    problem = finding(mark, checks.run(session.registry))
    file = accept(session.registry, problem, reason=reason, by=by, date=day)
    print(f"Đã ghi vào {shown(session.registry.root, file)}: [{problem.rule}] {problem.message}.")
    session.close()
