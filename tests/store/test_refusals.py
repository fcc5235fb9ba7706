"""Each thing that can be wrong with the file: one clear sentence, and nothing made worse."""

import os
import shutil
import sqlite3 as plain_sqlite
import subprocess
import sys
import textwrap
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from canvas.domain.errors import CanvasError
from canvas.store import errors, open_store, safety
from canvas.store.sqlite import SqliteStore
from tests.store.helpers import edit, nora, with_nora, write


def content(path):
    """Return what is in the files that bear the database's name."""
    return {found.name: found.read_bytes() for found in path.parent.glob(path.name + "*")}


def raw(path):
    """Return a connection as any other program would open it."""
    return closing(plain_sqlite.connect(path, isolation_level=None))


@pytest.fixture
def closed(open_here, path):
    """Return the path of a database that holds Nora and is not open."""
    store = open_here()
    with_nora(store)
    store.close()
    return path


def refused(kind, open_here, path, **options):
    """Open, expect this refusal, and check that its sentence can be shown."""
    with pytest.raises(kind) as caught:
        open_here(**options)
    sentence = str(caught.value.say())
    assert isinstance(caught.value, CanvasError)
    assert str(path) in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(
    "address",
    ["", "canvas.sqlite3", "postgresql:///x", "sqlite://x", "sqlite:///", "sqlite:///:memory:"],
)
def test_an_address_of_no_known_store_is_refused(address):
    with pytest.raises(errors.UnknownAddressError) as caught:
        open_store(address)
    assert address in str(caught.value)


def test_a_new_database_is_created_with_its_folder(tmp_path):
    store = open_store(f"sqlite:///{tmp_path}/a folder/été?#%41.sqlite3")
    with_nora(store)
    store.close()
    assert (tmp_path / "a folder" / "été?#%41.sqlite3").stat().st_size > 0
    assert not list(tmp_path.glob("a folder/*-wal"))


def test_a_command_that_needs_a_database_does_not_create_one(open_here, path):
    refused(errors.NoDatabaseError, open_here, path, must_exist=True)
    assert not path.exists()


def test_a_missing_database_is_not_replaced_by_an_empty_one(open_here, closed):
    open_here().backup()
    open_here().close()
    closed.unlink()
    for leftover in closed.parent.glob("canvas.sqlite3-*"):
        leftover.unlink()
    sentence = refused(errors.MissingDatabaseError, open_here, closed)
    assert str(closed.parent / "backups") in sentence
    assert not closed.exists()


def test_a_missing_database_whose_log_is_left_is_not_replaced(open_here, path):
    path.with_name(path.name + "-wal").write_bytes(b"x")
    refused(errors.MissingDatabaseError, open_here, path)
    assert not path.exists()


def test_a_database_cut_to_nothing_is_not_taken_for_a_new_one(open_here, closed):
    store = open_here()
    store.backup()
    store.close()
    closed.write_bytes(b"")
    refused(errors.EmptyDatabaseError, open_here, closed)
    assert closed.stat().st_size == 0


def test_a_database_replaced_by_one_without_tables_is_not_taken_for_a_new_one(open_here, closed):
    store = open_here()
    store.backup()
    store.close()
    closed.unlink()
    with raw(closed) as db:
        db.execute("PRAGMA journal_mode=WAL")
    refused(errors.EmptyDatabaseError, open_here, closed)


def test_a_first_start_that_was_killed_early_can_be_repeated(open_here, path):
    path.touch()
    with_nora(open_here())
    assert nora(open_here())["name"] == "Nora"


@pytest.mark.parametrize("text", [b"Dear diary,\n", b"x", b"PK\x03\x04" + bytes(5000)])
def test_a_file_that_is_no_database_is_left_alone(open_here, path, text):
    path.write_bytes(text)
    refused(errors.ForeignFileError, open_here, path)
    assert content(path) == {path.name: text}


@pytest.mark.parametrize("application", [0, 0x12345678])
def test_another_programs_database_is_left_alone(open_here, path, application):
    with raw(path) as db:
        db.execute(f"PRAGMA application_id={application}")
        db.execute("CREATE TABLE invoices (id INTEGER)")
    before = content(path)
    refused(errors.ForeignFileError, open_here, path)
    assert content(path) == before


def test_a_folder_in_place_of_the_file_is_refused(open_here, path):
    path.mkdir()
    refused(errors.CannotOpenError, open_here, path)


