"""Help and usage errors in the user's language: typer writes its own words in English only.

Only public names of typer are used. What is not known here stays in English, and is shown all the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from heiltid.texts import Language, text

_BRACED = re.compile(r"\{([^{}\s]+)\}(\.\.\.)?")  # typer's {UNIT} is UNIT everywhere else
_EXTRA = re.compile(r"Got unexpected extra argument\S* \((.*)\)")
_TYPES = re.compile(r"<(?:list\[)?path\]?>", re.IGNORECASE)


def spoken(shown: str, language: Language) -> str:
    """A help or usage text of typer's with its fixed words in the user's language."""
    shown = _BRACED.sub(r"\1", _TYPES.sub(f"<{text('usage.path', language)}>", shown))
    for key, english in (
        ("usage", "Usage: "),
        ("arguments", "Arguments:\n"),
        ("options_head", "Options:\n"),
        ("commands", "Commands:\n"),
        ("options", "[OPTIONS]"),
        ("command", "COMMAND [ARGS]..."),
        ("required", "[required]"),
        ("default", "[default:"),
    ):
        shown = shown.replace(english, text(f"usage.{key}", language) + english[len(english.rstrip()) :])
    return shown


def command_class(language: Language) -> type[TyperCommand]:
    """A command whose help is in a language."""

    class SpokenCommand(TyperCommand):
        """A command of the command line."""

        def get_usage(self, ctx: Any) -> str:
            """The line that tells the words of the command."""
            return spoken(super().get_usage(ctx), language)

        def get_help(self, ctx: Any) -> str:
            """The whole help."""
            return spoken(super().get_help(ctx), language)

        def get_help_option(self, ctx: Any) -> Any:
            """--help itself."""
            return _explained(super().get_help_option(ctx), language)

    return SpokenCommand


def group_class(language: Language) -> type[TyperGroup]:
    """All commands together, with help and usage errors in a language."""

    class SpokenGroup(TyperGroup):
        """The command line as a whole."""

        def get_usage(self, ctx: Any) -> str:
            """The line that tells the words of the command line."""
            return spoken(super().get_usage(ctx), language)

        def get_help(self, ctx: Any) -> str:
            """The whole help."""
            return spoken(super().get_help(ctx), language)

        def get_help_option(self, ctx: Any) -> Any:
            """--help itself."""
            return _explained(super().get_help_option(ctx), language)

        def resolve_command(self, ctx: Any, args: list[str]) -> Any:
            """The command that is meant; one that does not exist is told with the nearest."""
            if args and args[0] not in self.commands and not args[0].startswith("-"):
                ctx.fail(_unknown_command(args[0], list(self.commands), language))
            return super().resolve_command(ctx, args)

        def main(
            self,
            args: Sequence[str] | None = None,
            prog_name: str | None = None,
            complete_var: str | None = None,
            standalone_mode: bool = True,
            windows_expand_args: bool = True,
            **extra: Any,
        ) -> Any:
            """Run a command line. Ends the program unless told not to."""
            told = (args, prog_name, complete_var, False, windows_expand_args)
            if not standalone_mode:
                return super().main(*told, **extra)
            try:
                code = super().main(*told, **extra)
            except typer.TyperException as error:
                _complain(error, language)
                sys.exit(error.exit_code)
            sys.exit(code if isinstance(code, int) else 0)

    return SpokenGroup


def _explained(option: Any, language: Language) -> Any:
    if option is not None:
        option.help = text("usage.help", language)
    return option


def _unknown_command(typed: str, known: list[str], language: Language) -> str:
    near = get_close_matches(typed, known, n=1)
    key = "usage.command_unknown" if near else "usage.command_none"
    return text(key, language, found=typed, near=near[0] if near else "", known=", ".join(known))


def _complain(error: typer.TyperException, language: Language) -> None:
    """The usage, where to find help, and what is wrong."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(error.format_message(), err=True)
        return
    if context is not None:
        typer.echo(context.command.get_usage(context), err=True)
        typer.echo(text("usage.try_help", language, command=context.command_path) + "\n", err=True)
    typer.echo(_reason(error, language), err=True)


def _reason(error: typer.TyperException, language: Language) -> str:
    option = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = ", ".join(getattr(error, "possibilities", None) or ())
        key = "usage.option_unknown" if near else "usage.option_none"
        return text(key, language, found=option, near=near)
    if parameter is None:
        return _bare_reason(error, option, language)
    record = parameter.get_help_record(error.ctx) if hasattr(error, "ctx") else None
    shown = spoken("  ".join(record), language) if record else str(parameter.name)
    return text("usage.missing" if kind == "MissingParameter" else "usage.refused", language, shown=shown)


def _bare_reason(error: typer.TyperException, option: str | None, language: Language) -> str:
    """What is wrong where no single word of the command is at fault."""
    said = error.format_message()
    if said == "Missing command.":
        return text("usage.missing_command", language)
    extra = _EXTRA.match(said)
    if extra is not None:
        return text("usage.extra", language, found=extra[1])
    return said if option is None else text("usage.no_value", language, found=option)
