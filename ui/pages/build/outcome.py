"""What came of a build: headline, figures, why nobody got more, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from heiltid.calendar import Calendar
from heiltid.measures.lack_groups import lacking
from heiltid.rules.finding import Finding
from ui.lacking_words import lacking_note, lacking_words
from ui.places import Gap
from ui.texts import tr
from ui.widgets.basic import Card, button, label, notice, row, set_look, tip
from ui.widgets.why import WhyPart


class OutcomeCard(Card):
    """Texts and buttons; what they lead to the page knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.build.outcome"), parent=parent)
        self.headline = label("", "big", wraps=True)
        self.details = label("", wraps=True)
        self.beside = label("", wraps=True, name="build_beside")
        self.lacking = label("", wraps=True, name="build_lacking")
        self._advice = label("", "muted", wraps=True, name="build_lacking_advice")
        self.lacking_days: tuple[int, ...] = ()
        self.gap: Gap | None = None  # the first of those that are told of
        self.lacking_see = button("ui.lacking.see", "link", name="build_lacking_see")
        self.lacking_who = button("ui.lacking.who", "link", name="build_lacking_who")
        self._shown = label("", "muted", wraps=True)
        self._outdated_frame, self._outdated = notice("")
        self.anew = button("ui.build.anew", "primary", name="build_anew")
        self.why = WhyPart("build")
        self.rota = button("ui.build.see_rota", "primary", name="build_rota")
        self.see = button("ui.build.see_results", name="build_see")
        self.use = button("ui.results.use", name="build_use")
        self.use.setToolTip(tip(tr("ui.results.help_use")))
        self.go_on = button("ui.build.go_on", "link", name="build_go_on")
        self.go_on.setToolTip(tip(tr("ui.build.go_on_help")))
        self.again = button("ui.build.again", name="build_again")
        self._arrange()

    def _arrange(self) -> None:
        self.body.addWidget(self.headline)
        self._outdated_frame.layout().addLayout(row(self.anew, None))
        self.body.addWidget(self._outdated_frame)
        self.body.addWidget(self.details)
        self.body.addWidget(self.beside)
        self.body.addSpacing(4)
        # Above all that may be long: the ways on are seen without scrolling.
        self.body.addLayout(row(self.rota, self.see, self.use, None, self.go_on, self.again))
        self.body.addSpacing(4)
        self.body.addWidget(self._shown)
        self.body.addWidget(self.lacking)
        self.body.addWidget(self._advice)
        self.body.addLayout(row(self.lacking_who, self.lacking_see, None))
        self.body.addSpacing(10)
        self.body.addWidget(self.why)
        self.body.addStretch(1)

    def show_outcome(self, headline: str, details: str = "") -> None:
        """What a run came to; what is told of its plan, if it has one, follows by `show_made`."""
        self.headline.setText(headline)
        self.show_made(details, "", "")
        for part in (self.lacking, self._advice, self.lacking_see, self.lacking_who):
            part.hide()
        self.set_plan_there(False, is_scenario=False)

    def show_made(self, details: str, beside: str, why: str) -> None:
        """beside: the plan it went on from, why: what keeps positions from growing; "" for nothing to say."""
        self.details.setText(details)
        self.beside.setText(beside)
        self.beside.setVisible(bool(beside))
        self.why.show_why(why)

    def show_lacking(
        self,
        findings: Iterable[Finding],
        calendar: Calendar,
        *,
        advice: str = "",
        below: str = "",
        closing: str = "",
    ) -> None:
        """Where too few people are planned. advice: what may be done about it.

        below: what is told of fewer than wanted, where the least is met; closing: the shifts that close all.
        """
        found = lacking(findings)
        self.lacking_days = tuple(sorted({day for finding in found for day in finding.days}))
        self.gap = Gap(finding=found[0]) if found else None
        self.lacking.setText(lacking_words(found, calendar, below))
        self.lacking.show()
        set_look(self.lacking, "warning" if found else "")
        told = "\n".join(part for part in (lacking_note(found, calendar, closing), advice) if part)
        self._advice.setText(told)
        self._advice.setVisible(bool(told))
        self.lacking_who.setText(tr("ui.lacking.who_first" if len(found) > 1 else "ui.lacking.who"))
        self.lacking_who.setAccessibleName(self.lacking_who.text())
        for part in (self.lacking_see, self.lacking_who):
            part.setVisible(bool(found))

    def set_plan_there(self, is_there: bool, *, is_scenario: bool, is_outdated: bool = False) -> None:
        """Whether there is a plan to see, and to take into use; undo may have taken it away.

        is_outdated: the unit has changed since, and the way on is to build anew.
        """
        for part in (self.see, self.rota, self.go_on):
            part.setVisible(is_there)
        self.use.setVisible(is_scenario)
        set_look(self.again, "link" if is_there else "primary")
        set_look(self.rota, "" if is_outdated else "primary")
        self._outdated_frame.setVisible(is_outdated)
        if not is_there:
            self.lacking_see.hide()
            self.lacking_who.hide()

    def say_of_unit(self, sentence: str) -> None:
        """That it has changed since the plan was made; seen where `set_plan_there` says so."""
        self._outdated.setText(sentence)

    def say_what_is_shown(self, sentence: str) -> None:
        """What the user still works on, where that is another plan; "" where it is this one."""
        self._shown.setText(sentence)
        self._shown.setVisible(bool(sentence))
