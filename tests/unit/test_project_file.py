"""The project file: nothing is lost on the way out and back, and odd files change nothing."""

import json
from contextlib import suppress
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from canvas.domain.errors import CanvasError
from canvas.domain.project_format import FORMAT, VERSION
from canvas.domain.records import EXISTS, POSITION
from canvas.domain.strategy import build
from canvas.exports.project import build_project, project, schema
from canvas.i18n import Translator
from canvas.imports import project as reader
from canvas.imports.project import (
    BadRecordError,
    DamagedError,
    FutureVersionError,
    NotAProjectError,
    TooLargeError,
    TooManyRecordsError,
    read_project,
)
from canvas.services.exchange import check_upload_size, import_project
from canvas.steps import RECORD_TYPES, STEPS
from canvas.steps.audit.swot import SwotItem
from tests.unit.values import raw_records, strategies

SWOT = {"id": "a", "text": "Good bread", "quadrant": "strength"}


def document(**changes):
    return {"format": FORMAT, "version": VERSION, "records": {}} | changes


def written(*rows, type_key="swot_item", **changes):
    """Return the bytes of a project file with these rows."""
    return json.dumps(document(records={type_key: list(rows)}, **changes)).encode()


def rebuilt(content):
    """Return the strategy that a project file gives."""
    found = {(r.type, r.id): {EXISTS: True, **r.fields} for r in read_project(content)}
    return build("s", 1, found, RECORD_TYPES)


# --- Lossless ---------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(strategies())
def test_a_strategy_comes_back_from_its_file_as_it_was(strategy):
    back = rebuilt(build_project(strategy))
    assert project(back) == project(strategy)
    assert {k: r for k, r in back.records.items() if r} == {
        k: r for k, r in strategy.records.items() if r
    }


@pytest.mark.parametrize("record_type", RECORD_TYPES.values(), ids=RECORD_TYPES)
@settings(max_examples=2, deadline=None)
@given(data=st.data())
def test_a_record_of_every_type_fits_the_schema_and_comes_back(record_type, data):
    raw = data.draw(raw_records(record_type))
    record_id = record_type.key if record_type.single else "r1"
    strategy = build("s", 1, {(record_type.key, record_id): {EXISTS: True, **raw}}, RECORD_TYPES)
    content = build_project(strategy)
    row = json.loads(content)["records"][record_type.key][0]
    RECORD_SCHEMAS[record_type.key].validate(row)
    assert project(rebuilt(content)) == project(strategy)


RECORD_SCHEMAS = {
    key: Draft202012Validator(found["items"])
    for key, found in schema()["properties"]["records"]["properties"].items()
}


def test_a_file_imported_into_the_store_is_exported_as_it_came(service, nora):
    rows = [
        {"id": "a", POSITION: 2.0, "text": "Good bread", "mood": ["blue"]},
        {"id": "b", POSITION: 1.5, "quadrant": "from_the_future"},
    ]
    records = {
        "settings": [{"id": "settings", POSITION: 0.0, "name": "Port", "currency": "CHF"}],
        "swot_item": rows[::-1],
        "weather": [{"id": "w", POSITION: 3.0, "sky": {"is": "", "was": []}, "rain": 0}],
    }
    content = json.dumps(document(records=records)).encode()
    found = project(service.open(import_project(service, nora, content), nora))["records"]
    assert found["swot_item"] == records["swot_item"]
    assert found["weather"] == records["weather"]
    assert found["settings"] == [records["settings"][0] | {"state": "active", "depth": "complete"}]


def test_the_schema_is_a_sound_one_and_describes_every_field():
    Draft202012Validator.check_schema(schema())
    types = schema()["properties"]["records"]["properties"]
    assert set(types) == set(RECORD_TYPES)
    assert {found["items"]["x-step"] for found in types.values()} == {s.key for s in STEPS}
    for key, record_type in RECORD_TYPES.items():
        assert set(types[key]["items"]["properties"]) == {
            "id", POSITION, *(field.name for field in record_type.fields())
        }  # fmt: skip


def test_the_file_is_the_same_whenever_the_strategy_is_the_same():
    content = written(SWOT, {"id": "b", "text": "No site"})
    assert build_project(rebuilt(content)) == build_project(
        rebuilt(build_project(rebuilt(content)))
    )


def test_a_file_with_a_byte_order_mark_is_read():
    assert read_project(b"\xef\xbb\xbf" + written(SWOT))[0].fields["text"] == "Good bread"


def test_texts_are_cleaned_and_names_of_unknown_fields_too():
    row = {"id": "a", "text": "Go\u0000od e\u0301", "\ud800mood": "\ud800blue"}
    assert read_project(written(row))[0].fields == {"text": "Good é", "mood": "blue"}


def test_null_and_empty_mean_not_filled_in():
    assert read_project(written({"id": "a", "text": "", "source": None}))[0].fields == {}


# --- Older versions ---------------------------------------------------------------------


def test_an_older_file_is_upgraded_step_by_step(monkeypatch):
    def rename_points(old):
        rows = [{**row, "text": row.pop("point")} for row in old["records"].pop("points")]
        return {**old, "version": 0, "records": {"swot_item": rows}}

    def louder(old):
        rows = [{**row, "text": row["text"] + "!"} for row in old["records"]["swot_item"]]
        return {**old, "version": 1, "records": {"swot_item": rows}}

    monkeypatch.setattr(reader, "UPGRADES", MappingProxyType({-1: rename_points, 0: louder}))
    oldest = written({"id": "a", "point": "Good bread"}, type_key="points", version=-1)
    older = written({"id": "a", "text": "Good bread"}, version=0)
    newest = written({"id": "a", "text": "Good bread"})
    for content, text in ((oldest, "Good bread!"), (older, "Good bread!"), (newest, "Good bread")):
        assert read_project(content)[0].fields["text"] == text


