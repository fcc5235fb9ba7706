"""What the files of the platforms look like: titles of columns, and what they hold.

English titles were seen in real files; French ones are what the platforms' pages call
these figures, and are marked “to confirm” (`sure=False`) until a file was seen.  Titles are
compared whole, after spaces, capitals and accents' forms were levelled: “Reactions,
comments and shares” stands beside “Reactions”.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from canvas.imports.platforms.model import Meaning, Role
from canvas.steps.common import Network
from canvas.steps.measure.choices import Grain, Metric, Platform, Scope

Titles = Sequence[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of table.

    Attributes:
        key: Its name.
        platform: Whose it is.
        grain: What a line is about.
        network: The network of its posts and accounts, None where the file names it.
        titles: Meanings by title seen in real files, in English.
        french: Meanings by French title, to confirm.
        needs: Meanings without which it is not this layout.
        month_first: Whether its dates are written month first where nothing tells.
        sheet: Part of the sheet's name that it must have, “” for any.
    """

    key: str
    platform: Platform
    grain: Grain
    network: Network | None
    titles: Mapping[str, Meaning]
    needs: frozenset[Meaning]
    french: Mapping[str, Meaning] = field(default_factory=dict)
    month_first: bool = True
    sheet: str = ""


def _is(role: Role) -> Meaning:
    return Meaning(role=role)


def _figure(metric: Metric, scope: Scope = Scope.TOTAL) -> Meaning:
    return Meaning(metric=metric, scope=scope)


def _named(pairs: Mapping[Meaning, str]) -> dict[str, Meaning]:
    """Return meanings by title; the titles of one meaning are separated by “|”."""
    return {title: meaning for meaning, titles in pairs.items() for title in titles.split("|")}


_RATE, _SKIP = _is(Role.RATE), _is(Role.IGNORED)
M, S = Metric, Scope

_META_POST = _named(
    {
        _is(Role.KEY): "post id",
        _is(Role.URL): "permalink",
        _is(Role.TITLE): "title",
        _is(Role.TEXT): "description",
        _is(Role.PUBLISHED): "publish time",
        _is(Role.KIND): "post type",
        _is(Role.HANDLE): "page name|account username|account name",
        _SKIP: "page id|account id|duration (sec)|caption type|is crosspost|is share|languages|"
        "custom labels|funded content status|data comment|date",
        _figure(M.VIEWS): "views",
        _figure(M.IMPRESSIONS): "impressions",
        _figure(M.REACH): "reach",
        _figure(M.ENGAGEMENTS): "reactions, comments and shares",
        _figure(M.LIKES): "reactions|likes",
        _figure(M.COMMENTS): "comments",
        _figure(M.SHARES): "shares",
        _figure(M.SAVES): "saves",
        _figure(M.FOLLOWS): "follows",
        _figure(M.CLICKS): "total clicks",
        _figure(M.LINK_CLICKS): "link clicks",
    }
)

_META_POST_FR = _named(
    {
        _is(Role.KEY): "identifiant de publication|id de publication|id de la publication",
        _is(Role.URL): "permalien",
        _is(Role.TITLE): "titre",
        _is(Role.TEXT): "description",
        _is(Role.PUBLISHED): "heure de publication|date de publication",
        _is(Role.KIND): "type de publication",
        _is(Role.HANDLE): "nom de la page|nom d’utilisateur du compte|nom du compte",
        _SKIP: "identifiant de page|id de page|id du compte|durée (s)|durée (sec)|"
        "est une publication croisée|est un partage|langues|libellés personnalisés|"
        "commentaire sur les données|date",
        _figure(M.VIEWS): "vues",
        _figure(M.IMPRESSIONS): "impressions",
        _figure(M.REACH): "couverture|portée",
        _figure(M.ENGAGEMENTS): "réactions, commentaires et partages",
        _figure(M.LIKES): "réactions|mentions j’aime|j’aime",
        _figure(M.COMMENTS): "commentaires",
        _figure(M.SHARES): "partages",
        _figure(M.SAVES): "enregistrements",
        _figure(M.FOLLOWS): "followers obtenus|nouveaux followers|abonnements",
        _figure(M.CLICKS): "nombre total de clics|total des clics",
        _figure(M.LINK_CLICKS): "clics sur le lien|clics sur des liens",
    }
)

