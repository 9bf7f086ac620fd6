"""In a word or two: weekends, and when somebody comes and leaves."""

from __future__ import annotations

from datetime import date

import pytest
from builders import person, unit

from heiltid.advice.short_words import employment_words, weekend_words
from heiltid.calendar import Calendar
from heiltid.texts import Language

HERE = Calendar(unit(weeks=2))  # 04.01.2027 to 17.01.2027


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, ["kvar 3."]),
        ({"weekend_every": 2}, ["kvar 2."]),
        ({"weekend_every": 3, "extra_weekends": 1}, ["kvar 3.", "1 ekstra"]),
        ({"weekend_every": 0}, ["ikkje helg"]),
        ({"weekend_every": 1, "extra_weekends": 1}, ["alle helger"]),
        ({"employed_to": date(2027, 1, 16)}, ["kvar 3.", "sluttar 16.01.2027"]),
        ({"employed_to": date(2027, 1, 17)}, ["kvar 3."]),  # to the rota's last day: she does not leave in it
    ],
)
def test_why_so_many_weekends(known: dict[str, object], said: list[str]) -> None:
    assert list(weekend_words(HERE, person(**known), Language.NYNORSK)) == said


def test_when_somebody_is_there() -> None:
    her = person(employed_from=date(2027, 1, 5), employed_to=date(2027, 1, 12))
    assert list(employment_words(HERE, her, Language.NYNORSK)) == ["byrjar 05.01.2027", "sluttar 12.01.2027"]
    assert list(employment_words(HERE, person(employed_from=date(2027, 1, 4)), Language.NYNORSK)) == []
