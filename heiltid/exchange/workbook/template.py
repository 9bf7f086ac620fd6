"""The template a leader fills in: all sheets, examples, a note on every heading, validation in the cells.

What it holds reads without errors and can be solved as it stands.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from heiltid.atomic import write_atomically
from heiltid.exchange.workbook import columns
from heiltid.exchange.workbook.columns import UNIT_KEYS, Column, Content, SheetDefinition
from heiltid.exchange.workbook.legend import legend
from heiltid.exchange.workbook.night_days import written_rows
from heiltid.exchange.workbook.rota_parts import Scene, scene
from heiltid.exchange.workbook.sheet import Book, Sheet
from heiltid.exchange.workbook.styles import BRAND, SECTION
from heiltid.exchange.workbook.table import HEADING_ROW
from heiltid.exchange.workbook.template_unit import example_rota, example_unit
from heiltid.exchange.workbook.words import Group, day_of_heading, word
from heiltid.exchange.workbook.write_guide import Guide, SheetLine
from heiltid.exchange.workbook.write_inputs import write_inputs
from heiltid.exchange.workbook.write_rota import write_rota
from heiltid.model import NightWrittenOn, Unit
from heiltid.ranges import FIRST_YEAR, LAST_YEAR
from heiltid.texts import Language, text

LAST_VALIDATED_ROW = 300
_NOTE_WIDTH, _NOTE_LINE_HEIGHT = 280, 18  # pixels
_NOTE_LINE_LENGTH = 38  # characters
_LEFT_TO_DEFAULT = ("Min", "Max", "Elsewhere")
STEPS = 6  # sentences of the guide
_SPELLINGS = ("headings", "time", "percent", "date", "comment")


def write_template(path: str | Path, language: Language) -> None:
    """Write the template. A file that stands there stays whole until the new one is. Raises OSError."""
    unit = example_unit(language)
    book = Book()
    guide = Guide(book.sheet(word(Group.SHEET, "Guide", language)), language)
    sheets = write_inputs(book, unit, language, NightWrittenOn.START)
    for definition in columns.SHEETS:
        if definition.name in sheets:
            _note_headings(sheets[definition.name], definition, language)
            _validate(sheets[definition.name], definition, language)
    _note_keys(sheets["Unit"], language)
    _leave_defaults(sheets["Employees"], unit)
    here = scene(unit, example_rota(unit), language)
    rows = written_rows(unit, here.plan, NightWrittenOn.START)
    rota = write_rota(book, here, word(Group.SHEET, "Rota", language), rows, tab=BRAND)
    _note_rota(rota, language)
    _fill_guide(guide, {**sheets, "Rota": rota}, here)
    content = io.BytesIO()
    book.workbook.save(content)
    write_atomically(Path(path), content.getvalue())


def _fill_guide(guide: Guide, sheets: Mapping[str, Sheet], here: Scene) -> None:
    """How to fill in the book, how things may be spelt, what the sheets hold, what the codes mean."""
    language = guide.language
    titles = {name.lower(): sheet.title for name, sheet in sheets.items()}
    guide.title(text("template.title", language), text("template.subtitle", language))
    _section(
        guide, "steps", [text(f"template.step_{step}", language, **titles) for step in range(1, STEPS + 1)]
    )
    _section(guide, "spelling", [text(f"template.spelling_{key}", language) for key in _SPELLINGS])
    guide.sheets(SheetLine(title=sheet.title, key=name.lower()) for name, sheet in sheets.items())
    guide.codes(legend(here))
    guide.finish(text("template.privacy", language))


def _section(guide: Guide, key: str, sentences: Iterable[str]) -> None:
    guide.sheet.put(guide.next_row, 1, text(f"template.{key}", guide.language), SECTION)
    guide.sheet.height(guide.next_row, 24)
    guide.next_row += 1
    for sentence in sentences:
        guide.sentence(sentence)
    guide.gap()


def column_text(sheet: str, heading: str, language: Language) -> str:
    """What a column (or a key of the Unit sheet) means, in a sentence or two."""
    slug = heading.lower().replace(" ", "_").replace("-", "_")
    return text(f"column.{sheet.lower()}.{slug}", language)


def _note(sheet: Sheet, row: int, column: int, sentence: str) -> None:
    """A comment on a cell, large enough to show its text."""
    note = Comment(sentence, "Heiltid")
    note.width = _NOTE_WIDTH
    note.height = _NOTE_LINE_HEIGHT * (2 + len(sentence) // _NOTE_LINE_LENGTH)
    sheet.raw.cell(row, column).comment = note


def _explained(sheet_name: str, column: Column, language: Language) -> str:
    meaning = column_text(sheet_name, column.heading, language)
    return f"{meaning} {text('template.required', language)}" if column.required else meaning


def _note_headings(sheet: Sheet, definition: SheetDefinition, language: Language) -> None:
    for number, column in enumerate(definition.columns, start=1):
        _note(sheet, HEADING_ROW, number, _explained(definition.name, column, language))


def _note_keys(sheet: Sheet, language: Language) -> None:
    """Each key of the Unit sheet explains itself."""
    by_word = {word(Group.HEADING, column.heading, language): column for column in UNIT_KEYS}
    for row in range(HEADING_ROW + 1, sheet.raw.max_row + 1):
        column = by_word[str(sheet.raw.cell(row, 1).value)]
        _note(sheet, row, 1, _explained("Unit", column, language))
        _add_validation(sheet, _validation(column, language), f"B{row}")


def _note_rota(sheet: Sheet, language: Language) -> None:
    for number, cell in enumerate(sheet.raw[HEADING_ROW], start=1):
        typed = str(cell.value or "")
        if number <= len(columns.ROTA.columns):
            _note(
                sheet,
                HEADING_ROW,
                number,
                column_text("Rota", columns.ROTA.columns[number - 1].heading, language),
            )
        elif day_of_heading(typed) == 0:
            _note(sheet, HEADING_ROW, number, text("column.rota.day", language))


def _leave_defaults(sheet: Sheet, unit: Unit) -> None:
    """What follows from other columns stays empty, so that it follows when they are changed."""
    headings = [column.heading for column in columns.EMPLOYEES.columns]
    for row in range(HEADING_ROW + 1, HEADING_ROW + 1 + len(unit.employees)):
        for heading in _LEFT_TO_DEFAULT:
            sheet.put(row, headings.index(heading) + 1, None)


def _validate(sheet: Sheet, definition: SheetDefinition, language: Language) -> None:
    """What may be typed in each column; lists of words are offered by the input sheets themselves."""
    for number, column in enumerate(definition.columns, start=1):
        letter = get_column_letter(number)
        area = f"{letter}{HEADING_ROW + 1}:{letter}{LAST_VALIDATED_ROW}"
        _add_validation(sheet, _validation(column, language), area)


def _validation(column: Column, language: Language) -> DataValidation | None:
    """A warning, not a ban: 7.30 as text is right although Excel takes it for no time."""
    if column.content is Content.PERCENT:
        rule, key = DataValidation(type="decimal", formula1="0", formula2="100"), "refused_percent"
    elif column.content is Content.WHOLE:
        low, high = str(column.low), str(column.high)
        rule, key = DataValidation(type="whole", formula1=low, formula2=high), "refused_whole"
    elif column.content is Content.DATE:
        first, last = f"DATE({FIRST_YEAR},1,1)", f"DATE({LAST_YEAR},12,31)"
        rule, key = DataValidation(type="date", formula1=first, formula2=last), "refused_date"
    elif column.content in (Content.TIME, Content.END_TIME):
        rule, key = DataValidation(type="time", formula1="0", formula2="1"), "refused_time"
    else:
        return None
    rule.operator = "between"
    rule.allow_blank = True
    rule.errorStyle = "warning"
    rule.showErrorMessage = True
    rule.error = text(f"template.{key}", language, low=column.low, high=column.high)
    return rule


def _add_validation(sheet: Sheet, rule: DataValidation | None, area: str) -> None:
    if rule is not None:
        rule.add(area)
        sheet.raw.add_data_validation(rule)
