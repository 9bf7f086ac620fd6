"""Findings in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import person, unit

from heiltid.calendar import Calendar
from heiltid.model import RotaKind
from heiltid.rules import wording
from heiltid.rules.finding import Finding, Severity
from heiltid.texts import Language

NN, NB, EN = Language.NYNORSK, Language.BOKMAL, Language.ENGLISH
CYCLIC = unit(weeks=6, employees=(person("1", name="Kari"), person("2")))
DATED = unit(weeks=6, kind=RotaKind.DATED)  # Monday 4 January 2027


@pytest.mark.parametrize(
    ("minutes", "nynorsk", "english"),
    [
        (570, "9 t 30 min", "9 h 30 min"),
        (600, "10 t", "10 h"),
        (45, "45 min", "45 min"),
        (0, "0 min", "0 min"),
        (-90, "−1 t 30 min", "-1 h 30 min"),
    ],
)
def test_minutes_are_shown_as_hours_and_minutes(minutes: int, nynorsk: str, english: str) -> None:
    assert wording.minutes_text(minutes, NN) == nynorsk
    assert wording.minutes_text(minutes, EN) == english


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((15,), "v3 tys"),
        ((17, 15, 16, 15), "v3 tys–tor"),
        ((19, 20, 21), "v3 lau–v4 mån"),
        ((0, 2, 12, 13), "v1 mån, v1 ons, v2 lau–søn"),
        (tuple(range(14, 21)), "v3"),
        (tuple(range(14, 42)), "v3–v6"),
        (tuple(range(14, 27)), "v3 mån–v4 lau"),
        ((), "heile turnusen"),
    ],
)
def test_days_of_a_cyclic_rota_are_weeks_and_weekdays(days: tuple[int, ...], expected: str) -> None:
    assert wording.when_text(days, Calendar(CYCLIC), NN) == expected


def test_weekdays_and_weeks_follow_the_language() -> None:
    assert wording.when_text((15,), Calendar(CYCLIC), NB) == "u3 tir"
    assert wording.when_text((15, 16), Calendar(CYCLIC), EN) == "w3 Tue–Wed"


def test_days_of_a_dated_rota_are_dates() -> None:
    calendar = Calendar(DATED)
    assert wording.when_text((8,), calendar, NN) == "tys 12.01.2027"
    assert wording.when_text((8, 9), calendar, NN) == "tys 12.01.2027–ons 13.01.2027"
    assert wording.when_text(range(7), calendar, EN) == "Mon 04.01.2027–Sun 10.01.2027"


@pytest.mark.parametrize(
    ("amount", "what", "expected"),
    [
        (90, "minutes", "1 t 30 min"),
        (7324, "basis points", "73,24 %"),
        (1, "days", "1 dag"),
        (3, "days", "3 dagar"),
        (4, "furlongs", "4"),
    ],
)
def test_amounts_carry_their_unit(amount: int, what: str, expected: str) -> None:
    assert wording.amount_text(amount, what, NN) == expected


def test_who_is_a_name_a_number_or_the_unit() -> None:
    assert wording.who_text("1", CYCLIC, NN) == "Kari"
    assert wording.who_text("2", CYCLIC, NN) == "2"
    assert wording.who_text(None, CYCLIC, NB) == "Enheten"


def test_people_of_one_name_are_told_apart() -> None:
    ward = unit(
        employees=(
            person("7", name="Liv", competence="nurse"),
            person("8", name="Liv", competence="assistant"),
            person("9", name="Liv", competence="assistant"),
            person("10", name="Liv"),
            person("11", name="Ola"),
        )
    )
    told = [wording.who_text(number, ward, NB) for number in ("7", "8", "9", "10", "11")]
    # two assistants: only their numbers tell
    assert told == ["Liv (sykepleier)", "Liv (8)", "Liv (9)", "Liv (10)", "Ola"]


def test_values_are_shown_by_the_end_of_their_name(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "{who} {when} {amount} {found} {share} {from} {code} {kind}"
    entry = {"nn": line, "nb": line, "en": line}
    monkeypatch.setattr("heiltid.texts.catalogue", lambda: {**wording.catalogue(), "finding.x": entry})
    finding = Finding(
        rule="x",
        paragraph="x",
        severity=Severity.NOTE,
        employee="1",
        days=(0,),
        amount=2,
        unit="nights",
        text_key="x",
        values=(
            ("found_minutes", 61),
            ("share_bp", 50),
            ("from_day", 41),
            ("code", "A1"),
            ("kind_key", "wording.whole_rota"),
        ),
    )
    shown = wording.finding_text(finding, CYCLIC, Calendar(CYCLIC), NN)
    assert shown == "Kari v1 mån 2 netter 1 t 1 min 0,5 % v6 søn A1 heile turnusen"


def test_a_competence_is_told_in_the_language_s_word() -> None:
    finding = Finding(
        rule="staffing_minimum",
        paragraph="",
        severity=Severity.NOTE,
        days=(0,),
        amount=60,
        unit="person minutes",
        text_key="staffing_minimum_competence",
        values=(("times", "07:30–08:30"), ("people", 1), ("total_minutes", 60), ("asked", "nurse")),
    )
    shown = wording.finding_text(finding, CYCLIC, Calendar(CYCLIC), NN)
    assert "kompetansen sjukepleiar v1 mån" in shown


def test_the_fact_that_asks_for_an_agreement() -> None:
    finding = Finding(
        rule="shift_length",
        paragraph="10-4 (1)",
        severity=Severity.NEEDS_AGREEMENT,
        text_key="shift_length",
        values=(("codes", "L1"), ("found_minutes", 600), ("limit_minutes", 540)),
    )
    calendar = Calendar(CYCLIC)
    assert wording.because_text(finding, calendar, NN) == "fordi vakta er 10 t lang"
    assert wording.because_text(finding, calendar, NN, of_several=True) == "fordi vakter er inntil 10 t lange"
    sundays = replace(finding, rule="sunday_rest", text_key="sunday_rest_agreement")
    assert wording.because_text(sundays, calendar, NB, of_several=True) == (
        "fordi det er arbeid to søndager eller røde dager etter hverandre"
    )
    assert wording.because_text(replace(finding, rule="x", text_key="x"), calendar, EN) == ""
