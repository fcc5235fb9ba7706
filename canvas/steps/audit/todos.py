"""What must be decided in the audit (C154), and what it comes down to."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.audit.crossroads import AudienceCrossroads, CrossroadsLevel
from canvas.steps.audit.figures import accounts, latest, metrics
from canvas.steps.audit.market import Competitor, CompetitorKeyword
from canvas.steps.audit.portrait import Portrait
from canvas.steps.audit.swot import Quadrant, SwotItem, heaviest
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.rule_names import Limit
from canvas.steps.wording import shorten


def decision(strategy: Strategy) -> Message | None:
    """Return what the audit comes down to, once a strength and an opportunity are there."""
    best = heaviest(strategy, Quadrant.STRENGTH)
    chance = heaviest(strategy, Quadrant.OPPORTUNITY)
    if best is None or chance is None:
        return None
    return say(
        N_("We build on “{strength}” to seize “{opportunity}”."),
        strength=shorten(best.text, 120),
        opportunity=shorten(chance.text, 120),
    )


def _accounts_missing(strategy: Strategy) -> Message | None:
    known = accounts(strategy)
    if not known and not strategy.one(Portrait).starts_from_zero:
        return say(N_("No account listed yet."))
    for account in known:
        name = shorten(account.title) or account.network
        snapshot = latest(strategy, account.id)
        if snapshot is None or snapshot.followers is None:
            return say(N_("The followers of “{account}” are not counted yet."), account=name)
        if account.decision is None:
            return say(N_("What becomes of “{account}” is not decided yet."), account=name)
    return None


def _crossroads_missing(strategy: Strategy) -> Message | None:
    for crossroads in strategy.of(AudienceCrossroads):
        if crossroads.network and crossroads.level is CrossroadsLevel.INDISPENSABLE:
            return None
    return say(N_("No network is marked as indispensable yet."))


def _competitors_missing(strategy: Strategy) -> Message | None:
    known = [competitor for competitor in strategy.of(Competitor) if competitor.name]
    least = figure_of(strategy, Limit.COMPETITORS_LEAST)
    most = figure_of(strategy, Limit.COMPETITORS_MOST)
    if len(known) < least:
        return say_count(
            "{n} competitor so far: choose {least} to {most}.",
            "{n} competitors so far: choose {least} to {most}.",
            len(known),
            least=least,
            most=most,
        )
    if len(known) > most:
        return say_count(
            "{n} competitor is too many to follow: keep {least} to {most}.",
            "{n} competitors are too many to follow: keep {least} to {most}.",
            len(known),
            least=least,
            most=most,
        )
    for competitor in known:
        if all(m.followers is None for m in metrics(strategy, competitor.id).values()):
            return say(
                N_("The followers of “{competitor}” are not counted yet."),
                competitor=shorten(competitor.name),
            )
    return None


def _sheets_missing(strategy: Strategy) -> Message | None:
    known = [competitor for competitor in strategy.of(Competitor) if competitor.name]
    if not known:
        return say(N_("No competitor to write a sheet about yet."))
    found_by = {line.competitor for line in strategy.of(CompetitorKeyword) if line.keyword}
    for competitor in known:
        name = shorten(competitor.name)
        if not metrics(strategy, competitor.id):
            return say(
                N_("The main accounts of “{competitor}” are not noted yet."), competitor=name
            )
        if competitor.id not in found_by:
            return say(
                N_("The keywords that “{competitor}” is found by are not noted yet."),
                competitor=name,
            )
    return None


def _swot_missing(strategy: Strategy) -> Message | None:
    filled = {item.quadrant for item in strategy.of(SwotItem) if item.text}
    for quadrant in Quadrant:
        if quadrant not in filled:
            return say(N_("No note yet under “{quadrant}”."), quadrant=quadrant)
    return None


def _portrait_missing(strategy: Strategy) -> Message | None:
    portrait = strategy.one(Portrait)
    if not portrait.situation:
        return say(N_("Where you are is not written yet."))
    if not portrait.ambition:
        return say(N_("Where you want to go is not written yet."))
    return None


TODOS = (
    ToDo(
        key="accounts",
        text=N_("Count each account’s followers and decide what becomes of it"),
        missing=_accounts_missing,
        view="accounts",
    ),
    ToDo(
        key="crossroads",
        text=N_("Say which networks your audience cannot do without"),
        missing=_crossroads_missing,
        view="portrait",
    ),
    ToDo(
        key="competitors",
        text=N_("Compare yourself with three or four competitors"),
        missing=_competitors_missing,
        view="competitors",
    ),
    ToDo(
        key="sheets",
        text=N_("Keep one sheet per competitor, with its keywords and main accounts"),
        missing=_sheets_missing,
        view="competitors",
    ),
    ToDo(
        key="swot",
        text=N_("Sum up the situation in one SWOT"),
        missing=_swot_missing,
        view="swot",
    ),
    ToDo(
        key="portrait",
        text=N_("Write where you are and where you want to go"),
        missing=_portrait_missing,
        view="portrait",
    ),
)
