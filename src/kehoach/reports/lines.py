"""A file of the registry with one line for each record, as git diff shows it: short, in words, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kehoach.files import layout, store
from kehoach.files.fragments import LISTS
from kehoach.files.migrate import VERSIONS
from kehoach.files.yaml_text import parse
from kehoach.meaning.time import resolve
from kehoach.meaning.wording import commitment, time_words
from kehoach.model.plan import Plan
from kehoach.model.target import Target

_SAID = ("id", "test", "when", "clause", "indicator", "quote", "title", "name", "lead", "stat")
"""Keys of a record that its line says in words of its own."""


def lines(raw: bytes) -> str:
    """Return the file as lines; as it is where it cannot be read."""
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n")
    kind = _kind(text)
    record = store.read_bytes(text.encode(), "", kind)[0] if kind else None
    if kind is None or record is None:
        return text
    tree = layout.ordered(parse(text), kind)
    found = _plan(record, tree) if isinstance(record, Plan) else _entries(tree)
    return "".join(f"{line}\n" for line in found)


def _kind(text: str) -> str | None:
    """Return the kind of file by its format line; a list of reported figures has none."""
    for line in text.split("\n"):
        if line.startswith("format: kehoach/"):
            kind = line.removeprefix("format: kehoach/").partition("/")[0]
            return kind if kind in VERSIONS else None
        if line.startswith("- "):
            return "actuals" if "indicator" in line else None
    return None


def _plan(plan: Plan, tree: Mapping[str, Any]) -> Iterator[str]:
    for name, value in tree.items():
        if isinstance(value, tuple) and value:
            yield f"{name}:"
            records = getattr(plan, name)
            yield from (
                f"  {_record(plan, each, item) if name in LISTS else _flow(item)}" for each, item in zip(records, value, strict=True)
            )
        elif value not in (None, ()):
            yield f"{name}: {_flow(value)}"


def _record(plan: Plan, record: Any, tree: Mapping[str, Any]) -> str:
    head = f"{record.id} [{record.clause}]"
    if isinstance(record, Target):
        head += f" {record.indicator}: {commitment(record, None)}, {time_words(resolve(record.when, plan))}"
    else:
        head += f" {getattr(record, 'title', None) or record.name}, {time_words(resolve(record.when, plan))}"
    lead = f"; chủ trì {', '.join(record.lead)}" if record.lead else ""
    rest = {key: value for key, value in tree.items() if key not in _SAID}
    more = f"; {_flow(rest)[1:-1]}" if rest else ""
    quote = f"; “{record.quote}”" if getattr(record, "quote", None) else ""
    return f"{head}{lead}{more}{quote}"


def _entries(tree: Any) -> Iterator[str]:
    """Yield the entries of a catalogue or a list, each under its own name."""
    if isinstance(tree, tuple):
        yield from map(_flow, tree)
        return
    for key, value in tree.items():
        nested = isinstance(value, tuple) or (isinstance(value, Mapping) and all(isinstance(item, Mapping) for item in value.values()))
        if nested and value:
            yield f"{key}:"
            pairs = value.items() if isinstance(value, Mapping) else ((None, item) for item in value)
            yield from (f"  {name}: {_flow(item)}" if name is not None else f"  {_flow(item)}" for name, item in pairs)
        else:
            yield f"{key}: {_flow(value)}"


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value)
