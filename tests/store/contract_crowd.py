"""What every engine must do when many people are at work at once."""

import threading
from concurrent.futures import ThreadPoolExecutor

from canvas.domain.changes import creation
from canvas.domain.records import EXISTS
from canvas.store import undo
from tests.store.helpers import (
    NORA,
    PAUL,
    edit,
    new_strategy,
    nora,
    operation,
    with_nora,
    write,
)


class CrowdContract:
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
