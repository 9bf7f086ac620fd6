"""The cells of one pasted table that tell of weekends: how often, or by groups."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.exchange.pasting import tidy
from heiltid.exchange.pasting.cells import PastedCells
from heiltid.exchange.pasting.columns import ColumnGuess
from heiltid.exchange.pasting.notes import Notes
from heiltid.exchange.pasting.weekend_groups import WeekendGroups, groups_of, is_group, is_never
from heiltid.exchange.pasting.word_lists import WEEKEND_GROUP
from heiltid.texts import text

_EVERY, _OFFSET = "Weekend every", "Weekend offset"


class WeekendCells:
    """Makes of a group how often and from which week; tells what cannot be read."""

    def __init__(self, groups: WeekendGroups, notes: Notes) -> None:
        self._groups = groups
        self._notes = notes

    @classmethod
    def of(cls, cells: PastedCells, columns: Iterable[ColumnGuess], top: int, notes: Notes) -> WeekendCells:
        """The groups are known from the whole column; what becomes of each is told."""
        guess = next((each for each in columns if each.meaning == WEEKEND_GROUP), None)
        if guess is None:
            return cls(WeekendGroups(), notes)
        rows = [row for number, row in cells.filled() if number > top]
        made = cls(groups_of(row[guess.column - 1] for row in rows), notes)
        if made._groups.are_several:
            heading = guess.heading or str(guess.column)
            notes.add("pasted_weekend_groups", found=heading, allowed=made._listed(), warning=True)
        return made

    def is_amiss(self, row: int, column: int, typed: str) -> bool:
        """Whether a cell of how often names a group, or has a number that tells something else."""
        is_read = tidy.weekend_every(typed).isdigit()
        is_other = not is_read and (is_group(typed) or any(sign.isdigit() for sign in typed))
        if is_other:
            self._notes.add("pasted_weekend_every", row, column, found=typed)
        return is_other

    def read(self, row: int, found: dict[str, tuple[int, str]]) -> bool:
        """What a cell of groups says becomes how often and the first week; False when it cannot be read."""
        if WEEKEND_GROUP not in found:
            return True
        column, typed = found.pop(WEEKEND_GROUP)
        place = self._groups.place(typed)
        every = str(self._groups.every)
        if place is None and is_never(typed):
            found.setdefault(_EVERY, (column, "0"))
        elif place is None:
            self._notes.add("pasted_weekend_group", row, column, found=typed)
            return False
        elif not self._groups.are_several:
            self._notes.add("pasted_weekend_one_group", row, column, found=typed, allowed=every)
            return False
        elif found.setdefault(_EVERY, (column, every))[1] != every:
            self._notes.add("pasted_weekend_clash", row, column, found=typed, allowed=every)
            return False
        else:
            found.setdefault(_OFFSET, (column, str(place)))
        return True

    def _listed(self) -> str:
        language = self._notes.language
        shown = []
        for label, place in self._groups.places.items():
            is_place = label == str(place)
            name = (
                label if is_place else text("pasted.weekend_group_place", language, group=label, place=place)
            )
            every = self._groups.every
            shown.append(text("pasted.weekend_group_read", language, group=name, every=every, week=place))
        return "; ".join(shown)
