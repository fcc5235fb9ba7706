"""Where the time goes: creating, promoting, talking, against the rule of thirds (C110)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.rules.gauge import (
    Bar,
    Fit,
    Gauge,
    Scope,
    at_most,
    named,
    names,
    worst,
)
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import ActivityFamily, PromotionLevel
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.effort import efforts_of
from canvas.steps.plan.promotion import PromotionAction
from canvas.steps.plan.rhythm import Rhythm

NEARLY, AWAY = 0.1, 0.2
"""Points of share that a third of time may be away from its target: time is a guess."""

FAMILIES = (ActivityFamily.CREATION, ActivityFamily.PROMOTION, ActivityFamily.INTERACTION)
"""The three that the rule of thirds balances; steering stands beside them."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours a week of the three families, and what nobody gave a figure or a family.

    Attributes:
        by_family: Hours a week that are known, by family.
        without_family: Hours a week of tasks of no family.
        posts: Lines whose effort nobody knows.
        tasks: Tasks without hours, or of no family.
        steps: Promotion steps without an effort.
    """

    by_family: dict[ActivityFamily, float]
    without_family: float
    posts: tuple[Post, ...]
    tasks: tuple[TaskAutomation, ...]
    steps: tuple[PromotionAction, ...]

    @property
    def total(self) -> float:
        """Hours a week of the three families."""
        return sum(self.by_family.values())


def hours(scope: Scope) -> Hours:
    """Return where the time goes: tasks, the lines' effort, their promotion (C110, C113)."""
    strategy = scope.strategy
    by_family = dict.fromkeys(FAMILIES, 0.0)
    without_family = 0.0
    silent = []
    for task in strategy.of(TaskAutomation):
        if task.hours is None or task.family is None:
            silent.append(task)
        if task.family is None:
            without_family += task.hours or 0
        elif task.family in by_family:
            by_family[task.family] += task.hours or 0
    efforts = efforts_of(strategy, scope.posts)
    routine = [step for step in strategy.of(PromotionAction) if step.name]
    levels = {
        level: sum(step.effort_hours or 0 for step in routine if step.serves(level))
        for level in (PromotionLevel.MAJOR, PromotionLevel.MINOR)
    }
    created = sum(effort or 0 for effort in efforts)
    promoted = sum(
        levels[PromotionLevel.MAJOR if post.is_major else PromotionLevel.MINOR]
        for post in scope.posts
    )
    by_family[ActivityFamily.CREATION] += created / scope.weeks
    by_family[ActivityFamily.PROMOTION] += promoted / scope.weeks
    return Hours(
        by_family,
        without_family,
        tuple(post for post, effort in zip(scope.posts, efforts, strict=True) if effort is None),
        tuple(silent),
        tuple(step for step in routine if step.effort_hours is None) if scope.posts else (),
    )


def thirds(scope: Scope) -> Gauge | None:
    """The rule of thirds: creating, promoting, talking (C110).

    Tasks are not split by network: this gauge is only drawn for all networks together.
    """
    if scope.network is not None:
        return None
    found = hours(scope)
    unknown = (*found.tasks, *found.posts, *found.steps)
    if not found.total and not unknown:
        return None
    targets = third_targets(scope.strategy.one(Rhythm))
    total = found.total
    fits = {
        family: at_most(abs(found.by_family[family] / total - target), NEARLY, AWAY - NEARLY)
        for family, target in targets.items()
        if total
    }
    bars = [
        Bar(
            say(family.label),
            say(
                N_("{share} · {hours} h a week"),
                share=Share(spent / total if total else 0),
                hours=round(spent, 1),
            ),
            spent,
            spent / total if total else 0.0,
            targets[family],
            fits.get(family),
        )
        for family, spent in found.by_family.items()
    ]
    if found.without_family:
        share = found.without_family / (total + found.without_family)
        figure = say(N_("{hours} h a week"), hours=round(found.without_family, 1))
        label = say(N_("No family"))
        bars.append(Bar(label, figure, found.without_family, share, unsaid=True))
    fit = worst(fits.values())
    # What is known must outweigh what is not, line by line.
    known = len(scope.posts) - len(found.posts)
    return Gauge(
        "thirds",
        N_("Thirds of time"),
        say(N_("{hours} h a week"), hours=round(total, 1)) if total else say(N_("Not said")),
        say(N_("creating, promoting, talking: {shares}"), shares=_in_words(targets)),
        fit if known >= len(found.posts) else Fit.UNKNOWN,
        (*_furthest(found, targets), *_silent(found)),
        tuple(record.id for record in unknown),
        tuple(bars),
    )


def third_targets(rhythm: Rhythm) -> dict[ActivityFamily, float]:
    """Return the share of time that each family should have.

    What the rules of the mix leave out shares the rest equally: thirds where they say
    nothing at all.
    """
    given = dict(
        zip(
            FAMILIES,
            (rhythm.creation_share, rhythm.promotion_share, rhythm.interaction_share),
            strict=True,
        )
    )
    rest = max(0.0, 1 - sum(share or 0 for share in given.values()))
    left = sum(share is None for share in given.values())
    return {f: rest / left if share is None else share for f, share in given.items()}


def _in_words(targets: dict[ActivityFamily, float]) -> tuple[Message, ...]:
    return tuple(say("{value}", value=Share(round(target, 2))) for target in targets.values())


def _furthest(found: Hours, targets: dict[ActivityFamily, float]) -> Iterator[Message]:
    if not found.total:
        return
    shares = {family: spent / found.total for family, spent in found.by_family.items()}
    family = max(shares, key=lambda family: abs(shares[family] - targets[family]))
    if abs(shares[family] - targets[family]) > NEARLY:
        yield say(
            N_("{family} takes {share} of the time, instead of {target}."),
            family=family,
            share=Share(shares[family]),
            target=Share(round(targets[family], 2)),
        )
    else:
        yield say(N_("None of the three takes the others’ time."))


def _silent(found: Hours) -> Iterator[Message]:
    if found.posts:
        yield say_count(
            "{n} line does not say its effort: {lines}.",
            "{n} lines do not say their effort: {lines}.",
            len(found.posts),
            lines=names(found.posts),
        )
    if found.tasks:
        yield say_count(
            "{n} task has no hours or no family: {tasks}.",
            "{n} tasks have no hours or no family: {tasks}.",
            len(found.tasks),
            tasks=named([task.title for task in found.tasks]),
        )
    if found.steps:
        yield say_count(
            "{n} promotion step has no effort: {steps}.",
            "{n} promotion steps have no effort: {steps}.",
            len(found.steps),
            steps=named([step.title for step in found.steps]),
        )
