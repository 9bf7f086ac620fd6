"""Names defined on one sheet and mentioned on others."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.fields import Fields


def loosely(name: str) -> str:
    """A number or code as it is compared when not found exactly: no case, no leading zeros."""
    folded = name.casefold()
    return folded.lstrip("0") or "0" if folded.isdigit() else folded


class Known:
    """Names defined on one sheet and mentioned on others: found exactly, else when `fold` makes them equal.

    `is_complete` False: the defining sheet is missing or lacks columns, so nothing can be called unknown.
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
        return words.nearest(typed, self.names, cutoff=words.LIKE_CODE)


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
