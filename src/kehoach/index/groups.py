"""Wards whose records refer to each other: what is said of one of them may follow from the files of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def grouped(wards: Iterable[str], ties: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Return each of *wards* with all that it is tied to, however far, in their order; ties to other wards do not count."""
    order = {ward: index for index, ward in enumerate(wards)}
    groups = {ward: [ward] for ward in order}
    for one, other in ties:
        if one in order and other in order and groups[one] is not groups[other]:
            small, large = sorted((groups[one], groups[other]), key=len)
            large.extend(small)
            groups.update(dict.fromkeys(small, large))
    return {ward: (ward,) if len(group) == 1 else tuple(sorted(group, key=order.__getitem__)) for ward, group in groups.items()}
