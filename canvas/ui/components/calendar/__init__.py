"""The editorial calendar: month, week and list, ideas beside them, a panel for one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.calendar import Days
from canvas.rules.chains import steps_from, unfold
from canvas.rules.routine import routine
from canvas.steps.audit.accounts import Account
from canvas.steps.frame.people import Person
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus
from canvas.ui.components.assets import component
from canvas.ui.components.calendar.around import (
    day_data,
    month_data,
    network_data,
    short_data,
    slot_data,
    weekday_data,
)
from canvas.ui.components.calendar.place import Place, open_line, shown_at
from canvas.ui.components.calendar.words import WORDS
from canvas.ui.components.data import tones, words
from canvas.ui.components.editor import field_data, option_data, row_data
from canvas.ui.uses import uses_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/items.js",
    "shared/drag.js",
    "calendar/dates.js",
    "calendar/line.js",
    "calendar/composer.js",
    "calendar/day.js",
    "calendar/month.js",
    "calendar/week.js",
    "calendar/list.js",
    "calendar/tray.js",
    "calendar/toolbar.js",
    "calendar/routine.js",
    "calendar/panel.js",
    "calendar/keys.js",
    "calendar/calendar.js",
)

STYLES = ("shared/base.css", "calendar/panel.css")

LINE = ("title", "date", "time", "network", "account", "status", "is_major", "cadence")
"""What is sent of each line that is shown; of the open one all is sent."""

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("title", "date", "time", "network", "account", "status", "is_major")),
    (
        N_("Content of the post"),
        ("text", "visual", "alt_text", "cta", "url", "hashtags", "content_type", "pillar"),
    ),
    (
        N_("Purpose of the post"),
        ("objective", "persona", "stage", "intent", "theme", "reason", "wiifm"),
    ),
    (N_("Who and how much"), ("author", "validator", "publisher", "effort_hours", "cost")),
    (N_("Good practices"), ("practices",)),
    (N_("For the team only"), ("private_note",)),
)
"""The panel, from the top; the first group is there at once."""

EXAMPLE = (
    (1, "instagram", "draft", N_("The night shift in ten photos")),
    (3, "facebook", "idea", N_("Which loaf for Sunday?")),
    (8, "instagram", "approved", N_("How a sourdough is born")),
    (11, "newsletter", "scheduled", N_("What comes out of the oven this month")),
    (17, "instagram", "idea", N_("A client’s recipe")),
)
"""What an empty calendar shows in grey: days after the first Monday, networks, titles."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the component asks of the page.

    Attributes:
        turned: Called when the person looks elsewhere; the place is in the value `place`.
        acted: Called with `.act`, a gesture that the server does.
    """

    turned: Callable[[], None]
    acted: Callable[[], None]


def calendar(
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    theme: str,
    place: Place,
    days: Days,
    today: dt.date,
    asked: Asked,
    mode: str = "page",
) -> None:
    """Mount the calendar.

    Args:
        strategy: Where the lines are.
        tr: The reader's language.
        key: Its key.
        theme: "light" or "dark".
        place: What the person looks at.
        days: The lines by day.
        today: Today, where the strategy is.
        asked: What it asks of the page.
        mode: "page"; "room" without what only one person needs; "part" for one period
            alone.
    """
    mount = component("calendar", '<div class="canvas calendar"></div>', SCRIPTS, STYLES)
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "mode": mode,
            "tones": tones(theme),
            "today": today.isoformat(),
            "next": {Post.key: strategy.next_position(Post)},
            **_lines(strategy, tr, place, days),
            **_around(strategy, tr, place, days, today),
            "networks": network_data(strategy, tr, theme),
            **_fields(tr),
            "open": _open(strategy, tr, place),
            "words": words(WORDS, tr),
        },
        default={"place": None},
        on_place_change=asked.turned,
        on_act_change=asked.acted,
    )


def _lines(strategy: Strategy, tr: Translator, place: Place, days: Days) -> dict[str, Any]:
    shown = shown_at(place, days, tr)
    opened = open_line(place, strategy)
    return {
        "line": LINE,
        "uses": uses_data((*shown.lines, *shown.ideas, *filter(None, [opened])), strategy, tr),
        "lines": [_line(post) for post in (*shown.lines, *shown.ideas)],
        "more": {day.isoformat(): n for day, n in shown.more.items()},
        "ideas_of": shown.ideas_of,
        "found": shown.found,
        "matching": place.text,
        "empty": not strategy.of(Post),
        "example": [
            {"after": after, "network": network, "status": status, "title": tr(title)}
            for after, network, status, title in EXAMPLE
        ]
        if not strategy.of(Post)
        else [],
    }


def _line(post: Post) -> list[Any]:
    return [
        post.id,
        post.position,
        post.title,
        post.date.isoformat() if post.date else None,
        post.time.strftime("%H:%M") if post.time else None,
        str(post.network) if post.network else None,
        post.account or None,
        str(post.status) if post.status and post.status is not PostStatus.IDEA else None,
        post.is_major or None,
        post.cadence or None,
    ]


def _around(
    strategy: Strategy,
    tr: Translator,
    place: Place,
    days: Days,
    today: dt.date,
) -> dict[str, Any]:
    first, last = place.sent
    return {
        "place": {"day": place.day.isoformat(), "as": place.view},
        "window": [first.isoformat(), last.isoformat()],
        "days": day_data(first, last, strategy, tr),
        "months": month_data(place.day, strategy, tr),
        "weekdays": weekday_data(tr),
        "slots": slot_data(strategy, tr),
        "short": short_data(strategy, days, max(first, today), last, tr),
        "accounts": [
            {"id": a.id, "title": a.title, "network": str(a.network or "")}
            for a in strategy.of(Account)
        ],
        "statuses": [
            {"code": str(s), "label": tr.label(s), "help": tr(s.help)} for s in PostStatus
        ],
    }


def _fields(tr: Translator) -> dict[str, Any]:
    fields = {data["name"]: data for data in field_data(Post, tr)}
    return {
        "fields": {name: fields[name] for _, names in GROUPS for name in names},
        "groups": [{"title": tr(title), "fields": names} for title, names in GROUPS],
    }


def _open(strategy: Strategy, tr: Translator, place: Place) -> dict[str, Any] | None:
    """Return all of the line whose panel is open, and what its panel offers."""
    post = open_line(place, strategy)
    if post is None:
        return None
    people = {person.id: person.title for person in strategy.of(Person)}
    chain = steps_from(strategy, post)
    return {
        "row": row_data(post, strategy, tr),
        "options": option_data(Post, strategy, tr),
        "parent": _title(strategy.linked(Post, post.parent)),
        "rhythm": _title(strategy.find(post.cadence) if post.cadence else None),
        "routine": [
            {
                "id": step.action.id,
                "title": step.action.title,
                "day": tr.date(step.date, "medium") if step.date else "",
                "who": people.get(step.owner, ""),
            }
            for step in routine(strategy, post)
        ],
        "chain": {
            "steps": [step.title for step in chain],
            "left": len(unfold(strategy, post)) if chain else 0,
        },
    }


def _title(record: Record | None) -> str:
    return record.title if record else ""
