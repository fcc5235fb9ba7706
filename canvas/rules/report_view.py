"""What the chapters of a report are made from, and how they put figures into words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from canvas.domain.messages import N_, CalendarMonth, Message, Share, say
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.rules.closed_loop import Loop, closed_loop
from canvas.rules.dashboard import Dashboard
from canvas.rules.dashboard_key import KeyFigure, key_figure
from canvas.rules.dashboard_period import Span, period_around
from canvas.rules.feeds import Months
from canvas.rules.loop import turns
from canvas.rules.returns import Return, returns
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Quarter, quarter_of
from canvas.steps.frame.settings import Settings
from canvas.steps.measure.figures import PostResult
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.readings import PostMetric
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.measure.series import Month
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.themes import Theme
from canvas.steps.objectives.todos import main_objective
from canvas.steps.plan.calendar import Post
from canvas.steps.wording import shorten

STEP = "measure"

NOT_READ = N_("not read")
"""Stands where a figure is missing: never a zero."""


@dataclass(frozen=True)
class View:
    """All that a report looks at.

    Attributes:
        strategy: The plan.
        figures: What is known.
        board: The period in figures.
        today: The day of the report.
    """

    strategy: Strategy
    figures: Figures
    board: Dashboard
    today: dt.date

    @property
    def span(self) -> Span:
        """The period that is reported on."""
        return self.board.span

    @property
    def is_month(self) -> bool:
        """Whether it is a month."""
        return self.span.kind is ReportPeriod.MONTH

    @property
    def is_year(self) -> bool:
        """Whether it is a year."""
        return self.span.kind is ReportPeriod.YEAR

    @cached_property
    def following(self) -> Span:
        """The period that comes after."""
        return period_around(self.strategy, self.span.kind, self.span.last + dt.timedelta(1))

    @cached_property
    def months(self) -> Months:
        """Figures by month."""
        return Months(self.strategy, self.figures)

    @cached_property
    def earned(self) -> Return:
        """What the period brought against what it cost."""
        return returns(self.strategy, self.figures, self.span, self.months)

    @cached_property
    def loop(self) -> Loop:
        """The visits of the period, and what brought them."""
        return closed_loop(self.strategy, self.figures, self.span)

    @cached_property
    def indicators(self) -> Mapping[str, KeyFigure]:
        """How each indicator stands, by its id."""
        known = {key.kpi.id: key for key in self.board.keys}
        return {
            kpi.id: known.get(kpi.id) or key_figure(self.strategy, self.months, kpi, self.span)
            for kpi in self.strategy.of(Kpi)
            if kpi.name
        }

    @cached_property
    def _judged_by(self) -> Mapping[str, Kpi | None]:
        return {turn.objective.id: turn.kpi for turn in turns(self.strategy, self.months)}

    def figure_of(self, objective: Objective) -> KeyFigure | None:
        """Return the indicator that an objective is judged by, None where there is none."""
        kpi = self._judged_by.get(objective.id)
        return self.indicators.get(kpi.id) if kpi else None

    @cached_property
    def main(self) -> Objective | None:
        """The main objective, else the first one."""
        named = [one for one in self.strategy.of(Objective) if one.title]
        return main_objective(self.strategy) or (named[0] if named else None)

    @cached_property
    def lines(self) -> Mapping[str, Post]:
        """Lines of the calendar by what their results are called: a key or an address."""
        found: dict[str, Post] = {}
        for typed in self.strategy.of(PostMetric):
            line = self.strategy.linked(Post, typed.post)
            if line is not None:
                found |= dict.fromkeys(filter(None, (typed.id, typed.url)), line)
        return found

    def line_of(self, post: PostResult) -> Post | None:
        """Return the line of the calendar that a published post was."""
        return self.lines.get(post.key) or self.lines.get(post.url)

    def quarter(self, day: dt.date) -> Quarter:
        """Return the quarter that a day belongs to: the first one before the strategy starts."""
        start = self.strategy.one(Settings).start_date
        return quarter_of(day, start) or next(iter(Quarter))

    def theme(self, day: dt.date) -> Theme | None:
        """Return what the quarter of a day puts forward."""
        quarter = self.quarter(day)
        themes = (one for one in self.strategy.of(Theme) if one.title and one.quarter is quarter)
        return next(themes, None)


def period_said(span: Span) -> Message:
    """Return a period as it is read: “October 2026”, “2026”, “July 2026 – September 2026”."""
    if span.kind is ReportPeriod.MONTH:
        return say("{month}", month=CalendarMonth(*span.months[0]))
    if span.kind is ReportPeriod.YEAR and span.first.month == 1:
        return say("{year}", year=str(span.first.year))
    return say(
        "{first} – {last}",
        first=CalendarMonth(*span.months[0]),
        last=CalendarMonth(*span.months[-1]),
    )


def account_name(account: Account | None) -> Said:
    """Return an account with its network: “Gantrell (LinkedIn)”."""
    if account is None:
        return say(N_("An account that is not in the plan"))
    if not account.handle:
        return say(account.network.label) if account.network else ""
    if account.network is None:
        return shorten(account.handle, 30)
    return say(
        N_("{account} ({network})"), account=shorten(account.handle, 30), network=account.network
    )


def count(value: float | None) -> Said:
    """Return a figure for a table; what is missing is said."""
    return say(NOT_READ) if value is None else say("{value}", value=round(value, 1))


def signed(value: float) -> Message:
    """Return a change with its sign."""
    shown = round(value, 1)
    return say("+{value}", value=shown) if value > 0 else say("{value}", value=shown)


def ratio(value: float | None, digits: int = 3) -> Said:
    """Return a share for a table; what is missing is said."""
    return say(NOT_READ) if value is None else say("{value}", value=Share(round(value, digits)))


def last_months(span: Span, number: int, known: Iterable[Sequence[Month]]) -> tuple[Month, ...]:
    """Return the months until the end of a period, from the first that anything is known of.

    Args:
        span: The period.
        number: How many at most.
        known: Months that something is known of, by series.
    """
    year, month = span.months[-1]
    last = year * 12 + month - 1
    first = min((m[0] * 12 + m[1] - 1 for months in known for m in months), default=last)
    start = max(first, last - number + 1)
    return tuple((n // 12, n % 12 + 1) for n in range(min(start, last), last + 1))
