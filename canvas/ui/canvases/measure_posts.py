"""The dashboard’s posts and hashtags (C51–C53)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from canvas.domain.messages import N_, Message, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.dashboard import Dashboard
from canvas.rules.dashboard_posts import PostFigures, Scored
from canvas.steps.audit.accounts import Account
from canvas.steps.measure.choices import Metric
from canvas.steps.wording import shorten
from canvas.ui.canvases import measure_charts as charts
from canvas.ui.canvases.measure_tables import (
    NAME_LENGTH,
    ROWS,
    Cell,
    called,
    heading,
    lines,
    number,
    ratio,
    shown_table,
    text,
)
from canvas.ui.components.table import Shown
from canvas.ui.markdown import plain
from canvas.ui.state import session

POSTS = N_("Posts of the period")
HASHTAGS = N_("Hashtags")


def posts(strategy: Strategy, found: Dashboard, tr: Translator) -> None:
    """Draw the posts that worked, those that did not, and what all brought."""
    heading(POSTS, tr)
    all_ = found.posts
    lines(_posts_said(all_), tr)
    for name, title, chosen in (
        ("best", N_("Best posts"), all_.best()),
        ("worst", N_("Weakest posts"), all_.worst()),
    ):
        if chosen:
            st.markdown(f"**{plain(tr(title))}**")
            _post_table(strategy, tr(title), chosen, tr, key=f"dashboard-{name}")
    if all_.scored and not session().projecting:
        _every_post(strategy, all_, tr)
        lines(all_.missing, tr)


def _posts_said(all_: PostFigures) -> Iterable[Message]:
    if not all_.scored:
        yield from all_.missing[:1]
        return
    if all_.interactions is not None and all_.score is not None:
        yield say(
            N_(
                "{n} posts ({before} in the period before), {interactions} interactions, "
                "{score} once each is weighted."
            ),
            n=len(all_.scored),
            before=all_.before,
            interactions=all_.interactions,
            score=all_.score,
        )
    outliers = all_.outliers
    if outliers:
        yield say(
            N_("Beyond three times the usual: {names}. Look at why."),
            names=[say(N_("“{text}”"), text=_title(one)) for one in outliers[:3]],
        )


def _title(one: Scored) -> str:
    return shorten(one.post.text or one.post.url or one.post.key, NAME_LENGTH)


def _post_rows(strategy: Strategy, chosen: Iterable[Scored], tr: Translator) -> list[list[Cell]]:
    rows = []
    for one in chosen:
        account = strategy.linked(Account, one.post.account)
        where = called(account, tr) if account else tr.label(one.post.network)
        day = one.post.published
        times = Cell("–", None)
        if one.times is not None:
            mark = tr(N_("stands out")) if one.stands_out else ""
            times = Cell(Shown(f"× {tr.number(one.times, decimals=1)}", mark), round(one.times, 4))
        rows.append(
            [
                text(_title(one)),
                text(where),
                Cell(tr.date(day.date(), "medium"), day.date().isoformat()) if day else text("–"),
                number(one.interactions, tr),
                number(one.score, tr),
                times,
                ratio(one.rate, tr),
            ]
        )
    return rows


_DETAILS = (1, 2)
"""Columns that a projection leaves out: the account and the date."""


def _post_table(
    strategy: Strategy, title: str, chosen: Sequence[Scored], tr: Translator, *, key: str
) -> None:
    left_out = _DETAILS if session().projecting else ()
    headings = [name for n, name in enumerate(_post_headings(tr)) if n not in left_out]
    rows = [
        [cell for n, cell in enumerate(row) if n not in left_out]
        for row in _post_rows(strategy, chosen, tr)
    ]
    figures = range(len(headings) - 4, len(headings))
    shown_table(title, headings, rows, tr, key=key, figures=figures)


def _post_headings(tr: Translator) -> list[str]:
    return [
        tr(N_("Publication")),
        tr(Account.one),
        tr(N_("Date")),
        tr(Metric.ENGAGEMENTS.label),
        tr(N_("Weighted")),
        tr(N_("Against the usual")),
        tr(N_("Engagement rate")),
    ]


def _every_post(strategy: Strategy, all_: PostFigures, tr: Translator) -> None:
    """Draw the button that gives all posts of the period."""
    title = tr(N_("All posts of the period"))
    # Built at the click: a year may have thousands.
    charts.take_away_later(
        title,
        _post_headings(tr),
        partial(_all_rows, strategy, all_, tr),
        tr,
        key="dashboard-all-posts",
        label=N_("All posts of the period (CSV)"),
    )


def _all_rows(strategy: Strategy, all_: PostFigures, tr: Translator) -> charts.Cells:
    return tuple(tuple(cell.value for cell in row) for row in _post_rows(strategy, all_.scored, tr))


def hashtags(strategy: Strategy, found: Dashboard, tr: Translator) -> None:
    """Draw the hashtags: the most used, the most engaging, those tied to the brand (C53)."""
    heading(HASHTAGS, tr)
    tags = found.posts.tags
    if not tags:
        st.markdown(plain(tr(N_("No hashtag in the posts of this period, and none is followed."))))
        return
    headings = [
        tr(N_("Hashtag")), tr(N_("Our posts")), tr(N_("Interactions a post")),
        tr(N_("Tied to the brand")), tr(N_("Times used by all")),
    ]  # fmt: skip
    best = max((t.mean for t in tags if t.mean is not None), default=None)
    rows = [
        [
            text(f"#{tag.tag}"),
            number(tag.posts, tr),
            number(tag.mean, tr, tr(N_("best")) if tag.mean == best else ""),
            number(tag.record.brand_association if tag.record else None, tr),
            number(tag.record.uses if tag.record else None, tr),
        ]
        for tag in tags
    ]
    shown_table(
        tr(N_("Hashtags")), headings, rows, tr, key="dashboard-tags", figures=(1, 2, 3, 4),
        most=ROWS,
    )  # fmt: skip
    few = N_("Interactions are compared from three posts on; a dash says that there are fewer.")
    st.caption(plain(tr(few)))
