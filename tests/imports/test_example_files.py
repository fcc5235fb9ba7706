"""The example's platform files: what the script makes, and figures that add up."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from itertools import pairwise

import pytest
from openpyxl import load_workbook

from scripts.example_files import bakery, embedding, software
from scripts.example_files.facts import ENGAGEMENT, MONTHS, STOCK, VISITS

FOLDER = embedding.FOLDERS["software"]

NAMES = [f"{year}-{month:02}" for year, month in MONTHS]


def contents(data: bytes) -> dict[str, bytes]:
    """Return the parts of an archive, or the file itself: how it was packed is no matter."""
    if not data.startswith(b"PK"):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def sheet(month, kind, title):
    book = load_workbook(FOLDER / f"gantrell_{kind}_{month}.xlsx", read_only=True)
    return list(book[title].iter_rows(values_only=True))


@pytest.mark.parametrize("month", MONTHS, ids=NAMES)
def test_the_files_are_those_that_the_script_makes(month):
    for name, content in software.files_of(embedding.example("software"), month):
        assert contents((FOLDER / name).read_bytes()) == contents(content), (
            f"{name} is not fresh: run `python -m scripts.example_files`"
        )


def test_those_of_the_bakery_too():
    for name, content in bakery.files():
        assert (embedding.FOLDERS["bakery"] / name).read_bytes() == content


@pytest.mark.parametrize("name", embedding.FOLDERS)
def test_the_project_files_have_the_figures_of_their_files(name):
    path = embedding.EXAMPLES / f"{name}.canevas.json"
    assert (
        json.loads(path.read_bytes())["figures"] == json.loads(embedding.embedded(name))["figures"]
    )
    assert path.stat().st_size < 1_500_000


def test_there_are_six_files_a_month_for_a_year():
    assert len(list(FOLDER.iterdir())) == 72


@pytest.mark.parametrize("month", NAMES)
def test_totals_are_organic_and_sponsored_together(month):
    _, titles, *rows = sheet(month, "content", "Metrics")
    for part in ("Impressions", "Clicks", "Reactions", "Comments", "Reposts"):
        at = [titles.index(f"{part} ({scope})") for scope in ("organic", "sponsored", "total")]
        assert all(row[at[0]] + row[at[1]] == row[at[2]] for row in rows)
        assert all(row[at[0]] >= 0 for row in rows)
    seen, unique = (
        titles.index("Impressions (organic)"),
        titles.index("Unique impressions (organic)"),
    )
    assert all(row[unique] <= row[seen] for row in rows)


@pytest.mark.parametrize("month", MONTHS, ids=NAMES)
def test_the_page_engages_as_its_indicator_says(month):
    _, titles, *rows = sheet(NAMES[MONTHS.index(month)], "content", "Metrics")

    def total(part):
        return sum(row[titles.index(f"{part} (total)")] for row in rows)

    done = total("Reactions") + total("Comments") + total("Reposts")
    assert round(100 * done / total("Impressions"), 1) == ENGAGEMENT[month]


@pytest.mark.parametrize("month", NAMES)
def test_posts_were_shown_no_more_often_than_the_page(month):
    _, titles, *days = sheet(month, "content", "Metrics")
    _, post_titles, *posts = sheet(month, "content", "All posts")
    shown = sum(row[titles.index("Impressions (organic)")] for row in days)
    assert sum(row[post_titles.index("Impressions")] for row in posts) <= shown
    assert {row[post_titles.index("Posted by")] for row in posts} == {"Nele Corrijn"}
    dates = [row[post_titles.index("Created date")] for row in posts]
    assert all(date.endswith(month[:4]) and date.startswith(month[5:]) for date in dates)


def test_new_followers_lead_from_one_level_to_the_next():
    for before, month in pairwise(MONTHS):
        _, *rows = sheet(NAMES[MONTHS.index(month)], "followers", "New followers")
        assert sum(row[4] for row in rows) == STOCK[month] - STOCK[before]
        assert all(row[1] + row[2] + row[3] == row[4] for row in rows)


@pytest.mark.parametrize("month", MONTHS, ids=NAMES)
def test_visits_from_networks_are_those_of_the_indicator(month):
    path = FOLDER / f"Traffic_acquisition_{NAMES[MONTHS.index(month)]}.csv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines[1:]))
    social = [row for row in rows if row["Session source / medium"].endswith(" / social")]
    assert sum(int(row["Sessions"]) for row in social) == VISITS[month]
    assert all(int(row["Engaged sessions"]) <= int(row["Sessions"]) for row in rows)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.zip")), ids=lambda path: path.name)
def test_the_first_line_of_films_is_their_total(path):
    with zipfile.ZipFile(path) as parts:
        table = parts.read("Table data.csv").decode("utf-8-sig")
        days = parts.read("Totals.csv").decode("utf-8-sig")
    total, *films = csv.DictReader(io.StringIO(table))
    assert total["Content"] == "Total"
    for title in ("Views", "Watch time (hours)", "Impressions", "Likes", "Subscribers gained"):
        assert float(total[title]) == pytest.approx(sum(float(film[title]) for film in films))
    by_day = sum(int(row["Views"]) for row in csv.DictReader(io.StringIO(days)))
    assert by_day == int(float(total["Views"]))
