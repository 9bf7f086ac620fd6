"""Titles the unit has no competence for: offered as new ones, under the name the unit would call them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pasted_lines import EMPTY, NN, lines, paste, told

from heiltid.exchange.pasted import PastedPeople, new_competences, unknown_titles
from heiltid.model import Competence, Unit
from heiltid.starters import service_type

RESIDENCE = replace(EMPTY, competences=service_type("disability_service").competences(NN))
BARE = replace(EMPTY, competences=())


def titles(found: PastedPeople) -> list[tuple[str, str, tuple[tuple[int, int], ...]]]:
    return [(title.word, title.name, title.places) for title in unknown_titles(found.faults, NN)]


def people(*words: str) -> str:
    return lines("Namn | Tittel | Stilling", *(f"P{place} | {word} | 50" for place, word in enumerate(words)))


def with_new(unit: Unit, *names: str) -> Unit:
    return replace(unit, competences=(*unit.competences, *new_competences(names, unit, NN)))


def test_a_title_is_offered_once_for_all_its_rows_the_most_used_first() -> None:
    text = people("Sosionom", "Miljøarbeider", "vernepleier", "miljøarbeidar", "Miljøarbeidar")
    found = paste(text, RESIDENCE)
    assert titles(found) == [
        ("Miljøarbeider", "miljøarbeider", ((3, 2), (5, 2), (6, 2))),
        ("Sosionom", "sosionom", ((2, 2),)),
    ]
    assert told(found)[0] == (
        "Rad 2 (P0), «Tittel»: kompetansen «Sosionom» er ukjend. Legg han til som ny, eller vel ein kjend."
    )
    assert found.suggestions == {}  # no "arbeidar" is taken for another
    after = paste(text, with_new(RESIDENCE, "miljøarbeider", "sosionom"))
    assert [who.competence for who in after.new] == [
        *("sosionom", "miljøarbeider", "vernepleiar", "miljøarbeider", "miljøarbeider"),
    ]
    assert after.faults == ()


@pytest.mark.parametrize(
    ("word", "competence"),
    [
        ("Hjelpepleier", "health worker"),
        ("Hfa", "health worker"),
        ("Vpl", "vernepleiar"),
        ("Vernepleier", "vernepleiar"),
        ("Ass.", "assistant"),
        ("ufaglært", "assistant"),
    ],
)
def test_everyday_words_need_no_new_competence(word: str, competence: str) -> None:
    found = paste(people(word), RESIDENCE)
    assert [who.competence for who in found.new] == [competence]
    assert titles(found) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("Spl", "Sykepleier"), "nurse"),
        (("Hjelpepleier", "Hfa"), "health worker"),
        (("Vpl", "vernepleier"), "vernepleiar"),
        (("Sykepleierstudent", "sjukepleiarstudent"), "sykepleierstudent"),
        (("BPA", "bpa"), "BPA"),
    ],
)
def test_other_words_for_one_become_one_under_its_usual_name(words: tuple[str, str], name: str) -> None:
    found = paste(people(*words), BARE)
    assert titles(found) == [(words[0], name, ((2, 2), (3, 2)))]
    after = paste(people(*words), with_new(BARE, name))
    assert [who.competence for who in after.new] == [name, name]


def test_what_is_no_title_is_not_offered() -> None:
    found = paste(people("37", "spl, natt", "x" * 201, "Sosionom"), RESIDENCE)
    assert [word for word, *_ in titles(found)] == ["Sosionom"]


def test_only_a_usual_competence_stands_in_for_others_and_only_for_those_there() -> None:
    # A nurse stands in for a health worker: one who is there, or comes with her.
    assert new_competences(("nurse", "sosionom"), RESIDENCE, NN) == (
        Competence(name="nurse", covers=frozenset({"health worker"})),
        Competence(name="sosionom"),
    )
    assert new_competences(("nurse",), BARE, NN) == (Competence(name="nurse"),)
    assert [entry.covers for entry in new_competences(("vernepleiar", "health worker"), BARE, NN)] == [
        frozenset({"health worker"}),
        frozenset(),
    ]


def test_what_is_misspelt_can_be_both() -> None:
    found = paste(people("Vernepleair"), RESIDENCE)
    assert found.suggestions == {(2, 2): "vernepleiar"}
    assert titles(found) == [("Vernepleair", "vernepleair", ((2, 2),))]
