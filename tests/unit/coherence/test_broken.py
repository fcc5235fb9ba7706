"""The bakery is coherent; forty faults planted in it are found, and no other."""

from collections import Counter

from canvas.rules.coherence import RULES, Reader
from canvas.steps.frame.rule_names import RuleCode
from tests.contracts.test_examples import SOFTWARE
from tests.contracts.test_examples import strategy as example
from tests.unit.coherence.bakery import bakery, changed, found_in

FAULTS = (
    (RuleCode.DUTY_WITHOUT_OWNER, "responsibility", "resp-2", {"owner": None}),
    (RuleCode.SYMPTOM_WITHOUT_REMEDY, "symptom", "symptom-1", {"remedy": None}),
    (RuleCode.DIFFERENCE_WITHOUT_PROOF, "differentiator", "diff-2", {"proof": None}),
    (RuleCode.EXPERIMENT_WITHOUT_MEASURE, "experiment", "exp-live", {"metric": None}),
    (RuleCode.COMPETITOR_COUNT, "competitor", "comp-5", {"name": "Le Four Banal"}),
    (RuleCode.CROSSING_WITHOUT_FOLLOW_UP, "experiment", "exp-17h", {"source_crossing": None}),
    (RuleCode.ACCOUNT_UNDECIDED, "account", "acc-blog", {"decision": None}),
    (RuleCode.ACCOUNT_WITHOUT_OWNER, "account", "acc-google", {"owner": None}),
    (RuleCode.MERGE_WITHOUT_TARGET, "account", "acc-sandwichs", {"merge_into": None}),
    (RuleCode.PRIMARY_OBJECTIVE, "objective", "obj-lien", {"is_primary": True}),
    (RuleCode.OBJECTIVE_WITHOUT_MISSION, "objective", "obj-avis", {"mission": None}),
    (RuleCode.NOT_SPECIFIC, "objective", "obj-commandes", {"specific": None}),
    (RuleCode.KPI_WITHOUT_OBJECTIVE, "kpi", "kpi-abonnes", {"objective": None}),
    (RuleCode.KPI_WITHOUT_OWNER, "kpi", "kpi-delai", {"owner": None}),
    (RuleCode.KEY_INDICATORS, "kpi", "kpi-clics", {"is_key": True}),
    (RuleCode.MISSION_WITHOUT_GOAL, "mission", "mission-1", {"company_goal": None}),
    (RuleCode.SECONDARY_MISSIONS, "mission", "mission-3", {"rank": None}),
    (RuleCode.THEME_WITHOUT_OBJECTIVE, "theme", "theme-q3", {"objective": None}),
    (RuleCode.PRIMARY_PERSONA, "persona", "persona-nadege", {"rank": "secondary"}),
    (RuleCode.CONTENT_WITHOUT_CTA, "stage_content", "stage-4", {"cta": None}),
    (RuleCode.SEGMENT_WITHOUT_APPROACH, "segment", "seg-quai", {"approach": None}),
    (RuleCode.SEGMENT_WITHOUT_PERSONA, "segment", "seg-escale", {"personas": None}),
    (RuleCode.GROUP_SHARES, "technographic_group", "tech-inactives", {"share": 0.3}),
    (RuleCode.REPLY_TOO_SLOW, "response_target", "rt-facebook", {"max_h": 48}),
    (RuleCode.SERVICE_WITHOUT_RESPONDER, "service_rule", "rule-job", {"responder": None}),
    (RuleCode.CRISIS_WITHOUT_RESPONDER, "crisis_level", "crisis-2", {"responder": None}),
    (RuleCode.NO_CRISIS_PLAN, "crisis_plan", "crisis_plan", {"state": "none"}),
    (RuleCode.NO_EDITORIAL_POLICY, "editorial_policy", "editorial_policy", {"text": None}),
    (RuleCode.FIRST_WAVE_WITHOUT_DATE, "influencer", "inf-lea", {"first_contact": None}),
    (RuleCode.WATCH_WITHOUT_OWNER, "watch", "watch-2", {"owner": None}),
    (RuleCode.OPENING_WITHOUT_MOVE, "counter_opportunity", "opening-3", {"our_move": None}),
    (RuleCode.DEFENCE_UNDEFINED, "defensive_plan", "def-blog", {"option": None}),
    (RuleCode.LINE_WITHOUT_OBJECTIVE, "post", "post-05", {"objective": None}),
    (RuleCode.LINE_WITHOUT_CTA, "post", "post-03", {"cta": None}),
    (RuleCode.RHYTHM_OUT_OF_BOUNDS, "cadence", "cad-question", {"maximum": 0.5}),
    (RuleCode.SHORT_RESERVE, "rhythm", "rhythm", {"buffer_days": 2}),
    (RuleCode.ACTION_WITHOUT_DATE, "action", "act-tampon", {"due": None, "start": None}),
    (RuleCode.RISKY_NEWS, "opportunity", "opp-ble", {"verdict": "go"}),
    (RuleCode.OVERSPENT, "budget_line", "bl-avis", {"spent": 5_000}),
    (RuleCode.LEARNING_WITHOUT_DECISION, "learning", "lesson-5", {"decision": None}),
)


def test_the_bakery_is_coherent_but_for_two_findings_that_it_accepts():
    found = Reader(RULES).findings(bakery())
    assert found.open == ()
    assert {str(pair.finding.rule) for pair in found.accepted} == {
        "few_scored_influencers",
        "type_unused",
    }
    assert len(found.accepted) == 2
    assert all(pair.by.reason for pair in found.accepted)


def test_forty_planted_faults_are_found_and_no_other():
    assert len(FAULTS) == 40
    edits: dict = {}
    for _, kind, record_id, fields in FAULTS:
        edits.setdefault((kind, record_id), {}).update(fields)
    found = found_in(changed(edits))
    assert Counter(finding.rule for finding in found) == Counter(code for code, *_ in FAULTS)


def test_each_planted_fault_is_found_alone():
    missed = {}
    for code, kind, record_id, fields in FAULTS:
        found = [finding.rule for finding in found_in(changed({(kind, record_id): fields}))]
        if found != [code]:
            missed[str(code)] = [str(rule) for rule in found]
    assert missed == {}


def test_the_software_firm_still_has_these_things_to_decide():
    found = Reader(RULES).findings(example(SOFTWARE))
    assert Counter(str(finding.rule) for finding in found.open) == {
        "week_too_full": 1,
        "crossing_without_follow_up": 2,
        "stage_without_content": 1,
        "reply_too_slow": 1,
        "type_unused": 1,
        "thirds_of_time": 1,
        "driver_without_content": 2,
        "competitors_uneven": 1,
        "plan_uneven": 1,
    }
    assert [str(pair.finding.rule) for pair in found.accepted] == ["budget_without_objective"]
