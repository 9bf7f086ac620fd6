"""What a leader should know of a list before she settles it, on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from heiltid.booking.settling.proposal_check import SettlingNotes
from heiltid.calendar import Calendar
from heiltid.model import Unit
from heiltid.rules.finding import Finding
from heiltid.rules.wording import finding_text
from heiltid.terminal.book import moment_text
from heiltid.terminal.screen import Screen


def show_agreements(screen: Screen, unit: Unit, findings: Sequence[Finding]) -> None:
    """What the sharing would need new agreements for; nothing where it needs none."""
    if not findings:
        return
    screen.say("book.needs_agreements", style="yellow", count=len(findings))
    calendar = Calendar(unit)
    for finding in findings:
        screen.line(finding_text(finding, unit, calendar, screen.language), indent=2)


def say_settling_notes(screen: Screen, notes: SettlingNotes) -> None:
    """Who has not answered, and whether they still may; nothing where all have."""
    if not notes.unanswered:
        return
    screen.say("book.not_answered", style="yellow", count=len(notes.unanswered), all=notes.asked)
    if notes.still_ahead is not None:
        screen.say("book.still_ahead", style="yellow", deadline=moment_text(screen, notes.still_ahead))
