"""From rhythms to lines, and again after people and rhythms changed."""

import dataclasses
import datetime as dt
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.records import read_record
from canvas.rules.recurrence import plan_quarter, quarters_left, raw_of
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network, Weekday
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.promotion import Repurposing
from canvas.steps.plan.rhythm import Cadence
from tests.unit.steps.support import strategy

FIRST, LAST = dt.date(2027, 1, 1), dt.date(2027, 3, 31)
ACCOUNTS = (Account(id="port", handle="@port", network=Network.INSTAGRAM),
            Account(id="page", handle="Port", network=Network.FACEBOOK))  # fmt: skip
KINDS = (
    ContentType(id="video", name="Video", cta="Tell us"),
    ContentType(id="photo", name="Photo"),
)
TUESDAYS = Cadence(id="tuesdays", what="Video", account="port", content_type="video",
                   posts_per_week=1, weekdays=(Weekday.TUESDAY,), times=("12:15",))  # fmt: skip


def changed(record, **values):
    """Return a record with some other values."""
    kept = {name: getattr(record, name) for name in record.initial_values}
    return type(record)(**{**kept, **values})


class Plan:
    """A calendar in memory, with what fillings left in it."""

    def __init__(self, *cadences, posts=(), rest=()):
        self.cadences = list(cadences)
        self.posts = list(posts)
        self.rest = rest
        self.written = {}
        self.ids = count()

    @property
    def strategy(self):
        return strategy(*ACCOUNTS, *KINDS, *self.rest, *self.cadences, *self.posts)

    def plan(self, **options):
        return plan_quarter(self.strategy, FIRST, LAST, written=self.written, **options)

    def fill(self):
        """Do what filling would do, and return it."""
        found = self.plan()
        gone = {post.id for post in found.removed}
        new = {line.post.id: line.raw for line in (*found.moved, *found.renewed)}
        new |= {f"new{next(self.ids)}": line.raw for line in found.created}
        self.posts = [p for p in self.posts if p.id not in {*gone, *new}]
        self.posts += [read_record(Post, record, raw) for record, raw in new.items()]
        self.written |= new
        return found

    def edit(self, index, **values):
        """Change a line by hand, and return it."""
        self.posts[index] = changed(self.posts[index], **values)
        return self.posts[index]

    def days(self):
        return sorted(post.date.isoformat()[5:] for post in self.posts)


def test_a_quarter_gets_a_line_for_each_slot_with_all_that_the_strategy_says():
    plan = Plan(TUESDAYS)
    found = plan.fill()
    assert len(found.created) == 13
    assert plan.days()[:2] == ["01-05", "01-12"]
    line = plan.posts[0]
    assert (line.title, line.account, line.cta) == ("Video", "port", "Tell us")
    assert (line.time, line.cadence, line.slot) == (dt.time(12, 15), "tuesdays", line.date)


def test_filling_again_does_nothing():
    plan = Plan(TUESDAYS)
    plan.fill()
    assert plan.plan().is_empty
    assert len(plan.plan().unchanged) == 13


def test_lines_follow_the_rhythm_to_another_day_of_the_week():
    plan = Plan(TUESDAYS)
    plan.fill()
    plan.cadences = [changed(TUESDAYS, weekdays=(Weekday.THURSDAY,))]
    found = plan.fill()
    assert (len(found.created), len(found.moved), len(found.removed)) == (0, 12, 1)
    assert plan.days()[0] == "01-07"
    assert plan.days()[-1] == "03-25"  # the last Tuesday’s Thursday is in April


def test_lines_follow_the_rhythm_to_another_time_and_another_kind_of_content():
    plan = Plan(TUESDAYS)
    plan.fill()
    plan.cadences = [changed(TUESDAYS, times=("18:00",))]
    assert len(plan.fill().moved) == 13
    plan.cadences = [changed(plan.cadences[0], content_type="photo")]
    assert len(plan.fill().renewed) == 13
    assert {post.cta for post in plan.posts} == {""}


