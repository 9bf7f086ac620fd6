"""Someone at the keyboard: finds things with her eyes, points, types, and looks at what became of it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.screen.desktop import ROOT, Desktop, ScreenError, until
from tests.screen.eyes import Eyes, Front, Seen

SAMPLE, OTHER = ROOT / "sample_rotas" / "solbakken.xlsx", ROOT / "sample_rotas" / "liten.xlsx"
START_SECONDS = 30.0
USUAL_SECONDS = 10.0


class User:
    """Drives the program started on a unit; every step leaves a picture and a line."""

    def __init__(self, desktop: Desktop, unit: Path, pictures: Path) -> None:
        self.desktop, self._pictures = desktop, pictures
        self._steps, self._began = 0, time.monotonic()
        pictures.mkdir(parents=True, exist_ok=True)
        socket = desktop.folder / "voice"
        socket.unlink(missing_ok=True)
        words = [sys.executable, "-m", "tests.screen.launcher", str(socket), str(unit)]
        self.program: subprocess.Popen[bytes] = desktop.run(words)
        until(socket.exists, START_SECONDS, "the program")
        self.eyes = Eyes(socket)
        until(lambda: bool(self.front().title), START_SECONDS, "the window")

    def step(self, what: str) -> None:
        """Take a picture and tell what was done."""
        self._steps += 1
        time.sleep(0.3)  # what was put off has been painted
        name = "".join(letter if letter.isalnum() else "-" for letter in what.lower())
        self.desktop.picture(self._pictures / f"{self._steps:02d}-{name[:40]}.png")
        print(f"{time.monotonic() - self._began:6.1f} s  {what}", flush=True)

    def front(self) -> Front:
        """What is in front."""
        return self.eyes.front()

    def expect(self, holds: bool, what: str) -> None:
        """A picture and an end where something is not as it must be."""
        if not holds:
            self.step(f"WRONG {what}")
            raise ScreenError(f"{what}; in front: {self.front()}")

    def sees(self, name: str, seconds: float = USUAL_SECONDS) -> Seen:
        """Wait for a widget that can be used."""
        until(lambda: _usable(self.eyes.widget(name)), seconds, name)
        found = self.eyes.widget(name)
        assert found is not None
        return found

    def click(self, name: str, seconds: float = USUAL_SECONDS) -> None:
        """Point at a widget and press the mouse."""
        self.desktop.click(self.sees(name, seconds).middle)

    def cell(self, row: int, column: int) -> Seen:
        """A cell of the rota."""
        found = self.eyes.cell("rota_grid", row, column)
        self.expect(found is not None, "the rota's grid is not there")
        assert found is not None
        return found

    def page(self, key: str) -> None:
        """To a page by the sidebar, with the mouse."""
        self.click(f"nav_{key}")
        until(lambda: self.front().page == key, USUAL_SECONDS, f"page {key}")

    def menu(self, letter: str, key: str) -> None:
        """Open a menu by its letter and press one of its lines."""
        self.desktop.press(f"alt+{letter}")
        until(lambda: _usable(self.eyes.action(key)), USUAL_SECONDS, f"menu line {key}")
        found = self.eyes.action(key)
        assert found is not None
        self.desktop.click(found.middle)

    def answer_file(self, path: Path) -> None:
        """Type a path into the file dialog that comes up."""
        until(lambda: self.front().dialog == "QFileDialog", USUAL_SECONDS, "a file dialog")
        self.desktop.press("ctrl+a")
        self.desktop.type(str(path))
        self.step(f"file dialog {path.name}")
        self.desktop.press("Return")
        until(lambda: self.front().dialog != "QFileDialog", USUAL_SECONDS, "the file dialog's end")

    def dismiss(self) -> str:
        """Close messages in front, if there are any; what they said."""
        said = []
        while self.front().dialog:
            said.append(self.front().said)
            self.desktop.press("Escape")
        return "\n".join(said)

    def close(self) -> int:
        """Close the window as the window manager does; the program's exit code."""
        self.desktop.press("alt+F4")
        return self.ended()

    def ended(self) -> int:
        """Wait for the program's end."""
        code = self.program.wait(USUAL_SECONDS)
        self.eyes.close()
        return code


def _usable(found: Seen | None) -> bool:
    return found is not None and found.enabled


def log_of(desktop: Desktop) -> str:
    """What programs on this screen have said: warnings of Qt, faults."""
    path = desktop.folder / "program.log"
    return path.read_text(encoding="utf-8", errors="replace").strip() if path.exists() else ""
