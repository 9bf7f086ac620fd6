"""When a run gained something last: what is known of whether more time would help."""

from __future__ import annotations

from dataclasses import dataclass, replace

from heiltid.jobs import SolveProgress
from heiltid.measures.room import ceiling_bp
from heiltid.model import NightWrittenOn, Plan, PlanRole, Signed, Unit

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
    """What the runs since the program was begun have told and proven, for every page alike."""

    def __init__(self) -> None:
        self._known: list[tuple[Plan, Stood, Unit | None]] = []

    def keep(self, plan: Plan, stood: Stood, unit: Unit | None = None) -> None:
        """plan: as its run left it; unit: as the run knew it."""
        self._known.append((plan, stood, unit))

    def of(self, plan: Plan) -> Stood:
        """What the run of a plan has told of more time, where nobody has changed the plan since."""
        for known, stood, _ in self._known:
            if known.origin == plan.origin and known.rows == plan.rows:
                return stood
        return NOT_KNOWN

    def made(self, plan: Plan) -> Plan | None:
        """A plan as its run left it; None where that is not known."""
        plans = (known for known, _, _ in reversed(self._known) if known.origin == plan.origin)
        return None if plan.origin is None else next(plans, None)

    def unit_of(self, plan: Plan) -> Unit | None:
        """The unit as the plan's run knew it; None where that is not known."""
        units = (was for known, _, was in reversed(self._known) if was and known.origin == plan.origin)
        return None if plan.origin is None else next(units, None)

    def ceiling_bp(self, plan: Plan, unit: Unit, average_bp: float) -> float | None:
        """The proven ceiling of a plan's average; None too where its run is known to be of another unit.

        A plan taken into use has made the unit another one itself: then the ceiling is as it was.
        """
        was = self.unit_of(plan)
        if plan.role is PlanRole.SCENARIO and was is not None and has_changed(was, unit):
            return None
        return ceiling_bp(plan, average_bp)


def has_changed(was: Unit, now: Unit) -> bool:
    """Whether a run of now would be asked for something else than one of then."""
    return was is not now and _asked(was) != _asked(now)


def _asked(unit: Unit) -> Unit:
    """The unit without what no rota depends on: names, and who has signed what is not refused."""
    return replace(
        unit,
        name="",
        municipality="",
        residents=None,
        night_written_on=NightWrittenOn.START,
        employees=tuple(replace(person, name="") for person in unit.employees),
        agreements=tuple(
            replace(agreement, by="", signed_on=None)
            for agreement in unit.agreements
            if agreement.signed is Signed.REFUSED
        ),
    )


def _stood(points: list[tuple[float, float]]) -> bool:
    """Whether the best of all was there before the last third of the time from start to the last step."""
    if not points:
        return False
    late = points[-1][0] * LATE
    before = [value for seconds, value in points if seconds <= late]
    return bool(before) and max(before) >= max(value for _, value in points)
