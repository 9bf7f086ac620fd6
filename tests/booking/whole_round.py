"""A whole round of open shifts through the command line, with a clock of its own; and its figures."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from statistics import mean, pstdev
from typing import TypeVar

from booking.robot import Said
from booking.summer import FIRST, absences, base
from pydantic import BaseModel
from stand_in import FakeSolver
from typer.testing import CliRunner, Result

from heiltid.advice.differences import added
from heiltid.booking.account.ledger import extras_of
from heiltid.booking.account.sums import UnitSums, unit_sums
from heiltid.booking.answers.sending import answers_of
from heiltid.booking.dates.judging import judge_who_works
from heiltid.booking.places.overtime import overtime_passed
from heiltid.booking.places.taking import refusal_by
from heiltid.cli import build_app
from heiltid.commands.book_answer_values import BookImport
from heiltid.commands.book_values import BookAllocation, BookConfirmation, BookExport
from heiltid.model import UnitFile
from heiltid.model.asking import Booking, SentList, Willingness
from heiltid.model.booking import RollOut
from heiltid.rulebook import book_of
from heiltid.rules.finding import Severity
from heiltid.store import open_unit, save_unit
from heiltid.texts import Language
from solver.allocate import allocate

OSLO = timezone(timedelta(hours=2))
MADE = datetime(2027, 5, 10, 9, 0, tzinfo=OSLO)
ANSWERED = datetime(2027, 5, 16, 18, 32)
READ = datetime(2027, 6, 10, 8, 0, tzinfo=OSLO)
DEADLINE = "2027-06-10 12:00"
Answer = TypeVar("Answer", bound=BaseModel)


@dataclass
class Round:
    """One round in a folder. seconds: of each step, by its name."""

    folder: Path
    seed: int = 1
    language: Language = Language.NYNORSK
    now: datetime = MADE
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def unit(self) -> Path:
        """The file that holds the booking."""
        return self.folder / "summer.heiltid"

    def begin(self, weeks: int = 12) -> None:
        """Solbakken's summer with its absences, rolled out."""
        unit, plan = base()
        source = self.folder / "solbakken.heiltid"
        unit = replace(unit, absences=absences(unit, self.seed))
        save_unit(source, UnitFile(unit=unit, plans=(plan,)))
        words = ("--from", f"{FIRST:%Y-%m-%d}", "--week", 3, "--weeks", weeks, "--out", self.unit)
        self.run("rollout", source, *words, step="roll-out")

    def export(self, *words: object) -> BookExport:
        """A list, written to the folder `lists`."""
        where = ("--deadline", DEADLINE, "--to", self.folder / "lists")
        return self.answer(BookExport, "export", *where, *words, step="lists out")

    def take_in(self, *answers: object, step: str = "answers in", stdin: str | None = None) -> BookImport:
        """Answers, on the last day."""
        self.now = READ
        return self.answer(BookImport, "import", *answers, step=step, stdin=stdin)

    def allocate(self, *words: object, step: str = "allocation") -> BookAllocation:
        """A proposal."""
        return self.answer(BookAllocation, "allocate", "--seed", self.seed, *words, step=step)

    def confirm(self, *words: object, step: str = "settled, confirmations out") -> BookConfirmation:
        """The list settled, confirmations in the folder `told`."""
        words = ("--by", "Ingrid Leiar", "--to", self.folder / "told", *words)
        return self.answer(BookConfirmation, "confirm", *words, step=step)

    def answer(
        self, kind: type[Answer], command: str, *words: object, step: str, stdin: str | None = None
    ) -> Answer:
        """What a command under `book` says in JSON."""
        target = self.folder / f"{command}.json"
        self.run("book", command, self.unit, *words, "--json", target, step=step, stdin=stdin)
        return kind.model_validate_json(target.read_text(encoding="utf-8"))

    def run(self, *words: object, step: str, stdin: str | None = None) -> Result:
        """A command, which must end well."""
        app = build_app(FakeSolver(), self.language, share=allocate, clock=lambda: self.now)
        began = time.monotonic()
        found = CliRunner().invoke(app, [str(word) for word in words], input=stdin)
        self.seconds[step] = self.seconds.get(step, 0.0) + time.monotonic() - began
        assert found.exit_code == 0, found.output
        return found

    @property
    def booking(self) -> Booking:
        """What the file holds now."""
        return booking_in(self.unit)

    @property
    def sent(self) -> SentList:
        """The newest list."""
        return self.booking.lists[-1]

    @property
    def rollout(self) -> RollOut:
        """The roll-out in force."""
        return rollout_of(self.booking)

    def person_folder(self) -> Path:
        """Where the newest list was written."""
        (found,) = (self.folder / "lists").glob(f"*{self.sent.code}")
        return found


