"""How a kind of table is described, and how titles are compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from canvas.imports.bounded.figures import Order
from canvas.imports.platforms.model import Meaning, Role
from canvas.steps.common import Network
from canvas.steps.measure.choices import Grain, Metric, Platform, Scope

_APOSTROPHES = str.maketrans(dict.fromkeys("'‘ʼ´`", "’"))


@lru_cache(maxsize=4_096)
def level(title: str) -> str:
    """Return a title as it is compared: its form, capitals, spaces and apostrophes levelled."""
    text = unicodedata.normalize("NFC", title).translate(_APOSTROPHES).casefold()
    return " ".join(text.strip('\ufeff"').split())


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of table.

    Attributes:
        key: Its name.
        platform: Whose it is.
        grain: What a line is about.
        network: The network of its posts and accounts, None where the file names it.
        titles: Meanings by title seen in real files, in English.
        needs: Meanings without which it is not this layout.
        french: Meanings by French title, to confirm.
        one_of: Meanings of which at least one is there; none for no such rule.
        never: Titles that no table of this kind has.
        added: Titles of columns that are added to the first one of the same meaning.
        order: What comes first in its dates where nothing else tells; None where no file
            was seen that would say.
        sheet: What the sheet is called that it stands on, levelled; “” where that says nothing.
    """

    key: str
    platform: Platform
    grain: Grain
    network: Network | None
    titles: Mapping[str, Meaning]
    needs: frozenset[Meaning]
    french: Mapping[str, Meaning] = field(default_factory=dict)
    one_of: frozenset[Meaning] = frozenset()
    never: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    order: Order | None = None
    sheet: str = ""


def known_as(role: Role) -> Meaning:
    """Return the meaning of a column that is no figure."""
    return Meaning(role=role)


def figure(metric: Metric, scope: Scope = Scope.TOTAL) -> Meaning:
    """Return the meaning of a column of figures."""
    return Meaning(metric=metric, scope=scope)


def named(pairs: Mapping[Meaning, str]) -> dict[str, Meaning]:
    """Return meanings by levelled title; the titles of one meaning are separated by “|”."""
    return {level(title): found for found, titles in pairs.items() for title in titles.split("|")}


RATE, SKIP = known_as(Role.RATE), known_as(Role.IGNORED)
