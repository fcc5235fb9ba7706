"""From followers to clients, forwards and backwards, to test an objective (C54, C57).

    reached  = followers × posts a month × part of followers that a post reaches
    clicks   = reached × part that clicks
    contacts = clicks × part that leaves an address
    clients  = contacts × part that may buy now

Somebody whom two posts reach is counted twice, as platforms do.  Rates come from one's
own figures where there are any, with how many they are made of; else from what the
strategy says; else from published sources.  Where nobody knows one it stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from canvas.domain.choices import Choice
from canvas.domain.messages import N_, Share, say, say_count
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.rules.closed_loop import brought, closed_loop
from canvas.rules.dashboard_accounts import FEWEST_POSTS, account_figures
from canvas.rules.dashboard_period import Span
from canvas.rules.feeds import BASES, Months, course, is_social
from canvas.rules.returns_gains import cold_rate
from canvas.steps.audit.accounts import Account
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.figures import PostResult
from canvas.steps.measure.series import Month
from canvas.steps.objectives.agreement import LeadPolicy
from canvas.steps.objectives.indicators import Kpi, Measure
from canvas.steps.plan.calendar import Post

FEWEST = 30
"""Below this many people or visits, a rate of one's own is hardly better than a guess."""


class Stage(Choice):
    """What is counted, in the order in which people come nearer."""

    REACHED = "reached", N_("People reached"), N_("Each post counts for itself.")
    CLICKS = "clicks", N_("Clicks to the site")
    CONTACTS = "contacts", N_("Contacts"), N_("People who leave an address: not clients yet.")
    CLIENTS = "clients", N_("Likely clients"), N_("Contacts who may buy now.")


STAGES = {
    Measure.REACH: Stage.REACHED,
    Measure.CLICKS: Stage.CLICKS,
    Measure.CONTACTS: Stage.CONTACTS,
    Measure.APPOINTMENTS: Stage.CONTACTS,
    Measure.SALES: Stage.CLIENTS,
}
"""Which stage an indicator counts."""


class Origin(Choice):
    """Who says so."""

    OWN = "own", N_("Your own figures")
    STRATEGY = "strategy", N_("Written in the strategy")
    REFERENCE = "reference", N_("Published source")
    NONE = "none", N_("Nobody knows yet")


@dataclass(frozen=True, slots=True)
class Known:
    """A figure that the simulation starts from.

    Attributes:
        value: The figure; a ratio where it is a rate; None where nobody knows.
        origin: Who says so.
        source: The same in words, with how many it is made of.
        is_thin: Whether it is made of too few to be relied on.
    """

    value: float | None
    origin: Origin
    source: Said
    is_thin: bool = False


