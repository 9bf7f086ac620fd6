"""Findings in words: who, when and how much, in the user's language.

A finding's values tell by the end of their name how they are shown, and fill the placeholder without
that end: `found_minutes` fills {found} with "9 t 30 min", `share_bp` fills {share} with "73,2 %",
`from_day` fills {from} with "v3 tys", `kind_key` fills {kind} with the catalogue's text of that key.
Every other value fills the placeholder of its own name; a competence by the language's word for it.
A value `form` chooses among the texts of one key: with "run", `finding.<text_key>_run` is the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from heiltid.calendar import Calendar
from heiltid.competence_words import competence_word
from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_HOUR, SUNDAY, Unit
from heiltid.rules.finding import Finding
from heiltid.texts import Language, catalogue, decimal, text

RANGE = "–"
SHORTEST_RANGE = 3  # man–ons is a range, lau, søn are two days
COMPETENCES = frozenset({"asked", "competence"})  # values that name one, or a code: codes are no words


def finding_text(finding: Finding, unit: Unit, calendar: Calendar, language: Language) -> str:
    """One whole sentence. Raises KeyError where catalogue or values lack what the text needs."""
    shown = dict(_shown(name, value, calendar, language) for name, value in finding.values)
    return text(
        f"finding.{_text_name(finding)}",
        language,
        who=who_text(finding.employee, unit, language),
        when=when_text(finding.days, calendar, language),
        amount=amount_text(finding.amount, finding.unit, language),
        **shown,
    )


def because_text(
    finding: Finding, calendar: Calendar, language: Language, *, of_several: bool = False
) -> str:
    """The fact that makes an agreement necessary: "fordi vakta er 10 t lang"; "" where none is written.

    of_several: the finding stands for others of its rule too.
    """
    keys = [f"because.{_text_name(finding)}"]
    if of_several:
        keys.insert(0, f"because.{finding.rule}_many")
    known = next((key for key in keys if key in catalogue()), None)
    if known is None:
        return ""
    shown = dict(_shown(name, value, calendar, language) for name, value in finding.values)
    return text(known, language, **shown)


def fact_text(finding: Finding, calendar: Calendar, language: Language) -> str:
    """What a paper to sign tells: "N1 er 10 t lang; utan avtale er grensa 9 t"; "" if nothing is known."""
    key = f"agreement_fact.{_text_name(finding)}"
    if key not in catalogue():
        return ""
    return text(
        key, language, **dict(_shown(name, value, calendar, language) for name, value in finding.values)
    )


def _text_name(finding: Finding) -> str:
    form = dict(finding.values).get("form")
    return f"{finding.text_key}_{form}" if form else finding.text_key


def who_text(employee: str | None, unit: Unit, language: Language) -> str:
    """A person's name, else her number; None is the whole unit.

    Where several have the name, the occupation stands behind it; where that does not tell, the number.
    """
    if employee is None:
        return text("wording.whole_unit", language)
    person = unit.employee_by_number().get(employee)
    if person is None or not person.name:
        return employee
    others = [other for other in unit.employees if other.name == person.name and other is not person]
    if not others:
        return person.name
    told = person.competence
    if told is None or any(other.competence == told for other in others):
        return f"{person.name} ({employee})"
    return f"{person.name} ({competence_word(told, language)})"


def minutes_text(minutes: int, language: Language) -> str:
    """570 -> "9 t 30 min"; whole hours and times below an hour leave the other part out."""
    sign = "" if minutes >= 0 else "-" if language is Language.ENGLISH else "−"
    hours, rest = divmod(abs(minutes), MINUTES_PER_HOUR)
    parts = []
    if hours:
        parts.append(text("wording.hours", language, hours=hours))
    if rest or not hours:
        parts.append(text("wording.minutes", language, minutes=rest))
    return sign + " ".join(parts)


def percent_text(share_bp: int, language: Language) -> str:
    """Basis points as percent: 7324 -> "73,24 %"."""
    return f"{decimal(share_bp / 100, language)} %"


def amount_text(amount: int, unit: str, language: Language) -> str:
    """An amount with its unit: minutes and basis points in their own form, else number and noun.

    A unit the catalogue has no noun for (`wording.count.<unit>`) gives the bare number.
    """
    if unit == "minutes":
        return minutes_text(amount, language)
    if unit == "basis points":
        return percent_text(amount, language)
    number = "one" if amount == 1 else "many"
    key = f"wording.count.{unit}.{number}"
    return text(key, language, count=amount) if key in catalogue() else str(amount)


def day_text(day: int, calendar: Calendar, language: Language) -> str:
    """One day: "v3 tys" in a cyclic rota, "tys 14.01.2027" in a dated one."""
    weekday = _weekday(day, language)
    if calendar.unit.is_cyclic:
        return f"{_week(calendar.week(day), language)} {weekday}"
    return f"{weekday} {calendar.date_of(day):%d.%m.%Y}"


def when_text(days: Iterable[int], calendar: Calendar, language: Language) -> str:
    """Days with runs drawn together: "v1 tys–fre, v3 lau"; whole weeks of a cyclic rota: "v3–v6".

    No days at all means the whole rota.
    """
    ordered = sorted(set(days))
    if not ordered:
        return text("wording.whole_rota", language)
    return ", ".join(_run(first, last, calendar, language) for first, last in runs(ordered))


def runs(ordered: Sequence[int]) -> list[tuple[int, int]]:
    """Consecutive numbers drawn together, as (first, last)."""
    found: list[tuple[int, int]] = []
    for day in ordered:
        if found and found[-1][1] == day - 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def weekday_runs(weekdays: Iterable[int], language: Language) -> list[str]:
    """Weekdays by number (0 = Monday) in short, runs drawn together: "mån–fre", "søn"."""
    names = text("wording.weekdays", language).split()
    parts: list[str] = []
    for first, last in runs(sorted(weekdays)):
        if last - first + 1 >= SHORTEST_RANGE:
            parts.append(f"{names[first]}{RANGE}{names[last]}")
        else:
            parts += names[first : last + 1]
    return parts


def _run(first: int, last: int, calendar: Calendar, language: Language) -> str:
    if first == last:
        return day_text(first, calendar, language)
    week, last_week = calendar.week(first), calendar.week(last)
    if not calendar.unit.is_cyclic:
        return f"{day_text(first, calendar, language)}{RANGE}{day_text(last, calendar, language)}"
    if calendar.weekday(first) == 0 and calendar.weekday(last) == SUNDAY:
        if week == last_week:
            return _week(week, language)
        return f"{_week(week, language)}{RANGE}{_week(last_week, language)}"
    end = _weekday(last, language) if week == last_week else day_text(last, calendar, language)
    return f"{day_text(first, calendar, language)}{RANGE}{end}"


def _week(index: int, language: Language) -> str:
    return text("wording.week", language, number=index + 1)


def _weekday(day: int, language: Language) -> str:
    return text("wording.weekdays", language).split()[day % DAYS_PER_WEEK]


def _shown(
    name: str, value: str | int | float, calendar: Calendar, language: Language
) -> tuple[str, str | int | float]:
    """A value under its placeholder's name, in the form its name asks for."""
    if name.endswith("_key"):
        return name.removesuffix("_key"), text(str(value), language)
    if isinstance(value, str):
        return name, competence_word(value, language) if name in COMPETENCES else value
    if isinstance(value, int):
        if name.endswith("_minutes"):
            return name.removesuffix("_minutes"), minutes_text(value, language)
        if name.endswith("_bp"):
            return name.removesuffix("_bp"), percent_text(value, language)
        if name.endswith("_day"):
            return name.removesuffix("_day"), day_text(value, calendar, language)
    return name, value
