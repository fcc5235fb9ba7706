"""Write the platform files of the software firm's example: a year, month by month.

    python scripts/example_files.py [FOLDER]

They are what LinkedIn, Meta, YouTube and Google Analytics let one download, in their own
formats, with figures made up once and for all: the same bytes each time.  The visits of
each month are those that the example's readings have, and the posts of autumn 2026 are
those of its calendar, so that files and strategy tell one story.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import sys
import zipfile
from calendar import monthrange
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlsxwriter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from canvas.domain.records import EXISTS  # noqa: E402
from canvas.domain.strategy import Strategy, build  # noqa: E402
from canvas.imports.project import read_project  # noqa: E402
from canvas.rules.tracking import codes  # noqa: E402
from canvas.steps import RECORD_TYPES  # noqa: E402
from canvas.steps.plan.calendar import Post  # noqa: E402

FOLDER = ROOT / "data" / "examples" / "software-figures"
MONTHS = [(2025, 11), (2025, 12), *((2026, month) for month in range(1, 11))]

VISITS = {
    (2025, 11): 410, (2025, 12): 372, (2026, 1): 455, (2026, 2): 470, (2026, 3): 528,
    (2026, 4): 541, (2026, 5): 566, (2026, 6): 590, (2026, 7): 512, (2026, 8): 468,
    (2026, 9): 640, (2026, 10): 690,
}  # fmt: skip
"""Visits from social networks; April was never read, and only the file knows it."""

DEMOS = dict(zip(MONTHS, (9, 8, 11, 10, 12, 11, 13, 12, 10, 9, 13, 14), strict=True))
ENGAGEMENT = dict(
    zip(MONTHS, (2.1, 2.0, 2.2, 2.3, 2.4, 2.3, 2.6, 2.7, 2.5, 2.4, 2.9, 3.0), strict=True)
)
"""LinkedIn's interactions for a hundred impressions."""

FOLLOWERS = dict(zip(MONTHS, (28, 22, 31, 34, 38, 35, 41, 44, 30, 26, 71, 83), strict=True))
"""New followers of the LinkedIn page."""

SHARES = (("linkedin", 0.72), ("youtube", 0.15), ("facebook", 0.07), ("instagram", 0.06))

SUBJECTS = (
    "Planned or urgent: four questions", "The Monday board of a dairy", "A spare part too many",
    "What a shutdown really costs", "Bearings, noise and patience", "Three words of a planner",
    "Why the list of urgent jobs grows", "One page for the night shift", "The tool crib, before and after",
    "How to say no to a fitter", "A plan that survives Tuesday", "Counting what did not break",
)  # fmt: skip


def main() -> None:
    """Write all files."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    strategy = _strategy()
    for month in MONTHS:
        for name, content in files_of(strategy, month):
            (folder / name).write_bytes(content)


def _strategy() -> Strategy:
    raw = (ROOT / "data" / "examples" / "software.canevas.json").read_bytes()
    rows = {(r.type, r.id): {EXISTS: True, **r.fields} for r in read_project(raw)}
    return build("software", 1, rows, RECORD_TYPES)


def files_of(strategy: Strategy, month: tuple[int, int]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of one month, each with the name that its platform gives it."""
    chance = random.Random(f"gantrell {month}")
    first = dt.date(*month, 1)
    last = first.replace(day=monthrange(*month)[1])
    stamp = f"{first:%Y-%m}"
    posts = _linkedin_posts(strategy, first, last, chance)
    yield f"gantrell_content_{stamp}.xlsx", _linkedin_content(first, last, posts, chance)
    yield f"gantrell_followers_{stamp}.xlsx", _linkedin_followers(first, last, chance)
    yield f"Instagram_{stamp}.csv", _instagram(first, last, chance)
    yield f"Facebook_{stamp}.csv", _facebook(first, last, chance)
    yield f"Content {first}_{last} Gantrell Workshop.zip", _youtube(first, last, chance)
    yield f"Traffic_acquisition_{stamp}.csv", _analytics(strategy, first, last, chance)


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    while first <= last:
        yield first
        first += dt.timedelta(1)


def _split(total: int, parts: int, chance: random.Random) -> list[int]:
    """Return `parts` numbers that add up to `total`."""
    weights = [chance.uniform(0.5, 1.5) for _ in range(parts)]
    found = [int(total * weight / sum(weights)) for weight in weights]
    for n in range(total - sum(found)):
        found[n % parts] += 1
    return found


# --- LinkedIn ----------------------------------------------------------------------------