_NOBODY = Known(None, Origin.NONE, say(N_("No figure of yours yet: try what you believe.")))


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of an account, to simulate from."""

    account: Account
    followers: Known
    posts: Known
    reach: Known
    click: Known
    contact: Known
    client: Known

    @property
    def levers(self) -> Levers:
        """The same as figures to play with."""
        return Levers(
            self.followers.value, self.posts.value, self.reach.value, self.click.value,
            self.contact.value, self.client.value,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Levers:
    """What one plays with; None where it is not known."""

    followers: float | None
    posts: float | None
    reach: float | None
    click: float | None
    contact: float | None
    client: float | None


def simulate(levers: Levers) -> dict[Stage, float | None]:
    """Return what a month brings at each stage; None from where something is not known."""
    found: dict[Stage, float | None] = {}
    at: float | None = None
    if levers.followers is not None and levers.posts is not None:
        at = levers.followers * levers.posts
    rates = (levers.reach, levers.click, levers.contact, levers.client)
    for stage, rate in zip(Stage, rates, strict=True):
        at = None if at is None or rate is None else at * rate
        found[stage] = at
    return found


@dataclass(frozen=True, slots=True)
class Needs:
    """What a wanted result asks for.

    Attributes:
        stages: How many of each stage until the wanted one.
        posts: Posts a month with today's followers; None where it cannot be said.
        followers: Followers with as many posts as today.
        times: How many times what today's figures bring.
    """

    stages: dict[Stage, float]
    posts: float | None
    followers: float | None
    times: float | None


def needs(levers: Levers, stage: Stage, wanted: float) -> Needs | None:
    """Return what `wanted` a month at a stage asks for; None where a rate is not known.

    Args:
        levers: The rates, and today's followers and posts.
        stage: What is wanted.
        wanted: How many a month.
    """
    order = list(Stage)
    rates = dict(
        zip(order, (levers.reach, levers.click, levers.contact, levers.client), strict=True)
    )
    found = {stage: wanted}
    at = wanted
    for nearer, further in zip(
        reversed(order[1 : order.index(stage) + 1]), reversed(order[: order.index(stage)]),
        strict=True,
    ):  # fmt: skip
        rate = rates[nearer]
        if not rate:
            return None
        at /= rate
        found[further] = at
    if not levers.reach:
        return Needs(found, None, None, None)
    shown = at / levers.reach  # followers × posts
    now = simulate(levers)[stage]
    return Needs(
        {one: found[one] for one in order if one in found},
        shown / levers.followers if levers.followers else None,
        shown / levers.posts if levers.posts else None,
        wanted / now if now else None,
    )


def start_of(strategy: Strategy, months: Months, account: Account, span: Span) -> Start:
    """Return what is known of an account over a period, to simulate from."""
    found = next(
        (one for one in account_figures(strategy, months, span) if one.account.id == account.id),
        None,
    )
    followers, reach = _NOBODY, _NOBODY
    if found is not None and found.followers is not None:
        read = say(N_("read on {date}"), date=found.followers.day)
        followers = Known(found.followers.value, Origin.OWN, read)
    if found is not None and found.organic.value is not None:
        reach = Known(
            found.organic.value,
            Origin.OWN,
            say_count("from {n} post", "from {n} posts", found.organic.posts),
        )
    elif found is not None and found.organic.ranges:
        usual = found.organic.ranges[0]
        written = isinstance(usual.source, str)
        reach = Known(
            (usual.low + usual.high) / 2,
            Origin.STRATEGY if written else Origin.REFERENCE,
            say(
                N_("middle of {low} to {high} ({source})"),
                low=Share(usual.low),
                high=Share(usual.high),
                source=usual.source or say(N_("no source")),
            ),
        )
    own = [p for p in months.figures.posts_between(span.first, span.last)
           if p.account == account.id]  # fmt: skip
    return Start(
        account,
        followers,
        _posts_a_month(strategy, account, own, span),
        reach,
        _click_rate(own),
        _contact_rate(strategy, months, account, span),
        _client_rate(strategy, months, span),
    )


def _posts_a_month(
    strategy: Strategy, account: Account, own: Sequence[PostResult], span: Span
) -> Known:
    if own:
        return Known(
            len(own) / len(span.months),
            Origin.OWN,
            say_count("{n} post in the period", "{n} posts in the period", len(own)),
        )
    dated = [
        post.date
        for post in strategy.of(Post)
        if post.date and (post.account == account.id or (
            not post.account and post.network is not None and post.network is account.network))
    ]  # fmt: skip
    if not dated:
        return _NOBODY
    months = len({(day.year, day.month) for day in dated})
    return Known(
        len(dated) / months,
        Origin.STRATEGY,
        say_count("{n} line of the calendar", "{n} lines of the calendar", len(dated)),
    )


def _click_rate(own: Sequence[PostResult]) -> Known:
    """Return clicks over people reached, else over what most posts have."""
    best = _NOBODY
    most = 0
    for base in reversed(BASES):
        pairs = [
            (clicks, post.counters[base])
            for post in own
            if post.counters.get(base)
            and (clicks := post.counters.get(Metric.CLICKS, post.counters.get(Metric.LINK_CLICKS)))
            is not None
        ]
        # People reached come first, where enough posts say how many: they are what is simulated.
        if len(pairs) <= most and not (base is Metric.REACH and len(pairs) >= FEWEST_POSTS):
            continue
        most = len(pairs)
        seen = sum(pair[1] for pair in pairs)
        source = say_count(
            "clicks over “{base}”, from {n} post",
            "clicks over “{base}”, from {n} posts",
            len(pairs),
            base=say(base.label),
        )
        best = Known(sum(p[0] for p in pairs) / seen, Origin.OWN, source, seen < FEWEST)
    return best


def _contact_rate(strategy: Strategy, months: Months, account: Account, span: Span) -> Known:
    networks = (account.network,) if account.network else ()
    loop = closed_loop(strategy, months.figures, span)
    for wanted in (networks, ()):
        found = brought(one for one in loop.traced if is_social(one.visit, wanted))
        if found.sessions and found.key_events is not None:
            source = say_count(
                "key events over visits, from {n} visit",
                "key events over visits, from {n} visits",
                round(found.sessions),
            )
            return Known(
                found.key_events / found.sessions, Origin.OWN, source, found.sessions < FEWEST
            )
    return _NOBODY


def _client_rate(strategy: Strategy, months: Months, span: Span) -> Known:
    contacts = _kpi_months(strategy, months, Measure.CONTACTS)
    sales = _kpi_months(strategy, months, Measure.SALES)
    both = [m for m in span.months if contacts.get(m) and m in sales]
    if both:
        asked, bought = sum(contacts[m] for m in both), sum(sales[m] for m in both)
        if bought <= asked:
            source = say_count(
                "sales over contacts, from {n} contact",
                "sales over contacts, from {n} contacts",
                round(asked),
            )
            return Known(bought / asked, Origin.OWN, source, asked < FEWEST)
    said = strategy.one(LeadPolicy).cold_rate is not None
    return Known(
        round(1 - cold_rate(strategy), 4),
        Origin.STRATEGY if said else Origin.REFERENCE,
        say(N_("your rule on contacts: the others are cold"))
        if said
        else say(N_("usual: 95% of contacts are cold")),
    )


def _kpi_months(strategy: Strategy, months: Months, measure: Measure) -> dict[Month, float]:
    """Return by month what the first indicator of a measure counts."""
    kpi = next((kpi for kpi in strategy.of(Kpi) if kpi.measure is measure), None)
    if kpi is None:
        return {}
    found = course(strategy, months.figures, kpi, months)
    return {m: v for m, v in zip(found.months, found.values, strict=True) if v is not None}
