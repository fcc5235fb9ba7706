"""Why people share and react: drivers, and ideas that rest on them (C81, C82)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network, Progress


class Driver(Choice):
    """What makes somebody pass a post on."""

    USEFUL = "useful", N_("Being useful"), N_("“This will help my friends.”")
    EMOTION = "emotion", N_("Strong emotion"), N_("“This moved me, it will move you.”")
    IDENTITY = "identity", N_("Self-image"), N_("“This says who I am.”")
    BELONGING = "belonging", N_("Belonging"), N_("“This is about us: our town, our trade.”")
    FUN = "fun", N_("Fun"), N_("“This will make them laugh.”")
    NOVELTY = "novelty", N_("Being first to know"), N_("“They have not heard this yet.”")
    CAUSE = "cause", N_("A cause"), N_("“This deserves support.”")
    REWARD = "reward", N_("A reward"), N_("“There is something to win, or a discount.”")
    PRACTICAL_PROOF = "practical_proof", N_("A proof"), N_("“See, I was right.”")


class Emotion(Choice):
    """What a post makes people feel."""

    JOY = "joy", N_("Joy")
    PRIDE = "pride", N_("Pride")
    TENDERNESS = "tenderness", N_("Tenderness")
    NOSTALGIA = "nostalgia", N_("Nostalgia")
    CURIOSITY = "curiosity", N_("Curiosity")
    SURPRISE = "surprise", N_("Surprise")
    ADMIRATION = "admiration", N_("Admiration")
    GRATITUDE = "gratitude", N_("Gratitude")
    DESIRE = "desire", N_("Craving")
    INDIGNATION = "indignation", N_("Indignation")


class Reaction(Choice):
    """What a post asks people to do."""

    ANSWER = "answer", N_("Give an opinion")
    TELL = "tell", N_("Tell an experience")
    VOTE = "vote", N_("Vote")
    SHARE = "share", N_("Share with others")
    SAVE = "save", N_("Keep for later")
    TAG = "tag", N_("Name a friend")
    SEND_PHOTO = "send_photo", N_("Send a photo")
    COME = "come", N_("Come and see")


@record(
    "sharing_driver",
    one=N_("Reason to share"),
    many=N_("Reasons to share"),
    help=N_("Why would the people you speak to pass your posts on to others?"),
)
class SharingDriver(Record):
    """A reason why this audience would share."""

    reason: str = fields.text(
        label=N_("Why they share"),
        help=N_("What they gain by sharing, said as they would say it."),
        example=N_("I look like the friend who knows all the good places"),
        in_list=True,
    )
    driver: Driver | None = fields.choice(
        Driver,
        label=N_("Driver"),
        help=N_("The kind of reason, for instance being useful or making people laugh."),
        in_list=True,
    )
    strength: int | None = fields.rating(
        label=N_("Strength"),
        help=N_("How strongly it moves your audience, from 1 to 5."),
        in_list=True,
    )
    personas: tuple[str, ...] = fields.links(
        "persona",
        label=N_("Moves whom"),
        help=N_("The personas that this reason moves."),
        in_list=True,
    )
    evidence: str = fields.text(
        label=N_("Seen where"),
        help=N_("The post, the figure or the remark that shows it."),
        example=N_("The post on the new opening hours was shared 84 times"),
        max_chars=500,
    )


@record(
    "emotion_idea",
    one=N_("Idea that makes people react"),
    many=N_("Ideas that make people react"),
    help=N_("Content that touches, asks a question or makes people want to answer."),
)
class EmotionIdea(Record):
    """An idea of content that creates interaction and emotion."""

    idea: str = fields.text(
        label=N_("Idea"),
        help=N_("The content in one sentence, as you would tell it to a colleague."),
        example=N_("The first baguette of a new apprentice, filmed from start to finish"),
        max_chars=280,
        in_list=True,
    )
    emotion: Emotion | None = fields.choice(
        Emotion,
        label=N_("Emotion"),
        help=N_("What people should feel when they see it."),
        in_list=True,
    )
    question: str = fields.text(
        label=N_("Question asked"),
        help=N_("The question that invites an answer, as it will stand in the post."),
        example=N_("What was the first thing that you ever baked?"),
        in_list=True,
    )
    networks: tuple[Network, ...] = fields.choices(
        Network,
        label=N_("Where"),
        help=N_("The networks where this idea belongs."),
        in_list=True,
    )
    reaction: Reaction | None = fields.choice(
        Reaction,
        label=N_("Reaction wanted"),
        help=N_("The one thing that people should do, for instance tell an experience."),
    )
    driver: str = fields.link(
        "sharing_driver",
        label=N_("Rests on"),
        help=N_("The reason to share that this idea builds on."),
    )
    personas: tuple[str, ...] = fields.links(
        "persona",
        label=N_("Made for"),
        help=N_("The personas that the idea is made for."),
    )
    progress: Progress | None = fields.choice(
        Progress,
        label=N_("Progress"),
        help=N_("Whether the idea was already tried."),
        in_list=True,
    )
