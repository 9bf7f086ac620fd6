"""A roster's worth, goal by goal, so that two rosters are compared in the order of the goals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from heiltid.contract import reckon
from heiltid.jobs import SPREAD_STEPS_BP, Goal
from heiltid.model import FULL_TIME_BP, SATURDAY, SUNDAY
from solver.build import Workshop
from solver.constraints.runs import soft_limit
from solver.constraints.succession import limits_of
from solver.frame import FREE_CODE, Roster
from solver.positions import wants_more
from solver.soft import STRONG_WEIGHT
from solver.weights import APART, FRIDAY_NIGHT, QUICK, THREE_WEEKENDS


@dataclass(frozen=True, slots=True)
class Score:
    """Values of a roster. `values` follow the request's goal order, smaller is better throughout.

    Missing percent counts in whole steps above the least possible (Scorer.missing_step_bp).
    """

    values: tuple[float, ...]
    reported: tuple[float, ...]  # the same goals as users see them
    contracts_bp: tuple[int, ...]
    understaffed_minutes: int
    outside: tuple[int, ...]  # of each person, basis points or minutes
    outside_bp: int  # basis points outside Min-Max and beyond the budget; 0 = lawful to deliver

    def beats(self, other: Score) -> bool:
        """Better in the first goal where they differ; nearer the limits before all goals."""
        return (self.outside_bp, self.values) < (other.outside_bp, other.values)

    def is_as_good(self, other: Score, goals: int) -> bool:
        """As near the limits, and not worse in the first `goals` goals."""
        return (self.outside_bp, self.values[:goals]) <= (other.outside_bp, other.values[:goals])


class Scorer:
    """Scores rosters of one request."""

    def __init__(self, shop: Workshop) -> None:
        self.shop = shop
        self.frame = shop.frame
        self._calm = _Calm(shop)
        # Hours come in shifts: among plans within one step of the least possible missing percent the
        # number of small and of full positions decides, not the last hundredth of a percent.
        self.missing_step_bp = 1
        self.least_missing_bp = 0

    def contracts(self, roster: Roster) -> list[int]:
        """Contract figures of all people."""
        frame = self.frame
        if frame.unit.full_time_week_minutes is not None:
            minutes = frame.minutes(roster)
            return [frame.limits[p].contract_bp(int(m)) for p, m in enumerate(minutes)]
        plan = frame.plan_of(roster, [0] * len(frame.people))
        rows = plan.row_of()
        return [
            reckon(frame.unit, frame.calendar, person, rows[person.number].cells).contract_bp
            if frame.limits[p].full_time_minutes
            else person.position_bp
            for p, person in enumerate(frame.people)
        ]

    def goals(self, roster: Roster) -> dict[Goal, float]:
        """Every goal's value as reported (FULL_TIME and LINES are to be large)."""
        contracts = self.contracts(roster)
        below, short, surplus = self.shop.needs.totals(roster)
        values = self._positions(contracts)
        values |= {
            Goal.STAFFING: below,
            Goal.TARGET: short,
            Goal.SURPLUS: surplus,
            Goal.WISHES: self._unmet(roster),
            Goal.FAIRNESS: self._unfairness(roster),
            Goal.CALM: self._calm.unrest(roster),
        }
        return values

    def score(self, roster: Roster) -> Score:
        """The roster's score in the request's goal order."""
        contracts = self.contracts(roster)
        goals = self.goals(roster)
        outside = self._outside(roster, contracts)
        order = self.frame.request.goal_order
        reported = tuple(goals[goal] for goal in order)
        beyond = max(0.0, goals[Goal.MISSING] - self.least_missing_bp)
        goals[Goal.MISSING] = beyond // self.missing_step_bp
        goals[Goal.FULL_TIME] = -goals[Goal.FULL_TIME]
        goals[Goal.LINES] = -goals[Goal.LINES]
        return Score(
            values=tuple(goals[goal] for goal in order),
            reported=reported,
            contracts_bp=tuple(contracts),
            understaffed_minutes=int(goals[Goal.STAFFING]),
            outside_bp=sum(outside) + max(0, sum(contracts) - self.frame.budget_bp),
            outside=outside,
        )

    def _outside(self, roster: Roster, contracts: list[int]) -> tuple[int, ...]:
        """Basis points each person lies outside her limits."""
        minutes = self.frame.minutes(roster)
        found = []
        for p, (person, contract) in enumerate(zip(self.frame.people, contracts, strict=True)):
            gap = max(0, person.min_bp - contract, contract - person.max_bp)
            if contract == 0 and (person.may_close or person.min_bp == 0):
                gap = 0
            found.append(gap + self.frame.beyond_ordinary(p, roster[p], int(minutes[p])))
        return tuple(found)

    def _positions(self, contracts: list[int]) -> dict[Goal, float]:
        missing, spread, small, full, lines, total = 0, 0, 0, 0, 0, 0
        for person, contract in zip(self.frame.people, contracts, strict=True):
            if wants_more(person):
                gap = max(0, person.wanted_bp - contract)
                missing += gap
                spread += sum(max(0, gap - step) for step in SPREAD_STEPS_BP)
            elif contract == 0:
                continue
            lines += 1
            total += contract
            held = contract + person.elsewhere_bp
            small += held < self.frame.unit.small_position_below_bp
            full += held >= FULL_TIME_BP
        return {
            Goal.MISSING: missing,
            Goal.SMALL: small,
            Goal.FULL_TIME: full,
            Goal.LINES: total / lines if lines else 0.0,
            Goal.SPREAD: spread,
        }

    def _unmet(self, roster: Roster) -> float:
        total = 0
        for wish in self.shop.soft.wishes:
            code = int(roster[wish.p, wish.day])
            met = wish.met_when_free if code == FREE_CODE else code in wish.met_by
            total += 0 if met else (STRONG_WEIGHT if wish.strong else 1)
        return total

    def _unfairness(self, roster: Roster) -> float:
        total = 0.0
        for category in self.shop.soft.categories:
            distance = np.abs(category.counts(roster) - category.expected(roster))
            total += float(distance[category.members].sum())
        return round(total, 6)


