"""The figures before and after: bands, positions, load, paid hours, open shifts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Spacer

from heiltid.advice.closing_words import closing_words
from heiltid.advice.lack_words import BULLET, group_lines, hole_notes
from heiltid.advice.scarcity_words import scarcity_sentences
from heiltid.advice.wished_words import wished_lines
from heiltid.exchange.pdf.charts import Pair, paired_bars
from heiltid.exchange.pdf.discussion.facts import UNKNOWN, Facts
from heiltid.exchange.pdf.discussion.frame import frame_words
from heiltid.exchange.pdf.discussion.staffing_plan import staffing_plan_part
from heiltid.exchange.pdf.page import (
    A4_PORTRAIT,
    BODY,
    HEADING,
    NOTE,
    SUBHEADING,
    after_numbers,
    paragraph,
    table,
)
from heiltid.exchange.workbook.cell_words import competences_text
from heiltid.exchange.workbook.figure_rows import (
    DECIMAL,
    DIGITS,
    HOURS,
    PERCENT,
    FigureRow,
    position_rows,
    rota_rows,
)
from heiltid.exchange.workbook.lack_words import closing_text
from heiltid.measures.lack_groups import lack_groups
from heiltid.measures.lacks import Lack
from heiltid.measures.positions import limits_of
from heiltid.report_model import Figures
from heiltid.rules.wording import day_text, minutes_text
from heiltid.texts import Language

WIDTHS = (225.0, 66.0, 66.0, 66.0, 70.0)
WIDTHS_ALONE = (291.0, 66.0)
OPEN_COLUMNS = ("when", "missing", "hours", "competence", "people", "code")
OPEN_WIDTHS = (70.0, 105.0, 68.0, 88.0, 52.0, 110.0)
PAID = ("ordinary", "evening", "night", "saturday_sunday", "red")
MOST_GROUPS = 12
MOST_OPEN = 300  # more of them and nobody reads the list: the lines above it tell the same
CLOSE_LINES = (("TOPPADDING", (0, 1), (-1, -1), 0.4), ("BOTTOMPADDING", (0, 1), (-1, -1), 0.8))
MINUS, PLUS = "−", "+"


def figures_part(facts: Facts) -> Iterator[Any]:
    """The flowables of part 3."""
    yield paragraph(facts.words("pdf_report.part.figures"), HEADING)
    yield paragraph(facts.words("pdf_report.bands"), SUBHEADING)
    today, proposal = facts.words("pdf_report.legend.before"), facts.words("pdf_report.legend.after")
    yield paired_bars(_pairs(facts), A4_PORTRAIT.inner_width, today, proposal)
    report, language = facts.report, facts.language
    yield paragraph(facts.words("pdf_report.figures.positions"), SUBHEADING)
    positions = position_rows(report, language, limits_of(facts.unit))
    yield _figure_table(facts, [row for row in positions if row.before is not None])
    if frame_words(facts):
        yield paragraph(frame_words(facts), NOTE)
    yield CondPageBreak(60 * mm)
    yield paragraph(facts.words("pdf_report.figures.rota"), SUBHEADING)
    yield _figure_table(facts, [row for row in rota_rows(report, language) if _has_any(row)])
    if report.after is not None and report.after.employees_met_per_week is not None:
        yield paragraph(facts.words("pdf_report.figures.met_note"), NOTE)
    yield CondPageBreak(50 * mm)
    yield paragraph(facts.words("pdf_report.figures.paid", weeks=facts.unit.weeks), SUBHEADING)
    yield _figure_table(facts, _paid_rows(facts))
    yield paragraph(facts.words("pdf_report.figures.paid_note"), NOTE)
    if facts.unit.is_cyclic:
        yield paragraph(facts.words("pdf_report.figures.no_red"), NOTE)
    yield from staffing_plan_part(facts)
    yield from _open_shifts(facts)


def _has_any(row: FigureRow) -> bool:
    return row.before is not None or row.after is not None


def _pairs(facts: Facts) -> list[Pair]:
    was = {} if facts.report.before is None else facts.report.before.bands
    now = {} if facts.report.after is None else facts.report.after.bands
    return [
        Pair(name=f"{_band(band, facts.language)} %", before=was.get(band), after=now.get(band, 0))
        for band in dict.fromkeys([*was, *now])
    ]


def _paid_rows(facts: Facts) -> list[FigureRow]:
    """Paid hours by category. A rota that repeats has no dates: how many of its hours are red is unknown."""

    def hours(figures: Figures | None, key: str) -> float | None:
        return None if figures is None or figures.paid_hours is None else getattr(figures.paid_hours, key)

    names = {key: facts.words(f"paid.{key}") for key in PAID}
    return [
        FigureRow(
            name=names[key][:1].upper() + names[key][1:],
            before=hours(facts.report.before, key),
            after=hours(facts.report.after, key),
            number_format=HOURS,
        )
        for key in PAID
        if key != "red" or not facts.unit.is_cyclic
    ]


def _band(band: str, language: Language) -> str:
    """A band's key as people write it: "25–49,9"."""
    shown = band.replace("-", "–")
    return shown if language is Language.ENGLISH else shown.replace(".", ",")


