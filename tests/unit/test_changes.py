"""Merging edits, taking them back, and what undo and redo mean."""

import datetime as dt

import pytest

from canvas.domain.changes import (
    Change,
    ChangeSet,
    Edit,
    creation,
    digest,
    inverse,
    left_out,
    merge,
    replay,
    same,
    undoable,
)
from canvas.domain.records import EXISTS, POSITION

NORA = ("persona", "nora")
ROWS = {NORA: {EXISTS: True, POSITION: 1.0, "name": "Nora", "age": 34}}
NOON = dt.datetime(2026, 10, 1, 12, 0, tzinfo=dt.UTC)


def edit(field, base, new, key=NORA):
    return Edit(*key, field, base, new)


def change(field, old, new, key=NORA):
    return Change(*key, field, old, new)


def apply(rows, edits):
    """Return the rows after `edits`, and what became of them."""
    touched, changes, conflicts = merge(rows, edits)
    return {**rows, **touched}, changes, conflicts


# --- merge ------------------------------------------------------------------------------


def test_an_edit_of_what_one_saw_is_applied():
    rows, changes, conflicts = apply(ROWS, [edit("age", 34, 35)])
    assert rows[NORA]["age"] == 35
    assert changes == (change("age", 34, 35),)
    assert conflicts == ()


def test_merging_leaves_what_it_was_given_alone():
    merge(ROWS, [edit("age", 34, 35), edit("name", "Nora", None)])
    assert ROWS[NORA] == {EXISTS: True, POSITION: 1.0, "name": "Nora", "age": 34}


def test_an_edit_of_what_is_no_longer_there_is_a_conflict_with_both_values():
    _, changes, (conflict,) = apply(ROWS, [edit("age", 33, 35)])
    assert changes == ()
    assert (conflict.edit.new, conflict.theirs, conflict.gone) == (35, 34, False)


def test_one_conflict_does_not_hold_back_the_other_fields():
    rows, _, conflicts = apply(ROWS, [edit("age", 33, 35), edit("name", "Nora", "Nina")])
    assert rows[NORA]["name"] == "Nina"
    assert len(conflicts) == 1


def test_two_edits_of_one_field_in_one_group_follow_each_other():
    rows, changes, conflicts = apply(ROWS, [edit("age", 34, 35), edit("age", 35, 36)])
    assert rows[NORA]["age"] == 36
    assert len(changes) == 2
    assert conflicts == ()


def test_a_group_may_create_a_record_and_fill_it():
    rows, changes, _ = apply({}, creation(*NORA, {"name": "Nora", "age": None}, 1.0))
    assert rows[NORA] == {EXISTS: True, POSITION: 1.0, "name": "Nora"}
    assert [c.field for c in changes] == [EXISTS, POSITION, "name"]


def test_a_record_that_never_was_cannot_be_edited():
    _, changes, (conflict,) = apply({}, [edit("name", None, "Nora")])
    assert changes == ()
    assert conflict.gone


def test_a_deleted_record_keeps_its_fields_and_cannot_be_edited():
    rows, _, _ = apply(ROWS, [edit(EXISTS, True, None)])
    assert rows[NORA] == {POSITION: 1.0, "name": "Nora", "age": 34}
    _, changes, (conflict,) = apply(rows, [edit("age", 34, 35)])
    assert changes == ()
    assert conflict.gone


@pytest.mark.parametrize("away", [None, False])
def test_two_ways_to_say_deleted_agree(away):
    rows, changes, _ = apply(ROWS, [edit(EXISTS, True, away)])
    assert changes == (change(EXISTS, True, None),)
    for again in (None, False):
        assert apply(rows, [edit(EXISTS, True, again)])[1:] == ((), ())
    assert apply(rows, [edit(EXISTS, away, True)])[1] == (change(EXISTS, None, True),)


def test_who_deletes_a_record_is_not_told_of_conflicts_in_its_fields():
    _, changes, conflicts = apply(ROWS, [edit("age", 33, 35), edit(EXISTS, True, None)])
    assert changes == (change(EXISTS, True, None),)
    assert conflicts == ()


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        (1, 1.0, True),
        (True, 1, False),
        (0, False, False),
        (None, "", False),
        ([True], [1], False),
        ([1, [2]], [1.0, [2]], True),
        ({"a": True}, {"a": 1}, False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ([1], [1, 2], False),
        ("é", "e\u0301", False),
    ],
)
def test_true_is_not_one_however_deep_it_stands(left, right, alike):
    assert same(left, right) is alike


