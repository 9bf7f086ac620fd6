"""Mutated answers in the ordinary check: some hundred; HEILTID_MUTATIONS says how many."""

from __future__ import annotations

import os
from random import Random

from fuzz.answer_originals import BOOKING, MAKERS, NOW, SETTLED, original
from fuzz.answers import mutated, run

from heiltid.booking.answers.raw_answers import NotAnAnswer, Refused
from heiltid.booking.answers.receiving import State, preview
from heiltid.exchange.booking.answer_files import read_answers

COUNT = int(os.environ.get("HEILTID_MUTATIONS", "300"))
SEED = int(os.environ.get("HEILTID_MUTATION_SEED", "1"))


def test_the_originals_are_right(tmp_path) -> None:  # type: ignore[no-untyped-def]
    random = Random(5)
    for kind in sorted(set(MAKERS) - {"page"}):
        for _ in range(8):
            made = original(random, kind)
            path = tmp_path / "svar"
            path.write_bytes(made.content)
            shown = preview(BOOKING, read_answers(path, BOOKING), NOW)
            if made.list == SETTLED:
                assert [refused.why for refused in shown.refused] == [NotAnAnswer.SETTLED]
                continue
            (entry,) = shown.entries
            assert (entry.answer.list, entry.answer.employee) == (made.list, made.employee)
            assert entry.answer.choices == made.choices
            assert entry.answer.most_minutes == (made.most_hours and made.most_hours * 60)
            assert entry.state in (State.NEW, State.REPLACES, State.LEADER, State.OLDER)


def test_the_page_itself_is_no_answer(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "side.html"
    path.write_bytes(original(Random(1), "page").content)
    (only,) = read_answers(path, BOOKING)
    assert isinstance(only, Refused)
    assert only.why is NotAnAnswer.UNREADABLE


def test_mutated_answers_are_taken_as_they_were_or_refused() -> None:
    tally = run(COUNT, SEED)
    assert tally.faults == []
    # The mutations must reach both ends, or nothing is tested.
    taken = sum(tally.outcomes[state.value] for state in State)
    assert taken > COUNT // 10
    assert len(tally.refused) > COUNT // 3
    assert len({refused.why for refused in tally.refused}) > min(8, COUNT // 20)


def test_the_same_seed_gives_the_same_answers() -> None:
    numbers = [number for number in range(40) if mutated(3, number).kind != "workbook"]
    assert [mutated(3, number) for number in numbers] == [mutated(3, number) for number in numbers]
    assert mutated(3, 0) != mutated(4, 0)
