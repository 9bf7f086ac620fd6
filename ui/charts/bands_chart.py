"""Employees by size of position, before and after, as paired bars with their numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from heiltid.texts import Language
from ui.charts.chart import Chart, say
from ui.texts import NO_VALUE, language, tr
from ui.theme import theme

TOP, BOTTOM, GAP, WIDEST = 22.0, 44.0, 5.0, 44.0


class BandsChart(Chart):
    """Bars of whole people; the axis is left out because every bar carries its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.results.bands"), parent)
        self.setMinimumHeight(210)
        self._before: Mapping[str, int] = {}
        self._after: Mapping[str, int] = {}

    def show_bands(self, before: Mapping[str, int], after: Mapping[str, int]) -> None:
        """People by band ("50-74.9"), before and after; before empty: there is nothing to compare with."""
        self._before, self._after = before, after
        self.update()

    def table(self) -> Sequence[Sequence[str]]:
        bands = dict.fromkeys([*self._before, *self._after])
        head = (tr("ui.results.band"), tr("ui.results.before"), tr("ui.results.after"))
        lines = [
            (
                shown_band(band),
                str(self._before.get(band, 0)) if self._before else NO_VALUE,
                str(self._after.get(band, 0)),
            )
            for band in bands
        ]
        return [head, *lines]

    def paint(self, painter: QPainter, area: QRectF) -> None:
        lines = self.table()[1:]
        if not lines:
            return
        most = max(1, *(int(value) for _, *pair in lines for value in pair if value != NO_VALUE))
        plot = area.adjusted(8, TOP, -8, -BOTTOM)
        slot = plot.width() / len(lines)
        width = min(WIDEST, (slot - 3 * GAP) / 2)
        for place, (name, was, now) in enumerate(lines):
            middle = plot.left() + slot * (place + 0.5)
            if was != NO_VALUE:
                self._bar(painter, plot, middle - width - GAP / 2, width, int(was) / most, was, is_now=False)
            left = middle - width / 2 if was == NO_VALUE else middle + GAP / 2
            self._bar(painter, plot, left, width, int(now) / most, now, is_now=True)
            box = QRectF(middle - slot / 2, plot.bottom() + 4, slot, 18)
            say(painter, box, name, theme().text, Qt.AlignmentFlag.AlignHCenter)
        if self._before:
            self._legend(painter, QRectF(area.left() + 8, area.bottom() - 20, area.width() - 16, 18))

    @staticmethod
    def _bar(
        painter: QPainter, plot: QRectF, left: float, width: float, part: float, value: str, *, is_now: bool
    ) -> None:
        height = plot.height() * part
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().accent if is_now else theme().before))
        painter.drawRoundedRect(QRectF(left, plot.bottom() - height, width, height), 3, 3)
        colour = theme().accent if is_now else theme().muted
        font = painter.font()
        font.setBold(is_now)
        painter.setFont(font)
        box = QRectF(left - 10, plot.bottom() - height - 19, width + 20, 18)
        say(painter, box, value, colour, Qt.AlignmentFlag.AlignHCenter)
        font.setBold(False)
        painter.setFont(font)

    @staticmethod
    def _legend(painter: QPainter, box: QRectF) -> None:
        left = box.left()
        for key, colour in (("before", theme().before), ("after", theme().accent)):
            words = tr(f"ui.results.{key}")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(left, box.center().y() - 5, 10, 10), 2, 2)
            width = painter.fontMetrics().horizontalAdvance(words) + 30.0
            say(painter, QRectF(left + 16, box.top(), width, box.height()), words, theme().muted, _LEFT)
            left += width


_LEFT = Qt.AlignmentFlag.AlignLeft


def shown_band(band: str) -> str:
    """A band's key as people write it: "50–74,9 %"."""
    shown = band.replace("-", "–")
    return f"{shown if language() is Language.ENGLISH else shown.replace('.', ',')} %"
