"""The group of commands: loads one when it is called, prints help in Vietnamese, words every failure."""

from __future__ import annotations

import os
import re
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer import _click
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_command_from_info
from typer.models import CommandInfo

from kehoach import __version__
from kehoach.cli import helping, wording
from kehoach.cli.commands import COMMANDS, module_of
from kehoach.cli.settings import Settings
from kehoach.errors import KehoachError

_NEGATIVE = re.compile(r"-\s*\d")


class Command(TyperCommand):
    """A command whose help is Vietnamese and that names what it does not understand."""

    def parse_args(self, ctx: _click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise wording.TooMuch(ctx.args)
        return rest

    def invoke(self, ctx: _click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            raise wording.NobodyListens from None  # before typer makes a failure of it
        except KeyboardInterrupt:
            raise typer.Abort from None  # before typer leaves without a word
        return result

    def format_help(self, ctx: _click.Context, formatter: _click.HelpFormatter) -> None:
        formatter.write(helping.command_help(self, ctx))

    def get_help_option(self, ctx: _click.Context) -> Any:
        return helping.worded(super().get_help_option(ctx))


class NumbersCommand(Command):
    """A command that takes numbers: ``-6`` is a value, no option."""

    def parse_args(self, ctx: _click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [f"\N{MINUS SIGN}{arg[1:]}" if _NEGATIVE.match(arg) else arg for arg in args])


class Commands(TyperGroup):
    """The group; a command's module is imported only when the command is called."""

    def list_commands(self, ctx: _click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: _click.Context, cmd_name: str) -> _click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(module_of(cmd_name))
        cls = NumbersCommand if getattr(module, "TAKES_NUMBERS", False) else Command
        return get_command_from_info(
            CommandInfo(name=cmd_name, cls=cls, callback=module.command), pretty_exceptions_short=False, rich_markup_mode=None
        )

    def resolve_command(self, ctx: _click.Context, args: list[str]) -> tuple[str | None, _click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise wording.UnknownCommand(args[0])
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: _click.Context, formatter: _click.HelpFormatter) -> None:
        formatter.write(helping.group_help(self, ctx))

    def get_help_option(self, ctx: _click.Context) -> Any:
        return helping.worded(super().get_help_option(ctx))

    def shell_complete(self, ctx: _click.Context, incomplete: str) -> list[Any]:
        from typer._click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=text) for name, text in COMMANDS.items() if name.startswith(incomplete)]
        return found + (_click.Command.shell_complete(self, ctx, incomplete) if incomplete.startswith("-") else [])


def _version(wanted: bool) -> None:
    if wanted:
        print(f"kehoach {__version__}")
        raise typer.Exit


def _settings(
    ctx: typer.Context,
    data: Annotated[
        str | None,
        typer.Option(
            "--data", metavar="THƯ_MỤC", help="Thư mục sổ kế hoạch (mặc định: $KEHOACH_DATA, rồi thư mục gần nhất có data/plans/)"
        ),
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Đọc lại mọi tệp, không dùng và không ghi chỉ mục tạm")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="In phiên bản rồi thoát")] = False,
) -> None:
    ctx.obj = Settings(data, cache=not no_cache)


def build() -> _click.Command:
    """Return the whole command line as one object."""
    app = typer.Typer(
        cls=Commands, rich_markup_mode=None, help="Sổ kế hoạch của xã, phường: hứa gì, ai làm, bao giờ xong, theo văn bản nào."
    )
    app.callback()(_settings)
    group = get_command(app)
    for param in group.params:
        param.help = helping.COMPLETION.get(param.name or "", getattr(param, "help", None))  # type: ignore[attr-defined]
    return group


def run(args: list[str]) -> int:
    """Run one command and return its exit status."""
    wording.prepare_streams()
    try:
        result = build().main(args=args or ["--help"], prog_name="kehoach", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except wording.NobodyListens:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # end quietly
        return 0
    except KehoachError as error:
        wording.say(error)
        return error.exit_status
    except _click.exceptions.UsageError as error:
        wording.say(wording.usage(error, args))
        return 2
    except typer.Abort:
        print("Đã dừng.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody listens any more: end quietly
        return 0
    except OSError as error:
        wording.say(wording.system(error))
        return 3
    except Exception as error:  # no traceback reaches a user who did not ask for it
        if os.environ.get("KEHOACH_DEBUG"):
            raise
        wording.say(wording.Unexpected(error))
        return 3
