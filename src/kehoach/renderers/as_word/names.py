"""The expressions of a template against what there is: names and fields by the table of variables, nothing that calls or computes much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, nodes

from kehoach.renderers.as_word.environment import environment
from kehoach.renderers.as_word.variable import Variable
from kehoach.renderers.as_word.variables import FILTERS

LOOP = Variable(
    "loop",
    "",
    fields=(
        Variable("index", "", "number"),
        Variable("index0", "", "number"),
        Variable("first", "", "flag"),
        Variable("last", "", "flag"),
        Variable("length", "", "number"),
    ),
)
OTHER = Variable("", "")
"""A value without fields."""
_HARMLESS = (nodes.Const, nodes.TemplateData, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat)
_PLAIN = (*_HARMLESS, nodes.Add, nodes.Sub, nodes.Output, nodes.Template, nodes.If, nodes.List, nodes.Tuple, nodes.Test, nodes.Keyword)
_TESTS = ("defined", "none", "odd", "even", "true", "false", "string", "number")


@dataclass
class Scope:
    """The names that may be used at one place: the document's, and those of the loops around it."""

    variables: tuple[Variable, ...]
    inner: list[dict[str, Variable]] = field(default_factory=list)

    def find(self, name: str) -> Variable | None:
        """Return what *name* is here."""
        for names in reversed(self.inner):
            if name in names:
                return names[name]
        return next((variable for variable in self.variables if variable.name == name), None)

    def known(self) -> list[str]:
        """Return every name that may be used here."""
        return [*(name for names in self.inner for name in names if name != "loop"), *(variable.name for variable in self.variables)]


def parsed(code: str) -> nodes.Template | str:
    """Return the tree of a piece of template, or why jinja2 cannot read it."""
    try:
        return environment().parse(code)
    except TemplateSyntaxError as error:
        return f"thẻ viết sai ({error.message})"


def expression_faults(code: str, scope: Scope, part: str) -> Iterator[str]:
    """Yield what is wrong with ``{{ code }}``."""
    tree = parsed(f"{{{{ {code} }}}}") if code else "thẻ rỗng"
    if isinstance(tree, str):
        yield tree
        return
    yield from faults(tree, scope)
    for shown in (node for output in tree.find_all(nodes.Output) for node in output.nodes):
        kind = shape(shown, scope)
        if kind is not None and kind.kind == "list":
            yield f"`{kind.name}` là một danh sách: viết vòng lặp {{% for … in {kind.name} %}}"
        elif kind is not None and kind.kind == "chart" and part != "document":
            yield "biểu đồ chỉ đặt được trong thân văn bản"


def faults(tree: nodes.Node, scope: Scope) -> Iterator[str]:
    """Yield what is wrong with the names, filters and constructs in a tree."""
    if isinstance(tree, nodes.Name):
        if scope.find(tree.name) is None:
            yield unknown("biến", tree.name, scope.known())
        return
    if isinstance(tree, nodes.Getattr | nodes.Getitem):
        yield from _field_faults(tree, scope)
        return
    if isinstance(tree, nodes.Filter):
        if tree.name not in FILTERS:
            yield unknown("bộ lọc", tree.name, FILTERS)
    elif isinstance(tree, nodes.Test):
        if tree.name not in _TESTS:
            yield unknown("phép thử", tree.name, _TESTS)
    elif not isinstance(tree, _PLAIN):
        yield "cách viết này mẫu không được dùng"
        return
    for child in tree.iter_child_nodes():
        yield from faults(child, scope)


def shape(node: nodes.Node, scope: Scope) -> Variable | None:
    """Return what an expression stands for, ``None`` where that is not known."""
    if isinstance(node, nodes.Name):
        return scope.find(node.name)
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        below, name = shape(node.node, scope), _field_of(node)
        if below is None or below.kind == "list":
            return None
        return next((each for each in below.fields if each.name == name), None)
    return OTHER


def unknown(noun: str, name: str, known: Iterable[str]) -> str:
    """Return that there is no *noun* called *name*, with the nearest of *known*: alike, or the one that it lengthens or shortens."""
    names = list(known)
    alike = get_close_matches(name, names, n=1, cutoff=0.6) or [
        n for n in names if f"{name}_".startswith(f"{n}_") or n.startswith(f"{name}_")
    ]
    return f"không có {noun} `{name}`" + (f"; có phải `{alike[0]}`?" if alike else "")


def _field_faults(node: nodes.Getattr | nodes.Getitem, scope: Scope) -> Iterator[str]:
    inner = list(faults(node.node, scope))
    yield from inner
    if inner:
        return
    below, name = shape(node.node, scope), _field_of(node)
    if below is None or below.kind == "list" or name is None:
        what = (
            f"`{below.name}` là một danh sách: dùng các phần tử qua vòng lặp" if below is not None else "cách viết này mẫu không được dùng"
        )
        yield what
    elif name not in (each.name for each in below.fields):
        yield unknown("biến", f"{_path(node.node)}.{name}", [f"{_path(node.node)}.{each.name}" for each in below.fields])


def _field_of(node: nodes.Getattr | nodes.Getitem) -> str | None:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return node.arg.value if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str) else None


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    return f"{_path(node.node)}.{_field_of(node)}" if isinstance(node, nodes.Getattr | nodes.Getitem) else "…"
