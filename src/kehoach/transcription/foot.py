"""A document's foot: who gets it and who signed it, below each other or side by side."""

from __future__ import annotations

import re

from kehoach.files.source.lines import Line
from kehoach.model.plan import Signature
from kehoach.vietnamese import canonical

_FOR = re.compile(r"(?:TM|T/M|KT|TL|TUQ|Q)\s*[.\s]\s*\S|T/M\s")


def read_foot(lines: list[Line], first: int) -> tuple[tuple[str, ...], Signature | None]:
    """Return who gets the document and who signed it; the two may stand side by side on the same lines."""
    start = next((i for i in range(len(lines) - 1, first, -1) if canonical(lines[i].text).startswith(canonical("Nơi nhận"))), None)
    if start is None:
        start = next((i for i in range(first, len(lines)) if _FOR.match(lines[i].text) and lines[i].text.isupper()), None)
        return (), _signature([line.text for line in lines[start : start + 12]]) if start is not None else None
    recipients: list[str] = []
    signed = [line.text for line in lines[max(first, start - 6) : start] if _opens_signature(line.text)]
    for line in lines[start : start + 40]:
        left, right = _columns(line.text)
        if right or signed:
            signed.append(right or ("" if left.startswith(("-", "–", "+")) or _is_recipients(left) else left))
        if _opens_signature(left) and not left.startswith(("-", "–", "+")) and not signed:
            signed.append(left)
        elif left.startswith(("-", "–", "+")):
            recipients.append(left.lstrip("-–+ ").rstrip(" ;.,"))
        elif recipients and not signed and left[:1].islower():
            recipients[-1] += " " + left.rstrip(" ;.,")
    return tuple(r for r in recipients if r), _signature([text for text in signed if text])


def _is_recipients(text: str) -> bool:
    return canonical(text).startswith(canonical("Nơi nhận"))


def _columns(text: str) -> tuple[str, str]:
    """Part a line of the foot into its left and right column."""
    match = re.search(r"(?<=\S)\s+(?=(?:TM\.|T/M|KT\.|TL\.|TUQ\.|(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?BÍ THƯ)(?:\s|\Z))", text)
    if match is None or not text.startswith(("-", "–", "+", "Nơi", "NƠI")):
        return text, ""
    return text[: match.start()], text[match.end() :]


def _plain_position(position: str) -> str:
    plain = position.capitalize()
    return re.sub(r"\b(?:chủ tịch|bí thư|giám đốc|văn phòng)\b", lambda m: m[0].capitalize(), plain)


def _opens_signature(text: str) -> bool:
    return bool(_FOR.match(text)) or (text.isupper() and not text.startswith(("-", "–", "+")))


def _signature(lines: list[str]) -> Signature | None:
    capitals: list[str] = []
    name = None
    for line in lines[:14]:
        text = line.strip("* ")
        if text.isupper() and not re.match(r"PHỤ LỤC", text):
            if name is None:
                capitals.append(text)
        elif re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+){1,4}", text) and text.istitle():
            name = text
            break
        elif not re.match(r"\(|Đã ký", text):
            break
    if name is None or not capitals:
        return None
    for_ = [text for text in capitals if _FOR.match(text)]
    position = next((text for text in reversed(capitals) if not _FOR.match(text)), None)
    return Signature(by=name, position=_plain_position(position) if position else None, for_=" ".join(for_) or None)
