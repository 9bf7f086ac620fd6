"""The unit beside published figures, each with its source."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from heiltid.measures.references import REFERENCES, Reference
from heiltid.report_model import Figures
from ui.charts.bars_chart import Bar, BarsChart
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP, Card, label

MEASURES = ("average", "full_time")
NAME_WIDTH = 270.0


class ReferencesCard(Card):
    """Two pictures: average position and share in full time; ours is the stroke through all lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.results.references"), tr("ui.results.references_hint"), parent)
        self._charts = {
            key: BarsChart(
                tr(f"ui.measure.{key}"),
                (tr("ui.results.source"), tr(f"ui.measure.{key}"), tr("ui.results.this_plan")),
                name_width=NAME_WIDTH,
                ending=" %",
            )
            for key in MEASURES
        }
        line = QHBoxLayout()
        line.setSpacing(WIDE_GAP)
        for key, chart in self._charts.items():
            part = Card()
            part.body.addWidget(label(tr(f"ui.measure.{key}"), "heading"))
            part.body.addWidget(chart)
            part.body.addStretch(1)
            line.addWidget(part, 1)
        self.body.addLayout(line)

    def show_figures(self, now: Figures, was: Figures | None) -> None:
        """The plan's figures, and those before it."""
        for key, chart in self._charts.items():
            ours = _ours(key, now)
            bars = [Bar(name=tr("ui.results.this_plan"), value=ours, mark=ours)]
            if was is not None:
                bars.append(Bar(name=tr("ui.results.before_plan"), value=_ours(key, was), mark=ours))
            bars += [
                Bar(name=_source(reference), value=value / 100, mark=ours, own=False)
                for reference in REFERENCES
                if (value := _theirs(key, reference)) is not None
            ]
            chart.show_bars(bars)


def _ours(key: str, figures: Figures) -> float:
    return figures.average_position_pct if key == "average" else figures.full_time_share_pct


def _theirs(key: str, reference: Reference) -> int | None:
    if key == "full_time":
        return reference.full_time_share_bp
    return reference.average_position_bp or reference.wanted_average_bp


def _source(reference: Reference) -> str:
    year = f" {reference.year}" if reference.year is not None else ""
    wanted = "" if reference.wanted_average_bp is None else f", {tr('ui.results.wanted')}"
    return f"{reference.source}{year}, {tr(f'reference.{reference.key}')}{wanted}"
