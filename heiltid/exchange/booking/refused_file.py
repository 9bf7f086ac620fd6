"""What was refused when answers were taken in, given back as a workbook: where it stood, what, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from heiltid.booking.answers.preview_lines import refusal_sentence, source_words
from heiltid.booking.answers.raw_answers import Refused
from heiltid.exchange.booking.list_workbook import save_book
from heiltid.exchange.workbook.sheet import Book, least_height
from heiltid.exchange.workbook.styles import BRAND, CELL
from heiltid.texts import Language, text

COLUMNS = (("where", 34.0), ("who", 14.0), ("found", 44.0), ("why", 60.0))
WRAPPED_CELL = replace(CELL, wrap=True)


def refused_file(path: Path, refused: Iterable[Refused], language: Language) -> None:
    """The workbook, whole or not at all; whatever was found stands in it as text. Raises OSError."""
    book = Book()
    sheet = book.sheet(text("booking_answer.sheet.title", language), tab=BRAND)
    sheet.headings([text(f"booking_answer.sheet.{key}", language) for key, _ in COLUMNS])
    widths = [width for _, width in COLUMNS]
    sheet.widths(widths)
    for row, entry in enumerate(refused, 2):
        shown = [
            source_words(entry.source, language),
            entry.employee or "",
            entry.found,
            refusal_sentence(entry, language),
        ]
        sheet.row(row, [words or None for words in shown], WRAPPED_CELL)
        sheet.height(row, max(18.0, least_height(shown, widths) + 3))
    save_book(book, path)
