"""What an edit of the rota cost or gained, in the figures of the line at the bottom of the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from heiltid.advice.differences import Compared, Moved, added, compared
from heiltid.advice.shortfalls import shortfalls
from heiltid.competence_words import competence_word
from heiltid.model import MINUTES_PER_HOUR, Signed
from heiltid.rules.contract import deviation_minutes
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.judgement import Judgement
from heiltid.rules.staffing import MINIMUM, span_text
from heiltid.rules.wording import when_text, who_text
from ui.pages.rota.findings_list import Section, section_of
from ui.texts import hours, language, tr

TOLD = (Section.BREACH, Section.AGREEMENT, Section.NOTE)  # open shifts are told in hours
MOST_PEOPLE = 2
MOST_MOVED = 2  # told with rule and day; of more than these only how many they are
MATTERS_MINUTES = MINUTES_PER_HOUR  # a swap of two shifts nearly as long moves nobody's position


def open_minutes(judged: Judgement) -> int:
    """Person-minutes below the least in the whole rota."""
    return sum(finding.amount for finding in judged.of_unit if finding.rule == MINIMUM)


def change_words(before: Judgement, after: Judgement) -> str:
    """As "udekt +7,0 t, 1 nytt brot, Anne Berg: avvik −3,0 → +4,5 t"; that nothing came where that is so."""
    told, opened = difference_words(before, after), _opened_by_row(before, after)
    rows = _row_words(opened) if len(opened) > 1 else []
    rows += _rest_words(before, after, opened)
    if rows:
        told[0] = tr("ui.rota.news.open_rows", hours=_opened(before, after), rows=", ".join(rows))
    parts = [*told, *_deviations(before, after)]
    return ", ".join(parts) or tr("ui.rota.news.nothing")


def difference_words(before: Judgement, after: Judgement) -> list[str]:
    """Hours nobody covers, then findings by kind, the gravest first; nothing of what stands as it did."""
    parts = []
    if open_minutes(after) != open_minutes(before):
        parts.append(tr("ui.rota.news.open", hours=_opened(before, after)))
    for section in TOLD:
        found = compared(_of(before, section), _of(after, section))
        for kind, count in _counts(section, found, before, after):
            if count:
                number = "one" if count == 1 else "many"
                parts.append(tr(f"ui.rota.news.{section.value}_{kind}.{number}", count=count))
        parts += _moved_words(found, after) if section is not Section.NOTE else []
        parts += _signed_words(before, after) if section is Section.AGREEMENT else []
    return parts


def _signed_words(before: Judgement, after: Judgement) -> list[str]:
    """What an agreement covers asks for nothing, but is a finding that may be wished away."""
    found = compared(_signed(before), _signed(after))
    parts = []
    for kind, count in (("new", found.new + found.gained), ("gone", found.gone + found.lost)):
        if count:
            parts.append(tr(f"ui.rota.news.signed_{kind}.{'one' if count == 1 else 'many'}", count=count))
    return parts + _moved_words(found, after)


def _signed(judged: Judgement) -> list[Finding]:
    return [
        finding
        for finding in judged.findings
        if finding.severity is Severity.NEEDS_AGREEMENT and finding.signed is Signed.YES
    ]


def _counts(
    section: Section, found: Compared, before: Judgement, after: Judgement
) -> tuple[tuple[str, int], ...]:
    """How many are told of each kind, as the section counts: breaches as at the bottom of the window."""
    if section is Section.AGREEMENT:
        return ("new", found.new + found.gained), ("gone", found.gone + found.lost)
    if section is Section.NOTE:
        return ("new", found.new), ("moved", len(found.moved) + found.gained), ("gone", found.gone)
    worse = len(new_breaches(before, after)) - found.new - len(found.moved)
    return ("new", found.new), ("worse", max(0, worse)), ("gone", found.gone)


def _moved_words(found: Compared, after: Judgement) -> list[str]:
    """As "«Døgnkvile» flyttar til v10 tor (Anne Berg)": whoever wants to be rid of it is not."""
    if len(found.moved) > MOST_MOVED:
        return [tr("ui.rota.news.moved_many", count=len(found.moved))]
    return [_moved_word(entry, after) for entry in found.moved]


def _moved_word(entry: Moved, after: Judgement) -> str:
    finding = entry.finding
    key = "moved_unit" if finding.employee is None else "moved_person" if entry.is_other else "moved_day"
    return tr(
        f"ui.rota.news.{key}",
        rule=tr(f"rule.{finding.rule}"),
        when=when_text(entry.days, after.context.calendar, language()),
        who=who_text(finding.employee, after.unit, language()),
    )


def _opened(before: Judgement, after: Judgement) -> str:
    return hours(open_minutes(after) - open_minutes(before), signed=True)


def _opened_by_row(before: Judgement, after: Judgement) -> dict[str, int]:
    """What became of each kind of row of the demand, by its competence; nothing where the sum is 0."""
    changed = Counter[str]()
    for judged, sign in ((before, -1), (after, 1)):
        for finding in judged.of_unit:
            if finding.rule == MINIMUM:
                by_competence = finding.text_key.endswith("_competence")
                asked = str(dict(finding.values)["asked"]) if by_competence else ""
                changed[asked] += sign * finding.amount
    if not sum(changed.values()):
        return {}
    return {asked: minutes for asked, minutes in sorted(changed.items()) if minutes}


def _row_words(opened: Mapping[str, int]) -> list[str]:
    """A missing nurse counts in the nurses' row and in the row for all: the sum alone would seem too much."""
    return [
        tr("ui.rota.news.row_of", hours=hours(minutes, signed=True), who=competence_word(asked, language()))
        if asked
        else tr("ui.rota.news.row_all", hours=hours(minutes, signed=True))
        for asked, minutes in opened.items()
    ]


