"""What comes out of the files of the platforms: figures worked out by hand."""

import contextlib
import datetime as dt
from dataclasses import replace

import pytest

from canvas.domain.errors import CanvasError
from canvas.imports.platforms import Answers, Question, Role, read_file
from canvas.imports.platforms.errors import MixedDatesError
from canvas.steps.measure.batches import fingerprint, packed, unpacked
from canvas.steps.measure.choices import Grain, Metric, Platform
from canvas.steps.measure.files import DateOrder, DecimalSign, FileMapping
from tests.imports.platform_files import (
    BOTH,
    CAPTION,
    FILES,
    File,
    Sheet,
    capitals,
    columns_shuffled,
    doubled,
    facebook,
    linkedin_content,
    own_table,
    rows_shuffled,
)

READ_ON = dt.date(2027, 1, 15)

LINK = "https://www.linkedin.com/feed/update/urn:li:activity:"

EXPECTED = {
    "facebook": {
        "posts": {
            "12210456789012345": ("2026-08-31 07:05", "Photos", None, {
                "views": 12345, "reach": 8000, "engagements": 321, "likes": 250, "comments": 41,
                "shares": 30, "clicks": 77}),
            "12210456789012346": ("2026-09-02 18:30", "Videos", None, {
                "views": 900, "engagements": 10, "likes": 7, "comments": 2, "shares": 1}),
            "12210456789012347": ("2026-09-09 08:00", "Links", None, {
                "views": 0, "reach": 0, "engagements": 0, "likes": 0, "comments": 0, "shares": 0,
                "clicks": 0}),
        }
    },
    "instagram": {
        "posts": {
            "17900000000000001": ("2026-08-30 12:00", "IG carousel", None, {
                "views": 2000, "reach": 1500, "likes": 120, "shares": 9, "follows": 3,
                "comments": 14, "saves": 22}),
            "17900000000000002": ("2026-09-05 09:15", "IG reel", None, {
                "views": 5000, "reach": 4100, "likes": 300, "shares": 40, "follows": 11,
                "comments": 25, "saves": 60}),
        }
    },
    "meta_days": {
        "views total": {"26-08-22": 8226, "26-08-23": 0, "26-08-24": 7310},
        "new_followers total": {"26-08-22": 3, "26-08-24": 5},
    },
    "linkedin_content": {
        "impressions organic": {"26-08-30": 1000, "26-09-01": 0},
        "impressions paid": {"26-08-30": 200, "26-09-01": 0},
        "impressions total": {"26-08-30": 1200, "26-09-01": 0},
        "reach organic": {"26-08-30": 700, "26-09-01": 0},
        "clicks organic": {"26-08-30": 50, "26-09-01": 0},
        "clicks paid": {"26-08-30": 5, "26-09-01": 0},
        "clicks total": {"26-08-30": 55, "26-09-01": 0},
        "likes organic": {"26-08-30": 40, "26-09-01": 0},
        "likes paid": {"26-08-30": 2, "26-09-01": 0},
        "likes total": {"26-08-30": 42, "26-09-01": 0},
        "comments organic": {"26-08-30": 7, "26-09-01": 0},
        "comments paid": {"26-08-30": 0, "26-09-01": 0},
        "comments total": {"26-08-30": 7, "26-09-01": 0},
        "shares organic": {"26-08-30": 3, "26-09-01": 0},
        "shares paid": {"26-08-30": 1, "26-09-01": 0},
        "shares total": {"26-08-30": 4, "26-09-01": 0},
        "posts": {
            f"{LINK}71": ("2026-08-30 00:00", "Image", False, {
                "impressions": 900, "clicks": 45, "likes": 38, "comments": 6, "shares": 3,
                "follows": 2}),
            f"{LINK}72": ("2026-08-31 00:00", "Video", True, {
                "impressions": 300, "views": 120, "clicks": 10, "likes": 4, "comments": 1,
                "shares": 1, "follows": 0}),
        },
    },
    # LinkedIn’s “total” is the new followers of the day; invited ones are not paid for.
    "linkedin_followers": {
        "new_followers paid": {"26-08-30": 2, "26-09-01": 0},
        "new_followers organic": {"26-08-30": 11, "26-09-01": 4},
        "new_followers total": {"26-08-30": 13, "26-09-01": 4},
        "audience": {
            ("location", "Lyon, France"): 420, ("location", "Paris, France"): 1180,
            ("company_size", "2-10"): 90, ("company_size", "11-50"): 310,
        },
    },
    "linkedin_visitors": {
        "page_views total": {"26-08-30": 50, "26-09-01": 3},
        "visitors total": {"26-08-30": 29, "26-09-01": 2},
        "audience": {
            ("visitors_job_function", "Sales"): 14, ("visitors_job_function", "Finance"): 6,
        },
    },
    "linkedin_competitors": {
        "pages": {
            ("Bread & Co", "2026-08-01", "2026-08-31"): {
                "followers": 5400, "new_followers": 120, "engagements": 860, "posts": 22},
            ("The Harbour Bakery", "2026-08-01", "2026-08-31"): {
                "followers": 1600, "new_followers": 17, "engagements": 240, "posts": 9},
        }
    },
    "linkedin_person": {
        "impressions total": {"26-08-30": 400, "26-08-31": 250},
        "engagements total": {"26-08-30": 31, "26-08-31": 12},
        "new_followers total": {"26-08-30": 3, "26-08-31": 0},
        "followers total": {"26-08-31": 1204},
        "posts": {
            f"{LINK}1": ("2026-08-30 00:00", "", None, {"impressions": 400, "engagements": 31}),
            f"{LINK}2": ("2026-08-12 00:00", "", None, {"impressions": 1950, "engagements": 9}),
            f"{LINK}3": ("2026-08-02 00:00", "", None, {"impressions": 55}),
        },
        "audience": {("location", "Lyon"): 0.12, ("seniority", "Senior"): 0.3},
    },
    "x_posts": {
        "posts": {
            "1930500000000000001": ("2026-06-05 00:00", "", None, {
                "impressions": 1200, "likes": 15, "engagements": 40, "saves": 2, "follows": 3,
                "comments": 4, "shares": 6, "profile_visits": 8, "link_clicks": 9}),
            "1930500000000000002": ("2026-08-25 00:00", "", None, {
                "impressions": 80, "likes": 0, "engagements": 1, "saves": 0, "follows": 0,
                "comments": 0, "shares": 0, "profile_visits": 0, "link_clicks": 0}),
        }
    },
    "x_days": {
        "impressions total": {"26-08-24": 300, "26-08-25": 500},
        "likes total": {"26-08-24": 2, "26-08-25": 12},
        "engagements total": {"26-08-24": 9, "26-08-25": 30},
        "saves total": {"26-08-24": 0, "26-08-25": 1},
        "new_followers total": {"26-08-24": 0, "26-08-25": 4},
        "unfollows total": {"26-08-24": 1, "26-08-25": 2},
        "comments total": {"26-08-24": 0, "26-08-25": 3},
        "shares total": {"26-08-24": 0, "26-08-25": 2},
        "profile_visits total": {"26-08-24": 4, "26-08-25": 10},
        "posts total": {"26-08-24": 0, "26-08-25": 1},
        "views total": {"26-08-24": 0, "26-08-25": 55},
    },
    "x_legacy": {
        "posts": {
            "728900000000000001": ("2016-05-03 14:22", "", None, {
                "impressions": 1000, "engagements": 21, "shares": 3, "comments": 1, "likes": 9,
                "profile_visits": 2, "link_clicks": 4, "follows": 1, "views": 7}),
            "728900000000000002": ("2016-05-04 09:00", "", True, {
                "impressions": 500, "engagements": 5, "shares": 0, "comments": 0, "likes": 2,
                "profile_visits": 0, "link_clicks": 0, "follows": 0, "views": 0}),
        }
    },
    "youtube": {
        "views total": {"26-08-24": 26, "26-08-25": 1300},
        "posts": {
            "dQw4w9WgXcQ": ("2026-06-05 00:00", "", None, {
                "views": 1234, "watch_hours": 50.25, "impressions": 20000, "likes": 80,
                "comments": 10, "shares": 9, "follows": 12, "unfollows": 1, "viewers": 1000}),
            "aaaaaaaaaaa": ("2026-08-25 00:00", "", None, {
                "views": 326, "watch_hours": 11.0005, "impressions": 1000, "likes": 8,
                "comments": 2, "shares": 0, "follows": 2, "unfollows": 1, "viewers": 100}),
        },
    },
    # Read on 15 January 2027: December was last year.
    "tiktok_days": {
        "views total": {"26-12-30": 900, "26-12-31": 0, "27-01-01": 1500},
        "profile_visits total": {"26-12-30": 12, "26-12-31": 0, "27-01-01": 20},
        "likes total": {"26-12-30": 40, "26-12-31": 0},
        "comments total": {"26-12-30": 3, "26-12-31": 0, "27-01-01": 5},
        "shares total": {"26-12-30": 1, "26-12-31": 0, "27-01-01": 2},
    },
    "tiktok_followers": {"followers total": {"26-12-31": 1000, "27-01-01": 998}},
    "tiktok_viewers": {"viewers total": {"26-12-31": 70, "27-01-01": 65}},
    "tiktok_gender": {
        "audience": {
            ("gender", "Female"): 0.62, ("gender", "Male"): 0.36, ("gender", "Other"): 0.02
        }
    },
    "tiktok_videos": {
        "posts": {
            "https://www.tiktok.com/@b/video/1": ("2026-12-31 18:00", "", None, {
                "views": 1234, "likes": 90, "comments": 8, "shares": 7}),
        }
    },
    "ga4_channels": {
        "visits": {
            ("2026-08-01", "2026-08-31", "Organic Social"): {
                "sessions": 1234, "engaged_sessions": 900, "key_events": 12, "revenue": 1150.5},
            ("2026-08-01", "2026-08-31", "Paid Social"): {
                "sessions": 100, "engaged_sessions": 50, "key_events": 2, "revenue": 0},
        }
    },
    # France and Belgium, which are unknown here, are added up.
    "ga4_sources": {
        "visits": {
            ("2026-08-30", "2026-08-30", "linkedin.com", "social", "autumn", "post-17"): {
                "sessions": 25, "key_events": 1},
            ("2026-08-31", "2026-08-31", "(direct)", "(none)", "(direct)", "(not set)"): {
                "sessions": 40, "key_events": 3},
            ("2026-05-01", "2026-05-31", "spring"): {"sessions": 300, "key_events": 11},
        }
    },
    "ga4_pages": {
        "visits": {
            ("2026-08-01", "2026-08-31", "/bread"): {
                "sessions": 80, "users": 70, "new_users": 30, "key_events": 4},
            ("2026-08-01", "2026-08-31", "(not set)"): {
                "sessions": 3, "users": 3, "new_users": 3, "key_events": 0},
        }
    },
    "ga4_users": {
        "visits": {("2026-08-01", "2026-08-31", "Organic Social"): {"users": 700, "new_users": 500}}
    },
    "own_table": {
        "impressions total": {"26-08-30": 1234, "26-09-01": 900},
        "clicks total": {"26-08-30": 50},
    },
}  # fmt: skip


