"""Files in, command out: how the tests of the command line run it, and the small registries they run it on."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kehoach.cli.app import run as run_command

REPO = Path(__file__).resolve().parents[2]
DATA = REPO / "data"
EXAMPLE = REPO / "examples" / "phuong-mau"
SOURCES = REPO.parent / "shared" / "sources"
ZEROS = "0" * 64

LISTINGS = ("list-plans", "list-targets", "list-tasks", "list-projects", "list-units", "list-indicators", "list-references")

Row = dict[str, Any]


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    status: int
    out: str
    err: str

    def rows(self) -> list[Row]:
        found = json.loads(self.out)
        assert isinstance(found, list)
        return found

    def record(self) -> Row:
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


def run(*args: str, data: Path | None = DATA) -> Result:
    """Run a command in this process, on the real registry unless told otherwise; ``data=None`` lets it search."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        status = run_command([*(["--data", str(data)] if data else []), *args])
    return Result(status, _text(out), _text(err))


@cache
def ask(*args: str) -> Result:
    """Run a command on the real registry, which must answer without reservation; asked once per session."""
    result = run(*args)
    assert (result.status, result.err) == (0, ""), result.err
    return result


def rows(*args: str) -> list[Row]:
    """The JSON rows of a listing of the real registry."""
    return ask(*args, "--format", "json").rows()


def refs(*args: str) -> set[str]:
    """The references of ``list-targets`` with these filters."""
    return {row["ref"] for row in rows("list-targets", *args)}


def process(
    *args: str, cwd: Path = REPO, env: Mapping[str, str] | None = None, drop: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m kehoach`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kehoach", *args], cwd=cwd, env=environment(env, drop), capture_output=True, check=False, timeout=60
    )


def environment(more: Mapping[str, str] | None = None, drop: tuple[str, ...] = ()) -> dict[str, str]:
    """This process's environment without what would change the answers, and with *more*."""
    unwanted = {"KEHOACH_DATA", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", *drop}
    return {key: value for key, value in os.environ.items() if key not in unwanted} | dict(more or {})


def no_noise(text: str) -> bool:
    """Tell whether *text* is free of tracebacks, colours and boxes."""
    return "Traceback" not in text and "\x1b" not in text and not any("\u2500" <= char <= "\u259f" for char in text)


UNITS = """format: kehoach/units/1
wards:
  mau: {name: Mẫu, type: phường, code: "00001", place_line: Phường Mẫu}
  dong: {name: Đông, type: phường, code: "00002"}
units:
  mau/ubnd: {name: Ủy ban nhân dân phường Mẫu, aliases: [UBND phường]}
  mau/phong-vhxh: {name: Phòng Văn hóa - Xã hội}
  dong/ubnd: {name: Ủy ban nhân dân phường Đông}
"""
INDICATORS = """format: kehoach/indicators/1
bhyt: {name: Tỷ lệ dân số tham gia bảo hiểm y tế, unit: "%", direction: up, field: y-te, cap: 100, of: dân số, aliases: [BHYT]}
ho-ngheo: {name: Tỷ lệ hộ nghèo, unit: "%", direction: down, field: xa-hoi, of: hộ}
doanh-nghiep: {name: Số doanh nghiệp, unit: doanh nghiệp, direction: up, field: kinh-te}
chuan: {name: Phường đạt chuẩn đô thị văn minh, direction: up, field: do-thi, type: state}
"""
REFERENCES = """format: kehoach/references/1
nq-1: {kind: NQ, number: 01-NQ/TW, date: "2025-01-24", issuer: Bộ Chính trị, title: về một việc}
"""


def head(ref: str, title: str = "Kế hoạch mẫu", period: str = "{from: 2026, to: 2030}") -> str:
    """The head of a plan's file."""
    return f"""format: kehoach/plan/1
id: {ref}
kind: KH
title: {title}
issuer: {ref.partition("/")[0]}/ubnd
period: {period}
source: {{file: a.txt, sha256: "{ZEROS}"}}
sections: [{{label: I, title: Chỉ tiêu}}]
"""


def target(ident: str, *, indicator: str = "bhyt", test: str = "{ge: 97}", when: str = "{by: 2030}", more: str = "") -> str:
    """One target's lines, to stand under ``targets:``."""
    text = f"  - id: {ident}\n    clause: I.1\n    indicator: {indicator}\n    test: {test}\n    when: {when}\n    quote: câu trích\n"
    return text + "".join(f"    {line}\n" for line in more.splitlines())


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write *files* over an otherwise good small registry in ``folder/data`` and return that path."""
    data = folder / "data"
    basis = {"units.yaml": UNITS, "indicators.yaml": INDICATORS, "references.yaml": REFERENCES}
    for name, text in {**basis, **files}.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (data / "plans").mkdir(exist_ok=True)
    return data


def copy_of_data(folder: Path) -> Path:
    """Copy the real registry to ``folder/data`` and return that path."""
    return shutil.copytree(DATA, folder / "data")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode("utf-8")
