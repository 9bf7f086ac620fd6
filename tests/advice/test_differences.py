"""What counts as news: a finding that was not there, grew, or reaches further days."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heiltid.advice.differences import Compared, Moved, added, compared
from heiltid.rules.finding import Finding, Severity

SHORT_REST = Finding(
    rule="daily_rest",
    paragraph="10-8 (1)",
    severity=Severity.NEEDS_AGREEMENT,
    employee="1",
    days=(3, 10),
    amount=90,
    text_key="daily_rest",
    agreement="10-8 (3)",
)


@pytest.mark.parametrize(
    "after",
    [
        SHORT_REST,
        replace(SHORT_REST, days=(3,)),
        replace(SHORT_REST, amount=60),
        replace(SHORT_REST, values=(("after", "D2"),)),
    ],
)
def test_what_stays_or_shrinks_is_no_news(after: Finding) -> None:
    assert added([SHORT_REST], [after]) == ()


@pytest.mark.parametrize(
    "after",
    [
        replace(SHORT_REST, amount=91),
        replace(SHORT_REST, days=(3, 11)),
        replace(SHORT_REST, severity=Severity.BREACH, agreement=None),
        replace(SHORT_REST, agreement="10-12 (4)"),
        replace(SHORT_REST, employee="2"),
    ],
)
def test_what_grows_or_is_another_thing_is_news(after: Finding) -> None:
    assert added([SHORT_REST], [after]) == (after,)
    assert added([], [after]) == (after,)


def test_hours_against_position_are_news_only_where_nothing_was_said_of_them() -> None:
    under = replace(
        SHORT_REST, rule="position_hours", severity=Severity.NOTE, text_key="position_hours_under"
    )
    over = replace(under, text_key="position_hours_over")
    assert added([under], [replace(under, amount=500)]) == ()
    assert added([], [under]) == (under,)
    assert added([under], [over]) == (over,)


def test_rows_of_different_competences_are_told_apart() -> None:
    nurses = replace(SHORT_REST, rule="staffing_maximum", employee=None, values=(("asked", "nurse"),))
    others = replace(nurses, values=(("asked", "assistant"),))
    assert added([nurses], [nurses, others]) == (others,)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((3, 10), Compared()),
        ((3, 11), Compared(moved=(Moved(finding=replace(SHORT_REST, days=(3, 11)), days=(11,)),))),
        ((3, 10, 20, 21), Compared(gained=1)),  # two days in a row are one place
        ((10,), Compared(lost=1)),
    ],
)
def test_as_many_findings_on_other_days_are_compared_by_day(
    days: tuple[int, ...], expected: Compared
) -> None:
    assert compared([SHORT_REST], [replace(SHORT_REST, days=days)]) == expected


def test_what_one_loses_and_another_gains_is_handed_over() -> None:
    hers = replace(SHORT_REST, employee="2", days=(5,))
    now = [replace(SHORT_REST, days=(3,)), replace(hers, days=(5, 10))]
    found = compared([SHORT_REST, hers], now)
    assert found == Compared(moved=(Moved(finding=now[1], days=(10,), is_other=True),))
    assert found.change == 0


def test_what_comes_and_goes_is_counted_and_hours_move_no_day() -> None:
    hers = replace(SHORT_REST, employee="2")
    assert compared([SHORT_REST], [hers]) == Compared(new=1, gone=1)
    assert compared([SHORT_REST], []).change == -1
    hours = replace(SHORT_REST, rule="position_hours")
    assert compared([hours], [replace(hours, days=(5,))]) == Compared()
