"""How indicators are fed from figures: which metric, of which accounts, month by month.

The rules, in the order in which they decide:

- a reading that a person typed wins over files, month by month;
- an indicator counts the accounts of its networks, all of them where it names none;
- each account gives the first metric of the list below that anything is known of;
- a month counts for an account once nine days in ten of it are known, where its figures
  come day by day, so that the first days of a file are no poor month;
- accounts are added up in a month only where each of them is known: an account that is
  missing leaves the month open, and never lowers it;
- clicks and traffic are visits where a person read them in analytics, else clicks;
- a rate is computed from its parts, and never added up or averaged.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.common import Network
from canvas.steps.measure.choices import Metric, ReadingOrigin, Scope
from canvas.steps.measure.figures import Counters, Visit
from canvas.steps.measure.merged import Figures, SeriesKey
from canvas.steps.measure.readings import Reading
from canvas.steps.measure.series import Course, Month, course_of
from canvas.steps.objectives.indicators import Kpi, Measure

ENOUGH_DAYS = 0.9
"""The share of its days that must be known before a month counts, where figures are daily."""

FED_BY: Mapping[Measure, tuple[tuple[Metric, Scope], ...]] = {
    Measure.REACH: ((Metric.REACH, Scope.TOTAL), (Metric.VIEWERS, Scope.TOTAL)),
    Measure.CLICKS: ((Metric.CLICKS, Scope.TOTAL), (Metric.LINK_CLICKS, Scope.TOTAL)),
    Measure.ORGANIC_LIKES: ((Metric.LIKES, Scope.ORGANIC),),
    Measure.PAID_LIKES: ((Metric.LIKES, Scope.PAID),),
    Measure.FOLLOWERS: ((Metric.FOLLOWERS, Scope.TOTAL),),
    Measure.CONTACTS: ((Metric.CONTACTS, Scope.TOTAL),),
    Measure.APPOINTMENTS: ((Metric.APPOINTMENTS, Scope.TOTAL),),
    Measure.SALES: ((Metric.SALES, Scope.TOTAL),),
    Measure.CONVERSION_RATE: ((Metric.CONVERSION_RATE, Scope.TOTAL),),
    Measure.RECOVERED_CLIENTS: ((Metric.RECOVERED_CLIENTS, Scope.TOTAL),),
    Measure.RESPONSE_TIME: ((Metric.RESPONSE_TIME, Scope.TOTAL),),
    Measure.PRESS: ((Metric.PRESS, Scope.TOTAL),),
}
"""What each measure is read from, the first that is known; the others are only typed."""

FLOWS = frozenset(
    {
        Measure.REACH,
        Measure.CLICKS,
        Measure.ORGANIC_LIKES,
        Measure.PAID_LIKES,
        Measure.CONTACTS,
        Measure.APPOINTMENTS,
        Measure.SALES,
        Measure.RECOVERED_CLIENTS,
        Measure.PRESS,
    }
)
"""Measures whose months can be added up to a quarter or a year."""

PARTS = (Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES)
"""What interactions are made of, where the platform does not count them itself."""

PEOPLE = (Metric.REACH, Metric.VIEWERS)
"""Counted in people, each once a day or a post: their sum counts some of them again."""

BASES = (Metric.VIEWS, Metric.IMPRESSIONS, Metric.REACH)
"""What interactions are divided by, the first that is known."""

SOCIAL = ("social", "organic video", "paid video")
"""Words in a channel or a medium that say that a visit came from social media."""


@dataclass(frozen=True, slots=True)
class MonthFigure:
    """What is known of a metric in a month.

    Attributes:
        value: The figure.
        days: How many days it is made of.
        is_whole: Whether enough of the month is known for it to count.
        is_typed: Whether a person typed it.
    """

    value: float
    days: int
    is_whole: bool = True
    is_typed: bool = False


class Months:
    """Figures by month; each series is gone through once, when it is first asked for."""

    def __init__(self, strategy: Strategy, figures: Figures) -> None:
        self.strategy = strategy
        self.figures = figures
        self._known: dict[SeriesKey, Mapping[Month, MonthFigure]] = {}
        self._typed: dict[SeriesKey, dict[Month, list[tuple[dt.date, float]]]] = {}
        for reading in strategy.of(Reading):
            if reading.metric and not reading.kpi and reading.date and reading.value is not None:
                key = reading.account, reading.metric, reading.scope or Scope.TOTAL
                month = reading.date.year, reading.date.month
                days = self._typed.setdefault(key, {}).setdefault(month, [])
                days.append((reading.date, reading.value))

    def of(
        self, account: str, metric: Metric, scope: Scope = Scope.TOTAL
    ) -> Mapping[Month, MonthFigure]:
        """Return what is known of an account's metric by month."""
        key = account, metric, scope
        if key not in self._known:
            self._known[key] = self._by_month(key)
        return self._known[key]

    def over(
        self, account: str, metric: Metric, months: Sequence[Month], scope: Scope = Scope.TOTAL
    ) -> MonthFigure | None:
        """Return a metric over several months: their sum, or the latest level or rate.

        None where nothing is known.  It is whole where each month is.
        """
        by_month = self.of(account, metric, scope)
        found = [by_month[month] for month in months if month in by_month]
        if not found:
            return None
        days = sum(one.days for one in found)
        typed = all(one.is_typed for one in found)
        if metric.is_stock or metric.is_rate:
            return MonthFigure(found[-1].value, days, True, typed)
        whole = len(found) == len(months) and all(one.is_whole for one in found)
        return MonthFigure(sum(one.value for one in found), days, whole, typed)

    def _by_month(self, key: SeriesKey) -> dict[Month, MonthFigure]:
        account, metric, scope = key
        days = self.figures.days(account, metric, scope)
        by_month: dict[Month, list[dt.date]] = defaultdict(list)
        for day in days:
            by_month[day.year, day.month].append(day)
        daily = _is_daily(days)
        found: dict[Month, MonthFigure] = {}
        for month, known in by_month.items():
            if metric.is_stock or metric.is_rate:
                found[month] = MonthFigure(days[max(known)], len(known))
                continue
            need = calendar.monthrange(*month)[1] * ENOUGH_DAYS
            whole = not daily or len(known) >= need
            found[month] = MonthFigure(sum(days[day] for day in known), len(known), whole)
        for month, readings in self._typed.get(key, {}).items():
            latest = max(readings)[1]
            single = metric.is_stock or metric.is_rate
            value = latest if single else sum(value for _, value in readings)
            found[month] = MonthFigure(value, len(readings), is_typed=True)
        return dict(sorted(found.items()))


