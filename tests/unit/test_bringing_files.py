"""Platform files come in: whose they are, what they change, what is remembered."""

import datetime as dt
from dataclasses import replace

import pytest

from canvas.i18n import Translator
from canvas.imports.platforms import Answers, Question
from canvas.services import Person, open_strategies
from canvas.services.figures import FigureShelf
from canvas.services.readings import (
    Counts,
    Dated,
    Reply,
    bring,
    is_new,
    leave_out,
    understand,
    weighed,
    words,
)
from canvas.services.readings.dates import written_on
from canvas.settings import ROOT
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.measure.choices import Metric, Scope
from canvas.steps.measure.files import DataFile, DateOrder, FileMapping
from tests.imports.platform_files import facebook, instagram

TODAY = dt.date(2026, 11, 22)
NORA = Person("nora")
EN = Translator("en")
YEAR = sorted((ROOT / "data" / "examples" / "software-figures").iterdir())

FRENCH = """\
Identifiant de publication,Nom de la page,Heure de publication,Vues,Comptes touchés,Réactions
1001,Port,03/09/2026 10:00,120,90,4
1002,Port,05/09/2026 10:00,80,60,2
"""


class Desk:
    """A strategy with accounts, to which files are brought."""

    def __init__(self, service):
        self.service = service
        self.shelf = FigureShelf(service.store)

    def start(self, *accounts):
        records = [
            ("account", key, {"handle": handle, "network": network})
            for key, handle, network in accounts
        ]
        self.id = self.service.create(NORA, {"name": "Port"}, records)

    @property
    def strategy(self):
        return self.service.open(self.id, NORA)

    @property
    def figures(self):
        return self.shelf.of(self.strategy)

    def understand(self, *files, replies=(), today=TODAY):
        return understand(self.service, NORA, self.id, files, replies, today=today)

    def one(self, name, content, reply=None, today=TODAY):
        replies = [reply] if reply else []
        return self.understand((name, content), replies=replies, today=today)[0]

    def weigh(self, *arrivals):
        return weighed(self.shelf, self.strategy, arrivals)

    def bring(self, *arrivals):
        return bring(self.service, NORA, self.id, arrivals, EN)

    def back(self):
        return self.service.undo(self.id, NORA)


@pytest.fixture
def desk(tmp_path):
    service = open_strategies(f"sqlite:///{tmp_path / 'canvas.sqlite3'}")
    found = Desk(service)
    found.start(("fb", "The Harbour Bakery", "facebook"), ("ig", "@harbour.bakery", "instagram"))
    yield found
    service.store.close()


# --- a year of files -------------------------------------------------------------------------


def test_a_year_of_files_is_one_step_and_twice_changes_nothing(desk):
    desk.start(
        ("li", "Gantrell", "linkedin"), ("hanne", "Hanne", "linkedin"),
        ("yt", "Gantrell Workshop", "youtube"), ("yt2", "Gantrell Tutorials", "youtube"),
        ("ig", "gantrell.team", "instagram"), ("fb", "Gantrell", "facebook"),
    )  # fmt: skip
    seen = []
    files = [(path.name, path.read_bytes()) for path in YEAR]
    arrivals = understand(
        desk.service, NORA, desk.id, files, today=TODAY, progress=lambda *at: seen.append(at)
    )
    assert seen == [(n, 72) for n in range(1, 73)]
    assert all(one.batch and not one.refusal for one in arrivals)
    assert {one.account for one in arrivals} == {"li", "yt", "ig", "fb", ""}
    found = desk.weigh(*arrivals)
    assert found.together.new > 8_000
    assert (found.together.changed, found.together.unchanged) == (0, 0)

    revision = desk.strategy.revision
    assert len(desk.bring(*arrivals).added) == 72
    assert desk.strategy.revision == revision + 1
    assert desk.figures.total(
        "li", Metric.NEW_FOLLOWERS, dt.date(2025, 11, 1), dt.date(2026, 10, 31)
    )

    again = desk.understand(*files, today=TODAY + dt.timedelta(9))
    assert all(one.is_known for one in again)
    assert desk.weigh(*again).together.new == 0
    assert desk.weigh(*again).together.changed == 0
    assert desk.bring(*again).added == ()
    assert desk.strategy.revision == revision + 1

    desk.back()
    assert desk.strategy.of(DataFile) == ()
    assert not desk.figures.series


def test_a_file_that_cannot_be_used_does_not_hold_up_the_others(desk):
    bad, good = desk.understand(
        ("broken.xlsx", b"PK\x03\x04"), ("instagram.csv", instagram("en").content())
    )
    assert bad.refusal
    assert EN(bad.refusal).endswith(".")
    assert words.problems(bad) == (bad.refusal,)
    found = desk.weigh(bad, good)
    assert found.files[0] is None
    assert found.files[1] == Counts(new=2)
    assert desk.bring(bad, good).added == ("instagram.csv",)


