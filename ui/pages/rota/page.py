"""The page of the rota: what the actions of the menus do."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from heiltid.model import DAYS_PER_WEEK, PlanRole
from heiltid.rules.judgement import Judgement
from ui.desk import Desk
from ui.document import Change
from ui.pages.rota.asking_coverage import AskingCoverage
from ui.pages.rota.change_news import ChangeNews
from ui.pages.rota.dialogs import FillWeeksDialog
from ui.pages.rota.grid import Zoom
from ui.pages.rota.position_changes import may_set_positions, position_changes
from ui.pages.rota.shown import ShownRota
from ui.pages.rota.swapping import Swapping
from ui.pages.rota.who_can import is_planned, on_screen
from ui.places import Gap, Told
from ui.reckoned_words import findings_words
from ui.rounding import round_positions
from ui.taking_into_use import take_into_use
from ui.texts import tr
from ui.widgets.basic import button, tip


class RotaPage(ShownRota):
    """The heart of the program: as quick under the fingers as a spreadsheet, judged at every key."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.news = ChangeNews(self.document)
        self.column.setSpacing(0)
        self.column.addWidget(self.news)
        self.news.left.connect(self.grid.cells.setFocus)
        self.edits.heard = self._tell_change
        self.panel.person.cell_wanted.connect(self._show_hers)
        self.swapping = Swapping(desk, self.grid, self.edits, self)
        self.lacking = AskingCoverage(self.document, self.grid.coverage, self.takers, self)
        self.use = button("ui.rota.use", name="rota_use")
        self.use.setToolTip(tip(tr("ui.results.help_use")))
        self.use.clicked.connect(self.take_into_use)

    def header_widgets(self) -> tuple[QWidget, ...]:
        """With the way on from a proposal beside the choice of the plan."""
        plans, *others = super().header_widgets()
        return (plans, self.use, *others)

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        is_proposal = self._is_proposal()
        if self.use.hasFocus() and not is_proposal:
            self.grid.cells.setFocus()
        self.use.setVisible(is_proposal)
        plan, unit = self.document.plan, self.document.unit
        self.panel.say_of_unit(findings_words(plan, self.desk.runs.unit_of(plan), unit))

    def arrive(self, target: object) -> None:
        if isinstance(target, Gap):
            self.show_finding(target.finding)
            self.lacking.ask_soon(target.finding)
        elif isinstance(target, Told):
            self.show_finding(target.finding)
            self.panel.show_findings_part()
            self.panel.findings.show_now()
            self.panel.findings.show_finding(target.finding)
        else:
            super().arrive(target)

    def _is_proposal(self) -> bool:
        return self.document.shown_index is not None and self.document.plan.role is PlanRole.SCENARIO

    def _tell_change(self, step: str, before: Judgement) -> None:
        is_first = self.news.isHidden()
        self.news.show_change(step, before)
        if is_first:  # the line takes room from below the grid
            QTimer.singleShot(0, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        self.grid.cells.scrollTo(self.grid.cells.currentIndex())

    def _show_hers(self, employee: str, day: int) -> None:
        """A cell of the person that is told of, who stays: the next of her days is asked for there."""
        self.show_place(employee, (day,))
        self.panel.show_person_again()

    def copy(self) -> None:
        """The selected rectangle to the clipboard."""
        rows, days = self.grid.cells.selected_box()
        if rows:
            text = self.edits.copied(self.grid.model.numbers, rows, days)
            QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        """Copy, then free the cells."""
        self.copy()
        self.edits.clear(self.places(), "cut")

    def paste(self) -> None:
        """The clipboard into the grid from the selection's corner."""
        rows, days = self.grid.cells.selected_box()
        text = QGuiApplication.clipboard().text()
        if rows and text:
            size = self.edits.paste(self.grid.model.numbers, rows, days, text)
            if size is not None:
                self.grid.cells.select_box(
                    range(rows.start, rows.start + size[0]), range(days.start, days.start + size[1])
                )

    def clear(self) -> None:
        """Free days."""
        self.edits.clear(self.places())

    def toggle_lock(self) -> None:
        """Lock the selected cells, or unlock them."""
        if self.places():
            self.edits.toggle_lock(self.places())

    def fill_weeks(self) -> None:
        """Repeat the selected days in the weeks after."""
        _, days = self.grid.cells.selected_box()
        last = self.document.unit.weeks
        if not days or (days.stop - 1) // DAYS_PER_WEEK + 1 >= last:
            self.desk.say(tr("ui.rota.no_week_after"))
            return
        dialog = FillWeeksDialog((days.stop - 1) // DAYS_PER_WEEK + 2, last, self.window())
        if dialog.exec():
            selected: dict[str, list[int]] = {}
            for employee, day in self.places():
                selected.setdefault(employee, []).append(day)
            self.edits.fill_weeks(selected, dialog.week)

    def swap_with(self) -> None:
        """The current cell with a colleague's of the same day."""
        self.swapping.swap_with()

    def swap_two(self) -> None:
        """The two cells selected."""
        self.swapping.swap_two()

    def who_can_take(self) -> None:
        """Everybody who could take the shift of the current cell."""
        cells, model = self.grid.cells, self.grid.model
        current = cells.currentIndex()
        if not current.isValid():
            return
        employee, day = model.numbers[current.row()], current.column()
        if not model.cell(current.row(), day).works:
            self.desk.say(tr("ui.rota.no_shift_to_take"))
        elif not is_planned(self.document, employee):
            self.desk.say(tr("ui.rota.not_planned"))
        else:
            self.takers.ask_for_cell(employee, day, on_screen(cells.viewport(), cells.visualRect(current)))

    def why_here(self) -> None:
        """Why the current cell is as it is."""
        self.ask_of_cell()
        self.panel.show_cell_part()
        self.panel.cell.show_reasons()

    def about_person(self) -> None:
        """What is known of the person in whose line the current cell stands."""
        current = self.grid.cells.currentIndex()
        if current.isValid():
            self.ask_about(current.row())

    def next_finding(self) -> None:
        """Jump to the next finding."""
        finding = self.panel.findings.next_finding()
        if finding is None:
            self.desk.say(tr("ui.rota.no_findings"))
        else:
            self.panel.show_findings_part()
            self.panel.findings.show_finding(finding)
            self.show_finding(finding)

    def positions_from_hours(self) -> None:
        """Everybody's position as the hours amount to, once it is told what that changes."""
        changes = position_changes(self.document)
        if not changes:
            self.desk.say(tr("ui.rota.no_position_changes"))
        elif may_set_positions(self.document.unit, changes, self.window()):
            self.edits.positions_from_hours()

    def round_positions(self) -> None:
        """Positions in whole or half per cent, where the rules tolerate it."""
        round_positions(self.desk, self.window())

    def take_into_use(self) -> None:
        """The shown proposal as the unit's rota, once it is told what is not in order with it."""
        if self._is_proposal():
            take_into_use(self.desk, self.window())
        else:
            self.desk.say(tr("ui.rota.use_proposals"))

    def show_one_week(self) -> None:
        """One week in sight."""
        self.set_zoom(Zoom.ONE)

    def show_four_weeks(self) -> None:
        """Four weeks in sight."""
        self.set_zoom(Zoom.FOUR)

    def show_twelve_weeks(self) -> None:
        """Twelve weeks in sight."""
        self.set_zoom(Zoom.TWELVE)

    def show_all_weeks(self) -> None:
        """The whole rota in sight."""
        self.set_zoom(Zoom.ALL)
