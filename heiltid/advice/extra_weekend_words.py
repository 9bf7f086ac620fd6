"""What of her extra weekends the Sunday rule leaves to be worked, in words."""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.measures.extra_weekends import extra_sundays
from heiltid.model import Employee, Unit
from heiltid.texts import Language, text

MOST_OFTEN = 2  # every second weekend: as often as Sundays may be worked without an agreement


def extra_weekend_words(unit: Unit, person: Employee, language: Language) -> str:
    """ "" where she has none, and where each of them may be whole."""
    return " ".join(_sentences(unit, person, language))


def _sentences(unit: Unit, person: Employee, language: Language) -> Iterator[str]:
    extra, sundays = person.extra_weekends, extra_sundays(unit, person)
    if sundays >= extra or not person.weekend_every:
        return
    none = "none_of_one" if extra == 1 else "none"
    key = {0: none, 1: "one"}.get(sundays, "some")
    yield text(f"advice.extra_weekends.{key}", language, extra=extra, sundays=sundays)
    oftener = more_often(person)
    if oftener:
        yield text("advice.extra_weekends.oftener", language, every=oftener)


def more_often(person: Employee) -> int:
    """The next frequency that still leaves every second Sunday free; 0 where there is none."""
    return person.weekend_every - 1 if person.weekend_every > MOST_OFTEN else 0
