"""How many findings there are of each kind, in words; breaches are told first, also where there are none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from heiltid.rules.agreement_list import agreement_list
from heiltid.rules.finding import Finding
from ui.pages.rota.findings_list import Section
from ui.texts import tr


def kinds_words(found: Mapping[Section, Sequence[Finding]]) -> str:
    """As "Ingen brot · 16 avtalar manglar · 70 merknader": papers to sign, not the places they cover.

    What is set aside is counted nowhere; "" where there is nothing at all.
    """
    if not any(findings for section, findings in found.items() if section is not Section.SET_ASIDE):
        return ""
    counts = {
        Section.BREACH: len(found.get(Section.BREACH, ())),
        Section.OPEN_SHIFTS: len(found.get(Section.OPEN_SHIFTS, ())),
        Section.AGREEMENT: len(agreement_list(found.get(Section.AGREEMENT, ()))),
        Section.NOTE: len(found.get(Section.NOTE, ())),
    }
    told = (
        counted_words(section, count)
        for section, count in counts.items()
        if count or section is Section.BREACH
    )
    words = " · ".join(told)
    return words[:1].upper() + words[1:]


def of_person(found: Mapping[Section, Iterable[Finding]], employee: str) -> dict[Section, list[Finding]]:
    """Those of one person, by the same kinds."""
    return {
        section: [finding for finding in findings if finding.employee == employee]
        for section, findings in found.items()
    }


def counted_words(section: Section, count: int) -> str:
    """As "3 brot"; "ingen brot" for none."""
    key = {0: "none", 1: "one"}.get(count, "many")
    return tr(f"ui.rota.kinds.{section.value}.{key}", count=count)