def test_a_database_of_a_newer_version_is_left_alone(open_here, closed):
    with raw(closed) as db:
        db.execute("PRAGMA user_version=99")
    before = content(closed)
    assert "99" in refused(errors.NewerFormatError, open_here, closed)
    assert content(closed)[closed.name] == before[closed.name]


def test_a_truncated_database_is_refused(open_here, closed):
    whole = closed.read_bytes()
    for share in (0.2, 0.5, 0.9):
        closed.write_bytes(whole[: int(len(whole) * share)])
        refused(errors.DamagedDatabaseError, open_here, closed)


def test_a_database_with_an_overwritten_page_is_refused(open_here, closed):
    whole = bytearray(closed.read_bytes())
    whole[4096:8192] = b"\xa5" * 4096
    closed.write_bytes(whole)
    refused(errors.DamagedDatabaseError, open_here, closed)


def test_a_database_whose_header_is_destroyed_is_damaged_not_foreign(open_here, closed):
    store = open_here()
    store.backup()
    store.close()
    closed.write_bytes(b"\0" * 100 + closed.read_bytes()[100:])
    refused(errors.DamagedDatabaseError, open_here, closed)


def test_damage_while_running_is_said_on_reading_too(open_here, closed):
    store = open_here()
    with closed.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (closed.stat().st_size - 4096))
    with store._connections.taken():  # which keeps some pages in memory; the next one has none
        with pytest.raises(errors.DamagedDatabaseError):
            store.load("bakery")
        assert store.check() != []


def test_a_changed_letter_in_stored_json_is_damage_not_a_crash(open_here, closed):
    whole = closed.read_bytes()
    assert b'{"exists":true' in whole
    closed.write_bytes(whole.replace(b'{"exists":true', b'{"exists"ztrue'))
    try:
        store = open_here()
    except errors.DamagedDatabaseError:
        return  # newer versions of SQLite see it when they check
    with pytest.raises(errors.DamagedDatabaseError):
        store.load("bakery")
    assert any("unreadable" in line for line in store.check())


def test_another_program_that_keeps_the_file_locked_is_named(closed):
    store = SqliteStore(closed, views={}, wait=0.2)
    with locked_by_another_process(closed):
        with pytest.raises(errors.DatabaseBusyError) as caught:
            write(store, "bakery", edit("age", 34, 35))
        assert str(closed) in str(caught.value)
        assert nora(store)["age"] == 34
    assert write(store, "bakery", edit("age", 34, 35)).revision == 2
    store.close()


def test_a_thread_that_writes_for_too_long_does_not_block_the_others_for_ever(closed):
    store = SqliteStore(closed, views={}, wait=0.2)
    other = SqliteStore(closed, views={}, wait=0.2)
    with store._connections.writing(), pytest.raises(errors.DatabaseBusyError):
        write(other, "bakery", edit("age", 34, 35))
    for one in (store, other):
        one.close()


def test_a_file_deleted_under_the_running_app_takes_no_more_edits(open_here, closed):
    store = open_here()
    closed.unlink()
    with pytest.raises(errors.DatabaseGoneError):
        write(store, "bakery", edit("age", 34, 35))
    assert not closed.exists()


def test_a_file_replaced_under_the_running_app_takes_no_more_edits(open_here, closed):
    store = open_here()
    copy = closed.with_name("copy")
    shutil.copy(closed, copy)
    copy.replace(closed)
    with pytest.raises(errors.DatabaseGoneError):
        write(store, "bakery", edit("age", 34, 35))


def test_a_full_disk_keeps_what_was_saved_and_takes_edits_again_when_freed(open_here):
    store = open_here()
    with_nora(store)
    with store._connections.taken() as db:  # the one idle connection, so the next one too
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count={pages + 8}")
    saved = write_until_full(store)
    assert nora(store)["age"] == saved
    assert store.check() == []
    with store._connections.taken() as db:
        db.execute("PRAGMA max_page_count=1000000")
    assert write(store, "bakery", edit("age", saved, 1)).changes


def test_a_really_full_disk_keeps_what_was_saved_too(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mounting, check=False).returncode:
        pytest.skip("a small disk can be mounted by the system's administrator only")
    try:
        store = open_store(f"sqlite:///{disk}/canvas.sqlite3")
        with_nora(store)
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(300_000))
        saved = write_until_full(store)
        assert nora(store)["age"] == saved
        with pytest.raises(errors.DiskFullError):
            store.backup()
        assert not list(disk.glob("backups/*"))
        ballast.unlink()
        assert write(store, "bakery", edit("age", saved, 1)).changes
        assert store.check() == []
        store.close()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(os.name != "posix", reason="rights are set differently here")
