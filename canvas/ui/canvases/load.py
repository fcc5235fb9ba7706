"""Hours by week against those that there are: where it breaks, why, what mends it (C127–C129)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from canvas.domain.changes import Edit
from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.load import sustainable_weeks
from canvas.rules.mending import mend
from canvas.rules.periods import Period, periods
from canvas.rules.proposals import Proposal, Way
from canvas.services.clock import local_now
from canvas.steps.plan.calendar import Post
from canvas.steps.resources.hands import NOBODY, Hand
from canvas.steps.resources.load import Break, Cell, Load, breaks, first_break, in_hours, load
from canvas.steps.resources.period import period_of, quarters_of
from canvas.steps.resources.team import Absence, TeamMember
from canvas.steps.resources.work import Source
from canvas.steps.resources.workload import weekly_workload
from canvas.steps.wording import name_of, shorten
from canvas.ui import problems
from canvas.ui.canvases import load_words as words
from canvas.ui.canvases.parts import Part
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.editor import editor
from canvas.ui.components.table import Line, Shown, table
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies

PROJECTED = 1.75
"""How much larger type is in a projection at 1920 pixels."""

TEAM = "team"
"""Whose weeks are shown: all together; else a person by their id."""

HEAVIEST = 5
"""Lines of a week that breaks that are named."""

Bars = tuple[tuple[str, tuple[tuple[str, float], ...], float | None, str], ...]
"""A chart's weeks, as they can be compared."""


def hours(strategy: Strategy, tr: Translator) -> None:
    """Draw the weeks as bars, the first that breaks, what mends it, and all figures."""
    if not any(m.hours_week is not None for m in strategy.of(TeamMember)):
        _empty(strategy, tr)
        return
    controls = st.container(horizontal=True, key="load-scope")
    with controls:
        found, since = _found(strategy, tr)
    broken = _verdict(strategy, found, tr)
    with controls:
        hand = _hand(found, broken, tr)
    _chart(found, hand, tr)
    if session().projecting:
        return
    if broken is not None:
        _heaviest(strategy, broken, tr)
        _mending(strategy, found, broken, since, tr)
    _table(found, tr)
    _limits(strategy, found, since, tr)
    with st.container(horizontal=True):
        way_to(Post, strategy, tr)
        way_to(TeamMember, strategy, tr)
        way_to(Absence, strategy, tr)


def _figures(strategy: Strategy, tr: Translator) -> None:
    """Draw the figures by themselves, for a room."""
    if any(m.hours_week is not None for m in strategy.of(TeamMember)):
        found, _ = _found(strategy, tr)
        _table(found, tr)


def _mended(strategy: Strategy, tr: Translator) -> None:
    """Draw the week that breaks and what mends it, for a room."""
    if any(m.hours_week is not None for m in strategy.of(TeamMember)):
        found, since = _found(strategy, tr)
        broken = _verdict(strategy, found, tr)
        if broken is not None:
            _mending(strategy, found, broken, since, tr)


PARTS = {
    "mended": Part(N_("What would mend it"), _mended),
    "figures": Part(N_("Hours by week and person"), _figures),
}
"""What is projected by itself after the chart."""


def _found(strategy: Strategy, tr: Translator) -> tuple[Load, dt.date]:
    """Draw the choice of a quarter; return its load and today."""
    today = local_now(strategy).date()
    known = {period.key: period for period in _quarters(strategy, today)}
    first = _opening(list(known.values()), strategy, today)
    chosen = st.selectbox(
        tr(N_("Quarter shown")),
        list(known),
        index=list(known).index(first.key),
        format_func=lambda key: _called(known[key], tr),
        key="load-period",
        width=360,
    )
    period = known.get(chosen or first.key, first)
    return load(strategy, period.first, period.last), today


def _quarters(strategy: Strategy, today: dt.date) -> list[Period]:
    """Return the quarters of the strategy, and those with lines of the calendar."""
    own = period_of(strategy)
    quarters = {Period(first, last, 3) for first, last in (quarters_of(*own) if own else ())}
    quarters |= {period for period in periods(strategy, today) if period.months > 1}
    found = {period.first: period for period in quarters}
    return [found[day] for day in sorted(found)]


