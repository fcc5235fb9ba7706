"""Whatever link or value one takes out of a coherent strategy, something is said of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.kinds import Link, Links
from canvas.domain.records import Record
from canvas.steps import RECORD_TYPES
from canvas.steps.common import Progress
from canvas.steps.frame.expectations import Symptom
from canvas.steps.plan.actions import Action
from tests.unit.coherence.bakery import bakery
from tests.unit.coherence.removals import (
    ABOUT_OTHERS,
    NEEDED_WHEN,
    OPTIONAL,
    related,
    removable,
    said_of,
    used_reader,
)

VALUES = (
    ("symptom", "remedy"),
    ("differentiator", "proof"),
    ("experiment", "metric"),
    ("account", "decision"),
    ("profile_check", "fix_action"),
    ("objective", "specific"),
    ("objective", "realistic"),
    ("kpi", "source"),
    ("stage_content", "cta"),
    ("segment", "approach"),
    ("audience", "what_we_give"),
    ("editorial_policy", "text"),
    ("influencer", "first_contact"),
    ("counter_opportunity", "our_move"),
    ("plan_version", "revision_date"),
    ("plan_version", "what_changed"),
    ("persona", "wiifm"),
    ("roi_target", "realistic"),
    ("voice_exception", "reason"),
    ("content_mission", "content_types"),
    ("post", "stage"),
    ("post", "cta"),
    ("post", "reason"),
    ("action", "due"),
    ("roi_value", "value_each"),
    ("report_setup", "due_day"),
    ("learning", "decision"),
)
"""Values that a coherent strategy cannot do without, beside its links and the express path."""


def needed(kind: str, field: str) -> list[Record]:
    """Return the records of the bakery that need this value to be coherent."""

    def needs(record) -> bool:
        if not getattr(record, field):
            return False
        if isinstance(record, Action):
            return record.status not in (Progress.DONE, Progress.DROPPED)
        if isinstance(record, Symptom):
            return record.present
        if kind == "influencer":
            return record.first_wave
        if kind == "profile_check":
            return str(record.status) in ("missing", "partial")
        return True

    return [record for record in bakery().records[kind] if needs(record)]


REMOVALS = tuple(removable())
READER = used_reader()


def check(record: Record, field: str) -> None:
    """Fail unless something is said of a record without this field, and of nothing else."""
    found = said_of(record, field, READER)
    assert found, f"nothing is said of {record.key} {record.id} without its {field}"
    near = related(record)
    for finding in found:
        told = {id for _, id in finding.records}
        if finding.rule not in ABOUT_OTHERS:
            assert told <= near, f"{finding.rule} on {record.key} {record.id} without {field}"


@pytest.mark.parametrize(("kind", "field"), VALUES, ids="-".join)
def test_the_bakery_has_something_to_take_out(kind, field):
    assert needed(kind, field)


@given(st.sampled_from(REMOVALS))
@settings(max_examples=150)
def test_without_a_link_or_an_essential_field_something_is_said_and_nothing_else(removal):
    check(*removal)


@given(st.data())
@settings(max_examples=60)
def test_without_a_value_something_is_said_and_nothing_else(data):
    kind, field = data.draw(st.sampled_from(VALUES))
    check(data.draw(st.sampled_from(needed(kind, field))), field)


@pytest.mark.slow
def test_all_that_can_be_taken_out_is_missed():
    for record, field in REMOVALS:
        check(record, field)


def test_what_may_be_left_empty_is_a_link_or_essential_and_has_a_reason():
    for (kind, name), reason in OPTIONAL.items():
        field = RECORD_TYPES[kind].field(name)
        assert isinstance(field, Link | Links) or field.essential
        assert reason


def test_of_what_may_be_left_empty_nothing_is_said():
    for kind, name in OPTIONAL:
        field = RECORD_TYPES[kind].field(name)
        filled = [r for r in bakery().records[kind] if getattr(r, name) != field.initial()]
        assert any(not said_of(record, name, READER) for record in filled), (kind, name)


def test_what_only_some_records_need_some_of_them_have():
    taken = {(record.key, field) for record, field in REMOVALS}
    assert taken >= set(NEEDED_WHEN)