def test_every_released_version_has_its_upgrade():
    assert set(reader.UPGRADES) == set(range(1, VERSION))


# --- Refused ----------------------------------------------------------------------------

NESTED = b'{"a":' * 100_000 + b"1" + b"}" * 100_000

REFUSED = {
    "empty": (b"", NotAProjectError),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", NotAProjectError),
    "a deck": (b"PK\x03\x04\x14\x00\x06\x00", NotAProjectError),
    "plain text": (b"Dear colleague,", NotAProjectError),
    "a page": (b"<html></html>", NotAProjectError),
    "a list": (b"[]", NotAProjectError),
    "a number": (b"12", NotAProjectError),
    "UTF-16": ('{"format": 1}'.encode("utf-16"), NotAProjectError),
    "another program's JSON": (b'{"nodes": [], "version": 1}', NotAProjectError),
    "no version": (json.dumps({"format": FORMAT, "records": {}}).encode(), NotAProjectError),
    "version true": (written(version=True), NotAProjectError),
    "version one": (written(version="1"), NotAProjectError),
    "version 0, never released": (written(SWOT, version=0), NotAProjectError),
    "version -5": (written(SWOT, version=-5), NotAProjectError),
    "no records": (json.dumps({"format": FORMAT, "version": 1}).encode(), NotAProjectError),
    "records in a list": (json.dumps(document(records=[SWOT])).encode(), NotAProjectError),
    "a type of odd name": (written(SWOT, type_key="a b"), NotAProjectError),
    "nested without end": (NESTED, NotAProjectError),
    "cut": (written(SWOT)[:-20], DamagedError),
    "cut inside a letter": ('{"a":\n"é'.encode()[:-1], DamagedError),
    "a comma too many": (written(SWOT).replace(b"]}", b",]}"), DamagedError),
    "a newer version": (written(SWOT, version=VERSION + 1), FutureVersionError),
    "an id twice": (written(SWOT, SWOT), BadRecordError),
    "an id twice, in two types": (
        json.dumps(document(records={"swot_item": [SWOT], "persona": [{"id": "a"}]})).encode(),
        BadRecordError,
    ),
    "two of what there is one of": (
        written({"id": "a"}, {"id": "b"}, type_key="settings"),
        BadRecordError,
    ),
    "no id": (written({"text": "Good bread"}), BadRecordError),
    "an id that is a path": (written(SWOT | {"id": "../a"}), BadRecordError),
    "a record that is a text": (written("Good bread"), BadRecordError),
    "NaN": (written(SWOT | {"weight": float("nan")}), BadRecordError),
    "Infinity in an unknown field": (written(SWOT | {"x": [float("inf")]}), BadRecordError),
    "1e999": (written(SWOT | {"x": 0}).replace(b'"x": 0', b'"x": 1e999'), BadRecordError),
    "an integer of 400 digits": (written(SWOT | {"x": 10**400}), BadRecordError),
    "a text that is a number": (written(SWOT | {"text": 5}), BadRecordError),
    "a text over its limit": (written(SWOT | {"text": "x" * 100_000}), BadRecordError),
    "a choice that is a list": (written(SWOT | {"quadrant": ["strength"]}), BadRecordError),
    "a choice that is a number": (written(SWOT | {"quadrant": 3}), BadRecordError),
    "a code that is a sentence": (written(SWOT | {"quadrant": "not a code"}), BadRecordError),
    "a position that is a text": (written(SWOT | {POSITION: "first"}), BadRecordError),
    "a deep unknown field": (
        written(SWOT | {"x": json.loads("[" * 20 + "]" * 20)}),
        BadRecordError,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_an_odd_file_is_refused_with_one_sentence_and_nothing_is_changed(name, service, nora):
    content, error = REFUSED[name]
    with pytest.raises(error) as refused:
        import_project(service, nora, content)
    for language in ("fr", "en"):
        said = Translator(language)(refused.value.say())
        assert said.endswith(".")
        assert len(said) < 400
        assert "{" not in said
    assert service.headings(nora) == []


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_file_cut_or_changed_anywhere_is_read_or_refused_and_never_breaks(data):
    content = bytearray(written(SWOT, {"id": "b", "weight": 3, "links": ["a"]}))
    at = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content = content[:at]
    else:
        content[at] = data.draw(st.integers(0, 255))
    with suppress(CanvasError):
        read_project(bytes(content))


def test_a_refusal_names_the_record_and_the_problem():
    with pytest.raises(BadRecordError) as refused:
        read_project(written(SWOT, {"id": "b", "text": 5}))
    assert Translator("en")(refused.value.say()) == (
        "The project file has something that cannot be kept, in "
        f"“{SwotItem.one}” number 2: “5” does not fit in “{SwotItem.field('text').label}”. "
        "Correct it in the file, then import it again."
    )


def test_a_damaged_file_names_its_line():
    with pytest.raises(DamagedError, match="line 2"):
        read_project(b'{"format":\n"canevas-pro')


def test_a_huge_file_is_refused_before_it_is_read():
    with pytest.raises(TooLargeError, match="500 MB"):
        check_upload_size(500_000_000)


def test_too_large_and_too_many_are_refused(monkeypatch):
    monkeypatch.setattr(reader, "MAX_RECORDS", 3)
    with pytest.raises(TooManyRecordsError, match="more than 3 records"):
        read_project(written(*({"id": f"r{n}"} for n in range(4))))
    monkeypatch.setattr(reader, "MAX_BYTES", 10)
    with pytest.raises(TooLargeError):
        read_project(written(SWOT))