def _opening(found: Sequence[Period], strategy: Strategy, today: dt.date) -> Period:
    """Return the quarter of today, or the strategy's nearest one."""
    own = period_of(strategy)
    day = min(max(today, own[0]), own[1]) if own else today
    return next((period for period in found if period.holds(day)), found[0])


def _called(period: Period, tr: Translator) -> str:
    whole = period.first.day == 1
    ends = (period.first, period.last)
    return " – ".join(tr.month(day) if whole else tr.date(day) for day in ends)


def _verdict(strategy: Strategy, found: Load, tr: Translator) -> Break | None:
    """Say which week breaks first, and why; or that all fit."""
    all_broken = list(breaks(found))
    if not all_broken:
        if found.needed:
            st.success(plain(tr(words.fits(found))), icon=":material/check_circle:")
        else:
            st.info(plain(tr(N_("Nothing is planned in these weeks yet."))))
        later = _later(strategy, found)
        if later is not None:
            st.warning(plain(tr(words.broken(later))), icon=":material/event_upcoming:")
        return None
    broken = all_broken[0]
    st.error(plain(tr(words.broken(broken))), icon=":material/warning:")
    said = [tr(words.why(broken, found))]
    others = all_broken[1:]
    if others:
        weeks = [_week(one.week, tr) for one in others[:HEAVIEST]]
        said.append(
            tr(N_("Weeks that lack hours after it: {weeks}."), weeks=weeks)
            if len(others) <= HEAVIEST
            else tr(N_("{n} weeks after it lack hours as well."), n=len(others))
        )
    st.markdown(plain(" ".join(said)))
    return broken


def _later(strategy: Strategy, found: Load) -> Break | None:
    """Return the first week after those shown that lacks hours."""
    own = period_of(strategy)
    after = found.weeks[-1].toordinal() + 7
    if own is None or after > own[1].toordinal():
        return None
    return first_break(load(strategy, dt.date.fromordinal(after), own[1]))


def _week(week: dt.date, tr: Translator) -> str:
    return f"{week.day}\u00a0{tr.short_month(week)}"


def _hand(found: Load, broken: Break | None, tr: Translator) -> Hand | None:
    """Draw the choice of whose weeks are shown; None is the whole team."""
    hands = {TEAM: None, **{hand.id: hand for hand in found.hands if hand is not NOBODY}}
    first = broken.hand.id if broken and broken.hand.id in hands else TEAM
    if len(hands) <= 2:
        return None
    chosen = st.selectbox(
        tr(N_("Whose weeks")),
        list(hands),
        index=list(hands).index(first),
        format_func=lambda key: _whose(hands[key], tr),
        key="load-hand",
        width=360,
    )
    return hands.get(chosen or first)


def _chart(found: Load, hand: Hand | None, tr: Translator) -> None:
    """Draw somebody's weeks as bars, or everybody's."""
    bars = tuple(_bar(found, hand, week, tr) for week in found.weeks)
    title = tr(N_("Hours a week: {name}"), name=_whose(hand, tr))
    _draw(title, bars, tr(N_("Hours that there are")), key="load-chart")


def _whose(hand: Hand | None, tr: Translator) -> str:
    return hand.name if hand else tr(N_("Whole team"))


def _bar(
    found: Load, hand: Hand | None, week: dt.date, tr: Translator
) -> tuple[str, tuple[tuple[str, float], ...], float | None, str]:
    cell = found.cell(hand.id, week) if hand else found.compared(week)
    parts = tuple((tr.label(s), in_hours(cell.by_source.get(s, 0))) for s in Source)
    return (
        _week(week, tr),
        parts,
        None if cell.capacity is None else in_hours(cell.capacity),
        tr(N_("{n} h short"), n=in_hours(cell.short)) if cell.short else "",
    )


