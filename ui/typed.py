"""What is typed in the window and how it is shown: clock times, days, dates, competences, numbers.

Every reader raises ValueError with the sentence to show. The same words fit as in the workbook.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from heiltid.competence_words import competence_word
from heiltid.edits.problem import EditProblem, Where, problem_sentence
from heiltid.exchange.workbook import values, word_values, words
from heiltid.exchange.workbook.sheets import RawCell
from heiltid.exchange.workbook.values import Misfit, Parser
from heiltid.model import ALL_WEEKDAYS, MINUTES_PER_DAY, MINUTES_PER_HOUR, DaySelector, Unit
from heiltid.ranges import MOST_PEOPLE
from heiltid.rules import wording
from heiltid.spelling import Known, normal
from heiltid.typed_dates import date_typed
from ui.texts import language, tr

T = TypeVar("T")
DASH = "–"


def read(parser: Parser[T], typed: str) -> T:
    """What the workbook's reader makes of a text."""
    found = parser(RawCell(1, 1, typed))
    if isinstance(found, Misfit):
        raise ValueError(_sentence(found, typed))
    return found


def date_shown(value: date | None) -> str:
    """dd.mm.yyyy, empty for none."""
    return "" if value is None else f"{value:%d.%m.%Y}"


def date_meant(typed: str) -> date | None:
    """A date as people write it; empty is none."""
    if not typed:
        return None
    found = date_typed(typed)
    if found is None:
        raise ValueError(tr("ui.people.bad_date"))
    return found


def _sentence(misfit: Misfit, typed: str) -> str:
    problem = EditProblem(
        key=f"problem.{misfit.key}",
        where=Where(part="unit"),
        found=typed,
        allowed=misfit.allowed,
        suggestion=misfit.suggestion,
    )
    return problem_sentence(problem, language())


def start_typed(typed: str) -> int:
    """Minutes from 00:00, before 24:00."""
    return read(values.start_time, typed)


def end_typed(typed: str, start: int) -> int:
    """Minutes from 00:00; at or before the start it is the next day's."""
    return end_after(start, read(values.end_time, typed))


def end_after(start: int, end: int) -> int:
    """An end of the clock, put after its start."""
    minute = end % MINUTES_PER_DAY if end > MINUTES_PER_DAY else end
    return minute if minute > start else minute + MINUTES_PER_DAY


def clock_words(minute: int | None) -> str:
    """HH:MM; the end of a day is 24:00, past it the next day's time; empty for none."""
    if minute is None:
        return ""
    if minute != MINUTES_PER_DAY:
        minute %= MINUTES_PER_DAY
    return f"{minute // MINUTES_PER_HOUR:02}:{minute % MINUTES_PER_HOUR:02}"


def whole_typed(typed: str, high: int = MOST_PEOPLE) -> int:
    """A whole number from 0."""
    return read(values.whole(0, high), typed)


def days_typed(typed: str) -> DaySelector:
    """Weekdays, red days, dates, several with commas between."""
    parts = (part.strip() for part in typed.replace(";", ",").split(","))
    dated = ((part, date_typed(part)) for part in parts)
    whole = ", ".join(part if when is None else f"{when:%d.%m.%Y}" for part, when in dated)
    return read(word_values.days(language()), whole)


def days_words(days: DaySelector, *, all_means_red_too: bool = False) -> str:
    """ "alle dagar", "mån–fre", "lau, søn", "raude dagar", "17.05.2027"; several with commas between."""
    red = days.red
    if days.weekdays == ALL_WEEKDAYS:
        names_red = red and not all_means_red_too
        parts = [tr("ui.days.all_and_red" if names_red else "ui.days.all")]
        red = False
    else:
        parts = weekday_runs(days)
    if red:
        parts.append(tr("ui.days.red"))
    return ", ".join([*parts, *(f"{when:%d.%m.%Y}" for when in sorted(days.dates))])


def weekday_runs(days: DaySelector) -> list[str]:
    """Weekdays in short, runs drawn together: "mån–fre", "lau"."""
    return wording.weekday_runs(days.weekdays, language())


def competence_typed(typed: str, unit: Unit) -> str | None:
    """One of the unit's competences; none when nothing, or the word for anybody, is typed."""
    anybody = (tr("ui.competence.anybody"), tr("ui.competence.all"), DASH)
    if normal(typed) in {"", *map(normal, anybody)}:
        return None
    known = Known((entry.name for entry in unit.competences), fold=normal)
    ours = words.canonical(words.Group.COMPETENCE, typed)
    return ours if ours in known.names else known.find(typed) or typed


def competence_words(name: str | None) -> str:
    """What people call a competence; anybody for none."""
    return tr("ui.competence.anybody") if name is None else competence_word(name, language())


def competence_choices(unit: Unit) -> tuple[str, ...]:
    """Anybody, then the unit's competences."""
    return (tr("ui.competence.anybody"), *(competence_words(entry.name) for entry in unit.competences))
