"""Us against competitors, network by network, by one measure (C25–C28)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from canvas.domain.choices import Choice
from canvas.domain.messages import N_, say
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import AccountSnapshot
from canvas.steps.audit.figures import NOT_FOLLOWED, accounts, latest, metrics, our_followers
from canvas.steps.audit.market import Competitor
from canvas.steps.common import Network
from canvas.steps.competitors.best import CompetitorPresence
from canvas.steps.frame.organisation import Organisation


class Measure(Choice):
    """A figure that can be seen of us and of a competitor."""

    FOLLOWERS = "followers", N_("Followers"), N_("People who follow, like or subscribe.")
    SHARES = "shares", N_("Shares per post"), N_("How often a post is passed on, on average.")
    POSTS = "posts", N_("Posts per week"), N_("How often something is published, on average.")
    ENGAGEMENT = (
        "engagement",
        N_("Engagement rate"),
        N_("Reactions per post divided by followers; above 5% is rare."),
    )

    @property
    def adds_up(self) -> bool:
        """Whether the figures of several networks make one together."""
        return self in (Measure.FOLLOWERS, Measure.POSTS)


@dataclass(frozen=True, slots=True)
class Rival:
    """Us or a competitor, by one measure.

    Attributes:
        id: The competitor's id, "" for us.
        name: What it is called.
        values: By network, those that are known; a missing one is not zero.
        dates: The days on which the figures were read.
    """

    id: str
    name: Said
    values: Mapping[Network, float] = field(default_factory=dict)
    dates: Sequence[dt.date] = ()

    @property
    def is_us(self) -> bool:
        """Whether it is our own organisation."""
        return not self.id

    @property
    def total(self) -> float | None:
        """All networks together; None where nothing is known."""
        return sum(self.values.values()) if self.values else None


def compare(strategy: Strategy, measure: Measure) -> list[Rival]:
    """Return us, then the competitors in their order, by one measure."""
    return [
        _us(strategy, measure),
        *(_rival(strategy, c, measure) for c in strategy.of(Competitor) if c.name),
    ]


def networks(rivals: Sequence[Rival]) -> list[Network]:
    """Return the networks on which somebody has a figure, the largest first."""
    totals: dict[Network, float] = {}
    for rival in rivals:
        for network, value in rival.values.items():
            totals[network] = totals.get(network, 0) + value
    return sorted(totals, key=lambda network: -totals[network])


def contested(rivals: Sequence[Rival]) -> list[Network]:
    """Return the networks on which a competitor has a figure, the largest first."""
    theirs = {network for rival in rivals if not rival.is_us for network in rival.values}
    return [network for network in networks(rivals) if network in theirs]


def on_network(rivals: Sequence[Rival], network: Network) -> list[tuple[Rival, float | None]]:
    """Return everybody's figure on one network, the largest first, unknown ones last."""
    found = [(rival, rival.values.get(network)) for rival in rivals]
    return sorted(found, key=lambda line: (line[1] is None, -(line[1] or 0)))


def _us(strategy: Strategy, measure: Measure) -> Rival:
    read: dict[Network, list[AccountSnapshot]] = {}
    for account in accounts(strategy):
        snapshot = latest(strategy, account.id)
        if account.network and snapshot:
            read.setdefault(account.network, []).append(snapshot)
    values: dict[Network, float] = {}
    if measure is Measure.FOLLOWERS:
        values.update((n, v) for n, v in our_followers(strategy).items() if n not in NOT_FOLLOWED)
    else:
        for network, snapshots in read.items():
            value = _OURS[measure](snapshots)
            if value is not None:
                values[network] = value
    dates = [s.date for snapshots in read.values() for s in snapshots if s.date]
    return Rival("", strategy.one(Organisation).name or say(N_("We")), values, dates)


def _shares(snapshots: Sequence[AccountSnapshot]) -> float | None:
    known = [s for s in snapshots if s.shares is not None and s.posts]
    posts = sum(s.posts or 0 for s in known)
    return sum(s.shares or 0 for s in known) / posts if posts else None


def _posts(snapshots: Sequence[AccountSnapshot]) -> float | None:
    known = [s.posts_per_week for s in snapshots if s.posts_per_week is not None]
    return sum(known) if known else None


def _engagement(snapshots: Sequence[AccountSnapshot]) -> float | None:
    """Return reactions per post over followers, the accounts weighed by their followers."""
    known = [s for s in snapshots if s.avg_interactions is not None and s.followers]
    followers = sum(s.followers or 0 for s in known)
    return sum(s.avg_interactions or 0 for s in known) / followers if followers else None


_OURS = {Measure.SHARES: _shares, Measure.POSTS: _posts, Measure.ENGAGEMENT: _engagement}


def _rival(strategy: Strategy, competitor: Competitor, measure: Measure) -> Rival:
    values: dict[Network, float] = {}
    if measure is Measure.ENGAGEMENT:
        seen = presences(strategy, competitor.id)
        values.update(
            (p.network, p.engagement_rate)
            for p in seen
            if p.network and p.engagement_rate is not None
        )
        return Rival(competitor.id, competitor.name, values, [p.seen_on for p in seen if p.seen_on])
    read = metrics(strategy, competitor.id)
    for network, metric in read.items():
        value = {
            Measure.FOLLOWERS: None if network in NOT_FOLLOWED else metric.followers,
            Measure.SHARES: metric.avg_shares,
            Measure.POSTS: metric.posts_week,
        }[measure]
        if value is not None:
            values[network] = value
    return Rival(competitor.id, competitor.name, values, [m.date for m in read.values() if m.date])


def presences(strategy: Strategy, competitor_id: str) -> list[CompetitorPresence]:
    """Return how a competitor goes about each network."""
    return [p for p in strategy.of(CompetitorPresence) if p.competitor == competitor_id]
