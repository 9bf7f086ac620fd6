"""The report tells of days below and above what is wished, though the least is met all the time."""

from __future__ import annotations

from dataclasses import replace

from builders import WEEKDAYS, demand, plan, row
from exchange.pdf.discussion_case import WARD, facts_of
from exchange.pdf.story import words
from reportlab.platypus import Paragraph

from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.exchange.pdf.discussion.figures import figures_part
from heiltid.exchange.pdf.discussion.front import sentences

WISHED = replace(WARD, demand=(demand(WEEKDAYS, "07:30-15:00", 1, target=2),), fte_budget_bp=20_000)
EVERYBODY = ("D1 D1 D1 D1 D1 - -", "D1 - D1 - D1 - -", "D1 - - - - - -", "- - - - - - -", "- - - - - - -")


def facts() -> Facts:
    """Two are wished: Monday has three, Tuesday and Thursday one."""
    lines = (row(line, str(place), 4_000) for place, line in enumerate(EVERYBODY, start=1))
    return facts_of(plan(*lines), ward=WISHED)


def test_the_first_page_has_one_sentence_of_it() -> None:
    told = [*sentences(facts())]
    place = told.index("Minstebemanninga er dekt heile tida (del 3).")
    assert told[place + 1] == (
        "2 dagar (tys, tor) har 1 færre enn ønskt, 15 timar i alt, "
        "og det er fleire enn ønskt 1 gong på dagtid måndag–fredag."
    )


def test_the_third_part_has_a_line_for_each_below_the_sentence_of_no_gaps() -> None:
    told = [*words(piece for piece in figures_part(facts()) if isinstance(piece, Paragraph))]
    place = told.index("Ingen hol i bemanninga: minstebemanninga er dekt heile tida.")
    assert told[place + 1 : place + 3] == [
        "• v1 tys, tor kl. 07:30–15:00: 1 færre enn ønskt",
        "• v1 mån kl. 07:30–15:00: 1 fleire enn ønskt",
    ]
