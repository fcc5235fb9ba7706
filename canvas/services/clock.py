"""What day and what time it is for a strategy, on the clock of its own time zone."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from canvas.domain.strategy import Strategy
from canvas.steps.frame.settings import Settings

ZONE = "Europe/Paris"
"""The time zone of a strategy that names none, or none that exists."""


def zone_of(strategy: Strategy) -> ZoneInfo:
    """Return the strategy's time zone."""
    try:
        return ZoneInfo(strategy.one(Settings).time_zone or ZONE)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(ZONE)


def local_now(strategy: Strategy) -> dt.datetime:
    """Return the time on the strategy's clock, without zone."""
    return dt.datetime.now(zone_of(strategy)).replace(tzinfo=None)
