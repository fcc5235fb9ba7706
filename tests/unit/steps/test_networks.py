"""Networks: the matrix, the choice, the names, the defensive presence (C96–C99)."""

from __future__ import annotations

import pytest

from canvas.domain.story import Decision, Gap, Tone
from canvas.steps.audit.accounts import Account
from canvas.steps.audit.checks import CheckStatus, ProfileCheck, ProfileItem
from canvas.steps.common import Network
from canvas.steps.networks import STEP
from canvas.steps.networks.matrix import Criterion, NetworkOption, NetworkScore, Role
from canvas.steps.networks.profiles import DefensivePlan, Handle, HandleStatus
from canvas.steps.networks.ranking import ranking
from tests.unit.steps.support import (
    EN,
    check_half_filled,
    gaps,
    missing,
    slide,
    strategy,
    titles,
)

PERSONAS = Criterion(id="p", name="Our personas are there", weight=3)
TIME = Criterion(id="t", name="Takes little time")
CRITERIA = (PERSONAS, TIME)


def option(network: Network, role: Role | None = None, **more: object) -> NetworkOption:
    return NetworkOption(id=network.value, network=network, role=role, **more)


def scored(network: Network, **scores: int) -> tuple[NetworkScore, ...]:
    return tuple(
        NetworkScore(id=f"{network}{name}", option=network.value, criterion=name, score=score)
        for name, score in scores.items()
    )


def places(*records) -> list[tuple[str, int | None, float | None, int]]:
    return [
        (str(found.option.called.text), found.rank, found.total, found.missing)
        for found in ranking(strategy(*records))
    ]


INSTAGRAM = option(Network.INSTAGRAM, Role.MAIN, effort_hours_week=4)
FACEBOOK = option(Network.FACEBOOK, Role.STRONG, effort_hours_week=2)
TIKTOK = option(Network.TIKTOK, Role.DEFENSIVE)
CHOSEN = (INSTAGRAM, FACEBOOK, TIKTOK)


def test_the_total_is_the_weighted_mean_as_a_share_of_the_best_possible():
    found = places(*CRITERIA, INSTAGRAM, *scored(Network.INSTAGRAM, p=3, t=1))
    assert found == [("Instagram", 1, pytest.approx(10 / 12), 0)]


def test_a_missing_score_neither_helps_nor_harms():
    full = scored(Network.INSTAGRAM, p=2, t=2)
    half = scored(Network.FACEBOOK, p=2)
    found = places(*CRITERIA, FACEBOOK, INSTAGRAM, *half, *full)
    assert found == [
        ("Instagram", 1, pytest.approx(2 / 3), 0),
        ("Facebook", 1, pytest.approx(2 / 3), 1),
    ]


def test_zero_is_a_score_and_nothing_is_none():
    found = places(*CRITERIA, TIKTOK, FACEBOOK, *scored(Network.FACEBOOK, p=0, t=0))
    assert found == [("Facebook", 1, 0.0, 0), ("TikTok", None, None, 2)]


def test_ties_share_a_rank_and_the_lighter_effort_comes_first():
    networks = (INSTAGRAM, FACEBOOK, TIKTOK)
    points = [found for n in networks for found in scored(n.network, p=1, t=1)]
    found = places(*CRITERIA, *networks, *points)
    assert [(name, rank) for name, rank, *_ in found] == [
        ("Facebook", 1),
        ("Instagram", 1),
        ("TikTok", 1),
    ]
    first = [*points[:2], *scored(Network.FACEBOOK, p=3, t=3), *points[4:]]
    assert [rank for _, rank, *_ in places(*CRITERIA, *networks, *first)] == [1, 2, 2]


def test_scores_of_a_deleted_criterion_do_not_count():
    scores = scored(Network.INSTAGRAM, p=3, gone=0)
    assert places(PERSONAS, INSTAGRAM, *scores) == [("Instagram", 1, 1.0, 0)]


def test_the_ranking_suggests_one_main_and_two_strong_networks():
    networks = [Network.INSTAGRAM, Network.FACEBOOK, Network.TIKTOK, Network.X, Network.YOUTUBE]
    points = [
        found for n, s in zip(networks, (3, 2, 1, 0), strict=False) for found in scored(n, p=s)
    ]
    found = ranking(strategy(PERSONAS, *(option(n) for n in networks), *points))
    assert [network.suggested for network in found] == [
        Role.MAIN,
        Role.STRONG,
        Role.STRONG,
        Role.DEFENSIVE,
        None,
    ]


def test_an_empty_strategy_only_says_what_is_missing():
    pieces = list(STEP.story(strategy()))
    assert pieces
    assert all(isinstance(piece, Gap) for piece in pieces)
    assert STEP.decision(strategy()) is None


def test_records_half_filled_in_never_break_the_step():
    check_half_filled(STEP, Account(id="account", network=Network.INSTAGRAM))


def test_the_matrix_counts_its_missing_scores():
    assert missing(STEP, "scores") == "No network to compare yet."
    assert "No criterion" in missing(STEP, "scores", INSTAGRAM)
    some = (*CRITERIA, INSTAGRAM, FACEBOOK, *scored(Network.INSTAGRAM, p=3, t=1))
    assert missing(STEP, "scores", *some) == "2 scores are still missing in the matrix."
    assert missing(STEP, "scores", *some, *scored(Network.FACEBOOK, p=0, t=0)) == ""


