"""What changes for whom: a line for each person, and her way from today to the proposal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from heiltid.advice.short_words import agreed_weekends, dates_inside, employment_words
from heiltid.advice.weekend_why import below_their_part
from heiltid.exchange.pdf.charts import Way, chart_height, ways
from heiltid.exchange.pdf.discussion.facts import ARROW, UNKNOWN, Facts, PersonChange
from heiltid.exchange.pdf.discussion.hours_off import hours_off_words
from heiltid.exchange.pdf.discussion.weekends import shared_weekends_words
from heiltid.exchange.pdf.page import (
    A4_PORTRAIT,
    HEADING,
    NOTE,
    SMALL,
    after_numbers,
    paragraph,
    table,
    under_heading,
)
from heiltid.measures.work import Work
from heiltid.model import FULL_TIME_BP, MINUTES_PER_HOUR, Employee, Status
from heiltid.rules.name_list import listed_names

WIDTHS = (92.0, 37.0, 37.0, 44.0, 47.0, 55.0, 55.0, 47.0, 79.0)
COLUMNS = ("name", "today", "wanted", "after", "agreed", "weekends", "weekend_hours", "long_shifts", "change")
HEADING_ROOM = 24.0
MOST_LEFT_EMPTY = A4_PORTRAIT.inner_height * 0.45  # rather than split a chart that fits the next page
NUMBERS = (1, 2, 3, 4, 5, 6, 7)


def people_part(facts: Facts) -> Iterator[Any]:
    """The flowables of part 2."""
    yield paragraph(facts.words("pdf_report.part.people"), HEADING)
    yield paragraph(facts.words("pdf_report.people_note"), SMALL)
    heads = [facts.words(f"pdf_report.people.{column}") for column in COLUMNS]
    rows = [heads, *(person_row(facts, change) for change in facts.changes)]
    yield table(rows, WIDTHS, numbers=NUMBERS, more=after_numbers(8))
    remarks = (hours_off_words(facts), shared_weekends_words(facts), few_weekends_words(facts))
    for words in filter(None, remarks):
        yield paragraph(words, NOTE)
    legend = (
        facts.words("pdf_report.legend.before"),
        facts.words("pdf_report.legend.after"),
        facts.words("pdf_report.legend.wanted"),
    )
    people = [_way(facts, change) for change in facts.changes if change.is_counted or change.now_bp]
    chart = ways(people, A4_PORTRAIT.inner_width, legend)
    least = min(chart_height(len(people)) + HEADING_ROOM, MOST_LEFT_EMPTY)
    yield from under_heading(facts.words("pdf_report.way"), chart, least)


def few_weekends_words(facts: Facts) -> str:
    """Who works clearly fewer weekends than her part, for the others will ask; "" where nobody does."""
    if facts.plan.is_empty:
        return ""
    people = [
        facts.words(
            "pdf_report.few_weekends_of",
            name=facts.name(person),
            worked=facts.number(why.worked, 0),
            weeks=facts.number(why.weeks, 0),
            fair=facts.number(why.fair, 0),
        )
        for person, why in below_their_part(facts.judgement)
    ]
    return facts.words("pdf_report.few_weekends", people=listed_names(people)) if people else ""


def person_row(facts: Facts, change: PersonChange) -> list[str]:
    """One line of the table; who leaves within the rota is told, for the year is then no year."""
    leaving = employment_words(facts.calendar, change.person, facts.language)
    return [
        ", ".join([facts.name(change.person), *leaving]),
        facts.share(change.was_bp),
        facts.share(change.person.wanted_bp) if change.person.holds_position else UNKNOWN,
        facts.share(change.now_bp),
        _agreed(facts, change.person),
        _a_year(facts, change, lambda work: work.weekends, digits=1),
        _a_year(facts, change, lambda work: work.weekend_minutes, MINUTES_PER_HOUR),
        _a_year(facts, change, lambda work: work.long_shifts),
        change_words(facts, change),
    ]


def _agreed(facts: Facts, person: Employee) -> str:
    """How often she has agreed to work a weekend; nobody has in a vacant line."""
    if person.status is Status.VACANT:
        return UNKNOWN
    often, *more = agreed_weekends(person, facts.language)
    return ", ".join([often, *(words.replace(" ", "\u00a0") for words in more)])


def _a_year(
    facts: Facts, change: PersonChange, amount: Callable[[Work], int], divisor: int = 1, digits: int = 0
) -> str:
    """The load before and after, of a whole year; alone where there is no rota today.

    Of one who leaves within the rota it is what she has left there, and what she had says nothing of that.
    """
    if dates_inside(facts.calendar, change.person)[1] is not None:
        left = change.work_after
        return UNKNOWN if left is None else facts.number(amount(left) / divisor, digits)

    def shown(work: Work | None) -> str:
        return UNKNOWN if work is None else facts.number(work.per_year(amount(work)) / divisor, digits)

    after = shown(change.work_after)
    return after if change.work_before is None else f"{shown(change.work_before)} {ARROW} {after}"


def change_words(facts: Facts, change: PersonChange) -> str:
    """What happens to the position, in words first and then in points."""
    points = facts.number(abs(change.change_bp) / 100, 2)
    if change.now_bp == 0:
        temporary = change.person.status is Status.TEMPORARY
        return facts.words(f"pdf_report.change.{'temporary_ends' if temporary else 'closed'}")
    if change.change_bp == 0:
        return facts.words("pdf_report.change.same")
    if change.is_about_same:
        return facts.words("pdf_report.change.about_same")
    if change.was_bp == 0:
        return facts.words("pdf_report.change.new", points=points)
    if change.change_bp < 0:
        return facts.words("pdf_report.change.smaller", points=points)
    full_time = change.now_bp + change.person.elsewhere_bp >= FULL_TIME_BP
    return facts.words(f"pdf_report.change.{'full_time' if full_time else 'larger'}", points=points)


def _way(facts: Facts, change: PersonChange) -> Way:
    return Way(
        name=facts.name(change.person),
        before_bp=change.was_bp,
        after_bp=change.now_bp,
        wanted_bp=change.person.wanted_bp if change.person.holds_position else None,
        shown=f"{facts.number(change.was_bp / 100, 2)} {ARROW} {facts.share(change.now_bp)}",
    )