def told(batch):
    """Return what a batch says, as plain values."""
    said = {}
    for point in batch.daily:
        days = said.setdefault(f"{point.metric} {point.scope}", {})
        assert point.day.isoformat()[2:] not in days, "each figure of a day once"
        days[point.day.isoformat()[2:]] = point.value
    posts = {
        post.key: (
            post.published and post.published.isoformat(" ", "minutes"),
            post.kind, post.paid, plain(post.counters),
        )
        for post in batch.posts
    }  # fmt: skip
    assert len(posts) == len(batch.posts)
    visits = {
        (str(v.first), str(v.last), *filter(None, v.key)): plain(v.counters) for v in batch.visits
    }
    assert len(visits) == len(batch.visits)
    audience = {(part.dimension, part.label): part.value for part in batch.audience}
    pages = {(p.page, str(p.first), str(p.last)): plain(p.counters) for p in batch.pages}
    parts = {"posts": posts, "visits": visits, "audience": audience, "pages": pages}
    return said | {name: part for name, part in parts.items() if part}


def plain(counters):
    return {str(metric): value for metric, value in counters.items()}


def read(file, **more):
    return read_file(file.name, file.content(), read_on=READ_ON, account="a1", **more)


def csv(titles, *rows, name="a.csv", above=(), **more):
    return File(name, (Sheet(titles.split("|"), [list(r) for r in rows], "", above),), **more)


