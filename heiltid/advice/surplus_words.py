"""Where more people are on duty than wanted, and what hours beyond the staffing's have become, in words."""

from __future__ import annotations

from collections.abc import Mapping

from heiltid.measures.room import USED_UP_BP, Room
from heiltid.measures.surplus import SurplusTime
from heiltid.model import FULL_TIME_BP
from heiltid.rules.name_list import listed_names
from heiltid.texts import Language, decimal, difference, text


def surplus_sentence(above: Mapping[SurplusTime, int], weeks: int, language: Language) -> str:
    """Where there are more than wanted, and how often in the whole rota; "" where nowhere."""
    where = _where(above, weeks, language)
    return (
        text("advice.surplus.where", language, where=where, rota=rota_words(weeks, language)) if where else ""
    )


def beyond_sentence(room: Room, above: Mapping[SurplusTime, int], weeks: int, language: Language) -> str:
    """What a plan's positions have become that the staffing does not ask for; "" where it is little."""
    if room.used_bp - room.needed_bp < USED_UP_BP:
        return ""
    beyond = difference(room.needed_bp / FULL_TIME_BP, room.used_bp / FULL_TIME_BP, 2)
    where = _where(above, weeks, language)
    return text(
        "advice.surplus.beyond_where" if where else "advice.surplus.beyond",
        language,
        beyond=decimal(beyond, language, 2),
        rota=rota_words(weeks, language),
        where=where,
    )


def _where(above: Mapping[SurplusTime, int], weeks: int, language: Language) -> str:
    """ "34 gonger på dagtid måndag–fredag (2,8 i veka) og 2 gonger i helger"."""
    found = sorted((item for item in above.items() if item[1]), key=lambda item: -item[1])
    told = [_told(when, count, weeks, language) for when, count in found]
    return listed_with_and(told, language)


def _told(when: SurplusTime, count: int, weeks: int, language: Language) -> str:
    key = "once" if count == 1 else "times"
    times = text(f"advice.surplus.{key}", language, count=count)
    said = text(f"advice.surplus.{when.value}", language, times=times)
    if weeks == 1 or count < weeks:
        return said
    return text("advice.surplus.a_week", language, what=said, times=decimal(count / weeks, language, 1))


def rota_words(weeks: int, language: Language) -> str:
    """ "heile turnusen på 12 veker"."""
    return text("advice.surplus.rota_one" if weeks == 1 else "advice.surplus.rota", language, weeks=weeks)


def listed_with_and(parts: list[str], language: Language) -> str:
    """ "a, b og c"; "" for nothing."""
    *first, last = parts or [""]
    if not first:
        return last
    return text("advice.position.and", language, first=listed_names(first), last=last)
