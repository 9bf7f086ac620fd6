"""Extra shifts to the people who asked for them: lawful, and best by the goals in their order.

The model knows at first of few things that may not be together; each answer is held against the
checker, line by line, and what it refuses is forbidden before the next one is sought. The least part
that is refused is forbidden with all that holds it: more work never mends a rule. So there may be more
in a bound than can be had, never less.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice, product

from heiltid.allocation import LEAST, ShareGoal, ShareReport, ShareRequest, ShareValue
from heiltid.booking.sharing.shares import Sharing, rank
from heiltid.jobs import ShouldStop, Status
from heiltid.model import MINUTES_PER_DAY
from solver.effort import Answer, Effort, Stop, Stopwatch
from solver.share_greedy import Sets, completed
from solver.share_model import ShareModel
from solver.share_polish import polished

MOST_ALIKE = 30  # sets looked at for one that was refused
REPORT_SECONDS = 0.3  # of the limit, kept for what comes after the search
NEAR_MINUTES = 14 * 60  # shifts with less between them are held against one another beforehand
PAIR_SHARE = 0.2  # of the limit
START_SHARE, POLISH_SHARE = 0.1, 0.35  # of what is left of it, for small exchanges
GOAL_SHARE = 0.4  # of what is left of the limit, for one goal


def allocate(request: ShareRequest, should_stop: ShouldStop) -> ShareReport:
    """Shares places out. There always is an answer, lawful but for what the leader decided herself."""
    stop = Stop()
    with Stopwatch(should_stop, stop):
        return _Run(request, stop).run()


class _Run:
    """One sharing under way: its clock, the best so far, and what is known of each goal."""

    def __init__(self, request: ShareRequest, stop: Stop) -> None:
        self.started = time.monotonic()
        self.request, self.stop = request, stop
        self.sharing = Sharing(request)
        self.bounds: dict[ShareGoal, int] = {}
        self.best: Sets = {}

    def seconds_left(self) -> float:
        """Until the search must have ended."""
        limit = self.request.time_limit_seconds - REPORT_SECONDS
        return limit - (time.monotonic() - self.started)

    def is_over(self) -> bool:
        """Whether the time is out, or the user wants no more."""
        return self.stop.is_thrown or self.seconds_left() <= 0

    def run(self) -> ShareReport:
        """The best found by the goals, one after the other."""
        self.best = completed(self.sharing, {}, self.is_over)
        self._polish(START_SHARE)
        options = {who: numbers for who in self.sharing.asked if (numbers := self._options(who))}
        model = ShareModel(self.sharing, options)
        self._forbid_pairs(model)
        for goal in ShareGoal:
            if self.is_over():
                break
            if not self._seek(model, goal):
                break
            if not self._is_proven(goal):
                self._polish(POLISH_SHARE)
            model.hold(goal, self.sharing.values_of(self.best)[goal])
        return self._report()

    def _is_proven(self, goal: ShareGoal) -> bool:
        return self.bounds.get(goal) == self.sharing.values_of(self.best)[goal]

    def _polish(self, share: float) -> None:
        """Small exchanges, for a share of the time that is left."""
        until = time.monotonic() + share * self.seconds_left()
        self.best = polished(self.sharing, self.best, lambda: self.is_over() or time.monotonic() > until)

    def _options(self, employee: str) -> tuple[int, ...]:
        """The places nothing at sight keeps from somebody."""
        return tuple(
            number
            for number in self.sharing.options(employee)
            if self.sharing.limited_at_sight(employee, frozenset({number})) is None
        )

    def _forbid_pairs(self, model: ShareModel) -> None:
        """Shifts of one day and the next that nobody may have together."""
        until = time.monotonic() + PAIR_SHARE * self.request.time_limit_seconds
        for employee, pair in _near_pairs(self.sharing, model):
            if self.stop.is_thrown or time.monotonic() > until:
                return
            if self.sharing.limited(employee, frozenset(pair)) is not None:
                model.forbid(employee, pair)

    def _seek(self, model: ShareModel, goal: ShareGoal) -> bool:
        """The best by one goal, the earlier ones held. False: nothing more can be sought."""
        if goal is ShareGoal.OVERTIME and not self.request.settings.allows_overtime:
            # There is only what the leader's decisions bring, whatever else is given to whom.
            self.bounds[goal] = self.sharing.values_of(self.best)[goal]
            return True
        until = time.monotonic() + GOAL_SHARE * self.seconds_left()
        while not self.is_over():
            model.seek(goal, self.best)
            answer = self._effort(until).solve(model.model, linear=True)
            if not answer.found:
                return not answer.is_impossible
            self._note_bound(goal, answer)
            found = model.read(answer)
            refused = list(self._refused(found))
            if not refused:
                self._take(found)
                return True
            for employee, numbers in refused:
                for alike in self._alike(model, employee, numbers):
                    model.forbid(employee, alike)
            self._take(self._mended(found, refused))
            if time.monotonic() >= until:
                return True
        return True

    def _effort(self, until: float) -> Effort:
        return Effort(
            seconds=min(until - time.monotonic(), self.seconds_left()),
            workers=self.request.workers,
            seed=self.request.seed,
            stop=self.stop,
        )

    def _note_bound(self, goal: ShareGoal, answer: Answer) -> None:
        """Keeps the tightest bound: with more forbidden, nothing gets better."""
        if answer.found:
            bound = round(answer.solver.best_objective_bound)
            known = self.bounds.get(goal, bound)
            self.bounds[goal] = max(known, bound) if goal in LEAST else min(known, bound)

    def _refused(self, found: Sets) -> Iterator[tuple[str, frozenset[int]]]:
        """The least part of what each may not have, by removing what is not to blame."""
        for employee, numbers in found.items():
            if self.sharing.limited(employee, numbers) is None:
                continue
            least = numbers
            for number in sorted(numbers):
                if self.sharing.limited(employee, least - {number}) is not None:
                    least -= {number}
            yield employee, least

    def _alike(self, model: ShareModel, employee: str, numbers: frozenset[int]) -> Iterator[frozenset[int]]:
        """What is refused, and what stands on the very same days and is refused as well."""
        days = {self.sharing.places[number].on: number for number in numbers}
        same: dict[int, list[int]] = {number: [] for number in numbers}
        for number in model.taken[employee]:
            if self.sharing.places[number].on in days:
                same[days[self.sharing.places[number].on]].append(number)
        for chosen in islice(product(*same.values()), MOST_ALIKE):
            alike = frozenset(chosen)
            if alike == numbers or self.sharing.limited(employee, alike) is not None:
                yield alike

    def _mended(self, found: Sets, refused: list[tuple[str, frozenset[int]]]) -> Sets:
        """What was found without what may not be, and with whatever else fits."""
        mended = dict(found)
        for employee, _ in refused:
            kept: frozenset[int] = frozenset()
            for number in sorted(found[employee]):
                if self.sharing.limited(employee, kept | {number}) is None:
                    kept |= {number}
            mended[employee] = kept
        return completed(self.sharing, mended, self.is_over)

    def _take(self, found: Sets) -> None:
        """Keeps what was found if it is the better one."""
        if rank(self.sharing.values_of(found)) > rank(self.sharing.values_of(self.best)):
            self.best = found

    def _report(self) -> ShareReport:
        values = self.sharing.values_of(self.best)
        goals = tuple(
            ShareValue(goal=goal, value=values[goal], bound=self.bounds.get(goal)) for goal in ShareGoal
        )
        status = Status.STOPPED if self.stop.is_thrown else Status.FEASIBLE
        if all(entry.bound == entry.value for entry in goals):
            status = Status.OPTIMAL
        return ShareReport(
            status=status,
            allotments=self.sharing.allotments(self.best),
            goals=goals,
            seconds=time.monotonic() - self.started,
        )


def _near_pairs(sharing: Sharing, model: ShareModel) -> Iterator[tuple[str, tuple[int, int]]]:
    """Places of different days with little rest between them."""
    first = min((place.on for place in sharing.places.values()), default=None)
    spans = {}
    for number, it in sharing.places.items():
        midnight = 0 if first is None else (it.on - first).days * MINUTES_PER_DAY
        spans[number] = (midnight + it.start_minute, midnight + it.end_minute)
    for employee, taken in model.taken.items():
        ordered = sorted(taken, key=lambda number: spans[number])
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 :]:
                if spans[other][0] - spans[one][1] >= NEAR_MINUTES:
                    break
                if sharing.places[one].on != sharing.places[other].on:
                    yield employee, (one, other)
