"""Figures in the project file: none is lost, and odd ones change nothing."""

import datetime as dt
import hashlib
import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from canvas.domain.errors import NotAllowedError
from canvas.exports.project import build_project, schema
from canvas.i18n import Translator
from canvas.imports.project import BadFiguresError, NotAProjectError, read_whole
from canvas.services import Person
from canvas.services.exchange import duplicate, export_project, import_project, merge_project
from canvas.services.figures import FigureShelf, Incoming, bring_in
from canvas.steps.measure.batches import (
    fingerprint,
    former_name,
    named,
    packed,
    packed_plain,
    plain,
    unpacked,
)
from canvas.steps.measure.batches import written as text_of
from canvas.steps.measure.choices import Grain, Metric, Platform, Scope
from canvas.steps.measure.figures import (
    AudiencePart,
    Batch,
    Daily,
    PageFigures,
    PostResult,
    Visit,
)
from canvas.steps.measure.files import DataFile
from tests.unit.test_project_file import SWOT, rebuilt, written

BATCH = Batch(
    Platform.INSTAGRAM, Grain.POSTS, dt.date(2026, 11, 1),
    daily=(Daily("a", Metric.VIEWS, Scope.ORGANIC, dt.date(2026, 10, 1), 12.5),),
    posts=(
        PostResult("18030000000000001", "a", None, {Metric.LIKES: 3.0, Metric.SAVES: 0.0},
                   published=dt.datetime(2026, 10, 2, 16), text="Né à 4\u00a0h\n“Bon”"),  # noqa: DTZ001
        PostResult("2", "a", None, {Metric.LIKES: 1.0}),
    ),
    visits=(Visit(dt.date(2026, 10, 1), dt.date(2026, 10, 31), {Metric.SESSIONS: 9.0}),),
    audience=(AudiencePart("a", "age", "18-24", 0.25, is_share=True),),
    pages=(PageFigures("Rival", None, None, {Metric.FOLLOWERS: 410.0}),),
    unknown={"Mood": ("blue", "")},
)  # fmt: skip


def with_figures(raw, *, name=None, batch=None):
    """Return the bytes of a file whose one record of figures names `raw`."""
    text = json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
    name = name or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    row = {"id": "f", "name": "Instagram.csv", "batch": batch or name}
    return written(row, type_key="data_file", figures={name: raw})


def test_figures_come_back_as_they_went_a_batch_a_line():
    name, payload = named(BATCH)
    other = replace(BATCH, posts=())
    found = read_whole(with_figures(plain(BATCH), name=name))
    assert found.batches == {name: payload}
    content = build_project(
        rebuilt(with_figures(plain(BATCH), name=name)),
        {name: payload, fingerprint(other): packed(other)},
    )
    assert json.loads(content)["figures"] == {name: json.loads(json.dumps(plain(BATCH)))}
    assert max(len(line) for line in content.splitlines()) > len(text_of(payload))
    assert read_whole(content).batches == {name: payload}
    Draft202012Validator(schema()).validate(json.loads(content))


def test_figures_named_by_their_text_keep_name_and_text():
    name = former_name(BATCH)
    content = with_figures(plain(BATCH))
    found = read_whole(content).batches
    assert found == {name: packed_plain(name, plain(BATCH))}
    assert unpacked(found[name]) == BATCH
    assert json.loads(build_project(rebuilt(content), found))["figures"] == {
        name: json.loads(json.dumps(plain(BATCH)))
    }


def test_a_file_of_a_strategy_without_figures_says_nothing_of_them():
    content = build_project(rebuilt(written(SWOT)), {"0" * 64: packed(BATCH)})
    assert b"figures" not in content
    assert content == build_project(rebuilt(written(SWOT)))


def test_figures_of_a_newer_version_are_kept_as_they_came():
    raw = {"version": 99, "moods": [["blue", 1.5]], "daily": "elsewhere"}
    (name,) = found = read_whole(with_figures(raw)).batches
    assert json.loads(build_project(rebuilt(with_figures(raw)), found))["figures"] == {name: raw}


def test_figures_that_no_record_names_are_left_out():
    assert read_whole(with_figures(plain(BATCH), batch="0" * 64)).batches == {}


def changed(**columns):
    return {**plain(BATCH), **columns}


