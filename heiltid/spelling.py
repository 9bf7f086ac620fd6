"""Words as people type them: compared without case and signs, and the nearest right one found."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable

MINUS_SIGNS = "‐‑‒–—−"
LONGEST_MISSPELLING = 60
LIKE, LIKE_CODE = 0.6, 0.5

_TRANSLITERATION = str.maketrans({"å": "a", "ø": "o", "ö": "o", "æ": "ae", "ä": "ae"})
_DROPPED = re.compile(rf"[\s_\-{MINUS_SIGNS}]+")


def normal(text: str) -> str:
    """A word as it is compared: case, spaces and hyphens dropped, å/ø/æ written a/o/ae."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_TRANSLITERATION)
    return _DROPPED.sub("", folded)


def nearest(text: str, right: Iterable[str], *, cutoff: float = LIKE) -> str | None:
    """The right word that a misspelt one is most like, or None when none is near.

    `cutoff`: the share of letters that must agree; `LIKE_CODE` suits codes of two signs.
    """
    wrong = normal(text)
    if not wrong or len(wrong) > LONGEST_MISSPELLING:
        return None
    by_normal = {normal(candidate): candidate for candidate in reversed(tuple(right))}
    close = difflib.get_close_matches(wrong, by_normal, n=1, cutoff=cutoff)
    return by_normal[close[0]] if close else None


def loosely(name: str) -> str:
    """A number or code as it is compared when not found exactly: no case, no leading zeros."""
    folded = name.casefold()
    return folded.lstrip("0") or "0" if folded.isdigit() else folded


class Known:
    """Names defined in one place and mentioned in others: found exactly, else when `fold` makes them equal.

    `is_complete` False: the place that defines them is missing or lacks parts, so nothing can be called
    unknown.
    """

    def __init__(
        self, names: Iterable[str], *, is_complete: bool = True, fold: Callable[[str], str] = loosely
    ) -> None:
        self.names = tuple(dict.fromkeys(names))
        self.is_complete = is_complete
        self._fold = fold
        self._exact = frozenset(self.names)
        self._loose: dict[str, list[str]] = {}
        for name in self.names:
            self._loose.setdefault(fold(name), []).append(name)

    def find(self, typed: str) -> str | None:
        """The name meant, None when there is none or more than one."""
        if typed in self._exact:
            return typed
        found = self._loose.get(self._fold(typed), [])
        return found[0] if len(found) == 1 else None

    def nearest(self, typed: str) -> str | None:
        """The name most like a misspelt one."""
        return nearest(typed, self.names, cutoff=LIKE_CODE)
