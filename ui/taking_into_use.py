"""Taking the shown plan into use: the question tells what is not in order with it yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from heiltid.edits.scenarios import used_as_today
from heiltid.measures.lack_groups import lacking
from heiltid.model import Plan, PlanRole, Signed, Unit
from heiltid.rules.agreement_list import agreement_list
from heiltid.rules.finding import Severity
from heiltid.rules.judgement import Judgement
from ui.asking import choose
from ui.desk import Desk
from ui.full_time_week import week_words
from ui.lacking_words import lacking_words
from ui.plan_names import name_in_use, plan_name
from ui.starting import discussion_passed, discussion_words
from ui.texts import language, tr


def still_open(unit: Unit, judgement: Judgement, today: date | None = None) -> tuple[str, ...]:
    """A line each: breaches, the full-time week, unsigned agreements, shifts nobody has, the discussion."""
    return tuple(_still_open(unit, judgement, today))


def _still_open(unit: Unit, judgement: Judgement, today: date | None) -> Iterator[str]:
    found = judgement.findings
    breaches = sum(finding.severity is Severity.BREACH for finding in found)
    if breaches:
        yield tr("ui.use.breaches", count=breaches)
    weeks = week_words(judgement)
    if weeks:
        yield weeks
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
    unit: Unit,
    judgement: Judgement,
    today: date | None = None,
    *,
    replaced: Plan | None = None,
    new_name: str = "",
) -> str:
    """What taking a plan into use does, and what is not in order yet. replaced: the rota in force so far."""
    lines = still_open(unit, judgement, today)
    said = tr("ui.results.use_details")
    if unit.start > (today or date.today()):  # what runs already was discussed long ago
        said = f"{tr('ui.use.when')} {said}"
    if replaced is not None and not replaced.is_empty:
        said = f"{said} {tr('ui.results.use_kept')}"
    if new_name:
        said = f"{said} {tr('ui.results.use_named', name=new_name)}"
    return "\n\n".join((said, tr("ui.use.open"), "\n".join(lines))) if lines else said


def take_into_use(desk: Desk, parent: QWidget) -> None:
    """Ask, and make the shown scenario the rota of today, which is shown then."""
    document = desk.document
    place = document.shown_index
    if place is None or document.plan.role is not PlanRole.SCENARIO:
        return
    name, used_name = plan_name(document.plan), name_in_use(document.unit, document.plan)
    new_name = "" if used_name == name else used_name
    answer = choose(
        tr("ui.results.use_asked", name=name),
        use_details(document.unit, document.judgement, replaced=document.today, new_name=new_name),
        ("ui.results.use", "ui.ask.cancel"),
        parent,
    )
    if answer == "ui.results.use":
        file = used_as_today(document.file, place, language(), name=used_name)
        today = next(i for i, plan in enumerate(file.plans) if plan.role is PlanRole.TODAY)
        document.apply(tr("ui.results.use"), file, shown=today)
        desk.say(tr("ui.results.used", name=file.plans[today].name))
