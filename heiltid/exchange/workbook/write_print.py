"""The rota as people read it on a wall: "Turnus A3", weeks side by side, counts and legend below.

The sheet is a picture of the Rota sheet and is never read back.
"""

from __future__ import annotations

from dataclasses import replace

from heiltid.exchange.workbook.dates import range_text
from heiltid.exchange.workbook.legend import legend
from heiltid.exchange.workbook.paging import RotaColumns, set_up_rota, weeks_per_page
from heiltid.exchange.workbook.rota_parts import (
    ONE_DECIMAL,
    RED_MARK,
    SIGNED,
    Scene,
    band_text,
    chip_of,
    count_cell,
    is_closed,
    position_text,
    row_hours,
    shown_name,
)
from heiltid.exchange.workbook.sheet import Book, Sheet
from heiltid.exchange.workbook.styles import (
    ACCENT,
    BRAND,
    CELL,
    GOOD_INK,
    NOT_EMPLOYED,
    PALE,
    QUIET,
    RED_INK,
    SUBTITLE,
    TITLE,
    WHITE,
    Look,
)
from heiltid.exchange.workbook.words import competence_word
from heiltid.model import DAYS_PER_WEEK, Cell, Employee, Plan, PlanRow
from heiltid.notation import cell_text
from heiltid.texts import text

LEFT_WIDTHS = (25.0, 16.0, 15.0)
DAY_WIDTH = 4.6
PAGE_HEIGHT_POINTS = 730.0  # A3 landscape inside its margins
LOWEST_ROW, HIGHEST_ROW = 15, 22
RIGHT_WIDTHS = (10.0, 10.0, 10.0)
FIRST_DAY = len(LEFT_WIDTHS) + 1
WEEK_ROW, LETTER_ROW, DATE_ROW = 4, 5, 6
FIRST_PERSON = DATE_ROW + 1
HEAD = Look(bold=True, size=9, fill=PALE, ink=BRAND, lines=True)
DAY_HEAD = replace(HEAD, align="center")


def write_print(book: Book, here: Scene, before: Plan | None, title: str, headline: str) -> Sheet:
    """The printed view of a plan; positions are shown now -> new where `before` is given."""
    sheet = book.sheet(title, tab=ACCENT)
    sheet.put(1, 1, here.unit.name or title, TITLE)
    sheet.put(2, FIRST_DAY, headline, SUBTITLE)
    sheet.height(1, 26)
    _head(sheet, here)
    bottom = _people(sheet, here, before, FIRST_PERSON)
    bottom = _counts(sheet, here, bottom)
    bottom = _closed_lines(sheet, here, before, bottom)
    last = _legend(sheet, here, bottom + 1)
    _set_up(sheet, here, last)
    return sheet


def _head(sheet: Sheet, here: Scene) -> None:
    """Names of the columns, weeks with their dates, weekday letters and days of the month."""
    language = here.language
    for place, key in enumerate(("name", "competence", "position")):
        sheet.put(DATE_ROW, 1 + place, text(f"workbook.print.{key}", language), replace(HEAD, indent=1))
        for row in (WEEK_ROW, LETTER_ROW):
            sheet.put(row, 1 + place, None, HEAD)
    letters = text("workbook.weekday_letters", language).split()
    for day in range(here.unit.day_count):
        column = FIRST_DAY + day
        red = here.calendar.is_sunday_like(day)
        look = replace(DAY_HEAD, fill=here.looks[day].fill or PALE, strong_left=day % 7 == 0)
        look = replace(look, ink=RED_INK) if red else look
        sheet.put(LETTER_ROW, column, letters[here.calendar.weekday(day)], look)
        number = str(here.calendar.date_of(day).day)
        sheet.put(DATE_ROW, column, number + (RED_MARK if here.calendar.is_red(day) else ""), look)
    for week in range(here.unit.weeks):
        _week_head(sheet, here, week)
    right = FIRST_DAY + here.unit.day_count
    for place, key in enumerate(("hours", "week", "deviation")):
        look = replace(HEAD, align="right", wrap=True, strong_left=place == 0)
        sheet.put(DATE_ROW, right + place, text(f"workbook.print.{key}", language), look)
        for row in (WEEK_ROW, LETTER_ROW):
            sheet.put(row, right + place, None, look)


def _week_head(sheet: Sheet, here: Scene, week: int) -> None:
    first = week * DAYS_PER_WEEK
    column = FIRST_DAY + first
    look = replace(DAY_HEAD, strong_left=True, fill=BRAND, ink=WHITE)
    for place in range(DAYS_PER_WEEK):
        sheet.put(WEEK_ROW, column + place, None, look)
    sheet.put(WEEK_ROW, column, week_text(here, week), replace(look, shrink=True))
    sheet.raw.merge_cells(
        start_row=WEEK_ROW, end_row=WEEK_ROW, start_column=column, end_column=column + DAYS_PER_WEEK - 1
    )


def week_text(here: Scene, week: int) -> str:
    """ "Veke 2 (kalenderveke 1) · 4.–10. jan.": a cyclic rota shows the dates of its first run."""
    monday = here.calendar.date_of(week * DAYS_PER_WEEK)
    sunday = here.calendar.date_of(week * DAYS_PER_WEEK + 6)
    return text(
        "workbook.print.week_head",
        here.language,
        number=week + 1,
        calendar_week=monday.isocalendar().week,
        dates=range_text(monday, sunday, here.language),
    )


