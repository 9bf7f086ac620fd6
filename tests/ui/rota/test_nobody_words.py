"""Where nobody can take a shift: only help that would help is told, and what the Sundays' agreement opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders import person, unit

from heiltid.advice.takers import Hindrance, Taker
from heiltid.model import ShiftKind
from heiltid.rules.finding import Finding, Severity
from ui.pages.rota.nobody_words import nobody_words

WARD = unit(
    weeks=2,
    employees=tuple(
        person(number, name=f"Kari {number}", kinds=frozenset({ShiftKind.DAY})) for number in "123456"
    ),
)
SUNDAYS, CLOSE, OTHERS = "sunday_rest_average", "weekend_frequency_close", "byt vakter rundt denne dagen"
RULES = dict.fromkeys((SUNDAYS, "sunday_rest_refused", "sunday_rest_weekly"), "sunday_rest")


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
    said = told((SUNDAYS,), (SUNDAYS,), (SUNDAYS, CLOSE), ())
    assert "ekstra helg" not in said
    assert said.startswith("Avtalen etter § 10-8 (4) opnar ikkje for meir enn annankvar slik dag. ")
    assert OTHERS in told((SUNDAYS,), (SUNDAYS,), ())


def test_who_could_be_asked_for_one_is_named() -> None:
    said = told((SUNDAYS, CLOSE), (SUNDAYS,), (CLOSE,))
    assert "spør Kari 3 om ei ekstra helg" in said
    assert "spør Kari 1 eller Kari 2 om ei ekstra helg" in told((CLOSE,), (CLOSE,))
    many = told((CLOSE,), (CLOSE,), (CLOSE,))
    assert "spør nokon om ei ekstra helg" in many
    assert "Avtalen etter" not in many


def test_an_agreement_that_was_refused_is_told_to_open_it() -> None:
    said = told(("sunday_rest_refused",), ("sunday_rest_refused",), (CLOSE,))
    assert said.startswith("Ein avtale etter § 10-8 (4) (sida Avtalar) opnar for to slike dagar på rad. ")


def test_another_first_weekend_helps_only_where_the_sundays_do_not_stop_her_too() -> None:
    other = "weekend_frequency_other"
    assert "«Første helg»" in told((other,), (SUNDAYS,))
    assert "«Første helg»" not in told((SUNDAYS, other), (SUNDAYS,))


def test_what_an_extra_weekend_leaves_to_be_worked_is_told_with_the_asking() -> None:
    # Every third weekend: one more always lies beside another; every fourth in eight weeks: it need not.
    third = told((CLOSE,))
    assert "Av den ekstra helga kan berre laurdag til kl. 18 brukast" in third
    assert third.endswith("Helg kvar 2. gir fleire heile helger.")
    people = tuple(replace(one, weekend_every=4) for one in WARD.employees)
    fourth = nobody_words([stopped("1", CLOSE)], replace(WARD, weeks=8, employees=people))
    assert "spør Kari 1 om ei ekstra helg" in fourth
    assert "laurdag" not in fourth


def test_weekends_more_often_are_told_where_only_the_sundays_between_stop_an_extra_one() -> None:
    assert "spør Kari 1 om helg kvar 2. (sida Tilsette) og lag ny turnus" in told((CLOSE, SUNDAYS))
    assert "spør Kari 1 om helg kvar 2." in told((CLOSE, "sunday_rest_refused"))
    assert "helg kvar 2." not in told((SUNDAYS,))  # it is not how often that stops her
    assert "helg kvar 2." not in told((CLOSE, "sunday_rest_weekly"))
    assert "helg kvar 2." not in told(("weekend_frequency_other", SUNDAYS))


def test_how_often_she_works_weekends_is_named_before_the_sundays() -> None:
    takers = [stopped("1", SUNDAYS, CLOSE), stopped("2", CLOSE), stopped("3", SUNDAYS)]
    assert nobody_words(takers, WARD).startswith(
        "Ingen kan ta vakta no. Av 3: 2 får helgene for tett, 1 bryt"
    )
