"""The example strategies: whole, coherent, and fit to be shown to anybody."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest

from canvas.domain.records import EXISTS
from canvas.domain.story import Gap, Slide
from canvas.domain.strategy import Strategy, build
from canvas.exports.project import build_project, schema
from canvas.i18n import Translator
from canvas.imports.project import read_project, read_whole
from canvas.rules.gauge import Fit, Scope
from canvas.rules.load import sustainable_weeks
from canvas.rules.mending import mend
from canvas.rules.mix import origins
from canvas.rules.newsjacking import advice
from canvas.rules.proposals import Way
from canvas.rules.recurrence import plan_quarter
from canvas.rules.silences import longest_silences
from canvas.rules.spend import spend
from canvas.rules.tradeoff import Weights, meaning
from canvas.rules.tradeoff_given import given
from canvas.steps import RECORD_TYPES, STEPS
from canvas.steps.audit.figures import starting_point
from canvas.steps.audit.swot import Quadrant, SwotItem
from canvas.steps.common import PurchaseStage
from canvas.steps.frame.settings import Settings
from canvas.steps.measure.files import DataFile
from canvas.steps.measure.series import course_of
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.networks.ranking import ranking
from canvas.steps.objectives.diagnosis import Review
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.todos import main_objective
from canvas.steps.personas.stages import StageContent
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import Intent, Verdict
from canvas.steps.plan.conversation import Opportunity
from canvas.steps.plan.rhythm import Rhythm
from canvas.steps.resources.load import Cause, Load, breaks, first_break, in_hours, load
from canvas.steps.resources.spans import HOUR
from canvas.steps.resources.spending import by_category
from canvas.steps.resources.tradeoff import Tradeoff
from canvas.steps.resources.work import Source
from canvas.steps.resources.workload import weekly_workload
from canvas.ui.canvases.load_words import broken as broken_week
from canvas.ui.canvases.load_words import fits

FOLDER = Path(__file__).parents[2] / "data" / "examples"
NAMES = sorted(path.name.split(".")[0] for path in FOLDER.glob("*.canevas.json"))
BAKERY = "bakery"
SOFTWARE = "software"

LEAST_TO_MOST = {
    "persona": (1, 4),
    "competitor": (3, 4),
    "objective": (3, 5),
    "swot_item": (8, 24),
    "post": (30, 120),
    "action": (10, 30),
    "budget_line": (5, 15),
    "reading": (15, 300),
}
"""What a real strategy has of these: less is no example, more is no strategy."""

TITLE = 130
"""Characters of a slide's title that still stand on two lines."""


def content(name: str) -> bytes:
    return (FOLDER / f"{name}.canevas.json").read_bytes()


@cache
def strategy(name: str) -> Strategy:
    rows = {(r.type, r.id): {EXISTS: True, **r.fields} for r in read_project(content(name))}
    return build(name, 1, rows, RECORD_TYPES)


FIRST_QUARTER = dt.date(2027, 1, 1), dt.date(2027, 3, 31)


@cache
def first_quarter(name: str) -> Load:
    return load(strategy(name), *FIRST_QUARTER)


def texts(name: str) -> list[str]:
    """Return all texts that somebody typed, addresses left out."""
    found = []
    for record in strategy(name):
        for field in record.fields():
            value = getattr(record, field.name)
            if field.kind == "text":
                found.append(value)
            elif field.kind == "lines":
                found.extend(value)
    return [text for text in found if text]


def without_generator(document: bytes) -> bytes:
    return re.sub(rb'"generator": "[^"]*"', b"", document)


def test_the_bakery_and_the_software_firm_are_there():
    assert NAMES == ["bakery", "software"]


