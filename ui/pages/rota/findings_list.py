"""The findings of a plan as the side panel tells them: the gravest first, long lists folded to a count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from heiltid.measures.staffing import OpenShift, holes, open_shifts
from heiltid.model import Decision, Plan, Signed
from heiltid.rules.agreement_list import agreement_list
from heiltid.rules.context import Context
from heiltid.rules.contract import FULL_TIME_WEEK
from heiltid.rules.decisions import decision_for
from heiltid.rules.finding import Finding, Severity, Signer
from heiltid.rules.staffing import MINIMUM
from heiltid.rules.wording import amount_text, because_text, who_text
from ui.document import Document
from ui.full_time_week import is_settled_by_position
from ui.pages.rota.words import finding_words, paragraph_words
from ui.texts import language, tr

SHOWN_UNFOLDED = 3
HARDEST_FIRST = (
    Signer.UNIONS_CENTRALLY,
    Signer.LABOUR_INSPECTION,
    Signer.UNION_REPRESENTATIVES,
    Signer.EMPLOYEE,
)


class Section(StrEnum):
    """What a finding asks of the leader."""

    BREACH = "breach"
    OPEN_SHIFTS = "open_shifts"
    AGREEMENT = "agreement"
    NOTE = "note"
    SET_ASIDE = "set_aside"


class Grouping(StrEnum):
    """How findings of a section are drawn together."""

    RULE = "rule"
    PERSON = "person"


class Kind(StrEnum):
    """What a line of the list is."""

    SECTION = "section"
    FOLD = "fold"
    CARD = "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line: a heading that folds, or a card with a finding. key: the same after an edit."""

    kind: Kind
    key: str
    section: Section
    title: str
    who: str = ""
    body: str = ""
    source: str = ""
    count: int = 0
    counted: str = ""  # the count in words, where the number alone does not say of what
    is_open: bool = False
    finding: Finding | None = None
    decision: Decision | None = None


def section_of(finding: Finding, plan: Plan) -> Section | None:
    """Where a finding stands; None for one nobody needs to look at."""
    if finding.severity is Severity.BREACH:
        return Section.BREACH
    if finding.severity is Severity.NEEDS_AGREEMENT:
        return None if finding.signed is Signed.YES else Section.AGREEMENT
    if plan.decisions and decision_for(finding, plan) is not None:
        return Section.SET_ASIDE
    if is_settled_by_position(finding, plan):
        return None
    return Section.OPEN_SHIFTS if finding.rule == MINIMUM else Section.NOTE


def sections(document: Document) -> dict[Section, list[Finding]]:
    """The findings of the shown plan by what they ask for, in the order of the sections."""
    found: dict[Section, list[Finding]] = {section: [] for section in Section}
    for finding in document.judgement.findings:
        section = section_of(finding, document.plan)
        if section is not None:
            found[section].append(finding)
    found[Section.AGREEMENT].sort(key=_signer_rank)
    found[Section.NOTE].sort(key=_is_not_of_pay)
    return found


def _signer_rank(finding: Finding) -> int:
    """The agreement hardest to get comes first."""
    return len(HARDEST_FIRST) if finding.signer is None else HARDEST_FIRST.index(finding.signer)


def _is_not_of_pay(finding: Finding) -> bool:
    """The full-time week comes first among the notes: it is to be settled before the plan is used."""
    return finding.rule != FULL_TIME_WEEK


def entries(document: Document, grouping: Grouping, flipped: Collection[str]) -> tuple[Entry, ...]:
    """The list. flipped: keys of headings the user has folded or unfolded."""
    return tuple(_entries(document, grouping, flipped))


def _entries(document: Document, grouping: Grouping, flipped: Collection[str]) -> Iterator[Entry]:
    for section, findings in sections(document).items():
        if not findings:
            continue
        key = section.value
        is_open = (section is not Section.SET_ASIDE) is not (key in flipped)
        yield Entry(
            kind=Kind.SECTION,
            key=key,
            section=section,
            title=tr(f"ui.rota.section.{section.value}"),
            count=len(findings),
            counted=_places_words(findings) if section is Section.AGREEMENT else "",
            is_open=is_open,
        )
        if is_open:
            groups = _groups(findings, section, grouping)
            if grouping is Grouping.PERSON:
                lines = [None, *(row.employee for row in document.plan.rows)]
                groups.sort(key=lambda group: lines.index(group[1][0].employee))
            for group in groups:
                yield from _group(document, section, grouping, group, flipped)


def _places_words(findings: Sequence[Finding]) -> str:
    """As "28 stader, 20 avtalar": one paper may cover many places."""
    papers = amount_text(len(agreement_list(findings)), "agreements", language())
    return tr("ui.rota.section_places", places=_count_words(findings), papers=papers)


