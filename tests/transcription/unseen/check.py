"""Compare every annotation with its document, and count what it holds.

    python -m tests.transcription.unseen.check [FOLDER]

Without a folder it is this one; the second set is `tests/transcription/unseen2`.

Every quote must stand in the clause that the record names, and every figure of the document must be claimed by a record, by
a citation or by a reason under `not_commitments`. Nothing here reads the transcriber.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from pypdfium2 import PdfDocument

from tests.transcription.unseen.make_docx import HERE, Line, read_marked, set_named


def fold(text: str) -> str:
    """Normalise spaces, so that a broken line does not hide a quote."""
    return " ".join(text.split())


def located(quote: str, text: str) -> list[tuple[int, int]] | None:
    """Where the parts of a quote stand in the text, in order, or None."""
    spans, start = [], 0
    for part in quote.split(" … "):
        before, after = r"(?<!\d)(?<!\d[.,/])" * part[0].isdigit(), r"(?!\d|[.,/]\d)" * part[-1].isdigit()
        found = re.compile(before + re.escape(fold(part)) + after).search(text, start)
        if not found:
            return None
        spans.append(found.span())
        start = found.end()
    return spans


FIGURE = re.compile(r"\d[\d.,/]*\d|\d")
YEARS = re.compile(
    r"(?i:ngày\s+)?\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}|\d{1,2}\s*/\s*\d{4}"
    r"|(?i:ngày)\s+\d{1,2}(?:\s*/\s*\d{1,2}\b)?|(?i:tháng)\s+\d{1,2}(?!\d)(?:\s*/\s*\d{4})?|(?<!\d)(?:19|20)\d{2}(?!\d)"
)
LABEL = re.compile(r"^\s*(?:\(?\d+(?:\.\d+)*[.)](?=\s)|(?:Phụ lục|PHỤ LỤC|Biểu số|Phụ biểu) (?:số )?\d+)")


def vietnamese(value: float) -> str:
    """A number as Vietnamese documents print it."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def clause_texts(lines: list[Line]) -> dict[str, str]:
    """The text of every clause, running heads left out."""
    texts: dict[str, list[str]] = {}
    for line in lines:
        if line.block != "directive" and line.clause != "noise":
            texts.setdefault(line.clause, []).append(line.words)
    return {clause: fold(" ".join(parts)) for clause, parts in texts.items()}


def quotes_of(expected: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every string that must be found: what it is, its clause, its words."""
    for target in expected["targets"]:
        yield f"target {target['id']}", target["clause"], target["quote"]
        yield f"measure of {target['id']}", target["clause"], target["measure"]
    for task in expected["tasks"]:
        yield f"task {task['clause']}", task["clause"], task["quote"]
    for row in expected["citations"]:
        yield f"citation {row['words']}", row["clause"], row["words"]
    for row in expected["not_commitments"]:
        yield f"no commitment {row['printed']}", row["clause"], row["printed"]


TARGET = """id clause measure indicator test unit when stat force of definition part_of restates base condition implied
    reading quote note accept optional"""
KEYS = {
    "targets": set(TARGET.split()),
    "tasks": {"clause", "quote", "lead", "support", "when", "product", "accept"},
    "citations": {"clause", "words", "kind", "number", "date", "role", "accept", "optional"},
    "not_commitments": {"clause", "printed", "reason"},
}


def unknown_keys(expected: dict[str, Any]) -> list[str]:
    """Keys that no record has: most often a comma that should have been quoted."""
    return [
        f"{part}: {sorted(map(str, set(row) - known))} in {row}"
        for part, known in KEYS.items()
        for row in expected[part]
        if set(row) - known
    ]


def walk(sections: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every heading of the tree."""
    for section in sections:
        yield section
        yield from walk(section.get("sections", []))


def printed(path: Path) -> str:
    """The words of a written document."""
    if path.suffix == ".txt":
        return fold(path.read_text("utf-8"))
    if path.suffix == ".pdf":
        with PdfDocument(path) as pages:
            text = " ".join(page.get_textpage().get_text_range() for page in pages)
        return re.sub(r"(?<=\w)- (?=\w)", "-", fold(text.replace("\ufffe", "-")))  # a number may be broken after its hyphen
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return fold(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))


