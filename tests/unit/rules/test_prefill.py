"""What a new line says before anybody typed it."""

import datetime as dt

import pytest

from canvas.rules.prefill import prefilled
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.audit.accounts import Account, AccountDecision
from canvas.steps.common import Network, PurchaseStage, Quarter, Weekday
from canvas.steps.frame.people import Person
from canvas.steps.frame.settings import Settings
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.missions import AccountMission, AccountRole, Mission
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.themes import Theme
from canvas.steps.personas.persona import Persona
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import Intent
from canvas.steps.plan.content import ContentMission, ContentType
from canvas.steps.plan.effort import effort_of
from canvas.steps.plan.rhythm import BestTime, Cadence
from tests.unit.steps.support import strategy

INSTAGRAM, FACEBOOK, BLOG = Network.INSTAGRAM, Network.FACEBOOK, Network.BLOG
TUESDAY = "2027-01-05"

PEOPLE = (Person(id="nora", name="Nora"), Person(id="paul", name="Paul"))
ACCOUNTS = (
    Account(id="port", handle="@port", network=INSTAGRAM, owner="paul"),
    Account(id="page", handle="Port", network=FACEBOOK),
    Account(id="old", handle="Old", network=FACEBOOK, decision=AccountDecision.DELETE),
)
VIDEO = ContentType(id="video", name="Video", cta="Tell us", intent=Intent.ENTERTAIN,
                    stage=PurchaseStage.UNAWARE, effort_hours=1.5, cost=20_00)  # fmt: skip


def filled(*records, **given):
    """Return what is filled in beside what was given, the status left aside."""
    found = prefilled(strategy(*PEOPLE, *ACCOUNTS, *records), given)
    return {k: v for k, v in found.items() if k not in given and k != "status"}


def test_a_new_line_is_an_idea():
    assert prefilled(strategy(), {"title": "Bread"}) == {"title": "Bread", "status": "idea"}


def test_the_account_is_the_only_open_one_of_its_network():
    assert filled(network="facebook")["account"] == "page"


def test_the_network_is_that_of_the_account():
    assert filled(account="page")["network"] == "facebook"


def test_without_a_network_the_line_is_for_the_main_account():
    main = AccountMission(id="m", account="port", role=AccountRole.MAIN)
    assert filled(main)["account"] == "port"
    assert "account" not in filled()


def test_a_network_without_account_gets_none():
    main = AccountMission(id="m", account="port", role=AccountRole.MAIN)
    assert "account" not in filled(main, network="tiktok")


def test_what_the_content_type_says_is_taken_over():
    found = filled(VIDEO, content_type="video")
    assert found == {"cta": "Tell us", "intent": "entertain", "stage": "unaware",
                     "effort_hours": 1.5, "cost": 20_00}  # fmt: skip


def test_what_is_given_always_wins():
    main = AccountMission(id="m", account="port", role=AccountRole.MAIN)
    found = prefilled(
        strategy(*PEOPLE, *ACCOUNTS, VIDEO, main),
        {"content_type": "video", "cta": "Call us", "account": "page", "status": "draft"},
    )
    assert (found["cta"], found["network"], found["status"]) == ("Call us", "facebook", "draft")


def test_the_content_type_comes_from_the_matrix_when_only_one_fits_the_network():
    photo = ContentType(id="photo", name="Photo", networks=(BLOG,))
    mission = ContentMission(id="m", account="port", content_types=("video", "photo"))
    assert filled(VIDEO, photo, mission, account="port")["content_type"] == "video"
    anywhere = ContentType(id="photo", name="Photo")
    assert "content_type" not in filled(VIDEO, anywhere, mission, account="port")


