"""The two lines above the days: rotation week with its dates, and the letters of the weekdays."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from heiltid.calendar import Calendar
from heiltid.model import DAYS_PER_WEEK
from ui.pages.rota.words import day_words, month_name, span_words, weekday_letter, weekday_name
from ui.texts import tr
from ui.theme import theme

HEADER_HEIGHT = 48
WEEK_HEIGHT = 26
LETTER_FROM, DATE_FROM = 9, 44  # column widths


class Title(NamedTuple):
    """What stands above a week: its name, what follows, and how wide they are."""

    name: str
    rest: str
    name_width: int
    width: int


class DayHeader(QHeaderView):
    """Painted whole: a week spans seven sections."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._calendar: Calendar | None = None
        self._titles: dict[tuple[int, int], Title] = {}
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setFixedHeight(HEADER_HEIGHT)

    def set_calendar(self, calendar: Calendar) -> None:
        """The days above which it stands."""
        self._calendar = calendar
        self._titles.clear()
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme().card))
        calendar, width = self._calendar, self.defaultSectionSize()
        if calendar is not None and self.count():
            first = max(0, self.logicalIndexAt(QPoint(max(0, event.rect().left()), 1)))
            last = self.logicalIndexAt(QPoint(event.rect().right(), 1))
            last = self.count() - 1 if last < 0 else last
            for week in range(first // DAYS_PER_WEEK, last // DAYS_PER_WEEK + 1):
                self._paint_week(painter, calendar, week, width)
            for day in range(first, last + 1):
                self._paint_day(painter, calendar, day, width)
        painter.setPen(QColor(theme().strong_line))
        painter.drawLine(event.rect().left(), HEADER_HEIGHT - 1, event.rect().right(), HEADER_HEIGHT - 1)
        painter.end()

    def _paint_week(self, painter: QPainter, calendar: Calendar, week: int, width: int) -> None:
        left = self.sectionViewportPosition(week * DAYS_PER_WEEK)
        box = QRect(left, 0, width * DAYS_PER_WEEK, WEEK_HEIGHT)
        painter.setPen(QColor(theme().strong_line))
        painter.drawLine(box.right(), 0, box.right(), HEADER_HEIGHT)
        painter.setPen(QColor(theme().line))
        painter.drawLine(left, WEEK_HEIGHT - 1, box.right(), WEEK_HEIGHT - 1)
        title = self._title_of(calendar, week, box.width() - 6)
        start = left + (box.width() - title.width) // 2
        bold, plain = self._font(QFont.Weight.DemiBold), self._font(QFont.Weight.Normal)
        self._put(painter, QRect(start, 0, title.width + 2, WEEK_HEIGHT), title.name, bold, theme().text)
        if title.rest:
            where = QRect(start + title.name_width, 0, title.width + 2, WEEK_HEIGHT)
            self._put(painter, where, title.rest, plain, theme().muted)

    def _title_of(self, calendar: Calendar, week: int, room: int) -> Title:
        """The longest name of a week that fits; measured once for each width."""
        found = self._titles.get((week, room))
        if found is None:
            bold = QFontMetrics(self._font(QFont.Weight.DemiBold))
            plain = QFontMetrics(self._font(QFont.Weight.Normal))
            for name, rest in self._week_names(calendar, week):
                name_width = bold.horizontalAdvance(name)
                found = Title(name, rest, name_width, name_width + plain.horizontalAdvance(rest))
                if found.width <= room:
                    break
            assert found is not None
            self._titles[week, room] = found
        return found

    @staticmethod
    def _week_names(calendar: Calendar, week: int) -> list[tuple[str, str]]:
        """Name and what follows it, the longest first."""
        name = tr("ui.rota.week", number=week + 1)
        first = week * DAYS_PER_WEEK
        dates = f" · {span_words(calendar, first, first + DAYS_PER_WEEK - 1)}"
        iso = tr("ui.rota.iso_week", number=calendar.date_of(first).isocalendar().week)
        start = calendar.date_of(first)
        from_on = f" · {tr('ui.rota.from_day', day=start.day, month=month_name(start.month))}"
        number = str(week + 1)
        return [(name, f"{dates} · {iso}"), (name, dates), (name, from_on), (name, ""), (number, "")]

    def _paint_day(self, painter: QPainter, calendar: Calendar, day: int, width: int) -> None:
        if width < LETTER_FROM:
            return
        is_red = calendar.is_sunday_like(day)
        shown = weekday_letter(calendar, day)
        if width >= DATE_FROM:
            when = calendar.date_of(day)
            month = f" {month_name(when.month)}" if when.day == 1 or width >= 2 * DATE_FROM else ""
            shown = f"{weekday_name(calendar, day)} {when.day}.{month}"
        left = self.sectionViewportPosition(day)
        box = QRect(left, WEEK_HEIGHT, width, HEADER_HEIGHT - WEEK_HEIGHT)
        font = self._font(QFont.Weight.Bold if is_red else QFont.Weight.DemiBold, 8.5 if width > 14 else 7.0)
        self._put(painter, box, shown, font, theme().worse if is_red else theme().muted, centred=True)

    def _put(
        self, painter: QPainter, box: QRect, shown: str, font: QFont, colour: str, centred: bool = False
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _font(self, weight: QFont.Weight, size: float = 9.0) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(size)
        font.setWeight(weight)
        return font

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QHelpEvent) and self._calendar is not None:
            day = self.logicalIndexAt(event.pos())
            if day >= 0:
                iso = self._calendar.date_of(day).isocalendar().week
                shown = f"{day_words(self._calendar, day)} · {tr('ui.rota.iso_week', number=iso)}"
                red = tr("ui.rota.red_day") if self._calendar.is_red(day) else ""
                QToolTip.showText(event.globalPos(), f"{shown} · {red}" if red else shown, self)
                return True
        return super().viewportEvent(event)
