"""What is said before a build: the hours there are, beside what is needed and wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import WEEKDAYS, demand, person, unit

from heiltid.model import ShiftKind, Status
from heiltid.texts import Language
from ui.pages.build.words import hours_words, too_few_words
from ui.texts import set_language

# The staffing asks for 5 x 7.5 h of 35.5 h = 1.06.
WARD = unit(
    employees=(person("1", 5_000, wanted_bp=10_000), person("2", 4_000)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)


@pytest.fixture(autouse=True)
def _nynorsk() -> None:
    set_language(Language.NYNORSK)


def test_need_staff_and_wishes_stand_beside_one_another() -> None:
    # 0.50 + 0.40 = 0.90 today, 1.00 + 0.40 = 1.40 wanted, 1.06 to share out.
    assert hours_words(WARD) == (
        "Bemanninga treng 1,06 årsverk. Stillingane i dag er 0,90 til saman, og dei tilsette ønskjer 1,40."
        " Det er 1,06 å dele ut (ramma), så ikkje alle kan få alt dei ønskjer."
        " Ingen har sett ei ramme, så turnusen kan dele ut det bemanninga treng: 0,16 meir enn i dag."
        " Set ramma på sida Eining og vakter om det ikkje finst pengar til det."
    )
    assert "Ingen har sett ei ramme" not in hours_words(replace(WARD, fte_budget_bp=10_600))


def test_a_vacant_line_is_a_position_of_today_that_nobody_wishes_for() -> None:
    ward = replace(WARD, employees=(*WARD.employees, person("3", 3_000, status=Status.VACANT)))
    said = hours_words(ward)
    assert "Stillingane i dag er 1,20 til saman, og dei tilsette ønskjer 1,40." in said
    # 1.20 - 1.06
    assert "Det er 0,14 meir enn bemanninga treng, så det blir ekstra folk på vakt" in said
    assert "Ingen har sett ei ramme" not in said  # no more than today


def test_where_all_wishes_can_be_met_nothing_else_is_said() -> None:
    ward = replace(WARD, employees=(person("1", 5_000, wanted_bp=6_000), WARD.employees[1]))
    assert "dei tilsette ønskjer 1,00. Det er 1,06 å dele ut (ramma). Ingen" in hours_words(ward)


def test_before_there_is_anything_to_build_from_nothing_is_said() -> None:
    assert hours_words(replace(WARD, employees=())) == ""
    assert hours_words(replace(WARD, demand=())) == ""


def test_what_the_nights_lack_is_told_before_anything_is_built() -> None:
    # Five nights of 10 h from 21:45; one person of 80 % has 28.4 h. Nobody is asked for in the weekends.
    night = person("3", 8_000, kinds=frozenset({ShiftKind.NIGHT}))
    rows = (*WARD.demand, demand(WEEKDAYS, "21:45-07:45", 1))
    by_day = tuple(replace(entry, kinds=frozenset({ShiftKind.DAY})) for entry in WARD.employees)
    ward = replace(WARD, demand=rows, employees=(*by_day, night))
    assert too_few_words(ward) == (
        "Nettene treng 50 timar i veka. Dei som tek netter (1 person), kan til saman ha 28,4."
        " Du kan lage turnus likevel, men rekn med hol i bemanninga."
    )
    assert too_few_words(WARD) == ""
    assert "timar i veka, og ingen tek netter." in too_few_words(replace(ward, employees=by_day))
