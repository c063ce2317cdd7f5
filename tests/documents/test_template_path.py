"""Templates are found from a checkout, and inside the package as the wheel lays it out."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach.errors import CannotRead
from kehoach.files.templates import template_path
from tests.cli.helpers import environment
from tests.conftest import PROJECT

PAGE = "bao-cao.html.j2"


def test_in_a_checkout() -> None:
    assert template_path(PAGE) == PROJECT / "templates" / PAGE


def test_as_the_wheel_lays_it_out(tmp_path: Path) -> None:
    package = shutil.copytree(PROJECT / "src" / "kehoach", tmp_path / "kehoach", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PROJECT / "templates", package / "templates")
    code = f"from kehoach.files.templates import template_path; print(template_path({PAGE!r}))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment({"PYTHONPATH": str(tmp_path)}),
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == (package / "templates" / PAGE).resolve()


def test_one_that_is_not_there() -> None:
    with pytest.raises(CannotRead, match=r"khong-co\.docx.*bản cài đặt thiếu tệp này") as caught:
        template_path("khong-co.docx")
    assert caught.value.remedy == "Cài lại kehoach."
