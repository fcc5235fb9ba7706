"""Filling the calendar in a real store: one step, which undo takes back."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from canvas.domain.changes import Edit
from canvas.domain.errors import NotAllowedError
from canvas.domain.records import EXISTS
from canvas.rules.recurrence import raw_of
from canvas.services import Person, exchange, planning
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.rhythm import Cadence

FIRST, LAST = dt.date(2027, 1, 1), dt.date(2027, 3, 31)
RECORDS = [
    ("person", "nora", {"name": "Nora"}),
    ("account", "port", {"handle": "@port", "network": "instagram"}),
    ("content_type", "video", {"name": "Video", "cta": "Tell us"}),
    ("content_type", "quotes", {"name": "Quotes"}),
    ("cadence", "c", {"what": "Oven", "account": "port", "content_type": "video",
                      "posts_per_week": 1, "weekdays": ["tuesday"], "times": ["12:15"]}),
    ("reuse_step", "r", {"name": "in quotes", "source": "video", "content_type": "quotes",
                         "delay_days": 5}),
]  # fmt: skip


@pytest.fixture
def port(service, nora):
    return service.create(nora, {"name": "Port", "start_date": "2027-01-01"}, RECORDS)


@pytest.fixture
def plan(service, nora, port):
    """Fill the quarter; `dry_run=True` only says what that would do."""

    def fill(dry_run=False, **options):
        return planning.fill(service, nora, port, FIRST, LAST, dry_run=dry_run, **options)

    return fill


@pytest.fixture
def lines(service, nora, port):
    """The lines as they are, by day."""
    return lambda: sorted(service.open(port, nora).of(Post), key=lambda p: (p.date or FIRST, p.id))


@pytest.fixture
def edit(service, nora, port):
    def one(key, field, base, new, **options):
        return service.edit(port, nora, [Edit(*key, field, base, new)], **options)

    return one


def test_a_dry_run_says_what_filling_does_and_changes_nothing(plan, lines):
    assert len(plan(dry_run=True).created) == 13
    assert lines() == []
    assert len(plan().created) == 13
    assert len(lines()) == 13


def test_filling_again_is_no_step_at_all(service, nora, port, plan):
    plan()
    before = service.revision(port, nora)
    assert plan().is_empty
    assert service.revision(port, nora) == before


def test_filling_is_one_step_and_undo_takes_all_of_it_back(service, nora, port, plan, lines):
    rows = service.open(port, nora).records
    plan()
    assert service.history(port, nora, 1)[0].label == planning.FILLED
    service.undo(port, nora)
    assert lines() == []
    assert service.open(port, nora).records["cadence"] == rows["cadence"]
    service.redo(port, nora)
    assert len(lines()) == 13
    assert plan(dry_run=True).is_empty


def test_a_changed_rhythm_moves_its_lines_and_leaves_alone_what_was_edited(plan, lines, edit):
    plan()
    mine = lines()[2]
    edit(("post", mine.id), "time", "12:15", "09:00")
    edit(("cadence", "c"), "times", ["12:15"], ["18:00"])
    found = plan()
    assert (len(found.moved), [post.id for post in found.kept]) == (12, [mine.id])
    times = [f"{post.time:%H:%M}" for post in lines()]
    assert times == ["18:00", "18:00", "09:00", *["18:00"] * 10]


def test_a_line_edited_and_edited_back_is_untouched_again(plan, lines, edit):
    plan()
    mine = lines()[2]
    edit(("post", mine.id), "time", "12:15", "09:00")
    edit(("post", mine.id), "time", "09:00", "12:15")
    edit(("cadence", "c"), "posts_per_week", 1, 0)
    plan()
    assert lines() == []


def test_after_a_filling_is_taken_back_the_lines_before_it_are_still_untouched(
    service, nora, port, plan, lines, edit
):
    plan()
    edit(("cadence", "c"), "times", ["12:15"], ["18:00"])
    plan()
    service.undo(port, nora)
    assert len(plan(dry_run=True).moved) == 13
    service.redo(port, nora)
    assert plan(dry_run=True).is_empty


def test_a_deleted_line_does_not_come_back_and_undo_brings_line_and_day_back(
    service, nora, port, plan, lines, edit
):
    plan()
    gone = lines()[2]
    edit(("post", gone.id), EXISTS, True, None)
    cadence = service.open(port, nora).linked(Cadence, "c")
    assert cadence.skipped == (gone.slot.isoformat(),)
    assert plan().is_empty
    service.undo(port, nora)
    assert lines()[2] == gone
    assert service.open(port, nora).linked(Cadence, "c").skipped == ()


def test_deleting_one_of_two_lines_of_a_day_leaves_the_other(service, nora, port, plan, lines):
    service.edit(port, nora, [
        Edit("cadence", "c", "posts_per_week", 1, 2),
        Edit("cadence", "c", "times", ["12:15"], ["08:00", "18:00"]),
    ])  # fmt: skip
    plan()
    first, second = lines()[:2]
    service.edit(port, nora, [Edit("post", first.id, EXISTS, True, None)])
    plan()
    day = [post for post in lines() if post.date == first.date]
    assert [(post.id, post.slot) for post in day] == [(second.id, None)]


def test_deleting_many_lines_and_their_rhythm_at_once_is_no_trouble(
    service, nora, port, plan, lines
):
    plan()
    gone = [Edit("post", post.id, EXISTS, True, None) for post in lines()]
    done = service.edit(port, nora, [*gone[:3], Edit("cadence", "c", EXISTS, True, None)])
    assert (done.problems, done.outcome.conflicts) == ((), ())
    done = service.edit(port, nora, gone[3:])
    assert (done.problems, done.outcome.conflicts, lines()) == ((), (), [])


def test_days_left_out_never_grow_beyond_what_the_field_holds(service, nora, port, plan, lines):
    full = [f"2020-01-{n % 28 + 1:02d}" for n in range(400)]
    service.edit(port, nora, [Edit("cadence", "c", "skipped", None, full)])
    plan()
    gone = lines()[0]
    done = service.edit(port, nora, [Edit("post", gone.id, EXISTS, True, None)])
    assert done.problems == ()
    assert service.open(port, nora).linked(Cadence, "c").skipped[-1] == gone.slot.isoformat()


def test_a_line_that_no_rhythm_made_is_deleted_as_before(service, nora, port, lines):
    made = planning.duplicate_post(service, nora, port, _post(service, nora, port), FIRST)
    service.edit(port, nora, [Edit("post", made, EXISTS, True, None)])
    assert service.open(port, nora).linked(Cadence, "c").skipped == ()


def _post(service, nora, port, **fields):
    fields = {"title": "Leaven", "content_type": "video", "date": "2027-02-01", **fields}
    edits = [Edit("post", "mine", EXISTS, None, True)]
    edits += [Edit("post", "mine", name, None, value) for name, value in fields.items()]
    service.edit(port, nora, edits)
    return "mine"


def test_a_chain_is_unfolded_once_and_undone_at_once(service, nora, port, lines):
    post = _post(service, nora, port)
    (made,) = planning.unfold_chain(service, nora, port, post)
    line = service.open(port, nora).linked(Post, made)
    assert (line.title, line.parent, line.date) == ("Leaven – in quotes", "mine",
                                                    dt.date(2027, 2, 6))  # fmt: skip
    assert planning.unfold_chain(service, nora, port, post) == ()
    service.undo(port, nora)
    assert [post.id for post in lines()] == ["mine"]


def test_a_copy_is_an_idea_of_its_own_on_another_day(service, nora, port):
    post = _post(service, nora, port, status="published", text="Four o’clock", cadence="c",
                 slot="2027-02-01")  # fmt: skip
    made = planning.duplicate_post(service, nora, port, post, dt.date(2027, 5, 4))
    copy = service.open(port, nora).linked(Post, made)
    assert (copy.title, copy.text, copy.date) == ("Leaven", "Four o’clock", dt.date(2027, 5, 4))
    assert (str(copy.status), copy.cadence, copy.slot) == ("idea", "", None)


def test_a_copy_takes_the_theme_of_its_quarter_but_keeps_one_that_was_chosen(service, nora, port):
    themes = [("one", "q1"), ("two", "q2"), ("three", "q3")]
    for key, quarter in themes:
        fields = {EXISTS: True, "title": key, "quarter": quarter}
        service.edit(port, nora, [Edit("theme", key, n, None, v) for n, v in fields.items()])
    post = _post(service, nora, port, theme="one")
    made = planning.duplicate_post(service, nora, port, post, dt.date(2027, 5, 4))
    assert service.open(port, nora).linked(Post, made).theme == "two"
    service.edit(port, nora, [Edit("post", post, "theme", "one", "three")])
    made = planning.duplicate_post(service, nora, port, post, dt.date(2027, 5, 4))
    assert service.open(port, nora).linked(Post, made).theme == "three"


def test_a_line_deleted_meanwhile_is_said(service, nora, port):
    with pytest.raises(planning.LineGoneError):
        planning.unfold_chain(service, nora, port, "gone")
    with pytest.raises(planning.LineGoneError):
        planning.duplicate_post(service, nora, port, "gone", FIRST)


def test_a_period_that_ends_before_it_begins_is_refused(service, nora, port):
    with pytest.raises(planning.PeriodError):
        planning.fill(service, nora, port, LAST, FIRST, dry_run=True)


def test_who_may_only_read_cannot_fill_but_may_look(service, nora, port):
    service.store.grant(port, "paul", "viewer")
    paul = Person("paul")
    assert planning.fill(service, paul, port, FIRST, LAST, dry_run=True).created
    with pytest.raises(NotAllowedError):
        planning.fill(service, paul, port, FIRST, LAST, dry_run=False)


@pytest.mark.parametrize("name", ["bakery", "software"])
def test_the_examples_are_filled_once_and_taken_back(service, nora, name):
    example = exchange.open_example(service, nora, name)
    before = service.open(example, nora).of(Post)
    done = planning.fill(service, nora, example, dt.date(2027, 4, 1), dt.date(2027, 6, 30),
                         dry_run=False)  # fmt: skip
    assert len(done.created) > 30
    again = planning.fill(service, nora, example, dt.date(2027, 4, 1), dt.date(2027, 6, 30),
                          dry_run=True)  # fmt: skip
    assert again.is_empty
    service.undo(example, nora)
    assert service.open(example, nora).of(Post) == before


CHANGES = st.sampled_from([
    ("title", "By hand"), ("date", "2027-02-04"), ("status", "draft"), ("time", "07:30"),
    ("cta", None), ("private_note", "Mine"), (EXISTS, None),
])  # fmt: skip


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(st.integers(0, 12), CHANGES), max_size=4, unique_by=lambda pair: pair[0]),
    st.fixed_dictionaries({
        "posts_per_week": st.sampled_from([0.5, 1, 2, 4]),
        "weekdays": st.sampled_from([["monday"], ["tuesday", "friday"], ["tuesday"]]),
        "times": st.sampled_from([["12:15"], ["08:00", "18:00"]]),
    }),
)  # fmt: skip
def test_whatever_people_did_to_the_lines_is_there_after_the_rhythm_changed(
    service, nora, done_by_hand, rhythm
):
    port = service.create(nora, {"name": "Port", "start_date": "2027-01-01"}, RECORDS)
    planning.fill(service, nora, port, FIRST, LAST, dry_run=False)
    made = sorted(service.open(port, nora).of(Post), key=lambda post: post.slot)
    gone = set()
    for index, (field, value) in done_by_hand:
        base = True if field == EXISTS else raw_of(made[index]).get(field)
        service.edit(port, nora, [Edit("post", made[index].id, field, base, value)])
        gone |= {made[index].slot} if field == EXISTS else set()
    touched = {made[index].id for index, _ in done_by_hand}
    mine = {post for post in service.open(port, nora).of(Post) if post.id in touched}
    before = service.open(port, nora).linked(Cadence, "c")
    bases = {"posts_per_week": 1, "weekdays": ["tuesday"], "times": ["12:15"]}
    service.edit(port, nora, [Edit("cadence", "c", n, bases[n], v) for n, v in rhythm.items()])
    untouched = service.open(port, nora).of(Post)
    done = planning.fill(service, nora, port, FIRST, LAST, dry_run=False)
    after = service.open(port, nora).of(Post)
    assert mine <= set(after)
    assert not gone & {post.slot for post in after}
    assert planning.fill(service, nora, port, FIRST, LAST, dry_run=True).is_empty
    if not done.is_empty:
        service.undo(port, nora)
        assert service.open(port, nora).of(Post) == untouched
    assert service.open(port, nora).linked(Cadence, "c").skipped == before.skipped
