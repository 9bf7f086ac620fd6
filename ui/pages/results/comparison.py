"""The table of scenarios: one column a plan, one row a figure; the shown plan stands out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QFont

from heiltid.report_model import Figures
from heiltid.rules.finding import Severity
from heiltid.rules.wording import amount_text
from heiltid.texts import difference
from ui.pages.results.figures import Pair, PlanFigures
from ui.pages.results.plans_table import heading
from ui.pages.results.wishes_link import lacking_words
from ui.texts import NO_VALUE, language, number, tr
from ui.theme import theme
from ui.widgets.basic import tip

ROOT = QModelIndex()
HIGHER, LOWER, NEITHER = 1, -1, 0
PERCENT = 100
MOST_DIGITS = 1  # of any figure here
MARK = "*"  # beside a name with a note in its tooltip


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One row: text `ui.measure.<key>`, how it is written, which way is better, the number behind it."""

    key: str
    shown: Callable[[PlanFigures], str]
    value: Callable[[PlanFigures], float | None] = lambda found: None
    better: int = NEITHER


def _percent(value: float | None) -> str:
    return NO_VALUE if value is None else f"{number(value)} %"


def _count(value: float | None) -> str:
    return NO_VALUE if value is None else number(value, 0)


def weekends_words(figures: Figures) -> str:
    """Weekends a year, from the fewest to the most: "4,0–17,3", as beside each name."""
    spread = figures.weekends_per_year
    if spread is None:
        return NO_VALUE
    least, most = number(spread.min), number(spread.max)
    return least if least == most else f"{least}–{most}"


def _unwanted(found: PlanFigures) -> float:
    return found.figures.unwanted_part_time.people


def _missing(found: PlanFigures) -> float:
    """Full-time equivalents."""
    return found.figures.unwanted_part_time.missing_pct / PERCENT


def missing_less(was: PlanFigures | None, now: PlanFigures) -> str:
    """That as many as before want more, but lack less together; "" where it is not so."""
    if was is None or _unwanted(was) != _unwanted(now):
        return ""
    before, after = _missing(was), _missing(now)
    if difference(before, after, MOST_DIGITS) >= 0:
        return ""
    return tr("ui.results.missing_less", missing=number(after), was=number(before))


def _findings(severity: Severity) -> Callable[[PlanFigures], float | None]:
    def count(found: PlanFigures) -> float | None:
        return None if found.findings is None else found.findings[severity]

    return count


def _hours(value: float | None) -> str:
    return NO_VALUE if value is None else tr("ui.line.hours", hours=number(value))


MEASURES: tuple[Measure, ...] = (
    Measure(
        key="average",
        shown=lambda found: _percent(found.figures.average_position_pct),
        value=lambda found: found.figures.average_position_pct,
        better=HIGHER,
    ),
    Measure(
        key="full_time",
        shown=lambda found: _percent(found.figures.full_time_share_pct),
        value=lambda found: found.figures.full_time_share_pct,
        better=HIGHER,
    ),
    Measure(
        key="small",
        shown=lambda found: _count(found.figures.small_positions),
        value=lambda found: found.figures.small_positions,
        better=LOWER,
    ),
    Measure(
        key="unwanted",
        shown=lambda found: _count(_unwanted(found)),
        value=_unwanted,
        better=LOWER,
    ),
    Measure(
        key="missing",
        shown=lambda found: number(_missing(found)),
        value=_missing,
        better=LOWER,
    ),
    Measure(key="equivalents", shown=lambda found: number(found.figures.all_lines.fte, 2)),
    Measure(key="weekends", shown=lambda found: weekends_words(found.figures)),
    Measure(key="long_shifts", shown=lambda found: _count(found.figures.long_shifts)),
    Measure(
        key="open",
        shown=lambda found: _hours(found.figures.understaffed_person_hours),
        value=lambda found: found.figures.understaffed_person_hours,
        better=LOWER,
    ),
    Measure(
        key="wishes",
        shown=lambda found: _percent(found.figures.wishes_met_pct),
        value=lambda found: found.figures.wishes_met_pct,
        better=HIGHER,
    ),
    Measure(
        key="breaches",
        shown=lambda found: _count(_findings(Severity.BREACH)(found)),
        value=_findings(Severity.BREACH),
        better=LOWER,
    ),
    Measure(
        key="agreements",
        shown=lambda found: _count(None if found.findings is None else found.agreements),
    ),
    Measure(
        key="notes",
        shown=lambda found: _count(_findings(Severity.NOTE)(found)),
        value=_findings(Severity.NOTE),
        better=LOWER,
    ),
    Measure(
        key="met",
        shown=lambda found: (
            NO_VALUE
            if found.figures.employees_met_per_week is None
            else number(found.figures.employees_met_per_week)
        ),
        value=lambda found: found.figures.employees_met_per_week,
        better=LOWER,
    ),
)


