"""Files of the platforms, made in code from their documented titles, in English and French.

Each has the quirks of the real ones: marks of encoding, explanations above, total lines,
tables side by side, dates without a year, decimal commas, long identifiers, captions of
several lines, titles in other capitals.  French titles are what is expected, not what was
seen, except in the GA4 report.
"""

import csv
import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace

import xlsxwriter
import xlwt

THIN = "\u202f"
NBSP = "\u00a0"


@dataclass(frozen=True)
class Sheet:
    """One table: what stands above it, its titles, its lines, what stands below."""

    titles: list
    rows: list
    name: str = ""
    above: tuple = ()
    below: tuple = ()

    def lines(self):
        """Return all its lines; a text among them is written as it is."""
        return [*self.above, self.titles, *self.rows, *self.below]


@dataclass(frozen=True)
class File:
    """A file to write.

    Attributes:
        name: What it is called.
        sheets: Its tables.
        kind: csv, xls, xlsx or zip.
        encoding: Of its text.
        mark: What separates its columns.
        quoted: Whether every cell stands in quotation marks.
        is_movable: Whether its columns may stand in any order.
    """

    name: str
    sheets: tuple
    kind: str = "csv"
    encoding: str = "utf-8"
    mark: str = ","
    quoted: bool = False
    is_movable: bool = True

    def content(self) -> bytes:
        """Return its bytes."""
        if self.kind == "xls":
            return old_workbook(self.sheets)
        if self.kind == "xlsx":
            return workbook(self.sheets)
        if self.kind == "zip":
            return archive({f"{one.name}.csv": self._text([one]) for one in self.sheets})
        return self._text(self.sheets)

    def _text(self, sheets) -> bytes:
        made = io.StringIO(newline="")
        quoting = csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL
        writer = csv.writer(made, delimiter=self.mark, lineterminator="\r\n", quoting=quoting)
        for sheet in sheets:
            for line in sheet.lines():
                if isinstance(line, str):
                    made.write(f"{line}\r\n")
                else:
                    writer.writerow(line)
        return made.getvalue().encode(self.encoding)

    def changed(self, change: Callable[[Sheet], Sheet]) -> "File":
        """Return it with each of its tables changed."""
        return replace(self, sheets=tuple(change(sheet) for sheet in self.sheets))


def old_workbook(sheets) -> bytes:
    """Return a workbook as Excel wrote it before 2007."""
    book = xlwt.Workbook()
    for sheet in sheets:
        tab = book.add_sheet(sheet.name)
        for at, line in enumerate(sheet.lines()):
            for n, value in enumerate([line] if isinstance(line, str) else line):
                if value not in (None, ""):
                    tab.write(at, n, value)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def workbook(sheets) -> bytes:
    """Return a workbook of today."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"strings_to_urls": False}) as book:
        for sheet in sheets:
            tab = book.add_worksheet(sheet.name)
            for at, line in enumerate(sheet.lines()):
                tab.write_row(at, 0, [line] if isinstance(line, str) else line)
    return made.getvalue()


def archive(parts) -> bytes:
    """Return an archive of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parcel:
        for name, content in parts.items():
            parcel.writestr(name, content)
    return made.getvalue()


# --- the same file, otherwise ----------------------------------------------------------------


def rows_shuffled(sheet: Sheet) -> Sheet:
    """Return a table with its lines in another order."""
    return replace(sheet, rows=random.Random(7).sample(sheet.rows, len(sheet.rows)))


def columns_shuffled(sheet: Sheet) -> Sheet:
    """Return a table with its columns in another order."""
    order = random.Random(5).sample(range(len(sheet.titles)), len(sheet.titles))
    width = len(sheet.titles)
    return replace(
        sheet,
        titles=[sheet.titles[n] for n in order],
        rows=[[row[n] for n in order] for row in sheet.rows],
        below=tuple(
            [line[n] for n in order] if len(line) == width else line for line in sheet.below
        ),
    )


def doubled(sheet: Sheet) -> Sheet:
    """Return a table with all its lines twice."""
    return replace(sheet, rows=[*sheet.rows, *sheet.rows])


def capitals(sheet: Sheet) -> Sheet:
    """Return a table whose titles are in capitals, with more spaces and straight apostrophes."""
    titles = [title.upper().replace("’", "'").replace(" ", f"{NBSP} ") for title in sheet.titles]
    return replace(sheet, titles=titles)