def test_a_group_sent_again_tells_what_it_did_not_change():
    edits = [edit("age", 34, 35), edit("name", "Other", "Nina"), edit("city", None, "Lyon")]
    rows, changes, conflicts = apply(ROWS, edits)
    assert left_out(rows, edits, changes) == conflicts
    deleted, _, _ = apply(rows, [edit(EXISTS, True, None)])
    assert [c.gone for c in left_out(deleted, edits, changes)] == [True]


# --- inverse ----------------------------------------------------------------------------


def taken_back(rows, changes, since=()):
    """Return the rows after taking `changes` back, and all conflicts."""
    edits, refused = inverse(changes, since)
    after, made, conflicts = apply(rows, edits)
    return after, made, refused + conflicts


@pytest.mark.parametrize(
    "edits",
    [
        [edit("age", 34, 35)],
        [edit("age", 34, None), edit("city", None, "Lyon")],
        [edit("age", 34, 35), edit("age", 35, 36)],
        [edit(EXISTS, True, None)],
        [edit("age", 34, 35), edit(EXISTS, True, None)],
        [edit(EXISTS, True, None), edit(EXISTS, None, True), edit("age", 34, 1)],
        creation("post", "p", {"title": "Bread"}, 2.0),
        [edit(POSITION, 1.0, 7.5)],
    ],
)
def test_taking_a_group_back_and_doing_it_again_restores_every_value(edits):
    after, changes, conflicts = apply(ROWS, edits)
    assert conflicts == ()
    before, undone, conflicts = taken_back(after, changes)
    assert conflicts == ()
    assert {key: row for key, row in before.items() if row} == ROWS
    again, _, conflicts = taken_back(before, undone)
    assert conflicts == ()
    assert again == after


def test_what_somebody_else_changed_since_stays_and_the_rest_goes_back():
    after, changes, _ = apply(ROWS, [edit("age", 34, 35), edit("name", "Nora", "Nina")])
    after, others, _ = apply(after, [edit("age", 35, 40)])
    rows, _, (conflict,) = taken_back(after, changes, others)
    assert (rows[NORA]["age"], rows[NORA]["name"]) == (40, "Nora")
    assert (conflict.edit.field, conflict.theirs) == ("age", 40)


def test_a_record_that_somebody_else_wrote_into_is_left_whole():
    after, changes, _ = apply({}, creation(*NORA, {"name": "Nora", "age": 34}, 1.0))
    after, others, _ = apply(after, [edit("city", None, "Lyon")])
    rows, made, (conflict,) = taken_back(after, changes, others)
    assert made == ()
    assert rows == after
    assert conflict.edit.field == EXISTS


@pytest.mark.parametrize(
    "others",
    [
        [edit(POSITION, 1.0, 9.0)],
        [edit("city", None, "Lyon"), edit("city", "Lyon", None)],
        [edit("city", None, "Lyon"), edit(EXISTS, True, None)],
    ],
    ids=["moved", "wrote and took it back", "deleted"],
)
def test_a_record_that_holds_no_words_of_others_goes_with_its_creation(others):
    after, changes, _ = apply({}, creation(*NORA, {"name": "Nora"}, 1.0))
    after, since, _ = apply(after, others)
    rows, _, conflicts = taken_back(after, changes, since)
    assert not rows[NORA].get(EXISTS)
    assert conflicts == ()


def test_doing_a_creation_again_after_others_wrote_is_refused_by_field_only():
    after, changes, _ = apply({}, creation(*NORA, {"name": "Nora"}, 1.0))
    gone, undone, _ = taken_back(after, changes)
    back, others, _ = apply(gone, [edit(EXISTS, None, True), edit("name", None, "Nadia")])
    rows, _, conflicts = taken_back(back, undone, others)
    assert rows[NORA]["name"] == "Nadia"
    assert [c.edit.field for c in conflicts] == ["name"]