def _count_words(findings: Sequence[Finding]) -> str:
    """As "28 stader"."""
    return amount_text(len(findings), "places", language())


def _groups(
    findings: Iterable[Finding], section: Section, grouping: Grouping
) -> list[tuple[str, list[Finding]]]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(group_key(section, grouping, finding), []).append(finding)
    return list(groups.items())


def group_key(section: Section, grouping: Grouping, finding: Finding) -> str:
    """The key of the heading that a finding stands below where there are many of its like."""
    if grouping is Grouping.PERSON:
        name = finding.employee or ""
    elif section is Section.AGREEMENT:
        name = finding.agreement or finding.paragraph
    else:
        name = finding.rule
    return f"{section.value}/{grouping.value}/{name}"


def _group(
    document: Document,
    section: Section,
    grouping: Grouping,
    group: tuple[str, list[Finding]],
    flipped: Collection[str],
) -> Iterator[Entry]:
    key, findings = group
    by_person = grouping is Grouping.PERSON
    is_long = len(findings) > SHOWN_UNFOLDED
    if is_long or by_person:  # a person's name stands above even a single finding
        is_open = is_long is (key in flipped)
        yield Entry(
            kind=Kind.FOLD,
            key=key,
            section=section,
            title=_group_title(document, section, grouping, findings[0]),
            source="" if by_person else _signer_and_why(document, findings),
            count=len(findings),
            counted=_count_words(findings),
            is_open=is_open,
            finding=findings[0],
        )
        if not is_open:
            return
    for finding in findings:
        shown = card(document, section, finding)
        yield replace(shown, who="") if by_person else shown


def _group_title(document: Document, section: Section, grouping: Grouping, finding: Finding) -> str:
    if grouping is Grouping.PERSON:
        return who_text(finding.employee, document.unit, language())
    if section is Section.AGREEMENT and finding.agreement is not None:
        return tr("ui.rota.agreement", paragraph=_sign(finding.agreement))
    return tr(f"rule.{finding.rule}")


def _sign(paragraph: str) -> str:
    return f"§ {paragraph}" if paragraph[:1].isdigit() else paragraph


def _signer(finding: Finding) -> str:
    if finding.signer is None:
        return ""
    who = tr(f"signer.{finding.signer.value.replace(' ', '_')}")
    return tr("agreement.to_sign", who=who)


def _signer_and_why(document: Document, findings: Sequence[Finding]) -> str:
    """Who signs, and of each rule the fact that makes the paper necessary, the worst one."""
    signer = _signer(findings[0])
    if not signer:
        return ""
    worst: dict[str, Finding] = {}
    for finding in findings:
        known = worst.setdefault(finding.rule, finding)
        if finding.amount > known.amount:
            worst[finding.rule] = finding
    told = (
        because_text(finding, document.calendar, language(), of_several=True) for finding in worst.values()
    )
    return " · ".join(part for part in (signer, *told) if part)


def card(document: Document, section: Section, finding: Finding) -> Entry:
    """One finding in words."""
    plan, calendar = document.plan, document.calendar
    decision = decision_for(finding, plan) if section is Section.SET_ASIDE else None
    source = paragraph_words(finding)
    if finding.agreement is not None:
        source = f"{_sign(finding.agreement)} · {_signer(finding)}"
    if decision is not None:
        when = f"{decision.decided_at:%d.%m.%Y}"
        source = tr("ui.rota.decided", reason=decision.reason, by=decision.by or "–", when=when)
    return Entry(
        kind=Kind.CARD,
        key=f"{finding.rule}/{finding.employee}/{finding.days}/{finding.text_key}/{finding.values}",
        section=section,
        title=tr(f"rule.{finding.rule}"),
        who="" if finding.employee is None else who_text(finding.employee, document.unit, language()),
        body=finding_words(finding, document.unit, calendar),
        source=source,
        finding=finding,
        decision=decision,
    )


def in_order(document: Document) -> list[Finding]:
    """All findings that ask for a look, the gravest first: the way "next finding" goes."""
    found = sections(document)
    return [finding for section in Section if section is not Section.SET_ASIDE for finding in found[section]]


def missing_shift(context: Context, finding: Finding) -> OpenShift | None:
    """The shift that would close most of the hole in the staffing that a finding tells of."""
    asked = [
        context.coverage.requirements[place]
        for told in context.staffed.told
        if told.rule == MINIMUM
        for place, known in told.findings.items()
        if known == finding
    ]
    found = [hole for hole in holes(context) if hole.segment.requirement in asked]
    return next(iter(open_shifts(context, found)), None)
