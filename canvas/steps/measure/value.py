"""What a result is worth, what it cost in time, and how links are tracked (C140, C141)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network
from canvas.steps.measure.choices import Metric
from canvas.steps.plan import shared
from canvas.steps.plan.choices import ActivityFamily

_CODES = N_("Tracking codes")


@record(
    "roi_value",
    one=N_("Value of a result"),
    many=N_("Values of results"),
    help=N_("What one contact, one order or one client is worth, so that return can be computed."),
)
class RoiValue(Record):
    """A kind of gain and its value."""

    name: str = fields.text(
        label=N_("Result gained"),
        help=N_("What you gain, in the singular."),
        example=N_("One catering quote asked for"),
        max_chars=120,
        in_list=True,
    )
    value_each: int | None = fields.money(
        label=N_("Worth of one"),
        help=N_("The margin that one brings, on average; a careful guess is enough."),
        in_list=True,
    )
    kpi: str = fields.link(
        "kpi",
        label=N_("Indicator"),
        help=N_("The indicator that counts how many you have."),
        in_list=True,
    )
    metric: Metric | None = fields.choice(
        Metric,
        label=N_("Other figure"),
        help=N_("What is counted, where it belongs to no indicator of yours."),
    )
    attribution: float | None = fields.share(
        label=N_("Due to social media"),
        help=N_("Which part of these results you credit to social media."),
        in_list=True,
    )
    counted_in: str = fields.link(
        "roi_value",
        label=N_("Counted in"),
        help=N_("Another result that the same people bring: then only that one is added up."),
    )
    source: str = fields.text(
        label=N_("How you know"),
        help=N_("Where the value comes from: order book, average margin, a guess."),
        example=N_("One quote in four is signed, at €180 of margin"),
        max_chars=240,
    )
    checked_on: dt.date | None = fields.date(
        label=N_("Checked on"), help=N_("The day when you last looked at it.")
    )


@record(
    "time_spent",
    one=N_("Time spent"),
    many=N_("Time spent"),
    help=N_("The hours that the month really took: time is most of the cost."),
)
class TimeSpent(Record):
    """Hours of one person, in one month, on one kind of work."""

    month: dt.date | None = fields.date(
        label=N_("Month (any day)"), help=N_("Any day of the month that is counted."), in_list=True
    )
    member: str = fields.link(
        "team_member", label=N_("Team member"), help=N_("Whose time it was."), in_list=True
    )
    family: ActivityFamily | None = fields.choice(
        ActivityFamily,
        label=N_("Family of work"),
        help=N_("Which third of your time it belongs to."),
        in_list=True,
    )
    hours: float | None = fields.number(
        label=N_("Hours spent"),
        help=N_("In the whole month."),
        unit=N_("hours"),
        minimum=0,
        maximum=744,
        in_list=True,
    )
    note: str = fields.text(
        label=N_("Comment"), help=N_("What took more or less time than usual."), max_chars=240
    )


@record(
    "tracking_link",
    one=N_("Tracking link"),
    many=N_("Tracking links"),
    help=N_("Links and codes that tell which post brought a visit or an order."),
)
class TrackingLink(Record):
    """A link with its codes, or a discount code."""

    name: str = fields.text(
        label=N_("Use of the link"),
        help=N_("Where it is used."),
        example=N_("Link in the Instagram profile"),
        max_chars=140,
        in_list=True,
    )
    destination: str = fields.url(
        label=N_("Leads to"),
        help=N_("The page that it leads to, without codes."),
        example="https://example.org/workshops",
        in_list=True,
    )
    short_url: str = fields.url(
        label=N_("Short link"), help=N_("The short address that you publish."), in_list=True
    )
    promo_code: str = fields.text(
        label=N_("Discount code"),
        help=N_("A word that clients say or type, for what happens in the shop."),
        example=N_("BREAD10"),
        max_chars=60,
        in_list=True,
    )
    network: Network | None = shared.network()
    post: str = fields.link("post", label=N_("Post"), help=N_("The post that carries it."))
    source: str = fields.text(
        label=N_("Source code"),
        help=N_("utm_source: the network, in lower case."),
        example="instagram",
        max_chars=80,
        group=_CODES,
    )
    medium: str = fields.text(
        label=N_("Medium code"),
        help=N_("utm_medium: “social” for a post, “paid_social” for an ad."),
        example="social",
        max_chars=80,
        group=_CODES,
    )
    campaign: str = fields.text(
        label=N_("Campaign code"),
        help=N_("utm_campaign: the objective or the operation."),
        example="workshops",
        max_chars=120,
        group=_CODES,
    )
    content: str = fields.text(
        label=N_("Content code"),
        help=N_("utm_content: what tells two posts of a campaign apart."),
        max_chars=120,
        group=_CODES,
    )
    term: str = fields.text(
        label=N_("Term code"),
        help=N_("utm_term: the keyword, for search ads only."),
        max_chars=120,
        group=_CODES,
    )

    @property
    def tells_where_from(self) -> bool:
        """Whether a visit or an order can be traced back to it."""
        return bool(self.promo_code or (self.destination and self.source))
