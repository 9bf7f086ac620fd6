"""A whole round of Solbakken's first summer weeks from the terminal, answered by a robot without a browser.

The same with twelve weeks, a real browser and LibreOffice: tests.bench.booking_round.
"""

from __future__ import annotations

import pytest
from booking.robot import all_say, code_in_workbook, e_mail, fill_workbook, short_code, thirds, typed
from booking.whole_round import (
    ANSWERED,
    Round,
    assert_all_was_understood,
    figures,
    judged,
    last_day,
)

from heiltid.booking.answers.tokens import token
from heiltid.exchange.booking.answer_json import written_answer


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Round:
    """Rolled out, with a list of the first two weeks for everybody."""
    found = Round(folder=tmp_path_factory.mktemp("round"))
    found.begin(weeks=3)
    found.export("--until", f"{last_day(2):%d.%m.%Y}", "--answers-to", "leiar@solbakken.no")
    return found


def test_everybodys_answer_comes_through_and_all_that_is_given_is_lawful(begun: Round) -> None:
    exported, sent, before = begun.booking, begun.sent, begun.rollout
    said = all_say(before.unit, sent, seed=1)
    ways = thirds(said)
    folder, answers = begun.person_folder(), begun.folder / "answers"
    answers.mkdir()
    files = {path.name.split("-")[0]: path for path in folder.glob("[0-9]*.xlsx")}
    for entry in ways["workbook"]:
        fill_workbook(files[entry.employee].rename(answers / f"{entry.employee}.xlsx"), entry, begun.language)
    for entry in ways["page"]:
        proof = token(exported.secret, sent.code, entry.employee, sent.deadline)
        content = written_answer(sent.code, proof, entry.choices, given_at=ANSWERED, most_hours=entry.hours)
        answers.joinpath(f"svar-{entry.employee}.json").write_text(content, encoding="utf-8")
    pasted = []
    for place, entry in enumerate(ways["message"]):
        if place % 2:
            code = short_code(exported, sent, entry, ANSWERED)
            answers.joinpath(f"{entry.employee}.txt").write_text(e_mail(code), encoding="utf-8")
        else:
            pasted.append(e_mail(typed(code_in_workbook(files[entry.employee]), entry)))
    found = begun.take_in(answers, "-", stdin="\n".join(pasted))
    assert found.refused == ()
    assert (found.taken, {line.state for line in found.answers}) == (len(said), {"new"})
    assert_all_was_understood(begun.booking, sent, said)

    again = begun.take_in("-", answers, stdin="\n".join(reversed(pasted)))
    assert (again.saved, {line.state for line in again.answers}) == (False, {"unchanged"})

    shared = begun.allocate("--time-limit", 3)
    assert shared.seconds < 4
    told = begun.confirm()
    result = judged(before, begun.rollout)
    assert (result.breaches, result.overtime) == ((), ())
    given = {line.place for line in shared.places if line.employee is not None}
    assert given == {line.place for person in told.people for line in person.given}
    assert told.misfits == ()
    sums = figures(begun.booking, begun.sent, shared)
    assert sums.filled > 0.6 * sums.wanted
    assert sums.gladly_filled > 0.4 * sums.filled
    assert sums.sums.overtime_minutes == 0
    assert sums.sums.average_actual_bp > sums.sums.average_before_bp
    for person in told.people:
        sheet = begun.folder / "told" / told.folder / person.files[0]
        assert sheet.read_bytes().startswith(b"%PDF")
