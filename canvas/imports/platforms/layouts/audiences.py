"""Titles that stand outside of a layout: parts of an audience, files of one figure each."""

from __future__ import annotations

from canvas.imports.platforms.layouts.base import level
from canvas.steps.measure.choices import Metric, Platform

M = Metric


def _by_title(pairs: dict[str, str]) -> dict[str, str]:
    return {level(title): key for key, titles in pairs.items() for title in titles.split("|")}


AUDIENCES = _by_title(
    {
        "location": "location|locations|localisation|lieu|country|pays|region|région",
        "job_function": "job function|job functions|fonction|job titles|intitulés de poste",
        "seniority": "seniority|niveau hiérarchique|ancienneté",
        "industry": "industry|industries|secteur|secteur d’activité",
        "company_size": "company size|taille de l’entreprise|taille d’entreprise",
        "gender": "gender|genre|sexe",
        "age": "age|âge",
        "territory": "top territories|territories|territoires|principaux territoires",
    }
)
"""Dimensions of an audience, by the title of their first column."""

FOLLOWER_VALUES = frozenset(
    map(level, ("total followers", "total des abonnés", "nombre total d’abonnés"))
)
VISITOR_VALUES = frozenset(map(level, ("total views", "total des vues", "nombre total de vues")))
SHARE_VALUES = frozenset(map(level, ("distribution", "répartition", "percentage", "pourcentage")))

AUDIENCE_PLATFORMS = {
    **dict.fromkeys(FOLLOWER_VALUES | VISITOR_VALUES, Platform.LINKEDIN),
    **dict.fromkeys(SHARE_VALUES, Platform.TIKTOK),
}
"""Whose file it is, by the title of the values."""

DEMOGRAPHICS = frozenset(map(level, ("top demographics", "principales données démographiques")))
"""First column of a person's audience on LinkedIn: the dimension stands in each line."""

META_METRICS = {
    level(title): metric
    for metric, titles in {
        M.VIEWS: "views|vues|affichages",
        M.VIEWERS: "viewers|spectateurs",
        M.REACH: "reach|facebook reach|instagram reach|couverture|couverture facebook|"
        "couverture instagram",
        M.ENGAGEMENTS: "content interactions|interactions avec le contenu",
        M.PROFILE_VISITS: "facebook visits|instagram profile visits|visits|visites facebook|"
        "visites du profil instagram|visites",
        M.LINK_CLICKS: "facebook link clicks|instagram link clicks|link clicks|"
        "clics sur un lien facebook|clics sur un lien|clics sur le lien",
        M.NEW_FOLLOWERS: "facebook follows|instagram follows|follows|follows facebook|"
        "nouveaux followers|abonnements",
        M.UNFOLLOWS: "unfollows|facebook unfollows|désabonnements",
    }.items()
    for title in titles.split("|")
}
"""Titles of Meta's files of one figure each."""

META_SEEN = frozenset(
    map(
        level,
        (
            "views", "viewers", "content interactions", "facebook visits",
            "facebook link clicks", "facebook follows",
        ),
    )
)  # fmt: skip
"""Those of them that stood in real files."""

META_VALUES = frozenset(map(level, ("primary", "principal", "principale", "valeur principale")))
"""What Meta calls the one column of such a file."""
