"""The calendar as files that scheduling tools take: Buffer, Metricool, Publer.

Each writer follows the template of its tool to the letter: names of columns, their
order, formats of dates.  What can be in a file was decided by `canvas.rules.handover`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence

from canvas.domain.slugs import slug
from canvas.rules.handover import Handover, Line, Tool
from canvas.steps.common import Network

BUFFER = ("Text", "Image URL", "Tags", "Posting Time")

PUBLER = (
    "Date", "Text", "Link(s)", "Media URL(s)", "Title", "Label(s)", "Alt text(s)",
    "Comment(s)", "Board/Album", "Post subtype", "CTA", "Reminder",
)  # fmt: skip

METRICOOL_NETWORKS = {
    Network.FACEBOOK: "Facebook",
    Network.X: "Twitter/X",
    Network.LINKEDIN: "LinkedIn",
    Network.GOOGLE_BUSINESS: "GBP",
    Network.INSTAGRAM: "Instagram",
    Network.PINTEREST: "Pinterest",
    Network.TIKTOK: "TikTok",
    Network.YOUTUBE: "Youtube",
    Network.THREADS: "Threads",
    Network.BLUESKY: "Bluesky",
}

METRICOOL = (
    "Text", "Date", "Time", "Draft", *METRICOOL_NETWORKS.values(),
    *(f"Picture Url {n}" for n in range(1, 11)),
    *(f"Alt text picture {n}" for n in range(1, 11)),
    "Document title", "Shortener", "Video Thumbnail Url", "Video Cover Frame",
    "Twitter/X Can reply", "Twitter/X Type", "Twitter/X Poll Duration minutes",
    *(f"Twitter/X Poll Option {n}" for n in range(1, 5)),
    "Pinterest Board", "Pinterest Pin Title", "Pinterest Pin Link", "Pinterest Pin New Format",
    "Instagram Post Type", "Instagram Show Reel On Feed",
    "Instagram Trial Reel Share Automatically",
    "Youtube Video Title", "Youtube Video Type", "Youtube Video Privacy",
    "Youtube video for kids", "Youtube AI generated content", "Youtube notify subscribers",
    "Youtube Video Category", "Youtube Video Tags", "Youtube playlist",
    "GBP Post Type", "Facebook Post Type", "Facebook Title", "First Comment Text",
    "TikTok Title", "TikTok disable comments", "TikTok disable duet", "TikTok disable stitch",
    "TikTok Post Privacy", "TikTok Branded Content", "TikTok Your Brand",
    "TikTok Auto Add Music", "TikTok Photo Cover Index",
    *(f"TikTok {name}" for name in (
        "musicId", "music title", "music author", "music previewUrl", "music thumbnailUrl",
        "music soundVolume", "music originalVolume", "music startMillis", "music endMillis",
    )),
    "TikTok Ai generated content", "LinkedIn Type", "LinkedIn Poll Question",
    *(f"LinkedIn Poll Option {n}" for n in range(1, 5)),
    "LinkedIn Poll Duration", "LinkedIn Show link preview", "LinkedIn Images as Carousel",
    "Threads Reply Control", "Threads Is Spoiler", "Threads Post Type", "Brand name",
)  # fmt: skip
"""All columns of the template of 2026; those that say nothing stay empty."""

Row = Mapping[str, str]


def _buffer(line: Line) -> Row:
    return {
        "Text": line.text,
        "Image URL": line.picture,
        "Tags": "",
        "Posting Time": f"{line.at:%Y-%m-%d %H:%M}",
    }


def _publer(line: Line) -> Row:
    return {
        # With a colon in the time: without one, Publer makes the line a draft in silence.
        "Date": f"{line.at:%Y-%m-%d %H:%M}",
        "Text": line.text,
        "Media URL(s)": line.picture or line.video,
        "Title": line.post.title if line.network in (Network.YOUTUBE, Network.PINTEREST) else "",
        "Alt text(s)": line.post.alt_text if line.picture or line.video else "",
    }


def _metricool(line: Line) -> Row:
    column = METRICOOL_NETWORKS[line.network]
    row = {name: "TRUE" if name == column else "FALSE" for name in METRICOOL_NETWORKS.values()}
    row |= {
        "Text": line.text,
        "Date": f"{line.at:%Y-%m-%d}",
        "Time": f"{line.at:%H:%M:%S}",
        "Draft": "FALSE",
        "Picture Url 1": line.picture or line.video,
        "Alt text picture 1": line.post.alt_text if line.picture or line.video else "",
        "Shortener": "FALSE",
    }
    if line.network is Network.YOUTUBE:
        row["Youtube Video Title"] = line.post.title[:100]
    if line.network is Network.PINTEREST:
        row["Pinterest Pin Title"] = line.post.title[:100]
    if line.network is Network.INSTAGRAM:
        row["Instagram Post Type"] = "REEL" if line.video else "POST"
    return row


WRITERS: Mapping[Tool, tuple[Sequence[str], Callable[[Line], Row]]] = {
    Tool.BUFFER: (BUFFER, _buffer),
    Tool.METRICOOL: (METRICOOL, _metricool),
    Tool.PUBLER: (PUBLER, _publer),
}


def schedule_files(handed: Handover) -> list[tuple[str, bytes]]:
    """Return the files for a tool, each with a name of its own that ends a file's name.

    Where nothing can leave, one file holds the header alone.
    """
    columns, row = WRITERS[handed.tool]
    names: dict[str, int] = {}
    found = []
    for account, lines in handed.files():
        start = slug(account, 40, empty="")
        names[start] = names.get(start, 0) + 1
        number = "" if names[start] == 1 else str(names[start])
        name = "-".join(filter(None, (start, number)))
        found.append((name, table(columns, map(row, lines))))
    return found or [("", table(columns, ()))]


def table(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return a table as CSV in UTF-8, all columns in every row, lines ended as RFC 4180 says."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")
