"""What every command needs: its screen, and errors turned into sentences and exit codes."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

from pydantic import BaseModel

from heiltid.atomic import write_atomically
from heiltid.errors import InputError, InternalError, Problem, StoreError
from heiltid.exchange.files import Loaded, read_file
from heiltid.exchange.problems import problem_text
from heiltid.terminal.screen import Screen


class ExitCode(IntEnum):
    """How a command ends. NOTHING_LAWFUL is also "breaches" of check."""

    DONE = 0
    NOTHING_LAWFUL = 1
    INPUT = 2
    OUR_ERROR = 3
    INTERRUPTED = 130


class Finished(Exception):  # noqa: N818 - not an error: the way out of a command, with its exit code
    """Ends a command."""

    def __init__(self, code: ExitCode) -> None:
        super().__init__(code)
        self.code = code


@contextmanager
def errors_in_words(screen: Screen, *, debug: bool = False) -> Iterator[None]:
    """Whatever goes wrong in the block becomes a sentence and a Finished with its exit code."""
    try:
        yield
    except Finished:
        raise
    except InputError as error:
        show_problems(screen, "cli.input_problems", error.problems)
        raise Finished(ExitCode.INPUT) from None
    except StoreError as error:
        screen.complain(f"file.{error.key}", **error.values)
        raise Finished(ExitCode.INPUT) from None
    except OSError as error:
        name = Path(str(error.filename)).name if error.filename else ""
        screen.complain("file.unusable", name=name, reason=error.strerror or type(error).__name__)
        raise Finished(ExitCode.INPUT) from None
    except KeyboardInterrupt:
        screen.complain("cli.interrupted")
        raise Finished(ExitCode.INTERRUPTED) from None
    except Exception as error:
        _show_our_error(screen, error, debug=debug)
        raise Finished(ExitCode.OUR_ERROR) from None


def _show_our_error(screen: Screen, error: Exception, *, debug: bool) -> None:
    """Our own messages name no people; a foreign one may quote a cell, so only its kind is shown."""
    what = str(error) if isinstance(error, InternalError) else type(error).__name__
    screen.complain("cli.our_error", what=what)
    if debug:
        screen.complain_line("".join(traceback.format_exception(error)), style="")
    else:
        screen.complain("cli.debug_hint")


def show_problems(screen: Screen, key: str, problems: Sequence[Problem], name: str = "") -> None:
    """One problem a line, under a heading that counts them."""
    if not problems:
        return
    screen.complain(key, name=name, count=len(problems))
    for shown in problem_texts(screen, problems):
        screen.complain_line(shown, style="", indent=2)


def problem_texts(screen: Screen, problems: Iterable[Problem]) -> list[str]:
    """The problems in the user's language."""
    return [problem_text(problem, screen.language) for problem in problems]


def read_input(screen: Screen, path: Path, *, untold: frozenset[str] = frozenset()) -> Loaded:
    """The unit in a file; its problems or warnings are shown with the file's name. untold: keys left out."""
    try:
        loaded = read_file(path)
    except InputError as error:
        show_problems(screen, "cli.input_problems", error.problems, path.name)
        raise Finished(ExitCode.INPUT) from None
    told = [problem for problem in loaded.warnings if problem.key not in untold]
    show_problems(screen, "cli.input_warnings", told, path.name)
    return loaded


def keep_existing(path: Path, *, force: bool) -> None:
    """Refuse a file that is there, unless told to write over it. Raises StoreError `exists`."""
    if path.exists() and not force:
        raise StoreError("exists", name=path.name)


def write_json(screen: Screen, path: Path | None, answer: BaseModel) -> None:
    """The answer as JSON, whole or not at all, where one is asked for."""
    if path is not None:
        write_atomically(path, (answer.model_dump_json(indent=2) + "\n").encode("utf-8"))
        say_written(screen, path)


def say_written(screen: Screen, path: Path) -> None:
    """Where a file was written, as a path that can be copied whole."""
    screen.out.print(screen.words("cli.written", path=path.resolve()), soft_wrap=True)
