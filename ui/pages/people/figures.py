"""Three figures of the staff list: how many, how much, how many want more."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QWidget

from heiltid.measures.budget import least_positions_bp
from heiltid.measures.positions import figures_before, positions_today
from heiltid.model import FULL_TIME_BP, Unit
from ui.texts import number, share, tr
from ui.widgets.basic import WIDE_GAP, Figure


class PeopleFigures(QWidget):
    """Of today's positions, as the staff list tells them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(WIDE_GAP)
        self.people = Figure(tr("ui.people.figure_people"))
        self.equivalents = Figure(tr("ui.people.figure_equivalents"))
        self.more = Figure(tr("ui.people.figure_more"))
        for figure in (self.people, self.equivalents, self.more):
            box.addWidget(figure, 1)

    def show_unit(self, unit: Unit) -> None:
        """Reckon and show."""
        found = figures_before(unit, positions_today(unit))
        open_lines = sum(person.may_close for person in unit.employees)
        hourly = sum(not person.is_planned for person in unit.employees)
        parts = [
            tr(f"ui.people.{key}_{'one' if count == 1 else 'many'}", count=count)
            for key, count in (("open", open_lines), ("hourly", hourly))
            if count
        ]
        self.people.show_figure(
            str(found.employees),
            " · ".join(parts) or tr("ui.people.no_open"),
            tr("ui.people.figure_people_help"),
        )
        self.equivalents.show_figure(
            number(found.fte_bp / FULL_TIME_BP),
            " · ".join(_beside(unit, share(float(found.average_bp), 1))),
            tr("ui.people.figure_equivalents_help"),
        )
        self.more.show_figure(
            str(found.unwanted_people),
            tr("ui.people.missing", count=number(found.missing_bp / FULL_TIME_BP))
            if found.unwanted_people
            else tr("ui.people.nobody_more"),
            tr("ui.people.figure_more_help"),
        )


def _beside(unit: Unit, average: str) -> Iterator[str]:
    """The average, and what the staffing takes as soon as it is known."""
    yield tr("ui.people.on_average", share=average)
    needed = least_positions_bp(unit)
    if needed:
        yield tr("ui.people.needed", count=number(needed / FULL_TIME_BP))
