"""git itself with the driver installed, without kehoach, and on files that do not parse; merges, clones, worktrees, odd names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.helpers import process, run
from tests.revisions.repo import PLAN, Repo

BIN = str(Path(sys.executable).parent)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path)


@pytest.fixture
def installed(repo: Repo) -> Repo:
    assert repo.run("git", "install").status == 0
    return repo


def with_kehoach() -> dict[str, str]:
    return {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}


def without_kehoach() -> dict[str, str]:
    """A path with git and a shell on it, and no kehoach or Python of this environment."""
    return {"PATH": os.pathsep.join(p for p in os.environ["PATH"].split(os.pathsep) if p != BIN and not (Path(p) / "kehoach").exists())}


def test_git_diff_shows_one_line_for_each_record(installed: Repo) -> None:
    installed.edit("test: {ge: 97}", "test: {ge: 95}")
    shown = installed.git("diff", env=with_kehoach())
    assert [line[:40] for line in shown.splitlines() if line.startswith(("-  ", "+  "))] == [
        "-  a [I.1] bhyt: từ 97 trở lên, đến 2030",
        "+  a [I.1] bhyt: từ 95 trở lên, đến 2030",
    ]
    installed.commit("Hạ mức")
    assert "+  a [I.1] bhyt: từ 95 trở lên" in installed.git("log", "-p", "-1", env=with_kehoach())
    assert "a [I.1] bhyt: từ 95 trở lên" in installed.git("blame", f"data/{PLAN}", env=with_kehoach())


def test_git_works_the_same_without_kehoach(installed: Repo) -> None:
    installed.git(
        "config", "diff.kehoach.textconv", installed.git("config", "diff.kehoach.textconv").strip().replace(sys.executable, "khong-co")
    )
    installed.edit("test: {ge: 97}", "test: {ge: 95}")
    shown = installed.git("diff", env=without_kehoach())
    assert "-    test: {ge: 97}" in shown
    assert "+    test: {ge: 95}" in shown
    installed.commit("Hạ mức")
    assert "+    test: {ge: 95}" in installed.git("log", "-p", "-1", env=without_kehoach())
    assert "test: {ge: 95}" in installed.git("blame", f"data/{PLAN}", env=without_kehoach())


def test_a_file_that_does_not_parse_is_shown_as_it_is(installed: Repo) -> None:
    installed.edit("targets:\n", "targets: [\n")
    shown = installed.git("diff", env=with_kehoach())
    assert "+targets: [" in shown
    installed.commit("Hỏng")
    assert "targets: [" in installed.git("log", "-p", "-1", env=with_kehoach())
    assert "targets: [" in installed.git("blame", f"data/{PLAN}", env=with_kehoach())


def test_installing_twice_and_uninstalling_leave_what_was_there(repo: Repo) -> None:
    attributes = repo.folder / ".git/info/attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text("*.bin -diff\n", "utf-8")
    config = (repo.folder / ".git/config").read_text("utf-8")
    assert repo.run("git", "install").status == 0
    once = attributes.read_text("utf-8")
    assert repo.run("git", "install").status == 0
    assert attributes.read_text("utf-8") == once
    assert "/data/plans/**/*.yaml diff=kehoach" in once
    assert repo.run("git", "install", "--uninstall").status == 0
    assert attributes.read_text("utf-8") == "*.bin -diff\n"
    assert (repo.folder / ".git/config").read_text("utf-8").split() == config.split()


def test_nothing_is_written_unasked(repo: Repo) -> None:
    def state() -> dict[str, bytes]:
        return {str(p.relative_to(repo.folder)): p.read_bytes() for p in sorted(repo.folder.rglob("*")) if p.is_file()}

    repo.edit("test: {ge: 97}", "test: {ge: 95}")
    before = state()
    for args in (("diff",), ("diff", "HEAD"), ("diff", "--staged"), ("history", "a"), ("blame", "ke-hoach")):
        assert repo.run(*args).status == 0
    assert state() == before


def test_a_merge_in_progress_shows_both_sides(repo: Repo) -> None:
    repo.git("checkout", "-q", "-b", "sua")
    repo.edit("test: {ge: 97}", "test: {ge: 95}")
    repo.commit("Hạ mức")
    repo.git("checkout", "-q", "main")
    repo.edit("test: {ge: 97}", "test: {ge: 99}")
    repo.commit("Nâng mức")
    repo.git("merge", "-q", "sua", check=False)
    result = repo.run("diff")
    assert result.status == 1
    assert "ke-hoach.yaml còn xung đột" in result.err
    row = next(line for line in result.out.splitlines() if line.startswith("mau/ke-hoach#a"))
    assert row.split("  ")[0] == "mau/ke-hoach#a"
    assert "từ 99% trở lên" in row
    assert "từ 95% trở lên" in row
    assert row.index("99%") < row.index("95%")


def test_revisions_that_are_not_there(repo: Repo, tmp_path_factory: pytest.TempPathFactory) -> None:
    result = repo.run("diff", "khong-co")
    assert (result.status, "git không biết phiên bản 'khong-co'" in result.err) == (2, True)
    assert repo.run("diff", "--", "--upload-pack=x").status == 2
    repo.commit("Hai")
    shallow = tmp_path_factory.mktemp("shallow") / "sổ kế hoạch"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{repo.folder}", str(shallow)], check=True)
    result = run("diff", "HEAD~1", data=shallow / "data")
    assert result.status == 2
    assert "git fetch --unshallow" in result.err


def test_a_linked_worktree_and_a_vietnamese_name(repo: Repo, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("cây") / "bản nháp"
    repo.git("worktree", "add", "-q", str(other), "-b", "nháp")
    path = other / "data" / PLAN
    path.write_text(path.read_text("utf-8").replace("{ge: 97}", "{ge: 95}"), "utf-8", newline="\n")
    found = run("diff", "main", "--format", "json", data=other / "data").rows()
    assert [row["rule"] for row in found] == ["quote-without-figure", "target-weakened"]
    assert run("history", "mau/ke-hoach#a", data=other / "data").status == 0


def test_untracked_renamed_and_crlf_files(repo: Repo) -> None:
    text = (repo.data / PLAN).read_text("utf-8")
    (repo.data / PLAN).write_bytes(text.replace("{ge: 97}", "{ge: 95}").replace("\n", "\r\n").encode())
    found = repo.run("diff", "--format", "json").rows()
    assert "target-weakened" in [row["rule"] for row in found]
    (repo.data / PLAN).write_text(text, "utf-8", newline="\n")
    (repo.data / "plans/mau/moi.yaml").write_text(text.replace("mau/ke-hoach", "mau/moi"), "utf-8")
    assert {row["ref"].partition("#")[0] for row in repo.run("diff", "--format", "json").rows()} == {"mau/moi"}


def test_a_revision_that_is_broken_is_named_and_the_rest_answers(repo: Repo) -> None:
    (repo.data / "plans/mau/hai.yaml").write_text((repo.data / PLAN).read_text("utf-8").replace("mau/ke-hoach", "mau/hai"), "utf-8")
    repo.commit("Hai kế hoạch")
    repo.edit("test: {ge: 97}", "test: {ge: 95}")
    (repo.data / "plans/mau/hai.yaml").write_text("targets: [", "utf-8")
    result = repo.run("diff", "--format", "json")
    assert result.status == 1
    assert "hai.yaml" in result.err
    assert "yaml-syntax" in result.err
    assert "target-weakened" in [row["rule"] for row in result.rows()]


def test_no_git_on_the_path(repo: Repo) -> None:
    for args in (("diff",), ("history", "a"), ("blame", "ke-hoach"), ("git", "install")):
        done = process("--data", str(repo.data), *args, env={"PATH": str(repo.folder)})
        assert done.returncode == 3
        assert "Không tìm thấy lệnh git" in done.stderr.decode()


def test_textconv_of_anything(tmp_path: Path) -> None:
    odd = tmp_path / "odd"
    for content in (b"", b"\xff\xfe\x00", b"format: kehoach/plan/9\n", b"- 1\n", "chữ: {".encode()):
        odd.write_bytes(content)
        result = run("textconv", str(odd), data=None)
        assert result.status == 0
        assert result.out == content.decode("utf-8", "replace")
    assert run("textconv", str(tmp_path / "không có"), data=None).status == 3
