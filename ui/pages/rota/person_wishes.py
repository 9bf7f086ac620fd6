"""One person's wishes beside the rota: how many days are met, and ways to the cells of those that are not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from heiltid.edits.cells import text_of_cell
from heiltid.edits.wishes import asked_by
from heiltid.model import Wish
from heiltid.rules.wording import day_text
from heiltid.wishes import WishesKept, wish_days, wishes_kept
from ui.document import Document
from ui.texts import language, tr
from ui.widgets.basic import label
from ui.wish_words import asked_word

MOST_DAYS = 7


class UnmetDay(QPushButton):
    """A link to a cell."""

    wanted = Signal(str, int)  # employee number, day

    def __init__(self, words: str, employee: str, day: int) -> None:
        super().__init__(words)
        self.setProperty("look", "link")
        self.setAccessibleName(words)
        self._place = employee, day
        self.clicked.connect(self._want)

    def _want(self) -> None:
        self.wanted.emit(*self._place)


class PersonWishes(QWidget):
    """Nothing for somebody without wishes, or in a plan without a rota."""

    wanted = Signal(str, int)  # employee number, day

    def __init__(self, document: Document, employee: str) -> None:
        super().__init__()
        self._document, self._employee = document, employee
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        kept = _kept(document, employee)
        if not kept.days:
            self.hide()
            return
        box.addWidget(label(tr("ui.wish.person", met=kept.met, days=kept.days), "strong", wraps=True))
        for day, wishes in list(kept.unmet.items())[:MOST_DAYS]:
            link = UnmetDay(self._words(day, wishes), employee, day)
            link.wanted.connect(self.wanted)
            box.addWidget(link)
        if len(kept.unmet) > MOST_DAYS:
            more = tr("ui.rota.and_more", count=len(kept.unmet) - MOST_DAYS)
            box.addWidget(label(more, "muted", wraps=True))

    def _words(self, day: int, wishes: tuple[Wish, ...]) -> str:
        """As "v7 ons: D1, ønskte fri"."""
        cell = self._document.plan.row_of()[self._employee].cells[day]
        return tr(
            "ui.wish.person_day",
            day=day_text(day, self._document.calendar, language()),
            cell=text_of_cell(cell) or tr("ui.rota.free"),
            wishes=", ".join(asked_word(asked_by(wish)) for wish in wishes),
        )


def _kept(document: Document, employee: str) -> WishesKept:
    row, calendar = document.plan.row_of().get(employee), document.calendar
    own = [] if row is None or document.plan.is_empty else document.unit.wishes
    return wishes_kept(
        [(wish, wish_days(wish, calendar)) for wish in own if wish.employee == employee],
        () if row is None else row.cells,
        document.unit.shift_by_code(),
    )
