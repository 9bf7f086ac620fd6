"""Answers in the text of messages: codes and typed answers, whatever a mail program did to them."""

from __future__ import annotations

from itertools import combinations

import pytest
from answers import (
    BOOKING,
    EVA,
    KARI,
    MADE,
    NOW,
    OLA,
    at,
    choices,
    code_of,
    page_file,
    short_code,
    token_of,
    typed,
)
from hypothesis import given
from hypothesis import strategies as st

from heiltid.booking.answers.raw_answers import NotAnAnswer, RawAnswer, Refused, Source
from heiltid.booking.answers.short_code import encode
from heiltid.booking.answers.text_answers import LONGEST_TEXT, answers_in_text
from heiltid.booking.answers.tokens import HYPHENS, INVISIBLE, SPACES
from heiltid.exchange.booking.answer_files import read_text
from heiltid.model.asking import Channel

SOURCE = Source(name="brev.txt")


def read(text: str) -> tuple[RawAnswer | Refused, ...]:
    return answers_in_text(text, BOOKING, SOURCE)


def said(text: str) -> list[tuple[str, str]]:
    """Of each answer the first signs of the token, and what it says."""
    return [(raw.token, _words(raw)) for raw in read(text) if isinstance(raw, RawAnswer)]


def _words(raw: RawAnswer) -> str:
    return " ".join(f"{choice.place}{choice.willingness.value[0]}" for choice in raw.choices)


def whys(text: str) -> list[NotAnAnswer]:
    return [raw.why for raw in read(text) if isinstance(raw, Refused)]


def short(employee: str) -> str:
    return code_of(employee).split("-")[1]


def test_a_short_code_is_an_answer() -> None:
    assert read("Hei!\n\n" + short_code("3g 5c 7n", given=at(17, 18, 32), hours=20) + "\nHelsing Kari") == (
        RawAnswer(
            source=Source(name="brev.txt", place="3"),
            channel=Channel.CODE,
            list="K7F2",
            token=short(KARI),
            choices=choices("3g 5c 7n"),
            most_minutes=20 * 60,
            given_at=at(17, 18, 32),
        ),
    )


@pytest.mark.parametrize(
    "spoilt",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", "\u2011"),
        lambda code: code.replace("-", "\u2013\r\n"),
        lambda code: code.replace("-", "-\u00a0"),
        lambda code: "> " + code[:20] + "\n> " + code[20:],
        lambda code: ">> | " + code[:13] + "\n>> | " + code[13:],
        lambda code: code[:22] + "=\n" + code[22:],
        lambda code: "\u200b".join(code),
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: f"({code})",
        lambda code: f"Svar:{code}.",
        lambda code: code + code.lower(),
        lambda code: code.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789HTK"}),
    ],
)
def test_a_code_is_read_whatever_was_done_to_it(spoilt) -> None:  # type: ignore[no-untyped-def]
    assert said(spoilt(short_code("1g 9n")))[0] == (short(KARI), "1g 9n")
    assert whys(spoilt(short_code("1g 9n"))) == []


@given(st.data())
def test_spaces_and_hyphens_anywhere_in_a_code_do_no_harm(data: st.DataObject) -> None:
    code = short_code("3g 5c").replace("-", "")
    between = st.text(st.sampled_from(HYPHENS + SPACES + INVISIBLE), max_size=2)
    broken = code[:3] + "".join(data.draw(between) + sign for sign in code[3:])
    assert said(broken) == [(short(KARI), "3g 5c")]


def test_any_number_of_codes_in_one_text() -> None:
    text = f"{short_code('3g')} {short_code('4c', OLA)}\n{short_code('5n', given=at(12))}"
    assert said(text) == [(short(KARI), "3g"), (short(OLA), "4c"), (short(KARI), "5n")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (short_code("3g")[:-1], NotAnAnswer.BROKEN_CODE),
        (short_code("3g")[:9], NotAnAnswer.BROKEN_CODE),
        (short_code("3g").replace("HT1-K7F2", "HT1-AB12"), NotAnAnswer.UNKNOWN_LIST),
        (short_code("3g").replace("HT1-K7F2", "HT1-M3TA"), NotAnAnswer.FOREIGN),
        (short_code("3g", secret=b"another unit's"), NotAnAnswer.FOREIGN),
        (short_code("3g")[:-1] + ("0" if short_code("3g")[-1] != "0" else "1"), NotAnAnswer.BROKEN_CODE),
        ("Hei, eg kan 3 og 5", NotAnAnswer.NO_CODE),
        ("K7F2: 3 gjerne", NotAnAnswer.NO_CODE),
        ("  \n", NotAnAnswer.EMPTY),
        (code_of(KARI), NotAnAnswer.EMPTY),
        (code_of(KARI) + ": ingenting passar", NotAnAnswer.EMPTY),
        ("K7F2-00000000: 3 gjerne", NotAnAnswer.FOREIGN),
        (code_of(KARI)[:-1] + ": 3 gjerne", NotAnAnswer.FOREIGN),
        (code_of(KARI).replace("K7F2", "K7G2") + ": 3 gjerne", NotAnAnswer.UNKNOWN_LIST),
        (typed("3g", EVA), NotAnAnswer.NOT_OFFERED),
        ("x" * (LONGEST_TEXT + 1), NotAnAnswer.TOO_LARGE),
    ],
)
def test_what_is_no_answer_says_why(text: str, why: NotAnAnswer) -> None:
    assert (said(text), whys(text)) == ([], [why])


