"""Who takes nights only: what is told of her position when the nights are full."""

from __future__ import annotations

from builders import WEEKDAYS, demand, person, plan, row, unit

from heiltid.advice.position_why import PositionReasons
from heiltid.advice.position_words import position_sentences
from heiltid.model import Employee, Plan, ShiftKind, Unit
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language

# A day and a night, Monday to Friday: five nights of 10 h.
ROWS = (demand(WEEKDAYS, "07:45-15:00", 1), demand(WEEKDAYS, "22:00-07:30", 1))
NIGHT = frozenset({ShiftKind.NIGHT})


def ward(*people: Employee) -> Unit:
    """Positions of 50 and 90 % are less than the two rows ask for."""
    return unit(employees=people, demand=ROWS, fte_budget_bp=24_000)


def told(ward_: Unit, rota: Plan, number: str) -> str:
    why = PositionReasons(judge_all(ward_, rota), None).why(number)
    assert why is not None
    return " ".join(position_sentences(why, ward_, Language.NYNORSK))


NIGHTS = person("1", 5_000, wanted_bp=10_000, kinds=NIGHT)
OTHER = person("2", 9_000, kinds=NIGHT)
DAYS = person("3", 10_000, wanted_bp=10_000)
FULL = plan(
    row("N1 N1 - - - - -", "1", 5_000), row("- - N1 N1 N1 - -", "2", 9_000), row("D1 D1 D1 D1 D1 - -", "3")
)
SAID = "Tek berre netter, og nettene er fulle: bemanninga treng 50 timar netter i veka, og turnusen har 50."


def test_full_nights_are_the_reason_and_no_other_is_given() -> None:
    words = told(ward(NIGHTS, OTHER, DAYS), FULL, "1")
    assert SAID in words
    assert "timane som ikkje strekk til" not in words
    assert "set «Minst»" not in words  # it would only give a second night watch


def test_one_night_that_lacks_somebody_is_not_full() -> None:
    rows = (FULL.rows[0], row("- - N1 N1 - - -", "2", 9_000), FULL.rows[2])
    assert "nettene er fulle" not in told(ward(NIGHTS, OTHER, DAYS), plan(*rows), "1")


def test_who_takes_days_too_is_not_told_of_nights() -> None:
    both = person("1", 5_000, wanted_bp=10_000, kinds=NIGHT | {ShiftKind.DAY})
    assert "nettene er fulle" not in told(ward(both, OTHER, DAYS), FULL, "1")


def test_more_nights_than_needed_are_not_called_full_and_who_grew_by_night_is_told_of() -> None:
    # 50 hours are needed; six nights of 10 h are planned. The other one wanted 90 % and had 50.
    other = person("2", 5_000, wanted_bp=9_000, kinds=NIGHT)
    more = plan(row("N1 N1 N1 - - - -", "1", 5_000), row("- - N1 N1 N1 - -", "2", 9_000), FULL.rows[2])
    assert (
        "Tek berre netter, og turnusen har alt meir natt enn bemanninga treng: 60 timar i veka mot 50. "
        "Éin annan som berre tek netter, fekk større stilling. Meir må kome frå ein annan"
    ) in told(ward(NIGHTS, other, DAYS), more, "1")
    assert "Éin annan som berre" not in told(ward(NIGHTS, OTHER, DAYS), more, "1")


def test_gaps_by_day_have_one_reason_for_who_takes_nights_only() -> None:
    # By day nobody: a nurse and somebody else lack on Monday, when she has a night.
    rows = (*ROWS, demand(WEEKDAYS, "07:45-15:00", 1, competence="nurse"))
    place = unit(employees=(NIGHTS, OTHER), demand=rows, fte_budget_bp=14_000)
    why = PositionReasons(judge_all(place, plan(*FULL.rows[:2])), None).why("1")
    assert why is not None
    assert why.open.hinders == (("hindrance.nights_only", 10),)
    words = list(position_sentences(why, place, Language.NYNORSK))
    assert "Ingen av dei 10 hola i bemanninga er om natta." in words
    assert not [line for line in words if "sjukepleiar" in line or "anna vakt" in line or "høgst" in line]
