"""Read a table of nobody's: by the names of the figures, in English and in French."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from canvas.i18n import Translator
from canvas.imports.bounded import SheetRow
from canvas.imports.platforms.layouts import LAYOUTS, level
from canvas.imports.platforms.model import Meaning, Role
from canvas.imports.platforms.opening import Sheet
from canvas.imports.platforms.tables import Table
from canvas.imports.platforms.values import is_figure, moment_of, text_of
from canvas.steps.measure.choices import Grain, Metric, Platform

_SEARCHED = 60
_LOOKED_AT = 20
_SHORTEST = 5
"""Letters of a name that is looked for inside of a longer title."""

_ROLES = {
    Role.DATE: "date|day|jour|le",
    Role.KEY: "id|identifiant",
    Role.URL: "url|link|lien|permalink|permalien",
    Role.TEXT: "text|texte|caption|légende|message",
    Role.PUBLISHED: "published|published on|publié le",
    Role.HANDLE: "account|compte|handle",
}
_METRICS = {
    Metric.VIEWS: "vue",
    Metric.REACH: "couverture",
    Metric.CLICKS: "click|clic",
    Metric.LIKES: "like|reaction|réaction",
    Metric.FOLLOWERS: "follower|fans|number of followers|nombre d’abonnés",
    Metric.SESSIONS: "visits|visites",
}


def table_of(sheet: Sheet, platform: Platform | None = None) -> Table | None:
    """Return the table of a sheet, None where nothing in it looks like titles over figures."""
    at = _head(sheet.rows)
    if at is None:
        return None
    titles = tuple(text_of(cell) for cell in sheet.rows[at].cells)
    meanings, sure = _meanings(titles)
    table = Table("", platform, None, titles, meanings, sure)
    table.rows = sheet.rows[at + 1 :]
    table.notes = tuple(row.cells for row in sheet.rows[:at])
    return table


def grain_of(meanings: Sequence[Meaning | None]) -> Grain | None:
    """Return what a line is about, by what its columns hold; None where they do not say."""
    roles = {found.role for found in meanings if found}
    if not any(found and found.metric for found in meanings):
        return Grain.AUDIENCE if {Role.LABEL, Role.PART} <= roles else None
    if roles & {Role.KEY, Role.URL} or (
        Role.PUBLISHED in roles and roles & {Role.TEXT, Role.TITLE}
    ):
        return Grain.POSTS
    if roles & {Role.SOURCE, Role.SOURCE_MEDIUM, Role.CHANNEL, Role.LANDING}:
        return Grain.VISITS
    if Role.DATE in roles:
        return Grain.DAYS
    return Grain.COMPETITORS if Role.PAGE in roles else None


def _meanings(titles: Sequence[str]) -> tuple[list[Meaning | None], list[bool]]:
    """Return what columns hold, and whether their titles say that as a whole.

    Whole titles come first: “Qualified views” may be views, but not beside “Views”.
    """
    names = [level(title) for title in titles]
    meanings: list[Meaning | None] = [None] * len(names)
    for n, name in enumerate(names):
        found = _names().get(name)
        if found and not (found.metric and found in meanings):
            meanings[n] = found
    sure = [found is not None for found in meanings]
    for n, name in enumerate(names):
        if not sure[n] and (found := _inside(name)) not in meanings:
            meanings[n] = found
    return meanings, sure


def _inside(name: str) -> Meaning | None:
    """Return the one figure that a title names among other words."""
    words = f" {name.replace('_', ' ').replace('-', ' ')} "
    if not _RATES.isdisjoint(words.split()):
        return None
    found = {
        meaning
        for known, meaning in _names().items()
        if meaning.metric and len(known) >= _SHORTEST and f" {known} " in words
    }
    # Two figures in one title (“clicks of followers”) make a third one, which is unknown.
    return found.pop() if len(found) == 1 else None


_RATES = frozenset(
    {
        "rate",
        "taux",
        "%",
        "per",
        "par",
        "average",
        "moyenne",
        "moyen",
        "ratio",
        "ctr",
        "(%)",
        "coût",
    }
)


@cache
def _names() -> dict[str, Meaning]:
    """Return meanings by levelled title: those on which all layouts agree, and our own words."""
    said: dict[str, set[Meaning]] = defaultdict(set)
    for layout in LAYOUTS:
        for title, found in (*layout.titles.items(), *layout.french.items()):
            if found.role not in (Role.RATE, Role.IGNORED):
                said[title].add(found)
    names = {title: found.pop() for title, found in said.items() if len(found) == 1}
    french = Translator("fr")
    for metric in Metric:
        if metric is not Metric.OTHER and not metric.is_rate:
            for label in (metric.label, french(metric.label)):
                names[level(label)] = Meaning(metric=metric)
    for pairs in (_METRICS, _ROLES):
        for what, titles in pairs.items():
            meaning = Meaning(role=what) if isinstance(what, Role) else Meaning(metric=what)
            names |= {level(title): meaning for title in titles.split("|")}
    return names


def _head(rows: Sequence[SheetRow]) -> int | None:
    """Return which line holds the titles: texts alone, with figures or dates under them."""
    for at, row in enumerate(rows[:_SEARCHED]):
        filled = [cell for cell in row.cells if cell is not None]
        texts = [cell for cell in filled if isinstance(cell, str) and not is_figure(cell)]
        if len(filled) < 2 or len(texts) < len(filled) or any(_is_day(text) for text in texts):
            continue
        below = rows[at + 1 : at + 1 + _LOOKED_AT]
        if any(is_figure(cell) or _is_day(cell) for under in below for cell in under.cells):
            return at
    return None


def _is_day(cell: object) -> bool:
    return not isinstance(cell, str) or moment_of(cell, "dmy") is not None
