"""The strategy in a few sentences, and to whom its decisions go."""

from __future__ import annotations

import datetime as dt

from canvas.domain.messages import say
from canvas.domain.story import Answers, Decision, Section
from canvas.steps.audit.swot import Quadrant, SwotItem
from canvas.steps.common import Network
from canvas.steps.frame.people import Approval, ApprovalStatus, Person, PersonKind, Responsibility
from canvas.steps.frame.settings import Settings
from canvas.steps.frame.story_governance import governance
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.objectives.agreement import BudgetRequest, RequestState
from canvas.steps.objectives.missions import Mission, MissionRank
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.story_agreement import agreement
from canvas.steps.plan.actions import CommitteeMeeting
from canvas.steps.resources.team import TeamMember
from canvas.steps.summary import addressed, summary
from tests.unit.steps.support import EN, strategy

DAY = dt.date(2027, 3, 31)
SWOT = (
    SwotItem(id="s", quadrant=Quadrant.STRENGTH, text="Warm bread"),
    SwotItem(id="o", quadrant=Quadrant.OPPORTUNITY, text="New flats"),
)
GOAL = Objective(id="g", title="60 orders a month", due=DAY, is_primary=True)
MISSION = Mission(id="m", rank=MissionRank.MAIN, text="Feed the quarter")
LEAD = NetworkOption(id="n", network=Network.INSTAGRAM, role=Role.MAIN)
NORA = TeamMember(id="t", name="Nora", hours_week=4)


def opening(*records):
    found = list(summary(strategy(*records)))
    return found[0] if found else None


def test_a_single_decision_is_no_summary():
    assert opening() is None
    assert opening(*SWOT) is None


def test_decisions_are_summed_up_each_under_its_question():
    slide = opening(*SWOT, MISSION, GOAL)
    assert slide.section is Section.SUMMARY
    assert isinstance(slide.body, Answers)
    assert [EN(line.question) for line in slide.body.lines] == [
        "Where are we?",
        "What do we want?",
    ]


def test_the_title_says_as_much_as_is_known():
    def title(*records):
        return EN(opening(*SWOT, MISSION, GOAL, *records).title)

    assert title() == "One objective comes first: 60 orders a month, by 31 March 2027"
    assert title(NORA) == "4 h a week for one objective: 60 orders a month, by 31 March 2027"
    assert title(NORA, LEAD) == (
        "1 network and 4 h a week for one objective: 60 orders a month, by 31 March 2027"
    )
    assert EN(opening(*SWOT, LEAD).title) == "Our strategy rests on 1 network"


def test_a_decision_without_name_and_day_goes_to_the_sponsors_at_the_next_occasion():
    ours = strategy(
        Person(id="a", name="Alix", kind=PersonKind.SPONSOR),
        Settings(id="settings", start_date=dt.date(2027, 1, 1)),
        CommitteeMeeting(id="c", date=dt.date(2027, 2, 2)),
    )
    asked = [Decision(say("x")), Decision(say("y"), who="Bo", when=DAY)]
    first, second = addressed(ours, asked, dt.date(2026, 12, 1))
    assert (first.who, first.when) == ("Alix", dt.date(2027, 1, 1))
    assert (second.who, second.when) == ("Bo", DAY)
    (late,) = addressed(ours, asked[:1], dt.date(2027, 1, 15))
    assert late.when == dt.date(2027, 2, 2)


def test_without_sponsors_the_one_who_answers_for_the_result_decides():
    ours = strategy(Person(id="a", name="Alix"), Responsibility(id="r", owner="a"))
    (asked,) = addressed(ours, [Decision(say("x"))], DAY)
    assert (asked.who, asked.when) == ("Alix", None)


def test_an_answer_that_a_later_approval_settles_is_not_asked_for_again():
    contested = Approval(
        id="1", version="First", approver="a", date=DAY, status=ApprovalStatus.CONTESTED
    )
    final = Approval(
        id="2",
        version="Final",
        approver="b",
        date=DAY + dt.timedelta(9),
        status=ApprovalStatus.VALIDATED,
    )
    asked = [p for p in governance(strategy(contested)) if isinstance(p, Decision)]
    assert EN(asked[0].what) == "Settle what is contested in “First”"
    assert not [p for p in governance(strategy(contested, final)) if isinstance(p, Decision)]


def test_only_the_next_instalment_is_asked_for():
    ours = strategy(
        BudgetRequest(id="1", stage="Autumn", amount=500, date=dt.date(2027, 9, 1)),
        BudgetRequest(id="2", stage="Spring", amount=300, date=DAY),
        BudgetRequest(id="3", stage="Start", amount=100, state=RequestState.GRANTED),
    )
    (asked,) = [p for p in agreement(ours) if isinstance(p, Decision)]
    assert "Spring" in EN(asked.what)