# --- Meta ------------------------------------------------------------------------------------

CAPTION = 'Fresh bread, "hot" from 7\nsee you soon; bring a friend\n#bakery'

_FACEBOOK = [
    ("12210456789012345", CAPTION, 31, 8, 2026, "07:05", "Photos",
     12345, 8000, 321, 250, 41, 30, 77, 12, 5),
    ("12210456789012346", "Two", 2, 9, 2026, "18:30", "Videos", 900, "", 10, 7, 2, 1, "", "", ""),
    ("12210456789012347", "Three", 9, 9, 2026, "08:00", "Links", 0, 0, 0, 0, 0, 0, 0, 0, 0),
]  # fmt: skip


def facebook(language, order="mdy"):
    """Return the posts of a Facebook page; `order` is that of its dates."""
    english = language == "en"
    titles = (
        ["Post ID", "Page ID", "Page name", "Title", "Description", "Duration (sec)",
         "Publish time", "Caption type", "Permalink", "Is crosspost", "Is share", "Post type",
         "Languages", "Custom labels", "Funded content status", "Data comment", "Date", "Views",
         "Reach", "Reactions, Comments and Shares", "Reactions", "Comments", "Shares",
         "Total clicks", "Other Clicks", "Matched Audience Targeting Consumption (Photo Click)"]
        if english else
        ["Identifiant de publication", "Identifiant de page", "Nom de la page", "Titre",
         "Description", "Durée (s)", "Heure de publication", "Type de légende", "Permalien",
         "Est une publication croisée", "Est un partage", "Type de publication", "Langues",
         "Libellés personnalisés", "Statut du contenu financé", "Commentaire sur les données",
         "Date", "Vues", "Couverture", "Réactions, commentaires et partages", "Réactions",
         "Commentaires", "Partages", "Nombre total de clics", "Autres clics",
         "Clics sur la photo"]
    )  # fmt: skip
    rows = [
        [key, "100064000000000", "The Harbour Bakery", "", text, 0,
         f"{_day(day, month, year, order)} {clock}", "", f"https://www.facebook.com/posts/{key}",
         0, 0, kind, "", "", "", "", "Lifetime", *figures]
        for key, text, day, month, year, clock, kind, *figures in _FACEBOOK
    ]  # fmt: skip
    return File("facebook.csv", (Sheet(titles, rows),), encoding="utf-8-sig", quoted=True)


def instagram(language):
    """Return the posts of an Instagram account."""
    titles = (
        ["Post ID", "Account ID", "Account username", "Account name", "Description",
         "Duration (sec)", "Publish time", "Permalink", "Post type", "Data comment", "Date",
         "Views", "Reach", "Likes", "Shares", "Follows", "Comments", "Saves"]
        if language == "en" else
        ["Identifiant de publication", "Identifiant du compte", "Nom d’utilisateur du compte",
         "Nom du compte", "Description", "Durée (s)", "Heure de publication", "Permalien",
         "Type de publication", "Commentaire sur les données", "Date", "Vues", "Couverture",
         "Mentions J’aime", "Partages", "Nouveaux followers", "Commentaires", "Enregistrements"]
    )  # fmt: skip
    order = "mdy" if language == "en" else "dmy"
    rows = [
        ["17900000000000001", "178414", "harbour.bakery", "Harbour", CAPTION, 0,
         f"{_day(30, 8, 2026, order)} 12:00", "https://www.instagram.com/p/a/", "IG carousel", "",
         "Lifetime", 2000, 1500, 120, 9, 3, 14, 22],
        ["17900000000000002", "178414", "harbour.bakery", "Harbour", "Reel", 15,
         f"{_day(5, 9, 2026, order)} 09:15", "https://www.instagram.com/p/b/", "IG reel", "",
         "Lifetime", 5000, 4100, 300, 40, 11, 25, 60],
    ]  # fmt: skip
    return File("instagram.csv", (Sheet(titles, rows),), encoding="utf-8-sig", quoted=True)


