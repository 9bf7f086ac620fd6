"""The proposal that was made last: where it is now, and what has changed since it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from heiltid.model import NightWrittenOn, Plan, PlanRole, Signed, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """A proposal as its run left it."""

    plan: Plan
    unit: Unit  # as the run knew it
    base: Plan | None = None  # the proposal the run went on from


def latest(plan: Plan, unit: Unit, base: Plan | None) -> Latest:
    """base: the plan the run began with; only from a proposal does a run go on."""
    is_proposal = base is not None and base.role is PlanRole.SCENARIO and not base.is_empty
    return Latest(plan=plan, unit=unit, base=base if is_proposal else None)


def place_of(plans: Sequence[Plan], known: Plan) -> int | None:
    """Where a plan is, whatever became of it since; None where undo or the user took it away.

    Its run tells, and its name where it has none or a copy has the same; it may have another name by now.
    """
    alike = [place for place, plan in enumerate(plans) if plan.origin == known.origin]
    named = [place for place in alike if plans[place].name == known.name]
    return next(iter(named or (alike if known.origin is not None else ())), None)


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
