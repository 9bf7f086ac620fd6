"""What the extra shifts came to: filled by whom, counted how, and who should be offered a larger position."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QWidget

from heiltid.booking.account.ledger import Claim, claims, last_known_day
from heiltid.booking.account.sums import unit_sums
from heiltid.model import Unit
from heiltid.model.asking import Booking
from heiltid.model.booking import RollOut
from heiltid.rules.wording import who_text
from ui.desk import Desk
from ui.pages.booking.ledger_figures import figure_words, sum_figures
from ui.places import BookingStep
from ui.texts import language, position, share, tr
from ui.widgets.basic import WIDE_GAP, Card, button, label

DATE_FORMAT = "%d.%m.%Y"


class ExtraShiftsCard(Card):
    """Hidden where the file knows nothing of extra shifts."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.results.extra"), " ", parent)
        self._desk, self._document = desk, desk.document
        self._known: tuple[Booking | None, Unit] | None = None
        self.figures = sum_figures()
        line = QHBoxLayout()
        line.setSpacing(WIDE_GAP)
        for figure in self.figures.values():
            line.addWidget(figure, 1)
        self.body.addLayout(line)
        self.offers = label("", wraps=True, name="results_extra_offers")
        self.body.addWidget(self.offers)
        self.see = button("ui.results.extra_see", "link", name="results_extra_see")
        self.see.clicked.connect(self._see)
        self.head.addWidget(self.see)

    def refresh(self) -> None:
        """The booking as it is now; reckoned anew only where it or the unit is another."""
        file = self._document.file
        booking, unit = file.booking, file.unit
        if self._known is not None and self._known[0] is booking and self._known[1] is unit:
            return
        self._known = booking, unit
        until = None if booking is None else last_known_day(booking)
        self.setVisible(until is not None)
        if booking is None or until is None:
            return
        self._show_sums(booking.rollout)
        found = claims(file, until)
        due = [claim for claim in found if claim.is_due]
        self.offers.setText(
            tr("ui.results.extra_due", until=f"{until:{DATE_FORMAT}}", people=_people(due, unit))
            if due
            else tr("ui.results.extra_none_due", count=len(found))
        )

    def _show_sums(self, rollout: RollOut | None) -> None:
        for figure in self.figures.values():
            figure.setVisible(rollout is not None)
        if rollout is None:
            self.hint.setText(tr("ui.results.extra_hint_past"))
            return
        first = rollout.unit.start
        last = first + timedelta(days=rollout.unit.day_count - 1)
        words = {"first": f"{first:{DATE_FORMAT}}", "last": f"{last:{DATE_FORMAT}}"}
        self.hint.setText(tr("ui.results.extra_hint", **words))
        sums = unit_sums(rollout)
        for key, figure in self.figures.items():
            figure.show_figure(*figure_words(key, sums))

    def _see(self) -> None:
        self._desk.go_to("booking", BookingStep(key="ledger"))


def _people(due: list[Claim], unit: Unit) -> str:
    """ "Kari Nordmann 50 % → 62,3 %, …"."""
    return ", ".join(
        tr(
            "ui.results.extra_person",
            name=who_text(claim.employee, unit, language()),
            position=position(claim.position_bp),
            corresponds=share(claim.corresponds_bp, 1),
        )
        for claim in due
    )
