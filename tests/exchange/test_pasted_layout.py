"""Rows of a pasted list that are about nobody: titles, headings in two rows, sums; nameless rows."""

from __future__ import annotations

import pytest
from pasted_lines import NN, STAFFED, lines, paste, told

from heiltid.exchange.pasted import PastedPeople, Twins, wishes_from_text
from heiltid.model import Status

PEOPLE = ("Kari Hansen | Sykepleier | 75 | 100", "Ola Berg | Hfa | 50 | 80")


def positions(found: PastedPeople) -> list[tuple[str, int, int]]:
    return [(person.name, person.position_bp, person.wanted_bp) for person in found.new]


@pytest.mark.parametrize(
    "above",
    [
        ("Turnus 2027 | | | ", "Namn | Tittel | Stilling i dag | Ønskt stilling"),
        ("Ansatte | | | ", "", "Namn | Tittel | Stilling | Ønskt"),
        ("Solbakken | | | ", "Våren 2027 | | | ", "Namn | Tittel | Stilling % | Ønskt %"),
        # The upper row is of merged cells.
        ("Tilsett | | Stilling | ", "Namn | Tittel | Fast | Ønskjer"),
        ("Namn | Tittel | Stilling | ", " | | I dag | Ønskt"),
        ("Liste | | | ", "Tilsett | | Stilling | ", "Namn | Tittel | % | Ønskt"),
    ],
)
def test_headings_below_a_title_and_in_two_rows(above: tuple[str, ...]) -> None:
    found = paste(lines(*above, *PEOPLE))
    assert [guess.meaning for guess in found.columns] == ["Name", "Competence", "Position", "Wanted"]
    assert positions(found) == [("Kari Hansen", 7_500, 10_000), ("Ola Berg", 5_000, 8_000)]
    assert told(found) == []


def test_a_heading_below_a_merged_one_is_told_with_it() -> None:
    found = paste(lines("Tilsett | | Stilling | ", "Namn | Tittel | Fast | Ønskjer", *PEOPLE))
    assert [guess.heading for guess in found.columns] == ["Namn", "Tittel", "Stilling Fast", "Ønskjer"]


def test_people_in_words_that_are_headings_too_are_people() -> None:
    # "Ansatt" and "natt" head columns in other lists.
    text = lines("Namn | Status | Vakter", "Kari Li | ansatt | natt", "Ola By | fast | natt")
    found = paste(text, STAFFED, twins=Twins.UPDATE)
    assert [entry.name for entry in found.already_there] == ["Kari Li", "Ola By"]


def test_wishes_below_a_title_too() -> None:
    text = lines("Ønske for våren | | ", "Kven | Dag | Ønske", "Kari Li | mån | fri")
    (wish,) = wishes_from_text(text, STAFFED, NN).wishes
    assert (wish.employee, wish.off) == ("7", True)


@pytest.mark.parametrize(
    "words",
    [
        *("Sum", "SUM:", "Sum stillingar:", "Totalt 2 ansatte", "Totalsum", "I alt", "Til saman:"),
        *("Antall årsverk", "Stillingsheimlar totalt", "Snitt", "Gjennomsnittleg stilling", "Average"),
        *("Sum årsverk: 1,25", "Til sammen 2 personer", "Sum sykepleiere", "Totalt hjelpepleiarar"),
    ],
)
def test_what_counts_or_adds_up_is_nobody(words: str) -> None:
    found = paste(lines("Namn | Stilling", "Kari Li | 75", f"{words} | 1,25", " | "))
    assert [person.name for person in found.new] == ["Kari Li"]
    note = f"Rad 3 ({words}): rada ser ut til å vere ein sum og er ikkje teken med."
    assert note in told(found, warnings=True)


@pytest.mark.parametrize("name", ["Sum Li", "Saman", "Saman Ali", "Per Alt", "Antall Berg"])
def test_a_name_that_is_no_sum_is_somebody(name: str) -> None:
    assert [person.name for person in paste(lines("Namn | Stilling", f"{name} | 75")).new] == [name]


