"""Days and competences as they are shown, and what is understood when they are typed."""

from __future__ import annotations

import pytest
from builders import unit

from heiltid.model import ALL_WEEKDAYS, DaySelector
from heiltid.texts import Language
from ui.texts import set_language
from ui.typed import competence_typed, competence_words, days_typed, days_words

WARD = unit()


@pytest.mark.parametrize(
    ("days", "shown", "also"),
    [
        (DaySelector(weekdays=ALL_WEEKDAYS), "alle dagar", "alle"),
        (DaySelector(weekdays=ALL_WEEKDAYS, red=True), "alle, òg raude", "alle, raude"),
        (DaySelector(red=True), "raude dagar", "raude"),
    ],
)
def test_days_read_as_days_and_are_understood_the_old_way_too(
    days: DaySelector, shown: str, also: str
) -> None:
    set_language(Language.NYNORSK)
    assert days_words(days) == shown
    assert days_typed(shown) == days_typed(also) == days
    for language in Language:
        set_language(language)
        assert days_typed(days_words(days)) == days
    set_language(Language.NYNORSK)


def test_any_competence_is_not_said_as_all_days_are() -> None:
    set_language(Language.NYNORSK)
    assert competence_words(None) == "alle slag"
    assert competence_typed("alle", WARD) is competence_typed("alle slag", WARD) is None
