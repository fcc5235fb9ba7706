"""The calendar as an iCalendar file (RFC 5545), for agendas and phones.

Posts with a time are events of half an hour on the strategy's clock; posts without one,
due dates of actions and highlights are whole days.  The private note stays at home.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.exports.task_boards import labelled
from canvas.i18n import Translator
from canvas.rules.handover import full_text
from canvas.rules.tracking import network_of
from canvas.steps.common import Progress
from canvas.steps.frame.people import Person
from canvas.steps.frame.settings import Settings
from canvas.steps.frame.year import Highlight
from canvas.steps.plan.actions import Action, CommitteeMeeting
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus

LENGTH = dt.timedelta(minutes=30)
"""How long a post takes in an agenda; only its start means something."""

EVERY = dt.timedelta(hours=1)
"""How often an agenda that subscribes is asked to look again."""

FIRM = frozenset({PostStatus.APPROVED, PostStatus.SCHEDULED, PostStatus.PUBLISHED})


def build_agenda(
    strategy: Strategy, tr: Translator, *, zone: ZoneInfo, stamp: dt.datetime
) -> bytes:
    """Return the dated lines of a strategy as an iCalendar file.

    Args:
        strategy: Its posts, actions, meetings and highlights.
        tr: The language of the words around the texts.
        zone: The strategy's time zone.
        stamp: When the file is made, in UTC.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Canevas//Editorial calendar//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    name = strategy.one(Settings).name or tr(N_("Untitled strategy"))
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone.key)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for event in _events(strategy, tr, zone):
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    days = [post.date for post in strategy.of(Post) if post.date is not None]
    if days:
        # The rules of summer time for these years alone, rather than since 1970.
        first, last = min(days).year - 1, max(days).year + 2
        calendar.add_missing_timezones(dt.date(first, 1, 1), dt.date(last, 1, 1))
    return bytes(calendar.to_ical())


def _events(strategy: Strategy, tr: Translator, zone: ZoneInfo) -> Iterator[Event]:
    for post in strategy.of(Post):
        if post.date is not None:
            yield _post(strategy, post, tr, zone)
    for action in strategy.of(Action):
        if action.due is not None and action.status is not Progress.DROPPED:
            yield _action(strategy, action, tr)
    for meeting in strategy.of(CommitteeMeeting):
        if meeting.date is not None:
            event = _whole(strategy, meeting.id, meeting.date)
            event.add("summary", meeting.topic or tr(N_("Editorial committee")))
            _describe(event, "\n".join(f"- {line}" for line in meeting.agenda))
            event.add("categories", [tr(N_("Editorial committee"))])
            yield event
    for moment in strategy.of(Highlight):
        if moment.date_from is not None:
            event = _whole(strategy, moment.id, moment.date_from, moment.date_to)
            event.add("summary", moment.title)
            _describe(event, moment.message)
            event.add("categories", [tr(N_("Highlight"))])
            yield event


def _post(strategy: Strategy, post: Post, tr: Translator, zone: ZoneInfo) -> Event:
    assert post.date is not None
    network = network_of(strategy, post)
    if post.time is None:
        event = _whole(strategy, post.id, post.date)
    else:
        event = Event()
        event.add("uid", _uid(strategy, post.id))
        start = dt.datetime.combine(post.date, post.time, zone)
        event.add("dtstart", start)
        event.add("duration", LENGTH)
    label = tr(network.label) if network else ""
    event.add("summary", " · ".join(filter(None, (label, post.title))))
    status = tr((post.status or PostStatus.IDEA).label)
    people = {
        tr(N_("Author")): strategy.linked(Person, post.author),
        tr(N_("Published by")): strategy.linked(Person, post.publisher),
    }
    about = [labelled(tr, tr(N_("Status")), status)]
    about += [labelled(tr, duty, who.name) for duty, who in people.items() if who]
    _describe(event, "\n\n".join(filter(None, ("\n".join(about), full_text(strategy, post)))))
    if post.url:
        event.add("url", post.url)
    event.add("categories", [tr(N_("Post")), *([label] if label else [])])
    event.add("status", "CONFIRMED" if post.status in FIRM else "TENTATIVE")
    return event


def _action(strategy: Strategy, action: Action, tr: Translator) -> Event:
    assert action.due is not None
    event = _whole(strategy, action.id, action.due)
    mark = "✓ " if action.status is Progress.DONE else ""
    event.add("summary", mark + action.title)
    owner = strategy.linked(Person, action.owner)
    _describe(event, labelled(tr, tr(N_("Owner")), owner.name) if owner else "")
    event.add("categories", [tr(N_("Action"))])
    return event


def _whole(strategy: Strategy, record: str, first: dt.date, last: dt.date | None = None) -> Event:
    """Return an event of whole days; the end of such an event is the day after."""
    event = Event()
    event.add("uid", _uid(strategy, record))
    event.add("dtstart", first)
    if last is not None and last > first:
        event.add("dtend", last + dt.timedelta(1))
    event.add("transp", "TRANSPARENT")
    return event


def _describe(event: Event, text: str) -> None:
    if text:
        event.add("description", text)


def _uid(strategy: Strategy, record: str) -> str:
    return f"{record}@{strategy.id}.canevas"
