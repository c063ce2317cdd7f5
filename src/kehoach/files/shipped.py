"""What pydantic compiles from the model, shipped with the program: with the pydantic it was compiled by, nobody waits for pydantic.

``schemas.txt`` is written by ``tools/compile_schemas.py``: on its first line what it was made by and of, then for each kind its name, a blank
and the text of :mod:`kehoach.files.compiled`. With another pydantic, or a model that was edited since, it is as if it were not there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from zlib import crc32

from kehoach.files import compiled

_HERE = os.path.dirname(__file__)
PATH = os.path.join(_HERE, "schemas.txt")
_MODEL = os.path.join(os.path.dirname(_HERE), "model")
_ALSO = ("adapters.py", "compiled.py", "shapes.py")


@cache
def schemas() -> Mapping[str, str]:
    """Return the compiled schemas by kind, none where they are not of this pydantic and this model."""
    try:
        with open(PATH, encoding="utf-8") as file:
            head, *lines = file.read().removesuffix("\n").split("\n")
        if head != origin():
            return {}
    except (OSError, ValueError):
        return {}
    return {kind: text for kind, _, text in (line.partition(" ") for line in lines)}


def written(texts: Mapping[str, str]) -> str:
    """Return the file that :func:`schemas` reads.

    Raises:
        OSError: the sources of the model, or of pydantic's version, cannot be read.
    """
    return "\n".join((origin(), *(f"{kind} {text}" for kind, text in texts.items()))) + "\n"


def origin() -> str:
    """Return a text that differs wherever pydantic would compile something else.

    Raises:
        OSError: the sources cannot be read.
    """
    compiler = compiled.compiler()
    if compiler is None:
        raise FileNotFoundError(PATH)
    return f"{compiler} {crc32(b''.join(_sources())):08x}"


def _sources() -> Iterable[bytes]:
    names = [os.path.join(_MODEL, name) for name in sorted(os.listdir(_MODEL)) if name.endswith(".py")]
    for path in (*names, *(os.path.join(_HERE, name) for name in _ALSO)):
        with open(path, "rb") as file:
            yield file.read().replace(b"\r\n", b"\n")  # as a checkout on Windows has it
