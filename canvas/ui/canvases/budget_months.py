"""The budget by line and month, planned and spent, and its instalments (C58, C131, C132)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import streamlit as st

from canvas.domain.messages import N_, Message, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.spend import Amount, Course, Elsewhere, Month, Row, Spend, spend, total
from canvas.steps.frame.settings import money
from canvas.steps.objectives.agreement import BudgetRequest, RequestState
from canvas.steps.objectives.objective import Objective
from canvas.steps.resources.budget import AdLine, BudgetLine
from canvas.steps.wording import name_of, shorten
from canvas.ui.canvases.parts import Part
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.editor import editor
from canvas.ui.components.table import Line, Shown, table
from canvas.ui.markdown import plain
from canvas.ui.state import session

PROJECTED = 1.75
"""How much larger type is in a projection at 1920 pixels."""

NAME_LENGTH = 44

ELSEWHERE = {
    Elsewhere.EARLIER: N_("Before"),
    Elsewhere.LATER: N_("Afterwards"),
    Elsewhere.UNDATED: N_("Without a date"),
}
"""Columns beside the months."""

Figures = tuple[tuple[str, str, float, str], ...]
"""A chart's amounts, as they can be compared: month, name, amount, as it is read."""


def budget_months(strategy: Strategy, tr: Translator) -> None:
    """Draw the sentence, the months, the instalments, and lines by months."""
    found = spend(strategy)
    if not found.rows:
        _example(tr)
        start = tr(N_("Write the first expense: what, how much, and from when."))
        st.markdown(f"**{plain(start)}**")
        editor(BudgetLine, strategy, tr)
        return
    st.markdown(f"**{plain(tr(_sentence(strategy, found, tr)))}**")
    _months(strategy, found, tr)
    if session().projecting:
        return
    _stages(strategy, found, tr)
    _lines(strategy, found, tr)
    _groups(strategy, found, tr)
    with st.container(horizontal=True):
        way_to(BudgetLine, strategy, tr)
        way_to(AdLine, strategy, tr)
        way_to(BudgetRequest, strategy, tr)


def _in_parts(strategy: Strategy, tr: Translator) -> None:
    _lines(strategy, spend(strategy), tr)


def _instalments(strategy: Strategy, tr: Translator) -> None:
    _stages(strategy, spend(strategy), tr)


PARTS = {
    "stages": Part(N_("Instalments"), _instalments),
    "lines": Part(N_("Budget by line and month"), _in_parts),
}
"""What is projected by itself after the whole."""


def _sentence(strategy: Strategy, found: Spend, tr: Translator) -> Message:
    """Return the whole budget, what was spent, and the fullest month."""
    by_month = found.by_month()
    all_ = found.total
    dated = [month for month in found.months if by_month[month].planned]
    if not dated:
        return say(
            N_("A budget of {planned}, of which {spent} is spent."),
            planned=money(strategy, all_.planned),
            spent=money(strategy, all_.spent),
        )
    fullest = max(dated, key=lambda month: by_month[month].planned)
    return say(
        N_(
            "A budget of {planned}, of which {spent} is spent. The dearest month is {month}: "
            "{amount}."
        ),
        planned=money(strategy, all_.planned),
        spent=money(strategy, all_.spent),
        month=tr.month(fullest),
        amount=money(strategy, by_month[fullest].planned),
    )


def _months(strategy: Strategy, found: Spend, tr: Translator) -> None:
    by_month = found.by_month()
    names = tr(N_("Planned")), tr(N_("Spent"))
    figures = tuple(
        (_called(month, tr), name, amount / 100, _money(strategy, amount, tr))
        for month in found.columns
        for name, amount in zip(
            names, (by_month[month].planned, by_month[month].spent), strict=True
        )
    )
    _draw(tr(N_("Planned and spent, month by month")), figures, key="budget-chart")


