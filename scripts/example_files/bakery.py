"""Two files of the bakery's autumn of 2026: Instagram and Facebook, one line a post."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from scripts.example_files.others import INSTAGRAM_TITLES
from scripts.example_files.writing import Row, csv_text, with_mark

INTERACTIONS = {9: 40, 10: 37, 11: 39, 12: 43}
"""What a post of Instagram brought on average, by month: 37 for 1,180 followers in October."""

INSTAGRAM = (
    ("09-03", "La rentrée sent le pain chaud. #boulangerieduport"),
    ("09-10", "Solène et la file de 7 h 30"),
    ("09-15", "Trois goûters sans emballage. #boulangerieduport"),
    ("09-24", "Le seigle revient. Qui l’attendait\u202f?"),
    ("10-01", "4 h du matin, un jeudi d’octobre"),
    ("10-06", "Garder son levain au froid. #painaulevain"),
    ("10-08", "Idriss façonne sa première fournée"),
    ("10-15", "Ce qu’il reste à 17 h"),
    ("10-20", "Deux miches, deux cuissons\u00a0: laquelle est la vôtre\u202f?"),
    ("10-22", "La farine arrive du moulin. #painaulevain"),
    ("10-29", "Un pain pour la Toussaint"),
    ("11-05", "Le four a vingt ans de moins que nous"),
    ("11-10", "Une question\u00a0: croûte ou mie\u202f?"),
    ("11-12", "Le direct de 6 h 30, en images"),
    ("11-19", "Six gestes pour une baguette. #boulangerieduport"),
    ("11-24", "Vous commandez, nous gardons"),
    ("11-26", "L’étagère du soir"),
    ("12-03", "Les bûches se choisissent ce soir. #boulangerieduport"),
    ("12-08", "Pain d’épices\u00a0: la pâte attend dix jours"),
    ("12-10", "Dix-huit heures au fournil, un samedi"),
    ("12-15", "Commander pour le 24, en trois messages"),
    ("12-17", "La dernière fournée de brioches"),
    ("12-22", "Vos tables de fête, en photo"),
)

FACEBOOK = (
    ("12-04", "Quel pain pour le réveillon\u202f? Répondez en un mot."),
    ("12-11", "Nos horaires des fêtes, jour par jour."),
    ("12-18", "Bûches\u00a0: on réserve jusqu’à dimanche."),
)

FACEBOOK_TITLES: Row = [
    "Post ID", "Page ID", "Page name", "Title", "Description", "Duration (sec)",
    "Publish time", "Caption type", "Permalink", "Is crosspost", "Is share", "Post type",
    "Languages", "Custom labels", "Funded content status", "Data comment", "Date", "Views",
    "Reach", "Reactions, Comments and Shares", "Reactions", "Comments", "Shares",
    "Total clicks", "Other Clicks",
]  # fmt: skip


def files() -> Iterator[tuple[str, bytes]]:
    """Yield both files with their names."""
    chance = random.Random("boulangerie du port")
    yield "Instagram_2026-09_2026-12.csv", _instagram(chance)
    yield "Facebook_2026-12.csv", _facebook(chance)


def _day(short: str) -> dt.date:
    return dt.date.fromisoformat(f"2026-{short}")


def _instagram(chance: random.Random) -> bytes:
    rows: list[Row] = []
    for short, text in INSTAGRAM:
        day = _day(short)
        done = round(INTERACTIONS[day.month] * chance.uniform(0.75, 1.25))
        comments, shares, saves = (
            round(done * chance.uniform(*span)) for span in ((0.08, 0.2), (0.05, 0.12), (0.1, 0.2))
        )
        reach = chance.randint(480, 900)
        rows.append([
            str(17_990_000_000_000_000 + day.toordinal()), "17841412345678901",
            "boulangerieduport.kerlann", "Boulangerie du Port", text, "0",
            f"{day:%m/%d/%Y} 12:15" if day.weekday() == 3 else f"{day:%m/%d/%Y} 18:15",
            f"https://www.instagram.com/p/P{day.toordinal()}/",
            "IG reel" if day.weekday() == 3 else "IG carousel", "", "Lifetime",
            round(reach * 1.5), reach, done - comments - shares - saves, shares,
            chance.randint(0, 5), comments, saves,
        ])  # fmt: skip
    return with_mark(csv_text(INSTAGRAM_TITLES, rows))


def _facebook(chance: random.Random) -> bytes:
    rows: list[Row] = []
    for short, text in FACEBOOK:
        day = _day(short)
        reach, likes = chance.randint(260, 420), chance.randint(3, 9)
        comments, shares, clicks = chance.randint(1, 8), chance.randint(0, 2), chance.randint(4, 20)
        rows.append([
            str(122_100_000_000_000_000 + day.toordinal()), "100064012345678",
            "Boulangerie du Port", "", text, "0", f"{day:%m/%d/%Y} 11:30", "",
            f"https://www.facebook.com/boulangerieduport.kerlann/posts/{day.toordinal()}",
            "0", "0", "Photos", "", "", "", "", "Lifetime", round(reach * 1.3), reach,
            likes + comments + shares, likes, comments, shares, clicks, 0,
        ])  # fmt: skip
    return with_mark(csv_text(FACEBOOK_TITLES, rows))
