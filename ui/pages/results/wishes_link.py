"""Beside the share of days met: how many wishes lack a day, and the way to them."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from ui.desk import Desk
from ui.pages.results.figures import PlanFigures
from ui.texts import tr


def lacking_words(found: PlanFigures) -> str:
    """As "2 av 3 ønske har dagar som ikkje er oppfylte"; "" without wishes or a rota."""
    lacking, count = found.wishes
    if not count:
        return ""
    if count == 1:
        return tr("ui.wish.lacking_one" if lacking else "ui.wish.none_lacking_one")
    return tr("ui.wish.lacking" if lacking else "ui.wish.none_lacking", lacking=lacking, count=count)


class WishesLink(QPushButton):
    """What the shown plan gives of the wishes; a click leads to their page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("look", "link")
        self.setObjectName("results_wishes")
        self.setToolTip(tr("ui.wish.lacking_help"))
        self.clicked.connect(self._go)

    def show_figures(self, found: PlanFigures) -> None:
        """Of this plan."""
        words = lacking_words(found)
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def _go(self) -> None:
        self._desk.go_to("wishes")
