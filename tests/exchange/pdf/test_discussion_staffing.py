"""The staffing plan in part 3 of the report: what the minimum is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import D1, WEEKDAYS, WEEKEND, demand, person, plan, row, unit
from exchange.pdf.discussion_case import PROPOSED, WARD, facts_of
from exchange.pdf.story import words
from reportlab.platypus import Table

from heiltid.exchange.files import read_file
from heiltid.exchange.pdf.discussion.figures import figures_part
from heiltid.exchange.pdf.discussion.front import sentences
from heiltid.exchange.pdf.discussion.staffing_plan import MOST_ROWS, staffing_plan_part
from heiltid.exchange.pdf.discussion.to_discuss import to_discuss
from heiltid.model import DaySelector, DemandRow, Plan, Unit
from heiltid.texts import Language

RED = DaySelector(red=True)
WITH_RED = DaySelector(weekdays=WEEKDAYS | WEEKEND, red=True)
SAMPLES = Path(__file__).resolve().parents[3] / "sample_rotas"


def shown(*rows: DemandRow, ward: Unit = WARD, plan_: Plan = PROPOSED) -> list[list[str]]:
    """The table's cells, line by line."""
    story = staffing_plan_part(facts_of(plan_, ward=replace(ward, demand=rows), today=None))
    (table,) = (piece for piece in story if isinstance(piece, Table))
    return [[" ".join(words([cell])) for cell in line] for line in table._cellvalues]


def on_red(row_: DemandRow) -> DemandRow:
    return replace(row_, days=RED)


