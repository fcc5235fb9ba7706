"""Competitors at a glance: their figures and their good practices (C24, C25, C27, C28, C34)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network


class CompetitorKind(Choice):
    """How close a competitor's offer is to yours."""

    DIRECT = "direct", N_("Direct"), N_("Sells the same to the same people.")
    INDIRECT = "indirect", N_("Indirect"), N_("Answers the same need in another way.")


class BlogRhythm(Choice):
    """Whether a competitor has a blog, and how regular it is."""

    NONE = "none", N_("No blog")
    IRREGULAR = "irregular", N_("Now and then")
    MONTHLY = "monthly", N_("Every month or so")
    WEEKLY = "weekly", N_("Every week or more")


class Adoption(Choice):
    """What one makes of a competitor's good practice."""

    ADOPT = "adopt", N_("Take it over")
    ADAPT = "adapt", N_("Do it our way")
    LEAVE = "leave", N_("Leave it to them")


@record(
    "competitor",
    one=N_("Competitor"),
    many=N_("Competitors"),
    help=N_("The three or four that customers compare you with, one lively newcomer included."),
)
class Competitor(Record):
    """A competitor that is worth comparing with."""

    name: str = fields.text(
        label=N_("Name of the competitor"),
        help=N_("The name that customers use."),
        example=N_("Maison Lenoir"),
        max_chars=120,
        in_list=True,
    )
    kind: CompetitorKind | None = fields.choice(
        CompetitorKind,
        label=N_("Competition"),
        help=N_("A supermarket’s bread shelf is an indirect competitor of a bakery."),
        in_list=True,
    )
    is_startup: bool = fields.flag(
        label=N_("Start-up"),
        help=N_("A newcomer that is very active on social media teaches a lot."),
        in_list=True,
    )
    why_chosen: str = fields.text(
        label=N_("Why this one"),
        help=N_("What makes it worth watching."),
        example=N_("Same district, and three times our followers in one year"),
        max_chars=300,
        in_list=True,
    )
    blog: BlogRhythm | None = fields.choice(
        BlogRhythm,
        label=N_("Blog"),
        help=N_("Whether it has one, and how often something new appears."),
        in_list=True,
    )
    url: str = fields.url(
        label=N_("Website"),
        help=N_("The address that the networks should lead to."),
    )


@record(
    "competitor_metric",
    one=N_("Competitor’s figures"),
    many=N_("Competitors’ figures"),
    help=N_("What anyone can see of a competitor on one network; no line means not looked at."),
)
class CompetitorMetric(Record):
    """What a competitor counts on one network."""

    competitor: str = fields.link(
        "competitor", label=N_("Competitor"), help=N_("Whose figures they are."), in_list=True
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network it is about."),
        in_list=True,
    )
    followers: int | None = fields.whole(
        label=N_("Followers"),
        help=N_("People who follow, like or subscribe; 0 if it is not there."),
        in_list=True,
    )
    avg_shares: float | None = fields.number(
        label=N_("Shares per post"),
        help=N_("On average over the last ten posts."),
        minimum=0,
        in_list=True,
    )
    posts_week: float | None = fields.number(
        label=N_("Posts per week"),
        help=N_("On average over the last month."),
        minimum=0,
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Read on"), help=N_("The day on which you read the figures."), in_list=True
    )
    account_url: str = fields.url(
        label=N_("Address of the account"),
        help=N_("The link that opens it."),
    )
    source: str = fields.text(
        label=N_("Source"),
        help=N_("Where the figure can be checked."),
        example=N_("Its public page"),
        max_chars=200,
    )


