"""What can be told of a person: how each field is shown, and what typed text makes of it.

Table and form share these. A text that will not do raises ValueError with the sentence to show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from heiltid.competence_words import competence_meant, competence_word
from heiltid.edits.people import only_nights_but_long, with_fields
from heiltid.edits.units import rename_employee_number
from heiltid.exchange.pasting.nights import kinds_meant
from heiltid.exchange.pasting.tidy import status
from heiltid.exchange.workbook.values import decimal_of
from heiltid.exchange.workbook.words import Group, canonical
from heiltid.measures.weekend_arithmetic import extra_weekends_a_year
from heiltid.model import PLANNABLE_KINDS, Employee, ShiftKind, Status
from heiltid.problem_text import sentence
from heiltid.ranges import MOST_WEEKS
from heiltid.spelling import normal
from ui.document import Document
from ui.refusals import refusal, sentence_of
from ui.texts import NO_VALUE, language, position, tr
from ui.typed import date_meant, date_shown
from ui.widgets.form_fields import NO, YES

KINDS = tuple(kind for kind in ShiftKind if kind in PLANNABLE_KINDS)  # in the order of the day
USUAL_MOST_WEEKENDS = 6  # frequencies offered; any other can be typed in the table


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonField:
    """One thing told of a person. A tick is shown as YES or NO."""

    key: str
    shown: Callable[[Employee], str]
    value: Callable[[Employee], Any]
    parse: Callable[[Employee, str], Employee]
    choices: Callable[[Employee | None], Sequence[str]] | None = None


class PersonFields:
    """All fields by key, checked against the document's unit as it is when something is typed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        texts = {"name": "name"}
        shares = {
            "position": "position_bp",
            "wanted": "wanted_bp",
            "min": "min_bp",
            "max": "max_bp",
            "elsewhere": "elsewhere_bp",
        }
        counts = {
            "extra_weekends": "extra_weekends",
            "days_in_row": "max_days_in_row",
            "nights_in_row": "max_nights_in_row",
        }
        ticks = {"part_time": "chosen_part_time", "long": "long_shifts"}
        dates = {"from": "employed_from", "to": "employed_to"}
        self.by_key: Mapping[str, PersonField] = {
            **{key: self._plain(key, name, str, _same) for key, name in texts.items()},
            **{key: self._plain(key, name, position, _share) for key, name in shares.items()},
            **{key: self._plain(key, name, _count_shown, _count_of(key)) for key, name in counts.items()},
            **{key: self._plain(key, name, _tick_shown, _tick) for key, name in ticks.items()},
            **{key: self._plain(key, name, date_shown, date_meant) for key, name in dates.items()},
            "kinds": self._plain("kinds", "kinds", kinds_shown, _kinds),
            "number": PersonField(key="number", shown=_number, value=_number_sorted, parse=self._renumbered),
            "competence": self._chosen("competence", "competence", _competence_shown, self._competences),
            "status": self._chosen("status", "status", status_word, _states),
            "weekend_every": self._chosen("weekend_every", "weekend_every", every_words, _frequencies),
            "weekend_offset": self._chosen("weekend_offset", "weekend_offset", _offset_shown, _offsets),
        }

    def _plain(
        self, key: str, name: str, shown: Callable[[Any], str], typed: Callable[[str], Any]
    ) -> PersonField:
        return PersonField(
            key=key,
            shown=lambda person: shown(getattr(person, name)),
            value=lambda person: _sorted(getattr(person, name)),
            parse=lambda person, text: self.checked(person, with_fields(person, **{name: typed(text)})),
        )

    def _chosen(
        self,
        key: str,
        name: str,
        shown: Callable[[Any], str],
        choices: Callable[[Employee | None], Mapping[str, Any]],
    ) -> PersonField:
        return PersonField(
            key=key,
            shown=lambda person: shown(getattr(person, name)),
            value=lambda person: _sorted(getattr(person, name)),
            parse=lambda person, text: self.checked(
                person, with_fields(person, **{name: _among(choices(person), text, key)})
            ),
            choices=lambda person: tuple(choices(person)),
        )

    def may_be_long_by_day(self, person: Employee) -> bool:
        """Whether somebody who works nights only may get long shifts by day all the same."""
        return only_nights_but_long(person, self._document.unit)

    def checked(self, was: Employee, now: Employee) -> Employee:
        """`now`, when the unit has no new problem with it. Raises ValueError with the sentence."""
        unit = self._document.unit
        people = tuple(now if person is was else person for person in unit.employees)
        why = refusal(unit, replace(unit, employees=people))
        if why:
            raise ValueError(why)
        return now

    def _renumbered(self, person: Employee, typed: str) -> Employee:
        why = sentence_of(rename_employee_number(self._document.file, person.number, typed).problems)
        if why:
            raise ValueError(why)
        return replace(person, number=typed)

    def _competences(self, person: Employee | None) -> Mapping[str, Any]:
        names = [entry.name for entry in self._document.unit.competences]
        return {NO_VALUE: None, **{competence_word(name, language()): name for name in names}}


