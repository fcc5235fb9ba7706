"""Decks of the samples, built once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from canvas.domain.story import Piece
from canvas.domain.strategy import Strategy
from canvas.exports.deck import build_deck
from canvas.i18n.translator import Translator
from tests.exports import samples


def make(pieces: Iterable[Piece], language: str = "fr", **options: object) -> bytes:
    """Return a deck of `pieces`."""
    settings = {
        "title": "Boulangerie du Port 2027",
        "subtitle": "Stratégie de médias sociaux",
        "today": samples.TODAY,
        "step_titles": samples.STEP_TITLES,
        "texts": language,
        **options,
    }
    return build_deck(Strategy("s1", 42), Translator(language), pieces=pieces, **settings)


@pytest.fixture(scope="session")
def build() -> Callable[..., bytes]:
    return make


@pytest.fixture(scope="session")
def plausible_deck() -> bytes:
    return make(samples.plausible())


@pytest.fixture(scope="session")
def extreme_deck() -> bytes:
    return make(samples.extreme(), title="Une <boulangerie> & “Cie” = " + "très " * 80)


@pytest.fixture(scope="session")
def english_deck() -> bytes:
    return make(samples.english(), "en", title="Port Bakery 2027", subtitle="Social media")
