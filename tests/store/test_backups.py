"""A backup holds every edit that was saved before it began, and was checked."""

import os
import sqlite3 as plain_sqlite
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from canvas.store import backups, errors, open_store
from tests.store.helpers import edit, new_strategy, nora, with_nora, write


def opened_backup(backup, folder):
    """Restore a backup as a person would: a copy of the file, in a new place."""
    folder.mkdir()
    place = folder / "restored.sqlite3"
    place.write_bytes(backup.read_bytes())
    return open_store(f"sqlite:///{place}")


def test_25_backups_under_load_hold_all_that_was_saved_before_each(store, tmp_path):
    with_nora(store)
    write(store, "bakery", edit("n", None, 0))
    saved = [0]
    done = threading.Event()

    def work():
        while not done.is_set():
            write(store, "bakery", edit("n", saved[0], saved[0] + 1))
            saved[0] += 1

    with ThreadPoolExecutor(1) as pool:
        worker = pool.submit(work)
        try:
            for n in range(25):
                before = saved[0]
                backup = store.backup()
                restored = opened_backup(backup, tmp_path / f"restored-{n}")
                assert nora(restored)["n"] >= before
                assert restored.check() == []
                restored.close()
        finally:
            done.set()
        worker.result()
    assert saved[0] > 25


def test_the_newest_24_are_kept(store):
    new_strategy(store)
    made = [store.backup() for _ in range(27)]
    assert list(store.condition().backups) == made[-24:]


def test_a_start_backs_up_what_has_changed_since_the_last_one(open_here):
    store = open_here()
    with_nora(store)
    assert store.condition().backups == ()
    store.close()
    time.sleep(0.02)  # a file's time moves in steps of some milliseconds
    store = open_here()
    assert len(store.condition().backups) == 1
    store.close()
    store = open_here()
    assert len(store.condition().backups) == 1
    write(store, "bakery", edit("age", 34, 35))
    store.close()
    assert len(open_here().condition().backups) == 2


def test_an_edit_backs_up_when_the_last_one_is_an_hour_old(store):
    with_nora(store)
    store._next_backup = 0
    write(store, "bakery", edit("age", 34, 35))
    write(store, "bakery", edit("age", 35, 36))
    assert len(store.condition().backups) == 1


def test_an_edit_is_saved_even_if_its_hourly_backup_fails(store, path, caplog):
    with_nora(store)
    (path.parent / "backups").write_text("in the way")
    store._next_backup = 0
    assert write(store, "bakery", edit("age", 34, 35)).changes
    assert nora(store)["age"] == 35
    assert "no backup could be written" in caplog.text
    assert any("no backup" in line for line in store.condition().concerns)


def test_a_backup_that_does_not_pass_its_check_replaces_nothing(store, monkeypatch):
    with_nora(store)
    good = store.backup()
    monkeypatch.setattr(backups, "_to_disk", lambda path: None)
    monkeypatch.setattr(backups, "_is_sound", lambda path: False)
    with pytest.raises(errors.BackupFailedError):
        store.backup()
    assert list(good.parent.iterdir()) == [good]


def test_a_damaged_copy_does_not_pass_the_check(store, tmp_path):
    with_nora(store)
    backup = store.backup()
    assert backups._is_sound(backup)
    damaged = tmp_path / "damaged"
    damaged.write_bytes(backup.read_bytes()[:-4096])
    assert not backups._is_sound(damaged)
    with closing(plain_sqlite.connect(backup)) as db:  # foreign keys are off here
        db.execute("INSERT INTO member VALUES ('nowhere', 'anna', 'owner')")
        db.commit()
    assert not backups._is_sound(backup)


def test_backups_of_two_databases_in_one_folder_do_not_push_each_other_out(tmp_path):
    stores = [open_store(f"sqlite:///{tmp_path}/{name}.sqlite3") for name in ("a", "a-b")]
    for store in stores:
        for _ in range(25):
            store.backup()
    for store in stores:
        assert len(store.condition().backups) == 24
        store.close()


def test_half_a_backup_of_a_killed_run_is_cleared_away_later(store, path):
    store.backup()
    old, new = (path.parent / "backups" / f"{name}.part" for name in ("old", "new"))
    for part in (old, new):
        part.write_text("half")
    os.utime(old, (0, 0))
    store.backup()
    assert not old.exists()
    assert new.exists()