@pytest.mark.parametrize("protected", ["file", "folder"])
def test_a_database_that_may_not_be_written_says_so(open_here, closed, protected):
    (closed if protected == "file" else closed.parent).chmod(0o444 | 0o111)
    with without_privileges(closed.parent):
        refused(errors.ReadOnlyDatabaseError, open_here, closed)


@pytest.mark.skipif(os.name != "posix", reason="rights are set differently here")
def test_a_folder_where_nothing_may_be_created_says_so(open_here, path):
    path.parent.chmod(0o555)
    with without_privileges(path.parent):
        refused(errors.ReadOnlyDatabaseError, open_here, path)


@pytest.mark.skipif(os.name != "posix", reason="rights are set differently here")
def test_a_database_that_may_not_be_read_says_so(open_here, closed):
    closed.chmod(0)
    with without_privileges(closed.parent):
        refused(errors.ReadOnlyDatabaseError, open_here, closed)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_a_network_drive_is_refused(monkeypatch, tmp_path, open_here, path, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"/dev/sda1 / ext4 rw 0 0\nserver:/x {tmp_path} {kind} rw 0 0\ntmpfs /elsewhere tmpfs rw\n"
    )
    monkeypatch.setattr(safety, "MOUNTS", mounts)
    assert kind in refused(errors.NetworkDriveError, open_here, path)


def test_a_local_folder_inside_a_network_drive_is_not_refused(monkeypatch, tmp_path):
    mounts = tmp_path / "mounts"
    local = tmp_path / "a local disk"
    local.mkdir()
    spelled = str(local).replace(" ", "\\040")
    mounts.write_text(f"server:/x {tmp_path} nfs rw 0 0\n/dev/sdb1 {spelled} ext4 rw 0 0\n")
    monkeypatch.setattr(safety, "MOUNTS", mounts)
    assert safety.file_system(local) == "ext4"
    monkeypatch.setattr(safety, "MOUNTS", tmp_path / "not there")
    assert safety.file_system(local) == ""


@pytest.mark.parametrize(
    ("version", "has_it"),
    [
        ((3, 40, 1), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 4), False),
    ],
)
def test_versions_of_sqlite_with_the_wal_reset_bug_are_known(version, has_it):
    assert safety.has_wal_reset_bug(version) is has_it


def test_every_refusal_says_what_happened_and_what_to_do():
    found = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type)
        and issubclass(kind, errors.StoreError)
        and kind is not errors.StoreError
    ]
    assert len(found) >= 15
    for kind in found:
        assert kind.message != CanvasError.message, f"{kind.__name__} has no sentence of its own"
        assert kind.message.count(".") >= 2 or "Write it as" in kind.message, kind.__name__
        assert kind.__doc__


def write_until_full(store):
    """Write ever more of Nora until the disk is full; return the last age that was saved."""
    for age in range(34, 500):
        try:
            write(store, "bakery", edit("age", age, age + 1), edit(f"f{age}", None, "x" * 3000))
        except errors.DiskFullError:
            assert age > 34
            return age
    pytest.fail("the disk was never full")


@contextmanager
def locked_by_another_process(path):
    """Hold the database's write lock in a process of its own."""
    code = textwrap.dedent(
        f"""
        import sqlite3, sys
        db = sqlite3.connect({str(path)!r}, isolation_level=None)
        db.execute("BEGIN IMMEDIATE")
        print("locked", flush=True)
        sys.stdin.readline()
        """
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout.readline() == "locked\n"
        yield
    finally:
        holder.communicate("\n", timeout=10)


@contextmanager
def without_privileges(folder: Path):
    """Act as an ordinary user, since rights do not bind the administrator."""
    if os.geteuid() != 0:
        yield
        return
    nobody = 65534
    opened = [
        parent for parent in (folder, *folder.parents) if parent.stat().st_mode & 0o005 != 0o005
    ]
    modes = {parent: parent.stat().st_mode for parent in opened}
    for parent in opened:
        parent.chmod(0o755)
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)
        for parent, mode in modes.items():
            parent.chmod(mode)