def test_one_network_is_the_main_one_and_three_at_most_are_in_front():
    assert missing(STEP, "roles", FACEBOOK) == "No main network chosen yet."
    second = option(Network.LINKEDIN, Role.MAIN)
    assert "Instagram and LinkedIn are all main" in missing(STEP, "roles", INSTAGRAM, second)
    strong = [option(n, Role.STRONG) for n in (Network.X, Network.YOUTUBE)]
    assert "4 networks are main or strong" in missing(STEP, "roles", INSTAGRAM, FACEBOOK, *strong)
    assert missing(STEP, "roles", INSTAGRAM, option(Network.X)) == "X (Twitter) has no role yet."
    assert missing(STEP, "roles", *CHOSEN) == ""


def test_a_defensive_network_needs_its_definition():
    assert "TikTok is defensive" in missing(STEP, "defence", *CHOSEN)
    plan = DefensivePlan(id="d", option="tiktok", posts_per_month=2)
    assert missing(STEP, "defence", *CHOSEN, plan) == ""


def test_profiles_are_done_when_names_are_ours_and_checks_in_order():
    ours = [
        Handle(id=n.value, handle="port", network=n, status=HandleStatus.OURS)
        for n in (Network.INSTAGRAM, Network.FACEBOOK)
    ]
    accounts = [
        Account(id="ai", network=Network.INSTAGRAM),
        Account(id="af", network=Network.FACEBOOK),
    ]

    def checks(status: CheckStatus) -> list[ProfileCheck]:
        return [
            ProfileCheck(id=a.id, account=a.id, item=ProfileItem.PHOTO, status=status)
            for a in accounts
        ]

    assert "Choose your networks first" in missing(STEP, "profiles")
    assert "Your name on Instagram" in missing(STEP, "profiles", *CHOSEN)
    assert "The profile on Instagram was not checked" in missing(STEP, "profiles", *CHOSEN, *ours)
    known = (*CHOSEN, *ours, *accounts)
    assert "2 points" in missing(STEP, "profiles", *known, *checks(CheckStatus.PARTIAL))
    assert missing(STEP, "profiles", *known, *checks(CheckStatus.OK)) == ""


def test_a_blog_needs_neither_a_name_to_reserve_nor_a_profile():
    assert missing(STEP, "profiles", option(Network.BLOG, Role.MAIN)) == ""


def test_the_decision_names_the_networks_by_their_role_and_the_hours():
    assert STEP.decision(strategy(FACEBOOK)) is None
    assert EN(STEP.decision(strategy(*CHOSEN))) == (
        "Instagram first, then Facebook; a defensive presence on TikTok, in 6 h a week."
    )


def test_many_defensive_networks_are_counted_in_place_of_named():
    many = [option(n, Role.DEFENSIVE) for n in list(Network)[5:10]]
    found = titles(STEP, INSTAGRAM, FACEBOOK, *many)
    assert found[0] == ("Instagram first, then Facebook; a defensive presence on 5 other networks")


def test_a_network_without_a_name_of_its_own_is_called_by_what_the_user_wrote():
    local = NetworkOption(id="o", network=Network.OTHER, name="Nextdoor", role=Role.MAIN)
    group = NetworkOption(id="g", network=Network.FACEBOOK, name="Group", role=Role.STRONG)
    found = EN(STEP.decision(strategy(local, group)))
    assert found == "Nextdoor first, then Facebook (Group): our effort goes there."


def test_the_heat_map_shows_weights_scores_totals_and_roles():
    scores = scored(Network.INSTAGRAM, p=3)
    found = slide(STEP, "Instagram first", *CRITERIA, *CHOSEN, *scores)
    assert [EN(column.heading) for column in found.body.columns] == [
        "Network",
        "Our personas are there ×3",
        "Takes little time ×1",
        "Total",
        "Role",
    ]
    name, personas, time, total, role = found.body.rows[0]
    assert (EN(name.text), EN(personas.text), time.text, EN(total.text), EN(role.text)) == (
        "Instagram",
        "3",
        "–",
        "100%",
        "Main",
    )
    assert (personas.heat, time.heat) == (1.0, None)
    assert any("5 scores are missing" in EN.said(note) for note in found.notes)


def test_without_a_main_network_the_title_says_who_leads():
    bare = option(Network.PINTEREST)
    found = titles(STEP, PERSONAS, bare, *scored(Network.PINTEREST, p=2))
    assert found == ["Pinterest comes first with 67%; the main network is still to be chosen"]


def test_too_many_criteria_show_the_heaviest_and_say_so():
    many = [Criterion(id=str(n), name=f"C{n}", weight=1 + (n > 2)) for n in range(9)]
    found = slide(STEP, "All our effort goes to Instagram", INSTAGRAM, *many)
    assert len(found.body.columns) == 1 + 7 + 2
    assert EN(found.body.columns[1].heading) == "C3 ×2"
    assert any("2 lighter criteria" in EN.said(note) for note in found.notes)


def test_the_choice_is_put_to_decision():
    decisions = [p for p in STEP.story(strategy(*CHOSEN)) if isinstance(p, Decision)]
    assert EN(decisions[0].what).startswith("Confirm the networks: Instagram first")


def test_hours_defence_and_names_are_told():
    plan = DefensivePlan(id="d", option="tiktok", content="Profile", posts_per_month=2)
    free = Handle(id="h", handle="port", network=Network.TIKTOK, status=HandleStatus.FREE)
    found = titles(STEP, *CHOSEN, plan, free)
    assert found[1:] == [
        "Our networks take 6 h a week, 67% of it for Instagram",
        "2 posts a month keep our place on the other networks",
        "One name to reserve now: port on TikTok",
    ]
    assert "The names to reserve" in gaps(STEP, *CHOSEN, plan)
    row = slide(STEP, "One name", *CHOSEN, plan, free).body.rows[0]
    assert row[2].tone is Tone.WATCH
