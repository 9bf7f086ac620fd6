"""Lines to write on, and a place for date and name."""

from __future__ import annotations

from reportlab.platypus import Flowable

from heiltid.exchange.pdf.page import A4_PORTRAIT, FONT, LINE, MUTED

LINE_GAP = 18.0
SIGNATURE_HEIGHT = 16.0


class Remarks(Flowable):  # type: ignore[misc]
    """As many ruled lines as the height has room for, the last one for date and name."""

    def __init__(self, height: float, signature: str) -> None:
        super().__init__()
        self.width, self.height, self.signature = A4_PORTRAIT.inner_width, height, signature

    @property
    def lines(self) -> int:
        """Lines above that for date and name, at least one."""
        return max(1, int((self.height - SIGNATURE_HEIGHT) / LINE_GAP))

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The height that was given."""
        return self.width, self.height

    def draw(self) -> None:
        """From the top down."""
        canvas = self.canv
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        for number in range(1, self.lines + 1):
            canvas.line(0, self.height - number * LINE_GAP, self.width, self.height - number * LINE_GAP)
        canvas.setFillColor(MUTED)
        canvas.setFont(FONT, 7.5)
        canvas.drawString(0, 2, self.signature)
