"""One record out of a plan's file without reading the rest: many versions of a file can be compared at the cost of one record each.

The canonical layout is cut by its line starts. A file in another layout is parsed whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kehoach.files import adapters, migrate
from kehoach.files.scan import decode
from kehoach.files.yaml_text import NotYaml, parse

LISTS = ("targets", "tasks", "projects")
_TOP = re.compile(r"^([a-z_]+):(.*)$", re.MULTILINE)
_ITEM = re.compile(r"^  - (?:\{id: ([a-z0-9-]+)[,}]|id: ([a-z0-9-]+)$)", re.MULTILINE)
_NEXT_TOP = re.compile(rb"\n(?=[a-z])")
_ANY_ITEM = re.compile(r"^ *- ", re.MULTILINE)

Fragments = dict[str, tuple[str, str]]
"""Record id → the list it stands in, and its text."""


def cut(text: str) -> Fragments | None:
    """Return the records of a plan's text, ``None`` where it is not laid out so that lines tell them apart."""
    found: Fragments = {}
    tops = list(_TOP.finditer(text))
    for index, top in enumerate(tops):
        name = top[1]
        if name not in LISTS:
            continue
        end = tops[index + 1].start() if index + 1 < len(tops) else len(text)
        body = text[top.end() : end]
        if top[2].strip() not in ("", "[]"):
            return None
        items = list(_ITEM.finditer(body))
        if len(items) != sum(len(m[0]) == 4 for m in _ANY_ITEM.finditer(body)):
            return None
        for at, item in enumerate(items):
            stop = items[at + 1].start() if at + 1 < len(items) else len(body)
            found[item[1] or item[2]] = (name, body[item.start() : stop].rstrip())
    return found


def one(raw: bytes, ident: str) -> tuple[str, str] | None:
    """Return the list and the text of one record of a plan's file in canonical layout, ``None`` where it is not found so.

    Bytes are searched, nothing is decoded but the record: that is what makes a long history cheap.
    """
    for opening in (b"\n  - id: %s\n" % ident.encode(), b"\n  - {id: %s," % ident.encode()):
        start = raw.find(opening)
        if start < 0 or raw.find(opening, start + 1) >= 0:
            continue
        after = start + len(opening) - 1
        item = raw.find(b"\n  - ", after)
        stop = item if item >= 0 else len(raw)
        top = _NEXT_TOP.search(raw, after, stop)
        try:
            text = raw[start + 1 : top.start() if top else stop].decode().rstrip()
        except UnicodeError:
            return None
        name = _list_of(raw, start)
        return (name, text) if name in LISTS else None
    return None


def _list_of(raw: bytes, at: int) -> str:
    """Return the key at the top under which *at* lies."""
    names = {raw.rfind(b"\n%s:\n" % name.encode(), 0, at + 1): name for name in (*LISTS, "sections", "retired", "accepted", "citations")}
    return names[max(names)]


def fragments(raw: bytes) -> Fragments:
    """Return the records of a plan's file, each as text that :func:`record` reads; none where the file is broken."""
    text, _ = decode(raw, "")
    if text is None:
        return {}
    text = text.replace("\r\n", "\n")
    found = cut(text)
    return found if found is not None else _whole(text)


def record(name: str, text: str) -> Any:
    """Return the record of a fragment of the list *name*, ``None`` where it is not valid."""
    try:
        tree = parse(text)
    except NotYaml:
        return None
    item = tree[0] if isinstance(tree, tuple) and tree else tree
    found, problems = adapters.read_record(name, item)
    return None if problems else found


def _whole(text: str) -> Fragments:
    """Return the records of a text in another layout, each written again in the canonical one."""
    from kehoach.files import layout

    try:
        tree = migrate.lifted(parse(text), "plan")
    except NotYaml:
        return {}
    if not isinstance(tree, Mapping):
        return {}
    return {
        str(item["id"]): (name, layout.render({name: (item,)}, "plan").partition("\n")[2].rstrip())
        for name in LISTS
        for item in tree.get(name) or ()
        if isinstance(item, Mapping) and "id" in item
    }
