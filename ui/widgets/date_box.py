"""A line for a date, typed as people write it or chosen in a small calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from heiltid.texts import Language
from heiltid.typed_dates import date_typed
from resources import place
from ui.texts import language, tr
from ui.theme import theme

TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
CALENDAR_WIDTH = 380
LOCALES = {
    Language.NYNORSK: QLocale(QLocale.Language.NorwegianNynorsk, QLocale.Country.Norway),
    Language.BOKMAL: QLocale(QLocale.Language.NorwegianBokmal, QLocale.Country.Norway),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class DateBox(QLineEdit):
    """What was typed stays as it is: whoever asks gets a date, or None and the sentence that says why.

    Come to by Tab, all of it is selected, to write over. Alt and down, or the arrow, open the calendar.
    """

    changed = Signal()
    picked = Signal()  # a day of the calendar was chosen

    def __init__(self, when: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: date | None = None
        self._last: date | None = None
        self._mondays_only = False
        self.setPlaceholderText(tr("ui.date.pattern"))
        ending = "dark" if theme().is_dark else "light"
        icon = QIcon(place("theme", f"down-{ending}.svg"))
        self._open = self.addAction(icon, QLineEdit.ActionPosition.TrailingPosition)
        self._open.setToolTip(tr("ui.date.choose"))
        self._open.triggered.connect(self.open_calendar)
        self._menu: QMenu | None = None
        self.calendar: QCalendarWidget | None = None  # while it is open
        self.set_date(when)
        self.textChanged.connect(self.changed)

    def set_date(self, when: date | None) -> None:
        """Show a date, or none."""
        self.setText("" if when is None else f"{when:%d.%m.%Y}")

    def allow(
        self, first: date | None = None, last: date | None = None, *, mondays_only: bool = False
    ) -> None:
        """Which dates will do."""
        self._first, self._last, self._mondays_only = first, last, mondays_only

    def date(self) -> date | None:
        """The date, where what was typed is one that will do."""
        return None if self.trouble() else date_typed(self.text())

    def trouble(self) -> str:
        """The sentence that says why what was typed will not do; "" when it will."""
        found = date_typed(self.text())
        if found is None:
            return tr("ui.date.bad")
        if self._first is not None and self._last is not None and not self._first <= found <= self._last:
            return tr("ui.date.outside", first=f"{self._first:%d.%m.%Y}", last=f"{self._last:%d.%m.%Y}")
        if self._mondays_only and found.weekday():
            return _not_monday(found)
        return ""

    def open_calendar(self) -> None:
        """A calendar below the line."""
        menu, calendar = QMenu(self), _calendar()
        if self._first is not None and self._last is not None:
            calendar.setDateRange(_qt(self._first), _qt(self._last))
        calendar.setSelectedDate(_qt(date_typed(self.text()) or self._first or date.today()))
        calendar.clicked.connect(self._chose)
        calendar.activated.connect(self._chose)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.aboutToHide.connect(self._closed)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()
        self._menu, self.calendar = menu, calendar

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        opens = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if opens or event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if event.reason() in TABS:
            self.selectAll()

    def _chose(self, chosen: QDate) -> None:
        self.set_date(date(chosen.year(), chosen.month(), chosen.day()))
        if self._menu is not None:
            self._menu.close()
        self.setFocus()
        self.picked.emit()

    def _closed(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = self.calendar = None


def _calendar() -> QCalendarWidget:
    """Weeks from Monday with their numbers, in the window's language and colours."""
    made = QCalendarWidget()
    made.setLocale(LOCALES[language()])
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    made.setAccessibleName(tr("ui.date.choose"))
    made.setMinimumWidth(CALENDAR_WIDTH)
    weekend = QTextCharFormat()
    weekend.setForeground(QColor(theme().worse))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(day, weekend)
    for name, arrow in (("prev", Qt.ArrowType.LeftArrow), ("next", Qt.ArrowType.RightArrow)):
        step = made.findChild(QToolButton, f"qt_calendar_{name}month")
        if step is not None:  # Qt's own pictures are black in the dark theme too
            step.setIcon(QIcon())
            step.setArrowType(arrow)
    return made


def _not_monday(found: date) -> str:
    """Names the day it is, and the Mondays on both sides."""
    before = date.fromordinal(found.toordinal() - found.weekday())
    after = date.fromordinal(before.toordinal() + 7)
    weekday = tr("ui.date.weekdays").split()[found.weekday()]
    values = {"before": f"{before:%d.%m.%Y}", "after": f"{after:%d.%m.%Y}"}
    return tr("ui.date.no_monday", when=f"{found:%d.%m.%Y}", weekday=weekday, **values)


def _qt(when: date) -> QDate:
    return QDate(when.year, when.month, when.day)
