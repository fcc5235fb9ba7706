"""What the promotion routines ask for these days, line by line, to be ticked off (C113)."""

from __future__ import annotations

import datetime as dt
from functools import partial
from itertools import groupby

import streamlit as st

from canvas.domain.changes import Edit
from canvas.domain.clean import Json
from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.routine import RoutineStep, asked
from canvas.services.clock import local_now
from canvas.services.planning import LineGoneError
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.calendar import Post
from canvas.steps.wording import listed, name_of, shorten
from canvas.ui import problems
from canvas.ui.markdown import option, plain
from canvas.ui.state import person, preselect, session, strategies, value_of

AHEAD = dt.timedelta(days=14)
BEHIND = dt.timedelta(days=7)
"""How far the routines are looked at, from today or the first day of the plan."""

ROUTINES = N_("Promotion of the coming two weeks")
PROMOTED = N_("Step of the promotion routine")


def routines(strategy: Strategy, tr: Translator) -> None:
    """Draw what the promotion routines ask for around now, to be ticked off."""
    today = local_now(strategy).date()
    start = strategy.one(Settings).start_date
    now = max(today, start) if start else today
    found = asked(strategy, now - BEHIND, now + AHEAD)
    st.subheader(tr(ROUTINES), anchor=False)
    if not found:
        said = N_("Nothing to promote from {first} to {last}.")
        st.caption(plain(tr(said, first=now - BEHIND, last=now + AHEAD)))
        return
    left = sum(not step.done for _, step in found)
    st.caption(
        plain(
            tr(
                say_count(
                    "{n} step to do from {first} to {last}",
                    "{n} steps to do from {first} to {last}",
                    left,
                    first=now - BEHIND,
                    last=now + AHEAD,
                )
            )
        )
    )
    for day, group in groupby(found, key=lambda each: each[1].date):
        steps = list(group)
        is_late = day is not None and day < today and not all(step.done for _, step in steps)
        word = plain(tr(N_("late")))
        late = f" · {word}" if is_late else ""
        st.markdown(f"**{plain(tr.value(day))}**{late}")
        for post, step in steps:
            _tick(strategy, tr, post, step)


def _tick(strategy: Strategy, tr: Translator, post: Post, step: RoutineStep) -> None:
    key = f"promote-{post.id}-{step.action.id}"
    preselect(key, step.done)
    effort = _duration(step.effort) if step.effort else ""
    name = shorten(step.action.name, 120)
    said = listed((name, shorten(post.title), name_of(strategy, step.owner), effort))
    st.checkbox(
        option(tr(said)),
        key=key,
        on_change=partial(_promote, post.id, step.action.id, key),
    )


def _duration(hours: float) -> Message:
    """Return hours as people say them: what takes less than one, in minutes."""
    if hours < 1:
        return say(N_("{n} min"), n=max(1, round(hours * 60)))
    return say(N_("{n} h"), n=hours)


@problems.told
def _promote(post_id: str, action: str, box: str) -> None:
    """Note that a step of a line's routine is done, or is not, as its box says."""
    tab = session()
    done = bool(value_of(box))
    post = strategies().open(tab.strategy, person()).linked(Post, post_id)
    if post is None:
        raise LineGoneError
    before: list[Json] = [*post.promotion_done]
    after = [each for each in before if each != action] + ([action] if done else [])
    if after == before:
        return
    edit = Edit(Post.key, post.id, "promotion_done", before or None, after or None)
    strategies().edit(tab.strategy, person(), [edit], label=PROMOTED)
