"""python -m tests.screen.scaled PICTURES [dark]: every page at 125, 150 and 200 % on a real screen.

The screens grow with the scale, so that each shows what 1366 x 768 shows at 100 %. Beside the pictures,
cells of the rota are pointed at with the mouse: what is hit must be what is seen.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.screen.desktop import Desktop, ScreenError, missing_tools, until
from tests.screen.user import SAMPLE, USUAL_SECONDS, User, log_of

SCALES = ("1", "1.25", "1.5", "2")
WIDTH, HEIGHT = 1366, 768
ELSEWHERE = (2, 2)
CELLS = ((0, 0), (3, 8), (11, 27), (7, 20))
PAGES = (
    *("start", "unit", "staffing", "people", "wishes", "rules", "agreements", "rota", "build", "results"),
    "booking",
)


def main() -> int:
    """0 when every point hit its cell and no program complained."""
    missing = missing_tools()
    if missing:
        print(f"Not driven: {', '.join(missing)} missing (Debian: xvfb xdotool openbox imagemagick).")
        return 0
    folder, is_dark = Path(sys.argv[1]).resolve(), sys.argv[2:] == ["dark"]
    wrong = [line for scale in SCALES for line in _at(scale, folder, is_dark)]
    print("\n".join(wrong) or "every point hit its cell")
    return 1 if wrong else 0


def _at(scale: str, folder: Path, is_dark: bool) -> list[str]:
    size = (round(WIDTH * float(scale)), round(HEIGHT * float(scale)))
    with tempfile.TemporaryDirectory() as place, Desktop(Path(place), size, scale) as desktop:
        desktop.remember("theme=dark" if is_dark else "theme=light", "flag\\tour_seen=true")
        user = User(desktop, SAMPLE, folder / f"scale-{scale}")
        try:
            until(lambda: user.front().page == "rota", USUAL_SECONDS, "the rota of today")
            wrong = [f"{scale}: {line}" for line in _pointed(user)]
            for key in PAGES:
                user.page(key)
                user.step(key)
        except ScreenError as error:
            wrong = [f"{scale}: {error}"]
        if user.close() or log_of(desktop):
            wrong.append(f"{scale}: {log_of(desktop)}")
    return wrong


def _pointed(user: User) -> list[str]:
    wrong = []
    for row, column in CELLS:
        found = user.cell(row, column)
        left, top, width, height = found.box
        for place in (found.middle, (left + 2, top + 2), (left + width - 3, top + height - 3)):
            user.desktop.click(user.cell(*ELSEWHERE).middle)
            user.desktop.click(place)
            if not user.cell(row, column).is_current:
                wrong.append(f"({row}, {column}) not hit at {place}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
