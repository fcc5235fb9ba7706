"""What the canvas of hours says, sentence by sentence, in the words of a person."""

from __future__ import annotations

import datetime as dt

import pytest

from canvas.domain.story import Chart, Slide
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.load import sustainable_weeks
from canvas.rules.mending import mend
from canvas.steps.frame.people import Person
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources import STEP
from canvas.steps.resources.load import first_break, load
from canvas.steps.resources.story_load import load_story
from canvas.steps.resources.team import Absence, Belonging, TeamMember
from canvas.steps.resources.tradeoff import Tradeoff
from canvas.ui.canvases import load_words as words

EN = Translator("en")
MONDAY = dt.date(2027, 3, 1)
LAST = MONDAY + dt.timedelta(27)


def day(number):
    return MONDAY + dt.timedelta(number)


def plan(*records):
    by_type = {}
    for record in records:
        by_type.setdefault(type(record).key, []).append(record)
    return Strategy("s", 1, {key: tuple(found) for key, found in by_type.items()})


TEAM = (
    Settings(id="settings", start_date=MONDAY, horizon=12),
    Person(id="p-nora", name="Nora Lind"),
    Person(id="p-sam", name="Sam Roe"),
    Person(id="p-eva", name="Eva Ek"),
    TeamMember(id="nora", name="Nora", hours_week=5, person="p-nora"),
    TeamMember(id="sam", name="Sam", hours_week=4, person="p-sam"),
)
TASK = TaskAutomation(id="k", task="Answer", owner="p-nora", hours_week=3)
FILM = Post(id="a", title="Film", date=day(8), author="p-nora", effort_hours=4)


def told(*records):
    strategy = plan(*TEAM, *records)
    found = load(strategy, MONDAY, LAST)
    return strategy, found, first_break(found)


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([TASK, FILM], "Most weeks take 3 h; here 1 line falls in the same week."),
        (
            [TASK, Absence(id="x", member="nora", start=day(7), end=day(13))],
            "There are fewer hours than usual that week, and the work is as usual.",
        ),
        (
            [
                TASK,
                TaskAutomation(id="l", task="Post", owner="p-sam", hours_week=2),
                Absence(id="x", member="nora", start=day(7), end=day(13), replaced_by="sam"),
            ],
            "It includes 3 h taken over from Nora, who is away.",
        ),
        (
            [TaskAutomation(id="k", task="Answer", owner="p-nora", hours_week=9)],
            "Most weeks take 9 h or more: the rhythm itself is too fast.",
        ),
    ],
)
def test_a_week_that_breaks_says_why(records, said):
    _, found, broken = told(*records)
    assert EN(words.why(broken, found)) == said


def test_work_of_nobody_is_named_as_what_breaks_the_team():
    _, _, broken = told(Post(id="a", date=day(1), effort_hours=12))
    assert EN(words.broken(broken)) == (
        "In the week of 1 March 2027, the team has 9 h for 12 h of work: nobody has the other 3 h."
    )


def test_a_plan_that_fits_names_its_fullest_week():
    _, found, _ = told(TASK, Post(id="a", date=day(8), author="p-nora", effort_hours=1))
    assert EN(words.fits(found)) == (
        "It fits: nobody lacks hours in any week from 1 March 2027 to 28 March 2027. "
        "The fullest week is the one of Nora from 8 March 2027: 4 h of 5."
    )


def test_each_proposal_is_an_instruction_with_its_effect():
    studio = TeamMember(
        id="ext", name="Studio", belonging=Belonging.EXTERNAL, hours_week=1, cost_hour=50_00
    )
    rhythm = Cadence(id="c", what="Films", posts_per_week=2)
    other = Post(id="b", title="Reel", date=day(9), author="p-nora", effort_hours=3, cadence="c")
    strategy, found, broken = told(TASK, FILM, studio, rhythm, other)
    said = [
        f"{EN(words.proposal(strategy, p))} {EN(words.effect(p, 'Nora'))}"
        for p in mend(strategy, found, broken)
    ]
    assert said == [
        "Pay Studio for 5 h that week: €250, 4 h of them beyond the usual. "
        "Nora: 10 → 5 h of 5. The week fits.",
        "Hand “Film” over to Sam. Nora: 10 → 6 h of 5. Still 1 h short.",
        "Hand “Reel” over to Sam. Nora: 10 → 7 h of 5. Still 2 h short.",
        "Publish 0 posts of “Films” that week instead of 1: leave out “Reel”. "
        "Nora: 10 → 7 h of 5. Still 2 h short.",
    ]