each = pytest.mark.parametrize("key", FILES)


@each
def test_the_figures_are_those_of_the_file(key):
    found = read(FILES[key])
    assert found.questions == ()
    assert told(found.batch) == EXPECTED[key.rpartition("-")[0]]
    assert {p.account for p in (*found.batch.daily, *found.batch.posts)} <= {"a1"}


@each
def test_lines_in_another_order_say_the_same(key):
    found = read(FILES[key].changed(rows_shuffled))
    assert told(found.batch) == EXPECTED[key.rpartition("-")[0]]


@each
def test_columns_in_another_order_say_the_same(key):
    file = FILES[key]
    if not file.is_movable:
        pytest.skip("its tables stand side by side")
    found = read(file.changed(columns_shuffled))
    assert told(found.batch) == EXPECTED[key.rpartition("-")[0]]
    assert found.signature == read(file).signature


@each
def test_lines_that_are_there_twice_count_once(key):
    found = read(FILES[key].changed(doubled))
    assert told(found.batch) == EXPECTED[key.rpartition("-")[0]]


@pytest.mark.parametrize("key", [key for key in FILES if "person" not in key])
def test_titles_in_capitals_with_other_spaces_say_the_same(key):
    found = read(FILES[key].changed(capitals))
    assert told(found.batch) == EXPECTED[key.rpartition("-")[0]]


