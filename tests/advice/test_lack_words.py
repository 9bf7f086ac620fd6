"""Holes drawn together in words: alike times on many days are one line, and what their times mean."""

from __future__ import annotations

from builders import demand, person, plan, row, unit
from measures.holes_case import FOUND, WARD

from heiltid.advice.lack_words import group_lines, hole_notes
from heiltid.calendar import Calendar
from heiltid.measures.lack_groups import lack_groups
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language


def test_each_group_is_a_line_in_the_language_asked_for() -> None:
    assert list(group_lines(FOUND, Calendar(WARD), Language.ENGLISH, 3)) == [
        "•  5 days (Fri–Sun): 1 lacking 07:30–15:00",
        "•  2 days (Sun): 1 nurse lacking 07:30–15:00",
    ]
    assert next(group_lines(FOUND, Calendar(WARD), Language.BOKMAL, 3)) == (
        "•  5 dager (fre–søn): mangler 1 kl. 07:30–15:00"
    )


def test_holes_beyond_the_most_lines_are_counted() -> None:
    rows = tuple(demand(frozenset({day}), f"{7 + day:02d}:00-{8 + day:02d}:00", 1) for day in range(6))
    ward = unit(demand=rows)
    found = judge_all(ward, plan(row("- - - - - - -", "1"))).findings
    told = list(group_lines(found, Calendar(ward), Language.NYNORSK, 3))
    assert (len(told), told[-1]) == (4, "og fleire hol: 3")
    assert (
        len(list(group_lines(found, Calendar(ward), Language.NYNORSK, 4))) == 6
    )  # two left are told as well


def test_times_shorter_than_the_staffing_asks_for_are_explained() -> None:
    # One by day on Tuesday, 07:30-15:00; the night from Monday (21:45-07:45) is there for its first quarter.
    tuesday = demand(frozenset({1}), "07:30-15:00", 1)
    ward = unit(demand=(tuesday,))
    for monday, times, told in (("N1", "07:45–15:00", "resten av tida er dekt"), ("-", "07:30–15:00", "")):
        found = judge_all(ward, plan(row(f"{monday} - - - - - -"))).findings
        assert [group.times for group in lack_groups(found)] == [times]
        words = hole_notes(found, Calendar(ward), Language.NYNORSK)
        assert told in words
        assert bool(words) == bool(told)


def test_a_nurse_who_lacks_in_two_rows_is_said_to_stand_twice() -> None:
    # Monday asks for one person and for one nurse: nobody is there, or an assistant.
    rows = (
        demand(frozenset({0}), "07:30-15:00", 1),
        demand(frozenset({0}), "07:30-15:00", 1, competence="nurse"),
    )
    ward = unit(demand=rows, employees=(person("1", competence="assistant"),))
    for monday, is_told in (("-", True), ("D1", False)):
        found = judge_all(ward, plan(row(f"{monday} - - - - - -"))).findings
        words = hole_notes(found, Calendar(ward), Language.NYNORSK)
        assert ("Same mangel kan stå to gonger" in words) is is_told
        closed = hole_notes(found, Calendar(ward), Language.NYNORSK, "1 vakt (7,5 t)")
        assert closed.endswith("rada for alle: 1 vakt (7,5 t) dekkjer alt.") is is_told
