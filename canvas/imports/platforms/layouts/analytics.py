"""What the reports of Google Analytics 4 look like."""

from __future__ import annotations

from canvas.imports.platforms.layouts.base import RATE, Layout, figure, known_as, named
from canvas.imports.platforms.model import Role
from canvas.steps.measure.choices import Grain, Metric, Platform

M = Metric

_FIGURES = {
    figure(M.SESSIONS): "sessions",
    figure(M.ENGAGED_SESSIONS): "engaged sessions",
    figure(M.KEY_EVENTS): "key events|conversions",
    figure(M.REVENUE): "total revenue",
    figure(M.USERS): "total users|active users",
    figure(M.NEW_USERS): "new users",
    RATE: "engagement rate|average engagement time per session|events per session|"
    "session key event rate|bounce rate",
}
_FIGURES_FR = {
    figure(M.SESSIONS): "sessions",
    figure(M.ENGAGED_SESSIONS): "sessions avec engagement",
    figure(M.KEY_EVENTS): "événements clés|conversions",
    figure(M.REVENUE): "revenu total|chiffre d'affaires total",
    figure(M.USERS): "nombre total d’utilisateurs|total des utilisateurs|utilisateurs actifs",
    figure(M.NEW_USERS): "nouveaux utilisateurs",
    RATE: "taux d’engagement|durée d’engagement moyenne par session|événements par session|"
    "taux d’événements clés par session|taux de rebond",
}
# What people did after their first visit is counted for the visits too: taken from here as
# well, it would count twice.
_FIRST_FIGURES = {
    figure(M.USERS): "total users|active users",
    figure(M.NEW_USERS): "new users",
    RATE: "engagement rate|average engagement time per active user|user key event rate|"
    "engaged sessions per active user|average engagement time per session",
}
_FIRST_FIGURES_FR = {
    figure(M.USERS): "nombre total d’utilisateurs|total des utilisateurs|utilisateurs actifs",
    figure(M.NEW_USERS): "nouveaux utilisateurs",
    RATE: "taux d’engagement|durée d’engagement moyenne par utilisateur actif",
}
_SOURCES = {
    known_as(Role.DATE): "date|day",
    known_as(Role.CHANNEL): "session primary channel group (default channel group)|"
    "session default channel group|session primary channel group",
    known_as(Role.SOURCE_MEDIUM): "session source / medium|session source/medium",
    known_as(Role.SOURCE): "session source|session manual source",
    known_as(Role.MEDIUM): "session medium|session manual medium",
    known_as(Role.CAMPAIGN): "session campaign|session manual campaign name",
    known_as(Role.CONTENT): "session manual ad content",
    known_as(Role.LANDING): "landing page|landing page + query string",
}
_SOURCES_FR = {
    known_as(Role.DATE): "date|jour",
    known_as(Role.CHANNEL): "groupe de canaux par défaut de la session|"
    "groupe de canaux principal de la session",
    known_as(Role.SOURCE_MEDIUM): "source/support de la session|source / support de la session",
    known_as(Role.SOURCE): "source de la session",
    known_as(Role.MEDIUM): "support de la session",
    known_as(Role.CAMPAIGN): "campagne de la session",
    known_as(Role.CONTENT): "contenu d’annonce manuel de la session",
    known_as(Role.LANDING): "page de destination|page de destination + chaîne de requête",
}
_SEEN_FR = {
    known_as(Role.CHANNEL): "groupe de canaux principal de la session "
    "(groupe de canaux par défaut)",
}
"""The one French title that stood in a real file."""

_FIRST = {
    known_as(Role.DATE): "date|day",
    known_as(Role.CHANNEL): "first user primary channel group (default channel group)|"
    "first user default channel group|first user primary channel group",
    known_as(Role.SOURCE_MEDIUM): "first user source / medium",
    known_as(Role.CAMPAIGN): "first user campaign",
}
_FIRST_FR = {
    known_as(Role.DATE): "date|jour",
    known_as(Role.CHANNEL): "groupe de canaux principal du premier utilisateur "
    "(groupe de canaux par défaut)|groupe de canaux par défaut du premier utilisateur",
    known_as(Role.SOURCE_MEDIUM): "source/support du premier utilisateur",
    known_as(Role.CAMPAIGN): "campagne du premier utilisateur",
}

ANALYTICS = (
    Layout(
        "ga4_visits", Platform.GA4, Grain.VISITS, None,
        {**named(_SOURCES), **named(_SEEN_FR), **named(_FIGURES)},
        frozenset({figure(M.SESSIONS)}),
        named({**_SOURCES_FR, **_FIGURES_FR}),
        one_of=frozenset(_SOURCES) - {known_as(Role.DATE)},
    ),
    Layout(
        "ga4_users", Platform.GA4, Grain.VISITS, None,
        named({**_FIRST, **_FIRST_FIGURES}),
        frozenset({figure(M.NEW_USERS)}),
        named({**_FIRST_FR, **_FIRST_FIGURES_FR}),
        one_of=frozenset(_FIRST) - {known_as(Role.DATE)},
    ),
)  # fmt: skip
