"""What a person does with strategies: open, edit, list, each with a role."""

import pytest

from canvas.domain.changes import Edit
from canvas.domain.clean import UnusableValueError
from canvas.domain.errors import NotAllowedError, NothingToUndoError, StrategyNotFoundError
from canvas.domain.records import EXISTS, POSITION
from canvas.i18n import Translator
from canvas.services import Person
from canvas.steps import STEPS
from canvas.steps.audit.swot import SwotItem
from canvas.steps.frame.settings import Settings, State

FR = Translator("fr")
ITEM = "swot_item"


@pytest.fixture
def port(service, nora):
    return service.create(nora, {"name": "Port"}, [(ITEM, "a", {"text": "Good bread"})])


def edit(field, base, new, key=(ITEM, "a")):
    return Edit(*key, field, base, new)


def test_what_is_typed_is_there_when_the_strategy_is_opened_again(service, nora, port):
    submission = service.edit(port, nora, [edit("text", "Good bread", "Best bread")])
    assert submission.problems == ()
    assert submission.outcome.conflicts == ()
    assert service.open(port, nora).one(SwotItem).text == "Best bread"


def test_a_new_record_that_shows_its_default_can_have_it_changed(service, nora, port):
    service.edit(port, nora, [edit(EXISTS, None, True, ("post", "p"))])
    assert str(service.open(port, nora).find("p").status) == "idea"
    changed = service.edit(port, nora, [edit("status", "idea", "published", ("post", "p"))])
    assert changed.outcome.conflicts == ()
    assert str(service.open(port, nora).find("p").status) == "published"
    back = service.edit(port, nora, [edit("status", "published", "idea", ("post", "p"))])
    assert back.outcome.conflicts == ()
    assert str(service.open(port, nora).find("p").status) == "idea"


def test_settings_that_show_a_default_can_be_changed_at_once(service, nora, port):
    key = (Settings.key, Settings.key)
    changed = service.edit(port, nora, [edit("currency", "EUR", "CHF", key)])
    assert changed.outcome.conflicts == ()


def test_what_the_gate_changed_is_no_conflict_for_the_one_who_typed_it(service, nora, port):
    typed = "cafe\u0301\x00"
    service.edit(port, nora, [edit("text", "Good bread", typed)])
    again = service.edit(port, nora, [edit("text", typed, "tea")])
    assert again.outcome.conflicts == ()
    assert service.open(port, nora).find("a").text == "tea"


def test_an_emptied_text_and_one_never_written_are_the_same(service, nora, port):
    service.edit(port, nora, [edit("text", "Good bread", "")])
    again = service.edit(port, nora, [edit("text", None, "Back")])
    assert again.outcome.conflicts == ()


@pytest.mark.parametrize(
    "wrong",
    [
        edit("text", "Good bread", "x" * 100_000),
        edit("text", "Good bread", 5),
        edit("nonsense", None, "x"),
        edit(POSITION, 1.0, "first"),
        edit(POSITION, 1.0, None),
        edit(POSITION, 1.0, True),
        edit(EXISTS, True, "no"),
        edit("text", None, "x", ("nonsense", "a")),
        edit("text", None, "x", (ITEM, "../a")),
        edit("text", None, "x", (ITEM, "")),
        edit("name", "Port", "x", (Settings.key, "second")),
        edit(EXISTS, True, None, (Settings.key, Settings.key)),
    ],
    ids=lambda wrong: f"{wrong.type}-{wrong.field}-{str(wrong.new)[:5]}",
)
def test_an_edit_that_cannot_be_kept_is_answered_with_a_sentence_and_takes_its_group_along(
    service, nora, port, wrong
):
    good = edit("evidence", None, "Survey")
    submission = service.edit(port, nora, [good, wrong])
    assert submission.outcome is None
    assert [found for found, _ in submission.problems] == [wrong]
    assert FR(submission.problems[0][1]).endswith(".")
    assert service.revision(port, nora) == 1


def test_a_number_that_no_file_can_hold_is_refused(service, nora, port):
    with pytest.raises(UnusableValueError):
        service.edit(port, nora, [edit("impact", None, float("inf"))])


def test_the_list_shows_names_states_and_progress_of_ones_own(service, nora, port):
    service.create(Person("max"), {"name": "Bank"})
    (heading,) = service.headings(nora)
    assert (heading.id, heading.name, heading.state) == (port, "Port", State.ACTIVE)
    strategy = service.open(port, nora)
    assert dict(heading.steps) == {step.key: step.progress(strategy) for step in STEPS}
    assert service.headings(nora) == [heading]  # now read from what was remembered


def test_a_strategy_is_archived_deleted_and_brought_back(service, nora, port):
    for state in (State.ARCHIVED, State.DELETED, State.DELETED, State.ACTIVE, State.ACTIVE):
        assert service.set_state(port, nora, state).outcome.conflicts == ()
        assert service.headings(nora)[0].state is state


def test_undo_and_redo_walk_to_and_fro_and_stop_at_the_creation(service, nora, port):
    def text():
        return service.open(port, nora).find("a").text

    service.edit(port, nora, [edit("text", "Good bread", "Best bread")])
    service.undo(port, nora)
    assert text() == "Good bread"
    service.redo(port, nora)
    assert text() == "Best bread"
    service.undo(port, nora)
    with pytest.raises(NothingToUndoError):
        service.undo(port, nora)
    assert text() == "Good bread"


def test_taking_a_role_away_works_at_once(service, nora, port):
    max_ = Person("max")
    service.store.grant(port, "max", "participant")
    assert service.open(port, max_).one(SwotItem).text == "Good bread"
    service.store.grant(port, "max", "viewer")
    with pytest.raises(NotAllowedError):
        service.edit(port, max_, [edit("text", "Good bread", "x")])
    service.store.revoke(port, "max")
    for act in (service.open, service.revision, service.history, service.steps_back, service.rows):
        with pytest.raises(StrategyNotFoundError):
            act(port, max_)


def test_a_snapshot_is_shared_until_something_changes(service, nora, port):
    before = service.open(port, nora)
    assert service.open(port, nora) is before
    service.edit(port, nora, [edit("text", "Good bread", "Best bread")])
    assert before.find("a").text == "Good bread"
    assert service.open(port, nora).find("a").text == "Best bread"
