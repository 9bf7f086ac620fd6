"""Extra shifts: the rota on its dates, what is open there, who is asked, and who gets what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from ui.desk import Desk
from ui.document import Change
from ui.page import Page
from ui.pages.booking.answers_part import AnswersPart
from ui.pages.booking.dated_part import DatedPart
from ui.pages.booking.ledger_part import LedgerPart
from ui.pages.booking.lists_part import ListsPart
from ui.pages.booking.open_part import OpenPart
from ui.pages.booking.part import Part
from ui.pages.booking.rollout_part import RollOutPart
from ui.pages.booking.share_part import SharePart
from ui.pages.booking.standings import Standings
from ui.pages.booking.wishes_part import WishesPart
from ui.pages.booking.words import date_words
from ui.pages.booking.work import Work
from ui.places import BookingStep
from ui.texts import tr

PARTS: tuple[type[Part], ...] = (
    RollOutPart,
    DatedPart,
    OpenPart,
    ListsPart,
    AnswersPart,
    SharePart,
    LedgerPart,
    WishesPart,
)


class BookingPage(Page):
    """One tab for each step, in the order they are taken; only the one in front is filled."""

    key = "booking"
    help_name = "booking"  # of the part in front, once there is one
    has_own_scroll = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.work = Work(desk, self)
        self.standings = Standings(self)
        self.tabs = QTabBar()
        self.tabs.setObjectName("booking_tabs")
        self.tabs.setAccessibleName(tr("ui.page.booking"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedWidget()
        self.parts: dict[str, Part] = {}
        for kind in PARTS:
            self._add(kind)
        self.column.addWidget(self.tabs)
        self.column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._chosen)
        self.work.going_to.connect(self.show_part)

    def _add(self, kind: type[Part]) -> None:
        made = kind(self.work, self.standings)
        self.parts[kind.key] = made
        self.tabs.addTab(tr(f"ui.booking.tab.{kind.key}"))
        self._stack.addWidget(made)

    @property
    def current(self) -> Part:
        """The part in front."""
        found = self._stack.currentWidget()
        assert isinstance(found, Part)
        return found

    def subtitle(self) -> str:
        rollout = self.work.rollout
        if rollout is None:
            return tr("ui.booking.subtitle_none")
        options = rollout.options
        return tr("ui.booking.subtitle", first=date_words(options.first), weeks=options.weeks)

    def refresh(self, change: Change) -> None:
        booking = self.work.booking
        ledger = () if booking is None else booking.ledger
        self.standings.show_rollout(self.work.rollout, (entry.overtime for entry in ledger))
        for place, part in enumerate(self.parts.values()):
            can = part.can_be_shown()
            self.tabs.setTabEnabled(place, can)
            self.tabs.setTabToolTip(place, "" if can else part.why_not())
        if not self.tabs.isTabEnabled(self.tabs.currentIndex()):
            self.tabs.setCurrentIndex(0)
        self.current.refresh()
        self.subtitle_changed.emit()

    def show_part(self, key: str, target: object = None) -> None:
        """Bring a part to the front, and what it should show."""
        self.tabs.setCurrentIndex(list(self.parts).index(key))
        if target is not None:
            self.current.arrive(target)

    def arrive(self, target: object) -> None:
        """Bring a step to the front, where there is anything to see in it."""
        if isinstance(target, BookingStep) and self.parts[target.key].can_be_shown():
            self.show_part(target.key)

    def areas(self) -> tuple[QWidget, ...]:
        return (self.current, self.tabs)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.current.left()
        super().hideEvent(event)

    def shown(self) -> None:
        """What was put off while the page was away is taken up again."""
        was_stale = self._is_stale
        super().shown()
        if not was_stale:
            self.current.refresh()

    def _chosen(self, place: int) -> None:
        self.current.left()
        self._stack.setCurrentIndex(place)
        self.help_name = self.current.help_name
        if self.isVisible():
            self.current.refresh()
