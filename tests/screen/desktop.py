"""A screen that exists only in memory, with a window manager, a keyboard, a mouse and a camera.

Everything goes through the X server as a user's hands would: nothing here knows of Qt.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "xdotool", "openbox", "import")
KEY_MILLISECONDS = 40  # between two keys of a quick typist
BREATH_SECONDS = 0.35  # between two things a user does


def missing_tools() -> list[str]:
    """Programs a virtual screen needs and this machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class ScreenError(AssertionError):
    """What was waited for did not come, or is not as it must be."""


def until(holds: Callable[[], bool], seconds: float, what: str) -> float:
    """Wait until something holds; how long it took. Raises ScreenError."""
    began = time.monotonic()
    while not holds():
        if time.monotonic() - began > seconds:
            raise ScreenError(f"{what}: not within {seconds:g} s")
        time.sleep(0.05)
    return time.monotonic() - began


class Desktop:
    """Xvfb and openbox on a display of their own; settings and home in `folder`, none of the user's."""

    def __init__(self, folder: Path, size: tuple[int, int] = (1366, 768), scale: str = "") -> None:
        self.folder, self.size = folder, size
        self._started: list[subprocess.Popen[bytes]] = []
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        for name in ("WAYLAND_DISPLAY", "LANGUAGE", "LC_MESSAGES", "LANG"):
            self.environment.pop(name, None)
        for name, place in (("HOME", ""), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")):
            (folder / place).mkdir(parents=True, exist_ok=True)
            self.environment[name] = str(folder / place)
        self.environment |= {"LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        if scale:
            self.environment["QT_SCALE_FACTOR"] = scale

    def remember(self, *lines: str) -> None:
        """Settings the program finds at its start."""
        place = self.folder / "config" / "Heiltid"
        place.mkdir(parents=True, exist_ok=True)
        (place / "heiltid.ini").write_text("\n".join(["[General]", *lines, ""]), encoding="utf-8")

    def __enter__(self) -> Desktop:
        reading, writing = os.pipe()
        width, height = self.size
        words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24"]
        self._start([*words, "-nolisten", "tcp"], pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:  # the number comes when the screen is ready
            number = answer.readline().strip()
        if not number:
            raise ScreenError("Xvfb did not start")
        self.environment["DISPLAY"] = f":{number}"
        self._start(["openbox"])
        until(self._is_managed, 10, "openbox")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._started):
            if process.poll() is None:
                process.terminate()
                process.wait(10)

    def _start(self, words: list[str], pass_fds: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        made = subprocess.Popen(
            words, env=self.environment, stdout=quiet, stderr=quiet, cwd=ROOT, pass_fds=pass_fds
        )
        self._started.append(made)
        return made

    def run(self, words: list[str]) -> subprocess.Popen[bytes]:
        """Start a program on this screen; what it says goes to program.log in the folder."""
        with (self.folder / "program.log").open("ab") as log:
            made = subprocess.Popen(words, env=self.environment, stdout=log, stderr=log, cwd=ROOT)
        self._started.append(made)
        return made

    def tool(self, *words: str) -> str:
        """The output of a small program run on this screen; "" when it found nothing."""
        done = subprocess.run(words, env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def _is_managed(self) -> bool:
        return bool(self.tool("xdotool", "get_num_desktops"))

    def windows(self, title: str) -> list[str]:
        """Windows to be seen now whose title holds these words."""
        return self.tool("xdotool", "search", "--onlyvisible", "--name", title).split()

    def wait_for(self, program: subprocess.Popen[bytes], title: str) -> None:
        """Wait for a window of a program; its end is no reason to wait on."""
        until(lambda: bool(self.windows(title)) or program.poll() is not None, 60, f"a window {title}")
        if program.poll() is not None:
            raise ScreenError(f"the program ended with {program.returncode}")

    def close(self, program: subprocess.Popen[bytes], title: str) -> int:
        """Close a program's window as the window manager does; the exit code."""
        until(lambda: title in self.tool("xdotool", "getactivewindow", "getwindowname"), 10, title)
        for _ in range(3):  # a key pressed while the manager takes in a new window is lost
            self.press("alt+F4")
            try:
                return program.wait(5)
            except subprocess.TimeoutExpired:
                continue
        raise ScreenError(f"{title} does not close")

    def press(self, *keys: str) -> None:
        """Keys or chords, one after another: "ctrl+z", "Return"."""
        self.tool("xdotool", "key", "--delay", str(KEY_MILLISECONDS), *keys)
        time.sleep(BREATH_SECONDS)

    def type(self, words: str) -> None:
        """Type a text where the keyboard is."""
        self.tool("xdotool", "type", "--delay", str(KEY_MILLISECONDS), words)
        time.sleep(BREATH_SECONDS)

    def click(self, place: tuple[int, int], button: int = 1) -> None:
        """Move the mouse there and press."""
        self.move(place)
        self.tool("xdotool", "click", str(button))
        time.sleep(BREATH_SECONDS)

    def move(self, place: tuple[int, int]) -> None:
        """The mouse, without pressing."""
        self.tool("xdotool", "mousemove", *map(str, place))
        time.sleep(0.1)

    def drag(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Press at one place, move on in small steps, let go at another."""
        self.move(first)
        self.tool("xdotool", "mousedown", "1")
        for step in range(1, 9):
            between = tuple(a + (b - a) * step // 8 for a, b in zip(first, last, strict=True))
            self.tool("xdotool", "mousemove", *map(str, between))
            time.sleep(0.03)
        self.tool("xdotool", "mouseup", "1")
        time.sleep(BREATH_SECONDS)

    def picture(self, path: Path) -> None:
        """All of the screen."""
        self.tool("import", "-window", "root", str(path))
