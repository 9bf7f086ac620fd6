"""Answers written by hand, as people write them."""

from __future__ import annotations

import pytest
from answers import CAN, GLADLY, NO, choices
from hypothesis import given
from hypothesis import strategies as st

from heiltid.booking.answers.raw_answers import NotAnAnswer
from heiltid.booking.answers.typed import Typed, typed_answer
from heiltid.model.asking import Choice

OFFERED = tuple(range(1, 13))
UNKNOWN, NOT_OFFERED = NotAnAnswer.UNKNOWN_WORD, NotAnAnswer.NOT_OFFERED
BAD_HOURS, CONTRADICTS = NotAnAnswer.BAD_HOURS, NotAnAnswer.CONTRADICTS


def read(text: str) -> Typed:
    return typed_answer(text, OFFERED)


def refused(text: str) -> list[tuple[NotAnAnswer, str]]:
    found = read(text)
    rows = found.refused if found.whole is None else (found.whole,)
    return [(row.why, row.found) for row in rows]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (": 3 gladly, 5 can, 7 no", "3g 5c 7n"),
        (": 3 gjerne, 5 kan, 7 nei", "3g 5c 7n"),
        (" 3 vil gjerne; 5 kan; 7 kan ikkje.", "3g 5c 7n"),
        (": gjerne 3, kan 5, nei 7", "3g 5c 7n"),
        (": gjerne 3, 5 og 6; kan 7", "3g 5g 6g 7c"),
        (": 3, 5 og 6 gjerne, 7 kan", "3g 5g 6g 7c"),
        (": 3-6 kan, 8 til 9 nei", "3c 4c 5c 6c 8n 9n"),
        (": 3 – 5 kan", "3c 4c 5c"),
        (": nr. 3 gjerne, vakt 5 kan", "3g 5c"),
        (":\n3. gjerne\n5. kan\n7. Nei\n", "3g 5c 7n"),
        ("\n\n3: gjerne\n\n5 = kan\n\n(7) nei", "3g 5c 7n"),
        (": 3 gjerne 5 kan 7 nei", "3g 5c 7n"),
        (": gjerne 3 kan 5 nei 7", "3g 5c 7n"),
        (": 3 kan\nikkje, 5 vil\ngjerne", "3n 5g"),
        (": 3,5 kan", "3c 5c"),
        (": 3 GJERNE!!! 5 Kan :-)", "3g 5c"),
        (": 3 gjerne, 3 gjerne", "3g"),
        (": 3 gjerne og 5 kan, men 7 nei takk", "3g 5c 7n"),
        (": 3 can't, 5 cannot, 7 would like to", "3n 5n 7g"),
        (": 10-99 can", "10c 11c 12c"),
        (": gjerne 3, 5 kan", "3g 5c"),
        (": kan ta 3 og 6, vil gjerne 7. nei til 8. helsing Jonas", "3c 6c 7g 8n"),
        (": kan 3. 5. og 7. Gjerne 9. Nei takk til 1.", "1n 3c 5c 7c 9g"),
        (": gjerne 3. Takk for sist!", "3g"),
        (": ja til 3 og 5. Mvh Kari", "3g 5g"),
        (": 3 gjerne mvh Kari Nordmann", "3g"),
    ],
)
def test_what_people_write_is_understood(text: str, said: str) -> None:
    found = read(text.replace("–", "-"))
    assert found == Typed(choices=choices(said))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("most 20, 3 can", 20),
        ("3 kan, høgst 20 timar", 20),
        ("3 kan. Høyst 20 timer.", 20),
        ("3 kan; maks: 20 t", 20),
        ("3 kan, høgst 20. Helsing Kari", 20),
        ("3 kan, ikkje meir enn 20 timar i alt", 20),
        ("max 255 hours, 3 can", 255),
        ("3 kan, høgst 20, høgst 20", 20),
    ],
)
def test_the_most_hours(text: str, hours: int) -> None:
    assert read(text) == Typed(choices=choices("3c"), most_minutes=hours * 60)


@pytest.mark.parametrize(
    "text",
    [
        "3 kan, høgst 0",
        "3 kan, høgst 256",
        "3 kan, høgst ti timar",
        "3 kan, høgst 7,5 timar",
        "3 kan, maks éi vakt",
        "3 kan, høgst",
        "3 kan, høgst 10-20",
        "3 kan, høgst 20 timar 5 kan",
    ],
)
def test_a_limit_that_cannot_be_read_refuses_all(text: str) -> None:
    found = read(text)
    assert found.whole is not None
    assert (found.whole.why, found.choices) == (BAD_HOURS, ())


def test_two_limits_refuse_all() -> None:
    assert [why for why, _ in refused("3 kan, høgst 20, maks 30")] == [CONTRADICTS]


