"""The sections of the dashboard under its key indicators, in their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.dashboard import Dashboard
from canvas.ui.canvases import measure_accounts as accounts
from canvas.ui.canvases import measure_posts as posts
from canvas.ui.canvases import measure_voice as voice


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the dashboard.

    Attributes:
        title: What it is called.
        draw: What draws it.
    """

    title: str
    draw: Callable[[Strategy, Dashboard, Translator], None]


SECTIONS = {
    "accounts": Section(accounts.ACCOUNTS, accounts.accounts),
    "posts": Section(posts.POSTS, posts.posts),
    "hashtags": Section(posts.HASHTAGS, posts.hashtags),
    "organic": Section(accounts.ORGANIC, accounts.organic),
    "voice": Section(voice.VOICE, voice.voice),
    "times": Section(voice.TIMES, voice.best_times),
    "since": Section(voice.SINCE, voice.since),
}
"""By their names in the projection."""
