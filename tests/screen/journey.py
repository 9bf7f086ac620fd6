"""python -m tests.screen.journey PICTURES [SECONDS]: the whole way with a real mouse and keyboard.

A workbook, a rota built in 60 s (or SECONDS and then "use the best now"), codes typed by hand, undo, a
lock, a second build, the comparison, papers, saving, closing; each step with a picture in PICTURES.
Needs Xvfb, openbox, xdotool and ImageMagick; no part of the whole check.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from heiltid.exchange.files import read_file
from heiltid.model import Cell, Plan, PlanRole, UnitFile
from heiltid.rules.finding import Severity
from heiltid.rules.registry import judge
from tests.screen.desktop import ROOT, Desktop, ScreenError, missing_tools, until
from tests.screen.user import OTHER, SAMPLE, USUAL_SECONDS, User, log_of

BUILD_SECONDS = 60.0
FIRST_PLAN_SECONDS = 120.0  # on a machine that does other things, too
ROW, DAY = 3, 8  # a Tuesday of somebody in the middle of the list


def main() -> int:
    """0 when all went as it must."""
    missing = missing_tools()
    if missing:
        print(f"Not driven: {', '.join(missing)} missing (Debian: xvfb xdotool openbox imagemagick).")
        return 0
    pictures = Path(sys.argv[1] if len(sys.argv) > 1 else "screen-pictures").resolve()
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as place, Desktop(Path(place)) as desktop:
        try:
            starts(desktop, pictures)
            drive(desktop, pictures, seconds)
        except ScreenError as error:
            desktop.picture(pictures / "99-stopped.png")
            print(f"WRONG: {error}", file=sys.stderr)
            return 1
        finally:
            print(log_of(desktop), file=sys.stderr)
        return 1 if log_of(desktop) else 0


def starts(desktop: Desktop, pictures: Path) -> None:
    """`python3 start.py` opens the window on the sample, and the window manager can close it."""
    began = time.monotonic()
    program = desktop.run([sys.executable, str(ROOT / "start.py")])
    desktop.wait_for(program, "Solbakken")
    print(f"start.py: a window on Solbakken after {time.monotonic() - began:.1f} s", flush=True)
    time.sleep(1)
    pictures.mkdir(parents=True, exist_ok=True)
    desktop.picture(pictures / "00-start.png")
    if desktop.close(program, "Solbakken") != 0:
        raise ScreenError(f"start.py ended with {program.returncode}")


def drive(desktop: Desktop, pictures: Path, seconds: float | None) -> None:
    """The journey itself."""
    user = User(desktop, OTHER, pictures)
    until(lambda: user.front().page == "rota", 10, "the rota of today")
    user.step("opened")
    take_in(user)
    build(user, seconds)
    edit(user)
    build(user, 2.0)
    compare(user)
    folder = desktop.folder / "papers"
    folder.mkdir()
    papers(user, folder)
    saved = save(user, folder)
    user.expect(user.close() == 0, "the program's end")
    hold(saved, read_file(folder / "result.xlsx").file)


def take_in(user: User) -> None:
    """Another unit from a workbook, by Ctrl+I and its preview; taken back and done again in one step."""
    user.desktop.press("ctrl+i")
    user.answer_file(SAMPLE)
    user.sees("import_take")
    user.step("import preview")
    user.desktop.press("Return")
    until(lambda: "Solbakken" in user.front().title, USUAL_SECONDS, "the import")
    user.desktop.press("ctrl+z")
    until(lambda: "Solbakken" not in user.front().title, USUAL_SECONDS, "an import taken back by Ctrl+Z")
    user.desktop.press("ctrl+y")
    until(lambda: "Solbakken" in user.front().title, USUAL_SECONDS, "the import by Ctrl+Y")
    user.step("imported")


def build(user: User, seconds: float | None) -> None:
    """To the page by mouse, start, and take what comes; None: the whole time that is suggested."""
    user.page("build")
    again = user.eyes.widget("build_again")
    if again is not None:
        user.click("build_again")
    user.step("build options")
    user.click("build_start")
    best = user.sees("build_use_best", FIRST_PLAN_SECONDS)
    user.step("first plan")
    if seconds is not None:
        time.sleep(seconds)
        user.desktop.click(best.middle)
    user.sees("build_see", BUILD_SECONDS + FIRST_PLAN_SECONDS)
    user.step("built")


def edit(user: User) -> None:
    """Codes typed into cells, taken back, and one cell locked."""
    user.click("build_rota")
    until(lambda: user.front().page == "rota", USUAL_SECONDS, "the rota")
    was = user.cell(ROW, DAY).says
    user.desktop.click(user.cell(ROW, DAY).middle)
    user.expect(user.cell(ROW, DAY).is_current, "a click makes a cell the current one")
    typed = "a1" if was != "A1" else "d1"
    user.desktop.type(typed)
    user.step("typed a code")
    user.expect(user.cell(ROW, DAY).says == typed.upper(), "what was typed stands in the cell")
    user.expect(user.cell(ROW, DAY + 1).is_current, "typing moves on")
    user.desktop.type("n")
    user.step("half a code")
    user.desktop.press("Return")
    user.expect(user.cell(ROW, DAY + 1).says == "N1", "a code is completed")
    user.desktop.press("ctrl+z", "ctrl+z")
    user.expect(user.cell(ROW, DAY).says == was, "undone")
    user.step("undone")
    user.desktop.click(user.cell(ROW, DAY).middle)
    user.desktop.press("Delete", "ctrl+l")
    locked = user.cell(ROW, DAY)
    user.expect("låst" in locked.spoken, "a locked cell")
    user.desktop.type("d1")
    user.expect(user.cell(ROW, DAY).says == locked.says, "a locked cell takes no code")
    user.step("locked")
    user.desktop.click(user.cell(ROW + 1, DAY).middle, button=3)
    until(lambda: user.front().popup, USUAL_SECONDS, "the cell's menu")
    user.step("cell menu")
    user.desktop.press("Escape")


def compare(user: User) -> None:
    """Both scenarios beside today's rota; another one is shown by a click."""
    user.click("build_see")
    until(lambda: user.front().page == "results", USUAL_SECONDS, "the results")
    user.step("results")
    user.expect(user.eyes.cell("scenario_table", 0, 2) is not None, "two scenarios to compare")


