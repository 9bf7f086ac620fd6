"""Reads wishes from the cells of a workbook; a cell that cannot be used is refused by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from heiltid.booking.answers.raw_answers import NotAnAnswer, Refused, Source
from heiltid.booking.wishing.said import PERCENT_BP, HomeWish, Raw, RawWishes, Said, in_range
from heiltid.booking.wishing.typed_words import MEANINGS, Means, wish_meant
from heiltid.exchange.booking.answer_areas import Found, code_in
from heiltid.exchange.booking.wish_areas import WeekRow, WishAreas
from heiltid.exchange.workbook.values import basis_points, plain_text
from heiltid.model import DAYS_PER_WEEK
from heiltid.model.asking import Booking, Channel
from heiltid.ranges import MOST_WEEKS
from heiltid.spelling import normal


def wishes_read(source: Source, areas: WishAreas, booking: Booking, saved: datetime | None) -> Iterator[Raw]:
    """The answer, and after it what is refused; never nothing. saved: when the workbook was last saved."""
    parts = None if areas.code is None else code_in(areas.code)
    if parts is None:
        why = NotAnAnswer.NO_CODE if areas.code is None else NotAnAnswer.BROKEN_CODE
        yield _refused(source, why, areas.code)
        return
    code, token = parts
    asked = booking.round_of(code)
    reading = _Reading(source, MOST_WEEKS if asked is None else asked.weeks)
    said = reading.said(areas)
    if not said.is_empty:
        yield RawWishes(
            source=source,
            channel=Channel.WORKBOOK,
            list=code,
            token=token,
            said=said,
            given_at=saved,
        )
    elif not reading.refused:
        yield Refused(source=source, why=NotAnAnswer.EMPTY)
    yield from reading.refused


class _Reading:
    """One workbook, from cells to what is said."""

    def __init__(self, source: Source, weeks: int) -> None:
        self.source, self.weeks = source, weeks
        self.refused: list[Refused] = []
        self.wishes: dict[int, tuple[HomeWish, Found]] = {}
        self.twice: set[int] = set()

    def said(self, areas: WishAreas) -> Said:
        """All that can be read."""
        for row in areas.rows:
            self._row(row)
        wishes = (wish for day, (wish, _) in sorted(self.wishes.items()) if day not in self.twice)
        return Said(
            wishes=tuple(wishes),
            percent=self._percent(areas.wanted),
            weekend_every=self._every(areas.weekends),
            long_shifts=self._long(areas.long),
        )

    def _row(self, row: WeekRow) -> None:
        week = _whole(row.number)
        for weekday, found in sorted(row.days.items()):
            if week is None or not 1 <= week <= self.weeks:
                self._refuse(NotAnAnswer.NO_SUCH_DAY, found)
                continue
            meant = None if found.cell.fault else wish_meant(plain_text(found.cell) or "")
            if meant is None:
                self._refuse(NotAnAnswer.UNKNOWN_WISH, found)
                continue
            what, negated, strong = meant
            day = (week - 1) * DAYS_PER_WEEK + weekday
            self._wish(HomeWish(day=day, what=what, negated=negated, strong=strong), found)

    def _wish(self, wish: HomeWish, found: Found) -> None:
        """A day with two different wishes has none."""
        before = self.wishes.setdefault(wish.day, (wish, found))
        if before[0] != wish:
            if wish.day not in self.twice:
                self._refuse(NotAnAnswer.CONTRADICTS, before[1])
            self.twice.add(wish.day)
            self._refuse(NotAnAnswer.CONTRADICTS, found)

    def _percent(self, found: Found | None) -> int | None:
        if found is None:
            return None
        share = None if found.cell.fault else basis_points(found.cell)
        percent, rest = divmod(-1 if share is None else share, PERCENT_BP)
        if rest == 0 and in_range(Said(percent=percent)):
            return percent
        self._refuse(NotAnAnswer.UNKNOWN_WISH, found)
        return None

    def _every(self, found: Found | None) -> int | None:
        every = None if found is None else _whole(found)
        if found is None or (every is not None and every > 0 and in_range(Said(weekend_every=every))):
            return every
        self._refuse(NotAnAnswer.UNKNOWN_WISH, found)
        return None

    def _long(self, found: Found | None) -> bool | None:
        if found is None:
            return None
        told = found.cell.value
        meant = MEANINGS.get(normal(plain_text(found.cell) or "")) if not found.cell.fault else None
        if isinstance(told, bool) or meant in (Means.YES, Means.NO):
            return told if isinstance(told, bool) else meant is Means.YES
        self._refuse(NotAnAnswer.UNKNOWN_WISH, found)
        return None

    def _refuse(self, why: NotAnAnswer, found: Found) -> None:
        self.refused.append(_refused(self.source, why, found))


def _refused(source: Source, why: NotAnAnswer, found: Found | None) -> Refused:
    if found is None:
        return Refused(source=source, why=why)
    return Refused(source=replace(source, place=found.place), why=why, found=found.cell.shown())


def _whole(found: Found) -> int | None:
    """A whole number, typed or as text, with a stop behind it or not."""
    if found.cell.fault:
        return None
    told = (plain_text(found.cell) or "").strip().rstrip(".")
    return int(told) if told.isascii() and told.isdigit() and len(told) <= 3 else None
