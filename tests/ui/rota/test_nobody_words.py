"""Where nobody can take a shift: only help that would help is told, and what the Sundays' agreement opens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from builders import person, unit

from heiltid.advice.takers import Hindrance, Taker
from heiltid.model import ShiftKind
from heiltid.rules.finding import Finding, Severity
from heiltid.texts import Language
from ui.pages.rota.nobody_words import nobody_words
from ui.texts import set_language

WARD = unit(
    weeks=2,
    employees=tuple(
        person(number, name=f"Kari {number}", kinds=frozenset({ShiftKind.DAY})) for number in "123456"
    ),
)
SUNDAYS, CLOSE, OTHERS = "sunday_rest_average", "weekend_frequency_close", "byt vakter rundt denne dagen"
RULES = {SUNDAYS: "sunday_rest", "sunday_rest_refused": "sunday_rest"}


@pytest.fixture(autouse=True)
def _nynorsk() -> Iterator[None]:
    set_language(Language.NYNORSK)
    yield
    set_language(Language.NYNORSK)


def stopped(number: str, *text_keys: str) -> Taker:
    """Somebody whose Sunday would break these."""
    found = tuple(
        Finding(
            rule=RULES.get(key, "weekend_frequency"),
            paragraph="",
            severity=Severity.BREACH,
            employee=number,
            days=(6,),
            amount=1,
            unit="days",
            text_key=key,
        )
        for key in text_keys
    )
    hindrance = None if found else Hindrance.WORKS
    return Taker(
        employee=number,
        day=6,
        code="D1",
        hindrance=hindrance,
        new=found,
        deviation_before=0,
        deviation_after=0,
    )


def told(*stops: Sequence[str]) -> str:
    """What is said after the reasons."""
    takers = [stopped(str(place), *keys) for place, keys in enumerate(stops, 1)]
    return nobody_words(takers, WARD).split(". ", 2)[2]


def test_an_extra_weekend_is_no_help_to_those_whom_the_sundays_stop_too() -> None:
    said = told((SUNDAYS,), (SUNDAYS, CLOSE), ())
    assert "ekstra helg" not in said
    assert said.startswith("Avtalen etter § 10-8 (4) opnar ikkje for meir enn annankvar slik dag. ")
    assert OTHERS in said


def test_who_could_be_asked_for_one_is_named() -> None:
    said = told((SUNDAYS, CLOSE), (SUNDAYS,), (CLOSE,))
    assert "spør Kari 3 om ei ekstra helg" in said
    assert "spør Kari 1 eller Kari 2 om ei ekstra helg" in told((CLOSE,), (CLOSE,))
    many = told((CLOSE,), (CLOSE,), (CLOSE,))
    assert "spør nokon om ei ekstra helg" in many
    assert "§ 10-8 (4)" not in many


def test_an_agreement_that_was_refused_is_told_to_open_it() -> None:
    said = told(("sunday_rest_refused",), ("sunday_rest_refused",), (CLOSE,))
    assert said.startswith("Ein avtale etter § 10-8 (4) (sida Avtalar) opnar for to slike dagar på rad. ")


def test_another_first_weekend_helps_only_where_the_sundays_do_not_stop_her_too() -> None:
    other = "weekend_frequency_other"
    assert "«Første helg»" in told((other,), (SUNDAYS,))
    assert "«Første helg»" not in told((SUNDAYS, other), (SUNDAYS,))
