"""What a balance between time, money and patience means (C130, C133).

The method's eighth step says that there are always three constraints: with our time it
is cheaper and slower, with money dearer and faster, with patience cheap and light, and
later.  Cheap, fast and effortless at once gives nothing.  Here the three weights share
out **the work of publishing at full pace**: what we make ourselves, what others are paid
to make, and what is left for later.  Answering people stays with us at any pace.

Units are hours a week, posts a week, and minor units of the currency a month.  With, for
each rhythm i, its posts a week at most, at least and planned, and its hours a post:

    full  = Σ at_most  × effort          the whole work (h/week)
    floor = Σ at_least × effort          below it an account looks abandoned
    plan  = Σ planned  × effort          what the plan takes today
    ours  = min(time × full, max(0, available − tasks))
    paid  = money × full
    work  = ours + paid                  what is really published
    pace  = (work − floor) / (full − floor), from 0 to 1
    posts = at_least + pace × (at_most − at_least)          of each rhythm
    our hours      = min(tasks, available) + ours, shared in proportion to each one's hours
    provider share = paid / (tasks done + work)
    cost a month   = fixed costs + paid × rate × 52 / 12
    date           = start + (due − start) × plan / work

The last line says that the target takes the hours that the plan puts into it until its
due date: half the hours, twice the time.  Hours are a wall, since nobody works hours
that they do not have; money is not, since a budget can be voted: going over it is said.

**The corner that is refused.**  The weights are what one gives and they add to 100 %, so
“nothing at all” is no point of the triangle.  Its image is where neither our time nor
our money does the work and all is left to patience: there `work` falls below `floor`.
Accounts then look abandoned and no wait brings the result, so that patience is not what
is given there: it is the corner of those who want it cheap, effortless, and believe that
it comes by itself.  Time that the team does not have is no time given, so that the
corner grows along the edge of time when hours are short.  No figure is given there.

More money or more time in the place of patience, a larger team, a larger budget: none of
them ever gives fewer posts or a later date.  The tests hold this.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from canvas.steps.common import WEEKS_A_MONTH, Network

CORNER = 0.05
"""The part of the whole work that is refused even where no account has a minimum."""

STEP = 5
"""Percent between two points of the grid that a triangle shows: 231 of them in all."""

FAR = 3650
"""Days after which a date says nothing any more."""

_ENOUGH = 1e-9
_NOTICEABLE = 0.05  # h/week: what a figure with one decimal shows
_LATE = 7  # days
_SNAP = 0.01


@dataclass(frozen=True, slots=True)
class Weights:
    """What one gives; the three add to 1."""

    time: float
    money: float
    patience: float

    def __post_init__(self) -> None:
        parts = (self.time, self.money, self.patience)
        if min(parts) < -_ENOUGH or not math.isclose(sum(parts), 1, abs_tol=0.011):
            raise ValueError(parts)


@dataclass(frozen=True, slots=True)
class Line:
    """A rhythm of publication.

    Attributes:
        cadence: Id of its record, "" where it is assumed.
        place: Its network, or what its account is called.
        what: What goes out.
        planned: Posts a week in the plan.
        at_least: Posts a week below which it looks abandoned.
        at_most: Posts a week above which readers tire.
        effort: Hours a post.
    """

    cadence: str
    place: Network | str
    what: str
    planned: float
    at_least: float
    at_most: float
    effort: float


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who works on it; hours a week are None where unknown, the name "" too."""

    name: str
    hours: float | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """The main objective, with all that a date needs.

    Attributes:
        objective: Id of its record.
        start: When the work on it begins.
        due: When it must be reached; after `start`.
        baseline: The figure today, None where unknown.
        target: The figure to reach, None where unknown.
    """

    objective: str
    start: dt.date
    due: dt.date
    baseline: float | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Means:
    """What the strategy says of its work, its hands and its money.

    Attributes:
        lines: The rhythms; at least one, with some work in it.
        tasks: Hours a week that come back whatever the pace: answering, watching.
        team: Our own people.
        providers: Those who are paid; at least one, perhaps nameless.
        rate: Minor units that an hour of a provider costs.
        provider_month: What the budget has for providers, a month.
        fixed_month: What else it holds, a month: tools, advertising, prints.
        budgeted: Whether any amount is planned, so that money can run short.
        goal: None where there is no dated objective.
    """

    lines: tuple[Line, ...]
    tasks: float
    team: tuple[Hand, ...]
    providers: tuple[Hand, ...]
    rate: int
    provider_month: int = 0
    fixed_month: int = 0
    budgeted: bool = False
    goal: Goal | None = None

    @property
    def full(self) -> float:
        """Hours a week of publishing at full pace."""
        return sum(line.at_most * line.effort for line in self.lines)

    @property
    def floor(self) -> float:
        """Hours a week of publishing below which a balance is refused."""
        least = sum(line.at_least * line.effort for line in self.lines)
        return max(least, CORNER * self.full)

    @property
    def plan(self) -> float:
        """Hours a week of publishing that the plan takes."""
        return sum(line.planned * line.effort for line in self.lines)

    @property
    def available(self) -> float | None:
        """Hours a week of our own people, None where nobody's are known."""
        known = [hand.hours for hand in self.team if hand.hours is not None]
        return sum(known) if known else None

    @property
    def budget_month(self) -> int:
        """What is planned in all, a month."""
        return self.provider_month + self.fixed_month

    @property
    def hour_month(self) -> float:
        """What an hour a week of a provider costs in a month, in minor units."""
        return self.rate * WEEKS_A_MONTH