def _draw(title: str, bars: Bars, limit: str, *, key: str, example: bool = False) -> None:
    theme = st.context.theme.type or "light"
    look = (theme, PROJECTED if session().projecting else 1.0)
    spec = _spec(title, bars, limit, look=look, example=example)
    st.vega_lite_chart(spec=spec, theme=None, width="stretch", key=key)


@lru_cache(maxsize=64)
def _spec(
    title: str, bars: Bars, limit: str, *, look: tuple[str, float], example: bool
) -> dict[str, Any]:
    """Return a chart as Vega-Lite reads it; the same figures are drawn many times."""
    # Slow to import, and needed on this page only.
    from canvas.charts.style import Style
    from canvas.charts.weeks import Week, weeks

    shown = [Week(name, dict(parts), capacity, short) for name, parts, capacity, short in bars]
    return weeks(title, shown, limit=limit, style=Style(*look), example=example).to_dict()


def _heaviest(strategy: Strategy, broken: Break, tr: Translator) -> None:
    """Draw what weighs most in the week that breaks."""
    st.subheader(plain(tr(N_("What weighs most that week"))), anchor=False)
    seen: dict[str, int] = {}
    for piece in broken.pieces:
        seen[piece.record] = seen.get(piece.record, 0) + piece.amount
    heaviest = sorted(seen.items(), key=lambda one: -one[1])[:HEAVIEST]
    lines = [plain(_line(strategy, record, amount, tr)) for record, amount in heaviest]
    st.markdown("\n".join(f"- {line}" for line in lines))


def _mending(
    strategy: Strategy, found: Load, broken: Break, since: dt.date, tr: Translator
) -> None:
    """Draw what would mend the week that breaks."""
    proposals = mend(strategy, found, broken, since)
    st.subheader(plain(tr(N_("What would mend it"))), anchor=False)
    if not proposals:
        st.markdown(
            plain(tr(N_("Nothing that can be moved or handed over: find hours, or aim lower.")))
        )
    whole = [p for p in proposals if p.way is Way.TOGETHER or p.follows]
    single = [p for p in proposals if p not in whole]
    for number, proposal in enumerate(whole):
        _propose(strategy, proposal, number, broken, tr)
    if not whole or session().projecting:
        rest = st.container()
    else:
        rest = st.expander(tr(N_("One by one")), icon=":material/rule:", key="mend-single")
    with rest:
        for number, proposal in enumerate(single, start=len(whole)):
            _propose(strategy, proposal, number, broken, tr)


def _line(strategy: Strategy, record: str, amount: int, tr: Translator) -> str:
    title = shorten(name_of(strategy, record))
    return tr(N_("{line}: {hours} h"), line=title, hours=in_hours(amount))


def _propose(
    strategy: Strategy, proposal: Proposal, number: int, broken: Break, tr: Translator
) -> None:
    """Draw one proposal, with its button where one click can do it."""
    name = broken.hand.name or tr(N_("Work of nobody"))
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", key=f"mend-{number}"
    ):
        text = f"**{plain(tr(words.proposal(strategy, proposal)))}**"
        steps = [f"- {plain(tr(words.proposal(strategy, step)))}" for step in proposal.steps]
        said = [text, *(["\n".join(steps)] if steps else [])]
        said.append(plain(tr(words.effect(proposal, name))))
        st.markdown("\n\n".join(said), width="stretch")
        if proposal.edits and not session().projecting:
            st.button(
                tr(N_("Do it")) if proposal.way is not Way.TOGETHER else tr(N_("Do them all")),
                key=f"mend-do-{number}",
                icon=":material/done_all:" if proposal.steps else ":material/done:",
                type="primary" if number == 0 else "secondary",
                on_click=partial(_apply, proposal.edits),
            )


APPLIED = N_("A week brought down to its hours")


@problems.told
def _apply(edits: Sequence[Edit]) -> None:
    """Write a proposal down, as one step to undo."""
    tab = session()
    done = strategies().edit(tab.strategy, person(), edits, label=APPLIED)
    if done.problems or (done.outcome and done.outcome.conflicts):
        said = tab.tr(N_("Somebody changed these lines meanwhile: look at the new proposals."))
        problems.notice(said, icon=":material/sync_problem:", long=True)
    else:
        said = tab.tr(N_("Done. One undo takes it back."))
        problems.notice(said, icon=":material/done:")


