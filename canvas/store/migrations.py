"""The schema, as a history.  Append; never edit a released migration.

A migration is plain SQL and dictionaries: the classes of `canvas.domain` describe
today's strategy, a migration describes the one of its day.

The tables:

- `strategy`, `member`: what there is, and who may see it.
- `change_set`, `change`: the log.  Nothing in it is ever updated or deleted, and each
  change set carries a digest chained to the one before.
- `record`: what the log gives, kept beside it so that reading is quick; `check`
  replays the log and compares.
- `progress`: how far each strategy is, remembered for the list of strategies.
- `batch`: figures of files, immutable and named by their digest (ADR 10).
- `publication`: addresses that show a strategy to whoever has them, as digests.
"""

from __future__ import annotations

from canvas.store.driver import Database, Migrations

FORMAT = 3
"""How many migrations there are; kept in the file's header as its `user_version`."""

migrations = Migrations("canvas")


@migrations()
def m001_strategies_and_their_log(db: Database) -> None:
    """The first format."""
    db.execute(
        """
        CREATE TABLE strategy (
            id TEXT PRIMARY KEY NOT NULL,
            revision INTEGER NOT NULL DEFAULT 0,
            created_at TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE member (
            strategy_id TEXT NOT NULL REFERENCES strategy (id),
            who TEXT NOT NULL,
            role TEXT NOT NULL
                CHECK (role IN ('viewer', 'participant', 'facilitator', 'owner')),
            PRIMARY KEY (strategy_id, who)
        ) STRICT, WITHOUT ROWID
        """
    )
    db.execute("CREATE INDEX member_by_person ON member (who, strategy_id)")
    db.execute(
        """
        CREATE TABLE change_set (
            strategy_id TEXT NOT NULL REFERENCES strategy (id),
            revision INTEGER NOT NULL,
            operation TEXT NOT NULL,
            author TEXT NOT NULL,
            at TEXT NOT NULL,
            label TEXT NOT NULL,
            undoes INTEGER,
            digest TEXT NOT NULL,
            PRIMARY KEY (strategy_id, revision),
            UNIQUE (strategy_id, operation)
        ) STRICT, WITHOUT ROWID
        """
    )
    db.execute(
        """
        CREATE TABLE change (
            strategy_id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            number INTEGER NOT NULL,
            type TEXT NOT NULL,
            record TEXT NOT NULL,
            field TEXT NOT NULL,
            old TEXT NOT NULL CHECK (json_valid(old)),
            new TEXT NOT NULL CHECK (json_valid(new)),
            PRIMARY KEY (strategy_id, revision, number),
            FOREIGN KEY (strategy_id, revision) REFERENCES change_set (strategy_id, revision)
        ) STRICT
        """
    )
    for table in ("change_set", "change"):
        for event in ("UPDATE", "DELETE"):
            db.execute(
                f"""
                CREATE TRIGGER {table}_allows_no_{event.lower()} BEFORE {event} ON {table}
                BEGIN SELECT RAISE(ABORT, 'the log of changes is only added to'); END
                """
            )
    db.execute(
        """
        CREATE TABLE record (
            strategy_id TEXT NOT NULL REFERENCES strategy (id),
            type TEXT NOT NULL,
            id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            fields TEXT NOT NULL CHECK (json_valid(fields)),
            PRIMARY KEY (strategy_id, type, id)
        ) STRICT
        """
    )
    db.execute("CREATE INDEX record_by_revision ON record (strategy_id, revision)")
    db.execute(
        """
        CREATE TABLE progress (
            strategy_id TEXT PRIMARY KEY NOT NULL REFERENCES strategy (id),
            revision INTEGER NOT NULL,
            steps TEXT NOT NULL CHECK (json_valid(steps))
        ) STRICT
        """
    )


@migrations()
def m002_addresses_to_subscribe_to(db: Database) -> None:
    """A calendar can be published at an address that nobody can guess."""
    db.execute(
        """
        CREATE TABLE publication (
            digest TEXT PRIMARY KEY NOT NULL,
            strategy_id TEXT NOT NULL REFERENCES strategy (id),
            created_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """
    )
    db.execute("CREATE INDEX publication_by_strategy ON publication (strategy_id)")


@migrations()
def m003_batches_of_figures(db: Database) -> None:
    """Figures of platform files stand beside the log, which says which of them count."""
    db.execute(
        """
        CREATE TABLE batch (
            strategy_id TEXT NOT NULL REFERENCES strategy (id),
            id TEXT NOT NULL,
            payload BLOB NOT NULL,
            created_at TEXT NOT NULL,
            PRIMARY KEY (strategy_id, id)
        ) STRICT
        """
    )
