"""What must be decided about measuring (C154), and what it comes down to."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.common import Frequency
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.rule_names import Limit
from canvas.steps.measure.follow_up import ReportSetup
from canvas.steps.measure.learning import Survey
from canvas.steps.measure.story import key_indicators
from canvas.steps.measure.value import TrackingLink
from canvas.steps.wording import quoted, shorten

_REPORTS = {
    Frequency.DAILY: N_("We follow {names}, and report every day."),
    Frequency.WEEKLY: N_("We follow {names}, and report every week."),
    Frequency.MONTHLY: N_("We follow {names}, and report every month."),
    Frequency.QUARTERLY: N_("We follow {names}, and report every quarter."),
    Frequency.YEARLY: N_("We follow {names}, and report every year."),
}


def _indicators_missing(strategy: Strategy) -> Message | None:
    count = len(key_indicators(strategy))
    wanted = figure_of(strategy, Limit.KEY_INDICATORS)
    if count == wanted:
        return None
    if count == 0:
        return say(
            N_("No indicator is ticked as key yet: tick {wanted} on the “Objectives” page."),
            wanted=wanted,
        )
    if count < wanted:
        return say_count(
            "{n} indicator is ticked as key: {wanted} are needed.",
            "{n} indicators are ticked as key: {wanted} are needed.",
            count,
            wanted=wanted,
        )
    return say(
        N_("{n} indicators are ticked as key: keep {wanted}, the others stay in your list."),
        n=count,
        wanted=wanted,
    )


def _tracking_missing(strategy: Strategy) -> Message | None:
    links = [link for link in strategy.of(TrackingLink) if link.name]
    if not links:
        return say(N_("No tracking link or discount code yet."))
    for link in links:
        if not link.tells_where_from:
            return say(
                N_("“{link}” needs a page and a source code, or a discount code."),
                link=shorten(link.name),
            )
    return None


def _survey_missing(strategy: Strategy) -> Message | None:
    surveys = [survey for survey in strategy.of(Survey) if survey.name]
    if not surveys:
        return say(N_("No survey of your contacts yet."))
    ready = [survey for survey in surveys if survey.questions]
    if not ready:
        return say(N_("“{survey}” has no question yet."), survey=shorten(surveys[0].name))
    if not any(survey.start or survey.answers for survey in ready):
        return say(N_("“{survey}” has no start date yet."), survey=shorten(ready[0].name))
    return None


def decision(strategy: Strategy) -> Message | None:
    """Return which figures are followed, and how often they are reported."""
    keys = key_indicators(strategy)
    if not keys:
        return None
    setups = [setup for setup in strategy.of(ReportSetup) if setup.name and setup.period]
    # The method's default: a month gives enough distance to judge.
    period = setups[0].period if setups else Frequency.MONTHLY
    return say(_REPORTS[period or Frequency.MONTHLY], names=quoted(kpi.name for kpi in keys))


TODOS = (
    ToDo(
        key="indicators",
        text=N_("Choose the three key indicators of your reports"),
        missing=_indicators_missing,
        view="readings",
    ),
    ToDo(
        key="tracking",
        text=N_("Set up tracking links, so that you know which post brought what"),
        missing=_tracking_missing,
        view="value",
    ),
    ToDo(
        key="survey",
        text=N_("Ask your contacts what they expect of you"),
        missing=_survey_missing,
        view="learning",
    ),
)
