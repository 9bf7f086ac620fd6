"""The map of coverage says of a day what the lines below the rota say."""

from __future__ import annotations

from builders import WEEKDAYS, WEEKEND, demand, person, plan, row, unit

from heiltid.rules.context import Context
from ui.pages.results.coverage_cells import coverage_cells


def test_each_day_has_its_state_and_the_people_it_is_told_by() -> None:
    # One is the least and the most wanted, by day Monday to Friday; nobody is asked for on Saturday.
    people = (person("1"), person("2"))
    ward = unit(employees=people, demand=(demand(WEEKDAYS, "07:30-15:00", 1, target=1),))
    rota = plan(row("D1 D1 A1 - - - -", "1"), row("D1 - - - - - -", "2"))
    names, weeks, ((*cells,),) = coverage_cells(Context(ward, rota))
    assert (names, weeks) == (["07:30–15:00"], ["v1"])
    assert [None if cell is None else cell.state for cell in cells] == [
        *("above", "enough", "lacking", "lacking", "lacking", None, None)
    ]
    assert cells[0] is not None
    assert "2 til stades, minst 1, ønskt 1" in cells[0].words
    assert cells[2] is not None
    assert "0 til stades" in cells[2].words  # until 14:30; then the evening's is there


def test_the_lines_stand_as_below_the_rota_whatever_was_added_last() -> None:
    asked = (
        demand(WEEKDAYS, "15:00-22:00", 1, competence="nurse"),
        demand(WEEKEND, "09:30-20:00", 2),
        demand(WEEKDAYS, "15:00-22:00", 1),
        demand(WEEKEND, "07:30-09:30", 3),
    )
    ward = unit(employees=(person("1"),), demand=asked)
    names, _, cells = coverage_cells(Context(ward, plan(row("- - - - - D1 -", "1"))))
    assert names == ["07:30–09:30", "09:30–20:00", "15:00–22:00", "15:00–22:00 sjukepleiar"]
    saturday = [line[5] for line in cells]
    assert [cell is not None and cell.words.partition("minst ")[2][:1] for cell in saturday] == [
        *("3", "2", False, False)
    ]
