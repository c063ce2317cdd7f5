"""YAML text to a plain tree: one :func:`load_yaml` that hides which parser did it, with the same result.

``ryaml`` (Rust) is used where it is installed, ruamel otherwise. Lists come as tuples and decimals as exact
:class:`~decimal.Decimal`, which is what the frozen model holds. :func:`scan` must have passed first: outside the plain subset
parsers disagree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from kehoach.files.plain import suspicious, unseen
from kehoach.files.scan import constructs, decode
from kehoach.model.problem import Problem

MAX_DEPTH = 40
_AS_IT_IS = frozenset((str, int, bool, type(None)))
_ONE_KIND = bytes.maketrans(b"{}", b"[]")
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_LINE = re.compile(r"line (\d+)(?:,)? column (\d+)")


class Content(NamedTuple):
    """What the bytes of a file hold: its text, ``None`` where it is none; whether that is surely plain; its problems."""

    text: str | None
    plain: bool
    problems: tuple[Problem, ...]


def content(raw: bytes, file: str) -> Content:
    """Return what the bytes of a file hold."""
    text, problems = decode(raw, file)
    if text is not None and depth(raw) > MAX_DEPTH:
        text = None
        problems.append(_deep(file))
    hiding = bool(problems) and unseen(raw)  # which is a problem
    return Content(text, text is not None and not suspicious(text, hiding=hiding), tuple(problems))


def load_yaml(raw: bytes, file: str) -> tuple[Any, list[Problem]]:
    """Return the tree of a file and its problems; the tree is ``None`` where it could not be read."""
    return load_content(content(raw, file), file)


def load_content(held: Content, file: str) -> tuple[Any, list[Problem]]:
    """As :func:`load_yaml`, from what the file's bytes hold."""
    text, plain, problems = held
    if text is None:
        return None, list(problems)
    found = [] if plain else constructs(text, file)
    if found:
        return None, [*problems, *found]
    try:
        return parse(text) if plain else _agreed(text), list(problems)
    except _SYNTAX as error:
        return None, [*problems, _worded(error, text, file)]


def _agreed(text: str) -> Any:
    """Parse a *text* that is not surely plain: both parsers must read it the same."""
    tree = parse(text)
    if repr(tree) != repr(parse(text, _ruamel)):
        raise NotYaml("parsers disagree")
    return tree


def _parser() -> Callable[[str], Any]:
    try:
        import ryaml
    except ImportError:
        return _ruamel
    loads: Callable[[str], Any] = ryaml.loads  # type: ignore[attr-defined]
    return loads


def _ruamel(text: str) -> Any:
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).load(text)


class NotYaml(ValueError):
    """The text could not be parsed; the parser's own words come after the place, in English."""


class TooDeep(NotYaml):
    """Lists in lists beyond what any plan needs."""


_SYNTAX = (NotYaml, RecursionError)


def parse(text: str, loads: Callable[[str], Any] | None = None) -> Any:
    """Parse *text* with the fast parser (or the one given) and normalise the tree.

    Raises:
        NotYaml: the text is no YAML, repeats a key, or nests deeper than any plan does.
    """
    if loads is None:
        loads = _parser()
    try:
        return _normal(loads(text), 0)
    except NotYaml:
        raise
    except Exception as error:  # each parser has error classes of its own
        raise NotYaml(str(error)) from error


def _normal(node: Any, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise TooDeep
    kind = type(node)
    if kind is dict:
        return {key: value if type(value) in _AS_IT_IS else _normal(value, depth + 1) for key, value in node.items()}
    if kind is list:
        return tuple([value if type(value) in _AS_IT_IS else _normal(value, depth + 1) for value in node])
    if kind is float:
        return Decimal(repr(node))
    return node


def _worded(error: Exception, text: str, file: str) -> Problem:
    """Word a syntax error in Vietnamese; ruamel says where, whichever parser failed."""
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import DuplicateKeyError
    from ruamel.yaml.error import MarkedYAMLError

    try:
        YAML(pure=True).load(text)
    except DuplicateKeyError as duplicate:
        mark = duplicate.problem_mark
        key = re.search(r'key "([^"]*)"', str(duplicate.problem))
        return Problem(
            rule="duplicate-key",
            file=file,
            line=mark.line + 1,
            column=mark.column + 1,
            message=f"khóa `{key[1] if key else ''}` viết hai lần",
            remedy="Giữ lại một; nếu là hai bản ghi thì tách bằng gạch đầu dòng.",
        )
    except MarkedYAMLError as marked:
        mark = marked.problem_mark or marked.context_mark
        if marked.context_mark and mark.index >= len(text.rstrip()):
            mark = marked.context_mark  # the end of the file is no place: what was left open is
        opened = _left_open(text, mark.line)
        if opened is not None:
            return _syntax(file, *opened, what="có dấu ngoặc kép mở mà không đóng trên dòng này")
        return _syntax(file, mark.line + 1, mark.column + 1)
    except Exception:
        pass  # place it by the first parser's words
    place = _LINE.search(str(error))
    if isinstance(error, TooDeep):
        return _deep(file)
    return _syntax(file, int(place[1]) if place else 1, int(place[2]) if place else 1)


def _left_open(text: str, last: int) -> tuple[int, int] | None:
    """Return line and column of the first double quote up to line *last* (from 0) that its own line does not close."""
    for number, line in enumerate(text.split("\n")[: last + 1], start=1):
        if line.replace('\\"', "").count('"') % 2:
            return number, line.index('"') + 1
    return None


def depth(raw: bytes) -> int:
    """Return how many brackets stand open at once, quotes or not: an upper bound, counted no further than is allowed."""
    left = raw.translate(_ONE_KIND, _NO_BRACKETS)
    rounds = 0
    while b"[]" in left and rounds <= MAX_DEPTH:  # each round closes the innermost pairs
        left = left.replace(b"[]", b"")
        rounds += 1
    return rounds + left.count(b"[")


def _deep(file: str) -> Problem:
    return Problem(
        rule="yaml-syntax",
        file=file,
        line=1,
        column=1,
        message=f"các mục lồng nhau quá {MAX_DEPTH} cấp",
        remedy="Không văn bản nào cần đến vậy; kiểm tra lại các dấu ngoặc.",
    )


def _syntax(file: str, line: int, column: int, what: str = "không đọc được theo cú pháp YAML") -> Problem:
    return Problem(
        rule="yaml-syntax",
        file=file,
        line=line,
        column=column,
        message=what,
        remedy="Kiểm tra thụt dòng, dấu hai chấm và ngoặc ở dòng này và dòng trên; câu có ': ' hay ' #', hoặc bắt đầu bằng %, @, `, *, &, phải để trong ngoặc kép; trong ngoặc kép, dấu \\ viết hai lần.",
    )
