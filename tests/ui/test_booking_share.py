"""The booking page: shifts shared out by the engine, decided by hand, settled, confirmed, opened again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.allocation import ShareGoal, ShareReport, ShareValue
from heiltid.booking.answers.sending import ListWish, new_list
from heiltid.booking.answers.which_counts import written_down
from heiltid.booking.settling.proposal_check import settling_notes
from heiltid.booking.sharing.deciding import proposed
from heiltid.jobs import Status
from heiltid.model import UnitFile
from heiltid.model.asking import Allotment, Booking, Choice, SentList, Willingness
from heiltid.rules.finding import Finding, Severity
from tests.ui.booking_desk import rolled_file
from tests.ui.desk import desk, in_front
from tests.ui.screens import settle
from tests.ui.standins import Asked, Told
from ui.desk import Desk
from ui.pages.booking import BookingPage, confirming, settle_questions, share_part
from ui.pages.booking.share_part import SharePart
from ui.share_job import ShareJob
from ui.solve_job import JobEnd, JobEndKind

ROOT = Path(__file__).parents[2]
ENGINE = (sys.executable, "-m", "solver.worker")
MADE = datetime.now().replace(microsecond=0) - timedelta(hours=3)
GLADLY, CAN = Willingness.GLADLY, Willingness.CAN


def answered_file() -> UnitFile:
    """The small ward's five shifts; Hege (4) answers gladly to all hers, Ola (2) and Bjørg (6) can.

    1 mon A1: 2, 6   2 thu D1 nurse: 4   3 fri D1 nurse: 4   4 sat D1: 2, 3 (overtime), 4, 6   5 sun D1: 6
    """
    file = rolled_file()
    assert file.booking is not None
    booking = file.booking
    sent = new_list(booking, ListWish(), deadline=MADE + timedelta(days=2), at=MADE)
    booking = booking.with_list(sent)
    for employee, word in (("4", GLADLY), ("2", CAN), ("6", CAN)):
        offer = sent.offer_of(employee)
        assert offer is not None
        choices = [Choice(place=standing.place, willingness=word) for standing in offer.offered]
        booking = written_down(booking, sent.code, employee, choices, at=MADE)
    return replace(file, booking=booking)


def share(page: BookingPage) -> SharePart:
    page.show_part("share")
    found = page.current
    assert isinstance(found, SharePart)
    return found


def booking_of(page: BookingPage) -> Booking:
    found = page.work.booking
    assert found is not None
    return found


def sent_of(page: BookingPage) -> SentList:
    return booking_of(page).lists[0]


def report(**who: str | None) -> ShareReport:
    """A report by place: p1="2" gives place 1 to Ola."""
    allotments = tuple(Allotment(place=number, employee=who.get(f"p{number}")) for number in range(1, 6))
    goals = (ShareValue(goal=ShareGoal.FILLED, value=sum(map(bool, who.values())), bound=5),)
    return ShareReport(status=Status.FEASIBLE, allotments=allotments, goals=goals, seconds=0.1)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[BookingPage]:
    with in_front(desk(tmp_path, answered_file()), BookingPage) as shown:
        share(shown)
        yield shown


def propose(page: BookingPage, monkeypatch: pytest.MonkeyPatch, **who: str | None) -> None:
    """What the engine would answer, without it."""
    part = share(page)
    monkeypatch.setattr(part.job, "start", lambda request: None)
    part.share_out()
    part.job.ended.emit(JobEnd(kind=JobEndKind.REPORT, shared=report(**who)))


def test_the_real_engine_shares_out_in_one_step(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    base = desk(tmp_path, answered_file())
    made = Desk(base.document, base.files, base.settings, ENGINE)
    with in_front(made, BookingPage) as page:
        part = share(page)
        part.go.click()
        assert part.stop.isVisible()
        qtbot.waitUntil(lambda: not part.job.is_running, timeout=20_000)
        settle()
        got = {entry.place: entry.employee for entry in sent_of(page).allotments}
        # Only Hege may take 2 and 3, but both with her three planned shifts are 37.5 h: overtime.
        assert sorted([str(got[2]), str(got[3])]) == ["4", "None"]
        assert got[5] == "6"
        assert "4 av 5" in part.state.text()
        assert made.document.undo_stack.count() == 1
        made.document.undo_stack.undo()
        assert sent_of(page).allotments == ()


def test_a_place_says_why_she_and_why_not_the_others(
    page: BookingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    propose(page, monkeypatch, p1="2", p2="4", p3="4", p4="4", p5="6")
    part = share(page)
    part.table.show_row(3)  # Saturday
    settle()
    words = [entry.text() for entry in part.card.findChildren(QLabel)]
    assert part.card._she.text().startswith("Hege Tverrli. Svarte: vil gjerne.")
    assert "Anne Sundlo · helsefagarbeidar" in words
    assert "Har ikkje svart på lista." in words
    assert "grense 5" not in part.state.text()  # 5 of 5: the bound is met


def test_a_decision_needs_a_reason_and_stands_against_the_next_sharing(
    page: BookingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.desk.settings.set_word("user", "Marit")
    propose(page, monkeypatch, p1="2", p2="4", p3="4", p4="4", p5="6")
    part = share(page)
    part.table.show_row(3)
    give = part.card.findChild(QPushButton, "share_give_2")
    assert isinstance(give, QPushButton)
    give.click()
    assert "Skriv kvifor" in part.card._trouble.text()
    assert not any(entry.is_decided for entry in sent_of(page).allotments)
    part.card.reason.setText("Ola bad om laurdagen")
    give.click()
    entry = sent_of(page).allotments[3]
    assert (entry.employee, entry.by, entry.reason) == ("2", "Marit", "Ola bad om laurdagen")
    assert sent_of(page).log == (entry,)
    propose(page, monkeypatch, p1="2", p2="4", p3="4", p4="4", p5="6")
    assert sent_of(page).allotments[3] == entry
    part.table.show_row(3)
    part.card.undecide.click()
    propose(page, monkeypatch, p4="4")
    assert sent_of(page).allotments[3].employee == "4"


def test_a_place_is_kept_open(page: BookingPage, monkeypatch: pytest.MonkeyPatch) -> None:
    propose(page, monkeypatch, p1="2")
    part = share(page)
    part.table.show_row(0)
    part.card.reason.setText("Ventar på vikar")
    part.card.keep_open.click()
    entry = sent_of(page).allotments[0]
    assert entry.employee is None
    assert entry.is_decided
    assert part.card.keep_open.isHidden()


def test_what_was_shared_out_while_something_changed_is_not_used(
    page: BookingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told(monkeypatch, share_part)
    part = share(page)
    monkeypatch.setattr(part.job, "start", lambda request: None)
    part.share_out()
    page.work.apply("x", replace(booking_of(page), answers=()))
    part.job.ended.emit(JobEnd(kind=JobEndKind.REPORT, shared=report(p1="2")))
    assert len(told.said) == 1
    assert sent_of(page).allotments == ()


def test_an_unlawful_sharing_is_never_shown(page: BookingPage, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told(monkeypatch, share_part)
    monkeypatch.setattr(share_part, "breaches_brought", lambda *_: ("brot",))
    before = sent_of(page).allotments
    propose(page, monkeypatch, p1="2")
    assert "bryt ein regel" in told.said[-1]
    assert sent_of(page).allotments == before


def test_an_engine_that_fails_is_told_and_changes_nothing(
    page: BookingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told(monkeypatch, share_part)
    part = share(page)
    monkeypatch.setattr(part.job, "start", lambda request: None)
    part.share_out()
    part.job.ended.emit(JobEnd(kind=JobEndKind.CRASHED))
    assert len(told.said) == 1
    assert sent_of(page).allotments == ()


def test_a_list_is_settled_confirmed_and_opened_again(
    page: BookingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    propose(page, monkeypatch, p1="2", p2="4", p5="6")
    part, before = share(page), booking_of(page)
    Asked(monkeypatch, "ui.booking.share.settle_yes", "ui.booking.share.reopen_yes", where=settle_questions)
    part.settle.click()
    assert sent_of(page).settled_at is not None
    rollout = page.work.rollout
    assert rollout is not None
    assert rollout.plan.row_of()["2"].cells[0].shift == "A1"
    assert rollout.plan.row_of()["4"].cells[3].shift == "D1"
    assert part.go.isHidden()
    assert part.settle.isHidden()
    out = tmp_path / "ut"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    part.confirm.click()
    (folder,) = out.iterdir()
    assert any(path.suffix == ".ics" for path in folder.rglob("*"))
    assert {(entry.place, entry.employee) for entry in sent_of(page).told} == {(1, "2"), (2, "4"), (5, "6")}
    assert part.told.links.isVisible()
    assert f"ut/{folder.name}" in part.told.line.text()
    assert page.document.undo_stack.count() == 2  # the sharing; settled and told
    part.reopen.click()
    assert sent_of(page).settled_at is None
    assert page.work.rollout == before.rollout
    page.document.undo_stack.undo()
    page.document.undo_stack.undo()
    told = sent_of(page).told
    assert booking_of(page) == before.with_list(replace(before.lists[0], told=told))  # that went out


def test_a_folder_that_cannot_be_written_to_is_told_and_nobody_counts_as_told(
    page: BookingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    propose(page, monkeypatch, p1="2")
    part = share(page)
    Asked(monkeypatch, "ui.booking.share.settle_yes", where=settle_questions)
    part.settle.click()
    blocked = tmp_path / "fil"
    blocked.write_text("x")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(blocked))
    told = Told(monkeypatch, confirming)
    part.confirm.click()
    assert len(told.said) == 1
    assert sent_of(page).told == ()


def test_without_answers_there_is_nothing_to_share_out(qtbot: QtBot, tmp_path: Path) -> None:
    file = answered_file()
    assert file.booking is not None
    with in_front(
        desk(tmp_path, replace(file, booking=replace(file.booking, answers=()))), BookingPage
    ) as page:
        part = share(page)
        assert not part.go.isEnabled()
        assert part.go.toolTip()
        assert not part.settle.isEnabled()


def test_the_job_outlives_the_page_and_dies_with_the_unit(qtbot: QtBot, tmp_path: Path) -> None:
    made = desk(tmp_path, answered_file())
    with in_front(made, BookingPage) as page:
        job = share(page).job
    with in_front(made, BookingPage) as page:
        assert share(page).job is job
    assert made.findChildren(ShareJob) == [job]


def test_all_of_it_is_there_again_after_saving_and_opening(
    page: BookingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    propose(page, monkeypatch, p1="2", p2="4", p5="6")
    part = share(page)
    part.table.show_row(3)
    part.card.reason.setText("Ventar")
    part.card.keep_open.click()
    before, path = page.document.file, tmp_path / "eining.heiltid"
    page.desk.files.save(path)
    page.desk.files.open(path)
    assert page.document.file == before
    assert share(page).table.records_model.records


def test_what_a_settled_list_leaves_open_is_told_with_who_is_asked_next(
    page: BookingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    booking = booking_of(page)
    settings = replace(booking.settings, ring=("Nordlia",))
    page.work.apply("x", replace(booking, settings=settings))
    propose(page, monkeypatch, p1="2", p2="4")
    Asked(monkeypatch, "ui.booking.share.settle_yes", where=settle_questions)
    share(page).settle.click()
    assert sent_of(page).settled_at is not None
    part = share(page)
    told = part.state.text()
    assert [line.state for line in part.table.records_model.records] == ["stadfesta", "stadfesta", "", "", ""]
    assert "Framleis ledige på lista: 3." in told
    assert told.endswith("neste som skal spørjast: Nordlia.")


def test_a_list_with_fewer_shifts_still_has_one_in_front(page: BookingPage) -> None:
    booking = booking_of(page)
    old = sent_of(page)
    short = replace(old, code="M3TA", places=old.places[:2])
    page.work.apply("x", replace(booking, lists=(old, short)))
    part = share(page)
    part.list.setCurrentIndex(0)
    part._fill()
    part.table.show_row(1)
    part.list.setCurrentIndex(1)
    part._fill()
    assert part.table.current_row() == 1
    assert part.card.findChildren(QLabel)[0].text().startswith(("A1", "D1"))


def test_a_settled_list_still_says_why_she_and_why_not_the_others(
    page: BookingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    propose(page, monkeypatch, p1="2", p2="4", p4="4", p5="6")
    part = share(page)
    part.table.show_row(0)
    settle()  # buttons of the places shown before are gone
    part.card.reason.setText("Bjørg bad om måndagen")
    give = part.card.findChild(QPushButton, "share_give_6")
    assert isinstance(give, QPushButton)
    give.click()
    assert part.card.reason.text() == ""
    assert part.told.line.text().startswith("Bjørg Nilshaug får A1 mån 02.06.2031 14:30–22:00.")
    settle()
    before = [entry.text() for entry in part.card.findChildren(QLabel) if entry.isVisible()]
    Asked(monkeypatch, "ui.booking.share.settle_yes", where=settle_questions)
    part.settle.click()
    settle()
    after = [entry.text() for entry in part.card.findChildren(QLabel) if entry.isVisible()]
    assert "Bjørg bad om måndagen" in part.card._she.text()
    assert [words for words in after if words not in before] == []
    assert not part.card.findChildren(QPushButton, "share_give_2")


def test_a_decision_that_takes_another_shift_from_her_says_which(page: BookingPage) -> None:
    # Hege, nurse of 60 %: Thursday's and Friday's shifts beside her own three are overtime.
    booking = booking_of(page)
    page.work.apply("x", proposed(booking, sent_of(page).code, (Allotment(place=2, employee="4"),)))
    part = share(page)
    part.table.show_row(2)
    settle()
    part.card.reason.setText("Ho bad om fredagen")
    give = part.card.findChild(QPushButton, "share_give_4")
    assert isinstance(give, QPushButton)
    give.click()
    assert "Ingen har no dette" in part.told.line.text()
    assert "D1 tor 05.06.2031" in part.told.line.text()
    part.told.undo.click()
    assert {entry.place: entry.employee for entry in sent_of(page).allotments} == {2: "4"}
    assert part.told.line.text().startswith("Angra: Avgjer D1 fre")


def test_before_a_list_is_settled_it_is_told_who_may_still_answer_and_what_must_be_agreed(
    page: BookingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Six people may take something and three have answered; two days are left.
    asked: list[str] = []
    monkeypatch.setattr(settle_questions, "choose", lambda head, details, *_: asked.append(details))
    rest = Finding(
        rule="daily_rest",
        severity=Severity.NEEDS_AGREEMENT,
        employee="2",
        days=(0, 1),
        amount=570,
        unit="minutes",
        paragraph="aml_10_8",
        text_key="daily_rest",
        values=(("found", 570), ("before", "A1"), ("after", "D1"), ("required", 660)),
    )
    monkeypatch.setattr(settle_questions, "agreements_brought", lambda *_: (rest,) * 8)
    propose(page, monkeypatch, p1="2")
    share(page).settle.click()
    (details,) = asked
    notes = settling_notes(booking_of(page), sent_of(page).code, datetime.now())
    assert f"{len(notes.unanswered)} av {notes.asked} har ikkje svart." in details
    assert "Svarfristen er ikkje ute før" in details
    assert "ikkje er skrivne under (8):" in details
    assert details.count("• Døgnkvile: Ola") == settle_questions.MOST_LINES
    assert details.endswith("… og 2 til")
    assert sent_of(page).settled_at is None
