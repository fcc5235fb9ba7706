"""Indicators, what they count and what to believe of them (C49–C54)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Frequency, Network, Sentiment


class IndicatorKind(Choice):
    """What an indicator is worth for a decision."""

    BUSINESS = "business", N_("Business result"), N_("Sales, contacts, appointments, savings.")
    ENGAGEMENT = (
        "engagement",
        N_("Engagement"),
        N_("People react, discuss, share or click: a lasting link with them."),
    )
    VANITY = (
        "vanity",
        N_("Vanity figure"),
        N_("Pleasant to see, and no decision depends on it: followers, raw likes."),
    )


class Measure(Choice):
    """What an indicator counts, with its definition."""

    REACH = "reach", N_("Reach"), N_("Different people who saw it; compare it with followers.")
    CLICKS = "clicks", N_("Clicks and traffic"), N_("Clicks on links, and the visits they bring.")
    ENGAGEMENT_BY_VIEWS = (
        "engagement_by_views",
        N_("Engagement rate by views"),
        N_("Likes, comments and shares, divided by the number of views."),
    )
    HASHTAGS = (
        "hashtags",
        N_("Hashtag performance"),
        N_("Which hashtags are used, tied to your name, and make people react."),
    )
    ORGANIC_LIKES = (
        "organic_likes",
        N_("Organic likes"),
        N_("Likes that no advertising paid for."),
    )
    PAID_LIKES = "paid_likes", N_("Paid likes"), N_("Likes that came through advertising.")
    SENTIMENT = (
        "sentiment",
        N_("Feeling raised"),
        N_("Whether people are glad, indifferent or annoyed by what you publish."),
    )
    FOLLOWERS = "followers", N_("Followers"), N_("People subscribed to the account.")
    CONTACTS = "contacts", N_("Contacts collected"), N_("Forms, sign-ups, downloads.")
    APPOINTMENTS = "appointments", N_("Appointments"), N_("Meetings or visits agreed.")
    SALES = "sales", N_("Sales"), N_("Orders, by number or by value.")
    CONVERSION_RATE = (
        "conversion_rate",
        N_("Conversion rate"),
        N_("The part of visits or contacts that become sales."),
    )
    RECOVERED_CLIENTS = (
        "recovered_clients",
        N_("Clients won back"),
        N_("Unhappy clients who stayed after an answer."),
    )
    RESPONSE_TIME = "response_time", N_("Response time"), N_("Hours before a message is answered.")
    PRESS = "press", N_("Press coverage"), N_("Articles and broadcasts that speak of you.")
    OTHER = "other", N_("Another measure"), N_("Anything else: say how it is computed.")


@record(
    "kpi",
    one=N_("Indicator"),
    many=N_("Indicators"),
    help=N_("The figures that tell whether an objective is on its way; three of them are key."),
)
class Kpi(Record):
    """One figure to follow (C49, C50)."""

    name: str = fields.text(
        label=N_("Indicator"),
        help=N_("What you would call this figure in a meeting."),
        example=N_("Visits of the workshop page from social media"),
        max_chars=120,
        in_list=True,
        essential=True,
    )
    objective: str = fields.link(
        "objective",
        label=N_("Objective"),
        help=N_("The objective that it measures."),
        in_list=True,
    )
    kind: IndicatorKind | None = fields.choice(
        IndicatorKind,
        label=N_("Worth of the figure"),
        help=N_("A business result, engagement, or a figure that only flatters."),
        in_list=True,
    )
    is_key: bool = fields.flag(
        label=N_("Key indicator"),
        help=N_("Tick three at most: they open every monthly report."),
        in_list=True,
    )
    baseline: float | None = fields.number(
        label=N_("Starting value"),
        help=N_("Where the figure stands today; 0 is a value too."),
        in_list=True,
    )
    target: float | None = fields.number(
        label=N_("Value to reach"),
        help=N_("Where the figure must stand on the due date of its objective."),
        in_list=True,
    )
    measure: Measure | None = fields.choice(
        Measure,
        label=N_("What it counts"),
        help=N_("The closest measure of the list; its definition is shown with it."),
        group=N_("Definition"),
    )
    formula: str = fields.text(
        label=N_("How it is computed"),
        help=N_("The calculation in words, so that two people find the same figure."),
        example=N_("Visits with source Instagram or Facebook, in a calendar month"),
        max_chars=300,
        group=N_("Definition"),
    )
    unit: str = fields.text(
        label=N_("Unit"),
        help=N_("What stands after the number: visits, €, %, messages a month."),
        example=N_("visits/month"),
        max_chars=40,
        group=N_("Definition"),
    )
    networks: tuple[Network, ...] = fields.choices(
        Network,
        label=N_("Networks"),
        help=N_("Where it is read; leave it empty for all of them."),
        group=N_("Definition"),
    )
    justification: str = fields.text(
        label=N_("Which decision depends on it"),
        help=N_("What you would do differently if it fell; if nothing, it only flatters."),
        example=N_("Under 30 visits we change the day of publication"),
        max_chars=300,
        group=N_("Definition"),
    )
    source: str = fields.text(
        label=N_("Source of the figure"),
        help=N_("The tool or the person that gives it."),
        example=N_("Google Analytics, Acquisition report"),
        group=N_("Follow-up"),
    )
    frequency: Frequency | None = fields.choice(
        Frequency,
        label=N_("Measured how often"),
        help=N_("Every month is enough for most figures."),
        group=N_("Follow-up"),
    )
    owner: str = fields.link(
        "person",
        label=N_("Owner"),
        help=N_("The one person who reads it and writes it down."),
        group=N_("Follow-up"),
    )
    marketing_goal: str = fields.text(
        label=N_("Marketing goal"),
        help=N_("The goal of your marketing as a whole that this figure is part of."),
        example=N_("Fill the workshops all year round"),
        max_chars=300,
        group=N_("Follow-up"),
    )
    contribution: str = fields.text(
        label=N_("Part in sales"),
        help=N_("How this figure turns into sales, even roughly."),
        example=N_("One visit in ten books a place at €45"),
        max_chars=300,
        group=N_("Follow-up"),
    )


@record(
    "interaction_weights",
    one=N_("Weight of interactions"),
    many=N_("Weight of interactions"),
    help=N_("A like approves, a comment discusses, a share widens the circle: count them so."),
    single=True,
)
class InteractionWeights(Record):
    """What each interaction counts in the weighted score (C52)."""

    like: float | None = fields.number(
        label=N_("A like counts"),
        help=N_("The smallest sign of approval; everything else is compared with it."),
        minimum=0,
        default=1,
    )
    comment: float | None = fields.number(
        label=N_("A comment counts"),
        help=N_("Someone took the time to write: more than a like."),
        minimum=0,
        default=2,
    )
    share: float | None = fields.number(
        label=N_("A share counts"),
        help=N_("Someone shows it to their own circle: more than a comment."),
        minimum=0,
        default=3,
    )

    def score(self, *, likes: float = 0, comments: float = 0, shares: float = 0) -> float:
        """Return the interactions of a post, weighted."""
        return (
            likes * (self.like or 0) + comments * (self.comment or 0) + shares * (self.share or 0)
        )


@record(
    "hashtag",
    one=N_("Hashtag"),
    many=N_("Hashtags"),
    help=N_("The hashtags that you use, which are tied to your name, which make people react."),
)
class Hashtag(Record):
    """One hashtag and how it does (C53)."""

    tag: str = fields.text(
        label=N_("Hashtag"),
        help=N_("With its # sign, without spaces."),
        example="#portbakery",
        max_chars=100,
        in_list=True,
    )
    uses: int | None = fields.whole(
        label=N_("Times used by all"),
        help=N_("How often anybody used it in the period."),
        in_list=True,
    )
    posts: int | None = fields.whole(
        label=N_("Our posts with it"),
        help=N_("How many of your own posts carried it in the period."),
        in_list=True,
    )
    engagement: int | None = fields.whole(
        label=N_("Interactions gained"),
        help=N_("Likes, comments and shares of these posts, added up."),
        in_list=True,
    )
    brand_association: int | None = fields.rating(
        label=N_("Tied to the brand"),
        help=N_("From 1, anybody’s hashtag, to 5, people think of you when they see it."),
        in_list=True,
    )
    sentiment: Sentiment | None = fields.choice(
        Sentiment,
        label=N_("Feeling around it"),
        help=N_("How people mostly speak when they use it."),
    )
    networks: tuple[Network, ...] = fields.choices(
        Network, label=N_("Networks"), help=N_("Where you use it.")
    )
    theme: str = fields.link(
        "theme",
        label=N_("Theme"),
        help=N_("The quarterly theme that it belongs to, if any."),
    )
    measured_on: dt.date | None = fields.date(
        label=N_("Measured on"), help=N_("The day when these figures were read.")
    )


@record(
    "reach_rate",
    one=N_("Organic reach"),
    many=N_("Organic reach"),
    help=N_("Which part of your followers a post really reaches without advertising."),
)
class ReachRate(Record):
    """What part of its followers an account reaches on one network (C54)."""

    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that the rate is about."),
        in_list=True,
    )
    organic_rate_low: float | None = fields.share(
        label=N_("At least"),
        help=N_("The lowest usual part of followers who see a post."),
        in_list=True,
    )
    organic_rate_high: float | None = fields.share(
        label=N_("At most"),
        help=N_("The highest usual part of followers who see a post."),
        in_list=True,
    )
    source: str = fields.text(
        label=N_("Source of the rate"),
        help=N_("Your own statistics are better than any article."),
        example=N_("Our ten last posts"),
        in_list=True,
    )
    checked_on: dt.date | None = fields.date(
        label=N_("Checked on"), help=N_("The day when you last looked at it."), in_list=True
    )

    def expected_reach(self, followers: int) -> tuple[int, int] | None:
        """Return how few and how many of `followers` see a post; None without a rate."""
        rates = [r for r in (self.organic_rate_low, self.organic_rate_high) if r is not None]
        if not rates:
            return None
        return round(followers * min(rates)), round(followers * max(rates))