def _example(tr: Translator) -> None:
    """Draw in grey what the months will look like."""
    months = [dt.date(2027, number, 1) for number in range(1, 7)]
    amounts = (300.0, 120.0, 180.0, 90.0, 240.0, 90.0)
    figures = tuple(
        (_called(month, tr), tr(N_("Planned")), amount, "")
        for month, amount in zip(months, amounts, strict=True)
    )
    _draw(tr(N_("What your months will look like")), figures, key="budget-example", example=True)


def _stages(strategy: Strategy, found: Spend, tr: Translator) -> None:
    """Draw money so far against the instalments, and each of them."""
    if not found.stages:
        return
    course = found.course()
    names = tr(N_("Planned so far")), tr(N_("Granted")), tr(N_("Granted or to be asked"))
    figures = tuple(
        (_called(one.month, tr), name, amount / 100, _money(strategy, amount, tr))
        for one in course
        for name, amount in zip(names, (one.planned, one.granted, one.expected), strict=True)
    )
    _draw(tr(N_("Money so far, against the instalments")), figures, key="stages-chart", steps=True)
    for message in _warnings(strategy, course, tr):
        st.markdown(plain(tr(message)))
    headings = [
        tr(N_("Instalment")),
        tr(N_("Asked for on")),
        tr(N_("Answer")),
        tr(N_("Amount")),
        tr(N_("In all so far")),
        tr(N_("Lines that name it")),
    ]
    lines = [
        Line(
            [
                shorten(stage.request.stage, NAME_LENGTH),
                tr.date(stage.request.date) if stage.request.date else "–",
                tr.label(stage.request.state) or "–",
                _money(strategy, stage.request.amount or 0, tr),
                _money(strategy, stage.available, tr),
                "–" if stage.needed is None else _money(strategy, stage.needed, tr),
            ],
            ours=stage.request.state is RequestState.GRANTED,
        )
        for stage in found.stages
    ]
    table(tr(N_("Instalments")), headings, lines, tr, key="stages-table", figures=(3, 4, 5))


def _warnings(strategy: Strategy, course: Sequence[Course], tr: Translator) -> list[Message]:
    """Return when the instalments are not enough, or not granted yet."""
    short = next((one for one in course if one.uncovered), None)
    if short is not None:
        return [
            say(
                N_(
                    "By the end of {month}, {amount} more is planned than all instalments so "
                    "far come to: ask earlier, or spend later."
                ),
                month=tr.month(short.month),
                amount=money(strategy, short.uncovered),
            )
        ]
    waiting = next((one for one in course if one.planned > one.granted), None)
    if waiting is None:
        return [say(N_("What was granted pays for everything that is planned."))]
    return [
        say(
            N_(
                "What was granted runs out in {month}: the next instalment must be granted by then."
            ),
            month=tr.month(waiting.month),
        )
    ]


def _lines(strategy: Strategy, found: Spend, tr: Translator) -> None:
    """Draw each line by month, with the totals; what comes from the plan stands apart."""
    if not found.rows:
        return
    columns = found.columns
    headings = [tr(N_("Expense")), *(_called(month, tr) for month in columns), tr(N_("In all"))]
    lines = [Line([_title(row, tr), *_cells(strategy, row, columns, tr)]) for row in found.rows]
    by_month = found.by_month()
    lines.append(
        Line(
            [
                tr(N_("In all")),
                *(_amount(strategy, by_month[month], tr) for month in columns),
                _amount(strategy, found.total, tr),
            ],
            ours=True,
        )
    )
    if found.plan:
        by_plan = {
            month: Amount(sum(row.planned.get(month, 0) for row in found.plan)) for month in columns
        }
        lines.append(
            Line(
                [
                    tr(N_("Of it, named in the plan")),
                    *(_amount(strategy, by_plan[month], tr) for month in columns),
                    _amount(strategy, total(found.plan), tr),
                ]
            )
        )
    st.subheader(plain(tr(N_("Budget by line and month"))), anchor=False)
    table(
        tr(N_("Budget by line and month")),
        headings,
        lines,
        tr,
        key="budget-table",
        figures=range(1, len(headings)),
    )
    if found.plan:
        st.caption(
            plain(
                tr(
                    N_(
                        "Posts, actions and training sessions name their costs too. That is the "
                        "same money, so it is not added."
                    )
                )
            )
        )