def _linkedin_posts(
    strategy: Strategy, first: dt.date, last: dt.date, chance: random.Random
) -> list[dict[str, Any]]:
    planned = [
        post
        for post in strategy.of(Post)
        if post.account == "account-linkedin" and post.date and first <= post.date <= last
    ]
    found = [
        {"title": p.title, "url": f"https://posts.example/{p.id}", "day": p.date} for p in planned
    ]
    if not found:
        days = [day for day in _days(first, last) if day.weekday() in (1, 3)]
        for n, day in enumerate(sorted(chance.sample(days, 3 if first.month in (8, 12) else 5))):
            number = 7_000_000_000_000_000_000 + day.toordinal() * 1_000 + n
            found.append({
                "title": SUBJECTS[(day.toordinal() // 7) % len(SUBJECTS)],
                "url": f"https://www.linkedin.com/feed/update/urn:li:activity:{number}",
                "day": day,
            })  # fmt: skip
    rate = ENGAGEMENT[first.year, first.month] / 100
    for n, post in enumerate(found):
        impressions = chance.randint(1_900, 4_200) + (5_000 if n == 0 else 0)
        reactions = round(impressions * rate * chance.uniform(0.55, 0.75))
        post |= {
            "impressions": impressions,
            "views": chance.choice([0, 0, impressions // 3]),
            "clicks": round(impressions * chance.uniform(0.006, 0.014)),
            "likes": reactions,
            "comments": round(reactions * chance.uniform(0.1, 0.3)),
            "reposts": round(reactions * chance.uniform(0.05, 0.2)),
            "follows": chance.randint(1, 9),
        }
    return found


def _linkedin_content(
    first: dt.date, last: dt.date, posts: list[dict[str, Any]], chance: random.Random
) -> bytes:
    out = io.BytesIO()
    book = _workbook(out, first)
    sheet = book.add_worksheet("Metrics")
    sheet.write(0, 0, "Daily metrics of the posts of the page, for the period that was chosen.")
    parts = ("Impressions", "Clicks", "Reactions", "Comments", "Reposts", "Engagement rate")
    scopes = ("organic", "sponsored", "total")
    titles = ["Date"]
    for part in parts:
        titles += [f"{part} ({scope})" for scope in scopes]
        if part == "Impressions":
            titles.append("Unique impressions (organic)")
    sheet.write_row(1, 0, titles)
    days = list(_days(first, last))
    count = len(days)
    impressions = _split(sum(p["impressions"] for p in posts), count, chance)
    paid = [
        chance.randint(20, 90) if first.month in (3, 9, 10) and d.weekday() < 5 else 0 for d in days
    ]
    rate = ENGAGEMENT[first.year, first.month] / 100
    for n, day in enumerate(days):
        organic = impressions[n]
        clicks, reactions = round(organic * 0.01), round(organic * rate * 0.65)
        comments, reposts = round(organic * rate * 0.15), round(organic * rate * 0.1)
        figures = {
            "Impressions": (organic, paid[n]), "Clicks": (clicks, round(paid[n] * 0.02)),
            "Reactions": (reactions, round(paid[n] * 0.005)), "Comments": (comments, 0),
            "Reposts": (reposts, 0),
        }  # fmt: skip
        row: list[object] = [f"{day:%m/%d/%Y}"]
        for part in parts[:-1]:
            own, bought = figures[part]
            row += [own, bought, own + bought]
            if part == "Impressions":
                row.append(round(own * 0.82))
        done = [sum(figures[p][scope] for p in parts[1:-1]) for scope in (0, 1)]
        row += [
            round(done[0] / organic, 6) if organic else 0,
            round(done[1] / paid[n], 6) if paid[n] else 0,
            round(sum(done) / (organic + paid[n]), 6) if organic + paid[n] else 0,
        ]
        sheet.write_row(n + 2, 0, row)
    sheet = book.add_worksheet("All posts")
    sheet.write(0, 0, "All posts that were created in the period that was chosen.")
    sheet.write_row(1, 0, [
        "Post title", "Post link", "Post type", "Campaign name", "Posted by", "Created date",
        "Campaign start date", "Campaign end date", "Audience", "Impressions", "Views",
        "Offsite Views", "Clicks", "Click through rate (CTR)", "Likes", "Comments", "Reposts",
        "Follows", "Engagement rate", "Content Type",
    ])  # fmt: skip
    for n, post in enumerate(posts):
        done = post["clicks"] + post["likes"] + post["comments"] + post["reposts"]
        sheet.write_row(n + 2, 0, [
            post["title"], post["url"], "Organic", "", "Nele Aerts", f"{post['day']:%m/%d/%Y}",
            "", "", "All followers", post["impressions"], post["views"] or "", "", post["clicks"],
            round(post["clicks"] / post["impressions"], 6), post["likes"], post["comments"],
            post["reposts"], post["follows"], round(done / post["impressions"], 6),
            "Video" if post["views"] else "Image",
        ])  # fmt: skip
    book.close()
    return out.getvalue()


AUDIENCE = {
    "Location": ("Greater Antwerp Area", "Greater Ghent Area", "Brussels", "Lille", "Liège"),
    "Job function": ("Operations", "Engineering", "Business Development", "Purchasing"),
    "Seniority": ("Senior", "Manager", "Entry", "Director", "Owner"),
    "Industry": ("Packaging", "Food production", "Machinery", "Automotive", "Software"),
    "Company size": ("51-200", "201-500", "11-50", "501-1000", "2-10"),
}


def _linkedin_followers(first: dt.date, last: dt.date, chance: random.Random) -> bytes:
    out = io.BytesIO()
    book = _workbook(out, first)
    sheet = book.add_worksheet("New followers")
    sheet.write_row(0, 0, [
        "Date", "Sponsored followers", "Organic followers", "Auto-invited followers",
        "Total followers",
    ])  # fmt: skip
    days = list(_days(first, last))
    for n, (day, new) in enumerate(
        zip(days, _split(FOLLOWERS[first.year, first.month], len(days), chance), strict=True), 1
    ):
        sheet.write_row(n, 0, [f"{day:%m/%d/%Y}", 0, new, 0, new])
    stock = 1_840 + sum(
        new for month, new in FOLLOWERS.items() if month <= (first.year, first.month)
    )
    for title, labels in AUDIENCE.items():
        sheet = book.add_worksheet(title)
        sheet.write_row(0, 0, [title, "Total followers"])
        known = _split(round(stock * 0.8), len(labels), chance)
        for n, (label, value) in enumerate(
            zip(labels, sorted(known, reverse=True), strict=True), 1
        ):
            sheet.write_row(n, 0, [label, value])
    book.close()
    return out.getvalue()


def _workbook(out: io.BytesIO, made: dt.date) -> xlsxwriter.Workbook:
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": dt.datetime(made.year, made.month, 1)})  # noqa: DTZ001
    return book


# --- Meta --------------------------------------------------------------------------------


def _instagram(first: dt.date, last: dt.date, chance: random.Random) -> bytes:
    titles = [
        "Post ID", "Account ID", "Account username", "Account name", "Description",
        "Duration (sec)", "Publish time", "Permalink", "Post type", "Data comment", "Date",
        "Views", "Reach", "Likes", "Shares", "Follows", "Comments", "Saves",
    ]  # fmt: skip
    rows = []
    fridays = [day for day in _days(first, last) if day.weekday() == 4][:2]
    for n, day in enumerate(fridays):
        reach = chance.randint(240, 520)
        rows.append([
            str(18_030_000_000_000_000 + day.toordinal() * 10 + n), "17841400008460056",
            "gantrell.team", "Gantrell",
            f"Friday, 4 p.m.\nThe team says “see you on Monday”. #maintenance #team{day:%m}",
            "0", f"{day:%m/%d/%Y} 16:00", f"https://www.instagram.com/p/G{day.toordinal()}/",
            "IG carousel" if n else "IG reel", "", "Lifetime", round(reach * 1.4), reach,
            round(reach * chance.uniform(0.05, 0.1)), chance.randint(0, 4), chance.randint(0, 3),
            chance.randint(0, 6), chance.randint(0, 5),
        ])  # fmt: skip
    return _csv(titles, rows, bom=True)


def _facebook(first: dt.date, last: dt.date, chance: random.Random) -> bytes:
    titles = [
        "Post ID", "Page ID", "Page name", "Title", "Description", "Duration (sec)",
        "Publish time", "Caption type", "Permalink", "Is crosspost", "Is share", "Post type",
        "Languages", "Custom labels", "Funded content status", "Data comment", "Date", "Views",
        "Reach", "Reactions, Comments and Shares", "Reactions", "Comments", "Shares",
        "Total clicks", "Other Clicks",
    ]  # fmt: skip
    rows = []
    if first.month % 2 == 0:
        day = next(d for d in _days(first, last) if d.weekday() == 4)
        reach, likes = chance.randint(60, 180), chance.randint(2, 11)
        comments, shares = chance.randint(0, 2), chance.randint(0, 2)
        rows.append([
            str(122_100_000_000_000_000 + day.toordinal()), "100063561234567", "Gantrell",
            f"Film of {day:%B}", "Taken from LinkedIn, with the \"real\" noise of the workshop.",
            "62", f"{day:%m/%d/%Y} 12:30", "", f"https://www.facebook.com/gantrell/{day.toordinal()}",
            "0", "0", "Videos", "", "", "", "", "Lifetime", round(reach * 1.2), reach,
            likes + comments + shares, likes, comments, shares, chance.randint(1, 9), 0,
        ])  # fmt: skip
    return _csv(titles, rows, bom=True)


# --- YouTube -----------------------------------------------------------------------------


def _youtube(first: dt.date, last: dt.date, chance: random.Random) -> bytes:
    titles = [
        "Content", "Video title", "Video publish time", "Duration", "Views",
        "Watch time (hours)", "Impressions", "Impressions click-through rate (%)", "Likes",
        "Comments added", "Subscribers gained", "Subscribers lost",
    ]  # fmt: skip
    rows = []
    wednesdays = [day for day in _days(first, last) if day.weekday() == 2]
    for n, day in enumerate(wednesdays[1:4:2]):
        views = chance.randint(180, 620)
        rows.append([
            f"vid{day.toordinal():08d}{n}", f"How to: {SUBJECTS[(day.toordinal() // 14) % 12].lower()}",
            f"{day:%b} {day.day}, {day.year}", chance.randint(140, 320), views,
            round(views * 0.031, 4), views * 11, 4.2, round(views * 0.035), chance.randint(0, 7),
            chance.randint(1, 8), chance.randint(0, 2),
        ])  # fmt: skip
    numbers = [*range(4, 7), *range(8, 12)]
    total = ["Total", "", "", "", *("" for _ in titles[4:])]
    for at in numbers:
        total[at] = str(round(sum(row[at] for row in rows), 4))
    days = list(_days(first, last))
    per_day = _split(sum(row[4] for row in rows), len(days), chance)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in (
            ("Table data.csv", _csv(titles, [total, *rows], bom=True)),
            ("Totals.csv", _csv(
                ["Date", "Views", "Watch time (hours)"],
                [[d.isoformat(), v, round(v * 0.031, 4)] for d, v in zip(days, per_day, strict=True)],
                bom=True,
            )),
        ):  # fmt: skip
            parts.writestr(zipfile.ZipInfo(name, (first.year, first.month, 1, 0, 0, 0)), content)
    return archive.getvalue()


# --- Google Analytics --------------------------------------------------------------------


def _analytics(strategy: Strategy, first: dt.date, last: dt.date, chance: random.Random) -> bytes:
    month = first.year, first.month
    visits, demos = VISITS[month], DEMOS[month]
    rows: list[list[object]] = []
    tagged = [
        (codes(strategy, post), post)
        for post in strategy.of(Post)
        if post.url and post.date and first <= post.date <= last
    ]
    left = visits
    for found, _ in tagged:
        sessions = chance.randint(14, 58)
        left -= sessions
        rows.append([f"{found.source} / {found.medium}", found.campaign, found.content, sessions])
    for n, (source, share) in enumerate(SHARES):
        sessions = (
            left - sum(round(left * s) for _, s in SHARES[1:]) if not n else round(left * share)
        )
        rows.append([f"{source} / social", "always-on", "(not set)", sessions])
    events = _split(demos, len(rows), chance)
    for row, wanted in zip(rows, events, strict=True):
        row.append(wanted)
    for source, sessions in (
        ("google / organic", 1_180),
        ("(direct) / (none)", 640),
        ("newsletter / email", 210),
    ):
        rows.append(
            [
                source,
                "(not set)",
                "(not set)",
                sessions + chance.randint(-90, 140),
                chance.randint(3, 16),
            ]
        )
    lines = [
        "# ----------------------------------------", "# Gantrell site",
        "# Traffic acquisition: Session source / medium",
        "# ----------------------------------------", f"# {first:%Y%m%d}-{last:%Y%m%d}", "",
    ]  # fmt: skip
    titles = [
        "Session source / medium", "Session campaign", "Session manual ad content", "Sessions",
        "Engaged sessions", "Engagement rate", "Average engagement time per session",
        "Key events", "Session key event rate", "Total revenue",
    ]  # fmt: skip
    body = []
    for source, campaign, content, sessions, wanted in rows:
        engaged = round(int(sessions) * chance.uniform(0.52, 0.7))
        body.append([
            source, campaign, content, sessions, engaged, round(engaged / int(sessions), 6),
            round(chance.uniform(28, 95), 3), wanted, round(wanted / int(sessions), 6), 0,
        ])  # fmt: skip
    return ("\n".join(lines) + "\n").encode() + _csv(titles, body)


def _csv(titles: list[str], rows: list[list[Any]], *, bom: bool = False) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(titles)
    writer.writerows(rows)
    return (b"\xef\xbb\xbf" if bom else b"") + out.getvalue().encode("utf-8")


if __name__ == "__main__":
    main()
