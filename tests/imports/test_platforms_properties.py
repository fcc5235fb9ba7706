"""Files of figures merge the same whatever their order, and as often as they are brought in."""

import csv
import datetime as dt
import io
import random
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from canvas.domain.clean import clean_text
from canvas.domain.strategy import Strategy
from canvas.imports.bounded import TableError, TextRows, read_lines
from canvas.imports.bounded.spans import spans_of
from canvas.imports.platforms import read_file
from canvas.imports.platforms.values import count_of, digits_of, moment_of, moments_of
from canvas.steps.measure.batches import fingerprint, plain
from canvas.steps.measure.choices import Metric, Scope
from canvas.steps.measure.figures import PostColumns
from canvas.steps.measure.merged import merged
from tests.imports.platform_files import (
    FILES,
    File,
    Sheet,
    doubled,
    facebook,
    linkedin_content,
    rows_shuffled,
)

EMPTY = Strategy("s", 1, {})
FIRST = dt.date(2026, 8, 1)
COUNTS = st.integers(0, 100_000)

DAYS = st.dictionaries(
    st.integers(0, 40), st.tuples(*[COUNTS] * 6), min_size=1, max_size=8
)  # fmt: skip
"""Organic and paid impressions, clicks and reactions, by the number of their day."""


def linkedin(days, name="content.xls"):
    """Return what LinkedIn exports of these days, as text."""
    sheet = linkedin_content("en").sheets[0]
    rows = []
    for day, figures in days.items():
        row = [(FIRST + dt.timedelta(day)).strftime("%m/%d/%Y")]
        for place, (organic, paid) in enumerate(zip(figures[::2], figures[1::2], strict=True)):
            row += [organic, paid, organic + paid, *([""] if place == 0 else [])]
        rows.append([*row, *[""] * (len(sheet.titles) - len(row))])
    return File(name, (Sheet(sheet.titles, rows, "", sheet.above),))


def posts_file(counts):
    """Return what Facebook exports of posts with these views and reactions."""
    sheet = facebook("en").sheets[0]
    rows = []
    for key, (views, likes) in counts.items():
        row = list(sheet.rows[0])
        row[0] = f"1221045678901{key:04d}"
        row[17:26] = [views, "", "", likes, "", "", "", "", ""]
        rows.append(row)
    return File("posts.csv", (Sheet(sheet.titles, rows),))


def batches(files):
    """Return what the files say, the n-th one exported on the n-th day, by fingerprint."""
    found = [
        read_file(f.name, f.content(), read_on=FIRST + dt.timedelta(60 + n), account="a").batch
        for n, f in enumerate(files)
    ]
    return {fingerprint(batch): batch for batch in found}


def shuffled(found, seed):
    names = random.Random(seed).sample(list(found), len(found))
    return {name: found[name] for name in names}


@settings(max_examples=25, deadline=None)
@given(st.lists(DAYS, min_size=1, max_size=4), st.integers())
def test_days_merge_the_same_in_any_order(exports, seed):
    files = [linkedin(days) for days in exports]
    found = batches(files)
    assert merged(EMPTY, shuffled(found, seed)) == merged(EMPTY, found)
    twice = {**found, **batches([f.changed(doubled).changed(rows_shuffled) for f in files])}
    assert merged(EMPTY, twice) == merged(EMPTY, found)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.dictionaries(st.integers(0, 9), st.tuples(COUNTS, COUNTS), min_size=1, max_size=6),
        min_size=1,
        max_size=4,
    ),
    st.integers(),
)
def test_posts_merge_the_same_in_any_order_and_the_latest_file_counts(exports, seed):
    files = [posts_file(counts) for counts in exports]
    found = batches(files)
    figures = merged(EMPTY, found)
    assert merged(EMPTY, shuffled(found, seed)) == figures
    latest = {key: counts for export in exports for key, counts in export.items()}
    assert {
        int(post.key[-4:]): (post.counters[Metric.VIEWS], post.counters[Metric.LIKES])
        for post in figures.posts
    } == latest


@settings(max_examples=25, deadline=None)
@given(DAYS, st.integers(0, 50))
def test_organic_and_paid_make_the_total_where_all_three_are_given(days, late):
    # A second export, some days later, counts more of everything.
    later = {day: tuple(figure + late for figure in figures) for day, figures in days.items()}
    figures = merged(EMPTY, batches([linkedin(days), linkedin(later)]))
    for metric in (Metric.IMPRESSIONS, Metric.CLICKS, Metric.LIKES):
        organic, paid, total = (
            figures.series["a", metric, scope] for scope in (Scope.ORGANIC, Scope.PAID, Scope.TOTAL)
        )
        assert set(organic) == set(paid) == set(total) == {
            FIRST + dt.timedelta(day) for day in days
        }  # fmt: skip
        assert all(organic[day] + paid[day] == total[day] for day in total)


def test_organic_and_paid_make_the_total_in_every_file_that_gives_all_three():
    checked = 0
    for file in FILES.values():
        found = read_file(file.name, file.content(), read_on=dt.date(2027, 1, 15))
        series = {(p.metric, p.scope, p.day): p.value for p in found.batch.daily}
        for (metric, scope, day), value in series.items():
            if scope is Scope.ORGANIC and (metric, Scope.TOTAL, day) in series:
                paid = series[metric, Scope.PAID, day]
                assert value + paid == series[metric, Scope.TOTAL, day], (file.name, metric)
                checked += 1
    assert checked > 20


