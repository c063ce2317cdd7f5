"""Help: complete, Vietnamese, with examples that run."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from importlib import import_module
from pathlib import Path

import pytest

from kehoach.cli.commands import COMMANDS, module_of
from tests.cli.helpers import REPO, SOURCES, ask, run

ENGLISH = re.compile(
    r"\b(?:usage|options?|arguments?|commands?|show|this|message|exit|default|required|install|customize|current|shell completion"
    r"|text|integer|path|file|directory|string|boolean|error|try|for help|the|and|of)\b",
    re.IGNORECASE,
)
PAGES = ("", *COMMANDS)


def page(command: str) -> str:
    return ask(*([command] if command else []), "--help").out


def examples(command: str) -> list[str]:
    _, found, tail = page(command).partition("Ví dụ:\n")
    assert found, f"{command} has no example"
    return [line.strip() for line in tail.split("\n\n")[0].splitlines()]


@pytest.mark.parametrize("command", PAGES, ids=lambda name: name or "kehoach")
def test_help_is_vietnamese(command: str) -> None:
    text = page(command)
    assert text.startswith(f"Cách dùng: kehoach{' ' + command if command else ''} [TÙY CHỌN]")
    assert "Tùy chọn:\n" in text
    names = re.compile(
        r"--[\w-]+|\w+(?:\|\w+)+|`[^`]*`|[\w./-]*/[\w./-]*|\.\w+|kehoach [\w-]+|mặc định: \w+|^  [\w-]+(?=  )",
        re.MULTILINE,
    )
    assert not ENGLISH.findall(names.sub("", text.partition("Ví dụ:")[0]))
    for line in text.splitlines():
        assert len(line) <= 110 or line.lstrip().startswith("kehoach "), line


@pytest.mark.parametrize("command", PAGES, ids=lambda name: name or "kehoach")
def test_every_option_is_explained(command: str) -> None:
    options = page(command).partition("Tùy chọn:\n")[2].partition("\n\n")[0]
    entries = re.split(r"\n(?=  -)", options)
    assert any("--help" in entry for entry in entries)
    for entry in entries:
        words = re.split(r"  +|\n", entry.strip(), maxsplit=1)
        assert len(words) == 2, f"{entry!r} says nothing"
        assert any(ord(char) > 127 for char in words[1]), entry


def test_the_first_page_names_every_command() -> None:
    listed = page("").partition("Lệnh:\n")[2].partition("\n\n")[0]
    names = re.findall(r"^  ([a-z][a-z-]*)", listed, re.MULTILINE)
    assert names == list(COMMANDS)
    assert all(any(ord(char) > 127 for char in text) for text in COMMANDS.values())


def test_every_command_has_a_module_and_every_module_a_command() -> None:
    folder = REPO / "src" / "kehoach" / "cli"
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    with_command = {name for name in modules if hasattr(import_module(f"kehoach.cli.{name}"), "command")}
    assert with_command == {name.replace("-", "_") for name in COMMANDS}
    for name in COMMANDS:
        module = import_module(module_of(name))
        assert callable(module.command)
        assert module.__doc__ == f"``kehoach {name}``."


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository's files that examples speak of, where commands may write."""
    above = tmp_path_factory.mktemp("checkout")
    here = above / "main"
    here.mkdir()
    shutil.copytree(REPO / "data", here / "data")
    if SOURCES.is_dir():
        (above / "shared").mkdir()
        (above / "shared" / "sources").symlink_to(SOURCES, target_is_directory=True)
    import docx

    document = docx.Document()
    document.add_paragraph("Kế hoạch năm 2027")
    document.save(str(here / "van-ban.docx"))
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for command in (("init", "-q", "-b", "main"), ("add", "."), *[(*identity, "commit", "-q", "--allow-empty", "-m", "a")] * 4):
        subprocess.run(["git", *command], cwd=here, check=True)
    run("form", "--ward", "hung-dao", "--year", "2027", "-o", str(here / "bieu-da-nhap.xlsx"), data=here / "data")
    shutil.copy(REPO / "templates" / "bao-cao.docx", here / "mau-bao-cao.docx")
    return here


def every_example() -> list[str]:
    return list(dict.fromkeys(line for command in PAGES for line in examples(command)))


def test_every_page_has_an_example_of_its_own_command() -> None:
    for command in COMMANDS:
        for line in examples(command):
            assert shlex.split(line)[:2] == ["kehoach", command]


@pytest.mark.parametrize("line", every_example())
def test_the_examples_run(line: str, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "../shared" in line and not SOURCES.is_dir():
        pytest.skip("the source documents are not here")
    monkeypatch.delenv("KEHOACH_DATA", raising=False)
    monkeypatch.chdir(checkout)
    program, *args = shlex.split(line)
    assert program == "kehoach"
    if args[0] == "accept":  # an example can only make a fingerprint up
        args[1] = run("check", "--format", "json", data=None).rows()[0]["fingerprint"]
    result = run(*args, data=None)
    assert result.status in (0, 1), result.err
    assert "Traceback" not in result.err


def test_version() -> None:
    from kehoach import __version__

    assert run("--version", data=None).out == f"kehoach {__version__}\n"
