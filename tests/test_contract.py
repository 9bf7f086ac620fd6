"""Who takes nights only: by her kinds of shifts, and by all the shifts the unit has for her."""

from __future__ import annotations

import pytest
from builders import A1, D1, L1, N1, person, unit

from heiltid.contract import takes_nights_only
from heiltid.model import ShiftKind

NIGHT = frozenset({ShiftKind.NIGHT})


@pytest.mark.parametrize(
    ("kinds", "long_shifts", "by_kinds", "of_all"),
    [
        (NIGHT, False, True, True),
        (NIGHT, True, True, False),  # her yes gives her L1, which is by day
        (NIGHT | {ShiftKind.EVENING}, False, False, False),
        (frozenset(), True, False, False),  # long shifts alone
        (frozenset(), False, False, False),
    ],
)
def test_long_shifts_by_day_are_more_than_nights_though_they_are_no_kind_of_hers(
    kinds: frozenset[ShiftKind], long_shifts: bool, by_kinds: bool, of_all: bool
) -> None:
    her = person("1", kinds=kinds, long_shifts=long_shifts)
    ward = unit(shifts=(D1, A1, N1, L1), employees=(her,))
    assert (her.works_ordinary_nights_only, takes_nights_only(ward, her)) == (by_kinds, of_all)


def test_where_the_unit_has_no_long_shifts_a_yes_to_them_gives_none() -> None:
    her = person("1", kinds=NIGHT, long_shifts=True)
    assert takes_nights_only(unit(shifts=(D1, A1, N1), employees=(her,)), her)
