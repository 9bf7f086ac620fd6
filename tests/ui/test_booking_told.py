"""What people were told of a settled list stays known, whatever is undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from heiltid.booking.settling.outcome import outcomes
from tests.ui.desk import desk, in_front
from tests.ui.standins import Asked
from tests.ui.test_booking_share import answered_file, booking_of, propose, sent_of, share
from ui.pages.booking import BookingPage, settle_questions


def test_what_people_were_told_is_called_off_by_the_next_confirmation_also_when_it_was_undone(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with in_front(desk(tmp_path, answered_file()), BookingPage) as page:
        propose(page, monkeypatch, p1="2")
        part, document = share(page), page.document
        Asked(monkeypatch, *["ui.booking.share.settle_yes"] * 2, where=settle_questions)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        document.mark_saved()
        part.settle.click()
        part.confirm.click()
        document.undo_stack.undo()
        assert (sent_of(page).settled_at, [entry.employee for entry in sent_of(page).told]) == (None, ["2"])
        assert document.is_modified  # the saved file does not know it
        propose(page, monkeypatch, p1="6")
        part.settle.click()
        found = {entry.employee: entry for entry in outcomes(booking_of(page), sent_of(page).code)}
        assert [place.number for place in found["2"].called_off] == [1]
        assert [entry.place.number for entry in found["6"].got] == [1]
        part.confirm.click()
        calendars = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*Ola*.ics")]
        assert sorted("STATUS:CANCELLED" in words for words in calendars) == [False, True]