def test_a_sum_tells_nothing_of_the_columns() -> None:
    # With the 1,25 among them 0,75 would be three quarters of a percent.
    found = paste(lines("Namn | Stilling | Natt", "Kari | 0,75 | x", "Ola | 0,5 | ", "Sum | 1,25 | 2"))
    assert [person.position_bp for person in found.new] == [7_500, 5_000]
    assert found.crosses == ((2, 3),)


def test_a_row_without_a_name_is_told() -> None:
    rows = ("Kari Li | 75 | dag", " | 25 | natt")
    note = "Rad 3: rada har ikkje namn. Høyrer ho til ei anna rad, skriv dei som éi."
    assert note in told(paste(lines("Namn | Stilling | Vakter", *rows)), warnings=True)
    for without in (
        lines("Namn | Stilling | Uke", "Kari Li | 75 | D", " | | A"),  # left out for another reason
        lines("Nr | Namn | Stilling", "1 | Kari Li | 75", "2 | | 25"),  # known by her number
        lines("Namn | Stilling | Status", "Kari Li | 75 | fast", " | 25 | ledig"),
        lines("Stilling | Vakter", "75 | dag", "25 | natt"),
        lines("Namn | Stilling", " | 75", " | 25"),
    ):
        assert not any("ikkje namn" in line for line in told(paste(without), warnings=True))


@pytest.mark.parametrize("word", ["ledig", "vakant", "Vacant"])
def test_empty_posts_of_one_name_are_no_namesakes(word: str) -> None:
    found = paste(lines("Namn | Stilling | Status", f"Post | 50 | {word}", f"Post | 50 | {word}"))
    assert [person.status for person in found.new] == [Status.VACANT, Status.VACANT]
    assert not any("Post" in note for note in told(found, warnings=True))


def test_hours_are_no_positions() -> None:
    found = paste(lines("Namn | Timar per veke", "Kari | 26,6", "Ola | 35,5"))
    assert found.columns[1].meaning is None
    assert found.new == ()
    assert told(found, warnings=True)[0] == "Kolonnen «Timar per veke» er ikkje lesen."
    both = paste(lines("Namn | Timer | Prosent", "Kari | 26,6 | 75", "Ola | 35,5 | 100"))
    assert [person.position_bp for person in both.new] == [7_500, 10_000]


def test_thursday_is_no_last_day_of_work() -> None:
    found = paste(lines("Namn | % | On | To | Fr", "Kari Li | 75 | D | A | D"))
    assert found.columns[3].meaning is None
    assert [person.name for person in found.new] == ["Kari Li"]
    (there,) = paste(lines("Namn | % | Frå | To", "Kari Li | 75 | 1.1.2027 | 30.6.27")).new
    assert str(there.employed_to) == "2027-06-30"


def test_one_name_in_either_order_is_told_as_one() -> None:
    found = paste(lines("Namn | Stilling", "Hansen, Kari | 75", "Kari Hansen | 20"))
    assert any(
        note.startswith("«Hansen, Kari» står i fleire rader: 2, 3.") for note in told(found, warnings=True)
    )


def test_so_much_more_is_no_share() -> None:
    found = paste(lines("Namn | Stilling | Ønskt", "Kari Li | 60 | +20"))
    assert told(found) == ["Rad 2 (Kari Li), «Ønskt»: fann «+20», skal vere ein prosent frå 0 til 100."]


def test_an_apprentice_is_not_taken_for_an_empty_post() -> None:
    found = paste(lines("Namn | Stilling | Status", "Kari Li | 60 | Lærling", "Ola By | 60 | vikkar"))
    assert found.suggestions == {(3, 3): "vikar"}


@pytest.mark.parametrize(
    ("typed", "every"),
    [
        *(("every second", 2), ("every third weekend", 3), ("every other", 2), ("every", 1)),
        *(("kvar sjuande", 7), ("hver åttende helg", 8), ("kvar tolvte", 12), ("kvar femte", 5)),
    ],
)
def test_how_often_in_words(typed: str, every: int) -> None:
    (person,) = paste(lines("Namn | Stilling | Helg", f"Kari Li | 60 | {typed}")).new
    assert person.weekend_every == every
