"""Step 3: targets in order, the six groups, audiences, answering people."""

import dataclasses
import datetime as dt

from canvas.domain.story import Bullets, Chart, Gap, Slide, Tone
from canvas.domain.strategy import Strategy
from canvas.i18n.translator import Translator
from canvas.steps.audit.checks import MessageKind
from canvas.steps.common import Network, Priority
from canvas.steps.frame.people import Person
from canvas.steps.segments import STEP
from canvas.steps.segments.audience import Ambassador, AmbassadorState, Audience
from canvas.steps.segments.groups import Group, NetworkPhase, Phase, TechnographicGroup
from canvas.steps.segments.ladder import method_order, targets
from canvas.steps.segments.segment import Segment, SegmentNetwork, Temperature
from canvas.steps.segments.service import ResponseTarget, ServiceRule

HOT = Segment(
    id="hot",
    name="Parents",
    temperature=Temperature.HOT,
    priority=Priority.HIGH,
    approach="Show cakes with prices",
)
COLD = Segment(
    id="cold",
    name="Newcomers",
    temperature=Temperature.COLD,
    priority=Priority.LOW,
    approach="Explain sourdough",
)
PRESS = Audience(id="press", name="Local press", what_we_give="A night at the bakery")
SIX = [
    TechnographicGroup(id=f"g{group}", group=group, share=share, tactic="Ask")
    for group, share in zip(Group, (0.05, 0.1, 0.1, 0.2, 0.45, 0.1), strict=True)
]
ANSWER = ServiceRule(
    id="r",
    message_type=MessageKind.COMPLAINT,
    responder="p1",
    alert_to="p1",
    template_text="We are sorry",
)
en = Translator("en")


def strategy(*records):
    by_type = {}
    for record in records:
        by_type[record.key] = (*by_type.get(record.key, ()), record)
    return Strategy("s", 1, by_type)


def missing(key, *records):
    todo = next(todo for todo in STEP.todos if todo.key == key)
    found = todo.missing(strategy(*records))
    return None if found is None else en(found)


def slides(*records):
    return [piece for piece in STEP.story(strategy(*records)) if isinstance(piece, Slide)]


def titles(*records):
    return [en(slide.title) for slide in slides(*records)]


def test_segments_need_a_priority_and_an_approach():
    assert missing("segments") == "No segment is described yet."
    assert missing("segments", dataclasses.replace(HOT, priority=None)) == (
        "“Parents” has no priority yet."
    )
    assert missing("segments", dataclasses.replace(HOT, approach="")) == (
        "“Parents” has no approach yet."
    )
    assert missing("segments", HOT, COLD) is None


def test_where_everything_comes_first_nothing_does():
    assert missing("segments", HOT, dataclasses.replace(COLD, priority=Priority.HIGH)) == (
        "All segments have a high priority: choose which one can wait."
    )
    assert missing("segments", COLD) == (
        "No segment has a high priority yet: choose where to start."
    )


def test_an_audience_needs_something_that_we_give_it():
    assert missing("audiences") == "No influential audience is listed yet."
    assert missing("audiences", dataclasses.replace(PRESS, what_we_give="")) == (
        "What you give to “Local press” is not written yet."
    )
    assert missing("audiences", PRESS) is None


def test_the_six_groups_make_a_hundred_percent():
    assert missing("groups", *SIX[:5]) == ("The part of this group is not estimated yet: Inactive.")
    too_much = dataclasses.replace(SIX[-1], share=0.3)
    assert missing("groups", *SIX[:5], too_much) == "The six groups make 120% and not 100%."
    assert missing("groups", *SIX) is None


def test_messages_are_answered_within_a_day_by_somebody():
    day = ResponseTarget(id="t", network=Network.FACEBOOK)
    slow = dataclasses.replace(day, max_h=48)
    assert missing("service") == "No response time is set yet."
    assert missing("service", slow, ANSWER) == (
        "A message may wait 48 h: come down to 24 h at most."
    )
    assert missing("service", day, dataclasses.replace(ANSWER, responder="")) == (
        "Nobody answers this kind of message yet: Complaint."
    )
    assert missing("service", day, ANSWER) is None


def test_equal_priorities_follow_the_usual_order_with_influencers_after_warm_prospects():
    warm = Segment(id="w", name="Curious", temperature=Temperature.WARM)
    hot = Segment(id="h", name="Ready", temperature=Temperature.HOT)
    cold = Segment(id="c", name="Unaware", temperature=Temperature.COLD)
    assert [t.name for t in targets(strategy(cold, warm, PRESS, hot))] == [
        "Ready",
        "Curious",
        "Local press",
        "Unaware",
    ]


def test_among_equal_priorities_the_position_decides_whatever_the_type():
    first = dataclasses.replace(COLD, priority=Priority.HIGH, position=1.0)
    second = dataclasses.replace(PRESS, priority=Priority.HIGH, position=1.5)
    third = dataclasses.replace(HOT, position=2.0)
    assert targets(strategy(third, second, first)) == [first, second, third]


