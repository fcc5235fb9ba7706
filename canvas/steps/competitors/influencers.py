"""The people whose voice carries, and whom to contact first (C95c)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.domain.strategy import Strategy
from canvas.steps.common import Network

TOP = 10
"""How many influencers are contacted first."""


class InfluencerKind(Choice):
    """Why somebody is listened to."""

    BLOGGER = "blogger", N_("Blogger")
    PRESS = "press", N_("Journalist")
    CREATOR = "creator", N_("Content creator"), N_("Lives from videos, photos or podcasts.")
    ACTIVE_USER = (
        "active_user",
        N_("Very active user"),
        N_("Has no title, and everybody in town reads them."),
    )
    EXPERT = "expert", N_("Expert"), N_("A teacher, a consultant, somebody who is quoted.")
    CUSTOMER = "customer", N_("Well-known customer")


class Goal(Choice):
    """What is wanted with an influencer."""

    INTERVIEW = "interview", N_("Interview")
    GUEST_POST = "guest_post", N_("Guest article")
    JOINT_CONTENT = "joint_content", N_("Content made together")
    VISIT = "visit", N_("Visit or test")
    EVENT = "event", N_("Invitation to an event")
    MENTION = "mention", N_("Mention")
    ADVICE = "advice", N_("Expert opinion")


class ContactStatus(Choice):
    """How far the contact is."""

    TO_CONTACT = "to_contact", N_("To contact")
    APPROACHED = "approached", N_("Followed and commented")
    CONTACTED = "contacted", N_("Contacted")
    TALKING = "talking", N_("In conversation")
    PARTNER = "partner", N_("Partner")
    DECLINED = "declined", N_("Declined")


_WEIGHT = N_("Weight")
_CONTACT = N_("The contact")


@record(
    "influencer",
    one=N_("Influencer"),
    many=N_("Influencers"),
    help=N_("Bloggers, journalists, experts and very active users; tick the ten to contact first."),
)
class Influencer(Record):
    """Somebody whose voice carries among the people that we want to reach."""

    name: str = fields.text(
        label=N_("Name"),
        help=N_("The person or the page, as people know it."),
        example=N_("Léa cooks in Brest"),
        max_chars=120,
        in_list=True,
    )
    kind: InfluencerKind | None = fields.choice(
        InfluencerKind,
        label=N_("Kind of influencer"),
        help=N_("Why people listen, for instance as a journalist or an expert."),
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Main network"),
        help=N_("Where most people follow this person."),
        in_list=True,
    )
    first_wave: bool = fields.flag(
        label=N_("Top 10"),
        help=N_("Tick the ten to contact first."),
        in_list=True,
    )
    goal: Goal | None = fields.choice(
        Goal,
        label=N_("What we want"),
        help=N_("What you hope to do together, for instance an interview."),
        in_list=True,
    )
    status: ContactStatus | None = fields.choice(
        ContactStatus,
        label=N_("Contact"),
        help=N_("How far you are with this person."),
        default=ContactStatus.TO_CONTACT,
        in_list=True,
    )
    audience: int | None = fields.whole(
        label=N_("Followers"),
        help=N_("How many people follow them on that network."),
        group=_WEIGHT,
    )
    relevance: int | None = fields.rating(
        label=N_("Relevance"),
        help=N_("How close their subjects are to yours, from 1 to 5."),
        group=_WEIGHT,
    )
    influence: int | None = fields.rating(
        label=N_("Influence"),
        help=N_("How much people do what they say, from 1 to 5."),
        group=_WEIGHT,
    )
    closeness: int | None = fields.rating(
        label=N_("Closeness"),
        help=N_("How easily you reach them, from 1 for a stranger to 5 for a friend."),
        group=_WEIGHT,
    )
    url: str = fields.url(
        label=N_("Address"),
        help=N_("Their profile or their site."),
        example="https://example.com/lea",
        group=_WEIGHT,
    )
    segments: tuple[str, ...] = fields.links(
        "segment",
        label=N_("Reaches"),
        help=N_("The segments that listen to this person."),
        group=_WEIGHT,
    )
    owner: str = fields.link(
        "person",
        label=N_("Contacted by"),
        help=N_("The person who writes or calls."),
        group=_CONTACT,
    )
    first_contact: dt.date | None = fields.date(
        label=N_("First contact"),
        help=N_("The day when you first wrote, or will write."),
        group=_CONTACT,
    )
    next_action: str = fields.text(
        label=N_("Next step"),
        help=N_("What comes next, for instance an invitation."),
        example=N_("Invite her to the night in the bakehouse"),
        group=_CONTACT,
    )
    note: str = fields.long_text(
        label=N_("Remarks"),
        help=N_("What is good to know before writing; only what this person could read."),
        example=N_("Works with no sponsor, likes local flours"),
        group=_CONTACT,
    )


def weight(influencer: Influencer) -> float | None:
    """Return the mean of relevance, influence and closeness, from 1.0 to 5.0.

    A rating that is missing is left out of the mean; None where all three are.  The
    number of followers does not count: it says nothing about who listens.
    """
    ratings = (influencer.relevance, influencer.influence, influencer.closeness)
    known = [rating for rating in ratings if rating is not None]
    return sum(known) / len(known) if known else None


def first_wave(strategy: Strategy) -> tuple[Influencer, ...]:
    """Return the influencers ticked for the Top 10, the heaviest first.

    All that are ticked, be they more than ten; ties stay in the order of the list.
    """
    ticked = (who for who in strategy.of(Influencer) if who.first_wave and who.name)
    return tuple(sorted(ticked, key=lambda who: -(weight(who) or 0)))
