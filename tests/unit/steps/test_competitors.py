"""Competitors: best in class, openings, influencers, monitoring (C94–C95e)."""

from __future__ import annotations

import datetime as dt

from canvas.domain.story import Decision, Gap, Tone
from canvas.steps.audit.market import Competitor
from canvas.steps.common import Network, Priority
from canvas.steps.competitors import STEP
from canvas.steps.competitors.best import (
    BestInClass,
    CompetitorPresence,
    CounterOpportunity,
    Discipline,
    Response,
)
from canvas.steps.competitors.influencers import Goal, Influencer, first_wave, weight
from canvas.steps.competitors.watching import Tool, Watch, WatchKind
from canvas.steps.frame.people import Person
from tests.unit.steps.support import EN, LONG, check_half_filled, missing, slide, strategy

NORA = Person(id="nora", name="Nora")
LENOIR = Competitor(id="l", name="Maison Lenoir")
BEST = BestInClass(
    id="b",
    category=Discipline.BLOGGING,
    competitor="l",
    lesson="Film our own gestures",
    response=Response.IMPROVE,
)
OPENING = CounterOpportunity(
    id="o", description="Nobody explains gluten", our_move="Four videos on sourdough"
)
LEA = Influencer(id="lea", name="Léa", first_wave=True, goal=Goal.INTERVIEW, relevance=5)


def watch(kind: WatchKind, **more: object) -> Watch:
    return Watch(id=kind.value, subject=f"The {kind.value}", kind=kind, owner="nora", **more)


def test_an_empty_strategy_only_says_what_is_missing():
    pieces = list(STEP.story(strategy()))
    assert len(pieces) == 5
    assert all(isinstance(piece, Gap) for piece in pieces)
    assert STEP.decision(strategy()) is None


def test_records_half_filled_in_never_break_the_step():
    check_half_filled(STEP, Person(id="person", name=LONG), Competitor(id="competitor", name=LONG))


def test_practices_need_a_lesson_that_is_not_left_to_them():
    assert "No best in class" in missing(STEP, "practices")
    left = BestInClass(id="b", lesson="Films", response=Response.LEAVE)
    assert "No lesson" in missing(STEP, "practices", left)
    assert missing(STEP, "practices", BEST) == ""


def test_an_opening_needs_our_move():
    assert "No opening" in missing(STEP, "openings")
    idle = CounterOpportunity(id="o", description="Nobody explains gluten")
    assert missing(STEP, "openings", idle) == (
        "“Nobody explains gluten”: your move is still to be written."
    )
    assert missing(STEP, "openings", OPENING) == ""


def test_the_first_influencers_are_ten_at_most_and_each_has_a_goal():
    assert "No influencer" in missing(STEP, "influencers", Influencer(id="x", name="Ada"))
    aimless = Influencer(id="x", name="Ada", first_wave=True)
    assert missing(STEP, "influencers", aimless) == "Say what you want with Ada."
    crowd = [Influencer(id=str(n), name=f"I{n}", first_wave=True) for n in range(11)]
    assert "11 influencers are ticked for the Top 10" in missing(STEP, "influencers", *crowd)
    assert missing(STEP, "influencers", LEA) == ""


def test_monitoring_covers_competitors_sector_and_reputation_each_with_an_owner():
    kinds = (WatchKind.COMPETITOR, WatchKind.SECTOR, WatchKind.REPUTATION)
    watched = [watch(kind) for kind in kinds]
    assert missing(STEP, "monitoring", *watched) == "Nobody watches competitors yet."
    assert missing(STEP, "monitoring", NORA, *watched[:2]) == "Nobody watches your reputation yet."
    assert missing(STEP, "monitoring", NORA, *watched) == ""


def test_an_influencers_weight_is_the_mean_of_what_is_known():
    assert weight(Influencer(id="x", relevance=5, influence=4, closeness=3)) == 4
    assert weight(Influencer(id="x", relevance=5, closeness=2)) == 3.5
    assert weight(Influencer(id="x", audience=100_000)) is None


def test_the_heaviest_influencers_come_first_and_the_others_stay_out():
    light = Influencer(id="1", name="Ada", first_wave=True, relevance=1)
    unknown = Influencer(id="2", name="Bo", first_wave=True)
    later = Influencer(id="3", name="Cy", relevance=5)
    found = first_wave(strategy(unknown, light, later, LEA))
    assert [who.name for who in found] == ["Léa", "Ada", "Bo"]


def test_the_decision_says_what_we_take_counter_and_whom_we_contact():
    assert STEP.decision(strategy(BEST)) is None
    assert EN(STEP.decision(strategy(BEST, OPENING))) == (
        "We take up “Film our own gestures” in our own way and answer with "
        "“Four videos on sourdough”."
    )
    assert EN(STEP.decision(strategy(BEST, OPENING, LEA))).endswith("and contact Léa first.")


def test_the_best_in_class_slide_counts_practices_and_openings():
    found = slide(
        STEP,
        "Good practices to take up: 1; openings that others leave us: 1",
        LENOIR,
        BEST,
        OPENING,
    )
    assert found.body.rows[0][1].text == "Maison Lenoir"


def test_a_best_in_class_may_be_no_competitor():
    outside = BestInClass(id="b", category=Discipline.PRESS, somebody_else="A chocolate maker")
    assert slide(STEP, "A chocolate maker is the one to watch: Press and influencers", outside)


def test_presences_are_in_the_order_of_their_engagement():
    quiet = CompetitorPresence(id="1", competitor="l", network=Network.FACEBOOK)
    lively = CompetitorPresence(
        id="2",
        competitor="l",
        network=Network.INSTAGRAM,
        engagement_rate=0.034,
        seen_on=dt.date(2026, 10, 2),
    )
    found = slide(
        STEP, "Maison Lenoir makes people react most: 3.4% on Instagram", LENOIR, quiet, lively
    )
    assert [EN.said(row[2]) for row in found.body.rows] == ["3.4%", ""]
    assert "2 October 2026" in EN(found.source)


def test_urgent_openings_come_first_and_stand_out():
    urgent = CounterOpportunity(id="u", description="No video at all", priority=Priority.HIGH)
    found = slide(STEP, "They leave it open, we take it: No video at all", OPENING, urgent)
    assert found.body.rows[0][4].tone is Tone.ACCENT


def test_the_top_ten_stops_at_ten_and_asks_for_a_decision():
    crowd = [
        Influencer(id=str(n), name=f"I{n}", first_wave=True, goal=Goal.MENTION, relevance=3)
        for n in range(12)
    ]
    found = slide(STEP, "10 influencers to contact first, starting with Léa", *crowd, LEA)
    assert len(found.body.rows) == 10
    decisions = [p for p in STEP.story(strategy(LEA)) if isinstance(p, Decision)]
    assert [EN(decision.what) for decision in decisions] == [
        "Contact the first influencers, starting with Léa"
    ]


def test_the_monitoring_slide_names_the_tool_and_who_looks():
    alerts = Tool(id="t", name="Google Alerts")
    found = slide(
        STEP, "We keep an eye on one subject", NORA, alerts, watch(WatchKind.SECTOR, tool="t")
    )
    assert found.body.rows[0][3] == "Google Alerts"
    assert found.body.rows[0][5] == "Nora"
