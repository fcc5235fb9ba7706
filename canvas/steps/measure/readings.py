"""Figures read: indicators month by month, posts, visits of the site (C137–C139, C142)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network
from canvas.steps.measure.choices import Metric, ReadingOrigin, Scope
from canvas.steps.plan import shared

_ANSWERS = N_("What people did")
_POST = N_("Which post it is")
_ORIGIN = N_("Where the figure comes from")
_MORE = N_("More about these visits")


@record(
    "reading",
    one=N_("Reading"),
    many=N_("Readings"),
    help=N_("A figure on a day: once a month is enough for most of them."),
)
class Reading(Record):
    """The value of an indicator, or of another figure, on a day."""

    date: dt.date | None = fields.date(
        label=N_("Read on"),
        help=N_("The day that the figure stands for; the last of the month is usual."),
        in_list=True,
    )
    kpi: str = fields.link(
        "kpi", label=N_("Indicator"), help=N_("The indicator that it belongs to."), in_list=True
    )
    value: float | None = fields.number(
        label=N_("Value"), help=N_("The figure; 0 is a value too."), in_list=True
    )
    account: str = fields.link(
        "account",
        label=N_("Account"),
        help=N_("The account of yours that it is for; empty for all of them together."),
        in_list=True,
    )
    metric: Metric | None = fields.choice(
        Metric,
        label=N_("Other figure"),
        help=N_("What is counted, where it belongs to no indicator of yours."),
        in_list=True,
    )
    scope: Scope | None = fields.choice(
        Scope,
        group=_ORIGIN,
        label=N_("Paid or organic"),
        help=N_("Total unless you know the part that advertising brought."),
        default=Scope.TOTAL,
    )
    origin: ReadingOrigin | None = fields.choice(
        ReadingOrigin, group=_ORIGIN, label=N_("Read from"), help=N_("Where the figure comes from.")
    )
    is_baseline: bool = fields.flag(
        group=_ORIGIN,
        label=N_("Starting point"),
        help=N_("Tick it if this is where you started; everything is compared with it."),
    )
    note: str = fields.text(
        group=_ORIGIN,
        label=N_("Comment"),
        help=N_("What explains it: a campaign, a holiday, a breakdown."),
        example=N_("Week of the local fair"),
        max_chars=300,
    )


@record(
    "post_metric",
    one=N_("Result of a post"),
    many=N_("Results of posts"),
    help=N_("What each post brought, typed in or read from a platform’s file."),
)
class PostMetric(Record):
    """The figures of one publication on one day."""

    title: str = fields.text(
        label=N_("Title or first words"),
        help=N_("What tells this post from the others."),
        example=N_("4 a.m. Karim lights the oven"),
        max_chars=200,
        in_list=True,
    )
    network: Network | None = shared.network(in_list=True)
    published_on: dt.date | None = fields.date(
        label=N_("Published on"), help=N_("The day when it went out."), in_list=True
    )
    reach: int | None = fields.whole(
        label=N_("Reach"), help=N_("How many different people saw it."), in_list=True
    )
    read_on: dt.date | None = fields.date(
        label=N_("Read on"), help=N_("The day when these figures were read.")
    )
    post: str = fields.link(
        "post",
        label=N_("Line of the calendar"),
        help=N_("Which post of the calendar it was."),
        group=_POST,
    )
    account: str = shared.account(group=_POST)
    url: str = fields.url(
        label=N_("Address of the post"), help=N_("Its permanent link."), group=_POST
    )
    impressions: int | None = fields.whole(
        label=N_("Impressions"),
        help=N_("How often it was shown, several times to the same person included."),
        group=_ANSWERS,
    )
    views: int | None = fields.whole(
        label=N_("Video views"), help=N_("How often its video was started."), group=_ANSWERS
    )
    likes: int | None = fields.whole(
        label=N_("Likes"), help=N_("Likes and other reactions."), in_list=True, group=_ANSWERS
    )
    comments: int | None = fields.whole(
        label=N_("Comments"), help=N_("Comments and answers."), in_list=True, group=_ANSWERS
    )
    shares: int | None = fields.whole(
        label=N_("Shares of posts"), help=N_("How often it was passed on."), group=_ANSWERS
    )
    saves: int | None = fields.whole(
        label=N_("Saves"), help=N_("How often it was kept for later."), group=_ANSWERS
    )
    clicks: int | None = fields.whole(
        label=N_("Clicks"), help=N_("Clicks on its link."), group=_ANSWERS
    )
    follows: int | None = fields.whole(
        label=N_("New followers"), help=N_("Followers that it brought."), group=_ANSWERS
    )
    conversions: int | None = fields.whole(
        label=N_("Conversions"),
        help=N_("Orders, sign-ups or calls that it led to."),
        group=_ANSWERS,
    )
    spent: int | None = fields.money(
        label=N_("Paid boost"),
        help=N_("What you paid the network to show it to more people."),
        group=_ANSWERS,
    )

    @property
    def interactions(self) -> int | None:
        """Likes, comments, shares and saves; None where none of them is known."""
        known = [n for n in (self.likes, self.comments, self.shares, self.saves) if n is not None]
        return sum(known) if known else None


@record(
    "web_visit",
    one=N_("Visits of the site"),
    many=N_("Visits of the site"),
    help=N_("What your site’s analytics say of visitors who come from social media."),
)
class WebVisit(Record):
    """Visits of one source in one period, as analytics count them."""

    source: str = fields.text(
        label=N_("Source of the visit"),
        help=N_("As your analytics name it."),
        example="instagram",
        max_chars=120,
        in_list=True,
    )
    month: dt.date | None = fields.date(
        label=N_("Month (any day)"), help=N_("Any day of the month that is counted."), in_list=True
    )
    sessions: int | None = fields.whole(
        label=N_("Visits"), help=N_("How many visits."), in_list=True
    )
    conversions: int | None = fields.whole(
        label=N_("Conversions"),
        help=N_("Orders, sign-ups or calls that they led to."),
        in_list=True,
    )
    network: Network | None = shared.network(in_list=True)
    medium: str = fields.text(
        group=_MORE,
        label=N_("Medium of the visit"),
        help=N_("What kind of road it took: social, e-mail or referral."),
        example="social",
        max_chars=80,
    )
    campaign: str = fields.text(
        group=_MORE,
        label=N_("Campaign code"),
        help=N_("The campaign of your tracking link."),
        max_chars=120,
    )
    engaged_sessions: int | None = fields.whole(
        group=_MORE, label=N_("Engaged visits"), help=N_("Visits that stayed or saw a second page.")
    )
    revenue: int | None = fields.money(
        group=_MORE, label=N_("Revenue"), help=N_("What these visits bought.")
    )
