"""Whether there are nights left for who takes nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from heiltid.measures.scarcity import night_minutes_needed
from heiltid.model import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class FullNights:
    """The plan has all the nights the staffing asks for. Paid minutes a week.

    grown: others who take nothing else, wanted more and got some of it.
    """

    needed_minutes: Fraction
    planned_minutes: Fraction
    grown: int = 0


def full_nights(unit: Unit, planned_minutes: int) -> FullNights | None:
    """None: more are asked for than there are, none at all, or it is not known.

    planned_minutes: paid for nights over the whole plan.
    """
    needed, planned = night_minutes_needed(unit), Fraction(planned_minutes, unit.weeks)
    if not needed or planned < needed:
        return None
    return FullNights(needed_minutes=needed, planned_minutes=planned)
