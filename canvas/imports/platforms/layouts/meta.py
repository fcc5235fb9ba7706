"""What the files of Meta Business Suite look like: Facebook and Instagram."""

from __future__ import annotations

from canvas.imports.platforms.layouts.base import SKIP, Layout, figure, known_as, named
from canvas.imports.platforms.model import Role
from canvas.steps.common import Network
from canvas.steps.measure.choices import Grain, Metric, Platform

M = Metric

_POST = {
    known_as(Role.KEY): "post id",
    known_as(Role.URL): "permalink",
    known_as(Role.TITLE): "title",
    known_as(Role.TEXT): "description",
    known_as(Role.PUBLISHED): "publish time",
    known_as(Role.KIND): "post type",
    figure(M.VIEWS): "views",
    figure(M.IMPRESSIONS): "impressions",
    figure(M.REACH): "reach",
    figure(M.COMMENTS): "comments",
    figure(M.SHARES): "shares",
}
_SKIPPED = (
    "duration (sec)|caption type|is crosspost|is share|languages|custom labels|"
    "funded content status|data comment|date"
)
_FACEBOOK = named(
    {
        **_POST,
        known_as(Role.HANDLE): "page name",
        SKIP: f"page id|{_SKIPPED}",
        figure(M.ENGAGEMENTS): "reactions, comments and shares",
        figure(M.LIKES): "reactions",
        figure(M.CLICKS): "total clicks",
        figure(M.LINK_CLICKS): "link clicks",
    }
)
_INSTAGRAM = named(
    {
        **_POST,
        known_as(Role.HANDLE): "account username|account name",
        SKIP: f"account id|{_SKIPPED}",
        figure(M.LIKES): "likes",
        figure(M.SAVES): "saves",
        figure(M.FOLLOWS): "follows",
    }
)

_POST_FR = {
    known_as(Role.KEY): "identifiant de publication|id de publication|id de la publication|"
    "identifiant de la publication",
    known_as(Role.URL): "permalien",
    known_as(Role.TITLE): "titre",
    known_as(Role.TEXT): "description",
    known_as(Role.PUBLISHED): "heure de publication|date de publication",
    known_as(Role.KIND): "type de publication",
    figure(M.VIEWS): "vues",
    figure(M.IMPRESSIONS): "impressions",
    figure(M.REACH): "couverture|portée",
    figure(M.COMMENTS): "commentaires",
    figure(M.SHARES): "partages",
}
_SKIPPED_FR = (
    "durée (s)|durée (sec)|durée (en secondes)|type de légende|est une publication croisée|"
    "est un partage|langues|libellés personnalisés|commentaire sur les données|date"
)
_FACEBOOK_FR = named(
    {
        **_POST_FR,
        known_as(Role.HANDLE): "nom de la page",
        SKIP: f"identifiant de page|identifiant de la page|id de page|id de la page|{_SKIPPED_FR}",
        figure(M.ENGAGEMENTS): "réactions, commentaires et partages",
        figure(M.LIKES): "réactions",
        figure(M.CLICKS): "nombre total de clics|total des clics",
        figure(M.LINK_CLICKS): "clics sur le lien|clics sur des liens|clics sur un lien",
    }
)
_INSTAGRAM_FR = named(
    {
        **_POST_FR,
        known_as(Role.HANDLE): "nom d’utilisateur du compte|nom de compte|nom du compte",
        SKIP: f"identifiant du compte|identifiant de compte|id du compte|{_SKIPPED_FR}",
        figure(M.LIKES): "mentions j’aime|j’aime",
        figure(M.SAVES): "enregistrements",
        figure(M.FOLLOWS): "followers obtenus|nouveaux followers|abonnements",
    }
)
_NEEDS = frozenset({known_as(Role.KEY), known_as(Role.PUBLISHED)})

META = (
    Layout(
        "facebook_posts", Platform.FACEBOOK, Grain.POSTS, Network.FACEBOOK,
        _FACEBOOK, _NEEDS, _FACEBOOK_FR,
        one_of=frozenset({figure(M.ENGAGEMENTS), figure(M.LIKES), figure(M.CLICKS)}),
        order="mdy",
    ),
    Layout(
        "instagram_posts", Platform.INSTAGRAM, Grain.POSTS, Network.INSTAGRAM,
        _INSTAGRAM, _NEEDS, _INSTAGRAM_FR,
        one_of=frozenset({figure(M.SAVES), figure(M.LIKES), figure(M.FOLLOWS)}),
        order="mdy",
    ),
)  # fmt: skip
