"""How many people a staffing plan asks for, before anybody works there: the weekend arithmetic in a sentence.

A rule of thumb, not the proven bound. Source: domain.md section 7.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from heiltid.calendar import Calendar
from heiltid.coverage import Coverage
from heiltid.measures.budget import weekend_arithmetic_of
from heiltid.measures.weekend_arithmetic import WeekendArithmetic
from heiltid.model import FULL_TIME_BP, Employee, ShiftKind, Unit
from heiltid.texts import Language, text

USUAL_WEEKEND_EVERY = 3
_TO_PERCENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleNeeded:
    """What the staffing plan asks for when everybody works one weekend in `weekend_every`."""

    weekend_every: int
    short: WeekendArithmetic  # with shifts of ordinary length, where they reach
    long: WeekendArithmetic | None  # everybody takes long shifts too; None where no long code fits
    can_do_without_long: bool = True  # codes of ordinary length reach all of the staffing

    @property
    def people(self) -> int:
        """The people the weekends ask for, and no fewer than the hours ask for at 100 %."""
        return _people(self.short, self.weekend_every)

    @property
    def people_with_long_shifts(self) -> int | None:
        """The same with long shifts; None where they ask for no fewer."""
        if self.long is None:
            return None
        found = _people(self.long, self.weekend_every)
        return found if found < self.people else None

    @property
    def average(self) -> Fraction:
        """Average position with that many people, at most 1 (= 100 %)."""
        return self.short.full_time_equivalents / self.people

    @property
    def average_with_long_shifts(self) -> Fraction | None:
        """The same for `people_with_long_shifts`."""
        people = self.people_with_long_shifts
        return None if self.long is None or people is None else self.long.full_time_equivalents / people


def _people(found: WeekendArithmetic, weekend_every: int) -> int:
    return max(found.least_people(weekend_every), -int(-found.full_time_equivalents // 1))


def people_needed(unit: Unit, weekend_every: int = USUAL_WEEKEND_EVERY) -> PeopleNeeded | None:
    """The rule of thumb for a unit's targets, whoever works there now.

    None without weekend work, without weekends (`weekend_every` 0), or where the hours cannot be reckoned.
    """
    if weekend_every < 1:
        return None
    is_covered = _is_covered(unit)
    short = weekend_arithmetic_of(_staffed(unit, long_shifts=not is_covered))
    if short is None:
        return None
    has_long = any(shift.kind is ShiftKind.LONG for shift in unit.shifts)
    long = weekend_arithmetic_of(_staffed(unit, long_shifts=True)) if has_long else None
    return PeopleNeeded(weekend_every=weekend_every, short=short, long=long, can_do_without_long=is_covered)


def _staffed(unit: Unit, *, long_shifts: bool) -> Unit:
    """The unit with one willing full-timer of each competence, for reckoning with codes alone."""
    people = tuple(
        Employee(
            number=str(number),
            competence=entry.name,
            position_bp=FULL_TIME_BP,
            wanted_bp=FULL_TIME_BP,
            min_bp=0,
            max_bp=FULL_TIME_BP,
            long_shifts=long_shifts,
        )
        for number, entry in enumerate(unit.competences, start=1)
    )
    return replace(unit, employees=people, wishes=(), absences=(), agreements=(), overrides=())


def _is_covered(unit: Unit) -> bool:
    """Whether codes of ordinary length reach every time that long ones reach."""
    reached = [
        {unit.shift_by_code()[code].kind for _, code in segment.covers}
        for segment in Coverage(unit, Calendar(unit)).segments
    ]
    return all(kinds != {ShiftKind.LONG} for kinds in reached)


def people_sentences(needed: PeopleNeeded, language: Language) -> tuple[str, ...]:
    """The guidance: people in a weekend; then people and average position, the condition first."""
    has_choice = needed.long is not None and needed.can_do_without_long
    fewer, average = needed.people_with_long_shifts, needed.average_with_long_shifts
    said = [
        text("starters.people", language, heads=needed.short.people_per_weekend),
        text(
            "starters.with_short_shifts" if has_choice else "starters.with",
            language,
            every=_every(needed.weekend_every, language),
            people=needed.people,
            average=_percent(needed.average),
            fte=float(needed.short.full_time_equivalents),
        ),
    ]
    if fewer is not None and average is not None:
        said.append(text("starters.with_long_shifts", language, people=fewer, average=_percent(average)))
    return tuple(said)


def _percent(share: Fraction) -> float:
    return round(float(share * _TO_PERCENT), 1)


def _every(weekend_every: int, language: Language) -> str:
    """As "kvar 3. helg"."""
    key = "starters.every_weekend" if weekend_every == 1 else "starters.every"
    return text(key, language, every=weekend_every)
