"""What the files of YouTube Studio and TikTok Studio look like."""

from __future__ import annotations

from canvas.imports.platforms.layouts.base import RATE, SKIP, Layout, figure, known_as, named
from canvas.imports.platforms.model import Role
from canvas.steps.common import Network
from canvas.steps.measure.choices import Grain, Metric, Platform

M = Metric

VIDEO = (
    Layout(
        "youtube_videos", Platform.YOUTUBE, Grain.POSTS, Network.YOUTUBE,
        named({
            known_as(Role.KEY): "content",
            known_as(Role.TITLE): "video title",
            known_as(Role.PUBLISHED): "video publish time",
            SKIP: "duration|engaged views|dislikes|youtube premium views|"
            "your estimated revenue (usd)|subscribers",
            figure(M.VIEWS): "views",
            figure(M.WATCH_HOURS): "watch time (hours)",
            figure(M.IMPRESSIONS): "impressions",
            figure(M.LIKES): "likes",
            figure(M.COMMENTS): "comments added",
            figure(M.SHARES): "shares",
            figure(M.FOLLOWS): "subscribers gained",
            figure(M.UNFOLLOWS): "subscribers lost",
            figure(M.VIEWERS): "unique viewers",
            RATE: "average view duration|average percentage viewed (%)|"
            "impressions click-through rate (%)|likes (vs. dislikes) (%)",
        }),
        frozenset({known_as(Role.KEY), known_as(Role.TITLE), figure(M.VIEWS)}),
        named({
            known_as(Role.KEY): "contenu",
            known_as(Role.TITLE): "titre de la vidéo",
            known_as(Role.PUBLISHED): "heure de publication de la vidéo|"
            "date de publication de la vidéo",
            SKIP: "durée|vues avec engagement|je n’aime pas|abonnés",
            figure(M.VIEWS): "vues",
            figure(M.WATCH_HOURS): "durée de visionnage (heures)",
            figure(M.IMPRESSIONS): "impressions",
            figure(M.LIKES): "j’aime",
            figure(M.COMMENTS): "commentaires ajoutés",
            figure(M.SHARES): "partages",
            figure(M.FOLLOWS): "abonnés gagnés",
            figure(M.UNFOLLOWS): "abonnés perdus",
            figure(M.VIEWERS): "spectateurs uniques",
            RATE: "durée moyenne d’une vue|pourcentage moyen visionné (%)|"
            "taux de clics par impressions (%)",
        }),
    ),
    Layout(
        "youtube_days", Platform.YOUTUBE, Grain.DAYS, Network.YOUTUBE,
        named({
            known_as(Role.DATE): "date",
            figure(M.VIEWS): "views",
            figure(M.WATCH_HOURS): "watch time (hours)",
            figure(M.NEW_FOLLOWERS): "subscribers gained",
            figure(M.UNFOLLOWS): "subscribers lost",
            figure(M.IMPRESSIONS): "impressions",
            SKIP: "engaged views|subscribers",
            RATE: "impressions click-through rate (%)",
        }),
        frozenset({known_as(Role.DATE), figure(M.VIEWS), figure(M.WATCH_HOURS)}),
        named({
            known_as(Role.DATE): "date",
            figure(M.VIEWS): "vues",
            figure(M.WATCH_HOURS): "durée de visionnage (heures)",
            figure(M.NEW_FOLLOWERS): "abonnés gagnés",
            figure(M.UNFOLLOWS): "abonnés perdus",
        }),
        never=frozenset({"content", "contenu"}),
    ),
    Layout(
        "tiktok_days", Platform.TIKTOK, Grain.DAYS, Network.TIKTOK,
        named({
            known_as(Role.DATE): "date",
            figure(M.VIEWS): "video views",
            figure(M.PROFILE_VISITS): "profile views",
            figure(M.LIKES): "likes",
            figure(M.COMMENTS): "comments",
            figure(M.SHARES): "shares",
        }),
        frozenset({known_as(Role.DATE), figure(M.VIEWS), figure(M.PROFILE_VISITS)}),
        named({
            known_as(Role.DATE): "date",
            figure(M.VIEWS): "vues de vidéos|vues de vidéo",
            figure(M.PROFILE_VISITS): "vues du profil|vues de profil",
            figure(M.LIKES): "j’aime",
            figure(M.COMMENTS): "commentaires",
            figure(M.SHARES): "partages",
        }),
    ),
    Layout(
        "tiktok_followers", Platform.TIKTOK, Grain.DAYS, Network.TIKTOK,
        named({
            known_as(Role.DATE): "date",
            figure(M.FOLLOWERS): "followers",
            SKIP: "difference in followers from previous day",
        }),
        frozenset({known_as(Role.DATE), figure(M.FOLLOWERS), SKIP}),
        named({
            known_as(Role.DATE): "date",
            figure(M.FOLLOWERS): "abonnés|followers",
            SKIP: "différence d’abonnés par rapport au jour précédent",
        }),
    ),
    Layout(
        "tiktok_viewers", Platform.TIKTOK, Grain.DAYS, Network.TIKTOK,
        named({
            known_as(Role.DATE): "date",
            figure(M.VIEWERS): "total viewers",
            SKIP: "new viewers|returning viewers",
        }),
        frozenset({known_as(Role.DATE), figure(M.VIEWERS)}),
        named({
            known_as(Role.DATE): "date",
            figure(M.VIEWERS): "nombre total de spectateurs",
            SKIP: "nouveaux spectateurs|spectateurs réguliers",
        }),
    ),
    Layout(
        "tiktok_videos", Platform.TIKTOK, Grain.POSTS, Network.TIKTOK,
        named({
            known_as(Role.TITLE): "video title|título del video",
            known_as(Role.PUBLISHED): "post time",
            known_as(Role.URL): "video link",
            figure(M.VIEWS): "total views",
            figure(M.LIKES): "total likes",
            figure(M.COMMENTS): "total comments",
            figure(M.SHARES): "total shares",
            figure(M.REACH): "reach",
            RATE: "average watch time",
        }),
        frozenset({known_as(Role.TITLE), known_as(Role.URL), figure(M.VIEWS)}),
        named({
            known_as(Role.TITLE): "titre de la vidéo",
            known_as(Role.PUBLISHED): "heure de publication|date de publication",
            known_as(Role.URL): "lien de la vidéo",
            figure(M.VIEWS): "nombre total de vues|vues totales",
            figure(M.LIKES): "nombre total de j’aime|j’aime totaux",
            figure(M.COMMENTS): "nombre total de commentaires",
            figure(M.SHARES): "nombre total de partages",
            figure(M.REACH): "portée|couverture",
        }),
    ),
)  # fmt: skip