def test_a_line_that_somebody_worked_on_stays_and_keeps_its_week():
    plan = Plan(TUESDAYS)
    plan.fill()
    mine = plan.edit(1, text="Four o’clock")
    plan.cadences = [changed(TUESDAYS, weekdays=(Weekday.THURSDAY,))]
    found = plan.fill()
    assert [post.id for post in found.kept] == [mine.id]
    assert mine in plan.posts
    assert plan.days()[:3] == ["01-07", "01-12", "01-21"]


def test_a_monthly_line_that_somebody_worked_on_keeps_its_month():
    monthly = changed(TUESDAYS, posts_per_week=0.25, start=dt.date(2027, 1, 5))
    plan = Plan(monthly)
    plan.fill()
    assert plan.days() == ["01-05", "02-02", "03-02", "03-30"]
    for index in range(4):
        plan.edit(index, text="Four o’clock")
    plan.cadences = [changed(monthly, start=dt.date(2027, 1, 12))]
    assert plan.plan().is_empty


def test_each_way_to_work_on_a_line_keeps_it():
    for values in (
        {"status": PostStatus.DRAFT}, {"date": dt.date(2027, 1, 6)}, {"time": dt.time(9)},
        {"time": None}, {"title": "The night shift"}, {"private_note": "Ask Paul"}, {"cta": ""},
    ):  # fmt: skip
        plan = Plan(TUESDAYS)
        plan.fill()
        mine = plan.edit(0, **values)
        plan.cadences = [changed(TUESDAYS, posts_per_week=0)]
        found = plan.fill()
        assert len(found.removed) == 12
        assert plan.posts == [mine], values


def test_a_line_moved_to_another_day_keeps_its_slot_and_nothing_replaces_it():
    plan = Plan(TUESDAYS)
    plan.fill()
    plan.edit(0, date=dt.date(2027, 1, 8))
    assert plan.plan().is_empty


def test_a_line_that_others_are_made_from_stays():
    plan = Plan(TUESDAYS)
    plan.fill()
    plan.posts.append(Post(id="derived", title="In five quotes", parent=plan.posts[0].id))
    plan.rest = (Repurposing(id="r", idea="Quotes", source=plan.posts[1].id),)
    plan.cadences = [changed(TUESDAYS, posts_per_week=0)]
    assert len(plan.fill().kept) == 2


def test_days_left_out_stay_empty():
    plan = Plan(changed(TUESDAYS, skipped=("2027-01-12",)))
    found = plan.fill()
    assert "01-12" not in plan.days()
    assert [silence.day.isoformat() for silence in found.skipped] == ["2027-01-12"]


def test_a_line_written_by_hand_fills_the_slot_of_its_day():
    same = Post(
        id="x", title="Mine", date=dt.date(2027, 1, 5), account="port", content_type="video"
    )
    plan = Plan(TUESDAYS, posts=[same])
    found = plan.fill()
    assert found.filled == (same,)
    assert plan.days().count("01-05") == 1
    assert plan.plan().is_empty


def test_a_line_of_another_account_or_kind_of_content_fills_no_slot():
    day = dt.date(2027, 1, 5)
    others = [
        Post(id="x", title="Page", date=day, account="page", content_type="video"),
        Post(id="y", title="Photo", date=day, account="port", content_type="photo"),
    ]
    plan = Plan(TUESDAYS, posts=others)
    assert len(plan.fill().created) == 13


def test_a_line_by_hand_fills_the_slot_of_one_rhythm_only():
    again = changed(TUESDAYS, id="again")
    mine = Post(id="x", title="Mine", date=dt.date(2027, 1, 5), network=Network.INSTAGRAM)
    plan = Plan(TUESDAYS, again, posts=[mine])
    plan.fill()
    assert plan.days().count("01-05") == 2


def test_untouched_lines_of_a_deleted_rhythm_go_and_others_stay():
    plan = Plan(TUESDAYS)
    plan.fill()
    mine = plan.edit(3, status=PostStatus.PUBLISHED)
    plan.cadences = []
    found = plan.fill()
    assert (len(found.removed), plan.posts) == (12, [mine])


def test_one_rhythm_can_be_filled_alone():
    other = changed(TUESDAYS, id="other", account="page")
    found = Plan(TUESDAYS, other).plan(cadences=["other"])
    assert {line.cadence for line in found.created} == {"other"}


