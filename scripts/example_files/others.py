"""Files of Meta, YouTube and Google Analytics."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable

from canvas.domain.strategy import Strategy
from canvas.rules.tracking import Codes, codes
from canvas.steps.common import Network
from canvas.steps.measure.readings import PostMetric
from canvas.steps.plan.calendar import Post
from scripts.example_files.facts import DEMOS, FILMS, MONTHS, VISITS, Month, Period, subjects
from scripts.example_files.writing import Row, csv_text, with_mark

# --- Meta --------------------------------------------------------------------------------

INSTAGRAM_TITLES: Row = [
    "Post ID", "Account ID", "Account username", "Account name", "Description",
    "Duration (sec)", "Publish time", "Permalink", "Post type", "Data comment", "Date",
    "Views", "Reach", "Likes", "Shares", "Follows", "Comments", "Saves",
]  # fmt: skip


def instagram(period: Period) -> bytes:
    """Return the posts of Instagram: one a month, on its second Friday."""
    chance = period.chance
    day = period.weekdays(4)[-1 if period.month == (2026, 1) else 1]
    reach = 400 + 10 * MONTHS.index(period.month) + chance.randint(-20, 20)
    row: Row = [
        str(18_030_000_000_000_000 + day.toordinal() * 10), "17841400008460056", "gantrell.team",
        "Gantrell",
        f"Friday, 4 p.m.\nThe team says “see you on Monday”. #maintenance #team{day:%m}", "0",
        f"{day:%m/%d/%Y} 16:00", f"https://www.instagram.com/p/G{day.toordinal()}/",
        chance.choice(["IG carousel", "IG reel"]), "", "Lifetime", round(reach * 1.4), reach,
        round(reach * chance.uniform(0.034, 0.04)), chance.randint(0, 1), chance.randint(0, 2),
        chance.randint(1, 4), chance.randint(0, 3),
    ]  # fmt: skip
    return with_mark(csv_text(INSTAGRAM_TITLES, [row]))


def facebook(period: Period) -> bytes:
    """Return the visits of the sleeping Facebook page, as Meta's insights give a metric."""
    lines = ["sep=,", '"Facebook visits"', '"Date","Primary"']
    most = 9 - MONTHS.index(period.month) // 3
    lines += [
        f'"{day:%Y-%m-%d}T00:00:00","{period.chance.randint(1, most)}"' for day in period.days
    ]
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-16-le")


# --- YouTube -----------------------------------------------------------------------------

FILM_TITLES: Row = [
    "Content", "Video title", "Video publish time", "Duration", "Views",
    "Watch time (hours)", "Impressions", "Impressions click-through rate (%)", "Likes",
    "Comments added", "Shares", "Subscribers gained", "Subscribers lost",
]  # fmt: skip
RATE = FILM_TITLES.index("Impressions click-through rate (%)")
VIEWS = FILM_TITLES.index("Views")

HOURS_A_VIEW = 0.031


def youtube(strategy: Strategy, period: Period) -> bytes:
    """Return the archive of YouTube Studio; the first line of its table is the total."""
    rows = _films(strategy, period)
    total: Row = ["Total", "", "", "", *map(_sum, list(zip(*rows, strict=True))[VIEWS:])]
    shown = _numbers([row[RATE - 1] for row in rows])
    clicked = _numbers([row[RATE] for row in rows])
    total[RATE] = round(
        sum(n * rate for n, rate in zip(shown, clicked, strict=True)) / sum(shown), 2
    )
    per_day = period.uneven(_sum([row[VIEWS] for row in rows]), len(period.days))
    daily: list[Row] = [
        [day.isoformat(), views, round(views * HOURS_A_VIEW, 4)]
        for day, views in zip(period.days, per_day, strict=True)
    ]
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, text in (
            ("Table data.csv", csv_text(FILM_TITLES, [total, *rows])),
            ("Totals.csv", csv_text(["Date", "Views", "Watch time (hours)"], daily)),
        ):
            stamp = (period.last.year, period.last.month, period.last.day, 0, 0, 0)
            parts.writestr(zipfile.ZipInfo(name, stamp), with_mark(text))
    return archive.getvalue()


def _numbers(cells: Iterable[object]) -> list[float]:
    return [cell for cell in cells if isinstance(cell, int | float)]


def _sum(cells: Iterable[object]) -> float:
    return round(sum(_numbers(cells)), 4)


def _films(strategy: Strategy, period: Period) -> list[Row]:
    chance = period.chance
    known = [
        one
        for one in strategy.of(PostMetric)
        if one.network is Network.YOUTUBE
        and one.published_on
        and period.first <= one.published_on <= period.last
    ]
    rows = [
        _film(
            period, one.published_on, one.title, one.views or 0, one.impressions or 0,
            [one.likes or 0, one.comments or 0, one.shares or 0, one.follows or 0],
        )
        for one in known
        if one.published_on
    ]  # fmt: skip
    days = period.weekdays(2)[: int(FILMS[period.month]) - len(rows)]
    titles = subjects(3 * MONTHS.index(period.month) + 2)
    for day, title in zip(days, titles, strict=False):
        views = chance.randint(180, 520)
        likes = round(views * 0.04)
        marks = [likes, chance.randint(0, 7), chance.randint(0, 4), chance.randint(1, 8)]
        rows.append(_film(period, day, f"How to: {title[:1].lower()}{title[1:]}",
                          views, views * chance.randint(7, 11), marks))  # fmt: skip
    return rows


