"""Places and findings of the rota in words: what stands in a cell, on which day, and what is said of it."""

from __future__ import annotations

from html import escape

from heiltid.calendar import Calendar
from heiltid.model import Cell, Plan, ShiftType, Unit
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.wording import finding_text, who_text
from ui.document import Document
from ui.texts import clock, language, tr


def weekday_name(calendar: Calendar, day: int) -> str:
    """ "tys", as findings write it."""
    return tr("wording.weekdays").split()[calendar.weekday(day)]


def weekday_letter(calendar: Calendar, day: int) -> str:
    """ "T"."""
    return weekday_name(calendar, day)[0].upper()


def month_name(month: int) -> str:
    """ "jan."; 1 = January."""
    return tr("ui.rota.months").split()[month - 1]


def day_words(calendar: Calendar, day: int) -> str:
    """ "tys 12. jan." in a dated rota, "veke 2 tys 12. jan." in one that repeats."""
    when = calendar.date_of(day)
    shown = tr("ui.rota.day", weekday=weekday_name(calendar, day), day=when.day, month=month_name(when.month))
    if not calendar.unit.is_cyclic:
        return shown
    return tr("ui.rota.day_of_week", week=calendar.week(day) + 1, day=shown)


def span_words(calendar: Calendar, first: int, last: int) -> str:
    """ "4.–10. jan.", "28. jan.–3. feb."."""
    start, end = calendar.date_of(first), calendar.date_of(last)
    one, other = month_name(start.month), month_name(end.month)
    return (
        tr("ui.rota.span_within", first=start.day, last=end.day, month=other)
        if start.month == end.month
        else tr("ui.rota.span_across", first=start.day, month=one, last=end.day, last_month=other)
    )


def times_of(shift: ShiftType) -> str:
    """ "07:30–15:00"."""
    return f"{clock(shift.start_minute)}–{clock(shift.end_minute)}"


def cell_words(cell: Cell, shifts: dict[str, ShiftType]) -> str:
    """What stands in a cell: "D1 07:30–15:00", "FE over A1", "free"."""
    parts = []
    if cell.shift is not None:
        shift = shifts.get(cell.shift)
        parts.append(cell.shift if shift is None else f"{cell.shift} {times_of(shift)}")
    if cell.day_off is not None:
        parts.append(f"{cell.day_off} {tr(f'ui.rota.day_off.{cell.day_off}')}")
    if cell.absence is not None:
        below = parts[0] if parts else None
        parts = [tr("ui.rota.laid_over", absence=cell.absence, below=below) if below else cell.absence]
    if not parts:
        parts.append(tr("ui.rota.free"))
    if cell.locked:
        parts.append(tr("ui.rota.locked"))
    return ", ".join(parts)


def given_words(before: Plan, document: Document) -> str:
    """Who has a shift now that she had not before: the one that was given away, or put in."""
    was = before.row_of()
    day, code, taker = next(
        (day, cell.shift, row.employee)
        for row in document.plan.rows
        if row is not was[row.employee]
        for day, (old, cell) in enumerate(zip(was[row.employee].cells, row.cells, strict=True))
        if cell.shift is not None and cell != old
    )
    who = who_text(taker, document.unit, language())
    return tr("ui.rota.news.given", who=who, code=code, day=day_words(document.calendar, day))


def paragraph_words(finding: Finding) -> str:
    """ "aml. § 10-8 (1)"; a rule of the house has none."""
    if not finding.paragraph:
        return tr("ui.rota.house_rule")
    if finding.paragraph[0].isdigit():
        return tr("ui.rota.paragraph", paragraph=finding.paragraph)
    return finding.paragraph


def finding_words(finding: Finding, unit: Unit, calendar: Calendar) -> str:
    """The sentence of a finding, without the name it begins with where that is shown beside it."""
    shown = finding_text(finding, unit, calendar, language())
    name = who_text(finding.employee, unit, language())
    if finding.employee is not None and shown.startswith(name):
        shown = shown.removeprefix(name).lstrip(": ")
    return shown[:1].upper() + shown[1:]


def severity_words(finding: Finding) -> str:
    """ "Brot", "Treng avtale", "Merknad"."""
    return tr(f"ui.rota.severity.{finding.severity.value}")


def finding_line(finding: Finding, unit: Unit, calendar: Calendar) -> str:
    """A finding as one line of rich text, for hovering."""
    words = escape(finding_words(finding, unit, calendar))
    source = escape(paragraph_words(finding))
    name, gravity = escape(tr(f"rule.{finding.rule}")), escape(severity_words(finding))
    return f"<b>{name}</b> ({gravity}): {words} <i>{source}</i>"


GRAVITY = {Severity.BREACH: 0, Severity.NEEDS_AGREEMENT: 1, Severity.NOTE: 2}
