"""A chart above its table; one after the other where a slide cannot hold both."""

from __future__ import annotations

from canvas.domain.story import ChartTable
from canvas.exports.deck.context import GAP, Plan, Request
from canvas.exports.deck.draw_chart import charted
from canvas.exports.deck.draw_table import at_the_foot
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.layouts import comment_and_chart
from canvas.exports.deck.page import Page
from canvas.exports.deck.plans import plan

_SIZES = (14, 13, 12, 11)
_LEAST_CHART, _A_BAR = 150.0, 20.0


@plan.register
def _(block: ChartTable, request: Request) -> Plan:
    area = request.area
    comment, beside = comment_and_chart()
    least = max(_LEAST_CHART, 40 + _A_BAR * len(block.chart.categories))
    table = at_the_foot(block.table, request, area.h - least - GAP, _SIZES)
    if table is not None:
        room = area.h - table.height - GAP
        above = charted(
            block.chart,
            request,
            Box(beside.x, beside.y, beside.w, room),
            Box(comment.x, comment.y, comment.w, room),
        )
        if len(above.pages) == 1:
            (draw_chart,) = above.pages

            def draw(page: Page) -> None:
                draw_chart(page)
                table.draw(page)

            return Plan([draw], above.hidden)
    return charted(block.chart, request, beside, comment).then(plan(block.table, request))
