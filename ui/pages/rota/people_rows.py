"""What stands beside the grid for each line: name, position now and after, hours, deviation, findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heiltid.competence_words import competence_word
from heiltid.measures.positions import positions_of, positions_today
from heiltid.model import Plan, Unit
from heiltid.rules.contract import deviation_minutes
from heiltid.rules.judgement import Judgement
from heiltid.rules.wording import who_text
from ui.pages.rota.looks import Mark
from ui.texts import hours, language, position, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One line. deviation: hours in the rota less the hours the position pays for."""

    employee: str
    name: str
    competence: str
    was_bp: int
    position_bp: int
    wanted_bp: int
    may_close: bool
    hours_minutes: int
    deviation_minutes: int
    findings: int
    gravest: Mark
    by_the_hour: bool = False  # no position, and so no deviation

    @property
    def now(self) -> str:
        """The position in words."""
        return tr("ui.booking.lists.by_the_hour") if self.by_the_hour else position(self.position_bp)

    @property
    def deviation(self) -> str:
        """The deviation in words."""
        return "" if self.by_the_hour else hours(self.deviation_minutes, signed=True)


def positions_before(unit: Unit, compared_with: Plan | None) -> dict[str, int]:
    """The positions a plan is compared with: those of another plan, else today's."""
    return positions_today(unit) if compared_with is None else positions_of(unit, compared_with)


def person_line(judged: Judgement, employee: str, before: Mapping[str, int], marks: list[Mark]) -> PersonLine:
    """One line reckoned; `marks`: one for every finding that asks for a look."""
    unit, context = judged.unit, judged.context
    person, row = unit.employee_by_number().get(employee), context.rows[employee]
    paid = deviation = 0
    asked = None if person is None else person.competence
    if person is not None:
        paid, deviation = context.paid_hours(person).total, deviation_minutes(context, person)
    return PersonLine(
        employee=employee,
        name=who_text(employee, unit, language()),
        competence="" if asked is None else competence_word(asked, language()),
        was_bp=before.get(employee, row.position_bp),
        position_bp=row.position_bp,
        wanted_bp=row.position_bp if person is None else person.wanted_bp,
        may_close=person is not None and person.may_close,
        hours_minutes=paid,
        deviation_minutes=deviation,
        findings=len(marks),
        gravest=max(marks, default=Mark.NONE),
    )
