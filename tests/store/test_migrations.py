"""Databases of every age open; one that cannot be brought up to date stays as it was."""

import sqlite3 as plain_sqlite
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context

import pytest
from sqlite_utils import Migrations

from canvas.store import errors, open_store
from canvas.store.migrations import (
    FORMAT,
    m001_strategies_and_their_log,
    m002_addresses_to_subscribe_to,
    m003_batches_of_figures,
    migrations,
)
from canvas.store.sqlite import SqliteStore
from tests.store.helpers import edit, nora, with_nora, write


def next_history(*more):
    """Return the history as a later version would have it."""
    history = Migrations("canvas")
    released = (
        m001_strategies_and_their_log,
        m002_addresses_to_subscribe_to,
        m003_batches_of_figures,
    )
    for migration in (*released, *more):
        history()(migration)
    return history


def m_next_note(db):
    db.execute("ALTER TABLE strategy ADD COLUMN note TEXT NOT NULL DEFAULT 'none'")


def m_then_fails(db):
    db.execute("CREATE TABLE half_done (id INTEGER) STRICT")
    raise RuntimeError("power cut")


def test_the_format_is_the_number_of_migrations(store):
    (version,) = ask(store.path, "PRAGMA user_version")
    (names,) = ask(store.path, "SELECT count(*) FROM _sqlite_migrations")
    assert version == names == FORMAT
    assert store.condition().format == FORMAT


def test_a_database_of_the_version_before_is_backed_up_and_brought_up_to_date(store, path):
    with_nora(store)
    store.close()
    newer = SqliteStore(path, views={}, history=next_history(m_next_note), known_format=FORMAT + 1)
    assert ask(path, "SELECT note FROM strategy") == ("none",)
    assert ask(path, "PRAGMA user_version") == (FORMAT + 1,)
    assert nora(newer)["age"] == 34
    assert write(newer, "bakery", edit("age", 34, 35)).changes
    assert newer.check() == []
    (backup,) = newer.condition().backups
    assert ask(backup, "PRAGMA user_version") == (FORMAT,)
    newer.close()


def test_a_database_of_the_first_version_opens_and_can_publish_a_calendar(path):
    first = Migrations("canvas")
    first()(m001_strategies_and_their_log)
    old = SqliteStore(path, views={}, history=first, known_format=1)
    with_nora(old)
    old.close()
    today = open_store(f"sqlite:///{path}")
    assert nora(today)["age"] == 34
    today.publish("bakery", "first")
    assert today.published("first") == "bakery"
    assert today.check() == []
    today.close()


def test_a_database_that_was_brought_up_to_date_is_refused_by_the_version_before(store, path):
    store.close()
    SqliteStore(path, views={}, history=next_history(m_next_note), known_format=FORMAT + 1).close()
    with pytest.raises(errors.NewerFormatError):
        open_store(f"sqlite:///{path}")


def test_a_migration_that_fails_half_way_leaves_the_database_as_it_was(store, path):
    with_nora(store)
    store.close()
    history = next_history(m_next_note, m_then_fails)
    with pytest.raises(RuntimeError, match="power cut"):
        SqliteStore(path, views={}, history=history, known_format=FORMAT + 2)
    assert ask(path, "PRAGMA user_version") == (FORMAT,)
    assert ask(path, "SELECT count(*) FROM sqlite_schema WHERE name = 'half_done'") == (0,)
    again = open_store(f"sqlite:///{path}")
    assert nora(again)["age"] == 34
    again.close()


def test_a_migration_that_failed_is_applied_once_when_run_again(store, path):
    with_nora(store)
    store.close()

    def m_then_mended(db):
        db.execute("CREATE TABLE half_done (id INTEGER) STRICT")

    with pytest.raises(RuntimeError):
        SqliteStore(
            path, views={}, history=next_history(m_next_note, m_then_fails), known_format=FORMAT + 2
        )
    for _ in range(2):
        history = next_history(m_next_note, m_then_mended)
        SqliteStore(path, views={}, history=history, known_format=FORMAT + 2).close()
    assert ask(path, "SELECT count(*) FROM _sqlite_migrations") == (FORMAT + 2,)
    assert ask(path, "PRAGMA user_version") == (FORMAT + 2,)


def test_a_released_migration_still_makes_the_schema_it_made(store):
    """The schema is a promise to every file out there: a change needs a new migration."""
    with closing(plain_sqlite.connect(store.path)) as db:
        found = db.execute(
            "SELECT name FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'view' "
            "AND name NOT LIKE '%sqlite%' ORDER BY name"
        ).fetchall()
        strict = dict(db.execute("SELECT name, strict FROM pragma_table_list"))
    tables = {
        "batch",
        "change",
        "change_set",
        "member",
        "progress",
        "publication",
        "record",
        "strategy",
    }
    assert tables < {name for (name,) in found}
    assert {name for name in tables if strict[name]} == tables


@pytest.mark.parametrize("table", ["change", "change_set"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET revision = 9", "DELETE FROM {}"])
def test_the_log_can_only_be_added_to(store, table, statement):
    with_nora(store)
    with (
        closing(plain_sqlite.connect(store.path)) as db,
        pytest.raises(plain_sqlite.IntegrityError, match="only added to"),
    ):
        db.execute(statement.format(table))


def test_six_processes_that_start_together_all_start(path):
    with ProcessPoolExecutor(6, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(start, [path] * 6)) == [[]] * 6
    assert ask(path, "SELECT count(*) FROM _sqlite_migrations") == (len(migrations._migrations),)


def start(path):
    """Open a new database, write to it and check it, in a process of its own."""
    import os

    store = open_store(f"sqlite:///{path}", views={"persona": ("name",)})
    with_nora(store, f"strategy-{os.getpid()}")
    wrong = store.check()
    store.close()
    return wrong


def ask(path, question):
    """Return the one row that a plain SQLite answers."""
    with closing(plain_sqlite.connect(path)) as db:
        return db.execute(question).fetchone()
