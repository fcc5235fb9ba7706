"""The plan: what is missing, what it comes down to, what it says."""

from __future__ import annotations

import datetime as dt

from canvas.domain.messages import Message
from canvas.domain.story import Decision, Gap, Month, Slide, Table
from canvas.domain.strategy import Strategy, build
from canvas.i18n import Translator
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network, Progress, Quarter
from canvas.steps.plan import STEP
from canvas.steps.plan.actions import Action, Training
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus, PromotionLevel
from canvas.steps.plan.content import ContentPillar
from canvas.steps.plan.keywords import CurationSource
from canvas.steps.plan.promotion import PromotionAction, TrafficCall
from canvas.steps.plan.rhythm import Cadence, Rhythm
from canvas.steps.plan.voice import Voice

EN = Translator("en")
DAY = dt.date(2027, 3, 9)


def strategy_of(*records):
    by_type = {}
    for number, record in enumerate(records):
        by_type.setdefault(type(record).key, []).append(record)
        assert record.id, f"record {number} has no id"
    return Strategy("s", 1, {key: tuple(found) for key, found in by_type.items()})


def slides(strategy):
    return [piece for piece in STEP.story(strategy) if isinstance(piece, Slide)]


def titles(strategy):
    return [EN(slide.title) for slide in slides(strategy)]


def missing(key, strategy):
    todo = next(todo for todo in STEP.todos if todo.key == key)
    said = todo.missing(strategy)
    assert said is None or isinstance(said, Message)
    return said and EN(said)


CADENCE = Cadence(id="c", what="Photo", posts_per_week=3)
POST = Post(id="p", title="The night shift", date=DAY, network=Network.INSTAGRAM)


def test_a_plan_needs_a_rhythm_and_a_dated_publication_ahead():
    assert "rhythm" in missing("schedule", strategy_of(POST))
    assert "date" in missing("schedule", strategy_of(CADENCE))
    out = Post(id="p", title="Old", date=DAY, status=PostStatus.PUBLISHED)
    assert "date" in missing("schedule", strategy_of(CADENCE, out))
    assert missing("schedule", strategy_of(CADENCE, POST)) is None


def test_promotion_needs_something_for_major_and_for_minor_publications():
    major = PromotionAction(id="a", name="Newsletter", level=PromotionLevel.MAJOR)
    assert "minor" in missing("promotion", strategy_of(major))
    minor = PromotionAction(id="b", name="Story", level=PromotionLevel.MINOR)
    assert "major" in missing("promotion", strategy_of(minor))
    assert missing("promotion", strategy_of(major, minor)) is None
    both = PromotionAction(id="c", name="Story", level=PromotionLevel.BOTH)
    assert missing("promotion", strategy_of(both)) is None


def test_curation_needs_shares_and_a_checked_source_unless_nothing_is_curated():
    assert missing("curation", Strategy("s")) is not None
    shares = Rhythm(id="rhythm", own_share=0.8, curated_share=0.2)
    assert "source" in missing("curation", strategy_of(shares))
    source = CurationSource(id="s", name="Farmers", non_competing=True)
    assert missing("curation", strategy_of(shares, source)) is None
    alone = Rhythm(id="rhythm", own_share=1, curated_share=0)
    assert missing("curation", strategy_of(alone)) is None


def test_a_place_with_visitors_must_say_which_network_it_feeds():
    assert missing("traffic", Strategy("s")) is not None
    place = TrafficCall(id="t", place="Order page")
    assert "Order page" in missing("traffic", strategy_of(place))
    fed = TrafficCall(id="t", place="Order page", target_network=Network.INSTAGRAM)
    assert missing("traffic", strategy_of(fed)) is None


def test_a_training_needs_a_date_until_it_is_done():
    assert missing("training", Strategy("s")) is not None
    assert "Video" in missing("training", strategy_of(Training(id="t", topic="Video")))
    done = Training(id="t", topic="Video", status=Progress.DONE)
    assert missing("training", strategy_of(done)) is None


def test_the_decision_names_the_rhythm_and_the_next_publication():
    assert STEP.decision(strategy_of(POST)) is None
    later = Post(id="q", title="Later", date=DAY + dt.timedelta(days=9))
    said = EN(STEP.decision(strategy_of(CADENCE, later, POST)))
    assert said == "We publish 3 posts a week; the next one is “The night shift”, on 9 March 2027."


def test_one_and_a_half_posts_are_plural_in_english_only():
    strategy = strategy_of(Cadence(id="c", what="Article", posts_per_week=1.5))
    said = STEP.decision(strategy)
    assert EN(said) == "We publish 1.5 posts a week."
    assert said.count == 0, "French has its singular below two"