def _sorted(value: Any) -> Any:
    """A value to sort by; what is left out goes first."""
    if isinstance(value, frozenset):
        return kinds_shown(value)
    if isinstance(value, date):
        return value.toordinal()
    return "" if value is None else value


def _among(choices: Mapping[str, Any], typed: str, key: str) -> Any:
    known = {normal(word): value for word, value in choices.items()}
    word = normal(typed)
    if key == "competence":
        word = normal(competence_word(competence_meant(typed), language()))
    if key == "status":
        word = normal(_state_meant(typed))
    if word in known:
        return known[word]
    if key == "weekend_every" and decimal_of(_digits(typed)) is not None:
        return int(_digits(typed))
    if not word and None in choices.values():
        return None
    raise ValueError(tr("ui.people.choose_among", allowed=", ".join(choices)))


def _digits(typed: str) -> str:
    return "".join(sign for sign in typed if sign.isascii() and sign.isdigit())


def _same(typed: str) -> str:
    return typed


def _share(typed: str) -> int:
    number = decimal_of(typed.removesuffix("%").strip())
    if number is None or abs(number) > 1000:
        raise ValueError(tr("ui.people.bad_share"))
    return round(number * 100)


def _count_of(key: str) -> Callable[[str], int | None]:
    """Days in a row may be left out; extra weekends are then none."""

    def parse(typed: str) -> int | None:
        if not typed or typed == NO_VALUE:
            return 0 if key == "extra_weekends" else None
        number = decimal_of(typed)
        if number is None or number != int(number) or abs(number) > 9999:
            raise ValueError(tr("ui.people.bad_count"))
        return int(number)

    return parse


def _count_shown(value: int | None) -> str:
    return "" if value is None else str(value)


def _tick(typed: str) -> bool:
    return typed == YES


def _tick_shown(value: bool) -> str:
    return YES if value else NO


def kinds_shown(kinds: frozenset[ShiftKind]) -> str:
    """ "D, A, N" in the order of the day."""
    return ", ".join(kind.value for kind in KINDS if kind in kinds) or NO_VALUE


def _kinds(typed: str) -> frozenset[ShiftKind]:
    """Letters, words of all three languages ("dag og kveld", "berre natt"), or nothing at all."""
    letters = [sign.upper() for sign in typed if sign not in " ,;+/–-"]
    if set(letters) <= {kind.value for kind in KINDS}:
        return frozenset(ShiftKind(letter) for letter in letters)
    found = kinds_meant(typed)
    if found is None:
        why = sentence("problem.kinds", typed, "D, A, N", language())
        raise ValueError(why[:1].upper() + why[1:])
    return found


def _number(person: Employee) -> str:
    return person.number


def _number_sorted(person: Employee) -> tuple[int, str]:
    """9 before 10, and words after numbers."""
    is_number = person.number.isdecimal() and len(person.number) < 18
    return (int(person.number) if is_number else 10**18, person.number)


def _competence_shown(name: str | None) -> str:
    return NO_VALUE if name is None else competence_word(name, language())


def status_word(status: Status) -> str:
    """As "fast" or "vikar"."""
    return tr(f"ui.people.status_{status.value}")


def _state_meant(typed: str) -> str:
    """The word shown for what somebody typed: the workbook's words and those of other lists will do too."""
    found = canonical(Group.STATUS, status(typed))
    return typed if found is None else status_word(Status(found))


def _states(person: Employee | None) -> Mapping[str, Any]:
    return {status_word(status): status for status in Status}


def every_words(every: int, *, short: bool = False) -> str:
    """How often at most: "høgst kvar 3. helg", short (under a heading) "kvar 3."; "kvar helg" either way."""
    if not every:
        return tr("ui.people.never")
    if every == 1:
        return tr("ui.people.every_weekend_short" if short else "ui.people.every_weekend")
    return tr("ui.people.every_short" if short else "ui.people.every", count=every)


def seldom_note(every: int) -> str:
    """Asks whether a frequency so seldom was meant; "" for the usual ones."""
    return tr("ui.people.seldom_weekend", count=every) if every > USUAL_MOST_WEEKENDS else ""


def extra_note(extra: int, weeks: int) -> str:
    """What extra weekends in the rota come to in a year; "" for none, and where the rota is the year."""
    if extra < 1 or weeks == MOST_WEEKS:
        return ""
    count = extra_weekends_a_year(extra, weeks)
    form = "_one_week" if weeks == 1 else "_one" if count == 1 else ""
    return tr(f"ui.people.extra_a_year{form}", extra=extra, weeks=weeks, count=count)


def _frequencies(person: Employee | None) -> Mapping[str, Any]:
    """The usual ones, and the person's own."""
    own = () if person is None or not 0 <= person.weekend_every <= MOST_WEEKS else (person.weekend_every,)
    return {every_words(every): every for every in sorted({*range(USUAL_MOST_WEEKENDS + 1), *own})}


def _offset_shown(offset: int | None) -> str:
    return tr("ui.people.any_week") if offset is None else tr("ui.people.week", number=offset)


def _offsets(person: Employee | None) -> Mapping[str, Any]:
    every = 0 if person is None else person.weekend_every
    return {_offset_shown(offset): offset for offset in (None, *range(1, every + 1))}
