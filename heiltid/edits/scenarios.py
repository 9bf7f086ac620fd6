"""The plans of a file: added, named, copied, removed, taken into use; and what is decided about one.

`index` is a plan's place in `file.plans`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from heiltid.edits.following import is_day
from heiltid.edits.next_unit import next_unit
from heiltid.model import Decision, Plan, PlanRole, UnitFile, empty_plan
from heiltid.rules.agreement_list import agreement_list
from heiltid.rules.registry import judge
from heiltid.texts import Language, text


def added(file: UnitFile, plan: Plan, name_stem: str, seen: Iterable[str] = ()) -> UnitFile:
    """The file with a plan as a scenario, last of all: "Framlegg 3" where two have been made so far.

    A number stands for one proposal, also when that was renamed, taken into use or deleted: papers with
    its name may be about. seen: names of plans that are gone.
    """
    highest = _highest((*(known.name for known in file.plans), *seen), name_stem)
    made = max(highest, sum(_was_scenario(file, known) for known in file.plans))
    name = f"{name_stem} {made + 1}"
    return replace(file, plans=(*file.plans, replace(plan, name=name, role=PlanRole.SCENARIO)))


def _highest(names: Iterable[str], stem: str) -> int:
    pattern = re.compile(re.escape(stem) + r" (\d{1,9})")
    found = (pattern.fullmatch(name) for name in names)
    return max((int(match[1]) for match in found if match is not None), default=0)


def _was_scenario(file: UnitFile, plan: Plan) -> bool:
    """Whether a plan is or once was a proposal. What is taken into use leaves a rota before it."""
    if plan.origin is not None:
        return True
    if plan.role is PlanRole.TODAY:
        return file.plan(PlanRole.BEFORE) is not None
    return bool(plan.name) and not _is_nameless_earlier(plan)


def _is_nameless_earlier(plan: Plan) -> bool:
    """A rota kept under the name `used_as_today` gives to one without any: it was never a proposal."""
    return any(plan.name.startswith(text("edit_word.earlier_rota", language)) for language in Language)


def renamed(file: UnitFile, index: int, name: str) -> UnitFile:
    """The file with another name for a plan; one that is taken gets a number after it: "Sommar (2)"."""
    others = [plan for place, plan in enumerate(file.plans) if place != index]
    return _with_plan(file, index, replace(file.plans[index], name=_free_name(name.strip(), others)))


def _free_name(name: str, plans: Iterable[Plan]) -> str:
    taken = {plan.name for plan in plans}
    if name not in taken:
        return name
    return next(free for number in count(2) if (free := f"{name} ({number})") not in taken)


def _with_plan(file: UnitFile, index: int, plan: Plan) -> UnitFile:
    if plan == file.plans[index]:
        return file
    return replace(file, plans=(*file.plans[:index], plan, *file.plans[index + 1 :]))


def duplicated(file: UnitFile, index: int, name_stem: str, seen: Iterable[str] = ()) -> UnitFile:
    """The file with a copy of a plan as a new scenario, last of all. seen: as in `added`."""
    return added(file, file.plans[index], name_stem, seen)


def removed(file: UnitFile, index: int) -> UnitFile:
    """The file without a plan."""
    return replace(file, plans=(*file.plans[:index], *file.plans[index + 1 :]))


def used_as_today(
    file: UnitFile, index: int, language: Language = Language.NYNORSK, *, name: str = ""
) -> UnitFile:
    """The file with a plan as the rota in force; the rota it replaces is the one before.

    As `renewed`. A rota that was the one before already is kept as a scenario, in `language` an earlier
    rota, unless nothing stands in it: so each change can be taken back by hand. name: what the rota in
    force is called from now on; "" for its own.
    """
    plan = file.plans[index]
    if plan.role is PlanRole.TODAY:
        return file
    rest = removed(file, index)
    if name:
        rest = _giving_up_name(rest, name)
        others = (entry for entry in rest.plans if entry.role is not PlanRole.TODAY)
        plan = replace(plan, name=_free_name(name, others))
    after = renewed(rest, plan)
    earlier = rest.plan(PlanRole.BEFORE)
    if earlier is None or earlier.is_empty:
        return after
    name = _free_name(earlier.name or text("edit_word.earlier_rota", language), after.plans)
    return replace(after, plans=(*after.plans, replace(earlier, name=name, role=PlanRole.SCENARIO)))


def _giving_up_name(file: UnitFile, name: str) -> UnitFile:
    """The file whose rota in force leaves a name to the one that replaces it."""
    for index, plan in enumerate(file.plans):
        if plan.role is PlanRole.TODAY and plan.name == name:
            return _with_plan(file, index, replace(plan, name=""))
    return file


def renewed(file: UnitFile, after: Plan) -> UnitFile:
    """The file with a new rota of today; the one it replaces is kept as BEFORE, an older BEFORE is gone.

    Where there was no rota, BEFORE is an empty one that keeps the positions of before. The new positions
    become those of the staff list, and the agreements the rota rests on are listed, as in a result
    workbook; scenarios and the booking stay.
    """
    uses = agreement_list(judge(file.unit, after))
    today = file.plan(PlanRole.TODAY)
    scenarios = tuple(plan for plan in file.plans if plan.role is PlanRole.SCENARIO)
    was = empty_plan(file.unit) if today is None else today
    return replace(
        file,
        unit=next_unit(file.unit, after, uses),
        plans=(replace(after, role=PlanRole.TODAY), replace(was, role=PlanRole.BEFORE), *scenarios),
    )


def decided(plan: Plan, decision: Decision) -> Plan:
    """The plan with a decision; one on the same rule, person and days is replaced.

    Days the plan does not have are left out.
    """
    day_count = max((len(row.cells) for row in plan.rows), default=0)
    days = tuple(day for day in decision.days if is_day(day_count, day))
    decision = decision if days == decision.days else replace(decision, days=days)
    others = tuple(entry for entry in plan.decisions if _subject(entry) != _subject(decision))
    return replace(plan, decisions=(*others, decision))


def undecided(plan: Plan, decision: Decision) -> Plan:
    """The plan without a decision; the very same plan when it has none such."""
    left = tuple(entry for entry in plan.decisions if _subject(entry) != _subject(decision))
    return plan if len(left) == len(plan.decisions) else replace(plan, decisions=left)


def _subject(decision: Decision) -> tuple[str, str | None, tuple[int, ...]]:
    return decision.rule, decision.employee, decision.days
