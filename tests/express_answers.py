"""What the bakery answers on the express path, line by line, as a person would type it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NAME = "Boulangerie du Port 2027"
"""Typed on the home page: the first answer of the path."""

ANSWERS: Mapping[str, tuple[Mapping[str, object], ...]] = MappingProxyType(
    {
        "organisation": (
            {
                "name": "Boulangerie du Port",
                "activity": "Pains au levain et viennoiseries, cuits sur place chaque nuit",
                "biz_model": "b2c",
            },
        ),
        "purpose": ({"purpose": "promotion"},),
        "person": ({"name": "Maëlle Kervadec"},),
        "responsibility": (
            {"result": "Trois publications par semaine, une réponse à chaque message"},
        ),
        "swot_item": (
            {"text": "La seule fournée de 16 h 30"},
            {"text": "Six heures par semaine, et personne d’autre"},
            {"text": "320 foyers s’installent sur le quai nord"},
            {"text": "La Fournée d’en face publie chaque jour"},
        ),
        "account": ({"handle": "@boulangerieduport.kerlann", "network": "instagram"},),
        "mission": ({"text": "Donner au quartier l’envie de notre pain, le soir aussi"},),
        "account_mission": ({"text": "Montrer ce qui sort du four, par qui et à quelle heure"},),
        "objective": (
            {
                "title": "Passer de 22 à 60 commandes par mois venues des réseaux",
                "metric": "Commandes reçues par message",
                "baseline": "22",
                "target": "60",
            },
        ),
        "kpi": (
            {"name": "Commandes des réseaux"},
            {"name": "Clics vers la page de commande"},
            {"name": "Réponses dans la journée"},
        ),
        "persona": ({"name": "Nadège", "needs": "Savoir ce qu’il reste avant de venir"},),
        "segment": ({"name": "Parents pressés de 17 h", "temperature": "warm"},),
        "network_option": ({"network": "instagram"},),
        "network_role": ({"publishers": "Maëlle Kervadec"},),
        "cadence": ({"what": "La vidéo du fournil", "posts_per_week": "1"},),
        "post": ({"title": "Le premier feuilletage de l’année", "date": "2027-01-07"},),
        "team_member": ({"hours_week": "6"},),
    }
)
"""Fields by record type: only what the path asks for, a line a record."""
