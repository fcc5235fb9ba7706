"""What the articles say of each network: read whole, with a source and a year to each claim."""

from __future__ import annotations

import re

import pytest

from canvas.i18n.translator import Translator
from canvas.settings import ROOT
from canvas.steps.common import Network
from canvas.steps.networks.choice import excess
from canvas.steps.networks.matrix import Family, NetworkOption, Role
from canvas.steps.networks.reference import (
    claims,
    claims_on,
    families,
    figures,
    is_obsolete,
    obsolete,
    sources,
)
from tests.unit.steps.support import EN, strategy

EVERY = [claim for rows in claims().values() for claim in rows]
KINDS = {"family", "use", "topic", "format", "reach", "conversation", "obsolete"}


@pytest.mark.parametrize("claim", EVERY, ids=lambda claim: f"{claim.network}-{claim.kind}")
def test_each_claim_says_something_in_both_languages_and_where_it_comes_from(claim):
    assert claim.kind in KINDS
    assert re.fullmatch(r"(\d{4})?", claim.date)
    if claim.kind == "family":
        assert Family.of(claim.code)
    elif claim.high is not None:
        assert 0 < (claim.low or claim.high) <= claim.high <= 1
        assert figures(claim)
    else:
        assert set(claim.texts) == {"en", "fr"}
        assert "'" not in "".join(claim.texts.values())
    assert EN(claim.said_by)


def test_each_network_named_is_one_that_we_offer_or_one_that_is_over():
    known = {str(network) for network in Network}
    for network, rows in claims().items():
        assert network in known or is_obsolete(rows), network


def test_the_organic_reach_is_what_the_source_gives():
    said = {
        network: EN(figures(claim))
        for network, rows in claims().items()
        for claim in rows
        if claim.kind == "reach"
    }
    assert said == {
        "facebook": "2.5% to 5% of subscribers see a post that is not paid for.",
        "instagram": "10% to 16% of subscribers see a post that is not paid for.",
        "linkedin": "About 20% of subscribers see a post that is not paid for.",
    }


def test_a_claim_of_the_project_is_told_apart_from_one_of_an_article():
    said = {Translator("en")(claim.said_by) for claim in EVERY}
    assert "our remark, 2026" in said
    assert "Frédéric Therrien, 2014" in said


def test_networks_that_are_over_are_said_to_be_so_even_under_another_spelling():
    assert obsolete() == ("Viadeo", "Jaiku", "Google+", "Flickr")
    assert is_obsolete(claims_on(NetworkOption(network=Network.OTHER, name=" google+ ")))
    assert not is_obsolete(claims_on(NetworkOption(network=Network.FACEBOOK)))
    assert claims_on(NetworkOption(name="Whatever")) == ()


def test_the_kinds_of_medium_come_from_the_claims():
    found = families(claims_on(NetworkOption(network=Network.INSTAGRAM)))
    assert found == (Family.BEST_KNOWN, Family.SHARING)


def test_every_source_is_named_in_the_list_of_sources():
    listed = (ROOT / "data" / "reference" / "SOURCES.md").read_text("utf-8")
    for key, source in sources().items():
        assert f"`{key}`" in listed
        assert source.ours or source.author in listed


def test_one_main_and_two_or_three_in_front_is_enough_to_begin_with():
    def chosen(*roles: Role):
        return strategy(
            *(
                NetworkOption(id=str(n), network=list(Network)[n], role=role)
                for n, role in enumerate(roles)
            )
        )

    assert excess(chosen(Role.MAIN, Role.STRONG, Role.STRONG, Role.DEFENSIVE)) is None
    assert EN(excess(chosen(Role.MAIN, Role.MAIN))).startswith(
        "Instagram and Facebook are all main"
    )
    assert EN(excess(chosen(Role.MAIN, *[Role.STRONG] * 3))).startswith("4 networks are main")
