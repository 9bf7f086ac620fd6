"""The map of coverage says of a day what the lines below the rota say."""

from __future__ import annotations

from builders import WEEKDAYS, demand, person, plan, row, unit

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
