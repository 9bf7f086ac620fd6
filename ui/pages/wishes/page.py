"""Wishes: people at the left, the calendar of one of them, and the wishes of a day or all as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from heiltid.edits.wishes import (
    Asked,
    WishPlace,
    asked_by,
    cleared_wishes,
    place_of,
    repeated,
    toggled,
    wishes_at,
    with_strength,
)
from heiltid.model import Wish, WishStrength
from heiltid.rules.wording import who_text
from heiltid.wishes import wishes_spoken_of
from ui.desk import Desk
from ui.document import Change
from ui.page import Page
from ui.pages.wishes.lines import WishLine, count_words, met_share, wish_lines
from ui.pages.wishes.menu import WishMenu
from ui.pages.wishes.paste import WishesPreview
from ui.pages.wishes.sides import CalendarCard, NobodyCard, PeopleCard, TablesCard, WishesOf
from ui.pages.wishes.words import place_words
from ui.places import BookingStep, Person, Place
from ui.plan_names import plan_name
from ui.texts import language, share, tr
from ui.widgets.basic import WIDE_GAP, button

REPEATED_WEEKS = (1, 2)


class WishesPage(Page):
    """A wish carries no reason. Every edit is one step of undo."""

    key = "wishes"
    help_name = "wishes"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._column_words: dict[str, str | None] = {}  # what the leader has said of pasted columns
        self._number: str | None = None  # whose calendar
        self._lines: tuple[WishLine, ...] = ()
        self.menu: WishMenu | None = None
        self._paste = button("ui.wishes.paste", name="wishes_paste")
        self._paste.clicked.connect(self.paste)
        self._from_home = button("ui.booking.tab.wishes", name="wishes_from_home")
        self._from_home.clicked.connect(self._go_home)
        self.people = PeopleCard()
        self.calendar = CalendarCard()
        self.tables = TablesCard(self.document)
        self._nobody = NobodyCard()
        self._connect()
        right = _divided(Qt.Orientation.Vertical, (self.calendar, self.tables), (400, 230))
        whole = _divided(Qt.Orientation.Horizontal, (self.people, right), (270, 860))
        self._stack = QStackedWidget()
        self._stack.addWidget(whole)
        self._stack.addWidget(self._nobody)
        self.column.addWidget(self._stack, 1)

    def header_widgets(self) -> tuple[QWidget, ...]:
        return (self._from_home, self._paste)

    def subtitle(self) -> str:
        if not self.document.unit.employees:
            return ""
        words = count_words(self._lines, self.document.calendar)
        met = met_share(self._lines)
        if met is None:
            return words
        shown = share(10_000 * met[0] / met[1])
        return tr("ui.wishes.subtitle", wishes=words, share=shown, plan=self._plan_name())

    def refresh(self, change: Change) -> None:
        if not change.unit and not change.shown_plan:
            return
        unit = self.document.unit
        self._stack.setCurrentIndex(0 if unit.employees else 1)
        for offered in self.header_widgets():
            offered.setVisible(bool(unit.employees))
        self._lines = wish_lines(self.document.calendar, self.document.plan)
        self.tables.show_lines(self._lines)
        if self._number not in unit.employee_by_number():
            self._number = next((person.number for person in unit.employees), None)
        self.people.show_people([self._of(person.number) for person in unit.employees], self._number)
        self._show_calendar()
        self.subtitle_changed.emit()

    def _go_home(self) -> None:
        """To where people are asked at home what they want."""
        self.desk.go_to("booking", BookingStep(key="wishes"))

    def arrive(self, target: object) -> None:
        """Show one person's wishes, and the day where one is meant."""
        if isinstance(target, Person | Place) and target.employee is not None:
            self._number = target.employee
            self.people.choose(target.employee)
            self._show_calendar()
        if isinstance(target, Place) and target.days:
            day = target.days[0]
            if 0 <= day < self.document.unit.day_count:
                self.calendar.view.show_place(WishPlace(weekday=day % 7, day=day))

    def paste(self) -> None:
        """Show what the clipboard holds as wishes; take them in once the leader says so."""
        strength = self.calendar.strength()
        text = QGuiApplication.clipboard().text()
        preview = WishesPreview(text, self.document, self._column_words, self, strength=strength)
        if preview.exec():
            self._apply(tr("ui.wishes.step_paste", count=preview.count), preview.wishes)
        preview.deleteLater()

    def open_menu(self, at: QPoint) -> None:
        """The menu of the chosen days."""
        places = self.calendar.view.places()
        if self._number is None or not places:
            return
        calendar = self.document.calendar
        here = [wish for place in places for wish in wishes_at(calendar, self._number, place)]
        strengths = {wish.strength for wish in here}
        heading = place_words(places[0], calendar)
        if len(places) > 1:
            heading = tr("wording.count.days.many", count=len(places))
        if self.menu is not None:
            self.menu.deleteLater()
        only = strengths.pop() if len(strengths) == 1 else None
        there, unit = self._standing(places), self.document.unit
        self.menu = WishMenu(heading, unit, there, self._standing_every(places), only, bool(here), self)
        self.menu.asked.connect(self.toggle)
        self.menu.asked_every.connect(self.toggle_every)
        self.menu.strengthened.connect(self.strengthen)
        self.menu.cleared.connect(self.clear)
        self.menu.popup(at)

    def _standing(self, places: Sequence[WishPlace]) -> frozenset[Asked]:
        """What is asked for at every one of some places."""
        calendar, number = self.document.calendar, self._number or ""
        return frozenset.intersection(
            *(frozenset(map(asked_by, wishes_at(calendar, number, place))) for place in places)
        )

    def _standing_every(self, places: Sequence[WishPlace]) -> dict[int, frozenset[Asked]]:
        """The same every week and every other week on; not for what is every week already."""
        if any(place.day is None for place in places):
            return {}
        return {
            every: self._standing(repeated(places, every, self.document.calendar)) for every in REPEATED_WEEKS
        }

    def toggle(self, asked: Asked) -> None:
        """Put a wish in at the chosen days, or take it away."""
        self._toggle_at(self.calendar.view.places(), asked)

    def toggle_every(self, asked: Asked, every: int) -> None:
        """The same from the chosen days on, every so many weeks."""
        self._toggle_at(repeated(self.calendar.view.places(), every, self.document.calendar), asked)

    def _toggle_at(self, places: Sequence[WishPlace], asked: Asked) -> None:
        if self._number is not None:
            strength = self.calendar.strength()
            self._apply(self._step(), toggled(self.document.calendar, self._number, places, asked, strength))

    def strengthen(self, strength: WishStrength) -> None:
        """Another strength for what stands on the chosen days; new wishes get it too."""
        if self._number is not None:
            places = self.calendar.view.places()
            self._apply(self._step(), with_strength(self.document.calendar, self._number, places, strength))

    def clear(self) -> None:
        """Take away what stands on the chosen days."""
        if self._number is not None:
            places = self.calendar.view.places()
            self._apply(self._step(), cleared_wishes(self.document.calendar, self._number, places))

    def _connect(self) -> None:
        self.people.chosen.connect(self._chosen)
        self.calendar.view.asked.connect(self.open_menu)
        self.calendar.view.cleared.connect(self.clear)
        self.calendar.view.moved.connect(self._moved)
        self.tables.edited.connect(self._edited)
        self.tables.removed.connect(self._removed)
        self.tables.chosen.connect(self._jump)
        self.tables.table.pasted.connect(self.paste)
        self._nobody.go.clicked.connect(self._go_to_people)
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self.paste)

    def _of(self, number: str) -> WishesOf:
        lines = [line for line in self._lines if line.wish.employee == number]
        name = who_text(number, self.document.unit, language())
        count = wishes_spoken_of((line.wish for line in lines), self.document.calendar)
        return WishesOf(number=number, name=name, count=count, met=met_share(lines))

    def _plan_name(self) -> str:
        return plan_name(self.document.plan)

    def _show_calendar(self) -> None:
        name = "" if self._number is None else who_text(self._number, self.document.unit, language())
        self.calendar.show_person(self.document.calendar, self.document.plan, self._number, name)
        self.tables.show_place(self._number, self.calendar.view.current_place())

    def _chosen(self, number: str) -> None:
        if number != self._number:
            self._number = number
            self._show_calendar()

    def _moved(self, place: WishPlace) -> None:
        self.tables.show_place(self._number, place)

    def _jump(self, line: WishLine) -> None:
        """The calendar follows the line chosen in the table of all wishes."""
        place = place_of(line.wish.when, self.document.calendar)
        self._number = line.wish.employee
        self.people.choose(line.wish.employee)
        self._show_calendar()
        if place is not None:
            self.calendar.view.show_place(place)

    def _edited(self, line: WishLine) -> None:
        wishes = self.document.unit.wishes
        self._apply(
            tr("ui.wishes.step_edit", who=who_text(line.wish.employee, self.document.unit, language())),
            (*wishes[: line.place], line.wish, *wishes[line.place + 1 :]),
        )

    def _removed(self, places: Sequence[int]) -> None:
        gone = set(places)
        left = tuple(wish for place, wish in enumerate(self.document.unit.wishes) if place not in gone)
        self._apply(tr("ui.wishes.step_remove"), left)

    def _step(self) -> str:
        return tr("ui.wishes.step_edit", who=who_text(self._number, self.document.unit, language()))

    def _apply(self, label: str, wishes: tuple[Wish, ...]) -> None:
        self.document.apply_unit(label, replace(self.document.unit, wishes=wishes))

    def _go_to_people(self) -> None:
        self.desk.go_to("people")


def _divided(side: Qt.Orientation, parts: Sequence[QWidget], sizes: Sequence[int]) -> QSplitter:
    """Parts whose border can be moved; they grow as they are large."""
    made = QSplitter(side)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(WIDE_GAP)
    made.setStyleSheet("QSplitter::handle { background: transparent; }")
    for place, part in enumerate(parts):
        made.addWidget(part)
        made.setStretchFactor(place, sizes[place])
    made.setSizes(list(sizes))
    return made
