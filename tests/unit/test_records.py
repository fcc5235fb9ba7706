"""What a record type declares, and what survives reading and writing a record."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain import fields
from canvas.domain.records import (
    EXISTS,
    POSITION,
    RESERVED,
    Record,
    read_record,
    record,
    write_record,
)
from canvas.steps import RECORD_TYPES
from canvas.steps.audit.swot import SwotItem
from canvas.steps.frame.settings import Currency, Settings
from tests.unit.values import raw_records


def declare(**attributes):
    annotations = dict.fromkeys(attributes, object)
    return record("thing", one="Thing", many="Things", help="Things.")(
        type("Thing", (Record,), {"__annotations__": annotations, **attributes})
    )


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_name_that_every_record_has_cannot_be_declared(name):
    with pytest.raises(TypeError, match="reserved"):
        declare(**{name: fields.text(label="L", help="H.")})


def test_a_record_type_declares_at_least_one_field():
    with pytest.raises(TypeError, match="no field"):
        declare()


def test_a_record_cannot_be_changed_in_place():
    item = SwotItem(id="a", text="Good bread")
    with pytest.raises(dataclasses.FrozenInstanceError):
        item.text = "Bad bread"


def test_a_field_that_this_version_does_not_know_is_written_back_as_it_came():
    raw = {"text": "Good bread", "mood": {"sky": ["blue", 1, None]}}
    assert write_record(read_record(SwotItem, "a", raw)) == raw


def test_a_code_that_this_version_does_not_know_shows_as_empty_and_is_written_back():
    known = read_record(Settings, "settings", {"name": "Port", "currency": "JPY"})
    assert known.currency is Currency.EUR
    assert write_record(known)["currency"] == "JPY"
    assert not known.is_blank()


def test_a_value_of_the_wrong_kind_in_the_store_is_kept_and_breaks_nothing():
    found = read_record(SwotItem, "a", {"text": 12, POSITION: "third", EXISTS: True})
    assert (found.text, found.position) == ("", 0.0)
    assert write_record(found)["text"] == 12


@pytest.mark.parametrize("record_type", RECORD_TYPES.values(), ids=RECORD_TYPES)
@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_a_record_of_any_type_is_written_as_it_was_read(record_type, data):
    raw = data.draw(raw_records(record_type))
    found = read_record(record_type, "r", raw)
    written = write_record(found)
    defaults = {f.name: f.dump(f.default) for f in record_type.fields() if f.default is not None}
    assert written == {**defaults, **{k: v for k, v in raw.items() if k != POSITION}}
    assert read_record(record_type, "r", {**written, POSITION: raw[POSITION]}) == found


def test_a_record_is_called_by_its_first_filled_text():
    assert SwotItem(id="a", text="Good bread\nand cakes").title == "Good bread"
    assert SwotItem(id="a").title == ""
    assert SwotItem(id="a").is_blank()