def _is_daily(days: Iterable[dt.date]) -> bool:
    """Return whether figures come day by day, rather than one for a week or a month."""
    ordered = sorted(days)
    if len(ordered) < 3:
        return False
    return median((b - a).days for a, b in pairwise(ordered)) <= 1


def course(strategy: Strategy, figures: Figures, kpi: Kpi, months: Months | None = None) -> Course:
    """Return how an indicator went: what was typed, else what files say."""
    return course_of(strategy, kpi, fed(kpi, months or Months(strategy, figures)))


def fed(kpi: Kpi, months: Months) -> dict[Month, float]:
    """Return what figures say of an indicator, by month; nothing where it is only typed."""
    if kpi.measure is None:
        return {}
    accounts = accounts_of(months.strategy, months.figures, kpi.networks)
    if kpi.measure is Measure.ENGAGEMENT_BY_VIEWS:
        return _rates(months, accounts)
    if kpi.measure is Measure.CLICKS and _counts_visits(months.strategy, kpi):
        return _visits(months, kpi.networks)
    choice = FED_BY.get(kpi.measure, ())
    if not choice:
        return {}
    by_account = _chosen(months, accounts, choice)
    found = _added(months.strategy, by_account, is_rate=choice[0][0].is_rate)
    if not kpi.networks:
        for metric, scope in reversed(choice):
            found |= {m: one.value for m, one in months.of("", metric, scope).items()
                      if one.is_whole}  # fmt: skip
    if not found and kpi.measure is Measure.CLICKS:
        return _clicks_elsewhere(months, accounts, kpi.networks)
    return found


