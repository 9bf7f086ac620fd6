"""heiltid open-shifts: the open shifts of a roll-out or a dated rota, and who may take each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from heiltid.booking.places.open_places import open_places
from heiltid.booking.places.taking import Takers, open_list, takers_of
from heiltid.commands.booking_answers import open_shifts_answer
from heiltid.commands.common import ExitCode, Finished, read_input, write_json
from heiltid.commands.rollout import rota_in
from heiltid.exchange.files import check_json_target
from heiltid.model.booking import OpenList
from heiltid.terminal.booking import open_totals, places_table, unbound_table
from heiltid.terminal.screen import Screen


def run_open_shifts(screen: Screen, source: Path, json: Path | None, ring: Sequence[str]) -> ExitCode:
    """The whole command. `ring`: who is asked after the own unit, in order."""
    if json is not None:
        check_json_target(json, inputs=(source,))
    found, takers = _open(screen, source, ring)
    unit = takers.unit
    standings = {place.number: takers.standings(place) for place in found.places}
    unbound = {person.number: takers.hours_of(person.number).unbound for person in takers.people}
    screen.line(unit.name or screen.words("cli.nameless"), style="bold")
    if found.places:
        screen.show(places_table(screen, unit, found.places, standings))
        open_totals(screen, found.places, standings)
    else:
        screen.say("open_shift.none", style="green")
    if any(unbound.values()):
        screen.show(unbound_table(screen, unit, unbound))
    write_json(screen, json, open_shifts_answer(unit, found, standings, unbound))
    return ExitCode.DONE


def _open(screen: Screen, source: Path, ring: Sequence[str]) -> tuple[OpenList, Takers]:
    """The open places of a file's roll-out, else of a dated rota as it is; and who may take them."""
    file = read_input(screen, source).file
    if file.booking is not None and file.booking.rollout is not None:
        rollout = file.booking.rollout
        before = [entry.overtime for entry in file.booking.ledger if entry.overtime_minutes]
        return open_list(rollout, ring), takers_of(rollout, before)
    unit, plan = file.unit, rota_in(screen, file, source)
    if unit.is_cyclic:
        screen.complain("booking.trouble.not_dated", name=source.name)
        raise Finished(ExitCode.INPUT)
    return OpenList(places=open_places(unit, plan), ring=(unit.name, *ring)), Takers(unit, plan)
