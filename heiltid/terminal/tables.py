"""The tables a leader sees: before and after, published figures, weekends, units side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from rich import box
from rich.table import Table
from rich.text import Text

from heiltid.command_reports import CompareReport, ReferenceLine, Totals, WeekendPart
from heiltid.measures.references import REFERENCES, Reference
from heiltid.report_model import Figures
from heiltid.terminal.figure_rows import FigureRow, position_rows, rota_rows, shown
from heiltid.terminal.screen import Screen
from heiltid.texts import Language, decimal

ARROW = "→"
UNBROKEN_SPACE = "\u00a0"
NAME_WIDTH, NARROW_NAME_WIDTH = 22, 8  # of units set side by side
NARROW = 100  # columns: below, a comparison needs every one of them
GOOD_STYLE, BAD_STYLE = "green", "red"


def plain_table(screen: Screen, *heads: str, title: str | None = None) -> Table:
    """An empty table: the first column text, the others numbers."""
    table = Table(
        title=None if title is None else Text(screen.words(title), style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for place, head in enumerate(heads):
        table.add_column(Text(screen.words(head)), justify="left" if place == 0 else "right")
    return table


def before_after(
    screen: Screen, before: Figures | None, after: Figures | None, *, bound_average_pct: float | None = None
) -> Table:
    """The figures of a unit, today's beside the new rota's, the proven bound and one reference."""
    bounds = {} if bound_average_pct is None else {"average_position_pct": bound_average_pct}
    heads = ["table.figure", "table.before"]
    heads += ["table.after", "table.change"] if after is not None else []
    heads += ["table.bound"] if bounds else []
    table = plain_table(screen, *heads)
    table.add_column(Text(screen.words("table.reference", year=_newest().year)), justify="right")
    sections = (position_rows, rota_rows)
    for make_rows in sections:
        for row in make_rows(before, after, screen.language):
            if row.before is None and row.after is None:
                continue
            table.add_row(*_cells(row, screen.language, after is not None, bounds))
        table.add_section()
    return table


def _cells(row: FigureRow, language: Language, changed: bool, bounds: Mapping[str, float]) -> list[Text]:
    cells = [Text(row.label), Text(shown(row.before, row, language))]
    if changed:
        style = {True: GOOD_STYLE, False: BAD_STYLE, None: ""}[row.good]
        cells += [
            Text(shown(row.after, row, language), style="bold"),
            Text("" if row.change is None else shown(row.change, row, language, signed=True), style=style),
        ]
    if bounds:
        cells.append(Text(shown(bounds[row.key], row, language) if row.key in bounds else ""))
    reference = _care_rota().get(row.key)
    return [*cells, Text("" if reference is None else shown(reference, row, language), style="dim")]


def _newest() -> Reference:
    """The newest published figures for the same kind of unit."""
    return max((entry for entry in REFERENCES if entry.key == "care_rota"), key=lambda entry: entry.year or 0)


def _care_rota() -> dict[str, float]:
    """Those figures in percent, by row."""
    newest = _newest()
    shares = {
        "average_position_pct": newest.average_position_bp,
        "full_time_share_pct": newest.full_time_share_bp,
    }
    return {key: share / 100 for key, share in shares.items() if share is not None}


def references(screen: Screen, lines: Iterable[ReferenceLine]) -> Table:
    """The published figures with their source."""
    table = plain_table(
        screen,
        "table.source",
        "figure.average_position_pct",
        "figure.full_time_share_pct",
        "figure.wanted_average",
        title="table.references",
    )
    for line in lines:
        year = "" if line.year is None else f" {line.year}"
        table.add_row(
            Text(f"{line.source}{year}, {line.about}"),
            *(
                percent(screen, share)
                for share in (line.average_position_pct, line.full_time_share_pct, line.wanted_average_pct)
            ),
        )
    return table


def percent(screen: Screen, share: float | None) -> Text:
    """A share in percent; empty where there is none."""
    return Text("" if share is None else f"{decimal(share, screen.language, 1)} %")


def weekends(screen: Screen, part: WeekendPart) -> Table:
    """How many people each weekend frequency forces, and how large positions can then be."""
    table = plain_table(
        screen, "table.weekend_every", "table.least_people", "table.highest_average", title="table.weekends"
    )
    for line in part.by_frequency:
        every = screen.words("table.every", count=line.weekend_every)
        table.add_row(Text(every), Text(str(line.least_people)), percent(screen, line.highest_average_pct))
    return table


def comparison(screen: Screen, found: CompareReport) -> Table:
    """Units beside each other, the totals last."""
    table = plain_table(
        screen,
        "table.unit",
        "figure.employees",
        "figure.fte",
        "figure.average_position_pct",
        "figure.full_time_share_pct",
        "figure.small_positions",
        "figure.unwanted_people",
    )
    narrow = screen.out.width < NARROW
    table.columns[0].min_width = NARROW_NAME_WIDTH if narrow else NAME_WIDTH
    if narrow:
        table.padding = (0, 1, 0, 0)
    for column in table.columns:
        column.overflow = "fold"  # a column cut short or left out would be read as all there is
    names = Counter(unit.name for unit in found.units)
    for unit in found.units:
        label = unit.name if names[unit.name] == 1 else f"{unit.name} ({unit.file})"
        table.add_row(Text(label), *_pair_cells(screen, unit.before, unit.after))
    table.add_section()
    for key, totals in (("table.total_renewed", found.renewed), ("table.total", found.total)):
        if totals is not None:
            table.add_row(*_total_cells(screen, key, totals), style="bold")
    return table


def _total_cells(screen: Screen, key: str, totals: Totals) -> list[Text]:
    label = Text(screen.words(key, count=totals.units))
    return [label, *_pair_cells(screen, totals.before, totals.after)]


def _pair_cells(screen: Screen, before: Figures, after: Figures | None) -> list[Text]:
    """today → new, for the columns of `comparison`."""
    wanted = (
        "employees",
        "fte",
        "average_position_pct",
        "full_time_share_pct",
        "small_positions",
        "unwanted_people",
    )
    rows = {row.key: row for row in position_rows(before, after, screen.language)}
    cells = []
    for key in wanted:
        row = rows[key]
        first = shown(row.before, row, screen.language)
        if row.after is None:
            cells.append(Text(first))
        else:
            last = shown(row.after, row, screen.language)
            pair = f"{first.removesuffix(row.unit)} {ARROW} {last}"
            cells.append(Text(pair.replace(" ", UNBROKEN_SPACE)))
    return cells
