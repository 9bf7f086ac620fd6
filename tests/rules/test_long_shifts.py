"""Long shifts: only for those who said yes; soft limit 2 in a row, hard limit 3 (rule book tariff)."""

from __future__ import annotations

from datetime import date

import pytest
from asking import found, one
from builders import person, row, unit
from judging import override

from heiltid.model import RotaKind, Unit
from heiltid.rules.finding import Severity

FEBRUARY = date(2027, 2, 1)
YES = person(long_shifts=True)


def a_unit(weeks: int = 1, **more: object) -> Unit:
    more.setdefault("employees", (YES,))
    return unit(weeks, **more)


def test_long_shifts_are_for_those_who_said_yes() -> None:
    line = row("L1 - - L2 - - -")
    finding = one("long_shift_voluntary", unit(1), line)
    assert (finding.severity, finding.days) == (Severity.BREACH, (0, 3))
    assert (finding.amount, finding.unit) == (2, "shifts")
    assert found("long_shift_voluntary", a_unit(), line) == ()


def test_other_shifts_ask_for_no_consent_and_an_absence_takes_the_shift_away() -> None:
    assert found("long_shift_voluntary", unit(1), row("D1 A1 N1 - (L1)FE - -")) == ()


RULE = "long_shifts_in_row"


@pytest.mark.parametrize(
    ("cells", "severity", "amount"),
    [
        ("L1 L2 - - - - -", None, 0),  # two: within the soft limit
        ("L1 L2 L1 - - - -", Severity.NOTE, 1),
        ("L1 L2 L1 L1 - - -", Severity.BREACH, 1),  # one above the hard limit
        ("L1 L2 D1 L1 L1 - -", None, 0),  # another kind between
        ("L1 - - - - L1 L1", Severity.NOTE, 1),  # three across the seam
        ("L1 L1 - - - L1 L1", Severity.BREACH, 1),  # four across the seam
    ],
)
def test_long_shifts_in_a_row(cells: str, severity: Severity | None, amount: int) -> None:
    findings = found(RULE, a_unit(), row(cells))
    assert [(finding.severity, finding.amount) for finding in findings] == (
        [] if severity is None else [(severity, amount)]
    )


def test_the_history_of_a_dated_rota_counts() -> None:
    dated = a_unit(kind=RotaKind.DATED, start=FEBRUARY)
    free = "- " * 12
    finding = one(RULE, dated, row("L1 - - - - - -", history=f"{free}L1 L1"))
    assert (finding.severity, finding.days) == (Severity.NOTE, (0,))
    assert found(RULE, dated, row("L1 - - - - - -", history=f"{free}- L1")) == ()
    assert found(RULE, dated, row("- - - - - - -", history=f"{'- ' * 9}L1 L1 L1 L1 -")) == ()
    assert found(RULE, dated, row("L1 - - - - L1 L1")) == ()  # no seam at the end


def test_the_limits_are_the_books_and_the_persons() -> None:
    four = row("L1 L1 L1 L1 - - -")
    assert found(RULE, a_unit(rule_book="law"), four) == ()
    hers = override(RULE, "hard", "4", "1")
    assert one(RULE, a_unit(overrides=(hers,)), four).severity is Severity.NOTE
    no_soft = override(RULE, "soft", "none")
    assert found(RULE, a_unit(overrides=(hers, no_soft)), four) == ()


def test_long_shifts_without_end_pass_every_limit() -> None:
    ten = override(RULE, "hard", "10")
    finding = one(RULE, a_unit(overrides=(ten,)), row("L1 L1 L1 L1 L1 L1 L1"))
    assert (finding.severity, finding.text_key) == (Severity.BREACH, "long_shifts_in_row_endless")
