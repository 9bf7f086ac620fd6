"""Names that are nearly equal: one letter more, less, other or moved in one word."""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.exchange.pasting.names import NameKey, name_key

SHORTEST = 4  # letters of a word that may be misspelt: "Li" and "Lie" are two names


class Alike:
    """Finds who has nearly the name of somebody else, without comparing each with each."""

    def __init__(self) -> None:
        self._by_trace: dict[tuple[str, ...], list[tuple[NameKey, str]]] = {}

    def add(self, name: str, whose: str) -> None:
        """A name, and what to call its place."""
        key = name_key(name)
        for trace in _traces(key):
            self._by_trace.setdefault(trace, []).append((key, whose))

    def find(self, name: str) -> str | None:
        """Whose name is nearly, but not quite, this one; the first that was added."""
        key = name_key(name)
        near = (entry for trace in _traces(key) for entry in self._by_trace.get(trace, ()))
        return next((whose for other, whose in near if _is_near(key, other)), None)


def _traces(key: NameKey) -> Iterator[tuple[str, ...]]:
    """The name without one of its letters, each way, and as it is; names with figures are made to differ."""
    if len(key) < 2 or any(sign.isdigit() for word in key for sign in word):
        return
    seen = {key}
    yield key
    for place, word in enumerate(key):
        if len(word) < SHORTEST:
            continue
        for letter in range(1, len(word)):  # another first letter is another name: Hanne, Nanna
            trace = (*key[:place], word[:letter] + word[letter + 1 :], *key[place + 1 :])
            if trace not in seen:
                seen.add(trace)
                yield trace


def _is_near(key: NameKey, other: NameKey) -> bool:
    if len(key) != len(other):
        return False
    pairs = [(one, two) for one, two in zip(key, other, strict=True) if one != two]
    return len(pairs) == 1 and min(map(len, pairs[0])) >= SHORTEST and _is_one_off(*pairs[0])


def _is_one_off(one: str, two: str) -> bool:
    """Whether one letter is added, left out, another, or has changed places with the next."""
    start = next(
        (at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )
    left, right = one[start:], two[start:]
    is_moved = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or is_moved
