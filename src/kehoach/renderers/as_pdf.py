"""PDF by way of LibreOffice, where it is installed; nothing of the user's own LibreOffice is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from kehoach.errors import KehoachError

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
PATIENCE = 300
"""Seconds after which a conversion is given up: a thousand rows take some ten."""


class NoLibreOffice(KehoachError):
    """A PDF was asked for on a machine without LibreOffice."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "Máy này không có LibreOffice nên không lập được .pdf.",
            "Cài LibreOffice (https://vi.libreoffice.org), hoặc ghi ra .docx rồi dùng Word: Tệp, Lưu thành, PDF.",
        )


class ConversionFailed(KehoachError):
    """LibreOffice is there and gave no PDF."""

    exit_status = 3

    def __init__(self, why: str) -> None:
        super().__init__(f"LibreOffice không lập được .pdf: {why}.", "Ghi ra .docx rồi mở bằng Word hay LibreOffice để xem lỗi.")


def convert(document: bytes) -> bytes:
    """Return the .docx *document* as PDF.

    Raises:
        NoLibreOffice: it is not installed.
        ConversionFailed: it stopped, or took too long.
    """
    program = office()
    if program is None:
        raise NoLibreOffice
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "van-ban.docx"
        source.write_bytes(document)
        _run([program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", *_QUIET, "--outdir", str(folder), str(source)])
        try:
            return source.with_suffix(".pdf").read_bytes()
        except FileNotFoundError as error:
            raise ConversionFailed("không có tệp nào được tạo ra") from error


_QUIET = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", "pdf:writer_pdf_Export")


def office() -> str | None:
    """Return the program of LibreOffice, ``None`` where there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if os.path.exists(place)), None)


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise ConversionFailed(f"quá {PATIENCE} giây chưa xong") from error
    except OSError as error:
        raise ConversionFailed(str(error)) from error
    if done.returncode != 0:
        raise ConversionFailed(done.stderr.decode("utf-8", "replace").strip() or f"dừng với mã {done.returncode}")
