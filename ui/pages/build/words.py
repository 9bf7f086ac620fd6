"""What the page that builds says of plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from heiltid.advice.frame_gap import frame_gap
from heiltid.advice.long_shift_words import no_saving_words
from heiltid.advice.scarcity_words import scarcity_sentences
from heiltid.advice.surplus_words import surplus_of
from heiltid.advice.weekend_need_words import just_enough, lacking_beside_scarcity, need_sentence, part_words
from heiltid.advice.weekend_why import uneven_sentence
from heiltid.jobs import Goal, SolveReport, Status
from heiltid.measures.budget import fte_budget_bp, least_positions_bp
from heiltid.measures.room import USED_UP_BP, Limit, ceiling_bp, room_of
from heiltid.measures.scarcity import nights_beyond_bp
from heiltid.measures.staffing import holes, lacks_at_weekends, only_competence, understaffed_person_minutes
from heiltid.measures.weekend_need import WeekendNeed, weekend_needs
from heiltid.model import FULL_TIME_BP, MINUTES_PER_HOUR, Plan, PlanRole, Unit
from heiltid.report_lines import clash_lines
from heiltid.rules.context import Context
from heiltid.rules.judgement import Judgement
from heiltid.rules.name_list import listed_names
from heiltid.rules.wording import who_text
from ui.building import figures_of
from ui.document import Document
from ui.plan_names import plan_name
from ui.room_words import room_words
from ui.solve_job import JobEnd
from ui.texts import language, number, share, tr

SHOWN_BP = 100  # two decimals of a full-time equivalent
MOST_NAMED = 3


def start_words(document: Document) -> str:
    """What a build begins from."""
    plan = document.plan
    if plan.is_empty:
        return tr("ui.build.from_nothing")
    return tr("ui.build.from", plan=plan_name(plan))


def made_words(
    document: Document, made: Plan, *, is_outdated: bool = False, stood: bool = False
) -> tuple[str, str]:
    """What the scenario makes of the average, and why nobody got more.

    is_outdated: the unit has changed since, so that nothing its run has proven is known to hold.
    stood: the average did not rise in the last of the run's time.
    """
    unit = document.unit
    first, last = figures_of(document, made)
    if is_outdated and made.origin is not None:
        made = replace(made, origin=replace(made.origin, bound_average_position_bp=None))
    room = room_of(unit, made, document.file.rota_before(made))
    bound = ceiling_bp(made, float(last.average_bp))
    key = "ui.build.done" if bound is None or room.limit is Limit.BOUND else "ui.build.done_bound"
    before, after = (share(float(figures.average_bp), 1) for figures in (first, last))
    details = tr(key, before=before, after=after, bound=share(bound, 1))
    context = Context(unit, made)
    gaps = holes(context)
    return f"{details} {_vacant_words(last.employees - first.employees)}".rstrip(), room_words(
        unit,
        room,
        bound,
        understaffed_person_minutes(gaps) / MINUTES_PER_HOUR,
        surplus_of(context),
        stood=stood and not is_outdated,
        open_weekends=lacks_at_weekends(context),
        open_competence=only_competence(gaps),
    )


def _vacant_words(count: int) -> str:
    """That vacant lines have got a position, so that more are counted; "" for none."""
    told = "one" if count == 1 else "many"
    return tr(f"ui.build.vacant_{told}", count=count) if count else ""


def open_minutes(unit: Unit, plan: Plan) -> int:
    """Person-minutes below the least staffing over the whole rota."""
    return understaffed_person_minutes(holes(Context(unit, plan)))


def gap_words(
    made: Plan, open_minutes: int, before_minutes: int | None = None, *, stood: bool = False, longer: str = ""
) -> str:
    """What can be done about what lacks in a plan, as far as its run has proven anything; "" for nothing.

    before_minutes: what lacked in the proposal the run went on from; None: it began anew, or that one was of
    another unit. Where less lacked then, that one did not hold any more, and nothing is known.
    stood: the last of the run's time gave no fewer gaps. longer: the proposal of a longer run that left no
    fewer.
    """
    if not open_minutes:
        return ""
    goals = () if made.origin is None else made.origin.goals
    proven = next((goal.bound for goal in goals if goal.name == Goal.STAFFING.value), None) or 0
    if open_minutes <= proven:
        key = "cannot_close"
    elif open_minutes == before_minutes:
        key = "no_fewer"
    elif longer:
        key = "longer_alike"
    else:
        key = "stood" if stood else "may_close"
        key = f"{key}_some" if proven else key
    return tr(f"ui.lacking.{key}", hours=number(proven / MINUTES_PER_HOUR), name=longer)


def frame_words(judgement: Judgement) -> str:
    """That gaps stay open for want of hours to share out, and what the cap would have to be; "" otherwise."""
    found = frame_gap(judgement)
    if found is None:
        return ""
    unit = judgement.unit
    named = [who_text(number, unit, language()) for number in found.employees[:MOST_NAMED]]
    more = len(found.employees) - len(named)
    said = [
        tr(
            f"ui.lacking.frame{'_more' if more else ''}",
            people=listed_names(named),
            count=more,
            hours=number(found.minutes / MINUTES_PER_HOUR, 1),
            budget=number(fte_budget_bp(unit) / FULL_TIME_BP, 2),
        )
    ]
    if found.others_minutes:
        said.append(tr("ui.lacking.frame_others", hours=number(found.others_minutes / MINUTES_PER_HOUR, 1)))
    caps = {
        key: number(cap / FULL_TIME_BP, 1)
        for key, cap in (("more", found.frame_bp), ("whole", found.whole_frame_bp))
    }
    is_one = found.frame_bp >= found.whole_frame_bp
    said.append(tr("ui.lacking.frame_set" if is_one else "ui.lacking.frame_set_whole", **caps))
    return " ".join(said)


def made_place_words(document: Document, made: Plan) -> str:
    """That it is in use, or that another plan is the one shown; "" where it is shown as a scenario."""
    if made.role is PlanRole.TODAY:
        return tr("ui.results.used", name=made.name)
    if made is document.plan:
        return ""
    return tr("ui.build.still_shown", plan=plan_name(document.plan), name=made.name)


def lacks_words(unit: Unit) -> str:
    """What has to be there before anything can be built, as a sentence; "" for nothing."""
    for name, there in (
        ("shifts", unit.shifts),
        ("demand", unit.demand),
        ("people", unit.planned_employees),
    ):
        if not there:
            return tr(f"ui.build.lacks_{name}")
    return ""


def hours_words(unit: Unit) -> str:
    """What there is to share out beside what is needed and wanted, before anything is built."""
    if lacks_words(unit):
        return ""
    people = unit.planned_employees
    sums = {
        "needed": least_positions_bp(unit),
        "today": sum(person.position_bp for person in people),
        "wanted": sum(person.wanted_bp for person in people if not person.may_close),
        "budget": fte_budget_bp(unit),
    }
    # As shown, a half upwards, so that differences agree.
    sums = {key: (value + SHOWN_BP // 2) // SHOWN_BP * SHOWN_BP for key, value in sums.items()}
    more = sums["budget"] - sums["today"]
    sums |= {"beyond": sums["budget"] - sums["needed"], "more": more, "less": -more}
    told = {key: number(value / FULL_TIME_BP, 2) for key, value in sums.items()}
    said = ["ui.build.hours"]
    if sums["wanted"] > sums["today"] or abs(more) >= USED_UP_BP:
        said.append(f"ui.build.hours_{_way_of(unit, more)}")
    if sums["wanted"] > sums["budget"] and more >= USED_UP_BP:
        said.append("ui.build.hours_short")
    nights = round(nights_beyond_bp(unit), -2)
    if sums["beyond"] - nights >= USED_UP_BP:
        said.append("ui.build.hours_beyond")
    if nights >= USED_UP_BP and nights - sums["beyond"] >= USED_UP_BP:
        # What the nights hold the rest of the staffing cannot have, and the cap is short of both.
        told |= {"nights": number(nights / FULL_TIME_BP, 2)}
        told |= {"frame": number((sums["needed"] + nights) / FULL_TIME_BP, 2)}
        said.append("ui.build.hours_nights")
    return " ".join([*(tr(key, **told) for key in said), *_uneven_words(unit)])


def _uneven_words(unit: Unit) -> Iterator[str]:
    """Which frequencies of weekends do not fit the length of the rota, and whose they are."""
    whose: dict[str, list[str]] = {}
    for person in unit.planned_employees:
        said = uneven_sentence(unit, person.weekend_every, language())
        if said:
            whose.setdefault(said, []).append(who_text(person.number, unit, language()))
    for said, names in whose.items():
        yield f"{said.removesuffix('.')} ({listed_names(names)})."


def _way_of(unit: Unit, more_bp: int) -> str:
    """How the budget stands to today's positions: what there is to share out beside them."""
    if more_bp >= USED_UP_BP:
        return "grows" if unit.fte_budget_bp is None else "set"
    if more_bp <= -USED_UP_BP:
        return "less"
    people = unit.planned_employees
    free = sum(person.position_bp - (0 if person.may_close else person.min_bp) for person in people)
    return "same" if free >= USED_UP_BP else "none"


