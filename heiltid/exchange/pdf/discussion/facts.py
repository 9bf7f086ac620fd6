"""What every part of the report looks up: the two plans, people's positions and load, words and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from heiltid.advice.position_why import PositionReasons
from heiltid.calendar import Calendar, discuss_by
from heiltid.exchange.workbook.lack_words import lacking_text
from heiltid.measures.changes import SAME_WITHIN_BP
from heiltid.measures.lacks import Lack, lacks
from heiltid.measures.positions import positions_of, positions_today
from heiltid.measures.work import Work, work_of
from heiltid.model import Employee, Plan, Unit, UnitFile
from heiltid.report_model import Report
from heiltid.rules.agreement_list import AgreementUse, agreement_list
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.judgement import Judgement, judge_all
from heiltid.rules.name_list import listed_names
from heiltid.texts import Language, decimal, text

ARROW = "→"
UNKNOWN = "–"
BOUND_SLACK_PCT = 0.01  # both figures are rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """One line of the staff list: positions in basis points; work None where there is no such rota."""

    person: Employee
    was_bp: int
    now_bp: int
    work_before: Work | None
    work_after: Work | None

    @property
    def change_bp(self) -> int:
        """What the position grows by."""
        return self.now_bp - self.was_bp

    @property
    def is_about_same(self) -> bool:
        """Whether nobody would speak of a change."""
        return abs(self.change_bp) < SAME_WITHIN_BP and (self.now_bp > 0) == (self.was_bp > 0)

    @property
    def is_counted(self) -> bool:
        """Somebody who holds a position today: not a vacant or temporary line."""
        return self.person.holds_position and self.was_bp > 0


class Facts:
    """A plan beside the one it would replace. Made once for a report."""

    def __init__(
        self,
        file: UnitFile,
        plan: Plan,
        report: Report,
        findings: tuple[Finding, ...],
        language: Language,
        today: date,
        as_made: Plan | None = None,
    ) -> None:
        self.file = file
        self.unit: Unit = file.unit
        self.plan = plan
        self.before = file.rota_before(plan)
        self.report = report
        self.findings = findings
        self.language = language
        self.today = today
        self.as_made = as_made
        self.calendar = Calendar(self.unit)

    @cached_property
    def changes(self) -> tuple[PersonChange, ...]:
        """Every planned line that has a position in one of the plans, in the order of the staff list."""
        was = positions_today(self.unit) if self.before is None else positions_of(self.unit, self.before)
        now = positions_of(self.unit, self.plan)
        old, new = self._work(self.before), self._work(self.plan)
        return tuple(
            PersonChange(
                person=person,
                was_bp=was[person.number],
                now_bp=now[person.number],
                work_before=old.get(person.number),
                work_after=new.get(person.number),
            )
            for person in self.unit.planned_employees
            if was[person.number] or now[person.number]
        )

    def _work(self, plan: Plan | None) -> dict[str, Work]:
        """Everybody's load; nothing at all where the plan tells positions only."""
        if plan is None or plan.is_empty:
            return {}
        context = Context(self.unit, plan, calendar=self.calendar)
        return {person.number: work_of(context, person) for person in context.people}

    @cached_property
    def judgement(self) -> Judgement:
        """What the checker says of the plan."""
        return judge_all(self.unit, self.plan)

    @cached_property
    def position_reasons(self) -> PositionReasons:
        """Why people have the positions they have."""
        return PositionReasons(self.judgement, self.before)

    @cached_property
    def agreements(self) -> tuple[AgreementUse, ...]:
        """The agreements the plan rests on."""
        return agreement_list(self.findings)

    @cached_property
    def lacks(self) -> tuple[Lack, ...]:
        """Where people lack to the least staffing; nothing for a plan that tells positions only."""
        return () if self.plan.is_empty else lacks(Context(self.unit, self.plan, calendar=self.calendar))

    @property
    def one_shift_closes_several(self) -> bool:
        """Whether a shift stands beside more than one place where people lack."""
        named = [(shift.day, shift.code) for lack in self.lacks for shift in lack.shifts]
        return len(set(named)) < len(named)

    def lacking_words(self) -> str:
        """How many gaps there are in the staffing, and the hours; there is at least one."""
        return lacking_text(self.lacks, self.language)

    @cached_property
    def breaches(self) -> int:
        """How many findings nobody may sign away."""
        return sum(finding.severity is Severity.BREACH for finding in self.findings)

    @property
    def bound_pct(self) -> float | None:
        """The proven ceiling of the average position; None where none is known.

        A plan above it tells that the unit was changed after the run: the ceiling is then worth nothing.
        """
        bound, after = self.report.bound_average_position_pct, self.report.after
        stale = (
            bound is not None and after is not None and after.average_position_pct > bound + BOUND_SLACK_PCT
        )
        return None if stale else bound

    @property
    def discuss_by(self) -> date:
        """The last day to discuss the plan."""
        return discuss_by(self.unit.start)

    @property
    def unit_name(self) -> str:
        """The unit's name, or a word for its lack."""
        return self.unit.name or self.words("pdf_report.nameless_unit")

    @property
    def plan_name(self) -> str:
        """The plan's name, or a word for its lack."""
        return self.plan.name or self.words("pdf_report.proposal")

    @property
    def period(self) -> str:
        """When the rota runs."""
        unit = self.unit
        return self.words(
            "pdf_report.period_cyclic" if unit.is_cyclic else "pdf_report.period_dated",
            first=day(unit.start),
            last=day(unit.start + timedelta(days=unit.day_count - 1)),
            weeks=unit.weeks,
        )

    def words(self, key: str, **values: object) -> str:
        """A text of the catalogue in the report's language."""
        return text(key, self.language, **values)

    def counted(self, noun: str, count: int) -> str:
        """A number with its noun: texts `pdf_report.count.<noun>.one` and `.many`."""
        number = "one" if count == 1 else "many"
        return self.words(f"pdf_report.count.{noun}.{number}", count=count)

    def name(self, person: Employee) -> str:
        """A person's name, or what stands for a line nobody holds."""
        if person.name or person.holds_position:
            return person.name or person.number
        return self.words("pdf_report.vacant", number=person.number)

    def names(self, numbers: Iterable[str]) -> str:
        """Names beside one another."""
        people = self.unit.employee_by_number()
        return listed_names(self.name(people[number]) if number in people else number for number in numbers)

    def number(self, value: float | Fraction, digits: int = 1) -> str:
        """A number with the language's decimal mark."""
        return decimal(float(value), self.language, digits)

    def percent(self, value: float, digits: int = 1) -> str:
        """A number of percent with its sign."""
        return f"{self.number(value, digits)} %"

    def share(self, share_bp: int) -> str:
        """Basis points as percent, a position with the decimals it has on the screen too: "29,93 %"."""
        return self.percent(share_bp / 100, 2)

    def hours(self, value: float) -> str:
        """Hours with their mark."""
        return f"{self.number(value)} {self.words('figure.hour_mark')}"


def day(when: date) -> str:
    """A date as dd.mm.yyyy."""
    return f"{when:%d.%m.%Y}"
