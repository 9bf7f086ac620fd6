"""The columns of the staff list: what a leader scans. The rest stands in the form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from heiltid.measures.positions import is_unwanted_part_time
from heiltid.model import Employee
from ui.models.records import Column
from ui.pages.people.fields import PersonField, PersonFields, every_words, seldom_note
from ui.texts import position, tr
from ui.widgets.column_room import column_room
from ui.widgets.form_fields import YES

WIDTHS = {
    "number": 54,
    "name": 120,
    "competence": 90,
    "position": 68,
    "wanted": 68,
    "weekend_every": 40,
    "long": 40,
    "kinds": 64,
    "part_time": 40,
    "status": 40,
}
NAME_WIDTH, NAME_WIDTH_TO_READ = 124, 126  # before the table scrolls sideways
LONG_EVERY = 10
LONG_SHARE_BP = 66_67
LONG_NUMBER, LONG_NUMBER_TO_READ = "00000", "000000"
LONG_DATE = "00.00.0000"
TICKS = ("long", "part_time")
EXPLAINED = ("weekend_every",)  # the tooltip is what the form says of the field, not its name
SHARES = ("position", "wanted")
DATES = ("from", "to")  # seen in a pasted list, else in the form only


def people_columns(fields: PersonFields, keys: Sequence[str] = tuple(WIDTHS)) -> tuple[Column, ...]:
    """Columns that can be typed in."""
    return tuple(_column(fields.by_key[key]) for key in keys)


def people_columns_to_read(fields: PersonFields, keys: Sequence[str]) -> tuple[Column, ...]:
    """The same columns, without editing."""
    return tuple(
        Column(
            key=key,
            title=tr(f"ui.people.column_{key}"),
            tooltip=tr(f"ui.people.hint_{key}") if key in EXPLAINED else "",
            shown=_shown(fields.by_key[key]),
            is_number=key in SHARES,
            width=_width(key, _words(fields.by_key[key]), LONG_NUMBER_TO_READ),
            stretches=key == "name",
            least_width=NAME_WIDTH_TO_READ,
        )
        for key in keys
    )


def _column(field: PersonField) -> Column:
    key, choices = field.key, field.choices
    return Column(
        key=key,
        title=tr(f"ui.people.column_{key}"),
        tooltip=tr(f"ui.people.{'hint' if key in EXPLAINED else 'field'}_{key}"),
        heading=tr(f"ui.people.heading_{key}") if key in (*TICKS, *EXPLAINED) else "",
        shown=_shown(field),
        parse=field.parse,
        choices=None if choices is None else (lambda: choices(None)),
        checked=(lambda person: field.shown(person) == YES) if key in TICKS else None,
        sorted_by=field.value,
        look=LOOKS.get(key),
        note=_last_day if key == "name" else None,
        is_number=key in SHARES,
        width=_width(key, _words(field)),
        stretches=key == "name",
        least_width=NAME_WIDTH,
    )


def _words(field: PersonField) -> Sequence[str]:
    return () if field.choices is None else field.choices(None)


def _width(key: str, words: Sequence[str], number: str = LONG_NUMBER) -> int:
    """Room for the heading and the longest word in the window's language."""
    if key == "weekend_every":
        words = (every_words(LONG_EVERY, short=True), every_words(1, short=True))
    if key == "weekend_offset":
        words = (tr("ui.people.week", number=LONG_EVERY),)  # "the program chooses" is seldom there, and long
    if key in SHARES:
        words = (position(LONG_SHARE_BP),)
    if key == "number":
        words = (number,)
    if key in DATES:
        words = (LONG_DATE,)
    return column_room(tr(f"ui.people.column_{key}"), *words, least=WIDTHS.get(key, 0))


def _shown(field: PersonField) -> Callable[[Employee], str]:
    """A tick as a word, for the clipboard and for reading aloud; a frequency short."""
    if field.key == "weekend_every":
        return lambda person: every_words(person.weekend_every, short=True)
    if field.key not in TICKS:
        return field.shown
    return lambda person: tr("ui.people.yes" if field.shown(person) == YES else "ui.people.no")


def _wanted_look(person: Employee) -> str:
    """Who wants more than she has stands out; the two figures beside one another tell it too."""
    return "warning" if is_unwanted_part_time(person, person.position_bp) else ""


def _weekend_look(person: Employee) -> str:
    """The form says in words what is odd."""
    return "warning" if seldom_note(person.weekend_every) else ""


def _last_day(person: Employee) -> str:
    """ "til 17.01.2027" for who leaves."""
    ends = person.employed_to
    return "" if ends is None else tr("ui.people.until", date=f"{ends:%d.%m.%Y}")


LOOKS = {"wanted": _wanted_look, "weekend_every": _weekend_look}
