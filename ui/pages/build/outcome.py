"""What came of a build: headline, figures, why nobody got more, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from heiltid.calendar import Calendar
from heiltid.rules.finding import Finding
from ui.lacking_words import lacking, lacking_words
from ui.texts import tr
from ui.widgets.basic import Card, button, label, row, set_look, tip
from ui.widgets.why import WhyPart


class OutcomeCard(Card):
    """Texts and buttons; what they lead to the page knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.build.outcome"), parent=parent)
        self.headline = label("", "big", wraps=True)
        self.details = label("", wraps=True)
        self.lacking = label("", wraps=True, name="build_lacking")
        self.lacking_days: tuple[int, ...] = ()
        self.lacking_see = button("ui.lacking.see", "link", name="build_lacking_see")
        self._shown = label("", "muted", wraps=True)
        self.why = WhyPart("build")
        self.rota = button("ui.build.see_rota", "primary", name="build_rota")
        self.see = button("ui.build.see_results", name="build_see")
        self.use = button("ui.results.use", name="build_use")
        self.use.setToolTip(tip(tr("ui.results.help_use")))
        self.go_on = button("ui.build.go_on", "link", name="build_go_on")
        self.again = button("ui.build.again", name="build_again")
        self.body.addWidget(self.headline)
        self.body.addWidget(self.details)
        self.body.addSpacing(4)
        # Above all that may be long: the ways on are seen without scrolling.
        self.body.addLayout(row(self.rota, self.see, self.use, None, self.go_on, self.again))
        self.body.addSpacing(4)
        self.body.addWidget(self._shown)
        self.body.addWidget(self.lacking)
        self.body.addLayout(row(self.lacking_see, None))
        self.body.addSpacing(10)
        self.body.addWidget(self.why)
        self.body.addStretch(1)

    def show_outcome(self, headline: str, details: str, *, has_plan: bool, why: str = "") -> None:
        """why: sentences on what keeps positions from growing; "" for nothing to say."""
        self.headline.setText(headline)
        self.details.setText(details)
        self.why.show_why(why)
        self.set_plan_there(has_plan, is_scenario=has_plan)

    def show_lacking(self, findings: Iterable[Finding] | None, calendar: Calendar) -> None:
        """Where too few people are planned; None where there is no plan."""
        found = lacking(findings or ())
        self.lacking_days = tuple(sorted({day for finding in found for day in finding.days}))
        self.lacking.setText("" if findings is None else lacking_words(found, calendar))
        self.lacking.setVisible(findings is not None)
        set_look(self.lacking, "warning" if found else "")
        self.lacking_see.setVisible(bool(found))

    def set_plan_there(self, is_there: bool, *, is_scenario: bool) -> None:
        """Whether there is a plan to see, and to take into use; undo may have taken it away."""
        for part in (self.see, self.rota, self.go_on):
            part.setVisible(is_there)
        self.use.setVisible(is_scenario)
        set_look(self.again, "link" if is_there else "primary")

    def say_what_is_shown(self, sentence: str) -> None:
        """What the user still works on, where that is another plan; "" where it is this one."""
        self._shown.setText(sentence)
        self._shown.setVisible(bool(sentence))
