"""Part 3 of the report: changes a reader can check, and every hole in the staffing."""

from __future__ import annotations

from dataclasses import replace

from builders import WEEKDAYS, WEEKEND, demand, plan, row
from exchange.pdf.discussion_case import PROPOSED, WARD, facts_of
from exchange.pdf.story import words

from heiltid.exchange.pdf.discussion.figures import figures_part

SIX_WEEKS = 6
A_DAY = replace(PROPOSED, rows=plan(row("D1 " + "- " * 41, "1", 6_000)).rows)


def test_holes_are_summed_up_before_they_are_listed_and_the_list_is_whole() -> None:
    # The first Monday only is worked: one lacks by day on 41 days, and one in the evening on 12 weekend days.
    rows = (demand(WEEKDAYS | WEEKEND, "07:30-15:00", 1), demand(WEEKEND, "15:00-22:00", 1))
    ward = replace(WARD, weeks=SIX_WEEKS, demand=rows)
    shown = list(words(figures_part(facts_of(A_DAY, ward=ward, today=None))))
    place = next(place for place, words_ in enumerate(shown) if words_.startswith("53 hol i bemanninga"))
    assert [" ".join(line.split()) for line in shown[place + 1 : place + 3]] == [
        "• 41 dagar (mån–søn): manglar 1 kl. 07:30–15:00",
        "• 12 dagar (lau, søn): manglar 1 kl. 15:00–22:00",
    ]
    assert shown[place + 3] == "Når"
    assert sum(line == "07:30–15:00" for line in shown[place:]) == 41
    assert sum(line == "15:00–22:00" for line in shown[place:]) == 12
    assert not any("står i arbeidsboka" in line for line in shown)


def test_where_only_a_few_can_cover_the_holes_that_is_told_with_them() -> None:
    # A nurse by day on five days, 37.5 h, and nobody is one; without holes nothing is said.
    row_ = demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse")
    shown = "\n".join(words(figures_part(facts_of(ward=replace(WARD, demand=(row_,))))))
    said = "Til kravet om sjukepleiar trengst minst 37,5 timar i veka, men det er ingen som dekkjer det."
    assert said in " ".join(shown.split())
    assert "kravet om" not in "\n".join(words(figures_part(facts_of())))


def test_holes_that_are_all_different_are_only_listed() -> None:
    ward = replace(WARD, demand=(demand(frozenset({6}), "07:30-15:00", 1),))
    shown = "\n".join(words(figures_part(facts_of(ward=ward))))
    assert "1 hol i bemanninga, 7 t 30 min i alt" in shown
    assert "•" not in shown


def test_the_change_is_what_a_reader_finds_with_a_pencil() -> None:
    facts = facts_of()
    before, after = facts.report.before, facts.report.after
    assert before is not None
    assert after is not None
    facts.report = facts.report.model_copy(
        update={
            "before": before.model_copy(update={"average_position_pct": 64.66}),
            "after": after.model_copy(update={"average_position_pct": 72.84}),
        }
    )
    shown = list(words(figures_part(facts)))
    place = shown.index("Snittstilling")
    assert shown[place : place + 4] == ["Snittstilling", "64,7 %", "72,8 %", "+8,1"]  # 72.84 - 64.66 = 8.18


def test_times_of_holes_that_a_night_shortens_are_explained_beneath_them() -> None:
    # The first night (21:45-07:45) is there for the first quarter of an hour on Tuesday.
    night = replace(PROPOSED, rows=plan(row("N1 - - - - - -", "1", 6_000)).rows)
    told = "Klokkesletta er tida det manglar folk; resten av tida er dekt av vakter som overlappar."
    shown = list(words(figures_part(facts_of(night, today=None))))
    assert shown.count("07:45–15:00") == 1
    assert shown.count(told) == 1
    assert told not in list(
        words(figures_part(facts_of(A_DAY, ward=replace(WARD, weeks=SIX_WEEKS), today=None)))
    )


def test_small_and_large_positions_tell_their_limits() -> None:
    shown = list(words(figures_part(facts_of())))
    assert "Småstillingar (under 50 %)" in shown
    assert "Store stillingar (over 80 %)" in shown


def test_how_many_a_client_may_meet_is_told_to_be_the_most() -> None:
    told = "Det er det meste: éin brukar møter gjerne færre."
    facts = facts_of(today=None)
    assert any(said.endswith(told) for said in words(figures_part(facts)))
    assert facts.report.after is not None
    unknown = facts.report.after.model_copy(update={"employees_met_per_week": None})
    facts.report = facts.report.model_copy(update={"after": unknown})
    assert not any(said.endswith(told) for said in words(figures_part(facts)))
