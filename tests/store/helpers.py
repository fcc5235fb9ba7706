"""Short ways to say what the tests of the store do."""

from itertools import count

from canvas.domain.changes import Edit, creation
from canvas.domain.records import EXISTS
from canvas.domain.strategy import RecordKey

_numbers = count()

NORA: RecordKey = ("persona", "nora")
PAUL: RecordKey = ("persona", "paul")


def operation() -> str:
    """Return an operation id that no other call gives."""
    return f"op-{next(_numbers)}"


def edit(field, base, new, key=NORA):
    """Return the edit of one field, of Nora where no other record is named."""
    return Edit(*key, field, base, new)


def deletion(key=NORA):
    """Return the edit that deletes a record."""
    return Edit(*key, EXISTS, True, None)


def new_strategy(store, strategy_id="bakery", owner="anna"):
    """Create an empty strategy and return its id."""
    store.create(strategy_id, owner)
    return strategy_id


def write(store, strategy_id, *edits, author="anna", op=None, label="Edit", **more):
    """Apply edits as one change set."""
    return store.apply(
        strategy_id, edits, operation=op or operation(), author=author, label=label, **more
    )


def with_nora(store, strategy_id="bakery", owner="anna"):
    """Create a strategy that holds one persona, Nora, aged 34; return its id."""
    new_strategy(store, strategy_id, owner)
    write(store, strategy_id, *creation(*NORA, {"name": "Nora", "age": 34}, 1.0), author=owner)
    return strategy_id


def nora(store, strategy_id="bakery"):
    """Return Nora's raw fields."""
    return store.load(strategy_id)[1][NORA]