def booking_in(path: Path) -> Booking:
    """What a file holds of open shifts."""
    found = open_unit(path).booking
    assert found is not None
    return found


def rollout_of(booking: Booking) -> RollOut:
    """The one in force."""
    assert booking.rollout is not None
    return booking.rollout


def assert_all_was_understood(booking: Booking, sent: SentList, said: Sequence[Said]) -> None:
    """Everybody's answer is what she meant, whatever way it came; nobody else has one."""
    found = answers_of(booking, sent.code)
    assert set(found) == {entry.employee for entry in said}
    for entry in said:
        answer = found[entry.employee]
        assert answer.choices == entry.choices, entry.employee
        assert answer.most_minutes == (None if entry.hours is None else entry.hours * 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the checker says of a settled round: breaches it brought, and overtime beyond a limit."""

    breaches: tuple[str, ...]
    overtime: tuple[str, ...]


def judged(before: RollOut, after: RollOut) -> Judged:
    """The dated plan before and after, judged as a whole.

    A weekend more than the rota may lay on somebody breaks nothing when she asked for it herself.
    """
    unit, book = after.unit, book_of(after.unit)
    new = added(judge_who_works(unit, before.plan), judge_who_works(unit, after.plan))
    breaches = [
        f"{finding.rule} {finding.employee} {finding.days}"
        for finding in new
        if finding.severity is Severity.BREACH
        if finding.employee is None or refusal_by(book, finding, finding.employee) is not None
    ]
    overtime = [extra.overtime for extra in extras_of(after) if extra.overtime_minutes]
    passed = []
    for place, entry in enumerate(overtime):
        others = [*overtime[:place], *overtime[place + 1 :]]
        if overtime_passed(book, entry.employee, others, entry.on, entry.minutes) is not None:
            passed.append(f"{entry.employee} {entry.on}")
    return Judged(breaches=tuple(breaches), overtime=tuple(passed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a round came to. hours: each one's who said yes to something, by how they were given."""

    open_places: int
    wanted: int  # places somebody said yes to
    filled: int
    gladly_filled: int
    wished_for: int  # places somebody said "gladly" to
    answered: int
    got_none: int
    hours: tuple[float, ...]
    sums: UnitSums

    def lines(self) -> list[str]:
        """For a reader."""
        sums, hours = self.sums, sorted(self.hours)
        middle = hours[len(hours) // 2]
        return [
            f"open shifts                       {self.open_places}, {self.wanted} of them wanted by somebody",
            f"filled                            {self.filled} ({self.filled / self.open_places:.1%}; "
            f"{self.filled / self.wanted:.1%} of those wanted)",
            f"to somebody who said gladly       {self.gladly_filled} of {self.wished_for} so wished for "
            f"({self.gladly_filled / self.wished_for:.1%}; "
            f"{self.gladly_filled / self.filled:.1%} of those filled)",
            f"people with a yes / without any   {len(hours)} / {self.got_none}",
            f"hours each: least, middle, most   {hours[0]:g}, {middle:g}, {hours[-1]:g}; "
            f"mean {mean(hours):.1f}, spread (standard deviation) {pstdev(hours):.1f}",
            f"unbound, extra, overtime hours    {sums.unbound_minutes / 60:g}, "
            f"{sums.extra_minutes / 60:g}, {sums.overtime_minutes / 60:g}",
            f"average actual position           {float(sums.average_before_bp) / 100:.2f} % -> "
            f"{float(sums.average_actual_bp) / 100:.2f} %",
        ]


def figures(booking: Booking, sent: SentList, shared: BookAllocation) -> Figures:
    """Of a settled list."""
    answers = answers_of(booking, sent.code)
    wanted, gladly = set[int](), set[int]()
    for answer in answers.values():
        for choice in answer.choices:
            if choice.willingness is not Willingness.NO:
                wanted.add(choice.place)
            if choice.willingness is Willingness.GLADLY:
                gladly.add(choice.place)
    eager = [person for person in shared.people if person.gladly + person.can]
    given = [line for line in shared.places if line.employee is not None]
    return Figures(
        open_places=len(sent.places),
        wanted=len(wanted),
        filled=len(given),
        gladly_filled=sum(line.said == "gladly" for line in given),
        wished_for=len(gladly),
        answered=len(answers),
        got_none=sum(not person.places for person in eager),
        hours=tuple(person.hours for person in eager),
        sums=unit_sums(rollout_of(booking)),
    )


def last_day(weeks: int) -> date:
    """The last day of the summer's first weeks."""
    return FIRST + timedelta(weeks=weeks, days=-1)
