"""Whatever a strategy says, its workbook brings back what was edited in it and nothing else."""

import contextlib
import datetime as dt
import random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from canvas.domain.records import EXISTS, POSITION
from canvas.i18n import Translator
from canvas.imports.bounded import Percentage, TableError, as_read
from canvas.rules.cells import Cells, folded
from canvas.services import tidy
from canvas.services.returning import Kind
from canvas.services.returning.words import Words, names_of
from canvas.steps import RECORD_TYPES
from canvas.steps.sheets import SHEETS, Table
from tests.imports.conftest import NORA, Desk
from tests.imports.edited import put
from tests.unit.values import raw_records, raw_values

TABLES = [table for sheet in SHEETS for table in sheet.tables if not table.within]
TYPES = sorted({table.record for table in TABLES})
EVERY = sorted(RECORD_TYPES.keys() - {"settings"})

QUICK = settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.generate],  # to shrink strategies takes minutes
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

THOROUGH = settings(QUICK, max_examples=150)


@st.composite
def records(draw, types=EVERY):
    """Draw the records of a strategy, those of a workbook's tables most of all."""
    found = []
    for number in range(draw(st.integers(1, 8))):
        key = draw(st.sampled_from(TYPES) | st.sampled_from(types))
        record_type = RECORD_TYPES[key]
        raw = draw(raw_records(record_type))
        for field in record_type.fields():
            if field.kind == "link" and found and draw(st.booleans()):
                raw[field.name] = draw(st.sampled_from(found))[1]
        record_id = key if record_type.single else f"r{number}"
        if (key, record_id) not in {(one[0], one[1]) for one in found}:
            found.append((key, record_id, raw))
    return found


def desk_of(store, found):
    """Return a new strategy of these records."""
    return Desk(store, store.create(NORA, {"name": "Any"}, found))


any_strategy = given(found=records(), language=st.sampled_from(["fr", "en"]))
any_edits = given(data=st.data(), language=st.sampled_from(["fr", "en"]))


def unedited(store, found, language):
    desk = desk_of(store, found)
    content = desk.export(language)
    assert desk.compare(content).lines == ()


def rewritten(store, found, language):
    desk = desk_of(store, found)
    assert desk.compare(desk.edited(language).save(serials=True)).lines == ()


def edited(store, data, language):
    found = data.draw(records(TYPES))
    desk = desk_of(store, found)
    book = desk.edited(language)
    strategy = desk.strategy
    cells = Cells(strategy, Translator(language))
    expected = set()
    tabs = {tab.rows[tab.head()][0].rpartition(":")[2]: tab for tab in book.tabs if has_table(tab)}
    for type_key, record_id, _ in found:
        if type_key not in tabs or not data.draw(st.booleans()):
            continue
        tab, record = tabs[type_key], strategy.find(record_id)
        raw = desk.raw(type_key, record_id)
        head = tab.rows[tab.head()]
        for column in Table(type_key).columns:
            field = column.field
            if column.read_only or data.draw(st.integers(0, 2)) != 0:
                continue
            after = data.draw(values(field, cells) | st.none())
            if after is not None:
                after = field.stored(tidy(after))
            value = None if after is None else field.parse(after)
            cell = cells.cell(value, field)
            if isinstance(cell, str) and as_read(cell) != cell:
                continue
            if cell == cells.cell(getattr(record, field.name), field):
                continue
            heading = cells.headings(Table(type_key))
            at = head.index(next(h for h, name in heading.items() if name == field.name))
            put(tab.rows[tab.row(record_id)], at, cell if not whole(cell) else midnight(cell))
            if field.stored(raw.get(field.name)) != after:
                expected.add((Kind.CHANGED, record_id, field.name, plain(after)))
        if not any(c is not None for c in tab.rows[tab.row(record_id)][1:]):
            expected = {one for one in expected if one[1] != record_id}
            expected.add((Kind.DELETED, record_id, "", plain(None)))
    lines = desk.compare(book).lines
    got = {(one.kind, one.record, one.field, plain(one.after)) for one in lines}
    assert got == expected, [one.message for one in lines]


test_a_workbook_that_nobody_edited_changes_nothing = QUICK(any_strategy(unedited))
test_written_again_by_another_program_it_changes_nothing = QUICK(any_strategy(rewritten))
test_the_edits_that_were_made_come_back_and_no_others = QUICK(any_edits(edited))

slow = pytest.mark.slow
test_no_workbook_that_nobody_edited_changes_anything = slow(THOROUGH(any_strategy(unedited)))
test_no_workbook_written_again_changes_anything = slow(THOROUGH(any_strategy(rewritten)))
test_no_edit_is_lost_and_none_is_invented = slow(THOROUGH(any_edits(edited)))


def plain(value):
    """Return a value as two that mean the same compare; 0.0 is 0."""
    is_figure = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value:.12g}" if is_figure else repr(value)


def has_table(tab):
    """Return whether a sheet has one table of ours."""
    return any(row and str(row[0]).startswith("canevas:") for row in tab.rows)


def whole(cell):
    return isinstance(cell, dt.date)


def midnight(cell):
    """Return a day as a spreadsheet gives it."""
    return dt.datetime.combine(cell, dt.time())


def values(field, cells):
    """Return what a person may write into a field, in words that mean one thing."""
    if field.kind not in ("link", "links"):
        return raw_values(field)
    ids = cells.ids(field.to)
    clear = [i for name, i in ids.items() if f"{name} (2)" not in ids and folded(name) == name]
    if not clear:
        return st.none()
    one = st.sampled_from(clear)
    return one if field.kind == "link" else st.lists(one, min_size=1, max_size=3, unique=True)


RUBBISH = [
    *(None, "", "canevas:1:post", "canevas:99:post", "canevas:x", "Title", "bread", -1, 1e15),
    *(0.1, True, "table", "row", "column", "9" * 400, "é" * 9_000, dt.time(9, 5), Percentage(7)),
    *("'=1;2\n,", "\t", 1e-300, "31/31/31", "%", "-", "2 pm"),
]


@pytest.mark.parametrize(("seed", "times"), [(7, 5), pytest.param(11, 100, marks=slow)])
def test_whatever_is_written_into_it_a_workbook_is_compared_or_refused(desk, seed, times):
    chance = random.Random(seed)
    for _ in range(times):
        book = desk.edited(chance.choice(["fr", "en"]))
        for _ in range(chance.choice([3, 30, 300])):
            tab = chance.choice(book.tabs)
            row = chance.choice(tab.rows or [[]])
            put(row, chance.randrange(12), chance.choice(RUBBISH))
            if chance.random() < 0.1:
                chance.shuffle(tab.rows)
        with contextlib.suppress(TableError):
            found = desk.compare(book)
            for tr in (Translator("fr"), Translator("en")):
                words = Words(found.strategy, tr, names_of(found.lines))
                assert all(words.message(line) for line in found.lines)
            done = desk.accept(found)
            assert not done.problems
            if done.outcome:
                desk.undo()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_accepting_all_makes_the_workbook_and_the_strategy_agree(desk, language):
    book = desk.edited(language)
    posts = book.tabs[2]
    put(posts.rows[posts.row("bread")], 1, "Easter bread")
    put(posts.rows[posts.end()] if posts.end() < len(posts.rows) else posts.rows[-1], 1, None)
    content = book.save()
    found = desk.compare(content)
    desk.accept(found)
    assert desk.compare(content).lines == ()
    assert {EXISTS, POSITION} <= desk.raw("post", "bread").keys()
