"""When a run gained something last."""

from __future__ import annotations

import pytest

from heiltid.jobs import SolveProgress
from ui.run_record import NOT_KNOWN, RunRecord, Stood


def record(*steps: tuple[float, int | None, float | None]) -> RunRecord:
    """Seconds, minutes without people, average position."""
    made = RunRecord()
    for seconds, gaps, average in steps:
        made.add(
            SolveProgress(
                stage="improve",
                seconds=seconds,
                fraction=0.5,
                understaffed_minutes=gaps,
                average_position_bp=average,
            )
        )
    return made


@pytest.mark.parametrize(
    ("steps", "stood"),
    [
        ((), NOT_KNOWN),
        (((10, None, None), (60, None, None)), NOT_KNOWN),
        # The last third begins at 40 s of 60.
        (((10, 900, 5_000), (40, 450, 6_000), (60, 450, 6_000)), Stood(gaps=True, average=True)),
        (((10, 900, 5_000), (41, 450, 6_000), (60, 450, 6_000)), NOT_KNOWN),
        # One of the two only; an average that was higher before has not risen.
        (((10, 900, 6_000), (45, 450, 5_500), (60, 450, 5_500)), Stood(average=True)),
        (((10, 450, 5_000), (50, 450, 5_100), (60, 450, 5_100)), Stood(gaps=True)),
        # Nothing was heard before the last third: nothing is known of it.
        (((50, 450, 5_000), (60, 450, 5_000)), NOT_KNOWN),
    ],
)
def test_what_the_last_third_brought_nothing_for(
    steps: tuple[tuple[float, int | None, float | None], ...], stood: Stood
) -> None:
    assert record(*steps).stood() == stood
