"""A dated plan judged for whoever reads and edits it: what an edit leaves as it was is not judged again.

Hourly substitutes with shifts are judged as in `judging.judge_who_works`, and who is there on each day is
counted of those who will come: nobody stands on a vacant line.
"""

from __future__ import annotations

from dataclasses import replace

from heiltid.booking.dates.judging import OF_A_POSITION, substitutes_at_work, with_substitutes
from heiltid.booking.places.open_places import attended
from heiltid.model import Plan, Unit
from heiltid.rules.context import Context
from heiltid.rules.judgement import Judgement, judge_all, rejudge


class DatedJudging:
    """Asked with one plan after another; lines that are the same objects are the same."""

    def __init__(self) -> None:
        self._known: tuple[Unit, frozenset[str], Judgement] | None = None
        self._there: Context | None = None

    def judgement(self, unit: Unit, plan: Plan) -> Judgement:
        """The plan with its findings, those of hourly substitutes who have shifts in it too."""
        at_work = substitutes_at_work(unit, plan)
        known = self._known
        if known is not None and known[0] is unit and known[1] == at_work:
            if known[2].plan is plan:
                return known[2]
            found = rejudge(known[2], plan)
        else:
            found = judge_all(with_substitutes(unit, at_work) if at_work else unit, plan)
        kept = {
            number: tuple(finding for finding in findings if finding.rule not in OF_A_POSITION)
            if number in at_work
            else findings
            for number, findings in found.by_person.items()
        }
        made = replace(found, by_person=kept)
        self._known = unit, at_work, made
        return made

    def attendance(self, unit: Unit, plan: Plan) -> Context:
        """Those who will come, by day."""
        come, before = attended(unit, plan), self._there
        if before is None or before.unit is not unit or not _has_same_people(before.plan, come):
            self._there = Context(unit, come)
            return self._there
        pairs = zip(before.plan.rows, come.rows, strict=True)
        changed = {row.employee for was, row in pairs if was is not row and was != row}
        if changed:
            before = self._there = before.with_plan(come, changed)
        return before


def _has_same_people(before: Plan, after: Plan) -> bool:
    return [row.employee for row in before.rows] == [row.employee for row in after.rows]
