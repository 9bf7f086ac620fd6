"""When a run gained something last: what is known of whether more time would help."""

from __future__ import annotations

from dataclasses import dataclass

from heiltid.jobs import SolveProgress
from heiltid.model import Plan

LATE = 2 / 3  # of the time that was searched: after that a gain shows that there was more to find


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """What the last third of a run's time brought nothing for; False also where that is not known."""

    gaps: bool = False
    average: bool = False


NOT_KNOWN = Stood()


class RunRecord:
    """The steps of one run, as they came."""

    def __init__(self) -> None:
        self._gaps: list[tuple[float, float]] = []  # seconds, and what is better the higher it is
        self._averages: list[tuple[float, float]] = []

    def add(self, step: SolveProgress) -> None:
        """The next step."""
        if step.understaffed_minutes is not None:
            self._gaps.append((step.seconds, -step.understaffed_minutes))
        if step.average_position_bp is not None:
            self._averages.append((step.seconds, step.average_position_bp))

    def stood(self) -> Stood:
        """As far as the steps tell."""
        return Stood(gaps=_stood(self._gaps), average=_stood(self._averages))


class KnownRuns:
    """What the runs since the program was begun have told of more time, for every page alike."""

    def __init__(self) -> None:
        self._known: list[tuple[Plan, Stood]] = []

    def keep(self, plan: Plan, stood: Stood) -> None:
        """plan: as its run left it."""
        self._known.append((plan, stood))

    def of(self, plan: Plan) -> Stood:
        """Of a plan that nobody has changed since its run."""
        for known, stood in self._known:
            if known.origin == plan.origin and known.rows == plan.rows:
                return stood
        return NOT_KNOWN


def _stood(points: list[tuple[float, float]]) -> bool:
    """Whether the best of all was there before the last third of the time from start to the last step."""
    if not points:
        return False
    late = points[-1][0] * LATE
    before = [value for seconds, value in points if seconds <= late]
    return bool(before) and max(before) >= max(value for _, value in points)
