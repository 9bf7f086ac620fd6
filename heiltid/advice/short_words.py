"""What bears on one person in a word or two: how often she works weekends, when she comes and leaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from heiltid.calendar import Calendar
from heiltid.model import Employee
from heiltid.texts import Language, text


def dates_inside(calendar: Calendar, person: Employee) -> tuple[date | None, date | None]:
    """First and last day of the employment, where they lie inside the rota."""
    first, last = calendar.date_of(0), calendar.date_of(calendar.day_count - 1)
    begins, ends = person.employed_from, person.employed_to
    return (
        begins if begins is not None and first < begins <= last else None,
        ends if ends is not None and first <= ends < last else None,
    )


def employment_words(calendar: Calendar, person: Employee, language: Language) -> Iterator[str]:
    """ "byrjar 04.01.2027", "sluttar 17.01.2027"; nothing for who is there all the time."""
    for key, when in zip(("begins", "ends"), dates_inside(calendar, person), strict=True):
        if when is not None:
            yield text(f"advice.short.{key}", language, date=f"{when:%d.%m.%Y}")


def weekend_words(calendar: Calendar, person: Employee, language: Language) -> Iterator[str]:
    """ "kvar 2.", "1 ekstra", "sluttar 17.01.2027": why somebody works more or fewer weekends."""
    yield from agreed_weekends(person, language)
    yield from employment_words(calendar, person, language)


def agreed_weekends(person: Employee, language: Language) -> Iterator[str]:
    """ "kvar 2.", "1 ekstra": the most that may be asked of her."""
    if person.weekend_every == 0:
        yield text("advice.short.weekend_never", language)
    elif person.weekend_every == 1:
        yield text("advice.short.weekend_all", language)
    else:
        yield text("advice.short.weekend_every", language, every=person.weekend_every)
    if person.extra_weekends and person.weekend_every != 1:
        yield text("advice.short.weekend_extra", language, count=person.extra_weekends)


def leaving_sentence(calendar: Calendar, person: Employee, language: Language) -> str:
    """What a last day within the rota means for it; "" for who stays."""
    ends = dates_inside(calendar, person)[1]
    if ends is None:
        return ""
    key = "advice.leaves.rolling" if calendar.unit.is_cyclic else "advice.leaves.dated"
    return text(key, language, date=f"{ends:%d.%m.%Y}")
