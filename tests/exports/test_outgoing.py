"""Agenda, schedules, boards and QR codes, read back by programs that are not ours."""

import csv
import datetime as dt
import io
import re
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from canvas.domain.strategy import Strategy
from canvas.exports.agenda import build_agenda
from canvas.exports.qr import qr_png, qr_svg
from canvas.exports.schedules import BUFFER, METRICOOL, PUBLER, schedule_files
from canvas.exports.task_boards import asana, trello
from canvas.i18n import Translator
from canvas.rules.handover import LENGTHS, Tool, handover, length_on
from canvas.services import Person, exchange, open_strategies
from canvas.steps.common import Network
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus

FR, EN = Translator("fr"), Translator("en")
PARIS = ZoneInfo("Europe/Paris")
STAMP = dt.datetime(2027, 1, 1, 9, 0, tzinfo=dt.UTC)
BEFORE = dt.datetime.fromisoformat("2026-12-31T09:00")

HOSTILE = "=cmd|' /C calc'!A0, \"quotes\"; lines\r\nand 🥖 é ü\tTAB \\, \\; \\n"


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    service = open_strategies(f"sqlite:///{tmp_path_factory.mktemp('out') / 'canvas.sqlite3'}")
    person = Person("nora")
    found = {
        name: service.open(exchange.open_example(service, person, name), person)
        for name in exchange.EXAMPLES
    }
    yield found
    service.store.close()


def agenda(strategy, tr=FR):
    return build_agenda(strategy, tr, zone=PARIS, stamp=STAMP)


# --- The agenda --------------------------------------------------------------------------


@pytest.mark.parametrize("name", exchange.EXAMPLES)
def test_two_readers_find_every_dated_line_of_the_calendar_at_its_time(examples, name):
    strategy = examples[name]
    content = agenda(strategy)
    dated = {post.id: post for post in strategy.of(Post) if post.date}
    first = icalendar.Calendar.from_ical(content)
    ours = {str(e["uid"]).partition("@")[0]: e for e in first.walk("VEVENT")}
    second = vobject.readOne(content.decode())
    theirs = {e.uid.value.partition("@")[0]: e for e in second.vevent_list}
    assert dated.keys() <= ours.keys() == theirs.keys()
    for key, post in dated.items():
        expected = dt.datetime.combine(post.date, post.time, PARIS) if post.time else post.date
        assert ours[key].decoded("dtstart") == expected
        assert theirs[key].dtstart.value == expected
        assert post.title in str(ours[key]["summary"])


def test_no_line_of_the_file_is_longer_than_the_standard_allows(examples):
    for strategy in examples.values():
        content = agenda(strategy)
        assert b"\r\n" in content
        assert max(map(len, content.split(b"\r\n"))) <= 75


def test_what_is_typed_comes_out_as_it_was_typed_and_private_notes_stay():
    post = Post(id="p", title=HOSTILE, text=HOSTILE, date=dt.date(2027, 3, 28),
                time=dt.time(2, 30), private_note="between us")  # fmt: skip
    content = agenda(Strategy("s", 1, {"post": (post,)}))
    assert b"between us" not in content
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    flat = HOSTILE.replace("\r\n", "\n").strip()
    assert str(event["summary"]).replace("\r\n", "\n") == flat
    assert str(event["description"]).replace("\r\n", "\n").endswith(flat)
    assert vobject.readOne(content.decode()).vevent.summary.value.count("🥖") == 1


def test_an_agenda_in_another_zone_is_told_the_rules_of_summer_time():
    posts = tuple(
        Post(id=f"p{m}", title="x", date=dt.date(2027, m, 15), time=dt.time(9)) for m in (1, 7)
    )
    first = icalendar.Calendar.from_ical(agenda(Strategy("s", 1, {"post": posts})))
    zones = first.walk("VTIMEZONE")
    assert [str(zone["tzid"]) for zone in zones] == ["Europe/Paris"]
    offsets = {e.decoded("dtstart").utcoffset() for e in first.walk("VEVENT")}
    assert offsets == {dt.timedelta(hours=1), dt.timedelta(hours=2)}


def test_an_empty_strategy_gives_an_empty_agenda_that_can_be_read():
    content = agenda(Strategy("s", 1, {}))
    assert icalendar.Calendar.from_ical(content).walk("VEVENT") == []


# --- Scheduling tools: parsers written from the tools' own rules --------------------------


