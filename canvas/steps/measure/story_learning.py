"""What the deck says of the return, of lessons, and of changes on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Bullets,
    Cell,
    Column,
    Gap,
    Item,
    Panel,
    Piece,
    Said,
    Section,
    Slide,
    Table,
    Tone,
)
from canvas.domain.strategy import Strategy
from canvas.steps.frame.settings import money
from canvas.steps.frame.year import Experiment
from canvas.steps.measure.choices import Verdict
from canvas.steps.measure.follow_up import Adjustment
from canvas.steps.measure.learning import Learning, SplitTest, Survey
from canvas.steps.measure.returns import (
    break_even,
    budget_a_month,
    credited,
    monthly_target,
    time_a_month,
    whole,
)
from canvas.steps.measure.value import RoiValue
from canvas.steps.plan.story import side_by_side
from canvas.steps.resources.spending import by_category
from canvas.steps.wording import listed, name_of, names_of, shorten, shown

_STEP = "measure"


def learning_story(strategy: Strategy) -> Iterator[Piece]:
    """How the return is computed, what was learnt, what changed."""
    yield from _return(strategy)
    yield from _lessons(strategy)
    yield from _adjustments(strategy)


def _return(strategy: Strategy) -> Iterator[Piece]:
    gains = [value for value in strategy.of(RoiValue) if value.name]
    priced = [value for value in gains if value.value_each]
    if not priced:
        yield Gap(
            say(N_("How the return is computed")),
            say(N_("Until a contact or an order has a value, nobody can tell whether it pays.")),
            _STEP,
        )
        return
    first = priced[0]
    pays_from = break_even(strategy, first)
    name = shorten(first.name, 50)
    title = (
        say(N_("“{gain}” covers what we spend from {n} a month on"), gain=name, n=pays_from)
        if pays_from
        else say(
            N_("What it brings has a price: “{gain}” is worth {value}"),
            gain=name,
            value=money(strategy, first.value_each or 0),
        )
    )
    yield Slide(
        Section.MEANS,
        title,
        Bullets(
            [
                Panel(say(N_("What we gain")), [_gain(strategy, g) for g in gains], Tone.GOOD),
                Panel(
                    say(N_("What it costs")),
                    _costs(strategy) or [Item(say(N_("Hours and budget still to be filled in")))],
                ),
                Panel(say(N_("What remains")), _remains(strategy, first), Tone.ACCENT),
            ]
        ),
        notes=[
            say(N_("The time of the team is counted at its cost: it is never free.")),
            say(N_("Gains are not added up: one client may stand behind several of them.")),
        ],
        step=_STEP,
    )


def _gain(strategy: Strategy, gain: RoiValue) -> Item:
    worth: Said = ""
    if gain.value_each is not None:
        worth = say(N_("{money} each"), money=money(strategy, gain.value_each))
    credit: Said = ""
    if gain.attribution is not None:
        credit = say(N_("{share} credited to social media"), share=Share(gain.attribution))
    return Item(gain.name, listed([worth, credit, name_of(strategy, gain.kpi)]))


def _costs(strategy: Strategy) -> list[Item]:
    time, budget = time_a_month(strategy), budget_a_month(strategy)
    found = []
    if time:
        found.append(
            Item(
                say(N_("Time of the team: {money} a month"), money=money(strategy, time)),
                say(N_("hours × cost of an hour, providers apart")),
            )
        )
    if budget:
        planned = sum(spending.planned for spending in by_category(strategy))
        found.append(
            Item(
                say(N_("Budget: {money} a month"), money=money(strategy, budget)),
                say(N_("planned in all: {money}"), money=money(strategy, planned)),
            )
        )
    if time and budget:
        found.append(Item(say(N_("In all: {money} a month"), money=money(strategy, time + budget))))
    return found


def _remains(strategy: Strategy, gain: RoiValue) -> list[Item]:
    costs = time_a_month(strategy) + budget_a_month(strategy)
    pays_from, target = break_even(strategy, gain), monthly_target(strategy, gain)
    formulas = [
        Item(say(N_("Return = (gains − costs) ÷ costs"))),
        Item(say(N_("Cost of a contact = costs ÷ contacts"))),
    ]
    if pays_from is None:
        return formulas
    found = [Item(say(N_("Costs are covered from {n} a month on"), n=pays_from), gain.name)]
    if target:
        brought = round(target * credited(gain))
        found.append(
            Item(
                say(
                    N_("At the target of {n}: {money} a month"),
                    n=target,
                    money=money(strategy, brought),
                ),
                say(N_("{share} of the costs come back"), share=Share(round(brought / costs, 2))),
            )
        )
        found.append(
            Item(say(N_("One costs {money} then"), money=money(strategy, whole(costs / target))))
        )
    return found


def _lessons(strategy: Strategy) -> Iterator[Piece]:
    lessons = sorted(
        (lesson for lesson in strategy.of(Learning) if lesson.what),
        key=lambda lesson: lesson.date or dt.date.min,
        reverse=True,
    )
    panels = [
        Panel(say(N_("It worked")), _with(lessons, Verdict.SUCCESS), Tone.GOOD),
        Panel(say(N_("It failed")), _with(lessons, Verdict.FAILURE), Tone.BAD),
        Panel(say(N_("Other lessons")), _with(lessons, Verdict.MIXED, None)),
        Panel(say(N_("Being tried")), list(_trials(strategy)), Tone.WATCH),
        Panel(
            say(N_("What people tell us")),
            [Item(s.name, shorten(s.findings, 200)) for s in strategy.of(Survey) if s.findings],
        ),
    ]
    if not any(panel.items for panel in panels):
        return
    yield Slide(
        Section.MEANS,
        say_count(
            "One lesson so far: {latest}",
            "{n} lessons so far; the latest: {latest}",
            len(lessons),
            latest=shorten(lessons[0].what, 65),
        )
        if lessons
        else say(N_("What we are trying out, and what people tell us")),
        side_by_side(panels),
        step=_STEP,
    )


def _with(lessons: list[Learning], *results: Verdict | None) -> list[Item]:
    return [
        Item(lesson.what, listed([shown(lesson.decision), lesson.evidence]))
        for lesson in lessons
        if lesson.result in results
    ]


def _trials(strategy: Strategy) -> Iterator[Item]:
    for test in strategy.of(SplitTest):
        if test.hypothesis and test.winner is None:
            yield Item(test.hypothesis, _versions(test))
    for experiment in strategy.of(Experiment):
        if experiment.title and experiment.decision is None:
            yield Item(experiment.title, shown(experiment.network))


def _versions(test: SplitTest) -> Message | str:
    if not (test.variant_a and test.variant_b):
        return ""
    return say(N_("A: {a}; B: {b}"), a=test.variant_a, b=test.variant_b)


def _adjustments(strategy: Strategy) -> Iterator[Piece]:
    changes = sorted(
        (change for change in strategy.of(Adjustment) if change.what),
        key=lambda change: change.date or dt.date.max,
    )
    if not changes:
        return
    yield Slide(
        Section.MEANS,
        say_count(
            "The plan changed once: {last}",
            "The plan changed {n} times; latest change: {last}",
            len(changes),
            last=shorten(changes[-1].what, 70),
        ),
        Table(
            (
                Column(say(N_("From (date)")), 0.9),
                Column(say(N_("What changes")), 2),
                Column(say(N_("Why")), 1.6),
                Column(say(N_("Informed")), 1.2),
            ),
            [
                (
                    shown(change.date),
                    Cell(change.what, strong=True),
                    change.why,
                    listed(names_of(strategy, change.informed)),
                )
                for change in changes
            ],
        ),
        step=_STEP,
    )
