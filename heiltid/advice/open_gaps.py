"""What keeps somebody from the gaps in the staffing: what never is hers before what is so on that day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from heiltid.advice.gap_cover import NO_COVER, GapCover, gap_cover
from heiltid.advice.hinders import hinder
from heiltid.advice.takers import Hindrance, closed_shift
from heiltid.contract import takes_nights_only
from heiltid.measures.lacks import Lack
from heiltid.model import Employee, ShiftKind
from heiltid.rules.judgement import Judgement

MOST_ASKED = 60  # gaps; each of their shifts is judged
NIGHTS_ONLY, KIND, LONG_SHIFTS, NO_CODE = (
    f"hindrance.{name}" for name in ("nights_only", "kind", "long_shifts", "no_code")
)
IN_THIS_PLAN = frozenset(
    f"hindrance.{name}" for name in ("works", "locked", "weekend_frequency_other", "weekend_frequency_close")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenShifts:
    """The gaps in the staffing as one person meets them: how many, how many a shift of hers closes.

    A gap is a row of `lacks`. asked: how many of them were tried, the first ones. hinders: (a Hindrance, a
    competence asked for or a rule, gaps), most first. cover: the most she could get of those that are hers
    but for a rule or for how the plan lies; nothing of what a competence or her kinds of shifts bar.
    reach: the same of those she can take as the plan lies; takes: which they are, by place among the gaps.
    """

    count: int = 0
    asked: int = 0
    takes: tuple[int, ...] = ()
    hinders: tuple[tuple[str, int], ...] = ()
    cover: GapCover = NO_COVER
    reach: GapCover = NO_COVER

    @property
    def can_take(self) -> int:
        """How many she can take as the plan lies."""
        return len(self.takes)

    @property
    def is_never_by_night(self) -> bool:
        """Whether who takes nights only is kept from every gap by that, and nothing else."""
        return self.hinders == ((NIGHTS_ONLY, self.count),)


NONE_OPEN = OpenShifts()


def open_to(judgement: Judgement, person: Employee, gaps: Sequence[Lack]) -> OpenShifts:
    """All the gaps of the plan as she meets them."""
    asking = _Asking(judgement, person)
    reasons = [asking.hinder(gap) for gap in gaps[:MOST_ASKED]]
    told_of = [*zip(gaps, reasons, strict=False)]
    hers = [gap for gap, reason in told_of if _is_hers(reason)]
    hers += [gap for gap in gaps[MOST_ASKED:] if not asking.bars(gap)]
    takes = tuple(place for place, reason in enumerate(reasons) if not reason)
    return OpenShifts(
        count=len(gaps),
        asked=min(len(gaps), MOST_ASKED),
        takes=takes,
        hinders=tuple(Counter(filter(None, reasons)).most_common()),
        cover=gap_cover(judgement.context, person, hers),
        reach=gap_cover(judgement.context, person, [gaps[place] for place in takes]),
    )


def _is_hers(reason: str) -> bool:
    """Whether she might have it in another plan, or does in this one."""
    return not reason or reason.startswith("rule.") or reason in IN_THIS_PLAN


class _Asking:
    """One person, asked for gap after gap; a shift that stands at several is judged once."""

    def __init__(self, judgement: Judgement, person: Employee) -> None:
        self._judgement, self._person = judgement, person
        self._shifts = judgement.context.shifts
        self._covered = judgement.unit.covered_by(person.competence)
        self._has_nights_only = takes_nights_only(judgement.unit, person)
        self._asked: dict[tuple[int, str], str] = {}

    def hinder(self, gap: Lack) -> str:
        """The reason she closes none of it; "" where she may."""
        kinds = {self._shifts[code].kind for _, code in gap.codes}
        if self._has_nights_only and kinds and ShiftKind.NIGHT not in kinds:
            return NIGHTS_ONLY
        if self.bars(gap):
            return f"competence.{gap.competence}"  # whatever else: no shift of hers closes it
        found = [self._of(place) for place in gap.codes]
        if found and set(found) == {KIND} and self._person.long_shifts:
            found = [self._of(place) for place in gap.long_codes] or found
        if "" in found:
            return ""
        return min(found, key=lambda told: told == LONG_SHIFTS, default=NO_CODE)

    def bars(self, gap: Lack) -> bool:
        """Whether the gap asks for a competence she does not fill."""
        return gap.competence is not None and gap.competence not in self._covered

    def _of(self, place: tuple[int, str]) -> str:
        if place not in self._asked:
            self._asked[place] = self._hinder(*place)
        return self._asked[place]

    def _hinder(self, day: int, code: str) -> str:
        """What keeps her from a shift; "" where nothing does."""
        shift = self._shifts[code]
        if closed_shift(self._judgement.context, self._person, day, shift) is Hindrance.KIND:
            return KIND
        return hinder(self._judgement, self._person, day, code)
