"""What is found, accepted, measured by one's own limits, and computed again."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings

from canvas.domain.changes import Edit, merge
from canvas.domain.strategy import Strategy, build
from canvas.rules.coherence import RULES, Reader, Severity
from canvas.rules.coherence.acceptance import acceptance
from canvas.steps import RECORD_TYPES
from canvas.steps.audit.market import Competitor
from canvas.steps.frame.coherence import AcceptedFinding, RuleThreshold
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.rhythm import Cadence, Rhythm
from canvas.steps.resources.load import first_break, first_full_week, load
from canvas.steps.resources.period import period_of
from tests.contracts.test_examples import NAMES
from tests.contracts.test_examples import strategy as example
from tests.unit.steps.support import strategy
from tests.unit.values import strategies

DAY = dt.date(2027, 1, 5)
LINES = tuple(Post(id=f"x{n}", title=f"Loaf {n}", date=DAY) for n in range(6))
RIVALS = tuple(Competitor(id=f"c{n}", name=f"Baker {n}") for n in range(2))


def read(*records, rules=RULES):
    return Reader(rules).findings(strategy(*records))


def rule(code):
    return next(rule for rule in RULES if rule.code is code)


def of(found, code):
    return [finding for finding in found.open if finding.rule is code]


def test_an_empty_strategy_has_nothing_loose():
    assert read() == Reader(RULES).findings(strategy())
    assert read().open == ()


def test_a_step_that_has_not_begun_is_left_in_peace():
    found = read(*RIVALS)
    assert {finding.step for finding in found.open} == {"audit"}


def test_the_heaviest_findings_come_first():
    found = [f.severity for f in read(*RIVALS, *LINES, Objective(id="o", title="More")).open]
    assert found == sorted(found, key=list(Severity).index)


def test_lines_with_the_same_fault_are_told_together():
    (finding,) = of(read(*LINES), RuleCode.LINE_WITHOUT_CTA)
    assert [id for _, id in finding.records] == [post.id for post in LINES]
    assert finding.sentence.count == 6


def test_an_accepted_finding_is_kept_apart_with_its_reason():
    by = AcceptedFinding(id="a", rule=RuleCode.COMPETITOR_COUNT, reason="There are two")
    found = read(*RIVALS, by)
    assert of(found, RuleCode.COMPETITOR_COUNT) == []
    (pair,) = found.accepted
    assert (pair.finding.rule, pair.by.reason) == (RuleCode.COMPETITOR_COUNT, "There are two")


def test_an_acceptance_without_a_reason_accepts_nothing():
    by = AcceptedFinding(id="a", rule=RuleCode.COMPETITOR_COUNT)
    assert of(read(*RIVALS, by), RuleCode.COMPETITOR_COUNT)


def test_an_acceptance_covers_the_lines_that_it_names_and_no_new_one():
    by = AcceptedFinding(
        id="a", rule=RuleCode.LINE_WITHOUT_CTA, reason="Teasers", records=("x0", "x1")
    )
    found = read(*LINES, by)
    (left,) = of(found, RuleCode.LINE_WITHOUT_CTA)
    assert [id for _, id in left.records] == ["x2", "x3", "x4", "x5"]
    (pair,) = found.accepted
    assert [id for _, id in pair.finding.records] == ["x0", "x1"]


def test_what_is_accepted_on_the_page_is_accepted_by_the_rules():
    whole = strategy(*RIVALS, *LINES)
    finding = of(Reader(RULES).findings(whole), RuleCode.LINE_WITHOUT_CTA)[0]
    edits = acceptance(whole, finding, "Teasers", by="nora", on=DAY)
    rows, _, conflicts = merge({}, edits)
    after = build(whole.id, 2, rows, RECORD_TYPES, previous=whole)
    found = Reader(RULES).findings(after)
    assert conflicts == ()
    assert of(found, RuleCode.LINE_WITHOUT_CTA) == []
    assert [pair.finding for pair in found.accepted] == [finding]


def test_a_limit_of_ones_own_takes_the_place_of_the_methods():
    own = RuleThreshold(id="t", limit=Limit.COMPETITORS_LEAST, value=2, reason="A small town")
    assert of(read(*RIVALS), RuleCode.COMPETITOR_COUNT)
    assert of(read(*RIVALS, own), RuleCode.COMPETITOR_COUNT) == []


def test_only_rules_that_read_what_changed_are_asked_again():
    asked = []

    def watched(one):
        def check(strategy, limits):
            asked.append(one.code)
            return one.check(strategy, limits)

        return dataclasses.replace(one, check=check)

    reader = Reader(tuple(map(watched, RULES)))
    before = example("bakery")
    reader.findings(before)
    begun = {rule.code for rule in RULES}
    assert set(asked) == begun
    asked.clear()
    reader.findings(before)
    assert asked == []
    objective = before.of(Objective)[0]
    rows, _, _ = merge(
        {(objective.key, objective.id): {"exists": True, "title": objective.title}},
        [Edit(objective.key, objective.id, "title", objective.title, "Renamed")],
    )
    after = build(before.id, 2, rows, RECORD_TYPES, previous=before)
    assert reader.findings(after) == Reader(RULES).findings(after)
    assert set(asked) == {rule.code for rule in RULES if Objective in rule.needs}


def test_a_page_asks_the_rules_of_its_own_step_alone_and_finds_what_all_of_them_find():
    asked = []

    def watched(one):
        def check(strategy, limits):
            asked.append(one.step)
            return one.check(strategy, limits)

        return dataclasses.replace(one, check=check)

    reader = Reader(tuple(map(watched, RULES)))
    whole = example("software")
    everything = Reader(RULES).findings(whole).open
    for step in dict.fromkeys(rule.step for rule in RULES):
        asked.clear()
        found = reader.findings(whole, step).open
        assert set(asked) == {step}
        assert found == tuple(finding for finding in everything if finding.step == step)
    asked.clear()
    assert reader.findings(whole).open == everything
    assert asked == []


@given(strategies(), strategies())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_kept_never_changes_what_is_found(first, second):
    reader = Reader(RULES)
    for one in (first, second, first):
        assert reader.findings(one) == Reader(RULES).findings(one)


@pytest.mark.parametrize("name", NAMES)
def test_the_first_full_week_is_the_one_that_the_whole_load_gives(name):
    whole = example(name)
    period = period_of(whole)
    expected = first_break(load(whole, *period))
    found = first_full_week(whole, *period)
    assert (found and (found.week, found.hand, found.cell)) == (
        expected and (expected.week, expected.hand, expected.cell)
    )


@pytest.mark.parametrize("one", [rule for rule in RULES if rule.reads], ids=lambda one: one.code)
def test_a_rule_that_reads_few_fields_of_the_calendar_is_asked_again_when_they_move(one):
    strict = {Limit.SLOT_SHARE: 100, Limit.THIRDS_POINTS: 0}
    limits = [
        RuleThreshold(id=limit, limit=limit, value=value, reason="Strict")
        for limit, value in strict.items()
    ]
    loosened = {Rhythm: {"max_gap_days": 0}, Cadence: {"posts_per_week": None}}
    whole = [
        dataclasses.replace(record, **loosened.get(type(record), {}))
        for record in example("software")
    ]
    posts = [record for record in whole if isinstance(record, Post)]
    others = [record for record in whole if not isinstance(record, Post)]
    before = strategy(*others, *limits, *posts)
    assert Reader((one,)).findings(before).open
    for field in Post.fields():
        reader = Reader((one,))
        reader.findings(before)
        values = [getattr(post, field.name) for post in posts]
        moved = [
            dataclasses.replace(post, **{field.name: value})
            for post, value in zip(posts, [*values[7:], *values[:7]], strict=True)
        ]
        edited = Strategy("s", 2, {**before.records, Post.key: tuple(moved)})
        assert reader.findings(edited) == Reader((one,)).findings(edited), field.name
