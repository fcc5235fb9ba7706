"""Assemble the deck: cover, slides by question, decisions, open points, appendix."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from pptx import Presentation
from pptx.presentation import Presentation as Native

from canvas.domain.messages import N_, say, say_count
from canvas.domain.story import (
    STRATEGY_OUTLINE,
    Cell,
    Column,
    Decision,
    Outline,
    Piece,
    Profile,
    Section,
    Slide,
    Table,
    Tone,
)
from canvas.domain.strategy import Strategy
from canvas.exports.deck import (  # noqa: F401 - importing a module registers its drawings
    draw_answers,
    draw_chart,
    draw_chart_table,
    draw_ladder,
    draw_lists,
    draw_month,
    draw_profile,
    draw_quadrants,
    draw_table,
    draw_thread,
    draw_triangle,
)
from canvas.exports.deck.chrome import Chrome
from canvas.exports.deck.context import MAX_PAGES, WHOLE_LISTS, Context, Plan, Request
from canvas.exports.deck.files import MASTER
from canvas.exports.deck.layouts import BODY, LAYOUTS
from canvas.exports.deck.open_points import open_points
from canvas.exports.deck.package import (
    frozen,
    part_named,
    set_properties,
    set_sections,
    theme_colours,
)
from canvas.exports.deck.plans import plan
from canvas.exports.deck.theme import Palette
from canvas.i18n.translator import Translator

NO_TITLE = N_("Untitled strategy")
_CONTINUED = N_(" ({page}/{pages})")


def build_deck(
    strategy: Strategy,
    tr: Translator,
    *,
    pieces: Iterable[Piece],
    title: str,
    subtitle: str = "",
    today: dt.date,
    brand: str | None = None,
    author: str = "",
    step_titles: Mapping[str, str] | None = None,
    complete: bool = False,
    texts: str = "",
    outline: Outline = STRATEGY_OUTLINE,
) -> bytes:
    """Return the deck of a strategy, or of what it has to report.

    Args:
        strategy: The strategy that the pieces come from; its revision is on the cover.
        tr: The language of the deck.
        pieces: What all steps say, in the order of the steps.
        title: The strategy's name, as its user wrote it.
        subtitle: A line under it, as its user wrote it.
        today: The date of the deck.
        brand: The client's colour as “#RRGGBB”, which takes the accent's place.
        author: Who made it, for the file's properties.
        step_titles: Title of each step by its key, as marked texts, in their order; for the
            open points.
        complete: Show the slides that are a detail too.
        texts: The language that users wrote in, "" where it is not known.
        outline: The sections that slides stand in, in their order.

    Returns:
        A .pptx file; the same pieces and the same day give the same bytes.
    """
    context = Context(tr, Palette.of(brand), texts)
    found = list(pieces)
    planned = _planned(
        [
            *(
                piece
                for piece in found
                if isinstance(piece, Slide) and (complete or not piece.detail)
            ),
            *_decisions([piece for piece in found if isinstance(piece, Decision)]),
        ],
        context,
        complete=complete,
    )
    extra = [
        appended
        for _, plan_ in planned
        for appended in plan_.appendix
        if complete or not appended.detail
    ]
    extra += open_points(found, tr, step_titles or {})
    planned += _planned(extra, context, complete=complete)
    planned.sort(key=lambda pair: outline.index(pair[0].section))

    deck = _template(context)
    shown_title = context.line(title) or context.own(NO_TITLE)
    chrome = Chrome(deck, context, shown_title)
    chrome.cover(subtitle, today, strategy.revision)
    sections = [(context.own(LAYOUTS[0].name), 1)]
    for section in outline:
        count = 0
        for slide, drawn in planned:
            if slide.section == section:
                count += _add(slide, drawn, chrome, context)
        if count:
            sections.append((context.own(section.value), count))
    set_sections(deck, sections)
    set_properties(deck, title=shown_title, author=author or "Canevas", lang=context.lang,
                   today=today)  # fmt: skip
    return frozen(deck)


def _planned(
    slides: Sequence[Slide], context: Context, *, complete: bool
) -> list[tuple[Slide, Plan]]:
    """Return how each slide is shown; persons' cards, which are compared, share a size."""
    found = [(slide, _plan(slide, context, complete=complete)) for slide in slides]
    shared = min((drawn.size for slide, drawn in found if isinstance(slide.body, Profile)
                  if drawn.size), default=0.0)  # fmt: skip
    return [
        (slide, _plan(slide, context, complete=complete, largest=shared))
        if isinstance(slide.body, Profile)
        else (slide, drawn)
        for slide, drawn in found
    ]


def _plan(slide: Slide, context: Context, *, complete: bool, largest: float = 0.0) -> Plan:
    whole = slide.section in (Section.DECISIONS, Section.APPENDIX)
    most = WHOLE_LISTS if whole else MAX_PAGES
    if slide.brief and not complete:
        most = 1
    return plan(slide.body, Request(context, BODY, slide.title, slide.step, most, largest=largest))


def _template(context: Context) -> Native:
    """Open the template in the deck's language and colours."""
    deck = Presentation(str(MASTER))
    if context.palette != Palette():
        part = part_named(deck, "theme1.xml")
        colours = {"accent1": context.palette.accent}
        part._blob = theme_colours(part.blob.decode("utf-8"), colours).encode("utf-8")
    return deck


def _add(slide: Slide, drawn: Plan, chrome: Chrome, context: Context) -> int:
    """Add a slide and what continues it; return how many that made."""
    pages = len(drawn.pages)
    for number, draw in enumerate(drawn.pages, start=1):
        suffix = context.own(_CONTINUED, page=number, pages=pages) if pages > 1 else ""
        chrome.slide(slide, draw, suffix=suffix, hidden=drawn.hidden if number == 1 else ())
    return pages


def _decisions(decisions: Sequence[Decision]) -> list[Slide]:
    """Return the slide of the decisions that the readers are asked for."""
    if not decisions:
        return []
    columns = [
        Column(say(N_("Decision")), 4),
        Column(say(N_("Why")), 4),
        Column(say(N_("Who decides")), 1.7),
        Column(say(N_("By when")), 1.7),
    ]
    to_name = Cell(say(N_("To be decided")), Tone.WATCH)
    rows = [
        [
            Cell(decision.what, strong=True),
            decision.why,
            decision.who or to_name,
            say(N_("{day}"), day=decision.when) if decision.when else to_name,
        ]
        for decision in decisions
    ]
    title = say_count("One decision to take today", "{n} decisions to take today", len(decisions))
    return [Slide(Section.DECISIONS, title, Table(columns, rows))]
