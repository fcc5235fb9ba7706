"""What a strategy is delivered as: one entry a kind of file, for the pages and the command line."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_
from canvas.domain.project_format import ENDING
from canvas.domain.story import Piece
from canvas.domain.strategy import Strategy
from canvas.exports.project import build_project
from canvas.i18n import Translator
from canvas.steps import STEPS
from canvas.steps.frame.settings import Settings
from canvas.steps.summary import addressed, summary


class UnknownExportError(CanvasError):
    """No export has this name."""

    message = N_("“{kind}” is not something that can be exported. Choose one of: {known}.")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of a document.

    Attributes:
        tr: The language of the document.
        today: Its date.
        complete: Every list, not only what management decides on.
    """

    tr: Translator
    today: dt.date
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of file.

    Attributes:
        ending: What its name ends with, without the dot.
        mime: Its media type.
        build: A strategy and a wish in, the bytes of the file out.
    """

    ending: str
    mime: str
    build: Callable[[Strategy, Wish], bytes]


def story(strategy: Strategy) -> Iterator[Piece]:
    """Yield the summary, then what all steps say, in their order."""
    yield from summary(strategy)
    for step in STEPS:
        yield from step.story(strategy)


def deck(strategy: Strategy, tr: Translator, today: dt.date, *, complete: bool = False) -> bytes:
    """Return the strategy deck as a PowerPoint file.

    Args:
        strategy: What to present.
        tr: The language of the deck.
        today: Its date.
        complete: Show every list, not only what management decides on.
    """
    from canvas.exports.deck import build_deck

    settings = strategy.one(Settings)
    return build_deck(
        strategy,
        tr,
        pieces=addressed(strategy, story(strategy), today),
        title=settings.name or tr(N_("Untitled strategy")),
        subtitle=tr(N_("Social media strategy")),
        today=today,
        step_titles={step.key: step.menu for step in STEPS},
        complete=complete,
        texts=str(settings.language or ""),
    )


def file_name(strategy: Strategy, kind: str, ending: str) -> str:
    """Return a file name without spaces or accents: “boulangerie-du-port-2027-deck.pptx”."""
    start = slug(strategy.one(Settings).name)
    return f"{start}-{kind}.{ending}" if kind else f"{start}.{ending}"


_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o"})


def slug(name: str) -> str:
    """Return `name` as a file name may hold it everywhere."""
    spelled = name.casefold().translate(_LIGATURES)
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c)
    )
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60].rstrip("-") or "canevas"


def _project(strategy: Strategy, wish: Wish) -> bytes:
    return build_project(strategy)


def _deck(strategy: Strategy, wish: Wish) -> bytes:
    return deck(strategy, wish.tr, wish.today, complete=wish.complete)


PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

DOCUMENTS: Mapping[str, Document] = {
    "project": Document(ENDING, "application/json", _project),
    "deck": Document("pptx", PPTX, _deck),
}
"""All that can be exported, by the name that the command line gives it."""


def build(strategy: Strategy, kind: str, wish: Wish) -> bytes:
    """Return a document.

    Raises:
        UnknownExportError: There is no such kind; the message lists those that there are.
    """
    if kind not in DOCUMENTS:
        raise UnknownExportError(kind=kind, known=tuple(DOCUMENTS))
    return DOCUMENTS[kind].build(strategy, wish)
