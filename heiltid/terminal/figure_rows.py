"""The rows of the before/after table: what each figure is called, and how its change is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heiltid.report_model import Figures
from heiltid.texts import Language, decimal, difference, text

PERCENT = " %"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure before and after. None: not known (no rota). better: +1 more is better, -1 less is.

    key: what the row is, for a bound or a reference to be set beside it.
    """

    key: str
    label: str
    before: float | None
    after: float | None
    unit: str = ""  # after the number, with its space
    digits: int = 1
    better: int = 0

    @property
    def change(self) -> float | None:
        """After less before as they are shown."""
        if self.before is None or self.after is None:
            return None
        return difference(self.before, self.after, self.digits)

    @property
    def good(self) -> bool | None:
        """Whether the change is for the better; None where it is neither."""
        change = self.change
        if not self.better or not change:
            return None
        return (change > 0) == (self.better > 0)


def shown(number: float | None, row: FigureRow, language: Language, *, signed: bool = False) -> str:
    """A number as it stands in a table; a dash where it is not known."""
    if number is None:
        return "–"
    plain = decimal(number, language, row.digits)
    if not signed:
        return plain + row.unit
    plus = "+" if round(number, row.digits) > 0 else ""
    unit = "" if row.unit == PERCENT else row.unit  # a difference of percents is no percent
    return f"{plus}{plain}{unit}"


def position_rows(before: Figures | None, after: Figures | None, language: Language) -> list[FigureRow]:
    """Rows about people and positions."""
    return [
        _row("employees", before, after, language, digits=0),
        _row("fte", before, after, language, digits=2),
        _row("average_position_pct", before, after, language, unit=PERCENT, better=1),
        _row("same_people_average_position_pct", before, after, language, unit=PERCENT, better=1),
        _row("full_time_share_pct", before, after, language, unit=PERCENT, better=1),
        _row("small_positions", before, after, language, digits=0, better=-1),
        _row("large_positions", before, after, language, digits=0, better=1),
        *_band_rows(before, after, language),
        _nested("unwanted_people", "unwanted_part_time.people", before, after, language, 0, "", -1),
        _nested("missing_pct", "unwanted_part_time.missing_pct", before, after, language, 1, PERCENT, -1),
        _row("positions_to_announce", before, after, language, digits=0),
        _row("vacant_fte", before, after, language, digits=2),
        _nested("lines", "all_lines.lines", before, after, language, 0, "", 0),
        _nested("lines_fte", "all_lines.fte", before, after, language, 2, "", 0),
        _nested("lines_average", "all_lines.average_position_pct", before, after, language, 1, PERCENT, 1),
    ]


def rota_rows(before: Figures | None, after: Figures | None, language: Language) -> list[FigureRow]:
    """Rows about the rota itself."""
    hours = " " + text("figure.hour_mark", language)
    return [
        _row("understaffed_person_hours", before, after, language, unit=hours, better=-1),
        _nested("weekends_per_year", "weekends_per_year.mean", before, after, language, 1, "", 0),
        _nested(
            "weekend_hours_per_year", "weekend_hours_per_year.mean", before, after, language, 0, hours, 0
        ),
        _row("long_shifts", before, after, language, digits=0),
        _row("quick_returns", before, after, language, digits=0, better=-1),
        _row("wishes_met_pct", before, after, language, unit=PERCENT, better=1),
        _row("employees_met_per_week", before, after, language, better=-1),
        *(
            FigureRow(
                key=f"paid.{category}",
                label=text("figure.paid_hours", language, category=text(f"paid.{category}", language)),
                before=_value(before, f"paid_hours.{category}"),
                after=_value(after, f"paid_hours.{category}"),
                unit=hours,
            )
            for category in ("ordinary", "evening", "night", "saturday_sunday", "red")
        ),
    ]


def _band_rows(before: Figures | None, after: Figures | None, language: Language) -> Iterator[FigureRow]:
    known = before or after
    for band in known.bands if known is not None else ():
        yield FigureRow(
            key=f"band.{band}",
            label=text("figure.band", language, band=_band_shown(band, language)),
            before=None if before is None else before.bands.get(band, 0),
            after=None if after is None else after.bands.get(band, 0),
            digits=0,
        )


def _band_shown(band: str, language: Language) -> str:
    plain = band.replace("-", "–")
    return plain if language is Language.ENGLISH else plain.replace(".", ",")


def _row(
    field: str,
    before: Figures | None,
    after: Figures | None,
    language: Language,
    *,
    unit: str = "",
    digits: int = 1,
    better: int = 0,
) -> FigureRow:
    return _nested(field, field, before, after, language, digits, unit, better)


def _nested(
    key: str,
    path: str,
    before: Figures | None,
    after: Figures | None,
    language: Language,
    digits: int,
    unit: str,
    better: int,
) -> FigureRow:
    return FigureRow(
        key=key,
        label=text(f"figure.{key}", language),
        before=_value(before, path),
        after=_value(after, path),
        unit=unit,
        digits=digits,
        better=better,
    )


def _value(figures: Figures | None, path: str) -> float | None:
    """The number at a dotted path of fields; None where the figures or a part of them are missing."""
    found: object = figures
    for field in path.split("."):
        if found is None:
            return None
        found = getattr(found, field)
    assert found is None or isinstance(found, int | float)
    return found
