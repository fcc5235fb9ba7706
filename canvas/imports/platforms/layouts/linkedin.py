"""What the files of LinkedIn look like: a page, its visitors, its competitors, a person."""

from __future__ import annotations

from collections.abc import Mapping

from canvas.imports.platforms.layouts.base import RATE, SKIP, Layout, figure, known_as, named
from canvas.imports.platforms.model import Meaning, Role
from canvas.steps.common import Network
from canvas.steps.measure.choices import Grain, Metric, Platform, Scope

M, S = Metric, Scope

_PARTS = {
    "impressions": M.IMPRESSIONS,
    "clicks": M.CLICKS,
    "reactions": M.LIKES,
    "comments": M.COMMENTS,
    "reposts": M.SHARES,
    "shares": M.SHARES,
}
_SCOPES = {"organic": S.ORGANIC, "sponsored": S.PAID, "total": S.TOTAL}

_PARTS_FR = {
    "impressions": M.IMPRESSIONS,
    "clics": M.CLICKS,
    "réactions": M.LIKES,
    "commentaires": M.COMMENTS,
    "republications": M.SHARES,
    "partages": M.SHARES,
}
_SCOPES_FR = {
    "organique": S.ORGANIC, "organiques": S.ORGANIC, "sponsorisé": S.PAID,
    "sponsorisés": S.PAID, "sponsorisées": S.PAID, "total": S.TOTAL,
}  # fmt: skip


def _parts(parts: Mapping[str, Metric], scopes: Mapping[str, Scope]) -> dict[str, Meaning]:
    return {
        f"{part} ({scope})": figure(metric, found)
        for part, metric in parts.items()
        for scope, found in scopes.items()
    }