def _people(sheet: Sheet, here: Scene, before: Plan | None, first: int) -> int:
    """One row per line that has a position or a shift; returns the next free row."""
    rows = here.plan.row_of()
    old = {} if before is None else before.row_of()
    row = first
    for person in here.unit.planned_employees:
        line = rows.get(person.number)
        if line is None or is_closed(line):
            continue
        _left(sheet, here, person, line, old.get(person.number), row)
        for day, cell in enumerate(line.cells):
            sheet.put(row, FIRST_DAY + day, *_day_cell(here, person, day, cell))
        _right(sheet, here, person, line, row)
        row += 1
    return row


def _day_cell(here: Scene, person: Employee, day: int, cell: Cell) -> tuple[str | None, Look]:
    """A cell as people read it: known absences and days outside the employment show too."""
    look = here.looks[day]
    if cell.shift is None and cell.absence is None:
        if not here.calendar.is_employed(person, day):
            return None, replace(look, fill=NOT_EMPLOYED)
        cell = replace(cell, absence=here.absences.get((person.number, day)))
    chip = chip_of(cell, here.shifts)
    shown = cell.absence if cell.shift is None and cell.absence else cell_text(cell, locks=False) or None
    return shown, look if chip is None else chip.on(look)


def _left(sheet: Sheet, here: Scene, person: Employee, line: PlanRow, old: PlanRow | None, row: int) -> None:
    competence = "" if person.competence is None else competence_word(person.competence, here.language)
    sheet.put(row, 1, shown_name(person, here.language), replace(CELL, bold=True, shrink=True, indent=1))
    sheet.put(row, 2, competence, replace(CELL, size=9, shrink=True, indent=1))
    grown = old is not None and line.position_bp > old.position_bp
    ink = GOOD_INK if grown else CELL.ink
    look = replace(CELL, align="right", bold=grown, ink=ink, shrink=True, indent=1)
    sheet.put(row, 3, position_text(line, old, here.language), look)


def _right(sheet: Sheet, here: Scene, person: Employee, line: PlanRow, row: int) -> None:
    hours = row_hours(here, person, line)
    column = FIRST_DAY + here.unit.day_count
    look = replace(CELL, align="right", number_format=ONE_DECIMAL)
    sheet.put(row, column, hours.hours, replace(look, strong_left=True))
    sheet.put(row, column + 1, hours.week, look)
    sheet.put(row, column + 2, hours.deviation, replace(look, number_format=SIGNED))


def _counts(sheet: Sheet, here: Scene, first: int) -> int:
    row = first
    for band, days in here.counts.items():
        sheet.put(row, 1, band_text(band, here.language), replace(HEAD, shrink=True, indent=1))
        for column in range(2, FIRST_DAY):
            sheet.put(row, column, None, HEAD)
        sheet.raw.merge_cells(start_row=row, end_row=row, start_column=1, end_column=FIRST_DAY - 1)
        for day in range(here.unit.day_count):
            shown, look = count_cell(days.get(day), here.looks[day])
            sheet.put(row, FIRST_DAY + day, shown, look)
        row += 1
    return row


def _closed_lines(sheet: Sheet, here: Scene, before: Plan | None, row: int) -> int:
    """Lines that no longer have to exist, named in one sentence."""
    people = here.unit.employee_by_number()
    old = {} if before is None else before.row_of()
    closed = [
        shown_name(people[line.employee], here.language)
        for line in here.plan.rows
        if line.employee in people and people[line.employee].may_close and is_closed(line)
        if before is None or line.employee in old
    ]
    if not closed:
        return row
    sentence = text("workbook.print.closed", here.language, names=", ".join(closed))
    sheet.put(row + 1, FIRST_DAY, sentence, Look(ink=QUIET))
    return row + 2


def _legend(sheet: Sheet, here: Scene, first: int) -> int:
    """Entries in columns of one week's width, over the weeks of the first page; returns the last row."""
    across = min(here.unit.weeks, weeks_per_page(here.unit.weeks))
    sheet.put(first, 1, text("workbook.print.legend", here.language), Look(bold=True, ink=ACCENT))
    row = first
    for place, entry in enumerate(legend(here)):
        row = first + place // across
        column = FIRST_DAY + (place % across) * DAYS_PER_WEEK
        sheet.put(row, column, entry.sample, entry.look)
        sheet.put(row, column + 1, entry.meaning, Look(size=9, indent=1, shrink=True))
        sheet.raw.merge_cells(
            start_row=row, end_row=row, start_column=column + 1, end_column=column + DAYS_PER_WEEK - 1
        )
    return row


def _set_up(sheet: Sheet, here: Scene, last: int) -> None:
    """Columns and pages; rows as high as the page has room for, so that few people fill it too."""
    columns = RotaColumns(left=LEFT_WIDTHS, day=DAY_WIDTH, right=RIGHT_WIDTHS)
    set_up_rota(sheet, columns, here.unit.weeks, (WEEK_ROW, DATE_ROW))
    room = PAGE_HEIGHT_POINTS * 100 / sheet.raw.page_setup.scale
    height = min(HIGHEST_ROW, max(LOWEST_ROW, int(room / (last + 3))))
    for row in range(FIRST_PERSON, last + 1):
        sheet.height(row, height)
    sheet.height(DATE_ROW, 26)
    sheet.raw.freeze_panes = sheet.raw.cell(FIRST_PERSON, FIRST_DAY)
    sheet.raw.sheet_view.showGridLines = False
    sheet.raw.sheet_view.zoomScale = 90
