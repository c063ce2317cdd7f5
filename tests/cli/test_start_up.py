"""Heavy modules are imported by the commands that need them (design, section 7)."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.cli.helpers import REPO, environment

HEAVY = ("pydantic", "ruamel", "ruamel.yaml", "ryaml", "rich", "docx", "pypdfium2", "jinja2", "openpyxl", "importlib.metadata")
SCRIPT = """
import io, json, sys
from contextlib import redirect_stdout
from kehoach.cli.app import run
with redirect_stdout(io.StringIO()):
    status = run(sys.argv[1:])
print(json.dumps([status, sorted(sys.modules)]))
"""


def imported(*args: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", SCRIPT, *args], cwd=REPO, env=environment(), capture_output=True, check=True, timeout=60)
    status, names = json.loads(done.stdout)
    assert status == 0
    return set(names)


@pytest.mark.parametrize("args", [("--version",), ("--help",), ("list-targets", "--help"), ("due", "--help")], ids=" ".join)
def test_version_and_help_import_nothing_heavy(args: tuple[str, ...]) -> None:
    found = imported(*args)
    assert not found & set(HEAVY)
    assert not {name for name in found if name.startswith(("kehoach.files", "kehoach.registry", "kehoach.renderers", "kehoach.queries"))}


@pytest.mark.parametrize(
    "args",
    [("list-targets", "--format", "json"), ("list-plans", "--format", "csv"), ("report", "--year", "2027", "--format", "md")],
    ids=" ".join,
)
def test_a_listing_into_a_pipe_draws_nothing(args: tuple[str, ...]) -> None:
    assert not imported(*args) & {"rich", "docx", "pypdfium2", "jinja2", "openpyxl"}


def test_only_the_command_that_is_called_is_imported() -> None:
    from kehoach.cli.commands import COMMANDS, module_of

    commands = {module_of(name) for name in COMMANDS}
    assert not imported("--help") & commands
    assert imported("list-plans", "--help") & commands == {"kehoach.cli.list_plans"}
