"""Attitudes: formats, habits, charter, roles, crisis (C81–C93)."""

from __future__ import annotations

import datetime as dt

from canvas.domain.story import Decision, Gap, Ladder, Table, Tone
from canvas.steps.attitudes import STEP
from canvas.steps.attitudes.charter import (
    CharterRule,
    EditorialPolicy,
    Guideline,
    GuidelineKind,
    RuleKind,
    SpeakingPolicy,
)
from canvas.steps.attitudes.content import Emotion, EmotionIdea
from canvas.steps.attitudes.crisis import CrisisLevel, CrisisPlan, PlanState
from canvas.steps.attitudes.norms import Favour, LaunchStep, NetworkNorm
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.attitudes.service import EngagementBalance, EngagementRule, Event, Process
from canvas.steps.common import Network
from canvas.steps.frame.people import Person
from tests.unit.steps.support import (
    EN,
    LONG,
    check_half_filled,
    gaps,
    missing,
    slide,
    strategy,
    titles,
)

NORA = Person(id="nora", name="Nora")
SAM = Person(id="sam", name="Sam")
REEL = NetworkNorm(
    id="n",
    format="Short vertical video",
    network=Network.INSTAGRAM,
    favoured=Favour.PUSHED,
    max_seconds=90,
    ratio="9:16",
    checked_on=dt.date(2026, 9, 1),
)
ROLE = NetworkRole(
    id="r",
    network=Network.INSTAGRAM,
    publishers=("nora",),
    repliers=("nora", "sam"),
    moderators=("sam",),
)
GRUMBLE = CrisisLevel(
    id="c1", name="An unhappy customer", level=1, responder="nora", stop_rule="After two answers"
)
STORM = CrisisLevel(id="c3", name="A storm", level=3, responder="nora", escalate_to="sam")


def test_an_empty_strategy_only_says_what_is_missing():
    pieces = list(STEP.story(strategy()))
    assert pieces
    assert all(isinstance(piece, Gap) for piece in pieces)
    assert STEP.decision(strategy()) is None


def test_records_half_filled_in_never_break_the_step():
    check_half_filled(STEP, Person(id="person", name=LONG))


def test_formats_are_noted_once_a_network_pushes_one():
    held_back = NetworkNorm(id="n", format="Link", network=Network.X, favoured=Favour.HELD_BACK)
    assert "No format" in missing(STEP, "formats", held_back)
    assert missing(STEP, "formats", REEL) == ""


def test_an_idea_counts_once_it_touches_or_asks():
    assert "No idea" in missing(STEP, "ideas")
    assert "neither" in missing(STEP, "ideas", EmotionIdea(id="i", idea="First baguette"))
    proud = EmotionIdea(id="i", idea="First baguette", emotion=Emotion.PRIDE)
    assert missing(STEP, "ideas", proud) == ""


def test_roles_name_the_first_task_that_nobody_does():
    half = NetworkRole(id="r", network=Network.INSTAGRAM, publishers=("nora",))
    assert missing(STEP, "roles") == "No network has its roles yet."
    assert missing(STEP, "roles", NORA, half) == "Nobody is named yet to reply on Instagram."
    assert missing(STEP, "roles", NORA, SAM, ROLE) == ""


def test_a_person_deleted_since_does_no_task_any_more():
    assert missing(STEP, "roles", NORA, ROLE) == "Nobody is named yet to moderate Instagram."


def test_the_charter_needs_a_rule_and_somebody_for_negative_comments():
    rule = CharterRule(id="c", rule="Say that you work here")
    assert missing(STEP, "charter", NORA, GRUMBLE) == "The charter has no rule yet."
    assert "negative comments" in missing(STEP, "charter", rule)
    assert missing(STEP, "charter", rule, NORA, GRUMBLE) == ""


def test_the_decision_names_who_does_what_and_who_leads_in_a_crisis():
    calm = STEP.decision(strategy(NORA, SAM, ROLE))
    assert EN(calm) == "Publishing: Nora. Replies: Nora and Sam. Moderation: Sam."
    serious = STEP.decision(strategy(NORA, SAM, ROLE, STORM, GRUMBLE))
    assert EN(serious).endswith("If it gets serious: Sam.")