def too_few_words(unit: Unit) -> str:
    """What no rota can staff with these people, known before anything is built; "" for nothing.

    Also where weekends have just enough and long shifts that spare nobody.
    """
    if lacks_words(unit):
        return ""
    said = [*scarcity_sentences(unit, language())]
    needs = weekend_needs(unit, unit.planned_employees, unit)
    lacking = lacking_beside_scarcity(unit, needs)
    if lacking:
        said.extend(need_sentence(need, language()) for need in lacking)
        said.extend(filter(None, [no_saving_words(unit, language())]))
    if said:
        said.append(tr("ui.build.expect_gaps"))
    return " ".join(said if lacking else [*said, *_just_enough_words(unit, needs)])


def _just_enough_words(unit: Unit, needs: Iterable[WeekendNeed]) -> Iterator[str]:
    """Where nobody lacks at weekends and nobody can be spared: why the long shifts spare nobody."""
    just = just_enough(unit, needs)
    no_saving = "" if just is None else no_saving_words(unit, language())
    if just is not None and no_saving:
        yield tr("ui.room.weekends_just", what=part_words(just.part, language()))
        yield no_saving


def no_plan_words(unit: Unit, report: SolveReport) -> tuple[str, str]:
    """Why there is no plan, in a line, and what to do about it."""
    if report.status is Status.NO_ANSWER:
        return tr("ui.build.no_answer", seconds=round(report.seconds)), tr("ui.build.no_plan_details")
    key = "stopped_empty" if report.status is Status.STOPPED else report.status.value
    lines = clash_lines(unit, report.clashes, language())
    details = "\n".join(f"•  {line.text}" for line in lines) or tr("ui.build.no_plan_details")
    return tr(f"run.{key}", seconds=round(report.seconds)), details


def trouble_words(end: JobEnd) -> tuple[str, str]:
    """Headline and details of a run that came to no report."""
    details = tr(end.text_key)
    if end.detail:
        details += "\n" + tr("job.detail", detail=end.detail)
    return tr(end.headline_key), details
