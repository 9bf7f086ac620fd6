"""Weekend groups in a pasted list: a group is no frequency, and a number in other words is neither."""

from __future__ import annotations

import pytest
from pasted_lines import STAFFED, lines, paste, told

from heiltid.exchange.pasted import PEOPLE_MEANINGS, PastedPeople, Twins
from heiltid.exchange.pasting.tidy import weekend_every
from heiltid.texts import Language

NAMES = ("Kari Li", "Ola By", "Eva Dal", "Per Moe", "Liv Aas")


def weekends(heading: str, *cells: str, **more: object) -> PastedPeople:
    rows = [f"{name} | 80 | {cell}" for name, cell in zip(NAMES, cells, strict=False)]
    return paste(lines(f"Namn | Stilling | {heading}", *rows), **more)


def read(found: PastedPeople) -> list[tuple[int, int | None]]:
    return [(who.weekend_every, who.weekend_offset) for who in found.employees]


THREE = [(3, 1), (3, 2), (3, 3), (3, 1)]


@pytest.mark.parametrize(
    "cells",
    [
        ("Gruppe 1", "Gruppe 2", "Gruppe 3", "Gruppe 1"),
        ("Gr. 1", "gr.2", "Gr 3", "Gr. 1"),
        ("Helg 1", "Helg 2", "Helg 3", "Helg 1"),
        ("Helgegruppe A", "Helgegruppe B", "Helgegruppe C", "Helgegruppe A"),
        ("A", "B", "C", "A"),
        ("Gruppe I", "Gruppe II", "Gruppe III", "Gruppe I"),
        ("1. gruppe", "2. gruppe", "3. gruppe", "1. gruppe"),
        ("A-helg", "B-helg", "C-helg", "A-helg"),
    ],
)
def test_so_many_groups_so_seldom_a_weekend(cells: tuple[str, ...]) -> None:
    found = weekends("Helg", *cells)
    assert found.columns[2].meaning == "Weekend group"
    assert (read(found), told(found)) == (THREE, [])
    assert "Weekend group" in PEOPLE_MEANINGS
    assert found.columns[2].shown(Language.NYNORSK) == "Helgegruppe"


def test_what_became_of_the_groups_is_told() -> None:
    notes = told(weekends("Helg", "Gruppe 1", "Gruppe 2"), warnings=True)
    assert (
        "Kolonnen «Helg» er lesen som helgegrupper: helgegruppe 1 av 2 = kvar 2. helg, første i veke 1; "
        "helgegruppe 2 av 2 = kvar 2. helg, første i veke 2." in notes
    )
    assert not any("kvar 3. helg" in line for line in notes)  # no default is told of
    letters = told(weekends("Helg", "A", "B"), warnings=True)
    assert any("helgegruppe B (2) av 2 = kvar 2. helg, første i veke 2" in line for line in letters)


def test_a_number_alone_is_a_group_only_under_a_heading_of_groups() -> None:
    assert read(weekends("Helgegruppe", "1", "2", "3", "1")) == THREE
    for heading in ("Helg", "Helgefrekvens"):
        assert read(weekends(heading, "1", "2", "3", "1")) == [(1, None), (2, None), (3, None), (1, None)]
    assert read(weekends("Helgegruppe", "kvar 3. helg", "kvar 2. helg")) == [(3, None), (2, None)]


def test_what_the_user_says_of_the_column_is_seen_with_its_cells() -> None:
    assert read(weekends("Anna", "1", "2", "3", "1", meanings={3: "Weekend group"})) == THREE
    by_wrong_word = weekends(
        "Anna", "Gruppe 1", "Gruppe 2", "Gruppe 3", "Gruppe 1", meanings={3: "Weekend every"}
    )
    assert read(by_wrong_word) == THREE


def test_a_mixed_column_is_refused_cell_by_cell() -> None:
    groups = weekends("Helg", "Gruppe 1", "Gruppe 2", "kvar 3. helg", "aldri", "")
    assert read(groups) == [(2, 1), (2, 2), (0, None), (3, None)]  # whoever has no group has what all have
    assert told(groups) == [
        "Rad 4 (Eva Dal), «Helg»: fann «kvar 3. helg», skal vere ei helgegruppe som i resten av kolonnen "
        "(til dømes «Gruppe 2») eller «aldri»."
    ]
    often = weekends("Helg", "kvar 3. helg", "1/3", "Gruppe 2")
    assert read(often) == [(3, None), (3, None)]
    assert told(often) == [
        "Rad 4 (Eva Dal), «Helg»: fann «Gruppe 2», skal vere kor ofte, til dømes «3», «kvar 3. helg» eller "
        "«1/3». Helgegrupper må stå i alle rutene i kolonnen."
    ]
    assert [(fault.row, fault.column) for fault in often.faults] == [(4, 3)]


def test_one_group_alone_tells_nothing_of_how_often() -> None:
    found = weekends("Helg", "Gruppe 2", "Gruppe 2")
    assert read(found) == []
    assert len(told(found)) == 2
    assert "frå 2 til 12" in told(found)[0]


def test_a_column_of_how_often_beside_the_groups_must_agree() -> None:
    rows = ("Kari Li | 80 | kvar 3. helg | 1", "Ola By | 80 | kvar 2. helg | 2", "Eva Dal | 80 | 3 | 3")
    found = paste(lines("Namn | Stilling | Helg | Helgegruppe", *rows))
    assert read(found) == [(3, 1), (3, 3)]
    assert ["Ola By" in line and "kvar 3. helg" in line for line in told(found)] == [True]


def test_groups_are_laid_over_those_there_already() -> None:
    found = weekends("Helg", "Gruppe 1", "Gruppe 2", into=STAFFED, twins=Twins.UPDATE)
    assert [(who.name, who.weekend_every, who.weekend_offset) for who in found.changed] == [
        ("Kari Li", 2, 1),
        ("Ola By", 2, 2),
    ]


@pytest.mark.parametrize(
    ("typed", "every"),
    [
        *(
            ("3", "3"),
            ("3.", "3"),
            ("3. helg", "3"),
            ("kvar 3. helg", "3"),
            ("Hver 3.", "3"),
            ("3. hver", "3"),
        ),
        *(("every 3rd weekend", "3"), ("3rd weekend", "3"), ("1/3", "3"), ("1:3", "3"), ("1 av 3", "3")),
        *(("ei helg av 4", "4"), ("annenhver helg", "2"), ("tredje kvar", "3"), ("høgst kvar 2. helg", "2")),
    ],
)
def test_how_often_in_words(typed: str, every: str) -> None:
    assert weekend_every(typed) == every


@pytest.mark.parametrize(
    "typed", ["Gruppe 2", "Gr. 2", "Helg 2", "veke 3", "maks 2 helger", "team 2", "rom 3, kvar dag", "2 helg"]
)
def test_a_number_in_other_words_is_no_frequency(typed: str) -> None:
    assert weekend_every(typed) == typed
