"""People and wishes pasted from a spreadsheet: understood as the unit workbook's sheets are, or told why not.

Tabs or semicolons between the cells, with or without a row of headings. Nothing is changed here: the answer
holds what would be laid in, what was guessed, and every problem at once with its row and column.
"""

from __future__ import annotations

from heiltid.exchange.pasting.columns import PEOPLE_MEANINGS, ColumnGuess
from heiltid.exchange.pasting.notes import Fault
from heiltid.exchange.pasting.people import AlreadyThere, PastedPeople, Twins, people_from_text
from heiltid.exchange.pasting.titles import (
    UnknownTitle,
    new_competences,
    new_competences_note,
    unknown_titles,
)
from heiltid.exchange.pasting.wishes import WISH_MEANINGS, PastedWishes, wishes_from_text
from heiltid.exchange.pasting.word_lists import NIGHT, WEEKEND_GROUP

__all__ = [
    "NIGHT",
    "PEOPLE_MEANINGS",
    "WEEKEND_GROUP",
    "WISH_MEANINGS",
    "AlreadyThere",
    "ColumnGuess",
    "Fault",
    "PastedPeople",
    "PastedWishes",
    "Twins",
    "UnknownTitle",
    "new_competences",
    "new_competences_note",
    "people_from_text",
    "unknown_titles",
    "wishes_from_text",
]
