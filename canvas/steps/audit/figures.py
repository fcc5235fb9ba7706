"""What the audit's figures come down to: pure functions of a strategy.

A figure that nobody read is missing, never zero: sums leave it out, and what
cannot be worked out is None.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from canvas.domain.messages import N_, Message, say
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import Account, AccountKind, AccountSnapshot
from canvas.steps.audit.market import BlogRhythm, Competitor, CompetitorMetric
from canvas.steps.common import Network
from canvas.steps.frame.organisation import Organisation

NOT_FOLLOWED = frozenset({Network.BLOG, Network.WEBSITE})
"""Their readers are counted in visits: they are no part of an audience of followers."""


def accounts(strategy: Strategy) -> list[Account]:
    """Return the accounts that are filled in."""
    return [a for a in strategy.of(Account) if a.handle or a.network]


def snapshots(strategy: Strategy, account_id: str) -> list[AccountSnapshot]:
    """Return the figures of one account, the oldest first."""
    found = [s for s in strategy.of(AccountSnapshot) if s.account == account_id]
    return sorted(found, key=lambda s: s.date or dt.date.min)


def latest(strategy: Strategy, account_id: str) -> AccountSnapshot | None:
    """Return the newest figures of one account, or None."""
    found = snapshots(strategy, account_id)
    return found[-1] if found else None


def starting_point(strategy: Strategy, account_id: str) -> AccountSnapshot | None:
    """Return the figures that the newest ones are compared with, or None.

    That is what they name themselves, else the newest starting point before them,
    else the oldest figures there are.
    """
    found = snapshots(strategy, account_id)
    if len(found) < 2:
        return None
    newest, earlier = found[-1], found[:-1]
    for snapshot in earlier:
        if snapshot.id == newest.compare_to:
            return snapshot
    flagged = [snapshot for snapshot in earlier if snapshot.is_baseline]
    return flagged[-1] if flagged else earlier[0]


def followers_gained(strategy: Strategy, account_id: str) -> int | None:
    """Return the followers won (or lost) since the starting point; None if unknown."""
    now, then = latest(strategy, account_id), starting_point(strategy, account_id)
    if now is None or then is None or now.followers is None or then.followers is None:
        return None
    return now.followers - then.followers


def our_followers(strategy: Strategy) -> dict[Network, int]:
    """Return how many follow us on each network, all its accounts together."""
    totals: dict[Network, int] = {}
    for network, snapshot in _latest_by_account(strategy):
        if snapshot.followers is not None:
            totals[network] = totals.get(network, 0) + snapshot.followers
    return totals


def our_interactions(strategy: Strategy) -> dict[Network, float]:
    """Return how many reactions each network brought over its last period."""
    totals: dict[Network, float] = {}
    for network, snapshot in _latest_by_account(strategy):
        if snapshot.interactions is not None:
            totals[network] = totals.get(network, 0) + snapshot.interactions
    return totals


def _latest_by_account(strategy: Strategy) -> list[tuple[Network, AccountSnapshot]]:
    found = []
    for account in accounts(strategy):
        snapshot = latest(strategy, account.id)
        if account.network and snapshot:
            found.append((account.network, snapshot))
    return found


@dataclass(frozen=True, slots=True)
class Brand:
    """Us or a competitor, with the figures that both can be compared by.

    Attributes:
        name: What it is called.
        followers: By network, those that were counted.
        shares_per_post: On average over its networks.
        posts_week: All its networks together.
        blog: Whether it has a blog, and how regular.
        is_us: Whether it is our own organisation.
        dates: The days on which the figures were read.
    """

    name: Said
    followers: Mapping[Network, int] = field(default_factory=dict)
    shares_per_post: float | None = None
    posts_week: float | None = None
    blog: BlogRhythm | None = None
    is_us: bool = False
    dates: Sequence[dt.date] = ()

    @property
    def audience(self) -> int | None:
        """All followers; None where none were counted."""
        counted = [n for network, n in self.followers.items() if network not in NOT_FOLLOWED]
        return sum(counted) if counted else None


def our_brand(strategy: Strategy) -> Brand:
    """Return our own figures, as they can be compared with a competitor's."""
    read = [snapshot for _, snapshot in _latest_by_account(strategy)]
    shared = [s for s in read if s.shares is not None and s.posts]
    posts = sum(s.posts or 0 for s in shared)
    paces = [s.posts_per_week for s in read if s.posts_per_week is not None]
    return Brand(
        name=strategy.one(Organisation).name or say(N_("We")),
        followers=our_followers(strategy),
        shares_per_post=sum(s.shares or 0 for s in shared) / posts if posts else None,
        posts_week=sum(paces) if paces else None,
        blog=_our_blog(strategy),
        is_us=True,
        dates=[s.date for s in read if s.date],
    )


def _our_blog(strategy: Strategy) -> BlogRhythm | None:
    known = accounts(strategy)
    blogs = [a for a in known if a.kind is AccountKind.BLOG or a.network is Network.BLOG]
    if not blogs:
        return BlogRhythm.NONE if known else None
    read = [latest(strategy, blog.id) for blog in blogs]
    paces = [s.posts_per_week for s in read if s and s.posts_per_week is not None]
    if not paces:
        return None
    if max(paces) >= 1:
        return BlogRhythm.WEEKLY
    # A little under one a month still reads as monthly: months have four weeks and a half.
    return BlogRhythm.MONTHLY if max(paces) >= 0.2 else BlogRhythm.IRREGULAR


def competitor_brands(strategy: Strategy) -> list[Brand]:
    """Return the competitors with their newest figures, the largest audience first."""
    brands = [_competitor_brand(strategy, c) for c in strategy.of(Competitor) if c.name]
    return sorted(brands, key=lambda brand: -(brand.audience or 0))


def metrics(strategy: Strategy, competitor_id: str) -> dict[Network, CompetitorMetric]:
    """Return the newest figures of one competitor on each network."""
    found = [m for m in strategy.of(CompetitorMetric) if m.competitor == competitor_id]
    found.sort(key=lambda metric: metric.date or dt.date.min)
    return {metric.network: metric for metric in found if metric.network}


def _competitor_brand(strategy: Strategy, competitor: Competitor) -> Brand:
    read = metrics(strategy, competitor.id)
    shares = [m.avg_shares for m in read.values() if m.avg_shares is not None]
    paces = [m.posts_week for m in read.values() if m.posts_week is not None]
    return Brand(
        name=competitor.name,
        followers={n: m.followers for n, m in read.items() if m.followers is not None},
        shares_per_post=sum(shares) / len(shares) if shares else None,
        posts_week=sum(paces) if paces else None,
        blog=competitor.blog,
        dates=[m.date for m in read.values() if m.date],
    )


def audience_by_network(brands: Iterable[Brand]) -> dict[Network, int]:
    """Return the followers of several brands together, the largest network first."""
    totals: dict[Network, int] = {}
    for brand in brands:
        for network, followers in brand.followers.items():
            if network not in NOT_FOLLOWED:
                totals[network] = totals.get(network, 0) + followers
    return dict(sorted(totals.items(), key=lambda item: -item[1]))


def read_on(dates: Iterable[dt.date | None]) -> Message | str:
    """Return the source line of figures that were read on these days."""
    known = sorted({date for date in dates if date})
    if not known:
        return ""
    if len(known) == 1:
        return say(N_("Figures read on {date}"), date=known[0])
    return say(N_("Figures read between {first} and {last}"), first=known[0], last=known[-1])