def test_the_norms_slide_names_the_format_its_limits_and_the_oldest_check():
    found = slide(STEP, "Instagram pushes one format: Short vertical video", REEL)
    assert isinstance(found.body, Table)
    assert EN(found.body.rows[0][3]) == "90 seconds · 9:16"
    assert EN(found.source) == "Our notes; oldest check on 1 September 2026"


def test_the_first_hours_are_told_in_their_order():
    later = LaunchStep(id="a", action="Answer", delay=30)
    at_once = LaunchStep(id="b", action="Share in the story")
    notes = [EN.said(note) for note in slide(STEP, "Instagram", REEL, later, at_once).notes]
    assert notes[1:] == [
        "At publication: Share in the story",
        "30 minutes after publication: Answer",
    ]


def test_the_roles_table_marks_tasks_without_anybody():
    half = NetworkRole(id="r", network=Network.INSTAGRAM, publishers=("nora",))
    found = slide(STEP, "Roles are still to be shared out on Instagram", NORA, half)
    cells = found.body.rows[0]
    assert EN(cells[1]) == "Nora"
    assert [cell.tone for cell in cells[2:4]] == [Tone.WATCH, Tone.WATCH]
    assert titles(STEP, NORA, SAM, ROLE) == [
        "2 people share publishing, replies and moderation: each knows their part"
    ]


def test_the_crisis_ladder_climbs_from_one_comment_to_a_storm():
    found = slide(
        STEP, "Nora answers everyday complaints; Sam takes over", NORA, SAM, STORM, GRUMBLE
    )
    assert isinstance(found.body, Ladder)
    assert [EN(panel.heading) for panel in found.body.panels] == ["Level 1", "Level 3"]
    assert "The plan was never rehearsed." in [EN(note) for note in found.notes]


def test_a_crisis_plan_not_yet_approved_is_put_to_decision():
    def decisions(plan):
        pieces = STEP.story(strategy(NORA, GRUMBLE, plan))
        return [piece for piece in pieces if isinstance(piece, Decision)]

    draft = CrisisPlan(id="crisis_plan", state=PlanState.DRAFT, owner="nora")
    assert [decision.who for decision in decisions(draft)] == ["Nora"]
    assert decisions(CrisisPlan(id="crisis_plan", state=PlanState.APPROVED)) == []


def test_do_and_dont_face_each_other_with_adopted_habits_first():
    found = slide(
        STEP,
        "Yes to “Thank everybody”, no to “Speak only of ourselves”",
        Guideline(id="1", kind=GuidelineKind.DO, text="Ask questions"),
        Guideline(id="2", kind=GuidelineKind.DO, text="Thank everybody", adopted=True),
        Guideline(id="3", kind=GuidelineKind.DONT, text="Speak only of ourselves"),
    )
    assert [panel.tone for panel in found.body.panels] == [Tone.GOOD, Tone.BAD]


def test_charter_policy_habits_and_manual_are_told():
    found = titles(
        STEP,
        CharterRule(id="1", rule="Be kind", kind=RuleKind.ENCOURAGED),
        CharterRule(id="2", rule="No prices", kind=RuleKind.FORBIDDEN),
        SpeakingPolicy(id="3", actor="The shop", topics=("Products",)),
        EditorialPolicy(id="editorial_policy", text="We show.", last_review=dt.date(2026, 5, 4)),
        EngagementRule(id="4", event=Event.COMMENT, reaction="Like it", delay=2),
        EngagementBalance(id="engagement_balance", proactive_hours=1, reactive_hours=3),
        Process(id="5", name="Complaint", stages=("Thank", "Call")),
    )
    assert found == [
        "Everybody who speaks to us gets a reaction within 2 h",
        "2 rules are enough to speak in our name",
        "Our editorial policy was last reviewed on 4 May 2026",
        "One recurring case has its procedure: Complaint",
    ]
    assert "The charter" not in gaps(STEP, CharterRule(id="1", rule="Be kind"))
