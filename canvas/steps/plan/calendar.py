"""The editorial calendar: one line a publication, with its purpose (C104, C108, C122)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network, PurchaseStage
from canvas.steps.plan import shared
from canvas.steps.plan.choices import Intent, Origin, PostPractice, PostStatus

_CONTENT = N_("Content of the post")
_PURPOSE = N_("Purpose of the post")
_WORK = N_("Who and how much")
_CHECKS = N_("Checks and remarks")


@record(
    "post",
    one=N_("Post"),
    many=N_("Posts"),
    help=N_("The editorial calendar: what goes out, where, when, and why."),
)
class Post(Record):
    """A line of the editorial calendar."""

    title: str = fields.text(
        label=N_("Title"),
        help=N_("A working title that the team recognises; readers do not see it."),
        example=N_("The night shift in ten photos"),
        max_chars=140,
        in_list=True,
        essential=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Publication date"),
        help=N_("The day when it goes out; empty for an idea."),
        in_list=True,
        essential=True,
    )
    network: Network | None = shared.network(in_list=True)
    status: PostStatus | None = fields.choice(
        PostStatus,
        label=N_("Status"),
        help=N_("How far it is."),
        default=PostStatus.IDEA,
        in_list=True,
    )
    time: dt.time | None = fields.time(
        label=N_("Time of day"), help=N_("On the clock of the strategy’s time zone.")
    )
    account: str = shared.account()
    text: str = fields.long_text(
        label=N_("Text"),
        help=N_("What readers will read, as it will be published."),
        example=N_("4 a.m. Karim lights the oven. What time does your day start?"),
        max_chars=8_000,
        group=_CONTENT,
    )
    visual: str = fields.text(
        label=N_("Visual"),
        help=N_("The image or video: its file, its address, or what it should show."),
        example=N_("Carousel of ten photos, night-01 to night-10"),
        max_chars=500,
        group=_CONTENT,
    )
    alt_text: str = fields.text(
        label=N_("Description of the visual"),
        help=N_("What it shows, for those who cannot see it."),
        example=N_("A baker takes a tray of loaves out of the oven, at night"),
        max_chars=500,
        group=_CONTENT,
    )
    cta: str = fields.text(
        label=N_("Call to action"),
        help=N_("What the reader is invited to do next."),
        example=N_("Tell us in a comment"),
        max_chars=120,
        group=_CONTENT,
    )
    url: str = fields.url(
        label=N_("Link in the post"),
        help=N_("The page that it leads to; the tracking code is added for you."),
        group=_CONTENT,
    )
    hashtags: tuple[str, ...] = fields.lines(
        label=N_("Hashtags"),
        help=N_("Few and precise, one a line."),
        example="#boulangerie",
        max_chars=100,
        group=_CONTENT,
    )
    keywords: tuple[str, ...] = fields.links(
        "keyword",
        label=N_("Keywords"),
        help=N_("The expressions that it should be found with."),
        group=_CONTENT,
    )
    content_type: str = fields.link(
        "content_type",
        label=N_("Content type"),
        help=N_("Which of your kinds of content it is."),
        group=_CONTENT,
    )
    pillar: str = fields.link(
        "content_pillar",
        label=N_("Pillar"),
        help=N_("The family of subjects that it belongs to."),
        group=_CONTENT,
    )
    reason: str = fields.text(
        label=N_("Reason"),
        help=N_("Why you publish this, and why now."),
        example=N_("Recruitment campaign starts the week after"),
        max_chars=300,
        group=_PURPOSE,
    )
    wiifm: str = fields.text(
        label=N_("What’s in it for them"),
        help=N_("What the reader gains by stopping here."),
        example=N_("A look at a trade that nobody sees"),
        max_chars=300,
        group=_PURPOSE,
    )
    why_share: str = fields.text(
        label=N_("Why share it"),
        help=N_("Why somebody would send it to a friend."),
        example=N_("It shows friends where their bread comes from"),
        max_chars=300,
        group=_PURPOSE,
    )
    intent: Intent | None = fields.choice(
        Intent,
        label=N_("Intent"),
        help=N_("Educate and entertain most of the time, promote now and then."),
        group=_PURPOSE,
    )
    origin: Origin | None = fields.choice(
        Origin,
        label=N_("Origin"),
        help=N_("Who made it: you, your clients, or others."),
        group=_PURPOSE,
    )
    objective: str = shared.objective(group=_PURPOSE)
    kpi: str = fields.link(
        "kpi",
        label=N_("Indicator"),
        help=N_("The figure that tells whether it works."),
        group=_PURPOSE,
    )
    theme: str = fields.link(
        "theme",
        label=N_("Theme"),
        help=N_("The theme of the year that it belongs to."),
        group=_PURPOSE,
    )
    persona: str = fields.link(
        "persona",
        label=N_("Persona"),
        help=N_("Write for one person: what speaks to everybody reaches nobody."),
        group=_PURPOSE,
    )
    segment: str = fields.link(
        "segment", label=N_("Segment"), help=N_("The group that it speaks to."), group=_PURPOSE
    )
    stage: PurchaseStage | None = fields.choice(
        PurchaseStage,
        label=N_("Purchase stage"),
        help=N_("Where its reader stands on the way to buying."),
        group=_PURPOSE,
    )
    author: str = fields.link(
        "person", label=N_("Author"), help=N_("Who writes or films it."), group=_WORK
    )
    validator: str = fields.link(
        "person",
        label=N_("Validated by"),
        help=N_("Who approves it before it goes out."),
        group=_WORK,
    )
    publisher: str = fields.link(
        "person",
        label=N_("Published by"),
        help=N_("Who puts it online and watches the answers."),
        group=_WORK,
    )
    effort_hours: float | None = shared.effort(group=_WORK)
    cost: int | None = shared.cost(group=_WORK)
    paid_budget: int | None = fields.money(
        label=N_("Paid boost"),
        help=N_("What you pay the network to show it to more people."),
        group=_WORK,
    )
    is_major: bool = fields.flag(
        label=N_("Major post"),
        help=N_("Tick the few that deserve the whole promotion routine."),
        group=_CHECKS,
    )
    parent: str = fields.link(
        "post",
        label=N_("Made from"),
        help=N_("The post that it reuses or announces."),
        group=_CHECKS,
    )
    opportunity: str = fields.link(
        "opportunity",
        label=N_("From the opportunity"),
        help=N_("The news, the trend or the event that it seizes."),
        group=_CHECKS,
    )
    cadence: str = fields.link(
        "cadence",
        label=N_("Comes from the rhythm"),
        help=N_("The publishing rhythm that made this line, if one did."),
        group=_CHECKS,
    )
    slot: dt.date | None = fields.date(
        label=N_("Day of the rhythm"),
        help=N_("The day that the rhythm gave it; you may publish it on another one."),
        group=_CHECKS,
    )
    promotion_done: tuple[str, ...] = fields.links(
        "promotion_action",
        label=N_("Promotion done"),
        help=N_("The steps of the promotion routine that are behind you."),
        group=_CHECKS,
    )
    practices: tuple[PostPractice, ...] = fields.choices(
        PostPractice,
        label=N_("Good practices"),
        help=N_("What this post contains; two or three are enough."),
        group=_CHECKS,
    )
    private_note: str = fields.long_text(
        label=N_("Private note"),
        help=N_("For the team only: it is never published nor shown in the deck."),
        max_chars=2_000,
        group=_CHECKS,
    )

    @property
    def is_out(self) -> bool:
        """Whether readers can see it already."""
        return self.status is PostStatus.PUBLISHED

    @property
    def has_purpose(self) -> bool:
        """Whether it says for whom, for what next step and why (C108)."""
        return bool((self.persona or self.segment) and self.cta and self.reason)
