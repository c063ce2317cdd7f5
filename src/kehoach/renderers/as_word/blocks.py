"""The statements of a template (``for``, ``if`` and docxtpl's own): each by itself, and whether each is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

from kehoach.renderers.as_word.names import LOOP, OTHER, Scope, faults, parsed, shape
from kehoach.renderers.as_word.scan import Tag
from kehoach.renderers.as_word.variable import Variable

MOST_DEEP = 4
_CLOSERS = {"endfor": "for", "endif": "if"}
_CELLS = ("colspan", "cellbg")
_ALONE = ("vm", "hm")


@dataclass(frozen=True, slots=True)
class Open:
    """A statement that is not closed yet; a loop whose head cannot be read binds nothing, and its fields are not looked at."""

    word: str
    tag: Tag


class Blocks:
    """The statements that are open at one place of a part."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.open: list[Open] = []

    def unclosed(self) -> list[Tag]:
        """Return the tags whose end never came."""
        return [each.tag for each in self.open]

    def take(self, tag: Tag) -> Iterator[str]:
        """Yield what is wrong with the next statement, and remember what it opens or closes."""
        word = tag.code.split(maxsplit=1)[0] if tag.code else ""
        if word == "for":
            yield from self._loop(tag)
        elif word == "if":
            self.open.append(Open("if", tag))
            yield from self._condition(tag.code.removeprefix("if"))
        elif word in ("elif", "else"):
            if not self.open or (word == "elif" and self.open[-1].word != "if"):
                yield f"`{word}` không có `if` đứng trước"
            elif word == "elif":
                yield from self._condition(tag.code.removeprefix("elif"))
        elif word in _CLOSERS:
            yield from self._close(word)
        elif word in _CELLS:
            yield from self._expression(tag.code.removeprefix(word))
        elif word not in _ALONE:
            yield f"không có lệnh `{word}`" if word else "thẻ rỗng"

    def _close(self, word: str) -> Iterator[str]:
        wanted = _CLOSERS[word]
        if not self.open:
            yield f"`{word}` thừa: không có `{wanted}` nào đang mở"
            return
        if self.open[-1].word != wanted:
            yield f"`{word}` không khớp: đang mở “{self.open[-1].tag.text}”"
            if all(each.word != wanted for each in self.open):
                return
            while self.open[-1].word != wanted:
                self._leave()
        self._leave()

    def _leave(self) -> None:
        if self.open.pop().word == "for":
            self.scope.inner.pop()

    def _loop(self, tag: Tag) -> Iterator[str]:
        names: dict[str, Variable] = {}
        tree = parsed(f"{{% {tag.code} %}}{{% endfor %}}")
        loop = None if isinstance(tree, str) else next(tree.find_all(nodes.For), None)
        if isinstance(tree, str) or loop is None:
            yield str(tree)
        else:
            yield from faults(loop.iter, self.scope)
            yield from self._iterated(loop, names)
        self.scope.inner.append(names)
        self.open.append(Open("for", tag))
        if loop is not None and loop.test is not None:
            yield from faults(loop.test, self.scope)

    def _iterated(self, loop: nodes.For, names: dict[str, Variable]) -> Iterator[str]:
        over = shape(loop.iter, self.scope)
        if not isinstance(loop.target, nodes.Name) or loop.recursive:
            yield "vòng lặp chỉ viết được dạng `for x in danh_sach`"
            return
        names.update({loop.target.name: OTHER, "loop": LOOP})
        if over is None:
            names[loop.target.name] = _anything(self.scope)
        elif over.kind != "list":
            yield f"`{over.name or '…'}` không phải danh sách"
            names[loop.target.name] = _anything(self.scope)
        else:
            names[loop.target.name] = Variable(loop.target.name, over.words, "text", over.fields)
            if len(self.scope.inner) >= MOST_DEEP or (self.scope.inner and over in self.scope.variables and not over.short):
                yield f"lặp `{over.name}` bên trong vòng lặp khác sẽ ra quá dài"

    def _condition(self, code: str) -> Iterator[str]:
        tree = parsed(f"{{% if {code} %}}{{% endif %}}")
        yield from [tree] if isinstance(tree, str) else faults(tree, self.scope)

    def _expression(self, code: str) -> Iterator[str]:
        tree = parsed(f"{{{{ {code} }}}}")
        yield from [tree] if isinstance(tree, str) else faults(tree, self.scope)


def _anything(scope: Scope) -> Variable:
    """Return a stand-in for what an unreadable loop runs over: every field there is, so that one mistake is told once."""
    every: dict[str, Variable] = {}

    def collect(variables: tuple[Variable, ...]) -> None:
        for variable in variables:
            for below in variable.fields:
                every.setdefault(below.name, below)
            collect(variable.fields)

    collect(scope.variables)
    return Variable("", "", "text", tuple(every.values()))
