"""What a strategy is delivered as: one entry a kind of file, for the pages and the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_
from canvas.domain.project_format import ENDING
from canvas.domain.slugs import slug
from canvas.domain.story import Gap, OpenPoint, Piece
from canvas.domain.strategy import Strategy
from canvas.exports.project import build_project
from canvas.i18n import Translator
from canvas.rules.coherence.telling import open_points, said_once
from canvas.rules.decided import decisions_taken
from canvas.rules.handover import Tool
from canvas.rules.thread_slide import thread_slide
from canvas.services import outgoing
from canvas.steps import STEPS
from canvas.steps.frame.settings import Settings
from canvas.steps.measure.merged import Figures, merged
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
        batches: Gives the packed figures of the strategy's files, for what carries them.
        figures: Gives all figures of the strategy; what was typed, if not given.
        period: Which one a report is on: “2026-10”, “2026-Q4” or “2026”; "" for the last
            month that is over and has figures.
    """

    tr: Translator
    today: dt.date
    complete: bool = False
    batches: Callable[[Strategy], Mapping[str, bytes]] = lambda _: {}
    figures: Callable[[Strategy], Figures] = lambda strategy: merged(strategy, {})
    period: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of file.

    Attributes:
        ending: What its name ends with, without the dot.
        mime: Its media type.
        build: A strategy and a wish in, the bytes of the file out.
        parts: For what may need several files: each with what its name ends with.
    """

    ending: str
    mime: str
    build: Callable[[Strategy, Wish], bytes]
    parts: Callable[[Strategy, Wish], list[tuple[str, bytes]]] | None = None


def story(strategy: Strategy) -> Iterator[Piece]:
    """Yield the summary, then what all steps say, in their order."""
    yield from summary(strategy)
    for step in STEPS:
        yield from step.story(strategy)


def still_open(strategy: Strategy) -> Iterator[Gap | OpenPoint]:
    """Yield what the deck lists as open: what contradicts, and what is missing."""
    yield from open_points(strategy)
    for piece in said_once(strategy, story(strategy)):
        if isinstance(piece, Gap):
            yield piece


def whole_story(strategy: Strategy) -> Iterator[Piece]:
    """Yield the story, then what no step says alone: the thread, decisions, open points."""
    yield from said_once(strategy, story(strategy))
    yield from thread_slide(strategy)
    yield from decisions_taken(strategy)
    yield from open_points(strategy)


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
        pieces=addressed(strategy, whole_story(strategy), today),
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


def _project(strategy: Strategy, wish: Wish) -> bytes:
    return build_project(strategy, wish.batches(strategy))


def workbook(
    strategy: Strategy, tr: Translator, today: dt.date, figures: Figures | None = None
) -> bytes:
    """Return the strategy's lists as an Excel workbook that can be edited and given back."""
    from canvas.exports.workbook import build_workbook

    return build_workbook(strategy, tr, today, figures)


def _workbook(strategy: Strategy, wish: Wish) -> bytes:
    return workbook(strategy, wish.tr, wish.today, wish.figures(strategy))


def _deck(strategy: Strategy, wish: Wish) -> bytes:
    return deck(strategy, wish.tr, wish.today, complete=wish.complete)


def _agenda(strategy: Strategy, wish: Wish) -> bytes:
    return outgoing.agenda(strategy, wish.tr)


def _report(strategy: Strategy, wish: Wish) -> bytes:
    from canvas.services import reports

    figures = wish.figures(strategy)
    span = (
        reports.span_of(strategy, wish.period)
        if wish.period
        else reports.usual_span(strategy, figures, wish.today)
    )
    found = reports.edition(strategy, figures, span, wish.today, wish.tr.language)
    return reports.report_deck(strategy, found, wish.tr)


def _schedule(tool: Tool) -> Document:
    def parts(strategy: Strategy, wish: Wish) -> list[tuple[str, bytes]]:
        from canvas.exports.schedules import schedule_files

        return schedule_files(outgoing.handed_over(strategy, tool))

    def build(strategy: Strategy, wish: Wish) -> bytes:
        return parts(strategy, wish)[0][1]

    return Document("csv", CSV, build, parts)


def _asana(strategy: Strategy, wish: Wish) -> bytes:
    from canvas.exports.task_boards import asana

    return asana(strategy, wish.tr)


def _trello(strategy: Strategy, wish: Wish) -> bytes:
    from canvas.exports.task_boards import trello

    return trello(strategy, wish.tr)


CSV = "text/csv"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

DOCUMENTS: Mapping[str, Document] = {
    "project": Document(ENDING, "application/json", _project),
    "deck": Document("pptx", PPTX, _deck),
    "workbook": Document("xlsx", XLSX, _workbook),
    "report": Document("pptx", PPTX, _report),
    "calendar": Document("ics", "text/calendar", _agenda),
    **{f"schedule-{tool}": _schedule(tool) for tool in Tool},
    "tasks-asana": Document("csv", CSV, _asana),
    "tasks-trello": Document("csv", CSV, _trello),
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
