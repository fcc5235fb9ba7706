"""What the files of X look like, and those of the time when it was Twitter."""

from __future__ import annotations

from canvas.imports.platforms.layouts.base import RATE, SKIP, Layout, figure, known_as, named
from canvas.imports.platforms.model import Role
from canvas.steps.common import Network
from canvas.steps.measure.choices import Grain, Metric, Platform

M = Metric

_X_FIGURES = {
    figure(M.IMPRESSIONS): "impressions",
    figure(M.LIKES): "likes",
    figure(M.ENGAGEMENTS): "engagements",
    figure(M.SAVES): "bookmarks",
    figure(M.COMMENTS): "replies",
    figure(M.SHARES): "reposts",
    figure(M.PROFILE_VISITS): "profile visits",
}
_X_FIGURES_FR = {
    figure(M.IMPRESSIONS): "impressions",
    figure(M.LIKES): "j’aime",
    figure(M.ENGAGEMENTS): "engagements",
    figure(M.SAVES): "signets",
    figure(M.COMMENTS): "réponses",
    figure(M.SHARES): "reposts",
    figure(M.PROFILE_VISITS): "visites de profil|visites du profil",
}

X = (
    Layout(
        "x_posts", Platform.X, Grain.POSTS, Network.X,
        named({
            **_X_FIGURES,
            known_as(Role.KEY): "post id",
            known_as(Role.PUBLISHED): "date",
            known_as(Role.TEXT): "post text",
            known_as(Role.URL): "post link",
            figure(M.FOLLOWS): "new follows",
            figure(M.LINK_CLICKS): "url clicks",
            SKIP: "shares|detail expands|hashtag clicks|permalink clicks",
        }),
        frozenset({known_as(Role.KEY), known_as(Role.TEXT), figure(M.IMPRESSIONS)}),
        named({
            **_X_FIGURES_FR,
            known_as(Role.KEY): "identifiant du post|id du post",
            known_as(Role.PUBLISHED): "date",
            known_as(Role.TEXT): "texte du post",
            known_as(Role.URL): "lien du post",
            figure(M.FOLLOWS): "nouveaux abonnements|nouveaux abonnés",
            figure(M.LINK_CLICKS): "clics sur l’url|clics sur url",
            SKIP: "partages",
        }),
    ),
    Layout(
        "x_days", Platform.X, Grain.DAYS, Network.X,
        named({
            **_X_FIGURES,
            known_as(Role.DATE): "date",
            figure(M.NEW_FOLLOWERS): "new follows",
            figure(M.UNFOLLOWS): "unfollows",
            figure(M.POSTS): "create post",
            figure(M.VIEWS): "video views",
            SKIP: "shares|media views",
        }),
        frozenset({known_as(Role.DATE), figure(M.UNFOLLOWS), figure(M.IMPRESSIONS)}),
        named({
            **_X_FIGURES_FR,
            known_as(Role.DATE): "date",
            figure(M.NEW_FOLLOWERS): "nouveaux abonnements|nouveaux abonnés",
            figure(M.UNFOLLOWS): "désabonnements",
            figure(M.POSTS): "posts créés|créer un post",
            figure(M.VIEWS): "vues de vidéos",
            SKIP: "partages|vues de médias",
        }),
    ),
    Layout(
        "x_legacy", Platform.X, Grain.POSTS, Network.X,
        named({
            known_as(Role.KEY): "tweet id",
            known_as(Role.URL): "tweet permalink",
            known_as(Role.TEXT): "tweet text",
            known_as(Role.PUBLISHED): "time",
            figure(M.IMPRESSIONS): "impressions",
            figure(M.ENGAGEMENTS): "engagements",
            figure(M.SHARES): "retweets",
            figure(M.COMMENTS): "replies",
            figure(M.LIKES): "likes",
            figure(M.PROFILE_VISITS): "user profile clicks",
            figure(M.LINK_CLICKS): "url clicks",
            figure(M.FOLLOWS): "follows",
            figure(M.VIEWS): "media views",
            RATE: "engagement rate",
            known_as(Role.PAID): "promoted impressions",
            SKIP: "hashtag clicks|detail expands|permalink clicks|app opens|app installs|"
            "email tweet|dial phone|media engagements",
        }),
        frozenset({known_as(Role.KEY), known_as(Role.TEXT), figure(M.SHARES)}),
    ),
)  # fmt: skip
