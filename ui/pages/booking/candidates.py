"""One open place: who may take it, the best first, how it counts for each, and why the others may not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from heiltid.booking.dates.judging import OF_A_POSITION
from heiltid.booking.places.candidates import Candidate
from heiltid.model import Unit
from heiltid.model.booking import OpenPlace
from ui.pages.booking.told_line import ToldLine
from ui.pages.booking.words import (
    competence_words,
    counts_words,
    person_words,
    place_words,
    refusal_words,
    who_words,
)
from ui.pages.booking.write_down import said_words
from ui.texts import hours, tr
from ui.widgets.basic import GAP, Card, button, clear_layout, label, row, scrolled

PLAIN = frozenset({"isolated_free_day", "isolated_work_day"})  # said in words of their own


class CandidatesCard(Card):
    """Filled anew for each place; a button gives it to somebody."""

    given = Signal(object, str)  # OpenPlace, employee
    wants_next = Signal()

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.place: OpenPlace | None = None
        self._able: list[Candidate] = []
        self._buttons = QSignalMapper(self)
        self._buttons.mappedInt.connect(self._give)
        self._title = label("", "heading", wraps=True, name="candidates_title")
        self._about = label("", "muted", wraps=True)
        inner = QWidget()
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(0, 0, GAP, 0)
        self._lines.setSpacing(GAP)
        self.area = scrolled(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # it may hold words alone, to scroll
        self.area.setAccessibleName(tr("ui.booking.candidates"))
        self._last: QWidget = self.area  # Tab goes from line to line, and then to what is below
        self.told = ToldLine(stack)
        self.next = button("ui.booking.next_open", name="open_next")
        self.next.clicked.connect(self.wants_next)
        self.next.hide()
        self.body.addWidget(self.told)
        self.body.addLayout(row(self.next, None))
        self.body.addWidget(self._title)
        self.body.addWidget(self._about)
        self.body.addWidget(self.area, 1)

    def show_given(self, words: str, *, has_next: bool) -> None:
        """What was given to whom, and the way back. Nothing is given before another shift is chosen."""
        self.show_nothing("")
        self._title.clear()
        self.told.say(words, undo=True)
        self.next.setVisible(has_next)
        (self.next if has_next else self.told.undo).setFocus()

    def show_nothing(self, words: str) -> None:
        """A sentence in place of people."""
        self.place = None
        self._able = []
        self.next.hide()
        self._title.setText(tr("ui.booking.candidates"))
        self._about.setText(words)
        clear_layout(self._lines)

    def show_place(self, place: OpenPlace, found: Sequence[Candidate], unit: Unit) -> None:
        """Everybody before one place."""
        self.place = place
        self.next.hide()
        self._title.setText(place_words(place))
        self._about.setText(about_words(place, unit))
        clear_layout(self._lines)
        self._able = [entry for entry in found if entry.standing.can]
        self._last = self.area
        heading = "ui.booking.can_take" if self._able else "ui.booking.nobody_can"
        self._lines.addWidget(label(tr(heading, count=len(self._able)), "strong", wraps=True))
        for number, entry in enumerate(self._able):
            self._add(number, entry, unit)
        others = [entry.standing for entry in found if not entry.standing.can]
        if others:
            self._lines.addSpacing(GAP)
            self._lines.addWidget(label(tr("ui.booking.cannot_take", count=len(others)), "strong"))
        for standing in others:
            line = f"{who_words(standing.employee, unit)}: {refusal_words(standing)}"
            self._lines.addWidget(label(line, "muted", wraps=True))
        self._lines.addStretch(1)

    def _add(self, number: int, entry: Candidate, unit: Unit) -> None:
        who, words = person_words(entry.employee, unit), _consequences(entry)
        made = QPushButton(tr("ui.booking.give"))
        made.setProperty("look", "link")
        made.setObjectName(f"give_{entry.employee}")
        made.setAccessibleName(f"{tr('ui.booking.give')}: {who}, {words}")
        self._buttons.setMapping(made, number)
        made.clicked.connect(self._buttons.map)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(label(who, "", wraps=True))
        told.addWidget(label(words, "muted", wraps=True))
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addLayout(told, 1)
        line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(line)
        self.setTabOrder(self._last, made)
        self._last = made

    def _give(self, number: int) -> None:
        if self.place is not None and number < len(self._able):
            self.given.emit(self.place, self._able[number].employee)


def _open_of(why: str, who: str) -> str:
    """ "fråvær: Lena Nes"; a vacant line that is named so is not named twice."""
    if who.casefold().startswith(why.casefold()):
        return who
    return tr("ui.booking.open_of", why=why, who=who)


def about_words(place: OpenPlace, unit: Unit) -> str:
    """Why it is open, whose it was, and what is asked for."""
    parts = [tr(f"booking.why.{place.why.value}")]
    if place.whose is not None:
        parts[0] = _open_of(parts[0], who_words(place.whose, unit))
    if place.competence is not None:
        parts.append(tr("ui.booking.asks_for", competence=competence_words(place.competence)))
    parts.append(tr("ui.booking.needed" if place.lacking_minutes else "ui.booking.wanted"))
    return " · ".join(parts)


def _consequences(entry: Candidate) -> str:
    """How it counts, what speaks for her, and what it strains.

    That she works more than her position is no strain here: it is what is asked for.
    """
    standing = entry.standing
    parts = [counts_words(standing)]
    if entry.said is not None:
        parts.append(tr("ui.booking.answered", words=said_words(entry.said).lower()))
    if entry.right_minutes:
        parts.append(tr("ui.booking.has_right", hours=hours(entry.right_minutes)))
    if entry.had_minutes:
        parts.append(tr("ui.booking.has_had", hours=hours(entry.had_minutes)))
    parts += [tr(f"ui.booking.strain.{rule}") for rule in standing.strains if rule in PLAIN]
    known = OF_A_POSITION | PLAIN
    strained = [tr(f"rule.{rule}").lower() for rule in standing.strains if rule not in known]
    if strained:
        parts.append(tr("ui.booking.strains", rules=", ".join(strained)))
    return "; ".join(part for part in parts if part)
