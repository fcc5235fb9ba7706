"""Chains of reuse and the promotion routine of a line."""

import datetime as dt

from canvas.domain.records import read_record
from canvas.rules.chains import unfold, waiting
from canvas.rules.routine import asked, due, routine
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.frame.people import Person
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PromotionLevel
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.promotion import PromotionAction, ReuseStep
from tests.unit.steps.support import strategy

DAY = dt.date(2027, 3, 1)
ARTICLE = Post(id="a", title="How leaven works", date=DAY, account="blog", content_type="article")
GIVEN = (
    Person(id="nora", name="Nora"),
    Account(id="blog", handle="Notebook", network=Network.BLOG),
    Account(id="port", handle="@port", network=Network.INSTAGRAM),
    ContentType(id="article", name="Article"),
    ContentType(id="quotes", name="Quotes", cta="Save it", effort_hours=2),
    ReuseStep(id="1", name="in five quotes", source="article", account="port",
              content_type="quotes", delay_days=5, effort_hours=0.5, owner="nora"),
    ReuseStep(id="2", name="in the letter", source="article", delay_days=10),
    ReuseStep(id="3", name="in a film", source="quotes", delay_days=10),
)  # fmt: skip


def made(*raws):
    return [read_record(Post, f"d{number}", raw) for number, raw in enumerate(raws)]


def test_an_article_becomes_the_lines_of_its_chain_each_with_its_delay():
    first, second = made(*unfold(strategy(*GIVEN, ARTICLE), ARTICLE))
    assert first.title == "How leaven works – in five quotes"
    assert (first.date, first.parent) == (dt.date(2027, 3, 6), "a")
    assert (first.account, first.network) == ("port", Network.INSTAGRAM)
    assert (first.cta, first.effort_hours, first.author) == ("Save it", 0.5, "nora")
    assert (second.title, second.account) == ("How leaven works – in the letter", "blog")


def test_lines_that_are_there_are_not_made_again_even_under_another_title():
    of = strategy(*GIVEN, ARTICLE)
    first, second = made(*unfold(of, ARTICLE))
    assert unfold(strategy(*GIVEN, ARTICLE, first, second), ARTICLE) == []
    renamed = read_record(Post, "d0", {"title": "Leaven, said simply", "parent": "a",
                                       "account": "port", "content_type": "quotes"})  # fmt: skip
    left = unfold(strategy(*GIVEN, ARTICLE, renamed), ARTICLE)
    assert [line["title"] for line in left] == [second.title]


def test_an_idea_without_a_date_gives_ideas_without_a_date():
    idea = Post(id="a", title="Leaven", content_type="article")
    assert all("date" not in line for line in unfold(strategy(*GIVEN, idea), idea))


def test_a_long_title_leaves_room_for_what_becomes_of_it():
    long = Post(id="a", title="bread " * 23, content_type="article", date=DAY)
    for line in unfold(strategy(*GIVEN, long), long):
        assert len(line["title"]) <= 140
        assert line["title"].endswith(("in five quotes", "in the letter"))


def test_the_lines_that_wait_for_their_chain_are_counted():
    of = strategy(*GIVEN, ARTICLE, Post(id="b", title="Other", date=DAY))
    assert waiting(of, DAY, DAY) == [(ARTICLE, 2)]
    assert waiting(of, DAY + dt.timedelta(1), DAY + dt.timedelta(9)) == []


ROUTINE = (
    PromotionAction(id="story", name="Story", level=PromotionLevel.BOTH, owner="nora"),
    PromotionAction(id="letter", name="Letter", level=PromotionLevel.MAJOR, delay_days=7,
                    effort_hours=0.25),
    PromotionAction(id="group", name="Group", level=PromotionLevel.MINOR, delay_days=1),
    PromotionAction(id="tease", name="Tease", delay_days=-2),
)  # fmt: skip


def names(steps):
    return [step.action.id for step in steps]


def test_a_major_post_gets_the_whole_routine_and_a_minor_one_a_light_one():
    of = strategy(*ROUTINE)
    assert names(routine(of, Post(date=DAY, is_major=True))) == ["tease", "story", "letter"]
    assert names(routine(of, Post(date=DAY))) == ["tease", "story", "group"]


def test_each_step_says_when_who_and_how_long():
    post = Post(date=DAY, is_major=True, publisher="paul", promotion_done=("story",))
    tease, story, letter = routine(strategy(*ROUTINE), post)
    assert (story.done, story.owner, story.date) == (True, "nora", DAY)
    assert (letter.owner, letter.effort) == ("paul", 0.25)
    assert letter.date == DAY + dt.timedelta(7)
    assert tease.date == DAY - dt.timedelta(2)


def test_what_is_due_is_what_is_not_done_yet():
    post = Post(id="p", title="Bread", date=DAY, promotion_done=("story",))
    of = strategy(*ROUTINE, post, Post(id="q", title="Idea"))
    assert [step.action.id for _, step in due(of, DAY)] == ["tease"]
    assert [step.action.id for _, step in due(of, DAY + dt.timedelta(1), DAY)] == ["group"]
    assert [step.action.id for _, step in asked(of, DAY, DAY)] == ["story"]
    assert due(strategy(post), DAY) == ()