def unprinted(folder: Path, lines: list[Line]) -> list[str]:
    """Words of the marked file that the written document lacks; the head and the foot, which are broken anew, apart."""
    text = printed(next(path for path in folder.glob("document.*") if path.suffix != ".marked"))
    cells = [fold(cell) for line in lines if line.block in {"paragraph", "table"} for cell in line.cells if cell not in {"<", "^"}]
    return [f"not in the written document: {cell}" for cell in cells if cell not in text]


def check(folder: Path, indicators: set[str]) -> list[str]:
    """What is wrong between one document and its annotation."""
    _, lines = read_marked(folder / "document.marked")
    expected = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))
    texts = clause_texts(lines)
    whole = fold(" ".join(texts.values()))
    wrong = unknown_keys(expected) + unprinted(folder, lines)
    covered: dict[str, list[tuple[int, int]]] = {}
    for what, clause, quote in quotes_of(expected):
        words = unicodedata.normalize("NFC", quote)
        spans = located(words, whole if what.startswith("measure") else texts[clause]) if clause in texts else None
        if spans is None:
            wrong.append(f"{what}: not found in {clause}: {words}")
        elif not what.startswith("measure"):
            covered.setdefault(clause, []).extend(spans)
    for target in expected["targets"]:
        if "base" in target and target["clause"] in texts:
            printed = re.escape(vietnamese(target["base"]["value"]))
            found = re.finditer(rf"(?<![\d.,]){printed}(?![\d.,]*\d)", texts[target["clause"]])
            covered.setdefault(target["clause"], []).extend(row.span() for row in found)
    ids = [target["id"] for target in expected["targets"]]
    wrong += [f"id twice: {name}" for name in sorted({name for name in ids if ids.count(name) > 1})]
    for target in expected["targets"]:
        if target["indicator"] not in indicators | {None}:
            wrong.append(f"unknown indicator {target['indicator']}")
        wrong += [f"{target['id']}: no such {key} {target[key]}" for key in ("part_of", "restates") if target.get(key, ids[0]) not in ids]
    wrong += [f"heading not in the document: {row['title']}" for row in walk(expected["sections"]) if fold(row["title"]) not in whole]
    names = {name for task in expected["tasks"] for name in [*task.get("lead", []), *task.get("support", [])]}
    wrong += [f"unit not in the document: {name}" for name in sorted(names) if fold(name) not in whole]
    wrong += uncovered(texts, covered)
    return wrong


def uncovered(texts: dict[str, str], covered: dict[str, list[tuple[int, int]]]) -> list[str]:
    """Figures that neither a record nor a reason claims; labels, years and dates apart, and the head and the foot of the page."""
    found = []
    for clause, text in texts.items():
        if clause in {"Tiêu đề", "Kính gửi", "Nơi nhận", "Ký"}:
            continue
        spans = covered.get(clause, []) + [row.span() for row in YEARS.finditer(text)] + [row.span() for row in LABEL.finditer(text)]
        found += [
            f"{clause}: nobody claims {text[max(0, figure.start() - 25) : figure.end() + 15]!r}"
            for figure in FIGURE.finditer(text)
            if not any(first <= figure.start() and figure.end() <= last for first, last in spans)
        ]
    return found


def main() -> int:
    """Print the counts of every document and what is wrong with it."""
    indicators = set(yaml.safe_load((HERE.parents[2] / "data/indicators.yaml").read_text("utf-8"))) - {"format"}
    failed = 0
    for folder in sorted(path.parent for path in set_named(sys.argv[1:]).glob("*/document.marked")):
        wrong = check(folder, indicators)
        failed += len(wrong)
        expected = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))
        counts = {key: len(expected[key]) for key in ("targets", "tasks", "citations", "not_commitments")}
        counts["sections"] = len(list(walk(expected["sections"])))
        print(f"{folder.name}:", ", ".join(f"{count} {key}" for key, count in counts.items()))
        for line in wrong:
            print(f"  {line}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
