"""Where the templates of reports are: inside the installed package, or in the checkout that an editable install runs from."""

from __future__ import annotations

from pathlib import Path

from kehoach.errors import CannotRead

_PACKAGE = Path(__file__).resolve().parent.parent
_FOLDERS = (_PACKAGE / "templates", _PACKAGE.parent.parent / "templates")
"""The wheel carries ``templates/`` inside the package; a checkout has it beside ``src/``."""


def template_path(name: str) -> Path:
    """Return the path of the template file *name*.

    Raises:
        CannotRead: the installation lacks it.
    """
    for folder in _FOLDERS:
        if (folder / name).is_file():
            return folder / name
    raise CannotRead(_FOLDERS[0] / name, "bản cài đặt thiếu tệp này", "Cài lại kehoach.")
