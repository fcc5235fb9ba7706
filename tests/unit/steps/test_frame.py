"""The frame: who the strategy is for, who answers for it, what is expected (C1–C13)."""

from __future__ import annotations

import datetime as dt

import pytest

from canvas.domain.story import Cards, Decision, Gap, Section, Slide
from canvas.domain.strategy import Strategy, build
from canvas.steps.common import MethodStep, Network, Priority
from canvas.steps.frame import STEP
from canvas.steps.frame.expectations import Purpose, ServedPurpose, Symptom, SymptomKind
from canvas.steps.frame.organisation import BusinessModel, Differentiator, Organisation
from canvas.steps.frame.people import (
    Approval,
    ApprovalStatus,
    Delivery,
    DeliveryModel,
    Person,
    PersonKind,
    Responsibility,
)
from canvas.steps.frame.settings import Currency, Settings
from canvas.steps.frame.year import Experiment, Highlight, PlanVersion, YearlyAxis
from tests.unit.steps.support import EN, check_half_filled, strategy

BAKERY = Organisation(
    id="organisation", name="Port Bakery", activity="Sourdough bread", biz_model=BusinessModel.B2C
)
SEEN = Purpose(id="p1", purpose=ServedPurpose.VISIBILITY, priority=Priority.HIGH)
CAMILLE = Person(id="c", name="Camille Roussel", kind=PersonKind.SPONSOR)
DUTY = Responsibility(id="r", owner="c", result="Two posts a week", budget_owned=240_000)
WORKSHOP = Differentiator(id="d", text="The bakehouse is open", proof="312 reviews")


def todo(key: str):
    return next(todo for todo in STEP.todos if todo.key == key)


def titles(of: Strategy) -> list[str]:
    return [EN(piece.title) for piece in STEP.story(of) if isinstance(piece, Slide)]


@pytest.mark.parametrize(
    ("key", "lacking", "complete"),
    [
        ("organisation", [Organisation(id="organisation", name="Port Bakery")], [BAKERY]),
        ("purposes", [Purpose(id="p", purpose=ServedPurpose.CLIENTS)], [SEEN]),
        ("owner", [CAMILLE, Responsibility(id="r", owner="c", result="Posts")], [CAMILLE, DUTY]),
        ("difference", [Differentiator(id="d", text="The bakehouse is open")], [WORKSHOP]),
    ],
)
def test_each_line_ticks_itself_when_the_decision_is_made(key, lacking, complete):
    assert todo(key).missing(strategy()) is not None
    assert todo(key).missing(strategy(*lacking)) is not None
    assert todo(key).is_done(strategy(*complete))


def test_four_purposes_in_first_place_are_too_many():
    many = [
        Purpose(id=str(number), purpose=purpose, priority=Priority.HIGH)
        for number, purpose in enumerate(list(ServedPurpose)[:4])
    ]
    missing = todo("purposes").missing(strategy(*many))
    assert missing is not None
    assert missing.params["n"] == 4


def test_a_budget_of_nothing_is_a_budget_and_an_empty_one_is_not():
    without = Responsibility(id="r", owner="c", result="Posts")
    nothing = Responsibility(id="r", owner="c", result="Posts", budget_owned=0)
    assert not todo("owner").is_done(strategy(CAMILLE, without))
    assert todo("owner").is_done(strategy(CAMILLE, nothing))


def test_a_person_deleted_since_answers_for_nothing():
    assert "Nobody" in str(todo("owner").missing(strategy(DUTY)))


def test_the_decision_names_what_is_expected_and_who_answers_for_it():
    decision = STEP.decision(strategy(SEEN, CAMILLE, DUTY))
    assert decision is not None
    assert decision.params["owner"] == "Camille Roussel"
    assert [p.params["text"] for p in decision.params["purposes"]] == [ServedPurpose.VISIBILITY]


def test_nothing_is_decided_before_a_purpose_comes_first():
    assert STEP.decision(strategy(CAMILLE, DUTY)) is None


