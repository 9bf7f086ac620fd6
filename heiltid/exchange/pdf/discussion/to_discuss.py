"""The lines with a box on page one: what the parties are asked to settle."""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.exchange.pdf.discussion.agreements import instead_count
from heiltid.exchange.pdf.discussion.choice import extra_weekends
from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.exchange.pdf.discussion.frame import frame_growth
from heiltid.exchange.pdf.discussion.full_time_week import full_time_week_findings
from heiltid.exchange.pdf.discussion.hours_off import people_beyond
from heiltid.exchange.pdf.discussion.more_weekends import more_weekends_to_discuss
from heiltid.exchange.pdf.discussion.part_time import left_part_time
from heiltid.model import Signed, Status
from heiltid.rules.name_list import listed_first
from heiltid.rules.wording import amount_text

MOST_NAMED = 3


def to_discuss(facts: Facts) -> Iterator[str]:
    """What the plan itself puts on the table, most serious first."""
    yield from _of_the_staffing(facts)
    yield from _of_people(facts)
    yield from _of_the_agreements(facts)


def _of_the_staffing(facts: Facts) -> Iterator[str]:
    if facts.breaches:
        yield facts.words("pdf_report.discuss.breaches", count=facts.counted("breaches", facts.breaches))
    weeks = len(full_time_week_findings(facts))
    if weeks:
        yield facts.words("pdf_report.discuss.week", people=facts.counted("people", weeks))
    if facts.lacks:
        count = amount_text(len(facts.lacks), "gaps", facts.language)
        yield facts.words("pdf_report.discuss.lacking", count=count)
    more = frame_growth(facts)
    if more:
        yield facts.words("pdf_report.discuss.frame", more=more)
    beyond = people_beyond(facts)
    if beyond:
        yield facts.words("pdf_report.discuss.hours_beyond", people=facts.counted("people", beyond))


def _of_people(facts: Facts) -> Iterator[str]:
    yield from filter(None, [_smaller(facts), more_weekends_to_discuss(facts)])
    extra = sum(bool(weeks) for _, weeks in extra_weekends(facts))
    if extra:
        yield facts.words("pdf_report.discuss.extra_weekends", count=facts.counted("people", extra))
    ending = sum(change.person.status is Status.TEMPORARY and change.now_bp == 0 for change in facts.changes)
    if ending:
        yield facts.words("pdf_report.discuss.temporary", count=facts.counted("temporary", ending))


def _of_the_agreements(facts: Facts) -> Iterator[str]:
    if unsigned(facts):
        count = facts.counted("agreements", unsigned(facts))
        yield facts.words("pdf_report.discuss.agreements", count=count)
    if instead_count(facts):
        yield facts.words("pdf_report.discuss.instead", count=instead_count(facts))
    part_time = len(left_part_time(facts))
    if part_time:
        yield facts.words("pdf_report.discuss.part_time", count=part_time)


def _smaller(facts: Facts) -> str:
    """Whose position gets smaller, the one who loses most first; "" for nobody."""
    people = [
        change
        for change in facts.changes
        if change.is_counted and change.change_bp < 0 and not change.is_about_same
    ]
    if not people:
        return ""
    named = (facts.name(change.person) for change in sorted(people, key=lambda change: change.change_bp))
    return facts.words("pdf_report.discuss.smaller", people=listed_first(named, MOST_NAMED, facts.language))


def unsigned(facts: Facts) -> int:
    """How many agreements the plan rests on that nobody has signed."""
    return sum(use.signed is not Signed.YES for use in facts.agreements)
