"""What to decide next, how far each step is, and what stands beside which field."""

import pytest

from canvas.domain.messages import N_, say
from canvas.domain.strategy import build
from canvas.i18n import Translator
from canvas.rules.coherence import Finding, Severity, findings
from canvas.rules.limits import limits_behind
from canvas.rules.next_decision import next_decision
from canvas.rules.places import Place, place_of_finding
from canvas.rules.readiness import readiness
from canvas.rules.remarks import remarks
from canvas.steps import RECORD_TYPES, STEPS
from canvas.steps.express import STOPS
from canvas.steps.frame.organisation import Organisation
from canvas.steps.frame.rule_names import Limit, RuleCode
from tests.unit.coherence.bakery import bakery, changed, found_in

EN = Translator("en")


def empty():
    row = {"exists": True, "position": 0.0, "name": "Port"}
    return build("s", 1, {("settings", "settings"): row}, RECORD_TYPES)


def test_an_empty_strategy_is_asked_first_who_it_is_for():
    found = next_decision(empty())
    asked = next(ask for stop in STOPS for ask in stop.asks if ask.record is Organisation)
    assert EN(found.what) == asked.question
    assert EN(found.why)
    assert (found.step.key, found.place.step, found.place.show) == (
        "frame",
        "frame",
        "organisation",
    )


def test_a_strategy_that_is_whole_has_nothing_left_to_decide():
    assert next_decision(bakery()) is None


def test_what_the_two_hours_need_comes_before_a_contradiction():
    broken = changed(
        {
            ("organisation", "organisation"): {"activity": None},
            ("kpi", "kpi-clics"): {"is_key": True},
        }
    )
    assert any(one.severity is Severity.ERROR for one in found_in(broken))
    assert next_decision(broken).place == Place(
        "frame", "organisation", "What you do", "organisation", "activity"
    )


def test_a_contradiction_comes_before_what_is_to_be_looked_at():
    broken = changed(
        {
            ("responsibility", "resp-2"): {"owner": None},
            ("account", "acc-google"): {"owner": None},
        }
    )
    found = next_decision(broken)
    assert "Nobody answers for" in EN(found.what)
    assert found.place.record == "resp-2"


def test_of_two_contradictions_the_one_that_more_builds_on_comes_first():
    broken = changed(
        {
            ("responsibility", "resp-2"): {"owner": None},
            ("objective", "obj-lien"): {"is_primary": True},
        }
    )
    found = next_decision(broken)
    assert found.step.key == "objectives"
    assert "build on it" in EN(found.why)


def test_every_step_says_how_far_it_is():
    found = readiness(bakery())
    assert [one.step for one in found] == list(STEPS)
    assert all(one.begun and one.made == one.total for one in found)
    assert not any(count for one in found for count in one.open.values())


def test_a_step_that_nobody_began_has_nothing_open():
    for one in readiness(empty()):
        assert not one.begun
        assert set(one.open.values()) == {0}


def test_what_is_open_is_counted_by_its_weight_in_its_step():
    broken = changed({("account", "acc-google"): {"owner": None}})
    audit = next(one for one in readiness(broken) if one.step.key == "audit")
    assert dict(audit.open) == {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 0}


def test_of_records_told_together_each_is_remarked_and_of_others_the_first():
    posts = {("post", name): {"cta": None} for name in ("post-03", "post-05")}
    broken = changed({**posts, ("objective", "obj-lien"): {"is_primary": True}})
    said = remarks(findings(broken).open)
    assert {one.field for name in ("post-03", "post-05") for one in said[name]} == {"cta"}
    (several,) = [one for one in found_in(broken) if one.rule is RuleCode.PRIMARY_OBJECTIVE]
    first, *others = [record for _, record in several.records]
    assert [one.field for one in said[first]] == ["is_primary"]
    assert others
    assert not any(record in said for record in others)


def test_a_finding_about_no_record_is_mended_in_the_list_that_lacks_one():
    finding = Finding(
        RuleCode.MAIN_MISSION, Severity.ERROR, say(N_("“{text}”"), text=""), (), "", "objectives",
        "C37", "000",
    )  # fmt: skip
    assert place_of_finding(finding) == Place("objectives", "mission", "Missions")


def test_a_field_that_a_type_does_not_have_leads_to_the_record_itself():
    finding = Finding(
        RuleCode.DEFENCE_UNDEFINED, Severity.WARNING, say(N_("“{text}”"), text=""),
        (("mission", "m"),), "colour", "networks", "C98", "000",
    )  # fmt: skip
    assert place_of_finding(finding) == Place("objectives", "mission", "Mission", "m")


@pytest.mark.parametrize(
    ("code", "limits"),
    [
        (RuleCode.KEY_INDICATORS, (Limit.KEY_INDICATORS,)),
        (RuleCode.COMPETITOR_COUNT, (Limit.COMPETITORS_LEAST, Limit.COMPETITORS_MOST)),
        (RuleCode.KPI_WITHOUT_OWNER, ()),
    ],
)
def test_a_rule_tells_which_limits_it_measures_by(code, limits):
    assert limits_behind(bakery(), code) == limits
