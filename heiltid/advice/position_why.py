"""Why somebody has the position she has in a plan, and not the one she wants; all as facts.

What is set for her, which gaps in the staffing she could close, what the unit's hours allow, who else
wanted more and got it. Nothing is guessed: where the facts hold no reason, none is given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from statistics import mode

from heiltid.advice.full_nights import FullNights, full_nights
from heiltid.advice.goal_order import sharing_goals
from heiltid.advice.open_gaps import NONE_OPEN, OpenShifts, open_to
from heiltid.advice.position_choice import Choice, choice_beside
from heiltid.advice.position_queue import NO_QUEUE, Queue, queue_of
from heiltid.advice.short_words import dates_inside
from heiltid.advice.worked_kinds import may_agree, only_kinds
from heiltid.contract import takes_nights_only
from heiltid.jobs import Goal
from heiltid.measures.lacks import Lack, lacks
from heiltid.measures.positions import is_unwanted_part_time, positions_of, positions_today
from heiltid.measures.room import Limit, Room, room_of
from heiltid.model import BY_DAY, FULL_TIME_BP, PLANNABLE_KINDS, Employee, Plan, ShiftKind
from heiltid.rules.judgement import Judgement


class Standing(StrEnum):
    """What a line's position is beside the one that is wanted."""

    VACANT = "vacant"
    CHOSEN = "chosen"
    WANTED = "wanted"
    AWAY = "away"  # for the whole rota: the position stays as it is
    MAXIMUM = "maximum"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLimits:
    """What is set for one person that bears on her hours.

    begins, ends: first and last day, where they lie inside the rota; absent_days: known beforehand.
    usual_every: how often most others work a weekend, where she works it more seldom.
    closed_kinds and closed_share: kinds of shifts she does not work and their part of the plan's hours;
    only_kinds: all she does work, where that is told instead, since she takes long shifts by day.
    long_share: the part of the long shifts, where she might agree to them. asked_of_others: minutes
    a week the staffing asks of a competence she does not fill.
    """

    begins: date | None = None
    ends: date | None = None
    absent_days: int = 0
    usual_every: int | None = None
    closed_kinds: tuple[ShiftKind, ...] = ()
    closed_share: Fraction = Fraction(0)
    only_kinds: tuple[ShiftKind, ...] = ()
    long_share: Fraction = Fraction(0)
    asked_of_others: tuple[tuple[str, int], ...] = ()

    @property
    def is_any(self) -> bool:
        """Whether anything at all is set."""
        return self != OwnLimits()


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionWhy:
    """One person's position: before, now, and what bears on it. Shares in basis points."""

    person: Employee
    was_bp: int
    now_bp: int
    standing: Standing
    own: OwnLimits = OwnLimits()
    nights: FullNights | None = None  # told of who takes nothing else
    open: OpenShifts = NONE_OPEN
    room: Room | None = None  # None where she lacks nothing
    queue: Queue = NO_QUEUE
    is_built: bool = False  # by the engine, not by hand
    goals: tuple[Goal, ...] = ()  # by which the engine shared the hours, what counts most first
    choice: Choice | None = None  # between her and another with the same shifts

    @property
    def missing_bp(self) -> int:
        """What she lacks of the position she wants."""
        return max(0, self.person.wanted_bp - self.now_bp)

    @property
    def has_minor_gaps(self) -> bool:
        """Whether there are gaps, but hers not enough for half of what she lacks: no reason alone.

        Those she can take are hers; where she can take none now, those of another plan.
        """
        given = self.open.reach if self.open.can_take else self.open.cover
        return self.open.count > 0 and 2 * given.share_bp < self.missing_bp

    @property
    def has_limit(self) -> bool:
        """Whether something keeps everybody's positions where they are."""
        return self.room is not None and self.room.limit is not None

    @property
    def is_frame_used_up(self) -> bool:
        """Whether nobody's position can grow unless the budget does, or another's gets smaller."""
        return self.room is not None and self.room.limit is Limit.BUDGET

    @property
    def has_larger_reason(self) -> bool:
        """Whether the gaps are no reason alone: too little is hers, or she can take none of them now."""
        return self.has_minor_gaps or (self.has_limit and not self.open.can_take)

    @property
    def has_gaps_of_hers(self) -> bool:
        """Whether any gap is hers to take, but for a rule or another shift."""
        return bool(self.open.cover.minutes)


