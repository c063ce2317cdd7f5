"""Programs that some tests need and a machine may lack."""

from __future__ import annotations

import os
import shutil

import pytest

NAMES = {"chromium": ("chromium", "chromium-browser", "google-chrome", "chrome"), "libreoffice": ("soffice", "libreoffice")}


def needs(tool: str) -> str:
    """Return the path of a program; without it the test is skipped, or fails where ``KEHOACH_REQUIRE_TOOLS`` is 1."""
    found = next(filter(None, map(shutil.which, NAMES[tool])), None)
    if found is None:
        (pytest.fail if os.environ.get("KEHOACH_REQUIRE_TOOLS") == "1" else pytest.skip)(f"cần có {tool}")
    return found
