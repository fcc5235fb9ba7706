"""What is owned already: traffic, articles, site, assets (C16, C17, C21, C22)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.domain.strategy import Strategy
from canvas.steps.audit.checks import CheckStatus
from canvas.steps.common import Network


class TrafficChannel(Choice):
    """What kind of way leads a visitor to the site."""

    SOCIAL = "social", N_("Social networks")
    SEARCH = "search", N_("Search engines"), N_("Often thanks to the blog.")
    DIRECT = "direct", N_("Direct visits"), N_("People who type your address.")
    EMAIL = "email", N_("E-mail")
    REFERRAL = "referral", N_("Other sites")
    PAID = "paid", N_("Advertising")


class FigureOrigin(Choice):
    """Where a figure was read."""

    GA4 = "ga4", N_("Google Analytics 4")
    OTHER_TOOL = "other_tool", N_("Another tool")
    MANUAL = "manual", N_("Counted by hand")


class SiteTopic(Choice):
    """What a check of the site is about."""

    SPEED = "speed", N_("Speed")
    MOBILE = "mobile", N_("On a phone")
    SEO = "seo", N_("Search engine ranking")
    CONTENT = "content", N_("Texts and pictures")
    CONVERSION = "conversion", N_("Orders and forms")
    SHARING = "sharing", N_("Links with the networks")
    SECURITY = "security", N_("Security and law")


class AssetKind(Choice):
    """What form a content has."""

    TEXT = "text", N_("Text")
    PHOTO = "photo", N_("Photos")
    VIDEO = "video", N_("Video")
    AUDIO = "audio", N_("Sound")
    PDF = "pdf", N_("PDF document")


class AssetRights(Choice):
    """Whether a content may be published."""

    OURS = "ours", N_("Ours"), N_("You made it, and those shown on it agreed.")
    LICENSED = "licensed", N_("Under licence"), N_("Bought or lent, within limits.")
    TO_ASK = "to_ask", N_("To be asked for"), N_("Ask the author or the people shown first.")
    NOT_ALLOWED = "not_allowed", N_("Not allowed")


@record(
    "traffic_source",
    one=N_("Source of visits"),
    many=N_("Sources of visits"),
    help=N_("Where the visitors of your site come from, over the same period for each source."),
)
class TrafficSource(Record):
    """How many visits one source brought to the site over a period."""

    source: str = fields.text(
        label=N_("Source of visits"),
        help=N_("The name that your statistics tool gives it."),
        example=N_("Instagram"),
        max_chars=120,
        in_list=True,
    )
    channel: TrafficChannel | None = fields.choice(
        TrafficChannel,
        label=N_("Way to the site"),
        help=N_("Visits through a search engine count too: your blog brings them."),
        in_list=True,
    )
    sessions: int | None = fields.whole(
        label=N_("Visits"),
        help=N_("Sessions over the period; the shares are worked out from them."),
        in_list=True,
    )
    conversions: int | None = fields.whole(
        label=N_("Useful actions"),
        help=N_("Orders, calls, forms sent: what a visit is worth to you."),
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network it is about."),
        in_list=True,
    )
    period_start: dt.date | None = fields.date(
        label=N_("Counted from"), help=N_("The first day that was counted.")
    )
    period_end: dt.date | None = fields.date(
        label=N_("Counted until"), help=N_("The last day that was counted."), in_list=True
    )
    origin: FigureOrigin | None = fields.choice(
        FigureOrigin,
        label=N_("Read in"),
        help=N_("The tool that the figure comes from."),
    )


@record(
    "article",
    one=N_("Article"),
    many=N_("Articles most read"),
    help=N_("The articles of your blog or site that people read most."),
)
class Article(Record):
    """An article of one's own, and how much it is read."""

    title: str = fields.text(
        label=N_("Title of the article"),
        help=N_("As it stands at the top of the page."),
        example=N_("How to keep a loaf fresh for five days"),
        max_chars=200,
        in_list=True,
    )
    views: int | None = fields.whole(
        label=N_("Times read"), help=N_("Page views over the period."), in_list=True
    )
    keyword: str = fields.text(
        label=N_("Keyword"),
        help=N_("The words that people typed to find it."),
        example=N_("keep bread fresh"),
        max_chars=120,
        in_list=True,
    )
    published: dt.date | None = fields.date(
        label=N_("Published on"),
        help=N_("The day on which it came out; the rhythm of the blog follows."),
        in_list=True,
    )
    period_start: dt.date | None = fields.date(
        label=N_("Counted from"), help=N_("The first day that was counted.")
    )
    period_end: dt.date | None = fields.date(
        label=N_("Counted until"), help=N_("The last day that was counted.")
    )
    url: str = fields.url(label=N_("Address of the page"), help=N_("The link that opens it."))