class PositionReasons:
    """Asked for one person after another of the same plan; what is common is reckoned once."""

    def __init__(self, judgement: Judgement, before: Plan | None) -> None:
        """before: the rota the plan is compared with; None: today's positions."""
        self._judgement = judgement
        self._unit, self._plan, self._context = judgement.unit, judgement.plan, judgement.context
        self._before = before
        self._was = positions_today(self._unit) if before is None else positions_of(self._unit, before)
        self._now = positions_of(self._unit, self._plan)
        self._people = {person.number: person for person in self._unit.planned_employees}

    def why(self, employee: str) -> PositionWhy | None:
        """The facts on one person; None for a line that is not planned."""
        person = self._people.get(employee)
        if person is None or employee not in self._context.rows:
            return None
        standing = self._standing(person)
        found = PositionWhy(
            person=person,
            was_bp=self._was[employee],
            now_bp=self._now[employee],
            standing=standing,
            own=self._own(person),
        )
        if standing is not Standing.MISSING:
            return found
        queue = queue_of(self._unit, self._was, self._now, person)
        goals = sharing_goals(self._plan)
        return PositionWhy(
            person=person,
            was_bp=found.was_bp,
            now_bp=found.now_bp,
            standing=standing,
            own=found.own,
            nights=self._nights_of(person, queue),
            open=open_to(self._judgement, person, self._gaps),
            room=self.room,
            queue=queue,
            is_built=self._plan.origin is not None,
            goals=goals,
            choice=choice_beside(self._unit, self._was, self._now, person, goals),
        )

    @cached_property
    def room(self) -> Room:
        """What keeps everybody's positions where they are."""
        return room_of(self._unit, self._plan, self._before)

    def is_any_gap_shared(self, employees: Iterable[str]) -> bool:
        """Whether more of them could close one of the gaps than it has places."""
        found = filter(None, map(self.why, employees))
        takers = Counter(place for why in found for place in why.open.takes)
        return any(count > self._gaps[place].people for place, count in takers.items())

    def _standing(self, person: Employee) -> Standing:
        now = self._now[person.number]
        if person.may_close:
            return Standing.VACANT
        if not is_unwanted_part_time(person, now):
            chosen = person.chosen_part_time and now < FULL_TIME_BP
            return Standing.CHOSEN if chosen else Standing.WANTED
        if self._context.calendar.present_days(person) == 0:
            return Standing.AWAY
        return Standing.MAXIMUM if now >= person.max_bp else Standing.MISSING

    # Her own limits

    def _own(self, person: Employee) -> OwnLimits:
        calendar = self._context.calendar
        begins, ends = dates_inside(calendar, person)
        every = person.weekend_every
        usual = self._usual_every
        kinds = tuple(kind for kind in "DAN" if ShiftKind(kind) in PLANNABLE_KINDS - person.kinds)
        closed = tuple(ShiftKind(kind) for kind in kinds if self._share(ShiftKind(kind)))
        return OwnLimits(
            begins=begins,
            ends=ends,
            absent_days=sum(calendar.is_absent(person, day) for day in range(calendar.day_count)),
            usual_every=usual if usual and (every == 0 or every > usual) else None,
            closed_kinds=closed,
            closed_share=sum((self._share(kind) for kind in closed), Fraction(0)),
            only_kinds=only_kinds(self._unit, person) if set(closed) & BY_DAY else (),
            long_share=self._share(ShiftKind.LONG) if may_agree(person) else Fraction(0),
            asked_of_others=tuple(self._asked_of_others(person)),
        )

    @cached_property
    def _usual_every(self) -> int | None:
        """How often most people with a position work a weekend; None where nobody does."""
        found = [
            person.weekend_every
            for person in self._unit.planned_employees
            if self._now[person.number] and person.weekend_every
        ]
        return mode(found) if found else None

    def _share(self, kind: ShiftKind) -> Fraction:
        """The part of the plan's paid hours that are shifts of this kind."""
        total = sum(self._minutes.values())
        return Fraction(self._minutes[kind], total) if total else Fraction(0)

    @cached_property
    def _minutes(self) -> Counter[ShiftKind]:
        shifts = self._context.shifts
        found: Counter[ShiftKind] = Counter()
        for row in self._plan.rows:
            for cell in row.cells:
                if cell.shift in shifts:
                    found[shifts[cell.shift].kind] += shifts[cell.shift].paid_minutes
        return found

    def _asked_of_others(self, person: Employee) -> Iterator[tuple[str, int]]:
        hers = self._unit.covered_by(person.competence)
        for competence, minutes in self._asked.items():
            if competence not in hers:
                yield competence, minutes // self._unit.weeks

    @cached_property
    def _asked(self) -> Mapping[str, int]:
        """Person-minutes the targets ask of each competence, over the whole rota."""
        found: Counter[str] = Counter()
        for segment in self._context.coverage.segments:
            need = segment.requirement
            if need.competence is not None:
                found[need.competence] += need.target * segment.minutes
        return found

    def _nights_of(self, person: Employee, queue: Queue) -> FullNights | None:
        if self._full_nights is None or not takes_nights_only(self._unit, person):
            return None
        others = (self._people[gain.employee] for gain in queue.gains)
        return replace(self._full_nights, grown=sum(takes_nights_only(self._unit, one) for one in others))

    @cached_property
    def _full_nights(self) -> FullNights | None:
        return full_nights(self._unit, self._minutes[ShiftKind.NIGHT])

    # What is open

    @cached_property
    def _gaps(self) -> tuple[Lack, ...]:
        return lacks(self._context)
