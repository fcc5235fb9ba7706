"""The accounts that exist, their figures, and what becomes of them.

C14, C15, C32, C35, C36.
"""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network


class AccountKind(Choice):
    """What an account is on its network."""

    PAGE = "page", N_("Page")
    PROFILE = "profile", N_("Profile")
    GROUP = "group", N_("Group")
    CHANNEL = "channel", N_("Video channel")
    BLOG = "blog", N_("Blog")
    NEWSLETTER = "newsletter", N_("Newsletter")
    LISTING = "listing", N_("Business listing"), N_("A card on a map or in a directory.")


class AccountState(Choice):
    """Whether somebody still publishes there."""

    IN_USE = "in_use", N_("In use")
    DORMANT = "dormant", N_("Dormant"), N_("Nothing for two months or more.")
    ABANDONED = "abandoned", N_("Abandoned"), N_("Nobody knows who holds the password.")


class AccountRank(Choice):
    """How much an account weighs today."""

    MAIN = "main", N_("Main account"), N_("Where most of the effort goes today.")
    SECONDARY = "secondary", N_("Secondary account"), N_("Kept alive beside the main one.")


class AccountDecision(Choice):
    """What becomes of an account."""

    KEEP = "keep", N_("Keep as it is"), N_("It does its work; no more, no less.")
    DEVELOP = "develop", N_("Develop"), N_("It deserves more time than it gets.")
    REVIVE = "revive", N_("Revive"), N_("It sleeps, and people still look for you there.")
    MERGE = "merge", N_("Merge"), N_("Its followers are invited to another account of yours.")
    DELETE = "delete", N_("Delete"), N_("Nobody would miss it.")


CLOSING = (AccountDecision.MERGE, AccountDecision.DELETE)
"""Decisions after which an account is there no more."""


@record(
    "account",
    one=N_("Account"),
    many=N_("Accounts"),
    help=N_("Every page, profile, group or blog that carries your name, forgotten ones included."),
)
class Account(Record):
    """A place where the organisation is present, and what becomes of it."""

    handle: str = fields.text(
        label=N_("Account name"),
        help=N_("Its handle or title, as visitors see it."),
        example="@portbakery",
        max_chars=120,
        in_list=True,
        essential=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network it is about."),
        in_list=True,
        essential=True,
    )
    state: AccountState | None = fields.choice(
        AccountState,
        label=N_("Activity"),
        help=N_("Whether somebody still publishes there."),
        in_list=True,
    )
    last_post_date: dt.date | None = fields.date(
        label=N_("Last post"),
        help=N_("The day of the last post, even if it is years ago."),
        in_list=True,
    )
    decision: AccountDecision | None = fields.choice(
        AccountDecision,
        label=N_("Decision"),
        help=N_("What becomes of it; fewer accounts well kept beat many left alone."),
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Run by"),
        help=N_("Who publishes and answers there today."),
        in_list=True,
    )
    kind: AccountKind | None = fields.choice(
        AccountKind,
        label=N_("Type of account"),
        help=N_("A page belongs to an organisation, a profile to a person."),
        group=N_("Identity of the account"),
    )
    rank: AccountRank | None = fields.choice(
        AccountRank,
        label=N_("Weight today"),
        help=N_("Main or secondary today; what it should be is decided with the missions."),
        group=N_("Identity of the account"),
    )
    url: str = fields.url(
        label=N_("Address of the account"),
        help=N_("The link that opens it."),
        example="https://www.instagram.com/portbakery",
        group=N_("Identity of the account"),
    )
    language: str = fields.text(
        label=N_("Language"),
        help=N_("The language that it is written in."),
        example=N_("French"),
        max_chars=60,
        group=N_("Identity of the account"),
    )
    outlet: str = fields.link(
        "outlet",
        label=N_("Outlet"),
        help=N_("The shop that it speaks for, if it is not for all of them."),
        group=N_("Identity of the account"),
    )
    created: dt.date | None = fields.date(
        label=N_("Opened on"),
        help=N_("When it was opened; the year is enough, with 1 January."),
        group=N_("Identity of the account"),
    )
    admins: tuple[str, ...] = fields.links(
        "person",
        label=N_("Administrators"),
        help=N_("Everybody who can get in; remove those who left."),
        group=N_("Identity of the account"),
    )
    reason: str = fields.text(
        label=N_("Why this decision"),
        help=N_("The figure or the fact that decides."),
        example=N_("Four posts in two years, and the same people follow the main page"),
        max_chars=300,
        group=N_("What becomes of it"),
    )
    merge_into: str = fields.link(
        "account",
        label=N_("Merged into"),
        help=N_("The account that its followers are sent to."),
        group=N_("What becomes of it"),
    )
    deadline: dt.date | None = fields.date(
        label=N_("To be done by"),
        help=N_("The day on which the decision is carried out."),
        group=N_("What becomes of it"),
    )
    decision_owner: str = fields.link(
        "person",
        label=N_("Carried out by"),
        help=N_("Who closes, merges or revives it."),
        group=N_("What becomes of it"),
    )


