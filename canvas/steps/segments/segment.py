"""Groups of prospects and clients, in order of priority (C70, C72–C74, C76)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network, Priority, Quarter


class Temperature(Choice):
    """How close people are to buying, or how attached; the nearest to buying first."""

    HOT = (
        "hot",
        N_("Hot prospects"),
        N_("They are choosing: reassure them, and make ordering easy."),
    )
    WARM = (
        "warm",
        N_("Warm prospects"),
        N_("They know their problem: give them good reasons to act."),
    )
    COLD = (
        "cold",
        N_("Cold prospects"),
        N_("They do not see the problem yet: explain it and how it can be solved."),
    )
    OCCASIONAL = (
        "occasional",
        N_("Occasional clients"),
        N_("They bought once or now and then: show all that you do for them."),
    )
    REGULAR = (
        "regular",
        N_("Regular clients"),
        N_("They trust you: show what comes next, and confirm their choice."),
    )
    UNCONDITIONAL = (
        "unconditional",
        N_("Devoted clients"),
        N_("They love you: make them part of the house."),
    )

    @property
    def is_client(self) -> bool:
        """Whether these people have bought already."""
        return self in (Temperature.OCCASIONAL, Temperature.REGULAR, Temperature.UNCONDITIONAL)

    @property
    def family(self) -> str:
        """Prospects or clients, as a text to translate."""
        return N_("Clients") if self.is_client else N_("Prospects")


class ContentRole(Choice):
    """What a content does for a target."""

    ENTER = "enter", N_("Bring in"), N_("Prospects start their way to a purchase.")
    LOYALTY = "loyalty", N_("Build loyalty"), N_("Clients come back and become fans.")
    SEDUCE = "seduce", N_("Win over"), N_("Journalists, experts, partners take an interest.")


class InteractionKind(Choice):
    """What people do on a network besides looking."""

    REACT = "react", N_("React with a click")
    COMMENT = "comment", N_("Write comments")
    SHARE = "share", N_("Pass things on")
    CREATE = "create", N_("Publish themselves")


@record(
    "segment",
    one=N_("Segment"),
    many=N_("Segments"),
    help=N_("Groups of prospects and clients who expect different things, in order of priority."),
)
class Segment(Record):
    """Prospects or clients who need the same approach (C70)."""

    name: str = fields.text(
        label=N_("Segment"),
        help=N_("What you call these people."),
        example=N_("Parents who order birthday cakes"),
        max_chars=120,
        in_list=True,
        essential=True,
    )
    temperature: Temperature | None = fields.choice(
        Temperature,
        label=N_("How close to you"),
        help=N_("Prospects who are cold, warm or hot; clients who are occasional to devoted."),
        in_list=True,
        essential=True,
    )
    priority: Priority | None = fields.choice(
        Priority,
        label=N_("Priority"),
        help=N_("Hot prospects usually come first, then warm ones and influencers, then cold."),
        in_list=True,
    )
    approach: str = fields.text(
        label=N_("Approach"),
        help=N_("What you do to bring them one step further."),
        example=N_("Show finished cakes with prices, and let them order by message"),
        max_chars=300,
        in_list=True,
    )
    description: str = fields.long_text(
        label=N_("Description"),
        help=N_("What they have in common, and what they expect from you."),
        max_chars=1_000,
        group=N_("Who they are"),
    )
    size_estimate: int | None = fields.whole(
        label=N_("How many"),
        help=N_("A rough number of people; an order of size is enough."),
        unit=N_("people"),
        group=N_("Who they are"),
    )
    size_source: str = fields.text(
        label=N_("Source of the number"),
        help=N_("Where the estimate comes from."),
        example=N_("Orders of last year"),
        group=N_("Who they are"),
    )
    personas: tuple[str, ...] = fields.links(
        "persona",
        label=N_("Personas"),
        help=N_("The personas who are part of it."),
        group=N_("Who they are"),
    )
    message: str = fields.text(
        label=N_("Message"),
        help=N_("The one sentence that they should remember."),
        example=N_("Order by Thursday, collect on Saturday: it will be as you saw it"),
        max_chars=300,
        group=N_("What you tell them"),
    )
    focus_quarter: Quarter | None = fields.choice(
        Quarter,
        label=N_("Quarter of focus"),
        help=N_("The quarter when you put most of your effort on them."),
        group=N_("What you tell them"),
    )
    objective: str = fields.link(
        "objective",
        label=N_("Objective"),
        help=N_("The objective that they help you reach."),
        group=N_("What you tell them"),
    )


@record(
    "segment_content",
    one=N_("Content for a target"),
    many=N_("Content by target"),
    help=N_("What would win over each segment or audience, and what role it plays."),
)
class SegmentContent(Record):
    """An idea of content for one segment or audience (C73)."""

    idea: str = fields.text(
        label=N_("Content idea"),
        help=N_("What they would like to see, in a few words."),
        example=N_("Five birthday cakes under €30, in one carousel"),
        max_chars=200,
        in_list=True,
    )
    segment: str = fields.link(
        "segment", label=N_("Segment"), help=N_("The clients or prospects it is for."), in_list=True
    )
    audience: str = fields.link(
        "audience",
        label=N_("Audience"),
        help=N_("The influential audience it is for, instead of a segment."),
        in_list=True,
    )
    role: ContentRole | None = fields.choice(
        ContentRole,
        label=N_("Role of the content"),
        help=N_("To bring prospects in, to keep clients, or to win others over."),
        in_list=True,
    )
    cta: str = fields.text(
        label=N_("Call to action"),
        help=N_("What you ask the person to do next."),
        example=N_("Send us a message with your date"),
        max_chars=120,
        in_list=True,
    )
    content_type: str = fields.link(
        "content_type",
        label=N_("Content type"),
        help=N_("Article, video, guide, testimonial… from the library of the plan."),
    )
    networks: tuple[Network, ...] = fields.choices(
        Network, label=N_("Networks"), help=N_("Where it would be published.")
    )


@record(
    "segment_network",
    one=N_("Network of a target"),
    many=N_("Networks by target"),
    help=N_("How well each network suits each target, and what people do there."),
)
class SegmentNetwork(Record):
    """How well one network suits one segment or audience (C74, C76)."""

    segment: str = fields.link(
        "segment",
        label=N_("Segment"),
        help=N_("The clients or prospects it is about."),
        in_list=True,
    )
    audience: str = fields.link(
        "audience",
        label=N_("Audience"),
        help=N_("The influential audience it is about, instead of a segment."),
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that is judged for them."),
        in_list=True,
    )
    fit: int | None = fields.rating(
        label=N_("Suits them"),
        help=N_("From 0, they are not there, to 3, they are there for subjects like yours."),
        low=0,
        high=3,
        in_list=True,
    )
    interacts: int | None = fields.rating(
        label=N_("They interact"),
        help=N_("From 0, they only look, to 3, they take part every time."),
        low=0,
        high=3,
        in_list=True,
    )
    how: tuple[InteractionKind, ...] = fields.choices(
        InteractionKind,
        label=N_("How they interact"),
        help=N_("What they do there besides looking."),
    )
    reason: str = fields.text(
        label=N_("Reason"),
        help=N_("Why you think so: a figure, what clients say, what you saw."),
        example=N_("Half of the orders by message come from there"),
        max_chars=300,
    )
    on_what: str = fields.text(
        label=N_("On what subjects"),
        help=N_("The information that makes them react there."),
        example=N_("Photos of cakes made for others"),
        max_chars=200,
    )
