"""Charts of the dashboard, each with its picture and its table to take away.

The picture is the chart's own: the button over it makes a PNG in the browser.  The table
is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.slugs import slug
from canvas.exports.tables import csv_table
from canvas.i18n import Translator
from canvas.palette import GROUND
from canvas.ui.markdown import plain
from canvas.ui.state import session

PROJECTED = 1.75
"""How much larger type is in a projection at 1920 pixels."""

Look = tuple[str, float]
Cells = tuple[tuple[str | float | None, ...], ...]

Points = tuple[tuple[str, float | None, str], ...]
"""Months: their names, their values, and these as they are read."""

Level = tuple[str, float]
"""What a level is called, and where it is."""

Spec = Callable[[Look], dict[str, Any]]


def draw(spec: Spec, *, key: str) -> None:
    """Draw a chart on the page's own ground, so that its picture can be read anywhere."""
    theme = st.context.theme.type or "light"
    look = (theme, PROJECTED if session().projecting else 1.0)
    st.vega_lite_chart(
        spec={**spec(look), "background": GROUND.on(theme)}, theme=None, width="stretch", key=key
    )


def take_away(
    title: str, headings: Sequence[str], rows: Cells, tr: Translator, *, key: str
) -> None:
    """Draw the button that gives a table; none in a projection."""
    if rows:
        take_away_later(title, headings, lambda: rows, tr, key=key)


def take_away_later(
    title: str,
    headings: Sequence[str],
    rows: Callable[[], Cells],
    tr: Translator,
    *,
    key: str,
    label: str = N_("Table (CSV)"),
) -> None:
    """Draw the button that gives a table which is made when it is asked for."""
    if session().projecting:
        return
    st.download_button(
        plain(tr(label)),
        data=partial(_csv, tuple(headings), rows, tr.language),
        file_name=f"{slug(title, 60, empty='table')}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/table:",
        type="tertiary",
        key=f"{key}-csv",
        help=plain(tr(N_("The figures of “{title}”, for a spreadsheet."), title=title)),
    )


def _csv(headings: Sequence[str], rows: Callable[[], Cells], language: str) -> bytes:
    return csv_table(headings, rows(), language)


def whole(chart: Any) -> dict[str, Any]:
    """Return a chart with its figures in its layers.

    Streamlit makes a table of those that stand above them, each time it draws.
    """
    spec: dict[str, Any] = chart.to_dict()
    shared, named = spec.pop("data", None), spec.pop("datasets", {})
    for layer in spec["layer"]:
        data = layer.get("data", shared)
        layer["data"] = {"values": named[data["name"]]} if "name" in data else data
    return spec


@lru_cache(maxsize=128)
def trend(
    title: str, points: Points, levels: tuple[Level | None, Level | None], look: Look
) -> dict[str, Any]:
    """Return an indicator's months, its target and its start as Vega-Lite reads them."""
    # Slow to import, and needed on this page only.
    from canvas.charts import measure
    from canvas.charts.style import Style

    target, start = (level and measure.Mark(*level) for level in levels)
    found = [measure.Point(*point) for point in points]
    return whole(measure.trend(title, found, target=target, start=start, style=Style(*look)))


@lru_cache(maxsize=8)
def example(title: str, points: Points, target: Level, look: Look) -> dict[str, Any]:
    """Return what the months of an indicator will look like."""
    from canvas.charts import measure
    from canvas.charts.style import Style

    found, style = [measure.Point(*point) for point in points], Style(*look)
    mark = measure.Mark(*target)
    return whole(measure.trend(title, found, target=mark, start=None, style=style, example=True))


@lru_cache(maxsize=64)
def by_account(
    title: str, lines: tuple[tuple[str, float | None, str], ...], look: Look
) -> dict[str, Any]:
    """Return bars by account as Vega-Lite reads them."""
    from canvas.charts.competitors import Bar, bars
    from canvas.charts.style import Style

    shown = [Bar(*line, is_us=True) for line in lines]
    longest = max((bar.value or 0 for bar in shown), default=0)
    return whole(bars(title, shown, longest=longest, style=Style(*look)))


@lru_cache(maxsize=64)
def organic_paid(
    title: str, rows: tuple[tuple[str, float, str], ...], names: tuple[str, str], look: Look
) -> dict[str, Any]:
    """Return organic and paid parts as Vega-Lite reads them."""
    from canvas.charts import measure
    from canvas.charts.style import Style

    parts = [measure.Parts(*row) for row in rows]
    return whole(measure.organic_paid(title, parts, names, style=Style(*look)))


@lru_cache(maxsize=64)
def week(
    title: str,
    blocks: tuple[tuple[str, str, float | None, int, str], ...],
    days: tuple[str, ...],
    hours: tuple[str, ...],
    look: Look,
) -> dict[str, Any]:
    """Return the times of the week as Vega-Lite reads them."""
    from canvas.charts import measure
    from canvas.charts.style import Style

    found = [measure.Block(*block) for block in blocks]
    return whole(measure.week(title, found, days, hours, style=Style(*look)))