@record(
    "competitor_web",
    one=N_("Competitor’s site"),
    many=N_("Competitors’ sites"),
    help=N_("How many visits a competitor’s site gets, and who links to it."),
)
class CompetitorWeb(Record):
    """What a tool says of a competitor's site."""

    competitor: str = fields.link(
        "competitor", label=N_("Competitor"), help=N_("Whose figures they are."), in_list=True
    )
    visits: int | None = fields.whole(
        label=N_("Visits a month"), help=N_("As the tool estimates them."), in_list=True
    )
    backlinks: int | None = fields.whole(
        label=N_("Backlinks"),
        help=N_("Links that lead to it from other sites."),
        in_list=True,
    )
    top_referrers: tuple[str, ...] = fields.lines(
        label=N_("Sites that link to it"),
        help=N_("The most important ones, one a line."),
        example=N_("Tourist office of the bay"),
        in_list=True,
    )
    press_mentions: tuple[str, ...] = fields.lines(
        label=N_("Press that speaks of it"),
        help=N_("News sites and magazines, one a line."),
        example=N_("Ouest-France, 3 May 2026: the baker who delivers by bike"),
        in_list=True,
    )
    tool: str = fields.text(
        label=N_("Tool used"),
        help=N_("The name of the tool, so that you measure the same way next time."),
        example=N_("Similarweb"),
        max_chars=120,
    )
    date: dt.date | None = fields.date(
        label=N_("Read on"), help=N_("The day on which you read the figures.")
    )


@record(
    "competitor_keyword",
    one=N_("Competitor’s keyword"),
    many=N_("Competitors’ keywords"),
    help=N_("The words with which search engines lead people to a competitor."),
)
class CompetitorKeyword(Record):
    """A keyword on which a competitor is found."""

    keyword: str = fields.text(
        label=N_("Keyword"),
        help=N_("The words that people typed to find it."),
        example=N_("gluten-free bread near me"),
        max_chars=120,
        in_list=True,
    )
    competitor: str = fields.link(
        "competitor", label=N_("Competitor"), help=N_("Whose keyword it is."), in_list=True
    )
    volume: int | None = fields.whole(
        label=N_("Searches a month"),
        help=N_("How often these words are searched for."),
        in_list=True,
    )
    rank: int | None = fields.whole(
        label=N_("Place in the results"),
        help=N_("1 is the first result of the search engine."),
        minimum=1,
        maximum=200,
        in_list=True,
    )


@record(
    "competitor_article",
    one=N_("Competitor’s article"),
    many=N_("Competitors’ articles"),
    help=N_("The articles and posts of competitors that were seen most."),
)
class CompetitorArticle(Record):
    """A content of a competitor that was seen a lot."""

    title: str = fields.text(
        label=N_("Title of the article"),
        help=N_("As it stands at the top of the page."),
        example=N_("Five kinds of flour and what to bake with them"),
        max_chars=200,
        in_list=True,
    )
    competitor: str = fields.link(
        "competitor", label=N_("Competitor"), help=N_("Who published it."), in_list=True
    )
    views: int | None = fields.whole(
        label=N_("Views or shares"),
        help=N_("The figure that can be seen from outside."),
        in_list=True,
    )
    why_it_works: str = fields.text(
        label=N_("Why it works"),
        help=N_("What people found in it."),
        example=N_("A question that every customer asks, answered with photos"),
        max_chars=300,
        in_list=True,
    )
    url: str = fields.url(label=N_("Address of the page"), help=N_("The link that opens it."))


@record(
    "good_practice",
    one=N_("Good practice"),
    many=N_("Good practices"),
    help=N_("What competitors do well, and what you make of it."),
)
class GoodPractice(Record):
    """Something that a competitor does well."""

    description: str = fields.text(
        label=N_("What they do well"),
        help=N_("One habit, described so that you could do it tomorrow."),
        example=N_("They answer each review within the day, by the customer’s first name"),
        max_chars=300,
        in_list=True,
    )
    competitor: str = fields.link(
        "competitor", label=N_("Competitor"), help=N_("Who does it."), in_list=True
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network it is about."),
        in_list=True,
    )
    adopt: Adoption | None = fields.choice(
        Adoption,
        label=N_("What we make of it"),
        help=N_("Borrowing a form is no theft: it belongs to everybody, and the content is yours."),
        in_list=True,
    )
    how_ours_differs: str = fields.text(
        label=N_("How ours will differ"),
        help=N_("What makes it yours and no copy."),
        example=N_("The baker answers in a ten-second film from the oven"),
        max_chars=300,
        in_list=True,
    )
