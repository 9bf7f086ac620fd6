"""What the commands have in common: the language, options that several of them take, how they end."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

import typer

from heiltid.commands.common import ExitCode, Finished, errors_in_words
from heiltid.commands.help import command_class
from heiltid.terminal.screen import Screen
from heiltid.texts import Language, system_language, text

MOST_WORKERS = 64


def cores() -> int:
    """How many cores the engine uses unless told."""
    return min(2, os.cpu_count() or 1)


def language_of(words: Sequence[str]) -> Language:
    """The language a command line asks for, found before it is parsed: the help needs it."""
    for place, word in enumerate(words):
        name, _, value = word.partition("=")
        if name == "--language":
            wanted = value or (words[place + 1] if place + 1 < len(words) else "")
            if wanted in set(Language):
                return Language(wanted)
    return system_language()


class Options:
    """Arguments and options that several commands share, with their help in one language."""

    def __init__(self, language: Language) -> None:
        self.fallback = language
        self.command = command_class(language)
        self.language: Any = self.option(None, "--language", "language", metavar="nn|nb|en")
        self.debug: Any = self.option(False, "--debug", "debug")
        self.json: Any = self.option(None, "--json", "json", metavar="FILE", dir_okay=False)
        self.force: Any = self.option(False, "--force", "force")
        self.unit: Any = self.argument("unit", "UNIT")

    def words(self, key: str) -> str:
        """A text of the command line in its language."""
        return text(f"cli.{key}", self.fallback)

    def option(self, default: Any, flag: str, key: str, **more: Any) -> Any:
        """An option with its help text `cli.option_<key>`."""
        return typer.Option(default, flag, help=self.words(f"option_{key}"), **more)

    def argument(self, key: str, shown: str) -> Any:
        """A required argument with its help text `cli.argument_<key>`."""
        return typer.Argument(..., help=self.words(f"argument_{key}"), metavar=shown)

    def run(self, language: Language | None, debug: bool, command: Callable[[Screen], ExitCode]) -> None:
        """Run a command with its screen and end with its exit code."""
        screen = Screen(language or self.fallback)
        try:
            with errors_in_words(screen, debug=debug):
                code = command(screen)
        except Finished as finished:
            code = finished.code
        raise typer.Exit(int(code))