def test_lines_of_an_imported_strategy_are_known_by_what_they_say():
    plan = Plan(TUESDAYS)
    plan.fill()
    plan.written = {}
    mine = plan.edit(0, text="Four o’clock")
    plan.cadences = [changed(TUESDAYS, weekdays=(Weekday.THURSDAY,))]
    found = plan.plan()
    assert (len(found.moved), [post.id for post in found.kept]) == (11, [mine.id])


def test_quarters_that_are_over_are_not_filled():
    year = strategy(Settings(id="settings", start_date=dt.date(2027, 1, 1)))
    found = quarters_left(year, dt.date(2027, 5, 3))
    assert [f"{first:%d.%m} {last:%d.%m}" for first, last in found] == [
        "03.05 30.06", "01.07 30.09", "01.10 31.12",
    ]  # fmt: skip
    assert len(quarters_left(year, dt.date(2029, 5, 3))) == 4
    assert len(quarters_left(strategy(), dt.date(2027, 5, 3))) == 4


# --- whatever the rhythms and whatever people did -------------------------------------

DAYS = st.dates(FIRST, LAST)


@st.composite
def rhythms(draw, number):
    ordered = list(Weekday)
    return Cadence(
        id=f"c{number}",
        what=draw(st.sampled_from(["", "Video", "Photo"])),
        account=draw(st.sampled_from(["", "port", "page"])),
        content_type=draw(st.sampled_from(["", "video", "photo"])),
        posts_per_week=draw(st.sampled_from([0, 0.25, 0.75, 1, 1.5, 2, 3, 5, 8])),
        weekdays=tuple(sorted(draw(st.sets(st.sampled_from(ordered))), key=ordered.index)),
        times=tuple(draw(st.lists(st.sampled_from(["08:15", "12:00"]), unique=True))),
        start=draw(st.none() | DAYS),
        end=draw(st.none() | DAYS),
        skipped=tuple(day.isoformat() for day in draw(st.lists(DAYS, max_size=3))),
    )


EDITS = st.sampled_from([
    {"status": PostStatus.APPROVED}, {"date": dt.date(2027, 2, 3)}, {"time": dt.time(7, 7)},
    {"title": "By hand"}, {"private_note": "Mine"}, {"account": "port"}, {"text": "Words"},
])  # fmt: skip


@st.composite
def by_hand(draw, number):
    return Post(
        id=f"hand{number}",
        title="By hand",
        date=draw(DAYS),
        account=draw(st.sampled_from(["", "port", "page"])),
        content_type=draw(st.sampled_from(["", "video", "photo"])),
    )


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_filling_twice_is_filling_once_and_what_was_edited_by_hand_is_never_touched(data):
    plan = Plan(
        *(data.draw(rhythms(n)) for n in range(data.draw(st.integers(1, 3)))),
        posts=[data.draw(by_hand(n)) for n in range(data.draw(st.integers(0, 3)))],
    )
    mine = {post.id: post for post in plan.posts}
    for _ in range(2):
        plan.fill()
        assert plan.plan().is_empty
        assert mine.items() <= {post.id: post for post in plan.posts}.items()
        for index in data.draw(st.lists(st.integers(0, 200), max_size=4)):
            if index < len(plan.posts):
                before = raw_of(plan.posts[index])
                post = plan.edit(index, **data.draw(EDITS))
                if raw_of(post) != before:
                    mine[post.id] = post
        plan.cadences = [data.draw(rhythms(n)) for n in range(len(plan.cadences))]
    plan.fill()
    assert mine.items() <= {post.id: post for post in plan.posts}.items()
    assert plan.plan().is_empty


@settings(max_examples=30, deadline=None)
@given(rhythms(0))
def test_a_first_filling_gives_a_line_for_each_slot_and_no_two_runs_differ(cadence):
    assert Plan(cadence).plan() == Plan(cadence).plan()
    found = dataclasses.asdict(Plan(cadence).plan())
    assert not any(found[name] for name in ("moved", "renewed", "removed", "kept", "unchanged"))
