"""A new unit: a start that leaves time to discuss the rota, and what was filled in for it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import unit
from pytestqt.qtbot import QtBot

from heiltid.calendar import discuss_by
from heiltid.model import UnitFile
from tests.ui.desk import desk
from ui.dialogs.new_unit import NewUnit
from ui.pages.unit import UnitPage
from ui.starting import bare_unit, discussion_passed, discussion_words, first_start


@pytest.mark.parametrize("today", [date(2026, 11, 16) + timedelta(days=day) for day in range(8)])
def test_the_start_offered_is_a_monday_with_four_weeks_before_the_discussion(today: date) -> None:
    start = bare_unit(today).unit.start
    assert start.weekday() == 0
    assert timedelta(weeks=4) <= discuss_by(start) - today < timedelta(weeks=5)


def test_sunday_before_the_rota_is_too_late_to_discuss_it() -> None:
    start, today = date(2026, 11, 23), date(2026, 11, 22)  # the start once offered on that Sunday
    assert discuss_by(start) == date(2026, 11, 9)
    assert discussion_passed(start, today)
    assert first_start(today) == date(2027, 1, 4)
    assert discussion_words(start, today) == (
        "For seint å drøfte: fristen var 09.11.2026, to veker før start (AML § 10-3). "
        "Start 04.01.2027 eller seinare gir tid til å lage turnusen og drøfte han."
    )
    assert not discussion_passed(start, date(2026, 11, 9))  # the last day itself will do


def test_the_dialog_tells_of_the_discussion_below_the_date(qtbot: QtBot) -> None:
    dialog = NewUnit()
    qtbot.addWidget(dialog)
    offered = first_start(date.today())
    assert dialog.discussion.text() == (
        f"Turnusen må drøftast seinast {offered - timedelta(weeks=2):%d.%m.%Y} (AML § 10-3)."
    )
    assert dialog.discussion.property("look") == "muted"
    soon = date.today() + timedelta(days=7 - date.today().weekday())
    dialog.start.set_date(soon)
    assert dialog.discussion.text().startswith("For seint å drøfte: fristen var ")
    assert dialog.discussion.property("look") == "warning"


def test_the_dialog_says_what_its_figures_come_from(qtbot: QtBot) -> None:
    """No staffing has been given yet: weekends and full-time equivalents follow the number of residents."""
    dialog = NewUnit()
    qtbot.addWidget(dialog)
    assert dialog._sentence.text().startswith("Framlegg til bemanning ut frå talet på bebuarar; ")
    users = next(n for n in range(dialog.service.count()) if dialog.service.itemData(n).key == "home_care")
    dialog.service.setCurrentIndex(users)
    assert dialog._sentence.text().startswith("Framlegg til bemanning ut frå talet på brukarar; ")


def test_the_unit_tells_of_a_start_that_is_too_soon_but_not_of_one_long_past(
    qtbot: QtBot, tmp_path: Path
) -> None:
    soon = date.today() + timedelta(days=7 - date.today().weekday())
    for start, is_told in ((soon, True), (first_start(date.today()), False), (date(2024, 1, 1), False)):
        page = UnitPage(desk(tmp_path, UnitFile(unit=unit(start=start))))
        qtbot.addWidget(page)
        page.shown()
        assert page.unit_card.discussion.isVisibleTo(page) is is_told, start
