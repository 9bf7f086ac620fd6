"""Several names in a row, so that each can be told from the next."""

from __future__ import annotations

import re
from collections.abc import Iterable

COMMA, SEMICOLON = ", ", "; "
_INSIDE = re.compile(r",(?!\d)")  # of a name, and not of a number beside it


def listed_names(names: Iterable[str]) -> str:
    """ "Kari Nes, Per Li"; "Nes, Kari; Li, Per" where a name, or what stands with it, holds a comma."""
    known = tuple(names)
    return (SEMICOLON if any(map(_INSIDE.search, known)) else COMMA).join(known)
