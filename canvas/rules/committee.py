"""The committee: an agenda drafted from the plan, decisions that become actions (C126)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.actions import standings
from canvas.rules.gauge import Fit, Scope
from canvas.rules.mix import gauges
from canvas.steps.plan.actions import Action, CommitteeMeeting
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus
from canvas.steps.wording import shorten

AHEAD = 31
"""Days after the meeting that its agenda looks at: a committee meets once a month."""

NAMED = 3
"""Actions or lines that are named; the others are counted."""

_NAME = 70


def next_meeting(strategy: Strategy, today: dt.date) -> CommitteeMeeting | None:
    """Return the next meeting: the nearest one from today on, else the last without a date."""
    meetings = strategy.of(CommitteeMeeting)
    coming = [(meeting.date, meeting) for meeting in meetings if meeting.date]
    coming = [(day, meeting) for day, meeting in coming if day >= today]
    if coming:
        return min(coming, key=lambda one: one[0])[1]
    return next((m for m in reversed(meetings) if m.date is None), None)


def agenda(strategy: Strategy, meeting: CommitteeMeeting | None, today: dt.date) -> list[Message]:
    """Return what there is to speak about, the most pressing first."""
    day = (meeting.date if meeting else None) or today
    return [*_actions(strategy, today), *_lines(strategy, day), *_balance(strategy, day)]


def open_decisions(strategy: Strategy) -> list[tuple[CommitteeMeeting, str]]:
    """Return the decisions that no action carries yet, with the meeting that took them."""
    known = {action.title.strip() for action in strategy.of(Action)}
    return [
        (meeting, decision)
        for meeting in strategy.of(CommitteeMeeting)
        for decision in meeting.decisions
        if as_title(decision) not in known
    ]


def as_title(decision: str) -> str:
    """Return a decision as an action is called."""
    limit = Action.field("title").max_chars  # type: ignore[attr-defined]
    return shorten(decision.strip(), limit)


def _actions(strategy: Strategy, today: dt.date) -> Iterator[Message]:
    found = standings(strategy, today)
    late = sorted((one for one in found if one.late), key=lambda one: -one.late)
    for one in late[:NAMED]:
        yield say_count(
            "Late by {n} day: {action}",
            "Late by {n} days: {action}",
            one.late,
            action=shorten(one.action.title, _NAME),
        )
    if late[NAMED:]:
        more = len(late) - NAMED
        yield say_count("{n} more action is late", "{n} more actions are late", more)
    early = [one for one in found if one.early is not None and not one.late]
    for one in early[:NAMED]:
        assert one.early is not None
        yield say(
            N_("Starts before what it waits for: {action} (after {other})"),
            action=shorten(one.action.title, _NAME),
            other=shorten(one.early.title, _NAME),
        )


def _lines(strategy: Strategy, day: dt.date) -> Iterator[Message]:
    last = day + dt.timedelta(AHEAD)
    posts = [p for p in strategy.of(Post) if p.date is None or p.date <= last]
    waiting = [post for post in posts if post.status is PostStatus.TO_VALIDATE]
    waiting.sort(key=lambda post: post.date or dt.date.max)
    for post in waiting[:NAMED]:
        yield say(N_("To validate: {title}"), title=shorten(post.title, _NAME))
    if waiting[NAMED:]:
        yield say_count(
            "{n} more line to validate", "{n} more lines to validate", len(waiting) - NAMED
        )


def _balance(strategy: Strategy, day: dt.date) -> Iterator[Message]:
    """Yield what the gauges of the month ahead find out of balance."""
    last = day + dt.timedelta(AHEAD)
    for gauge in gauges(Scope(strategy, day, last, None, day)):
        if gauge.fit is Fit.OFF and gauge.said:
            yield say(N_("{gauge}: {said}"), gauge=say(gauge.title), said=gauge.said[0])
