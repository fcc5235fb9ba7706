"""A person's card: who they are on the left, what they need on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from canvas.domain.messages import N_
from canvas.domain.pictures import jpeg_of
from canvas.domain.story import Profile
from canvas.exports.deck.context import BODY_SIZES, GAP, Context, Draw, Plan, Request
from canvas.exports.deck.draw_lists import groups, listings_of
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.page import Page
from canvas.exports.deck.panels import TO_COMPLETE, Listing, draw_panels, spread
from canvas.exports.deck.plans import plan
from canvas.exports.deck.theme import ACCENT, NAVY, PALE, WHITE
from canvas.exports.deck.typeset import LINE, Para, Run, cut, fit, height

_CARD_WIDTH = 216.0
_INSIDE = 20.0
_CIRCLE = 84.0
_QUOTE = N_("“{quote}”")
_PORTRAIT = N_("Portrait of {name}")
_QUOTE_MARKS = '«»“”" \u00a0\u202f'
_PANELS_A_SLIDE = 6
_PANEL_PAD = (12.0, 8.0, 12.0, 7.0)
_BETWEEN = 10.0
_SIZES = (*BODY_SIZES, 10)
_QUOTE_SIZES = (16, 15, 14, 13, 12, 11, 10)


@plan.register
def _(block: Profile, request: Request) -> Plan:
    context, area = request.context, request.area
    card = Box(area.x, area.y, _CARD_WIDTH, area.h)
    right = Box(card.x + card.w + GAP, area.y, area.w - card.w - GAP, area.h)
    draw_card, hidden = _card(block, card, context)

    def draw(page: Page, found: Sequence[Listing], boxes: Sequence[Box], size: float) -> None:
        draw_card(page)
        draw_panels(page, found, boxes, size, _PANEL_PAD)

    def grid(count: int) -> Sequence[Box]:
        columns = 1 if count <= 2 else 2 if count <= 4 else 3
        return _filled(right, count, columns)

    if not block.panels:
        return Plan([draw_card], hidden)
    found = Plan(hidden=hidden)
    for panels in groups(block.panels, _PANELS_A_SLIDE):
        listings = listings_of(panels, context)
        tight = [replace(one, lines=tuple(replace(line, before=0.25) for line in one.lines))
                 for one in listings]  # fmt: skip
        found = found.then(
            spread(tight, grid, replace(request, area=right), draw, sizes=_SIZES, pad=_PANEL_PAD)
        )
    return found


def _filled(area: Box, count: int, columns: int) -> list[Box]:
    """Return a grid whose last boxes share the whole row where they are fewer."""
    rows = area.rows([1.0] * -(-count // columns), _BETWEEN)
    return [
        box
        for at, row in enumerate(rows)
        for box in row.columns([1.0] * min(columns, count - at * columns), _BETWEEN)
    ]


def _initial(name: str) -> str:
    """Return the letter of the circle, "" for a name that starts with none."""
    first = name.strip()[:1]
    return first.upper() if first.isalpha() else ""


def _card(block: Profile, card: Box, context: Context) -> tuple[Draw, list[str]]:
    """Return how to draw who the person is, and what was too long for it."""
    inner = card.inside(_INSIDE, _INSIDE, _INSIDE, _INSIDE)
    initial = _initial(block.name)
    circled = bool(initial or block.picture)
    top = _INSIDE + (_CIRCLE + 14 if circled else 0)
    name = context.line(block.name) or context.own(TO_COMPLETE)
    who = [Para((Run(name, bold=True, scale=1.35, colour=WHITE),), align="ctr")]
    who += [
        Para((Run(context.line(said), colour=PALE),), align="ctr", before=0.3 if at == 0 else 0.1)
        for at, said in enumerate(line for line in block.subtitle if context.line(line))
    ]
    quote_text = context.write(block.quote).strip(_QUOTE_MARKS)
    quote = [
        Para((Run(context.own(_QUOTE, quote=quote_text), italic=True, colour=WHITE),), align="ctr")
    ] if quote_text else []  # fmt: skip
    room = card.h - top - _INSIDE
    hidden: list[str] = []
    who_most = room * (0.5 if quote else 1.0)
    who_size = fit([(who, inner.w, who_most)], (13, 12, 11)) or 11
    lines = max(int(who_most / (LINE * who_size) / max(len(who), 1)) - 1, 1)
    if height(who, inner.w, who_size) > who_most:
        hidden.append("\n".join(para.text for para in who))
        who = [cut(para, lines, inner.w, who_size) for para in who[:6]]
    who_height = height(who, inner.w, who_size)
    quote_box = Box(inner.x, card.y + top + who_height + 16, inner.w, room - who_height - 16)
    quote_size = fit([(quote, inner.w, quote_box.h)], _QUOTE_SIZES)
    if quote and quote_size is None:
        quote_size = _QUOTE_SIZES[-1]
        hidden.append(quote[0].text)
        most = max(int(quote_box.h / (LINE * quote_size)), 1)
        quote = [cut(quote[0], most, inner.w, quote_size)]

    def draw(page: Page) -> None:
        page.shape(card, NAVY)
        circle = Box(card.x + (card.w - _CIRCLE) / 2, card.y + _INSIDE, _CIRCLE, _CIRCLE)
        if block.picture:
            alt = context.own(_PORTRAIT, name=name)
            page.picture(circle, jpeg_of(block.picture), alt=alt, geometry="ellipse")
        elif initial:
            letter = Para((Run(initial, bold=True, colour=context.palette.on_accent),), align="ctr")
            page.text(circle, [letter], 36, fill=ACCENT, anchor="ctr", geometry="ellipse")
        page.text(Box(inner.x, card.y + top, inner.w, who_height), who, who_size)
        if quote:
            page.text(quote_box, quote, quote_size or 10, anchor="ctr")

    return draw, hidden
