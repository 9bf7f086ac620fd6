"""What is lawful and hard on somebody is told by what was found, in the words of the screen."""

from __future__ import annotations

import pytest
from builders import person, plan, row, unit
from exchange.pdf.discussion_case import facts_of
from exchange.pdf.story import page_text

from heiltid.exchange.pdf.discussion.agreements import agreements_part
from heiltid.rules.wording import finding_text
from heiltid.texts import Language

FREE = "- - - - - - -"
SIX_DAYS = "D1 D1 D1 D1 D1 D1 -"
WEEKEND = "- - - - - D1 D1"


@pytest.mark.parametrize(
    ("language", "told", "advised"),
    [
        (Language.NYNORSK, "Dagar på rad (1): Fleire arbeidsdagar på rad enn tilrådd.", "tilrådd er høgst 5"),
        (Language.BOKMAL, "Dager på rad (1): Flere arbeidsdager på rad enn anbefalt.", "anbefalt er høyst 5"),
        (
            Language.ENGLISH,
            "Days in a row (1): More working days in a row than advised.",
            "at most 5 are adv",
        ),
    ],
)
def test_a_limit_that_is_advised_is_so_on_paper_and_on_screen(
    language: Language, told: str, advised: str
) -> None:
    ward = unit(2, employees=(person("1", 7_500, name="Kari"),))
    facts = facts_of(plan(row(f"{SIX_DAYS} {FREE}", "1", 7_500)), ward=ward, today=None, language=language)
    assert f"• {told}" in page_text(agreements_part(facts)).splitlines()
    (finding,) = (entry for entry in facts.findings if entry.rule == "days_in_row")
    assert advised in finding_text(finding, ward, facts.calendar, language)


def test_what_the_help_of_a_rule_demands_is_not_told_as_what_was_found() -> None:
    # Weekends 1, 3 and 5 of 5: every second, but the fifth and the first are neighbours where it starts anew.
    # 3 x 15 h of 177.5 h full time are 25 %, the position is 60 %.
    ward = unit(5, employees=(person("1", 6_000, weekend_every=2, name="Kari"),))
    line = " ".join((WEEKEND, FREE, WEEKEND, FREE, WEEKEND))
    facts = facts_of(plan(row(line, "1", 6_000)), ward=ward, today=None)
    shown = page_text(agreements_part(facts))
    assert "• Helgefrekvens (1): Helger ligg tettare enn avtalt der turnusen byrjar på nytt" in shown
    assert "• Timar mot stilling (1): Fleire eller færre timar i turnusen enn stillinga gir." in shown