def _rest_words(before: Judgement, after: Judgement, opened: Mapping[str, int]) -> list[str]:
    """When it is open, where one shift went and others cover a part of it: less opens than it lasts."""
    gone = _gone(before, after)
    if not opened or len(gone) != 1:
        return []
    lacking = shortfalls(before.context.staffed, after.context.staffed, gone[0])
    spans = sorted({span for entry in lacking if entry.rule == MINIMUM for span in entry.spans})
    minutes = sum(end - start for start, end in spans)
    lasts = before.context.shifts[gone[0][1]].length_minutes
    if minutes >= lasts or any(more != minutes for more in opened.values()):
        return []
    times = ", ".join(span_text(start, end) for start, end in spans)
    return [tr("ui.rota.news.rest", times=times)] if spans else []


def _gone(before: Judgement, after: Judgement) -> list[tuple[int, str]]:
    """(day, code) of every shift somebody had and has no longer."""
    now = after.plan.row_of()
    return [
        (day, was.shift)
        for row in before.plan.rows
        if row is not now.get(row.employee, row)
        for day, (was, cell) in enumerate(zip(row.cells, now[row.employee].cells, strict=False))
        if was.works and was.shift is not None and (not cell.works or cell.shift != was.shift)
    ]


def new_breaches(before: Judgement, after: Judgement) -> tuple[Finding, ...]:
    """Breaches that came or grew."""
    found = added(_of(before, Section.BREACH), _of(after, Section.BREACH))
    return tuple(finding for finding in found if finding.severity is Severity.BREACH)


def _of(judged: Judgement, section: Section) -> list[Finding]:
    return [finding for finding in judged.findings if section_of(finding, judged.plan) is section]


def _deviations(before: Judgement, after: Judgement) -> Iterator[str]:
    """Those whose hours moved away from, or to, what their position pays for."""
    old = {row.employee: row for row in before.plan.rows}
    found = []
    for person in after.context.people:
        row = old.get(person.number)
        if row is not None and row is not after.plan.row_of()[person.number]:
            was, now = deviation_minutes(before.context, person), deviation_minutes(after.context, person)
            if abs(now - was) >= MATTERS_MINUTES:
                found.append((person.number, was, now))
    for number, was, now in found if len(found) <= MOST_PEOPLE else ():
        who = who_text(number, after.unit, language())
        shown = {"was": hours(was, signed=True), "now": hours(now, signed=True)}
        yield tr("ui.rota.news.deviation", who=who, **shown)
