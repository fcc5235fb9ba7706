"""From not knowing the problem to being a fan: questions and contents (C66, C67, C69)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network, Priority, PurchaseStage


class ContentState(Choice):
    """Whether a content is there."""

    EXISTS = "exists", N_("Exists")
    TO_UPDATE = "to_update", N_("To be updated")
    TO_CREATE = "to_create", N_("To be created")


@record(
    "stage_content",
    one=N_("Content of a stage"),
    many=N_("Content by stage"),
    help=N_("For each stage of the purchase, the content that brings people to the next one."),
)
class StageContent(Record):
    """One cell of the content matrix: what for whom, at which stage (C67)."""

    content: str = fields.text(
        label=N_("Content"),
        help=N_("What people will see, in a few words."),
        example=N_("Video: why sourdough keeps for five days"),
        max_chars=160,
        in_list=True,
    )
    stage: PurchaseStage | None = fields.choice(
        PurchaseStage,
        label=N_("Purchase stage"),
        help=N_("Where the person stands who needs this content."),
        in_list=True,
    )
    persona: str = fields.link(
        "persona",
        label=N_("Persona"),
        help=N_("Whom it is made for: a person, never just a subject."),
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("Where it is published first."),
        in_list=True,
    )
    cta: str = fields.text(
        label=N_("Call to action"),
        help=N_("What you ask the person to do next."),
        example=N_("Come and taste it on Saturday"),
        max_chars=120,
        in_list=True,
    )
    state: ContentState | None = fields.choice(
        ContentState,
        label=N_("Exists or not"),
        help=N_("Look through what you already have before you plan something new."),
        in_list=True,
    )
    content_type: str = fields.link(
        "content_type",
        label=N_("Content type"),
        help=N_("Article, video, guide, testimonial… from the library of the plan."),
    )
    asset: str = fields.link(
        "asset",
        label=N_("Existing material"),
        help=N_("The text, photo or video of the audit that it can be made from."),
    )
    url: str = fields.url(label=N_("Address"), help=N_("Where it can be seen, once it exists."))
    priority: Priority | None = fields.choice(
        Priority,
        label=N_("Priority"),
        help=N_("How soon it deserves your time."),
    )


@record(
    "stage_question",
    one=N_("Question"),
    many=N_("Questions"),
    help=N_("What personas ask themselves on the way: each question is a subject for a post."),
)
class StageQuestion(Record):
    """A question that a persona asks at one stage (C69)."""

    text: str = fields.text(
        label=N_("Question"),
        help=N_("In their words, as they would type it or ask it at the counter."),
        example=N_("Is sourdough easier to digest?"),
        max_chars=200,
        in_list=True,
    )
    stage: PurchaseStage | None = fields.choice(
        PurchaseStage,
        label=N_("Purchase stage"),
        help=N_("When they ask it."),
        in_list=True,
    )
    persona: str = fields.link(
        "persona", label=N_("Persona"), help=N_("Who asks it."), in_list=True
    )
    content_idea: str = fields.text(
        label=N_("Content idea"),
        help=N_("How you could answer it in a post."),
        example=N_("A nutritionist answers in one minute"),
        max_chars=300,
        in_list=True,
    )
    keyword: str = fields.link(
        "keyword",
        label=N_("Keyword"),
        help=N_("The expression of the plan that people type when they look for it."),
    )
    answered_by: str = fields.link(
        "stage_content",
        label=N_("Answered by"),
        help=N_("The content that answers it, once you have one."),
    )


@record(
    "journey_stage",
    one=N_("Stage of a persona"),
    many=N_("Stages of personas"),
    help=N_("What a persona thinks at each stage of the purchase, and what moves them on."),
)
class JourneyStage(Record):
    """One stage as one persona lives it, under the name that the team gives it (C66)."""

    own_name: str = fields.text(
        label=N_("Your name for it"),
        help=N_("What your team calls this stage, if the usual name does not fit."),
        example=N_("Tired of soft bread"),
        max_chars=80,
        in_list=True,
    )
    stage: PurchaseStage | None = fields.choice(
        PurchaseStage,
        label=N_("Purchase stage"),
        help=N_("Which of the six stages it is."),
        in_list=True,
    )
    persona: str = fields.link(
        "persona", label=N_("Persona"), help=N_("Who goes through it."), in_list=True
    )
    thinks: str = fields.text(
        label=N_("What they think"),
        help=N_("What goes through their mind at this moment."),
        example=N_("Bread is just bread"),
        max_chars=300,
        in_list=True,
    )
    doubts: str = fields.text(
        label=N_("What holds them back"),
        help=N_("The doubt or the habit that keeps them from going further."),
        example=N_("She thinks that it is a matter of price"),
        max_chars=300,
    )
    moves_on: str = fields.text(
        label=N_("What moves them on"),
        help=N_("What must happen, or what they must learn, to reach the next stage."),
        example=N_("A slice to taste, and someone who explains the difference"),
        max_chars=300,
        in_list=True,
    )