def test_no_code_but_the_whole_and_right_one_counts() -> None:
    code = short_code("1g 3c 5n 7g 9c", hours=12).replace("-", "")
    for at_sign in range(len(code)):
        for other in "0Z7":
            changed = code[:at_sign] + other + code[at_sign + 1 :]
            assert changed == code or said(changed) == []
    for left in combinations(range(len(code)), 1):
        assert said(code[: left[0]] + code[left[0] + 1 :]) == []


def test_a_broken_code_hides_neither_the_next_code_nor_what_is_typed() -> None:
    cut = short_code("3g")[:30]
    assert said(f"{cut}\n{short_code('4c', OLA)}") == [(short(OLA), "4c")]
    assert said(f"{cut}\n{typed('4c', OLA)}") == [(short(OLA), "4c")]
    assert whys(f"{cut}\n{typed('4c', OLA)}") == [NotAnAnswer.BROKEN_CODE]


@pytest.mark.parametrize(
    "text",
    [
        typed("3g 5c"),
        typed("3g 5c").lower(),
        typed("3g 5c").replace("-", " \u2013 "),
        typed("3g 5c").replace("-", ""),
        typed("3g 5c").replace("-", "\n"),
        "Hei leiar!\n\n" + typed("3g 5c") + "\n\nHelsing Kari\ntlf. 91 23 45 67",
        f"3 gjerne, 5 kan. Koden min er {code_of(KARI)}",
        f"> {code_of(KARI)}:\n> 3 gjerne\n> 5 kan\n",
        f"{code_of(KARI)[:9]} {code_of(KARI)[9:]}:\u00a03\u00a0gjerne, 5\u00a0kan",
        f"heiltid-{code_of(KARI)}.json\n{typed('3g 5c')}",
    ],
)
def test_a_typed_answer_is_read_however_it_is_laid_out(text: str) -> None:
    assert (said(text), whys(text)) == ([(short(KARI), "3g 5c")], [])


def test_a_typed_answer_has_no_time_of_its_own() -> None:
    assert read(typed("3g", hours=8)) == (
        RawAnswer(
            source=Source(name="brev.txt", place="1"),
            channel=Channel.TYPED,
            list="K7F2",
            token=short(KARI),
            choices=choices("3g"),
            most_minutes=480,
        ),
    )


def test_what_is_quoted_yields_to_what_was_written_above_it() -> None:
    text = (
        f"{typed('3n')}\n\nDen 12.05. skreiv du:\n> {typed('3g 5c')}\n>> {typed('7g')}\n> {typed('4c', OLA)}"
    )
    assert said(text) == [(short(KARI), "3n"), (short(OLA), "4c")]


def test_what_is_quoted_below_is_no_part_of_the_answer() -> None:
    assert said(f"{typed('3g')}\n> Kan du ta 5? Skriv slik:\n> 5 kan\n> 7 nei") == [(short(KARI), "3g")]


def test_several_people_in_one_text_and_one_of_them_unknown() -> None:
    text = f"{typed('3g')}\nK7F2-9999999A\n5 kan\n7 kan\n{code_of(OLA)}\n4 nei\nK7F2-123:\n6 nei"
    assert said(text) == [(short(KARI), "3g"), (short(OLA), "4n")]
    assert whys(text) == [NotAnAnswer.FOREIGN, NotAnAnswer.FOREIGN]


def test_a_refused_row_tells_its_line_and_whose_it_is() -> None:
    text = f"Hei\n\n{code_of(KARI)}:\n3 gjerne\n5 kanskje\n4 kan"
    assert [raw for raw in read(text) if isinstance(raw, Refused)] == [
        Refused(
            source=Source(name="brev.txt", place=line), why=why, found=found, employee=KARI, number=number
        )
        for line, why, found, number in (
            ("5", NotAnAnswer.UNKNOWN_WORD, "5 kanskje", ""),
            ("6", NotAnAnswer.NOT_OFFERED, "4 kan", "4"),
        )
    ]


