"""The stages of a run, in order: bound, construct, improve, finish."""

from __future__ import annotations

import time
from dataclasses import replace

from heiltid.day_off import with_day_off_codes
from heiltid.jobs import Goal, OnProgress, ShouldStop, SolveReport, SolveRequest, Status
from heiltid.model import Plan
from solver import explain
from solver.build import Workshop
from solver.constraints.succession import Successions
from solver.construct import construct, construct_by_person
from solver.dimension import Dimension
from solver.effort import Effort, Stop, Stopwatch
from solver.exact import is_small, solve_exactly
from solver.frame import Frame
from solver.improve import Improver, Incumbent
from solver.mend import Mender
from solver.needs import Needs
from solver.plain_lines import with_plain_lines
from solver.score import Scorer
from solver.soft import Soft
from solver.steer import Targets, bounds, find_targets, staffing_rung
from solver.telling import Teller
from solver.weights import weights_of

TARGET_SHARE, CONSTRUCT_SHARE, BOUND_SHARE = 0.05, 0.27, 0.06  # of the time limit
FINISH_SHARE = 0.01
TARGET_SECONDS = 4.0  # what the relaxation needs at least, where the limit has room for it
TRY_SECONDS = (0.3, 3.0)  # least and most of one neighbourhood
MEND_SHARE, MEND_SECONDS = 1 / 20, (1.0, 4.0)  # of the whole, for one try at a hole; least and most
SWEEP_SHARE = 0.2  # of the time limit, for a sweep over all weeks
UNSETTLED_ROUNDS = 4  # of tries before holes are looked for, while somebody is outside her limits
THREE_PART_ROUNDS = 8
LAST_RESCUES_SECONDS = (20.0, 40.0, 80.0)  # the same again, where nothing says that it cannot be done
RESCUE_SECONDS = 5.0  # for one line when the limit is over and nothing lawful is there yet
EXPLAIN_SHARE, EXPLAIN_SECONDS = 0.3, 10.0
MISSING_STEP_BP = 200  # about one shift of a twelve-week rota
DETERMINISTIC_TRIES = 60  # neighbourhoods a deterministic run may try


def solve(request: SolveRequest, on_progress: OnProgress, should_stop: ShouldStop) -> SolveReport:
    """Builds a rota with positions. Never raises for anything about the unit: the status tells."""
    return Run(request, on_progress, should_stop).run()


