"""Why people did not get what they said yes to, for their confirmations."""

from __future__ import annotations

from heiltid.booking.settling.outcome import outcomes
from heiltid.booking.settling.settled import unsettled
from heiltid.booking.sharing.reason_words import why_not
from heiltid.booking.sharing.reasons import Reasons
from heiltid.model.asking import Booking
from heiltid.texts import Language


def why_missed(booking: Booking, list_code: str, language: Language) -> dict[tuple[int, str], str]:
    """One sentence by place and person, as things were when the list was settled; nobody is named.

    Raises InternalError for a list that is not settled, and without a roll-out.
    """
    reasons = Reasons(unsettled(booking, list_code), list_code)
    places = {place.number: place for place in booking.known_list(list_code).places}
    found = {}
    for outcome in outcomes(booking, list_code):
        for missed in outcome.missed:
            number = missed.place.number
            if number not in reasons.sharing.places:
                continue
            others = reasons.of(number).others
            why = next((entry for entry in others if entry.employee == outcome.employee), None)
            if why is not None:
                found[number, outcome.employee] = why_not(why, places, language)
    return found