class Limit(StrEnum):
    """What stops a balance, the most pressing first."""

    TIME = "time"
    MONEY = "money"
    DATE = "date"
    CEILING = "ceiling"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a balance has no figures.

    Attributes:
        given: Hours a week of publishing that it would give.
        asked: Hours a week that the accounts need at least.
        no_hours: Whether our time was given but is not there.
    """

    given: float
    asked: float
    no_hours: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a balance gives.

    Attributes:
        posts: Posts a week, one figure a line, in their order.
        team: Hours a week of each of our people; the sum is `our_hours`.
        providers: Hours a week of each provider; the sum is `paid`.
        tasks: Hours a week that go to answers and other tasks, within `our_hours`.
        our_hours: Hours a week of our own.
        paid: Hours a week that are paid for.
        short: Hours a week that the balance asks of us and that we do not have.
        provider_share: The part of all work that others do, 0.0–1.0.
        provider_month: What they cost a month.
        cost_month: All that is spent a month; providers and fixed costs.
        over: What exceeds the budget, a month; 0 where it holds or there is none.
        date: When the target is reached; None without a dated objective, or so far
            away that it says nothing.
        late: Days after its due date, 0 where in time.
        at_due: The objective's figure on its due date, None where unknown.
        limits: What stops it, the most pressing first; empty where it holds.
    """

    posts: tuple[float, ...]
    team: tuple[Hand, ...]
    providers: tuple[Hand, ...]
    tasks: float
    our_hours: float
    paid: float
    short: float
    provider_share: float
    provider_month: int
    cost_month: int
    over: int
    date: dt.date | None
    late: int
    at_due: float | None
    limits: tuple[Limit, ...]

    @property
    def total_posts(self) -> float:
        """Posts a week, all accounts together."""
        return sum(self.posts)


def meaning(means: Means, weights: Weights) -> Meaning | Refusal:
    """Return what a balance gives, or why it is refused; the formulas are above."""
    wanted = max(0.0, weights.time) * means.full
    paid = max(0.0, weights.money) * means.full
    available = means.available
    room = math.inf if available is None else max(0.0, available - means.tasks)
    ours = min(wanted, room)
    work = ours + paid
    if work < means.floor - _ENOUGH:
        return Refusal(work, means.floor, no_hours=wanted - ours > _NOTICEABLE)
    tasks = means.tasks if available is None else min(means.tasks, available)
    provider_month = round(paid * means.hour_month)
    cost = provider_month + means.fixed_month
    over = max(0, cost - means.budget_month) if means.budgeted else 0
    date, late, at_due = _reached(means, work)
    short = wanted - ours + means.tasks - tasks
    limits = {
        Limit.TIME: short > _NOTICEABLE,
        # A cent of rounding is not a budget exceeded.
        Limit.MONEY: over > means.budget_month / 200,
        Limit.DATE: means.goal is not None and late >= _LATE,
        Limit.CEILING: work > means.full - _ENOUGH,
    }
    done = tasks + work
    return Meaning(
        posts=_posts(means, work),
        team=_shared(means.team, tasks + ours),
        providers=_shared(means.providers, paid),
        tasks=tasks,
        our_hours=tasks + ours,
        paid=paid,
        short=short,
        provider_share=paid / done if done else 0.0,
        provider_month=provider_month,
        cost_month=cost,
        over=over if limits[Limit.MONEY] else 0,
        date=date,
        late=late,
        at_due=at_due,
        limits=tuple(limit for limit, stops in limits.items() if stops),
    )