def _figure_table(facts: Facts, rows: Sequence[FigureRow]) -> Any:
    """Without a single figure of before there is nothing to compare with: the proposal alone."""
    proposal = facts.words("pdf_report.people.after")
    if all(row.before is None for row in rows):
        alone = [[row.name, _shown(facts, row.after, row.number_format)] for row in rows]
        return table([["", proposal], *alone], WIDTHS_ALONE, numbers=(1,))
    heads = [
        "",
        facts.words("pdf_report.people.today"),
        proposal,
        facts.words("pdf_report.figures.change"),
        "",
    ]
    shown = [
        [
            row.name,
            _shown(facts, row.before, row.number_format),
            _shown(facts, row.after, row.number_format),
            _change(facts, row),
            _verdict(facts, row),
        ]
        for row in rows
    ]
    return table([heads, *shown], WIDTHS, numbers=(1, 2, 3), more=after_numbers(4))


def _shown(facts: Facts, value: float | None, form: str) -> str:
    if value is None:
        return UNKNOWN
    if form == PERCENT:
        return facts.percent(value)
    if form == HOURS:
        return facts.hours(value)
    return facts.number(value, DIGITS[form])


def _change(facts: Facts, row: FigureRow) -> str:
    """The change with its sign; none where it is nought."""
    change = row.change
    if change is None:
        return UNKNOWN
    form = DECIMAL if row.number_format == PERCENT else row.number_format  # points, not percent of percent
    shown = _shown(facts, abs(change), form)
    return f"{PLUS if change > 0 else MINUS if change < 0 else ''}{shown}"


def _verdict(facts: Facts, row: FigureRow) -> str:
    if row.verdict == 0:
        return ""
    return facts.words(f"pdf_report.figures.{'better' if row.verdict > 0 else 'worse'}")


def _open_shifts(facts: Facts) -> Iterator[Any]:
    """The list of what lacks, or a sentence that nothing does; nothing at all without a rota."""
    after = facts.report.after
    if after is None or after.open_shifts is None:
        return
    yield CondPageBreak(40 * mm)
    yield paragraph(facts.words("pdf_report.open_shifts"), SUBHEADING)
    if not facts.lacks:
        yield paragraph(facts.words("pdf_report.open_none"), BODY)
        yield from _off_wished(facts)
        return
    yield paragraph(facts.lacking_words(), BODY)
    if len(lack_groups(facts.findings)) < len(facts.lacks):  # else the list says the same
        lines = group_lines(facts.findings, facts.calendar, facts.language, MOST_GROUPS)
        yield from (paragraph(line, BODY) for line in lines)
    closing = closing_words(facts.judgement.context, facts.language)
    overlap = hole_notes(facts.findings, facts.calendar, facts.language, closing)
    if overlap:
        yield paragraph(overlap, NOTE)
    yield from (paragraph(line, BODY) for line in scarcity_sentences(facts.unit, facts.language))
    yield Spacer(1, 2 * mm)
    heads = [facts.words(f"pdf_report.open.{column}") for column in OPEN_COLUMNS]
    rows = [_open_row(facts, lack) for lack in facts.lacks[:MOST_OPEN]]
    more = [*after_numbers(3), *after_numbers(5), *CLOSE_LINES]
    yield table([heads, *rows], OPEN_WIDTHS, numbers=(2, 4), more=more)
    if len(facts.lacks) > MOST_OPEN:
        yield paragraph(facts.words("pdf_report.more", count=len(facts.lacks) - MOST_OPEN), NOTE)
    if facts.one_shift_closes_several:
        yield paragraph(facts.words("pdf_report.open.several"), NOTE)
    yield from _off_wished(facts)


def _off_wished(facts: Facts) -> Iterator[Any]:
    """The days below and above what is wished."""
    for line in wished_lines(facts.judgement.context, facts.language):
        yield paragraph(f"{BULLET}{line}", BODY)


def _open_row(facts: Facts, lack: Lack) -> list[str]:
    anyone = facts.words("pdf_report.open.anyone")
    return [
        day_text(lack.day, facts.calendar, facts.language),
        lack.times,
        minutes_text(lack.person_minutes, facts.language),
        competences_text((lack.competence,), facts.language) or anyone if lack.competence else anyone,
        str(lack.people),
        closing_text(lack, facts.language),
    ]