@pytest.mark.parametrize(
    ("text", "given", "line"),
    [
        (f"{typed('3g')}\n\nHei, eg kan ta nr 1. Roar\n\n{typed('4c', OLA)}", "3g 4c", "3"),
        (f"{typed('3g')}\nHei, kan ta nr. 1. Roar", "3g", "2"),
        (f"Hei, eg kan ta nr 1. Roar\n\n{typed('3g')}", "3g", "1"),
        (f"{short_code('3g')}\n\nHei, eg tek vakt 1\nRoar", "3g", "3"),
        (f"{short_code('3g')}\nHei, 1 gjerne. Roar", "3g", "2"),
        ("Hei!\nEg kan ta nr 1.\nRoar", "", "2"),
        ("> Hei, I can take shift 1", "", "1"),
    ],
)
def test_an_answer_without_a_code_is_told_and_is_nobodys(text: str, given: str, line: str) -> None:
    assert " ".join(words for _, words in said(text)) == given
    (refused,) = [raw for raw in read(text) if isinstance(raw, Refused)]
    assert (refused.why, refused.employee, refused.source.place) == (NotAnAnswer.NO_CODE, None, line)
    assert "1" in refused.found


@pytest.mark.parametrize(
    "around",
    [
        "Hei alle saman, takk for sist!\n\n{}\n\nGod helg! Hilsen Kari, tlf 91 23 45 67",
        "{}\nKan ikkje meir, er på ferie i veke 31.\nMvh Kari",
        "{}\n\nHa ein fin dag! Eg er på ferie i veke 3 og 5 og kan ikkje svare då.",
        "{}\n\nDen 12.05.2027 kl. 10:15 skreiv leiar:\n> Kan du ta 5? Skriv slik:\n> 5 kan",
    ],
)
def test_greetings_and_what_is_quoted_below_an_answer_lack_no_code(around: str) -> None:
    assert whys(around.format(short_code("3g"))) == []
    assert said(around.format(short_code("3g"))) == [(short(KARI), "3g")]


def test_codes_of_other_kinds_are_left_alone() -> None:
    text = f"Ordre AB12-34567890 er sendt, COVID-19, 2027-05161832.\n{typed('3g')}"
    assert (said(text), whys(text)) == ([(short(KARI), "3g")], [])


def test_a_code_and_its_personal_code_in_one_message() -> None:
    assert whys(f"{short_code('3g')}\nKoden min: {code_of(KARI)}") == []


def test_a_page_file_may_stand_in_the_middle_of_a_message() -> None:
    text = f"Hei!\n{page_file('3g')}\n\n{page_file('4c', OLA)}\nHelsing Kari"
    found = read_text(text, BOOKING)
    assert [raw.channel for raw in found if isinstance(raw, RawAnswer)] == [Channel.PAGE, Channel.PAGE]
    assert len(found) == 2
    assert len(read_text(f"{text}\n{short_code('3g', given=NOW)}", BOOKING)) == 3
    last = read_text(f"{text}\n\nHei, eg kan ta nr 1. Roar", BOOKING)[-1]
    assert isinstance(last, Refused)
    assert (last.why, last.found) == (NotAnAnswer.NO_CODE, "Hei, eg kan ta nr 1. Roar")


@given(st.text(max_size=300))
def test_no_text_is_too_much(text: str) -> None:
    assert all(isinstance(raw, Refused) for raw in read(text))
    assert len(read(text)) >= 1


def test_long_texts_full_of_what_looks_like_codes_are_read_soon() -> None:
    for piece in (
        "HT1-",
        "K7F2-",
        "K7F2-9QXM3T8A: 3 gjerne\n",
        '{"heiltid"',
        "3,",
        "kan\n",
        "> ",
        "HT1-K7F2ZZZZ",
        "kan ",
        "kan 3. ",
        "3. gjerne ",
        "Hei\n3 kan\n",
        "mvh a ",
        "helsing",
    ):
        assert read_text(piece * (60_000 // len(piece)), BOOKING)


@pytest.mark.parametrize("offered", [(1, 3, 5, 7), (1, 3, 5, 7, 9, 10)])
def test_a_code_for_other_places_than_hers_is_broken(offered: tuple[int, ...]) -> None:
    code = encode("K7F2", token_of(KARI), offered, choices("3g"), made_at=MADE, given_at=NOW)
    (found,) = read_text(code, BOOKING)
    assert isinstance(found, Refused)
    assert (found.why, found.employee) == (NotAnAnswer.BROKEN_CODE, KARI)