DAMAGED = {
    "a figure changed by hand": with_figures(changed(audience=[]), name=fingerprint(BATCH)),
    "a text": with_figures("views"),
    "a list": with_figures([1]),
    "no version": with_figures({"daily": []}),
    "version true": with_figures(changed(version=True)),
    "nothing but a version": with_figures({"version": 1}),
    "a platform that is none": with_figures(changed(platform="fax")),
    "a day that is none": with_figures(changed(read_on="2026-02-30")),
    "a value that is a text": with_figures(
        changed(daily=[{**plain(BATCH)["daily"][0], "values": ["12"]}])
    ),
    "a value that is true": with_figures(
        changed(daily=[{**plain(BATCH)["daily"][0], "values": [True]}])
    ),
    "more days than values": with_figures(
        changed(daily=[{**plain(BATCH)["daily"][0], "values": []}])
    ),
    "a column too short": with_figures(changed(posts={**plain(BATCH)["posts"], "url": [""]})),
    "a column that is missing": with_figures(changed(posts={"key": []})),
    "a title that is a number": with_figures(
        changed(posts={**plain(BATCH)["posts"], "text": [1, 2]})
    ),
    "a counter that is a list": with_figures(
        changed(posts={**plain(BATCH)["posts"], "counters": {"likes": [[], 1]}})
    ),
    "paid, perhaps": with_figures(
        changed(posts={**plain(BATCH)["posts"], "paid": ["perhaps", None]})
    ),
    "a period that ends before it starts": with_figures(
        changed(visits={**plain(BATCH)["visits"], "last": ["2026-09-01"]})
    ),
    "a part of four": with_figures(changed(audience=[["a", "age", "18-24"]])),
    "an unknown column of numbers": with_figures(changed(unknown={"Mood": [1]})),
    "half a letter": with_figures(changed(unknown={"Mood": ["\ud800"]})),
    "not a number": with_figures(changed(unknown={"Mood": [float("nan")]})),
    "nested": with_figures({"version": 99, "x": json.loads("[" * 9 + "]" * 9)}),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_figures_are_refused_with_one_sentence_that_names_the_file(name, service, nora):
    with pytest.raises(BadFiguresError) as refused:
        import_project(service, nora, DAMAGED[name])
    for language in ("fr", "en"):
        said = Translator(language)(refused.value.say())
        assert "Instagram.csv" in said
        assert said.endswith(".")
    assert service.headings(nora) == []


def test_figures_that_are_no_table_of_batches_are_no_project():
    with pytest.raises(NotAProjectError):
        read_whole(written(SWOT, figures=[1]))


# --- In and out of the store ------------------------------------------------------------


@pytest.fixture
def port(service, nora):
    """A strategy with the figures of one file."""
    found = service.create(nora, {"name": "Port"})
    bring_in(service, nora, found, [Incoming("Instagram.csv", BATCH, "a", 2)])
    return found


def figures(service, nora, strategy_id):
    return FigureShelf(service.store).of(service.open(strategy_id, nora))


def test_a_project_that_is_exported_and_imported_has_the_same_figures(service, nora, port):
    there = figures(service, nora, port)
    content = export_project(service, nora, port)
    back = import_project(service, nora, content)
    assert there.posts
    assert figures(service, nora, back) == there
    assert export_project(service, nora, back) == content


def test_a_copy_has_the_figures_and_keeps_them_when_the_original_drops_its_file(
    service, nora, port
):
    there = figures(service, nora, port)
    copy = duplicate(service, nora, port, "Copy")
    service.undo(port, nora)
    assert not service.open(port, nora).of(DataFile)
    assert figures(service, nora, copy) == there


def test_a_file_that_was_taken_back_is_not_exported(service, nora, port):
    service.undo(port, nora)
    assert b"figures" not in export_project(service, nora, port)


def test_a_merge_brings_the_figures_in_and_is_one_step_to_undo(service, nora, port):
    content = export_project(service, nora, port)
    other = service.create(nora, {"name": "Other"})
    merge_project(service, nora, other, content, dry_run=True)
    assert figures(service, nora, other).posts == ()
    merge_project(service, nora, other, content, dry_run=False)
    assert figures(service, nora, other) == figures(service, nora, port)
    service.undo(other, nora)
    assert figures(service, nora, other).posts == ()


def test_figures_that_were_lost_count_once_a_project_file_brings_them(service, nora, port):
    content = export_project(service, nora, port)
    without = json.loads(content)
    del without["figures"]
    other = import_project(service, nora, json.dumps(without).encode())
    shelf = FigureShelf(service.store)
    assert shelf.of(service.open(other, nora)).posts == ()
    merge_project(service, nora, other, content, dry_run=False)
    assert shelf.of(service.open(other, nora)).posts


def test_who_may_only_read_brings_no_figures_in(service, nora, port):
    content = export_project(service, nora, port)
    other = service.create(nora, {"name": "Other"})
    service.store.grant(other, "max", "viewer")
    with pytest.raises(NotAllowedError):
        merge_project(service, Person("max"), other, content, dry_run=False)
    with pytest.raises(KeyError):
        service.store.batch(other, fingerprint(BATCH))
