"""The first page: what, when, five figures, what the proposal does, and what is to be discussed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Spacer, Table

from heiltid.advice.closing_words import closing_words
from heiltid.advice.few_positions_words import few_positions_sentence
from heiltid.advice.weekend_need_words import lacking_beside_scarcity, part_words
from heiltid.exchange.pdf.discussion.facts import Facts, day
from heiltid.exchange.pdf.discussion.frame import frame_in_short, wished_words
from heiltid.exchange.pdf.discussion.front_cards import card_row, care_rota
from heiltid.exchange.pdf.discussion.full_time_week import full_time_week_findings
from heiltid.exchange.pdf.discussion.room import WritingRoom
from heiltid.exchange.pdf.discussion.to_discuss import to_discuss, unsigned
from heiltid.exchange.pdf.page import (
    A4_PORTRAIT,
    BODY,
    BOLD,
    CELL_BOLD,
    FONT,
    HEADING,
    INK,
    MUTED,
    SMALL,
    SUBTITLE,
    TITLE,
    WARNING,
    paragraph,
)
from heiltid.measures.references import Reference
from heiltid.model import SATURDAY, PlanRole
from heiltid.report_model import Figures

WIDTH = A4_PORTRAIT.inner_width
NOTE_LINES = 3
SIGN_ROOM = 15 * mm


def front(facts: Facts) -> Iterator[Any]:
    """The flowables of the first page."""
    place = f"{facts.unit_name}, {facts.unit.municipality}" if facts.unit.municipality else facts.unit_name
    yield paragraph(facts.words("pdf_report.headline"), TITLE)
    yield paragraph(f"{facts.words('pdf_report.subtitle')} · {place}", SUBTITLE)
    yield _plan_table(facts)
    yield Spacer(1, 4 * mm)
    yield card_row(facts)
    yield paragraph(facts.words("pdf_report.in_short"), HEADING)
    yield paragraph(" ".join(sentences(facts)), BODY)
    if facts.bound_pct is not None:
        yield paragraph(facts.words("pdf_report.bound_note"), SMALL)
    yield paragraph(_reference_text(facts), SMALL)
    yield paragraph(facts.words("pdf_report.to_discuss"), HEADING)
    yield from (_box_line(line) for line in to_discuss(facts))
    yield WritingRoom(NOTE_LINES, SIGN_ROOM)
    yield _discussed(facts)


def _plan_table(facts: Facts) -> Table:
    passed = facts.today > facts.discuss_by
    why = facts.words(
        "pdf_report.latest_passed" if passed else "pdf_report.latest_why",
        latest=day(facts.discuss_by),
        first=day(facts.unit.start),
    )
    told = (
        ("proposal", proposal_words(facts)),
        ("replaces", replaced_words(facts)),
        ("period", facts.period),
        ("rota_sheet", "" if facts.plan.is_empty else facts.words("pdf_report.rota_sheet_where")),
    )
    rows = [
        *(
            [paragraph(facts.words(f"pdf_report.{key}"), BODY), paragraph(words, BODY)]
            for key, words in told
            if words
        ),
        [paragraph(facts.words("pdf_report.latest"), BODY), paragraph(why, _strong(passed))],
    ]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONTNAME", (0, 0), (-1, -1), FONT),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ("LINEBEFORE", (0, -1), (0, -1), 2.4, WARNING if passed else INK),
    ]
    return Table(rows, colWidths=[42 * mm, WIDTH - 42 * mm], style=style, hAlign="LEFT")


def proposal_words(facts: Facts) -> str:
    """Which plan this is, and whether the leader has made it the unit's rota already; "" for no name."""
    if facts.plan.role is not PlanRole.TODAY:
        return facts.plan.name
    key = "pdf_report.set_already" if facts.today < facts.unit.start else "pdf_report.runs_already"
    return facts.words(key, name=facts.plan_name, first=day(facts.unit.start))


def replaced_words(facts: Facts) -> str:
    """What it comes instead of: a rota, by name where it has one, or today's positions only."""
    before = facts.before
    if before is None or before.is_empty:
        return facts.words("pdf_report.replaces_positions")
    if not before.name:
        return facts.words("pdf_report.replaces_rota")
    key = "pdf_report.replaces_named" if before.origin is None else "pdf_report.replaces_built"
    return facts.words(key, name=before.name)


def _strong(passed: bool) -> Any:
    return BODY.clone("strong", fontName=BOLD, textColor=WARNING if passed else INK)


def sentences(facts: Facts) -> Iterator[str]:
    """What the proposal does, in plain sentences."""
    before, after = facts.report.before, facts.report.after
    yield _people_sentence(facts)
    if before is not None and after is not None:
        yield from _position_sentences(facts, before, after)
    if after is not None:
        yield from _load_sentences(facts, before, after)
    yield from _law_sentences(facts)


def _people_sentence(facts: Facts) -> str:
    people = [change for change in facts.changes if change.is_counted]
    larger = sum(change.change_bp > 0 and not change.is_about_same for change in people)
    smaller = sum(change.change_bp < 0 and not change.is_about_same for change in people)
    same = len(people) - larger - smaller
    key = "pdf_report.short.larger_and_smaller" if smaller else "pdf_report.short.larger"
    return facts.words(key, all=len(people), larger=larger, smaller=smaller, same=same)


