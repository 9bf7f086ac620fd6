"""What keeps somebody from the gaps there are: the competence before anything that is set for her."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import A1, D1, demand, person, plan, row, unit

from heiltid.advice.gap_cover import GapCover
from heiltid.advice.open_gaps import OpenShifts
from heiltid.advice.position_why import PositionReasons, PositionWhy
from heiltid.advice.position_words import position_sentences, reasons_in_table
from heiltid.model import DaySelector, DemandRow, Employee, ShiftKind
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language

MONDAY, SATURDAY = frozenset({0}), frozenset({5})


def test_a_gap_for_another_competence_is_not_laid_to_her_weekends() -> None:
    # Saturday lacks a nurse by day and anybody in the evening; she is no nurse and works no weekend.
    rows = (
        demand(SATURDAY, "07:30-15:00", 1, competence="nurse"),
        demand(SATURDAY, "15:00-22:00", 1),
    )
    her = person("1", 5_000, wanted_bp=10_000, competence="assistant", weekend_every=0)
    nurse = person("2", 5_000, wanted_bp=10_000, competence="nurse", weekend_every=0)
    ward = unit(shifts=(D1, A1), employees=(her, nurse), demand=rows)
    rota = plan(row("D1 - - - - - -", "1", 5_000), row("D1 - - - - - -", "2", 5_000))
    reasons = PositionReasons(judge_all(ward, rota), None)
    found = reasons.why("1")
    assert found is not None
    assert dict(found.open.hinders) == {"competence.nurse": 1, "rule.weekend_frequency": 1}
    told = " ".join(position_sentences(found, ward, Language.NYNORSK))
    assert "1 hol: krev sjukepleiar" in told
    assert "1 hol: gir fleire helger enn avtalt" in told
    other = reasons.why("2")
    assert other is not None
    assert dict(other.open.hinders) == {"rule.weekend_frequency": 2}


def test_who_fills_one_of_two_lacks_is_able_though_a_nurse_lacks_then_too() -> None:
    # Two are asked for on Monday, one of them a nurse; nobody is there. Any D1 of hers fills the one.
    rows = (demand(MONDAY, "07:30-15:00", 2), demand(MONDAY, "07:30-15:00", 1, competence="nurse"))
    her = wanting(competence="assistant")
    found = why(her, *rows).open
    assert (found.can_take, found.hinders) == (1, (("competence.nurse", 1),))
    # Where nobody else is asked for any more, a D1 of hers would fill nothing.
    assert why(her, rows[1]).open.can_take == 0


def why(her: Employee, *rows: DemandRow, line: str = "- - - - - - -") -> PositionWhy:
    """One week, every code there is, and she alone."""
    ward = unit(employees=(her,), demand=rows)
    found = PositionReasons(judge_all(ward, plan(row(line, "1", 5_000))), None).why("1")
    assert found is not None
    return found


def wanting(**more: object) -> Employee:
    return person("1", 5_000, wanted_bp=10_000, **more)


def test_that_long_shifts_are_not_agreed_to_is_no_reason_where_an_ordinary_one_closes_the_gap() -> None:
    # L1 would close both gaps on Saturday; D1 closes the one, A1 the other.
    rows = (demand(SATURDAY, "07:45-14:30", 1), demand(SATURDAY, "15:00-20:00", 1))
    found = why(wanting(weekend_every=0), *rows).open
    assert found.hinders == (("rule.weekend_frequency", 2),)
    on_monday = (replace(gap, days=DaySelector(weekdays=MONDAY)) for gap in rows)
    assert why(wanting(), *on_monday).open.can_take == 2


def test_where_only_a_long_shift_closes_the_gap_it_is_the_reason() -> None:
    rows = (demand(SATURDAY, "09:30-20:00", 1),)
    assert why(wanting(weekend_every=1), *rows).open.hinders == (("hindrance.long_shifts", 1),)


def test_who_works_long_shifts_by_day_and_no_others_is_asked_with_one() -> None:
    nights = frozenset({ShiftKind.NIGHT})
    gap = demand(MONDAY, "07:30-15:00", 1)
    found = why(wanting(kinds=nights, long_shifts=True), gap).open
    assert (found.can_take, found.hinders) == (1, ())
    # 12.5 h of 35.5 h, not the 7.5 h of the D1 that stands beside the gap
    assert found.cover.share_bp == round(12.5 / 35.5 * 10_000)


def test_a_kind_of_shift_she_never_works_is_told_before_what_is_so_that_day() -> None:
    by_day = frozenset({ShiftKind.DAY})
    found = why(wanting(kinds=by_day), demand(MONDAY, "15:00-22:00", 1), line="D1 - - - - - -")
    assert found.open.hinders == (("hindrance.kind", 1),)


FOUR = (("hindrance.works", 3), ("competence.nurse", 2), ("rule.sunday_rest", 2), ("hindrance.locked", 1))


@pytest.mark.parametrize(
    ("hinders", "told"),
    [
        (
            FOUR,
            "3 hol: har ei anna vakt den dagen; 2 hol: krev sjukepleiar; "
            "2 hol: bryt «Fri på søndagar og raude dagar»; 1 hol: fridagen er låst.",
        ),
        (
            (*FOUR, ("rule.daily_rest", 1)),
            "3 hol: har ei anna vakt den dagen; 2 hol: krev sjukepleiar; "
            "2 hol: bryt «Fri på søndagar og raude dagar»; 2 hol: andre grunnar.",
        ),
        ((("rule.must_wish", 5), ("hindrance.absent", 3)), "8 hol: kan ikkje då."),
    ],
)
def test_every_gap_has_a_reason(hinders: tuple[tuple[str, int], ...], told: str) -> None:
    her = wanting()
    count = sum(gaps for _, gaps in hinders)
    known = OpenShifts(
        count=count, asked=count, hinders=hinders, cover=GapCover(minutes=(450,), share_bp=5_000)
    )
    found = replace(why(her, demand(SATURDAY, "07:30-15:00", 1)), open=known)
    said = " ".join(reasons_in_table(found, unit(employees=(her,)), Language.NYNORSK))
    assert f"Det er {count} hol i bemanninga, men vakter som tettar dei, kan ikkje takast. {told}" in said
