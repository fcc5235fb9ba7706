"""What every engine must do with strategies, people and edits."""

import threading

import pytest

from canvas.domain.changes import creation
from canvas.domain.clean import UnusableValueError
from canvas.domain.errors import StrategyNotFoundError
from canvas.domain.records import EXISTS, POSITION
from canvas.store import ROLES
from canvas.store.errors import MovedOnError, StrategyExistsError
from tests.store.helpers import (
    NORA,
    PAUL,
    deletion,
    edit,
    new_strategy,
    nora,
    with_nora,
    write,
)


class EditsContract:
    # --- strategies and people ------------------------------------------------------------

    def test_a_new_strategy_is_empty_and_belongs_to_its_creator(self, store):
        new_strategy(store)
        assert store.load("bakery") == (0, {})
        assert store.role("bakery", "anna") == "owner"
        assert store.members("bakery") == {"anna": "owner"}

    def test_creating_a_strategy_twice_is_harmless(self, store):
        with_nora(store)
        store.create("bakery", "anna")
        assert store.revision("bakery") == 1

    def test_nobody_takes_over_a_strategy_by_creating_it_again(self, store):
        new_strategy(store)
        with pytest.raises(StrategyExistsError):
            store.create("bakery", "mallory")
        assert store.role("bakery", "mallory") is None

    def test_a_person_sees_only_the_strategies_they_have_a_role_on(self, store):
        new_strategy(store, "bakery", "anna")
        new_strategy(store, "garage", "bela")
        store.grant("garage", "anna", "viewer")
        new_strategy(store, "school", "bela")
        assert {(h.id, h.role) for h in store.strategies("anna")} == {
            ("bakery", "owner"),
            ("garage", "viewer"),
        }
        assert {h.id for h in store.strategies()} == {"bakery", "garage", "school"}
        assert store.strategies("nobody") == []

    def test_the_list_shows_name_and_state_without_reading_records(self, store):
        new_strategy(store)
        settings = creation("settings", "settings", {"name": "Chez Anna", "state": "archived"}, 0)
        write(store, "bakery", *settings)
        (heading,) = store.strategies("anna")
        assert (heading.name, heading.state, heading.revision) == ("Chez Anna", "archived", 1)

    def test_the_list_shows_the_last_changed_strategy_first(self, store):
        for strategy_id in ("bakery", "garage", "school"):
            new_strategy(store, strategy_id)
            _next_millisecond()
        write(store, "garage", *creation(*NORA, {}, 1.0))
        assert [h.id for h in store.strategies("anna")] == ["garage", "school", "bakery"]

    def test_a_role_can_be_given_changed_and_taken_away(self, store):
        new_strategy(store)
        for role in ROLES:
            store.grant("bakery", "bela", role)
            assert store.role("bakery", "bela") == role
        store.revoke("bakery", "bela")
        store.revoke("bakery", "bela")
        assert store.role("bakery", "bela") is None

    def test_a_role_that_does_not_exist_is_refused(self, store):
        new_strategy(store)
        with pytest.raises(ValueError, match="no such role"):
            store.grant("bakery", "bela", "king")

    @pytest.mark.parametrize(
        "ask",
        [
            lambda store: store.revision("nowhere"),
            lambda store: store.load("nowhere"),
            lambda store: write(store, "nowhere", edit("name", None, "Nora")),
            lambda store: store.history("nowhere", 10),
            lambda store: store.headings("nowhere", 10),
            lambda store: store.change_set("nowhere", 1),
            lambda store: store.changes_since("nowhere", 0),
            lambda store: store.members("nowhere"),
            lambda store: store.grant("nowhere", "anna", "owner"),
            lambda store: store.remember_progress("nowhere", 1, {}),
        ],
        ids=[
            *("revision", "load", "apply", "history", "headings", "change_set"),
            *("changes_since", "members", "grant", "progress"),
        ],
    )
    def test_a_strategy_that_is_not_there_is_said_not_to_be(self, store, ask):
        with pytest.raises(StrategyNotFoundError):
            ask(store)
        assert store.role("nowhere", "anna") is None

    def test_progress_is_remembered_until_the_strategy_changes(self, store):
        with_nora(store)
        store.remember_progress("bakery", 1, {"personas": [1, 3]})
        assert store.strategies("anna")[0].progress == {"personas": [1, 3]}
        store.remember_progress("bakery", 1, {"personas": [2, 3]})
        assert store.strategies("anna")[0].progress == {"personas": [2, 3]}
        write(store, "bakery", edit("age", 34, 35))
        assert store.strategies("anna")[0].progress is None

    def test_progress_of_an_older_revision_does_not_replace_a_newer(self, store):
        with_nora(store)
        write(store, "bakery", edit("age", 34, 35))
        store.remember_progress("bakery", 2, {"personas": [2, 3]})
        store.remember_progress("bakery", 1, {"personas": [1, 3]})
        assert store.strategies("anna")[0].progress == {"personas": [2, 3]}

    # --- edits ----------------------------------------------------------------------------

    def test_what_is_written_comes_back_as_it_was(self, store, reopen):
        new_strategy(store)
        fields = {
            "text": "Crème brûlée 🥐\nשלום — “quoted” 'quoted' \\ % _ ; --",
            "long": "x" * 20_000,
            "yes": True,
            "no": False,
            "zero": 0,
            "cents": 123_456_789_012_345,
            "share": 0.1 + 0.2,
            "tiny": 5e-324,
            "lines": ["one", "", "trois"],
            "deep": {"a": [1, {"b": None}], "é": [True, 1, 1.5]},
        }
        write(store, "bakery", *creation(*NORA, fields, 2.5))
        expected = {**fields, EXISTS: True, POSITION: 2.5}
        assert nora(store) == expected
        found = nora(reopen())
        assert found == expected
        assert [type(value) for value in found.values()] == [type(expected[name]) for name in found]

    def test_a_value_that_no_store_can_keep_is_refused_and_nothing_is_written(self, store):
        with_nora(store)
        for value in (float("nan"), float("inf"), 10**16):
            with pytest.raises(UnusableValueError):
                write(store, "bakery", edit("name", "Nora", "Nina"), edit("age", 34, value))
        assert nora(store)["name"] == "Nora"
        assert store.revision("bakery") == 1

    def test_control_characters_are_left_out_on_the_way_in(self, store):
        with_nora(store)
        write(store, "bakery", edit("name", "Nora", "N\x00o\ud800ra\r\nB"))
        assert nora(store)["name"] == "Nora\nB"

    def test_an_identifier_with_strange_characters_is_refused(self, store):
        with_nora(store)
        with pytest.raises(ValueError, match="not an identifier"):
            write(store, "bakery", *creation("persona", "a b'; --", {}, 1.0))

    def test_emptying_a_field_leaves_none_behind(self, store):
        with_nora(store)
        write(store, "bakery", edit("age", 34, None))
        assert "age" not in nora(store)

    def test_two_people_on_two_fields_of_one_record_lose_nothing(self, store):
        with_nora(store)
        write(store, "bakery", edit("name", "Nora", "Nina"), author="anna")
        outcome = write(store, "bakery", edit("age", 34, 35), author="bela")
        assert outcome.conflicts == ()
        assert (nora(store)["name"], nora(store)["age"]) == ("Nina", 35)

    def test_two_people_on_one_field_are_told_and_nothing_is_overwritten(self, store):
        with_nora(store)
        write(store, "bakery", edit("name", "Nora", "Nina"), author="anna")
        outcome = write(
            store, "bakery", edit("name", "Nora", "Nadia"), edit("age", 34, 35), author="bela"
        )
        (conflict,) = outcome.conflicts
        assert (conflict.edit.new, conflict.theirs, conflict.gone) == ("Nadia", "Nina", False)
        assert (nora(store)["name"], nora(store)["age"]) == ("Nina", 35)

    def test_two_people_who_want_the_same_agree(self, store):
        with_nora(store)
        write(store, "bakery", edit("name", "Nora", "Nina"), author="anna")
        outcome = write(store, "bakery", edit("name", "Nora", "Nina"), author="bela")
        assert (outcome.changes, outcome.conflicts, outcome.revision) == ((), (), 2)

    def test_nothing_to_change_makes_no_change_set(self, store):
        with_nora(store)
        assert write(store, "bakery").revision == 1
        assert write(store, "bakery", edit("name", "Nora", "Nora")).revision == 1
        assert write(store, "bakery", edit("name", "Nobody", "Nina")).revision == 1
        assert len(store.headings("bakery", 10)) == 1

    def test_sending_an_operation_twice_applies_it_once(self, store):
        with_nora(store)
        first = write(store, "bakery", edit("age", 34, 35), op="once")
        write(store, "bakery", edit("age", 35, 36))
        again = write(store, "bakery", edit("age", 34, 35), op="once")
        assert again.replayed
        assert not first.replayed
        assert (again.revision, again.changes) == (first.revision, first.changes)
        assert nora(store)["age"] == 36

    def test_sending_an_operation_twice_tells_its_conflicts_again(self, store):
        with_nora(store)
        edits = edit("age", 34, 35), edit("name", "Other", "Nina")
        first = write(store, "bakery", *edits, op="once")
        again = write(store, "bakery", *edits, op="once")
        assert again.replayed
        assert again.conflicts == first.conflicts != ()

    def test_one_operation_id_may_serve_two_strategies(self, store):
        with_nora(store, "bakery")
        with_nora(store, "garage")
        write(store, "bakery", edit("age", 34, 35), op="once")
        assert not write(store, "garage", edit("age", 34, 36), op="once").replayed

    def test_two_strategies_may_hold_records_of_one_id(self, store):
        with_nora(store, "bakery")
        with_nora(store, "garage")
        write(store, "garage", edit("age", 34, 99))
        assert nora(store, "bakery")["age"] == 34

    def test_edits_computed_for_a_revision_are_refused_at_another(self, store):
        with_nora(store)
        with pytest.raises(MovedOnError):
            write(store, "bakery", edit("age", 34, 35), only_at=0)
        assert write(store, "bakery", edit("age", 34, 35), only_at=1).revision == 2

    def test_a_group_that_fails_half_way_leaves_nothing_behind(self, store):
        with_nora(store)
        with pytest.raises(TypeError):
            write(store, "bakery", edit("name", "Nora", "Nina"), edit("age", 34, object()))
        assert nora(store)["name"] == "Nora"
        assert store.check() == []

    def test_a_deleted_record_comes_with_what_changed_so_that_readers_drop_it(self, store):
        with_nora(store)
        write(store, "bakery", *creation(*PAUL, {"name": "Paul"}, 2.0))
        write(store, "bakery", deletion())
        revision, changed = store.load("bakery", since=2)
        assert revision == 3
        assert set(changed) == {NORA}
        assert not changed[NORA].get(EXISTS)
        assert store.load("bakery", since=3) == (3, {})

    def test_editing_a_record_deleted_meanwhile_is_a_conflict(self, store):
        with_nora(store)
        write(store, "bakery", deletion(), author="anna")
        outcome = write(store, "bakery", edit("name", "Nora", "Nina"), author="bela")
        assert [c.gone for c in outcome.conflicts] == [True]

    def test_two_people_who_delete_one_record_agree(self, store):
        with_nora(store)
        write(store, "bakery", deletion(), author="anna")
        assert write(store, "bakery", deletion(), author="bela").conflicts == ()


def _next_millisecond():
    """Let the clock move: the list is ordered by milliseconds."""
    threading.Event().wait(0.003)
