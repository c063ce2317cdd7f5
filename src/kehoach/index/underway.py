"""What is made of each ward while its files are read, so that an answer over a registry that is new goes through it only once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.index import records, tables
from kehoach.index.tables import CATALOGUES, Answer, ward_of

if TYPE_CHECKING:
    from kehoach.files.locate import Places
    from kehoach.index.memory import Memory
    from kehoach.index.reading import One
    from kehoach.registry import Registry

Make = Callable[["Registry", "Places"], Mapping[str, str]]
"""Makes a text for each ward of a registry, from that registry alone and the places in its files; other processes must be able to
import it."""


class Underway:
    """Makes the answers called *name* with *make*, of the wards in *whole* that refer to no other ward.

    *catalogues* are their files' records as text, *state* their state. A ward that others refer to is made in vain: what it
    really follows from is more than what is said here, so that nobody takes it for an answer.
    """

    def __init__(self, root: Path, name: str, make: Make, *, catalogues: Mapping[str, str], state: str, whole: frozenset[str]) -> None:
        self._root, self._name, self._make = root, name, make
        self._texts, self._state, self._whole = catalogues, state, whole

    def made(self, files: Sequence[str], found: Mapping[str, One]) -> tuple[Answer, ...]:
        """Return the answer about the ward of *files*, as they were *found*; none where it takes more than these."""
        ward = ward_of(files[0])
        entries = [found[path].made.entry if path in found else None for path in files]
        basis = tables.basis((self._state, tables.state(entries)))
        if ward == CATALOGUES or ward not in self._whole or basis is None or any(entry.links for entry in entries if entry):
            return ()
        from kehoach.files.locate import Places
        from kehoach.registry import add_wards

        registry, _ = add_wards(self._catalogues, (ward,), lambda path, _: found[path][:2], files)
        places = Places(self._root, {path: one.held for path, one in found.items()})
        text = self._make(replace(registry, scope=None), places).get(ward, "")
        return ((self._name, ward, basis, text.encode("utf-8", "surrogatepass")),)

    @cached_property
    def _catalogues(self) -> Registry:
        from kehoach.registry import load_registry

        return load_registry(self._root, (), lambda path, _: (records.loads(self._texts[path]), []), ())[0]


def begun(memory: Memory, name: str, make: Make, missing: list[str]) -> Underway | None:
    """Return what makes an answer of each ward of which every file is *missing*; the catalogues are read for it, and are missing no longer."""
    catalogues = {path: memory.read(path)[0] for path in memory.scope[CATALOGUES]}
    state, new = memory.state(CATALOGUES), set(missing)
    missing[:] = [path for path in missing if path not in catalogues]
    if state is None:
        return None
    whole = frozenset(ward for ward in memory.wards if new.issuperset(memory.scope[ward]))
    texts = {path: records.dumps(record) for path, record in catalogues.items()}
    return Underway(memory.root, name, make, catalogues=texts, state=state, whole=whole)
