"""Each rule: broken, kept, and what it says, in French and in English."""

import pytest

from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.coherence import RULES, Reader
from canvas.rules.coherence.model import Thresholds
from canvas.steps import BY_KEY, RECORD_TYPES
from canvas.steps.frame.rule_names import RuleCode
from tests.contracts.test_examples import NAMES
from tests.contracts.test_examples import strategy as example
from tests.unit.coherence.cases import (
    attitudes,
    audit,
    competitors,
    content,
    frame,
    lines,
    lists,
    measure,
    networks,
    objectives,
    personas,
    plan,
    presence,
    promises,
    resources,
    segments,
    voice,
)
from tests.unit.steps.support import strategy

MODULES = (
    frame,
    audit,
    objectives,
    personas,
    segments,
    attitudes,
    competitors,
    networks,
    lines,
    plan,
    resources,
    measure,
    promises,
    presence,
    voice,
    content,
    lists,
)
CASES = [case for module in MODULES for case in module.CASES]
BY_CODE = {rule.code: rule for rule in RULES}
TRANSLATORS = [Translator(language) for language in ("en", "fr")]

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.code))
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.code))


def found(code: RuleCode, records) -> list:
    """Return what one rule finds in a strategy of these records."""
    return list(Reader((BY_CODE[code],)).findings(strategy(*records)).open)


@each_case
def test_a_rule_fires_once_on_the_smallest_strategy_that_breaks_it(case):
    (finding,) = found(case.code, case.broken)
    assert tuple(id for _, id in finding.records) == case.records


@each_case
def test_a_rule_is_silent_on_the_smallest_strategy_that_keeps_it(case):
    assert found(case.code, case.kept) == []


@each_case
def test_a_rule_names_the_records_concerned_in_french_and_in_english(case):
    (finding,) = found(case.code, case.broken)
    for tr in TRANSLATORS:
        said = tr(finding.sentence)
        assert [name for name in case.names if name not in said] == [], said
        assert "{" not in said
        assert "None" not in said


def test_each_rule_has_its_cases_and_each_code_its_rule():
    codes = [rule.code for rule in RULES]
    assert sorted(codes) == sorted(RuleCode)
    assert sorted(case.code for case in CASES) == sorted(codes)


@each_rule
def test_a_rule_says_where_it_comes_from_and_where_it_is_mended(rule):
    assert rule.step in BY_KEY
    assert rule.capability[0] == "C"
    assert rule.source in ("000", "001", "002", "003", "004")
    assert rule.check.__doc__ or rule.check.__name__ == "check"
    assert rule.needs


@each_rule
def test_a_rule_is_quiet_on_an_empty_strategy(rule):
    assert found(rule.code, ()) == []


@each_case
def test_a_rule_reads_no_other_records_than_it_says(case):
    rule = BY_CODE[case.code]
    whole = strategy(*case.broken)
    kept = {kind.key: whole.of(kind) for kind in rule.needs if whole.of(kind)}
    part = Strategy(whole.id, whole.revision, kept)
    limits = Thresholds()
    assert list(rule.check(part, limits)) == list(rule.check(whole, limits))


@each_case
def test_a_finding_names_a_field_of_the_record_that_it_is_about(case):
    (finding,) = found(case.code, case.broken)
    if finding.field:
        kind, _ = finding.records[0]
        assert finding.field in RECORD_TYPES[kind].schema_fields


@each_rule
@pytest.mark.parametrize("name", NAMES)
def test_a_rule_finds_the_same_in_an_example_of_only_what_it_reads(rule, name):
    whole = example(name)
    part = Strategy(whole.id, 1, {kind.key: whole.of(kind) for kind in rule.needs})
    limits = Thresholds()
    assert list(rule.check(part, limits)) == list(rule.check(whole, limits))
