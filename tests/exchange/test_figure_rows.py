"""A change that stands beside two figures is the difference of what is shown."""

from __future__ import annotations

import pytest

from heiltid.exchange.workbook.figure_rows import COUNT, DIGITS, FTE, HIGHER, HOURS, PERCENT, FigureRow


@pytest.mark.parametrize(
    ("form", "before", "after", "change"),
    [
        (PERCENT, 64.66, 72.84, 8.1),  # 64.7 -> 72.8; unrounded 8.18
        (HOURS, 10.04, 10.06, 0.1),  # 10.0 -> 10.1
        (FTE, 16.824, 18.936, 2.12),  # 16.82 -> 18.94; unrounded 2.112
        (COUNT, 3, 5, 2),
        (HOURS, 35.0, 35.25, 0.3),  # 35.25 is shown as 35.3
    ],
)
def test_the_workbook_shows_the_difference_of_the_shown(
    form: str, before: float, after: float, change: float
) -> None:
    assert FigureRow(name="", before=before, after=after, number_format=form).change == change


def test_what_is_shown_alike_is_neither_better_nor_worse() -> None:
    row = FigureRow(name="", before=64.66, after=64.74, number_format=PERCENT, better=HIGHER)
    assert (row.change, row.verdict) == (0, 0)


def test_every_format_shows_the_decimals_that_are_reckoned_with() -> None:
    for form, digits in DIGITS.items():
        number = form.split('"')[0]
        assert len(number.partition(".")[2]) == digits
