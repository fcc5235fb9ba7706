"""One sheet a competitor: all that was seen of it, with ways to the lists (C24–C28, C95)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from canvas.domain.messages import N_, Share
from canvas.domain.records import Record
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps.audit.figures import metrics
from canvas.steps.audit.market import (
    Competitor,
    CompetitorArticle,
    CompetitorKeyword,
    CompetitorMetric,
    CompetitorWeb,
    GoodPractice,
)
from canvas.steps.competitors.best import BestInClass, CompetitorPresence, CounterOpportunity
from canvas.steps.competitors.comparison import presences
from canvas.steps.wording import listed, shown
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.editor import editor
from canvas.ui.components.table import Line, table
from canvas.ui.markdown import option, plain
from canvas.ui.state import unless_chosen

Row = Sequence[Said]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the sheet.

    Attributes:
        of: The type of its records; its list is one click away.
        columns: The fields that stand in its table.
        rows: What the table says of one competitor.
        figures: The columns that hold numbers, from 0.
    """

    of: type[Record]
    columns: Sequence[str]
    rows: Callable[[Strategy, str], list[Row]]
    figures: Sequence[int] = ()


def sheets(strategy: Strategy, tr: Translator) -> None:
    """Draw the sheet of the competitor that is chosen."""
    known = {c.id: c for c in strategy.of(Competitor) if c.name}
    if not known:
        st.markdown(
            plain(tr(N_("Each competitor that you name here gets a sheet with all you saw of it.")))
        )
        editor(Competitor, strategy, tr)
        return
    chosen = st.pills(
        tr(Competitor.one),
        list(known),
        format_func=lambda record_id: option(known[record_id].name),
        default=unless_chosen(f"sheet-{strategy.id}", next(iter(known))),
        key=f"sheet-{strategy.id}",
        label_visibility="collapsed",
        required=True,
    )
    competitor = known.get(chosen or "") or next(iter(known.values()))
    _head(competitor, strategy, tr)
    empty = []
    for section in SECTIONS:
        rows = section.rows(strategy, competitor.id)
        if rows:
            _section(section, rows, strategy, tr)
        else:
            empty.append(section)
    if empty:
        nothing = tr(N_("Nothing noted yet of this competitor"))
        st.markdown(f"**{plain(nothing)}**")
        with st.container(horizontal=True, key="sheet-empty"):
            for section in empty:
                way_to(section.of, strategy, tr)


def _head(competitor: Competitor, strategy: Strategy, tr: Translator) -> None:
    with st.container(border=True, key="sheet-head"):
        st.header(plain(competitor.name), anchor=False)
        if competitor.why_chosen:
            st.markdown(plain(competitor.why_chosen))
        blog = tr(N_("Blog: {rhythm}"), rhythm=competitor.blog) if competitor.blog else ""
        kind = competitor.kind and tr(N_("{kind} competitor"), kind=competitor.kind)
        newcomer = tr(Competitor.field("is_startup").label) if competitor.is_startup else ""
        facts = [fact for fact in (kind, newcomer, blog, competitor.url) if fact]
        if facts:
            st.markdown(plain(" · ".join(facts)))
        way_to(Competitor, strategy, tr)


def _section(section: Section, rows: list[Row], strategy: Strategy, tr: Translator) -> None:
    heading, link = st.columns([3, 2], vertical_alignment="bottom")
    heading.subheader(plain(tr(section.of.many)), anchor=False)
    with link:
        way_to(section.of, strategy, tr)
    table(
        tr(section.of.many),
        [tr(section.of.field(name).label) for name in section.columns],
        [Line([tr.said(cell) for cell in row]) for row in rows],
        tr,
        key=f"sheet-{section.of.key}",
        figures=section.figures,
    )


def _figures(strategy: Strategy, competitor: str) -> list[Row]:
    read = metrics(strategy, competitor)
    return [
        (shown(n), *(shown(v) for v in (m.followers, m.avg_shares, m.posts_week, m.date)))
        for n, m in sorted(read.items(), key=lambda item: -(item[1].followers or 0))
    ]


def _presences(strategy: Strategy, competitor: str) -> list[Row]:
    return [
        (
            shown(p.network),
            "" if p.engagement_rate is None else shown(Share(p.engagement_rate)),
            shown(p.post_types),
            listed(p.strengths),
            listed(p.gaps),
            p.idea_for_us,
        )
        for p in presences(strategy, competitor)
    ]


def _practices(strategy: Strategy, competitor: str) -> list[Row]:
    return [
        (p.description, shown(p.network), shown(p.adopt), p.how_ours_differs)
        for p in strategy.of(GoodPractice)
        if p.competitor == competitor
    ]


def _best(strategy: Strategy, competitor: str) -> list[Row]:
    return [
        (shown(b.category), b.why, b.what_works, b.lesson, shown(b.response))
        for b in strategy.of(BestInClass)
        if b.competitor == competitor
    ]


def _openings(strategy: Strategy, competitor: str) -> list[Row]:
    return [
        (o.description, shown(o.kind), o.our_move, shown(o.priority))
        for o in strategy.of(CounterOpportunity)
        if competitor in o.competitors
    ]


def _keywords(strategy: Strategy, competitor: str) -> list[Row]:
    return [
        (k.keyword, shown(k.volume), shown(k.rank))
        for k in strategy.of(CompetitorKeyword)
        if k.competitor == competitor
    ]


def _articles(strategy: Strategy, competitor: str) -> list[Row]:
    return [
        (a.title, shown(a.views), a.why_it_works)
        for a in strategy.of(CompetitorArticle)
        if a.competitor == competitor
    ]


def _webs(strategy: Strategy, competitor: str) -> list[Row]:
    return [
        (shown(w.visits), shown(w.backlinks), listed(w.top_referrers), listed(w.press_mentions))
        for w in strategy.of(CompetitorWeb)
        if w.competitor == competitor
    ]


SECTIONS = (
    Section(
        CompetitorMetric,
        ("network", "followers", "avg_shares", "posts_week", "date"),
        _figures,
        figures=(1, 2, 3),
    ),
    Section(
        CompetitorPresence,
        ("network", "engagement_rate", "post_types", "strengths", "gaps", "idea_for_us"),
        _presences,
        figures=(1,),
    ),
    Section(BestInClass, ("category", "why", "what_works", "lesson", "response"), _best),
    Section(GoodPractice, ("description", "network", "adopt", "how_ours_differs"), _practices),
    Section(CounterOpportunity, ("description", "kind", "our_move", "priority"), _openings),
    Section(CompetitorArticle, ("title", "views", "why_it_works"), _articles, figures=(1,)),
    Section(CompetitorKeyword, ("keyword", "volume", "rank"), _keywords, figures=(1, 2)),
    Section(CompetitorWeb, ("visits", "backlinks", "top_referrers", "press_mentions"), _webs),
)