def _title(row: Row, tr: Translator) -> str:
    return shorten(row.name, NAME_LENGTH) or tr(N_("Without a name"))


def _cells(strategy: Strategy, row: Row, columns: Sequence[Month], tr: Translator) -> list[Shown]:
    # What was spent is told in all and in the totals of months: a line has no days for it.
    amounts = [Amount(row.planned.get(month, 0)) for month in columns]
    return [_amount(strategy, amount, tr) for amount in (*amounts, total([row]))]


def _amount(strategy: Strategy, amount: Amount, tr: Translator) -> Shown:
    if not amount.planned and not amount.spent:
        return Shown("–")
    spent = _money(strategy, amount.spent, tr)
    return Shown(
        _money(strategy, amount.planned, tr),
        tr(N_("{amount} spent"), amount=spent) if amount.spent else "",
    )


def _groups(strategy: Strategy, found: Spend, tr: Translator) -> None:
    """Draw the totals by category and by objective."""
    by_category = sorted(found.by_category().items(), key=lambda one: -one[1].planned)
    by_objective = sorted(found.by_objective().items(), key=lambda one: -one[1].planned)
    names = [tr.label(c) if c else tr(N_("Without a category")) for c, _ in by_category]
    _group(strategy, tr(N_("Category")), names, [a for _, a in by_category], tr)
    names = [
        shorten(name_of(strategy, key), NAME_LENGTH) or tr(N_("Without an objective"))
        for key, _ in by_objective
    ]
    _group(strategy, tr(Objective.one), names, [a for _, a in by_objective], tr)


def _group(
    strategy: Strategy,
    heading: str,
    names: Sequence[str],
    amounts: Sequence[Amount],
    tr: Translator,
) -> None:
    lines = [
        Line(
            [
                name,
                *(_money(strategy, m, tr) for m in (amount.planned, amount.spent, amount.left)),
            ]
        )
        for name, amount in zip(names, amounts, strict=True)
    ]
    headings = [heading, tr(N_("Planned")), tr(N_("Spent")), tr(N_("Left to spend"))]
    table(heading, headings, lines, tr, key=f"budget-{heading}", figures=(1, 2, 3))


def _called(month: Month, tr: Translator) -> str:
    if isinstance(month, Elsewhere):
        return tr(ELSEWHERE[month])
    return f"{tr.short_month(month)}\u00a0{month.year % 100:02d}"


def _money(strategy: Strategy, amount: int, tr: Translator) -> str:
    return tr.money(money(strategy, amount))


def _draw(
    title: str, figures: Figures, *, key: str, steps: bool = False, example: bool = False
) -> None:
    theme = st.context.theme.type or "light"
    look = (theme, PROJECTED if session().projecting else 1.0)
    spec = _spec(title, figures, look=look, steps=steps, example=example)
    st.vega_lite_chart(spec=spec, theme=None, width="stretch", key=key)


@lru_cache(maxsize=64)
def _spec(
    title: str, figures: Figures, *, look: tuple[str, float], steps: bool, example: bool
) -> dict[str, Any]:
    """Return a chart as Vega-Lite reads it; the same figures are drawn many times."""
    # Slow to import, and needed on this page only.
    from canvas.charts.money import Figure, by_month, so_far
    from canvas.charts.style import Style

    amounts = [Figure(*one) for one in figures]
    if steps:
        return so_far(title, amounts, style=Style(*look)).to_dict()
    return by_month(title, amounts, style=Style(*look), example=example).to_dict()