def _table(found: Load, tr: Translator) -> None:
    """Draw all figures: a row a week, a column a person, deeper where it is fuller."""
    st.subheader(plain(tr(N_("Hours by week and person"))), anchor=False)
    hands = [hand for hand in found.hands if hand is not NOBODY]
    alone = any(piece.hand == NOBODY.id for piece in found.pieces)
    headings = [tr(N_("Week of")), *(hand.name for hand in hands)]
    headings += [tr(N_("Nobody"))] * alone
    together = alone or len({hand for hand, _ in found.capacities}) > 1
    headings += [tr(N_("Whole team"))] * together
    lines = []
    for week in found.weeks:
        cells = [found.cell(hand.id, week) for hand in hands]
        cells += [found.cell(NOBODY.id, week)] * alone
        cells += [found.compared(week)] * together
        lines.append(Line([_week(week, tr), *(_shown(cell, tr) for cell in cells)]))
    table(
        tr(N_("Hours needed and hours that there are, by week and person")),
        headings,
        lines,
        tr,
        key="load-table",
        figures=range(1, len(headings)),
    )


def _shown(cell: Cell, tr: Translator) -> Shown:
    needed = tr.number(in_hours(cell.needed), decimals=1)
    if cell.capacity is None:
        return Shown(f"{needed}\u00a0h" if cell.needed else "–")
    there = tr.number(in_hours(cell.capacity), decimals=1)
    short = tr(N_("{n} h short"), n=round(in_hours(cell.short), 1)) if cell.short else ""
    heat = min(1.0, cell.needed / cell.capacity) if cell.capacity else float(cell.needed > 0)
    return Shown(f"{needed}\u00a0/\u00a0{there}", short, round(heat, 2))


def _limits(strategy: Strategy, found: Load, since: dt.date, tr: Translator) -> None:
    """Say how long the rhythm lasts, what is not counted, and how it is counted."""
    own = period_of(strategy)
    start = max(since, own[0]) if own else since
    lasting = sustainable_weeks(strategy, start)
    if lasting is not None:
        said = tr(words.lasting(strategy, lasting))
        mended = words.lasting_mend(strategy, lasting)
        more = f" {tr(mended)}" if mended else ""
        st.info(plain(said + more), icon=":material/hourglass_top:")
    publishing = weekly_workload(strategy).publishing
    for limit in words.limits(strategy, found, publishing):
        st.markdown(plain(tr(limit)))
    with st.expander(tr(N_("How hours are counted")), icon=":material/calculate:", key="load-how"):
        st.markdown("\n".join(f"- {plain(tr(rule))}" for rule in RULES))


RULES = (
    N_(
        "A post takes its own effort, else that of its content type, else that of its rhythm; "
        "it is spread over the working days of its lead time, or falls in its week."
    ),
    N_("Each step of the promotion routine takes its own time, after its delay."),
    N_("An action is spread from its start to its due date."),
    N_("A weekly task takes its hours each week of the strategy."),
    N_("A line is its author’s, else who publishes it, else the owner of its rhythm."),
    N_("Whoever replaces somebody who is away takes over what they have no hours for."),
)


def _empty(strategy: Strategy, tr: Translator) -> None:
    """Draw in grey what it will look like, and the place to start."""
    monday = dt.date(2027, 1, 4)
    bars = tuple(
        (_week(monday + dt.timedelta(7 * n), tr), ((tr.label(Source.POSTS), needed),), 6.0, "")
        for n, needed in enumerate((4.0, 5.0, 4.5, 7.5, 5.0, 4.0))
    )
    title = tr(N_("What your weeks will look like"))
    _draw(title, bars, tr(N_("Hours that there are")), key="load-example", example=True)
    start = tr(N_("Say how many hours a week each person really has."))
    st.markdown(f"**{plain(start)}**")
    editor(TeamMember, strategy, tr)
