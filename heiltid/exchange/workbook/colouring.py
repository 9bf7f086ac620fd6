"""Codes that keep their colour when somebody types in the rota, and a list of codes to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from heiltid.exchange.workbook.sheet import Sheet, safe_text
from heiltid.exchange.workbook.styles import ABSENCE_CHIP, DAY_OFF_CHIP, KIND_CHIPS, Chip
from heiltid.model import ShiftKind, Unit
from heiltid.notation import DAY_OFF_CODES, LOCK_MARK

_CODES_PER_RULE = 40  # a formula holds 8 192 characters
_LONGEST_CODE = 60
_LONGEST_LIST = 250  # a validation's list holds 255 characters


def colour_codes(sheet: Sheet, unit: Unit, area: str) -> None:
    """Colour the cells of `area` ("C3:CH32") by what is typed in them, now and later."""
    corner = area.split(":")[0]
    for kind in ShiftKind:
        codes = [shift.code for shift in unit.shifts if shift.kind is kind]
        for formula in _equals_any(corner, codes):
            sheet.raw.conditional_formatting.add(area, _rule(formula, KIND_CHIPS[kind]))
    for formula in _equals_any(corner, DAY_OFF_CODES):
        sheet.raw.conditional_formatting.add(area, _rule(formula, DAY_OFF_CHIP))
    away = f'LEN(SUBSTITUTE({corner},"{LOCK_MARK}",""))>0'
    sheet.raw.conditional_formatting.add(area, _rule(away, ABSENCE_CHIP))


def _equals_any(corner: str, codes: Iterable[str]) -> Iterator[str]:
    """Formulas that are true when the cell is one of the codes, locked or not."""
    known = [code for code in codes if len(code) <= _LONGEST_CODE]
    for first in range(0, len(known), _CODES_PER_RULE):
        tests = []
        for code in known[first : first + _CODES_PER_RULE]:
            quoted = safe_text(code).replace('"', '""')
            tests += [f'{corner}="{quoted}"', f'{corner}="{LOCK_MARK}{quoted}"']
        yield f"OR({','.join(tests)})"


def _rule(formula: str, chip: Chip) -> FormulaRule:
    fill = None if chip.fill is None else PatternFill("solid", start_color=chip.fill, end_color=chip.fill)
    font = Font(color=chip.ink, bold=chip.bold or None, italic=chip.italic or None)
    return FormulaRule(formula=[formula], font=font, fill=fill, stopIfTrue=True)


def offer_codes(sheet: Sheet, unit: Unit, area: str) -> None:
    """A list of codes in every cell; other entries stay possible (locks, absences)."""
    offer(sheet, area, [*(shift.code for shift in unit.shifts), *DAY_OFF_CODES])


def offer(sheet: Sheet, area: str, words: Iterable[str]) -> None:
    """A list to choose from. Lists too long for the format, or with commas in a word, are left out."""
    shown = [safe_text(word) for word in words]
    joined = ",".join(shown)
    if not shown or len(joined) > _LONGEST_LIST or any(sign in word for word in shown for sign in ',"\n'):
        return
    validation = DataValidation(type="list", formula1=f'"{joined}"', allow_blank=True)
    validation.showErrorMessage = False
    validation.add(area)
    sheet.raw.add_data_validation(validation)
