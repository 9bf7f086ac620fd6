"""What the open shifts of a roll-out came to, reckoned by hand."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from builders import demand, person, row, unit
from rolls import SUMMER, booked, roll

from heiltid.booking.account.sums import actual_positions, unit_sums
from heiltid.model import Status, Unit
from heiltid.model.booking import RollOut

DAY = timedelta(days=1)
WEEKDAYS = frozenset(range(5))


def ward() -> Unit:
    """Two are needed by day on weekdays; 1 has half a position, 2 a full one, 9 is paid by the hour."""
    people = (person("1", 5_000), person("2"), person("9", 0, status=Status.HOURLY))
    return unit(1, employees=people, demand=(demand(WEEKDAYS, "07:30-15:00", 2),))


def laid(*decisions: object) -> RollOut:
    """1 works on Monday and Tuesday, 2 until Thursday: Wednesday and Thursday lack one, Friday two."""
    lines = (row("D1 D1 - - - - -", "1", 5_000), row("D1 D1 D1 D1 - - -", "2"))
    return roll(ward(), *lines, decisions=decisions)


def test_before_anything_is_taken() -> None:
    """The average is that of 50 % and 100 %; who is paid by the hour holds no position."""
    found = unit_sums(laid())
    assert (found.places, found.still_open, found.within, found.by_substitutes) == (4, 4, 0, 0)
    assert found.average_before_bp == found.average_actual_bp == 7_500
    assert found.overtime_avoided_minutes == 0


def test_shifts_taken_by_whom_and_counted_how() -> None:
    """1 takes Wednesday (450 min extra) and 9 Friday, too. 2 takes the other of Friday: she has 1 800 of her
    2 130 min, so 330 are hers to fill and 120 overtime.

    1 worked 450 of 2 130 min on top: 5 000 + 2 113 = 7 113. Average 8 556.5 after 7 500.
    """
    friday = SUMMER + 4 * DAY
    rollout = laid(
        booked(SUMMER + 2 * DAY, "D1"), booked(friday, "D1", number="2"), booked(friday, "D1", number="9")
    )
    found = unit_sums(rollout)
    assert (found.places, found.still_open, found.within, found.by_substitutes) == (4, 1, 2, 1)
    assert (found.unbound_minutes, found.extra_minutes, found.overtime_minutes) == (330, 900, 120)
    assert found.overtime_avoided_minutes == 1_230
    assert actual_positions(rollout) == {"1": 7_113, "2": 10_000}
    assert (found.average_before_bp, found.average_actual_bp) == (7_500, Fraction(17_113, 2))


def test_nobody_works_more_than_a_full_position() -> None:
    """Half a position here and 40 % elsewhere: 450 min on top are 21 %, and only 10 % are left."""
    base = unit(1, employees=(person("1", 5_000, elsewhere_bp=4_000),))
    rollout = roll(base, row("D1 D1 - - - - -", "1", 5_000), decisions=(booked(SUMMER + 2 * DAY, "D1"),))
    assert actual_positions(rollout) == {"1": 6_000}
