"""Wishes pasted from a spreadsheet, as they will be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from heiltid.exchange.pasted import WISH_MEANINGS, wishes_from_text
from heiltid.model import Wish, WishStrength
from heiltid.wishes import wishes_spoken_of
from ui.dialogs.paste_preview import PastePreview, Read
from ui.document import Document
from ui.pages.wishes.lines import WishLine, wish_columns
from ui.texts import language, tr

SHOWN = ("who", "when", "wish", "strength")


class WishesPreview(PastePreview):
    """`wishes` are all the unit's wishes as they become, once the dialog was accepted."""

    def __init__(
        self,
        text: str,
        document: Document,
        remembered: dict[str, str | None],
        parent: QWidget | None = None,
        *,
        strength: WishStrength = WishStrength.WEAK,
    ) -> None:
        self._unit, self._strength = document.unit, strength
        self.wishes: tuple[Wish, ...] = document.unit.wishes
        self.count = 0
        self._calendar = calendar = document.calendar
        columns = [
            replace(column, parse=None) for column in wish_columns(lambda: calendar) if column.key in SHOWN
        ]
        super().__init__(tr("ui.wishes.paste_title"), text, columns, remembered, parent)
        self.show_read()

    def meanings(self) -> Sequence[str]:
        return WISH_MEANINGS

    def example_rows(self) -> str:
        return tr("ui.wishes.paste_example")

    def take_words(self, count: int) -> str:
        return tr("ui.wishes.take_one" if count == 1 else "ui.wishes.take", count=count)

    def read(self, meanings: Mapping[int, str | None]) -> Read:
        found = wishes_from_text(
            self.text,
            self._unit,
            language(),
            meanings=meanings,
            corrected=self.corrected,
            strength=self._strength,
        )
        gone = set(found.replaced)
        self.count = len(found.wishes)
        self.wishes = (*(wish for wish in self._unit.wishes if wish not in gone), *found.wishes)
        spoken_of = wishes_spoken_of(found.wishes, self._calendar)
        key = "paste_some" if found.has_errors else "paste_ready"
        return Read(
            rows=[WishLine(place=place, wish=wish) for place, wish in enumerate(found.wishes)],
            taken=spoken_of,
            columns=found.columns,
            problems=found.problems,
            headline=tr(f"ui.wishes.{key if found.wishes else 'paste_none'}", count=spoken_of),
            suggestions=found.suggestions,
            faults=found.faults,
        )
