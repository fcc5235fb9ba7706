"""Who does it best, how competitors go about it, what they leave open (C94–C95b)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network, Priority


class Discipline(Choice):
    """In what somebody can be the best of the class."""

    BLOGGING = "blogging", N_("Blogging"), N_("Articles found through search, interviews.")
    NETWORKS = "networks", N_("Social networks"), N_("Facebook, LinkedIn and the like.")
    SOCIAL_SELLING = (
        "social_selling",
        N_("Social selling"),
        N_("The staff’s own profiles bring customers in."),
    )
    NEW_CHANNELS = "new_channels", N_("New channels"), N_("Where the others are not yet.")
    PRESS = "press", N_("Press and influencers"), N_("Others speak of them.")


class Response(Choice):
    """What we make of something that works elsewhere."""

    IMPROVE = "improve", N_("Take up and do better")
    COUNTER = "counter", N_("Do otherwise")
    LEAVE = "leave", N_("Leave to them")


class PostFormat(Choice):
    """What a post is made of."""

    TEXT = "text", N_("Text")
    IMAGE = "image", N_("Image")
    CAROUSEL = "carousel", N_("Carousel or document")
    SHORT_VIDEO = "short_video", N_("Short video")
    LONG_VIDEO = "long_video", N_("Long video")
    LIVE = "live", N_("Live video")
    STORY = "story", N_("Story")
    LINK = "link", N_("Link")
    ARTICLE = "article", N_("Article")
    POLL = "poll", N_("Poll or quiz")
    CONTEST = "contest", N_("Contest")
    REPOST = "repost", N_("Post by others")


class Interaction(Choice):
    """How people react to a post."""

    LIKES = "likes", N_("Likes")
    COMMENTS = "comments", N_("Comments")
    SHARES = "shares", N_("Shares")
    SAVES = "saves", N_("Saves")
    CLICKS = "clicks", N_("Clicks")


class OpeningKind(Choice):
    """What a competitor leaves open."""

    KEYWORD = "keyword", N_("Keyword"), N_("Words that people search and nobody answers.")
    THEME = "theme", N_("Subject"), N_("A subject that nobody speaks of.")
    FORMAT = "format", N_("Format"), N_("A kind of post that nobody makes.")
    ABSENT_NETWORK = "absent_network", N_("Absent network"), N_("A network where they are not.")
    QUALITY = "quality", N_("Weak quality"), N_("They are there, and do it badly.")
    SERVICE = "service", N_("Poor replies"), N_("People ask, and get no answer.")


_SEEN = N_("What was seen")
_OURS = N_("What we make of it")


@record(
    "best_in_class",
    one=N_("Best in class"),
    many=N_("Best in class"),
    help=N_("In each discipline, who is strongest, why, and what we learn from it."),
)
class BestInClass(Record):
    """Who is strongest in a discipline, and what works best there."""

    category: Discipline | None = fields.choice(
        Discipline,
        label=N_("Discipline"),
        help=N_("In what they are strong, for instance blogging or press."),
        in_list=True,
    )
    competitor: str = fields.link(
        "competitor",
        label=N_("Competitor"),
        help=N_("The competitor who is strongest in it."),
        in_list=True,
    )
    somebody_else: str = fields.text(
        label=N_("Somebody else"),
        help=N_("The name, where the best one is no competitor of yours."),
        example=N_("A chocolate maker in another region"),
        max_chars=120,
    )
    why: str = fields.text(
        label=N_("Why they are strong"),
        help=N_("What they have that makes them strong: time, a face, a subject."),
        example=N_("The owner answers every question herself, on camera"),
        max_chars=280,
        in_list=True,
    )
    what_works: str = fields.text(
        label=N_("What works best"),
        help=N_("The posts or habits that bring them the most."),
        example=N_("One recipe a week, filmed from above in forty seconds"),
        max_chars=280,
        in_list=True,
    )
    lesson: str = fields.text(
        label=N_("Lesson for us"),
        help=N_("What you take from it, in your own way and with your own strengths."),
        example=N_("Film our own hands at work, with the baker’s voice"),
        max_chars=280,
        in_list=True,
    )
    response: Response | None = fields.choice(
        Response,
        label=N_("Our answer"),
        help=N_("Whether you do it better, do otherwise or leave it to them."),
        in_list=True,
    )
    url: str = fields.url(
        label=N_("Example"),
        help=N_("The address of a post or a page that shows it."),
        example="https://example.com/post",
    )


@record(
    "competitor_presence",
    one=N_("Competitor on a network"),
    many=N_("Competitors by network"),
    help=N_("How each competitor goes about each network: content, reactions, strengths, gaps."),
)
class CompetitorPresence(Record):
    """The strategy of one competitor on one network."""

    competitor: str = fields.link(
        "competitor",
        label=N_("Competitor"),
        help=N_("The competitor that you look at."),
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that this is about."),
        in_list=True,
    )
    engagement_rate: float | None = fields.share(
        label=N_("Engagement rate"),
        help=N_("Reactions per post divided by followers; above 5% is rare."),
        in_list=True,
    )
    idea_for_us: str = fields.text(
        label=N_("Idea for us"),
        help=N_("What you could do better, seeing this."),
        example=N_("Show the oven at 4 in the morning: they only show the shop"),
        max_chars=280,
        in_list=True,
    )
    content_types: tuple[PostFormat, ...] = fields.choices(
        PostFormat,
        label=N_("Posts"),
        help=N_("The kinds of posts that they publish."),
        group=_SEEN,
    )
    post_types: tuple[PostFormat, ...] = fields.choices(
        PostFormat,
        label=N_("Posts that work"),
        help=N_("The kinds of posts that get the most reactions."),
        group=_SEEN,
    )
    interactions: tuple[Interaction, ...] = fields.choices(
        Interaction,
        label=N_("Reactions"),
        help=N_("How people mostly react to them, for instance with comments."),
        group=_SEEN,
    )
    posts_per_week: float | None = fields.number(
        label=N_("Posts a week"),
        help=N_("How often they publish, on average."),
        unit=N_("posts/week"),
        minimum=0,
        group=_SEEN,
    )
    url: str = fields.url(
        label=N_("Profile address"),
        help=N_("The address of their profile on this network."),
        example="https://example.com/profile",
        group=_SEEN,
    )
    seen_on: dt.date | None = fields.date(
        label=N_("Seen on"),
        help=N_("The day when you looked."),
        group=_SEEN,
    )
    strengths: tuple[str, ...] = fields.lines(
        label=N_("What they do well"),
        help=N_("Good practices and tricks, one a line."),
        example=N_("Every comment gets a reply with a first name"),
        group=_OURS,
    )
    gaps: tuple[str, ...] = fields.lines(
        label=N_("What they miss"),
        help=N_("What is weak or absent, one a line."),
        example=N_("No video, and no post since the summer"),
        group=_OURS,
    )


@record(
    "counter_opportunity",
    one=N_("Opening to take"),
    many=N_("Openings to take"),
    help=N_("What competitors leave open: a keyword, a subject, a format, a network."),
)
class CounterOpportunity(Record):
    """Something that competitors leave open, and our move."""

    description: str = fields.text(
        label=N_("Left open"),
        help=N_("What nobody does, or does badly."),
        example=N_("Nobody explains gluten to people who cannot digest bread"),
        max_chars=280,
        in_list=True,
    )
    kind: OpeningKind | None = fields.choice(
        OpeningKind,
        label=N_("Kind of opening"),
        help=N_("A keyword, a subject, a format, a network or poor quality."),
        in_list=True,
    )
    competitors: tuple[str, ...] = fields.links(
        "competitor",
        label=N_("Left open by"),
        help=N_("The competitors who leave it open."),
    )
    our_move: str = fields.text(
        label=N_("Our move"),
        help=N_("What you do about it, as an action."),
        example=N_("Four short videos on sourdough and digestion, with a dietitian"),
        max_chars=280,
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that this is about."),
    )
    priority: Priority | None = fields.choice(
        Priority,
        label=N_("Priority"),
        help=N_("How soon it deserves your time."),
        in_list=True,
    )
