"""LinkedIn's files of a page: content, by day and by post; followers, by day and by kind."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass

from canvas.domain.strategy import Strategy
from canvas.steps.measure.readings import PostMetric
from scripts.example_files.facts import (
    ENGAGEMENT,
    MONTHS,
    POSTS,
    REACH,
    SHOWN,
    SPONSORED,
    STOCK,
    STOCK_BEFORE,
    Period,
    subjects,
)
from scripts.example_files.writing import Row, workbook

PAGE = "account-linkedin"

AUTHOR = "Nele Corrijn"

INTERACTIONS = {"Reactions": 0.72, "Comments": 0.17, "Reposts": 0.11}
"""What interactions are made of."""

PARTS = ("Impressions", "Clicks", *INTERACTIONS)

POST_TITLES: Row = [
    "Post title", "Post link", "Post type", "Campaign name", "Posted by", "Created date",
    "Campaign start date", "Campaign end date", "Audience", "Impressions", "Views",
    "Offsite Views", "Clicks", "Click through rate (CTR)", "Likes", "Comments", "Reposts",
    "Follows", "Engagement rate", "Content Type",
]  # fmt: skip

AUDIENCE = {
    "Location": ("Greater Antwerp Area", "Greater Ghent Area", "Brussels", "Lille", "Liège"),
    "Job function": ("Operations", "Engineering", "Business Development", "Purchasing"),
    "Seniority": ("Senior", "Manager", "Entry", "Director", "Owner"),
    "Industry": ("Packaging", "Food production", "Machinery", "Automotive", "Software"),
    "Company size": ("51-200", "201-500", "11-50", "501-1000", "2-10"),
}
SHARES = (0.34, 0.26, 0.19, 0.13, 0.08)
"""How an audience falls into its parts, the largest first."""

KNOWN = 0.8
"""The share of followers of whom LinkedIn knows a part."""


@dataclass(frozen=True, slots=True)
class Result:
    """A post and what came of it."""

    title: str
    url: str
    day: dt.date
    impressions: int
    views: int
    clicks: int
    likes: int
    comments: int
    reposts: int
    follows: int

    @property
    def interactions(self) -> int:
        """Clicks are among them, as LinkedIn counts."""
        return self.clicks + self.likes + self.comments + self.reposts


def posts(strategy: Strategy, period: Period) -> list[Result]:
    """Return the posts of a month: those whose results the example has, and others."""
    found = [
        Result(
            one.title, one.url, one.published_on, one.impressions or 0, one.views or 0,
            one.clicks or 0, one.likes or 0, one.comments or 0, one.shares or 0, one.follows or 0,
        )
        for one in strategy.of(PostMetric)
        if one.account == PAGE
        and one.published_on
        and period.first <= one.published_on <= period.last
    ]  # fmt: skip
    taken = {post.day for post in found}
    free = [day for day in period.weekdays(0, 1, 2, 3) if day not in taken]
    count = int(POSTS[period.month]) - len(found)
    days = sorted(period.chance.sample(free, count))
    known = sum(post.impressions for post in found)
    # Posts of other months are shown too, so that a month has more than its own posts.
    left = max(0.85 * REACH[period.month] * SHOWN - known, 640 * count)
    shown = period.uneven(left, count) if count else []
    titles = subjects(5 * MONTHS.index(period.month))
    for day, title, impressions in zip(days, titles, shown, strict=False):
        found.append(_post(period, day, title, impressions))
    return sorted(found, key=lambda post: post.day)


def _post(period: Period, day: dt.date, title: str, impressions: int) -> Result:
    chance = period.chance
    done = impressions * ENGAGEMENT[period.month] / 100 * chance.uniform(0.7, 1.2)
    likes, comments, reposts = period.split(round(done), list(INTERACTIONS.values()))
    number = 7_000_000_000_000_000_000 + day.toordinal() * 1_000 + chance.randrange(1_000)
    return Result(
        title=title,
        url=f"https://www.linkedin.com/feed/update/urn:li:activity:{number}",
        day=day,
        impressions=impressions,
        views=chance.choice([0, 0, impressions // 3]),
        clicks=round(impressions * chance.uniform(0.006, 0.014)),
        likes=likes,
        comments=comments,
        reposts=reposts,
        follows=round(impressions * chance.uniform(0.0005, 0.002)),
    )


def content(period: Period, results: list[Result]) -> bytes:
    """Return the file of content."""
    out = io.BytesIO()
    book = workbook(out, period.last)
    sheet = book.add_worksheet("Metrics")
    sheet.write(0, 0, "Daily metrics of the posts of the page, for the period that was chosen.")
    rows = _daily(period)
    for n, row in enumerate(rows, 1):
        sheet.write_row(n, 0, row)
    sheet = book.add_worksheet("All posts")
    sheet.write(0, 0, "All posts that were created in the period that was chosen.")
    sheet.write_row(1, 0, POST_TITLES)
    for n, post in enumerate(results, 2):
        sheet.write_row(n, 0, [
            post.title, post.url, "Organic", "", AUTHOR, f"{post.day:%m/%d/%Y}", "", "",
            "All followers", post.impressions, post.views or "", "", post.clicks,
            round(post.clicks / post.impressions, 6), post.likes, post.comments, post.reposts,
            post.follows, round(post.interactions / post.impressions, 6),
            "Video" if post.views else "Image",
        ])  # fmt: skip
    book.close()
    return out.getvalue()


def _daily(period: Period) -> list[Row]:
    """Return the titles and a row a day; all totals are organic and sponsored together."""
    days = period.days
    organic = {"Impressions": period.uneven(REACH[period.month] * SHOWN, len(days))}
    paid = {"Impressions": [_bought(period, day) for day in days]}
    paid["Clicks"] = [round(n * 0.02) for n in paid["Impressions"]]
    paid["Reactions"] = [round(n * 0.01) for n in paid["Impressions"]]
    paid["Comments"] = paid["Reposts"] = [0] * len(days)
    seen = organic["Impressions"]
    organic["Clicks"] = period.split(sum(seen) * 0.009, seen)
    done = ENGAGEMENT[period.month] / 100 * (sum(seen) + sum(paid["Impressions"]))
    for part, share in INTERACTIONS.items():
        organic[part] = period.split(round(done * share) - sum(paid[part]), seen)
    titles: Row = ["Date"]
    for part in (*PARTS, "Engagement rate"):
        titles += [f"{part} ({scope})" for scope in ("organic", "sponsored", "total")]
        if part == "Impressions":
            titles.append("Unique impressions (organic)")
    rows = [titles]
    unique = period.split(REACH[period.month], seen)
    for n, day in enumerate(days):
        row: Row = [f"{day:%m/%d/%Y}"]
        for part in PARTS:
            own, bought = organic[part][n], paid[part][n]
            row += [own, bought, own + bought]
            if part == "Impressions":
                row.append(unique[n])
        acted = [sum(scope[part][n] for part in PARTS[1:]) for scope in (organic, paid)]
        shown = [organic["Impressions"][n], paid["Impressions"][n]]
        row += [_rate(acted[0], shown[0]), _rate(acted[1], shown[1]), _rate(sum(acted), sum(shown))]
        rows.append(row)
    return rows


def _bought(period: Period, day: dt.date) -> int:
    if period.month not in SPONSORED or day.weekday() > 4:
        return 0
    return period.chance.randint(60, 160)


def _rate(part: int, whole: int) -> float:
    return round(part / whole, 6) if whole else 0


def followers(period: Period) -> bytes:
    """Return the file of followers; “Total followers” of a day are its new ones."""
    out = io.BytesIO()
    book = workbook(out, period.last)
    sheet = book.add_worksheet("New followers")
    sheet.write_row(0, 0, [
        "Date", "Sponsored followers", "Organic followers", "Auto-invited followers",
        "Total followers",
    ])  # fmt: skip
    stock = STOCK[period.month]
    at = MONTHS.index(period.month)
    gained = stock - (STOCK[MONTHS[at - 1]] if at else STOCK_BEFORE)
    for n, (day, new) in enumerate(
        zip(period.days, period.uneven(gained, len(period.days)), strict=True), 1
    ):
        bought = 1 if period.month in SPONSORED and new > 3 else 0
        sheet.write_row(n, 0, [f"{day:%m/%d/%Y}", bought, new - bought, 0, new])
    for title, labels in AUDIENCE.items():
        sheet = book.add_worksheet(title)
        sheet.write_row(0, 0, [title, "Total followers"])
        for n, (label, value) in enumerate(
            zip(labels, period.split(round(stock * KNOWN), SHARES[: len(labels)]), strict=True), 1
        ):
            sheet.write_row(n, 0, [label, value])
    book.close()
    return out.getvalue()
