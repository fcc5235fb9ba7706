"""The balance of the plan: what it is made of, where time goes, what to check (C107–C112)."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from canvas.domain.messages import N_, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.i18n.holidays import public_holidays
from canvas.rules.gauge import Scope, network_of
from canvas.rules.mix import gauges as gauges_of
from canvas.rules.periods import Period, opening, periods
from canvas.steps.common import Network
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.rhythm import Rhythm
from canvas.ui.canvases.parts import Part
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.gauges import Group, gauges
from canvas.ui.markdown import plain

GROUPS = {
    "content": (N_("What we publish"), ("promotion", "types", "pillars", "origins")),
    "time": (N_("Where our time goes"), ("thirds", "silences", "buffer", "free")),
    "checks": (N_("Line by line"), ("purpose", "practices", "lives", "holidays")),
}
"""The gauges that are read together, by the key of their part."""

MENDS = {
    "promotion": ("intent",),
    "types": ("content_type",),
    "pillars": ("pillar",),
    "origins": ("origin",),
    "thirds": ("effort_hours", "hours_week", "family"),
    "silences": (),
    "buffer": ("status",),
    "purpose": ("persona", "cta", "reason"),
    "practices": ("practices",),
    "lives": ("time",),
    "holidays": ("date",),
}
"""Fields that mend a line concerned on the spot, by gauge."""

OTHER_DAYS = "days"


def mix(strategy: Strategy, tr: Translator) -> None:
    """Draw all gauges, with the period and the network that they are about."""
    _draw(strategy, tr, tuple(GROUPS))
    with st.container(horizontal=True):
        way_to(Post, strategy, tr)
        way_to(Rhythm, strategy, tr)


def _draw(strategy: Strategy, tr: Translator, shown: tuple[str, ...]) -> None:
    today = dt.date.today()  # noqa: DTZ011 - the day on the wall
    left, right, _ = st.columns((3, 2, 2), vertical_alignment="top")
    with left:
        period = _period(strategy, tr, today)
    with right:
        network = _network(strategy, tr)
    scope = Scope(
        strategy,
        period.first,
        period.last,
        network,
        period.nearest(today),
        _holidays(strategy, period, tr),
    )
    found = {gauge.key: gauge for gauge in gauges_of(scope)}
    if scope.posts:
        _caption(strategy, scope, tr)
    elif strategy.of(Post):
        st.info(tr(N_("No line of the calendar falls in this period on this network.")))
    gauges(
        strategy,
        tr,
        key=f"canvas-mix-{'-'.join(shown)}",
        theme=st.context.theme.type or "light",
        groups=[
            Group(tr(title), [found[key] for key in keys if key in found])
            for title, keys in (GROUPS[name] for name in shown)
            if any(key in found for key in keys)
        ],
        fields=MENDS,
        fixed={"date": period.nearest(today).isoformat()},
    )


def _period(strategy: Strategy, tr: Translator, today: dt.date) -> Period:
    """Draw the choice of a period and return it."""
    known = {period.key: period for period in periods(strategy, today)}
    first = opening(list(known.values()), strategy, today)
    keys = [*known, OTHER_DAYS]
    chosen = st.selectbox(
        tr(N_("Period")),
        keys,
        index=keys.index(first.key),
        format_func=lambda key: _called(known[key], tr) if key in known else tr(N_("Other days…")),
        key="mix-period",
    )
    if chosen in known:
        return known[chosen]
    days = st.date_input(
        tr(N_("From the first to the last day")),
        (first.first, first.last),
        key="mix-days",
        format="DD/MM/YYYY",
    )
    # While the person picks them there is only the first.
    picked = days if isinstance(days, tuple) else (days,)
    return Period(picked[0], picked[-1]) if picked else first


def _called(period: Period, tr: Translator) -> str:
    """Return a period in words: a month, or the months of a quarter."""
    if period.months == 1:
        return tr.month(period.first)
    whole = period.first.day == 1
    ends = (period.first, period.last)
    return " – ".join(tr.month(day) if whole else tr.date(day) for day in ends)


def _network(strategy: Strategy, tr: Translator) -> Network | None:
    """Draw the choice of a network and return it, None for all."""
    used = {network_of(strategy, post) for post in strategy.of(Post) if post.date}
    codes = ["", *(str(network) for network in Network if network in used)]
    chosen = st.selectbox(
        tr(N_("Network")),
        codes,
        format_func=lambda code: tr.label(Network.read(code)) or tr(N_("All networks")),
        key="mix-network",
    )
    return Network.read(chosen)


def _holidays(strategy: Strategy, period: Period, tr: Translator) -> dict[dt.date, str] | None:
    """Return the public holidays of the years of a period, None where the country is not known."""
    settings = strategy.one(Settings)
    first, last = dt.date(period.first.year, 1, 1), dt.date(period.last.year, 12, 31)
    return public_holidays(settings.country, settings.region, first, last, tr.language) or None


def _caption(strategy: Strategy, scope: Scope, tr: Translator) -> None:
    """Say how many lines are weighed, and how many have no date yet."""
    lines = [tr(say_count("{n} line weighed.", "{n} lines weighed.", len(scope.posts)))]
    ideas = sum(post.date is None for post in strategy.of(Post))
    if ideas:
        said = say_count(
            "{n} idea without a date is left out.",
            "{n} ideas without a date are left out.",
            ideas,
        )
        lines.append(tr(said))
    st.caption(plain(" ".join(lines)))


def _content(strategy: Strategy, tr: Translator) -> None:
    _draw(strategy, tr, ("content",))


def _time(strategy: Strategy, tr: Translator) -> None:
    _draw(strategy, tr, ("time",))


def _checks(strategy: Strategy, tr: Translator) -> None:
    _draw(strategy, tr, ("checks",))


PARTS = {
    "content": Part(GROUPS["content"][0], _content),
    "time": Part(GROUPS["time"][0], _time),
    "checks": Part(GROUPS["checks"][0], _checks),
}
"""What is projected by itself: a group of gauges at a time."""
