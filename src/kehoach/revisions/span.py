"""What a user asked to compare: ``main``, ``main..HEAD``, ``main...nhanh``, nothing, or what is staged."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.files.git import Repository

WORKING, STAGED = "bản đang sửa", "phần đã git add"


@dataclass(frozen=True, slots=True)
class Span:
    """Two states: the commit ``old``, and the commit ``new`` (``None``: the working tree, or the index where ``staged``)."""

    old: str
    new: str | None
    staged: bool
    names: tuple[str, str]


def span(repository: Repository, text: str | None, *, staged: bool = False) -> Span:
    """Return the two states that *text* names, as git reads it; a single revision stands for the point where this branch left it.

    Raises:
        NoCommit, UnknownRevision, NoCommonBase: as :class:`~kehoach.files.git.Repository` says.
    """
    there = STAGED if staged else WORKING
    if text is None:
        return Span(repository.resolve("HEAD"), None, staged, ("HEAD", there))
    if "..." in text:
        first, _, second = text.partition("...")
        first, second = first or "HEAD", second or "HEAD"
        return Span(
            repository.merge_base(first, second), repository.resolve(second), staged=False, names=(f"gốc chung với {first}", second)
        )
    if ".." in text:
        first, _, second = text.partition("..")
        first, second = first or "HEAD", second or "HEAD"
        return Span(repository.resolve(first), repository.resolve(second), staged=False, names=(first, second))
    return Span(repository.merge_base(text, "HEAD"), None, staged, (f"gốc chung với {text}", there))
