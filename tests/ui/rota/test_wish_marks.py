"""Wishes the rota does not meet: their sign in the grid, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import person, plan, row, shift, unit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from heiltid.edits.cells import text_of_cell
from heiltid.model import ShiftKind, UnitFile, Wish, WishDays, WishStrength
from tests.ui.desk import desk, in_front
from tests.ui.screens import settle
from ui.pages.rota import RotaPage
from ui.pages.rota.legend import Legend
from ui.pages.rota.person_wishes import UnmetDay

STRONG, MUST, WEAK = WishStrength.STRONG, WishStrength.MUST, WishStrength.WEAK
OFF_MONDAY = Wish(employee="1", when=WishDays(week=1, weekday=0), off=True, strength=STRONG)
OFF_TUESDAY = Wish(employee="1", when=WishDays(week=1, weekday=1), off=True, strength=STRONG)
WEAK_WEDNESDAY = Wish(employee="1", when=WishDays(week=1, weekday=2), off=True, strength=WEAK)
NO_NIGHTS = tuple(
    Wish(employee="2", when=WishDays(weekday=day), kind=ShiftKind.NIGHT, negated=True, strength=MUST)
    for day in (0, 1)
)
# A wish for a day shift on a day she is free.
DAY_WISHED = Wish(employee="2", when=WishDays(week=1, weekday=4), code="D1", strength=STRONG)
WARD = unit(
    weeks=2,
    shifts=(shift("D1", "07:30-15:00"), shift("N1", "21:45-07:45")),
    employees=(person("1", name="Hilde Berg"), person("2", name="Ingrid Dahl")),
    wishes=(OFF_MONDAY, OFF_TUESDAY, WEAK_WEDNESDAY, *NO_NIGHTS, DAY_WISHED),
)
FREE = " - - - - - - -"
# Hilde has D1 on the Monday and on the Wednesday, and is free on the Tuesday. Ingrid has N1 on the Monday.
FILE = UnitFile(
    unit=WARD, plans=(plan(row(" D1 - D1 - - - -" + FREE, "1"), row(" N1 - - - - - -" + FREE, "2")),)
)
HILDE, INGRID = 0, 1


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    with in_front(desk(tmp_path, FILE), RotaPage) as shown:
        yield shown


def signs(page: RotaPage) -> set[tuple[int, int]]:
    return {
        (line, day)
        for line, looks in enumerate(page.grid.model.looks)
        for day, look in enumerate(looks)
        if look is not None and look.is_unwished
    }


def told(page: RotaPage, line: int, day: int) -> tuple[str, str]:
    index = page.grid.model.index(line, day)
    roles = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
    return index.data(roles[0]), index.data(roles[1])


def test_a_strong_or_must_wish_not_met_has_a_sign_and_a_weak_one_words(page: RotaPage) -> None:
    assert signs(page) == {(HILDE, 0), (INGRID, 0), (INGRID, 4)}
    for words in told(page, HILDE, 0):
        assert "ønske som ikkje er oppfylt: fri (sterkt)" in words
    assert all("ikkje natt (må)" in words for words in told(page, INGRID, 0))
    assert all("fri (svakt)" in words for words in told(page, HILDE, 2))
    assert not any("ønske" in words for words in told(page, HILDE, 1))


def test_the_sign_is_drawn_and_follows_edits_and_wishes(page: RotaPage) -> None:
    chips, looks = page.grid.cells.chips, page.grid.model.looks
    look = looks[HILDE][0]
    assert look is not None
    plain = chips.pixmap(look._replace(is_unwished=False)).toImage()
    signed = chips.pixmap(look).toImage()
    assert plain != signed
    assert plain.pixelColor(3, 3) == signed.pixelColor(3, 3)  # the other corners keep their signs
    page.edits.type([("1", 0)], "")
    settle()
    assert text_of_cell(page.grid.model.cell(HILDE, 0)) == ""
    assert signs(page) == {(INGRID, 0), (INGRID, 4)}
    page.document.apply_unit("x", replace(page.document.unit, wishes=(DAY_WISHED,)))
    settle()
    assert signs(page) == {(INGRID, 4)}


def test_a_rota_nobody_has_begun_on_has_no_sign(page: RotaPage) -> None:
    page.edits.type([("1", 0), ("1", 2), ("2", 0)], "")
    settle()
    assert signs(page) == set()
    page.edits.type([("1", 8)], "D1")
    settle()
    assert signs(page) == {(INGRID, 4)}  # her D1, in a line that was not edited


def test_the_legend_tells_what_the_sign_means(page: RotaPage) -> None:
    page.grid.legend_button.click()
    (legend,) = page.grid.findChildren(Legend)
    assert any("stjerne" in entry.text() for entry in legend.findChildren(QLabel))
    legend.close()


def told_of(page: RotaPage, line: int) -> tuple[list[str], list[UnmetDay]]:
    page.ask_about(line)
    settle()
    inner = page.panel.person.area.widget()
    said = [entry.text() for entry in inner.findChildren(QLabel) if entry.isVisible()]
    return said, [link for link in inner.findChildren(UnmetDay) if link.isVisible()]


def test_beside_the_rota_a_person_is_told_with_her_wishes_and_a_way_to_the_cells(page: RotaPage) -> None:
    said, links = told_of(page, HILDE)  # three days wished for, free on the Tuesday alone
    assert "Ønska: 1 av 3 dagar er oppfylte" in said
    assert [link.text() for link in links] == ["v1 mån: D1, ønskte fri", "v1 ons: D1, ønskte fri"]
    links[1].click()
    settle()
    current = page.grid.cells.currentIndex()
    assert (current.row(), current.column()) == (HILDE, 2)
    assert page.panel.is_on_person  # the next of her days can be asked for
    # Ingrid: no nights on two Mondays and two Tuesdays, a day shift on a Friday.
    said, links = told_of(page, INGRID)
    assert "Ønska: 3 av 5 dagar er oppfylte" in said
    assert [link.text() for link in links] == ["v1 mån: N1, ønskte ikkje natt", "v1 fre: fri, ønskte D1"]


def test_who_wishes_nothing_is_told_of_without_wishes(page: RotaPage) -> None:
    page.document.apply_unit("x", replace(page.document.unit, wishes=(DAY_WISHED,)))
    said, links = told_of(page, HILDE)
    assert not links
    assert not any("Ønska" in words for words in said)