LINKEDIN = (
    Layout(
        "linkedin_days", Platform.LINKEDIN, Grain.DAYS, Network.LINKEDIN,
        {
            "date": known_as(Role.DATE),
            **_parts(_PARTS, _SCOPES),
            "unique impressions (organic)": figure(M.REACH, S.ORGANIC),
            **dict.fromkeys([f"engagement rate ({scope})" for scope in _SCOPES], RATE),
        },
        frozenset({known_as(Role.DATE), figure(M.IMPRESSIONS), figure(M.CLICKS)}),
        {
            "date": known_as(Role.DATE),
            **_parts(_PARTS_FR, _SCOPES_FR),
            "impressions uniques (organiques)": figure(M.REACH, S.ORGANIC),
            **dict.fromkeys([f"taux d’engagement ({scope})" for scope in _SCOPES_FR], RATE),
        },
        order="mdy",
    ),
    Layout(
        "linkedin_posts", Platform.LINKEDIN, Grain.POSTS, Network.LINKEDIN,
        named({
            known_as(Role.URL): "post link",
            known_as(Role.TITLE): "post title",
            known_as(Role.PUBLISHED): "created date",
            known_as(Role.KIND): "content type",
            known_as(Role.PAID): "campaign name|post type",
            SKIP: "posted by|campaign start date|campaign end date|audience|offsite views",
            figure(M.IMPRESSIONS): "impressions",
            figure(M.VIEWS): "views",
            figure(M.CLICKS): "clicks",
            figure(M.LIKES): "likes|reactions",
            figure(M.COMMENTS): "comments",
            figure(M.SHARES): "reposts|shares",
            figure(M.FOLLOWS): "follows",
            RATE: "click through rate (ctr)|engagement rate",
        }),
        frozenset({known_as(Role.URL), known_as(Role.PUBLISHED), figure(M.IMPRESSIONS)}),
        named({
            known_as(Role.URL): "lien du post|lien de la publication",
            known_as(Role.TITLE): "titre du post|titre de la publication",
            known_as(Role.PUBLISHED): "date de création",
            known_as(Role.KIND): "type de contenu",
            known_as(Role.PAID): "nom de la campagne|type de post",
            SKIP: "publié par|date de début de la campagne|date de fin de la campagne|audience",
            figure(M.IMPRESSIONS): "impressions",
            figure(M.VIEWS): "vues",
            figure(M.CLICKS): "clics",
            figure(M.LIKES): "j’aime|réactions",
            figure(M.COMMENTS): "commentaires",
            figure(M.SHARES): "republications|partages",
            figure(M.FOLLOWS): "abonnements",
            RATE: "taux de clics (ctr)|taux d’engagement",
        }),
        order="mdy",
    ),
    Layout(
        "linkedin_followers", Platform.LINKEDIN, Grain.DAYS, Network.LINKEDIN,
        named({
            known_as(Role.DATE): "date",
            figure(M.NEW_FOLLOWERS, S.PAID): "sponsored followers",
            figure(M.NEW_FOLLOWERS, S.ORGANIC): "organic followers|auto-invited followers",
            # LinkedIn calls “total” the new followers of the day, not the stock.
            figure(M.NEW_FOLLOWERS): "total followers",
        }),
        frozenset(
            {known_as(Role.DATE), figure(M.NEW_FOLLOWERS), figure(M.NEW_FOLLOWERS, S.ORGANIC)}
        ),
        named({
            known_as(Role.DATE): "date",
            figure(M.NEW_FOLLOWERS, S.PAID): "abonnés sponsorisés",
            figure(M.NEW_FOLLOWERS, S.ORGANIC): "abonnés organiques|"
            "abonnés invités automatiquement",
            figure(M.NEW_FOLLOWERS): "total des abonnés|nombre total d’abonnés",
        }),
        # Nobody was paid for those who were invited: organic and sponsored make the total.
        added=frozenset({"auto-invited followers", "abonnés invités automatiquement"}),
        order="mdy",
    ),
    Layout(
        "linkedin_visitors", Platform.LINKEDIN, Grain.DAYS, Network.LINKEDIN,
        {
            "date": known_as(Role.DATE),
            "total page views (total)": figure(M.PAGE_VIEWS),
            "total unique visitors (total)": figure(M.VISITORS),
            **dict.fromkeys(
                [
                    f"{part} {what} ({device})"
                    for part in ("overview", "life", "jobs", "total")
                    for what in ("page views", "unique visitors")
                    for device in ("desktop", "mobile", "total")
                    if (part, device) != ("total", "total")
                ],
                SKIP,
            ),
        },
        frozenset({known_as(Role.DATE), figure(M.PAGE_VIEWS), figure(M.VISITORS)}),
        {
            "date": known_as(Role.DATE),
            "total des vues de la page (total)": figure(M.PAGE_VIEWS),
            "total des visiteurs uniques (total)": figure(M.VISITORS),
        },
        order="mdy",
    ),
    Layout(
        "linkedin_competitors", Platform.LINKEDIN, Grain.COMPETITORS, Network.LINKEDIN,
        named({
            known_as(Role.PAGE): "page",
            figure(M.FOLLOWERS): "total followers",
            figure(M.NEW_FOLLOWERS): "new followers",
            figure(M.ENGAGEMENTS): "total post engagements",
            figure(M.POSTS): "total posts|posts",
            figure(M.COMMENTS): "comments",
            figure(M.LIKES): "reactions",
            RATE: "comments per day",
        }),
        frozenset({known_as(Role.PAGE), figure(M.NEW_FOLLOWERS), figure(M.POSTS)}),
        named({
            known_as(Role.PAGE): "page",
            figure(M.FOLLOWERS): "total des abonnés",
            figure(M.NEW_FOLLOWERS): "nouveaux abonnés",
            figure(M.ENGAGEMENTS): "total des engagements|total des interactions",
            figure(M.POSTS): "total des posts|posts|publications",
            figure(M.COMMENTS): "commentaires",
            figure(M.LIKES): "réactions",
            RATE: "commentaires par jour",
        }),
    ),
    Layout(
        "linkedin_own_posts", Platform.LINKEDIN, Grain.POSTS, Network.LINKEDIN,
        named({
            known_as(Role.URL): "post url",
            known_as(Role.PUBLISHED): "post publish date|post published date",
            figure(M.ENGAGEMENTS): "engagements",
            figure(M.IMPRESSIONS): "impressions",
        }),
        frozenset({known_as(Role.URL), known_as(Role.PUBLISHED)}),
        named({
            known_as(Role.URL): "url du post|url de la publication",
            known_as(Role.PUBLISHED): "date de publication du post|date de publication",
            figure(M.ENGAGEMENTS): "engagements|interactions",
            figure(M.IMPRESSIONS): "impressions",
        }),
        one_of=frozenset({figure(M.ENGAGEMENTS), figure(M.IMPRESSIONS)}),
        order="mdy",
    ),
    Layout(
        "linkedin_own_days", Platform.LINKEDIN, Grain.DAYS, Network.LINKEDIN,
        named({
            known_as(Role.DATE): "date",
            figure(M.ENGAGEMENTS): "engagements",
            figure(M.IMPRESSIONS): "impressions",
        }),
        frozenset({known_as(Role.DATE), figure(M.ENGAGEMENTS), figure(M.IMPRESSIONS)}),
        order="mdy", sheet="engagement",
    ),
    Layout(
        "linkedin_own_followers", Platform.LINKEDIN, Grain.DAYS, Network.LINKEDIN,
        named({
            known_as(Role.DATE): "date",
            figure(M.NEW_FOLLOWERS): "new followers",
        }),
        frozenset({known_as(Role.DATE), figure(M.NEW_FOLLOWERS)}),
        order="mdy", sheet="followers",
    ),
)  # fmt: skip
