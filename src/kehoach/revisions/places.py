"""The line of a judgement: on the new side where the record stands there, else where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.files import folder, locate
from kehoach.registry import plan_file
from kehoach.revisions.bytes import entry_file
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.sides import Sides

_LISTS = {"target": "targets", "task": "tasks", "project": "projects", "retired": "retired"}
_FILES = {"unit": folder.UNITS, "ward": folder.UNITS, "indicator": folder.INDICATORS, "reference": folder.REFERENCES}
_TOP = re.compile(r"([a-z0-9_-]+):")
_ID = re.compile(r"(?:  )?- \{?(?:id: )([a-z0-9-]+)\b")
_ITEM = re.compile(r"( *)- ")
_FIELD = re.compile(r"    ([a-z_]+):")

Key = tuple[str, ...]


class Places:
    """Lines by what stands on them. The plain layout is read by its line starts; only another one costs a parser."""

    def __init__(self, both: Sides) -> None:
        self.both = both
        self.lines: dict[tuple[int, str], dict[Key, int]] = {}

    def of(self, said: Judgement) -> tuple[str, int]:
        """Return the file of a judgement and its line in it."""
        if said.file is not None:
            return said.file, self._line(1, said.file, (said.field or "",)) or 1
        if said.kind in ("actual", "path"):
            file = entry_file(said.kind, said.ref)
            return file, self._row(1, file, said.ref) or self._row(0, file, said.ref) or 1
        for index, plan in ((1, said.new_plan), (0, said.old_plan)):
            if plan is not None:
                line = self._line(index, plan_file(plan.id), _key(said))
                if line:
                    return plan_file(plan.id), line
        plan = said.new_plan or said.old_plan
        file = plan_file(plan.id) if plan else _FILES[said.kind]
        return file, self._line(1, file, (said.ref,)) or self._line(0, file, (said.ref,)) or 1

    def _line(self, index: int, file: str, key: Key) -> int:
        raw = (self.both.old, self.both.new)[index].raw.get(file)
        if raw is None:
            return 0
        if (index, file) not in self.lines:
            self.lines[(index, file)] = dict(_read(raw.decode("utf-8", "replace")))
        found = self.lines[(index, file)]
        return found.get(key) or found.get(key[:-1], 0) or (self._parsed(raw, key) if len(key) > 1 and key[:2] not in found else 0)

    def _row(self, index: int, file: str, ref: str) -> int:
        """Return the line of an entry of a list by its position: the lines that begin one, at the depth of the first."""
        side = (self.both.old, self.both.new)[index]
        raw, row = side.raw.get(file), side.rows.get(ref)
        if raw is None or row is None:
            return 0
        items = [(m[1], n) for n, line in enumerate(raw.decode("utf-8", "replace").split("\n"), start=1) if (m := _ITEM.match(line))]
        numbers = [number for indent, number in items if indent == items[0][0]]
        return numbers[row] if row < len(numbers) else 0

    def _parsed(self, raw: bytes, key: Key) -> int:
        """Return the line of a record in a layout of its own, 0 where it is not there."""
        tree = locate.compose_text(raw.decode("utf-8", "replace"))
        for at, ident in enumerate(locate.ids(tree, key[0])):
            if ident == key[1]:
                return locate.position(tree, (key[0], at, *key[2:]))[0]
        return 0


def _key(said: Judgement) -> Key:
    name = _LISTS.get(said.kind)
    if name is None or said.record_id is None:
        return (said.field,) if said.field else ("format",)
    return (name, said.record_id, said.field) if said.field else (name, said.record_id)


def _read(text: str) -> Iterator[tuple[Key, int]]:
    """Yield keys at the top, records by their list and id, and a record's fields, each with its line."""
    top = ident = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _TOP.match(line):
            top, ident = found[1], ""
            yield (top,), number
        elif found := _ID.match(line):
            ident = found[1]
            yield (top, ident), number
        elif ident and (found := _FIELD.match(line)):
            yield (top, ident, found[1]), number
        elif found := re.match(r"  ([a-z0-9/-]+):", line):
            yield (found[1],), number