def accounts_of(
    strategy: Strategy, figures: Figures, networks: Sequence[Network]
) -> tuple[str, ...]:
    """Return the accounts of some networks, of all where none is named."""
    known = {account.id: account for account in strategy.of(Account)}
    if not networks:
        return tuple(dict.fromkeys([*known, *figures.accounts]))
    return tuple(key for key, account in known.items() if account.network in networks)


def exists_in(strategy: Strategy, account_id: str, month: Month) -> bool:
    """Return whether an account was there in a month: opened, and not closed yet."""
    account = strategy.linked(Account, account_id)
    if account is None:
        return True
    if account.created and (account.created.year, account.created.month) > month:
        return False
    if account.decision in CLOSING and account.deadline:
        return (account.deadline.year, account.deadline.month) >= month
    return True


def _chosen(
    months: Months, accounts: Iterable[str], choice: Sequence[tuple[Metric, Scope]]
) -> dict[str, Mapping[Month, MonthFigure]]:
    """Return each account's months of the first metric that anything is known of."""
    found: dict[str, Mapping[Month, MonthFigure]] = {}
    for account in accounts:
        for metric, scope in choice:
            by_month = months.of(account, metric, scope)
            if by_month:
                found[account] = by_month
                break
    return found


def _added(
    strategy: Strategy,
    by_account: Mapping[str, Mapping[Month, MonthFigure]],
    *,
    is_rate: bool = False,
) -> dict[Month, float]:
    """Return the sum over accounts, in the months in which each of them is known."""
    if is_rate and len(by_account) > 1:
        return {}
    found: dict[Month, float] = {}
    for month in sorted({month for one in by_account.values() for month in one}):
        parts = [
            one.get(month)
            for account, one in by_account.items()
            if month in one or exists_in(strategy, account, month)
        ]
        if all(part is not None and part.is_whole for part in parts):
            found[month] = sum(part.value for part in parts if part is not None)
    return found


def interactions(counters: Counters) -> float | None:
    """Return the interactions of a post: as the platform counts them, else their parts."""
    counted = counters.get(Metric.ENGAGEMENTS)
    if counted is not None:
        return counted
    parts = [counters[part] for part in PARTS if part in counters]
    return sum(parts) if parts else None


def base_of(counters: Counters) -> Metric | None:
    """Return what a post's interactions are divided by, None where nothing is known."""
    return next((base for base in BASES if counters.get(base)), None)


Ratio = tuple[Metric, dict[Month, tuple[float, float]]]
"""What is divided by, and by month the interactions and what they are divided by."""


def engagement(months: Months, account: str) -> Ratio | None:
    """Return an account's interactions and their base by month, from one source.

    That is its daily figures where both are known in the same whole month, else its
    posts, counted in the month in which they went out.  The base is the one that is known
    most often, so that one video does not make all photos disappear.
    """
    above = _interactions_by_month(months, account)
    found: list[Ratio] = []
    for base in BASES:
        below = months.of(account, base)
        both = {
            month: (above[month].value, below[month].value)
            for month in below
            if month in above and below[month].is_whole and above[month].is_whole
            and below[month].value
        }  # fmt: skip
        found.append((base, both))
    best = max(found, key=lambda ratio: len(ratio[1]))
    return best if best[1] else _engagement_of_posts(months.figures, account)


