"""Lists of codes that several steps share, and where an idea of the SWOT went."""

from __future__ import annotations

import datetime as dt
from typing import Any

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_

WEEKS_A_MONTH = 52 / 12
"""What hours, posts and money a week are multiplied by."""


class Network(Choice):
    """Where one can be present; names are the owners' and are not translated."""

    INSTAGRAM = "instagram", N_("Instagram")
    FACEBOOK = "facebook", N_("Facebook")
    LINKEDIN = "linkedin", N_("LinkedIn")
    TIKTOK = "tiktok", N_("TikTok")
    YOUTUBE = "youtube", N_("YouTube")
    X = "x", N_("X (Twitter)")
    PINTEREST = "pinterest", N_("Pinterest")
    SNAPCHAT = "snapchat", N_("Snapchat")
    THREADS = "threads", N_("Threads")
    BLUESKY = "bluesky", N_("Bluesky")
    MASTODON = "mastodon", N_("Mastodon")
    WHATSAPP = "whatsapp", N_("WhatsApp")
    MESSENGER = "messenger", N_("Messenger")
    TELEGRAM = "telegram", N_("Telegram")
    DISCORD = "discord", N_("Discord")
    REDDIT = "reddit", N_("Reddit")
    TWITCH = "twitch", N_("Twitch")
    VIMEO = "vimeo", N_("Vimeo")
    TUMBLR = "tumblr", N_("Tumblr")
    GOOGLE_BUSINESS = "google_business", N_("Google Business Profile")
    BLOG = "blog", N_("Blog")
    WEBSITE = "website", N_("Website")
    NEWSLETTER = "newsletter", N_("Newsletter")
    PODCAST = "podcast", N_("Podcast")
    FORUM = "forum", N_("Forum")
    OTHER = "other", N_("Other network")


class Confidence(Choice):
    """How sure one is of a line."""

    FACT = "fact", N_("Fact"), N_("A figure, a source or a witness shows it.")
    HYPOTHESIS = "hypothesis", N_("Hypothesis"), N_("Likely, and still to be checked.")
    UNKNOWN = "unknown", N_("Unknown"), N_("Nobody knows yet.")


class Priority(Choice):
    """How soon a thing deserves time."""

    HIGH = "high", N_("High")
    MEDIUM = "medium", N_("Medium")
    LOW = "low", N_("Low")


class PurchaseStage(Choice):
    """Where a person stands on the way to buying, and after (C66)."""

    UNAWARE = "unaware", N_("Unaware of the problem")
    PROBLEM_AWARE = "problem_aware", N_("Aware of the problem")
    COMPARING = "comparing", N_("Comparing solutions")
    BUYING = "buying", N_("Ready to buy")
    CLIENT = "client", N_("Client")
    FAN = "fan", N_("Fan")


class Progress(Choice):
    """How far a piece of work is."""

    TO_DO = "to_do", N_("To do")
    DOING = "doing", N_("Under way")
    DONE = "done", N_("Done")
    DROPPED = "dropped", N_("Dropped")


class Weekday(Choice):
    """A day of the week, Monday first."""

    MONDAY = "monday", N_("Monday")
    TUESDAY = "tuesday", N_("Tuesday")
    WEDNESDAY = "wednesday", N_("Wednesday")
    THURSDAY = "thursday", N_("Thursday")
    FRIDAY = "friday", N_("Friday")
    SATURDAY = "saturday", N_("Saturday")
    SUNDAY = "sunday", N_("Sunday")


class Quarter(Choice):
    """A quarter of the strategy's year."""

    Q1 = "q1", N_("First quarter")
    Q2 = "q2", N_("Second quarter")
    Q3 = "q3", N_("Third quarter")
    Q4 = "q4", N_("Fourth quarter")


class Frequency(Choice):
    """How often a thing is done or measured."""

    DAILY = "daily", N_("Every day")
    WEEKLY = "weekly", N_("Every week")
    MONTHLY = "monthly", N_("Every month")
    QUARTERLY = "quarterly", N_("Every quarter")
    YEARLY = "yearly", N_("Every year")


class MethodStep(Choice):
    """The pages of the method; the codes are the steps' keys."""

    FRAME = "frame", N_("Frame")
    AUDIT = "audit", N_("Audit & SWOT")
    OBJECTIVES = "objectives", N_("Objectives")
    PERSONAS = "personas", N_("Personas")
    SEGMENTS = "segments", N_("Segments")
    ATTITUDES = "attitudes", N_("Attitudes")
    COMPETITORS = "competitors", N_("Competitors")
    NETWORKS = "networks", N_("Networks")
    PLAN = "plan", N_("Plan")
    RESOURCES = "resources", N_("Resources")
    MEASURE = "measure", N_("Measure")


class Sentiment(Choice):
    """What people feel when they speak of the brand (C51)."""

    POSITIVE = "positive", N_("Positive")
    NEUTRAL = "neutral", N_("Neutral")
    NEGATIVE = "negative", N_("Negative")


_WEEKDAYS = tuple(Weekday)


def weekday_of(day: dt.date) -> Weekday:
    """Return the day of the week of a date."""
    return _WEEKDAYS[day.weekday()]


def quarter_of(day: dt.date, first_day: dt.date | None) -> Quarter | None:
    """Return the quarter that a day falls in, None where it is before the first day.

    Args:
        day: The day.
        first_day: The strategy's first day; without it quarters are those of the
            calendar year.
    """
    if first_day is None:
        return tuple(Quarter)[(day.month - 1) // 3]
    months = (day.year - first_day.year) * 12 + day.month - first_day.month
    months -= day.day < first_day.day
    # A strategy of several years starts its quarters over each year.
    return tuple(Quarter)[months // 3 % 4] if months >= 0 else None


def source_crossing(**options: Any) -> Any:
    """Declare the SWOT crossing that a record was made from."""
    return fields.link(
        "tows_link",
        label=N_("From the crossing"),
        help=N_("The crossing of two SWOT notes that it was made from."),
        **options,
    )