def meta_days(language):
    """Return Meta's figures by day: one block a figure, in UTF-16."""
    views, follows = ("Views", "Facebook follows") if language == "en" else (
        "Vues", "Follows Facebook")  # fmt: skip
    titles = ["Date", "Primary"]
    days = [f"2026-08-{day}T00:00:00" for day in (22, 23, 24)]
    blocks = (
        Sheet(titles, [list(pair) for pair in zip(days, ["8226", "0", "7310"], strict=True)],
              above=("sep=,", f'"{views}"'), below=("",)),
        Sheet(titles, [[days[0], "3"], [days[1], ""], [days[2], "5"]], above=(f'"{follows}"',)),
    )  # fmt: skip
    return File("Views.csv", blocks, encoding="utf-16", quoted=True)


# --- LinkedIn --------------------------------------------------------------------------------

ABOVE = "Aggregated organic and sponsored data for your Page, in UTC. Updated daily."


def _parts(names, scopes):
    return [f"{name} ({scope})" for name in names for scope in scopes]


def linkedin_content(language):
    """Return what a LinkedIn page published: days, then posts."""
    if language == "en":
        scopes = ("organic", "sponsored", "total")
        days = [
            "Date",
            *_parts(["Impressions"], scopes),
            "Unique impressions (organic)",
            *_parts(["Clicks", "Reactions", "Comments", "Reposts", "Engagement rate"], scopes),
        ]
        posts = [
            "Post title",
            "Post link",
            "Post type",
            "Campaign name",
            "Posted by",
            "Created date",
            "Campaign start date",
            "Campaign end date",
            "Audience",
            "Impressions",
            "Views",
            "Offsite Views",
            "Clicks",
            "Click through rate (CTR)",
            "Likes",
            "Comments",
            "Reposts",
            "Follows",
            "Engagement rate",
            "Content Type",
        ]
        order, names = "mdy", ("Metrics", "All posts")
    else:
        scopes = ("organique", "sponsorisé", "total")
        days = [
            "Date",
            *_parts(["Impressions"], scopes),
            "Impressions uniques (organiques)",
            *_parts(
                ["Clics", "Réactions", "Commentaires", "Republications", "Taux d’engagement"],
                scopes,
            ),
        ]
        posts = [
            "Titre du post",
            "Lien du post",
            "Type de post",
            "Nom de la campagne",
            "Publié par",
            "Date de création",
            "Date de début de la campagne",
            "Date de fin de la campagne",
            "Audience",
            "Impressions",
            "Vues",
            "Vues hors site",
            "Clics",
            "Taux de clics (CTR)",
            "J’aime",
            "Commentaires",
            "Republications",
            "Abonnements",
            "Taux d’engagement",
            "Type de contenu",
        ]
        order, names = "dmy", ("Indicateurs", "Tous les posts")
    lines = [
        [_day(30, 8, 2026, order), 1000, 200, 1200, 700, 50, 5, 55, 40, 2, 42, 7, 0, 7, 3, 1, 4,
         0.1, 0.04, 0.09],
        [_day(1, 9, 2026, order), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]  # fmt: skip
    made = [
        ["We are hiring\na baker", "https://www.linkedin.com/feed/update/urn:li:activity:71",
         "Organic", "", "Ana", _day(30, 8, 2026, order), "", "", "", 900, None, None, 45, 0.05,
         38, 6, 3, 2, 0.1, "Image"],
        ["Our white paper", "https://www.linkedin.com/feed/update/urn:li:activity:72",
         "Sponsored", "Autumn", "Ana", _day(31, 8, 2026, order), "", "", "", 300, 120, 4, 10,
         0.03, 4, 1, 1, 0, 0.05, "Video"],
    ]  # fmt: skip
    return File(
        "page_content.xls",
        (Sheet(days, lines, names[0], (ABOVE,)), Sheet(posts, made, names[1], (ABOVE,))),
        "xls",
    )


def linkedin_followers(language):
    """Return the new followers of a LinkedIn page, and who they are."""
    if language == "en":
        titles = [
            "Date",
            "Sponsored followers",
            "Organic followers",
            "Auto-invited followers",
            "Total followers",
        ]
        order, place, size, total = "mdy", "Location", "Company size", "Total followers"
    else:
        titles = [
            "Date",
            "Abonnés sponsorisés",
            "Abonnés organiques",
            "Abonnés invités automatiquement",
            "Total des abonnés",
        ]
        order, place, size, total = "dmy", "Localisation", "Taille de l’entreprise", (
            "Total des abonnés")  # fmt: skip
    return File(
        "page_followers.xls",
        (
            Sheet(titles, [[_day(30, 8, 2026, order), 2, 10, 1, 13],
                           [_day(1, 9, 2026, order), 0, 4, 0, 4]], "New followers"),
            Sheet([place, total], [["Lyon, France", 420], ["Paris, France", 1180]], "Location"),
            Sheet([size, total], [["2-10", 90], ["11-50", 310]], "Company size"),
        ),
        "xls",
    )  # fmt: skip


def linkedin_visitors(language):
    """Return the visitors of a LinkedIn page: twenty-five columns."""
    order = "mdy" if language == "en" else "dmy"
    if language == "en":
        names = [
            f"{part} {what} ({device})"
            for part in ("Overview", "Life", "Jobs", "Total")
            for what in ("page views", "unique visitors")
            for device in ("desktop", "mobile", "total")
        ]
        place, total = "Job function", "Total views"
    else:
        names = [
            f"{what} {part} ({device})"
            for part in ("Vue d’ensemble", "Vie", "Emplois")
            for what in ("Vues de la page", "Visiteurs uniques")
            for device in ("ordinateur", "mobile", "total")
        ]
        names += [
            f"{what} ({device})"
            for what in ("Total des vues de la page", "Total des visiteurs uniques")
            for device in ("ordinateur", "mobile", "total")
        ]
        place, total = "Fonction", "Total des vues"
    rows = [
        [_day(30, 8, 2026, order), *range(1, 19), 20, 30, 50, 12, 18, 29],
        [_day(1, 9, 2026, order), *[0] * 18, 1, 2, 3, 1, 1, 2],
    ]
    return File(
        "page_visitors.xls",
        (Sheet(["Date", *names], rows, "Visitor metrics"),
         Sheet([place, total], [["Sales", 14], ["Finance", 6]], place)),
        "xls",
    )  # fmt: skip


def linkedin_competitors(language):
    """Return the competitors of a LinkedIn page over a month."""
    if language == "en":
        titles = [
            "Page",
            "Total Followers",
            "New Followers",
            "Total Post Engagements",
            "Total Posts",
        ]
        above = ["08/01/2026 - 08/31/2026"]
    else:
        titles = [
            "Page",
            "Total des abonnés",
            "Nouveaux abonnés",
            "Total des engagements",
            "Total des posts",
        ]
        above = ["1 août 2026 - 31 août 2026"]
    rows = [["Bread & Co", 5400, 120, 860, 22], ["The Harbour Bakery", 1600, 17, 240, 9]]
    return File("page_competitor_analytics.xlsx",
                (Sheet(titles, rows, "COMPETITORS", (above,)),), "xlsx")  # fmt: skip


def linkedin_person(_language="en"):
    """Return the figures of a person: two tables side by side, texts for numbers."""
    top = ["Post URL", "Post publish date", "Engagements", None,
           "Post URL", "Post publish date", "Impressions"]  # fmt: skip
    url = "https://www.linkedin.com/feed/update/urn:li:activity:"
    return File(
        "AggregateAnalytics_Ana_2026-08-01_2026-08-31.xlsx",
        (
            Sheet(["Overall Performance", "8/1/2026 - 8/31/2026"],
                  [["Impressions", "5,400"], ["Members reached", "2,100"]], "DISCOVERY"),
            Sheet(["Date", "Impressions", "Engagements"],
                  [["8/30/2026", 400, 31], ["8/31/2026", 250, 12]], "ENGAGEMENT"),
            Sheet(top, [[f"{url}1", "8/30/2026", "31", None, f"{url}2", "8/12/2026", "1,950"],
                        [f"{url}2", "8/12/2026", "9", None, f"{url}1", "8/30/2026", "400"],
                        [None, None, None, None, f"{url}3", "8/2/2026", "55"]],
                  "TOP POSTS", ("Maximum of 50 posts available to include in this list", [None])),
            Sheet(["Date", "New followers"], [["8/30/2026", 3], ["8/31/2026", 0]], "FOLLOWERS",
                  (["Total followers on 8/31/2026:", 1204], [None])),
            Sheet(["Top Demographics", "Value", "Percentage"],
                  [["Location", "Lyon", "12%"], ["Seniority", "Senior", 0.3]], "DEMOGRAPHICS"),
        ),
        "xlsx",
        is_movable=False,
    )  # fmt: skip


# --- X ---------------------------------------------------------------------------------------


def x_posts(language):
    """Return the posts of an account on X."""
    titles = (
        ["Post id", "Date", "Post text", "Post Link", "Impressions", "Likes", "Engagements",
         "Bookmarks", "Shares", "New follows", "Replies", "Reposts", "Profile visits",
         "Detail Expands", "URL Clicks", "Hashtag Clicks", "Permalink Clicks"]
        if language == "en" else
        ["Identifiant du post", "Date", "Texte du post", "Lien du post", "Impressions", "J’aime",
         "Engagements", "Signets", "Partages", "Nouveaux abonnements", "Réponses", "Reposts",
         "Visites du profil", "Développements", "Clics sur l’URL", "Clics sur un hashtag",
         "Clics sur le permalien"]
    )  # fmt: skip
    first, second = (
        ("Fri, Jun 5, 2026", "Tue, Aug 25, 2026") if language == "en"
        else ("ven. 5 juin 2026", "mar. 25 août 2026")
    )  # fmt: skip
    rows = [
        ["1930500000000000001", first, "Hello, all\nof you", "https://x.com/bakery/status/1", 1200,
         15, 40, 2, 1, 3, 4, 6, 8, 5, 9, 0, 0],
        ["1930500000000000002", second, "“Bread”", "https://x.com/bakery/status/2", 80, 0, 1, 0,
         0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]  # fmt: skip
    return File("account_analytics_content_2026-06-01_2026-08-31.csv", (Sheet(titles, rows),))


def x_days(language):
    """Return the days of an account on X, the newest first."""
    titles = (
        ["Date", "Impressions", "Likes", "Engagements", "Bookmarks", "Shares", "New follows",
         "Unfollows", "Replies", "Reposts", "Profile visits", "Create Post", "Video views",
         "Media views"]
        if language == "en" else
        ["Date", "Impressions", "J’aime", "Engagements", "Signets", "Partages",
         "Nouveaux abonnements", "Désabonnements", "Réponses", "Reposts", "Visites du profil",
         "Posts créés", "Vues de vidéos", "Vues de médias"]
    )  # fmt: skip
    days = (
        ("Tue, Aug 25, 2026", "Mon, Aug 24, 2026") if language == "en"
        else ("mar. 25 août 2026", "lun. 24 août 2026")
    )  # fmt: skip
    rows = [
        [days[0], 500, 12, 30, 1, 0, 4, 2, 3, 2, 10, 1, 55, 60],
        [days[1], 300, 2, 9, 0, 0, 0, 1, 0, 0, 4, 0, 0, 5],
    ]
    return File("account_overview_analytics.csv", (Sheet(titles, rows),))


def x_legacy(_language="en"):
    """Return the posts of the time when X was Twitter: forty columns."""
    figures = ["impressions", "engagements", "engagement rate", "retweets", "replies", "likes",
               "user profile clicks", "url clicks", "hashtag clicks", "detail expands",
               "permalink clicks", "app opens", "app installs", "follows", "email tweet",
               "dial phone", "media views", "media engagements"]  # fmt: skip
    titles = ["Tweet id", "Tweet permalink", "Tweet text", "time", *figures,
              *(f"promoted {name}" for name in figures)]  # fmt: skip
    rows = [
        ["728900000000000001", "https://twitter.com/b/status/1", "Old, but\ngold",
         "2016-05-03 14:22 +0000", "1000.0", "21.0", "0.021", "3.0", "1.0", "9.0", "2.0", "4.0",
         *["0"] * 5, "1.0", "0", "0", "7", "7", *["-"] * 18],
        ["728900000000000002", "https://twitter.com/b/status/2", "Paid", "2016-05-04 09:00 +0000",
         "500.0", "5.0", "0.01", "0.0", "0.0", "2.0", "0", "0", *["0"] * 5, "0", "0", "0", "0",
         "0", "400.0", *["0"] * 17],
    ]  # fmt: skip
    return File("tweet_activity_metrics.csv", (Sheet(titles, rows),), quoted=True)


# --- YouTube and TikTok ----------------------------------------------------------------------


def youtube(language):
    """Return the archive of YouTube Studio: its table begins with a total."""
    english = language == "en"
    titles = (
        ["Content", "Video title", "Video publish time", "Duration", "Views", "Engaged views",
         "Watch time (hours)", "Average view duration", "Average percentage viewed (%)",
         "Impressions", "Impressions click-through rate (%)", "Likes", "Comments added", "Shares",
         "Subscribers gained", "Subscribers lost", "Unique viewers", "Hype points"]
        if english else
        ["Contenu", "Titre de la vidéo", "Heure de publication de la vidéo", "Durée", "Vues",
         "Vues avec engagement", "Durée de visionnage (heures)", "Durée moyenne d’une vue",
         "Pourcentage moyen visionné (%)", "Impressions", "Taux de clics par impressions (%)",
         "J’aime", "Commentaires ajoutés", "Partages", "Abonnés gagnés", "Abonnés perdus",
         "Spectateurs uniques", "Points Hype"]
    )  # fmt: skip
    n = str if english else lambda text: text.replace(",", THIN).replace(".", ",")
    at = ("Jun 5, 2026", "Aug 25, 2026") if english else ("5 juin 2026", "25 août 2026")
    rows = [
        ["Total", "", "", "", n("1,560"), 0, n("61.2505"), "0:02:21", n("41.5"), n("21,000"),
         n("4.2"), 88, 12, 9, 14, 2, n("1,100"), ""],
        ["dQw4w9WgXcQ", "How bread\nis made", at[0], 312, n("1,234"), 900, n("50.2500"),
         "0:02:26", n("47.05"), n("20,000"), n("4.50"), 80, 10, 9, 12, 1, n("1,000"), 7],
        ["aaaaaaaaaaa", "Total of the week", at[1], 60, 326, 100, n("11.0005"), "0:02:01",
         n("36.5"), n("1,000"), n("2.75"), 8, 2, 0, 2, 1, 100, ""],
    ]  # fmt: skip
    names = ("Table data", "Chart data", "Totals") if english else (
        "Données du tableau", "Données du graphique", "Totaux")  # fmt: skip
    chart = [*titles[:4], titles[4]]
    return File(
        "Content 2026-06-01_2026-08-31.zip",
        (
            Sheet(titles, rows, names[0]),
            Sheet(["Date", *chart],
                  [["2026-08-25", "aaaaaaaaaaa", "Total of the week", at[1], 60, 300]], names[1]),
            Sheet(["Date", titles[4]], [["2026-08-24", "26"], ["2026-08-25", n("1,300")]],
                  names[2]),
        ),
        "zip",
        encoding="utf-8-sig",
    )  # fmt: skip


def tiktok_days(language):
    """Return the days of a TikTok account over New Year, which its dates do not tell."""
    titles = (
        ["Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares"]
        if language == "en" else
        ["Date", "Vues de vidéos", "Vues du profil", "J’aime", "Commentaires", "Partages"]
    )  # fmt: skip
    days = (
        ["December 30", "December 31", "January 1"] if language == "en"
        else ["30 décembre", "31 décembre", "1 janvier"]
    )  # fmt: skip
    figures = [[900, 12, 40, 3, 1], [0, 0, 0, 0, 0], [1500, 20, "undefined", 5, 2]]
    rows = [[day, *line] for day, line in zip(days, figures, strict=True)]
    return File("Overview.csv", (Sheet(titles, rows),), encoding="utf-8-sig", quoted=True)


def tiktok_followers(language):
    """Return the number of followers, day by day."""
    titles = (
        ["Date", "Followers", "Difference in followers from previous day"]
        if language == "en" else
        ["Date", "Abonnés", "Différence d’abonnés par rapport au jour précédent"]
    )  # fmt: skip
    days = ("December 31", "January 1") if language == "en" else ("31 décembre", "1 janvier")
    rows = [[days[0], 1000, 4], [days[1], 998, -2]]
    return File("FollowerHistory.csv", (Sheet(titles, rows),))


def tiktok_viewers(language):
    """Return how many people saw something, day by day."""
    titles = (
        ["Date", "Total Viewers", "New Viewers", "Returning Viewers"]
        if language == "en" else
        ["Date", "Nombre total de spectateurs", "Nouveaux spectateurs", "Spectateurs réguliers"]
    )  # fmt: skip
    days = ("December 31", "January 1") if language == "en" else ("31 décembre", "1 janvier")
    return File("Viewers.csv", (Sheet(titles, [[days[0], 70, 50, 20], [days[1], 65, 1, 64]]),))


def tiktok_gender(language):
    """Return the followers by gender."""
    titles = ["Gender", "Distribution"] if language == "en" else ["Genre", "Répartition"]
    shares = ("0.62", "0.36", "0.02") if language == "en" else ("62 %", "36 %", "2 %")
    rows = [list(pair) for pair in zip(("Female", "Male", "Other"), shares, strict=True)]
    return File("FollowerGender.csv", (Sheet(titles, rows),))


def tiktok_videos(language):
    """Return the videos of a TikTok account; they have no identifier."""
    titles = (
        ["Video title", "Post time", "Video link", "Total views", "Total likes", "Total comments",
         "Total shares", "Average watch time", "Reach"]
        if language == "en" else
        ["Titre de la vidéo", "Heure de publication", "Lien de la vidéo", "Nombre total de vues",
         "Nombre total de J’aime", "Nombre total de commentaires", "Nombre total de partages",
         "Durée de visionnage moyenne", "Portée"]
    )  # fmt: skip
    n = ("1,234", "2026-12-31 18:00") if language == "en" else (f"1{THIN}234", "31/12/2026 18:00")
    rows = [
        ["Croissants\nat dawn", n[1], "https://www.tiktok.com/@b/video/1", n[0], 90, 8, 7, "5.2",
         "undefined"],
    ]  # fmt: skip
    return File("Content.csv", (Sheet(titles, rows),))


# --- Google Analytics ------------------------------------------------------------------------


def _ga4_above(title, start, end):
    return ("# ----------------------------------------", f"# {title}", "# Account: Bakery",
            "# Property: harbour-bakery.example", "# ----------------------------------------",
            "#", f"# Start date: {start}", f"# End date: {end}")  # fmt: skip


def ga4_channels(language):
    """Return the visits by channel over a month, with the total that GA4 puts at the end."""
    if language == "en":
        titles = [
            "Session primary channel group (Default Channel Group)",
            "Sessions",
            "Engaged sessions",
            "Engagement rate",
            "Average engagement time per session",
            "Events per session",
            "Event count",
            "Key events",
            "Session key event rate",
            "Total revenue",
        ]
        rows = [
            [
                "Organic Social",
                "1,234",
                900,
                "0.7293",
                "61.5",
                "4.1",
                5060,
                12,
                "0.0097",
                "1,150.5",
            ],
            ["Paid Social", 100, 50, "0.5", "20", "3", 300, 2, "0.02", 0],
        ]
        above, total = ("# ---", "# Traffic acquisition", "# 20260801-20260831", ""), "Grand total"
    else:
        titles = [
            "Groupe de canaux principal de la session (Groupe de canaux par défaut)",
            "Sessions",
            "Sessions avec engagement",
            "Taux d’engagement",
            "Durée d’engagement moyenne par session",
            "Événements par session",
            "Nombre d’événements",
            "Événements clés",
            "Taux d’événements clés par session",
            "Revenu total",
        ]
        rows = [
            [
                "Organic Social",
                f"1{THIN}234",
                900,
                "0,7293",
                "61,5",
                "4,1",
                5060,
                12,
                "0,0097",
                f"1{THIN}150,5",
            ],
            ["Paid Social", 100, 50, "0,5", "20", "3", 300, 2, "0,02", 0],
        ]
        above, total = ("# ---", "# Acquisition de trafic", "# 20260801-20260831", ""), "Total"
    below = [total, 1334, 950, "", "", "", 5360, 14, "", ""]
    return File(
        "Traffic_acquisition.csv", (Sheet(titles, rows, "", above, (below,)),),
        mark="," if language == "en" else ";",
    )  # fmt: skip


def ga4_sources(_language="en"):
    """Return the visits by source and day, then those of a month by campaign, in one file."""
    days = Sheet(
        ["Date", "Session source / medium", "Session campaign", "Session manual ad content",
         "Country", "Sessions", "Key events"],
        [["20260830", "linkedin.com / social", "autumn", "post-17", "France", 20, 1],
         ["20260830", "linkedin.com / social", "autumn", "post-17", "Belgium", 5, 0],
         ["20260831", "(direct) / (none)", "(direct)", "(not set)", "France", 40, 3]],
        above=_ga4_above("Sources", "20260830", "20260831"),
    )  # fmt: skip
    months = Sheet(
        ["Session campaign", "Sessions", "Key events"],
        [["spring", 300, 11]],
        above=("", *_ga4_above("Campaigns", "20260501", "20260531")),
    )
    return File("Sources.csv", (days, months))


def ga4_pages(language):
    """Return the visits by landing page; its period stands in words."""
    if language == "en":
        titles = [
            "Landing page",
            "Sessions",
            "Active users",
            "New users",
            "Average engagement time per session",
            "Key events",
        ]
        above = _ga4_above("Landing page", "20260801", "20260831")
    else:
        titles = [
            "Page de destination",
            "Sessions",
            "Utilisateurs actifs",
            "Nouveaux utilisateurs",
            "Durée d’engagement moyenne par session",
            "Événements clés",
        ]
        above = ("# Page de destination", "# Date de début: 20260801", "# Date de fin: 20260831")
    rows = [["/bread", 80, 70, 30, "12", 4], ["(not set)", 3, 3, 3, "1", 0]]
    return File("Landing_page.csv", (Sheet(titles, rows, "", above),))


def ga4_users(language):
    """Return the new users by the channel of their first visit."""
    titles = (
        ["First user primary channel group (Default Channel Group)", "Total users", "New users",
         "Returning users", "Key events"]
        if language == "en" else
        ["Groupe de canaux principal du premier utilisateur (Groupe de canaux par défaut)",
         "Nombre total d’utilisateurs", "Nouveaux utilisateurs", "Utilisateurs connus",
         "Événements clés"]
    )  # fmt: skip
    rows = [["Organic Social", 700, 500, 200, 9]]
    return File("User_acquisition.csv", (Sheet(titles, rows, "", ("# 20260801-20260831",)),))


def own_table(language):
    """Return a table of nobody's platform."""
    if language == "en":
        titles = ["Day", "Impressions", "Number of clicks", "Cost per click", "Weather"]
        rows = [["08/30/2026", "1,234", 50, "0.25", "Sun"], ["09/01/2026", 900, "", "0.3", ""]]
        return File("newsletter.csv", (Sheet(titles, rows),))
    titles = ["Jour", "Impressions", "Nombre de clics", "Coût par clic", "Météo"]
    rows = [
        ["30/08/2026", f"1{NBSP}234", 50, "0,25", "Soleil"],
        ["01/09/2026", 900, "", "0,3", ""],
    ]
    return File("infolettre.csv", (Sheet(titles, rows),), mark=";", encoding="cp1252")


def _day(day, month, year, order):
    first, second = (day, month) if order == "dmy" else (month, day)
    return f"{first:02d}/{second:02d}/{year}"


BOTH = {
    "facebook": facebook,
    "instagram": instagram,
    "meta_days": meta_days,
    "linkedin_content": linkedin_content,
    "linkedin_followers": linkedin_followers,
    "linkedin_visitors": linkedin_visitors,
    "linkedin_competitors": linkedin_competitors,
    "x_posts": x_posts,
    "x_days": x_days,
    "youtube": youtube,
    "tiktok_days": tiktok_days,
    "tiktok_followers": tiktok_followers,
    "tiktok_viewers": tiktok_viewers,
    "tiktok_gender": tiktok_gender,
    "tiktok_videos": tiktok_videos,
    "ga4_channels": ga4_channels,
    "ga4_pages": ga4_pages,
    "ga4_users": ga4_users,
    "own_table": own_table,
}
"""Files in English and in French."""

ENGLISH = {"linkedin_person": linkedin_person, "x_legacy": x_legacy, "ga4_sources": ga4_sources}
"""Files in English alone."""


def facebook_fr():
    """Return the Facebook file as a French account would get it."""
    return facebook("fr", "dmy")


FILES = {
    **{f"{key}-en": make("en") for key, make in (*BOTH.items(), *ENGLISH.items())},
    **{f"{key}-fr": make("fr") for key, make in BOTH.items() if key != "facebook"},
    "facebook-fr": facebook_fr(),
}
"""All of them, by what they are and their language."""