def test_what_can_be_done_together_comes_first_and_a_move_names_its_week():
    lines = [
        Post(id=f"a{n}", title=f"Post {n}", date=day(8 + n), author="p-nora", effort_hours=2)
        for n in range(3)
    ]
    strategy, found, broken = told(TASK, *lines)
    said = [EN(words.proposal(strategy, p)) for p in mend(strategy, found, broken)]
    assert said[0] == "Do these together: 2 changes."
    assert "Move “Post 0” to the week of 15 March 2027." in said


def test_what_is_left_out_of_the_figures_is_said():
    strategy, found, _ = told(
        Post(id="a", title="Photo", date=day(1), author="p-nora"),
        Post(id="b", date=day(1), author="p-eva", effort_hours=2),
        Action(id="c", title="Print", owner="p-sam"),
        Action(id="d", title="Pay", due=day(2), effort_hours=1),
    )
    assert [EN(said) for said in words.limits(strategy, found, 2.5)] == [
        "1 line has no known effort and is not counted: Photo.",
        "Eva Ek has 2 h of it too, and no hours a week are known: they are not compared.",
        "Nobody has taken 1 h of it on: give them an owner.",
        "1 line without a date is in no week.",
        "From 8 March 2027 on the calendar is empty: at the present rhythm, posts would take "
        "2.5 h a week more.",
    ]


def test_how_long_the_rhythm_lasts_is_said_with_what_would_make_it_last():
    fast = Cadence(id="c", what="Photos", posts_per_week=4, effort_hours=1, owner="p-nora")
    strategy = plan(*TEAM, fast, TASK)
    lasting = sustainable_weeks(strategy, MONDAY)
    assert EN(words.lasting(strategy, lasting)) == (
        "The present rhythm cannot be kept for a week: it takes 7 h of Nora, and there are 5."
    )
    assert EN(words.lasting_mend(strategy, lasting)) == (
        "With “Photos” at 2 a week instead of 4, it lasts for good."
    )


def slides(*records):
    return list(load_story(plan(*TEAM, *records)))


def test_the_deck_shows_management_the_week_that_breaks_and_keeps_a_quarter_that_fits_for_later():
    (slide,) = slides(TASK, FILM)
    assert EN(slide.title) == "The week of 8 March 2027 breaks: Nora has 5 h for 7 h of work"
    assert (isinstance(slide.body, Chart), slide.detail) == (True, False)
    (slide,) = slides(FILM)
    assert EN(slide.title) == "Each week fits: the fullest takes 4 h of the 9 that we have"
    assert slide.detail
    assert slides() == []


def test_the_decision_of_the_step_names_the_week_that_lacks_hours():
    balance = Tradeoff(id="tradeoff", time=0.6, money=0.1, quality=0.3)
    assert EN(STEP.decision(plan(*TEAM, TASK, FILM, balance))) == (
        "We give 9 h a week, and count first on our time; in the week of 8 March 2027 "
        "we are 2 h short."
    )
    assert EN(STEP.decision(plan(*TEAM, FILM, balance))) == (
        "We give 9 h a week, and count first on our time."
    )


def test_slides_of_hours_are_told_by_the_step():
    told_by_step = [
        piece for piece in STEP.story(plan(*TEAM, TASK, FILM)) if isinstance(piece, Slide)
    ]
    assert any("breaks" in EN(slide.title) for slide in told_by_step)
