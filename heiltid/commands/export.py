"""heiltid export: a finished rota as files to print and to hand out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from heiltid.commands.common import ExitCode, Finished, read_input, say_written
from heiltid.exchange.hand_out import HandOut, check_folder, hand_out
from heiltid.model import Plan, PlanRole, UnitFile
from heiltid.rules.registry import judge
from heiltid.terminal.screen import Screen


def run_export(
    screen: Screen, source: Path, folder: Path, what: str, name: str | None, runs: int
) -> ExitCode:
    """The whole command. `what`: parts between commas; `name`: of the plan, None for today's rota."""
    parts = _parts(screen, what)
    check_folder(folder)
    file = read_input(screen, source).file
    plan = _plan(screen, file, name)
    findings = judge(file.unit, plan) if HandOut.PEOPLE in parts else ()
    stamp = datetime.now().astimezone()
    written = hand_out(folder, file, plan, findings, screen.language, parts, stamp=stamp, runs=runs)
    screen.say("pdf_person.written", count=len(written))
    say_written(screen, folder)
    return ExitCode.DONE


def _parts(screen: Screen, what: str) -> frozenset[HandOut]:
    words = [word.strip().lower() for word in what.split(",") if word.strip()]
    unknown = [word for word in words if word not in set(HandOut)]
    if unknown or not words:
        screen.complain("pdf_person.unknown_part", found=", ".join(unknown), allowed=_joined(HandOut))
        raise Finished(ExitCode.INPUT)
    return frozenset(HandOut(word) for word in words)


def _joined(words: Iterable[str]) -> str:
    return ", ".join(words)


def _plan(screen: Screen, file: UnitFile, name: str | None) -> Plan:
    """The plan of that name, else today's rota, else the newest scenario."""
    rotas = [plan for plan in file.plans if not plan.is_empty]
    if name is None:
        today = [plan for plan in rotas if plan.role is PlanRole.TODAY]
        found = today or [plan for plan in rotas if plan.role is PlanRole.SCENARIO]
    else:
        found = [plan for plan in rotas if plan.name == name]
    if not found:
        names = _joined(f"«{plan.name}»" for plan in rotas if plan.name)
        screen.complain(
            "pdf_person.no_rota" if name is None else "pdf_person.no_such_rota", names=names or "–"
        )
        raise Finished(ExitCode.INPUT)
    return found[-1]
