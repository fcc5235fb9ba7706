"""What we have today: accounts, visits to the site, messages received."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Decision,
    Gap,
    Item,
    Piece,
    Said,
    Section,
    Series,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import CLOSING, Account, AccountDecision
from canvas.steps.audit.checks import MessageKind, MessageStat
from canvas.steps.audit.contents import TrafficChannel, last_visits
from canvas.steps.audit.figures import (
    accounts,
    audience_by_network,
    followers_gained,
    latest,
    our_brand,
    our_interactions,
    read_on,
)
from canvas.steps.audit.portrait import Portrait
from canvas.steps.common import Network
from canvas.steps.wording import listed, name_of, shorten, shown

STEP_KEY = "audit"

MOST_BARS = 8
"""Bars that can be read on one slide."""

TO_CHANGE = (*CLOSING, AccountDecision.REVIVE)

_TONES = {
    AccountDecision.KEEP: Tone.NEUTRAL,
    AccountDecision.DEVELOP: Tone.GOOD,
    AccountDecision.REVIVE: Tone.WATCH,
    AccountDecision.MERGE: Tone.WATCH,
    AccountDecision.DELETE: Tone.BAD,
}


def accounts_story(strategy: Strategy) -> Iterator[Piece]:
    """The accounts and what becomes of them, then the visits and the messages they bring."""
    yield from _accounts(strategy)
    yield from in_detail([_traffic(strategy), _messages(strategy)])


def _accounts(strategy: Strategy) -> Iterator[Piece]:
    known = accounts(strategy)
    if not known:
        if not strategy.one(Portrait).starts_from_zero:
            yield Gap(
                say(N_("The accounts and what becomes of them")),
                say(N_("Forgotten accounts speak in your name, and nobody answers there.")),
                step=STEP_KEY,
            )
        return
    known.sort(key=lambda account: -_followers(strategy, account))
    yield Slide(
        Section.SITUATION,
        _accounts_title(strategy, known),
        _accounts_table(strategy, known),
        source=read_on(our_brand(strategy).dates),
        notes=[
            say(N_("Followers are the newest figures of each account; the largest comes first.")),
            say(N_("Reactions are those of the last period: posts times reactions per post.")),
        ],
        step=STEP_KEY,
    )
    changing = [account for account in known if account.decision in TO_CHANGE]
    if changing:
        deadlines = [account.deadline for account in changing if account.deadline]
        yield Decision(
            say_count(
                "Confirm that {n} account will be closed, merged or revived: {accounts}",
                "Confirm that {n} accounts will be closed, merged or revived: {accounts}",
                len(changing),
                accounts=[account.title for account in changing],
            ),
            say(N_("Closing an account cannot be undone, and its followers must be told.")),
            when=min(deadlines, default=None),
            step=STEP_KEY,
        )


def _followers(strategy: Strategy, account: Account) -> int:
    snapshot = latest(strategy, account.id)
    return -1 if snapshot is None or snapshot.followers is None else snapshot.followers


def _accounts_title(strategy: Strategy, known: Sequence[Account]) -> Message:
    changing = sum(account.decision in TO_CHANGE for account in known)
    network, share = _largest(our_interactions(strategy))
    if network:
        params = {"network": network, "share": share}
        if not changing:
            return say(N_("{network} brings {share} of our reactions"), **params)
        return say_count(
            "{network} brings {share} of our reactions; {n} account to close, merge or revive",
            "{network} brings {share} of our reactions; {n} accounts to close, merge or revive",
            changing,
            **params,
        )
    network, share = _largest(audience_by_network([our_brand(strategy)]))
    if network:
        params = {"network": network, "share": share}
        if not changing:
            return say(N_("{network} holds {share} of our followers"), **params)
        return say_count(
            "{network} holds {share} of our followers; {n} account to close, merge or revive",
            "{network} holds {share} of our followers; {n} accounts to close, merge or revive",
            changing,
            **params,
        )
    return say_count(
        "{n} account carries our name; its figures are still to be read",
        "{n} accounts carry our name; their figures are still to be read",
        len(known),
    )


def _largest(figures: dict[Network, float] | dict[Network, int]) -> tuple[Network | None, Share]:
    total = sum(figures.values())
    if not total:
        return None, Share(0)
    network = max(figures, key=lambda n: figures[n])
    return network, _rounded(figures[network] / total)


def _rounded(ratio: float) -> Share:
    """Return a share without decimals, as a title says it."""
    return Share(round(ratio, 2))


def _accounts_table(strategy: Strategy, known: Sequence[Account]) -> Table:
    gains = {account.id: followers_gained(strategy, account.id) for account in known}
    columns = [
        Column(say(N_("Account")), 2.2),
        Column(say(N_("Network")), 1.4),
        Column(say(N_("Followers")), 1.1, figures=True),
        Column(say(N_("Posts per week")), 1.1, figures=True),
        Column(say(N_("Last post")), 1.4),
        Column(say(N_("Decision")), 1.6),
        Column(say(N_("Who and by when")), 1.8),
    ]
    compared = any(gain is not None for gain in gains.values())
    if compared:
        columns.insert(3, Column(say(N_("Since the start")), 1.1, figures=True))
    rows = []
    for account in known:
        snapshot = latest(strategy, account.id)
        pace = snapshot.posts_per_week if snapshot else None
        row: list[Said | Cell] = [
            Cell(account.handle, strong=True),
            shown(account.network),
            shown(snapshot.followers if snapshot else None),
            shown(None if pace is None else round(pace, 1)),
            shown(account.last_post_date),
            _verdict(strategy, account),
            listed([name_of(strategy, account.decision_owner), shown(account.deadline)]),
        ]
        if compared:
            row.insert(3, _gain(gains[account.id]))
        rows.append(row)
    return Table(columns, rows)


def _gain(gain: int | None) -> Said | Cell:
    if gain is None:
        return ""
    if gain < 0:
        return Cell(say(N_("−{n}"), n=-gain), Tone.BAD)
    return Cell(say(N_("+{n}"), n=gain), Tone.GOOD if gain else Tone.NEUTRAL)


def _verdict(strategy: Strategy, account: Account) -> Cell:
    if account.decision is None:
        return Cell(say(N_("To be decided")), Tone.WATCH)
    target = name_of(strategy, account.merge_into)
    if account.decision is AccountDecision.MERGE and target:
        return Cell(say(N_("Merge into {account}"), account=target), Tone.WATCH)
    return Cell(shown(account.decision), _TONES[account.decision])


def _traffic(strategy: Strategy) -> Piece:
    sources = last_visits(strategy)
    total = sum(source.sessions or 0 for source in sources)
    if not total:
        return Gap(
            say(N_("The visits that each network brings to the site")),
            say(N_("Without them, nobody knows which network leads to customers.")),
            step=STEP_KEY,
        )
    sources.sort(key=lambda source: -(source.sessions or 0))
    social = [s for s in sources if s.channel is TrafficChannel.SOCIAL or s.network]
    if social:
        brought = sum(source.sessions or 0 for source in social)
        title = say(
            N_("Social networks bring {share} of the visits to our site"),
            share=_rounded(brought / total),
        )
    else:
        title = say(
            N_("“{source}” brings {share} of the visits to our site"),
            source=shorten(sources[0].source, 50),
            share=_rounded((sources[0].sessions or 0) / total),
        )
    useful = [source for source in sources if source.conversions]
    useful.sort(key=lambda source: -(source.conversions or 0))
    remarks = [
        Item(
            say_count("{n} useful action", "{n} useful actions", source.conversions or 0),
            source.source,
        )
        for source in useful[:3]
    ]
    return Slide(
        Section.SITUATION,
        title,
        Chart(
            ChartKind.BARS,
            [source.source for source in sources[:MOST_BARS]],
            [Series(say(N_("Visits")), [source.sessions for source in sources[:MOST_BARS]])],
            [Item(say_count("{n} visit in all", "{n} visits in all", total)), *remarks],
        ),
        source=_period(sources[0].period_start, sources[0].period_end),
        notes=[say(N_("Shares are of the visits whose source is known."))],
        step=STEP_KEY,
    )


def _period(first: dt.date | None, last: dt.date | None) -> Said:
    if first and last:
        return say(N_("Counted from {first} to {last}"), first=first, last=last)
    return say(N_("Counted until {last}"), last=last) if last else ""


def _messages(strategy: Strategy) -> Piece:
    received: dict[MessageKind, int] = {}
    answered: dict[MessageKind, int] = {}
    stats = [stat for stat in strategy.of(MessageStat) if stat.kind and stat.count]
    for stat in stats:
        if stat.kind and stat.count:
            received[stat.kind] = received.get(stat.kind, 0) + stat.count
            if stat.answered is not None:
                answered[stat.kind] = answered.get(stat.kind, 0) + stat.answered
    if not received:
        return Gap(
            say(N_("What people write to us about")),
            say(N_("People’s questions are the posts that they are waiting for.")),
            step=STEP_KEY,
        )
    kinds = sorted(received, key=lambda kind: -received[kind])
    series = [Series(say(N_("Received")), [received[kind] for kind in kinds])]
    if answered:
        series.append(Series(say(N_("Answered")), [answered.get(kind) for kind in kinds]))
    quotes = [
        Item(say(N_("“{text}”"), text=stat.example), shown(stat.kind))
        for stat in sorted(stats, key=lambda stat: -(stat.count or 0))
        if stat.example
    ]
    return Slide(
        Section.SITUATION,
        say(
            N_("What people write to us most: “{kind}”, {share} of the messages"),
            kind=kinds[0],
            share=_rounded(received[kinds[0]] / sum(received.values())),
        ),
        Chart(ChartKind.BARS, [shown(kind) for kind in kinds], series, quotes[:4]),
        source=_period(
            min((s.period_start for s in stats if s.period_start), default=None),
            max((s.period_end for s in stats if s.period_end), default=None),
        ),
        step=STEP_KEY,
    )
