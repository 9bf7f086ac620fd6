"""A plan judged so that the next one, a few cells away, is judged soon: only what changed is looked at.

The findings are those of `registry.judge`, in its order. The rules of one person are asked again for
the people whose lines changed; the rules of the whole unit always, over figures that `Context` keeps.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from heiltid.model import Cell, Employee, Plan, PlanRow, Unit
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding
from heiltid.rules.registry import RULES

PERSON_CHECKS = tuple(rule.check_person for rule in RULES if rule.check_person is not None)
UNIT_CHECKS = tuple(rule.check_unit for rule in RULES if rule.check_unit is not None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judgement:
    """A plan with all its findings.

    by_person: what the rules of one person's line tell, by employee number, for everybody who is
    planned, in the order of the rules; of_unit: what the rules of the whole plan tell (a finding
    among them may still name an employee: how nights and evenings are split).
    """

    unit: Unit
    plan: Plan
    context: Context
    by_person: Mapping[str, tuple[Finding, ...]]
    of_unit: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the rules, then of the people: as registry.judge has them."""
        by_rule: dict[str, list[Finding]] = {rule.name: [] for rule in RULES}
        for found in (*self.by_person.values(), self.of_unit):
            for finding in found:
                by_rule[finding.rule].append(finding)
        return tuple(finding for found in by_rule.values() for finding in found)


def judge_all(unit: Unit, plan: Plan) -> Judgement:
    """The plan judged from the ground up."""
    return _judged(Context(unit, plan), {})


def rejudge(previous: Judgement, plan: Plan) -> Judgement:
    """Another plan of the same unit judged: dear only in so far as its lines are other objects."""
    before = previous.plan.rows
    if not _has_same_people(before, plan.rows):
        context = previous.context
        return _judged(Context(previous.unit, plan, calendar=context.calendar, coverage=context.coverage), {})
    pairs = [(was, row) for was, row in zip(before, plan.rows, strict=True) if row is not was]
    asked = {row.employee for was, row in pairs if not _is_judged_alike(was, row)}
    context = previous.context.with_plan(plan, asked)
    known = {number: found for number, found in previous.by_person.items() if number not in asked}
    return _judged(context, known)


def person_findings(context: Context, person: Employee) -> tuple[Finding, ...]:
    """What the rules of one person's line tell, in their order."""
    return tuple(finding for check in PERSON_CHECKS for finding in check(context, person))


def _judged(context: Context, known: Mapping[str, tuple[Finding, ...]]) -> Judgement:
    by_person = {
        person.number: known[person.number] if person.number in known else person_findings(context, person)
        for person in context.people
    }
    return Judgement(
        unit=context.unit,
        plan=context.plan,
        context=context,
        by_person=by_person,
        of_unit=tuple(finding for check in UNIT_CHECKS for finding in check(context)),
    )


def _has_same_people(before: Collection[PlanRow], after: Collection[PlanRow]) -> bool:
    """The same employees in the same order, each with one line of the same length."""
    numbers = [row.employee for row in before]
    return (
        numbers == [row.employee for row in after]
        and len(set(numbers)) == len(numbers)
        and all(len(was.cells) == len(row.cells) for was, row in zip(before, after, strict=True))
    )


def _is_judged_alike(was: PlanRow, row: PlanRow) -> bool:
    """Whether two lines differ in nothing a rule looks at: not in shifts, absences or position."""
    return (
        was.position_bp == row.position_bp
        and len(was.history) == len(row.history)
        and all(map(_is_worked_alike, was.history, row.history))
        and all(map(_is_worked_alike, was.cells, row.cells))
    )


def _is_worked_alike(one: Cell, other: Cell) -> bool:
    return one is other or (one.shift == other.shift and one.absence == other.absence)
