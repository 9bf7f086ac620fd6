"""Empty lines to write on by hand."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from heiltid.exchange.pdf.page import LINE

LINE_HEIGHT = 8 * mm


class WritingRoom(Flowable):  # type: ignore[misc]
    """Lines down to the foot of the page, `kept` points of which are left to what follows.

    Where fewer than `least` lines have room it asks for that many, and so goes to the next page.
    """

    def __init__(self, least: int = 3, kept: float = 0.0) -> None:
        super().__init__()
        self.least = least
        self.kept = kept

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as the page, as high as whole lines go."""
        self.width = width
        self.lines = max(self.least, int((height - self.kept) / LINE_HEIGHT))
        self.height = self.lines * LINE_HEIGHT
        return width, self.height

    def draw(self) -> None:
        """The lines themselves."""
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.5)
        for place in range(self.lines):
            self.canv.line(0, place * LINE_HEIGHT, self.width, place * LINE_HEIGHT)
