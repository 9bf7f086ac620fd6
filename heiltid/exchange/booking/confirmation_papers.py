"""What became of a list, on paper: a sheet for each person, and one for all.

PDF, for there is nothing to fill in: every phone shows it, it prints as it looks, and it cannot be
changed by mistake. Nothing about anybody else stands on a person's sheet; the one for all has names
only where the leader shows them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportlab.platypus import CondPageBreak

from heiltid.booking.places.position_if_taken import position_if_taken
from heiltid.booking.settling.outcome import Got, Missed, Outcome
from heiltid.exchange.booking.offer_words import (
    answer_word,
    day_words,
    hours_words,
    need_words,
    paid_minutes,
    shift_of,
    shift_words,
    times_words,
)
from heiltid.exchange.pdf.chips import FILLS
from heiltid.exchange.pdf.page import (
    BODY,
    HEADING,
    NOTE,
    SUBTITLE,
    TITLE,
    PageHead,
    after_numbers,
    paragraph,
    table,
    write_pdf,
)
from heiltid.exchange.workbook.rota_parts import shown_name
from heiltid.exchange.workbook.words import competence_word
from heiltid.model import Unit
from heiltid.model.asking import SentList
from heiltid.model.booking import OpenPlace
from heiltid.texts import Language, decimal, text

WhyNot = Mapping[tuple[int, str], str]  # by the place's number and the person's: one short sentence
PLACE_HEADS = ("number", "day", "shift", "times")
PLACE_WIDTHS = (24.0, 80.0, 100.0, 62.0)
SHIFT_COLUMN = 2
LEAST_TABLE = 90.0  # points that must be left on a page for a heading and the first rows under it
LOOSE_HEADING = HEADING.clone("loose_heading", keepWithNext=0)  # a table under it may be cut in two


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What the papers of one list have in common. unit: the dated one."""

    unit: Unit
    sent: SentList
    language: Language
    made_on: date

    @property
    def head(self) -> PageHead:
        """What stands on every page."""
        return PageHead(
            title=self.words("sheet"),
            unit_name=self.unit.name,
            plan_name=self.of_list(),
            made_on=self.made_on,
            language=self.language,
        )

    def words(self, key: str, **values: object) -> str:
        """A text of the confirmations."""
        return text(f"booking_confirm.{key}", self.language, **values)

    def of_list(self) -> str:
        """Which list it is about, and its days."""
        days = [place.on for place in self.sent.places]
        first, last = f"{min(days):%d.%m.%Y}", f"{max(days):%d.%m.%Y}"
        return self.words("list", code=self.sent.code, first=first, last=last)

    def places(
        self,
        rows: Iterable[tuple[OpenPlace, Sequence[str]]],
        heads: Sequence[str],
        widths: Sequence[float],
        *,
        numbers: Sequence[int] = (),
        numbered: bool = True,
    ) -> Any:
        """A table of places with further columns; the shift on the colour of its kind.

        numbers: those of the further columns that hold figures, from 0; numbered: with the places' own.
        """
        skipped = 0 if numbered else 1
        shown: list[Sequence[str]] = []
        fills = []
        for number, (place, more) in enumerate(rows, 1):
            shift = shift_of(place, self.unit)
            if shift is not None:
                cell = (SHIFT_COLUMN - skipped, number)
                fills.append(("BACKGROUND", cell, cell, FILLS[shift.kind]))
            cells = (
                str(place.number),
                day_words(place.on, self.language),
                shift_words(place, self.unit, self.language),
                times_words(place),
            )
            shown.append((*cells[skipped:], *more))
        first = [text(f"booking_list.head.{key}", self.language) for key in PLACE_HEADS[skipped:]]
        room = after_numbers(len(first) + max(numbers) + 1) if numbers else []
        return table(
            [[*first, *heads], *shown],
            (*PLACE_WIDTHS[skipped:], *widths),
            numbers=[*([0] if numbered else []), *(len(first) + column for column in numbers)],
            more=[*fills, *room],
        )


def write_person_paper(path: Path, papers: Papers, outcome: Outcome, why_not: WhyNot) -> None:
    """One person's sheet, whole or not at all. Raises OSError."""
    person = papers.unit.employee_by_number()[outcome.employee]
    who = [text("pdf_person.number", papers.language, number=person.number)]
    if person.competence is not None:
        who.append(competence_word(person.competence, papers.language))
    story = [
        paragraph(shown_name(person, papers.language), TITLE),
        paragraph(" · ".join([*who, papers.of_list()]), SUBTITLE),
        *_got(papers, outcome),
        *_called_off(papers, outcome.called_off),
        *_missed(papers, outcome, why_not),
        paragraph(papers.words("change_note"), NOTE),
    ]
    write_pdf(path, story, papers.head)


def _got(papers: Papers, outcome: Outcome) -> list[Any]:
    if not outcome.got:
        return [paragraph(papers.words("got"), HEADING), paragraph(papers.words("got_nothing"), BODY)]
    rows = [
        (entry.place, (_hours(papers, entry.place), counts_words([entry], papers.language)))
        for entry in outcome.got
    ]
    heads = [text(f"booking_list.head.{key}", papers.language) for key in ("hours", "counts")]
    count = len(outcome.got)
    total = sum(paid_minutes(entry.place, papers.unit) for entry in outcome.got)
    summed = papers.words(
        "sum_one" if count == 1 else "sum_many",
        count=count,
        hours=hours_words(total, papers.language),
        parts=counts_words(outcome.got, papers.language),
    )
    return [
        paragraph(papers.words("got"), HEADING),
        paragraph(f"{summed} {_position(papers, outcome)}".strip(), BODY),
        papers.places(rows, heads, (40.0, 187.0), numbers=(0,)),
    ]