@pytest.mark.parametrize("name", NAMES)
class TestEachExample:
    def test_follows_the_published_schema(self, name):
        jsonschema.Draft202012Validator(schema()).validate(json.loads(content(name)))

    def test_comes_out_as_it_went_in(self, name):
        # The line that names the version of the program is the only one that may change.
        batches = read_whole(content(name)).batches
        again = without_generator(build_project(strategy(name), batches))
        assert again == without_generator(content(name))

    def test_has_nothing_that_this_version_does_not_know(self, name):
        assert not strategy(name).unknown
        assert [record.id for record in strategy(name) if record.extra] == []

    def test_has_links_that_lead_to_a_record_of_the_right_type(self, name):
        broken = []
        for record in strategy(name):
            for field in record.fields():
                if field.kind not in ("link", "links"):
                    continue
                value = getattr(record, field.name)
                for target in (value,) if field.kind == "link" else value:
                    found = strategy(name).find(target) if target else None
                    if target and (found is None or found.key != field.to):
                        broken.append((record.id, field.name, target))
        assert broken == []

    def test_has_something_of_every_record_type(self, name):
        filled = {record.key for record in strategy(name) if not record.is_blank()}
        assert set(RECORD_TYPES) - filled == set()

    @pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
    def test_has_made_every_decision(self, name, step):
        missing = [todo.missing(strategy(name)) for todo in step.todos]
        assert [Translator("en")(message) for message in missing if message] == []
        assert step.decision(strategy(name)) is not None

    @pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
    def test_tells_its_story_without_a_gap(self, name, step):
        pieces = list(step.story(strategy(name)))
        assert [piece.what.text for piece in pieces if isinstance(piece, Gap)] == []
        assert any(isinstance(piece, Slide) for piece in pieces)

    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_has_slide_titles_that_can_be_read_at_a_glance(self, name, language):
        tr = Translator(language)
        titles = [
            tr(piece.title)
            for step in STEPS
            for piece in step.story(strategy(name))
            if isinstance(piece, Slide)
        ]
        assert [title for title in titles if len(title) > TITLE] == []

    @pytest.mark.parametrize("type_key", LEAST_TO_MOST)
    def test_is_of_a_believable_size(self, name, type_key):
        least, most = LEAST_TO_MOST[type_key]
        assert least <= len(strategy(name).records[type_key]) <= most

    def test_has_a_swot_that_fits_on_one_slide(self, name):
        by_quadrant = [note.quadrant for note in strategy(name).of(SwotItem)]
        assert all(1 <= by_quadrant.count(quadrant) <= 6 for quadrant in Quadrant)

    def test_has_one_main_objective_and_three_key_indicators(self, name):
        assert main_objective(strategy(name)) is not None
        assert sum(kpi.is_key for kpi in strategy(name).of(Kpi)) == 3

    def test_puts_its_main_network_first_in_the_matrix(self, name):
        roles = [option.role for option in strategy(name).of(NetworkOption)]
        assert roles.count(Role.MAIN) == 1
        assert ranking(strategy(name))[0].option.role is Role.MAIN

    def test_starts_each_key_indicator_where_its_objective_starts(self, name):
        for kpi in strategy(name).of(Kpi):
            objective = strategy(name).linked(Objective, kpi.objective)
            if kpi.is_key and objective and kpi.unit == objective.unit:
                assert (kpi.baseline, kpi.target) == (objective.baseline, objective.target), kpi.id

    def test_has_readings_of_each_key_indicator_with_a_month_left_out_somewhere(self, name):
        courses = [course_of(strategy(name), k) for k in strategy(name).of(Kpi) if k.is_key]
        assert all(len(course.months) >= 6 for course in courses)
        assert any(value is None for course in courses for value in course.values)

    def test_plans_no_more_work_than_there_are_hours(self, name):
        spare = weekly_workload(strategy(name)).spare
        assert spare is not None
        assert spare >= 0

    def test_counts_the_effort_of_every_line_of_its_first_quarter(self, name):
        assert first_quarter(name).unknown == ()

    def test_publishes_each_week_of_its_first_quarter(self, name):
        found = first_quarter(name)
        full = {piece.week for piece in found.pieces if piece.source is Source.POSTS}
        assert full == set(found.weeks)

    def test_asks_for_its_instalments_before_it_needs_them(self, name):
        found = spend(strategy(name))
        assert [one.month for one in found.course() if one.uncovered] == []
        assert all(s.needed is None or s.needed <= s.request.amount for s in found.stages)

    def test_says_of_its_scenario_how_long_it_lasts_as_the_rule_does(self, name):
        found = strategy(name)
        chosen = found.find(found.one(Tradeoff).scenario)
        lasting = sustainable_weeks(found, found.one(Settings).start_date)
        assert chosen.sustainable_weeks == lasting.weeks

    def test_spends_no_more_than_it_plans(self, name):
        assert all(line.spent <= line.planned for line in by_category(strategy(name)))

    def test_keeps_promotion_within_its_own_rule(self, name):
        posts = strategy(name).of(Post)
        promoting = sum(post.intent is Intent.PROMOTE for post in posts)
        assert promoting / len(posts) <= strategy(name).one(Rhythm).promotional_share

    def test_plans_its_publications_within_its_first_year(self, name):
        start = strategy(name).one(Settings).start_date
        year = dt.timedelta(days=366)
        dates = [p.date for p in strategy(name).of(Post) if p.date and not p.is_out]
        assert all(start <= date < start + year for date in dates)

    def test_fills_its_first_quarter_without_a_line_more(self, name):
        filled = plan_quarter(strategy(name), *FIRST_QUARTER)
        assert [line.raw["date"] for line in filled.created] == []

    def test_seizes_only_the_occasions_that_pass_all_tests(self, name):
        for occasion in strategy(name).of(Opportunity):
            seized = occasion.verdict is Verdict.GO
            assert (advice(occasion).verdict is Verdict.GO) == seized, occasion.id

    def test_keeps_to_its_shares_of_own_curated_and_clients_content(self, name):
        scope = Scope(strategy(name), *FIRST_QUARTER, None, dt.date(2026, 12, 1))
        assert origins(scope).fit is Fit.FITS

    def test_names_figures_that_are_there_for_each_of_its_files(self, name):
        named = {file.batch for file in strategy(name).of(DataFile)}
        assert named == set(read_whole(content(name)).batches)

    def test_has_a_verdict_with_its_reason_for_each_result(self, name):
        assert all(one.decision and one.reason for one in strategy(name).of(Review))

    def test_has_a_content_for_every_purchase_stage(self, name):
        stages = {content.stage for content in strategy(name).of(StageContent)}
        assert stages == set(PurchaseStage)

    def test_uses_typographic_apostrophes(self, name):
        assert [text for text in texts(name) if "'" in text] == []


