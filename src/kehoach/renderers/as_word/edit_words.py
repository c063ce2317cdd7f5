"""An edit as the variables of a template (:data:`~kehoach.renderers.as_word.variables.EDIT`)."""

from __future__ import annotations

from kehoach.renderers.as_word.words import Context, head
from kehoach.reports.edit_page import EditPage


def context(made: EditPage) -> Context:
    """Return the variables of the page about an edit."""
    return {
        **head(made.head, made.made, made.provenance),
        "ban_cu": made.old_name,
        "ban_moi": made.new_name,
        "tong_ket": made.closing,
        "so_can_duyet": made.waiting,
        "van_ban": [
            {
                "ten": name,
                "thay_doi": [
                    {
                        "tt": position,
                        "noi_dung": each.what,
                        "cu": each.old,
                        "moi": each.new,
                        "can_cu": each.basis,
                        "muc_do": each.level,
                        "can_duyet": each.grave,
                        "cho": each.place,
                    }
                    for position, each in enumerate(changes, start=1)
                ],
            }
            for name, changes in made.groups
        ],
    }