def test_a_record_that_is_always_there_only_loses_the_fields_that_go_back():
    settings = ("settings", "settings")
    after, changes, _ = apply(
        {}, [edit(EXISTS, None, True, settings), edit("name", None, "Bakery", settings)]
    )
    after, others, _ = apply(after, [edit("market", None, "Lyon", settings)])
    rows, _, conflicts = taken_back(after, changes, others)
    assert rows[settings] == {EXISTS: True, "market": "Lyon"}
    assert conflicts == ()


# --- undo and redo ----------------------------------------------------------------------


def log(*steps):
    """Return headings, newest first: each step is an author, or an author and what it undoes."""
    made = []
    for revision, step in enumerate(steps, start=1):
        author, undoes = step if isinstance(step, tuple) else (step, None)
        made.append(ChangeSet(revision, f"op{revision}", author, NOON, "", undoes, ""))
    return made[::-1]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], (None, None)),
        (["anna"], (1, None)),
        (["anna", "anna"], (2, None)),
        (["anna", "bela"], (1, None)),
        (["bela"], (None, None)),
        (["anna", ("anna", 1)], (None, 2)),
        (["anna", "anna", ("anna", 2)], (1, 3)),
        (["anna", "anna", ("anna", 2), ("anna", 1)], (None, 4)),
        (["anna", "anna", ("anna", 2), ("anna", 1), ("anna", 4)], (5, 3)),
        (["anna", "anna", ("anna", 2), ("anna", 1), ("anna", 4), ("anna", 3)], (6, None)),
        (["anna", ("anna", 1), ("anna", 2)], (3, None)),
        (["anna", ("anna", 1), ("anna", 2), ("anna", 3)], (None, 4)),
        (["anna", ("anna", 1), ("anna", 2), ("anna", 3), ("anna", 4)], (5, None)),
        (["anna", ("anna", 1), "anna"], (3, None)),
        (["anna", ("anna", 1), "bela"], (None, 2)),
        (["anna", ("bela", 1)], (1, None)),
        (["bela", "anna", ("anna", 1)], (3, None)),
        (["bela", "anna", ("anna", 1), ("anna", 3)], (2, 4)),
        (["anna", "anna", "anna", ("anna", 1)], (3, 4)),
    ],
)
def test_undo_and_redo_know_the_next_step(steps, expected):
    assert undoable(log(*steps), "anna") == expected


def test_a_step_that_was_refused_can_be_passed_over():
    assert undoable(log("anna", "anna", "anna"), "anna", {3}) == (2, None)
    assert undoable(log("anna"), "anna", {1}) == (None, None)


# --- the log ----------------------------------------------------------------------------


def written(*groups):
    """Return a log of these groups of changes, with its digests."""
    made, previous = [], ""
    for revision, changes in enumerate(groups, start=1):
        heading = ChangeSet(revision, f"op{revision}", "anna", NOON, "Edit", None, "", changes)
        previous = digest(previous, heading)
        made.append(
            ChangeSet(revision, f"op{revision}", "anna", NOON, "Edit", None, previous, changes)
        )
    return made


SOUND = written(
    (change(EXISTS, None, True), change("age", None, 34)),
    (change("age", 34, 35),),
    (change("age", 35, None),),
)


def test_replaying_a_sound_log_gives_the_rows():
    assert replay(SOUND) == ({NORA: {EXISTS: True}}, [])


def test_a_digest_does_not_depend_on_the_clocks_zone():
    paris = dt.timezone(dt.timedelta(hours=2))
    moved = ChangeSet(1, "op1", "anna", NOON.astimezone(paris), "Edit", None, "", SOUND[0].changes)
    assert digest("", moved) == SOUND[0].digest


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (SOUND[1:], "revision 2 follows 0"),
        ([SOUND[0], SOUND[2]], "revision 3 follows 1"),
        (written(SOUND[0].changes, (change("age", 99, 35),)), "age does not follow"),
        ([*SOUND[:2], *written((), (), (change("age", 35, 36),))[2:]], "digest does not match"),
    ],
)
def test_replaying_a_log_that_was_tampered_with_says_so(log, said):
    _, wrong = replay(log)
    assert any(said in line for line in wrong), wrong