def _position_sentences(facts: Facts, before: Figures, after: Figures) -> Iterator[str]:
    yield facts.words(
        "pdf_report.short.average",
        before=facts.percent(before.average_position_pct),
        after=facts.percent(after.average_position_pct),
    )
    if after.vacant_fte < before.vacant_fte:
        yield facts.words(
            "pdf_report.short.vacant",
            before=facts.number(before.vacant_fte, 2),
            after=facts.number(after.vacant_fte, 2),
        )
    was, now = facts.number(before.all_lines.fte, 2), facts.number(after.all_lines.fte, 2)
    yield facts.words(f"pdf_report.short.{'fte_same' if was == now else 'fte'}", before=was, after=now)
    if frame_in_short(facts):
        yield frame_in_short(facts)


def _load_sentences(facts: Facts, before: Figures | None, after: Figures) -> Iterator[str]:
    weekends, hours = after.weekends_per_year, after.weekend_hours_per_year
    was = None if before is None else before.weekends_per_year
    hours_were = None if before is None else before.weekend_hours_per_year
    if weekends is not None and was is not None and hours is not None and hours_were is not None:
        yield facts.words(
            "pdf_report.short.weekends_from",
            before=facts.number(was.mean),
            after=facts.number(weekends.mean),
            hours_before=facts.number(hours_were.mean, 0),
            hours_after=facts.number(hours.mean, 0),
        )
    elif weekends is not None:
        yield facts.words("pdf_report.short.weekends", after=facts.number(weekends.mean))
    if after.long_shifts and before is not None and before.long_shifts is not None:
        yield facts.words("pdf_report.short.long", before=before.long_shifts, after=after.long_shifts)
    elif after.long_shifts:
        yield facts.words("pdf_report.short.long_only", after=after.long_shifts)
    if facts.lacks:
        yield facts.words("pdf_report.short.lacking", lacking=facts.lacking_words())
        yield from filter(
            None, [_twice(facts), few_positions_sentence(facts.position_reasons.room, facts.language)]
        )
        yield from _weekend_needs(facts)
    elif after.understaffed_person_hours is not None:
        yield facts.words("pdf_report.short.staffed")
        off = wished_words(facts)
        yield from (off,) if off else ()


def _twice(facts: Facts) -> str:
    """That one shift may close several of the gaps, and how many close all; "" where none does."""
    if not facts.one_shift_closes_several:
        return ""
    closing = closing_words(facts.judgement.context, facts.language)
    return facts.words(f"pdf_report.short.lacking_{'closed' if closing else 'twice'}", closing=closing)


def _law_sentences(facts: Facts) -> Iterator[str]:
    if facts.breaches:
        yield facts.words("pdf_report.short.unlawful", count=facts.counted("breaches", facts.breaches))
    else:
        yield facts.words("pdf_report.short.lawful")
    if facts.agreements:
        count = facts.counted("agreements", len(facts.agreements))
        yield facts.words("pdf_report.short.agreements", count=count, unsigned=unsigned(facts))
    weeks = len(full_time_week_findings(facts))
    if weeks:
        yield facts.words("pdf_report.short.week", people=facts.counted("people", weeks))


def _weekend_needs(facts: Facts) -> Iterator[str]:
    """Where people lack at weekends, and the weekends take more than there are."""
    calendar = facts.calendar
    if any(calendar.weekday(lack.day) >= SATURDAY for lack in facts.lacks):
        for need in lacking_beside_scarcity(facts.unit, facts.position_reasons.room.weekends):
            yield facts.words(
                "pdf_report.short.weekend_need",
                what=part_words(need.part, facts.language),
                needed=need.needed,
                workers=need.workers,
            )


def _box_line(words: str) -> Table:
    """A line with a box to tick."""
    cells = [[paragraph("☐", CELL_BOLD), paragraph(words, BODY)]]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONTNAME", (0, 0), (-1, -1), FONT),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (0, 0), 1.6),
        ("TOPPADDING", (1, 0), (1, 0), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    return Table(cells, colWidths=[6 * mm, WIDTH - 6 * mm], style=style, hAlign="LEFT")


def _discussed(facts: Facts) -> Table:
    """When it was discussed, and between whom."""
    names = ("discussed", "employer", "unions")
    cells = [paragraph(facts.words(f"pdf_report.signed_off.{name}"), SMALL) for name in names]
    style = [
        ("FONTNAME", (0, 0), (-1, -1), FONT),
        *(("LINEABOVE", (place, 0), (place, 0), 0.7, MUTED) for place in (0, 2, 4)),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    gap = 5 * mm
    wide = (WIDTH - 2 * gap) / len(names)
    cells = [cells[0], "", cells[1], "", cells[2]]
    widths = (wide, gap, wide, gap, wide)
    return Table([cells], colWidths=widths, style=style, hAlign="LEFT", spaceBefore=9 * mm)


def _reference_text(facts: Facts) -> str:
    """Who was counted in the published figures that stand beside the unit's own."""
    return f"{facts.words('pdf_report.references')}: {_reference(facts, care_rota())}."


def _reference(facts: Facts, entry: Reference) -> str:
    figures = [
        facts.words(key, value=facts.share(share_bp))
        for key, share_bp in (
            ("pdf_report.reference_average", entry.average_position_bp),
            ("pdf_report.reference_full_time", entry.full_time_share_bp),
            ("pdf_report.reference_wanted", entry.wanted_average_bp),
        )
        if share_bp is not None
    ]
    return facts.words(
        "pdf_report.reference_line" if entry.year else "pdf_report.reference_line_undated",
        source=entry.source,
        year=entry.year,
        about=facts.words(f"reference.{entry.key}"),
        figures=", ".join(figures),
    )
