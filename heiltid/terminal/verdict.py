"""What the checker has to say, for people: breaches one by one, agreements and open shifts as lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from heiltid.calendar import Calendar
from heiltid.exchange.workbook.words import competence_word
from heiltid.model import Signed, Unit
from heiltid.report_model import ClashLine, FindingLine, OpenShiftLine
from heiltid.rules.agreement_list import AgreementUse
from heiltid.rules.agreement_words import count_text
from heiltid.rules.name_list import listed_names
from heiltid.rules.wording import who_text
from heiltid.terminal.screen import Screen
from heiltid.terminal.tables import plain_table

MOST_BREACHES = 50
MOST_OPEN_SHIFTS = 25
MOST_NAMES = 3


def show_breaches(screen: Screen, findings: Iterable[FindingLine]) -> None:
    """Every breach in a line of its own, up to MOST_BREACHES."""
    breaches = [finding for finding in findings if finding.severity == "breach"]
    if not breaches:
        return
    screen.say("verdict.breaches", count=len(breaches), style="bold red")
    for finding in breaches[:MOST_BREACHES]:
        screen.line(_paragraph(finding) + finding.text, indent=2)
    _say_more(screen, len(breaches) - MOST_BREACHES)
    screen.line("")


def _paragraph(finding: FindingLine) -> str:
    return f"[{finding.paragraph}] " if finding.paragraph else ""


def show_notes(screen: Screen, findings: Iterable[FindingLine]) -> None:
    """The soft findings: how many of each rule, with the first as an example."""
    groups: dict[str, list[FindingLine]] = {}
    for finding in findings:
        if finding.severity == "note":
            groups.setdefault(finding.rule, []).append(finding)
    if not groups:
        return
    screen.say("verdict.notes", count=sum(len(group) for group in groups.values()), style="bold")
    for rule, group in groups.items():
        screen.line(f"{screen.words(f'rule.{rule}')}: {len(group)}", indent=2)
        screen.line(group[0].text, style="dim", indent=6)
    screen.line("")


def _say_more(screen: Screen, count: int, key: str = "verdict.more") -> None:
    if count > 0:
        screen.line(screen.words(key, count=count), indent=2)


def agreements(screen: Screen, unit: Unit, uses: Sequence[AgreementUse]) -> Table:
    """The list of agreements: individual ones of one paragraph drawn together while they are alike."""
    table = plain_table(
        screen,
        "agreement.paragraph",
        "agreement.who",
        "agreement.days",
        "agreement.signed",
        title="agreement.title",
    )
    for column in table.columns[1:3]:
        column.justify = "left"
    groups: dict[tuple[str, str, bool], list[AgreementUse]] = {}
    for use in uses:
        groups.setdefault((use.paragraph, use.signer.value, use.signed is Signed.YES), []).append(use)
    calendar = Calendar(unit)
    for (paragraph, signer, signed), group in groups.items():
        people = list(dict.fromkeys(number for use in group for number in use.employees))
        found = [finding for use in group for finding in use.found]
        table.add_row(
            Text(f"§ {paragraph}" if paragraph[0].isdigit() else paragraph),
            Text(_people(screen, unit, people)),
            Text(count_text(found, calendar, screen.language)),
            Text(_signed(screen, signer, signed, len(group)), style="" if signed else "yellow"),
        )
    return table


def _signed(screen: Screen, signer: str, signed: bool, papers: int) -> str:
    who = screen.words(f"signer.{signer.replace(' ', '_')}")
    return screen.words("agreement.is_signed" if signed else "agreement.to_sign", who=who, count=papers)


def _people(screen: Screen, unit: Unit, numbers: Sequence[str]) -> str:
    if not numbers:
        return who_text(None, unit, screen.language)
    if len(numbers) > MOST_NAMES:
        return screen.words("agreement.people", count=len(numbers))
    return listed_names(who_text(number, unit, screen.language) for number in numbers)


def open_shifts(screen: Screen, lines: Sequence[OpenShiftLine]) -> Table:
    """The named shifts that would close the holes in the least staffing."""
    table = plain_table(
        screen,
        "open_shift.when",
        "open_shift.code",
        "open_shift.time",
        "open_shift.competence",
        "open_shift.people",
    )
    count = sum(line.people for line in lines)
    table.title = Text(screen.words("open_shift.title", count=count), style="bold")
    for line in lines[:MOST_OPEN_SHIFTS]:
        competence = (
            screen.words("open_shift.anyone")
            if line.competence is None
            else competence_word(line.competence, screen.language)
        )
        table.add_row(
            Text(line.when),
            Text(line.code or screen.words("open_shift.no_code")),
            Text(f"{line.start}–{line.end}"),
            Text(competence),
            Text(str(line.people)),
        )
    return table


def show_open_shifts(screen: Screen, lines: Sequence[OpenShiftLine], more: str = "verdict.more") -> None:
    """The table, or one line where every shift is covered. more: the text that tells where the rest is."""
    if not lines:
        screen.say("open_shift.none", style="green")
        screen.line("")
        return
    screen.show(open_shifts(screen, lines))
    if len(lines) > MOST_OPEN_SHIFTS:
        rest = sum(line.people for line in lines[MOST_OPEN_SHIFTS:])
        _say_more(screen, rest, more)
        screen.line("")


def show_clashes(screen: Screen, clashes: Iterable[ClashLine]) -> None:
    """Why nothing lawful exists, clash by clash."""
    for clash in clashes:
        screen.line(clash.text, indent=2)
