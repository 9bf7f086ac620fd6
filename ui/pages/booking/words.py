"""Dates, places and people of the page in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from heiltid.booking.dates.roll_report import RollOutReport
from heiltid.competence_words import competence_word
from heiltid.model import Unit
from heiltid.model.booking import CountsAs, LostTo, OpenPlace, OpenWhy, Refusal, Standing
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.staffing import MINIMUM, TARGET
from heiltid.rules.wording import who_text
from ui.texts import NO_VALUE, clock, hours, language, tr

MOST_DATES = 4


def date_words(on: date) -> str:
    """ "måndag" shortened: "mån 05.07.2027"."""
    return f"{tr('wording.weekdays').split()[on.weekday()]} {on:%d.%m.%Y}"


def moment_words(at: datetime) -> str:
    """ "05.07.2027 14:32"."""
    return f"{at:%d.%m.%Y %H:%M}"


def dates_words(days: Iterable[date]) -> str:
    """ "25.03., 06.05."; those that do not fit are counted."""
    found = list(days)
    shown = ", ".join(f"{on:%d.%m.}" for on in found[:MOST_DATES])
    return shown if len(found) <= MOST_DATES else f"{shown} +{len(found) - MOST_DATES}"


def times_words(place: OpenPlace) -> str:
    """ "07:30–15:00"."""
    return f"{clock(place.start_minute)}–{clock(place.end_minute)}"


def code_words(place: OpenPlace) -> str:
    """The code, or that none covers that time."""
    return place.code or tr("open_shift.no_code")


def competence_words(competence: str | None) -> str:
    """What is asked for; "alle" where anyone will do."""
    return tr("open_shift.anyone") if competence is None else competence_word(competence, language())


def place_words(place: OpenPlace) -> str:
    """ "D1 mån 05.07.2027 07:30–15:00"."""
    return f"{code_words(place)} {date_words(place.on)} {times_words(place)}"


def period_words(places: Iterable[OpenPlace]) -> str:
    """ "21.06.–12.09.2027": from the first to the last of some places."""
    days = sorted(place.on for place in places)
    if not days:
        return NO_VALUE
    first, last = days[0], days[-1]
    if first == last:
        return f"{first:%d.%m.%Y}"
    start = f"{first:%d.%m.}" if first.year == last.year else f"{first:%d.%m.%Y}"
    return f"{start}–{last:%d.%m.%Y}"


def who_words(employee: str, unit: Unit) -> str:
    """A name, or the number where there is none; two of the same name are told apart."""
    who = who_text(employee, unit, language())
    same = sum(person.name == who for person in unit.employees)
    return f"{who} ({employee})" if same > 1 else who


def person_words(employee: str, unit: Unit) -> str:
    """ "Lena Nes · sjukepleiar"."""
    person = unit.employee_by_number().get(employee)
    who = who_words(employee, unit)
    asked = None if person is None else person.competence
    return who if asked is None else f"{who} · {competence_word(asked, language())}"


def counts_words(standing: Standing) -> str:
    """How it counts: "meirarbeid 5,5 t, overtid 2,0 t"; each kind there is any of."""
    minutes = (standing.unbound_minutes, standing.extra_minutes, standing.overtime_minutes)
    parts = [
        tr("ui.booking.counts", kind=tr(f"booking.counts.{kind.value}"), hours=hours(many))
        for kind, many in zip(CountsAs, minutes, strict=True)
        if many
    ]
    return ", ".join(parts)


def refusal_words(standing: Standing) -> str:
    """Why somebody may not take a place, with the rule where there is one."""
    assert standing.refusal is not None
    why = tr(f"ui.booking.refusal.{standing.refusal.value}")
    named = standing.refusal in (Refusal.REST, Refusal.RULE, Refusal.AGREEMENT)
    return f"{why}: {tr(f'rule.{standing.rule}').lower()}" if named and standing.rule else why


def takers_words(standings: Iterable[Standing]) -> str:
    """How many may take it: "5 (2 med overtid)"; whoever is not named apart would have it as extra hours."""
    found = Counter(standing.counts_as for standing in standings if standing.can)
    if not found:
        return tr("booking.open.nobody")
    apart = (CountsAs.UNBOUND, CountsAs.OVERTIME)
    parts = [tr(f"ui.booking.takers_{kind.value}", count=found[kind]) for kind in apart if found[kind]]
    return f"{found.total()} ({', '.join(parts)})" if parts else str(found.total())


def new_findings(report: RollOutReport) -> tuple[Finding, ...]:
    """But for those that say once more that shifts are open."""
    return tuple(finding for finding in report.new if finding.rule not in (MINIMUM, TARGET))


def open_rows(places: Sequence[OpenPlace]) -> tuple[tuple[str, int], ...]:
    """Why shifts are open: words and number."""
    found = Counter(place.why for place in places)
    return tuple((tr(f"ui.booking.open_why.{why.value}"), found[why]) for why in OpenWhy if found[why])


def change_rows(report: RollOutReport) -> tuple[tuple[str, int], ...]:
    """What else the dates did to the rota: words and number, of what there is any of."""
    lost = [entry.to for entry in report.lost]
    new = [finding.severity for finding in new_findings(report)]
    rows = (
        ("booking.changed.red_days", len(report.red_days)),
        ("booking.changed.lost_red_day", lost.count(LostTo.RED_DAY)),
        ("booking.changed.lost_absence", lost.count(LostTo.ABSENCE)),
        ("booking.changed.lost_employment", lost.count(LostTo.EMPLOYMENT)),
        ("booking.changed.f3_left", _left(report, "F3")),
        ("booking.changed.f5_left", _left(report, "F5")),
        ("booking.changed.new_breaches", new.count(Severity.BREACH)),
        ("booking.changed.new_agreements", new.count(Severity.NEEDS_AGREEMENT)),
        ("booking.changed.new_notes", new.count(Severity.NOTE)),
    )
    return tuple((f"{tr(key)[:1].upper()}{tr(key)[1:]}", count) for key, count in rows if count)


def _left(report: RollOutReport, code: str) -> int:
    return sum(due.left for due in report.due if due.code == code)
