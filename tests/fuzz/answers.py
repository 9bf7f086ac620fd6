"""python -m tests.fuzz.answers COUNT SEED: so many answers damaged, altered and forged by chance.

Files of pages, codes, typed text, workbooks and pages are read and taken in. Each must end as an answer
of somebody whose code stood in it, within what she was offered, or as a refusal with its sentence; never
in an exception, and nothing else in the booking may change. Tells what came of them; exit code 1 when
one did not behave.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from fuzz.answer_mutations import OF_KIND  # noqa: E402
from fuzz.answer_originals import BOOKING, NOW, Original, original  # noqa: E402
from openpyxl import load_workbook  # noqa: E402

from heiltid.booking.answers.preview_lines import preview_lines, preview_summary  # noqa: E402
from heiltid.booking.answers.raw_answers import RawAnswer, Refused  # noqa: E402
from heiltid.booking.answers.receiving import Preview, preview, received  # noqa: E402
from heiltid.booking.answers.sending import answers_of  # noqa: E402
from heiltid.booking.answers.text_answers import offered_numbers  # noqa: E402
from heiltid.exchange.booking.answer_files import read_answers, read_text  # noqa: E402
from heiltid.exchange.booking.refused_file import refused_file  # noqa: E402
from heiltid.model.asking import Answer, Booking, Channel  # noqa: E402
from heiltid.texts import Language  # noqa: E402

KINDS = ("json", "json", "code", "code", "typed", "typed", "workbook", "page")
NAMES = ("svar.json", "svar.txt", "svar.xlsx", "svar", "svar.html", "=1+1.json")
SLOWEST_SECONDS = 5.0


@dataclass
class Tally:
    """What a run came to. faults: what did not behave, each with what shows it again."""

    count: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    slowest_seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutated:
    """A damaged file, and the right answers that went into it."""

    kind: str
    content: bytes
    name: str
    originals: tuple[Original, ...]


def mutated(seed: int, number: int) -> Mutated:
    """One of them; the same for the same seed and number."""
    random = Random(f"{seed}/{number}")
    kind = random.choice(KINDS)
    originals = [original(random, kind)]
    content = originals[0].content
    if kind in ("json", "code", "typed") and random.random() < 0.2:
        originals.append(original(random, random.choice(("json", "code", "typed"))))
        content += b"\n" + originals[1].content
    for _ in range(random.choice((0, 1, 1, 1, 2, 2, 3, 5))):
        content = random.choice(OF_KIND[kind])(random, content)
    return Mutated(kind=kind, content=content, name=random.choice(NAMES), originals=tuple(originals))


def check_one(folder: Path, made: Mutated, tally: Tally) -> None:
    """Read one file and take it in; AssertionError, or whatever is raised, when something is wrong."""
    path = folder / made.name
    path.write_bytes(made.content)
    started = time.perf_counter()
    raws = read_answers(path, BOOKING)
    assert raws, "neither an answer nor a refusal"
    shown = preview(BOOKING, raws, NOW)
    after = received(BOOKING, shown)
    seconds = time.perf_counter() - started
    tally.slowest_seconds = max(tally.slowest_seconds, seconds)
    assert seconds < SLOWEST_SECONDS, f"took {seconds:.1f} s"
    assert path.read_bytes() == made.content, "the file was changed"
    check_text(made)
    check_words(shown)
    check_booking(after)
    for entry in shown.entries:
        check_answer(entry.answer, made)
    again = preview(after, read_answers(path, after), NOW)
    assert received(after, again) is after, "twice is not once"
    tally.kinds[made.kind] += 1
    tally.refused += shown.refused
    tally.outcomes.update(entry.state.value for entry in shown.entries)
    tally.outcomes.update(f"refused: {refused.why.value}" for refused in shown.refused)
    path.unlink()


def check_text(made: Mutated) -> None:
    """The same pasted as text is told, too."""
    for raw in read_text(made.content.decode(errors="surrogateescape"), BOOKING):
        assert isinstance(raw, RawAnswer | Refused)


def check_words(shown: Preview) -> None:
    """Every line can be shown and kept."""
    for language in Language:
        assert preview_summary(shown, language)
        for line in preview_lines(shown, BOOKING, language):
            whole = " ".join((line.who, line.said, line.what, line.where))
            assert whole.isprintable(), repr(whole)
            whole.encode()
            assert line.what.endswith(".")


def check_booking(after: Booking) -> None:
    """Nothing but answers came to it, and no answer was lost; the leader's own still counts."""
    assert replace(after, answers=BOOKING.answers) == BOOKING
    assert set(BOOKING.answers) <= set(after.answers)
    assert answers_of(after, "M3TA")["9"].channel is Channel.LEADER


def check_answer(answer: Answer, made: Mutated) -> None:
    """It is somebody's whose answer went into the file, to what she was offered, and unaltered."""
    sent = BOOKING.list_of(answer.list)
    assert sent is not None
    assert answer.choices, "an empty answer"
    assert {choice.place for choice in answer.choices} <= set(offered_numbers(sent, answer.employee))
    mine = [
        entry for entry in made.originals if (entry.list, entry.employee) == (answer.list, answer.employee)
    ]
    assert mine or made.kind == "page", "of somebody else"
    if answer.channel in (Channel.PAGE, Channel.CODE):
        hours = None if answer.most_minutes is None else answer.most_minutes // 60
        whole = [(entry.choices, entry.most_hours) for entry in mine if entry.is_whole]
        assert (answer.choices, hours) in whole, "altered"


def check_given_back(folder: Path, refused: list[Refused]) -> None:
    """What was refused can be given back, all of it as text."""
    path = folder / "refused.xlsx"
    refused_file(path, refused[:2_000], Language.ENGLISH)
    for row in load_workbook(path).worksheets[0].iter_rows():
        assert all(cell.data_type in ("s", "n") for cell in row)
        assert all(isinstance(cell.value, str | None) for cell in row)


def run(count: int, seed: int) -> Tally:
    """Tries so many and goes on after a fault."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(count):
            tally.count += 1
            try:
                check_one(folder, mutated(seed, number), tally)
            except Exception as fault:
                tally.faults.append(f"seed {seed}, number {number}: {fault!r}")
        check_given_back(folder, tally.refused)
    return tally


def main() -> int:
    """The command line."""
    started = time.perf_counter()
    tally = run(int(sys.argv[1]), int(sys.argv[2]))
    seconds = time.perf_counter() - started
    kinds = ", ".join(f"{kind} {count}" for kind, count in tally.kinds.most_common())
    print(f"{tally.count} answers in {seconds:.0f} s ({kinds}); slowest {tally.slowest_seconds:.2f} s")
    print(", ".join(f"{outcome} {count}" for outcome, count in tally.outcomes.most_common()))
    print(*tally.faults[:20], sep="\n")
    print(f"{len(tally.faults)} faults")
    return int(bool(tally.faults))


if __name__ == "__main__":
    sys.exit(main())