def papers(user: User, folder: Path) -> None:
    """PDF by its keys, the others by the File menu."""
    user.desktop.press("ctrl+p")
    user.answer_file(folder / "report.pdf")
    user.menu("f", "export_workbook")
    user.answer_file(folder / "result.xlsx")
    user.menu("f", "export_calendars")
    user.answer_file(folder)
    until(lambda: any(folder.rglob("*.ics")), USUAL_SECONDS, "calendar files")
    user.step("papers")
    user.expect((folder / "report.pdf").read_bytes().startswith(b"%PDF"), "a report")
    user.expect(not user.front().dialog, "no message in the way")


def save(user: User, folder: Path) -> UnitFile:
    """By Ctrl+S; the file as it was read back."""
    user.expect(user.front().modified, "there is something to save")
    user.desktop.press("ctrl+s")
    user.answer_file(folder / "solbakken.heiltid")
    until(lambda: not user.front().modified, USUAL_SECONDS, "saving")
    user.step("saved")
    return read_file(folder / "solbakken.heiltid").file


def hold(saved: UnitFile, exported: UnitFile) -> None:
    """The lock held, nothing was written over, and no plan breaks a rule."""
    made = [plan for plan in saved.plans if plan.role is PlanRole.SCENARIO]
    today = read_file(SAMPLE).file.plan(PlanRole.TODAY)
    wrong = [
        what
        for what, holds in (
            ("two scenarios", len(made) == 2),
            ("today's rota is as it was", saved.plan(PlanRole.TODAY) == today),
            ("the lock held", made[-1].rows[ROW].cells[DAY] == Cell(locked=True)),
            ("no breach", all(f.severity is not Severity.BREACH for f in judge(saved.unit, made[-1]))),
            ("the workbook holds the plan", _cells(exported.plan(PlanRole.TODAY)) == _cells(made[-1])),
        )
        if not holds
    ]
    if wrong:
        raise ScreenError(f"not so: {', '.join(wrong)}")
    print("the saved file, the workbook and the lock hold")


def _cells(plan: Plan | None) -> list[tuple[Cell, ...]]:
    return [] if plan is None else [row.cells for row in plan.rows]


if __name__ == "__main__":
    sys.exit(main())
