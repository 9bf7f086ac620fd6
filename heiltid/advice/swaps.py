"""Two people's days exchanged: with whom that can be done, the best first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from heiltid.advice.differences import Compared, about, added, compared
from heiltid.advice.takers import absence_code, closed_shift
from heiltid.model import Cell, Employee, Plan
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.judgement import Judgement, rejudge
from heiltid.rules.staffing import MINIMUM


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """One colleague. cell: what she has now; after: the plan once they have swapped.

    new: findings on the two of them, or on the unit, that would come, grow worse or move to other days.
    breaches, papers: how often rules are broken, and agreements needed, beside what is so today.
    """

    employee: str
    cell: Cell
    after: Judgement
    new: tuple[Finding, ...]
    breaches: Compared
    papers: Compared

    @property
    def can(self) -> bool:
        """Whether no rule is broken by it."""
        return not self._many(Severity.BREACH)

    @property
    def rank(self) -> tuple[int, ...]:
        """The smaller the better: rules broken, hours nobody covers, papers, a free day in return, notes.

        What takes a finding away comes before what changes nothing, and that before what moves one.
        """
        lacking = sum(finding.amount for finding in self.after.of_unit if finding.rule == MINIMUM)
        papers, notes = self._many(Severity.NEEDS_AGREEMENT), self._many(Severity.NOTE)
        change = (self.breaches.change, lacking, self.papers.change)
        return (*change, papers, int(not self.cell.works), notes)

    def _many(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.new)


def swaps(judgement: Judgement, employee: str, day: int) -> tuple[Swap, ...]:
    """Every colleague with something else on that day, whom nothing but the rules keeps from swapping.

    The best first. Nobody where the cell itself is locked, absent or of somebody who is not planned.
    """
    return tuple(sorted(_swaps(judgement, employee, day), key=lambda entry: entry.rank))


def _swaps(judgement: Judgement, employee: str, day: int) -> Iterator[Swap]:
    context = judgement.context
    person = next((entry for entry in context.people if entry.number == employee), None)
    if person is None or not _is_open(context, person, day):
        return
    mine = context.row(person).cells[day]
    for other in context.people:
        theirs = context.row(other).cells[day]
        if theirs == mine or not _is_open(context, other, day):
            continue
        if _may(context, person, day, theirs) and _may(context, other, day, mine):
            after = rejudge(judgement, _swapped(judgement.plan, employee, other.number, day))
            both = (employee, other.number)
            yield Swap(
                employee=other.number,
                cell=theirs,
                after=after,
                new=_new(judgement, after, *both),
                breaches=_compared(judgement, after, Severity.BREACH, *both),
                papers=_compared(judgement, after, Severity.NEEDS_AGREEMENT, *both),
            )


def _is_open(context: Context, person: Employee, day: int) -> bool:
    """Whether what stands there may be exchanged at all."""
    is_locked = context.row(person).cells[day].locked
    return (
        not is_locked and context.calendar.is_employed(person, day) and not absence_code(context, person, day)
    )


def _may(context: Context, person: Employee, day: int, cell: Cell) -> bool:
    shift = None if cell.shift is None else context.shifts.get(cell.shift)
    return shift is None or closed_shift(context, person, day, shift) is None


def _swapped(plan: Plan, one: str, other: str, day: int) -> Plan:
    rows = plan.row_of()
    first, second = rows[one].cells, rows[other].cells
    return plan.with_rows(
        {
            one: replace(rows[one], cells=(*first[:day], second[day], *first[day + 1 :])),
            other: replace(rows[other], cells=(*second[:day], first[day], *second[day + 1 :])),
        }
    )


def _new(before: Judgement, after: Judgement, *employees: str) -> tuple[Finding, ...]:
    found = [entry for number in employees for entry in added(about(before, number), about(after, number))]
    return tuple(dict.fromkeys(found))


def _compared(before: Judgement, after: Judgement, severity: Severity, *employees: str) -> Compared:
    def found(judged: Judgement) -> list[Finding]:
        several = (entry for number in employees for entry in about(judged, number))
        return [entry for entry in dict.fromkeys(several) if entry.severity is severity]

    return compared(found(before), found(after))