def test_all_files_together_are_the_same_in_any_order():
    found = {
        key: read_file(f.name, f.content(), read_on=dt.date(2027, 1, 15), account="a").batch
        for key, f in FILES.items()
    }
    figures = merged(EMPTY, found)
    for seed in range(5):
        assert merged(EMPTY, shuffled(found, seed)) == figures


def test_reports_on_visits_and_on_people_stand_side_by_side():
    found = {
        key: read_file(FILES[key].name, FILES[key].content(), read_on=dt.date(2026, 9, day)).batch
        for day, key in ((1, "ga4_channels-en"), (2, "ga4_users-en"))
    }
    social = next(v for v in merged(EMPTY, found).visits if v.channel == "Organic Social")
    assert social.counters == {
        Metric.SESSIONS: 1234, Metric.ENGAGED_SESSIONS: 900, Metric.KEY_EVENTS: 12,
        Metric.REVENUE: 1150.5, Metric.USERS: 700, Metric.NEW_USERS: 500,
    }  # fmt: skip


# --- what is read at once agrees with what is read one by one --------------------------------

FIGURES = st.one_of(
    st.none(),
    st.integers(-5, 10**16).map(str),
    st.sampled_from(["", "0", "007", "1,234", "1.234", "12.5", "٣", "²", " 7", "n/a", "9" * 16]),
)


@given(st.lists(FIGURES, min_size=1, max_size=6))
@example(["1", "", "23"])
@example(["", ""])
def test_a_column_of_digits_reads_as_its_cells_do(cells):
    found = digits_of(cells)
    if found is not None:
        assert found == [count_of(cell, "en") for cell in cells] == [
            count_of(cell, "fr") for cell in cells
        ]  # fmt: skip
    elif all(cell and cell.isascii() and cell.isdigit() and len(cell) < 16 for cell in cells):
        raise AssertionError("digits alone are read at once")


DATES = st.one_of(
    st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2027, 1, 1)).map(  # noqa: DTZ001
        lambda at: f"{at:%d/%m/%Y %H:%M}"
    ),
    st.sampled_from(
        ["31/02/2026 10:00", "08/30/2026 24:61", "2026-08-30T10:00:00", "2026-08-30 10:00",
         "08-30-2026 07:05", "08/30/2026", "soon", "08/30/2026 9:05 PM", "٠٨/30/2026 10:00"]
    ),
)  # fmt: skip


@given(
    st.lists(st.one_of(DATES, st.none()), min_size=1, max_size=5), st.sampled_from(["dmy", "mdy"])
)
def test_a_column_of_dates_reads_as_its_cells_do(cells, order):
    assert moments_of(cells, order) == [moment_of(cell, order) for cell in cells]


TEXTS = st.lists(
    st.lists(
        st.text('ab é\u0301"\n\r\t\v\x01\x85\ufffe,;', max_size=6), min_size=1, max_size=4
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_rows_kept_as_columns_are_the_rows_of_the_text(rows):
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator="\r\n").writerows(rows)
    text = "sep=,\r\n" + made.getvalue()
    try:
        found = read_lines(text.encode())
    except TableError:
        return
    expected = []
    for row in csv.reader(io.StringIO(made.getvalue().replace("\0", ""), newline="")):
        filled = list(row)
        while filled and not filled[-1].strip():
            filled.pop()
        if filled:
            cells = [clean_text(cell) or None for cell in filled]
            while cells and not (cells[-1] or "").strip():
                cells.pop()
            expected.append(tuple(cells))
    assert [row.cells for row in found] == expected
    assert [row.cells for row in found[1:]] == expected[1:]


def test_posts_kept_as_columns_are_written_as_posts_one_by_one_are():
    for key in ("facebook-en", "linkedin_content-fr", "youtube-en", "x_legacy-en"):
        batch = read_file("a", FILES[key].content(), read_on=FIRST + dt.timedelta(365)).batch
        assert isinstance(batch.posts, PostColumns)
        assert plain(batch) == plain(replace(batch, posts=tuple(batch.posts)))
        assert batch == replace(batch, posts=tuple(batch.posts))
        assert batch.posts[:1] == [batch.posts[0]]


MARKED = st.text('ab1 é\xa0"\n\r,;', max_size=40)


@settings(max_examples=500, deadline=None)
@given(MARKED)
@example('a,"b""c"\n1,2')
@example('"a,\r\nb",c\r\n\r\n1\r\n')
@example('a"b,c\n"d"e,f')
def test_cells_found_at_once_are_those_that_pythons_own_reader_finds(text):
    raw = text.encode()
    found = spans_of(raw, 0, ",")
    if found is None:
        return
    close = TextRows._closely(raw, True, ",", 0, 100)
    at_once = TextRows(found.columns, lambda: found.numbers(0))
    assert [(row.number, row.cells) for row in at_once] == [
        (row.number, row.cells) for row in close
    ]
    assert [list(column) for column in at_once.columns] == close.columns
    for column in at_once.columns:
        assert column.bare == [cell.strip() for cell in column]
        assert sorted(column.different) == sorted(set(column.listed))
        assert column.other_than_digits == [
            n for n, cell in enumerate(column) if not (cell.isascii() and cell.isdigit())
        ]
        if (figures := digits_of(column)) is not None:
            assert figures == digits_of(list(column))
