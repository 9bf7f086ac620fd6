"""What a user would see: asked of tests/screen/launcher.py, which runs in the program's process."""

from __future__ import annotations

import json
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ANSWER_SECONDS = 30.0  # the program may be reckoning


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Something on the screen; box in the screen's pixels: left, top, width, height."""

    box: tuple[int, int, int, int]
    says: str
    spoken: str = ""
    enabled: bool = True
    has_keys: bool = False
    is_current: bool = False

    @property
    def middle(self) -> tuple[int, int]:
        """Where to point at it."""
        left, top, width, height = self.box
        return left + width // 2, top + height // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What is in front: window, page, dialog, and who has the keyboard."""

    title: str
    modified: bool
    page: str
    keys: str
    dialog: str
    said: str
    popup: bool


class Eyes:
    """Asks one question at a time."""

    def __init__(self, path: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(ANSWER_SECONDS)
        self._socket.connect(str(path))
        self._answers = self._socket.makefile("r", encoding="utf-8")

    def close(self) -> None:
        """No more questions."""
        self._answers.close()
        self._socket.close()

    def _ask(self, **question: object) -> Any:
        self._socket.sendall(json.dumps(question).encode() + b"\n")
        return json.loads(self._answers.readline() or "null")

    def widget(self, name: str) -> Seen | None:
        """A widget by its object name; None when it is not to be seen."""
        return _seen(self._ask(ask="widget", name=name))

    def cell(self, name: str, row: int, column: int) -> Seen | None:
        """A cell of a table."""
        return _seen(self._ask(ask="cell", name=name, row=row, column=column))

    def action(self, key: str) -> Seen | None:
        """A line of the menu that is open."""
        return _seen(self._ask(ask="action", name=f"action_{key}"))

    def front(self) -> Front:
        """What is in front."""
        return Front(**self._ask(ask="front"))


def _seen(answer: dict[str, Any] | None) -> Seen | None:
    return None if answer is None else Seen(**{**answer, "box": tuple(answer["box"])})
