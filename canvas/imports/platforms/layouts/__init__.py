"""What the files of the platforms look like: titles of columns, and what they hold.

English titles were seen in real files; French ones are what the platforms' pages call
these figures, and are marked “to confirm” (`sure=False`) until a file was seen.  Titles are
compared whole, after spaces, capitals and accents' forms were levelled: “Reactions,
comments and shares” stands beside “Reactions”.
"""

from canvas.imports.platforms.layouts.analytics import ANALYTICS
from canvas.imports.platforms.layouts.audiences import (
    AUDIENCE_PLATFORMS,
    AUDIENCES,
    DEMOGRAPHICS,
    FOLLOWER_VALUES,
    META_METRICS,
    META_SEEN,
    META_VALUES,
    SHARE_VALUES,
    VISITOR_VALUES,
)
from canvas.imports.platforms.layouts.base import Layout, level
from canvas.imports.platforms.layouts.linkedin import LINKEDIN
from canvas.imports.platforms.layouts.meta import META
from canvas.imports.platforms.layouts.video import VIDEO
from canvas.imports.platforms.layouts.x import X

LAYOUTS: tuple[Layout, ...] = (*META, *LINKEDIN, *X, *VIDEO, *ANALYTICS)
"""All known tables; where several fit, the one with most of its titles found."""

__all__ = [
    "AUDIENCES",
    "AUDIENCE_PLATFORMS",
    "DEMOGRAPHICS",
    "FOLLOWER_VALUES",
    "LAYOUTS",
    "META_METRICS",
    "META_SEEN",
    "META_VALUES",
    "SHARE_VALUES",
    "VISITOR_VALUES",
    "Layout",
    "level",
]