def test_an_empty_frame_has_only_gaps_to_tell():
    pieces = list(STEP.story(strategy()))
    assert pieces
    assert all(isinstance(piece, Gap) and piece.step == "frame" for piece in pieces)


def test_a_filled_frame_tells_it_slide_by_slide():
    filled = strategy(
        Settings(id="settings", name="2027", currency=Currency.GBP),
        BAKERY,
        SEEN,
        CAMILLE,
        DUTY,
        WORKSHOP,
        Delivery(id="delivery", delivery_model=DeliveryModel.FREELANCE, cost_month=45_000),
        YearlyAxis(id="a", title="Show the craft", rank=1),
        Highlight(id="h", title="Station shop", date_from=dt.date(2027, 4, 3)),
        Approval(id="v", version="Road map", approver="c", status=ApprovalStatus.VALIDATED),
        PlanVersion(id="pv", what_changed="Pinterest dropped", year=2027),
    )
    assert titles(filled) == [
        "Port Bakery expects of social media first of all “Being seen”",
        "Only with us: The bakehouse is open",
        "The year is about “Show the craft”, with 1 highlight",
        "Camille Roussel answers for the results, with £2,400 for the year",
        "“Road map” is approved",
        "The plan was revised 1 time; last change: Pinterest dropped",
    ]


def test_titles_stay_short_whatever_was_typed():
    long = "word " * 60
    filled = strategy(
        Organisation(id="organisation", name=long, activity=long),
        Differentiator(id="d", text=long),
        YearlyAxis(id="a", title=long),
        Highlight(id="h", title=long),
        Approval(id="v", version=long, status=ApprovalStatus.VALIDATED),
        PlanVersion(id="pv", what_changed=long),
    )
    assert max(len(title) for title in titles(filled)) <= 110


def test_an_organisation_without_a_name_still_has_its_slide():
    slide = next(iter(STEP.story(strategy(SEEN))))
    assert isinstance(slide, Slide)
    assert isinstance(slide.body, Cards)
    assert len(slide.body.panels) == 1


def test_the_sponsors_are_asked_to_approve_what_nobody_approved():
    decisions = [p for p in STEP.story(strategy(CAMILLE)) if isinstance(p, Decision)]
    assert [decision.who for decision in decisions] == ["Camille Roussel"]


def test_a_contested_version_is_a_decision_to_take():
    contested = Approval(
        id="v", version="V1", status=ApprovalStatus.CONTESTED, comment="Too dear", approver="c"
    )
    pieces = list(STEP.story(strategy(CAMILLE, contested)))
    decision = next(piece for piece in pieces if isinstance(piece, Decision))
    assert (decision.who, decision.why) == ("Camille Roussel", "Too dear")
    assert not any(isinstance(p, Gap) and "approval" in str(p.what) for p in pieces)
    approvals = next(p for p in pieces if isinstance(p, Slide) and p.section is Section.APPENDIX)
    assert "waits" in str(approvals.title)


def test_a_symptom_says_where_it_is_usually_treated():
    assert Symptom(symptom=SymptomKind.IRREGULAR).treated_in is MethodStep.PLAN
    chosen = Symptom(symptom=SymptomKind.IRREGULAR, remedy_step=MethodStep.RESOURCES)
    assert chosen.treated_in is MethodStep.RESOURCES
    assert Symptom().treated_in is None


def test_an_experiment_without_a_figure_has_no_verdict():
    assert Experiment(target=10).is_reached is None
    assert Experiment(target=10, result=0).is_reached is False


def test_what_was_stored_comes_back_as_it_was():
    rows = {
        ("highlight", "h"): {
            "exists": True,
            "title": "Opening",
            "date_from": "2027-04-03",
            "networks": ["facebook", "instagram"],
        }
    }
    types = {record.key: record for record in STEP.records}
    (highlight,) = build("s", 1, rows, types).of(Highlight)
    assert highlight.date_from == dt.date(2027, 4, 3)
    assert highlight.networks == (Network.INSTAGRAM, Network.FACEBOOK)
    assert highlight.title == "Opening"


def test_whatever_is_filled_in_the_step_can_speak_of_it():
    check_half_filled(STEP)
