"""A small strategy, its workbook, and how to bring it back."""

import copy
import datetime as dt
from dataclasses import dataclass

import pytest

from canvas.domain.changes import Edit
from canvas.exports.workbook import build_workbook
from canvas.i18n import Translator
from canvas.services import Person, Strategies, open_strategies
from canvas.services.returning import Kind, accept, compare, everything
from tests.imports.edited import Edited

NORA = Person("nora")

RECORDS = [
    ("person", "nora", {"name": "Nora Le Goff"}),
    ("person", "paul", {"name": "Paul"}),
    ("person", "twin1", {"name": "Sam"}),
    ("person", "twin2", {"name": "Sam"}),
    (
        "post",
        "bread",
        {
            "title": "Spring bread",
            "date": "2027-03-04",
            "time": "09:05",
            "network": "instagram",
            "text": "Three turns.\n\nA night in the cold. ",
            "hashtags": ["#bread", "#port"],
            "author": "nora",
            "effort_hours": 1.5,
            "cost": 1250,
            "is_major": True,
            "practices": [],
        },
    ),
    ("post", "cake", {"title": "Apple cake", "date": "2027-03-11", "author": "twin2"}),
    ("post", "oven", {"title": "The oven", "date": "2027-03-18"}),
    ("action", "mill", {"title": "Film the mill", "owner": "nora", "due": "2027-02-01"}),
    ("action", "card", {"title": "Print the card", "depends_on": ["mill"]}),
    ("competitor", "rival", {"name": "La Fournée"}),
    ("competitor", "other", {"name": "Le Moulin"}),
    (
        "competitor_presence",
        "here",
        {"competitor": "rival", "network": "facebook", "engagement_rate": 0.031},
    ),
]


BOOKS = {}
"""Workbooks that were exported before, by strategy, revision and language."""


@dataclass
class Desk:
    """A strategy and whoever works on it."""

    service: Strategies
    id: str

    @property
    def strategy(self):
        return self.service.open(self.id, NORA)

    def raw(self, type_key, record_id):
        """Return the raw fields of a record as they are stored."""
        return self.service.rows(self.id, NORA).get((type_key, record_id), {})

    def edit(self, type_key, record_id, field, base, new):
        """Change a field here."""
        found = self.service.edit(self.id, NORA, [Edit(type_key, record_id, field, base, new)])
        assert found.outcome.changes

    def export(self, language="en"):
        """Return the workbook."""
        day = dt.date(2027, 1, 4)
        return build_workbook(self.strategy, Translator(language), day)

    def edited(self, language="en"):
        """Return the workbook, open to be edited."""
        key = self.id, self.strategy.revision, language
        if key not in BOOKS:
            BOOKS[key] = Edited(self.export(language))
        return copy.deepcopy(BOOKS[key])

    def compare(self, workbook):
        """Return the dry run of an edited workbook, or of its bytes."""
        content = workbook if isinstance(workbook, bytes) else workbook.save()
        return compare(self.service, NORA, self.id, content)

    def accept(self, found, chosen=None):
        """Accept all, or the chosen lines."""
        keys = everything(found) if chosen is None else chosen
        return accept(self.service, NORA, self.id, found, keys)

    def undo(self):
        """Take the last step back."""
        return self.service.undo(self.id, NORA)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = open_strategies(f"sqlite:///{tmp_path_factory.mktemp('returning')}/canvas.sqlite3")
    yield opened
    opened.store.close()


@pytest.fixture(scope="module")
def last():
    """The strategy of the test before, until one changes it."""
    return []


@pytest.fixture
def desk(store, last):
    """The small strategy, as it is when it is new."""
    if not last or last[0].strategy.revision != 1:
        made = store.create(NORA, {"name": "Port", "currency": "EUR"}, RECORDS)
        last[:] = [Desk(store, made)]
    return last[0]


def said(found):
    """Return the lines of a dry run, short: kind, record, field, after."""
    return [(line.kind, line.record, line.field, line.after) for line in found.lines]


def changed(record, field, after):
    """Return a change as `said` gives it."""
    return (Kind.CHANGED, record, field, after)


def day(year, month, date):
    """Return a day as a spreadsheet gives it."""
    return dt.datetime.combine(dt.date(year, month, date), dt.time())


def notes(found, language="en"):
    """Return what is said of the workbook as a whole."""
    return " ".join(map(Translator(language), found.notes))
