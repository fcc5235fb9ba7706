"""How the organisation sounds: its voice, and the tone by situation (C100)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.plan import shared
from canvas.steps.plan.choices import Formality, FormOfAddress

_MESSAGES = N_("What you say")
_LOOK = N_("How it looks and reads")


@record(
    "voice",
    one=N_("Voice"),
    many=N_("Voice"),
    help=N_("How you sound everywhere, so that three people write like one."),
    single=True,
)
class Voice(Record):
    """The voice of the organisation on all its networks."""

    positioning: str = fields.text(
        label=N_("Positioning"),
        help=N_("What your posts do for their readers, in one line."),
        example=N_("We help families eat well every day, and show how bread is made"),
        max_chars=140,
        in_list=True,
    )
    traits: tuple[str, ...] = fields.lines(
        label=N_("Traits"),
        help=N_("Three to five adjectives that describe how you sound, one a line."),
        example=N_("Warm\nPrecise\nA little cheeky"),
        max_items=8,
        max_chars=60,
        in_list=True,
    )
    address: FormOfAddress | None = fields.choice(
        FormOfAddress,
        label=N_("“Tu” or “vous”"),
        help=N_("How you speak to readers, in languages that have two ways."),
        in_list=True,
    )
    tone: Formality | None = fields.choice(
        Formality,
        label=N_("Usual tone"),
        help=N_("How formal you are unless the situation asks for something else."),
        in_list=True,
    )
    key_messages: tuple[str, ...] = fields.lines(
        label=N_("Key messages"),
        help=N_("What a reader must remember after a year, three at most, one a line."),
        example=N_("Our flour comes from less than 40 km away"),
        max_items=10,
        group=_MESSAGES,
    )
    words_to_use: tuple[str, ...] = fields.lines(
        label=N_("Words we use"),
        help=N_("Your own words for your trade and your clients, one a line."),
        example=N_("leaven, batch, neighbours"),
        max_chars=80,
        group=_MESSAGES,
    )
    words_to_avoid: tuple[str, ...] = fields.lines(
        label=N_("Words we avoid"),
        help=N_("Jargon, clichés and anything that you could not say aloud, one a line."),
        example=N_("gourmet experience, must-have"),
        max_chars=80,
        group=_MESSAGES,
    )
    illustration_style: str = fields.long_text(
        label=N_("Illustration style"),
        help=N_("What your images have in common: light, colours, people, framing."),
        example=N_("Hands at work, morning light, no stock photos"),
        max_chars=600,
        group=_LOOK,
    )
    formatting: str = fields.long_text(
        label=N_("Layout of a post"),
        help=N_("Length, emojis, line breaks, hashtags: what a typical post looks like."),
        example=N_("Two short paragraphs, one emoji at most, three hashtags at the end"),
        max_chars=600,
        group=_LOOK,
    )


@record(
    "tone_shift",
    one=N_("Tone by situation"),
    many=N_("Tones by situation"),
    help=N_("Where you sound different on purpose: a complaint, a price, good news."),
)
class ToneShift(Record):
    """A situation or an objective in which the tone changes."""

    situation: str = fields.text(
        label=N_("Situation"),
        help=N_("When the tone changes."),
        example=N_("Answering a disappointed client"),
        max_chars=140,
        in_list=True,
    )
    tone: Formality | None = fields.choice(
        Formality, label=N_("Tone"), help=N_("How formal you are then."), in_list=True
    )
    sentence: str = fields.text(
        label=N_("Example sentence"),
        help=N_("A sentence that sounds right, so that others can imitate it."),
        example=N_("Thank you for telling us, Marie: this is not the bread that we want to sell."),
        max_chars=300,
        in_list=True,
    )
    objective: str = shared.objective()
