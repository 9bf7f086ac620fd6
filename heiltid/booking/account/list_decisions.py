"""The decisions that settled lists have made: each is known by the second its list was settled in."""

from __future__ import annotations

from datetime import date

from heiltid.model.asking import Booking
from heiltid.model.booking import Booked


def settled_by(booking: Booking, list_code: str) -> tuple[Booked, ...]:
    """The decisions a settled list has made, wherever their days are now."""
    sent = booking.known_list(list_code)
    given = {entry.place: entry.employee for entry in sent.allotments if entry.employee is not None}
    wanted = {
        (who, place.on, code)
        for place in sent.places
        if place.number in given
        for who, code in ((given[place.number], place.code), (place.whose, None))
    }
    decisions = (*booking.kept, *(() if booking.rollout is None else booking.rollout.decisions))
    return tuple(
        entry
        for entry in decisions
        if entry.at == sent.settled_at and (entry.employee, entry.on, entry.cell.shift) in wanted
    )


def list_codes(booking: Booking) -> dict[tuple[str, date, str], str]:
    """The list from which somebody has a shift, by her number, the date and the shift's code.

    Where two lists give her the same, it is the one that was settled while she was still free.
    """
    return {
        (entry.employee, entry.on, entry.cell.shift): sent.code
        for sent in booking.lists
        for entry in settled_by(booking, sent.code)
        if entry.cell.shift is not None
    }
