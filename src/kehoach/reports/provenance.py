"""What a document was made from, in one sentence, so that a signed page can be made again."""

from __future__ import annotations

from kehoach.files.revision import Revision
from kehoach.vietnamese import date_words


def provenance(day: str, revision: Revision, as_of: str | None = None) -> str:
    """Return the day it was made, up to which day figures were known, and which state of the registry they come from."""
    parts = [f"Lập ngày {date_words(day)}"] if day else []
    if as_of:
        parts.append(f"theo số liệu đã công bố đến {date_words(as_of)}")
    if revision.commit:
        state = "" if revision.clean else ", có sửa đổi chưa ghi vào git"
        parts.append(f"sổ kế hoạch phiên bản {revision.commit[:12]} ({date_words(revision.date or '')}{state})")
    else:
        parts.append("sổ kế hoạch không có phiên bản git")
    return "; ".join(parts) + "."
