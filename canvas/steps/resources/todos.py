"""What must be decided about resources (C154), and what it comes down to."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.frame.settings import money
from canvas.steps.resources.budget import AdLine, BudgetCategory, BudgetLine
from canvas.steps.resources.load import first_break, in_hours, load
from canvas.steps.resources.means import MeansGap, ObjectiveRevision
from canvas.steps.resources.period import period_of
from canvas.steps.resources.spending import by_category
from canvas.steps.resources.tradeoff import Tradeoff, given_first
from canvas.steps.resources.workload import weekly_workload
from canvas.steps.wording import shorten

_CREATION = (BudgetCategory.CREATION, BudgetCategory.PROVIDER)
_PROMOTION = (BudgetCategory.PROMOTION, BudgetCategory.ADS, BudgetCategory.INFLUENCERS)


def _means_missing(strategy: Strategy) -> Message | None:
    if weekly_workload(strategy).available is None:
        return say(N_("Nobody’s hours a week are known yet."))
    if strategy.one(Tradeoff).weights is None:
        return say(N_("Share out 100% between your time, your money and your patience."))
    for gap in strategy.of(MeansGap):
        if gap.is_open:
            return say(
                N_("Nothing is decided yet about “{ambition}”, whose means are short."),
                ambition=shorten(gap.ambition),
            )
    return None


def _revisit_missing(strategy: Strategy) -> Message | None:
    if strategy.one(Tradeoff).objectives_reviewed_on or strategy.of(ObjectiveRevision):
        return None
    return say(N_("Your objectives were not compared with your means yet."))


def _budget_missing(strategy: Strategy) -> Message | None:
    # An amount of 0 is a decision too; only an empty one is missing.
    planned = {line.category for line in strategy.of(BudgetLine) if line.planned is not None}
    if any(ad.budget is not None for ad in strategy.of(AdLine)):
        planned.add(BudgetCategory.ADS)
    if not planned.intersection(_CREATION):
        return say(N_("No amount is planned to create content yet."))
    if not planned.intersection(_PROMOTION):
        return say(N_("No amount is planned to promote content yet."))
    return None


def decision(strategy: Strategy) -> Message | None:
    """Return what one is ready to give, which of it first, and the first week without enough."""
    weights = strategy.one(Tradeoff).weights
    available = weekly_workload(strategy).available
    if weights is None or available is None:
        return None
    first, _second = given_first(weights)
    planned = sum(spending.planned for spending in by_category(strategy))
    period = period_of(strategy)
    broken = first_break(load(strategy, *period)) if period else None
    given = {
        "hours": available,
        "planned": money(strategy, planned),
        "first": first,
        "week": broken.week if broken else None,
        "short": in_hours(broken.short) if broken else 0,
    }
    if planned and broken:
        return say(
            N_(
                "We give {hours} h a week and {planned}, and count first on {first}; "
                "in the week of {week} we are {short} h short."
            ),
            **given,
        )
    if planned:
        return say(
            N_("We give {hours} h a week and {planned}, and count first on {first}."), **given
        )
    if broken:
        return say(
            N_(
                "We give {hours} h a week, and count first on {first}; in the week of {week} "
                "we are {short} h short."
            ),
            **given,
        )
    return say(N_("We give {hours} h a week, and count first on {first}."), **given)


TODOS = (
    ToDo(
        key="means",
        text=N_("Set means against each ambition: time, money, or patience"),
        missing=_means_missing,
        view="tradeoff",
    ),
    ToDo(
        key="revisit",
        text=N_("Revisit your objectives in the light of your means"),
        missing=_revisit_missing,
        view="tradeoff",
    ),
    ToDo(
        key="budget",
        text=N_("Set a budget to create content and to promote it"),
        missing=_budget_missing,
        view="budget",
    ),
)
