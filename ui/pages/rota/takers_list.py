"""Those who could take a shift, the best first, each with a button; below them why the others cannot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from heiltid.advice.taker_words import consequences
from heiltid.advice.takers import Taker
from heiltid.competence_words import competence_word
from heiltid.model import Unit
from heiltid.rules.wording import who_text
from ui.pages.rota.nobody_words import nobody_words
from ui.texts import language, tr
from ui.widgets.basic import GAP, clear_layout, label


def person_words(employee: str, unit: Unit) -> str:
    """ "Lena Nes · sjukepleiar"; two of the same name are told apart by their number."""
    who = who_text(employee, unit, language())
    if sum(entry.name == who for entry in unit.employees) > 1:
        who = f"{who} ({employee})"
    person = unit.employee_by_number().get(employee)
    asked = None if person is None else person.competence
    return who if asked is None else f"{who} · {competence_word(asked, language())}"


class TakersList(QWidget):
    """One line each: who, what it would bring, and a button that does it."""

    given = Signal(object)  # Taker
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takers: tuple[Taker, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(GAP)
        self._buttons = QSignalMapper(self)
        self._buttons.mappedInt.connect(self._give)

    def clear(self) -> None:
        """Nobody."""
        self.takers = ()
        clear_layout(self._lines)

    def say(self, line: str) -> None:
        """A sentence in place of people."""
        self.clear()
        self._lines.addWidget(label(line, "muted", wraps=True))

    def show_takers(self, takers: Sequence[Taker], unit: Unit, most: int, *, is_held: bool = False) -> None:
        """At most so many of those who can; all of them come with those who cannot.

        is_held: the shift is locked where it stands; nobody is offered it.
        """
        self.clear()
        able = [entry for entry in takers if entry.can]
        others = [entry for entry in takers if not entry.can]
        self.takers = tuple(able[:most])
        if not able:
            self._lines.addWidget(label(nobody_words(others, unit), "muted", wraps=True))
        for place, entry in enumerate(self.takers):
            words = consequences(entry, unit, language())
            self._add(place, person_words(entry.employee, unit), words, "" if is_held else "ui.rota.give")
        if len(able) > most or (others and most < len(takers)):
            made = QPushButton(tr("ui.rota.all_takers", count=len(able), all=len(takers)))
            made.setProperty("look", "link")
            made.clicked.connect(self.all_wanted)
            self._lines.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        elif others:
            self._lines.addWidget(label(tr("ui.rota.who_cannot"), "heading"))
            for entry in others:
                line = f"{person_words(entry.employee, unit)} – {consequences(entry, unit, language())}"
                self._lines.addWidget(label(line, "muted", wraps=True))

    def show_options(self, options: Sequence[Taker], unit: Unit) -> None:
        """One person's codes instead of several people with one."""
        self.clear()
        self.takers = tuple(options)
        for place, entry in enumerate(self.takers):
            self._add(place, entry.code, consequences(entry, unit, language()), "ui.rota.put_in")

    def _add(self, place: int, head: str, words: str, key: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(label(head, "strong", wraps=True), 1)
        if key:
            line.addWidget(self._way(place, key, f"{head} – {words}"), 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addLayout(line)
        told.addWidget(label(words, "muted", wraps=True))
        self._lines.addLayout(told)

    def _way(self, place: int, key: str, words: str) -> QPushButton:
        made = QPushButton(tr(key))
        made.setProperty("look", "link")
        made.setAccessibleName(f"{tr(key)}: {words}")
        self._buttons.setMapping(made, place)
        made.clicked.connect(self._buttons.map)
        return made

    def _give(self, place: int) -> None:
        if place < len(self.takers):
            self.given.emit(self.takers[place])
