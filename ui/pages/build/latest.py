"""The proposal that was made last: where it is now, and what has changed since it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heiltid.jobs import Status
from heiltid.model import Plan, PlanRole, Unit
from ui.run_record import NOT_KNOWN, Stood, has_changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """A proposal as its run left it."""

    plan: Plan
    unit: Unit  # as the run knew it
    base: Plan | None = None  # the proposal the run went on from
    held: frozenset[tuple[str, int]] = frozenset()  # cells it had to leave as they were
    stood: Stood = NOT_KNOWN

    @property
    def seconds(self) -> float:
        """How long the run was; 0 where nothing is known of it."""
        return 0.0 if self.plan.origin is None else self.plan.origin.seconds


def latest(plan: Plan, unit: Unit, base: Plan | None, stood: Stood = NOT_KNOWN) -> Latest:
    """base: the plan the run began with; only from a proposal does a run go on.

    stood: what the steps of the run tell. A run that was cut short tells nothing of more time.
    """
    is_proposal = base is not None and base.role is PlanRole.SCENARIO and not base.is_empty
    is_whole = plan.origin is not None and plan.origin.status != Status.STOPPED.value
    lines = () if base is None else base.rows
    return Latest(
        plan=plan,
        unit=unit,
        base=base if is_proposal else None,
        held=frozenset(
            (line.employee, day) for line in lines for day, cell in enumerate(line.cells) if cell.locked
        ),
        stood=stood if is_whole else NOT_KNOWN,
    )


def is_alike(run: Latest, other: Latest) -> bool:
    """Whether two runs were asked for the same, so that what one found tells of the other."""
    return run.held == other.held and not has_changed(run.unit, other.unit)


def place_of(plans: Sequence[Plan], known: Plan) -> int | None:
    """Where a plan is, whatever became of it since; None where undo or the user took it away.

    Its run tells, and its name where it has none or a copy has the same; it may have another name by now.
    """
    alike = [place for place, plan in enumerate(plans) if plan.origin == known.origin]
    named = [place for place in alike if plans[place].name == known.name]
    return next(iter(named or (alike if known.origin is not None else ())), None)
