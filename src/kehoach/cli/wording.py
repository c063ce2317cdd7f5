"""Every failure in Vietnamese: typer's own usage errors, the system's, and a terminal that cannot print Vietnamese."""

from __future__ import annotations

import codecs
import errno
import os
import sys
from difflib import get_close_matches

from typer._click import exceptions

from kehoach.cli.commands import COMMANDS
from kehoach.errors import CannotRead, CannotWrite, KehoachError, reason


class UnknownCommand(KehoachError):
    """The first word is no command."""

    def __init__(self, name: str) -> None:
        near = get_close_matches(name, list(COMMANDS), n=1)
        super().__init__(f"Không có lệnh '{name}'" + (f"; có phải '{near[0]}'?" if near else "."), "Xem các lệnh: `kehoach --help`.")


class TooMuch(KehoachError):
    """Words that belong to no option."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(f"Thừa tham số: {' '.join(words)}.", "Giá trị có dấu cách phải để trong ngoặc kép; xem `--help` của lệnh.")


class NobodyListens(KehoachError):
    """Standard output was closed by its reader (``| head -1``): no fault, nothing to say."""

    exit_status = 0

    def __init__(self) -> None:
        super().__init__("")


class OutputLost(KehoachError):
    """Standard output could not take the answer."""

    exit_status = 3

    def __init__(self, why: str) -> None:
        super().__init__(f"Không in được kết quả: {why}.", "Kiểm tra nơi nhận kết quả (đĩa, tệp sau dấu >) rồi chạy lại.")


class Unexpected(KehoachError):
    """A fault of the program itself: it says so, and how to report it."""

    exit_status = 3

    def __init__(self, error: Exception) -> None:
        super().__init__(
            f"Chương trình gặp lỗi ngoài dự kiến ({type(error).__name__}: {error}). Dữ liệu không bị thay đổi.",
            "Chạy lại với biến KEHOACH_DEBUG=1 rồi gửi phần in ra cho nhóm phát triển.",
        )


def say(error: KehoachError) -> None:
    """Print a failure and its remedy on standard error."""
    if not error.message:
        return
    print(f"kehoach: {error.message}", *([error.remedy] if error.remedy else []), sep="\n  ", file=sys.stderr)


def usage(error: exceptions.UsageError, args: list[str]) -> KehoachError:
    """Return typer's usage error in Vietnamese words; *args* are what was typed."""
    typed = next((arg for arg in args if arg in COMMANDS), None)
    command = f"kehoach {typed}" if typed else "kehoach"
    remedy = f"Xem cách dùng: `{command} --help`."
    if isinstance(error, exceptions.NoSuchOption) and error.option_name == "--data":
        return KehoachError("Tùy chọn '--data' đứng trước tên lệnh.", "Ví dụ: `kehoach --data THƯ_MỤC list-targets`.")
    if isinstance(error, exceptions.NoSuchOption):
        near = f"; có phải '{error.possibilities[0]}'?" if error.possibilities else "."
        return KehoachError(f"Không có tùy chọn '{error.option_name}'{near}", remedy)
    if isinstance(error, exceptions.BadOptionUsage):
        given = any(arg.startswith(f"{error.option_name}=") for arg in args)
        return KehoachError(f"Tùy chọn '{error.option_name}' {'không nhận giá trị' if given else 'cần một giá trị đứng sau'}.", remedy)
    if isinstance(error, exceptions.BadParameter):
        param = error.param
        name = (
            (param.opts[0] if param.param_type_name == "option" else param.make_metavar(ctx=error.ctx))
            if param and error.ctx
            else "tham số"
        )
        if isinstance(error, exceptions.MissingParameter):
            return KehoachError(f"Thiếu {name}.", remedy)
        if param and param.type.name == "int":
            return KehoachError(f"{name} cần một số nguyên, ví dụ {name} 1.", remedy)
        return KehoachError(f"Giá trị của {name} không hợp lệ.", remedy)
    if not any(arg in COMMANDS for arg in args):
        return KehoachError("Thiếu tên lệnh.", "Xem các lệnh: `kehoach --help`.")
    return KehoachError("Câu lệnh không hợp lệ.", remedy)


_WRITING = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def system(error: OSError) -> KehoachError:
    """Return a failure of the system in Vietnamese words."""
    why = reason(error)
    if not error.filename:
        return OutputLost(why)
    return CannotWrite(error.filename, why) if error.errno in _WRITING else CannotRead(error.filename, why)


def prepare_streams() -> None:
    """Let any terminal print: UTF-8 in a pipe, letters without marks where the terminal has none."""
    codecs.register_error("kehoach", _unmarked)
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "")
        reconfigure = getattr(stream, "reconfigure", None)
        if encoding == "utf8" or reconfigure is None:
            continue
        if sys.platform == "win32" and not stream.isatty():
            reconfigure(encoding="utf-8")
            continue
        reconfigure(errors="kehoach")
        if stream is sys.stderr:
            print("Man hinh nay khong in duoc tieng Viet co dau; dat PYTHONUTF8=1 hoac LANG=C.UTF-8.", file=stream)


def _unmarked(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    return "".join(_ascii(char) for char in text), error.end


def _ascii(char: str) -> str:
    from kehoach.vietnamese import fold

    plain = _SIGNS.get(char) or fold(char)
    plain = plain.upper() if char.isupper() else plain
    return plain if plain.isascii() else "?"


_SIGNS = {"“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "·": "-", "→": "->", "≥": ">=", "≤": "<="}
