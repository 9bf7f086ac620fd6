"""What `rollout` and `open-shifts` write with --json; documented in docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from heiltid.booking.dates.roll_report import RollOutReport
from heiltid.model import MINUTES_PER_HOUR, Unit
from heiltid.model.booking import DaysOffDue, LostShift, OpenList, OpenPlace, RollOut, Standing
from heiltid.report_lines import agreement_lines, finding_lines
from heiltid.report_model import AgreementLine, FindingLine
from heiltid.rules.staffing import clock_text
from heiltid.texts import Language


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class LostLine(_Value):
    """A planned shift nobody works on its date. `absence`: the code laid over it."""

    employee: str
    date: date
    code: str
    why: Literal["red_day", "absence", "employment"]
    absence: str | None


class DueLine(_Value):
    """F3 or F5 one person has due: how many, for which red days, and on which days they are given."""

    employee: str
    code: str
    count: int
    red: tuple[date, ...]
    given: tuple[date, ...]
    left: int


class RollOutAnswer(_Value):
    """The answer of `rollout`. Days of findings count from 0 = `first`."""

    name: str
    first: date
    from_week: int
    weeks: int
    red_days: tuple[date, ...]
    lost: tuple[LostLine, ...]
    due: tuple[DueLine, ...]
    findings: tuple[FindingLine, ...]
    new_findings: tuple[FindingLine, ...]
    agreements: tuple[AgreementLine, ...]


def roll_out_answer(rollout: RollOut, report: RollOutReport, language: Language) -> RollOutAnswer:
    """The report of a roll-out as values for other programs."""
    return RollOutAnswer(
        name=rollout.unit.name,
        first=rollout.options.first,
        from_week=rollout.options.from_week,
        weeks=rollout.options.weeks,
        red_days=report.red_days,
        lost=tuple(_lost_line(entry) for entry in report.lost),
        due=tuple(_due_line(entry) for entry in report.due),
        findings=finding_lines(rollout.unit, report.findings, language),
        new_findings=finding_lines(rollout.unit, report.new, language),
        agreements=agreement_lines(report.findings),
    )


def _lost_line(entry: LostShift) -> LostLine:
    return LostLine(
        employee=entry.employee,
        date=entry.on,
        code=entry.code,
        why=entry.to.value,
        absence=entry.absence,
    )


def _due_line(entry: DaysOffDue) -> DueLine:
    return DueLine(
        employee=entry.employee,
        code=entry.code,
        count=entry.count,
        red=entry.red,
        given=entry.given,
        left=entry.left,
    )


class TakerLine(_Value):
    """One person before an open place. Hours by how they count; `refusal` null: she may take it."""

    employee: str
    can: bool
    counts_as: Literal["unbound", "extra", "overtime"] | None
    unbound_hours: float
    extra_hours: float
    overtime_hours: float
    refusal: str | None
    rule: str | None
    strains: tuple[str, ...]


class OpenPlaceLine(_Value):
    """One shift one person may take."""

    number: int
    date: date
    code: str | None
    start: str
    end: str
    competence: str | None
    why: Literal["understaffed", "absence", "vacancy"]
    whose: str | None
    lacking_person_hours: float
    takers: tuple[TakerLine, ...]


class UnboundLine(_Value):
    """Hours of somebody's position that are not planned."""

    employee: str
    hours: float


class OpenShiftsAnswer(_Value):
    """The answer of `open-shifts`."""

    name: str
    first: date
    weeks: int
    ring: tuple[str, ...]
    places: tuple[OpenPlaceLine, ...]
    unbound: tuple[UnboundLine, ...]


def open_shifts_answer(
    unit: Unit,
    found: OpenList,
    standings: Mapping[int, tuple[Standing, ...]],
    unbound_minutes: Mapping[str, int],
) -> OpenShiftsAnswer:
    """Open places with everybody before them, by the place's number; unbound minutes by employee."""
    return OpenShiftsAnswer(
        name=unit.name,
        first=unit.start,
        weeks=unit.weeks,
        ring=found.ring,
        places=tuple(_place_line(place, standings[place.number]) for place in found.places),
        unbound=tuple(
            UnboundLine(employee=number, hours=_hours(minutes))
            for number, minutes in unbound_minutes.items()
            if minutes > 0
        ),
    )


def _place_line(place: OpenPlace, standings: Iterable[Standing]) -> OpenPlaceLine:
    return OpenPlaceLine(
        number=place.number,
        date=place.on,
        code=place.code,
        start=clock_text(place.start_minute),
        end=clock_text(place.end_minute),
        competence=place.competence,
        why=place.why.value,
        whose=place.whose,
        lacking_person_hours=_hours(place.lacking_minutes),
        takers=tuple(_taker_line(standing) for standing in standings),
    )


def _taker_line(standing: Standing) -> TakerLine:
    return TakerLine(
        employee=standing.employee,
        can=standing.can,
        counts_as=standing.counts_as.value if standing.can else None,
        unbound_hours=_hours(standing.unbound_minutes),
        extra_hours=_hours(standing.extra_minutes),
        overtime_hours=_hours(standing.overtime_minutes),
        refusal=None if standing.refusal is None else standing.refusal.value,
        rule=standing.rule,
        strains=standing.strains,
    )


def _hours(minutes: int) -> float:
    return round(minutes / MINUTES_PER_HOUR, 4)
