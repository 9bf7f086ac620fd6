"""One person's workbook and the one for all: what stands in them, and what must not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from exchange.booking.lists import OFFERS, PLACES, code_of, person_list, shared_list

from heiltid.texts import Language

EVIL = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1+1",
    '=HYPERLINK("http://x","y")',
    "<script>alert(1)</script>",
)


def cells(path: Path, sheet: int = 0) -> list[list[Any]]:
    return [list(row) for row in openpyxl.load_workbook(path).worksheets[sheet].iter_rows(values_only=True)]


def named(path: Path, name: str) -> str:
    return str(openpyxl.load_workbook(path).defined_names[name].attr_text)


def test_a_person_sees_what_she_may_take_and_how_it_counts(tmp_path: Path) -> None:
    rows = cells(person_list(tmp_path))
    # One week of 35.5 h is 2130 minutes. 75 % and 450 more: 96.1 %; 300 more: 89.1 %.
    assert [row[:5] for row in rows[5:]] == [
        [1, "tys 01.06.2027", "D1 Dagvakt", "07:00–15:00", 7.5],
        [2, "ons 02.06.2027", "A1 Kveldsvakt", "14:00–22:00", 7.5],
        [3, "lau 05.06.2027", "L1 Langvakt tidleg", "07:00–20:00", 12.5],
    ]
    assert [row[6] for row in rows[5:]] == ["75 → 96,1 %", "75 → 89,1 %", "75 %"]
    assert "overtid" in rows[6][5]
    assert "ubunden" in rows[7][5]
    assert [row[7] for row in rows[5:]] == [None, None, None]


def test_it_says_whose_it_is_until_when_and_where_it_goes(tmp_path: Path) -> None:
    rows = cells(person_list(tmp_path))
    assert rows[0][0] == "Ekstravakter 01.06.2027–06.06.2027"
    assert rows[1][0] == "Kari Nordmann · Solbakken · svar innan tysdag 18.05.2027 kl. 12:00"
    assert "tilbake til leiaren din" in rows[2][0]
    assert rows[3][2] == code_of("1")


def test_what_is_not_for_her_stands_with_its_reason_on_another_sheet(tmp_path: Path) -> None:
    rows = cells(person_list(tmp_path), 1)
    assert [(row[0], row[4]) for row in rows[3:]] == [
        (4, "Du ville fått for lite kvile."),
        (5, "Vakta har ingen vaktkode enno."),
    ]


def test_whoever_may_take_nothing_is_told_so_and_why(tmp_path: Path) -> None:
    path = person_list(tmp_path, "2", Language.ENGLISH)
    assert str(cells(path)[5][0]).startswith("None of the shifts on the list is for you")
    assert [row[4] for row in cells(path, 1)[3:]] == [
        "You already work on that day.",
        "The shift requires: nurse.",
        "The shift would break a rule: weekend frequency.",
        "You would get more overtime than the law allows.",
        "The shift has no shift code yet.",
    ]


def test_the_cells_that_are_read_have_the_names_of_the_contract(tmp_path: Path) -> None:
    path = person_list(tmp_path)
    assert named(path, "heiltid_places") == "'Svar'!$A$6:$A$8"
    assert named(path, "heiltid_answers") == "'Svar'!$H$6:$H$8"
    assert named(path, "heiltid_code") == "'Svar'!$C$4"
    assert named(path, "heiltid_most_hours") == "'Svar'!$H$4"


@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.NYNORSK, "Vil gjerne,Kan,Nei"), (Language.ENGLISH, "Gladly,Can,No")],
)
def test_the_answers_are_chosen_from_a_list_in_its_language(
    tmp_path: Path, language: Language, words: str
) -> None:
    sheet = openpyxl.load_workbook(person_list(tmp_path, language=language)).worksheets[0]
    found = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert found["H6:H8"].formula1 == f'"{words}"'
    assert (found["H4"].type, found["H4"].formula1, found["H4"].formula2) == ("whole", "1", "255")


def test_only_cells_to_answer_in_are_open(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(person_list(tmp_path)).worksheets[0]
    free = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert sheet.protection.sheet
    assert free == {"H4", "H6", "H7", "H8"}


def test_it_prints_on_a4_with_its_headings_on_every_page(tmp_path: Path) -> None:
    for path in (person_list(tmp_path), shared_list(tmp_path)):
        for sheet in openpyxl.load_workbook(path).worksheets:
            assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "portrait")
            assert sheet.page_setup.fitToWidth == 1
            assert sheet.print_title_rows
            assert sheet.freeze_panes


def test_nobody_else_stands_in_a_persons_workbook(tmp_path: Path) -> None:
    for text in xml_of(person_list(tmp_path)):
        for word in ("Ola Dunk", "Vikar", code_of("2"), code_of("9"), "absence", "fråvær"):
            assert word not in text


def test_the_workbook_for_all_tells_of_places_and_of_no_person(tmp_path: Path) -> None:
    path = shared_list(tmp_path)
    assert [row[0] for row in cells(path)[4:]] == [place.number for place in PLACES]
    assert [row[5] for row in cells(path)[4:]] == [
        *("alle kan ta ho", "sjukepleiar", "alle kan ta ho", "alle kan ta ho", "alle kan ta ho")
    ]
    assert cells(path)[8][2:5] == ["utan vaktkode", "10:00–13:00", 3]
    for text in xml_of(path):
        for word in ("Kari", "Ola Dunk", "Vikar", *(code_of(offer.employee) for offer in OFFERS)):
            assert word not in text
        for word in ("fråvær", "ledig stilling", "for få"):
            assert word not in text


def xml_of(path: Path) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return [package.read(name).decode("utf-8", "replace") for name in package.namelist()]


@pytest.mark.parametrize("evil", EVIL)
def test_no_name_becomes_a_formula(tmp_path: Path, evil: str) -> None:
    path = person_list(tmp_path, person=evil, unit=evil, shift=evil)
    book = openpyxl.load_workbook(path)
    shown = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in shown if cell.data_type == "f"] == []
    holding = [cell for cell in shown if isinstance(cell.value, str) and evil.strip() in cell.value]
    assert holding
    for cell in holding:
        assert cell.data_type == "s"
        assert cell.quotePrefix or not str(cell.value).startswith(("=", "+", "-", "@", "\t"))
