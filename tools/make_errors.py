"""Write ``docs/errors.md`` from the gallery of bad registries; ``--check`` only tells whether it is stale."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.errors.gallery import FAMILIES, Case, cases, excerpt, filled_in  # noqa: E402

PAGE = ROOT / "docs" / "errors.md"
HEAD = """\
<!-- Sinh ra từ tests/errors/cases bằng `python tools/make_errors.py`; đừng sửa tay. -->

# Khi kehoach báo lỗi

Trang này cho thấy từng lỗi hay gặp: chuyện gì đã xảy ra, chỗ viết sai, và thông báo. Mỗi thông báo nói ở đâu
(`tệp:dòng:cột`), cái gì, vì sao và cách sửa. Một tệp hỏng không chặn cả sổ: phần đọc được vẫn trả lời.

Mã thoát: 0 xong; 1 có trả lời nhưng sổ còn lỗi; 2 lệnh viết sai; 3 không đọc hay ghi được gì.
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *contents(), *(line for family in FAMILIES for line in chapter(family))])


def contents() -> Iterator[str]:
    """Yield the list of chapters; the anchors are ids of our own, since every renderer makes others."""
    yield from (f"- [{title}](#{family})" for family, title in FAMILIES.items())
    yield ""


def chapter(family: str) -> Iterator[str]:
    """Yield a family of cases under its heading."""
    yield f'<a id="{family}"></a>\n\n## {FAMILIES[family]}\n'
    for case in cases():
        if case.family == family:
            yield from entry(case)


def entry(case: Case) -> Iterator[str]:
    """Yield one case: its sentence, the bad lines, what is typed, and what is said."""
    yield f"### {case.name}\n\n{case.says}\n"
    bad = [line for path, spec in case.files.items() for line in excerpt(path, spec)]
    bad += filled_in(case)
    bad += [f"# {path}: quyền truy cập {bits}" for path, bits in case.mode.items()]
    if bad:
        yield from fenced("yaml", bad)
    said = (case.stdout + case.stderr).splitlines()
    yield from fenced("console", [f"$ kehoach {shlex.join(case.command)}", *said])
    yield f"Mã thoát: {case.exit}\n"


def fenced(language: str, lines: list[str]) -> Iterator[str]:
    """Yield *lines* as a block of code."""
    yield "\n".join([f"```{language}", *lines, "```\n"])


def main() -> int:
    """Write the page, or tell whether it is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the page is stale")
    check = parser.parse_args().check
    text = page()
    if not check:
        PAGE.write_text(text, "utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text("utf-8") == text:
        return 0
    print(f"stale: {PAGE.relative_to(ROOT)}; run `python tools/make_errors.py`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