class ComparisonModel(QAbstractTableModel):
    """Rows are MEASURES, columns plans; better and worse beside what a plan is compared with."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._notes: tuple[str, ...] = ()
        self._pairs: tuple[Pair, ...] = ()
        self._shown = -1
        self._weeks = ""

    def set_plans(
        self, names: Sequence[str], pairs: Sequence[Pair], shown: int, weeks: int, notes: Sequence[str] = ()
    ) -> None:
        """What each plan is compared with, and itself; `shown`: the column that stands out, -1 for none.

        weeks: of the rota, which the name of a row tells. notes: on each plan, "" for nothing; () for none.
        """
        self.beginResetModel()
        self._weeks = amount_text(weeks, "weeks", language())
        self._names, self._pairs, self._shown = tuple(names), tuple(pairs), shown
        self._notes = tuple(notes) or ("",) * len(self._names)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(MEASURES)

    def columnCount(self, parent: QModelIndex = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._pairs)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation is Qt.Orientation.Vertical:
                return self._row_name(MEASURES[section])
            return heading(self._names[section]) + (MARK if self._notes[section] else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            is_row = orientation is Qt.Orientation.Vertical
            return tr(f"ui.measure_help.{MEASURES[section].key}") if is_row else self._name_tip(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if orientation is Qt.Orientation.Vertical else RIGHT
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if not index.isValid():
            return None
        measure, pair = MEASURES[index.row()], self._pairs[index.column()]
        direction = _direction(measure, pair)
        verdict = measure.better * direction
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = {1: " ▲", -1: " ▼", 0: ""}[direction] if verdict else ""
            return measure.shown(pair[1]) + arrow
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(measure, pair[1])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and verdict:
            return QColor(theme().better if verdict > 0 else theme().worse)
        if role == Qt.ItemDataRole.BackgroundRole and index.column() == self._shown:
            return QColor(theme().accent_ground)
        if role == Qt.ItemDataRole.FontRole and index.column() == self._shown:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _name_tip(self, section: int) -> str:
        """The whole name, or the note that tells it too."""
        return tip(self._notes[section]) if self._notes[section] else self._names[section]

    def _row_name(self, measure: Measure) -> str:
        """A sum says over which weeks."""
        if measure.key == "open" and self._weeks:
            return tr("ui.measure.open_in", weeks=self._weeks)
        return tr(f"ui.measure.{measure.key}")

    def as_text(self) -> str:
        """The table for a spreadsheet."""
        lines = [["", *self._names]]
        lines += [
            [self._row_name(measure), *(measure.shown(plan) for _, plan in self._pairs)]
            for measure in MEASURES
        ]
        return "\n".join("\t".join(line) for line in lines)


def _tip(measure: Measure, found: PlanFigures) -> str:
    """What a row counts; the share of days is told with the wishes it is of."""
    beside = lacking_words(found) if measure.key == "wishes" else ""
    return tip(f"{tr(f'ui.measure_help.{measure.key}')} {beside}".strip())


def _direction(measure: Measure, pair: Pair) -> int:
    """1 up, -1 down, 0 for what is shown alike or nothing to compare with."""
    before, after = pair
    was, now = None if before is None else measure.value(before), measure.value(after)
    if was is None or now is None:
        return 0
    change = difference(was, now, MOST_DIGITS)
    return (change > 0) - (change < 0)


RIGHT = Qt.AlignmentFlag.AlignRight