_LINKEDIN_PARTS = {
    "impressions": M.IMPRESSIONS,
    "clicks": M.CLICKS,
    "reactions": M.LIKES,
    "comments": M.COMMENTS,
    "reposts": M.SHARES,
    "shares": M.SHARES,
}
_SCOPES = {"organic": S.ORGANIC, "sponsored": S.PAID, "total": S.TOTAL}

_LINKEDIN_PARTS_FR = {
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
        f"{part} ({scope})": _figure(metric, found)
        for part, metric in parts.items()
        for scope, found in scopes.items()
    }


_GA4_FIGURES = {
    _figure(M.SESSIONS): "sessions",
    _figure(M.ENGAGED_SESSIONS): "engaged sessions",
    _figure(M.KEY_EVENTS): "key events|conversions",
    _figure(M.REVENUE): "total revenue",
    _figure(M.USERS): "total users|active users",
    _figure(M.NEW_USERS): "new users",
    _RATE: "engagement rate|average engagement time per session|events per session|event count|"
    "session key event rate|returning users|average engagement time per active user|"
    "engaged sessions per active user|user key event rate",
}
_GA4_FIGURES_FR = {
    _figure(M.SESSIONS): "sessions",
    _figure(M.ENGAGED_SESSIONS): "sessions avec engagement",
    _figure(M.KEY_EVENTS): "événements clés|conversions",
    _figure(M.REVENUE): "revenu total",
    _figure(M.USERS): "nombre total d’utilisateurs|utilisateurs actifs",
    _figure(M.NEW_USERS): "nouveaux utilisateurs",
    _RATE: "taux d’engagement|durée d’engagement moyenne par session|événements par session|"
    "nombre d’événements|taux d’événements clés par session",
}
_GA4_SOURCES = {
    _is(Role.DATE): "date|day",
    _is(Role.CHANNEL): "session primary channel group (default channel group)|"
    "session default channel group|first user primary channel group (default channel group)",
    _is(Role.SOURCE_MEDIUM): "session source / medium",
    _is(Role.SOURCE): "session source",
    _is(Role.MEDIUM): "session medium",
    _is(Role.CAMPAIGN): "session campaign",
    _is(Role.CONTENT): "session manual ad content",
    _is(Role.LANDING): "landing page|landing page + query string",
}
_GA4_SOURCES_FR = {
    _is(Role.DATE): "date|jour",
    _is(Role.CHANNEL): "groupe de canaux principal de la session "
    "(groupe de canaux par défaut)|groupe de canaux par défaut de la session",
    _is(Role.SOURCE_MEDIUM): "source/support de la session|source / support de la session",
    _is(Role.SOURCE): "source de la session",
    _is(Role.MEDIUM): "support de la session",
    _is(Role.CAMPAIGN): "campagne de la session",
    _is(Role.CONTENT): "contenu d’annonce manuel de la session",
    _is(Role.LANDING): "page de destination",
}

