"""The Chromium of the machine, and what it saw and said while it showed a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.documents.tools import needs

_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Shown:
    """A page that is open, with its messages, its faults, and every address it asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def overflow(self) -> int:
        """How many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def column(self, head: str) -> list[str]:
        """The cells under *head* in the rows that can be seen, from the top; a name without what stands small under it."""
        script = """head => {
            const table = document.getElementById("results");
            const column = [...table.tHead.rows[0].cells].findIndex(each => each.textContent.trim().startsWith(head));
            return [...table.querySelectorAll("tbody tr[data-verdict]")].filter(row => row.checkVisibility())
                .map(row => row.cells[column].dataset.text ?? row.cells[column].textContent.trim());
        }"""
        found: list[str] = self.page.evaluate(script, head)
        return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium with an empty profile of its own."""
    path = needs("chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(_QUIET))
        yield browser
        browser.close()


@contextmanager
def shown(
    browser: Browser, file: Path, width: int = 1280, *, scheme: Literal["light", "dark"] = "light", scripts: bool = True
) -> Iterator[Shown]:
    """Open *file* in a window of *width* pixels, in a fresh profile."""
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme, java_script_enabled=scripts)
    page = context.new_page()
    made = Shown(page)

    def said(event: Any) -> None:
        made.said.append(str(getattr(event, "text", event)))

    page.on("console", said)
    page.on("pageerror", said)
    page.on("request", lambda request: made.asked.append(request.url))
    page.goto(file.as_uri())
    yield made
    context.close()
