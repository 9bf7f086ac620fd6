"""The part-time positions a plan leaves, and why, as far as the unit's own data tell. AML § 14-1 b."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from heiltid.advice.position_why import Standing
from heiltid.advice.position_words import is_chosen, reasons_in_table
from heiltid.exchange.pdf.discussion.facts import UNKNOWN, Facts, PersonChange
from heiltid.exchange.pdf.discussion.full_time_week import needed_week_words
from heiltid.exchange.pdf.page import BODY, HEADING, SMALL, after_numbers, paragraph, table
from heiltid.measures.positions import is_unwanted_part_time
from heiltid.measures.room import Limit, limit_of
from heiltid.model import FULL_TIME_BP
from heiltid.texts import difference

WIDTHS = (92.0, 48.0, 42.0, 213.0, 98.0)
WRITING_PADDING = 5.5
BP_PER_PERCENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTime:
    """One part-time position and the reasons known for it, in words."""

    change: PersonChange
    reasons: tuple[str, ...]


def part_time_part(facts: Facts) -> Iterator[Any]:
    """The flowables of part 5."""
    yield paragraph(facts.words("pdf_report.part.part_time"), HEADING)
    left = left_part_time(facts)
    if not left:
        yield paragraph(facts.words("pdf_report.part_time_none"), BODY)
        return
    yield paragraph(facts.words("pdf_report.part_time_note"), SMALL)
    wanting = any(is_unwanted_part_time(entry.change.person, entry.change.now_bp) for entry in left)
    if wanting and unit_limit(facts):
        yield paragraph(unit_limit(facts), BODY)
    if _has_chosen(facts, left):
        yield paragraph(facts.words("pdf_report.part_time_chosen"), BODY)
    if facts.position_reasons.is_any_gap_shared(entry.change.person.number for entry in left):
        yield paragraph(facts.words("pdf_report.part_time_gaps"), BODY)
    heads = [
        facts.words("pdf_report.people.name"),
        facts.words("pdf_report.people.after"),
        facts.words("pdf_report.people.wanted"),
        facts.words("pdf_report.part_time.why"),
        facts.words("pdf_report.part_time.remark"),
    ]
    room = [("BOTTOMPADDING", (0, 1), (-1, -1), WRITING_PADDING), *after_numbers(3)]
    yield table([heads, *(_row(facts, entry) for entry in left)], WIDTHS, numbers=(1, 2), more=room)


def _row(facts: Facts, entry: PartTime) -> list[str]:
    person = entry.change.person
    wanted = facts.share(person.wanted_bp) if person.holds_position else UNKNOWN
    return [facts.name(person), facts.share(entry.change.now_bp), wanted, " ".join(entry.reasons), ""]


def left_part_time(facts: Facts) -> tuple[PartTime, ...]:
    """Every line that has a position below full time in the plan, what people have elsewhere included."""
    return tuple(
        PartTime(change=change, reasons=tuple(_reasons(facts, change)))
        for change in facts.changes
        if change.now_bp > 0 and change.now_bp + change.person.elsewhere_bp < FULL_TIME_BP
    )


def _reasons(facts: Facts, change: PersonChange) -> Iterator[str]:
    person = change.person
    why = facts.position_reasons.why(person.number)
    if why is None:
        return
    if person.elsewhere_bp and why.standing is not Standing.VACANT:
        yield facts.words("pdf_report.reason.elsewhere", share=facts.share(person.elsewhere_bp))
    yield from reasons_in_table(why, facts.unit, facts.language)


def _has_chosen(facts: Facts, left: tuple[PartTime, ...]) -> bool:
    found = (facts.position_reasons.why(entry.change.person.number) for entry in left)
    return any(why is not None and is_chosen(why) for why in found)


def unit_limit(facts: Facts) -> str:
    """What keeps everybody's position down: the budget, or the most a lawful rota can give. "": neither."""
    report = facts.report
    average = None if report.after is None else report.after.average_position_pct
    room = facts.position_reasons.room  # its budget is the one the plan was made with
    limit = limit_of(
        budget_bp=None if report.fte_budget is None else room.budget_bp,
        used_bp=_basis_points(report.fte_used, FULL_TIME_BP),
        average_bp=_basis_points(average, BP_PER_PERCENT),
        bound_bp=_basis_points(facts.bound_pct, BP_PER_PERCENT),
    )
    if limit is Limit.BUDGET:
        budget = facts.number(room.budget_bp / FULL_TIME_BP, 2)
        key = f"pdf_report.reason.budget_{room.frame.value}"
        said = facts.words(key, budget=budget, of_week=needed_week_words(facts))
        over = difference(room.budget_bp / FULL_TIME_BP, room.used_bp / FULL_TIME_BP, 2)
        if over <= 0:
            return said
        used = facts.number(room.used_bp / FULL_TIME_BP, 2)
        return f"{said} {facts.words('advice.position.over', used=used, over=facts.number(over, 2))}"
    return facts.words("pdf_report.reason.bound") if limit is Limit.BOUND else ""


def _basis_points(value: float | None, each: int) -> float | None:
    return None if value is None else value * each
