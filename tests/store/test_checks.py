"""What `check` sees: SQLite's own check hardly notices a changed letter, the log does."""

import random
import sqlite3 as plain_sqlite
from contextlib import closing

import pytest

from canvas.domain.errors import CanvasError
from canvas.store import open_store
from tests.store.helpers import edit, with_nora, write


@pytest.fixture
def tamper(store, path):
    """Change the closed database behind the store's back, and return what check says."""
    with_nora(store)
    write(store, "bakery", edit("age", 34, 35))
    store.close()

    def run(*statements):
        with closing(plain_sqlite.connect(path, isolation_level=None)) as db:
            for statement in statements:
                db.execute(statement)
        again = open_store(f"sqlite:///{path}")
        found = again.check()
        again.close()
        return found

    return run


def test_a_sound_database_has_nothing_wrong(tamper):
    assert tamper() == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE record SET fields = json_set(fields, '$.age', 99)", "is not what the log gives"),
        ("DELETE FROM record", "is not what the log gives"),
        (
            "INSERT INTO record VALUES ('bakery', 'persona', 'ghost', 1, '{\"exists\":true}')",
            "is not what the log gives",
        ),
        ("UPDATE record SET revision = 1", "bears revision 1"),
        ("UPDATE strategy SET revision = 7", "the log ends at 2"),
        ("UPDATE change SET new = '36' WHERE revision = 2", "digest does not match"),
        ("UPDATE change SET old = '33' WHERE revision = 2", "does not follow"),
        ("UPDATE change_set SET author = 'mallory' WHERE revision = 2", "digest does not match"),
        ("DELETE FROM change WHERE revision = 1", "digest does not match"),
        ("UPDATE change_set SET at = 'yesterday'", "unreadable"),
        ("INSERT INTO progress VALUES ('nowhere', 1, '{}')", "names a strategy"),
    ],
)
def test_whatever_is_changed_behind_its_back_is_found(tamper, statement, said):
    lift = [
        f"DROP TRIGGER {table}_allows_no_{event}"
        for table in ("change", "change_set")
        for event in ("update", "delete")
    ]
    found = tamper(*lift, statement)
    assert any(said in line for line in found), found


def test_nearly_every_flipped_bit_that_changes_data_is_found(tmp_path):
    found = flips(tmp_path, 80)
    assert found["harmful"] > 20
    assert found["detected"] / found["harmful"] >= 0.95, found


def flips(folder, times, seed=1):
    """Flip single bits of a database of 50 change sets; count what is found, and by what."""
    path = folder / "flipped.sqlite3"
    store = open_store(f"sqlite:///{path}")
    with_nora(store)
    for age in range(34, 84):
        write(store, "bakery", edit("age", age, age + 1), edit("story", *story(age)))
    store.close()
    whole = path.read_bytes()
    expected = contents(path)
    chance = random.Random(seed)
    counted = {"harmful": 0, "detected": 0, "by SQLite alone": 0}
    for _ in range(times):
        damaged = bytearray(whole)
        place = chance.randrange(len(damaged))
        damaged[place] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        if contents(path) == expected:
            continue
        counted["harmful"] += 1
        counted["by SQLite alone"] += not is_sound(path)
        counted["detected"] += says_so(path)
    return counted


def story(age):
    before = None if age == 34 else f"At {age - 1} " + "she bakes. " * 20
    return before, f"At {age} " + "she bakes. " * 20


def contents(path):
    """Return all that the tables hold, or None where they cannot be read."""
    try:
        with closing(plain_sqlite.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as db:
            db.text_factory = bytes
            return [
                db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
                for table in ("strategy", "change_set", "change", "record")
            ]
    except (plain_sqlite.Error, UnicodeDecodeError):
        return None


def is_sound(path):
    try:
        with closing(plain_sqlite.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as db:
            return db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (plain_sqlite.Error, UnicodeDecodeError):
        return False


def says_so(path):
    """Return whether opening refuses the file, or checking finds something."""
    try:
        store = open_store(f"sqlite:///{path}")
    except CanvasError:
        return True
    try:
        return bool(store.check())
    finally:
        store.close()
        for backup in path.parent.glob("backups/*"):
            backup.unlink()