def test_the_theme_is_that_of_the_quarter_counted_from_the_first_day():
    records = (
        Settings(id="settings", start_date=dt.date(2026, 11, 1)),
        Theme(id="one", title="One", quarter=Quarter.Q1, objective="o", personas=("p",)),
        Theme(id="two", title="Two", quarter=Quarter.Q2),
        Objective(id="o", title="Orders"),
        Persona(id="p", name="Ana"),
    )
    found = filled(*records, date=TUESDAY)
    assert (found["theme"], found["objective"], found["persona"]) == ("one", "o", "p")
    assert filled(*records, date="2027-02-01")["theme"] == "two"
    assert "theme" not in filled(*records, date="2026-10-31")


def test_a_theme_told_elsewhere_is_left_out():
    theme = Theme(id="one", title="One", quarter=Quarter.Q1, networks=(BLOG,))
    assert "theme" not in filled(theme, date=TUESDAY, network="facebook")


def test_the_purpose_comes_from_the_content_matrix_before_the_theme():
    records = (
        ContentMission(id="m", account="port", objective="o", kpi="k", personas=("p", "q")),
        Theme(id="t", title="One", quarter=Quarter.Q1, objective="other", kpi="x"),
        Objective(id="o", title="Orders"), Objective(id="other", title="Fame"),
        Kpi(id="k", name="Orders"), Kpi(id="x", name="Reach"),
        Persona(id="p", name="Ana"), Persona(id="q", name="Bob"),
    )  # fmt: skip
    found = filled(*records, account="port", date=TUESDAY)
    assert (found["objective"], found["kpi"], found["persona"]) == ("o", "k", "p")
    assert "kpi" not in filled(*records, account="port", objective="elsewhere")


def test_the_objective_is_the_only_one_of_the_mission_that_the_account_serves():
    records = (
        Mission(id="m", text="Feed the port"),
        AccountMission(id="am", account="port", mission="m"),
        Objective(id="o", title="Orders", mission="m"),
        Kpi(id="k", name="Orders", objective="o"),
    )
    found = filled(*records, account="port")
    assert (found["objective"], found["kpi"]) == ("o", "k")


def test_the_rhythm_says_who_writes_and_the_roles_who_publishes():
    cadence = Cadence(id="c", what="Photo", account="port", owner="nora", posts_per_week=1)
    role = NetworkRole(id="r", network=INSTAGRAM, publishers=("paul", "nora"))
    found = filled(cadence, role, account="port")
    assert (found["author"], found["publisher"]) == ("nora", "paul")


def test_without_a_role_whoever_runs_the_account_publishes():
    assert filled(account="port")["publisher"] == "paul"


def test_the_time_is_that_of_the_rhythm_on_this_day_of_the_week():
    cadence = Cadence(id="c", what="Photo", account="port", posts_per_week=1,
                      weekdays=(Weekday.TUESDAY,), times=("8:15",))  # fmt: skip
    assert filled(cadence, account="port", date=TUESDAY)["time"] == "08:15"
    assert "time" not in filled(cadence, account="port", date="2027-01-06")


@pytest.mark.parametrize(("weight", "expected"), [(5, "17:00"), (None, "17:00"), (2, "06:45")])
def test_the_best_good_slot_of_the_day_gives_the_time(weight, expected):
    slots = (
        BestTime(id="a", network=INSTAGRAM, start_time=dt.time(6, 45), weight=3),
        BestTime(id="b", network=INSTAGRAM, start_time=dt.time(17), weight=weight),
    )
    if weight is None:
        slots = slots[1:]
    assert filled(*slots, account="port", date=TUESDAY)["time"] == expected


def test_a_record_deleted_since_is_not_linked():
    cadence = Cadence(id="c", what="Photo", account="gone", owner="gone", posts_per_week=1)
    assert filled(cadence, cadence="c") == {}


def test_the_effort_is_the_lines_own_then_its_types_then_its_rhythms():
    cadence = Cadence(id="c", what="Photo", effort_hours=0.5)
    of = strategy(VIDEO, cadence)
    assert effort_of(of, Post(effort_hours=0, content_type="video")) == 0
    assert effort_of(of, Post(content_type="video", cadence="c")) == 1.5
    assert effort_of(of, Post(cadence="c")) == 0.5
    assert effort_of(of, Post()) is None