def rows(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def read_buffer(content):
    """Read a file as Buffer does: exact header, 100 rows, 24 hours, direct images."""
    header, *lines = rows(content)
    assert header == ["Text", "Image URL", "Tags", "Posting Time"]
    assert len(lines) <= 100
    for text, image, tags, time in lines:
        assert text.strip(), "a blank row stops the import"
        assert not image or re.fullmatch(r"https?://\S+\.(jpe?g|png|gif|webp)(\?\S*)?", image)
        assert tags == ""
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", time)
        dt.datetime.strptime(time, "%Y-%m-%d %H:%M")  # noqa: DTZ007
    return [line[0] for line in lines]


def read_publer(content):
    """Read a file as Publer does: twelve columns, a time with a colon or it is a draft."""
    header, *lines = rows(content)
    assert len(header) == 12
    assert header[:4] == ["Date", "Text", "Link(s)", "Media URL(s)"]
    for line in lines:
        assert len(line) == 12
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", line[0])
    return [line[1] for line in lines]


def read_metricool(content):
    """Read a file as Metricool does: all columns of the template, one network a line at least."""
    header, *lines = rows(content)
    assert header[:4] == ["Text", "Date", "Time", "Draft"]
    assert header[-1] == "Brand name"
    assert len(header) == len(set(header))
    at = {name: place for place, name in enumerate(header)}
    networks = header[4:14]
    assert networks == ["Facebook", "Twitter/X", "LinkedIn", "GBP", "Instagram", "Pinterest",
                        "TikTok", "Youtube", "Threads", "Bluesky"]  # fmt: skip
    for line in lines:
        assert len(line) == len(header)
        dt.date.fromisoformat(line[at["Date"]])
        assert re.fullmatch(r"\d\d:\d\d:\d\d", line[at["Time"]])
        assert sorted(line[at[n]] for n in networks) == ["FALSE"] * 9 + ["TRUE"]
        assert line[at["Draft"]] == "FALSE"
    return [line[0] for line in lines]


READERS = {
    Tool.BUFFER: read_buffer,
    Tool.PUBLER: read_publer,
    Tool.METRICOOL: read_metricool,
}


@pytest.mark.parametrize("tool", Tool)
@pytest.mark.parametrize("name", exchange.EXAMPLES)
def test_a_tool_reads_every_line_that_was_said_to_leave(examples, name, tool):
    handed = handover(examples[name], tool, now=BEFORE)
    assert handed.lines
    read = [text for _, content in schedule_files(handed) for text in READERS[tool](content)]
    assert sorted(read) == sorted(line.text for line in handed.lines)
    for line in handed.lines:
        assert length_on(line.network, line.text) <= LENGTHS[line.network]


@pytest.mark.parametrize("tool", Tool)
def test_texts_with_commas_quotes_and_line_ends_arrive_whole(tool):
    post = Post(id="p", title="x", text=HOSTILE, date=dt.date(2027, 3, 1), time=dt.time(9, 5),
                network=Network.LINKEDIN, status=PostStatus.APPROVED)  # fmt: skip
    handed = handover(Strategy("s", 1, {"post": (post,)}), tool, now=BEFORE)
    ((_, content),) = schedule_files(handed)
    assert READERS[tool](content) == [HOSTILE.strip()]


def test_where_nothing_leaves_the_file_holds_its_header_alone():
    for tool, columns in (
        (Tool.BUFFER, BUFFER),
        (Tool.PUBLER, PUBLER),
        (Tool.METRICOOL, METRICOOL),
    ):
        ((_, content),) = schedule_files(handover(Strategy("s", 1, {}), tool, now=BEFORE))
        assert rows(content) == [list(columns)]


# --- Boards ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", exchange.EXAMPLES)
def test_boards_get_what_is_to_do_with_its_day_and_its_person(examples, name):
    strategy = examples[name]
    todo = [a for a in strategy.of(Action) if str(a.status) not in ("done", "dropped")]
    waiting = [p for p in strategy.of(Post) if p.status is not PostStatus.PUBLISHED]
    cards = list(csv.DictReader(io.StringIO(trello(strategy, FR).decode(), newline="")))
    assert [c["Card Name"] for c in cards] == [a.title for a in todo] + [p.title for p in waiting]
    assert [c["Due Date"] for c in cards] == [
        day.isoformat() if day else "" for day in [a.due for a in todo] + [p.date for p in waiting]
    ]
    asked = list(csv.DictReader(io.StringIO(asana(strategy, EN).decode(), newline="")))
    assert len(asked) == len(cards)
    for row, action in zip(asked, todo, strict=False):
        assert row["Due Date"] == (f"{action.due:%m/%d/%Y}" if action.due else "")
        assert re.fullmatch(r"(|\S+@\S+)", row["Assignee"])


# --- QR codes ----------------------------------------------------------------------------


def test_a_qr_code_is_a_sharp_picture_on_white():
    from PIL import Image

    address = "https://example.org/menu?utm_source=flyer"
    svg = qr_svg(address).decode()
    assert svg.startswith("<?xml")
    assert "#fff" in svg
    picture = Image.open(io.BytesIO(qr_png(address)))
    assert picture.size[0] == picture.size[1] >= 300
    assert picture.convert("L").getpixel((0, 0)) == 255


def test_the_zone_of_a_strategy_that_names_none_is_said_in_one_place():
    from canvas.services.clock import zone_of

    assert zone_of(Strategy("s", 1, {})).key == "Europe/Paris"
    odd = Settings(id="settings", time_zone="Mars/Olympus")
    assert zone_of(Strategy("s", 1, {"settings": (odd,)})).key == "Europe/Paris"
