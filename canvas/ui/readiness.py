"""How far a strategy is, step by step: a chart and the way into each step."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

import streamlit as st

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.coherence import Severity
from canvas.rules.readiness import Readiness, readiness
from canvas.steps import STEPS
from canvas.ui import problems
from canvas.ui.canvases.measure_charts import Look
from canvas.ui.canvases.measure_charts import draw as draw_chart
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies

TITLE = N_("How far each step is")

Bars = tuple[tuple[str, float, str, int, int, str], ...]


@problems.fragment
def fold(strategy_id: str) -> None:
    """Draw how far the steps are, once somebody asks for it."""
    tr = session().tr
    box = st.expander(
        tr(TITLE),
        icon=":material/bar_chart:",
        key=f"readiness-box-{strategy_id}",
        on_change="rerun",
    )
    if box.open:
        with box:
            draw(strategies().open(strategy_id, person()), tr)


def draw(strategy: Strategy, tr: Translator) -> None:
    """Draw decisions made by step, and what contradicts or is to be looked at in each."""
    bars: Bars = tuple(_bar(one, tr) for one in readiness(strategy))
    draw_chart(partial(_spec, tr(TITLE), bars), key=f"readiness-{strategy.id}")
    if any(errors or warnings for *_, errors, warnings, _ in bars):
        names = {
            "errors": tr(Severity.ERROR.label),
            "warnings": tr(Severity.WARNING.label),
        }
        st.caption(plain(tr(N_("◆ {errors} · ▲ {warnings}"), **names)))


def whole(strategy: Strategy) -> Message:
    """Return how far the strategy is as a whole."""
    counts = [step.progress(strategy) for step in STEPS]
    made, total = (sum(count) for count in zip(*counts, strict=True))
    return say(N_("Decisions made: {made} of {total}"), made=made, total=total)


def _bar(one: Readiness, tr: Translator) -> tuple[str, float, str, int, int, str]:
    number = f"{one.step.number} · " if one.step.number else ""
    name = number + tr(one.step.menu)
    errors, warnings = one.open[Severity.ERROR], one.open[Severity.WARNING]
    share = one.made / one.total if one.total else 0.0
    figure = f"{one.made}/{one.total}" + (" ✓" if share == 1.0 else "")
    said = tr(N_("{step}: {facts}."), step=name, facts=tr.value(_facts(one, errors, warnings)))
    return name, share, figure, errors, warnings, said


def _facts(one: Readiness, errors: int, warnings: int) -> list[Message]:
    facts = [say(N_("{made} of {total} decisions made"), made=one.made, total=one.total)]
    if not one.begun:
        facts.append(say(N_("not begun")))
    if errors:
        facts.append(say_count("{n} contradiction", "{n} contradictions", errors))
    if warnings:
        facts.append(say_count("{n} point to be looked at", "{n} points to be looked at", warnings))
    return facts


@lru_cache(maxsize=32)
def _spec(title: str, bars: Bars, look: Look) -> dict[str, Any]:
    """Return the chart as Vega-Lite reads it."""
    # Slow to import, and needed where it is drawn only.
    from canvas.charts.readiness import Bar
    from canvas.charts.readiness import readiness as chart
    from canvas.charts.style import Style

    spec: dict[str, Any] = chart(title, [Bar(*bar) for bar in bars], style=Style(*look)).to_dict()
    return spec
