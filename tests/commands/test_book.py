"""heiltid book: a round from the terminal on a small ward, and everything that is refused on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from book_desk import DEADLINE, KARI, OLA, ROTA, VIKAR, WARD, Desk, FirstYes, ready_desk, rolled_out
from builders import demand
from openpyxl import load_workbook
from stand_in import saved

from heiltid.commands.book_answer_values import BookImport
from heiltid.commands.book_values import BookAllocation, BookConfirmation, BookExport, BookStatus
from heiltid.exchange.files import read_file
from heiltid.model.asking import Channel, Choice, Willingness
from heiltid.notation import cell_text
from heiltid.store import lock_unit, open_unit
from heiltid.texts import Language

GLADLY, CAN = Willingness.GLADLY, Willingness.CAN


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("COLUMNS", "140")
    return ready_desk(tmp_path)


GUIDE = "Who gets which file.xlsx"


def answered(desk: Desk) -> Desk:
    """A list that Kari and the substitute have answered."""
    desk.export()
    typed = f"{desk.code(KARI)}: 1 gladly, 2 can\n{desk.code(VIKAR)}: 1-3 can; most 15\n"
    desk.good("import", "-", stdin=typed)
    return desk


# -- a round ------------------------------------------------------------------------------------------


def test_lists_are_kept_in_the_file_and_written_for_those_who_may_take_something(
    desk: Desk, tmp_path: Path
) -> None:
    target = tmp_path / "export.json"
    said = desk.export("--json", target, "--answers-to", "leader@haugen.no")
    code = desk.sent.code
    assert f"The list {code}: 3 shifts, to 2 people. 1 may take none of the shifts" in said
    answer = BookExport.model_validate_json(target.read_text(encoding="utf-8"))
    assert (answer.list, f"{answer.deadline:%d.%m.%Y %H:%M}") == (code, "10.06.2027 12:00")
    assert [(line.place, f"{line.date:%d.%m}", line.code) for line in answer.places] == [
        *((1, "21.06", "D1"), (2, "22.06", "D1"), (3, "23.06", "D1"))
    ]
    assert [(line.employee, line.offered) for line in answer.people] == [
        (KARI, (1, 2, 3)),
        (VIKAR, (1, 2, 3)),
    ]
    assert answer.people[0].files == ("1-Kari-Nordmann.html", "1-Kari-Nordmann.xlsx")
    assert (answer.nobody, answer.shared) == ((OLA,), f"All shifts {code}.xlsx")
    names = {path.name for path in desk.list_folder.iterdir()}
    assert names == {*answer.people[0].files, *answer.people[1].files, answer.shared, GUIDE}
    assert "leader@haugen.no" in (desk.list_folder / "1-Kari-Nordmann.html").read_text(encoding="utf-8")


def test_a_round_ends_in_the_dated_rota(desk: Desk, tmp_path: Path) -> None:
    answered(desk)
    target = tmp_path / "answer.json"
    said = desk.good("allocate", "--json", target)
    assert "1 Mon 21.06.2027 D1 07:30–15:00 Kari Nordmann gladly" in said
    assert "3 of 3 shifts are shared out" in said
    shared = BookAllocation.model_validate_json(target.read_text(encoding="utf-8"))
    assert [(line.place, line.employee, line.said) for line in shared.places] == [
        *((1, KARI, "gladly"), (2, KARI, "can"), (3, VIKAR, "can"))
    ]
    assert [(line.name, line.value) for line in shared.goals][:2] == [
        *(("needed_person_minutes", 3 * 450), ("filled_places", 3))
    ]
    # 30 % of 35.5 hours is what Kari misses in one week: 10 h 39 min of her 15.
    assert [(line.employee, line.hours, line.right_hours) for line in shared.people] == [
        *((KARI, 15.0, 10.65), (VIKAR, 7.5, 0.0))
    ]
    said = desk.good("confirm", "--by", "Ingrid", "--to", tmp_path / "told", "--json", target)
    assert "is settled: 3 of 3 shifts are filled." in said
    told = BookConfirmation.model_validate_json(target.read_text(encoding="utf-8"))
    assert [(line.employee, [given.place for given in line.given], line.missed) for line in told.people] == [
        *((KARI, [1, 2], ()), (VIKAR, [3], (1, 2)))
    ]
    folder = tmp_path / "told" / told.folder
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} == {
        *(told.shared, told.rota),
        *(name for line in told.people for name in line.files),
    }
    rota = read_file(folder / told.rota).file.plans[0]
    assert [cell_text(cell) for cell in rota.rows[0].cells][:5] == ["D1", "D1", "", "D1", "D1"]
    status = desk.good("status", "--json", target)
    assert "Open shifts: 0." in status
    (state,) = BookStatus.model_validate_json(target.read_text(encoding="utf-8")).lists
    assert (state.state, state.asked, state.answered, state.filled) == ("settled", 2, 2, 3)


def test_who_has_not_answered_and_may_still_is_told_with_the_proposal(desk: Desk) -> None:
    said = answered(desk).good("allocate")
    assert "have not answered" not in said
    desk.export("--again")
    code = desk.booking.lists[-1].code
    typed = f"{desk.code(KARI)}: 1 gladly\n"
    desk.good("import", "-", stdin=typed)
    said = desk.good("allocate", "--list", code)
    assert "1 of 2 have not answered." in said
    assert "They may still answer: the deadline is 10.06.2027" in said


def test_agreements_a_sharing_needs_are_told_before_and_after_it_is_settled(tmp_path: Path) -> None:
    # Kari works D1 on Thursday from 07:30; the evening before ends at 22:00: 9 h 30 min of rest.
    evening = demand(frozenset({2}), "14:30-22:00", 1)
    here = rolled_out(tmp_path, replace(WARD, demand=(evening,)), ROTA)
    here.export()
    here.good("import", "-", stdin=f"{here.code(KARI)}: 1 gladly\n")
    told = "Agreements not signed yet that this needs: 1"
    assert told in here.good("allocate")
    said = here.good("confirm", "--to", tmp_path / "out", "--by", "Leader")
    assert told in said
    assert "9 h 30 min" in said


def test_a_list_confirmed_again_gets_a_folder_of_its_own(desk: Desk, tmp_path: Path) -> None:
    answered(desk).good("allocate")
    code = desk.sent.code
    words = ("--by", "Ingrid", "--to", tmp_path / "told")
    desk.good("confirm", *words)
    first = {path: path.read_bytes() for path in (tmp_path / "told").rglob("*.pdf")}
    asked = desk.book("confirm", *words)
    assert (asked.exit_code, f"Lists: {code}." in asked.stderr) == (2, True)
    desk.good("confirm", *words, "--list", code.lower())
    assert {path: path.read_bytes() for path in first} == first
    assert len(list((tmp_path / "told").iterdir())) == 2


def test_every_language_has_its_words(tmp_path: Path) -> None:
    said = {}
    for language in ("nn", "nb"):
        folder = tmp_path / language
        folder.mkdir()
        here = ready_desk(folder)
        here.language = Language(language)
        answered(here).good("allocate")
        said[language] = here.good("status") + here.good("confirm", "--by", "I", "--to", folder / "told")
    assert "har svart" in said["nn"]
    assert "Lista" in said["nn"]
    assert "er gjord opp: 3 av 3 vakter er fylte." in said["nn"]
    assert "er gjort opp: 3 av 3 vakter er fylt." in said["nb"]


# -- answers ------------------------------------------------------------------------------------------


def test_files_folders_and_pasted_text_come_together(desk: Desk, tmp_path: Path) -> None:
    desk.export("--what", "workbooks")
    mail = tmp_path / "mail"
    (mail / "inner").mkdir(parents=True)
    book = load_workbook(desk.list_folder / "3-Vikar.xlsx")
    ((sheet, area),) = book.defined_names["heiltid_answers"].destinations
    book[sheet][area][1][0].value = "Can"
    book.save(mail / "inner" / "from phone.xlsx")
    (mail / "nothing.txt").write_text("Hello, see you on Monday!", encoding="utf-8")
    (mail / ".hidden").write_text("x", encoding="utf-8")
    (mail / "~$from phone.xlsx").write_text("x", encoding="utf-8")
    target, refused = tmp_path / "answer.json", tmp_path / "refused.xlsx"
    words = (mail, "-", "--json", target, "--refused", refused)
    said = desk.good("import", *words, stdin=f"> Hi\n{desk.code(KARI)} : 3 gladly\n")
    assert "new: 2, refused: 1" in said
    answer = BookImport.model_validate_json(target.read_text(encoding="utf-8"))
    assert [(line.employee, line.channel, line.source.file) for line in answer.answers] == [
        *((KARI, "typed", None), (VIKAR, "workbook", "from phone.xlsx"))
    ]
    assert [(line.why, line.source.file) for line in answer.refused] == [("no_code", "nothing.txt")]
    assert load_workbook(refused).worksheets[0]["A2"].value.startswith("nothing.txt")
    assert {entry.employee: entry.choices for entry in desk.booking.answers} == {
        KARI: (Choice(place=3, willingness=GLADLY),),
        VIKAR: (Choice(place=2, willingness=CAN),),
    }
    before = desk.file.read_bytes()
    again = desk.good("import", mail, desk.file)
    assert "Nothing new. The file is untouched." in again
    assert desk.file.read_bytes() == before


def test_a_trial_saves_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.export()
    before, target = desk.file.read_bytes(), tmp_path / "a.json"
    said = desk.good("import", "-", "--dry-run", "--json", target, stdin=f"{desk.code(KARI)}: 1 gladly")
    assert "Kari Nordmann (1) gladly 1" in said
    assert "This was a trial. Nothing is saved." in said
    answer = BookImport.model_validate_json(target.read_text(encoding="utf-8"))
    assert (answer.saved, answer.taken, len(answer.answers)) == (False, 0, 1)
    assert desk.file.read_bytes() == before


def test_a_late_answer_is_taken_only_when_that_is_said(desk: Desk) -> None:
    desk.export()
    desk.now = desk.now.replace(day=11)
    typed = f"{desk.code(KARI)}: 1 gladly"
    assert "after the deadline: 1" in desk.good("import", "-", stdin=typed)
    assert desk.booking.answers == ()
    assert "new: 1" in desk.good("import", "-", "--late", stdin=typed)
    assert [answer.channel for answer in desk.booking.answers] == [Channel.TYPED]


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe\x00 no text \x00", b"\xff" * 300, b"see you\n"])
def test_nothing_that_can_be_understood_is_told_so(desk: Desk, content: bytes) -> None:
    desk.export()
    before = desk.file.read_bytes()
    found = desk.book("import", "-", stdin=content)
    assert (found.exit_code, desk.file.read_bytes()) == (2, before)
    assert "refused: 1" in found.stdout


# -- sharing out --------------------------------------------------------------------------------------


def test_the_engine_gets_what_was_asked_for_and_the_file_remembers_it(desk: Desk) -> None:
    share = FirstYes()
    answered(desk).share = share
    desk.good("allocate", "--overtime", "--most-shifts", 2, "--seed", 7, "--workers", 1, "--time-limit", 3)
    assert share.request is not None
    asked = share.request
    assert (asked.seed, asked.workers, asked.time_limit_seconds) == (7, 1, 3.0)
    assert (asked.settings.allows_overtime, asked.settings.most_shifts_in_four_weeks) == (True, 2)
    assert desk.booking.settings == asked.settings
    desk.good("allocate", "--most-shifts", 0)
    assert desk.booking.settings.most_shifts_in_four_weeks is None
    assert desk.booking.settings.allows_overtime


def test_who_asks_why_is_told_of_all_who_said_yes_and_no_others(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    said = answered(desk).good("allocate", "--why", "--json", target)
    shared = BookAllocation.model_validate_json(target.read_text(encoding="utf-8"))
    assert shared.reasons is not None
    assert [
        (line.place, line.employee, [one.employee for one in line.others]) for line in shared.reasons
    ] == [*((1, KARI, [VIKAR]), (2, KARI, [VIKAR]), (3, VIKAR, []))]
    first = shared.reasons[0]
    assert f"1 Mon 21.06.2027 D1 07:30–15:00 Kari Nordmann: {first.why} Vikar: {first.others[0].why}" in said
    assert "right" in first.others[0].why
    desk.good("allocate", "--json", target)
    assert BookAllocation.model_validate_json(target.read_text(encoding="utf-8")).reasons is None


def test_a_proposal_that_breaks_the_law_is_our_error_and_is_not_kept(desk: Desk) -> None:
    share = FirstYes()
    answered(desk).share = share
    before = desk.file.read_bytes()
    share.all_to = OLA  # she works all three days
    found = desk.book("allocate")
    assert (found.exit_code, desk.file.read_bytes()) == (3, before)
    assert "breach(es) in the engine's proposal" in found.stderr


# -- refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Say when answers must be in, with --deadline."),
        (("--deadline", "soon"), "“soon” is no time."),
        (("--deadline", "2027-06-10 25:00"), "“2027-06-10 25:00” is no time."),
        (("--deadline", "31.05.2027"), "The time to answer has passed already."),
        (("--deadline", DEADLINE, "--since", "x"), "“x” is no date."),
        (("--deadline", DEADLINE, "--since", "24.06.2027"), "There are no open shifts to ask about here."),
        (("--deadline", DEADLINE, "--kinds", "D,X"), "“D,X” are no kinds of shift."),
        (("--deadline", DEADLINE, "--kinds", "n"), "There are no open shifts to ask about here."),
        (("--deadline", DEADLINE, "--competence", "cook"), "The unit has no competence “cook”."),
        (("--deadline", DEADLINE, "--people", "1,77"), "Nobody here has the employee number 77."),
        (("--deadline", DEADLINE, "--people", OLA), "Nobody who is asked may take any of the shifts."),
        (("--deadline", DEADLINE, "--what", "pages,songs"), "“songs” cannot be written."),
        (("--list", "ZZZZ"), "There is no list of the code ZZZZ. Lists: none."),
    ],
)
def test_a_list_that_cannot_be_is_told_and_nothing_is_written(
    desk: Desk, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    before = desk.file.read_bytes()
    found = desk.book("export", "--to", tmp_path / "lists", *words)
    assert (found.exit_code, said in " ".join(found.stderr.split())) == (2, True), found.output
    assert desk.file.read_bytes() == before
    assert not (tmp_path / "lists").exists()


def test_which_shifts_and_who_is_asked_can_be_chosen(desk: Desk, tmp_path: Path) -> None:
    desk.export("--since", "22.06.2027", "--until", "2027-06-22", "--kinds", "d,a", "--people", "3,1")
    assert [f"{place.on:%d.%m}" for place in desk.sent.places] == ["22.06"]
    desk.export("--competence", "sjukepleiar", "--people", KARI)
    assert [f"{place.on:%d.%m}" for place in desk.sent.places] == ["21.06", "23.06"]  # 22.06 waits
    assert [offer.employee for offer in desk.sent.offers] == [KARI]
    desk.good("export", "--deadline", "10.6.2027", "--again", "--to", tmp_path / "lists")
    assert len(desk.sent.places) == 3
    assert (desk.sent.deadline.hour, desk.sent.deadline.minute) == (23, 59)


def test_a_list_is_written_once_more_but_not_over_its_files(desk: Desk, tmp_path: Path) -> None:
    desk.export()
    lists, code = desk.booking.lists, desk.sent.code
    words = ("--list", code, "--to", tmp_path / "lists")
    found = desk.book("export", *words)
    assert (found.exit_code, "exists already" in found.stderr) == (2, True)
    desk.good("export", *words, "--force")
    later = desk.book("export", *words, "--force", "--deadline", "2027-06-20", "--again")
    assert (later.exit_code, "cannot be changed with --deadline, --again" in later.stderr) == (2, True)
    as_read = code.lower().replace("0", "o").replace("1", "l")  # signs that look alike are the same
    desk.good("export", "--list", f" {as_read[:2]}-{as_read[2:]}", "--to", tmp_path / "typed")
    desk.good("export", "--list", code, "--to", tmp_path / "other", "--what", "pages")
    assert desk.booking.lists == lists
    other = [path for path in (tmp_path / "other").rglob("*.*") if path.name != GUIDE]
    assert {path.suffix for path in other} == {".html"}


@pytest.mark.parametrize("command", ["export", "import", "allocate", "confirm", "status"])
def test_only_a_heiltid_file_with_a_booking_will_do(tmp_path: Path, command: str) -> None:
    desk = Desk(tmp_path)
    words = {
        "export": ("--deadline", DEADLINE, "--to", tmp_path / "x"),
        "import": ("-",),
        "confirm": ("--by", "I", "--to", tmp_path / "x"),
    }.get(command, ())
    book, bare = tmp_path / "unit.xlsx", saved(tmp_path / "bare.heiltid", WARD, ROTA)
    book.write_bytes(b"")
    for file, said in (
        (book, "unit.xlsx is no .heiltid file"),
        (bare, "bare.heiltid has no roll-out"),
        (tmp_path / "gone.heiltid", "gone.heiltid"),
        (tmp_path, "is a folder"),
    ):
        found = desk("book", command, file, *words)
        assert found.exit_code == 2, file
        assert said in " ".join(found.stderr.split())
    assert sorted(tmp_path.glob("[!.]*")) == [tmp_path / "bare.heiltid", tmp_path / "unit.xlsx"]


def test_what_must_come_first_is_told(desk: Desk, tmp_path: Path) -> None:
    confirm = ("--by", "Ingrid", "--to", tmp_path / "told")
    assert "Which list is it about? Choose with --list. Lists: none." in desk.book("allocate").stderr
    desk.export()
    code = desk.sent.code
    assert f"Nobody has answered the list {code} yet." in desk.book("allocate").stderr
    assert f"The list {code} has not been shared out yet." in desk.book("confirm", *confirm).stderr
    typed = f"{desk.code(KARI)}: 1 gladly"
    desk.good("import", "-", stdin=typed)
    desk.good("allocate")
    assert "Say who settles the list" in desk.book("confirm", "--by", " ", *confirm[2:]).stderr
    desk.good("confirm", *confirm)
    assert f"The list {code} is settled." in desk.book("allocate", "--list", code).stderr
    later = desk.book("import", "-", stdin=typed.replace("gladly", "no"))
    assert "The shifts on this list have been shared out already." in " ".join(later.stdout.split())
    assert later.exit_code == 2


def test_a_file_that_is_open_elsewhere_is_left_alone(desk: Desk) -> None:
    desk.export()
    typed = f"{desk.code(KARI)}: 1 gladly"
    before = desk.file.read_bytes()
    with lock_unit(desk.file):
        found = desk.book("import", "-", stdin=typed)
        assert (found.exit_code, desk.file.read_bytes()) == (2, before)
        assert "haugen.heiltid" in found.stderr
        assert desk.book("import", "-", "--dry-run", stdin=typed).exit_code == 0
    assert desk.book("import", "-", stdin=typed).exit_code == 0


def test_another_file_may_be_saved_and_none_is_written_over_unasked(desk: Desk, tmp_path: Path) -> None:
    desk.export()
    typed, other = f"{desk.code(KARI)}: 1 gladly", tmp_path / "other.heiltid"
    before = desk.file.read_bytes()
    desk.good("import", "-", "--out", other, stdin=typed)
    assert desk.file.read_bytes() == before
    made = open_unit(other).booking
    assert made is not None
    assert len(made.answers) == 1
    for out in (other, desk.file, tmp_path / "other.xlsx"):
        found = desk.book("import", "-", "--out", out, stdin=typed)
        assert (found.exit_code, desk.file.read_bytes()) == (2, before), out
    assert desk.book("import", "-", "--out", other, "--force", stdin=typed).exit_code == 0
