"""What `stats` says of open shifts: the roll-out in force, and a year's extra hours; see docs/json.md."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from pydantic import BaseModel, ConfigDict

from heiltid.booking.account.ledger import Claim, claims, last_known_day
from heiltid.booking.account.sums import UnitSums, unit_sums
from heiltid.model import MINUTES_PER_HOUR, UnitFile
from heiltid.model.booking import RollOut


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class RollOutSums(_Value):
    """The open shifts of the roll-out in force. Hours are those on top of people's plans."""

    first: date
    weeks: int
    open_shifts: int
    still_open: int
    taken_within: int
    taken_by_substitutes: int
    unbound_hours: float
    extra_hours: float
    overtime_hours: float
    overtime_avoided_hours: float
    average_position_pct: float
    average_actual_position_pct: float


class ClaimLine(_Value):
    """Somebody who worked beyond her position in twelve months; `due`: regularly, by AML § 14-4 a."""

    employee: str
    position_pct: float
    wanted_pct: float
    extra_hours: float
    overtime_hours: float
    months: int
    corresponds_pct: float
    due: bool


class LedgerReport(_Value):
    """`until`: the day the twelve months of `claims` end with."""

    rollout: RollOutSums | None
    until: date
    claims: tuple[ClaimLine, ...]


def ledger_report(file: UnitFile) -> LedgerReport | None:
    """What a file knows of open shifts and extra hours; None where it knows nothing."""
    booking = file.booking
    until = None if booking is None else last_known_day(booking)
    if booking is None or until is None:
        return None
    rollout = booking.rollout
    return LedgerReport(
        rollout=None if rollout is None else _sums(rollout, unit_sums(rollout)),
        until=until,
        claims=tuple(map(_claim_line, claims(file, until))),
    )


def _sums(rollout: RollOut, found: UnitSums) -> RollOutSums:
    return RollOutSums(
        first=rollout.options.first,
        weeks=rollout.options.weeks,
        open_shifts=found.places,
        still_open=found.still_open,
        taken_within=found.within,
        taken_by_substitutes=found.by_substitutes,
        unbound_hours=_hours(found.unbound_minutes),
        extra_hours=_hours(found.extra_minutes),
        overtime_hours=_hours(found.overtime_minutes),
        overtime_avoided_hours=_hours(found.overtime_avoided_minutes),
        average_position_pct=_percent(found.average_before_bp),
        average_actual_position_pct=_percent(found.average_actual_bp),
    )


def _claim_line(claim: Claim) -> ClaimLine:
    return ClaimLine(
        employee=claim.employee,
        position_pct=_percent(claim.position_bp),
        wanted_pct=_percent(claim.wanted_bp),
        extra_hours=_hours(claim.extra_minutes),
        overtime_hours=_hours(claim.overtime_minutes),
        months=claim.months,
        corresponds_pct=_percent(claim.corresponds_bp),
        due=claim.is_due,
    )


def _hours(minutes: int) -> float:
    return round(minutes / MINUTES_PER_HOUR, 2)


def _percent(share_bp: int | Fraction) -> float:
    return round(float(Fraction(share_bp) / 100), 4)
