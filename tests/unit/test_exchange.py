"""Copies, merges and file names."""

import json

import pytest

from canvas.domain.changes import Edit
from canvas.domain.errors import NotAllowedError, StrategyNotFoundError
from canvas.domain.project_format import FORMAT, VERSION
from canvas.domain.records import EXISTS, POSITION
from canvas.domain.slugs import slug
from canvas.exports.project import build_project, project
from canvas.imports.project import BadRecordError, NotAProjectError
from canvas.services import Person
from canvas.services.documents import file_name
from canvas.services.exchange import (
    UnknownExampleError,
    duplicate,
    merge_project,
    open_example,
)
from canvas.steps.frame.settings import NAME_LIMIT, Settings, State

ROWS = [
    ("swot_item", "a", {"text": "Good bread", "quadrant": "strength", "mood": "blue"}),
    ("swot_item", "b", {"text": "No site"}),
    ("weather", "w", {"sky": "grey"}),
]


@pytest.fixture
def port(service, nora):
    """A strategy of two SWOT notes and of a record that this version does not know."""
    return service.create(nora, {"name": "Port"}, ROWS)


def file_of(**records):
    return json.dumps({"format": FORMAT, "version": VERSION, "records": records}).encode()


def records(service, nora, strategy_id):
    return project(service.open(strategy_id, nora))["records"]


def told(merge):
    """Return a merge in short: ids created, fields changed, ids kept."""
    return (
        [record.id for record in merge.created],
        [(change.record, change.field, change.old, change.new) for change in merge.changed],
        sorted(record for _, record in merge.kept),
    )


# --- Copies -----------------------------------------------------------------------------


def test_a_copy_has_all_records_of_the_original_and_a_name_of_its_own(service, nora, port):
    copy = duplicate(service, nora, port, "Port (copy)")
    there = records(service, nora, port)
    here = records(service, nora, copy)
    assert here["settings"][0] == there["settings"][0] | {"name": "Port (copy)"}
    assert {k: v for k, v in here.items() if k != "settings"} == {
        k: v for k, v in there.items() if k != "settings"
    }


def test_a_change_in_the_copy_leaves_the_original_alone(service, nora, port):
    copy = duplicate(service, nora, port, "Copy")
    service.edit(copy, nora, [Edit("swot_item", "a", "text", "Good bread", "Best bread")])
    assert service.open(port, nora).find("a").text == "Good bread"


def test_a_copy_of_an_archived_strategy_is_under_way(service, nora, port):
    service.set_state(port, nora, State.ARCHIVED)
    copy = duplicate(service, nora, port, "Copy")
    states = {h.id: h.state for h in service.headings(nora)}
    assert states == {port: State.ARCHIVED, copy: State.ACTIVE}


def test_a_copy_of_a_copy_of_a_long_name_can_still_be_exported_and_imported(service, nora):
    long = service.create(nora, {"name": "x" * NAME_LIMIT})
    copy = duplicate(service, nora, long, "x" * NAME_LIMIT + " (copy)")
    again = duplicate(service, nora, copy, "x" * NAME_LIMIT + " (copy) (copy)")
    assert len(service.open(again, nora).one(Settings).name) == NAME_LIMIT


def test_what_belongs_to_somebody_else_cannot_be_copied_nor_told_from_what_is_not_there(
    service, port
):
    for strategy_id in (port, "nowhere"):
        with pytest.raises(StrategyNotFoundError, match=strategy_id):
            duplicate(service, Person("max"), strategy_id, "Copy")


# --- Merges -----------------------------------------------------------------------------

NEWER = file_of(
    settings=[{"id": "settings", "name": "Harbour", "state": "deleted"}],
    swot_item=[
        {"id": "a", POSITION: 1.0, "text": "Best bread", "mood": "red"},
        {"id": "c", POSITION: 9.0, "text": "New road", "mood": "new"},
    ],
    weather=[{"id": "w", POSITION: 3.0, "sky": "blue"}, {"id": "x", POSITION: 4.0, "sky": "red"}],
)


