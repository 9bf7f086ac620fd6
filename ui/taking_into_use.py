"""What is not in order with a plan that is about to be taken into use, said in the question itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from heiltid.model import Plan, Signed, Unit
from heiltid.rules.agreement_list import agreement_list
from heiltid.rules.finding import Severity
from heiltid.rules.judgement import Judgement
from ui.lacking_words import lacking, lacking_words
from ui.starting import discussion_passed, discussion_words
from ui.texts import tr


def still_open(unit: Unit, judgement: Judgement, today: date | None = None) -> tuple[str, ...]:
    """A line each: breaches, agreements nobody has signed, shifts nobody has, the discussion."""
    return tuple(_still_open(unit, judgement, today))


def _still_open(unit: Unit, judgement: Judgement, today: date | None) -> Iterator[str]:
    found = judgement.findings
    breaches = sum(finding.severity is Severity.BREACH for finding in found)
    if breaches:
        yield tr("ui.use.breaches", count=breaches)
    uses = agreement_list(found)
    unsigned = sum(use.signed is not Signed.YES for use in uses)
    if unsigned:
        yield tr("ui.use.unsigned", count=unsigned, needed=len(uses))
    holes = lacking(found)
    if holes:
        yield lacking_words(holes, judgement.context.calendar)
    now = today or date.today()
    if unit.start > now and discussion_passed(unit.start, now):  # what runs already was discussed long ago
        yield discussion_words(unit.start, now)


def use_details(
    unit: Unit, judgement: Judgement, today: date | None = None, *, replaced: Plan | None = None
) -> str:
    """What taking a plan into use does, and what is not in order yet. replaced: the rota in force so far."""
    lines = still_open(unit, judgement, today)
    said = tr("ui.results.use_details")
    if replaced is not None and not replaced.is_empty:
        said = f"{said} {tr('ui.results.use_kept')}"
    return "\n\n".join((said, tr("ui.use.open"), "\n".join(lines))) if lines else said
