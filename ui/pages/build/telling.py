"""The outcome's card, kept at the proposal as it is now."""

from __future__ import annotations

from collections.abc import Sequence

from heiltid.advice.closing_words import closing_words
from heiltid.advice.wished_words import below_sentence
from heiltid.model import Plan, PlanRole, Unit
from heiltid.rules.finding import Finding
from heiltid.rules.judgement import Judgement, judge_all
from ui.document import Document
from ui.pages.build.beside import beside_words
from ui.pages.build.latest import Latest, is_alike, place_of
from ui.pages.build.outcome import OutcomeCard
from ui.pages.build.words import frame_words, gap_words, made_place_words, made_words, open_minutes
from ui.plan_names import plan_name
from ui.reckoned_words import reckoned_words
from ui.run_record import KnownRuns, has_changed
from ui.texts import language, tr

LONGER = 1.5  # times a run's length: another that was about as long tells nothing of more time


class Telling:
    """Knows which proposal was made last; what is told of it is reckoned anew where something is another."""

    def __init__(self, document: Document, all_runs: KnownRuns, card: OutcomeCard) -> None:
        """all_runs: what is known of them since the program was begun, those of another window too."""
        self._document, self._all_runs, self._card = document, all_runs, card
        self._latest: Latest | None = None
        self._runs: list[Latest] = []  # all that landed here, the latest last
        self._told: tuple[Unit, Plan, Plan | None, Plan | None] | None = None

    def keep(self, made: Latest | None) -> None:
        """This is what was made last; None: nothing was."""
        self._latest, self._told = made, None
        if made is not None:
            self._runs.append(made)

    @property
    def place(self) -> int | None:
        """Place of the proposal among the plans; None where undo or the user took it away."""
        return None if self._latest is None else place_of(self._document.file.plans, self._latest.plan)

    @property
    def is_proposed(self) -> bool:
        """Whether it is still there, and a proposal."""
        place = self.place
        return place is not None and self._document.file.plans[place].role is PlanRole.SCENARIO

    def renew(self) -> None:
        """Whether the proposal is there still, which plan is shown beside it, and all that is told of it."""
        known, place = self._latest, self.place
        made = None if place is None else self._document.file.plans[place]
        is_outdated = self.is_proposed and known is not None and has_changed(known.unit, self._document.unit)
        self._card.set_plan_there(made is not None, is_scenario=self.is_proposed, is_outdated=is_outdated)
        if made is None or known is None:
            self._told = None
            self._card.say_what_is_shown("")
            return
        is_edited = made.rows != known.plan.rows and self.is_proposed
        edited = tr("ui.build.edited", name=made.name) if is_edited else ""
        shown = made_place_words(self._document, made)
        self._card.say_what_is_shown(" ".join(part for part in (edited, shown) if part))
        if self.is_proposed:
            self._card.headline.setText(tr("ui.build.made", name=made.name))
        self._card.say_of_unit(tr("ui.build.outdated", name=made.name) if is_outdated else "")
        self._tell(known, made, is_outdated=is_outdated)

    def _tell(self, known: Latest, made: Plan, *, is_outdated: bool) -> None:
        document, file = self._document, self._document.file
        place = None if known.base is None else place_of(file.plans, known.base)
        base = None if place is None or file.plans[place] is made else file.plans[place]
        source = (document.unit, made, file.rota_before(made), base)
        if self._told is not None and all(a is b for a, b in zip(source, self._told, strict=True)):
            return
        self._told = source
        is_as_made = made.rows == known.plan.rows  # the run's steps tell nothing of what was done by hand
        judged = document.judgement if made is document.plan else judge_all(document.unit, made)
        details, why = made_words(
            document, made, is_outdated=is_outdated, stood=known.stood.average and is_as_made
        )
        beside = "" if base is None else self._beside(base, made, judged.findings)
        self._card.show_made(details, beside, why)
        self._card.show_lacking(
            judged.findings,
            document.calendar,
            advice="" if is_outdated else self._advice(known, base, judged),
            below=below_sentence(judged.context, language()),
            closing=closing_words(judged.context, language()),
        )

    def _advice(self, known: Latest, base: Plan | None, judged: Judgement) -> str:
        """What may be done about what lacks in the proposal: a larger frame, else more time or none."""
        unit, made = self._document.unit, judged.plan
        lacked = None if base is None or self._is_of_another_unit(base) else open_minutes(unit, base)
        lacks = open_minutes(unit, made)
        frame = frame_words(judged) if lacked is None or lacks < lacked else ""
        stood = known.stood.gaps and made.rows == known.plan.rows
        return frame or gap_words(made, lacks, lacked, stood=stood, longer=self._longer(known, made))

    def _is_of_another_unit(self, plan: Plan) -> bool:
        """Whether the unit has changed since the plan's run, which then tells nothing of what is possible."""
        was = self._all_runs.unit_of(plan)
        return was is not None and has_changed(was, self._document.unit)

    def _beside(self, base: Plan, made: Plan, found: Sequence[Finding]) -> str:
        """What is better and worse than in the other, and where that is not as it was when it was made."""
        lines = (
            beside_words(self._document, base, made, found),
            reckoned_words(base, self._all_runs.unit_of(base), self._document.unit),
        )
        return "\n".join(filter(None, lines))

    def _longer(self, known: Latest, made: Plan) -> str:
        """The proposal of a run before, longer and asked for the same, that left no fewer gaps."""
        unit, plans = self._document.unit, self._document.file.plans
        longer = (run for run in self._runs if run is not known and run.seconds >= known.seconds * LONGER)
        for run in longer:
            place = place_of(plans, run.plan)
            if place is None or not is_alike(run, known):
                continue
            if open_minutes(unit, run.plan) >= open_minutes(unit, made):
                return plan_name(plans[place])
        return ""
