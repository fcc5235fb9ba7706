"""The longest silence of each account, against the rules of the mix (C107)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import Said
from canvas.rules.gauge import (
    Bar,
    Fit,
    Gauge,
    Scope,
    at_most,
    day_of,
    ids,
    in_days,
    network_of,
    worst,
)
from canvas.rules.slots import slots
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.rhythm import Cadence, Rhythm
from canvas.steps.plan.telling import account_label
from canvas.steps.wording import shown


@dataclass(frozen=True, slots=True)
class Silence:
    """The longest time without a line on one account.

    Attributes:
        place: The account, or the network of lines without one.
        days: Days on which nothing goes out, none on the days around it.
        first: The first silent day.
        around: The lines before and after it.
        planned: The longest silence that the account's own rhythms leave.
    """

    place: Said
    days: int
    first: dt.date
    around: tuple[Post, ...]
    planned: int


def silences(scope: Scope) -> Gauge | None:
    """The longest silence of each account (C107)."""
    found = longest_silences(scope)
    if not found:
        return None
    rule = scope.strategy.one(Rhythm).max_gap_days
    limits = [None if rule is None else max(rule, silence.planned) for silence in found]
    fits = [
        at_most(s.days, limit, (limit or 0) / 2) for s, limit in zip(found, limits, strict=True)
    ]
    over = [s for s, fit in zip(found, fits, strict=True) if fit in (Fit.NEAR, Fit.OFF)]
    told = sorted(over or found, key=lambda silence: -silence.days)
    scale = max(1, *(s.days for s in found), *((limit or 0) * 1.25 for limit in limits))
    return Gauge(
        "silences",
        N_("Longest silence"),
        in_days(told[0].days),
        None
        if rule is None
        else say_count(
            "{n} day at most, unless its rhythm is slower",
            "{n} days at most, unless its rhythm is slower",
            rule,
        ),
        worst(fits),
        tuple(_silence(silence) for silence in told[: 2 if over else 1]),
        tuple(dict.fromkeys(id for silence in over for id in ids(silence.around))),
        tuple(
            Bar(s.place, in_days(s.days), s.days, s.days / scale, limit and limit / scale, fit)
            for s, limit, fit in zip(found, limits, fits, strict=True)
        ),
    )


def _silence(silence: Silence) -> Message:
    if not silence.days:
        return say(N_("Something goes out every day on {place}."), place=silence.place)
    return say_count(
        "{place} is silent for {n} day, on {first}.",
        "{place} is silent for {n} days from {first} on.",
        silence.days,
        place=silence.place,
        first=silence.first,
    )


def longest_silences(scope: Scope) -> list[Silence]:
    """Return the longest silence of each account that the plan has lines or a rhythm for.

    A silence counts whole where it begins before the period or ends after it; before the
    first line of all and after the last one it is counted within the period.  Nothing counts
    before the strategy's first day.
    """
    lines: dict[str, list[Post]] = {}
    places: dict[tuple[str, Network | None], str] = {}
    for post in scope.dated:
        said = (post.account, post.network)
        if said not in places:
            places[said] = _place_key(scope, post)
        lines.setdefault(places[said], []).append(post)
    for cadence in scope.strategy.of(Cadence):
        account = scope.strategy.linked(Account, cadence.account)
        if account and cadence.posts_per_week and scope.network in (None, account.network):
            lines.setdefault(account.id, [])
    lines.pop("", None)
    return [_longest(scope, key, posts) for key, posts in lines.items()]


def _longest(scope: Scope, key: str, posts: Sequence[Post]) -> Silence:
    day = dt.timedelta(1)
    # Of the lines of one day only the first ends a silence and only the last begins one.
    begins: dict[dt.date, Post] = {}
    ends: dict[dt.date, Post] = {}
    for post in posts:
        on = day_of(post)
        ends.setdefault(on, post)
        begins[on] = post
    days = list(ends)
    first = min(scope.first, days[0]) - day if days else scope.first - day
    last = max(scope.last, days[-1]) + day if days else scope.last + day
    planned = _planned(scope, key)
    found = Silence(_place(scope, key), 0, scope.first, (), planned)
    born = scope.strategy.one(Settings).start_date or dt.date.min
    for before, after in pairwise([first, *days, last]):
        silent_from = max(before + day, born)
        length = (after - silent_from).days
        if length > found.days and after > scope.first and before < scope.last:
            lines = tuple(post for post in (begins.get(before), ends.get(after)) if post)
            found = Silence(found.place, length, silent_from, lines, planned)
    return found


def _planned(scope: Scope, key: str) -> int:
    """Return the longest silence that an account's rhythms leave around the period.

    One post a month is silent for four weeks, and nobody is to blame.
    """
    around = dt.timedelta(90)
    origin = scope.strategy.one(Settings).start_date
    days = {
        slot.day
        for cadence in scope.strategy.of(Cadence)
        if cadence.account == key
        for slot in slots(cadence, scope.first - around, scope.last + around, origin)
    }
    return max(((after - before).days - 1 for before, after in pairwise(sorted(days))), default=0)


def _place_key(scope: Scope, post: Post) -> str:
    """Return the account of a line, else the only one of its network, else its network."""
    strategy = scope.strategy
    if strategy.linked(Account, post.account):
        return post.account
    network = network_of(strategy, post)
    accounts = [a for a in strategy.of(Account) if network and a.network is network]
    return accounts[0].id if len(accounts) == 1 else str(network or "")


def _place(scope: Scope, key: str) -> Said:
    network = Network.read(key)
    return shown(network) if network else account_label(scope.strategy, key)
