"""The figures of the software firm's reports, worked out again from the raw files.

pandas and openpyxl read the files here, and nothing of Canevas does: what both find is
right twice.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pandas as pd

FOLDER = Path(__file__).parents[2] / "data" / "examples" / "software-figures"

WEIGHTS = {"likes": 1, "comments": 3, "shares": 4}


def analytics(month: str) -> pd.DataFrame:
    """Return the lines of the traffic report, source and medium apart."""
    found = pd.read_csv(FOLDER / f"Traffic_acquisition_{month}.csv", comment="#")
    parts = found["Session source / medium"].str.split(" / ", expand=True)
    return found.assign(source=parts[0], medium=parts[1])


def visits_by_source(month: str, column: str = "Sessions") -> dict[str, float]:
    """Return visits from social networks, or their key events, by network."""
    found = analytics(month)
    social = found[found["medium"] == "social"]
    return social.groupby("source")[column].sum().astype(float).to_dict()


def tagged(month: str) -> dict[str, tuple[float, float]]:
    """Return sessions and key events of the links that name a post."""
    found = analytics(month)
    found = found[found["Session manual ad content"] != "(not set)"]
    return {
        row["Session manual ad content"]: (float(row["Sessions"]), float(row["Key events"]))
        for _, row in found.iterrows()
    }


def page(month: str) -> pd.DataFrame:
    """Return LinkedIn's days."""
    return pd.read_excel(
        FOLDER / f"gantrell_content_{month}.xlsx", sheet_name="Metrics", header=1, engine="openpyxl"
    )


def shown(month: str) -> tuple[float, float, float]:
    """Return impressions of the LinkedIn page: organic, paid, and both."""
    found = page(month)
    return tuple(
        float(found[f"Impressions ({part})"].sum()) for part in ("organic", "sponsored", "total")
    )


def engagement(month: str) -> float:
    """Return reactions, comments and reposts for a hundred impressions."""
    found = page(month)
    done = found[[f"{part} (total)" for part in ("Reactions", "Comments", "Reposts")]]
    return 100 * done.to_numpy().sum() / found["Impressions (total)"].sum()


def followers_gained(month: str) -> float:
    """Return the new followers of the LinkedIn page."""
    found = pd.read_excel(
        FOLDER / f"gantrell_followers_{month}.xlsx", sheet_name="New followers", engine="openpyxl"
    )
    return float(found["Total followers"].sum())


def audience(month: str, sheet: str) -> dict[str, float]:
    """Return who the followers are."""
    found = pd.read_excel(
        FOLDER / f"gantrell_followers_{month}.xlsx", sheet_name=sheet, engine="openpyxl"
    )
    return dict(zip(found[sheet], found["Total followers"].astype(float), strict=True))


def facebook_visits(month: str) -> float:
    """Return visits of the Facebook page."""
    found = pd.read_csv(FOLDER / f"Facebook_{month}.csv", encoding="utf-16", skiprows=2)
    return float(found["Primary"].sum())


def posts(month: str) -> pd.DataFrame:
    """Return the posts of all networks with their weighted interactions."""
    linkedin = pd.read_excel(
        FOLDER / f"gantrell_content_{month}.xlsx", sheet_name="All posts", header=1,
        engine="openpyxl",
    )  # fmt: skip
    instagram = pd.read_csv(FOLDER / f"Instagram_{month}.csv", dtype={"Post ID": str})
    (archive,) = FOLDER.glob(f"Content {month}-01_*.zip")
    with zipfile.ZipFile(archive) as parts, parts.open("Table data.csv") as table:
        youtube = pd.read_csv(table, encoding="utf-8-sig").query("Content != 'Total'")
    found = pd.concat([
        pd.DataFrame({
            "network": network, "key": table[key], "title": table[title],
            "likes": table["Likes"], "comments": table[comments], "shares": table[shares],
        })
        for network, table, key, title, comments, shares in (
            ("linkedin", linkedin, "Post link", "Post title", "Comments", "Reposts"),
            ("instagram", instagram, "Post ID", "Description", "Comments", "Shares"),
            ("youtube", youtube, "Content", "Video title", "Comments added", "Shares"),
        )
    ])  # fmt: skip
    scores = sum(found[name].astype(float) * weight for name, weight in WEIGHTS.items())
    return found.assign(score=scores)
