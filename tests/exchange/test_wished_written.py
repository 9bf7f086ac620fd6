"""The workbook marks days below what is wished by their own sign, and explains it where it may stand."""

from __future__ import annotations

from builders import WEEKDAYS, demand, plan, row, unit

from heiltid.exchange.workbook.legend import legend
from heiltid.exchange.workbook.rota_parts import DAY, count_cell, scene
from heiltid.measures.against import Against, Present
from heiltid.texts import Language


def test_a_count_below_what_is_wished_has_its_own_sign() -> None:
    shown, look = count_cell(Present(people=4, against=Against.BELOW_TARGET), DAY)
    assert shown == "4▽"
    assert look != DAY
    assert count_cell(Present(people=4, against=Against.RIGHT), DAY) == (4, DAY)


def test_the_sign_is_explained_where_more_than_the_least_is_wished() -> None:
    for target, told in ((2, ["færre enn ønskt"]), (1, [])):
        ward = unit(demand=(demand(WEEKDAYS, "07:30-15:00", 1, target=target),))
        entries = legend(scene(ward, plan(row("D1 D1 D1 D1 D1 - -")), Language.NYNORSK))
        assert [entry.meaning for entry in entries if entry.sample.endswith("▽")] == told
