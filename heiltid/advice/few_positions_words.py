"""That the positions are too few for the staffing, where nobody there is wants to fill what lacks."""

from __future__ import annotations

from heiltid.measures.room import USED_UP_BP, Room
from heiltid.model import FULL_TIME_BP
from heiltid.texts import Language, decimal, difference, text


def few_positions_sentence(room: Room, language: Language) -> str:
    """The positions, what the staffing needs and what lacks; "" where it is little or somebody wants more."""
    if room.wanting or room.needed_bp - room.used_bp < USED_UP_BP:
        return ""
    used, needed = room.used_bp / FULL_TIME_BP, room.needed_bp / FULL_TIME_BP
    return text(
        "advice.few_positions",
        language,
        used=decimal(used, language, 2),
        needed=decimal(needed, language, 2),
        lacking=decimal(difference(used, needed, 2), language, 2),
    )
