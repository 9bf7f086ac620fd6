"""Where the commands write: answers to standard output, progress and complaints to standard error.

Colour only on a terminal (rich sees to it, and to NO_COLOR). Nothing a user wrote is read as markup.
"""

from __future__ import annotations

import os
import sys
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from heiltid.texts import Language, text

PIPED_WIDTH = 120  # where there is no terminal to ask


class Screen:
    """Two consoles and a language."""

    def __init__(self, language: Language, *, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.language = language
        self.out = _console(out or sys.stdout)
        self.err = _console(err or sys.stderr)

    def words(self, key: str, /, **values: object) -> str:
        """A text of the catalogue in the user's language."""
        return text(key, self.language, **values)

    def say(self, key: str, /, style: str = "", **values: object) -> None:
        """A sentence of the catalogue."""
        self.out.print(Text(self.words(key, **values), style=style))

    def line(self, shown: str, style: str = "", *, indent: int = 0) -> None:
        """A line that is in the user's language already; what does not fit goes on below it, indented."""
        self.out.print(_indented(shown, style, indent))

    def show(self, shown: RenderableType) -> None:
        """A table, with an empty line after it."""
        self.out.print(shown)
        self.out.print()

    def complain(self, key: str, /, **values: object) -> None:
        """A sentence of the catalogue on standard error."""
        self.err.print(Text(self.words(key, **values), style="red"))

    def complain_line(self, shown: str, style: str = "red", *, indent: int = 0) -> None:
        """A complaint that is in the user's language already."""
        self.err.print(_indented(shown, style, indent))


def _indented(shown: str, style: str, indent: int) -> RenderableType:
    return (
        Padding(Text(shown, style=style), (0, 0, 0, indent), expand=False) if indent else Text(shown, style)
    )


def _console(stream: TextIO) -> Console:
    piped = not stream.isatty() and "COLUMNS" not in os.environ
    return Console(
        file=stream, width=PIPED_WIDTH if piped else None, highlight=False, markup=False, emoji=False
    )
