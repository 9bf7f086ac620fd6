"""Whose weekends are more than before, or more often agreed than most people's, is told as a decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import person, plan, row, unit
from exchange.pdf.discussion_case import facts_of
from exchange.pdf.story import page_text

from heiltid.exchange.pdf.discussion.agreements import agreements_part
from heiltid.exchange.pdf.discussion.more_weekends import more_weekends_to_discuss, more_weekends_words
from heiltid.exchange.pdf.discussion.to_discuss import to_discuss
from heiltid.model import Employee, Plan, PlanRole, Status, Unit

FREE_WEEK, WORKED = "- - - - - - -", "- - - - - D1 D1"
KARI, OLA, PER = (
    person(number, 5_000, weekend_every=every, name=name)
    for number, every, name in (("1", 2, "Kari Nes"), ("2", 3, "Ola Å"), ("3", 3, "Per Ø"))
)
WARD = unit(6, employees=(KARI, OLA, PER))


def rota(*worked: tuple[int, ...]) -> Plan:
    """Each person's weeks with a weekend, from 0."""
    lines = (" ".join(WORKED if week in weeks else FREE_WEEK for week in range(6)) for weeks in worked)
    return plan(*(row(line, str(number), 5_000) for number, line in enumerate(lines, 1)))


TODAY = rota((0, 3), (1, 4), (2, 5))
MORE = rota((0, 2, 4), (1, 4), (2, 5))


def proposed(made: Plan, ward: Unit = WARD, today: Plan | None = None) -> tuple[str, str]:
    facts = facts_of(replace(made, role=PlanRole.SCENARIO, name="Framlegg 1"), ward=ward, today=today)
    return more_weekends_words(facts), more_weekends_to_discuss(facts)


def test_who_works_more_weekends_than_today_is_named_with_both_numbers() -> None:
    said, discussed = proposed(MORE, today=TODAY)
    assert said == ("Fleire helger enn i turnusen i dag: Kari Nes 2 → 3 av 6 (avtalt kvar 2.).")
    assert discussed == "Fleire helger enn i dag for 1 tilsett (del 4)"
    facts = facts_of(MORE, ward=WARD, today=None)
    assert "Helg oftare" in page_text(agreements_part(facts))
    assert any("Helg oftare" in line for line in to_discuss(facts))


def test_who_gets_most_more_stands_first_and_fewer_is_none_of_it() -> None:
    said, discussed = proposed(rota((0,), (0, 2, 4), (0, 1, 2, 3, 4)), today=TODAY)
    assert "i dag: Per Ø 2 → 5 av 6 (avtalt kvar 3.) og Ola Å 2 → 3 av 6 (avtalt kvar 3.)." in said
    assert "2 tilsette" in discussed


def test_without_the_rota_of_today_it_is_told_who_has_agreed_to_more_than_most() -> None:
    said, discussed = proposed(MORE)
    assert said == (
        "Helg oftare enn kvar 3., som dei fleste har avtalt: Kari Nes (kvar 2.: arbeider 3 av 6)."
    )
    assert discussed == "Helg oftare enn dei fleste har avtalt, for 1 tilsett (del 4)"


def test_who_works_no_more_by_it_is_named_but_nothing_to_discuss() -> None:
    said, discussed = proposed(TODAY)
    assert "Kari Nes (kvar 2.: arbeider 2 av 6)" in said
    assert discussed == ""


def test_positions_alone_tell_the_agreed_frequency() -> None:
    said, discussed = proposed(rota((), (), ()))
    assert "som dei fleste har avtalt: Kari Nes (kvar 2.)." in said
    assert discussed == ""


@pytest.mark.parametrize(
    ("first", "today"),
    [
        (KARI, MORE),  # as many as in the rota of today
        (replace(KARI, weekend_every=3), None),  # as most
        (replace(KARI, weekend_every=0), None),  # never
        (replace(KARI, status=Status.VACANT), None),  # nobody
        (replace(KARI, employed_to=date(2027, 1, 31)), TODAY),  # leaves in week 4
    ],
)
def test_nothing_is_told_of_who_has_no_more(first: Employee, today: Plan | None) -> None:
    assert proposed(MORE, replace(WARD, employees=(first, OLA, PER)), today) == ("", "")


def test_nothing_is_told_where_no_frequency_is_that_of_most() -> None:
    ward = replace(WARD, employees=(KARI, OLA, replace(PER, weekend_every=4)))
    assert proposed(MORE, ward) == ("", "")