@record(
    "site_check",
    one=N_("Site check"),
    many=N_("Site checks"),
    help=N_("What the networks will send people to: is the site ready for them?"),
)
class SiteCheck(Record):
    """One point of the site that was looked at."""

    item: str = fields.text(
        label=N_("Point of the site"),
        help=N_("One thing that a visitor would notice."),
        example=N_("The order page opens in under three seconds on a phone"),
        max_chars=200,
        in_list=True,
    )
    topic: SiteTopic | None = fields.choice(
        SiteTopic, label=N_("Subject"), help=N_("What the point is about."), in_list=True
    )
    status: CheckStatus | None = fields.choice(
        CheckStatus,
        label=N_("State of the point"),
        help=N_("Partly means that it is there and could be better."),
        in_list=True,
    )
    score: int | None = fields.whole(
        label=N_("Score out of 100"),
        help=N_("What a tool says of the point, if one does."),
        maximum=100,
        in_list=True,
    )
    observation: str = fields.text(
        label=N_("What we saw"),
        help=N_("What happens exactly, so that somebody else can see it too."),
        example=N_("Six seconds on 4G: the photos weigh 3 MB each"),
        max_chars=500,
    )
    fix_action: str = fields.text(
        label=N_("What to correct"),
        help=N_("What must be done, short enough to be done in one go."),
        example=N_("Compress the twelve photos of the home page"),
        max_chars=280,
    )
    tool: str = fields.text(
        label=N_("Tool used"),
        help=N_("The name of the tool, so that you measure the same way next time."),
        example=N_("PageSpeed Insights"),
        max_chars=120,
    )
    date: dt.date | None = fields.date(
        label=N_("Checked on"), help=N_("The day on which it was looked at.")
    )


@record(
    "asset",
    one=N_("Piece of content you own"),
    many=N_("Content you own"),
    help=N_("Texts, photos and films that exist already and could serve again."),
)
class Asset(Record):
    """A content that exists already."""

    title: str = fields.text(
        label=N_("Content"),
        help=N_("What it is, so that a colleague finds it."),
        example=N_("42 photos of the night shift, spring 2026"),
        max_chars=200,
        in_list=True,
    )
    kind: AssetKind | None = fields.choice(
        AssetKind, label=N_("Form of content"), help=N_("What form it has today."), in_list=True
    )
    topic: str = fields.text(
        label=N_("What it shows"),
        help=N_("The subject that it could illustrate."),
        example=N_("Shaping and baking by hand"),
        in_list=True,
    )
    rights: AssetRights | None = fields.choice(
        AssetRights,
        label=N_("Right to publish"),
        help=N_("Whether you may show it, the people on it included."),
        in_list=True,
    )
    quality: int | None = fields.rating(
        label=N_("Quality"),
        help=N_("5 may be published today, 1 would have to be made again."),
        in_list=True,
    )
    reusable_for: tuple[str, ...] = fields.lines(
        label=N_("Could become"),
        help=N_("What could be made of it, one idea a line."),
        example=N_("A carousel: one loaf in eight steps"),
        max_items=12,
    )
    location: str = fields.text(
        label=N_("Where it is kept"),
        help=N_("The folder, the drive or the person who has it."),
        example=N_("Shared drive, Photos 2026"),
        max_chars=300,
    )


def last_visits(strategy: Strategy) -> list[TrafficSource]:
    """Return the sources of the newest period: two periods must not be added up."""
    sources = [s for s in strategy.of(TrafficSource) if s.source and s.sessions]
    ends = [source.period_end for source in sources if source.period_end]
    if not ends:
        return sources
    return [source for source in sources if source.period_end == max(ends)]
