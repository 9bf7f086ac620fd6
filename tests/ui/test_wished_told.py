"""Days below what is wished are told of a build and marked below the rota, though the least is met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import N1, WEEKDAYS, demand, person, plan, row, unit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from heiltid.advice.surplus_words import surplus_of
from heiltid.measures.against import Against, Present
from heiltid.measures.room import room_of
from heiltid.model import Plan, Unit, UnitFile
from heiltid.rules.context import Context
from tests.ui import screens
from tests.ui.build_page import page_of, report_of
from ui.app import Program
from ui.building import BuildOptions, request_for
from ui.document import Change, Document
from ui.pages.rota.coverage_model import CoverageModel
from ui.pages.rota.coverage_view import CoverageView
from ui.room_words import room_words

TOOLTIP = Qt.ItemDataRole.ToolTipRole

# One at least by day and two wished; two people.
WARD = unit(
    employees=(person("1", 5_000, name="Anne Berg"), person("2", 5_000)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1, target=2),),
)
TODAY = plan(row("D1 D1 D1 D1 D1 - -", "1", 5_000), row("D1 D1 D1 D1 D1 - -", "2", 5_000))
FEWER = replace(TODAY, rows=(TODAY.rows[0], row("D1 - D1 - D1 - -", "2", 5_000)))
EMPTY_DAY = replace(TODAY, rows=(row("D1 - D1 D1 D1 - -", "1", 5_000), row("D1 - - D1 D1 - -", "2", 5_000)))


@pytest.fixture
def made(qtbot: object, tmp_path: Path) -> Iterator[Program]:
    with screens.program_at(tmp_path, "build", UnitFile(unit=WARD, plans=(TODAY,))) as program:
        yield program


def test_all_staffing_is_covered_only_where_what_is_wished_is_there_too(made: Program) -> None:
    page, document = page_of(made), made.desk.document
    for proposal, told in (
        (FEWER, "Minstebemanninga er dekt. 2 dagar (tys, tor) har 1 færre enn ønskt, 15 timar i alt."),
        (TODAY, "All bemanning er dekt."),
        (EMPTY_DAY, "1 hol i bemanninga, 7,5 timar i alt:\n•  v1 tys: manglar 1 kl. 07:30–15:00"),
    ):
        run = request_for(document.unit, document.plan, BuildOptions())
        page._land(run, report_of(proposal, bound_bp=None))
        screens.settle()
        shown = page.findChild(QLabel, "build_lacking")
        assert shown is not None
        assert shown.text() == told


def shown_below(ward: Unit, rota: Plan) -> CoverageModel:
    model = CoverageModel(Document(UnitFile(unit=ward, plans=(rota,))))
    model.refresh(Change())
    return model


def test_fewer_than_wished_has_its_own_sign_below_the_rota_and_is_told_in_words(qapp: object) -> None:
    model = shown_below(WARD, FEWER)
    assert [model.index(0, day).data() for day in range(3)] == ["2", "1▽", "2"]
    assert model.index(0, 1).data(TOOLTIP).endswith("Minst 1, ønskt 2: 1 færre enn ønskt.")
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == model.index(0, 1).data(TOOLTIP)
    assert "enn ønskt" not in model.index(0, 0).data(TOOLTIP)
    one = replace(WARD, demand=(demand(WEEKDAYS, "07:30-15:00", 1),))
    more = shown_below(one, FEWER)
    assert more.index(0, 0).data(TOOLTIP).endswith("Minst 1, ønskt 1: 1 fleire enn ønskt.")


@pytest.mark.parametrize("width", [30, 8])
def test_the_sign_is_an_open_triangle_in_wide_and_narrow_columns(qapp: object, width: int) -> None:
    view = CoverageView(shown_below(WARD, FEWER))
    image = view._drawn(Present(1, Against.BELOW_TARGET), width).toImage()
    right = range(width - 8, width)
    inked = [(x, y) for x in right for y in range(image.height()) if image.pixelColor(x, y).alpha() > 60]
    lines = sorted({y for _, y in inked})
    middle = [x for x, y in inked if y == lines[len(lines) // 2 - 1]]
    assert max(middle) - min(middle) + 1 > len(middle)  # a hole between its sides


def test_more_than_wished_is_told_though_no_position_is_beyond_the_need() -> None:
    # Five nights wish one: 47.3 h a week. Two have 50 % each, and share six nights, two on the Monday.
    rows = (demand(WEEKDAYS, "22:00-07:30", 1), demand(WEEKDAYS, "07:30-15:00", 0, target=3))
    ward = unit(
        shifts=(N1, *WARD.shifts[:1]),
        employees=(person("1", 5_000, wanted_bp=10_000), person("2", 5_000)),
        demand=rows,
        fte_budget_bp=10_000,
    )
    rota = plan(row("N1 - N1 - N1 - -", "1", 5_000), row("N1 N1 - N1 - - -", "2", 5_000))
    surplus = surplus_of(Context(ward, rota))
    said = "Fleire på vakt enn ønskt (▲ nedst i turnusen), i heile turnusen: 1 gong om natta."
    room = room_of(ward, rota)
    assert room.used_bp < room.needed_bp
    assert room_words(ward, room, None, 0.0, surplus).count(said) == 1
    content = replace(ward, employees=(person("1", 5_000), person("2", 5_000)))
    nobody = room_words(content, room_of(content, rota), None, 0.0, surplus)
    assert nobody.count(said) == 1
    over = replace(ward, fte_budget_bp=20_000)
    assert room_words(over, room_of(over, rota), 10_000.0, 0.0, surplus).count(said) == 1


def test_all_hours_given_out_and_fewer_than_wished_are_told_so_that_both_fit() -> None:
    # 75 h are wished: the positions, 2.11, hold them, and 15 h lack; 7.5 h of them lie on the Saturday.
    people = (person("1", 10_000), person("2", 10_000), person("3", 1_100, wanted_bp=5_000))
    ward = replace(WARD, employees=people)
    rota = plan(
        row("D1 D1 D1 D1 D1 - -", "1", 10_000),
        row("D1 D1 D1 - - D1 -", "2", 10_000),
        row("- - - - - - -", "3", 1_100),
    )
    words = room_words(ward, room_of(ward, rota), None, 0.0, surplus_of(Context(ward, rota))).split("\n")
    place = next(n for n, line in enumerate(words) if line.endswith("alle timane er delte ut."))
    assert words[place + 1].startswith(
        "Likevel er det 15 t der det er færre på vakt enn ønskt: ramma går òg til"
    )
    assert not any(line.startswith("Fleire på vakt enn ønskt") for line in words)  # told there
