"""What leaves for a scheduling tool, and what stays with its reason (C125)."""

import datetime as dt

import pytest

from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.handover import NETWORKS, ROWS, Tool, full_text, handover, length_on
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus

EN = Translator("en")
NOW = dt.datetime.fromisoformat("2027-01-04T12:00")
PICTURE = "https://example.org/night.jpg"


def line(**changes):
    fields = {
        "id": "p", "title": "Night", "text": "4 a.m. Karim lights the oven.",
        "date": dt.date(2027, 1, 5), "time": dt.time(8, 15), "network": Network.FACEBOOK,
        "status": PostStatus.APPROVED, **changes,
    }  # fmt: skip
    return Post(**fields)


def handed(*posts, tool=Tool.BUFFER, accounts=(), **period):
    strategy = Strategy("s", 1, {"post": posts, "account": tuple(accounts)})
    return handover(strategy, tool, now=NOW, **period)


def reason(post, tool=Tool.BUFFER):
    (left,) = handed(post, tool=tool).left_out
    return EN(left.why)


def test_an_approved_line_with_all_it_needs_leaves():
    found = handed(line())
    assert [entry.at for entry in found.lines] == [dt.datetime.fromisoformat("2027-01-05T08:15")]
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"status": PostStatus.DRAFT}, "It is not approved yet."),
        ({"status": None}, "It is not approved yet."),
        ({"status": PostStatus.PUBLISHED}, "It is published already."),
        ({"network": None}, "It has no network."),
        ({"text": "  "}, "It has no text."),
        ({"time": None}, "It has no time of day."),
        ({"date": dt.date(2027, 1, 4)}, "Its time is past."),
        ({"network": Network.BLOG}, "The tool does not publish on Blog from a file."),
        ({"network": Network.INSTAGRAM},
         "Instagram needs a picture: give the web address of the file as its visual."),
        ({"visual": "https://example.org/film.mp4"}, "The tool takes no video from a file."),
        ({"network": Network.X, "text": "a" * 281},
         "It has 281 characters with its link and hashtags; X (Twitter) takes 280."),
    ],
)  # fmt: skip
def test_a_line_that_a_tool_would_refuse_stays_and_says_why(changes, why):
    assert reason(line(**changes)) == why


def test_a_video_network_needs_a_video():
    post = line(network=Network.TIKTOK, visual=PICTURE)
    assert "needs a video" in reason(post, Tool.METRICOOL)
    assert handed(line(network=Network.TIKTOK, visual="https://a.example/b.mp4?x=1"),
                  tool=Tool.PUBLER).lines  # fmt: skip


def test_a_line_at_the_limit_of_x_leaves_with_its_link_counted_as_23():
    post = line(network=Network.X, text="a" * 255, url="https://example.org/" + "long/" * 40)
    strategy = Strategy("s", 1, {"post": (post,)})
    assert length_on(Network.X, full_text(strategy, post)) == 255 + 2 + 23
    assert handed(post).lines


def test_lines_of_other_days_and_ideas_without_a_day_are_not_spoken_of():
    early, late = line(id="a", date=dt.date(2027, 1, 5)), line(id="b", date=dt.date(2027, 2, 5))
    found = handed(early, late, line(id="c", date=None),
                   first=dt.date(2027, 1, 5), last=dt.date(2027, 1, 31))  # fmt: skip
    assert [entry.post.id for entry in found.lines] == ["a"]
    assert found.left_out == ()


def test_readers_get_the_text_the_counted_link_and_the_hashtags_each_once():
    post = line(text="Come in #bread https://example.org/menu", url="https://example.org/menu",
                hashtags=("#bread", "lorient"))  # fmt: skip
    text = full_text(Strategy("s", 1, {"post": (post,)}), post)
    assert text.startswith("Come in #bread https://example.org/menu?utm_source=facebook&")
    assert text.endswith("\n\n#lorient")
    assert text.count("https://") == 1


def test_a_tool_of_one_account_a_file_gets_one_file_an_account_and_no_file_too_long():
    accounts = (
        Account(id="a", handle="@port", network=Network.FACEBOOK),
        Account(id="b", handle="Port Bakery", network=Network.LINKEDIN),
    )
    posts = tuple(
        line(id=f"p{n}", account="a" if n % 3 else "b",
             network=Network.FACEBOOK if n % 3 else Network.LINKEDIN)
        for n in range(160)
    )  # fmt: skip
    found = handed(*posts, accounts=accounts)
    files = list(found.files())
    assert sorted((name, len(lines)) for name, lines in files) == [
        ("facebook @port", 6), ("facebook @port", 100), ("linkedin Port Bakery", 54),
    ]  # fmt: skip
    assert ROWS[Tool.BUFFER] == 100
    everything = handed(*posts, accounts=accounts, tool=Tool.METRICOOL)
    assert [(name, len(lines)) for name, lines in everything.files()] == [("", 160)]


def test_no_tool_is_said_to_publish_where_nobody_publishes_from_a_file():
    for networks in NETWORKS.values():
        assert not networks & {Network.BLOG, Network.NEWSLETTER, Network.PODCAST, Network.OTHER}
