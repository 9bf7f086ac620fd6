"""Wishes from home on the screen: who is asked, and what taking answers over would change."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from heiltid.booking.wishing.taking_over import Difference, TakenPart
from heiltid.booking.wishing.words import change_words, left_out_words
from heiltid.model.asking import WishRound
from heiltid.terminal.book import moment_text
from heiltid.terminal.booking import date_text
from heiltid.terminal.screen import Screen
from heiltid.terminal.tables import plain_table


def say_asked(screen: Screen, asked: WishRound) -> None:
    """What went out."""
    first = date_text(screen, asked.first)
    screen.say(
        "book.wishes.asked",
        style="bold",
        code=asked.code,
        people=len(asked.asked),
        weeks=asked.weeks,
        first=first,
    )
    screen.say("book.deadline", deadline=moment_text(screen, asked.deadline))


def show_differences(screen: Screen, found: Sequence[Difference]) -> None:
    """Person by person: what the answer changes, before and after; below it what is left out."""
    if not found:
        screen.say("book.wishes.nobody")
        return
    heads = ("book.head.who", *(f"book.wishes.head.{part.value}" for part in TakenPart))
    table = plain_table(screen, *heads)
    for column in table.columns:
        column.justify, column.overflow = "left", "fold"
    for entry in found:
        changes = (change_words(entry, part, screen.language) or "–" for part in TakenPart)
        table.add_row(Text(_who(entry)), *map(Text, changes))
    screen.show(table)
    for entry in found:
        if entry.left_out:
            screen.line(f"{_who(entry)}: {left_out_words(entry, screen.language)}", style="yellow")


def _who(entry: Difference) -> str:
    return f"{entry.before.name} ({entry.before.number})".strip()
