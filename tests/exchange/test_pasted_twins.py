"""People pasted who are in the unit already: found by number or name, skipped or laid over."""

from __future__ import annotations

from dataclasses import replace

from builders import person
from pasted_lines import EMPTY, STAFFED, lines, paste, told

from heiltid.exchange.pasted import Twins


def test_people_already_there_are_skipped_by_number_or_name() -> None:
    text = lines("Nr | Namn | Stilling", "7 | Kari Li | 100", " | OLA BY | 60", "9 | Per Å | 50")
    found = paste(text, STAFFED)
    assert [who.number for who in found.new] == ["9"]
    assert found.changed == ()
    assert [(entry.row, entry.number, entry.by_name) for entry in found.already_there] == [
        (2, "7", False),
        (3, "8", True),
    ]
    assert "Rader om folk som finst frå før: 2. Dei er hoppa over." in told(found, warnings=True)


def test_people_already_there_are_updated_in_what_was_pasted() -> None:
    text = lines("Nr | Namn | Stilling", "7 | Kari Li | 100", " | OLA BY | 60")
    found = paste(text, STAFFED, twins=Twins.UPDATE)
    kari, ola = STAFFED.employees
    # Kari's wanted, least and most stood as by default and follow; Ola's wish of 70 % stays
    assert found.changed == (
        replace(kari, position_bp=10_000, wanted_bp=10_000, min_bp=10_000, max_bp=10_000),
        replace(ola, position_bp=6_000, min_bp=6_000),
    )
    assert found.new == ()


def test_only_what_people_want_can_be_pasted_over_those_there() -> None:
    found = paste(lines("Namn | Ønskt", "Kari Li | 90", "Ola By | 70"), STAFFED, twins=Twins.UPDATE)
    assert told(found) == []
    kari = STAFFED.employees[0]
    assert found.changed == (replace(kari, wanted_bp=9_000, max_bp=9_000),)  # Ola's is the same as before


def test_pasting_twice_changes_nothing() -> None:
    text = lines("Nr | Namn | Stilling | Helg", "1 | Kari Li | 80 | 2", "2 | Ola By | 75 | 3")
    first = paste(text)
    again = paste(text, replace(EMPTY, employees=first.new), twins=Twins.UPDATE)
    assert again.employees == ()
    assert len(again.already_there) == 2


def test_another_person_with_the_number_is_not_overwritten() -> None:
    for twins in Twins:
        found = paste(lines("Nr | Namn | Stilling", "7 | Per Å | 50"), STAFFED, twins=twins)
        assert found.employees == ()
        assert told(found) == [
            "Rad 2 (Per Å), «Nr»: nummeret «7» høyrer til ein annan i eininga: Kari Li. "
            "Rada er ikkje teken med."
        ]


def test_two_with_the_same_name_need_a_number() -> None:
    twice = replace(EMPTY, employees=(person("7", name="Kari Li"), person("8", name="Kari Li")))
    text = lines("Namn | Stilling", "Kari Li | 50")
    found = paste(text, twice, twins=Twins.UPDATE)
    assert told(found)[0].startswith("Rad 2, «Namn»: fleire i eininga heiter «Kari Li» (nummer 7, 8).")
    skipped = paste(text, twice)  # nothing is to be done with the row: a note, no error
    assert told(skipped) == []
    assert skipped.employees == ()
    notes = told(skipped, warnings=True)
    assert notes[0].startswith("Rad 2, «Namn»: fleire i lista heiter «Kari Li» (nummer 7, 8).")
    assert "Rader om folk som finst frå før: 1. Dei er hoppa over." in notes


def test_of_two_with_the_same_name_the_occupation_tells_which() -> None:
    people = (
        person("7", 5_000, name="Kari Li", competence="nurse"),
        person("8", 5_000, name="Kari Li", competence="assistant"),
    )
    text = lines("Namn | Yrke | Stilling", "Kari Li | ass. | 60", "Kari Li | spl | 50")
    found = paste(text, replace(EMPTY, employees=people), twins=Twins.UPDATE)
    assert told(found) == []
    assert [(who.number, who.position_bp) for who in found.changed] == [("8", 6_000)]


def test_what_does_not_fit_with_the_rest_changes_nothing() -> None:
    fixed = replace(EMPTY, employees=(person("7", 8_000, name="Kari Li", max_bp=9_000),))
    found = paste(lines("Namn | Stilling", "Kari Li | 100"), fixed, twins=Twins.UPDATE)
    assert found.changed == ()
    assert told(found)[0].startswith("Rad 2 (Kari Li): det som er limt inn for «Kari Li» passar ikkje saman")


def test_a_name_in_another_order_is_the_same_person() -> None:
    here = replace(EMPTY, employees=(person("7", name="Moe, Kjersti"), person("8", name="Ola By")))
    found = paste(lines("Namn | Stilling", "Kjersti Moe | 80", "By Ola | 50", "Siri Dal | 60"), here)
    assert [there.number for there in found.already_there] == ["7", "8"]
    assert [new.name for new in found.new] == ["Siri Dal"]
