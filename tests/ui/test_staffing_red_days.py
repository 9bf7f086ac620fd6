"""How every day, and all, red too, differ: told on the page of staffing, and so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import WEEKDAYS, WEEKEND, demand, unit
from pytestqt.qtbot import QtBot

from heiltid.model import ALL_WEEKDAYS, DaySelector, Unit, UnitFile
from heiltid.texts import Language
from tests.ui.desk import desk
from ui.pages.staffing import StaffingPage
from ui.pages.staffing.days import rows_on
from ui.pages.staffing.table import DAYS
from ui.texts import set_language, tr

DAY = demand(WEEKDAYS, "07:30-15:00", 6)
NIGHT = demand(ALL_WEEKDAYS, "22:00-07:30", 2)
NURSE = demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse")
WEEKEND_DAY = demand(WEEKEND, "07:30-22:00", 4)


def shown(qtbot: QtBot, folder: Path, ward: Unit, language: Language) -> StaffingPage:
    made = desk(folder, UnitFile(unit=ward))
    set_language(language)
    page = StaffingPage(made)
    qtbot.addWidget(page)
    page.shown()
    return page


@pytest.mark.parametrize("language", Language)
def test_what_all_days_are_on_red_days_is_told_where_a_row_has_them(
    qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    page = shown(qtbot, tmp_path, unit(demand=(DAY,)), language)
    assert page.table_hint.text() == tr("ui.staffing.table_hint")
    page = shown(qtbot, tmp_path, unit(demand=(DAY, NIGHT)), language)
    hint = page.table.records_model.columns[DAYS].tooltip
    for key in ("all", "all_and_red"):
        words = tr(f"ui.days.{key}")
        for told in (page.table_hint.text(), hint):
            assert words.casefold() in told.casefold()


def test_on_red_days_every_day_gives_way_as_is_told() -> None:
    red = replace(NIGHT, days=DaySelector(red=True), minimum=1)
    always = replace(NIGHT, days=DaySelector(weekdays=ALL_WEEKDAYS, red=True))
    assert rows_on(unit(demand=(NIGHT, red)), 6, is_red=True) == (1,)
    assert rows_on(unit(demand=(always, red)), 6, is_red=True) == (0, 1)
    assert rows_on(unit(demand=(NIGHT, NURSE, WEEKEND_DAY)), 6, is_red=True) == (0, 2)  # as a Sunday


def test_which_rows_count_on_red_days_is_said_plainly(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, unit(demand=(NIGHT,)), Language.NYNORSK)
    told = page.table_hint.text()
    assert "«Alle, òg raude» gjeld alltid." in told
    assert "«Alle dagar» gjeld ikkje på raude dagar som har ei eiga rad" in told
