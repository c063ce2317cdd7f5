"""Work lists as the variables of a template (:data:`~kehoach.renderers.as_word.variables.WORKLIST`)."""

from __future__ import annotations

from kehoach.renderers.as_word.words import Context, head, works
from kehoach.reports.assignments import Assignments


def context(made: Assignments) -> Context:
    """Return the variables of the work lists."""
    return {
        **head(made.head, made.made, made.provenance),
        "ky": made.span,
        "cac_phuong": ", ".join(made.wards),
        "van_ban": [{"ten": name} for name in made.documents],
        "don_vi": [
            {
                "so": position,
                "ten": unit.name,
                "phuong": unit.ward,
                "so_viec": len(unit.work),
                "so_den_han": unit.due,
                "viec": list(works(unit.work)),
            }
            for position, unit in enumerate(made.units, start=1)
        ],
        "so_viec": len({work.ref for unit in made.units for work in unit.work}),
        "so_den_han": len({work.ref for unit in made.units for work in unit.work if work.due}),
    }
