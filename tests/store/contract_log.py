"""What every engine must do with the log: history, undo and redo."""

import pytest

from canvas.domain.changes import Change, digest, replay, rewind
from canvas.domain.errors import NothingToUndoError
from canvas.domain.records import EXISTS
from canvas.store import undo
from tests.store.helpers import (
    NORA,
    deletion,
    edit,
    nora,
    operation,
    with_nora,
    write,
)


class LogContract:
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

    def test_the_log_tells_how_the_records_were_at_each_revision(self, store):
        with_nora(store)
        seen = [{}, store.load("bakery")[1]]
        for edits in (
            [edit("age", 34, 35), edit("city", None, "Lyon")],
            [deletion()],
            [edit(EXISTS, None, True), edit("age", 35, 36), edit("age", 36, 37)],
        ):
            write(store, "bakery", *edits)
            seen.append(store.load("bakery")[1])
        for revision, rows in enumerate(seen):
            assert rewind(seen[-1], store.changes_since("bakery", revision)) == rows

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
