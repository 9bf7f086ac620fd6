"""Several names or parts in a row, so that each can be told from the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from heiltid.texts import Language, text

COMMA, SEMICOLON = ", ", "; "
_INSIDE = re.compile(r",(?!\d)")  # of a name, and not of a number beside it


def listed_names(names: Iterable[str]) -> str:
    """ "Kari Nes, Per Li"; "Nes, Kari; Li, Per" where a name, or what stands with it, holds a comma."""
    known = tuple(names)
    return (SEMICOLON if any(map(_INSIDE.search, known)) else COMMA).join(known)


def listed_with_and(parts: Sequence[str], language: Language) -> str:
    """ "a", "a og b", "a, b og c"; "" for nothing."""
    if len(parts) < 2:
        return "".join(parts)
    return text("wording.and", language, first=listed_names(parts[:-1]), last=parts[-1])


def listed_first(names: Iterable[str], most: int, language: Language) -> str:
    """The first ones and how many more there are: "a, b, c og 2 til"."""
    known = tuple(names)
    more = len(known) - most
    others = [text("wording.others", language, count=more)] if more > 0 else []
    return listed_with_and([*known[:most], *others], language)
