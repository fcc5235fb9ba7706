"""What the means allow: cadence, providers' share, cost and date; which limit binds (C130, C133).

The triangle says what a balance means; this says which balance the means carry.  It reads
the same means by the same formulas (see tradeoff.py, and article 000 on time, money and
patience): its answer is a point of that triangle.  In hours a week of publishing:

    ours    = max(0, hours of our people − tasks)                time
    others  = min(hours of the providers,                        providers
                  their budget a month ÷ (rate × 52 / 12))       money
    work    = min(full, ours + others)                           ceiling of the rhythms
    in time when work ≥ plan                                     date

All rhythms move at one pace between “At least” and “At most”, so that the most posts and
the earliest date are both the largest `work`: one figure, and four walls around it.  Our
own hours are taken first, because an hour of a provider costs money.  Means that nobody
declared are no wall where they are people (hours unknown) and are not counted on where they
are money (nothing planned is nothing to spend).

A limit **binds** where one more unit of it alone gives more hours of publishing: an hour a
week, `MONEY_STEP` a month, a post a week that readers would still welcome.  Ours and others
add up, so that time and money may both bind.  Where two walls meet in one point, neither
gives anything alone: both are then `tight` and none binds.  The date binds where the target
comes late: a later date gives no post, it gives time.

Nothing here searches: see docs/adr/0009 for why this needs no solver.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from canvas.rules.tradeoff import Hand, Limit, Meaning, Means, Refusal, Weights, balance, meaning

MONEY_STEP = 100_00
"""Minor units a month of which one says what they would give, where nobody says otherwise."""

MONTH = 30
"""Days of one more month until the due date."""

_ENOUGH = 1e-9


class Bound(StrEnum):
    """What limits the cadence, in the order in which one thinks of it."""

    TIME = "time"
    MONEY = "money"
    PROVIDERS = "providers"
    CEILING = "ceiling"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Loosened:
    """What one more unit of a limit would give.

    Attributes:
        bound: The limit.
        unit: How much more of it: hours a week, minor units a month, posts a week, or days.
        work: Hours of publishing a week more.
        posts: Posts a week more, None while the accounts would still look abandoned.
        days: Days that the target comes earlier; 0 where that says nothing.
        late: Days after the due date that it would still come.
        place: Number of the rhythm that a higher ceiling is about, None for other limits.
    """

    bound: Bound
    unit: float
    work: float
    posts: float | None
    days: int
    late: int
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Feasible:
    """The fullest cadence that the means carry.

    Attributes:
        weights: Its place in the triangle.
        found: Its figures, or why even the least that accounts need is out of reach.
        work: Hours a week of publishing.
        ours: Those that we give, beside the tasks.
        paid: Those that providers give.
        tight: The limits that it touches.
        binds: Those of which one more unit alone gives more; empty where two meet.
        loosened: What one more unit gives, for each limit that binds.
        spare_hours: Our hours a week that are left over, None where they are unknown.
        spare_money: What is left of the providers' budget a month, in minor units.
        short_hours: Hours a week that our own tasks lack.
    """

    weights: Weights
    found: Meaning | Refusal
    work: float
    ours: float
    paid: float
    tight: tuple[Bound, ...]
    binds: tuple[Bound, ...]
    loosened: tuple[Loosened, ...]
    spare_hours: float | None
    spare_money: int
    short_hours: float


@dataclass(frozen=True, slots=True)
class _Share:
    """Who gives how many hours of publishing a week, and what stopped it."""

    ours: float
    paid: float
    tight: tuple[Bound, ...]

    @property
    def work(self) -> float:
        return self.ours + self.paid


def feasible(means: Means, *, money_step: int = MONEY_STEP) -> Feasible:
    """Return the fullest cadence that the means carry; the formulas are above.

    Args:
        means: The people, the providers, their rate and budget, the rhythms and the target.
        money_step: Minor units a month of which to say what they would give.
    """
    share = _share(means)
    weights = balance(means, share.work, share.paid)
    found = meaning(means, weights)
    steps = [_loosened(share, found, step) for step in _steps(means, share, money_step)]
    gains = [step for step in steps if step.work > _ENOUGH]
    late = _late(found)
    if late is not None:
        gains.append(late)
    available = means.available
    spent = math.ceil(round(share.paid * means.hour_month, 6))
    return Feasible(
        weights=weights,
        found=found,
        work=share.work,
        ours=share.ours,
        paid=share.paid,
        tight=(*share.tight, Bound.DATE) if late else share.tight,
        binds=tuple(step.bound for step in gains),
        loosened=tuple(gains),
        spare_hours=None if available is None else max(0.0, available - means.tasks - share.ours),
        spare_money=max(0, means.provider_month - spent),
        short_hours=0.0 if available is None else max(0.0, means.tasks - available),
    )


def _share(means: Means) -> _Share:
    """Return the largest work inside the four walls, our own hours first."""
    time = math.inf if means.available is None else max(0.0, means.available - means.tasks)
    theirs = _providers_hours(means)
    money = means.provider_month / means.hour_month if means.rate else math.inf
    ours = min(time, means.full)
    paid = min(theirs, money, means.full - ours)
    walls = {
        Bound.TIME: time <= ours + _ENOUGH,
        Bound.MONEY: money <= paid + _ENOUGH,
        Bound.PROVIDERS: theirs <= paid + _ENOUGH,
        Bound.CEILING: ours + paid >= means.full - _ENOUGH,
    }
    return _Share(ours, paid, tuple(bound for bound, touched in walls.items() if touched))


def _providers_hours(means: Means) -> float:
    """Return the hours a week that all providers have, infinite where one did not say."""
    hours = [hand.hours for hand in means.providers]
    return math.inf if None in hours else sum(h for h in hours if h is not None)


@dataclass(frozen=True, slots=True)
class _Step:
    """The means with one more unit of one limit."""

    bound: Bound
    unit: float
    means: Means
    place: int | None = None


def _steps(means: Means, share: _Share, money_step: int) -> Iterator[_Step]:
    """Yield one more unit of each limit that is one."""
    if means.available is not None:
        yield _Step(Bound.TIME, 1.0, replace(means, team=(*means.team, Hand("", 1.0))))
    richer = replace(means, provider_month=means.provider_month + money_step)
    yield _Step(Bound.MONEY, money_step, richer)
    if math.isfinite(_providers_hours(means)):
        larger = replace(means, providers=(*means.providers, Hand("", 1.0)))
        yield _Step(Bound.PROVIDERS, 1.0, larger)
    if Bound.CEILING in share.tight:
        yield _wider(means)


def _wider(means: Means) -> _Step:
    """Return one more post a week of the rhythm that takes the least time.

    No more of a post than there are hours for: a higher ceiling must not thin the others.
    """
    effort, number = min((line.effort, n) for n, line in enumerate(means.lines) if line.effort)

    def raised(posts: float) -> Means:
        lines = list(means.lines)
        lines[number] = replace(lines[number], at_most=lines[number].at_most + posts)
        return replace(means, lines=tuple(lines))

    spare = _share(raised(1.0)).work - means.full
    posts = min(1.0, max(0.0, spare / effort))
    return _Step(Bound.CEILING, posts, raised(posts), number)


def _loosened(share: _Share, found: Meaning | Refusal, step: _Step) -> Loosened:
    """Return what one more unit gives beyond what there is."""
    after = _share(step.means)
    better = meaning(step.means, balance(step.means, after.work, after.paid))
    posts = None
    days = late = 0
    if isinstance(better, Meaning):
        posts = better.total_posts - (found.total_posts if isinstance(found, Meaning) else 0.0)
        late = better.late
        if isinstance(found, Meaning) and found.date and better.date:
            days = (found.date - better.date).days
    work = after.work - share.work
    return Loosened(step.bound, step.unit, work, posts, days, late, step.place)


def _late(found: Meaning | Refusal) -> Loosened | None:
    """Return what one more month until the due date gives, None where the target is in time."""
    if isinstance(found, Refusal) or Limit.DATE not in found.limits:
        return None
    return Loosened(Bound.DATE, MONTH, 0.0, 0.0, 0, max(0, found.late - MONTH))
