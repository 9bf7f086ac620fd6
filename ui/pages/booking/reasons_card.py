"""One place of a list: why she gets it, why not each of the others, and giving it to another by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from heiltid.booking.sharing.reason_words import why_not, why_she
from heiltid.booking.sharing.reasons import PlaceReasons, Reason, WhyNot
from heiltid.model import Unit
from heiltid.model.booking import OpenPlace, Refusal
from ui.pages.booking.by_line import ByLine
from ui.pages.booking.share_lines import PlaceLine, nobody_words, said_sentence
from ui.pages.booking.words import person_words, place_words
from ui.settings import Settings
from ui.texts import language, tr
from ui.widgets.basic import GAP, Card, button, clear_layout, label, row, scrolled

LONGEST_REASON = 200
# Those a goal or a limit kept from it come first: they said yes.
YES = frozenset(WhyNot) - {
    *(WhyNot.NOT_OFFERED, WhyNot.NO_ANSWER, WhyNot.NOT_ANSWERED, WhyNot.SAID_NO),
}
# Nobody can have the shift then, whoever decides it; what a rule says against it the leader may set aside.
NEVER = frozenset(
    {
        *(Refusal.NO_CODE, Refusal.NOT_EMPLOYED, Refusal.ABSENT),
        *(Refusal.WORKS, Refusal.LOCKED, Refusal.SHIFT_DAYS),
    }
)


class ReasonsCard(Card):
    """`given`: place number, employee (None: nobody), reason; `left`: the proposal shall decide again."""

    given = Signal(int, object, str)
    left = Signal(int)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._place: int | None = None
        self._people: list[str] = []
        self._buttons = QSignalMapper(self)
        self._buttons.mappedInt.connect(self._give)
        self._title = label("", "heading", wraps=True, name="reasons_title")
        self._she = label("", wraps=True, name="reasons_she")
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setPlaceholderText(tr("ui.booking.share.reason_like"))
        self.reason.setAccessibleName(tr("ui.booking.share.reason"))
        self._trouble = label("", "worse", wraps=True, name="reasons_trouble")
        self.keep_open = button("ui.booking.share.keep_open", name="share_keep_open")
        self.undecide = button("ui.booking.share.undecide", name="share_undecide")
        self.by = ByLine(settings)
        inner = QWidget()
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(0, 0, GAP, 0)
        self._lines.setSpacing(GAP)
        self.area = scrolled(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # it may hold words alone, to scroll
        self.area.setAccessibleName(tr("ui.booking.share.why"))
        self._last: QWidget = self.area  # Tab goes from line to line, and then to what is below
        self.body.addWidget(self._title)
        self.body.addWidget(self._she)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.reason)
        self.body.addWidget(self._trouble)
        self.body.addLayout(row(self.keep_open, self.undecide, None))
        self.body.addWidget(self.by)
        self.keep_open.clicked.connect(self._keep_open)
        self.undecide.clicked.connect(self._undecide)

    def show_nothing(self, words: str) -> None:
        """A sentence in place of reasons."""
        self._place = None
        self._title.setText(tr("ui.booking.share.why"))
        self._she.setText(words)
        clear_layout(self._lines)
        self._say("")
        self._offer(None, changeable=False)

    def show_place(
        self,
        line: PlaceLine,
        reasons: PlaceReasons | None,
        places: Mapping[int, OpenPlace],
        unit: Unit,
        hindered: Mapping[str, str],
        *,
        changeable: bool,
    ) -> None:
        """reasons: None where the place is open no more; hindered: whom it cannot be given to, and why."""
        if self._place != line.place.number:
            self.reason.clear()
            self._say("")
        self._place = line.place.number
        self._title.setText(place_words(line.place))
        clear_layout(self._lines)
        self._she.setText(self._she_words(line, reasons))
        self._people, self._last = [], self.area
        if reasons is not None:
            is_shared = line.allotment is not None
            words = {
                entry.employee: why_not(entry, places, language())
                if is_shared or entry.why is not WhyNot.COULD
                else tr("ui.booking.share.not_shared")
                for entry in reasons.others
            }
            self._show_others(reasons.others, words, unit, hindered, changeable=changeable)
        self._lines.addStretch(1)
        self._offer(line, changeable=changeable and reasons is not None)

    @staticmethod
    def _she_words(line: PlaceLine, reasons: PlaceReasons | None) -> str:
        who = line.who or nobody_words(line).capitalize()
        if reasons is None:
            return f"{who}."
        parts = [f"{who}.", said_sentence(line), why_she(reasons, language())]
        return " ".join(part for part in parts if part)

    def _show_others(
        self,
        others: Sequence[Reason],
        words: Mapping[str, str],
        unit: Unit,
        hindered: Mapping[str, str],
        *,
        changeable: bool,
    ) -> None:
        for key, group in (
            ("ui.booking.share.said_yes", [entry for entry in others if entry.why in YES]),
            ("ui.booking.share.others", [entry for entry in others if entry.why not in YES]),
        ):
            if group:
                self._lines.addWidget(label(tr(key, count=len(group)), "strong"))
            for entry in group:
                can = changeable and entry.employee not in hindered and entry.refusal not in NEVER
                self._add(entry.employee, person_words(entry.employee, unit), words[entry.employee], can=can)

    def _add(self, employee: str, who: str, words: str, *, can: bool) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(label(who, "", wraps=True))
        told.addWidget(label(words, "muted", wraps=True))
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addLayout(told, 1)
        if can:
            made = QPushButton(tr("ui.booking.give"))
            made.setProperty("look", "link")
            made.setObjectName(f"share_give_{employee}")
            made.setAccessibleName(f"{tr('ui.booking.give')}: {who}. {words}")
            self._buttons.setMapping(made, len(self._people))
            self._people.append(employee)
            made.clicked.connect(self._buttons.map)
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(line)
        if can:
            self.setTabOrder(self._last, made)
            self._last = made

    def _offer(self, line: PlaceLine | None, *, changeable: bool) -> None:
        is_decided = line is not None and line.allotment is not None and line.allotment.is_decided
        kept_open = is_decided and line is not None and not line.who
        self.reason.setVisible(changeable)
        self.by.setVisible(changeable)
        self.keep_open.setVisible(changeable and not kept_open)
        self.undecide.setVisible(changeable and is_decided)

    def _give(self, number: int) -> None:
        if number < len(self._people):
            self._decide(self._people[number])

    def _keep_open(self) -> None:
        self._decide(None)

    def _decide(self, employee: str | None) -> None:
        """Whoever decides against a proposal says why: it is kept with her name and the time."""
        reason = " ".join(self.reason.text().split())
        if not reason:
            self._say(tr("ui.booking.share.needs_reason"))
            self.reason.setFocus()
        elif self._place is not None:
            self._say("")
            self.reason.clear()  # the next shift has a reason of its own
            self.area.setFocus()  # the button goes
            self.given.emit(self._place, employee, reason)

    def _undecide(self) -> None:
        if self._place is not None:
            self.left.emit(self._place)

    def _say(self, why: str) -> None:
        self._trouble.setText(why)
        self._trouble.setVisible(bool(why))