def _film(  # noqa: PLR0917 - a row, in its order
    period: Period, day: dt.date, title: str, views: int, impressions: int, marks: list[int]
) -> Row:
    chance = period.chance
    likes, comments, shares, gained = marks
    return [
        f"vid{day.toordinal():08d}", title, f"{day:%b} {day.day}, {day.year}",
        chance.randint(140, 320), views, round(views * HOURS_A_VIEW, 4), impressions,
        round(60 * views / impressions, 2), likes, comments, shares, gained, chance.randint(0, 2),
    ]  # fmt: skip


# --- Google Analytics --------------------------------------------------------------------

SOCIAL: dict[Month, dict[str, tuple[int, int]]] = {
    (2026, 8): {
        "linkedin": (366, 7), "youtube": (66, 1), "facebook": (25, 1), "instagram": (11, 0)
    },
    (2026, 9): {
        "linkedin": (506, 11), "youtube": (96, 1), "facebook": (26, 1), "instagram": (12, 0)
    },
    (2026, 10): {
        "linkedin": (540, 11), "youtube": (112, 2), "facebook": (26, 1), "instagram": (12, 0)
    },
}  # fmt: skip
"""Visits and key events by network, where the example says them."""

SHARES = {"linkedin": 0.78, "youtube": 0.14, "facebook": 0.05, "instagram": 0.03}

ELSEWHERE = (
    ("google / organic", 1_180, 9),
    ("(direct) / (none)", 640, 8),
    ("newsletter / email", 190, 4),
)
"""Other sources, with the visits and key events of an ordinary month."""

VISIT_TITLES: Row = [
    "Session source / medium", "Session campaign", "Session manual ad content", "Sessions",
    "Engaged sessions", "Engagement rate", "Average engagement time per session",
    "Key events", "Session key event rate", "Total revenue",
]  # fmt: skip

OPENED = 0.88
"""How many clicks on a link become a visit that analytics see."""


def analytics(strategy: Strategy, period: Period) -> bytes:
    """Return the report of acquired traffic: tagged posts first, then all the rest."""
    chance = period.chance
    rows: list[tuple[str, str, str, int, int]] = []
    left = dict(SOCIAL.get(period.month) or _by_network(period))
    for found, clicks, events in _tagged(strategy, period):
        visits = round(clicks * OPENED)
        rows.append((f"{found.source} / {found.medium}", found.campaign, found.content,
                     visits, events))  # fmt: skip
        if found.source in left:
            before = left[found.source]
            left[found.source] = before[0] - visits, before[1] - events
    for source, (visits, events) in left.items():
        rows.append((f"{source} / social", "always-on", "(not set)", visits, events))
    for source, visits, events in ELSEWHERE:
        rows.append((source, "(not set)", "(not set)", visits + chance.randint(-60, 90),
                     events + chance.randint(-2, 3)))  # fmt: skip
    lines = [
        "# ----------------------------------------", "# Gantrell site",
        "# Traffic acquisition: Session source / medium",
        "# ----------------------------------------",
        f"# {period.first:%Y%m%d}-{period.last:%Y%m%d}", "", "",
    ]  # fmt: skip
    body: list[Row] = []
    for source, campaign, content, visits, events in rows:
        engaged = round(visits * chance.uniform(0.52, 0.7))
        body.append([
            source, campaign, content, visits, engaged, round(engaged / visits, 6),
            round(chance.uniform(28, 95), 3), events, round(events / visits, 6), 0,
        ])  # fmt: skip
    return ("\n".join(lines) + csv_text(VISIT_TITLES, body)).encode("utf-8")


def _by_network(period: Period) -> dict[str, tuple[int, int]]:
    visits = period.split(VISITS[period.month], list(SHARES.values()))
    demos = int(DEMOS[period.month])
    events = [demos - 2, 1, 1, 0]
    return dict(zip(SHARES, zip(visits, events, strict=True), strict=True))


def _tagged(strategy: Strategy, period: Period) -> list[tuple[Codes, int, int]]:
    """Return the posts of the month that carry a link, with their clicks and key events."""
    results = {one.post: one for one in strategy.of(PostMetric) if one.post}
    return [
        (codes(strategy, post), results[post.id].clicks or 0, results[post.id].conversions or 0)
        for post in strategy.of(Post)
        if post.url and post.date and period.first <= post.date <= period.last
        and post.id in results
    ]  # fmt: skip