# --- whose figures ---------------------------------------------------------------------------


def test_the_account_whose_name_stands_in_the_file_is_proposed(desk):
    desk.start(("a", "Port", "instagram"), ("b", "@Harbour.Bakery", "instagram"),
               ("c", "harbour.bakery", "x"))  # fmt: skip
    one = desk.one("instagram.csv", instagram("en").content())
    assert (one.account, one.asks_account) == ("b", False)
    assert {post.account for post in one.batch.posts} == {"b"}


def test_two_accounts_of_one_name_are_asked_about(desk):
    desk.start(("a", "Harbour Bakery", "instagram"), ("b", "@harbour.bakery", "instagram"))
    assert desk.one("instagram.csv", instagram("en").content()).asks_account


def test_the_only_account_of_the_network_is_proposed_and_another_name_is_said(desk):
    desk.start(("ig", "Le Port", "instagram"), ("fb", "Le Port", "facebook"))
    one = desk.one("instagram.csv", instagram("en").content())
    assert one.account == "ig"
    assert "harbour.bakery" in EN(one.notes[0])


def test_of_several_accounts_the_one_in_the_name_of_the_file_is_proposed(desk):
    desk.start(("li", "Gantrell", "linkedin"), ("hanne", "Hanne Verlinckx", "linkedin"))
    path = next(path for path in YEAR if path.name.startswith("gantrell_content"))
    assert desk.one(path.name, path.read_bytes()).account == "li"
    unnamed = desk.one("content.xlsx", path.read_bytes())
    assert unnamed.asks_account
    assert unnamed.batch is None
    assert EN(words.questions(unnamed)[0]) == "Say which account its figures are of."


def test_an_account_that_was_chosen_is_remembered_for_files_alike(desk):
    desk.start(("li", "Gantrell", "linkedin"), ("hanne", "Hanne Verlinckx", "linkedin"))
    first, second = [path for path in YEAR if path.name.startswith("gantrell_content")][:2]
    desk.bring(desk.one("content.xlsx", first.read_bytes(), Reply(account="hanne")))
    assert [one.account for one in desk.strategy.of(FileMapping)] == ["hanne"]
    assert desk.one("content (1).xlsx", second.read_bytes()).account == "hanne"


def test_without_an_account_of_the_network_one_comes_in_with_the_file(desk):
    desk.start()
    one = desk.one("instagram.csv", instagram("en").content())
    assert is_new(one.account)
    desk.bring(one)
    (account,) = desk.strategy.of(Account)
    assert (account.handle, account.network) == ("harbour.bakery", Network.INSTAGRAM)
    assert {post.account for post in desk.figures.posts} == {account.id}
    assert desk.one("instagram.csv", instagram("en").content()).is_known
    desk.back()
    assert desk.strategy.of(Account) == ()


def test_a_table_of_ones_own_asks_for_its_account_or_is_of_all_together(desk):
    content = b"Date,Followers\n2026-09-30,812\n"
    one = desk.one("ours.csv", content)
    assert one.asks_account
    together = desk.one("ours.csv", content, Reply(account=""))
    assert together.batch
    desk.bring(together)
    key = ("", Metric.FOLLOWERS, Scope.TOTAL)
    assert desk.figures.series[key] == {dt.date(2026, 9, 30): 812.0}


# --- of which day ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("account_analytics_content_2026-10-01_2026-10-31.csv", dt.date(2026, 10, 31)),
        ("Instagram_2026-10.csv", dt.date(2026, 10, 31)),
        ("Jun-01-2026_Jun-30-2026_1234567890123456.csv", dt.date(2026, 6, 30)),
        ("gantrell_followers_1793491200000.xls", dt.date(2026, 11, 1)),
        ("20261105 visits.csv", dt.date(2026, 11, 5)),
        ("2026-11.csv", TODAY),
    ],
)
def test_a_file_is_of_the_day_that_its_name_says(name, day):
    assert written_on(name, None, TODAY) == (day, Dated.NAME)


@pytest.mark.parametrize("name", ["posts.csv", "2026-99.csv", "tel 0612345678.csv", "v1.2.csv"])
def test_a_file_whose_name_says_no_day_is_of_today(name):
    assert written_on(name, None, TODAY) == (TODAY, Dated.TODAY)


def test_visits_are_of_the_last_day_of_their_period(desk):
    path = next(path for path in YEAR if path.name.startswith("Traffic"))
    one = desk.one("Traffic_acquisition.csv", path.read_bytes())
    assert (one.read_on, one.dated) == (dt.date(2025, 11, 30), Dated.PERIOD)