class Run:
    """One run: its clock, its constants, and the best roster so far."""

    def __init__(self, request: SolveRequest, on_progress: OnProgress, should_stop: ShouldStop) -> None:
        self.request = request
        self.should_stop = should_stop
        started = time.monotonic()
        self.frame = Frame(request)
        self.teller = Teller(self.frame, on_progress, started)
        needs = Needs(self.frame)
        self.shop = Workshop(
            frame=self.frame,
            needs=needs,
            soft=Soft(self.frame),
            successions=Successions(self.frame),
            weights=weights_of(request.goal_order, request.keep_today_weight),
        )
        self.dimension = Dimension(self.frame, needs)
        self.scorer = Scorer(self.shop)
        self.stop = Stop()
        self.rung: float | None = None
        self.least_understaffed = 0
        self.tries_left = DETERMINISTIC_TRIES

    @property
    def is_deterministic(self) -> bool:
        """A budget of work instead of time."""
        return self.request.deterministic_work is not None

    def effort(self, share: float) -> Effort:
        """A share of the whole budget."""
        whole = self.request.deterministic_work or self.request.time_limit_seconds
        return Effort(
            seconds=share * whole,
            workers=self.request.workers,
            seed=self.request.seed,
            deterministic=self.is_deterministic,
            stop=self.stop,
        )

    def run(self) -> SolveReport:
        """All stages, with an eye on the user's wish to stop."""
        with Stopwatch(self.should_stop, self.stop):
            return self._stages()

    def _stages(self) -> SolveReport:
        clashes = explain.budget_clash(self.frame) or explain.fixed_clashes(self.frame)
        if clashes:
            return self.teller.report(Status.IMPOSSIBLE, clashes=clashes)
        self.teller.progress("bound")
        aims = self._aims(self._targets())
        today = self._today()
        keeps = self.request.keep_today_weight > 0
        best = today if keeps and today is not None else self._construct(aims)
        best = best or today
        if best is None:
            return self._no_roster(None)
        improver = Improver(self.shop, self.scorer, aims, self.request.seed)
        mender = Mender(self.shop, self.scorer, aims, self.request.seed)
        best = self._mend(mender, self._settle(improver, mender, best))
        self._prove(best)
        proven: dict[Goal, float] = {}
        if is_small(self.frame) and best.score.outside_bp == 0 and not self.stop.is_thrown:
            exact = solve_exactly(self.shop, self.scorer, best, self.effort(0.5))
            best, proven = exact.incumbent, exact.proven
            self.teller.bounds |= proven
        if len(proven) < len(Goal):
            best = self._improve(improver, mender, best)
        return self._answer(improver, mender, best, today, proven)

    def _answer(
        self,
        improver: Improver,
        mender: Mender,
        best: Incumbent,
        today: Incumbent | None,
        proven: dict[Goal, float],
    ) -> SolveReport:
        """What was found, where everybody is within her limits or can be brought there; else why not."""
        if best.score.outside_bp:
            # A rota with open shifts is an answer, none is not: so this may take longer than asked.
            best = self._settle(improver, mender, best, RESCUE_SECONDS)
        best = self._plain(best)
        if best.score.outside_bp and today is not None:
            best = today  # lawful, if no better than what the unit has
        if best.score.outside_bp:
            report = self._no_roster(best)
            if report.status is not Status.NO_ANSWER:
                return report
            best = self._rescue(improver, mender, best)  # nobody is proven stuck
            if best.score.outside_bp:
                return report
        return self._finish(best, proven)

    def _plain(self, best: Incumbent) -> Incumbent:
        """Lines whose week cannot move, where weeks are reckoned and somebody is outside her limits."""
        if best.score.outside_bp and self.frame.unit.full_time_week_minutes is None:
            effort = replace(self._effort_of_try(), seconds=RESCUE_SECONDS)
            best = with_plain_lines(self.shop, self.scorer, best, effort)
            self.teller.note_first(best)
        return best

    def _rescue(self, improver: Improver, mender: Mender, best: Incumbent) -> Incumbent:
        """Settles the hours again, longer each time: on a busy machine seconds may be no time at all."""
        for seconds in LAST_RESCUES_SECONDS:
            if best.score.outside_bp == 0 or self.stop.is_thrown:
                break
            best = self._plain(self._settle(improver, mender, best, seconds))
        return best

    def _settle(
        self, improver: Improver, mender: Mender, best: Incumbent, seconds: float | None = None
    ) -> Incumbent:
        """Everybody within her limits; where weeks are reckoned three-part they move with the lines."""
        three_part = self.frame.unit.full_time_week_minutes is None
        effort = self._effort_of_try()
        if seconds is not None and not self.is_deterministic:
            effort = replace(effort, seconds=seconds)
        for turn in range(THREE_PART_ROUNDS if three_part else 1):
            if three_part:
                stuck = [p for p, outside in enumerate(best.score.outside) if outside and turn % 2]
                self.frame.reckon_weeks(best.roster, stuck)
                best = Incumbent(best.roster, self.scorer.score(best.roster))
            best = mender.settle(best, self._effort_of_mend(best))
            best = improver.settle(best, effort, lambda _: self.stop.is_thrown)
            if best.score.outside_bp == 0 or self.stop.is_thrown:
                break
        self.teller.note_first(best)
        return best

    def _mend(self, mender: Mender, best: Incumbent) -> Incumbent:
        """Closes holes until one resists. The bounds come after: they depend on the staffing."""
        while self._has_hole(best) and not mender.failures and not self._is_over(best):
            best = mender.mend(best, self._effort_of_mend(best, mender.longer))
            self.teller.note_first(best)
        return best

    def _improve(self, improver: Improver, mender: Mender, best: Incumbent) -> Incumbent:
        """Tries until it is over; while people lack whom the bound does not, every other one is for them."""
        if best.score.outside_bp == 0:
            best = self._sweep(improver, best)
        while not self._is_over(best):
            rounds = None if best.score.outside_bp == 0 else UNSETTLED_ROUNDS
            if self._has_hole(best):
                best = mender.mend(best, self._effort_of_mend(best, mender.longer))
                rounds = mender.rests if self._has_hole(best) else None
            tries = None if rounds is None else rounds * self.request.workers
            if tries != 0:
                best = improver.run(best, self._effort_of_try(), self._is_over, self.teller.note_first, tries)
        return best

    def _sweep(self, improver: Improver, best: Incumbent) -> Incumbent:
        until = self.teller.seconds() + SWEEP_SHARE * self.request.time_limit_seconds

        def is_over(found: Incumbent) -> bool:
            self.teller.progress("improve", found)
            late = self.teller.seconds() > until or self._left(found) <= 0
            return self.stop.is_thrown or self._is_met(found) or (late and not self.is_deterministic)

        return improver.sweep(best, self.effort(SWEEP_SHARE), is_over)

    def _has_hole(self, best: Incumbent) -> bool:
        return best.score.outside_bp == 0 and best.score.understaffed_minutes > self.least_understaffed

    def _effort_of_mend(self, best: Incumbent, longer: float = 1.0) -> Effort:
        """What a try at a hole may cost: `longer` times that of the first, as far as there is time."""
        whole = self.effort(1.0)
        if self.is_deterministic:
            return whole.part(MEND_SHARE * longer)
        least, most = MEND_SECONDS
        seconds = longer * min(most, max(least, MEND_SHARE * whole.seconds))
        left = self._left(best) + self._effort_of_try().seconds
        return replace(whole, seconds=max(min(seconds, left), least if best.score.outside_bp else 0.0))

    def _effort_of_try(self) -> Effort:
        """What one neighbourhood may cost."""
        least, most = TRY_SECONDS
        seconds = min(most, max(least, self.request.time_limit_seconds / 30))
        whole = self.effort(1.0)
        return whole.part(1 / 30) if self.is_deterministic else replace(whole, seconds=seconds)

    def _targets(self) -> Targets | None:
        """What the shift-count problem says can be had; None where it found nothing in time."""
        share = max(TARGET_SHARE, min(0.15, TARGET_SECONDS / self.request.time_limit_seconds))
        targets = find_targets(self.dimension, self.shop.weights, self.effort(share))
        if targets is not None:
            self.least_understaffed = targets.understaffed_bound
        if targets is not None and not is_small(self.frame):
            self.scorer.least_missing_bp = targets.least_missing_bp
            self.scorer.missing_step_bp = MISSING_STEP_BP
        return targets

    def _aims(self, targets: Targets | None) -> list[int]:
        """Minutes to steer everybody by; without targets, the least each must have."""
        if targets is not None:
            return list(targets.minutes)
        return [
            int(limits.full_time_minutes * person.position_bp / 10_000)
            for limits, person in zip(self.frame.limits, self.frame.people, strict=True)
        ]

    def _today(self) -> Incumbent | None:
        """Today's rota, where it is lawful for the unit as it now is and within every limit."""
        roster = self.shop.soft.today
        if roster is None or not explain.is_lawful(self.frame, roster):
            return None
        found = Incumbent(roster, self.scorer.score(roster))
        return found if found.score.outside_bp == 0 else None

    def _construct(self, aims: list[int]) -> Incumbent | None:
        def on_window(fraction: float) -> None:
            self.teller.progress("construct", fraction=fraction * (TARGET_SHARE + CONSTRUCT_SHARE))

        effort = self.effort(CONSTRUCT_SHARE)
        roster = construct(self.shop, aims, effort, on_window)
        if roster is None and not self.stop.is_thrown:
            roster = construct_by_person(self.shop, effort)
        return None if roster is None else Incumbent(roster, self.scorer.score(roster))

    def _prove(self, best: Incumbent) -> None:
        """Asks for the bounds, anew only where the plan's staffing has come to another rung."""
        if best.score.outside_bp:
            return  # no plan yet for a bound to speak of
        rung = self._rung_of(best)
        if rung != self.rung:
            self.rung = rung
            least, found = self.least_understaffed, best.score.understaffed_minutes
            self.teller.bounds = bounds(self.dimension, found, least, self.effort(BOUND_SHARE))

    def _rung_of(self, best: Incumbent) -> float:
        return staffing_rung(self.dimension, best.score.understaffed_minutes, self.least_understaffed)

    def _is_met(self, best: Incumbent) -> bool:
        """Every goal meets its bound: nothing is left to gain."""
        goals = zip(self.request.goal_order, best.score.reported, strict=True)
        return best.score.outside_bp == 0 and all(self.teller.bounds.get(g) == value for g, value in goals)

    def _is_over(self, best: Incumbent) -> bool:
        self.teller.progress("improve", best)
        if self.stop.is_thrown or self._is_met(best):
            return True
        if self.is_deterministic:
            self.tries_left -= 1
            return self.tries_left < 0
        return self._left(best) <= 0

    def _left(self, best: Incumbent) -> float:
        """Seconds until the last try may begin, less what the bounds need if asked for anew."""
        limit = self.request.time_limit_seconds
        kept = limit * (BOUND_SHARE if self._rung_of(best) != self.rung else FINISH_SHARE)
        return limit - kept - self._effort_of_try().seconds - self.teller.seconds()

    def _no_roster(self, best: Incumbent | None) -> SolveReport:
        """No lawful roster was found: prove that there is none, or say that time ran out.

        Those whose hours could not be settled are asked about first.
        """
        if self.stop.is_thrown:
            return self.teller.report(Status.STOPPED)
        contracts = best.score.contracts_bp if best is not None else ()
        outside = [
            p
            for p, (person, contract) in enumerate(zip(self.frame.people, contracts, strict=False))
            if not person.min_bp <= contract <= person.max_bp
        ]
        everybody = [*outside, *(p for p in range(len(self.frame.people)) if p not in outside)]
        seconds = max(EXPLAIN_SECONDS, self.request.time_limit_seconds * EXPLAIN_SHARE)
        clashes = explain.person_clashes(self.shop, everybody, seconds)
        return self.teller.report(Status.IMPOSSIBLE if clashes else Status.NO_ANSWER, clashes=clashes)

    def _finish(self, best: Incumbent, proven: dict[Goal, float]) -> SolveReport:
        self.teller.progress("finish", best)
        self._prove(best)
        self.teller.bounds |= proven
        objective = self.teller.goal_values(self.scorer.goals(best.roster))
        is_optimal = all(entry.value == entry.bound for entry in objective)
        status = Status.OPTIMAL if is_optimal else Status.STOPPED if self.stop.is_thrown else Status.FEASIBLE
        return self.teller.report(status, plan=self._plan(best), objective=objective)

    def _plan(self, best: Incumbent) -> Plan:
        """The plan with its day-off codes. Whoever shows it lets the checker judge it first."""
        plan = self.frame.plan_of(best.roster, list(best.score.contracts_bp))
        return with_day_off_codes(self.frame.unit, plan)