@each
def test_a_file_that_was_cut_gives_fewer_lines_or_a_sentence(key):
    whole = FILES[key].content()
    full = EXPECTED[key.rpartition("-")[0]]
    for part in range(1, 40):
        content = whole[: len(whole) * part // 40]
        # Whatever else is raised is no sentence for a person, and fails here.
        with contextlib.suppress(CanvasError):
            found = read_file("cut", content, read_on=READ_ON, account="a1")
            said = told(found.batch) if found.batch else {}
            for what in ("posts", "visits", "pages"):
                assert len(said.get(what, ())) <= len(full.get(what, ())) + 1


@each
def test_a_batch_comes_back_from_the_disk_as_it_went(key):
    batch = read(FILES[key]).batch
    assert unpacked(packed(batch)) == batch
    assert fingerprint(batch) == fingerprint(read(FILES[key]).batch)


# --- what is recognised ----------------------------------------------------------------------


@pytest.mark.parametrize("key", BOTH)
def test_a_platform_is_recognised_in_both_languages(key):
    english, french = read(FILES[f"{key}-en"]), read(FILES[f"{key}-fr"])
    assert english.layout == french.layout
    assert english.platform is french.platform
    assert english.grain is french.grain


def test_titles_that_were_never_seen_are_told_from_those_that_were():
    assert all(c.sure for c in read(FILES["facebook-en"]).columns if c.meaning)
    french = {c.title: c.sure for c in read(FILES["ga4_channels-fr"]).columns}
    assert french["Groupe de canaux principal de la session (Groupe de canaux par défaut)"]
    assert not french["Sessions avec engagement"]


def test_a_title_is_matched_whole_before_any_part_of_it():
    titles = {c.title: c.meaning for c in read(FILES["facebook-en"]).columns}
    assert titles["Reactions, Comments and Shares"].metric is Metric.ENGAGEMENTS
    assert titles["Reactions"].metric is Metric.LIKES
    file = csv("Date|Qualified views|Views", ["2026-08-30", 1, 2])
    found = {c.title: c.meaning for c in read(file).columns}
    assert found["Views"].metric is Metric.VIEWS
    assert found["Qualified views"] is None


def test_rates_are_never_taken_over():
    for key in FILES:
        found = read(FILES[key])
        for column in found.columns:
            if "rate" in column.title.casefold() or "taux" in column.title.casefold():
                assert column.meaning is None or column.meaning.role is Role.RATE, column


def test_unknown_columns_are_kept_line_by_line():
    batch = read(FILES["facebook-en"]).batch
    assert batch.unknown["Other Clicks"] == ("12", "", "0")
    assert set(batch.unknown) == {
        "Other Clicks", "Matched Audience Targeting Consumption (Photo Click)"
    }  # fmt: skip


def test_identifiers_stay_texts_and_captions_keep_their_lines():
    post = read(FILES["facebook-en"]).batch.posts[0]
    assert post.key == "12210456789012345"
    assert post.text == CAPTION


def test_names_of_accounts_are_found():
    assert read(FILES["facebook-fr"]).handles == ("The Harbour Bakery",)
    assert read(FILES["instagram-en"]).handles == ("harbour.bakery", "Harbour")


def test_the_preview_shows_the_first_lines_under_the_columns():
    found = read(FILES["x_days-en"])
    assert [column.title for column in found.columns][:2] == ["Date", "Impressions"]
    assert found.preview[0][:2] == ("Tue, Aug 25, 2026", "500")
    assert found.columns[1].sample == ("500", "300")


def test_followers_and_visitors_are_two_audiences():
    parts = {part.dimension for part in read(FILES["linkedin_visitors-en"]).batch.audience}
    assert parts == {"visitors_job_function"}


def test_a_page_that_was_exported_as_old_shares_is_read_too():
    file = linkedin_content("en").changed(
        lambda sheet: replace(sheet, titles=[t.replace("Reposts", "Shares") for t in sheet.titles])
    )
    assert told(read(file).batch) == EXPECTED["linkedin_content"]


def test_a_second_table_over_the_same_days_does_not_count_twice():
    block = FILES["ga4_channels-en"].sheets[0]
    part = replace(block, rows=[["Organic Social", 7, *[0] * 8]], above=("", *block.above))
    found = read(File("two.csv", (block, part)))
    assert told(found.batch) == EXPECTED["ga4_channels"]


# --- what only a person can say --------------------------------------------------------------


def test_dates_that_may_be_read_in_two_ways_are_asked_for():
    file = facebook("fr", "dmy").changed(lambda sheet: replace(sheet, rows=sheet.rows[1:]))
    found = read(file)
    assert found.questions == (Question.DATE_ORDER,)
    assert found.batch is None
    assert found.rows == 2
    answered = read(file, answers=Answers(date_order=DateOrder.DAY_FIRST))
    assert [p.published.date() for p in answered.batch.posts] == [
        dt.date(2026, 9, 2), dt.date(2026, 9, 9)
    ]  # fmt: skip
    assert answered.date_order is DateOrder.DAY_FIRST


def test_a_layout_that_was_seen_says_how_its_dates_are_written():
    file = facebook("en").changed(lambda sheet: replace(sheet, rows=sheet.rows[1:]))
    found = read(file)
    assert found.date_order is DateOrder.MONTH_FIRST
    assert found.batch.posts[0].published.date() == dt.date(2026, 9, 2)


def test_dates_of_two_orders_in_one_file_are_refused_with_the_line():
    file = csv("Date|Impressions", ["08/30/2026", 1], ["30/08/2026", 2])
    with pytest.raises(MixedDatesError, match=r"line 3: 30/08/2026"):
        read(file)


def test_decimals_that_may_be_thousands_are_asked_for():
    file = csv("Date|Impressions|Hours watched", ["2026-08-30", "1,234", "1,500"], mark=";")
    found = read(file)
    assert found.questions == (Question.DECIMALS,)
    point = read(file, answers=Answers(decimal_sign=DecimalSign.POINT))
    comma = read(file, answers=Answers(decimal_sign=DecimalSign.COMMA))
    assert told(point.batch)["watch_hours total"] == {"26-08-30": 1500}
    assert told(comma.batch)["watch_hours total"] == {"26-08-30": 1.5}
    # What is counted has no decimals: there is nothing to ask.
    for answered in (point, comma):
        assert told(answered.batch)["impressions total"] == {"26-08-30": 1234}


def test_a_report_without_its_days_is_asked_for_them():
    sheet = replace(FILES["ga4_channels-en"].sheets[0], above=())
    found = read(File("t.csv", (sheet,)))
    assert found.questions == (Question.PERIOD,)
    days = Answers(first=dt.date(2026, 8, 1), last=dt.date(2026, 8, 31))
    assert told(read(File("t.csv", (sheet,)), answers=days).batch) == EXPECTED["ga4_channels"]


SWEDISH = csv(
    "Publicerings-id|Publiceringstid|Permalänk|Visningar|Räckvidd|Delningar",
    ["12210456789012345", "08/31/2026 07:05", "https://www.facebook.com/1", "12345", "8000", "30"],
)
SAID = {
    "Publicerings-id": "key", "Publiceringstid": "published", "Permalänk": "url",
    "Visningar": "views", "Räckvidd": "reach", "Delningar": "shares",
}  # fmt: skip


def test_a_file_in_an_unknown_language_is_asked_for_then_remembered():
    found = read(SWEDISH)
    assert found.questions == (Question.PLATFORM,)
    answers = Answers(platform=Platform.FACEBOOK, grain=Grain.POSTS, columns=SAID)
    expected = {
        "12210456789012345": (
            "2026-08-31 07:05", "", None, {"views": 12345, "reach": 8000, "shares": 30})
    }  # fmt: skip
    answered = read(SWEDISH, answers=answers)
    assert told(answered.batch) == {"posts": expected}
    mapping = FileMapping(
        id="m", signature=answered.signature, platform=Platform.FACEBOOK, grain=Grain.POSTS,
        account="a9", columns=tuple(f"{code}={title}" for title, code in SAID.items()),
    )  # fmt: skip
    again = read_file("n", SWEDISH.content(), read_on=READ_ON, mappings=[mapping])
    assert told(again.batch) == {"posts": expected}
    assert again.batch.posts[0].account == "a9"
    assert again.platform is Platform.FACEBOOK


def test_what_a_person_said_wins_over_what_was_recognised():
    found = read(FILES["x_days-en"], answers=Answers(columns={"Impressions": "", "Likes": "views"}))
    said = told(found.batch)
    assert "impressions total" not in said
    assert "likes total" not in said
    assert found.batch.unknown["Impressions"] == ("500", "300")
    meta = read(FILES["meta_days-en"], answers=Answers(platform=Platform.INSTAGRAM))
    assert meta.platform is Platform.INSTAGRAM


def test_a_table_of_ones_own_is_read_by_the_names_of_its_figures():
    found = read(own_table("fr"))
    assert found.platform is Platform.TABLE
    assert found.date_order is DateOrder.DAY_FIRST
    columns = {c.title: (c.meaning and c.meaning.code, c.sure) for c in found.columns}
    assert columns["Nombre de clics"] == ("clicks", False)
    assert columns["Coût par clic"] == (None, False)


def test_a_table_without_a_column_of_dates_is_asked_for_it():
    found = read(csv("When|Impressions", ["2026-08-30", 5]))
    assert found.questions == (Question.DATE_COLUMN,)
    answered = read(
        csv("When|Impressions", ["2026-08-30", 5]), answers=Answers(columns={"When": "date"})
    )
    assert told(answered.batch) == {"impressions total": {"26-08-30": 5}}


# --- what is left out ------------------------------------------------------------------------


def test_a_line_without_a_date_is_named():
    found = read(csv("Date|Impressions", ["2026-08-30", 5], ["soon", 6]))
    assert [str(line) for line in found.left_out] == [
        "Line 3: “soon” is no date, so the line was left out."
    ]


def test_a_figure_that_is_none_is_missing_and_named():
    found = read(csv("Date|Impressions|Clicks", ["2026-08-30", 5, "many"], ["2026-08-31", 5, 0]))
    assert told(found.batch)["clicks total"] == {"26-08-31": 0}
    assert [str(line) for line in found.left_out] == [
        "Line 2, “Clicks”: “many” is no number, so it is missing."
    ]


def test_many_of_them_are_counted():
    rows = [[f"day {n}", n] for n in range(80)]
    found = read(csv("Date|Impressions", ["2026-08-30", 5], *rows))
    assert len(found.left_out) == 51
    assert str(found.left_out[-1]) == "And one more line of this kind."  # the English singular
    assert found.left_out[-1].count == 30


def test_a_post_without_an_identifier_is_known_by_its_text_and_date():
    file = csv("Text|Published on|Likes", ["Hello", "2026-08-30 09:00", 4], ["", "", 3])
    found = read(file)
    (post,) = found.batch.posts
    assert (len(post.key), post.counters) == (24, {Metric.LIKES: 4})
    assert read(file).batch.posts[0].key == post.key
    assert "Line 3 names no post" in str(found.left_out[0])


def test_days_without_a_year_go_back_over_more_than_one():
    rows = [[f"December {n}", n] for n in (30, 31)] + [["January 1", 1]]
    file = csv("Date|Followers|Difference in followers from previous day",
               *[[day, n, 0] for day, n in rows * 2 if (day, n) != ("x", 0)])  # fmt: skip
    # The very same lines twice are one run of days.
    days = read(file).batch.daily
    assert [str(point.day) for point in days] == ["2026-12-30", "2026-12-31", "2027-01-01"]
    long = csv(
        "Date|Followers|Difference in followers from previous day",
        *[[day, n + 10 * turn, 0] for turn in (0, 1) for day, n in rows],
    )
    assert [str(point.day) for point in read(long).batch.daily] == [
        "2025-12-30", "2025-12-31", "2026-01-01", "2026-12-30", "2026-12-31", "2027-01-01",
    ]  # fmt: skip
