"""What the open shifts of a roll-out came to: filled by whom, counted how, and what it did for positions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from heiltid.booking.account.ledger import extras_of
from heiltid.booking.dates.rolling import undecide
from heiltid.booking.places.open_places import open_places
from heiltid.contract import ROTA_WEEK_MINUTES
from heiltid.measures.positions import figures_after, figures_before, positions_of
from heiltid.model import FULL_TIME_BP, Status
from heiltid.model.asking import Extra
from heiltid.model.booking import RollOut


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSums:
    """The sums of one roll-out. Minutes are those on top of people's plans; positions in basis points.

    places: open before anything was decided; within: shifts taken by people with a position here;
    average_actual_bp: their positions with the extra hours, of the same people as average_before_bp.
    """

    places: int
    still_open: int
    within: int
    by_substitutes: int
    unbound_minutes: int
    extra_minutes: int
    overtime_minutes: int
    average_before_bp: Fraction
    average_actual_bp: Fraction

    @property
    def overtime_avoided_minutes(self) -> int:
        """Hours taken that are no overtime: as they would be for somebody with a full position."""
        return self.unbound_minutes + self.extra_minutes


def actual_positions(rollout: RollOut, extras: Iterable[Extra] | None = None) -> dict[str, int]:
    """What people work in a roll-out's weeks as a position, by number: their own, and the extra hours.

    Unbound hours are of the position already, and overtime makes none larger. A three-part unit is
    reckoned with 35.5 hours. extras: those of the roll-out, if they are known.
    """
    unit, found = rollout.unit, positions_of(rollout.unit, rollout.plan)
    full_time = (unit.full_time_week_minutes or ROTA_WEEK_MINUTES) * unit.weeks
    minutes = dict.fromkeys(found, 0)
    for entry in extras_of(rollout) if extras is None else extras:
        if entry.employee in minutes:
            minutes[entry.employee] += entry.extra_minutes
    people = unit.employee_by_number()
    return {
        number: min(
            max(position, FULL_TIME_BP - people[number].elsewhere_bp),
            position + round(minutes[number] * FULL_TIME_BP / full_time),
        )
        for number, position in found.items()
    }


def unit_sums(rollout: RollOut) -> UnitSums:
    """The sums of a roll-out as it stands."""
    unit, extras = rollout.unit, extras_of(rollout)
    bare = undecide(rollout, rollout.decisions)
    status = {person.number: person.status for person in unit.employees}
    within = sum(status[entry.employee] is not Status.HOURLY for entry in extras)
    was = positions_of(unit, rollout.plan)
    now = figures_after(unit, was, actual_positions(rollout, extras))
    return UnitSums(
        places=len(open_places(bare.unit, bare.plan, bare.lost)),
        still_open=len(open_places(unit, rollout.plan, rollout.lost)),
        within=within,
        by_substitutes=len(extras) - within,
        unbound_minutes=sum(entry.unbound_minutes for entry in extras),
        extra_minutes=sum(entry.extra_minutes for entry in extras),
        overtime_minutes=sum(entry.overtime_minutes for entry in extras),
        average_before_bp=figures_before(unit, was).average_bp,
        average_actual_bp=now.same_people_average_bp,
    )
