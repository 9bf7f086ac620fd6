"""Wishes as people write them by hand, in three languages, and what is not guessed."""

from __future__ import annotations

import pytest
from wishing_round import BOOKING, FIRST, KARI, code_of, said, token_of

from heiltid.booking.answers.raw_answers import NotAnAnswer, Refused, Source
from heiltid.booking.answers.text_answers import answers_in_text
from heiltid.booking.wishing.said import RawWishes, Said
from heiltid.booking.wishing.typed import typed_wishes
from heiltid.model.asking import Channel


def understood(text: str) -> Said:
    found = typed_wishes(text, FIRST, 6)
    assert found.refused == (), found.refused
    return found.said


def whys(text: str) -> list[tuple[NotAnAnswer, str]]:
    return [(row.why, row.found) for row in typed_wishes(text, FIRST, 6).refused]


WEEK_2 = " ".join(f"2.{day}=F" for day in range(1, 8))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("fri veke 3 laurdag", said("3.6=F")),
        ("kveld veke 4 tysdag, ikkje natt veke 5 fredag!", said("4.2=A 5.5=-N!")),
        ("fri uke 3 lørdag; ikke kveld uke 1 man", said("3.6=F 1.1=-A")),
        ("off week 3 Saturday, not night week 5 fri", said("3.6=F 5.5=-N")),
        ("fri v3 lau", said("3.6=F")),
        ("langvakt veke 1 sundag", said("1.7=L")),
        ("ikkje langvakt veke 1 søndag", said("1.7=-L")),
        ("fri veke 3 laurdag, sundag", said("3.6=F 3.7=F")),
        ("fri veke 3 laurdag og sundag", said("3.6=F 3.7=F")),
        ("ikkje kveld veke 2 måndag - onsdag", said("2.1=-A 2.2=-A 2.3=-A")),
        ("fri helga i veke 6", said("6.6=F 6.7=F")),
        ("helga veke 6 fri", said("6.6=F 6.7=F")),
        ("fri veke 3,4 laurdag", said("3.6=F 4.6=F")),
        ("fri veke 2", said(WEEK_2)),
        ("fri heile veke 2", said(WEEK_2)),
        ("fri 5.9.2027", said("1.7=F")),  # the rota begins on Monday 30 August 2027
        ("fri 5. september", said("1.7=F")),
        ("stilling 80", Said(percent=80)),
        ("stilling: 80 %", Said(percent=80)),
        ("80 prosent stilling", Said(percent=80)),
        ("position 100", Said(percent=100)),
        ("helg kvar 3.", Said(weekend_every=3)),
        ("helg hver tredje", Said(weekend_every=3)),
        ("weekend every other", Said(weekend_every=2)),
        ("aldri helg", Said(weekend_every=0)),
        ("langvakter ja", Said(long_shifts=True)),
        ("lange vakter: nei", Said(long_shifts=False)),
        ("long shifts yes", Said(long_shifts=True)),
        (
            "Hei! Her kjem det eg ønskjer.\n\nfri veke 3 laurdag\n\nHelsing Kari\nfri veke 4 laurdag",
            said("3.6=F"),
        ),
        ("", Said()),
        ("takk for sist", Said()),
    ],
)
def test_what_is_understood(text: str, meant: Said) -> None:
    assert understood(text) == meant


@pytest.mark.parametrize(
    ("text", "why", "left"),
    [
        ("fri laurdag", (NotAnAnswer.UNKNOWN_WISH, "fri laurdag"), Said()),
        ("fri veke 3 laurdag kanskje", (NotAnAnswer.UNKNOWN_WISH, "fri veke 3 laurdag kanskje"), Said()),
        ("veke 3 laurdag", (NotAnAnswer.UNKNOWN_WISH, "veke 3 laurdag"), Said()),
        ("stilling 101", (NotAnAnswer.UNKNOWN_WISH, "stilling 101"), Said()),
        ("ikkje stilling 80", (NotAnAnswer.UNKNOWN_WISH, "ikkje stilling 80"), Said()),
        ("stilling 80,5", (NotAnAnswer.UNKNOWN_WISH, "stilling 80,5"), Said()),
        ("80,5 % stilling", (NotAnAnswer.UNKNOWN_WISH, "80,5 % stilling"), Said()),
        ("stilling 70-80", (NotAnAnswer.UNKNOWN_WISH, "stilling 70-80"), Said()),
        ("fri veke 1-999", (NotAnAnswer.NO_SUCH_DAY, "fri veke 1-999"), Said()),
        ("helg kvar 15.", (NotAnAnswer.UNKNOWN_WISH, "helg kvar 15."), Said()),
        ("helg", (NotAnAnswer.UNKNOWN_WISH, "helg"), Said()),
        ("fri veke 7 laurdag", (NotAnAnswer.NO_SUCH_DAY, "fri veke 7 laurdag"), Said()),
        ("fri 1.8.2027", (NotAnAnswer.NO_SUCH_DAY, "fri 1.8.2027"), Said()),
        (
            "natt veke 3 laurdag, fri veke 3 laurdag, fri veke 4 laurdag",
            (NotAnAnswer.CONTRADICTS, "3.6"),
            said("4.6=F"),
        ),
        (
            "stilling 80, stilling 90, fri veke 1 måndag",
            (NotAnAnswer.CONTRADICTS, "stilling 80, stilling 90"),
            said("1.1=F"),
        ),
        ("langvakter ja, langvakter nei", (NotAnAnswer.CONTRADICTS, "langvakter ja, langvakter nei"), Said()),
    ],
)
def test_what_is_not_guessed(text: str, why: tuple[NotAnAnswer, str], left: Said) -> None:
    assert whys(text) == [why]
    assert typed_wishes(text, FIRST, 6).said == left


def test_typed_after_a_code_in_a_message() -> None:
    text = f"Hei,\n\n{code_of(KARI).lower()}: fri veke 3 laurdag, stilling 80\nlangvakter nei\n\nHilsen Kari"
    (found,) = answers_in_text(text, BOOKING, Source(name="brev"))
    assert found == RawWishes(
        source=Source(name="brev", place="3"),
        channel=Channel.TYPED,
        list="W3TA",
        token=token_of(KARI)[:8],
        said=said("3.6=F", percent=80, long_shifts=False),
    )


def test_a_code_with_nothing_after_it_is_empty_and_a_wrong_one_is_nobodys() -> None:
    (empty,) = answers_in_text(f"{code_of(KARI)}: ", BOOKING, Source())
    (foreign,) = answers_in_text("W3TA-00000000: fri veke 3 laurdag", BOOKING, Source())
    assert isinstance(empty, Refused)
    assert isinstance(foreign, Refused)
    assert (empty.why, empty.employee) == (NotAnAnswer.EMPTY, KARI)
    assert (foreign.why, foreign.employee) == (NotAnAnswer.FOREIGN, None)
