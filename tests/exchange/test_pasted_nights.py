"""A pasted column that tells only of nights, and what is said of nights alone with long shifts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import D1
from pasted_lines import EMPTY, NN, STAFFED, lines, paste, told

from heiltid.exchange.pasted import PEOPLE_MEANINGS, PastedPeople, Twins
from heiltid.exchange.pasting.nights import kinds_meant
from heiltid.model import ShiftKind

LONG = replace(D1, code="L1", kind=ShiftKind.LONG)


def kinds(found: PastedPeople) -> list[str]:
    return ["".join(sorted(kind.value for kind in person.kinds)) for person in found.employees]


def nights(heading: str, *answers: str, **more: object) -> PastedPeople:
    rows = [f"Kari {chr(65 + place)} | 80 | {answer}" for place, answer in enumerate(answers)]
    return paste(lines(f"Namn | Stilling | {heading}", *rows), **more)


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Nattevakt",
            "Natt",
            "Nattvakter",
            "Nattarbeid",
            "Kan gå natt",
            "Går natt?",
            "Night",
            "Works nights",
        ),
        *("Nattevakt ja/nei", "Nattevakt (Ja / Nei)", "Natt ja/nei/berre natt", "Night yes/no"),
    ],
)
def test_a_column_of_nights_is_known_by_its_heading(heading: str) -> None:
    found = nights(heading, "ja", "nei", "berre natt")
    assert found.columns[2].meaning == "Night"
    assert found.columns[2].shown(NN) == "Natt (ja/nei/berre)"
    assert "Night" in PEOPLE_MEANINGS  # it can be chosen too
    assert told(found) == []
    assert kinds(found) == ["ADN", "AD", "N"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        *(("x", "ADN"), ("Yes", "ADN"), ("J", "ADN")),
        *(("ikkje natt", "AD"), ("No", "AD"), ("ingen netter", "AD")),
        *(("bare natt", "N"), ("kun nattevakter", "N"), ("only nights", "N"), ("nights only", "N")),
    ],
)
def test_other_words_for_the_answers(answer: str, expected: str) -> None:
    assert kinds(nights("Natt", answer, "ja", "nei"))[0] == expected


def test_yes_and_no_under_a_heading_of_kinds_or_where_the_user_says_kinds_tell_of_nights() -> None:
    by_heading = nights("Vakter", "ja", "nei", "berre natt")
    assert (by_heading.columns[2].meaning, kinds(by_heading)) == ("Night", ["ADN", "AD", "N"])
    by_choice = nights("Anna", "ja", "nei", "berre natt", meanings={3: "Kinds"})
    assert (by_choice.columns[2].meaning, kinds(by_choice)) == ("Night", ["ADN", "AD", "N"])
    assert told(by_choice) == []
    words = nights("Vakter", "dag og kveld", "berre natt", "Dagvakt, nattevakt")
    assert (words.columns[2].meaning, kinds(words)) == ("Kinds", ["AD", "N", "DN"])


@pytest.mark.parametrize("heading", ["Turnus", "Vakter"])
@pytest.mark.parametrize("word", ["Fast", "berre", "kun"])
def test_alone_such_a_word_tells_of_nights_only_where_nights_are_asked_for(heading: str, word: str) -> None:
    # A fixed rota is no work by night.
    assert kinds(nights("Natt", word, "nei")) == ["N", "AD"]
    assert "N" not in kinds(nights(heading, word, word))


def test_blank_is_no_where_crosses_mark_those_who_work_nights() -> None:
    crosses = nights("Natt", "x", "", "x")
    assert kinds(crosses) == ["ADN", "AD", "ADN"]
    assert "I kolonnen «Natt» er tomme ruter lesne som nei til natt." in told(crosses, warnings=True)
    answered = nights("Natt", "ja", "", "nei")  # whoever was not asked keeps what everybody has
    assert kinds(answered) == ["ADN", "ADN", "AD"]
    assert not any("tomme ruter" in line for line in told(answered, warnings=True))


def test_crosses_alone_may_mean_nights_alone() -> None:
    crosses = nights("Natt", "x", "", "X")
    assert crosses.crosses == ((2, 3), (4, 3))
    assert kinds(nights("Natt", "x", "", "X", only_nights=True)) == ["N", "AD", "N"]
    for other in ("ja", "nei", "berre"):  # who tells of somebody in words, tells of all
        answered = nights("Natt", "x", "", other, only_nights=True)
        assert (answered.crosses, kinds(answered)[0]) == ((), "ADN")


def test_an_answer_that_is_none_is_told_in_its_cell_and_its_row_is_left_out() -> None:
    found = nights("Natt", "ja", "av og til", "nei")
    assert told(found) == ["Rad 3 (Kari B), «Natt»: fann «av og til», skal vere ja, nei eller berre natt."]
    assert [(fault.row, fault.column, fault.typed) for fault in found.faults] == [(3, 3, "av og til")]
    assert [person.name for person in found.new] == ["Kari A", "Kari C"]
    put_right = nights("Natt", "ja", "av og til", "nei", corrected={(3, 3): "ja"})
    assert kinds(put_right) == ["ADN", "ADN", "AD"]


def test_a_column_called_night_with_something_else_in_it_is_not_read() -> None:
    for cells in (("3", "12"), ("N", "N")):  # counts of nights; N may be "night" and "no"
        found = nights("Natt", *cells)
        assert found.columns[2].meaning is None
        assert found.columns[2].has_content
        assert kinds(found) == ["ADN", "ADN"]


def test_nights_beside_a_column_of_kinds() -> None:
    found = paste(
        lines(
            "Namn | Stilling | Vakter | Natt",
            "Kari Li | 80 | D | ja",
            "Ola By | 80 | D, A, N | nei",
            "Eva Dal | 80 | | nei",
            "Per Vik | 80 | N | nei",  # nothing would be left: told of the second cell
        )
    )
    assert kinds(found) == ["DN", "AD", "AD"]
    assert [(fault.row, fault.column, fault.typed) for fault in found.faults] == [(5, 4, "nei")]


def test_people_who_are_there_get_only_their_kinds_changed() -> None:
    found = paste(lines("Namn | Natt", "Kari Li | nei", "Ola By | ja"), STAFFED, twins=Twins.UPDATE)
    (kari,) = found.changed
    assert kari == replace(STAFFED.employees[0], kinds=frozenset({ShiftKind.DAY, ShiftKind.EVENING}))


def test_nights_alone_with_long_shifts_are_told_where_the_unit_has_long_shifts() -> None:
    rows = lines(
        "Namn | Stilling | Natt | Langvakt", "Silje Berg | 70 | berre natt | ja", "Kari Li | 70 | ja | ja"
    )
    line = "Rad 2 (Silje Berg): berre natt, men langvakter er på: ho kan få langvakter på dagtid."
    with_long = replace(EMPTY, shifts=(*EMPTY.shifts, LONG))
    notes = told(paste(rows, with_long), warnings=True)
    assert [note for note in notes if "langvakter er på" in note] == [line]
    (silje, _) = paste(rows, with_long).new
    assert silje.long_shifts  # nothing changed silently
    assert silje.kinds == {ShiftKind.NIGHT}
    assert line not in told(paste(rows, EMPTY), warnings=True)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *(("dag, kveld, natt", "ADN"), ("natt", "N"), ("dag og kveld", "AD"), ("berre natt", "N")),
        *(("day and evening", "AD"), ("bare netter", "N"), ("Kveldsvakt", "A"), ("alle", "ADN")),
        ("av og til", None),
    ],
)
def test_kinds_in_words(typed: str, expected: str | None) -> None:
    found = kinds_meant(typed)
    assert (None if found is None else "".join(sorted(kind.value for kind in found))) == expected


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        *(("dag og kveld", "AD"), ("dag/kveld", "AD"), ("D-A", "AD"), ("todelt", "AD"), ("Natt", "N")),
        *(("alle", "ADN"), ("Tredelt", "ADN"), ("3-delt turnus", "ADN"), ("heildøgns", "ADN")),
    ],
)
def test_kinds_in_words_of_a_pasted_column(typed: str, shown: str) -> None:
    found = paste(lines("Namn | Stilling | Vakttype", f"Kari Li | 80 | {typed}"))
    assert (told(found), kinds(found)) == ([], [shown])