def counts_words(got: Iterable[Got], language: Language) -> str:
    """ "meirarbeid 12,5 t, overtid 2 t": all of these shifts together."""
    sums: Counter[str] = Counter()
    for entry in got:
        sums["unbound"] += entry.extra.unbound_minutes
        sums["extra"] += entry.extra.extra_minutes
        sums["overtime"] += entry.extra.overtime_minutes
    parts = [
        text(f"booking_confirm.counts.{key}", language, hours=hours_words(minutes, language))
        for key, minutes in sums.items()
        if minutes
    ]
    return ", ".join(parts) or text("booking_confirm.counts.nothing", language)


def _position(papers: Papers, outcome: Outcome) -> str:
    """What her position comes to with them; nothing where they change nothing."""
    now = papers.unit.employee_by_number()[outcome.employee].position_bp
    then = position_if_taken(
        papers.unit, papers.sent, outcome.employee, [entry.extra for entry in outcome.got]
    )
    shown = [decimal(share / 100, papers.language, 1) for share in (now, then)]
    return papers.words("position", now=shown[0], then=shown[1]) if shown[0] != shown[1] else ""


def _hours(papers: Papers, place: OpenPlace) -> str:
    return hours_words(paid_minutes(place, papers.unit), papers.language)


def _called_off(papers: Papers, places: Sequence[OpenPlace]) -> list[Any]:
    if not places:
        return []
    return [
        CondPageBreak(LEAST_TABLE),
        paragraph(papers.words("called_off"), LOOSE_HEADING),
        paragraph(papers.words("called_off_note"), BODY),
        papers.places([(place, ()) for place in places], (), ()),
    ]


def _missed(papers: Papers, outcome: Outcome, why_not: WhyNot) -> list[Any]:
    if not outcome.missed:
        return []

    def why(entry: Missed) -> str:
        default = papers.words("still_open" if entry.is_open else "to_others")
        return why_not.get((entry.place.number, outcome.employee), default)

    rows: list[tuple[OpenPlace, tuple[str, str]]] = []
    for entry in outcome.missed:
        row = (entry.place, (answer_word(entry.said, papers.language), why(entry)))
        if not any(_is_alike(row, other) for other in rows):
            rows.append(row)
    heads = [papers.words("head.said"), text("booking_list.head.why", papers.language)]
    shown = papers.places(rows, heads, (60.0, 167.0))
    return [CondPageBreak(LEAST_TABLE), paragraph(papers.words("missed"), LOOSE_HEADING), shown]


def _is_alike(row: tuple[OpenPlace, Sequence[str]], other: tuple[OpenPlace, Sequence[str]]) -> bool:
    """Whether two rows differ in nothing but their number: on the page they were one shift."""
    mine, its = (
        (place.on, place.code, place.start_minute, place.end_minute, *more) for place, more in (row, other)
    )
    return mine == its


def write_shared_paper(path: Path, papers: Papers, holders: Mapping[int, str], *, shows_names: bool) -> None:
    """The sheet for all, whole or not at all. holders: who has each filled place. Raises OSError."""
    count, filled = len(papers.sent.places), len(holders)
    summed = papers.words("shared_sum", filled=filled, all=count, open=count - filled)
    body = _named(papers, holders) if shows_names else _counted(papers, holders)
    story = [
        paragraph(papers.words("shared"), TITLE),
        paragraph(" · ".join(filter(None, [papers.unit.name, papers.of_list()])), SUBTITLE),
        paragraph(summed, BODY),
        body,
    ]
    write_pdf(path, story, papers.head)


def _by_date(places: Iterable[OpenPlace]) -> list[OpenPlace]:
    return sorted(places, key=lambda place: (place.on, place.start_minute, place.number))


def _named(papers: Papers, holders: Mapping[int, str]) -> Any:
    """Every place with the name of whoever has it."""
    people = papers.unit.employee_by_number()
    rows = []
    for place in _by_date(papers.sent.places):
        holder = people.get(holders.get(place.number, ""))
        name = papers.words("open") if holder is None else shown_name(holder, papers.language)
        rows.append((place, (need_words(place, papers.language), name)))
    heads = [text("booking_list.head.competence", papers.language), papers.words("head.who")]
    return papers.places(rows, heads, (97.0, 130.0))


def _counted(papers: Papers, holders: Mapping[int, str]) -> Any:
    """Places that differ in nothing on one line, with how many of them are filled."""
    alike: dict[tuple[object, ...], list[OpenPlace]] = {}
    for place in _by_date(papers.sent.places):
        seen = (place.on, place.code, place.start_minute, place.end_minute, place.competence)
        alike.setdefault(seen, []).append(place)
    rows = []
    for same in alike.values():
        filled = sum(place.number in holders for place in same)
        need = need_words(same[0], papers.language)
        rows.append((same[0], (need, str(filled), str(len(same) - filled))))
    heads = [
        text("booking_list.head.competence", papers.language),
        papers.words("head.filled"),
        papers.words("head.open"),
    ]
    return papers.places(rows, heads, (150.0, 50.0, 50.0), numbers=(1, 2), numbered=False)
