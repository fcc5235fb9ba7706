"""How content gets seen: routine, channels, reuse, traffic (C113–C116)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network, Progress
from canvas.steps.plan import shared
from canvas.steps.plan.choices import ChannelKind, PromotionLevel, TargetFormat


@record(
    "promotion_action",
    one=N_("Promotion action"),
    many=N_("Promotion routine"),
    help=N_("What you do each time something is published, so that it gets seen."),
)
class PromotionAction(Record):
    """One gesture of the promotion routine."""

    name: str = fields.text(
        label=N_("Promotion step"),
        help=N_("What is done, starting with a verb."),
        example=N_("Ask the team to relay it on their own profiles"),
        max_chars=160,
        in_list=True,
    )
    level: PromotionLevel | None = fields.choice(
        PromotionLevel,
        label=N_("For which posts"),
        help=N_("Major posts get the whole routine, minor ones a light one."),
        in_list=True,
    )
    channel: str = fields.link(
        "promotion_channel",
        label=N_("Channel"),
        help=N_("Where it is relayed."),
        in_list=True,
    )
    delay_days: int | None = fields.whole(
        label=N_("Delay"),
        help=N_("How many days after the post; 0 is the same day."),
        unit=N_("days"),
        in_list=True,
    )
    owner: str = shared.owner()
    effort_hours: float | None = shared.effort()

    def serves(self, level: PromotionLevel) -> bool:
        """Return whether publications of this level get it; an unsaid level is for all."""
        return self.level in (None, PromotionLevel.BOTH, level)


@record(
    "promotion_channel",
    one=N_("Cross-promotion channel"),
    many=N_("Cross-promotion channels"),
    help=N_("What you already have that can tell people about your networks."),
)
class PromotionChannel(Record):
    """A place of one's own where the networks can be announced."""

    name: str = fields.text(
        label=N_("Channel name"),
        help=N_("What it is, so that everybody knows which one."),
        example=N_("Monthly newsletter"),
        max_chars=120,
        in_list=True,
    )
    kind: ChannelKind | None = fields.choice(
        ChannelKind,
        label=N_("Kind of channel"),
        help=N_("For instance a poster, the newsletter or your e-mail signature."),
        in_list=True,
    )
    is_in_use: bool = fields.flag(
        label=N_("In use"), help=N_("Tick it if it announces your networks already."), in_list=True
    )
    action: str = fields.text(
        label=N_("What to add"),
        help=N_("What to put there to bring people to your networks."),
        example=N_("Buttons in the footer and one post of the month"),
        max_chars=200,
        in_list=True,
    )
    owner: str = shared.owner()
    due: dt.date | None = shared.due()
    status: Progress | None = shared.status()


@record(
    "repurposing",
    one=N_("Reuse of content"),
    many=N_("Reuses of content"),
    help=N_(
        "One good piece of content, several lives: an article becomes a podcast or an infographic."
    ),
)
class Repurposing(Record):
    """An existing content given another form."""

    idea: str = fields.text(
        label=N_("Reuse idea"),
        help=N_("What becomes what, in one line."),
        example=N_("The article on leaven as five quotes on images"),
        max_chars=200,
        in_list=True,
    )
    source: str = fields.link(
        "post", label=N_("Original post"), help=N_("The content that it starts from.")
    )
    target_format: TargetFormat | None = fields.choice(
        TargetFormat, label=N_("New format"), help=N_("Its new form."), in_list=True
    )
    network: Network | None = shared.network(in_list=True)
    planned_date: dt.date | None = fields.date(
        label=N_("Planned for"), help=N_("The day when it should go out."), in_list=True
    )
    effort_hours: float | None = shared.effort()
    owner: str = shared.owner()
    status: Progress | None = shared.status()


@record(
    "reuse_step",
    one=N_("Link of a chain"),
    many=N_("Chains of reuse"),
    help=N_("What each kind of content becomes, and how many days later: one idea, several lives."),
)
class ReuseStep(Record):
    """A derived publication that each content of a type gives rise to (C115)."""

    name: str = fields.text(
        label=N_("Becomes"),
        help=N_("What is made of it; it ends the title of the new line."),
        example=N_("in five quotes"),
        max_chars=80,
        in_list=True,
    )
    source: str = fields.link(
        "content_type",
        label=N_("Starts from"),
        help=N_("The kind of content that it is made from."),
        in_list=True,
    )
    target_format: TargetFormat | None = fields.choice(
        TargetFormat, label=N_("New format"), help=N_("Its new form."), in_list=True
    )
    account: str = shared.account(in_list=True)
    delay_days: int | None = fields.whole(
        label=N_("Days after"),
        help=N_("How many days after the original it goes out."),
        unit=N_("days"),
        minimum=0,
        maximum=366,
        in_list=True,
    )
    content_type: str = fields.link(
        "content_type",
        label=N_("Content type"),
        help=N_("Which of your kinds of content the new line is."),
    )
    effort_hours: float | None = shared.effort()
    owner: str = shared.owner()


@record(
    "traffic_call",
    one=N_("Invitation to your networks"),
    many=N_("Invitations to your networks"),
    help=N_("Use the visitors that you already have to feed your two or three main networks."),
)
class TrafficCall(Record):
    """A place with visitors, and what it invites them to follow."""

    place: str = fields.text(
        label=N_("Place with visitors"),
        help=N_("Where people already see you."),
        example=N_("Order confirmation page"),
        max_chars=140,
        in_list=True,
    )
    source: str = fields.link(
        "traffic_source",
        label=N_("Traffic source"),
        help=N_("The source of the audit that it uses."),
    )
    audience_size: int | None = fields.whole(
        label=N_("People a month"),
        help=N_("How many people see it in a month, roughly."),
        in_list=True,
    )
    call: str = fields.text(
        label=N_("Invitation"),
        help=N_("What it says to them, word for word."),
        example=N_("See tomorrow’s batch before everybody: follow us on Instagram"),
        max_chars=200,
        in_list=True,
    )
    target_network: Network | None = fields.choice(
        Network,
        label=N_("Feeds"),
        help=N_("The main network that gains from it."),
        in_list=True,
    )
    owner: str = shared.owner()
    due: dt.date | None = shared.due()
    status: Progress | None = shared.status()
