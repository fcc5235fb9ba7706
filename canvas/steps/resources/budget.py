"""What it costs: budget lines and advertising (C131, C132)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Quarter
from canvas.steps.plan import shared


class BudgetCategory(Choice):
    """What money is spent on."""

    CREATION = "creation", N_("Content creation"), N_("Photos, videos, texts, illustrations.")
    PROMOTION = "promotion", N_("Promotion of content"), N_("Printing, prizes, relays.")
    TOOLS = "tools", N_("Tools and subscriptions")
    PROVIDER = "provider", N_("Providers"), N_("Freelancers and agencies.")
    INFLUENCERS = "influencers", N_("Influencers"), N_("Fees, products given, travel.")
    TRAINING = "training", N_("Training courses")
    ADS = "ads", N_("Advertising"), N_("What is paid to the platforms.")
    OTHER = "other", N_("Other spending")


class AdPlatform(Choice):
    """Who is paid to show something."""

    META = "meta", N_("Facebook and Instagram Ads")
    GOOGLE = "google", N_("Google Ads")
    LINKEDIN = "linkedin", N_("LinkedIn Ads")
    TIKTOK = "tiktok", N_("TikTok Ads")
    PINTEREST = "pinterest", N_("Pinterest Ads")
    YOUTUBE = "youtube", N_("YouTube Ads")
    BLOG_OR_MEDIA = "blog_or_media", N_("Blog, press or influencer")
    OTHER = "other", N_("Another platform")


class AdKind(Choice):
    """What is bought."""

    BOOST = "boost", N_("Boosted post"), N_("A post shown to more people.")
    LOOK_ALIKE = "look_alike", N_("Similar profiles"), N_("People who resemble your clients.")
    RETARGETING = "retargeting", N_("Retargeting"), N_("People who visited your site already.")
    SEARCH = "search", N_("Search ads"), N_("People who type your keywords.")
    SPONSORED_ARTICLE = "sponsored_article", N_("Sponsored article")
    LINKS = "links", N_("Bought links"), N_("Links to your site; search engines may punish them.")
    OTHER = "other", N_("Another kind of ad")


_RESULT = N_("Result of the ad")


@record(
    "budget_line",
    one=N_("Budget line"),
    many=N_("Budget"),
    help=N_("What you plan to spend and what you spent, advertising aside: it has its own list."),
)
class BudgetLine(Record):
    """A planned expense."""

    label: str = fields.text(
        label=N_("Expense"),
        help=N_("One line for each purchase or contract."),
        example=N_("Half a day with a photographer"),
        max_chars=140,
        in_list=True,
    )
    category: BudgetCategory | None = fields.choice(
        BudgetCategory, label=N_("Category"), help=N_("What it is spent on."), in_list=True
    )
    planned: int | None = fields.money(
        label=N_("Planned amount"), help=N_("What you count on paying."), in_list=True
    )
    spent: int | None = fields.money(
        label=N_("Spent so far"), help=N_("What was really paid."), in_list=True
    )
    quarter: Quarter | None = fields.choice(
        Quarter,
        label=N_("Quarter"),
        help=N_("When it is paid; leave empty if it is spread over the year."),
        in_list=True,
    )
    start: dt.date | None = fields.date(
        label=N_("Paid from"),
        help=N_("The first day that it is paid for; the amount is spread over its months."),
    )
    end: dt.date | None = fields.date(
        label=N_("Paid until"), help=N_("The last day; empty for a single payment.")
    )
    request: str = fields.link(
        "budget_request",
        label=N_("Instalment"),
        help=N_("The budget request that pays for it, if the money comes in stages."),
    )
    objective: str = shared.objective()
    owner: str = shared.owner()
    remark: str = shared.remark(max_chars=500)


@record(
    "ad_line",
    one=N_("Advertisement"),
    many=N_("Advertising"),
    help=N_("What you pay platforms for: to whom, for what, and what you expect of it."),
)
class AdLine(Record):
    """A paid campaign."""

    name: str = fields.text(
        label=N_("Campaign"),
        help=N_("A name that you will recognise in the platform’s invoices."),
        example=N_("Christmas orders, 10 km around the shop"),
        max_chars=140,
        in_list=True,
    )
    platform: AdPlatform | None = fields.choice(
        AdPlatform, label=N_("Platform"), help=N_("Where the ad runs."), in_list=True
    )
    budget: int | None = fields.money(
        label=N_("Budget"), help=N_("What you are ready to spend on it."), in_list=True
    )
    start: dt.date | None = shared.start(in_list=True)
    end: dt.date | None = shared.end(in_list=True)
    kind: AdKind | None = fields.choice(
        AdKind, label=N_("Kind of ad"), help=N_("What exactly is bought.")
    )
    goal: str = fields.text(
        label=N_("Goal of the ad"),
        help=N_("What people should do when they see it."),
        example=N_("Order a Yule log before 15 December"),
        max_chars=200,
    )
    audience: str = fields.text(
        label=N_("Audience targeted"),
        help=N_("Who sees it: place, age, interests, visitors of the site."),
        example=N_("Parents of 30 to 50, less than 10 km away"),
        max_chars=200,
    )
    objective: str = shared.objective()
    spent: int | None = fields.money(
        label=N_("Spent so far"), help=N_("What was really paid."), group=_RESULT
    )
    expected_result: str = fields.text(
        label=N_("Expected result"),
        help=N_("A figure that tells whether it was worth it."),
        example=N_("60 orders at less than €2 each"),
        max_chars=200,
        group=_RESULT,
    )
    actual_result: str = fields.text(
        label=N_("Result obtained"),
        help=N_("The same figure, afterwards."),
        max_chars=200,
        group=_RESULT,
    )
