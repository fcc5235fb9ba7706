"""What every drawing needs: the words' language, the colours, the slide's measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from canvas.domain.messages import Message
from canvas.domain.story import Item, Said, Slide, Tone
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.page import Page
from canvas.exports.deck.theme import MUTED, Palette
from canvas.exports.deck.typeset import Para, Run
from canvas.exports.deck.typist import Typist
from canvas.exports.deck.typography import one_line
from canvas.i18n.translator import Translator

LANGUAGE_TAGS = {"fr": "fr-FR", "en": "en-GB"}

GAP = 16.0
"""Between blocks that stand side by side or one under the other."""

PAD = (14.0, 11.0, 14.0, 10.0)
"""Inside a panel: left, top, right, bottom."""

BODY_SIZES = (16, 15, 14, 13, 12, 11)
"""Sizes of a panel's text, the wanted one first."""

MAX_PAGES = 4
"""Slides that one block may take; what is left is counted."""

WHOLE_LISTS = 24
"""The same in the appendix and for decisions, which are shown nowhere else."""


@dataclass(frozen=True)
class Context:
    """The language and the colours of one deck.

    Attributes:
        tr: The language of the deck.
        palette: Its colours.
        texts: The language that users wrote in, "" where it is not known.
    """

    tr: Translator
    palette: Palette
    texts: str = ""

    @cached_property
    def _typist(self) -> Typist:
        return Typist(self.tr.language, self.texts)

    @property
    def lang(self) -> str:
        """The tag that every run carries, for the spelling checker and screen readers."""
        return LANGUAGE_TAGS[self.tr.language]

    def write(self, said: Said) -> str:
        """Return a text as it is shown: translated if ours, its spaces set."""
        return self._typist.write(said).strip()

    def line(self, said: Said) -> str:
        """Return a text as it is shown on one line."""
        return one_line(self.write(said))

    def own(self, text: str, **params: object) -> str:
        """Return a marked text of ours as it is shown; texts in `params` were written before."""
        return self._typist.own(text, **params)

    def item(self, item: Item, tone: Tone = Tone.NEUTRAL, *, detail: bool = True) -> Para:
        """Return one line of a list: a bullet, its weight as dots, its detail under it."""
        runs = [Run(self.write(item.text))]
        colour = self.palette.accent_text if tone is Tone.NEUTRAL else self.palette.tone(tone)
        if item.weight:
            weight = min(max(item.weight, 0), 5)
            dots = "\u00a0\u00a0" + "●" * weight + "○" * (5 - weight)
            runs.append(Run(dots, scale=0.72, colour=colour))
        if detail and item.detail and (words := self.write(item.detail)):
            meant = MUTED if item.tone is Tone.NEUTRAL else self.palette.tone(item.tone)
            runs.append(Run("\n" + words, scale=0.85, colour=meant))
        return Para(tuple(runs), bullet=colour, before=0.42)


Draw = Callable[[Page], None]
"""Draws one slide's block; everything was measured before."""


@dataclass(slots=True)
class Plan:
    """How a block is shown.

    Attributes:
        pages: One drawing a slide, in order.
        hidden: Texts that no slide shows whole; they go to the speaker notes.
        appendix: Slides to add to the appendix.
        size: The size of its text, where other slides may have to share it.
    """

    pages: list[Draw] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    appendix: list[Slide] = field(default_factory=list)
    size: float = 0.0

    def then(self, other: Plan) -> Plan:
        """Return this plan continued by another."""
        return Plan(
            self.pages + other.pages,
            self.hidden + other.hidden,
            self.appendix + other.appendix,
            min(self.size or other.size, other.size or self.size),
        )


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be planned besides the block itself.

    Attributes:
        context: Language and colours.
        area: Where the block stands.
        title: The slide's title, for what goes to the appendix.
        step: The step that it comes from.
        most: How many slides the block may take.
        page: Which of them is planned.
        largest: The size that its text may have at most, 0.0 for any.
    """

    context: Context
    area: Box
    title: Message
    step: str = ""
    most: int = MAX_PAGES
    page: int = 1
    largest: float = 0.0

    @property
    def is_last(self) -> bool:
        """Whether no further slide may follow."""
        return self.page >= self.most

    def next(self) -> Request:
        """Return the request for what is left over."""
        return replace(self, page=self.page + 1)

    def allowed(self, sizes: Sequence[float]) -> Sequence[float]:
        """Return those of `sizes` that the text may have, the smallest at least."""
        if not self.largest:
            return sizes
        return [size for size in sizes if size <= self.largest] or sizes[-1:]
