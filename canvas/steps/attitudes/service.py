"""How the team answers day by day: processes and engagement rules (C86, C92)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network


class Event(Choice):
    """What people do, and what calls for a gesture in return."""

    COMMENT = "comment", N_("A comment")
    SHARE = "share", N_("A share")
    MENTION = "mention", N_("A mention")
    TAGGED_PHOTO = "tagged_photo", N_("A photo that tags us")
    MESSAGE = "message", N_("A private message")
    QUESTION = "question", N_("A question")
    REVIEW = "review", N_("A review")
    FOLLOWER = "follower", N_("A new follower")
    LIKE = "like", N_("A like")


@record(
    "engagement_rule",
    one=N_("Reply habit"),
    many=N_("Reply habits"),
    help=N_("What you do each time somebody comments, shares or speaks of you."),
)
class EngagementRule(Record):
    """What is done when something happens."""

    event: Event | None = fields.choice(
        Event,
        label=N_("When there is"),
        help=N_("What somebody did."),
        in_list=True,
    )
    reaction: str = fields.text(
        label=N_("Our reaction"),
        help=N_("What you do in return, as a habit."),
        example=N_("Like it, and answer with a question where we can"),
        in_list=True,
    )
    delay: float | None = fields.number(
        label=N_("Within"),
        help=N_("In how many hours at the latest."),
        unit=N_("hours"),
        minimum=0,
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("By"),
        help=N_("The person who does it."),
        in_list=True,
    )
    networks: tuple[Network, ...] = fields.choices(
        Network,
        label=N_("Networks"),
        help=N_("Where it applies; leave empty for all networks."),
    )


@record(
    "engagement_balance",
    one=N_("Time with the community"),
    many=N_("Time with the community"),
    help=N_("Going towards others and answering those who come: both take hours."),
    single=True,
)
class EngagementBalance(Record):
    """Hours spent going towards people, and hours spent answering them."""

    proactive_hours: float | None = fields.number(
        label=N_("Going towards others"),
        help=N_("Hours a week spent commenting elsewhere, thanking, starting conversations."),
        unit=N_("h/week"),
        minimum=0,
        maximum=168,
        in_list=True,
    )
    reactive_hours: float | None = fields.number(
        label=N_("Answering"),
        help=N_("Hours a week spent answering comments, messages and reviews."),
        unit=N_("h/week"),
        minimum=0,
        maximum=168,
        in_list=True,
    )
    gestures: tuple[str, ...] = fields.lines(
        label=N_("What we do for others"),
        help=N_("What you do without being asked, one a line."),
        example=N_("Comment on the posts of three neighbouring shops every week"),
        in_list=True,
    )


@record(
    "process",
    one=N_("Way of handling a case"),
    many=N_("Ways of handling cases"),
    help=N_(
        "The manual of whoever runs the accounts: complaints, questions on orders, lost items."
    ),
)
class Process(Record):
    """How a recurring case is handled, step by step."""

    name: str = fields.text(
        label=N_("Case"),
        help=N_("A few words that the whole team recognises."),
        example=N_("Complaint about an order"),
        max_chars=120,
        in_list=True,
    )
    trigger: str = fields.text(
        label=N_("Starts when"),
        help=N_("What makes somebody open this page of the manual."),
        example=N_("Somebody complains in a comment, a message or a review"),
        max_chars=280,
        in_list=True,
    )
    stages: tuple[str, ...] = fields.lines(
        label=N_("What to do"),
        help=N_("What is done, in order, one step a line."),
        example=N_("Thank, apologise, and move to a private message"),
    )
    owner: str = fields.link(
        "person",
        label=N_("Handled by"),
        help=N_("The person who answers for it."),
        in_list=True,
    )
    reply_within: float | None = fields.number(
        label=N_("First reply within"),
        help=N_("In how many hours the person gets a first answer; 24 at most is expected."),
        unit=N_("hours"),
        minimum=0,
        in_list=True,
    )
    tone: str = fields.text(
        label=N_("Tone"),
        help=N_("How they speak, in a few words."),
        example=N_("Warm and simple, first names, no jargon"),
    )
    template: str = fields.long_text(
        label=N_("Message to adapt"),
        help=N_("A first answer ready to be adapted, never sent as it stands."),
        example=N_("Thank you for telling us. I am writing to you privately to put this right."),
    )
    alerted: tuple[str, ...] = fields.links(
        "person",
        label=N_("Also told"),
        help=N_("Whoever must know, for instance the shop manager."),
    )
    logged_in: str = fields.text(
        label=N_("Noted in"),
        help=N_("Where the case is written down, so that it can be followed."),
        example=N_("The complaints sheet of the shared folder"),
    )
