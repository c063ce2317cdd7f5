"""Help in Vietnamese: typer's own headings are English and live in a private module, so the page is written here."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable
from inspect import cleandoc
from typing import Any

from typer import Exit, _click

from kehoach.cli.commands import COMMANDS

COMPLETION = {
    "install_completion": "Cài đặt gợi ý lệnh (phím Tab) cho shell đang dùng",
    "show_completion": "In đoạn mã gợi ý lệnh để tự cài",
}


def worded(option: Any) -> Any:
    """Return the ``--help`` option with Vietnamese help, printed as everything else is (accents dropped where they must be)."""
    if option is not None:
        option.help = "In trang này rồi thoát"
        option.callback = _show
    return option


def _show(ctx: _click.Context, _param: Any, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        print(ctx.get_help().rstrip())
        raise Exit


def command_help(command: _click.Command, ctx: _click.Context) -> str:
    """Return a command's page: usage, what it does, arguments, options; the docstring's last part is its example."""
    text, _, example = cleandoc(command.help or "").partition("Ví dụ:")
    parts = [f"Cách dùng: {ctx.command_path} {_pieces(command, ctx)}".rstrip(), _wrapped(text.strip())]
    parts += _params(command, ctx)
    if example:
        parts.append("Ví dụ:\n" + "\n".join(f"  {line.strip()}" for line in example.strip().splitlines()))
    return "\n\n".join(part for part in parts if part) + "\n"


def group_help(group: _click.Command, ctx: _click.Context) -> str:
    """Return the page of the whole program."""
    parts = [
        "Cách dùng: kehoach [TÙY CHỌN] LỆNH …",
        _wrapped(group.help or ""),
        *_params(group, ctx),
        "Lệnh:\n" + _listed(COMMANDS.items()),
        "Ví dụ:\n  kehoach list-targets --ward le-chan\n  kehoach report --year 2027\n  kehoach due --before 2027-12-31",
        "Mỗi lệnh có trang riêng: kehoach LỆNH --help",
    ]
    return "\n\n".join(parts) + "\n"


def _pieces(command: _click.Command, ctx: _click.Context) -> str:
    arguments = [param.make_metavar(ctx=ctx) for param in command.params if param.param_type_name == "argument"]
    return " ".join(["[TÙY CHỌN]", *arguments])


def _params(command: _click.Command, ctx: _click.Context) -> list[str]:
    params = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    arguments = [(p.make_metavar(ctx=ctx), getattr(p, "help", "") or "") for p in params if p.param_type_name == "argument"]
    options = [(_option(p, ctx), _option_help(p)) for p in params if p.param_type_name == "option"]
    return [f"{head}:\n" + _listed(rows) for head, rows in (("Tham số", arguments), ("Tùy chọn", options)) if rows]


def _option(param: Any, ctx: _click.Context) -> str:
    names = ", ".join([*param.opts, *param.secondary_opts])
    return names if param.is_flag else f"{names} {param.make_metavar(ctx=ctx)}"


def _option_help(param: Any) -> str:
    notes = [note for note, holds in (("bắt buộc", param.required), ("lặp lại được", param.multiple)) if holds]
    if param.default not in (None, False, (), []) and not callable(param.default) and not param.is_flag:
        notes.append(f"mặc định: {param.default}")
    return (param.help or "") + (f" [{'; '.join(notes)}]" if notes else "")


def _width() -> int:
    return max(60, min(shutil.get_terminal_size().columns, 110))


def _wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(" ".join(part.split()), _width()) for part in text.split("\n\n"))


def _listed(rows: Iterable[tuple[str, str]]) -> str:
    found = list(rows)
    indent = min(max(len(name) for name, _ in found), 30) + 4
    lines = []
    for name, text in found:
        first = f"  {name}".ljust(indent)
        if len(f"  {name}") > indent - 2:
            lines.append(first.rstrip())
            first = " " * indent
        lines.append(textwrap.fill(text, _width(), initial_indent=first, subsequent_indent=" " * indent) if text else first.rstrip())
    return "\n".join(lines)
