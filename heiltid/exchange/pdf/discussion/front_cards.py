"""The five figures of the first page, each with what it was and what it may be held against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.platypus import Paragraph, Table

from heiltid.exchange.pdf.discussion.facts import UNKNOWN, Facts
from heiltid.exchange.pdf.page import (
    A4_PORTRAIT,
    ACCENT,
    BOLD,
    CELL,
    CELL_HEAD,
    CELL_MUTED,
    FONT,
    LINE,
    paragraph,
)
from heiltid.measures.references import REFERENCES, Reference

GAP = 5.0
VALUE = CELL.clone("card_value", fontName=BOLD, fontSize=16, leading=20, textColor=ACCENT)
CARD_SMALL = CELL_MUTED.clone("card_small", fontSize=6.5, leading=8.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One figure: label, value now, value before, and what to hold it against."""

    label: str
    value: str
    before: str
    beside: tuple[str, ...] = ()


def card_row(facts: Facts) -> Table:
    """Five boxes beside each other."""
    shown = [_flowables(card) for card in cards(facts)]
    cells: list[object] = []
    for place, card in enumerate(shown):
        cells += [card] if place == 0 else ["", card]
    wide = (A4_PORTRAIT.inner_width - GAP * (len(shown) - 1)) / len(shown)
    widths = [wide if place % 2 == 0 else GAP for place in range(len(cells))]
    style: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONTNAME", (0, 0), (-1, -1), FONT),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
    style += [("BOX", (place, 0), (place, 0), 0.7, LINE) for place in range(0, len(cells), 2)]
    style += [("LINEABOVE", (place, 0), (place, 0), 2, ACCENT) for place in range(0, len(cells), 2)]
    return Table([cells], colWidths=widths, style=style, hAlign="LEFT")


def _flowables(card: Card) -> list[Paragraph]:
    shown = [paragraph(card.label, CELL_HEAD), paragraph(card.value, VALUE), paragraph(card.before, CELL)]
    return [*shown, *(paragraph(words, CARD_SMALL) for words in card.beside)]


def cards(facts: Facts) -> Iterator[Card]:
    """Average position, full time, small positions, unwanted part-time, weekends a year."""
    yield _average(facts)
    yield _full_time(facts)
    yield _small(facts)
    yield _unwanted(facts)
    yield _weekends(facts)


def _was(facts: Facts, shown: str | None) -> str:
    """Nothing where there was nothing to count."""
    return "" if shown is None else facts.words("pdf_report.card.before", before=shown)


def _average(facts: Facts) -> Card:
    before, after = facts.report.before, facts.report.after
    bound = facts.bound_pct
    ceiling = facts.words("pdf_report.card.no_bound")
    if bound is not None:
        ceiling = facts.words("pdf_report.card.bound", bound=facts.percent(bound))
    reference = care_rota()
    return Card(
        label=facts.words("pdf_report.card.average"),
        value=UNKNOWN if after is None else facts.percent(after.average_position_pct),
        before=_was(facts, None if before is None else facts.percent(before.average_position_pct)),
        beside=(ceiling, _beside(facts, reference, reference.average_position_bp)),
    )


def _full_time(facts: Facts) -> Card:
    before, after = facts.report.before, facts.report.after
    reference = care_rota()
    return Card(
        label=facts.words("pdf_report.card.full_time"),
        value=UNKNOWN if after is None else facts.percent(after.full_time_share_pct),
        before=_was(facts, None if before is None else facts.percent(before.full_time_share_pct)),
        beside=(_beside(facts, reference, reference.full_time_share_bp),),
    )


def _small(facts: Facts) -> Card:
    before, after = facts.report.before, facts.report.after
    of = "" if after is None else facts.words("pdf_report.card.of", count=after.employees)
    return Card(
        label=facts.words("pdf_report.card.small", limit=facts.share(facts.unit.small_position_below_bp)),
        value=UNKNOWN if after is None else str(after.small_positions),
        before=_was(facts, None if before is None else str(before.small_positions)),
        beside=(of,),
    )


def _unwanted(facts: Facts) -> Card:
    before, after = facts.report.before, facts.report.after
    beside: tuple[str, ...] = ()
    if after is not None:
        missing = _fte(facts, after.unwanted_part_time.missing_pct)
        was = None if before is None else _fte(facts, before.unwanted_part_time.missing_pct)
        key = "pdf_report.card.missing_only" if was is None else "pdf_report.card.missing"
        beside = (facts.words(key, after=missing, before=was),)
    return Card(
        label=facts.words("pdf_report.card.unwanted"),
        value=UNKNOWN if after is None else str(after.unwanted_part_time.people),
        before=_was(facts, None if before is None else str(before.unwanted_part_time.people)),
        beside=beside,
    )


def _fte(facts: Facts, pct: float) -> str:
    return facts.words("pdf_report.card.fte", value=facts.number(pct / 100))


def _weekends(facts: Facts) -> Card:
    before, after = facts.report.before, facts.report.after
    now = None if after is None else after.weekends_per_year
    was = None if before is None else before.weekends_per_year
    beside = ""
    if now is not None:
        least, most = facts.number(now.min), facts.number(now.max)
        if least == most:
            beside = facts.words("pdf_report.card.all_alike", value=least)
        else:
            beside = facts.words("pdf_report.card.least_most", least=least, most=most)
    return Card(
        label=facts.words("pdf_report.card.weekends"),
        value=UNKNOWN if now is None else facts.number(now.mean),
        before=_was(facts, None if was is None else facts.number(was.mean)),
        beside=(beside,),
    )


def care_rota() -> Reference:
    """The newest published figures of rota staff in health and care: the ones like this unit's."""
    found = [entry for entry in REFERENCES if entry.key == "care_rota"]
    return max(found, key=lambda entry: entry.year or 0)


def _beside(facts: Facts, reference: Reference, share_bp: int | None) -> str:
    if share_bp is None:
        return ""
    return facts.words(
        "pdf_report.card.reference",
        source=reference.source,
        year=reference.year,
        value=facts.share(share_bp),
    )
