"""A small ward on the dates of a week in June 2027, and the commands under `book` with their own clock.

Kari (nurse) has 50 % and Ola 100 %; a substitute is paid by the hour. Monday to Wednesday one D1 lacks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from builders import demand, person, plan, row, unit
from stand_in import FakeSolver, saved
from typer.testing import CliRunner, Result

from heiltid.allocation import Share, ShareReport, ShareRequest
from heiltid.booking.answers.tokens import personal_code, token
from heiltid.booking.sharing.shares import scores
from heiltid.cli import build_app
from heiltid.jobs import ShouldStop, Status
from heiltid.model import Competence, Plan, Unit
from heiltid.model import Status as StaffStatus
from heiltid.model.asking import Allotment, Booking, SentList, Willingness
from heiltid.store import open_unit
from heiltid.texts import Language

KARI, OLA, VIKAR = "1", "2", "3"
NOW = datetime(2027, 6, 1, 9, 0, tzinfo=timezone(timedelta(hours=2)))
DEADLINE = "2027-06-10 12:00"

WARD = unit(
    1,
    name="Haugen",
    competences=(Competence(name="nurse"),),
    demand=(demand(frozenset({0, 1, 2}), "07:30-15:00", 2),),
    employees=(
        person(KARI, 5_000, wanted_bp=8_000, name="Kari Nordmann", competence="nurse"),
        person(OLA, name="Ola [Dunk]"),
        person(VIKAR, 0, name="Vikar", status=StaffStatus.HOURLY, max_bp=0),
    ),
)
ROTA = plan(
    row("- - - D1 D1 - -", KARI, 5_000), row("D1 D1 D1 D1 D1 - -", OLA), row("- - - - - - -", VIKAR, 0)
)


class FirstYes:
    """Shares places out to whoever said yes first by the staff list; `all_to`: all of them to one person."""

    def __init__(self) -> None:
        self.request: ShareRequest | None = None
        self.all_to: str | None = None

    def __call__(self, request: ShareRequest, should_stop: ShouldStop) -> ShareReport:
        self.request = request
        yes = {
            choice.place: entry.employee
            for entry in reversed(request.asked)
            for choice in entry.choices
            if choice.willingness is not Willingness.NO
        }
        made = tuple(
            Allotment(place=place.number, employee=self.all_to or yes.get(place.number))
            for place in request.places
        )
        return ShareReport(status=Status.FEASIBLE, allotments=made, goals=scores(request, made), seconds=0.1)


@dataclass
class Desk:
    """A folder with the ward's file, and what is run on it."""

    folder: Path
    share: Share = field(default_factory=FirstYes)
    now: datetime = NOW
    language: Language = Language.ENGLISH

    @property
    def file(self) -> Path:
        """The .heiltid file."""
        return self.folder / "haugen.heiltid"

    def __call__(self, *words: object, stdin: str | bytes | None = None) -> Result:
        """Any command."""
        app = build_app(FakeSolver(), self.language, share=self.share, clock=lambda: self.now)
        return CliRunner().invoke(app, [str(word) for word in words], input=stdin)

    def book(self, command: str, *words: object, stdin: str | bytes | None = None) -> Result:
        """A command under `book`, on the file."""
        return self("book", command, self.file, *words, stdin=stdin)

    def good(self, command: str, *words: object, stdin: str | bytes | None = None) -> str:
        """The same; it must end well. What it says, in one line."""
        found = self.book(command, *words, stdin=stdin)
        assert found.exit_code == 0, found.output
        return " ".join(found.stdout.split())

    @property
    def booking(self) -> Booking:
        """What the file holds."""
        found = open_unit(self.file).booking
        assert found is not None
        return found

    @property
    def sent(self) -> SentList:
        """The newest list."""
        return self.booking.lists[-1]

    @property
    def list_folder(self) -> Path:
        """Where it was written."""
        (found,) = (self.folder / "lists").glob(f"*{self.sent.code}")
        return found

    def code(self, employee: str) -> str:
        """Somebody's personal code on the newest list."""
        sent = self.sent
        return personal_code(sent.code, token(self.booking.secret, sent.code, employee, sent.deadline))

    def export(self, *words: object) -> str:
        """A list for everybody."""
        return self.good("export", "--deadline", DEADLINE, "--to", self.folder / "lists", *words)


_made: dict[str, bytes] = {}


def ready_desk(folder: Path) -> Desk:
    """The ward on its dates; it is rolled out once for all tests."""
    if "ward" not in _made:
        _made["ward"] = rolled_out(folder).file.read_bytes()
        folder.joinpath("base.heiltid").unlink()
    desk = Desk(folder)
    desk.file.write_bytes(_made["ward"])
    return desk


def rolled_out(folder: Path, ward: Unit = WARD, rota: Plan = ROTA) -> Desk:
    """A unit on its dates."""
    desk = Desk(folder)
    source = saved(folder / "base.heiltid", ward, rota)
    found = desk("rollout", source, "--from", "2027-06-21", "--out", desk.file)
    assert found.exit_code == 0, found.output
    return desk