def test_no_file_is_older_than_what_it_speaks_of(desk):
    one = desk.one("instagram 2026-01-01.csv", instagram("en").content())
    assert one.read_on == dt.date(2026, 9, 5)


def test_the_same_file_on_another_day_says_nothing_new(desk):
    content = instagram("en").content()
    desk.bring(desk.one("instagram.csv", content))
    later = desk.one("instagram (1).csv", content, today=TODAY + dt.timedelta(30))
    assert (later.is_known, later.dated, later.read_on) == (True, Dated.BEFORE, TODAY)
    assert desk.bring(later).added == ()


def test_a_newer_export_of_the_same_name_counts_instead_of_the_old_one(desk):
    old = instagram("en").content()
    new = old.replace(b'"300"', b'"280"')
    assert new != old
    desk.bring(desk.one("Instagram_2026-09.csv", old))
    one = desk.one("Instagram_2026-09 (1).csv", new)
    assert (one.dated, one.read_on) == (Dated.TODAY, TODAY)
    assert desk.weigh(one).together == Counts(changed=1, unchanged=1)
    desk.bring(one)
    likes = {post.key: post.counters[Metric.LIKES] for post in desk.figures.posts}
    assert likes["17900000000000002"] == 280
    assert desk.one("Instagram_2026-09 (1).csv", new, today=TODAY + dt.timedelta(2)).is_known


# --- what it changes -------------------------------------------------------------------------


def test_an_older_file_of_posts_leaves_the_newer_figures_alone(desk):
    new = instagram("en").content()
    desk.bring(desk.one("Instagram 2026-10-31.csv", new))
    older = desk.one("Instagram 2026-10-01.csv", new.replace(b'"300"', b'"280"'))
    assert desk.weigh(older).together == Counts(unchanged=2)


def test_two_files_that_say_the_same_count_once_together(desk):
    content = instagram("en").content()
    both = desk.understand(("a.csv", content), ("b.csv", content))
    found = desk.weigh(*both)
    assert found.files == (Counts(new=2), Counts(new=2))
    assert found.together == Counts(new=2)
    assert desk.bring(*both).known == ("b.csv",)


def test_a_file_is_left_out_and_comes_back_with_undo(desk):
    desk.bring(desk.one("instagram.csv", instagram("en").content()))
    (file,) = desk.strategy.of(DataFile)
    leave_out(desk.service, NORA, desk.id, file.id)
    assert desk.figures.posts == ()
    desk.back()
    assert len(desk.figures.posts) == 2


# --- what was mended -------------------------------------------------------------------------


def test_what_was_mended_is_remembered_and_told_once(desk):
    desk.start(("fb", "Port", "facebook"))
    asked = desk.one("posts.csv", FRENCH.encode())
    assert asked.understood.questions == (Question.DATE_ORDER,)
    text, days = words.two_dates(asked)
    assert text == "03/09/2026 10:00"
    assert list(days.values()) == [dt.date(2026, 9, 3), dt.date(2026, 3, 9)]
    said = Answers(date_order=DateOrder.DAY_FIRST, columns={"Comptes touchés": "reach"})
    mended = desk.one("posts.csv", FRENCH.encode(), Reply(said))
    desk.bring(mended)
    (mapping,) = desk.strategy.of(FileMapping)
    assert mapping.columns == ("reach=Comptes touchés",)
    assert mapping.date_order is DateOrder.DAY_FIRST

    following = FRENCH.replace("/09/", "/10/").replace("100", "200").encode()
    one = desk.one("posts.csv", following)
    assert one.understood.questions == ()
    assert [post.counters[Metric.REACH] for post in one.batch.posts] == [90, 60]
    assert one.batch.posts[0].published.date() == dt.date(2026, 10, 3)

    # Something else is said of the same kind of file: one record, and both things hold.
    other = Answers(columns={"Vues": "impressions"})
    desk.bring(desk.one("posts.csv", following, Reply(other)))
    (mapping,) = desk.strategy.of(FileMapping)
    assert set(mapping.columns) == {"reach=Comptes touchés", "impressions=Vues"}
    desk.back()
    desk.back()
    assert desk.strategy.of(FileMapping) == ()


def test_a_file_that_was_understood_alone_leaves_no_mapping(desk):
    desk.bring(desk.one("facebook.csv", facebook("en").content()))
    assert desk.strategy.of(FileMapping) == ()
    one = desk.one("facebook.csv", facebook("en").content(), Reply(account="fb"))
    desk.bring(replace(one, is_known=False))
    assert desk.strategy.of(FileMapping) == ()


def test_every_code_of_a_column_has_words_of_its_own(desk):
    codes = words.meanings()
    told = [EN(words.meaning(code)) for code in codes]
    assert len(set(told)) == len(codes)
    assert all(told)
