"""The others who wanted a larger position than they had, and how the hours fell among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from heiltid.measures.positions import is_unwanted_part_time
from heiltid.model import Employee, Unit, WishStrength


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """Somebody whose position grew, in basis points."""

    employee: str
    was_bp: int
    now_bp: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The others who wanted more than they had, by employee number.

    gains: who of them got more, the largest first. alike: who has more now though nothing that counts
    tells the two apart: it might as well have been the other way round. Nothing is told of a rule that
    gave it to them: the goals weigh all together, so no rule for two holds between any other two.
    """

    served: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    not_served: tuple[str, ...] = ()
    gains: tuple[Gain, ...] = ()
    alike: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """All of them."""
        return len(self.served) + len(self.partly) + len(self.not_served)


NO_QUEUE = Queue()


def queue_of(unit: Unit, was_bp: Mapping[str, int], now_bp: Mapping[str, int], person: Employee) -> Queue:
    """was_bp, now_bp: positions before and in the plan, by employee number."""
    others = [
        other
        for other in unit.planned_employees
        if other is not person and is_unwanted_part_time(other, was_bp[other.number])
    ]
    served = [other for other in others if now_bp[other.number] >= other.wanted_bp]
    lacking = [other for other in others if now_bp[other.number] < other.wanted_bp]
    grown = [other for other in lacking if now_bp[other.number] > was_bp[other.number]]
    gains = [
        Gain(employee=other.number, was_bp=was_bp[other.number], now_bp=now_bp[other.number])
        for other in others
        if now_bp[other.number] > was_bp[other.number]
    ]
    return Queue(
        served=_numbers(served),
        partly=_numbers(grown),
        not_served=_numbers([other for other in lacking if other not in grown]),
        # Equal gains stand in the order of the list.
        gains=tuple(sorted(gains, key=lambda gain: gain.was_bp - gain.now_bp)),
        alike=_numbers([other for other in others if _is_alike(unit, now_bp, other, person)]),
    )


def _is_alike(unit: Unit, now_bp: Mapping[str, int], other: Employee, person: Employee) -> bool:
    """Whether the two could change lines, and no goal for positions would be better or worse."""
    more, less = now_bp[other.number], now_bp[person.number]
    return (
        more > less
        and other.wanted_bp == person.wanted_bp
        and shift_terms(unit, other) == shift_terms(unit, person)
        and more <= person.max_bp
        and other.min_bp <= less
    )


def shift_terms(unit: Unit, person: Employee) -> tuple[object, ...]:
    """All that decides which shifts somebody may have."""
    return (
        *(person.competence, person.elsewhere_bp, person.status),
        *(person.weekend_every, person.weekend_offset, person.extra_weekends),
        *(person.kinds, person.long_shifts, person.max_days_in_row, person.max_nights_in_row),
        *(person.employed_from, person.employed_to),
        sorted((entry.first, entry.last) for entry in unit.absences if entry.employee == person.number),
        sorted(
            (entry.rule, entry.parameter, entry.value)
            for entry in unit.overrides
            if entry.employee == person.number
        ),
        {
            replace(entry, employee="")
            for entry in unit.wishes
            if entry.strength is WishStrength.MUST and entry.employee == person.number
        },
    )


def _numbers(people: Sequence[Employee]) -> tuple[str, ...]:
    return tuple(person.number for person in people)