def _posts(means: Means, work: float) -> tuple[float, ...]:
    least = sum(line.at_least * line.effort for line in means.lines)
    room = means.full - least
    pace = min(1.0, max(0.0, (work - least) / room)) if room > _ENOUGH else 1.0
    return tuple(line.at_least + pace * (line.at_most - line.at_least) for line in means.lines)


def _shared(hands: tuple[Hand, ...], hours: float) -> tuple[Hand, ...]:
    """Share hours in proportion to what each one has; equally where nobody says."""
    known = sum(hand.hours or 0.0 for hand in hands)
    if not known:
        return tuple(Hand(hand.name, hours / len(hands)) for hand in hands)
    return tuple(Hand(hand.name, hours * ((hand.hours or 0.0) / known)) for hand in hands)


def _reached(means: Means, work: float) -> tuple[dt.date | None, int, float | None]:
    """Return when the target is reached, how late, and the figure on the due date."""
    goal = means.goal
    if goal is None:
        return None, 0, None
    length = (goal.due - goal.start).days
    # Without a plan, the due date is taken as that of the full pace.
    takes = length * (means.plan or means.full) / work
    days = math.ceil(takes - _ENOUGH)
    at_due = None
    if goal.baseline is not None and goal.target is not None:
        at_due = goal.baseline + (goal.target - goal.baseline) * min(1.0, length / takes)
    date = goal.start + dt.timedelta(days) if days <= FAR else None
    return date, max(0, days - length), at_due


def grid() -> Iterator[Weights]:
    """Yield all balances in steps of `STEP` percent: by time, then by money."""
    steps = 100 // STEP
    for time in range(steps + 1):
        for money in range(steps + 1 - time):
            yield Weights(time / steps, money / steps, (steps - time - money) / steps)


def snapped(weights: Weights) -> Weights:
    """Return the point of the grid that `weights` mean, but for a rounding; else themselves."""
    steps = 100 // STEP
    time, money = round(weights.time * steps), round(weights.money * steps)
    off = max(abs(time / steps - weights.time), abs(money / steps - weights.money))
    if off >= _SNAP or time + money > steps:
        return weights
    return Weights(time / steps, money / steps, (steps - time - money) / steps)


def balance(means: Means, work: float, paid: float) -> Weights:
    """Return the balance that gives so much work, so much of it paid; the reverse of `meaning`."""
    share = min(1.0, max(0.0, work / means.full))
    money = min(share, max(0.0, paid / means.full))
    return Weights(share - money, money, 1 - share)


def of_plan(means: Means) -> Weights:
    """Return where the plan stands, with what its budget has for providers."""
    return balance(means, means.plan, means.provider_month / means.hour_month)


def of_scenario(
    means: Means, *, posts: float | None, hours: float | None, provider_share: float | None
) -> Weights | None:
    """Return where a scenario stands, None where it says too little.

    Args:
        means: What there is.
        posts: Its posts a week; where unknown, its hours tell.
        hours: Its hours a week of our own.
        provider_share: The part of all work that others do; none where unknown.
    """
    share = min(1.0, provider_share or 0.0)
    if posts is not None:
        work = _work_for(means, posts)
    elif hours is not None and share < 1:
        work = max(0.0, hours / (1 - share) - means.tasks)
    else:
        return None
    return balance(means, work, share * (means.tasks + work))


def _work_for(means: Means, posts: float) -> float:
    """Return the hours of publishing that so many posts a week take."""
    least = sum(line.at_least for line in means.lines)
    most = sum(line.at_most for line in means.lines)
    floor = sum(line.at_least * line.effort for line in means.lines)
    if posts < least:
        return floor * posts / least
    if most - least < _ENOUGH:
        return means.full
    return floor + (means.full - floor) * min(1.0, (posts - least) / (most - least))