_X_FIGURES = {
    _figure(M.IMPRESSIONS): "impressions",
    _figure(M.LIKES): "likes",
    _figure(M.ENGAGEMENTS): "engagements",
    _figure(M.SAVES): "bookmarks",
    _figure(M.COMMENTS): "replies",
    _figure(M.SHARES): "reposts",
    _figure(M.PROFILE_VISITS): "profile visits",
}
_X_FIGURES_FR = {
    _figure(M.IMPRESSIONS): "impressions",
    _figure(M.LIKES): "j’aime",
    _figure(M.ENGAGEMENTS): "engagements",
    _figure(M.SAVES): "signets",
    _figure(M.COMMENTS): "réponses",
    _figure(M.SHARES): "reposts",
    _figure(M.PROFILE_VISITS): "visites de profil|visites du profil",
}

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "facebook_posts", Platform.FACEBOOK, Grain.POSTS, Network.FACEBOOK,
        _META_POST,
        frozenset({_is(Role.KEY), _is(Role.PUBLISHED), _figure(M.ENGAGEMENTS)}),
        _META_POST_FR,
    ),
    Layout(
        "instagram_posts", Platform.INSTAGRAM, Grain.POSTS, Network.INSTAGRAM,
        _META_POST,
        frozenset({_is(Role.KEY), _is(Role.PUBLISHED), _figure(M.SAVES)}),
        _META_POST_FR,
    ),
    Layout(
        "linkedin_days", Platform.LINKEDIN, Grain.DAYS, Network.LINKEDIN,
        {
            "date": _is(Role.DATE),
            **_parts(_LINKEDIN_PARTS, _SCOPES),
            "unique impressions (organic)": _figure(M.REACH, S.ORGANIC),
            **dict.fromkeys([f"engagement rate ({scope})" for scope in _SCOPES], _RATE),
        },
        frozenset({_is(Role.DATE), _figure(M.IMPRESSIONS), _figure(M.CLICKS)}),
        {
            "date": _is(Role.DATE),
            **_parts(_LINKEDIN_PARTS_FR, _SCOPES_FR),
            "impressions uniques (organiques)": _figure(M.REACH, S.ORGANIC),
            **dict.fromkeys([f"taux d’engagement ({scope})" for scope in _SCOPES_FR], _RATE),
        },
    ),
    Layout(
        "linkedin_posts", Platform.LINKEDIN, Grain.POSTS, Network.LINKEDIN,
        _named({
            _is(Role.URL): "post link",
            _is(Role.TITLE): "post title",
            _is(Role.PUBLISHED): "created date",
            _is(Role.KIND): "content type|post type",
            _is(Role.PAID): "campaign name",
            _SKIP: "posted by|campaign start date|campaign end date|audience|offsite views",
            _figure(M.IMPRESSIONS): "impressions",
            _figure(M.VIEWS): "views",
            _figure(M.CLICKS): "clicks",
            _figure(M.LIKES): "likes|reactions",
            _figure(M.COMMENTS): "comments",
            _figure(M.SHARES): "reposts|shares",
            _figure(M.FOLLOWS): "follows",
            _RATE: "click through rate (ctr)|engagement rate",
        }),
        frozenset({_is(Role.URL), _is(Role.PUBLISHED), _figure(M.IMPRESSIONS)}),
        _named({
            _is(Role.URL): "lien du post|lien de la publication",
            _is(Role.TITLE): "titre du post|titre de la publication",
            _is(Role.PUBLISHED): "date de création",
            _is(Role.KIND): "type de contenu|type de post",
            _is(Role.PAID): "nom de la campagne",
            _SKIP: "publié par|date de début de la campagne|date de fin de la campagne|audience",
            _figure(M.IMPRESSIONS): "impressions",
            _figure(M.VIEWS): "vues",
            _figure(M.CLICKS): "clics",
            _figure(M.LIKES): "j’aime|réactions",
            _figure(M.COMMENTS): "commentaires",
            _figure(M.SHARES): "republications|partages",
            _figure(M.FOLLOWS): "abonnements",
            _RATE: "taux de clics (ctr)|taux d’engagement",
        }),
    ),
    Layout(
        "linkedin_followers", Platform.LINKEDIN, Grain.DAYS, Network.LINKEDIN,
        _named({
            _is(Role.DATE): "date",
            _figure(M.NEW_FOLLOWERS, S.PAID): "sponsored followers",
            _figure(M.NEW_FOLLOWERS, S.ORGANIC): "organic followers",
            _SKIP: "auto-invited followers",
            # LinkedIn calls “total” the new followers of the day, not the stock.
            _figure(M.NEW_FOLLOWERS): "total followers",
        }),
        frozenset({_is(Role.DATE), _figure(M.NEW_FOLLOWERS), _figure(M.NEW_FOLLOWERS, S.ORGANIC)}),
        _named({
            _is(Role.DATE): "date",
            _figure(M.NEW_FOLLOWERS, S.PAID): "abonnés sponsorisés",
            _figure(M.NEW_FOLLOWERS, S.ORGANIC): "abonnés organiques",
            _SKIP: "abonnés invités automatiquement",
            _figure(M.NEW_FOLLOWERS): "total des abonnés|nombre total d’abonnés",
        }),
    ),
    Layout(
        "linkedin_visitors", Platform.LINKEDIN, Grain.DAYS, Network.LINKEDIN,
        {
            "date": _is(Role.DATE),
            "total page views (total)": _figure(M.PAGE_VIEWS),
            "total unique visitors (total)": _figure(M.VISITORS),
            **dict.fromkeys(
                [
                    f"{part} {what} ({device})"
                    for part in ("overview", "life", "jobs", "total")
                    for what in ("page views", "unique visitors")
                    for device in ("desktop", "mobile", "total")
                    if (part, device) != ("total", "total")
                ],
                _SKIP,
            ),
        },
        frozenset({_is(Role.DATE), _figure(M.PAGE_VIEWS), _figure(M.VISITORS)}),
        {
            "date": _is(Role.DATE),
            "total des vues de la page (total)": _figure(M.PAGE_VIEWS),
            "total des visiteurs uniques (total)": _figure(M.VISITORS),
        },
    ),
    Layout(
        "linkedin_competitors", Platform.LINKEDIN, Grain.COMPETITORS, Network.LINKEDIN,
        _named({
            _is(Role.PAGE): "page",
            _figure(M.FOLLOWERS): "total followers",
            _figure(M.NEW_FOLLOWERS): "new followers",
            _figure(M.ENGAGEMENTS): "total post engagements",
            _figure(M.POSTS): "total posts|posts",
            _figure(M.COMMENTS): "comments",
            _figure(M.LIKES): "reactions",
            _RATE: "comments per day",
        }),
        frozenset({_is(Role.PAGE), _figure(M.NEW_FOLLOWERS), _figure(M.POSTS)}),
        _named({
            _is(Role.PAGE): "page",
            _figure(M.FOLLOWERS): "total des abonnés",
            _figure(M.NEW_FOLLOWERS): "nouveaux abonnés",
            _figure(M.ENGAGEMENTS): "total des engagements|total des interactions",
            _figure(M.POSTS): "total des posts|posts|publications",
            _figure(M.COMMENTS): "commentaires",
            _figure(M.LIKES): "réactions",
            _RATE: "commentaires par jour",
        }),
    ),
    Layout(
        "x_posts", Platform.X, Grain.POSTS, Network.X,
        _named({
            **_X_FIGURES,
            _is(Role.KEY): "post id",
            _is(Role.PUBLISHED): "date",
            _is(Role.TEXT): "post text",
            _is(Role.URL): "post link",
            _figure(M.FOLLOWS): "new follows",
            _figure(M.LINK_CLICKS): "url clicks",
            _SKIP: "shares|detail expands|hashtag clicks|permalink clicks",
        }),
        frozenset({_is(Role.KEY), _is(Role.TEXT), _figure(M.IMPRESSIONS)}),
        _named({
            **_X_FIGURES_FR,
            _is(Role.KEY): "identifiant du post|id du post",
            _is(Role.PUBLISHED): "date",
            _is(Role.TEXT): "texte du post",
            _is(Role.URL): "lien du post",
            _figure(M.FOLLOWS): "nouveaux abonnements|nouveaux abonnés",
            _figure(M.LINK_CLICKS): "clics sur l’url|clics sur url",
            _SKIP: "partages",
        }),
    ),
    Layout(
        "x_days", Platform.X, Grain.DAYS, Network.X,
        _named({
            **_X_FIGURES,
            _is(Role.DATE): "date",
            _figure(M.NEW_FOLLOWERS): "new follows",
            _figure(M.UNFOLLOWS): "unfollows",
            _figure(M.POSTS): "create post",
            _figure(M.VIEWS): "video views",
            _SKIP: "shares|media views",
        }),
        frozenset({_is(Role.DATE), _figure(M.UNFOLLOWS), _figure(M.IMPRESSIONS)}),
        _named({
            **_X_FIGURES_FR,
            _is(Role.DATE): "date",
            _figure(M.NEW_FOLLOWERS): "nouveaux abonnements|nouveaux abonnés",
            _figure(M.UNFOLLOWS): "désabonnements",
            _figure(M.VIEWS): "vues de vidéos",
            _SKIP: "partages",
        }),
    ),
    Layout(
        "x_legacy", Platform.X, Grain.POSTS, Network.X,
        _named({
            _is(Role.KEY): "tweet id",
            _is(Role.URL): "tweet permalink",
            _is(Role.TEXT): "tweet text",
            _is(Role.PUBLISHED): "time",
            _figure(M.IMPRESSIONS): "impressions",
            _figure(M.ENGAGEMENTS): "engagements",
            _figure(M.SHARES): "retweets",
            _figure(M.COMMENTS): "replies",
            _figure(M.LIKES): "likes",
            _figure(M.PROFILE_VISITS): "user profile clicks",
            _figure(M.LINK_CLICKS): "url clicks",
            _figure(M.FOLLOWS): "follows",
            _figure(M.VIEWS): "media views",
            _RATE: "engagement rate",
            _SKIP: "hashtag clicks|detail expands|permalink clicks|app opens|app installs|"
            "email tweet|dial phone|media engagements",
        }),
        frozenset({_is(Role.KEY), _is(Role.TEXT), _figure(M.SHARES)}),
        month_first=False,
    ),
    Layout(
        "youtube_videos", Platform.YOUTUBE, Grain.POSTS, Network.YOUTUBE,
        _named({
            _is(Role.KEY): "content",
            _is(Role.TITLE): "video title",
            _is(Role.PUBLISHED): "video publish time",
            _SKIP: "duration|engaged views|dislikes|youtube premium views|"
            "your estimated revenue (usd)|subscribers",
            _figure(M.VIEWS): "views",
            _figure(M.WATCH_HOURS): "watch time (hours)",
            _figure(M.IMPRESSIONS): "impressions",
            _figure(M.LIKES): "likes",
            _figure(M.COMMENTS): "comments added",
            _figure(M.SHARES): "shares",
            _figure(M.FOLLOWS): "subscribers gained",
            _figure(M.UNFOLLOWS): "subscribers lost",
            _figure(M.VIEWERS): "unique viewers",
            _RATE: "average view duration|average percentage viewed (%)|"
            "impressions click-through rate (%)|likes (vs. dislikes) (%)",
        }),
        frozenset({_is(Role.KEY), _is(Role.TITLE), _figure(M.VIEWS)}),
        _named({
            _is(Role.KEY): "contenu",
            _is(Role.TITLE): "titre de la vidéo",
            _is(Role.PUBLISHED): "heure de publication de la vidéo|date de publication de la vidéo",
            _SKIP: "durée|vues avec engagement|je n’aime pas|abonnés",
            _figure(M.VIEWS): "vues",
            _figure(M.WATCH_HOURS): "durée de visionnage (heures)",
            _figure(M.IMPRESSIONS): "impressions",
            _figure(M.LIKES): "j’aime",
            _figure(M.COMMENTS): "commentaires ajoutés",
            _figure(M.SHARES): "partages",
            _figure(M.FOLLOWS): "abonnés gagnés",
            _figure(M.UNFOLLOWS): "abonnés perdus",
            _figure(M.VIEWERS): "spectateurs uniques",
            _RATE: "durée moyenne d’une vue|pourcentage moyen visionné (%)|"
            "taux de clics par impressions (%)",
        }),
    ),
    Layout(
        "youtube_days", Platform.YOUTUBE, Grain.DAYS, Network.YOUTUBE,
        _named({
            _is(Role.DATE): "date",
            _figure(M.VIEWS): "views",
            _figure(M.WATCH_HOURS): "watch time (hours)",
            _figure(M.NEW_FOLLOWERS): "subscribers gained",
            _figure(M.UNFOLLOWS): "subscribers lost",
            _figure(M.IMPRESSIONS): "impressions",
            _SKIP: "engaged views|subscribers",
            _RATE: "impressions click-through rate (%)",
        }),
        frozenset({_is(Role.DATE), _figure(M.VIEWS), _figure(M.WATCH_HOURS)}),
        _named({
            _is(Role.DATE): "date",
            _figure(M.VIEWS): "vues",
            _figure(M.WATCH_HOURS): "durée de visionnage (heures)",
            _figure(M.NEW_FOLLOWERS): "abonnés gagnés",
            _figure(M.UNFOLLOWS): "abonnés perdus",
        }),
    ),
    Layout(
        "tiktok_days", Platform.TIKTOK, Grain.DAYS, Network.TIKTOK,
        _named({
            _is(Role.DATE): "date",
            _figure(M.VIEWS): "video views",
            _figure(M.PROFILE_VISITS): "profile views",
            _figure(M.LIKES): "likes",
            _figure(M.COMMENTS): "comments",
            _figure(M.SHARES): "shares",
        }),
        frozenset({_is(Role.DATE), _figure(M.VIEWS), _figure(M.PROFILE_VISITS)}),
        _named({
            _is(Role.DATE): "date",
            _figure(M.VIEWS): "vues de vidéos|vues de vidéo",
            _figure(M.PROFILE_VISITS): "vues du profil|vues de profil",
            _figure(M.LIKES): "j’aime",
            _figure(M.COMMENTS): "commentaires",
            _figure(M.SHARES): "partages",
        }),
    ),
    Layout(
        "tiktok_followers", Platform.TIKTOK, Grain.DAYS, Network.TIKTOK,
        _named({
            _is(Role.DATE): "date",
            _figure(M.FOLLOWERS): "followers",
            _SKIP: "difference in followers from previous day",
        }),
        frozenset({_is(Role.DATE), _figure(M.FOLLOWERS), _SKIP}),
        _named({
            _is(Role.DATE): "date",
            _figure(M.FOLLOWERS): "abonnés|followers",
            _SKIP: "différence d’abonnés par rapport au jour précédent",
        }),
    ),
    Layout(
        "tiktok_viewers", Platform.TIKTOK, Grain.DAYS, Network.TIKTOK,
        _named({
            _is(Role.DATE): "date",
            _figure(M.VIEWERS): "total viewers",
            _SKIP: "new viewers|returning viewers",
        }),
        frozenset({_is(Role.DATE), _figure(M.VIEWERS)}),
        _named({
            _is(Role.DATE): "date",
            _figure(M.VIEWERS): "nombre total de spectateurs",
            _SKIP: "nouveaux spectateurs|spectateurs réguliers",
        }),
    ),
    Layout(
        "tiktok_videos", Platform.TIKTOK, Grain.POSTS, Network.TIKTOK,
        _named({
            _is(Role.TITLE): "video title|título del video",
            _is(Role.PUBLISHED): "post time",
            _is(Role.URL): "video link",
            _figure(M.VIEWS): "total views",
            _figure(M.LIKES): "total likes",
            _figure(M.COMMENTS): "total comments",
            _figure(M.SHARES): "total shares",
            _figure(M.REACH): "reach",
            _RATE: "average watch time",
        }),
        frozenset({_is(Role.TITLE), _is(Role.URL), _figure(M.VIEWS)}),
        _named({
            _is(Role.TITLE): "titre de la vidéo",
            _is(Role.PUBLISHED): "heure de publication|date de publication",
            _is(Role.URL): "lien de la vidéo",
            _figure(M.VIEWS): "nombre total de vues|vues totales",
            _figure(M.LIKES): "nombre total de j’aime|j’aime totaux",
            _figure(M.COMMENTS): "nombre total de commentaires",
            _figure(M.SHARES): "nombre total de partages",
            _figure(M.REACH): "portée|couverture",
        }),
    ),
    Layout(
        "ga4_visits", Platform.GA4, Grain.VISITS, None,
        _named({**_GA4_SOURCES, **_GA4_FIGURES}),
        frozenset({_figure(M.SESSIONS)}),
        _named({**_GA4_SOURCES_FR, **_GA4_FIGURES_FR}),
    ),
    Layout(
        "ga4_users", Platform.GA4, Grain.VISITS, None,
        _named({**_GA4_SOURCES, **_GA4_FIGURES}),
        frozenset({_is(Role.CHANNEL), _figure(M.NEW_USERS)}),
        _named({**_GA4_SOURCES_FR, **_GA4_FIGURES_FR}),
    ),
)  # fmt: skip
"""All known tables; where several fit, the one with most of its titles found."""

AUDIENCES = {
    "location": "location|localisation|lieu|country|pays|region",
    "job_function": "job function|fonction",
    "seniority": "seniority|niveau hiérarchique|ancienneté",
    "industry": "industry|secteur|secteur d’activité",
    "company_size": "company size|taille de l’entreprise",
    "gender": "gender|genre|sexe",
    "age": "age|âge",
    "territory": "top territories|territoires",
}
"""Dimensions of an audience, by the title of their first column."""

AUDIENCE_VALUES = (
    "total followers", "total views", "distribution", "total des abonnés",
    "total des vues", "répartition",
)  # fmt: skip

META_METRICS = {
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
}
"""Titles of Meta's files of one figure each."""
