"""The calendar of one person's wishes: a line for every such weekday, then a line for each week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from heiltid.calendar import Calendar
from heiltid.edits.wishes import WishPlace, place_of, place_of_day
from heiltid.model import DAYS_PER_WEEK, Cell, Employee, Plan, ShiftType, Wish
from heiltid.notation import cell_text
from heiltid.wishes import is_met
from ui.pages.wishes.lines import CROSS, TICK
from ui.pages.wishes.words import place_words, weekday_word, wish_words
from ui.texts import tr

FACE_ROLE = Qt.ItemDataRole.UserRole + 1
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A wish in a cell; is_met None where there is no rota to ask, or no single day."""

    wish: Wish
    every: bool  # for every such weekday
    is_met: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """All a cell shows."""

    place: WishPlace
    on: date | None  # in a dated rota
    shown: tuple[Shown, ...]
    is_red: bool
    is_away: bool
    code: str  # in the shown rota


class CalendarModel(QAbstractTableModel):
    """Row 0 is every such weekday; row n is rotation week n."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calendar: Calendar | None = None
        self._person: Employee | None = None
        self._cells: tuple[Cell, ...] = ()
        self._shifts: Mapping[str, ShiftType] = {}
        self._by_place: dict[WishPlace, list[Wish]] = {}

    def show_person(self, calendar: Calendar, plan: Plan, employee: str | None) -> None:
        """Whose calendar, and the rota that is to meet her wishes."""
        old = None if self._calendar is None else self._calendar.unit.weeks
        resets = old != calendar.unit.weeks
        if resets:
            self.beginResetModel()
        self._calendar = calendar
        self._person = calendar.unit.employee_by_number().get(employee or "")
        row = plan.row_of().get(employee or "")
        self._cells = () if row is None or plan.is_empty else row.cells
        self._shifts = calendar.unit.shift_by_code()
        self._by_place = {}
        for wish in calendar.unit.wishes:
            place = place_of(wish.when, calendar) if wish.employee == employee else None
            if place is not None:
                self._by_place.setdefault(place, []).append(wish)
        if resets:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, DAYS_PER_WEEK - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def rowCount(self, parent: QModelIndex = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() or self._calendar is None else self._calendar.unit.weeks + 1

    def columnCount(self, parent: QModelIndex = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else DAYS_PER_WEEK

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def place(self, index: QModelIndex) -> WishPlace:
        """The place of a cell."""
        if index.row() == 0:
            return WishPlace(weekday=index.column())
        return place_of_day((index.row() - 1) * DAYS_PER_WEEK + index.column())

    def index_of(self, place: WishPlace) -> QModelIndex:
        """The cell of a place."""
        return self.index(0 if place.day is None else place.day // DAYS_PER_WEEK + 1, place.weekday)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if self._calendar is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and section and orientation is Qt.Orientation.Vertical:
            return tr("ui.wishes.first_run") if self._calendar.unit.is_cyclic else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return weekday_word(section)
        if section == 0:
            return tr("ui.wishes.every_week")
        monday = self._calendar.date_of((section - 1) * DAYS_PER_WEEK)
        if self._calendar.unit.is_cyclic:  # a dated rota has its dates in the days
            sunday = self._calendar.date_of(section * DAYS_PER_WEEK - 1)
            dates = f"{monday.day}.{monday.month}.–{sunday.day}.{sunday.month}."
            return f"{tr('wording.week', number=section)}  {dates}"
        week = monday.isocalendar().week
        return tr("wording.week", number=week)

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if not index.isValid() or self._calendar is None:
            return None
        if role == FACE_ROLE:
            return self._face(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return "; ".join(_said(shown) for shown in self._face(index).shown)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._sentence(self._face(index))
        return None

    def _face(self, index: QModelIndex) -> Face:
        assert self._calendar is not None
        place, calendar = self.place(index), self._calendar
        own = tuple(self._shown(wish, place, every=False) for wish in self._by_place.get(place, ()))
        day = place.day
        if day is None:
            return Face(place=place, on=None, shown=own, is_red=place.weekday == 6, is_away=False, code="")
        weekly = self._by_place.get(WishPlace(weekday=place.weekday), ())
        return Face(
            place=place,
            on=None if calendar.unit.is_cyclic else calendar.date_of(day),
            shown=(*own, *(self._shown(wish, place, every=True) for wish in weekly)),
            is_red=calendar.is_sunday_like(day),
            is_away=self._person is not None and not calendar.is_present(self._person, day),
            code=cell_text(self._cells[day], locks=False) if self._cells else "",
        )

    def _shown(self, wish: Wish, place: WishPlace, *, every: bool) -> Shown:
        person, calendar, day = self._person, self._calendar, place.day
        assert calendar is not None
        met = None
        if day is not None and self._cells and person is not None and calendar.is_present(person, day):
            met = is_met(wish, day, self._cells[day], self._shifts)
        return Shown(wish=wish, every=every, is_met=met)

    def _sentence(self, face: Face) -> str:
        assert self._calendar is not None
        lines = [place_words(face.place, self._calendar)]
        lines += [_said(shown) for shown in face.shown]
        if face.is_away:
            lines.append(tr("ui.wishes.away"))
        if face.code:
            lines.append(tr("ui.wishes.in_rota", code=face.code))
        return "\n".join(lines)


def _said(shown: Shown) -> str:
    """As "fri, sterkt (kvar veke): ✗ ikkje oppfylt"."""
    words = wish_words(shown.wish)
    if shown.every:
        words = f"{words} ({tr('ui.wishes.every_week')})"
    if shown.is_met is None:
        return words
    mark = f"{TICK} {tr('ui.wishes.met')}" if shown.is_met else f"{CROSS} {tr('ui.wishes.unmet')}"
    return f"{words}: {mark}"
