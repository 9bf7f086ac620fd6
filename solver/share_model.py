"""Who gets which places as a model of CP-SAT: what may be, as far as it is known, and the goals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ortools.sat.python import cp_model

from heiltid.allocation import LEAST, ShareGoal
from heiltid.booking.sharing.shares import NOTHING, Sharing
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Willingness
from solver.effort import Answer
from solver.expressions import Expression, sum_of
from solver.share_greedy import Sets
from solver.share_hours import OvertimeTerms


class ShareModel:
    """The places still to be shared. What people may have together is learned by `forbid`."""

    def __init__(self, sharing: Sharing, options: Mapping[str, Iterable[int]]) -> None:
        """options: the places each person may be given."""
        self.sharing = sharing
        self.model = cp_model.CpModel()
        self.taken: dict[str, dict[int, cp_model.IntVar]] = {
            employee: {number: self.model.new_bool_var("") for number in numbers}
            for employee, numbers in options.items()
        }
        self._overtime: dict[str, Expression] = {}
        for employee, taken in self.taken.items():
            self._limit(employee, taken)
            self._reckon_overtime(employee, taken)
        self._takers = self._one_taker_each()
        self._goals: dict[ShareGoal, Expression] = {}

    def forbid(self, employee: str, numbers: Iterable[int]) -> None:
        """These she may not have together."""
        taken = [self.taken[employee][number] for number in numbers]
        self.model.add(sum_of([*taken]) <= len(taken) - 1)

    def hold(self, goal: ShareGoal, value: int) -> None:
        """From now on a goal is at least as good."""
        expression = self._goals.get(goal, 0)  # a goal that was not sought has one value only
        if not isinstance(expression, int):
            self.model.add(expression <= value if goal in LEAST else expression >= value)

    def seek(self, goal: ShareGoal, given: Sets) -> None:
        """What to strive for, and where to begin. Terms of later goals are made when they are sought."""
        if goal not in self._goals:
            self._goals[goal] = sum_of([*self._terms(goal), *self._settled(goal)])
        if goal in LEAST:
            self.model.minimize(self._goals[goal])
        else:
            self.model.maximize(self._goals[goal])
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        for employee, taken in self.taken.items():
            mine = given.get(employee, NOTHING)
            for number, variable in taken.items():
                self.model.add_hint(variable, number in mine)

    def read(self, answer: Answer) -> Sets:
        """What people get in an answer."""
        return {
            employee: frozenset(number for number, var in taken.items() if answer.solver.boolean_value(var))
            for employee, taken in self.taken.items()
        }

    # -- what may be --------------------------------------------------------------------------------

    def _one_taker_each(self) -> dict[int, Expression]:
        """How many take each place: one or nobody."""
        takers: dict[int, list[cp_model.IntVar]] = {}
        for taken in self.taken.values():
            for number, variable in taken.items():
                takers.setdefault(number, []).append(variable)
        for variables in takers.values():
            self.model.add_at_most_one(variables)
        return {number: sum_of([*variables]) for number, variables in takers.items()}

    def _limit(self, employee: str, taken: Mapping[int, cp_model.IntVar]) -> None:
        kept = self.sharing.kept_by(employee)
        days: dict[object, list[cp_model.IntVar]] = {}
        for number, variable in taken.items():
            days.setdefault(self.sharing.places[number].on, []).append(variable)
        for variables in days.values():
            self.model.add_at_most_one(variables)
        cap = self.sharing.request.most_shifts
        if cap is not None:
            self.model.add(sum_of([*taken.values()]) <= max(0, cap - len(kept)))
        most = self.sharing.asked[employee].most_minutes
        if most is not None:
            room = max(0, most - self.sharing.minutes(kept))
            self.model.add(self._minutes(taken) <= room)

    def _minutes(self, taken: Mapping[int, cp_model.IntVar]) -> Expression:
        return sum_of([var * self.sharing.minutes((number,)) for number, var in taken.items()])

    def _reckon_overtime(self, employee: str, taken: Mapping[int, cp_model.IntVar]) -> None:
        terms = OvertimeTerms(self.model, self.sharing, employee, taken)
        if not self.sharing.request.settings.allows_overtime:
            self.model.add(terms.total <= terms.fixed)
        self._overtime[employee] = terms.total - terms.had

    # -- what it is worth ---------------------------------------------------------------------------

    def _terms(self, goal: ShareGoal) -> Iterator[Expression]:
        """What a goal is made of, people who may be given something and places that may be taken."""
        sharing = self.sharing
        for number, filled in self._takers.items():
            if goal is ShareGoal.NEEDED:
                yield filled * sharing.places[number].lacking_minutes
            elif goal is ShareGoal.FILLED:
                yield filled
        for employee, taken in self.taken.items():
            if goal is ShareGoal.RIGHT:
                yield self._right(employee, taken)
            elif goal is ShareGoal.WISHES:
                said = {number: sharing.said(employee, number) for number in taken}
                yield sum_of([taken[number] for number in taken if said[number] is Willingness.GLADLY])
                yield sharing.share(employee, NOTHING).gladly
            elif goal is ShareGoal.OVERTIME:
                yield self._overtime[employee]
            elif goal is ShareGoal.FAIRNESS:
                yield self._squared_hours(employee, taken)
            elif goal is ShareGoal.LOT:
                yield sum_of([var * sharing.lot(number, employee) for number, var in taken.items()])

    def _settled(self, goal: ShareGoal) -> Iterator[int]:
        """What the leader decided, and people who get nothing besides."""
        sharing = self.sharing
        for entry in sharing.decided.values():
            if entry.employee is not None:
                if goal is ShareGoal.NEEDED:
                    yield sharing.places[entry.place].lacking_minutes
                elif goal is ShareGoal.FILLED:
                    yield 1
        for employee in dict.fromkeys([*sharing.asked, *sharing.kept]):
            if employee in self.taken:
                continue
            share = sharing.share(employee, NOTHING)
            if goal is ShareGoal.RIGHT:
                yield share.right_minutes
            elif goal is ShareGoal.WISHES:
                yield share.gladly
            elif goal is ShareGoal.OVERTIME:
                yield share.overtime_minutes
            elif goal is ShareGoal.FAIRNESS:
                yield share.unfairness

    def _right(self, employee: str, taken: Mapping[int, cp_model.IntVar]) -> Expression:
        missing = self.sharing.asked[employee].missing_minutes
        if missing <= 0:
            return 0
        right = self.model.new_int_var(0, missing, "")
        self.model.add(right <= self._minutes_in_all(employee, taken) - self._overtime[employee])
        return right

    def _minutes_in_all(self, employee: str, taken: Mapping[int, cp_model.IntVar]) -> Expression:
        return self._minutes(taken) + self.sharing.minutes(self.sharing.kept_by(employee))

    def _squared_hours(self, employee: str, taken: Mapping[int, cp_model.IntVar]) -> Expression:
        """The square of whole hours, from below by its tangents: exact at every whole hour."""
        carried = self.sharing.asked[employee].carried_minutes
        lengths = sorted((self.sharing.minutes((number,)) for number in taken), reverse=True)
        cap = self.sharing.request.most_shifts
        least = carried + self.sharing.minutes(self.sharing.kept_by(employee))
        most = least + sum(lengths[:cap])
        first, last = least // MINUTES_PER_HOUR, most // MINUTES_PER_HOUR
        hours = self.model.new_int_var(first, last, "")
        minutes = self._minutes_in_all(employee, taken) + carried
        self.model.add(MINUTES_PER_HOUR * hours >= minutes - (MINUTES_PER_HOUR - 1))
        squared = self.model.new_int_var(first * first, last * last, "")
        for hour in range(first, last + 1):
            self.model.add(squared >= (2 * hour + 1) * hours - hour * (hour + 1))
        return squared
