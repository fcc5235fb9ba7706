"""Us against competitors: charts and their table, the best in class (C24–C28, C94)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps.audit.figures import read_on
from canvas.steps.audit.market import Competitor, CompetitorMetric
from canvas.steps.common import Network
from canvas.steps.competitors.best import BestInClass, CompetitorPresence, Discipline
from canvas.steps.competitors.comparison import (
    Measure,
    Rival,
    compare,
    contested,
    networks,
    on_network,
)
from canvas.steps.wording import shorten
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.editor import editor
from canvas.ui.components.grouped import Columns, Group, grouped
from canvas.ui.components.table import Line, Shown, table
from canvas.ui.markdown import option, plain
from canvas.ui.state import session

PROJECTED = 1.75
"""How much larger type is in a projection at 1920 pixels: 28 pixels for 16."""

CHARTS = 6
"""Networks that have a chart at most; the others are in the table."""

ACROSS = 3
"""Charts side by side."""

NAME_LENGTH = 32

Lines = tuple[tuple[str, float | None, str, bool], ...]
"""A chart's bars, as they can be compared: name, value, figure, whether it is ours."""


def against_us(strategy: Strategy, tr: Translator) -> None:
    """Draw us against them: a measure to choose, a chart a network, the same as a table."""
    if not any(competitor.name for competitor in strategy.of(Competitor)):
        _example(tr)
        ask = tr(N_("Name the three or four that customers compare you with."))
        st.markdown(f"**{plain(ask)}**")
        editor(Competitor, strategy, tr)
        return
    measure = Measure.of(
        st.segmented_control(
            tr(N_("Measure")),
            [str(m) for m in Measure],
            format_func=lambda code: option(tr.label(Measure.of(code))),
            key="competitors-measure",
            label_visibility="collapsed",
            required=True,
            default=str(Measure.FOLLOWERS),
        )
        or Measure.FOLLOWERS
    )
    st.markdown(plain(tr(measure.help)))
    rivals = compare(strategy, measure)
    found = networks(rivals)
    source = CompetitorPresence if measure is Measure.ENGAGEMENT else CompetitorMetric
    if not found:
        _example(tr)
        nothing = tr(N_("No figure yet: write the first ones here."))
        st.markdown(f"**{plain(nothing)}**")
        editor(source, strategy, tr)
        return
    longest = max(value for rival in rivals for value in rival.values.values())
    shown = contested(rivals)[:CHARTS] or found[:CHARTS]
    for start in range(0, len(shown), ACROSS):
        columns = st.columns(ACROSS if len(shown) > 1 else 1, gap="large")
        for column, network in zip(columns, shown[start : start + ACROSS], strict=False):
            with column:
                _chart(network, rivals, measure, longest, tr)
    _figures(rivals, found, measure, tr)
    read = read_on([date for rival in rivals for date in rival.dates])
    st.markdown(plain(tr.said(read)))
    way_to(source, strategy, tr)


def _chart(
    network: Network, rivals: Sequence[Rival], measure: Measure, longest: float, tr: Translator
) -> None:
    lines = tuple(
        (
            shorten(_name(rival, tr), NAME_LENGTH),
            value,
            _figure(value, measure, tr) if value is not None else tr(N_("not counted")),
            rival.is_us,
        )
        for rival, value in on_network(rivals, network)
    )
    _draw(tr.label(network), lines, longest, key=f"competitors-chart-{network}")


def _draw(title: str, lines: Lines, longest: float, *, key: str, example: bool = False) -> None:
    theme = st.context.theme.type or "light"
    scale = PROJECTED if session().projecting else 1.0
    spec = _spec(title, lines, longest=longest, look=(theme, scale), example=example)
    st.vega_lite_chart(spec=spec, theme=None, width="stretch", key=key)


@lru_cache(maxsize=256)
def _spec(
    title: str, lines: Lines, *, longest: float, look: tuple[str, float], example: bool
) -> dict[str, Any]:
    """Return a chart as Vega-Lite reads it; the same figures are drawn many times."""
    # Slow to import, and needed on this page only.
    from canvas.charts.competitors import Bar, bars
    from canvas.charts.style import Style

    drawn = [Bar(*line) for line in lines]
    return bars(title, drawn, longest=longest, style=Style(*look), example=example).to_dict()


def _name(rival: Rival, tr: Translator) -> str:
    name = tr.said(rival.name)
    return tr(N_("{name} (us)"), name=name) if rival.is_us else name


def _figure(value: float, measure: Measure, tr: Translator) -> str:
    if measure is Measure.ENGAGEMENT:
        return tr.share(value)
    return tr.number(value, decimals=0 if measure is Measure.FOLLOWERS else 1)


def _figures(
    rivals: Sequence[Rival], found: Sequence[Network], measure: Measure, tr: Translator
) -> None:
    """Draw the same figures as a table, ours first and the best of each column marked."""
    headings = [tr(N_("Who")), *(tr.label(network) for network in found)]
    if measure.adds_up:
        headings.append(tr(N_("All networks")))
    lines = []
    for rival in rivals:
        values = [rival.values.get(network) for network in found]
        best = [_is_best(rival, rivals, network) for network in found]
        if measure.adds_up:
            values.append(rival.total)
            totals = [other.total or 0 for other in rivals]
            best.append(bool(rival.total) and rival.total == max(totals))
        cells = [
            Shown("–" if value is None else _figure(value, measure, tr), tr(N_("best")) * first)
            for value, first in zip(values, best, strict=True)
        ]
        lines.append(Line([_name(rival, tr), *cells], ours=rival.is_us))
    table(
        tr.label(measure),
        headings,
        lines,
        tr,
        key="competitors-table",
        figures=range(1, len(headings)),
    )


def _is_best(rival: Rival, rivals: Sequence[Rival], network: Network) -> bool:
    counted = [other.values[network] for other in rivals if network in other.values]
    return len(counted) > 1 and rival.values.get(network) == max(counted) > 0


def _example(tr: Translator) -> None:
    """Draw in grey what the comparison will look like."""
    names = [tr(N_("Competitor {n}"), n=n) for n in (1, 2, 3)]
    lines = tuple(
        (name, value, "", us)
        for name, value, us in zip(
            [names[0], tr(N_("We")), *names[1:]],
            (100.0, 70.0, 45.0, 20.0),
            (False, True, False, False),
            strict=True,
        )
    )
    title = tr(N_("What the comparison will look like"))
    _draw(title, lines, 100.0, key="competitors-example", example=True)


def best_in_class(strategy: Strategy, tr: Translator) -> None:
    """Draw the matrix: in each discipline who is strongest, why, and our answer."""
    label = {field.name: tr(field.label) for field in BestInClass.fields()}
    grouped(
        BestInClass,
        strategy,
        tr,
        key="canvas-best",
        group_field="category",
        heading=label["category"],
        groups=[
            *(Group(str(d), tr.label(d), tr(d.help)) for d in Discipline),
            Group("", tr(N_("Still to decide"))),
        ],
        columns=[
            Columns(tr(N_("Who")), ("competitor", "somebody_else")),
            *(Columns(label[n], (n,)) for n in ("why", "what_works", "lesson", "response")),
        ],
    )
