"""Snapshots: what they hold, and that building one bit by bit changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.records import EXISTS, POSITION
from canvas.domain.strategy import Strategy, build
from canvas.steps import RECORD_TYPES
from canvas.steps.audit.swot import SwotItem
from canvas.steps.frame.settings import Settings
from tests.unit.values import raw_records, rows

SWOT = ("swot_item", "a")


def snapshot(rows, previous=None):
    return build("s", 1, rows, RECORD_TYPES, previous=previous)


@settings(max_examples=40, deadline=None)
@given(st.lists(rows(), min_size=2, max_size=4))
def test_building_change_by_change_gives_what_building_at_once_gives(batches):
    at_once = {}
    step_by_step = None
    for batch in batches:
        at_once.update(batch)
        step_by_step = snapshot(batch, step_by_step)
    expected = snapshot(at_once)
    assert step_by_step == expected
    assert [r.extra for r in step_by_step] == [r.extra for r in expected]
    assert step_by_step.unknown == expected.unknown


@settings(max_examples=20, deadline=None)
@given(raw_records(SwotItem), raw_records(SwotItem))
def test_records_that_did_not_change_are_taken_over_as_they_are(first, second):
    before = snapshot({SWOT: {**first, EXISTS: True}})
    after = snapshot({("swot_item", "b"): {**second, EXISTS: True}}, before)
    assert before.find("a") is after.find("a")
    assert len(before.of(SwotItem)) == 1


def test_records_stand_in_their_order_and_ties_by_their_creation():
    rows = {
        ("swot_item", name): {EXISTS: True, POSITION: at} for name, at in
        [("c", 1.0), ("b", 1.0), ("a", 2.5), ("d", -1)]
    }  # fmt: skip
    assert [r.id for r in snapshot(rows).of(SwotItem)] == ["d", "b", "c", "a"]


def test_a_deleted_record_is_not_there_and_links_to_it_lead_nowhere():
    before = snapshot({SWOT: {EXISTS: True, "text": "Good bread"}})
    after = snapshot({SWOT: {"text": "Good bread"}}, before)
    assert before.linked(SwotItem, "a").text == "Good bread"
    assert after.linked(SwotItem, "a") is None
    assert after.linked_all(SwotItem, ["a", "gone"]) == ()
    assert after.of(SwotItem) == ()


def test_a_link_to_a_record_of_another_type_leads_nowhere():
    strategy = snapshot({SWOT: {EXISTS: True}})
    assert strategy.linked(Settings, "a") is None


def test_what_a_strategy_has_one_of_is_there_before_it_is_filled_in():
    assert Strategy("s").one(Settings).is_blank()
    assert Strategy("s").one(Settings).id == Settings.key


def test_a_type_of_a_newer_version_is_kept_until_it_is_deleted():
    moods = ("mood", "m")
    before = snapshot({moods: {EXISTS: True, "sky": "blue"}})
    assert before.unknown == {moods: {EXISTS: True, "sky": "blue"}}
    assert list(before) == []
    assert snapshot({moods: {"sky": "blue"}}, before).unknown == {}
