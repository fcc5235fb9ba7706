"""What each network shows to many people, and the first hours of a post (C83, C84)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Confidence, Network


class Favour(Choice):
    """What a network's ranking does with a format."""

    PUSHED = "pushed", N_("Pushed"), N_("The network shows it to more people than other formats.")
    NEUTRAL = "neutral", N_("Neither"), N_("The network treats it like most posts.")
    HELD_BACK = "held_back", N_("Held back"), N_("The network shows it to fewer people.")


_LIMITS = N_("Limits")
_SOURCE = N_("Where it comes from")


@record(
    "network_norm",
    one=N_("Network habit"),
    many=N_("Network habits"),
    help=N_("The formats that each network pushes or holds back, and their limits."),
)
class NetworkNorm(Record):
    """A format on a network: pushed or held back, and within which limits."""

    format: str = fields.text(
        label=N_("Format"),
        help=N_("The kind of post, for instance a video uploaded on the network itself."),
        example=N_("Short vertical video uploaded on the network itself"),
        max_chars=120,
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that this is about."),
        in_list=True,
    )
    favoured: Favour | None = fields.choice(
        Favour,
        label=N_("Pushed or held back"),
        help=N_("Whether the network shows such posts to more people, or to fewer."),
        in_list=True,
    )
    first_hours: str = fields.text(
        label=N_("First hours"),
        help=N_("What the network looks at just after publication, and what you do about it."),
        example=N_("Answer every comment within the first hour"),
        max_chars=280,
        in_list=True,
    )
    advice: str = fields.text(
        label=N_("What works in it"),
        help=N_("Subject, first seconds, caption: what makes such a post succeed."),
        example=N_("The finished loaf in the first two seconds, then how it is made"),
        max_chars=500,
    )
    max_characters: int | None = fields.whole(
        label=N_("Longest text"),
        help=N_("How many characters the text may have."),
        unit=N_("characters"),
        group=_LIMITS,
    )
    max_seconds: int | None = fields.whole(
        label=N_("Longest video"),
        help=N_("How long the video or the sound may be."),
        unit=N_("seconds"),
        group=_LIMITS,
    )
    ratio: str = fields.text(
        label=N_("Proportions"),
        help=N_("Width to height of the image or the video."),
        example="9:16",
        max_chars=40,
        group=_LIMITS,
    )
    other_limits: str = fields.text(
        label=N_("Other limits"),
        help=N_("Number of images, file size, number of hashtags, links that cannot be clicked."),
        example=N_("Ten images at most, no link in the caption"),
        max_chars=280,
        group=_LIMITS,
    )
    confidence: Confidence | None = fields.choice(
        Confidence,
        label=N_("How sure"),
        help=N_("Networks explain little: say whether this was measured or is only said."),
        group=_SOURCE,
    )
    source: str = fields.text(
        label=N_("Source"),
        help=N_("The page, the study or your own figures."),
        example=N_("Our own figures, January to June 2026"),
        max_chars=500,
        group=_SOURCE,
    )
    checked_on: dt.date | None = fields.date(
        label=N_("Checked on"),
        help=N_("Networks change often: the day when you last checked this."),
        group=_SOURCE,
    )


@record(
    "launch_step",
    one=N_("Step of the first hours"),
    many=N_("First hours of a post"),
    help=N_("What you do right after publishing, so that a post starts well."),
)
class LaunchStep(Record):
    """One gesture of the routine that follows a publication."""

    action: str = fields.text(
        label=N_("Step after posting"),
        help=N_("What is done, as an instruction."),
        example=N_("Share the post in the story with a question sticker"),
        in_list=True,
    )
    delay: int | None = fields.whole(
        label=N_("After"),
        help=N_("How long after the post goes out; 0 is at once."),
        unit=N_("minutes"),
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
        in_list=True,
    )
    only_major: bool = fields.flag(
        label=N_("Major posts only"),
        help=N_("Tick it when everyday posts can do without this step."),
        in_list=True,
    )
