"""Charts with what to read in them, and key figures with their small charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from canvas.domain.messages import N_, say
from canvas.domain.story import Chart, ChartKind, FigureCard, Figures, Item, Said, Series, Tone
from canvas.exports.deck.charts import Drawing, Line, draw_chart, shortened
from canvas.exports.deck.context import BODY_SIZES, GAP, Context, Plan, Request
from canvas.exports.deck.draw_lists import groups
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.layouts import CHART_INDEX, comment_and_chart
from canvas.exports.deck.page import Page
from canvas.exports.deck.panels import LEAST_ROW, Listing, draw_lists, spread
from canvas.exports.deck.plans import plan
from canvas.exports.deck.theme import ACCENT, INK, MUTED, PALE, PANEL
from canvas.exports.deck.typeset import LINE, Para, Run, cut, fit, height, longest_word

_MOST_SERIES, _MOST_BARS, _MOST_POINTS = 8, 14, 60
_LEGEND = 1000.0
"""Points that the names of all series may take together, on two lines."""

_ALT = N_("Chart “{title}”. {lines}")
_ALT_LINE = N_("{name}: {figures}.")
_ALT_POINT = N_("{category} {value}")
_MORE_SERIES = N_("{series} other series and {categories} other categories are not shown.")
_NO_FIGURES = N_("No figure has been entered yet.")
_READ = N_("What to read in it")


def drawing(
    kind: ChartKind,
    categories: Sequence[Said],
    series: Sequence[Series],
    context: Context,
    *,
    share: bool = False,
    small: bool = False,
) -> Drawing:
    """Return a chart, its words set and as much of it as a slide can show.

    Lines keep their latest points, bars their first.
    """
    names = [context.line(category) for category in categories]
    lines = [
        Line(
            context.line(one.name),
            tuple([*one.values, *[None] * len(names)][: len(names)]),
            one.dashed,
        )
        for one in series
    ]
    kept = slice(-_MOST_POINTS, None) if kind is ChartKind.LINES else slice(0, _MOST_BARS)
    names = [shortened(name, 150) for name in names[kept]]
    lines = [replace(line, values=line.values[kept]) for line in lines[:_MOST_SERIES]]
    room = max(_LEGEND / max(len(lines), 1) - 24, 40)
    lines = [replace(line, name=shortened(line.name, room)) for line in lines]
    if kind is ChartKind.LINES:
        names = _thinned(names, 8 if small else 14)
    return Drawing(kind, tuple(names), tuple(lines), share, small)


def _thinned(names: list[str], most: int) -> list[str]:
    """Return labels of an axis with so many blanks that the others have room."""
    step = -(-len(names) // most)
    last = len(names) - 1
    return [name if (last - at) % step == 0 else " " for at, name in enumerate(names)]


def described(block: Drawing, title: str, context: Context) -> str:
    """Return a chart in words: each series with its figures."""
    parts = []
    for line in block.lines:
        points = [
            context.own(_ALT_POINT, category=name, value=_figure(value, block.share, context))
            for name, value in zip(block.categories, line.values, strict=True)
            if value is not None and name.strip()
        ]
        parts.append(context.own(_ALT_LINE, name=line.name, figures=", ".join(points) or "–"))
    return context.own(_ALT, title=title, lines=" ".join(parts))


def _figure(value: float, share: bool, context: Context) -> str:
    return context.tr.share(value) if share else context.tr.number(value)


@plan.register
def _(block: Chart, request: Request) -> Plan:
    comment, beside = comment_and_chart()
    placeholder = f'<p:ph type="chart" sz="half" idx="{CHART_INDEX}"/>' if block.remarks else ""
    return charted(block, request, beside, comment, placeholder=placeholder)


def charted(
    block: Chart, request: Request, beside: Box, comment: Box, *, placeholder: str = ""
) -> Plan:
    """Return how a chart is shown in `beside` with its remarks in `comment`.

    Without remarks it takes the width of both.
    """
    context = request.context
    shown = drawing(block.kind, block.categories, block.series, context, share=block.share)
    remarks = list(block.remarks)
    over = (len(block.series) - len(shown.lines), len(block.categories) - len(shown.categories))
    if any(over):
        left_out = say(_MORE_SERIES, series=over[0], categories=over[1])
        remarks.append(Item(left_out))
    area = beside if remarks else Box(beside.x, beside.y, request.area.w, beside.h)
    alt = described(shown, context.line(request.title), context)

    def draw(page: Page) -> None:
        if shown.figures:
            draw_chart(page, area, shown, context, alt, placeholder=placeholder)
        else:
            page.text(area, [empty_chart(context)], 14, fill=PANEL, anchor="ctr")

    if not remarks:
        return Plan([draw])
    heading = Para((Run(context.own(_READ), bold=True, colour=context.palette.accent_text),))
    lines = tuple(context.item(remark) for remark in remarks)
    if len(lines) == 1:
        lines = (replace(lines[0], bullet=""),)

    def draw_both(page: Page, found: Sequence[Listing], boxes: Sequence[Box], size: float) -> None:
        draw(page)
        draw_lists(page, found, boxes, size)

    return spread(
        [Listing(heading, lines, ACCENT)], lambda count: [comment] * count, request, draw_both,
        pad=(0, 0, 0, 14),
    )  # fmt: skip


def empty_chart(context: Context) -> Para:
    """Return what stands where a chart has no figure."""
    return Para((Run(context.own(_NO_FIGURES), colour=MUTED, italic=True),), align="ctr")


@dataclass(frozen=True, slots=True)
class _Card:
    """A key figure, its words set."""

    label: Para
    value: Para
    remarks: tuple[Para, ...]
    chart: Drawing | None
    rule: str


_VALUE_SIZES = (44, 40, 36, 32, 28, 24, 20, 18, 16, 14, 12)
_LABEL_SIZES = (16, 15, 14, 13, 12)
_CARDS_A_SLIDE = 4
_INSIDE = 18.0
_LEAST_CHART = 110.0


@plan.register
def _(block: Figures, request: Request) -> Plan:
    found = Plan()
    for cards in groups(block.cards, _CARDS_A_SLIDE):
        found = found.then(_figures(cards, request))
    return found


def _card(card: FigureCard, context: Context) -> _Card:
    tone = card.tone
    colour = context.palette.accent_text if tone is Tone.NEUTRAL else context.palette.tone(tone)
    chart = None
    if card.categories and card.series:
        chart = drawing(ChartKind.LINES, card.categories, card.series, context, small=True)
    return _Card(
        Para((Run(context.line(card.label), bold=True),)),
        Para((Run(context.line(card.value), bold=True, colour=colour),)),
        tuple(
            Para((Run(context.write(remark), bold=at == 0, colour=INK if at == 0 else MUTED),),
                 before=0.25)
            for at, remark in enumerate(card.remarks)
        ),
        chart if chart and chart.figures else None,
        PALE if tone is Tone.NEUTRAL else context.palette.tone_fill(tone),
    )  # fmt: skip


def _figures(source: Sequence[FigureCard], request: Request) -> Plan:
    context, area = request.context, request.area
    cards = [_card(card, context) for card in source]
    boxes = area.columns([1.0] * max(len(cards), 2), GAP)[: len(cards)]
    room = boxes[0].w - 2 * _INSIDE
    hidden: list[str] = []

    def held(paras: Sequence[Para], lines: int, size: float) -> list[Para]:
        short = [cut(para, lines, room, size) for para in paras]
        hidden.extend(a.text for a, b in zip(paras, short, strict=True) if a != b)
        return short

    label_size = fit([([c.label], room, 2 * s * LINE) for c in cards for s in (12,)],
                     _LABEL_SIZES) or 12  # fmt: skip
    labels = held([card.label for card in cards], 2, label_size)
    label_height = max(height([label], room, label_size) for label in labels)
    value_size = next(
        (s for s in _VALUE_SIZES
         if all(height([c.value], room, s) <= (LINE * s if s > 20 else 2 * LINE * s) + 0.01
                and longest_word(c.value, s) <= room for c in cards)), _VALUE_SIZES[-1],
    )  # fmt: skip
    values = held([card.value for card in cards], 2, value_size)
    value_height = max(height([value], room, value_size) for value in values)
    top = 14 + label_height + 2 + value_height + 6
    has_chart = any(card.chart for card in cards)
    most = area.h - top - _INSIDE - (_LEAST_CHART if has_chart else 0)
    size = fit([(card.remarks, room, most) for card in cards], BODY_SIZES[2:])
    remarks = [list(card.remarks) for card in cards]
    if size is None:
        size = 11
        remarks = [_held_in(lines, room, most, size, hidden) for lines in remarks]
    remark_height = max(height(lines, room, size) for lines in remarks)
    if not has_chart:
        high = min(max(top + remark_height + _INSIDE, area.h * LEAST_ROW), area.h)
        boxes = [Box(box.x, box.y, box.w, high) for box in boxes]
    chosen = size

    def draw(page: Page) -> None:
        for at, (card, box) in enumerate(zip(cards, boxes, strict=True)):
            page.shape(box, PANEL)
            page.shape(Box(box.x, box.y, box.w, 3), card.rule)
            y = box.y + 14
            page.text(Box(box.x + _INSIDE, y, room, label_height), [labels[at]], label_size)
            y += label_height + 2
            page.text(Box(box.x + _INSIDE, y, room, value_height), [values[at]], value_size)
            y += value_height + 6
            if remarks[at]:
                page.text(Box(box.x + _INSIDE, y, room, remark_height), remarks[at], chosen)
            y += remark_height + 8
            if card.chart:
                title = labels[at].text
                chart_box = Box(box.x + 8, y, box.w - 16, box.y + box.h - 6 - y)
                alt = described(card.chart, title, context)
                draw_chart(page, chart_box, card.chart, context, alt)

    return Plan([draw], hidden=hidden)


def _held_in(
    paras: Sequence[Para], room: float, most: float, size: float, hidden: list[str]
) -> list[Para]:
    """Return the remarks that fit, the last one cut; the others are noted as hidden."""
    kept: list[Para] = []
    for number, para in enumerate(paras):
        left = most - height(kept, room, size) - (para.before * size if kept else 0)
        lines = int(left / (LINE * size))
        if lines < 1:
            hidden.extend(other.text for other in paras[number:])
            break
        short = cut(para, lines, room, size)
        kept.append(short)
        if short != para:
            hidden.extend(other.text for other in paras[number:])
            break
    return kept