def test_the_method_puts_the_nearest_prospects_first_and_leaves_clients_their_priority():
    warm = Segment(id="w", name="Curious", temperature=Temperature.WARM)
    fans = Segment(
        id="f", name="Fans", temperature=Temperature.UNCONDITIONAL, priority=Priority.HIGH
    )
    someone = Segment(id="s", name="Somebody")
    assert [
        (target.name, priority)
        for target, priority in method_order(strategy(someone, fans, COLD, PRESS, warm))
    ] == [
        ("Curious", Priority.HIGH),
        ("Local press", Priority.HIGH),
        ("Fans", Priority.HIGH),
        ("Newcomers", Priority.MEDIUM),
        ("Somebody", None),
    ]


def test_the_decision_names_the_two_first_targets_and_the_time_to_answer():
    day = ResponseTarget(id="t", network=Network.FACEBOOK)
    assert STEP.decision(strategy(HOT)) is None
    assert en(STEP.decision(strategy(COLD, HOT))) == (
        "We concentrate on “Parents”, then on “Newcomers”."
    )
    assert en(STEP.decision(strategy(COLD, HOT, day))) == (
        "We concentrate on “Parents”, then on “Newcomers”, and answer everybody within 24 h."
    )


def test_an_empty_strategy_only_has_gaps():
    pieces = list(STEP.story(strategy()))
    assert pieces
    assert all(isinstance(piece, Gap) for piece in pieces)


def test_targets_show_the_networks_that_suit_them():
    fits = [
        SegmentNetwork(id="1", segment="hot", network=Network.INSTAGRAM, fit=3),
        SegmentNetwork(id="2", segment="hot", network=Network.X, fit=0),
        SegmentNetwork(id="3", audience="press", network=Network.LINKEDIN, fit=2),
    ]
    table, networks, _ = slides(COLD, HOT, PRESS, *fits)
    assert en(table.title) == "We concentrate on “Parents”, then on “Newcomers”"
    assert en(table.body.rows[0][4]) == "Instagram"
    assert en(networks.title) == "Instagram suits our targets best, above all “Parents”"
    assert [en(column.heading) for column in networks.body.columns[1:]] == [
        "Instagram",
        "LinkedIn",
        "X (Twitter)",
    ]


def test_the_six_groups_are_a_chart_with_the_tactics_of_the_largest():
    chart, tactics = slides(*SIX)
    assert en(chart.title) == "The largest group of our contacts: Spectators, 45%"
    assert isinstance(chart.body, Chart)
    assert chart.body.series[0].values == [0.05, 0.1, 0.1, 0.2, 0.45, 0.1]
    assert len(chart.body.remarks) == 4
    assert en(tactics.title) == "Spectators: Ask"


def test_a_group_without_a_share_is_missing_in_the_chart_and_not_zero():
    chart, _ = slides(SIX[0], dataclasses.replace(SIX[1], share=None))
    assert chart.body.series[0].values[1] is None


def test_audiences_and_ambassadors_are_in_the_deck():
    said = titles(
        PRESS,
        Ambassador(id="a", name="Lucie", state=AmbassadorState.ACTIVE),
        Ambassador(id="b", name="Marc"),
    )
    assert said[1:] == [
        "What we give to “Local press”: A night at the bakery",
        "1 ambassador out of 2 takes part already",
    ]


def test_a_network_that_answers_too_late_gives_the_slide_its_title():
    in_time = ResponseTarget(id="1", network=Network.FACEBOOK, measured_median_h=1.5)
    late = ResponseTarget(
        id="2",
        network=Network.INSTAGRAM,
        measured_median_h=30,
        measured_on=dt.date(2026, 11, 2),
    )
    (good,) = slides(in_time)
    (bad,) = slides(in_time, late)
    assert en(good.title) == "Everybody gets an answer within 24 h"
    assert en(bad.title) == "Instagram: 30 h before an answer, and 24 h is our maximum"
    assert [row[3].tone for row in bad.body.rows] == [Tone.GOOD, Tone.BAD]
    assert en(bad.source) == "Median response times, last measured on 2 November 2026."


def test_messages_that_nobody_answers_are_named():
    question = ServiceRule(id="q", message_type=MessageKind.QUESTION)
    person = Person(id="p1", name="Camille")
    assert titles(ANSWER, question, person) == [
        "1 kind of message has nobody to answer it yet: Question"
    ]
    assert titles(ANSWER, person) == ["1 kind of message, and somebody to answer it"]


def test_we_listen_before_we_sell():
    (slide,) = slides(
        NetworkPhase(id="1", network=Network.REDDIT, phase=Phase.LISTEN),
        NetworkPhase(id="2", network=Network.FACEBOOK, phase=Phase.ASSOCIATE),
    )
    assert isinstance(slide.body, Bullets)
    assert en(slide.title) == "We listen first on Reddit: no selling there yet"
