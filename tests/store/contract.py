"""What every engine of the store must do.

An engine joins with a class that inherits this one and has a `store` fixture, an open
and empty store, and a `reopen` fixture, which closes it and opens the same data again.
"""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from canvas.domain.changes import Change, creation, digest, replay
from canvas.domain.clean import UnusableValueError
from canvas.domain.errors import NothingToUndoError, StrategyNotFoundError
from canvas.domain.records import EXISTS, POSITION
from canvas.store import ROLES, undo
from canvas.store.errors import MovedOnError, StrategyExistsError
from tests.store.helpers import (
    NORA,
    deletion,
    edit,
    new_strategy,
    nora,
    operation,
    with_nora,
    write,
)

PAUL = ("persona", "paul")


class StoreContract:
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

    # --- the log --------------------------------------------------------------------------

    def test_the_history_tells_who_did_what_newest_first(self, store):
        with_nora(store)
        write(store, "bakery", edit("age", 34, 35), author="bela", label="Birthday")
        newest, oldest = store.history("bakery", 10)
        assert (newest.revision, newest.author, newest.label) == (2, "bela", "Birthday")
        assert newest.changes == (Change(*NORA, "age", 34, 35),)
        assert (oldest.revision, oldest.author) == (1, "anna")
        assert newest.at >= oldest.at
        assert newest.at.utcoffset().total_seconds() == 0

    def test_the_history_can_be_read_page_by_page(self, store):
        with_nora(store)
        for age in range(34, 43):
            write(store, "bakery", edit("age", age, age + 1))
        pages, before = [], None
        while page := store.history("bakery", 4, before=before):
            pages.append([change_set.revision for change_set in page])
            before = page[-1].revision
        assert pages == [[10, 9, 8, 7], [6, 5, 4, 3], [2, 1]]

    def test_headings_leave_the_changes_out_and_can_be_of_one_author(self, store):
        with_nora(store)
        for age, author in ((34, "bela"), (35, "anna"), (36, "bela")):
            write(store, "bakery", edit("age", age, age + 1), author=author)
        assert [h.revision for h in store.headings("bakery", 3)] == [4, 3, 2]
        assert [h.revision for h in store.headings("bakery", 10, "bela")] == [4, 2]
        assert all(h.changes == () for h in store.headings("bakery", 10))

    def test_one_change_set_and_those_after_it_can_be_read(self, store):
        with_nora(store)
        write(store, "bakery", edit("age", 34, 35))
        write(store, "bakery", edit("age", 35, 36))
        assert store.change_set("bakery", 2).changes == (Change(*NORA, "age", 34, 35),)
        assert [made.revision for made in store.changes_since("bakery", 1)] == [2, 3]
        with pytest.raises(KeyError):
            store.change_set("bakery", 4)

    def test_the_log_gives_the_records_and_its_digests_form_a_chain(self, store):
        with_nora(store)
        write(store, "bakery", edit("age", 34, 35), edit("city", None, "Lyon"))
        write(store, "bakery", deletion())
        log = store.changes_since("bakery", 0)
        rows, wrong = replay(log)
        assert wrong == []
        assert rows == store.load("bakery")[1]
        assert log[1].digest == digest(log[0].digest, log[1])
        assert store.check() == []

    def test_what_was_saved_is_there_after_a_restart(self, store, reopen):
        with_nora(store)
        store.grant("bakery", "bela", "viewer")
        store.remember_progress("bakery", 1, {"personas": [1, 3]})
        before = store.load("bakery"), store.history("bakery", 9), store.strategies("anna")
        store = reopen()
        assert before == (
            store.load("bakery"),
            store.history("bakery", 9),
            store.strategies("anna"),
        )
        assert store.role("bakery", "bela") == "viewer"
        assert store.check() == []

    # --- undo and redo --------------------------------------------------------------------

    def test_undo_takes_back_the_last_edit_and_redo_does_it_again(self, store):
        with_nora(store)
        write(store, "bakery", edit("age", 34, 35))
        undone = undo.undo(store, "bakery", "anna", operation())
        assert nora(store)["age"] == 34
        assert store.change_set("bakery", undone.revision).undoes == 2
        undo.redo(store, "bakery", "anna", operation())
        assert nora(store)["age"] == 35

    def test_undo_takes_back_my_edits_not_those_of_others(self, store):
        with_nora(store)
        write(store, "bakery", edit("age", 34, 35), author="anna")
        write(store, "bakery", edit("city", None, "Lyon"), author="bela")
        undo.undo(store, "bakery", "anna", operation())
        assert (nora(store)["age"], nora(store)["city"]) == (34, "Lyon")

    def test_undo_leaves_what_somebody_else_changed_since_and_says_so(self, store):
        with_nora(store)
        write(store, "bakery", edit("age", 34, 35), edit("name", "Nora", "Nina"), author="anna")
        write(store, "bakery", edit("age", 35, 40), author="bela")
        outcome = undo.undo(store, "bakery", "anna", operation())
        assert [c.edit.field for c in outcome.conflicts] == ["age"]
        assert (nora(store)["age"], nora(store)["name"]) == (40, "Nora")

    def test_undo_of_a_creation_leaves_a_record_that_somebody_else_wrote_into(self, store):
        with_nora(store)
        write(store, "bakery", edit("city", None, "Lyon"), author="bela")
        before = nora(store)
        outcome = undo.undo(store, "bakery", "anna", operation())
        assert [c.edit.field for c in outcome.conflicts] == [EXISTS]
        assert nora(store) == before
        assert store.revision("bakery") == 2

    def test_undo_of_a_deletion_brings_the_record_back_with_all_its_fields(self, store):
        with_nora(store)
        before = nora(store)
        write(store, "bakery", deletion())
        undo.undo(store, "bakery", "anna", operation())
        assert nora(store) == before

    def test_undo_goes_back_to_the_beginning_and_redo_to_the_end(self, store):
        with_nora(store)
        for age in range(34, 40):
            write(store, "bakery", edit("age", age, age + 1))
        write(store, "bakery", deletion())
        end = store.load("bakery")[1]
        while undo.steps(store, "bakery", "anna")[0]:
            undo.undo(store, "bakery", "anna", operation())
        assert not nora(store)
        with pytest.raises(NothingToUndoError):
            undo.undo(store, "bakery", "anna", operation())
        while undo.steps(store, "bakery", "anna")[1]:
            undo.redo(store, "bakery", "anna", operation())
        assert store.load("bakery")[1] == end
        with pytest.raises(NothingToUndoError):
            undo.redo(store, "bakery", "anna", operation())

    def test_an_undo_sent_twice_takes_back_one_step(self, store):
        with_nora(store)
        write(store, "bakery", edit("age", 34, 35))
        undo.undo(store, "bakery", "anna", "twice")
        again = undo.undo(store, "bakery", "anna", "twice")
        assert again.replayed
        assert again.changes == (Change(*NORA, "age", 35, 34),)
        assert NORA in store.load("bakery")[1]
        assert nora(store)[EXISTS]

    def test_a_refused_step_can_be_passed_over(self, store):
        with_nora(store)
        write(store, "bakery", edit("city", None, "Lyon"), author="anna")
        write(store, "bakery", edit("age", 34, 35), author="anna")
        write(store, "bakery", edit("age", 35, 40), author="bela")
        refused, _ = undo.steps(store, "bakery", "anna")
        assert undo.undo(store, "bakery", "anna", operation()).conflicts
        assert undo.steps(store, "bakery", "anna")[0] == refused
        undo.undo(store, "bakery", "anna", operation(), passed=[refused])
        assert "city" not in nora(store)

    def test_a_step_that_others_took_back_already_is_passed_over(self, store):
        with_nora(store)
        write(store, "bakery", edit("city", None, "Lyon"), author="anna")
        write(store, "bakery", edit("age", 34, 35), author="anna")
        write(store, "bakery", edit("age", 35, 34), author="bela")
        undo.undo(store, "bakery", "anna", operation())
        assert "city" not in nora(store)

    def test_somebody_elses_step_can_be_taken_back_from_the_history(self, store):
        with_nora(store)
        write(store, "bakery", edit("age", 34, 35), author="bela")
        undo.take_back(store, "bakery", 2, "anna", operation())
        assert nora(store)["age"] == 34
        undo.undo(store, "bakery", "anna", operation())
        assert nora(store)["age"] == 35

    def test_undo_never_deletes_what_is_written_at_that_very_moment(self, store):
        for n in range(10):
            key = ("persona", f"p{n}")
            strategy_id = new_strategy(store, f"s{n}")
            write(store, strategy_id, *creation(*key, {"name": "P"}, 1.0), author="anna")
            start = threading.Barrier(2)
            with ThreadPoolExecutor(2) as pool:

                def undoing(strategy_id=strategy_id, start=start):
                    start.wait()
                    return undo.undo(store, strategy_id, "anna", operation())

                def writing(strategy_id=strategy_id, start=start, key=key):
                    start.wait()
                    return write(store, strategy_id, edit("city", None, "Lyon", key), author="bela")

                undone, written = pool.submit(undoing), pool.submit(writing)
            row = store.load(strategy_id)[1][key]
            if written.result().changes:
                assert row[EXISTS]
                assert undone.result().conflicts
            else:
                assert not row.get(EXISTS)

    # --- many at once ---------------------------------------------------------------------

    def test_eight_people_on_one_field_lose_no_edit(self, store):
        with_nora(store)
        write(store, "bakery", edit("votes", None, 0))

        def add_one():
            """Add one to the votes, as often as it takes to be the one who does."""
            while True:
                seen = nora(store)["votes"]
                if write(store, "bakery", edit("votes", seen, seen + 1)).changes:
                    return

        def person(_):
            for _ in range(25):
                add_one()

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(person, range(8)))
        assert nora(store)["votes"] == 200
        assert store.revision("bakery") == 202
        assert store.check() == []

    def test_one_operation_sent_by_eight_at_once_is_applied_once(self, store):
        with_nora(store)
        with ThreadPoolExecutor(8) as pool:
            outcomes = list(
                pool.map(lambda _: write(store, "bakery", edit("age", 34, 35), op="once"), range(8))
            )
        assert sum(not outcome.replayed for outcome in outcomes) == 1
        assert {outcome.revision for outcome in outcomes} == {2}

    def test_a_reader_sees_whole_change_sets_only(self, store):
        new_strategy(store)
        for key in (NORA, PAUL):
            write(store, "bakery", *creation(*key, {"n": 0}, 1.0))
        done = threading.Event()
        torn = []

        def read():
            while not done.is_set():
                _, rows = store.load("bakery")
                if rows[NORA]["n"] != rows[PAUL]["n"]:
                    torn.append(rows)

        with ThreadPoolExecutor(2) as pool:
            pool.submit(read)
            for n in range(100):
                write(store, "bakery", edit("n", n, n + 1), edit("n", n, n + 1, PAUL))
            done.set()
        assert torn == []

    def test_a_thousand_records_arrive_in_one_change_set(self, store):
        new_strategy(store)
        edits = [
            e
            for n in range(1000)
            for e in creation("post", f"post-{n}", {"title": f"Post {n}"}, float(n))
        ]
        assert write(store, "bakery", *edits).revision == 1
        assert len(store.load("bakery")[1]) == 1000
        undo.undo(store, "bakery", "anna", operation())
        assert not any(row.get(EXISTS) for row in store.load("bakery")[1].values())
        assert store.check() == []


def _next_millisecond():
    """Let the clock move: the list is ordered by milliseconds."""
    threading.Event().wait(0.003)
