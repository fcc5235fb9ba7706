"""Any SQLite tool can open the file and read records in tables."""

import sqlite3 as plain_sqlite
from contextlib import closing

from canvas.domain.changes import creation
from canvas.store import open_store
from tests.store.helpers import NORA, deletion, edit, with_nora, write


def read(path, question):
    """Return what a plain SQLite answers, as dictionaries."""
    with closing(plain_sqlite.connect(path)) as db:
        db.row_factory = plain_sqlite.Row
        return [dict(row) for row in db.execute(question)]


def schema_version(path):
    return read(path, "PRAGMA schema_version")[0]["schema_version"]


def test_a_record_is_a_row_with_its_fields_as_columns(store, path):
    with_nora(store)
    assert read(path, "SELECT * FROM persona") == [
        {
            "strategy_id": "bakery",
            "id": "nora",
            "revision": 1,
            "position": 1.0,
            "name": "Nora",
            "age": 34,
            "city": None,
        }
    ]


def test_deleted_records_and_other_types_are_left_out(store, path):
    with_nora(store)
    write(store, "bakery", *creation("post", "p1", {"title": "Bread"}, 1.0))
    write(store, "bakery", deletion())
    assert read(path, "SELECT * FROM persona") == []
    assert [row["title"] for row in read(path, "SELECT * FROM post")] == ["Bread"]


def test_a_list_reads_as_json(store, path):
    with_nora(store)
    write(store, "bakery", edit("city", None, ["Lyon", "Sète"]))
    assert read(path, "SELECT city FROM persona") == [{"city": '["Lyon","Sète"]'}]


def test_a_new_field_joins_the_view_and_nothing_is_rebuilt_without_need(store, path):
    with_nora(store)
    store.close()
    before = schema_version(path)
    open_store(f"sqlite:///{path}", views={"persona": ("name", "age", "city")}).close()
    assert schema_version(path) == before
    open_store(f"sqlite:///{path}", views={"persona": ("name", "motto")}).close()
    assert schema_version(path) > before
    assert set(read(path, "SELECT * FROM persona")[0]) >= {"name", "motto"}
    assert read(path, "SELECT * FROM post") == []


def test_a_type_whose_key_is_a_word_of_sql_has_its_view(path):
    store = open_store(f"sqlite:///{path}", views={"group": ("order", "select")})
    write_group(store)
    assert read(path, 'SELECT "order" FROM "group"') == [{"order": 3}]
    store.close()


def write_group(store):
    with_nora(store)
    write(store, "bakery", *creation("group", NORA[1], {"order": 3}, 1.0))