class _Calm:
    """Counts restless patterns, vectorised over people and days."""

    def __init__(self, shop: Workshop) -> None:
        frame = shop.frame
        self.frame = frame
        self.today = shop.soft.today if frame.request.keep_today_weight else None
        self.soft = {
            rule: [soft_limit(frame, p, rule) for p in range(len(frame.people))]
            for rule in ("days_in_row", "nights_in_row", "long_shifts_in_row")
        }
        codes = len(frame.shifts)
        self.quick = np.zeros((codes + 1, codes + 1), dtype=bool)
        for p in range(len(frame.people)):
            for code, second in shop.successions.table(limits_of(frame, p), -1000).quick:
                self.quick[code, second] = True

    def unrest(self, roster: Roster) -> float:
        """Weighted number of restless patterns."""
        work = roster != FREE_CODE
        wide = self._wide(work)
        before, middle, after = wide[:, :-2], wide[:, 1:-1], wide[:, 2:]
        isolated = (middle & ~before & ~after).sum() + (~middle & before & after).sum()
        codes = self._wide_codes(roster)
        quick = self.quick[codes[:, :-1], codes[:, 1:]].sum()
        total = int(isolated) + QUICK * int(quick) + self._runs(roster) + self._weekends(roster)
        if self.today is not None:
            total += self.frame.request.keep_today_weight * int((roster != self.today).sum())
        return total

    def _wide(self, work: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Work with one more day at either end."""
        if self.frame.is_cyclic:
            return np.concatenate([work[:, -1:], work, work[:, :1]], axis=1)
        before = self.frame.history[:, -1:] != FREE_CODE
        return np.concatenate([before, work, np.zeros_like(before)], axis=1)

    def _wide_codes(self, roster: Roster) -> Roster:
        """Codes with the day before at the front."""
        before = roster[:, -1:] if self.frame.is_cyclic else self.frame.history[:, -1:]
        return np.concatenate([before, roster], axis=1)

    def _runs(self, roster: Roster) -> int:
        kinds = {
            "days_in_row": roster != FREE_CODE,
            "nights_in_row": np.isin(roster, list(self.frame.nights)),
            "long_shifts_in_row": np.isin(roster, list(self.frame.longs)),
        }
        total = 0
        for rule, chosen in kinds.items():
            for p, limit in enumerate(self.soft[rule]):
                if limit is not None and chosen[p].any():
                    total += _over_runs(chosen[p], limit, wraps=self.frame.is_cyclic)
        return total

    def _weekends(self, roster: Roster) -> int:
        work = (roster != FREE_CODE).reshape(len(roster), self.frame.weeks, 7)
        saturday, sunday = work[:, :, SATURDAY], work[:, :, SUNDAY]
        friday_night = np.isin(roster, list(self.frame.nights)).reshape(work.shape)[:, :, SATURDAY - 1]
        apart = (saturday != sunday).sum()
        alone = (friday_night & ~saturday & ~sunday).sum()
        in_row = sum(_over_runs(line, 2, wraps=self.frame.is_cyclic) for line in saturday | sunday)
        return APART * int(apart) + FRIDAY_NIGHT * int(alone) + THREE_WEEKENDS * in_row


def _over_runs(chosen: npt.NDArray[np.bool_], limit: int, *, wraps: bool) -> int:
    """Number of stretches of limit + 1 days, or weekends, that are all chosen."""
    length = limit + 1
    line = np.concatenate([chosen, chosen[: length - 1]]) if wraps else chosen
    if len(line) < length:
        return 0
    sums = np.convolve(line.astype(np.int64), np.ones(length, dtype=np.int64), mode="valid")
    return int((sums == length).sum())
