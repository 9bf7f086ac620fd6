"""The line at the bottom of the window: what the shown plan makes of the positions."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from heiltid.measures.positions import (
    PositionFigures,
    figures_before,
    figures_beside,
    is_by_hand,
    positions_of,
    positions_today,
)
from heiltid.model import MINUTES_PER_HOUR, PlanRole
from heiltid.rules.contract import POSITION_LIMITS
from heiltid.rules.finding import Severity
from heiltid.rules.wording import amount_text
from ui.desk import Desk
from ui.document import Change
from ui.starting import is_bare
from ui.texts import language, number, share, tr
from ui.vacant_words import vacant_words
from ui.widgets.basic import MARGIN, label, set_look, tip
from ui.written_links import WrittenLinks

WAIT_MILLISECONDS = 120  # after the last edit: a fast typist is not held up
ARROW = " → "


class _Figure(QWidget):
    """A name, the value before, the value now in the colour of what it means; notes, the dearest first."""

    def __init__(self, key: str, name: str) -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self._name = label(name, "heading" if key == "average" else "")
        self._before, self._now, self._note = label(""), label(""), label("", "muted")
        self.notes: tuple[str, ...] = ()
        for part in (self._name, self._before, self._now, self._note):
            box.addWidget(part)
        self.setToolTip(tip(tr(f"ui.line_help.{key}")))

    def set_name(self, name: str) -> None:
        """The name may hold a limit of the unit."""
        self._name.setText(name)

    def show_values(self, before: str | None, now: str, verdict: int = 0, *notes: str) -> None:
        """verdict: 1 better, -1 worse, 0 neither."""
        same = before is None or before == now
        self._before.setText("" if same else f"{before}{ARROW}".rstrip())
        self._before.setVisible(not same)
        self._now.setText(now)
        set_look(self._now, "" if same else {1: "better", -1: "worse"}.get(verdict, ""))
        self.notes = notes
        self.show_notes(len(notes))
        told = " ".join((self._before.text(), now, *notes))
        self.setAccessibleName(f"{self._name.text()}: {told}")

    def show_notes(self, count: int) -> None:
        """So many of the notes, the first ones, for want of room."""
        self._note.setText(" ".join(self.notes[:count]))
        self._note.setVisible(count > 0)


class FigureLine(QFrame):
    """Average position, full-timers, small positions, unwanted part-time, hours nobody covers; findings."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure_line")
        self.setProperty("look", "footer")
        self._desk = desk
        self._document = desk.document
        lines = QVBoxLayout(self)
        lines.setContentsMargins(MARGIN, 7, MARGIN, 7)
        lines.setSpacing(4)
        self._above = label("", "muted", name="said_above")
        self._above.setMinimumWidth(1)
        self._above.hide()
        self._upper, box = QHBoxLayout(), QHBoxLayout()
        self._box = box
        for line in (self._upper, box):
            line.setSpacing(18)
            lines.addLayout(line)
        self._upper.addWidget(self._above, 1)
        limit = share(self._document.unit.small_position_below_bp)
        self._figures = {
            "average": _Figure("average", tr("ui.line.average")),
            "full_time": _Figure("full_time", tr("ui.line.full_time")),
            "small": _Figure("small", tr("ui.line.small", limit=limit)),
            "unwanted": _Figure("unwanted", tr("ui.line.unwanted")),
            "open": _Figure("open", tr("ui.line.open")),
        }
        for figure in self._figures.values():
            box.addWidget(figure)
        box.addStretch(1)
        self._offer = QPushButton()
        self._offer.setObjectName("build_offer")
        set_look(self._offer, "link")
        self._offer.hide()
        self._offer.clicked.connect(self._see_build)
        box.addWidget(self._offer)
        self._right = label("", "muted")
        self._right.setMinimumWidth(1)
        box.addWidget(self._right)
        self._links = WrittenLinks()
        box.addWidget(self._links)
        self._said, self._words, self._look = "", "", ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MILLISECONDS)
        self._timer.timeout.connect(self.show_now)
        self._document.changed.connect(self._heard)
        desk.status_said.connect(self.say)
        desk.written.connect(self.say_written)
        desk.going_to.connect(self.forget)
        desk.build_said.connect(self._show_offer)
        desk.files.path_changed.connect(self._show_right)
        self._document.undo_stack.cleanChanged.connect(self._show_right)
        self.show_now()

    def say(self, line: str) -> None:
        """A word in passing, until the next edit or another page."""
        self._links.show_path(None)
        self._said = line
        self._show_right()

    def say_written(self, path: Path, line: str) -> None:
        """What was written, with the way to it."""
        self.say(line)
        self._links.show_path(path)
        self._fit()

    def forget(self) -> None:
        """What was said is no longer news."""
        self._links.show_path(None)
        self._said = ""
        self._show_right()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _show_offer(self, entry: str, offer: str) -> None:
        """What a build came to while the user was on another page; it stands until it is seen."""
        self._offer.setText(offer)
        self._offer.setAccessibleName(offer)
        self._offer.setVisible(bool(offer))
        self._show_right()

    def _see_build(self) -> None:
        self._desk.go_to("build")

    def _heard(self, change: Change) -> None:
        self._links.show_path(None)
        self._said = ""
        self._timer.start()

    def show_now(self) -> None:
        """Reckon and show."""
        unit, plan, before = self._document.unit, self._document.plan, self._document.compared_with
        was = positions_today(unit) if before is None else positions_of(unit, before)
        first = figures_before(unit, was)
        last = figures_beside(unit, was, positions_of(unit, plan), by_hand=is_by_hand(before, plan))
        self._figures["small"].set_name(tr("ui.line.small", limit=share(unit.small_position_below_bp)))
        self._show_average(first, last)
        self._show_counts(first, last)
        self._show_open()
        self._show_right()

    def _show_average(self, first: PositionFigures, last: PositionFigures) -> None:
        document = self._document
        bound = self._desk.runs.ceiling_bp(document.plan, document.unit, _number(last.average_bp))
        notes = []
        said = tr("ui.line_help.average")
        vacant = last.employees - first.employees  # who counted before counts after
        if vacant:
            notes.append(vacant_words(vacant))
            same = share(_number(last.same_people_average_bp), 1)
            said = f"{said} {tr('ui.line_help.vacant', count=vacant, same=same)}"
        if bound is not None:
            notes.append(tr("ui.line.bound", bound=share(bound, 1)))
        old, new = share(_number(first.average_bp), 1), share(_number(last.average_bp), 1)
        figure, verdict = self._figures["average"], _sign(last.average_bp - first.average_bp)
        figure.show_values(old, new, verdict, *notes)
        figure.setToolTip(tip(said))

    def _show_counts(self, first: PositionFigures, last: PositionFigures) -> None:
        for key, was, now, better in (
            ("full_time", first.full_time, last.full_time, 1),
            ("small", first.small, last.small, -1),
            ("unwanted", first.unwanted_people, last.unwanted_people, -1),
        ):
            self._figures[key].show_values(str(was), str(now), better * _sign(now - was))

    def _show_open(self) -> None:
        """Person-hours below the least of the whole rota; before there is a rota they say nothing."""
        figure, unit = self._figures["open"], self._document.unit
        figure.setVisible(not self._document.plan.is_empty)
        if self._document.plan.is_empty:
            return
        figure.set_name(tr("ui.line.open_in", weeks=amount_text(unit.weeks, "weeks", language())))
        judged = self._document.judgement
        minutes = sum(f.amount for f in judged.of_unit if f.rule == "staffing_minimum")
        total, week = (number(part / MINUTES_PER_HOUR) for part in (minutes, minutes / unit.weeks))
        figure.show_values(None, tr("ui.line.hours", hours=total))
        figure.setToolTip(tip(tr("ui.line_help.open_hours", total=total, weeks=unit.weeks, week=week)))

    def _show_right(self) -> None:
        self._words, self._look = self._state_words()
        self._fit()

    def _fit(self) -> None:
        """The figures stay. What is said stands beside them, or in a line above where there is no room."""
        self._put_links(self._box)
        is_above = bool(self._said) and not self._makes_room(self._said)
        if is_above:
            self._put_links(self._upper)
            _cut(self._above, self._said, self._inner_width() - self._links_width())
        self._above.setVisible(is_above)
        words = self._words if is_above else self._said or self._words
        set_look(self._right, self._look if words == self._words else "muted")
        self._makes_room(words)
        _cut(self._right, words, self._room())

    def _put_links(self, line: QHBoxLayout) -> None:
        """Beside what they belong to."""
        if line.indexOf(self._links) < 0:
            other = self._upper if line is self._box else self._box
            other.removeWidget(self._links)
            line.addWidget(self._links)

    def _makes_room(self, words: str) -> bool:
        """Whether there is room beside the figures, with as many of the notes as can stay."""
        average = self._figures["average"]
        asked = self._right.fontMetrics().horizontalAdvance(words) + 2
        for count in range(len(average.notes), -1, -1):
            average.show_notes(count)
            if asked <= self._room():
                return True
        return False

    def _room(self) -> int:
        """Pixels that figures, offer and links leave in their line."""
        gap = self._box.spacing()
        shown = [figure for figure in self._figures.values() if not figure.isHidden()]
        taken = sum(figure.sizeHint().width() + gap for figure in shown)
        taken += 0 if self._offer.isHidden() else self._offer.sizeHint().width() + gap
        taken += 0 if self._box.indexOf(self._links) < 0 else self._links_width()
        return self._inner_width() - gap - taken

    def _links_width(self) -> int:
        return 0 if self._links.isHidden() else self._links.sizeHint().width() + self._box.spacing()

    def _inner_width(self) -> int:
        return self.width() - 2 * MARGIN

    def _state_words(self) -> tuple[str, str]:
        """What is found and whether it is saved, and the look of that."""
        if is_bare(self._document.file) and self._desk.files.path is None:
            return "", "muted"
        findings = self._document.judgement.findings
        broken = [f.rule for f in findings if f.severity is Severity.BREACH]
        look = "worse" if broken else "muted"
        key = "ui.line.breaches" if broken else "ui.line.no_breach"
        if self._document.plan.role is PlanRole.SCENARIO and {*broken} == {POSITION_LIMITS}:
            key = "ui.line.breaches_of_limits"
        found = tr(key, count=len(broken))
        # An offer takes the room of what can wait.
        return (found if self._offer.text() else f"{found} · {self._saved_words()}"), look

    def _saved_words(self) -> str:
        """Only what stands in a file is saved."""
        if self._desk.files.path is None:
            return tr("ui.line.no_file")
        return tr("ui.line.unsaved" if self._document.is_modified else "ui.line.saved")


def _number(value: Fraction) -> float:
    return float(value)


def _sign(value: Fraction | int) -> int:
    return (value > 0) - (value < 0)


def _cut(part: QLabel, words: str, room: int) -> None:
    """Words too long for their room are cut visibly, and whole in the tooltip."""
    shown = part.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(room, 1))
    part.setText(shown)
    part.setToolTip("" if shown == words else tip(words))
