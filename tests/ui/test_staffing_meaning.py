"""What the demand means: the figures of the rule of thumb, and how they differ for the unit's own people."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import SHIFTS, WEEKDAYS, WEEKEND, demand, person, shift, unit
from pytestqt.qtbot import QtBot

from heiltid.measures.budget import least_positions_bp
from heiltid.model import ALL_WEEKDAYS, DaySelector, DemandRow, RotaKind, ShiftKind
from ui.pages.staffing.gaps import short_shift_words
from ui.pages.staffing.meaning import (
    FIGURES,
    MeaningCard,
    fte_name,
    hours_name,
    meaning_of,
    own_words,
    person_minutes,
    too_short_words,
    uncovered,
)
from ui.pages.staffing.words import row_sentence

DAY = demand(WEEKDAYS, "07:30-15:00", 6, target=7, maximum=8)
EVENING = demand(WEEKDAYS, "15:00-22:00", 5)
NIGHT = demand(ALL_WEEKDAYS, "22:00-07:30", 2)
NURSE = demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse")
WEEKEND_DAY = demand(WEEKEND, "07:30-22:00", 4)
BY_CODE = DemandRow(days=DaySelector(weekdays=WEEKDAYS), shift="D1", minimum=1, target=1)
WARD = unit(demand=(DAY, EVENING, NIGHT, NURSE, WEEKEND_DAY))


def test_the_figures_are_those_of_the_rule_of_thumb() -> None:
    # 7 x 7.5 h + 5 x 7 h on five days, 4 x 14.5 h on two, 2 x 9.5 h on seven: 437.5 + 116 + 133 h asked for.
    assert person_minutes(WARD) == round(686.5 * 60)
    nobody_in_weekends = replace(WARD, demand=(DAY,))
    found = meaning_of(nobody_in_weekends, 3, one_week=True)
    assert (found.weekly_minutes, found.people) == (5 * 7 * 450, None)
    assert found.full_time_equivalents == pytest.approx(15_750 / 2130)
    # Two by day on Saturday and Sunday: two people a weekend, six when everybody works every third.
    weekend = replace(WARD, demand=(demand(WEEKEND, "07:30-15:00", 2),))
    found = meaning_of(weekend, 3, one_week=True)
    assert (found.people_per_weekend, found.people, found.weekly_minutes) == (2, 6, 4 * 450)
    assert meaning_of(weekend, 4, one_week=True).people == 8
    assert meaning_of(replace(WARD, demand=()), 3, one_week=True).sentence.startswith("Legg inn")


def test_hours_of_whole_shifts_are_told_beside_those_of_the_times_asked_for() -> None:
    # One from 07:30 to 22:00: 7 x 14.5 = 101.5 h. Day and evening overlap by half an hour: 7 x 15 = 105.
    whole = replace(WARD, shifts=SHIFTS[:2], demand=(demand(ALL_WEEKDAYS, "07:30-22:00", 1),))
    minutes = meaning_of(whole, 3, one_week=True).weekly_minutes
    assert minutes == 105 * 60
    assert hours_name(whole, minutes, one_week=True) == ("timar i veka i heile vakter (tidene: 101,5 t)")
    exact = replace(WARD, demand=(demand(ALL_WEEKDAYS, "07:30-15:00", 1),))
    minutes = meaning_of(exact, 3, one_week=True).weekly_minutes
    assert hours_name(exact, minutes, one_week=True) == "personaltimar i veka"
    assert hours_name(whole, None, one_week=True) == "personaltimar i veka"


def test_the_week_of_the_equivalents_is_told_and_that_it_is_not_everybody_s_where_it_is_not() -> None:
    assert fte_name(WARD) == "årsverk ved 35,5 t"
    each = replace(WARD, full_time_week_minutes=None)
    assert fte_name(each) == "årsverk rekna ved 35,5 t; kvar får si veke etter turnusen"


def test_figures_that_differ_for_the_unit_s_own_people_are_told_with_the_reason() -> None:
    weekend = replace(WARD, demand=(demand(ALL_WEEKDAYS, "07:30-15:00", 2),), weeks=3)
    # 2 x 7 x 7.5 h = 105 h = 2.96 positions; two a weekend are six people at every third.
    people = tuple(person(str(n), 5_000, weekend_every=3) for n in range(1, 7))
    same = replace(weekend, employees=people)
    assert own_words(same, 3, one_week=True) == ""
    leaves = replace(people[-1], employed_to=same.start + timedelta(days=6), weekend_every=2)
    other = replace(same, employees=(*people[:-1], leaves))
    # There for 16 of 18 weeks of people: 2.9577 x 18 / 16 = 3.33.
    assert own_words(other, 3, one_week=True) == (
        "0,37 av årsverka trengst fordi 6 sluttar i veke 1. Får folk andre stillingar, endrar talet seg litt."
    )
    found = meaning_of(other, 3, one_week=True)
    assert least_positions_bp(other) == 33_275  # which the report names: 3.33
    assert (found.full_time_equivalents, found.weekly_minutes, found.people) == (3.3275, 105 * 60, 6)
    assert found.rule_of_thumb == pytest.approx(105 / 35.5)
    # That six are about as many as they take now is no other answer to how many every second weekend takes.
    assert "Helgene treng" not in own_words(other, 2, one_week=True)
    assert own_words(replace(same, employees=()), 3, one_week=True) == ""


def test_the_large_figures_are_those_of_the_people_s_shifts_and_the_rule_of_thumb_is_small(
    qtbot: QtBot,
) -> None:
    # Saturday and Sunday two, three and two: D1 and A1 thrice each are 90 h and six people; L1, L2, D1 and A1
    # once each are 80 h and, two long and two short, four people.
    rows = (
        demand(WEEKEND, "07:30-09:30", 2),
        demand(WEEKEND, "09:30-20:00", 3),
        demand(WEEKEND, "20:00-22:00", 2),
    )
    people = tuple(person(str(n), 5_000, weekend_every=3, long_shifts=n < 4) for n in range(12))
    ward = replace(WARD, demand=rows, employees=people)
    card = MeaningCard()
    qtbot.addWidget(card)
    card.show_meaning(ward, one_week=True)
    assert {key: value.text() for key, value in card.values.items()} == {
        "hours": "80,0 t",
        "fte": "2,25",
        "weekend": "4",
        "people": "12",
    }
    assert card.names["fte"].text() == "årsverk ved 35,5 t (tommelfinger: 2,54)"
    assert least_positions_bp(ward) == 22_536
    assert card.own.text() == ""
    nobody = replace(ward, employees=tuple(replace(one, long_shifts=False) for one in people))
    card.show_meaning(nobody, one_week=True)
    assert [card.values[key].text() for key in FIGURES] == ["90,0 t", "2,54", "6", "18"]
    assert card.names["fte"].text() == "årsverk ved 35,5 t"


def test_times_that_nobody_can_take_are_not_left_out_of_the_large_figures() -> None:
    by_day = tuple(replace(entry, kinds=frozenset({ShiftKind.DAY})) for entry in WARD.employees)
    ward = replace(WARD, demand=(demand(ALL_WEEKDAYS, "07:30-22:00", 1),), employees=by_day)
    found = meaning_of(ward, 3, one_week=True)
    assert (found.weekly_minutes, found.rule_of_thumb) == (105 * 60, None)
    assert own_words(ward, 3, one_week=True).startswith(
        "Rapporten brukar 1,48 årsverk, for nokre av vaktene kan ingen av dykk ta."  # 52.5 h
    )


def test_people_beside_the_figure_are_told_only_where_they_lack_or_extra_weekends_make_the_difference() -> (
    None
):
    # Two a weekend are eight people at every fourth; with one weekend more in four weeks each, between, four.
    two = replace(WARD, demand=(demand(WEEKEND, "07:30-15:00", 2),), weeks=4)

    def told(count: int, extra: int, every: int = 4) -> str:
        people = (person(str(n), 1_000, weekend_every=4, extra_weekends=extra) for n in range(count))
        return own_words(replace(two, employees=tuple(people)), every, one_week=True)

    assert told(9, 0) == told(8, 0) == ""
    assert told(7, 0) == (
        "Helgene treng om lag 8 som arbeider helg så ofte som no, og 7 av dykk arbeider helg."
    )
    assert told(9, 1) == "Med dei ekstra helgene: om lag 4 personar."
    assert told(3, 1) == "Med dei ekstra helgene: om lag 4, og 3 av dykk arbeider helg."
    # Beside six at every third weekend the four are no matter of the extra weekends alone.
    assert told(9, 1, every=3) == ""


@pytest.mark.parametrize(("nurses", "is_told"), [(3, False), (2, True)])
def test_a_competence_that_lacks_at_weekends_is_told_beside_the_others(nurses: int, is_told: bool) -> None:
    # Two a weekend, one of them a nurse, everybody every third: six people and three nurses are enough.
    rows = (demand(WEEKEND, "07:30-15:00", 2), demand(WEEKEND, "07:30-15:00", 1, competence="nurse"))
    people = tuple(
        person(str(n), 5_000, weekend_every=3, competence="nurse" if n < nurses else "assistant")
        for n in range(5)
    )
    ward = replace(WARD, weeks=3, demand=rows, employees=people)
    general = "Helgene treng om lag 6 som arbeider helg så ofte som no, og 5 av dykk arbeider helg."
    nurse = (
        "Til kravet om sjukepleiar trengst minst 1 kvar helg. Dei som dekkjer det og arbeider helg "
        "(2 personar), rekk i snitt til 0,67 med dei helgene dei har."
    )
    assert own_words(ward, 3, one_week=True) == (f"{general} {nurse}" if is_told else general)
    dated = replace(ward, kind=RotaKind.DATED)
    assert nurse not in own_words(dated, 3, one_week=True)  # the whole rota is reckoned a moment later
    assert (nurse in own_words(dated, 3, one_week=False)) is is_told


LONG_ROW = DemandRow(days=DaySelector(weekdays=WEEKEND), shift="L1", minimum=1, target=1)  # 07:30-20:00


def test_a_long_shift_that_ends_before_the_need_is_told_to_spare_nobody() -> None:
    by_day = demand(WEEKEND, "07:30-15:00", 3)
    evening = demand(WEEKEND, "15:00-22:00", 3)
    short = replace(WARD, demand=(by_day, evening, LONG_ROW))
    told = "L1 sluttar 20:00, men det trengst 3 til 22:00: difor blir det ikkje færre i helga med L1."
    assert too_short_words(short) == told
    assert too_short_words(replace(short, demand=(by_day, evening))) == ""
    until_eight = demand(WEEKEND, "15:00-20:00", 3)
    assert too_short_words(replace(short, demand=(by_day, until_eight, LONG_ROW))) == ""


def test_times_without_a_shift_are_told() -> None:
    early = demand(WEEKDAYS, "06:00-07:30", 1)
    no_nights = tuple(shift for shift in SHIFTS if shift.code != "N1")
    assert uncovered(replace(WARD, shifts=no_nights, demand=(early,))) == ("mån–fre 06:00–07:30",)
    assert uncovered(WARD) == ()


def test_minutes_that_only_a_long_shift_covers_are_told() -> None:
    # A1 ends at 22:00, L2 at 22:15 and N1 begins at 21:45: without nights the last quarter is L2's alone.
    late = replace(WARD, demand=(demand(WEEKDAYS, "14:30-22:15", 2),))
    shifts = (shift("A1", "14:30-22:00"), shift("L2", "09:45-22:15", kind=ShiftKind.LONG))
    assert short_shift_words(replace(late, shifts=shifts)) == (
        "Mån–fre 22:00–22:15: berre L2 dekkjer denne tida, for A1 sluttar 22:00."
        " Skal A1 dekkje henne, må vakta gå til 22:15.",
    )
    begins = replace(late, demand=(demand(WEEKDAYS, "14:15-22:00", 2),), shifts=shifts)
    assert short_shift_words(begins) == (
        "Mån–fre 14:15–14:30: berre L2 dekkjer denne tida, for A1 byrjar 14:30."
        " Skal A1 dekkje henne, må vakta byrje 14:15.",
    )
    night = shift("N1", "21:45-07:30", kind=ShiftKind.NIGHT)
    assert short_shift_words(replace(late, shifts=(*shifts, night))) == ()
    assert short_shift_words(WARD) == ()


def test_a_row_says_itself() -> None:
    assert row_sentence(DAY) == "Mån–fre 07:30–15:00: minst 6 personar, helst 7, høgst 8."
    assert row_sentence(NURSE) == "Mån–fre 07:30–15:00: minst 1 sjukepleiar."
    assert row_sentence(BY_CODE) == "Mån–fre, vakt D1: minst 1 person."
