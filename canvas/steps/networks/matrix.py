"""The network matrix: networks under consideration, criteria, scores (C97–C97e)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_, say
from canvas.domain.records import Record, record
from canvas.domain.story import Said
from canvas.steps.common import Network
from canvas.steps.wording import shown

MAX_SCORE = 3
"""The best score of a network on a criterion; 0 is the worst."""


class Role(Choice):
    """What a network is for us."""

    MAIN = "main", N_("Main"), N_("The one that comes first when time is short.")
    STRONG = "strong", N_("Strong"), N_("You publish there regularly and answer.")
    DEFENSIVE = (
        "defensive",
        N_("Defensive"),
        N_("A complete profile, and a few posts taken from elsewhere."),
    )
    NONE = "none", N_("Not there"), N_("You are not present, and you know why.")


class Family(Choice):
    """The kinds of social media; a network may be of several."""

    BEST_KNOWN = "best_known", N_("Best known"), N_("Facebook, YouTube, Instagram, WhatsApp.")
    SHARING = "sharing", N_("Sharing"), N_("Videos, photos, music: YouTube, Pinterest.")
    DISCUSSION = "discussion", N_("Discussion"), N_("WhatsApp, Messenger, Telegram, forums.")
    NETWORKING = "networking", N_("Professional contacts"), N_("LinkedIn.")
    COLLABORATION = "collaboration", N_("Working together"), N_("Slack, Teams, Trello.")
    MICRO_BLOGGING = "micro_blogging", N_("Short messages"), N_("X, Threads, Bluesky, Mastodon.")
    PUBLICATION = "publication", N_("Publishing"), N_("Blogs, wikis, slides, studies.")


_USE = N_("What it is for")
_WHO = N_("Who is there")


@record(
    "network_option",
    one=N_("Network considered"),
    many=N_("Networks considered"),
    help=N_("The networks that you could be on, and the role that you give each of them."),
)
class NetworkOption(Record):
    """A network under consideration, and what it becomes for us."""

    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that this is about."),
        in_list=True,
        essential=True,
    )
    role: Role | None = fields.choice(
        Role,
        label=N_("Role"),
        help=N_("One main network, one or two strong ones, the others defensive."),
        in_list=True,
    )
    reason: str = fields.text(
        label=N_("Because"),
        help=N_("Why it has this role, in one sentence that you would defend in a meeting."),
        example=N_("Our customers look there for ideas for the weekend"),
        max_chars=280,
        in_list=True,
    )
    effort_hours_week: float | None = fields.number(
        label=N_("Effort"),
        help=N_("Hours a week that it takes to be there properly, replies included."),
        unit=N_("h/week"),
        minimum=0,
        maximum=168,
        in_list=True,
    )
    name: str = fields.text(
        label=N_("Which one"),
        help=N_("What tells it apart, for instance a group next to the page, or another network."),
        example=N_("Neighbourhood group"),
        max_chars=40,
    )
    use_note: str = fields.text(
        label=N_("Use"),
        help=N_("What you do there and nowhere else."),
        example=N_("Conversation with the neighbourhood, then a link to the website"),
        max_chars=280,
        group=_USE,
    )
    taxonomy: tuple[Family, ...] = fields.choices(
        Family,
        label=N_("Kind of medium"),
        help=N_("What people do there: share, discuss, meet professionals, publish."),
        group=_USE,
    )
    conversation_share: float | None = fields.share(
        label=N_("Conversation"),
        help=N_("How much of what you do there is talking with people; on Facebook up to 90%."),
        group=_USE,
    )
    personas: tuple[str, ...] = fields.links(
        "persona",
        label=N_("Personas present"),
        help=N_("The personas who use this network."),
        group=_WHO,
    )
    segments: tuple[str, ...] = fields.links(
        "segment",
        label=N_("Reaches"),
        help=N_("The segments that you reach there."),
        group=_WHO,
    )
    accounts: tuple[str, ...] = fields.links(
        "account",
        label=N_("Our accounts"),
        help=N_("The accounts that you have there already."),
        group=_WHO,
    )

    @property
    def title(self) -> str:
        """The network's own name, and what tells this one apart."""
        if self.network in (None, Network.OTHER):
            return self.name
        return f"{self.network.label} ({self.name})" if self.name else self.network.label

    @property
    def called(self) -> Said:
        """What to call it in a cell or a sentence, to be translated."""
        if self.name and self.network in (None, Network.OTHER):
            return self.name
        if self.name:
            return say("{network} ({name})", network=self.network, name=self.name)
        return shown(self.network)


@record(
    "criterion",
    one=N_("Criterion"),
    many=N_("Criteria"),
    help=N_("What a good network is for you; six or seven criteria are plenty."),
)
class Criterion(Record):
    """A criterion by which networks are compared."""

    name: str = fields.text(
        label=N_("Criterion"),
        help=N_(
            "Our personas are there, it reaches many, competitors leave room, we can feed it, "
            "it takes little time, it serves the objective."
        ),
        example=N_("Our personas are there"),
        max_chars=60,
        in_list=True,
    )
    weight: int | None = fields.rating(
        label=N_("Weight"),
        help=N_("How much it counts, from 1 to 5; empty counts as 1."),
        in_list=True,
    )
    question: str = fields.text(
        label=N_("Worth 3 when"),
        help=N_("What a network must show to get the best score, so that everybody scores alike."),
        example=N_("More than half of our customers open it every day"),
        max_chars=280,
        in_list=True,
    )


@record(
    "network_score",
    one=N_("Score"),
    many=N_("Scores"),
    help=N_("How well each network meets each criterion, from 0 to 3."),
)
class NetworkScore(Record):
    """How well a network meets a criterion."""

    option: str = fields.link(
        "network_option",
        label=N_("Network considered"),
        help=N_("The network that is scored."),
        in_list=True,
    )
    criterion: str = fields.link(
        "criterion",
        label=N_("Criterion"),
        help=N_("The criterion that it is scored on."),
        in_list=True,
    )
    score: int | None = fields.rating(
        label=N_("Score"),
        help=N_("0 for not at all, 1 for a little, 2 for well, 3 for very well."),
        low=0,
        high=MAX_SCORE,
        in_list=True,
    )
    evidence: str = fields.text(
        label=N_("Seen where"),
        help=N_("The figure or the remark behind the score."),
        example=N_("31 of 40 customers asked at the counter use it"),
        max_chars=280,
        in_list=True,
    )


@record(
    "network_hint",
    one=N_("Subject and its networks"),
    many=N_("Subjects and their networks"),
    help=N_("Which networks suit which subject: your own notes, with their date."),
)
class NetworkHint(Record):
    """A subject, and the networks where it finds its public."""

    topic: str = fields.text(
        label=N_("Subject"),
        help=N_("What you speak of, in a few words."),
        example=N_("Cooking and pastry"),
        max_chars=120,
        in_list=True,
    )
    networks: tuple[Network, ...] = fields.choices(
        Network,
        label=N_("Networks"),
        help=N_("The networks where this subject finds its public."),
        in_list=True,
    )
    reason: str = fields.text(
        label=N_("Because"),
        help=N_("Why these networks suit it."),
        example=N_("People look for pictures there before they cook"),
        max_chars=280,
        in_list=True,
    )
    source: str = fields.text(
        label=N_("Source"),
        help=N_("The page, the study or your own figures."),
        example=N_("Our own figures, January to June 2026"),
        max_chars=500,
    )
    checked_on: dt.date | None = fields.date(
        label=N_("Checked on"),
        help=N_("Networks change often: the day when you last checked this."),
        in_list=True,
    )
