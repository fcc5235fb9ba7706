"""Two people edit, delete, undo and redo in any order; a simple model says what must be.

The model keeps every state since the beginning, and looks into them instead of
reasoning with edits as the store does.
"""

import tempfile
from pathlib import Path

import hypothesis.strategies as some
from hypothesis import HealthCheck, settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from canvas.domain.changes import Edit, creation, replay
from canvas.domain.errors import NothingToUndoError
from canvas.domain.records import EXISTS, POSITION
from canvas.store import open_store, undo
from tests.store.helpers import operation

STRATEGY = "bakery"
AUTHORS = some.sampled_from(("anna", "bela"))
FIELDS = some.sampled_from(("name", "age", "needs"))
VALUES = some.one_of(
    some.none(),
    some.booleans(),
    some.integers(-3, 3),
    some.floats(-1e15, 1e15, allow_nan=False),
    some.text("aé𝄞'\"\\ \n", max_size=3),
    some.lists(some.sampled_from(("x", "y")), max_size=2),
)


def alike(left, right):
    return left == right and isinstance(left, bool) == isinstance(right, bool)


def equal(rows, others):
    """Return whether two states are the same, where true is not 1."""
    return rows == others and all(
        alike(value, others[key][field])
        for key, row in rows.items()
        for field, value in row.items()
    )


class TwoPeople(RuleBasedStateMachine):
    """One strategy, the records that the model expects in it, and each person's steps."""

    ids = Bundle("ids")

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.open()
        self.store.create(STRATEGY, "anna")
        self.states = [{}]  # by revision: rows by key
        self.authors = [""]  # by revision: who made it
        self.undos = {"anna": [], "bela": []}
        self.redos = {"anna": [], "bela": []}
        self.born = 0

    def open(self):
        self.store = open_store(f"sqlite:///{Path(self.folder.name)}/canvas.sqlite3")

    def teardown(self):
        self.store.close()
        self.folder.cleanup()

    @property
    def now(self):
        return {key: dict(row) for key, row in self.states[-1].items()}

    def write(self, author, edits):
        """Apply edits that the model expects to succeed whole or to change nothing."""
        outcome = self.store.apply(
            STRATEGY, edits, operation=operation(), author=author, label="Edit"
        )
        if outcome.changes:
            self.undos[author].append(outcome.revision)
            self.redos[author].clear()
        return outcome

    def expect(self, author, state):
        """Note the state that the model expects, if it is another one than before."""
        if not equal(state, self.states[-1]):
            self.states.append(state)
            self.authors.append(author)

    @rule(target=ids, author=AUTHORS, name=VALUES)
    def create(self, author, name):
        self.born += 1
        key = ("persona", f"p{self.born}")
        self.write(author, creation(*key, {"name": name}, float(self.born)))
        state = self.now
        state[key] = {EXISTS: True, POSITION: float(self.born)}
        if name is not None:
            state[key]["name"] = name
        self.expect(author, state)
        return key

    @rule(author=AUTHORS, key=ids, field=FIELDS, value=VALUES, seen=some.integers(0, 3))
    def edit(self, author, key, field, value, seen):
        """Edit what one saw `seen` revisions ago."""
        then = self.states[max(0, len(self.states) - 1 - seen)].get(key, {})
        state = self.now
        row = state.get(key, {})
        outcome = self.write(author, [Edit(*key, field, then.get(field), value)])
        if alike(row.get(field), value):
            assert outcome.conflicts == ()
        elif not row.get(EXISTS) or not alike(row.get(field), then.get(field)):
            assert len(outcome.conflicts) == 1
        else:
            assert outcome.conflicts == ()
            row.pop(field, None)
            if value is not None:
                row[field] = value
            self.expect(author, state)

    @rule(author=AUTHORS, key=ids)
    def delete(self, author, key):
        state = self.now
        outcome = self.write(author, [Edit(*key, EXISTS, True, None)])
        assert outcome.conflicts == ()
        if state[key].pop(EXISTS, None):
            self.expect(author, state)

    @rule(author=AUTHORS)
    def undo(self, author):
        self.step(author, self.undos[author], self.redos[author], undo.undo)

    @rule(author=AUTHORS)
    def redo(self, author):
        self.step(author, self.redos[author], self.undos[author], undo.redo)

    @rule()
    def restart(self):
        self.store.close()
        self.open()

    def step(self, author, stack, other_stack, do):
        """Undo or redo, and expect what the model makes of it."""
        target = next((r for r in reversed(stack) if self.would_do(author, r)), None)
        if target is None:
            try:
                outcome = do(self.store, STRATEGY, author, operation())
            except NothingToUndoError:
                return
            raise AssertionError(f"nothing was expected, but {outcome}")
        state, refused = self.take_back(author, target)
        outcome = do(self.store, STRATEGY, author, operation())
        assert bool(outcome.conflicts) == bool(refused), (outcome, refused)
        before = len(self.states)
        self.expect(author, state)
        assert bool(outcome.changes) == (len(self.states) > before)
        if outcome.changes:
            stack.remove(target)
            other_stack.append(outcome.revision)

    def would_do(self, author, revision):
        state, refused = self.take_back(author, revision)
        return refused or not equal(state, self.states[-1])

    def take_back(self, author, revision):
        """Return the state after taking a revision back, and the fields that cannot be."""
        state, refused = self.now, []
        before, after = self.states[revision - 1], self.states[revision]
        for key in after:
            old, new = before.get(key, {}), after[key]
            row = state[key]
            changed = [f for f in old.keys() | new.keys() if not alike(old.get(f), new.get(f))]
            if new.get(EXISTS) and not old.get(EXISTS):  # it was created or brought back
                if not row.get(EXISTS):
                    continue
                if self.others_wrote(author, key, revision):
                    refused.append((key, EXISTS))
                    continue
                row.pop(EXISTS)
                changed.remove(EXISTS)
                changed = [f for f in changed if alike(row.get(f), new.get(f))]
            elif old.get(EXISTS) and not new.get(EXISTS):
                row[EXISTS] = True
                changed.remove(EXISTS)
            for field in changed:
                if alike(row.get(field), old.get(field)):
                    continue
                alive = row.get(EXISTS) or not old.get(EXISTS)
                if not alive or not alike(row.get(field), new.get(field)):
                    refused.append((key, field))
                    continue
                row.pop(field, None)
                if field in old:
                    row[field] = old[field]
        return state, refused

    def others_wrote(self, author, key, revision):
        """Return whether others changed a record since, all their changes together."""
        total = {}
        for later in range(revision + 1, len(self.states)):
            if self.authors[later] == author:
                continue
            old, new = self.states[later - 1].get(key, {}), self.states[later].get(key, {})
            for field in (old.keys() | new.keys()) - {POSITION}:
                if not alike(old.get(field), new.get(field)):
                    first = total.get(field, (old.get(field), None))[0]
                    total[field] = first, new.get(field)
        return any(not alike(*ends) for ends in total.values())

    @invariant()
    def the_store_holds_what_the_model_expects(self):
        revision, rows = self.store.load(STRATEGY)
        assert revision == len(self.states) - 1
        assert equal(rows, self.states[-1])

    @invariant()
    def the_log_gives_the_records(self):
        log = self.store.changes_since(STRATEGY, 0)
        rows, wrong = replay(log)
        assert wrong == []
        assert rows == self.store.load(STRATEGY)[1]
        assert [made.author for made in log] == self.authors[1:]


TestTwoPeople = TwoPeople.TestCase
TestTwoPeople.settings = settings(
    max_examples=50,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