class TestTheBakery:
    def test_fits_in_six_hours_in_every_week_of_the_quarter_and_says_so(self):
        found = first_quarter(BAKERY)
        assert list(breaks(found)) == []
        assert all(found.cell("team-maelle", week).needed <= 6 * HOUR for week in found.weeks)
        assert "in every week" in Translator("en")(fits(found))

    def test_is_written_with_the_spaces_of_french(self):
        # A narrow space stands before ; ! ? %, a wider one before : and inside « ».
        wrong = re.compile(r"[\u0020\u00a0][;!?%]|\u0020[:»]|«[^\u00a0]|\w[;!?»]|\d%|\.\.\.")
        assert [text for text in texts(BAKERY) if wrong.search(text)] == []

    def test_has_six_hours_a_week_of_one_person(self):
        load = weekly_workload(strategy(BAKERY))
        assert (load.available, len(strategy(BAKERY).records["team_member"])) == (6, 1)

    def test_gives_its_networks_no_more_hours_than_the_week_has(self):
        hours = [option.effort_hours_week or 0 for option in strategy(BAKERY).of(NetworkOption)]
        assert sum(hours) <= 6

    def test_splits_its_effort_between_accounts_up_to_100_percent(self):
        shares = [mission.effort_share for mission in strategy(BAKERY).records["account_mission"]]
        assert sum(shares) == pytest.approx(1)

    def test_has_one_budget_whichever_way_it_is_added_up(self):
        found = strategy(BAKERY)
        planned = sum(line.planned for line in by_category(found))
        assert planned == sum(o.budget for o in found.of(Objective))
        assert planned == sum(r.amount for r in found.records["budget_request"])
        assert planned == found.records["roi_target"][0].spend
        assert planned == found.records["responsibility"][0].budget_owned

    def test_starts_its_followers_where_the_audit_counted_them(self):
        kpi = strategy(BAKERY).find("kpi-abonnes")
        counted = starting_point(strategy(BAKERY), "acc-instagram")
        assert kpi.baseline == counted.followers

    def test_has_a_full_first_quarter_of_calendar(self):
        dates = sorted(post.date for post in strategy(BAKERY).of(Post))
        assert len(dates) == 37
        assert {(date.year, date.month) for date in dates} == {(2027, 1), (2027, 2), (2027, 3)}

    def test_is_never_silent_longer_than_it_says(self):
        dates = sorted(post.date for post in strategy(BAKERY).of(Post))
        silences = [later - earlier for earlier, later in pairwise(dates)]
        assert max(silences).days <= strategy(BAKERY).one(Rhythm).max_gap_days

    def test_gives_what_its_plan_takes_within_its_budget_and_its_date(self):
        means = given(strategy(BAKERY)).means
        chosen = strategy(BAKERY).one(Tradeoff)
        found = meaning(means, Weights(chosen.time, chosen.money, chosen.quality))
        assert (found.limits, found.over, found.late) == ((), 0, 0)
        assert found.our_hours <= 6

    def test_is_never_silent_on_instagram_for_longer_than_it_says(self):
        scope = Scope(strategy(BAKERY), *FIRST_QUARTER, None, dt.date(2026, 12, 1))
        (silence,) = (
            one
            for one in longest_silences(scope)
            if {post.account for post in one.around} == {"acc-instagram"}
        )
        assert silence.days <= strategy(BAKERY).one(Rhythm).max_gap_days


class TestTheSoftwareFirm:
    def test_breaks_in_the_launch_week_and_in_no_other_week_of_its_year(self):
        found = strategy(SOFTWARE)
        (broken,) = breaks(load(found, dt.date(2027, 1, 1), dt.date(2027, 12, 31)))
        assert (broken.week, broken.hand.name) == (dt.date(2027, 3, 8), "Tom")
        assert (in_hours(broken.cell.needed), in_hours(broken.cell.capacity)) == (34, 12)
        assert broken.cause is Cause.PILE

    def test_says_which_week_why_and_what_would_mend_it(self):
        tr, found = Translator("en"), strategy(SOFTWARE)
        loaded = first_quarter(SOFTWARE)
        broken = first_break(loaded)
        assert tr(broken_week(broken)).replace("\u00a0", " ") == (
            "In the week of 8 March 2027, Tom has 12 h for 34 h of work: 22 h short."
        )
        proposals = mend(found, loaded, broken)
        assert {p.way for p in proposals} == set(Way)
        together = proposals[0]
        (paid,) = (p for p in proposals if p.way is Way.PROVIDER)
        # What cannot be moved or handed over is paid for, and then the week fits.
        assert together.after - paid.hours == paid.after
        assert paid.mends

    def test_says_in_its_ambitions_what_the_rule_counts(self):
        launch = strategy(SOFTWARE).find("means-gap-04")
        assert (launch.hours_needed, launch.hours_available) == (34, 12)
