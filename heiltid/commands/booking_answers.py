"""What `rollout` and `open-shifts` write with --json; documented in docs/json.md."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from heiltid.booking.roll_report import RollOutReport
from heiltid.model.booking import DaysOffDue, LostShift, RollOut
from heiltid.report_lines import agreement_lines, finding_lines
from heiltid.report_model import AgreementLine, FindingLine
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
