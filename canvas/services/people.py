"""Who acts.  Without accounts, everybody at this installation is its owner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who reads or changes strategies.

    Attributes:
        id: How the store knows them; also what the history shows.
    """

    id: str


RANKS = {"viewer": 0, "participant": 1, "facilitator": 2, "owner": 3}
"""Roles on a strategy, each allowing all that the ones before allow."""
