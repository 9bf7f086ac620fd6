"""Whom a pasted name means: in either order, with or without a comma, where only one can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from heiltid.spelling import nearest, normal

_BETWEEN = re.compile(r"[\s,]+")
NameKey = tuple[str, ...]


def name_key(name: str) -> NameKey:
    """The words of a name as they are compared: "Moe, Kjersti" and "Kjersti Moe" have the same key."""
    return tuple(sorted(word for part in _BETWEEN.split(name) if (word := normal(part))))


class Names:
    """People by name. A name as it stands goes before the same words in another order."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        """named: (name, employee number); somebody may have several names."""
        self._exact: dict[str, list[str]] = {}
        self._turned: dict[NameKey, list[str]] = {}
        self._shown: dict[str, str] = {}
        for name, number in named:
            if not name_key(name):
                continue
            _put(self._exact.setdefault(normal(name), []), number)
            _put(self._turned.setdefault(name_key(name), []), number)
            self._shown.setdefault(number, name)

    def find(self, typed: str) -> tuple[str, ...]:
        """The numbers of all it may mean."""
        exact = self._exact.get(normal(typed), [])
        return tuple(exact or self._turned.get(name_key(typed), []))

    def suggestion(self, typed: str) -> str | None:
        """The name probably meant by one that is not found: misspelt, or a part of only one name."""
        asked = set(name_key(typed))
        if not asked:
            return None
        holding = {number for key, numbers in self._turned.items() if asked <= set(key) for number in numbers}
        if holding:
            return self._shown[holding.pop()] if len(holding) == 1 else None
        turned = self._spellings()
        found = nearest(" ".join(name_key(typed)), turned)
        return None if found is None else self._only(turned[found])

    def _spellings(self) -> Mapping[str, list[str]]:
        """The numbers by the words of their names in the order of the alphabet."""
        return {" ".join(key): numbers for key, numbers in self._turned.items()}

    def _only(self, numbers: list[str]) -> str | None:
        return self._shown[numbers[0]] if len(numbers) == 1 else None


def _put(numbers: list[str], number: str) -> None:
    if number not in numbers:
        numbers.append(number)