def test_a_line_for_each_time_and_a_column_for_days_that_are_alike() -> None:
    # Red days have no rows of their own: they are staffed as Sundays.
    nurse = replace(demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse"), days=WITH_RED)
    rows = (
        demand(WEEKDAYS, "07:30-15:00", 7, target=8),
        demand(WEEKDAYS, "22:00-31:30", 1),
        demand(WEEKEND, "07:30-15:00", 3),
        nurse,
    )
    assert shown(*rows) == [
        ["Tid", "Kompetanse", "Mån–fre", "Lau, søn, raude dagar"],
        ["07:30–15:00", "alle", "7 (8)", "3"],
        ["22:00–07:30", "alle", "1", ""],
        ["07:30–15:00", "sjukepleiar", "1", "1"],
    ]


def test_red_days_of_their_own_stand_for_themselves_and_a_week_alike_is_every_day() -> None:
    rows = (
        demand(WEEKDAYS | WEEKEND, "07:30-15:00", 4),
        on_red(demand(WEEKEND, "07:30-15:00", 2)),
    )
    assert shown(*rows) == [
        ["Tid", "Kompetanse", "Alle dagar", "Raude dagar"],
        ["07:30–15:00", "alle", "4", "2"],
    ]
    assert shown(rows[0])[0][2:] == ["Alle dagar"]


def test_a_row_asked_by_code_tells_the_code_with_its_times() -> None:
    by_code = DemandRow(days=DaySelector(weekdays=WEEKDAYS), shift="D1", minimum=1, target=1)
    assert shown(by_code)[1] == ["D1 07:30–15:00", "alle", "1"]


def test_more_rows_than_there_is_room_for_are_counted_and_dates_are_named() -> None:
    # 14 rows of an hour each: two are left out.
    rows = [demand(WEEKDAYS, f"{hour:02}:00-{hour + 1:02}:00", 1) for hour in range(6, 20)]
    own = replace(rows[0], days=DaySelector(dates=frozenset({date(2027, 5, 17)})))
    assert len(shown(*rows)) == MOST_ROWS + 1
    facts = facts_of(ward=replace(WARD, demand=(*rows, own)), today=None)
    assert list(words(staffing_plan_part(facts)))[-1] == (
        "Rader som ikkje er med her: 2. Dei står på sida Bemanning i Heiltid. "
        "Eiga bemanning har 17.05.2027; sjå sida Bemanning i Heiltid."
    )


def test_it_stands_before_the_holes_and_only_where_something_is_asked_for() -> None:
    found = list(words(figures_part(facts_of())))
    title = next(place for place, said in enumerate(found) if said.startswith("Bemanninga: minst på vakt"))
    assert title < found.index("Hol i bemanninga: her manglar det folk på minstebemanninga")
    assert list(staffing_plan_part(facts_of(ward=replace(WARD, demand=())))) == []


def test_a_unit_of_a_year_fits_the_table() -> None:
    unit = read_file(SAMPLES / "aarsturnus.xlsx").file.unit
    empty = plan(row("- " * unit.day_count, unit.employees[0].number))
    lines = shown(*unit.demand, ward=unit, plan_=replace(empty, name="Framlegg"))
    assert len(lines) == 1 + 10
    assert lines[0][2:] == ["Mån–fre", "Lau, søn", "Raude dagar"]
    assert lines[2] == ["07:30–15:00", "alle", "7 (8)", "", ""]


def test_the_words_follow_the_language() -> None:
    said = list(words(staffing_plan_part(facts_of(language=Language.ENGLISH))))
    assert said[:4] == [
        "The staffing: fewest on duty (wanted in brackets, where it is more)",
        "Time",
        "Competence",
        "Mon–Fri",
    ]


@pytest.mark.parametrize("asks_for_a_nurse", [True, False])
def test_page_one_says_that_a_lack_may_stand_twice_where_one_does(asks_for_a_nurse: bool) -> None:
    # Nobody on Monday: with a nurse asked for too, one shift closes both rows.
    rows = [demand(frozenset({0}), "07:30-15:00", 1)]
    if asks_for_a_nurse:
        rows.append(demand(frozenset({0}), "07:30-15:00", 1, competence="nurse"))
    ward = unit(employees=(person("1", 5_000),), demand=tuple(rows))
    facts = facts_of(plan(row("- D1 - - - - -", "1", 5_000)), ward=ward, today=None)
    told = "Same mangel kan stå to gonger i dei timane: 1 vakt (7,5\u00a0t) dekkjer alt (del 3)."
    assert (told in [*sentences(facts)]) == asks_for_a_nurse
    early = (*ward.demand, demand(frozenset({1}), "04:00-05:00", 1))  # no code is there: it takes more
    facts = facts_of(facts.plan, ward=replace(ward, demand=early, shifts=(D1,)), today=None)
    told = "Same mangel kan stå to gonger i dei timane, og éi vakt tettar då begge (del 3)."
    assert (told in [*sentences(facts)]) == asks_for_a_nurse


def test_page_one_says_how_many_the_weekends_take_where_people_lack_in_them() -> None:
    # Two a weekend, each of every third: six people; there are two.
    two = (person("1", 2_000, weekend_every=3), person("2", 2_000, weekend_every=3))
    rows = (demand(frozenset({5, 6}), "07:30-15:00", 2),)
    weeks = " ".join(["- - - - - D1 D1", *["- - - - - - -"] * 2])
    ward = unit(weeks=3, employees=two, demand=rows)
    rota = plan(*(row(weeks, one.number, 3_000) for one in two))
    said = [*sentences(facts_of(rota, ward=ward, today=None))]
    assert "Til helgene trengst om lag 6 personar med helg så ofte som avtalt; det er 2." in said
    weekdays = replace(ward, demand=(demand(frozenset({0}), "07:30-15:00", 2),))
    assert not any("trengst om lag" in one for one in sentences(facts_of(rota, ward=weekdays, today=None)))


def test_the_first_box_asks_for_the_money_where_the_positions_grow_together() -> None:
    # 0.20 + 0.20 today and 0.30 + 0.30 in the proposal: 0.20 more.
    two = (person("1", 2_000, wanted_bp=3_000), person("2", 2_000, wanted_bp=3_000))
    ward = unit(employees=two, demand=(demand(frozenset({0}), "07:30-15:00", 1),))
    told = "Om det finst pengar til 0,2 årsverk meir enn i dag (del 4)"
    for size, is_told in ((3_000, True), (2_000, False)):
        rota = plan(*(row("- - - - - - -", one.number, size) for one in two))
        assert (told in [*to_discuss(facts_of(rota, ward=ward, today=None))]) is is_told
