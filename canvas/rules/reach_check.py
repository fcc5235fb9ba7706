"""What posts can reach without advertising, and targets that ask for more (C54).

An objective is set against the most that today's followers, the planned rhythm and the
highest usual rate give in a month: what is beyond that must be paid for, or is too much.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from canvas.domain.messages import N_, Message, say
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_accounts import AccountFigures, account_figures
from canvas.rules.dashboard_period import Span, months_known, period
from canvas.rules.feeds import Months
from canvas.rules.funnel import STAGES, Stage, simulate, start_of
from canvas.rules.usual_reach import Range, own_reach, published_reach, usual_reach
from canvas.steps.audit.accounts import AccountSnapshot
from canvas.steps.audit.figures import NOT_FOLLOWED
from canvas.steps.common import WEEKS_A_MONTH, Frequency, Network
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.rhythm import Cadence

_A_MONTH = {
    Frequency.DAILY: 365 / 12,
    Frequency.WEEKLY: WEEKS_A_MONTH,
    Frequency.QUARTERLY: 1 / 3,
    Frequency.YEARLY: 1 / 12,
}

_CURRENCIES = ("€", "$", "£", "eur", "usd", "chf")
"""A value in money is no number of people."""


@dataclass(frozen=True, slots=True)
class NetworkReach:
    """What a post reaches on a network.

    Attributes:
        network: The network.
        followers: Followers of all its accounts.
        published: What the sources say, None where they say nothing.
        own: What the strategy writes, None where it writes nothing.
        measured: What posts reached on average, as a ratio; None with too few of them.
        posts: How many posts that is made of.
    """

    network: Network
    followers: int
    published: Range | None
    own: Range | None
    measured: float | None
    posts: int

    @property
    def usual(self) -> Range | None:
        """What counts: the strategy's own rate, else the published one."""
        return self.own or self.published

    @property
    def expected(self) -> tuple[int, int] | None:
        """How few and how many followers see a post; None where nobody gives a rate."""
        if self.usual is None:
            return None
        return round(self.followers * self.usual.low), round(self.followers * self.usual.high)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an objective asks of the networks in a month, and what they can give.

    Attributes:
        objective: The objective.
        kpi: Its indicator, which counts it.
        stage: What is counted.
        wanted: How many a month.
        most: The most that organic reach gives, None where nobody knows.
        bound: What that is counted in: the stage, or one before it whose rate is known.
    """

    objective: Objective
    kpi: Kpi
    stage: Stage
    wanted: float
    most: float | None
    bound: Stage

    @property
    def is_beyond(self) -> bool:
        """Whether it asks for more than organic reach can give."""
        return self.most is not None and self.wanted > self.most

    @property
    def verdict(self) -> Message:
        """What that means, in a few words."""
        if self.most is None:
            return say(N_("Followers or posts are not known."))
        if self.is_beyond:
            return say(N_("Beyond organic reach: pay for reach, post more or aim lower."))
        if self.bound is self.stage:
            return say(N_("Within reach."))
        return say(
            N_("Takes one in {n} ({bound})."),
            n=int(self.most // self.wanted) if self.wanted else 0,
            bound=say(self.bound.label),
        )


def last_year(strategy: Strategy, figures: Figures, today: dt.date) -> Span:
    """Return the twelve months until the latest one that anything is known of, today's at most."""
    days = [dt.date(*month, 1) for month in months_known(strategy, figures)]
    days += [read.date.replace(day=1) for read in strategy.of(AccountSnapshot) if read.date]
    latest = max((day for day in days if day <= today), default=today)
    return period(ReportPeriod.YEAR, latest, back=11)


def reach_by_network(strategy: Strategy, months: Months, span: Span) -> tuple[NetworkReach, ...]:
    """Return what a post reaches on each network that people follow us on, the largest first."""
    by_network: dict[Network, list[AccountFigures]] = {}
    for one in account_figures(strategy, months, span):
        network = one.account.network
        if network is not None and network not in NOT_FOLLOWED and one.followers is not None:
            by_network.setdefault(network, []).append(one)
    found = [_network(strategy, network, ours) for network, ours in by_network.items()]
    return tuple(sorted(found, key=lambda one: -one.followers))


def _network(strategy: Strategy, network: Network, ours: Sequence[AccountFigures]) -> NetworkReach:
    known = [one for one in ours if one.organic.value is not None and one.followers]
    below = sum(one.followers.value for one in known if one.followers)
    reached = sum((one.organic.value or 0) * one.followers.value for one in known if one.followers)
    return NetworkReach(
        network,
        round(sum(one.followers.value for one in ours if one.followers)),
        next(published_reach(network), None),
        next(own_reach(strategy, network), None),
        reached / below if below else None,
        sum(one.organic.posts for one in known),
    )


def asked(strategy: Strategy, months: Months, span: Span) -> Iterator[Asked]:
    """Yield what each objective asks of the networks, where an indicator counts people."""
    most: dict[tuple[Network, ...], dict[Stage, float | None]] = {}
    for kpi in strategy.of(Kpi):
        objective = strategy.linked(Objective, kpi.objective)
        stage = STAGES.get(kpi.measure) if kpi.measure else None
        if objective is None or not objective.title or stage is None or kpi.target is None:
            continue
        if any(sign in kpi.unit.casefold() for sign in _CURRENCIES):
            continue
        if kpi.networks not in most:
            most[kpi.networks] = _most(strategy, months, span, kpi.networks)
        found = most[kpi.networks]
        # A rate that nobody knows bounds nothing: then the stage before it does.
        order = list(Stage)[: list(Stage).index(stage) + 1]
        bound = next((one for one in reversed(order) if found[one] is not None), stage)
        wanted = kpi.target * (_A_MONTH.get(kpi.frequency, 1.0) if kpi.frequency else 1.0)
        yield Asked(objective, kpi, stage, wanted, found[bound], bound)


def _most(
    strategy: Strategy, months: Months, span: Span, networks: Sequence[Network]
) -> dict[Stage, float | None]:
    """Return the most that a month brings at each stage, all accounts of some networks together.

    A stage is known once each account that reaches people has its rate.
    """
    totals: list[dict[Stage, float | None]] = []
    for one in account_figures(strategy, months, span):
        account = one.account
        if account.network is None or (networks and account.network not in networks):
            continue
        start = start_of(strategy, months, account, span)
        rates = [one.organic.value, *(r.high for r in usual_reach(strategy, account.network))][:2]
        # Where nobody knows a rate all followers count: the most shall be no guess.
        high = max((rate for rate in rates if rate is not None), default=1.0)
        posts = max(start.posts.value or 0, _planned(strategy, account.id)) or None
        click, contact = (
            None if known.is_thin else known.value for known in (start.click, start.contact)
        )
        found = simulate(
            replace(start.levers, reach=high, posts=posts, click=click, contact=contact)
        )
        if found[Stage.REACHED] is not None:
            totals.append(found)
    return {
        stage: sum(one[stage] or 0 for one in totals)
        if totals and all(one[stage] is not None for one in totals)
        else None
        for stage in Stage
    }


def _planned(strategy: Strategy, account: str) -> float:
    """Return how many posts a month the rhythms of an account plan."""
    weekly = (c.posts_per_week or 0 for c in strategy.of(Cadence) if c.account == account)
    return sum(weekly) * WEEKS_A_MONTH
