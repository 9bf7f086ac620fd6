"""The decision variables of one piece of a rota.

A piece frees some cells of a roster and keeps the rest as constants. The whole rota, a window of
weeks and a neighbourhood of a few people are all pieces; the constraints do not know the difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from ortools.sat.python import cp_model

from solver.frame import FREE_CODE, Frame, Roster

Literal: TypeAlias = "cp_model.IntVar | int"  # a Boolean variable, or the constant 0 / 1
Mask = npt.NDArray[np.bool_]


class Piece:
    """A CP-SAT model over the free cells of a roster.

    base: the roster whose cells outside `free` are kept. free: bool array of shape (people, days).
    Cells that must stay as they are (locked, absent) are never freed, whatever `free` says.
    forced: (person, day) that must carry a shift; the frame's must-wishes unless told otherwise.
    """

    def __init__(
        self,
        frame: Frame,
        base: Roster,
        free: Mask,
        *,
        forced: frozenset[tuple[int, int]] | None = None,
    ) -> None:
        self.frame = frame
        self.model = cp_model.CpModel()
        self.base = base
        self.cells: dict[tuple[int, int], dict[int, cp_model.IntVar]] = {}
        self.works: dict[tuple[int, int], cp_model.IntVar] = {}
        self.objective: list[tuple[int, cp_model.IntVar]] = []
        self.free_days: dict[int, list[int]] = {}
        self.forced = frame.forced_work if forced is None else forced
        self._make_cells(free)

    def _make_cells(self, free: Mask) -> None:
        for p, day in np.argwhere(free).tolist():
            codes = self.frame.allowed[p][day]
            if not codes:
                if (p, day) in self.forced and (p, day) not in self.frame.fixed:
                    self.model.add_bool_or([])  # a must-wish nobody can meet: no plan
                continue
            cell = {code: self.model.new_bool_var("") for code in codes}
            self.cells[p, day] = cell
            self.free_days.setdefault(p, []).append(day)
            self._link_work(p, day, list(cell.values()))

    def _link_work(self, p: int, day: int, literals: list[cp_model.IntVar]) -> None:
        if len(literals) == 1:
            self.works[p, day] = literals[0]
        else:
            self.works[p, day] = self.model.new_bool_var("")
            self.model.add(cp_model.LinearExpr.sum(literals) == self.works[p, day])
        if (p, day) in self.forced:
            self.model.add(self.works[p, day] == 1)

    @property
    def people(self) -> list[int]:
        """People with at least one free cell."""
        return list(self.free_days)

    def place(self, day: int) -> int | None:
        """The roster's column of a day: folded when cyclic, None outside a dated rota."""
        if self.frame.is_cyclic:
            return day % self.frame.days
        return day if 0 <= day < self.frame.days else None

    def fixed_code(self, p: int, day: int) -> int:
        """The code of a cell that is not free (history before a dated rota, FREE_CODE outside)."""
        column = self.place(day)
        if column is not None:
            return int(self.base[p, column])
        if -14 <= day < 0:
            return int(self.frame.history[p, day])
        return FREE_CODE

    def cell(self, p: int, day: int) -> dict[int, cp_model.IntVar] | None:
        """The variables of a free cell by code, None for a fixed one."""
        column = self.place(day)
        return None if column is None else self.cells.get((p, column))

    def literals(self, p: int, day: int, codes: Iterable[int]) -> list[Literal]:
        """Literals that say the person works one of the codes that day."""
        cell = self.cell(p, day)
        wanted = frozenset(codes)
        if cell is not None:
            return [literal for code, literal in cell.items() if code in wanted]
        return [1] if self.fixed_code(p, day) in wanted else []

    def work(self, p: int, day: int) -> Literal:
        """The literal that says the person works any shift that day."""
        column = self.place(day)
        if column is not None and (p, column) in self.works:
            return self.works[p, column]
        return int(self.fixed_code(p, day) != FREE_CODE)

    def at_most(self, literals: Sequence[Literal], limit: int) -> None:
        """At most `limit` of the literals; without variables nothing is said (it is past mending)."""
        variables, ones = split(literals)
        if not variables or len(variables) + ones <= limit:
            return
        if limit - ones == 1:
            self.model.add_at_most_one(variables)
        else:
            self.model.add(cp_model.LinearExpr.sum(variables) <= max(0, limit - ones))

    def excess(
        self, literals: Sequence[Literal], limit: int, *, most: int | None = None
    ) -> cp_model.IntVar | None:
        """A variable at least as large as the number of true literals above `limit`; None if never.

        most: how far above they can come, where the other constraints leave less than all of them.
        """
        variables, ones = split(literals)
        most = len(variables) + ones - limit if most is None else most
        if not variables or most <= 0:
            return None
        over = self.model.new_int_var(0, most, "") if most > 1 else self.model.new_bool_var("")
        self.model.add(cp_model.LinearExpr.sum(variables) + (ones - limit) <= over)
        return over

    def penalise(self, weight: int, variable: cp_model.IntVar | None) -> None:
        """Adds a weighted cost to the objective."""
        if variable is not None and weight:
            self.objective.append((weight, variable))

    def minutes(self, p: int, days: Iterable[int]) -> tuple[list[cp_model.IntVar], list[int], int]:
        """Paid minutes of the person's days as (variables, coefficients, constant)."""
        variables: list[cp_model.IntVar] = []
        coefficients: list[int] = []
        constant = 0
        for day in days:
            cell = self.cell(p, day)
            if cell is None:
                constant += int(self.frame.paid[self.fixed_code(p, day)])
                continue
            for code, literal in cell.items():
                variables.append(literal)
                coefficients.append(int(self.frame.paid[code]))
        return variables, coefficients, constant

    def start_from(self, roster: Roster) -> bool:
        """Hands the solver a roster to start from; False when the roster breaks a hard rule.

        Hinting the cells alone leaves CP-SAT to find the other variables and often takes longer
        than the whole try, so they are computed first, with the cells held.
        """
        model = self.model
        model.clear_hints()  # type: ignore[no-untyped-call]
        for (p, day), cell in self.cells.items():
            for code, literal in cell.items():
                model.add_hint(literal, int(roster[p, day]) == code)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.catch_sigint_signal = False
        solver.parameters.max_deterministic_time = 2.0
        solver.parameters.fix_variables_to_their_hinted_value = True
        if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return False
        model.clear_hints()  # type: ignore[no-untyped-call]
        for index in range(len(model.proto.variables)):
            variable = model.get_int_var_from_proto_index(index)
            model.add_hint(variable, solver.value(variable))
        return True

    def minimise(self) -> None:
        """Sets the weighted sum as the objective."""
        if self.objective:
            weights = [weight for weight, _ in self.objective]
            variables = [variable for _, variable in self.objective]
            self.model.minimize(cp_model.LinearExpr.weighted_sum(variables, weights))

    def read(self, solver: cp_model.CpSolver) -> Roster:
        """The base roster with the free cells as solved."""
        found = self.base.copy()
        for (p, day), cell in self.cells.items():
            found[p, day] = next(
                (code for code, literal in cell.items() if solver.boolean_value(literal)), FREE_CODE
            )
        return found


def split(literals: Sequence[Literal]) -> tuple[list[cp_model.IntVar], int]:
    """Variables and the number of constant ones."""
    variables = [literal for literal in literals if not isinstance(literal, int)]
    ones = sum(literal for literal in literals if isinstance(literal, int))
    return variables, ones
