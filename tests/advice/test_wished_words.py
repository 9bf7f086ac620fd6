"""Fewer or more than wanted, in words: a sentence, and lines with the days drawn together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import WEEKDAYS, WEEKEND, demand, person, plan, row, unit

from heiltid.advice.wished_words import below_sentence, named_days, off_text, wished_lines, wished_sentence
from heiltid.calendar import Calendar
from heiltid.model import RotaKind, Unit
from heiltid.rules.context import Context
from heiltid.texts import Language

NYNORSK = Language.NYNORSK
EVERY_DAY = WEEKDAYS | WEEKEND
FIVE = tuple(person(str(number)) for number in range(1, 6))
ROWS = (demand(WEEKDAYS, "07:30-15:00", 1, target=2), demand(EVERY_DAY, "22:00-07:30", 1))
WARD = unit(2, employees=FIVE, demand=ROWS)


def context(second: str, extra: str = "- - - - - - - " * 2, ward: Unit = WARD) -> Context:
    """The first by day on all weekdays, two share the nights; the second and who is more as told."""
    lines = ("D1 D1 D1 D1 D1 - - " * 2, second, "N1 - N1 - N1 - N1 " * 2, "- N1 - N1 - N1 - " * 2, extra)
    return Context(ward, plan(*(row(line, str(place)) for place, line in enumerate(lines, start=1))))


BELOW = "D1 - - - - - - - D1 - D1 - - -"  # lacks v1 tys-fre and v2 mån, ons, fre: 7 days of 7.5 h


def test_days_below_what_is_wished_are_one_sentence() -> None:
    assert below_sentence(context(BELOW), NYNORSK) == (
        "7 dagar (mån–fre) har 1 færre enn ønskt, 52,5 timar i alt."
    )
    assert below_sentence(context("D1 D1 D1 D1 D1 - - D1 D1 D1 D1 - - -"), NYNORSK) == (
        "v2 fre har 1 færre enn ønskt, 7,5 timar."
    )
    assert below_sentence(context("D1 D1 D1 D1 D1 - - " * 2), NYNORSK) == ""


def test_days_of_a_week_are_drawn_together_in_a_line() -> None:
    doubled = context(BELOW, "N1 N1 N1 - - - - - - - - - - -")
    assert [*wished_lines(doubled, NYNORSK)] == [
        "v1 tys–fre, v2 mån, ons, fre kl. 07:30–15:00: 1 færre enn ønskt",
        "v1 mån–ons kl. 22:00–07:30: 1 fleire enn ønskt",
    ]
    assert wished_sentence(doubled, NYNORSK) == (
        "7 dagar (mån–fre) har 1 færre enn ønskt, 52,5 timar i alt, "
        "og det er fleire enn ønskt 3 gonger om natta (1,5 i veka)."
    )
    assert wished_sentence(doubled, NYNORSK, tells_above=False) == below_sentence(doubled, NYNORSK)
    all_there = context("D1 D1 D1 D1 D1 - - " * 2, "N1 - - - - - - - - - - - - -")
    assert wished_sentence(all_there, NYNORSK) == "Det er fleire på vakt enn ønskt 1 gong om natta."


def test_nothing_is_said_where_as_many_are_there_as_wanted() -> None:
    fine = context("D1 D1 D1 D1 D1 - - " * 2)
    assert (wished_sentence(fine, NYNORSK), [*wished_lines(fine, NYNORSK)]) == ("", [])


def test_a_competence_is_named() -> None:
    nurse = demand(frozenset({0}), "07:30-15:00", 0, target=1, competence="nurse")
    lacks = context("D1 D1 D1 D1 D1 - - " * 2, ward=replace(WARD, demand=(*ROWS, nurse)))
    assert [*wished_lines(lacks, NYNORSK)] == [
        "v1 mån, v2 mån kl. 07:30–15:00: 1 sjukepleiar færre enn ønskt"
    ]


def test_many_lines_are_summed_and_at_last_counted() -> None:
    # Six hours of the day, each with its own wish and one person: six lines, of which three are shown.
    rows = tuple(
        demand(WEEKDAYS, f"{hour:02d}:00-{hour + 1:02d}:00", 0, target=hour) for hour in range(8, 14)
    )
    told = [*wished_lines(context("- - - - - - - " * 2, ward=replace(WARD, demand=rows)), NYNORSK, 3)]
    # The first wishes 8 and has 1; five days of two weeks in each of the three rows that are left.
    assert told[0] == "v1 mån–fre, v2 mån–fre kl. 08:00–09:00: 7 færre enn ønskt"
    assert (len(told), told[-1]) == (4, "og fleire dagar: 30")


def test_many_days_are_told_by_their_weekdays_and_dates_where_there_are_dates() -> None:
    long = unit(4, employees=FIVE, demand=ROWS[:1])
    rota = plan(row("D1 D1 D1 D1 D1 - - " * 4, "1"))
    assert [*wished_lines(Context(long, rota), NYNORSK)] == [
        "20 dagar (mån–fre) kl. 07:30–15:00: 1 færre enn ønskt"
    ]
    dated = Calendar(replace(WARD, kind=RotaKind.DATED, start=date(2027, 3, 1)))
    assert named_days((0, 1), dated, NYNORSK) == "mån 01.03.2027–tys 02.03.2027"


@pytest.mark.parametrize(
    ("language", "below", "above"),
    [
        (Language.NYNORSK, "1 færre enn ønskt", "2 fleire enn ønskt"),
        (Language.BOKMAL, "1 færre enn ønsket", "2 flere enn ønsket"),
        (Language.ENGLISH, "1 fewer than wanted", "2 more than wanted"),
    ],
)
def test_three_languages(language: Language, below: str, above: str) -> None:
    assert (off_text(1, language, is_below=True), off_text(2, language, is_below=False)) == (below, above)
