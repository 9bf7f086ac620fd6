"""How the people on duty stand to what is asked for, as every rota on screen or paper tells it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from heiltid.coverage import Requirement


class Against(Enum):
    """People present, against the demand; from the best to the worst."""

    RIGHT = "right"
    ABOVE_TARGET = "above_target"  # all through the time, within Max
    ABOVE_MAXIMUM = "above_maximum"  # at some time
    BELOW_TARGET = "below_target"  # at some time
    BELOW_MINIMUM = "below_minimum"  # at some time


_ORDER = {against: place for place, against in enumerate(Against)}


class Present(NamedTuple):
    """Fewest (above Max: most) people present through a piece of a day."""

    people: int
    against: Against


def present_in(requirement: Requirement, counts: Iterable[int], *, counts_surplus: bool) -> Present:
    """What is told of a requirement, from the people in each of its pieces.

    counts_surplus: its row is one of Coverage.surplus_rows; without it more than Target is simply enough.
    """
    people = list(counts)
    least, most = min(people, default=0), max(people, default=0)
    if least < requirement.minimum:
        return Present(least, Against.BELOW_MINIMUM)
    if requirement.maximum is not None and most > requirement.maximum:
        return Present(most, Against.ABOVE_MAXIMUM)
    if least < requirement.target:
        return Present(least, Against.BELOW_TARGET)
    is_above = counts_surplus and least > requirement.target
    return Present(least, Against.ABOVE_TARGET if is_above else Against.RIGHT)


def worse_of(one: Present | None, other: Present) -> Present:
    """Two requirements told in one place: the one that is further from right; the first where alike."""
    return other if one is None or _ORDER[other.against] > _ORDER[one.against] else one
