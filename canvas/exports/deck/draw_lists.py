"""Bullets, cards and the banner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from canvas.domain.story import Banner, Bullets, Cards, Panel
from canvas.exports.deck.context import BODY_SIZES, GAP, Context, Plan, Request
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.page import Page
from canvas.exports.deck.panels import (
    Listing,
    cells,
    draw_lists,
    draw_panels,
    empty,
    listing,
    shrunk,
    spread,
)
from canvas.exports.deck.plans import plan
from canvas.exports.deck.theme import ACCENT, RULE
from canvas.exports.deck.typeset import LINE, Para, Run, fit, height, split
from canvas.exports.deck.typography import FIXED

_LIST_SIZES = (20, 18, *BODY_SIZES)
_CARD_SIZES = (18, *BODY_SIZES)
_BANNER_SIZES = (28, 26, 24, 22, 20, 18, 16)
_BANNER_PAD = (26.0, 18.0, 26.0, 18.0)
_LISTS_A_SLIDE = 3
_MOST_POINTS = 7
_POINT_SIZES = (22, 20, 18, 17, 16)
_POINT_HEIGHT, _NUMBER_WIDTH = 76.0, 52.0
_CARDS_A_SLIDE = 6


P = TypeVar("P")


def groups(panels: Sequence[P], most: int) -> list[Sequence[P]]:
    """Return panels in groups of at most `most`, as even as can be; no group is empty."""
    count = max(-(-len(panels) // most), 1)
    edges = [round(len(panels) * step / count) for step in range(count + 1)]
    return [panels[start:end] for start, end in pairwise(edges) if end > start]


def listings_of(panels: Sequence[Panel], context: Context) -> list[Listing]:
    """Return panels with their words set; one without items says so.

    Items that stand alone everywhere need no bullet.
    """
    found = [listing(panel, context) for panel in panels]
    if all(len(one.lines) <= 1 for one in found):
        found = [
            replace(one, lines=tuple(replace(line, bullet="") for line in one.lines))
            for one in found
        ]
    return [one if one.lines else replace(one, lines=(empty(context),)) for one in found]


def grid_shape(count: int) -> tuple[int, int]:
    """Return the columns and rows that so many cards stand in."""
    if count == 4:
        return 2, 2
    return (count, 1) if count <= 3 else (3, 2)


@plan.register
def _(block: Bullets, request: Request) -> Plan:
    if len(block.panels) == 1 and (points := _points(block.panels[0], request)):
        return points
    found = Plan()
    for panels in groups(block.panels, _LISTS_A_SLIDE):
        listings = listings_of(panels, request.context)
        found = found.then(
            spread(
                _halved(listings[0]) if len(listings) == 1 else listings,
                lambda count: request.area.columns([1.0] * count, 32),
                request,
                draw_lists,
                sizes=_LIST_SIZES,
                pad=(0, 0, 0, 14),
            )
        )
    return found


def _halved(found: Listing) -> list[Listing]:
    """Return a long list as two columns under one heading: lines of a slide's width tire."""
    if len(found.lines) <= _MOST_POINTS:
        return [found]
    middle = -(-len(found.lines) // 2)
    heading = Para((Run(FIXED),)) if found.heading else None
    return [
        replace(found, lines=found.lines[:middle]),
        replace(found, heading=heading, lines=found.lines[middle:]),
    ]


def _points(panel: Panel, request: Request) -> Plan | None:
    """Plan a single short list as numbered points, each on a line of its own; None if too long."""
    if not 2 <= len(panel.items) <= _MOST_POINTS:
        return None
    found, area = listing(panel, request.context), request.area
    top = 34.0 if found.heading else 0.0
    high = min((area.h - top) / len(found.lines), _POINT_HEIGHT)
    room = area.w - _NUMBER_WIDTH
    paras = [replace(line, bullet="", before=0.0) for line in found.lines]
    size = fit([([para], room, high - 10) for para in paras], _POINT_SIZES)
    if size is None:
        return None
    chosen, accent = size, request.context.palette.accent_text

    def draw(page: Page) -> None:
        if found.heading:
            page.text(Box(area.x, area.y, area.w, 26), [found.heading], 16)
        for at, para in enumerate(paras):
            y = area.y + top + at * high
            number = Para((Run(str(at + 1), bold=True, colour=accent),))
            page.text(Box(area.x, y, _NUMBER_WIDTH, high), [number], 28, anchor="ctr")
            page.text(Box(area.x + _NUMBER_WIDTH, y, room, high), [para], chosen, anchor="ctr")
            if at:
                page.shape(Box(area.x, y, area.w, 0.75), RULE)

    return Plan([draw])


@plan.register
def _(block: Cards, request: Request) -> Plan:
    found = Plan()
    for panels in groups(block.panels, _CARDS_A_SLIDE):
        found = found.then(_cards(panels, request, request.area))
    return found


def _cards(panels: Sequence[Panel], request: Request, area: Box) -> Plan:
    def grid(count: int) -> Sequence[Box]:
        columns, rows = grid_shape(count)
        return cells(area, columns, rows, GAP)[:count]

    def draw(page: Page, found: Sequence[Listing], boxes: Sequence[Box], size: float) -> None:
        draw_panels(page, found, shrunk(boxes, found, size, area), size)

    return spread(listings_of(panels, request.context), grid, request, draw, sizes=_CARD_SIZES)


@plan.register
def _(block: Banner, request: Request) -> Plan:
    context, area = request.context, request.area
    sentence = Para((Run(context.write(block.text), bold=True, colour=context.palette.on_accent),))
    return (
        _banner(sentence, block.panels, request)
        if sentence.text
        else plan(Cards(block.panels), replace(request, area=area))
    )


def _banner(sentence: Para, panels: Sequence[Panel], request: Request) -> Plan:
    area = request.area
    left, top, right, bottom = _BANNER_PAD
    room = area.w - left - right
    most = (area.h * 0.45 if panels else area.h) - top - bottom
    size = fit([([sentence], room, most)], _BANNER_SIZES)
    rest: Para | None = None
    if size is None:
        size = _BANNER_SIZES[-1]
        lines = int((area.h - top - bottom) / (LINE * size))
        sentence, rest = split(sentence, lines, room, size)
        if rest is None:
            most = area.h
    text_height = height([sentence], room, size) + top + bottom
    alone = rest is not None or not panels or text_height > area.h * 0.6
    least = area.h * (0.5 if alone else 0.34)
    banner = Box(area.x, area.y, area.w, min(max(text_height, least), area.h))
    chosen, shown = size, sentence

    def draw(page: Page) -> None:
        page.text(banner, [shown], chosen, fill=ACCENT, pad=_BANNER_PAD, anchor="ctr")

    if rest is not None:
        if request.is_last:
            return Plan([draw], hidden=[rest.text])
        return Plan([draw]).then(_banner(rest, panels, request.next()))
    if not panels:
        return Plan([draw])
    if alone:
        return Plan([draw]).then(plan(Cards(panels), request))
    below = Box(area.x, area.y + banner.h + GAP, area.w, area.h - banner.h - GAP)
    first, *others = groups(panels, _LISTS_A_SLIDE if len(panels) != 4 else 4)
    cards = _cards(first, request, below)
    if len(cards.pages) > 1:
        return Plan([draw]).then(plan(Cards(panels), request))
    head = cards.pages[0]

    def draw_both(page: Page) -> None:
        draw(page)
        head(page)

    whole = Plan([draw_both], cards.hidden, cards.appendix)
    for panels_left in others:
        whole = whole.then(_cards(panels_left, request, area))
    return whole
