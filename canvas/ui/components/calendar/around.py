"""What stands around the lines of a calendar: names of days and months, holidays, slots."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from canvas.domain.messages import N_, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.i18n.holidays import public_holidays
from canvas.palette import SERIES
from canvas.rules.calendar import Days, short_weeks
from canvas.rules.free_days import highlights, school_days
from canvas.rules.prefill import GOOD_SLOT
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.common import Network, quarter_of
from canvas.steps.frame.settings import Settings
from canvas.steps.objectives.themes import Theme
from canvas.steps.plan.choices import TimeSource
from canvas.steps.plan.rhythm import BestTime

SHORT = {
    Network.INSTAGRAM: "IG",
    Network.FACEBOOK: "FB",
    Network.LINKEDIN: "LI",
    Network.TIKTOK: "TT",
    Network.YOUTUBE: "YT",
    Network.X: "X",
    Network.PINTEREST: "PI",
    Network.SNAPCHAT: "SC",
    Network.THREADS: "TH",
    Network.BLUESKY: "BS",
    Network.MASTODON: "MA",
    Network.WHATSAPP: "WA",
    Network.MESSENGER: "ME",
    Network.TELEGRAM: "TG",
    Network.DISCORD: "DC",
    Network.REDDIT: "RD",
    Network.TWITCH: "TW",
    Network.VIMEO: "VI",
    Network.TUMBLR: "TB",
    Network.GOOGLE_BUSINESS: "GB",
    Network.BLOG: "BL",
    Network.WEBSITE: "WE",
    Network.NEWSLETTER: "NL",
    Network.PODCAST: "PO",
    Network.FORUM: "FO",
    Network.OTHER: "…",
}
"""Networks in two letters, for a cell of a month."""

MONTHS_AROUND = 18
"""Months before and after the one on show whose names the component has."""


def network_data(strategy: Strategy, tr: Translator, theme: str) -> list[dict[str, Any]]:
    """Return the networks, those of our accounts first, each with its colour."""
    ours = [a.network for a in strategy.of(Account) if a.network and a.decision not in CLOSING]
    ordered = [*dict.fromkeys([*ours, *Network])]
    return [
        {
            "code": str(network),
            "label": tr.label(network),
            "short": SHORT[network],
            "colour": SERIES[number % len(SERIES)].on(theme),
            "ours": network in ours,
        }
        for number, network in enumerate(ordered)
    ]


def month_data(day: dt.date, strategy: Strategy, tr: Translator) -> dict[str, dict[str, str]]:
    """Return the names of the months around a day, and the theme of each, by ISO month."""
    start = strategy.one(Settings).start_date
    themes = strategy.of(Theme)
    found = {}
    for number in range(-MONTHS_AROUND, MONTHS_AROUND + 1):
        year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
        first = dt.date(year, month + 1, 1)
        quarter = quarter_of(first, start)
        told = [t.title for t in themes if quarter and t.quarter is quarter and t.title]
        found[f"{year:04}-{month + 1:02}"] = {
            "name": _month(tr, first),
            "theme": tr(say(N_("Theme: {themes}"), themes=told)) if told else "",
        }
    return found


def day_data(
    first: dt.date, last: dt.date, strategy: Strategy, tr: Translator
) -> dict[str, dict[str, Any]]:
    """Return what each day between two is called and what happens on it."""
    settings = strategy.one(Settings)
    off = public_holidays(settings.country, settings.region, first, last, tr.language)
    free = school_days(strategy, first, last)
    moments = highlights(strategy, first, last)
    found: dict[str, dict[str, Any]] = {}
    for number in range((last - first).days + 1):
        day = first + dt.timedelta(number)
        said: dict[str, Any] = {"words": _day(tr, day)}
        if day in off:
            said["holiday"] = off[day]
        if day in free:
            said["school"] = free[day]
        if day in moments:
            said["moments"] = [
                {"title": m.title, "first": day in (m.date_from, first)} for m in moments[day]
            ]
        found[day.isoformat()] = said
    return found


def weekday_data(tr: Translator) -> list[list[str]]:
    """Return the names of the week's days, long and short, Monday first."""
    monday = dt.date(2027, 1, 4)
    days = [monday + dt.timedelta(number) for number in range(7)]
    return [[tr.weekday(day), tr.weekday(day, "EEE")] for day in days]


def slot_data(strategy: Strategy, tr: Translator) -> list[dict[str, Any]]:
    """Return the best slots of the week, the earliest first, with where they are known from."""
    slots = sorted(
        (s for s in strategy.of(BestTime) if s.start_time),
        key=lambda slot: (slot.start_time or dt.time.min, slot.position),
    )
    return [
        {
            "days": [list(type(day)).index(day) for day in slot.weekdays],
            "network": str(slot.network or ""),
            "from": tr.time(slot.start_time) if slot.start_time else "",
            "until": tr.time(slot.end_time) if slot.end_time else "",
            "moment": slot.moment,
            "source": tr.label(slot.source),
            "own": slot.source is TimeSource.OWN_DATA,
            "good": (slot.weight or GOOD_SLOT) >= GOOD_SLOT,
        }
        for slot in slots
    ]


def short_data(
    strategy: Strategy, days: Days, first: dt.date, last: dt.date, tr: Translator
) -> dict[str, list[str]]:
    """Return what each week lacks of the rhythm, in words, by its Monday.

    Nothing is planned yet after the last line.
    """
    found: dict[str, list[str]] = {}
    last = min(last, max(days.dated, default=dt.date.min))
    for monday, weeks in short_weeks(strategy, days, first, last).items():
        said = []
        for short in weeks:
            account = strategy.linked(Account, short.account)
            if account is not None:
                said.append(
                    tr(
                        say(
                            N_("{account}: {planned} of {wanted} posts of the rhythm"),
                            account=account.title,
                            planned=short.planned,
                            wanted=short.wanted,
                        )
                    )
                )
        if said:
            found[monday.isoformat()] = said
    return found


@lru_cache(maxsize=2048)
def _month(tr: Translator, day: dt.date) -> str:
    name = tr.month(day)
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=8192)
def _day(tr: Translator, day: dt.date) -> str:
    return f"{tr.weekday(day)} {tr.date(day)}"
