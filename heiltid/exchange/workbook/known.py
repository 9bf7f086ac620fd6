"""Names defined on one sheet and mentioned on others."""

from __future__ import annotations

from heiltid.exchange.workbook.fields import Fields
from heiltid.spelling import Known


def mention(fields: Fields, heading: str, typed: str | None, known: Known, key: str) -> str | None:
    """The name that a cell mentions; an unknown one is noted. None stays None."""
    if typed is None:
        return None
    found = known.find(typed)
    if found is None and not known.is_complete:
        return typed
    if found is None:
        fields.refuse(heading, key, suggestion=known.nearest(typed))
    return found
