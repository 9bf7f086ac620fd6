"""The chart of positions over the pages: it uses the room, and no few stand alone on the next page."""

from __future__ import annotations

import pytest

from heiltid.exchange.pdf.charts import ROW_HEIGHT, Way, Ways, chart_height, ways

WIDTH = 490.0


def chart(count: int) -> Ways:
    people = [
        Way(name=f"P{place}", before_bp=4_000, after_bp=6_000, wanted_bp=None, shown="40 → 60 %")
        for place in range(count)
    ]
    made = ways(people, WIDTH, ("i dag", "framlegg", "ønskt"))
    assert made.wrap(WIDTH, 10_000)[1] == pytest.approx(chart_height(count))
    return made


@pytest.mark.parametrize(
    ("count", "room", "parts"),
    [
        (24, 22, [24]),  # two too many: a little closer together
        (24, 20, [18, 6]),  # four too many: six of them are company
        (30, 20, [20, 10]),
        (8, 5, []),  # neither part would be worth a page
    ],
)
def test_the_chart_is_closed_up_or_broken_so_that_no_few_stand_alone(
    count: int, room: int, parts: list[int]
) -> None:
    height = chart_height(room) + 1
    found = chart(count).split(WIDTH, height)
    assert [len(part.people) for part in found] == parts
    if found:
        assert found[0].wrap(WIDTH, height)[1] <= height
    assert ROW_HEIGHT * count > height - chart_height(0)  # it did not fit as it was
