"""How batches are kept: packed, named by what they say, and read whichever version wrote them."""

import datetime as dt
import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.columns import Days, Flags, Moments, Numbers, Texts
from canvas.domain.changes import creation
from canvas.services.figures import FigureShelf, Incoming, bring_in, fields_of
from canvas.services.readings import understand
from canvas.steps.measure.batches import (
    fingerprint,
    former_name,
    from_plain,
    named,
    packed,
    packed_plain,
    plain,
    unpacked,
    written,
)
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.files import DataFile
from tests.imports.platform_files import FILES
from tests.unit.test_figures import BATCHES
from tests.unit.test_project_figures import BATCH

FILE = "facebook-en"


def in_json(batch):
    """Return a batch as the first versions kept it, with the name that they gave it."""
    return former_name(batch), packed_plain(former_name(batch), plain(batch))


@settings(max_examples=40)
@given(BATCHES)
def test_a_batch_has_one_name_however_it_was_kept(batch):
    name, payload = named(batch)
    assert name == fingerprint(batch)
    assert payload == packed(batch)
    old = unpacked(in_json(batch)[1])
    assert fingerprint(unpacked(payload)) == fingerprint(old) == name
    assert former_name(unpacked(payload)) == former_name(batch)
    assert json.loads(written(payload)) == json.loads(json.dumps(plain(batch)))
    assert from_plain(json.loads(written(payload))) == unpacked(payload) == old


def test_batches_that_differ_in_one_value_have_different_names():
    other_text = replace(BATCH, unknown={"Mood": ("blue", "red")})
    other_day = replace(BATCH, read_on=BATCH.read_on + dt.timedelta(1))
    # The same letters, parted elsewhere.
    parted = [replace(BATCH, unknown={"Mood": texts}) for texts in (("ab", "c"), ("a", "bc"))]
    names = {fingerprint(batch) for batch in (BATCH, other_text, other_day, *parted)}
    assert len(names) == 5


def test_what_earlier_versions_kept_is_still_read(service, nora):
    strategy_id = service.create(nora, {"name": "Port"})
    name, payload = in_json(BATCH)
    assert zlib.decompress(payload).decode() == written(payload)
    service.store.keep_batch(strategy_id, name, payload)
    assert FigureShelf(service.store).batch(strategy_id, name) == BATCH


def test_a_file_that_an_earlier_version_brought_in_changes_nothing_when_it_comes_again(
    service, nora
):
    strategy_id = service.create(nora, {"name": "Port"})
    name, payload = in_json(BATCH)
    service.store.keep_batch(strategy_id, name, payload)
    fields = fields_of(Incoming("Instagram.csv", BATCH, "a", 2), name)
    service.edit(strategy_id, nora, creation(DataFile.key, "f", fields, 1.0))
    done = bring_in(service, nora, strategy_id, [Incoming("Instagram.csv", BATCH, "a", 2)])
    assert (done.added, done.known) == ((), ("Instagram.csv",))
    assert len(service.open(strategy_id, nora).of(DataFile)) == 1
    other = replace(BATCH, audience=())
    done = bring_in(service, nora, strategy_id, [Incoming("Other.csv", other, "a", 2)])
    assert done.added == ("Other.csv",)


def test_a_file_of_an_earlier_version_is_known_on_another_day(service, nora):
    strategy_id = service.create(nora, {"name": "Port"})
    files = [(FILES[FILE].name, FILES[FILE].content())]
    service.edit(strategy_id, nora, creation("account", "a", {"network": "facebook"}, 1.0))
    (first,) = understand(service, nora, strategy_id, files, today=dt.date(2026, 11, 1))
    name, payload = in_json(first.batch)
    service.store.keep_batch(strategy_id, name, payload)
    fields = fields_of(Incoming(first.name, first.batch, first.account, 1), name)
    service.edit(strategy_id, nora, creation(DataFile.key, "f", fields, 1.0))
    (again,) = understand(service, nora, strategy_id, files, today=dt.date(2026, 11, 9))
    assert again.is_known


@given(st.data())
def test_damaged_bytes_are_no_batch(data):
    payload = packed(BATCH)
    at = data.draw(st.integers(0, len(payload) - 1))
    for damaged in (payload[:at], payload[:at] + b"\xff\xff" + payload[at + 2 :], b""):
        try:
            found = unpacked(damaged)
        except ValueError:
            continue
        assert len(found.posts) == len(BATCH.posts)


NUMBERS = st.one_of(
    st.none(), st.integers(-9, 300), st.integers(-(10**15), 10**15),
    st.floats(-1e15, 1e15), st.just(0.1),
)  # fmt: skip
COLUMNS = {
    Texts: st.text(max_size=9),
    Numbers: NUMBERS.map(lambda value: None if value is None else float(value)),
    Flags: st.sampled_from([None, True, False]),
    Moments: st.one_of(st.none(), st.datetimes()),
    Days: st.one_of(st.none(), st.dates()),
}


@pytest.mark.parametrize("kind", COLUMNS)
@settings(max_examples=60)
@given(data=st.data())
def test_a_column_comes_back_as_it_was_written(kind, data):
    from canvas.columns.packing import body_of, tree_of

    values = data.draw(st.lists(COLUMNS[kind], max_size=12)) * data.draw(st.integers(1, 3))
    tree = {"it": kind.of(values), "column": {"column": kind.of(values[:1])}}
    found = tree_of(body_of(tree).compressed())
    assert found["it"] == values
    assert list(found["it"]) == values
    assert found["it"][1:] == values[1:]
    assert found["column"]["column"] == values[:1]
    assert found["it"].plain() == kind.of(values).plain()


def test_texts_know_whether_two_are_the_same():
    assert Texts.of(["12", "13", "21"]).are_different
    assert not Texts.of(["12", "13", "12"]).are_different
    assert Texts.of(["1", "12", ""]).are_different
    assert not Texts.of(["1" * 40, "1" * 40]).are_different


def test_values_of_another_kind_make_no_column():
    for kind, value in ((Numbers, "12"), (Numbers, True), (Flags, 1), (Flags, "perhaps")):
        with pytest.raises(TypeError):
            kind.of([value])
    with pytest.raises(ValueError, match="time zone"):
        Moments.of([dt.datetime(2026, 1, 1, tzinfo=dt.UTC)])
    assert Metric.LIKES in next(iter(unpacked(packed(BATCH)).posts)).counters