def _interactions_by_month(months: Months, account: str) -> Mapping[Month, MonthFigure]:
    counted = months.of(account, Metric.ENGAGEMENTS)
    if counted:
        return counted
    # A part that is known in no month is not counted by this network; one that is
    # missing in a month leaves that month open.
    parts = [by_month for part in PARTS if (by_month := months.of(account, part))]
    if not parts:
        return {}
    shared = set.intersection(*(set(by_month) for by_month in parts))
    return {
        month: MonthFigure(
            sum(by_month[month].value for by_month in parts),
            min(by_month[month].days for by_month in parts),
            all(by_month[month].is_whole for by_month in parts),
        )
        for month in sorted(shared)
    }


def _engagement_of_posts(figures: Figures, account: str) -> Ratio | None:
    own = [post for post in figures.posts if post.account == account and post.published]
    known = Counter(base for post in own for base in BASES if post.counters.get(base)
                    and interactions(post.counters) is not None)  # fmt: skip
    if not known:
        return None
    base = max(BASES, key=lambda one: known[one])
    found: dict[Month, tuple[float, float]] = {}
    for post in own:
        done, seen = interactions(post.counters), post.counters.get(base)
        if done is None or not seen or post.published is None:
            continue
        month = post.published.year, post.published.month
        above, below = found.get(month, (0.0, 0.0))
        found[month] = above + done, below + seen
    return base, found


def _rates(months: Months, accounts: Iterable[str]) -> dict[Month, float]:
    """Return interactions over views by month, in percent."""
    ratios = {a: ratio[1] for a in accounts if (ratio := engagement(months, a)) is not None}
    parts = [
        _added(
            months.strategy,
            {a: {m: MonthFigure(pair[n], 0) for m, pair in r.items()} for a, r in ratios.items()},
        )
        for n in (0, 1)
    ]
    return {month: 100 * parts[0][month] / below for month, below in parts[1].items() if below}


def _clicks_elsewhere(
    months: Months, accounts: Iterable[str], networks: Sequence[Network]
) -> dict[Month, float]:
    """Return the clicks of posts by month; else the visits that analytics saw come."""
    wanted = set(accounts)
    found: dict[Month, float] = defaultdict(float)
    for post in months.figures.posts:
        clicks = post.counters.get(Metric.CLICKS, post.counters.get(Metric.LINK_CLICKS))
        if post.account in wanted and post.published and clicks is not None:
            found[post.published.year, post.published.month] += clicks
    return dict(found) or _visits(months, networks)


def _counts_visits(strategy: Strategy, kpi: Kpi) -> bool:
    """Return whether an indicator of traffic was read in analytics: then it counts visits."""
    read = (one.origin for one in strategy.of(Reading) if one.kpi == kpi.id)
    return ReadingOrigin.ANALYTICS in read


def _visits(months: Months, networks: Sequence[Network]) -> dict[Month, float]:
    found: dict[Month, float] = defaultdict(float)
    for visit in months.figures.visits:
        sessions = visit.counters.get(Metric.SESSIONS)
        same_month = visit.first.replace(day=1) == visit.last.replace(day=1)
        if sessions is not None and same_month and is_social(visit, networks):
            found[visit.first.year, visit.first.month] += sessions
    return dict(found)


def is_social(visit: Visit, networks: Sequence[Network] = ()) -> bool:
    """Return whether a visit came from social media, or from one of some networks."""
    source = set(_WORD.findall(visit.source.casefold()))
    if networks:
        return any(source.issuperset(str(network).split("_")) for network in networks)
    said = f"{visit.channel} {visit.medium}".casefold()
    named = any(str(n) in source for n in Network if n not in _NOT_SOCIAL)
    return named or any(word in said for word in SOCIAL)


_WORD = re.compile(r"[a-z0-9]+")

_NOT_SOCIAL = frozenset(
    {Network.BLOG, Network.WEBSITE, Network.NEWSLETTER, Network.PODCAST, Network.FORUM,
     Network.OTHER, Network.GOOGLE_BUSINESS}
)  # fmt: skip