@record(
    "account_snapshot",
    one=N_("Account figures"),
    many=N_("Account figures"),
    help=N_("The figures of an account on one day: today’s are what you will compare with."),
)
class AccountSnapshot(Record):
    """What an account counted on one day, over the period before it."""

    account: str = fields.link(
        "account",
        label=N_("Account"),
        help=N_("The account that the figures are about."),
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Read on"), help=N_("The day on which you read the figures."), in_list=True
    )
    followers: int | None = fields.whole(
        label=N_("Followers"),
        help=N_("People who follow, like or subscribe; readers a month for a blog."),
        example="1240",
        in_list=True,
    )
    posts: int | None = fields.whole(
        label=N_("Posts"),
        help=N_("Posts over the period; articles for a blog."),
        in_list=True,
    )
    avg_interactions: float | None = fields.number(
        label=N_("Reactions per post"),
        help=N_("Likes, comments, shares and saves together, on average per post."),
        minimum=0,
        in_list=True,
    )
    is_baseline: bool = fields.flag(
        label=N_("Starting point"),
        help=N_("Tick it for the figures that all later ones are compared with."),
        in_list=True,
    )
    period_days: int | None = fields.whole(
        label=N_("Period"),
        help=N_("How many days the figures cover; 30 is usual."),
        unit=N_("days"),
        minimum=1,
        maximum=366,
        group=N_("Over the period"),
    )
    reach: int | None = fields.whole(
        label=N_("Reach"),
        help=N_("How many different people saw your posts over the period."),
        group=N_("Over the period"),
    )
    shares: int | None = fields.whole(
        label=N_("Shares"),
        help=N_("How often your posts were passed on over the period."),
        group=N_("Over the period"),
    )
    clicks: int | None = fields.whole(
        label=N_("Clicks to the site"),
        help=N_("How often people followed a link of yours over the period."),
        group=N_("Over the period"),
    )
    messages_in: int | None = fields.whole(
        label=N_("Messages received"),
        help=N_("Private messages and questions over the period."),
        group=N_("Over the period"),
    )
    compare_to: str = fields.link(
        "account_snapshot",
        label=N_("Compared with"),
        help=N_("Earlier figures of the same account, if not the starting point."),
        group=N_("Over the period"),
    )

    @property
    def interactions(self) -> float | None:
        """All reactions of the period; None while a figure is missing."""
        if self.avg_interactions is None or self.posts is None:
            return None
        return self.avg_interactions * self.posts

    @property
    def posts_per_week(self) -> float | None:
        """How often something was published; None while a figure is missing."""
        if self.posts is None or not self.period_days:
            return None
        return self.posts * 7 / self.period_days

    @property
    def title(self) -> str:
        """The day of the figures: they have no name of their own."""
        return self.date.isoformat() if self.date else ""


@record(
    "audit_run",
    one=N_("Audit done"),
    many=N_("Audits done"),
    help=N_("Each time you go through the accounts again; once or twice a year is enough."),
)
class AuditRun(Record):
    """A pass through the audit."""

    name: str = fields.text(
        label=N_("Name of the audit"),
        help=N_("What you would call it when you compare."),
        example=N_("Audit of October 2026"),
        max_chars=120,
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Done on"), help=N_("The day on which it was finished."), in_list=True
    )
    author: str = fields.link(
        "person", label=N_("Done by"), help=N_("Who went through the accounts."), in_list=True
    )
    notes: str = fields.long_text(
        label=N_("What came out of it"),
        help=N_("What changed since the audit before, and what surprised you."),
        example=N_("Two pages found that nobody remembered; the station shop has no listing"),
        max_chars=2_000,
        in_list=True,
    )