def test_an_empty_plan_gives_only_gaps():
    pieces = list(STEP.story(Strategy("s")))
    assert len(pieces) == 6
    assert all(isinstance(piece, Gap) for piece in pieces)


def test_blank_records_of_every_type_break_nothing():
    blank = strategy_of(*(record(id=record.key) for record in STEP.records))
    for piece in STEP.story(blank):
        assert isinstance(piece, Gap | Slide)


def test_the_deck_tells_the_line_the_rhythm_and_the_months():
    strategy = strategy_of(
        Voice(id="voice", positioning="We show how bread is made", key_messages=("Local flour",)),
        ContentPillar(id="pi", name="Backstage", share=0.4),
        Account(id="acc", handle="@port", network=Network.INSTAGRAM),
        Cadence(id="c", what="Photo", posts_per_week=3, account="acc"),
        POST,
        Post(id="q", title="Old", date=dt.date(2027, 3, 1), status=PostStatus.PUBLISHED),
    )
    assert titles(strategy) == [
        "Editorial line: We show how bread is made",
        "One pillar carries what we publish: Backstage",
        "3 posts a week on Instagram",
        "March 2027: 2 posts planned",
    ]


def test_only_the_next_three_months_with_publications_are_shown():
    posts = [
        Post(id=f"p{month}", title="x", date=dt.date(2027, month, 5)) for month in (1, 3, 4, 6, 8)
    ]
    out = Post(id="out", title="x", date=dt.date(2026, 12, 5), status=PostStatus.PUBLISHED)
    months = [s.body.month for s in slides(strategy_of(out, *posts)) if isinstance(s.body, Month)]
    assert months == [1, 3, 4]


def test_the_rules_of_the_mix_say_how_much_promotes():
    rhythm = Rhythm(id="rhythm", own_share=0.75, buffer_days=14, creation_share=0.4)
    (slide,) = slides(strategy_of(rhythm))
    assert EN(slide.title) == "75% of what we publish is our own, and 20% at most asks to buy"
    said = [EN(item.text) for panel in slide.body.panels for item in panel.items]
    assert said == [
        "Asks to buy: 20% at most",
        "Made by us: 75%",
        "To create: 40%",
        "14 days ready in advance",
    ]


def test_private_notes_never_reach_the_deck():
    post = Post(id="p", title="Bread", date=DAY, private_note="SECRET")
    assert "SECRET" not in repr(list(STEP.story(strategy_of(post))))


def test_an_action_stands_in_the_quarter_of_its_due_date():
    action = Action(id="a", title="x", due=dt.date(2027, 9, 14))
    assert action.quarter_from(dt.date(2027, 3, 15)) is Quarter.Q2
    assert action.quarter_from(dt.date(2027, 3, 14)) is Quarter.Q3
    assert action.quarter_from(None) is Quarter.Q3
    assert action.quarter_from(dt.date(2028, 1, 1)) is None
    said = Action(id="a", title="x", due=dt.date(2027, 9, 14), quarter=Quarter.Q1)
    assert said.quarter_from(None) is Quarter.Q1


def test_actions_come_by_quarter_and_ask_for_their_owners():
    late = Action(id="a", title="Late", due=dt.date(2027, 11, 2))
    soon = Action(id="b", title="Soon", due=dt.date(2027, 2, 2))
    dropped = Action(id="c", title="Dropped", status=Progress.DROPPED)
    strategy = strategy_of(late, soon, dropped)
    table = next(s.body for s in slides(strategy) if isinstance(s.body, Table))
    assert [row[1].text for row in table.rows] == ["Soon", "Late"]
    wanted = [piece for piece in STEP.story(strategy) if isinstance(piece, Decision)]
    assert [EN(piece.what) for piece in wanted] == [
        "Name who does the 2 actions that nobody owns, “Late” first"
    ]
    assert wanted[0].when == dt.date(2027, 2, 2)


def test_a_publication_survives_storage_with_all_its_fields():
    raw = {
        "exists": True,
        "title": "Bread",
        "date": "2027-03-09",
        "time": "08:15",
        "practices": ["question", "image"],
        "status": "scheduled",
    }
    strategy = build("s", 1, {("post", "p"): raw}, {"post": Post})
    (post,) = strategy.of(Post)
    assert (post.title, post.time, post.status) == ("Bread", dt.time(8, 15), PostStatus.SCHEDULED)
    assert [str(practice) for practice in post.practices] == ["image", "question"]
