"""A slide of a report drawn on the page, so that it is presented without PowerPoint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from canvas.domain.messages import N_, Message, say
from canvas.domain.story import (
    Answers,
    Banner,
    Block,
    Bullets,
    Cell,
    Chart,
    ChartKind,
    ChartTable,
    Column,
    Decision,
    Figures,
    Item,
    Panel,
    Said,
    Section,
    Series,
    Table,
)
from canvas.i18n import Translator
from canvas.ui.canvases.measure_charts import Look, draw, whole
from canvas.ui.markdown import plain

_Line = tuple[str, tuple[float | None, ...], tuple[str, ...], bool]


def draw_slide(section: str, title: Message, body: Block, tr: Translator) -> None:
    """Draw a slide: its section, its title, what it shows."""
    st.caption(plain(tr(section)))
    st.header(plain(tr(title)), anchor=False)
    found = _DRAWN.get(type(body))
    if found is not None:
        found(body, tr)


def draw_decisions(decisions: Sequence[Decision], tr: Translator) -> None:
    """Draw the decisions that are asked for."""
    rows: list[Sequence[Said | Cell]] = [
        (Cell(one.what, strong=True), one.why, one.who) for one in decisions
    ]
    columns = (
        Column(say(N_("Decision"))),
        Column(say(N_("Why"))),
        Column(say(N_("Who decides"))),
    )
    asked = say(N_("Decisions asked for today"))
    draw_slide(Section.DECISIONS.value, asked, Table(columns, rows), tr)


def _answers(body: Answers, tr: Translator) -> None:
    for line in body.lines:
        question, answer = st.columns([1, 3])
        question.markdown(f"**{plain(tr.said(line.question))}**")
        answer.markdown(plain(tr.said(line.text)))


def _table(body: Table, tr: Translator) -> None:
    def cell(one: Said | Cell) -> str:
        said = one.text if isinstance(one, Cell) else one
        text = plain(tr.said(said).replace("\n", " ")).strip()
        return f"**{text}**" if text and isinstance(one, Cell) and one.strong else text

    lines = [
        [plain(tr.said(column.heading)) or "&nbsp;" for column in body.columns],
        ["---:" if column.figures else "---" for column in body.columns],
        *([cell(one) for one in row] for row in body.rows),
    ]
    st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def _bullets(body: Bullets, tr: Translator) -> None:
    if body.panels:
        _panels(body.panels, tr)


def _panels(panels: Sequence[Panel], tr: Translator) -> None:
    for place, panel in zip(st.columns(len(panels)), panels, strict=True):
        with place:
            st.subheader(plain(tr.said(panel.heading)), anchor=False)
            _items(panel.items, tr)


def _items(items: Sequence[Item], tr: Translator) -> None:
    lines = []
    for item in items:
        detail = plain(tr.said(item.detail)).replace("\n", " ")
        text = plain(tr.said(item.text)).replace("\n", " ")
        lines.append(f"- {text}" + (f"  \n  *{detail}*" if detail.strip() else ""))
    st.markdown("\n".join(lines))


def _banner(body: Banner, tr: Translator) -> None:
    with st.container(border=True):
        st.subheader(plain(tr.said(body.text)), anchor=False)
    if body.panels:
        _panels(body.panels, tr)


def _figures(body: Figures, tr: Translator) -> None:
    for at, (place, card) in enumerate(
        zip(st.columns(max(len(body.cards), 1)), body.cards, strict=True)
    ):
        with place:
            st.markdown(f"**{plain(tr.said(card.label))}**")
            st.header(plain(tr.said(card.value)), anchor=False)
            for number, remark in enumerate(card.remarks):
                text = plain(tr.said(remark))
                st.markdown(f"**{text}**" if not number else text)
            if card.series:
                chart = Chart(ChartKind.LINES, card.categories, card.series)
                _drawn(chart, tr.said(card.label), tr, key=f"report-card-{at}")


def _chart(body: Chart, tr: Translator) -> None:
    picture, words = st.columns([3, 2]) if body.remarks else (st.container(), None)
    with picture:
        names = [tr.said(series.name) for series in body.series]
        _drawn(body, tr.enumeration(names), tr, key="report-chart")
    if words is not None:
        with words:
            _items(body.remarks, tr)


def _chart_table(body: ChartTable, tr: Translator) -> None:
    _chart(body.chart, tr)
    _table(body.table, tr)


def _drawn(body: Chart, title: str, tr: Translator, *, key: str) -> None:
    def line(series: Series) -> _Line:
        said = tuple(
            "" if v is None else tr.share(v) if body.share else tr.number(v) for v in series.values
        )
        # Shares are drawn as percentages: the axis then needs no format of its own.
        values = tuple(None if v is None else v * 100 if body.share else v for v in series.values)
        return tr.said(series.name), values, said, series.dashed

    categories = tuple(tr.said(category) for category in body.categories)
    lines = tuple(line(series) for series in body.series)
    bars = body.kind is not ChartKind.LINES
    draw(partial(_spec, title, categories, lines, bars), key=key)


@lru_cache(maxsize=64)
def _spec(
    title: str, categories: tuple[str, ...], lines: tuple[_Line, ...], bars: bool, look: Look
) -> dict[str, Any]:
    """Return a chart as Vega-Lite reads it."""
    from canvas.charts.neutral import Named, neutral
    from canvas.charts.style import Style

    named = [Named(*one) for one in lines]
    return whole(neutral(title, categories, named, bars=bars, style=Style(*look)))


_DRAWN: dict[type, Callable[[Any, Translator], None]] = {
    Answers: _answers,
    Banner: _banner,
    Bullets: _bullets,
    Chart: _chart,
    ChartTable: _chart_table,
    Figures: _figures,
    Table: _table,
}
"""What draws each kind of block that reports are made of."""
