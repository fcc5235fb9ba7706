"""What the matrix of networks tells its script: records, hours by role, colours."""

from __future__ import annotations

import pytest

from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.networks.matrix import MAX_SCORE, Criterion, NetworkOption, NetworkScore, Role
from canvas.ui.canvases.networks import accounts_of
from canvas.ui.components.network_roles import costs
from canvas.ui.components.scores import colours, contrast, records
from tests.unit.steps.support import EN, strategy

AA = 4.5
"""Contrast that WCAG 2.2 asks of a text, level AA."""


def option(code: Network, role: Role | None = None, **more) -> NetworkOption:
    return NetworkOption(id=str(code), network=code, role=role, **more)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_figure_of_the_heat_map_can_be_read_on_its_ground(theme):
    heat = colours(theme)["heat"]
    assert len(heat) == MAX_SCORE + 1
    assert len({ground for ground, _ in heat}) == MAX_SCORE + 1
    for ground, ink in heat:
        assert contrast(ink, ground) >= AA
    found = colours(theme)
    assert contrast(found["quiet"], found["ground"]) >= AA
    assert contrast(found["text"], found["bar"]) >= AA


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_scores_of_what_was_deleted_stay_out_of_the_matrix():
    kept = NetworkScore(id="kept", option="facebook", criterion="c", score=2)
    found = records(
        strategy(
            option(Network.FACEBOOK),
            Criterion(id="c", name="Time", weight=2),
            kept,
            NetworkScore(id="lost", option="gone", criterion="c", score=3),
            NetworkScore(id="blank", option="facebook", criterion="", score=3),
        )
    )
    assert [score["id"] for score in found["network_score"]] == ["kept"]
    assert found["criterion"] == [
        {"id": "c", "position": 0.0, "name": "Time", "weight": 2, "question": None}
    ]
    assert found["network_option"][0]["network"] == "facebook"


def test_two_scores_of_one_cell_are_both_told_so_that_the_later_one_can_count():
    found = records(
        strategy(
            option(Network.FACEBOOK),
            Criterion(id="c", name="Time"),
            NetworkScore(id="a", option="facebook", criterion="c", score=1),
            NetworkScore(id="b", option="facebook", criterion="c", score=3),
        )
    )
    assert [score["score"] for score in found["network_score"]] == [1, 3]


def test_hours_are_told_by_role_and_in_all():
    said = [
        EN(cost)
        for cost in costs(
            strategy(
                option(Network.INSTAGRAM, Role.MAIN, effort_hours_week=3.25),
                option(Network.FACEBOOK, Role.STRONG, effort_hours_week=1.5),
                option(Network.BLOG, Role.STRONG),
                option(Network.TIKTOK, Role.DEFENSIVE),
                option(Network.X, Role.NONE, effort_hours_week=9),
            )
        )
    ]
    assert said == [
        "Main: 3.25 h a week",
        "Strong: 1.5 h a week",
        "Defensive: hours to be estimated",
        "In all: 4.75 h a week, and 2 networks are not estimated",
    ]


def test_no_hours_are_told_where_none_are_known():
    assert list(costs(strategy())) == []
    assert [EN(cost) for cost in costs(strategy(option(Network.X, Role.MAIN)))] == [
        "Main: hours to be estimated"
    ]


def test_the_accounts_of_a_role_are_those_on_its_networks_and_those_it_names():
    found = accounts_of(
        strategy(
            option(Network.FACEBOOK, Role.MAIN),
            option(Network.OTHER, Role.STRONG, name="Nextdoor", accounts=("named",)),
            option(Network.X, Role.DEFENSIVE),
            Account(id="page", network=Network.FACEBOOK),
            Account(id="named", handle="@us"),
            Account(id="x", network=Network.X),
        ),
        Role.MAIN,
        Role.STRONG,
    )
    assert [account.id for account in found] == ["page", "named"]
