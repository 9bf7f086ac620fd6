"""Columns where only some are marked and the other cells are left empty, as people write them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pasted_lines import STAFFED, lines, paste, told

from heiltid.exchange.pasted import PastedPeople, Twins


def marked(heading: str, *cells: str, **more: object) -> PastedPeople:
    rows = [f"Kari {chr(65 + place)} | 80 | {cell}" for place, cell in enumerate(cells)]
    return paste(lines(f"Namn | Stilling | {heading}", *rows), **more)


def kinds(found: PastedPeople) -> list[str]:
    return ["".join(sorted(kind.value for kind in person.kinds)) for person in found.employees]


@pytest.mark.parametrize("heading", ["Natt", "Nattevakt", "Nattarbeid", "Night"])
@pytest.mark.parametrize("word", ["berre", "Kun natt", "only", "fast", "Fast natt"])
def test_those_who_work_nights_only_and_the_others_blank(heading: str, word: str) -> None:
    found = marked(heading, word, "", "", "")
    assert found.columns[2].meaning == "Night"
    assert kinds(found) == ["N", "AD", "AD", "AD"]  # as with "nei" in the empty cells
    assert kinds(marked(heading, word, "nei", "nei", "nei")) == kinds(found)
    note = f"I kolonnen «{heading}» er tomme ruter lesne som nei til natt."
    assert note in told(found, warnings=True)
    assert told(found) == []


def test_nights_only_crosses_and_blanks() -> None:
    assert kinds(marked("Natt", "berre", "x", "")) == ["N", "ADN", "AD"]
    # Where somebody says no, blank is not the same: she has what everybody has.
    assert kinds(marked("Natt", "berre", "nei", "")) == ["N", "AD", "ADN"]
    assert kinds(marked("Natt", "berre", "berre")) == ["N", "N"]  # and nothing is said of empty cells
    assert not any("tomme" in note for note in told(marked("Natt", "berre", "berre"), warnings=True))


def test_nights_only_under_a_heading_of_kinds_are_kinds() -> None:
    for heading in ("Vakter", "Turnus"):
        found = marked(heading, "berre natt", "")
        assert (found.columns[2].meaning, kinds(found)) == ("Kinds", ["N", "ADN"])


@pytest.mark.parametrize("word", ["x", "ja", "J", "yes"])
def test_long_shifts_and_chosen_part_time_are_no_where_blank(word: str) -> None:
    long, chosen = marked("Langvakt", word, "", ""), marked("Frivillig deltid", word, "", "")
    assert [person.long_shifts for person in long.new] == [True, False, False]
    assert [person.chosen_part_time for person in chosen.new] == [True, False, False]
    assert told(long) == told(chosen) == []


@pytest.mark.parametrize("word", ["x", "ja", "Yes", "✓"])
def test_weekends_marked_by_yes_are_as_often_as_anybodys_and_blank_is_never(word: str) -> None:
    found = marked("Helg", word, "", word)
    assert [person.weekend_every for person in found.new] == [3, 0, 3]
    assert "I kolonnen «Helg» er tomme ruter lesne som inga helg." in told(found, warnings=True)
    assert told(found) == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [(("ja", "nei", ""), [3, 0, 3]), (("nei", "", ""), [0, 3, 3]), (("ja", "kvar 2.", ""), [3, 2, 3])],
)
def test_blank_weekends_are_the_ordinary_where_the_others_are_told(
    cells: tuple[str, ...], expected: list[int]
) -> None:
    found = marked("Jobbar helg", *cells)
    assert [person.weekend_every for person in found.new] == expected
    assert not any("tomme" in note for note in told(found, warnings=True))
    assert told(found) == []


def test_yes_to_weekends_changes_nobody_who_is_there() -> None:
    kari = replace(STAFFED.employees[0], weekend_every=4)
    there = replace(STAFFED, employees=(kari, *STAFFED.employees[1:]))
    found = paste(lines("Namn | Helg", "Kari Li | ja", "Ola By | nei"), there, twins=Twins.UPDATE)
    assert [(person.name, person.weekend_every) for person in found.changed] == [("Ola By", 0)]
