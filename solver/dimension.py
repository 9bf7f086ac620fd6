"""Positions and shift counts without days: targets to steer by, and proven bounds.

The relaxation keeps, for every person, how many of each code she works on each class of days
(Mondays, ..., Sundays, red days), and forgets which. Whatever rota exists, its counts satisfy it;
so the best value here bounds every rota. Source: domain.md section 7 (weekend arithmetic), which
this generalises: people may mix kinds, and competences count separately.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from ortools.sat.python import cp_model

from heiltid.model import DAYS_PER_WEEK, SATURDAY, SUNDAY
from solver.constraints.weekends import most_weekends
from solver.frame import FREE_CODE, Frame
from solver.needs import Need, Needs
from solver.positions import ContractModel, PositionTerms, add_positions

DayClass = tuple[int, bool]  # (weekday, red day)


class Dimension:
    """The relaxation of one frame; each question builds a fresh model."""

    def __init__(self, frame: Frame, needs: Needs) -> None:
        self.frame = frame
        self.needs = needs

    @cached_property
    def classes(self) -> tuple[DayClass, ...]:
        """The class of every day of the rota."""
        calendar = self.frame.calendar
        return tuple((calendar.weekday(d), calendar.is_red(d)) for d in range(self.frame.days))

    @cached_property
    def _room(self) -> dict[tuple[int, int, DayClass], int]:
        """On how many days of a class a person may be placed on a code."""
        room: Counter[tuple[int, int, DayClass]] = Counter()
        for p, line in enumerate(self.frame.allowed):
            for day, codes in enumerate(line):
                for code in codes:
                    room[p, code, self.classes[day]] += 1
        return dict(room)

    @cached_property
    def _days_room(self) -> dict[tuple[int, DayClass], int]:
        room: Counter[tuple[int, DayClass]] = Counter()
        for p, line in enumerate(self.frame.allowed):
            for day, codes in enumerate(line):
                room[p, self.classes[day]] += bool(codes)
        return dict(room)

    @cached_property
    def _fixed(self) -> Counter[tuple[int, int, DayClass]]:
        """Fixed cells that are worked, by person, code and class."""
        found: Counter[tuple[int, int, DayClass]] = Counter()
        empty = self.frame.empty_roster()
        for p, day in self.frame.fixed:
            if empty[p, day] != FREE_CODE:
                found[p, int(empty[p, day]), self.classes[day]] += 1
        return found

    @cached_property
    def groups(self) -> dict[tuple[object, ...], list[Need]]:
        """Needs of somebody that look the same, gathered over the days of a class."""
        found: dict[tuple[object, ...], list[Need]] = {}
        for need in self.needs.all:
            if not need.target:
                continue
            covers = frozenset(self._cover(day, code) for day, code in need.covers)
            key = (self.classes[need.day], need.row, need.minutes, covers)
            found.setdefault(key, []).append(need)
        return found

    @property
    def contract_model(self) -> ContractModel:
        """The closest that is true of every rota.

        Three-part weeks are known only with the days, so their positions are never exact here.
        """
        three_part = self.frame.unit.full_time_week_minutes is None
        return ContractModel.WIDE if three_part else ContractModel.EXACT

    def build(self, contracts: ContractModel | None = None) -> Question:
        """A fresh model of the relaxation; None: for bounds."""
        question = Question(model=cp_model.CpModel())
        self._counts(question)
        self._weekends(question)
        self._hours(question, contracts or self.contract_model)
        self._staffing(question)
        return question

    def positions_alone(self, contracts: ContractModel) -> Question:
        """Positions within Min, Max and the budget, as if any hours could be placed."""
        question = Question(model=cp_model.CpModel())
        hours = {p: self._minutes(question, p) for p in range(len(self.frame.people))}
        self._positions(question, hours, contracts)
        return question

    def _minutes(self, question: Question, p: int) -> cp_model.IntVar:
        low, high = self.frame.widest_hours(p)
        return question.model.new_int_var(low, max(low, high), "")

    def _positions(self, question: Question, hours: dict[int, cp_model.IntVar], model: ContractModel) -> None:
        question.hours = hours
        question.terms = add_positions(question.model, self.frame, hours, model)
        contracts = list(question.terms.contracts.values())
        question.model.add(cp_model.LinearExpr.sum(contracts) <= self.frame.budget_bp)

    def _counts(self, question: Question) -> None:
        for key, room in self._room.items():
            question.counts[key] = question.model.new_int_var(0, room, "")
        per_day: dict[tuple[int, DayClass], list[cp_model.IntVar]] = {}
        for (p, _, day_class), variable in question.counts.items():
            per_day.setdefault((p, day_class), []).append(variable)
        for place, variables in per_day.items():
            if len(variables) > 1:
                question.model.add(cp_model.LinearExpr.sum(variables) <= self._days_room[place])
        question.per_day = per_day

    def _weekends(self, question: Question) -> None:
        for p in range(len(self.frame.people)):
            most = most_weekends(self.frame, p)
            for weekday in (SATURDAY, SUNDAY):
                variables, fixed = [], 0
                for (q, (day, _red)), found in question.per_day.items():
                    if q == p and day == weekday:
                        variables.extend(found)
                fixed = sum(n for (q, _, (day, _)), n in self._fixed.items() if q == p and day == weekday)
                if variables:
                    question.model.add(cp_model.LinearExpr.sum(variables) <= max(0, most - fixed))
            mine = [v for (q, _), found in question.per_day.items() if q == p for v in found]
            if mine:
                six_days = self.frame.weeks * (DAYS_PER_WEEK - 1)
                question.model.add(cp_model.LinearExpr.sum(mine) <= six_days)

    def _hours(self, question: Question, contracts: ContractModel) -> None:
        hours = {}
        for p in range(len(self.frame.people)):
            constant = int(self.frame.laid_over_minutes[p])
            constant += sum(
                n * int(self.frame.paid[code]) for (q, code, _), n in self._fixed.items() if q == p
            )
            minutes = self._minutes(question, p)
            mine = [(key, v) for key, v in question.counts.items() if key[0] == p]
            total = cp_model.LinearExpr.weighted_sum(
                [v for _, v in mine], [int(self.frame.paid[key[1]]) for key, _ in mine]
            )
            question.model.add(total + constant == minutes)
            hours[p] = minutes
        self._positions(question, hours, contracts)

    def _staffing(self, question: Question) -> None:
        people_of: dict[tuple[int, DayClass], list[tuple[int, cp_model.IntVar]]] = {}
        for (p, code, day_class), variable in question.counts.items():
            people_of.setdefault((code, day_class), []).append((p, variable))
        for group in self.groups.values():
            need = group[0]
            covers = {self._cover(day, code) for member in group for day, code in member.covers}
            variables, fixed = [], 0
            for code, of_class in covers:
                if of_class is None:
                    fixed += self._before(need, code)
                    continue
                for p, variable in people_of.get((code, of_class), ()):
                    if self.needs.fillers[need.group, p]:
                        variables.append(variable)
                fixed += sum(
                    n
                    for (p, c, k), n in self._fixed.items()
                    if (c, k) == (code, of_class) and self.needs.fillers[need.group, p]
                )
            self._lack(question, need, len(group), variables, fixed)

    def _cover(self, day: int, code: int) -> tuple[int, DayClass | None]:
        """A code and the class of its day; None for the day before a dated rota."""
        return code, None if day < 0 else self.classes[day]

    def _before(self, need: Need, code: int) -> int:
        last = self.frame.history[:, -1]
        return int((self.needs.fillers[need.group] & (last == code)).sum())

    def _lack(
        self,
        question: Question,
        need: Need,
        days: int,
        variables: list[cp_model.IntVar],
        fixed: int,
    ) -> None:
        present = cp_model.LinearExpr.sum(variables) + fixed if variables else fixed
        for wanted, into in ((need.minimum, question.understaffed), (need.target, question.short)):
            if wanted > 0:
                lack = question.model.new_int_var(0, wanted * days, "")
                question.model.add(present + lack >= wanted * days)
                into.append((need.minutes, lack))


@dataclass(slots=True)
class Question:
    """One model of the relaxation with handles to ask about."""

    model: cp_model.CpModel
    counts: dict[tuple[int, int, DayClass], cp_model.IntVar] = field(default_factory=dict)
    per_day: dict[tuple[int, DayClass], list[cp_model.IntVar]] = field(default_factory=dict)
    hours: dict[int, cp_model.IntVar] = field(default_factory=dict)
    terms: PositionTerms = field(default_factory=PositionTerms)
    understaffed: list[tuple[int, cp_model.IntVar]] = field(default_factory=list)
    short: list[tuple[int, cp_model.IntVar]] = field(default_factory=list)
