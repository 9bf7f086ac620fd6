"""Absences as people paste them: whom they mean, when, and what cannot be used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import person, unit

from heiltid.exchange.pasting.absences import RefusedRow, absences_from_text
from heiltid.model import Absence
from heiltid.texts import Language

NYNORSK = Language.NYNORSK
HOLIDAY = Absence(employee="3", first=date(2027, 6, 2), last=date(2027, 6, 3), code="FE")
WARD = unit(
    employees=(
        person("3", name="Anne Sundlo"),
        person("4", name="Bo Dal"),
        person("5", name="Bo Dal"),
        person("6"),
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "3\t02.06.2027\t03.06.2027\tFE",
        "Anne Sundlo\t2/6-27\t3.6.27\tferie",
        "Sundlo, Anne\t2027-06-02\t2027-06-03\tFerie",
        "3;02.06.2027;03.06.2027;fe",
        "3\t02.06.2027\t03.06.2027",
        "Namn\tFrå\tTil\tKode\n\n3\t02.06.2027\t03.06.2027\tFE\n3\t2.6.27\t3.6.27\tFE\n",
    ],
)
def test_the_same_absence_in_many_forms(text: str) -> None:
    found = absences_from_text(text, WARD, NYNORSK)
    assert found.absences == (HOLIDAY,)
    assert found.refused == ()


def test_one_date_alone_is_one_day_and_the_third_cell_may_be_the_code() -> None:
    one = replace(HOLIDAY, last=HOLIDAY.first, code="PERM")
    for text in ("3\t02.06.2027\tpermisjon", "3\t02.06.2027\t\tPERM", "3\t02.06.2027\tpermisjon\t"):
        assert absences_from_text(text, WARD, NYNORSK).absences == (one,)


def test_two_of_one_name_are_told_apart_by_their_number() -> None:
    found = absences_from_text("Bo Dal (5)\t02.06.2027\t\tFE\nBo Dal\t02.06.2027\t\tFE", WARD, NYNORSK)
    assert [entry.employee for entry in found.absences] == ["5"]
    (refused,) = found.refused
    assert refused.row == 2
    assert refused.why.startswith("Fleire i eininga heiter «Bo Dal» (nummer 4, 5).")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (
            "Anne Sunlo\t02.06.2027\t\tFE",
            "«Anne Sunlo» er korkje eit nummer eller eit namn i eininga. Meinte du",
        ),
        ("3\t02.06.2027", "Kolonnane skal vere kven, frå, til og kode."),
        ("3\t31.02.2027\t\tFE", "«31.02.2027» er ingen dato."),
        ("3\t02.06.2027\tmidten av 7\tFE", "«midten av 7» er ingen dato."),
        ("3\t\t02.06.2027\tFE", "Frå-datoen manglar."),
        ("3\t02.06.2027\t03.06.2027\t\n4\t\t\tFE", "Koden manglar"),
        ("3\t03.06.2027\t02.06.2027\tFE", "Fann «02.06.2027», skal ikkje vere før 03.06.2027."),
    ],
)
def test_what_cannot_be_used_is_told_in_words(row: str, why: str) -> None:
    found = absences_from_text(row, WARD, NYNORSK)
    assert found.absences == ()
    assert found.refused[0].row == 1
    assert why in found.refused[0].why


def test_good_rows_go_in_beside_wrong_ones_and_what_is_there_is_not_new() -> None:
    text = "3\t2.6.27\t3.6.27\tFE\nIngen\t2.6.27\t\tFE\n6\t2.6.27\t\tFE"
    found = absences_from_text(text, replace(WARD, absences=(HOLIDAY,)), NYNORSK)
    assert [entry.employee for entry in found.absences] == ["6"]
    assert [entry.row for entry in found.refused] == [2]
    assert not found.is_empty
    assert absences_from_text("  \n", WARD, NYNORSK).is_empty
    assert absences_from_text("Namn\tFrå\tTil", WARD, NYNORSK).is_empty


def test_sick_leave_is_the_code_the_unit_uses() -> None:
    sick = replace(HOLIDAY, code="SYK")
    ward = replace(WARD, absences=(sick,))
    found = absences_from_text("6\t2.6.27\t3.6.27\tsjukmelding", ward, NYNORSK)
    assert [entry.code for entry in found.absences] == ["SYK"]


def test_a_text_far_too_long_is_told_once() -> None:
    found = absences_from_text("3\t2.6.27\n" * 3_000, WARD, NYNORSK)
    assert found.absences == ()
    assert found.refused == (
        RefusedRow(row=None, why="Det du limte inn er for stort; grensa er 2000 rader."),
    )
