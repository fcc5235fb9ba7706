"""What the resources say in the deck: team, hours, trade-off, budget, what gives way."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Cell,
    Column,
    FigureCard,
    Figures,
    Gap,
    Item,
    Panel,
    Piece,
    Section,
    Slide,
    Table,
    Tone,
    Triangle,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.frame.settings import money
from canvas.steps.resources.means import MeansGap
from canvas.steps.resources.story_load import load_story
from canvas.steps.resources.story_money import money_story
from canvas.steps.resources.team import TeamMember
from canvas.steps.resources.tradeoff import Scenario, Tradeoff, given_first
from canvas.steps.resources.workload import Workload, hours, weekly_workload
from canvas.steps.wording import listed, shorten, shown

_STEP = "resources"


def story(strategy: Strategy) -> Iterator[Piece]:
    """The team and its hours, its weeks, the trade-off, the budget, ambitions against means."""
    yield from in_detail(_hours(strategy))
    yield from in_detail(_team(strategy))
    yield from load_story(strategy)
    yield from _tradeoff(strategy)
    yield from money_story(strategy)


def _hours(strategy: Strategy) -> Iterator[Piece]:
    load = weekly_workload(strategy)
    if load.available is None:
        yield Gap(
            say(N_("The hours available")),
            say(N_("Time is the scarcest means; a plan that ignores it stops after a month.")),
            _STEP,
        )
        return
    short = load.spare is not None and load.spare < 0
    cards = [FigureCard(say(N_("Hours available")), hours(load.available), _people(strategy))]
    if load.needed:
        cards.append(FigureCard(say(N_("Hours needed")), hours(load.needed), _work(load)))
    if load.spare is not None:
        cards.append(
            FigureCard(
                say(N_("Hours short")) if short else say(N_("Hours to spare")),
                hours(abs(load.spare)),
                [
                    say(N_("Publish less, find help or aim lower."))
                    if short
                    else say(N_("Keep them for the unforeseen."))
                ],
                tone=Tone.BAD if short else Tone.GOOD,
            )
        )
    yield Slide(
        Section.MEANS,
        _hours_title(load),
        Figures(cards),
        notes=[
            say(
                N_(
                    "Hours needed are posts a week times the effort of each, plus the weekly "
                    "tasks; absences and the promotion of each post are left out."
                )
            )
        ],
        step=_STEP,
    )


def _people(strategy: Strategy) -> list[Message]:
    counted = [m for m in strategy.of(TeamMember) if m.hours_week is not None]
    return [say_count("{n} person counted", "{n} people counted", len(counted))]


def _work(load: Workload) -> list[Message]:
    remarks = [
        say(N_("Publishing: {hours} h"), hours=load.publishing),
        say(N_("Weekly tasks: {hours} h"), hours=load.tasks),
    ]
    if load.uncounted:
        remarks.append(
            say_count(
                "{n} rhythm without a known effort is not counted",
                "{n} rhythms without a known effort are not counted",
                load.uncounted,
            )
        )
    return remarks


def _hours_title(load: Workload) -> Message:
    if load.spare is None:
        return say(N_("We have {available} h a week for social media"), available=load.available)
    if load.spare < 0:
        return say(
            N_("We have {available} h a week and the plan takes {needed}: we are {short} h short"),
            available=load.available,
            needed=load.needed,
            short=-load.spare,
        )
    return say(
        N_("The plan takes {needed} h a week and we have {available}: it can be done"),
        available=load.available,
        needed=load.needed,
    )


def _team(strategy: Strategy) -> Iterator[Piece]:
    team = [member for member in strategy.of(TeamMember) if member.name]
    if not team:
        return
    yield Slide(
        Section.MEANS,
        say_count(
            "{n} person gives time: {names}",
            "{n} people give time: {names}",
            len(team),
            names=[shorten(member.name, 24) for member in team[:3]],
        )
        if len(team) <= 3
        else say_count("{n} person gives time", "{n} people give time to it", len(team)),
        Table(
            (
                Column(say(N_("Name")), 1),
                Column(say(N_("In-house or provider")), 1),
                Column(say(N_("Role")), 1.4),
                Column(say(N_("Skills")), 1.8),
                Column(say(N_("Hours a week")), 0.7, figures=True),
            ),
            [
                (
                    Cell(m.name, strong=True),
                    shown(m.belonging),
                    m.role,
                    listed(m.skills),
                    shown(m.hours_week),
                )
                for m in team
            ],
        ),
        step=_STEP,
    )


def _tradeoff(strategy: Strategy) -> Iterator[Piece]:
    tradeoff = strategy.one(Tradeoff)
    weights = tradeoff.weights
    if weights is None:
        yield Gap(
            say(N_("The choice between time, money and patience")),
            say(N_("Cheap, fast and effortless at once does not exist: something must give.")),
            _STEP,
        )
        return
    scenario = strategy.linked(Scenario, tradeoff.scenario)
    panels = [Panel(scenario.name, _scenario_items(strategy, scenario))] if scenario else []
    if tradeoff.reason:
        panels.append(Panel(say(N_("Why this balance")), [Item(tradeoff.reason)]))
    cuts = [gap for gap in strategy.of(MeansGap) if gap.ambition and gap.gives_way]
    panels.append(
        Panel(
            say(N_("What gives way")),
            [Item(gap.ambition, gap.decision or shown(gap.arbitration)) for gap in cuts],
            Tone.WATCH,
        )
    )
    yield Slide(
        Section.MEANS,
        _tradeoff_title(weights, scenario),
        Triangle(
            (say(N_("Our time")), say(N_("Our money")), say(N_("Our patience"))),
            weights,
            [panel for panel in panels if panel.items],
        ),
        step=_STEP,
    )


def _tradeoff_title(weights: tuple[float, float, float], scenario: Scenario | None) -> Message:
    first, second = given_first(weights)
    if scenario is not None and scenario.results_months:
        return say_count(
            "We count on {first}, then on {second}: first results after {n} month",
            "We count on {first}, then on {second}: first results after {n} months",
            scenario.results_months,
            first=first,
            second=second,
        )
    return say(N_("We count on {first}, then on {second}"), first=first, second=second)


def _scenario_items(strategy: Strategy, scenario: Scenario) -> list[Item]:
    lines = (
        (N_("Posts a week: {value}"), scenario.posts_per_week),
        (N_("Hours a week: {value}"), scenario.hours_week),
        (
            N_("Cost a month: {value}"),
            None if scenario.cost_month is None else money(strategy, scenario.cost_month),
        ),
        (
            N_("Done by providers: {value}"),
            None if scenario.provider_share is None else Share(scenario.provider_share),
        ),
        (N_("Watch out for: {value}"), scenario.warning or None),
    )
    return [Item(say(text, value=value)) for text, value in lines if value is not None]
