"""What a balance means, in the words that a room reads: figures, differences, limits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from canvas.domain.messages import N_, Message, Money, say, say_count
from canvas.i18n import Translator
from canvas.rules.tradeoff import (
    STEP,
    Limit,
    Meaning,
    Means,
    Refusal,
    Weights,
    grid,
    meaning,
    of_plan,
)
from canvas.rules.tradeoff_choice import kept
from canvas.steps.common import Network

NONE = "–"
"""What stands in the place of a figure that there is not."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What cards compare; each is None where nobody says.

    Attributes:
        posts: Posts a week.
        hours: Hours a week of our own.
        cost: Minor units a month.
        share: The part that providers do.
        date: When the target is reached.
    """

    posts: float | None
    hours: float | None
    cost: int | None
    share: float | None
    date: dt.date | None

    @classmethod
    def of(cls, found: Meaning) -> Figures:
        """Return those of a balance."""
        return cls(
            found.total_posts, found.our_hours, found.cost_month, found.provider_share, found.date
        )


def plan_figures(means: Means) -> Figures:
    """Return the figures of the plan as it is; nothing planned is nothing to compare with."""
    due = means.goal.due if means.goal else None
    cost = means.budget_month if means.budgeted else None
    if not means.plan:
        return Figures(None, None, cost, None, due)
    weights = of_plan(means)
    paid = weights.money * means.full
    work = means.plan
    return Figures(
        sum(line.planned for line in means.lines),
        means.tasks + max(0.0, work - paid),
        cost,
        paid / (means.tasks + work),
        due,
    )


def span(days: int) -> Message:
    """Return a length of time in weeks, or in months from nine weeks on."""
    weeks = max(1, round(days / 7))
    if weeks < 9:
        return say_count("{n} week", "{n} weeks", weeks)
    return say_count("{n} month", "{n} months", round(days / 30.4))


@dataclass(frozen=True)
class Writer:
    """Writes the figures of one strategy's means in one language.

    Attributes:
        means: What there is.
        currency: The currency of all amounts.
        tr: The reader's language.
    """

    means: Means
    currency: str
    tr: Translator
    plan: Figures = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plan", plan_figures(self.means))

    def money(self, minor: int) -> Money:
        """Return an amount as a room reads it: without cents."""
        return Money(round(minor, -2), self.currency)

    def hours(self, number: float) -> str:
        """Return hours a week as a figure."""
        return self.tr(say(N_("{hours} h"), hours=round(number, 1)))

    def figures(self, found: Figures) -> list[str]:
        """Return posts, hours, cost, share of providers and date."""
        tr = self.tr
        return [
            NONE if found.posts is None else tr.number(found.posts),
            NONE if found.hours is None else self.hours(found.hours),
            NONE if found.cost is None else tr.money(self.money(found.cost)),
            NONE if found.share is None else tr.share(found.share, 0),
            NONE if found.date is None else tr.date(found.date, "medium"),
        ]

    def differences(self, found: Figures) -> list[str]:
        """Return what is different from the plan, figure by figure, in words."""
        said = (
            self._posts(found.posts),
            self._hours(found.hours),
            self._cost(found.cost),
            self._date(found.date),
        )
        return [self.tr(message) if message else "" for message in said]

    def _posts(self, posts: float | None) -> Message | None:
        if posts is None or self.plan.posts is None:
            return None
        more = round(posts - self.plan.posts, 2)
        if abs(more) < 0.05:
            return say(N_("as planned"))
        if more > 0:
            return say(N_("{n} more than planned"), n=more)
        return say(N_("{n} fewer than planned"), n=-more)

    def _hours(self, hours: float | None) -> Message | None:
        if hours is None or self.plan.hours is None:
            return None
        more = round(hours - self.plan.hours, 1)
        if not more:
            return say(N_("as planned"))
        if more > 0:
            return say(N_("{n} h more than planned"), n=more)
        return say(N_("{n} h less than planned"), n=-more)

    def _cost(self, cost: int | None) -> Message | None:
        if cost is None or self.plan.cost is None:
            return None
        more = round(cost - self.plan.cost, -2)
        if not more:
            return say(N_("as planned"))
        if more > 0:
            return say(N_("{amount} more than planned"), amount=self.money(more))
        return say(N_("{amount} less than planned"), amount=self.money(-more))

    def _date(self, date: dt.date | None) -> Message | None:
        if self.plan.date is None:
            return say(N_("The main objective has no due date"))
        if date is None:
            return say(N_("not within ten years"))
        days = (date - self.plan.date).days
        if abs(days) < 7:
            return say(N_("as planned"))
        if days > 0:
            return say(N_("{time} later"), time=span(days))
        return say(N_("{time} earlier"), time=span(-days))

    def limits(self, found: Meaning) -> list[tuple[str, str]]:
        """Return what stops a balance, as codes and sentences; that it holds, if so."""
        said: list[tuple[str, Message]] = []
        for limit in found.limits:
            match limit:
                case Limit.TIME:
                    text = say(
                        N_("Our time runs short: {n} h a week are missing"), n=round(found.short, 1)
                    )
                case Limit.MONEY:
                    text = say(
                        N_("Over the budget by {amount} a month"), amount=self.money(found.over)
                    )
                case Limit.DATE:
                    text = self._late(found)
                case Limit.CEILING:
                    text = say(N_("Full pace: your accounts take no more posts"))
            said.append((str(limit), text))
        if not any(limit is not Limit.CEILING for limit in found.limits):
            said.insert(0, ("holds", self._holds(found)))
        return [(code, self.tr(text)) for code, text in said]

    def _holds(self, found: Meaning) -> Message:
        available = self.means.available
        spare = 0.0 if available is None else round(available - found.our_hours, 1)
        if spare <= 0:
            return say(N_("It holds"))
        return say(N_("It holds, with {n} h a week to spare"), n=spare)

    def _late(self, found: Meaning) -> Message:
        late, goal = span(found.late), self.means.goal
        if goal is None or found.at_due is None:
            return say(N_("The target comes {time} late"), time=late)
        return say(
            N_("The target comes {time} late: {value} instead of {target} on the due date"),
            time=late,
            value=round(found.at_due, 1 if abs(found.at_due) < 20 else None),
            target=goal.target,
        )

    def refusal(self, found: Refusal) -> str:
        """Return why a balance is refused."""
        text = N_(
            "Cheap, fast and effortless does not exist: {given} h a week to publish, where your "
            "accounts need {asked} to stay alive. Give more, or keep fewer accounts: waiting "
            "does not help."
        )
        if found.no_hours:
            text = N_(
                "The time given here is not there: {given} h a week are left to publish, where "
                "your accounts need {asked} to stay alive."
            )
        return self.tr(say(text, given=round(found.given, 1), asked=round(found.asked, 1)))

    def places(self) -> dict[Network | str, list[int]]:
        """Return the networks that are published on, with the numbers of their lines."""
        found: dict[Network | str, list[int]] = {}
        for number, line in enumerate(self.means.lines):
            found.setdefault(line.place, []).append(number)
        return found

    def point(self, weights: Weights, words: dict[str, int]) -> list[Any]:
        """Return what triangle.js shows of a balance, its texts as numbers in `words`.

        One refused is its reason alone; the others are five figures, four differences,
        posts by network, hours of the team, hours of providers, limits, and the raw figures
        to keep.
        """

        def word(text: str) -> int:
            return words.setdefault(text, len(words))

        found = meaning(self.means, weights)
        if isinstance(found, Refusal):
            return [word(self.refusal(found))]
        figures = Figures.of(found)
        posts = [sum(found.posts[n] for n in numbers) for numbers in self.places().values()]
        return [
            [word(text) for text in self.figures(figures)],
            [word(text) for text in self.differences(figures)],
            [word(self.tr.number(number)) for number in posts],
            [word(self.hours(hand.hours or 0.0)) for hand in found.team],
            [word(self.hours(hand.hours or 0.0)) for hand in found.providers],
            [(code, word(text)) for code, text in self.limits(found)],
            list(kept(found, self.means).values()),
        ]


@lru_cache(maxsize=32)
def table(means: Means, currency: str, tr: Translator) -> Mapping[str, Any]:
    """Return what all balances of the grid mean, once for all who look at the same means.

    Moving the handle changes none of the means, so that no gesture computes it again.
    """
    words: dict[str, int] = {}
    writer = Writer(means, currency, tr)
    points = [writer.point(weights, words) for weights in grid()]
    return {"step": STEP, "points": points, "words": list(words)}


def exact(writer: Writer, weights: Weights) -> Mapping[str, Any]:
    """Return what one balance beside the grid means, with words of its own."""
    words: dict[str, int] = {}
    point = writer.point(weights, words)
    return {"point": point, "words": list(words)}


def names(writer: Writer) -> Mapping[str, Sequence[str]]:
    """Return what the networks and the people are called."""
    tr = writer.tr
    places = [
        tr.label(place) if isinstance(place, Network) else place or tr(N_("Main account"))
        for place in writer.places()
    ]
    team = [hand.name or tr(N_("All of us")) for hand in writer.means.team]
    providers = [hand.name or tr(N_("A provider")) for hand in writer.means.providers]
    return {"places": places, "team": team, "providers": providers}


def in_percent(weights: Weights) -> list[float]:
    """Return a balance as triangle.js reads it."""
    return [round(100 * part, 2) for part in (weights.time, weights.money, weights.patience)]
