"""Titles in a pasted list for which the unit has no competence: what each would be as a new one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from heiltid.competence_words import competence_word
from heiltid.errors import Problem
from heiltid.exchange.pasting import tidy
from heiltid.exchange.pasting.notes import TITLE_UNKNOWN, Fault
from heiltid.model import DEFAULT_COMPETENCES, Competence, Unit
from heiltid.texts import Language, text


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownTitle:
    """A title, and every cell (row and column, from 1) where it, or another word for the same, stands."""

    word: str  # as first pasted
    name: str  # what the competence would be called
    places: tuple[tuple[int, int], ...]


def unknown_titles(faults: Iterable[Fault], language: Language) -> tuple[UnknownTitle, ...]:
    """Those that can become competences, the most used first."""
    found: dict[str, UnknownTitle] = {}
    for fault in faults:
        if fault.problem.key != TITLE_UNKNOWN:
            continue
        name = _name(fault.typed, language)
        key, place = tidy.one_norm(tidy.bare(name)), (fault.row, fault.column)
        known = found.get(key) or UnknownTitle(word=fault.typed, name=name, places=())
        found[key] = replace(known, places=(*known.places, place))
    return tuple(sorted(found.values(), key=lambda title: -len(title.places)))


def new_competences(names: Sequence[str], unit: Unit, language: Language) -> tuple[Competence, ...]:
    """Competences of these names. The usual ones stand in for what they usually do, where the unit has
    it; of any other only the leader knows, so it stands in for none."""
    there = {entry.name for entry in unit.competences} | set(names)
    usual = {entry.name: entry.covers for entry in _usual(language)}
    return tuple(Competence(name=name, covers=usual.get(name, frozenset()) & there) for name in names)


def new_competences_note(names: Iterable[str], language: Language) -> Problem:
    """Tells which competences the unit gets with the people."""
    shown = ", ".join(competence_word(name, language) for name in names)
    return Problem(key="pasted_new_competences", allowed=shown, warning=True)


def _usual(language: Language) -> tuple[Competence, ...]:
    social_educator = text("pasted.social_educator", language)
    return (*DEFAULT_COMPETENCES, Competence(name=social_educator, covers=frozenset({"health worker"})))


def _name(typed: str, language: Language) -> str:
    """ "Spl" and "Sykepleier" are nurses; any other title as it stands, without a capital of its own."""
    usual = tidy.competence(typed, _usual(language))
    if usual is not None:
        return usual
    return typed[:1].lower() + typed[1:] if typed[1:].islower() else typed