@pytest.mark.parametrize(
    ("text", "said", "rows"),
    [
        ("3 gjerne, 5 kanskje", "3g", [(UNKNOWN, "5 kanskje")]),
        ("3 gjerne, 5, 7", "3g", [(UNKNOWN, "7")]),
        ("3 gjerne, 99 kan", "3g", [(NOT_OFFERED, "99 kan")]),
        ("3 gjerne, 50-60 kan", "3g", [(NOT_OFFERED, "50-60 kan")]),
        ("3 gjerne, 6-5 kan", "3g", [(NOT_OFFERED, "6-5 kan")]),
        ("3 gjerne, resten nei", "3g", [(UNKNOWN, "resten nei")]),
        ("3 gjerne. Kan 2 vakter.", "3g", [(UNKNOWN, "Kan 2 vakter")]),
        ("3 gjerne. Kan 8 timar.", "3g", [(UNKNOWN, "Kan 8 timar")]),
        ("3 gjerne, kan eg ta 5 i staden for 7?", "3g", [(UNKNOWN, "kan eg ta 5 i staden for 7")]),
        ("3 gjerne; gjerne 5, 6 kan, 7", "3g", [(UNKNOWN, "gjerne 5, 6 kan, 7")]),
        ("3 gjerne; gjerne 5, 6, 7 kan", "3g", [(UNKNOWN, "gjerne 5, 6, 7 kan")]),
        ("3 gjerne\nikkje 5", "3g", [(UNKNOWN, "ikkje 5")]),
        ("3 gjerne\n5\n7 kan", "3g 7c", [(UNKNOWN, "5")]),
        ("3 gjerne, 5 kan den 12.06.", "3g", [(UNKNOWN, "5 kan den 12.06.")]),
        ("3 gjerne, 4 kan, 4 nei, 5-6 kan", "3g 5c 6c", [(CONTRADICTS, "4")]),
        ("gjerne 3. juni, 5 kan", "5c", [(UNKNOWN, "gjerne 3. juni")]),
        ("gjerne 3. ikkje 5", "", [(UNKNOWN, "gjerne 3. ikkje 5")]),
        ("3 nei til 5", "", [(UNKNOWN, "3 nei til 5")]),
        ("gjerne 3. Kanskje 5. Kan 7.", "", [(UNKNOWN, "gjerne 3. Kanskje 5. Kan 7.")]),
        (": kan 99", "", [(NOT_OFFERED, "kan 99")]),
        ("3 gjerne, 12345 kan", "3g", [(UNKNOWN, "12345 kan")]),
        ("3 gjerne, 3-6-2027 kan", "3g", [(UNKNOWN, "3-6-2027 kan")]),
    ],
)
def test_what_is_not_understood_is_refused_and_the_rest_taken(
    text: str, said: str, rows: list[tuple[NotAnAnswer, str]]
) -> None:
    assert read(text).choices == choices(said)
    assert refused(text) == rows


@pytest.mark.parametrize(
    "end",
    [
        "\n\nHelsing Kari, tlf. 91 23 45 67",
        "\nMvh Kari",
        " med venleg helsing Kari N. Berg",
        "\nHei, kan ta 7. Roar",
        "\n\nHei, 7 kan. Roar",
        "\n-- \nKari 3 nei",
        "\n\nSendt frå min iPhone 3",
        "\n\nHa ein fin dag! Eg er på ferie i veke 3 og 5 og kan ikkje svare då.",
        "\nFrom: leiar\n3 nei",
        "\n\nTakk for sist, og lykke til.\n\n5 nei",
    ],
)
def test_greetings_are_no_answers(end: str) -> None:
    assert read("3 gjerne, 5 kan" + end) == Typed(choices=choices("3g 5c"))


def test_a_greeting_may_come_first() -> None:
    assert read("\n\nHei!\n\n3 gjerne").choices == choices("3g")


def test_a_row_tells_which_number_it_is_about() -> None:
    found = read("kan 3, 99; nei 20-30; 5 kan, 5 nei; 7 kanskje").refused
    assert [(row.why, row.number) for row in found] == [
        (NOT_OFFERED, "99"),
        (NOT_OFFERED, "20-30"),
        (UNKNOWN, ""),
        (CONTRADICTS, "5"),
    ]


def test_a_row_tells_its_line() -> None:
    assert [row.line for row in read(":\n3 gjerne\n\n5 kanskje\n7 kan, 8 kansje").refused] == [3, 4]


words = st.sampled_from(
    [*("gjerne", "kan", "nei", "ikkje", "høgst", "maks", "timar", "og", "vakt", "nr", "til", "hei", "takk")]
)
numbers = st.integers(0, 300).map(str)
signs = st.sampled_from([",", ";", ".", "\n", "\n\n", ":", "-", "(", "?", "/", "'"])


@given(st.lists(st.one_of(words, numbers, signs), max_size=25).map(" ".join))
def test_whatever_is_written_no_place_is_taken_that_was_not_offered(text: str) -> None:
    found = read(text)
    assert {choice.place for choice in found.choices} <= set(OFFERED)
    assert found.whole is None or (found.choices, found.refused) == ((), ())
    assert found.most_minutes is None or 60 <= found.most_minutes <= 255 * 60


@given(
    st.dictionaries(st.sampled_from(OFFERED), st.sampled_from([GLADLY, CAN, NO]), min_size=1),
    st.sampled_from([", ", "; ", "\n", " ", ",\n", ". "]),
    st.booleans(),
)
def test_however_it_is_laid_out_the_same_is_understood(said, between: str, after: bool) -> None:  # type: ignore[no-untyped-def]
    names = {GLADLY: "gjerne", CAN: "kan", NO: "nei"}
    pieces = [f"{place} {names[word]}" if after else f"{names[word]} {place}" for place, word in said.items()]
    expected = tuple(Choice(place=place, willingness=said[place]) for place in sorted(said))
    assert read(between.join(pieces)).choices == expected
