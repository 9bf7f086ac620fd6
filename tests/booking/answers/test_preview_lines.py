"""The preview in words, in three languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from answers import BOOKING, DEADLINE, KARI, OLA, at, choices, page_file, typed
from builders import person, unit
from rolls import roll

from heiltid.booking.answers.preview_lines import (
    PreviewLine,
    answer_sentence,
    preview_lines,
    preview_summary,
    refusal_sentence,
    source_words,
)
from heiltid.booking.answers.raw_answers import NotAnAnswer, Refused, Source
from heiltid.booking.answers.receiving import Preview, State, preview, received
from heiltid.booking.answers.which_counts import written_down
from heiltid.exchange.booking.answer_files import read_text
from heiltid.model.asking import Booking
from heiltid.texts import Language

NN = Language.NYNORSK
NOW = DEADLINE + timedelta(days=1)


def named(booking: Booking = BOOKING) -> Booking:
    """The booking with a roll-out in which Kari has a name."""
    home = unit(employees=(replace(person(KARI), name="Kari Nordmann"),))
    return replace(booking, rollout=roll(home))


def shown(*texts: str, booking: Booking = BOOKING, takes_late: bool = False) -> Preview:
    raws = [raw for entry in texts for raw in read_text(entry, booking)]
    return preview(booking, raws, NOW, takes_late=takes_late)


def test_a_line_tells_who_said_what_and_what_becomes_of_it() -> None:
    found = preview_lines(shown(page_file("3g 5g 7n", given=at(17), hours=20)), named(), NN)
    assert found == (
        PreviewLine(
            state=State.NEW,
            who="Kari Nordmann (1007)",
            list="K7F2",
            said="vil gjerne 3, 5 · nei til 7 · høgst 20 t i alt",
            what="Nytt svar, gitt 17.05.2027 kl. 12:00.",
            where="innlimt tekst",
        ),
    )


def test_every_state_has_its_sentence() -> None:
    first = received(BOOKING, shown(page_file("3g", given=at(16))))
    written = written_down(first, "K7F2", OLA, choices("1g"), at=at(15))
    late = page_file("7n", given=at(20, 13))
    raws = (page_file("3g", given=at(16)), page_file("5c", given=at(17)), page_file("9c", given=at(11)), late)
    lines = preview_lines(shown(*raws, page_file("1n", OLA, given=at(18)), booking=written), written, NN)
    assert {line.state: line.what for line in lines} == {
        State.UNCHANGED: "Det same som alt er lese, gitt 16.05.2027 kl. 12:00. Ingenting blir endra.",
        State.REPLACES: "Gitt 17.05.2027 kl. 12:00, i staden for svaret frå 16.05.2027 kl. 12:00.",
        State.OLDER: "Gitt 11.05.2027 kl. 12:00. Eit nyare svar frå 17.05.2027 kl. 12:00 gjeld.",
        State.LEADER: "Gitt 18.05.2027 kl. 12:00. Det leiaren førte 15.05.2027 kl. 12:00, gjeld framleis.",
        State.LATE: (
            "Gitt 20.05.2027 kl. 13:00, etter fristen 20.05.2027 kl. 12:00. "
            "Det blir teke med berre om du seier det."
        ),
    }
    taken = preview_lines(shown(late, takes_late=True), BOOKING, NN)
    assert taken[0].what.startswith("Nytt svar")
    assert taken[0].what.endswith("fordi du vil det.")


def test_an_answer_without_a_time_that_was_read_before_tells_that_another_counts() -> None:
    """She may have changed her mind back: nothing in it tells, so the leader must know."""
    early, later = at(16), at(17)
    first = received(BOOKING, preview(BOOKING, read_text(typed("3g"), BOOKING), early))
    both = received(first, preview(first, read_text(typed("3n"), first), later))
    (back,) = preview_lines(shown(typed("3g"), booking=both), both, NN)
    assert back.state is State.UNCHANGED
    assert back.what == (
        "Det same som alt er lese, gitt 16.05.2027 kl. 12:00. Ingenting blir endra. Svaret frå 17.05.2027 "
        "kl. 12:00 gjeld. Er dette sendt på nytt etter det, så skriv det ned sjølv."
    )
    (same,) = preview_lines(shown(typed("3n"), booking=both), both, NN)
    assert same.what.endswith("Ingenting blir endra.")


def test_a_refusal_tells_where_it_stood() -> None:
    text = f"Hei\n{typed('3g')}, 5 kanskje"
    (line,) = [
        line for line in preview_lines(shown(text, takes_late=True), named(), NN) if line.state is None
    ]
    assert (line.who, line.said, line.where) == (
        "Kari Nordmann (1007)",
        "5 kanskje",
        "innlimt tekst, linje 2",
    )
    assert line.what.startswith("Svaret er ikkje til å forstå.")
    assert source_words(Source(name="svar.xlsx", place="Svar!C5"), NN) == "svar.xlsx, Svar!C5"


def test_the_summary_counts_what_there_is() -> None:
    text = shown(page_file("3g", given=at(17)), page_file("4c", OLA, given=at(17)), "HT1-K7F2")
    assert preview_summary(text, NN) == "nye: 2, ikkje tekne imot: 1"
    assert preview_summary(Preview(), NN) == "Her er ingen svar."


@pytest.mark.parametrize("language", Language)
def test_every_refusal_and_state_is_said_in_every_language(language: Language) -> None:
    sentences = {refusal_sentence(Refused(source=Source(), why=why), language) for why in NotAnAnswer}
    assert len(sentences) == len(NotAnAnswer)
    assert all(sentence.endswith(".") for sentence in sentences)
    everything = shown(page_file("3g", given=at(17)), typed("4c", OLA), "HT1-K7F2")
    assert preview_summary(everything, language)
    assert [line.said for line in preview_lines(everything, BOOKING, language)] != []


def test_a_refusal_says_which_shift_and_which_file() -> None:
    def said(**more: Any) -> str:
        return refusal_sentence(Refused(source=Source(name="heiltid-X.json"), **more), NN)

    assert said(why=NotAnAnswer.NOT_OFFERED, number="3") == "Vakt 3 var ikkje mellom dei som kunne takast."
    assert said(why=NotAnAnswer.CONTRADICTS, number="5").startswith("Vakt 5 har to ulike svar")
    assert said(why=NotAnAnswer.UNREADABLE).startswith("«heiltid-X.json» er ikkje ei svarfil")
    (refused,) = [line for line in preview_lines(shown(typed("4c")), BOOKING, NN) if line.state is None]
    assert refused.what == "Vakt 4 var ikkje mellom dei som kunne takast."


def test_an_answer_with_every_word() -> None:
    (entry,) = shown(page_file("1g 3c 5n", given=at(17))).entries
    assert answer_sentence(entry.answer, Language.ENGLISH) == "gladly 1 · can 3 · no to 5"
