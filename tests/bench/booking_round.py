"""python -m tests.bench.booking_round FOLDER [SEED]: a whole round of open shifts, answered the real ways.

Solbakken's summer, 12 dated weeks with holidays, sick leave and six hourly substitutes, rolled out by the
command line; lists for everybody; a robot answers, a third in workbooks (every second of them saved once
more by LibreOffice), a third in the pages, tapped on a phone of 360 x 740 in headless Chromium and saved
as files, a third in e-mails with the code the page shows or with typed words. Then the answers are taken
in, each held against what the robot meant, and shared out in three ways: as a new file has it (at most 6
shifts each in four weeks), without a cap, and so with overtime where the law has room for it. Each way is
settled in a file of its own and judged. All files stay in FOLDER, which must be empty or new. SEED (1): of
absences, answers and sharing.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from booking.robot import (  # noqa: E402
    Said,
    all_say,
    code_in_workbook,
    e_mail,
    fill_workbook,
    thirds,
    typed,
)
from booking.whole_round import (  # noqa: E402
    ANSWERED,
    Round,
    assert_all_was_understood,
    booking_in,
    figures,
    judged,
    rollout_of,
)
from exchange.booking.browser import Phone, lacking, phone  # noqa: E402
from exchange.booking.office import OFFICE, converted  # noqa: E402

from heiltid.model.booking import RollOut  # noqa: E402

WAYS: dict[str, tuple[object, ...]] = {
    "at most 6 shifts in four weeks": (),
    "without a cap": ("--most-shifts", 0),
    "with overtime, without a cap": ("--most-shifts", 0, "--overtime"),
}
MOST_SECONDS = 10.0
FEWEST_PLACES = 120


class Robot:
    """Hands in what everybody means, through the files that were written for them."""

    def __init__(self, going: Round) -> None:
        self.going = going
        self.answers = going.folder / "answers"
        self.answers.mkdir()
        self.work = going.folder / "robot"
        self.work.mkdir()
        self.files = {
            (path.name.split("-")[0], path.suffix): path for path in going.person_folder().glob("[0-9]*")
        }

    def hand_in(self, said: Iterable[Said]) -> str:
        """Everything into the folder of answers; what is returned is pasted."""
        ways = thirds(tuple(said))
        with self.timed(f"robot: {len(ways['workbook'])} workbooks"):
            self._workbooks(ways["workbook"])
        pasted = []
        with phone(self.work) as opened:
            screen = opened.ready(self.work)
            screen.clock(f"{ANSWERED:%Y-%m-%dT%H:%M:%S}")
            with self.timed(f"robot: {len(ways['page'])} pages on a phone"):
                for entry in ways["page"]:
                    self._tap(screen, entry)
                    screen.saved().rename(self.answers / f"heiltid-{entry.employee}.json")
            with self.timed(f"robot: {len(ways['message'])} messages"):
                for place, entry in enumerate(ways["message"]):
                    pasted.append(self._message(screen, entry, by_code=place % 2 == 1))
        half = len(pasted) // 2
        for place, text in enumerate(pasted[:half]):
            self.answers.joinpath(f"e-post {place + 1}.txt").write_text(text, encoding="utf-8", newline="")
        return "\n".join(pasted[half:])

    def _workbooks(self, said: Iterable[Said]) -> None:
        made = []
        for entry in said:
            path = self.files[entry.employee, ".xlsx"]
            copy = self.work / path.name
            copy.write_bytes(path.read_bytes())
            made.append(fill_workbook(copy, entry, self.going.language))
        for path in [*made[::2], *converted(self.work, "xlsx", *made[1::2])]:
            path.rename(self.answers / path.name)

    def _tap(self, screen: Phone, entry: Said) -> None:
        """Her page, answered by finger and saved."""
        screen.open(self.files[entry.employee, ".html"].read_text(encoding="utf-8"))
        done: set[int] = set()
        for number, word in sorted(entry.words.items()):
            if number in done:
                continue
            card = screen.one(f".card[data-places~='{number}']")
            done.update(int(one) for one in str(card.get_attribute("data-places")).split())
            screen.answer(number, word.value)
        if entry.hours is not None:
            screen.one("#most-hours").send_keys(str(entry.hours))
        screen.tap("#save-button")

    def _message(self, screen: Phone, entry: Said, *, by_code: bool) -> str:
        if not by_code:
            return e_mail(typed(code_in_workbook(self.files[entry.employee, ".xlsx"]), entry))
        self._tap(screen, entry)
        screen.saved().unlink()
        return e_mail(str(screen.one("#code").get_property("value")))

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """How long a step takes."""
        began = time.monotonic()
        yield
        self.going.seconds[step] = time.monotonic() - began


def main() -> int:
    """Exit code 0: everything came through, lawful and in time."""
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        return 2
    if OFFICE is None or lacking():
        print(f"This needs soffice, chromium and chromedriver. {lacking()}")
        return 2
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        print(f"{folder} is not empty.")
        return 2
    return played(Round(folder=folder, seed=int(sys.argv[2]) if len(sys.argv) == 3 else 1))


def played(going: Round) -> int:
    """The round, and its report."""
    going.begin()
    exported = going.export("--answers-to", "leiar@solbakken.no")
    before, sent = going.rollout, going.sent
    said = all_say(before.unit, sent, going.seed)
    pasted = Robot(going).hand_in(said)
    found = going.take_in(going.folder / "answers", "-", stdin=pasted)
    assert found.refused == (), found.refused
    assert_all_was_understood(going.booking, sent, said)
    print(f"seed {going.seed}, {os.cpu_count()} cores, lists for {len(exported.people)} people")
    channels = Counter(line.channel for line in found.answers)
    ways = ", ".join(f"{count} by {channel}" for channel, count in sorted(channels.items()))
    print(f"answers                           {len(said)}: {ways}; each read as it was meant")
    good = [shared_out(going, before, name, words) for name, words in WAYS.items()]
    print()
    for step, seconds in going.seconds.items():
        print(f"{step:<50}{seconds:6.1f} s")
    return 0 if all(good) and len(sent.places) >= FEWEST_PLACES else 1


def shared_out(going: Round, before: RollOut, name: str, words: tuple[object, ...]) -> bool:
    """One way to share, settled in a file of its own and printed. Whether it is as it must be."""
    shared = going.allocate(*words, step=f"allocation, {name}")
    settled = going.folder / f"{name}.heiltid"
    told = going.confirm("--out", settled, step=f"settled and confirmed, {name}")
    booking = booking_in(settled)
    result = judged(before, rollout_of(booking))
    print(f"\n== {name}")
    for line in figures(booking, booking.lists[-1], shared).lines():
        print(line)
    for line in shared.goals:
        bound = "" if line.bound is None else f" (bound {line.bound})"
        print(f"goal {line.name:<29}{line.value}{bound}")
    print(f"engine                            {shared.status} in {shared.seconds:.1f} s")
    print(f"checker: breaches, overtime limits{len(result.breaches):>2}, {len(result.overtime)}")
    print(f"confirmations for                 {len(told.people)} people, {len(told.misfits)} misfits")
    is_lawful = not result.breaches and not result.overtime and not told.misfits
    return is_lawful and shared.seconds < MOST_SECONDS


if __name__ == "__main__":
    sys.exit(main())
