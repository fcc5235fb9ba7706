"""Fill the calendar: from rhythms to lines, from one line to its chain, and who tells of it.

Nothing is written before it is shown: the page says what filling a quarter would do,
rhythm by rhythm, and one button does it.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import TypeVar

import streamlit as st

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.chains import waiting
from canvas.rules.recurrence import Created, Generation, Raw, Rewritten, quarters_left, raw_of
from canvas.services import planning
from canvas.services.clock import local_now
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.wording import listed, name_of, shorten
from canvas.ui import problems
from canvas.ui.canvases.parts import Part
from canvas.ui.canvases.routines import ROUTINES, routines
from canvas.ui.components.table import Line, table
from canvas.ui.markdown import option, plain
from canvas.ui.state import person, session, strategies

SHOWN = 60
"""Lines of each kind that are named one by one."""

OTHER = "other"

FILLED = N_("What filling does, rhythm by rhythm")

Period = tuple[dt.date, dt.date]

T = TypeVar("T")


def fill(strategy: Strategy, tr: Translator) -> None:
    """Draw the choice of a period and rhythms, what filling would do, and what goes with it."""
    _fill(strategy, tr)
    routines(strategy, tr)


def _fill(strategy: Strategy, tr: Translator) -> None:
    rhythms = [cadence for cadence in strategy.of(Cadence) if cadence.posts_per_week]
    if not rhythms:
        st.info(plain(tr(N_("No rhythm yet. Say first how often each account publishes."))))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        period = _period(strategy, tr, local_now(strategy).date())
    chosen = _chosen(strategy, tr, rhythms)
    if period is None:
        return
    first, last = period
    planned = planning.fill(
        strategies(), person(), strategy.id, first, last, dry_run=True, cadences=chosen
    )
    _verdict(strategy, planned, tr)
    st.button(
        tr(N_("Fill the calendar")),
        key="fill-calendar",
        type="primary",
        icon=":material/event_repeat:",
        disabled=planned.is_empty,
        on_click=partial(_write, first, last, chosen),
    )
    _by_rhythm(strategy, planned, tr)
    _line_by_line(planned, tr)
    _chains(strategy, tr, first, last)


def _period(strategy: Strategy, tr: Translator, today: dt.date) -> Period | None:
    """Draw the choice of a quarter, or of two days; None while only one is chosen."""
    offered = {first.isoformat(): (first, last) for first, last in quarters_left(strategy, today)}
    asked_for = st.selectbox(
        tr(N_("Period to fill")),
        [*offered, OTHER],
        format_func=lambda key: (
            tr(_days(offered[key])) if key in offered else tr(N_("Other dates"))
        ),
        key=f"fill-period-{_stamp(strategy, offered)}",
        width=420,
    )
    if asked_for in offered:
        return offered[asked_for]
    days = st.date_input(
        tr(N_("From day … to day …")),
        value=(today, today + dt.timedelta(days=27)),
        format="DD/MM/YYYY",
        key="fill-days",
        width=320,
    )
    return days if isinstance(days, tuple) and len(days) == 2 else None


def _days(period: Period) -> Message:
    return say(N_("{first} to {last}"), first=period[0], last=period[1])


def _stamp(strategy: Strategy, options: Iterable[str]) -> str:
    """Return a key that changes with the options: a choice among others means nothing."""
    return f"{strategy.id}-{zlib.crc32(' '.join(options).encode()):x}"


def _chosen(
    strategy: Strategy, tr: Translator, rhythms: Sequence[Cadence]
) -> Collection[str] | None:
    """Draw the choice of rhythms and return their ids, None for all."""
    if len(rhythms) < 2:
        return None
    names = {cadence.id: _name(strategy, cadence.id, tr) for cadence in rhythms}
    found = st.pills(
        tr(N_("Only these rhythms (none chosen: all)")),
        list(names),
        format_func=lambda key: option(names[key]),
        selection_mode="multi",
        key=f"fill-rhythms-{_stamp(strategy, names)}",
    )
    return found or None


def _name(strategy: Strategy, cadence_id: str, tr: Translator) -> str:
    cadence = strategy.linked(Cadence, cadence_id)
    if cadence is None:
        return tr(N_("Rhythms deleted since"))
    return tr(listed((shorten(cadence.what), name_of(strategy, cadence.account))))


def _counts(planned: Generation) -> list[Message]:
    """Return what is done, each kind that there is, in a few words."""
    counted = (
        say_count("{n} new line", "{n} new lines", len(planned.created)),
        say_count("{n} line moved", "{n} lines moved", len(planned.moved)),
        say_count("{n} line renewed", "{n} lines renewed", len(planned.renewed)),
        say_count("{n} line removed", "{n} lines removed", len(planned.removed)),
    )
    return [message for message in counted if message.count]


def _left_alone(planned: Generation) -> list[Message]:
    """Return what filling leaves as it is, each kind that there is, in a few words."""
    counted = (
        say_count(
            "{n} kept because you edited it",
            "{n} kept because you edited them",
            len(planned.kept),
        ),
        say_count(
            "{n} written by hand in its place",
            "{n} written by hand in their place",
            len(planned.filled),
        ),
        say_count("{n} as it should be", "{n} as they should be", len(planned.unchanged)),
        say_count("{n} day left out", "{n} days left out", len(planned.skipped)),
    )
    return [message for message in counted if message.count]


def _verdict(strategy: Strategy, planned: Generation, tr: Translator) -> None:
    """Say what would be done, and what would be left alone."""
    filled = session().filled
    if filled and filled[:2] == (strategy.id, strategy.revision):
        st.success(plain(tr(filled[2])), icon=":material/event_available:")
    done = _counts(planned)
    if done:
        st.subheader(plain(tr(listed(done))), anchor=False)
    else:
        st.markdown(plain(tr(N_("Nothing to do: the calendar is as the rhythms want it."))))
    if left := _left_alone(planned):
        st.caption(plain(tr(listed(left))))


COLUMNS: dict[str, str] = {
    "created": N_("New lines"),
    "moved": N_("Moved lines"),
    "renewed": N_("Renewed lines"),
    "removed": N_("Removed lines"),
    "kept": N_("Edited, kept"),
    "filled": N_("By hand"),
    "unchanged": N_("As it should be"),
    "skipped": N_("Days left out"),
}
"""What filling does, as the table of rhythms and the lists head it."""


def _by_rhythm(strategy: Strategy, planned: Generation, tr: Translator) -> None:
    """Draw how many lines of each kind a rhythm has."""
    columns = [name for name in COLUMNS if getattr(planned, name)]
    known = {cadence.id: 0 for cadence in strategy.of(Cadence)}
    counts: dict[str, dict[str, int]] = {}
    for name in columns:
        for line in getattr(planned, name):
            row = counts.setdefault(line.cadence, dict.fromkeys(columns, 0))
            row[name] += 1
    # A line written by hand belongs to no rhythm: it is in the sentence above alone.
    counts.pop("", None)
    columns = [name for name in columns if any(row[name] for row in counts.values())]
    if not columns:
        return
    head = [tr(Cadence.one), *(tr(COLUMNS[name]) for name in columns)]
    lines = []
    for key in sorted(counts, key=lambda key: list(known).index(key) if key in known else 999):
        figures = (counts[key][name] for name in columns)
        lines.append(Line([_name(strategy, key, tr), *(str(n) if n else "–" for n in figures)]))
    table(tr(FILLED), head, lines, tr, key="fill-by-rhythm", figures=range(1, len(head)))


def _line_by_line(planned: Generation, tr: Translator) -> None:
    """Draw the lines that filling touches, and those that it leaves to who edited them."""
    if planned.is_empty and not planned.kept:
        return
    with st.expander(tr(N_("Line by line")), icon=":material/list:", key="fill-lines"):
        _list(planned.created, _new_line, "created", tr)
        _list(planned.moved, _moved_line, "moved", tr)
        _list(planned.renewed, lambda line: _old_line(line.post), "renewed", tr)
        _list(planned.removed, _old_line, "removed", tr)
        _list(planned.kept, _old_line, "kept", tr)


def _list(lines: Sequence[T], told: Callable[[T], Message], kind: str, tr: Translator) -> None:
    if not lines:
        return
    rest = len(lines) - SHOWN
    said = [f"- {plain(tr(told(line)))}" for line in lines[:SHOWN]]
    if rest > 0:
        more = tr(say_count("and {n} more line", "and {n} more lines", rest))
        said.append(f"- {plain(more)}")
    st.markdown(f"**{plain(tr(COLUMNS[kind]))}**\n\n" + "\n".join(said))


def _when(raw: Raw) -> Message:
    """Return the day and the time of a line that is not there yet."""
    day = Post.field("date").parse(raw.get("date"))
    time = Post.field("time").parse(raw.get("time"))
    return say(N_("{day} at {time}"), day=day, time=time) if time else say("{day}", day=day)


def _new_line(line: Created) -> Message:
    return say(N_("{day}: {title}"), day=_when(line.raw), title=shorten(str(line.raw["title"])))


def _old_line(post: Post) -> Message:
    return say(N_("{day}: {title}"), day=_when(raw_of(post)), title=shorten(post.title))


def _moved_line(line: Rewritten) -> Message:
    return say(
        N_("{title}: {before} → {after}"),
        title=shorten(line.post.title),
        before=_when(raw_of(line.post)),
        after=_when(line.raw),
    )


@problems.told
def _write(first: dt.date, last: dt.date, chosen: Collection[str] | None) -> None:
    """Fill the calendar as it is now, and say what that did."""
    tab = session()
    done = planning.fill(
        strategies(), person(), tab.strategy, first, last, dry_run=False, cadences=chosen
    )
    _remember(listed(_counts(done)))


@problems.told
def _unfold(post: str) -> None:
    """Add what is still to be made from a line, and say how much that was."""
    made = planning.unfold_chain(strategies(), person(), session().strategy, post)
    _remember(say_count("{n} new line", "{n} new lines", len(made)))


def _remember(what: Said) -> None:
    """Keep what was done, to be said until something else changes."""
    tab = session()
    revision = strategies().revision(tab.strategy, person())
    said = say(N_("Done: {what}. “Undo”, at the top of the page, takes it back."), what=what)
    tab.filled = (tab.strategy, revision, said) if what else None


def _chains(strategy: Strategy, tr: Translator, first: dt.date, last: dt.date) -> None:
    """Draw the lines of the period that others are still to be made from (C115)."""
    found = waiting(strategy, first, last)
    if not found:
        return
    label = say_count(
        "Chains of reuse: {n} line to unfold", "Chains of reuse: {n} lines to unfold", len(found)
    )
    with st.expander(plain(tr(label)), icon=":material/account_tree:", key="fill-chains"):
        for post, count in found[:SHOWN]:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(plain(tr(_old_line(post))))
                adds = say_count("Add {n} line", "Add {n} lines", count)
                st.button(
                    plain(tr(adds)),
                    key=f"unfold-{post.id}",
                    icon=":material/add:",
                    help=plain(tr(N_("What this content becomes, with the delays of its chain."))),
                    on_click=partial(_unfold, post.id),
                )


PARTS = {
    "rhythms": Part(N_("From rhythms to lines"), _fill),
    "routines": Part(ROUTINES, routines),
}
"""What is projected by itself: the filling, then the routines."""
