"""The documents of the small ward, each written once by the command line."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.helpers import DATA, run
from tests.documents import sample
from tests.documents.word import Opened

DOCUMENTS = {
    "report": ("report", "--year", "2027", "--plan", "mau/ke-hoach"),
    "several-years": ("report", "--from", "2025", "--to", "2028"),
    "party": ("report", "--year", "2027", "--plan", "mau/chuong-trinh"),
    "work": ("report", "--year", "2027", "--units"),
    "summary": ("summary", "mau/ke-hoach"),
}


@pytest.fixture(scope="session")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.registry(tmp_path_factory.mktemp("ward"))


@pytest.fixture(scope="session")
def written(ward: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Opened]:
    """Every kind of document, opened again."""
    folder = tmp_path_factory.mktemp("documents")
    found = {}
    for name, args in DOCUMENTS.items():
        path = folder / f"{name}.docx"
        result = run(*args, "-o", str(path), data=ward)
        assert (result.status, result.err, result.out) == (0, "", f"Đã ghi {path}.\n")
        found[name] = Opened.at(path)
    return found


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """The report of a real ward."""
    path = tmp_path_factory.mktemp("real") / "bao-cao.docx"
    assert run("report", "--year", "2027", "--ward", "hung-dao", "-o", str(path), data=DATA).status == 0
    return Opened.at(path)


@pytest.fixture
def office() -> str:
    """LibreOffice; where it is missing the test is skipped, or fails if KEHOACH_REQUIRE_TOOLS is set."""
    from kehoach.renderers.as_pdf import office as find

    found = find()
    if found is None and os.environ.get("KEHOACH_REQUIRE_TOOLS"):
        pytest.fail("LibreOffice is required here and missing")
    if found is None:
        pytest.skip("LibreOffice is not installed: nothing was converted to PDF")
    return found


@pytest.fixture
def pdftotext() -> str:
    """Poppler's pdftotext, on the same terms."""
    found = shutil.which("pdftotext")
    if found is None and os.environ.get("KEHOACH_REQUIRE_TOOLS"):
        pytest.fail("pdftotext is required here and missing")
    if found is None:
        pytest.skip("pdftotext is not installed: the PDF was not read")
    return found
