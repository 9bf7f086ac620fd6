"""What is said before a build: the hours there are, beside what is needed and wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import WEEKDAYS, demand, person, unit

from heiltid.model import Status
from heiltid.texts import Language
from ui.pages.build.words import hours_words
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
    )


def test_a_vacant_line_is_a_position_of_today_that_nobody_wishes_for() -> None:
    ward = replace(WARD, employees=(*WARD.employees, person("3", 3_000, status=Status.VACANT)))
    said = hours_words(ward)
    assert "Stillingane i dag er 1,20 til saman, og dei tilsette ønskjer 1,40." in said
    # 1.20 - 1.06
    assert "Det er 0,14 meir enn bemanninga treng, så det blir ekstra folk på vakt" in said


def test_where_all_wishes_can_be_met_nothing_else_is_said() -> None:
    ward = replace(WARD, employees=(person("1", 5_000, wanted_bp=6_000), WARD.employees[1]))
    assert hours_words(ward).endswith("dei tilsette ønskjer 1,00. Det er 1,06 å dele ut (ramma).")


def test_before_there_is_anything_to_build_from_nothing_is_said() -> None:
    assert hours_words(replace(WARD, employees=())) == ""
    assert hours_words(replace(WARD, demand=())) == ""
