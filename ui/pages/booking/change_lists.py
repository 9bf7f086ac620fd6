"""What the dates did to the rota, line by line: shifts lost, days off due, new findings, decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heiltid.booking.dates.roll_report import RollOutReport
from heiltid.calendar import Calendar
from heiltid.model import Cell, Unit
from heiltid.model.booking import Booked, LostTo, RollOut
from heiltid.notation import cell_text
from heiltid.rules.finding import Finding
from ui.models.records import Column
from ui.pages.booking.words import date_words, dates_words, moment_words, who_words
from ui.pages.rota.words import GRAVITY, finding_words, paragraph_words, severity_words
from ui.places import Place
from ui.texts import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of one of the lists, in words; `at`: where it is in the dated plan.

    decisions: what the line is about; a shift taken over from a vacant line is two of them.
    """

    cells: tuple[str, ...]
    keys: tuple[object, ...]  # what the cells are sorted by
    at: Place | None = None
    decisions: tuple[Booked, ...] = ()


def columns(*entries: tuple[str, int]) -> tuple[Column, ...]:
    """Columns of lines: the key of the text and the width; 0 takes the room that is left."""
    return tuple(
        Column(
            key=key,
            title=tr(f"ui.booking.list.{key}"),
            shown=_cell(place),
            sorted_by=_key(place),
            width=width or 200,
            stretches=not width,
            least_width=170,
        )
        for place, (key, width) in enumerate(entries)
    )


def _cell(place: int) -> object:
    def shown(line: Line) -> str:
        return line.cells[place]

    return shown


def _key(place: int) -> object:
    def key(line: Line) -> object:
        return line.keys[place]

    return key


def lost_lines(rollout: RollOut, calendar: Calendar) -> list[Line]:
    """Every shift nobody works, by date."""
    found = []
    for entry in sorted(rollout.lost, key=lambda lost: (lost.on, lost.employee)):
        day, who = calendar.day_of(entry.on), who_words(entry.employee, rollout.unit)
        why = tr(f"ui.booking.lost.{entry.to.value}")
        if entry.to is LostTo.ABSENCE:
            why = f"{why} ({entry.absence})"
        cells = (date_words(entry.on), who, entry.code, why)
        keys = (entry.on, *cells[1:])
        found.append(Line(cells=cells, keys=keys, at=Place(employee=entry.employee, days=(day,))))
    return found


def due_lines(report: RollOutReport, unit: Unit) -> list[Line]:
    """Who has F3 or F5 due."""
    found = []
    for entry in report.due:
        who, red = who_words(entry.employee, unit), dates_words(entry.red)
        given = f"{len(entry.given)}: {dates_words(entry.given)}" if entry.given else "0"
        cells = (who, entry.code, str(entry.count), given, str(entry.left), red)
        keys = (who, entry.code, entry.count, len(entry.given), entry.left, entry.red)
        found.append(Line(cells=cells, keys=keys, at=Place(employee=entry.employee)))
    return found


def finding_lines(findings: Sequence[Finding], unit: Unit, calendar: Calendar) -> list[Line]:
    """Findings that are new on the dates, the gravest first."""
    found = []
    for finding in sorted(findings, key=lambda entry: (GRAVITY[entry.severity], entry.days)):
        who = tr("ui.booking.whole_unit") if finding.employee is None else who_words(finding.employee, unit)
        name = tr(f"rule.{finding.rule}")
        words = f"{name}: {finding_words(finding, unit, calendar)} {paragraph_words(finding)}"
        cells = (severity_words(finding), who, words)
        first = finding.days[0] if finding.days else -1
        keys = (GRAVITY[finding.severity], who, (first, words))
        days = tuple(day for day in finding.days if 0 <= day < calendar.day_count)
        found.append(Line(cells=cells, keys=keys, at=Place(employee=finding.employee, days=days)))
    return found


def decision_lines(rollout: RollOut, calendar: Calendar) -> list[Line]:
    """All that was decided by hand, by date, a line for each shift, and what came of it."""
    found = []
    for entry, freed in _by_shift(rollout.decisions):
        who = who_words(entry.employee, rollout.unit)
        what = f"{_cell_code(entry.was)} → {_cell_code(entry.cell)}"
        if freed is not None:
            what = tr("ui.booking.from_line", what=what, who=who_words(freed.employee, rollout.unit))
        state = _state_words(entry, rollout)
        cells = (date_words(entry.on), who, what, f"{entry.by} {moment_words(entry.at)}", state)
        day = calendar.day_of(entry.on)
        at = Place(employee=entry.employee, days=(day,)) if 0 <= day < calendar.day_count else None
        decisions = (entry,) if freed is None else (entry, freed)
        found.append(
            Line(cells=cells, keys=(entry.on, who, what, entry.at, state), at=at, decisions=decisions)
        )
    return found


def _by_shift(decisions: Sequence[Booked]) -> list[tuple[Booked, Booked | None]]:
    """Decisions by date; whoever took over a shift together with the one that made its old line free."""
    left = sorted(decisions, key=lambda entry: (entry.on, entry.at))
    found: list[tuple[Booked, Booked | None]] = []
    for entry in [entry for entry in left if entry.cell.works]:
        freed = next((other for other in left if _made_free(other, entry)), None)
        found.append((entry, freed))
        left = [other for other in left if other is not freed]
    alone = [(entry, None) for entry in left if not entry.cell.works]
    return sorted([*found, *alone], key=lambda pair: (pair[0].on, pair[0].at))


def _made_free(other: Booked, taken: Booked) -> bool:
    same = (other.on, other.at, other.by, other.was.shift) == (taken.on, taken.at, taken.by, taken.cell.shift)
    return same and not other.cell.works and other.employee != taken.employee


def _cell_code(cell: Cell) -> str:
    return cell_text(cell, locks=False) or tr("ui.rota.free")


def _state_words(entry: Booked, rollout: RollOut) -> str:
    unfit = {each.decision: each.why for each in rollout.unfit}
    if entry in unfit:
        return tr(f"ui.booking.unfit.{unfit[entry].value}")
    return tr("ui.booking.decision.covered" if entry in rollout.covered else "ui.booking.decision.holds")