def test_a_dry_run_says_what_would_change_and_changes_nothing(service, nora, port):
    before = project(service.open(port, nora))
    merge = merge_project(service, nora, port, NEWER, dry_run=True)
    assert told(merge) == (
        ["c", "x"],
        [
            ("settings", "name", "Port", "Harbour"),
            ("a", "text", "Good bread", "Best bread"),
            ("a", "mood", "blue", "red"),
            ("w", "sky", "grey", "blue"),
        ],
        ["b"],
    )
    assert project(service.open(port, nora)) == before


def test_a_merge_does_what_its_dry_run_said_and_is_one_step_to_undo(service, nora, port):
    before = project(service.open(port, nora))
    planned = merge_project(service, nora, port, NEWER, dry_run=True)
    assert merge_project(service, nora, port, NEWER, dry_run=False) == planned
    after = records(service, nora, port)
    assert after["settings"][0]["name"] == "Harbour"
    assert after["swot_item"] == [
        {"id": "a", POSITION: 1.0, "text": "Best bread", "quadrant": "strength", "mood": "red"},
        {"id": "b", POSITION: 2.0, "text": "No site"},
        {"id": "c", POSITION: 9.0, "text": "New road", "mood": "new"},
    ]
    assert [row["sky"] for row in after["weather"]] == ["blue", "red"]
    service.undo(port, nora)
    assert project(service.open(port, nora)) == before


def test_merging_a_strategys_own_file_changes_nothing(service, nora, port):
    own = build_project(service.open(port, nora))
    merge = merge_project(service, nora, port, own, dry_run=False)
    assert told(merge) == ([], [], [])
    assert service.revision(port, nora) == 1


def test_a_merge_changes_a_field_that_still_had_its_default(service, nora, port):
    content = file_of(settings=[{"id": "settings", "currency": "CHF"}])
    merge = merge_project(service, nora, port, content, dry_run=False)
    assert merge.conflicts == ()
    assert str(service.open(port, nora).one(Settings).currency) == "CHF"


def test_a_record_deleted_here_comes_back_as_the_file_has_it(service, nora, port):
    service.edit(port, nora, [Edit("swot_item", "a", EXISTS, True, None)])
    merge = merge_project(service, nora, port, NEWER, dry_run=False)
    assert merge.conflicts == ()
    back = service.open(port, nora).find("a")
    assert (back.text, back.quadrant, dict(back.extra)) == ("Best bread", None, {"mood": "red"})


def test_a_file_does_not_decide_where_a_strategy_is_kept(service, nora, port):
    merge_project(service, nora, port, NEWER, dry_run=False)
    assert [h.state for h in service.headings(nora)] == [State.ACTIVE]


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"Dear colleague,", NotAProjectError), (file_of(swot_item=[{"id": "/"}]), BadRecordError)],
)
def test_a_file_that_cannot_be_used_changes_nothing(service, nora, port, content, error):
    with pytest.raises(error):
        merge_project(service, nora, port, content, dry_run=False)
    assert service.revision(port, nora) == 1


def test_who_may_only_read_may_not_merge(service, nora, port):
    service.store.grant(port, "max", "viewer")
    with pytest.raises(NotAllowedError):
        merge_project(service, Person("max"), port, NEWER, dry_run=False)


# --- Names ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Boulangerie du Port 2027", "boulangerie-du-port-2027"),
        ("Œuvre d’Été", "oeuvre-d-ete"),
        ("../../etc/passwd", "etc-passwd"),
        ("a" * 200, "a" * 60),
        ("مرحبا", "canevas"),
        ("", "canevas"),
        ("CON\x00\n", "con"),
    ],
)
def test_a_file_name_can_be_kept_on_any_disk(name, written):
    assert slug(name) == written


def test_a_file_is_called_by_its_strategy_and_its_kind(service, nora, port):
    strategy = service.open(port, nora)
    assert file_name(strategy, "deck", "pptx") == "port-deck.pptx"
    assert file_name(strategy, "", "canevas.json") == "port.canevas.json"


def test_an_unknown_example_is_answered_with_the_known_ones(service, nora):
    with pytest.raises(UnknownExampleError) as refused:
        open_example(service, nora, "bank")
    assert refused.value.params["known"] == ("bakery", "software")
