"""Names to reserve, defensive presence, exceptions of voice (C96, C97f, C99)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network


class HandleStatus(Choice):
    """Whether a name can be ours on a network."""

    OURS = "ours", N_("Ours")
    FREE = "free", N_("Free to take")
    TAKEN = "taken", N_("Taken")
    UNKNOWN = "unknown", N_("To be checked")


class VoiceAspect(Choice):
    """In what an account speaks otherwise than the others."""

    LANGUAGE = "language", N_("Language")
    TONE = "tone", N_("Tone of voice")
    ADDRESS = "address", N_("Form of address"), N_("Formal or familiar, “vous” or “tu” in French.")
    ANGLE = "angle", N_("Angle"), N_("The side from which subjects are taken.")
    LOOK = "look", N_("Visual style"), N_("Colours, typefaces, style of images.")


@record(
    "handle",
    one=N_("Name to reserve"),
    many=N_("Names to reserve"),
    help=N_("The same name on every network, reserved before somebody else takes it."),
)
class Handle(Record):
    """The name that we want on a network, and whether it is ours."""

    handle: str = fields.text(
        label=N_("Name wanted"),
        help=N_("The name in the profile’s address, the same everywhere if you can."),
        example=N_("portbakery"),
        max_chars=60,
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that this is about."),
        in_list=True,
    )
    status: HandleStatus | None = fields.choice(
        HandleStatus,
        label=N_("Availability"),
        help=N_("Whether the name is yours, free or taken."),
        default=HandleStatus.UNKNOWN,
        in_list=True,
    )
    fallback: str = fields.text(
        label=N_("Otherwise"),
        help=N_("The name that you would take instead."),
        example=N_("portbakery_brest"),
        max_chars=60,
        in_list=True,
    )
    checked_on: dt.date | None = fields.date(
        label=N_("Name checked on"),
        help=N_("The day when you looked."),
        in_list=True,
    )
    url: str = fields.url(
        label=N_("Address to check"),
        help=N_("The address that the profile would have; open it to see whether it is taken."),
        example="https://www.instagram.com/portbakery",
    )
    owner: str = fields.link(
        "person",
        label=N_("Reserved by"),
        help=N_("The person who reserves it and keeps the password safe."),
    )


@record(
    "defensive_plan",
    one=N_("Defensive presence"),
    many=N_("Defensive presence"),
    help=N_("What a network gets where you only hold your place: a profile, a few posts."),
)
class DefensivePlan(Record):
    """The little that is done on a network where we only hold our place."""

    content: str = fields.text(
        label=N_("What is there"),
        help=N_("What a visitor finds, for instance a full profile and a pinned post."),
        example=N_("Full profile, opening hours, a pinned post that leads to Instagram"),
        max_chars=280,
        in_list=True,
    )
    option: str = fields.link(
        "network_option",
        label=N_("Network considered"),
        help=N_("The network where you are defensive."),
        in_list=True,
    )
    posts_per_month: int | None = fields.whole(
        label=N_("Posts a month"),
        help=N_("The least that you publish there, so that it does not look abandoned."),
        unit=N_("posts/month"),
        in_list=True,
    )
    source_network: Network | None = fields.choice(
        Network,
        label=N_("Taken from"),
        help=N_("The network whose content you use again there."),
        in_list=True,
    )
    messages: str = fields.text(
        label=N_("Messages received"),
        help=N_("What happens to the messages that arrive there."),
        example=N_("Automatic reply with our telephone number"),
        max_chars=280,
    )
    owner: str = fields.link(
        "person",
        label=N_("Kept by"),
        help=N_("The person who sees to it."),
    )


@record(
    "voice_exception",
    one=N_("Exception of voice"),
    many=N_("Exceptions of voice"),
    help=N_("You speak alike everywhere; note here where you do not, and why."),
)
class VoiceException(Record):
    """Where a network speaks otherwise than the others, on purpose."""

    difference: str = fields.text(
        label=N_("Difference"),
        help=N_("What is different there."),
        example=N_("First names and jokes, while we are more formal elsewhere"),
        max_chars=280,
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that this is about."),
        in_list=True,
    )
    aspect: VoiceAspect | None = fields.choice(
        VoiceAspect,
        label=N_("In what"),
        help=N_("Whether it is the language, the tone, the angle or the look."),
        in_list=True,
    )
    reason: str = fields.text(
        label=N_("Because"),
        help=N_("Why it is different there."),
        example=N_("The public is under 25"),
        max_chars=280,
        in_list=True,
    )
    approver: str = fields.link(
        "person",
        label=N_("Approved by"),
        help=N_("The person who approves."),
    )
