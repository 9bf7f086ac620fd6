"""Which file of a folder is for whom, so that a leader can send them one by one and tick off.

Names and file names alone: whoever happens to read it learns nothing about anybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from heiltid.exchange.booking.list_workbook import save_book
from heiltid.exchange.workbook.rota_parts import shown_name
from heiltid.exchange.workbook.sheet import Book, least_height
from heiltid.exchange.workbook.styles import BRAND, CELL
from heiltid.model import Employee
from heiltid.texts import Language, text

COLUMNS = (("who", 34.0), ("files", 52.0), ("sent", 18.0))
WRAPPED = replace(CELL, wrap=True)


def guide_path(folder: Path, language: Language) -> Path:
    """Where it stands in the folder of a list."""
    return folder / text("booking_folder.guide", language)


def write_guide(folder: Path, files: Sequence[tuple[Employee, Sequence[Path]]], language: Language) -> Path:
    """The workbook, whole or not at all: a line for each person, with a cell to tick. Raises OSError."""
    book = Book()
    sheet = book.sheet(text("booking_folder.guide_sheet", language), tab=BRAND)
    sheet.headings([text(f"booking_folder.guide_{key}", language) for key, _ in COLUMNS])
    widths = [width for _, width in COLUMNS]
    sheet.widths(widths)
    for row, (person, paths) in enumerate(files, 2):
        shown = [shown_name(person, language), "\n".join(path.name for path in paths), ""]
        sheet.row(row, [words or None for words in shown], WRAPPED)
        sheet.height(row, max(18.0, least_height(shown, widths) + 3))
    made = guide_path(folder, language)
    save_book(book, made)
    return made
