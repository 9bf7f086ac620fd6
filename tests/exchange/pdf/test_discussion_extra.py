"""The part of the report about extra shifts: there only with a booking, and about nobody it need not name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from booking.account.test_sums import laid
from booking.rolls import SUMMER, booked
from exchange.pdf.discussion_case import facts_of
from exchange.pdf.story import page_text

from heiltid.exchange.pdf.discussion.extra_shifts import extra_shifts_part
from heiltid.exchange.pdf.discussion_report import page_head, story
from heiltid.exchange.pdf.page import pdf_bytes
from heiltid.model.asking import Booking, Extra


def shown(booking: Booking | None) -> str:
    facts = facts_of()
    facts.file = replace(facts.file, booking=booking)
    return page_text(extra_shifts_part(facts))


def year(employee: str, months: int) -> tuple[Extra, ...]:
    """7.5 h on the third of each of the first months of 2027."""
    return tuple(
        Extra(employee=employee, on=date(2027, month, 3), code="D1", extra_minutes=450)
        for month in range(1, months + 1)
    )


def booking(**more: Any) -> Booking:
    return Booking(secret=bytes(32), **more)


def test_without_extra_shifts_there_is_no_such_part() -> None:
    assert shown(None) == ""
    assert shown(booking()) == ""
    assert "Ekstravakter og faktisk stilling" not in page_text(story(facts_of()))


def test_the_sums_are_those_of_the_roll_out() -> None:
    # One of four open shifts taken by 1 (50 %): 7.5 of 35.5 h are 21.1 %. (71.1 + 100) / 2 = 85.6.
    words = shown(booking(rollout=laid(booked(SUMMER + timedelta(days=2), "D1"))))
    assert "Ledige vakter i alt\n4\nTekne av eigne tilsette\n1\nTekne av timevikarar\n0" in words
    assert "7,5 t" in words
    assert "Gjennomsnittleg stilling, avtalt\n75 %" in words
    assert "Gjennomsnittleg stilling med meirarbeidet\n85,6 %" in words


def test_only_who_should_be_offered_more_is_named() -> None:
    # Kari (40 %): 6 x 7.5 h = 2 700 of 52 x 2 130 = 110 760 min are 2.4 %. Ola in five months only.
    words = shown(booking(ledger=(*year("1", 6), *year("2", 5))))
    assert "Stilling\nStilling med meirarbeidet\nKari Wiśniewska\n40 %\n42,4 %" in words
    assert "Ola" not in words
    assert "03.06.2027" in words  # the last day anything is known of
    none = shown(booking(ledger=year("1", 5)))
    assert "Ingen har dei tolv månadene til og med 03.05.2027" in none
    assert "Kari" not in none


def test_it_is_printed_as_a_piece_of_part_five() -> None:
    facts = facts_of()
    facts.file = replace(facts.file, booking=booking(rollout=laid(), ledger=year("1", 6)))
    words = page_text(story(facts))
    assert words.index("5. Deltidsstillingane") < words.index("Ekstravakter og faktisk stilling")
    assert pdf_bytes(list(story(facts)), page_head(facts))[0].startswith(b"%PDF")
