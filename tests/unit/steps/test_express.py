"""The express path: two hours, some thirty answers, and a strategy that holds."""

from __future__ import annotations

import pytest

from canvas.domain.ids import new_id
from canvas.domain.records import EXISTS, POSITION
from canvas.domain.strategy import Strategy, build
from canvas.rules.coherence import Severity, findings
from canvas.steps import BY_KEY, RECORD_TYPES, STEPS, express
from canvas.steps.common import MethodStep
from canvas.steps.frame.settings import Depth, Settings
from tests.express_answers import ANSWERS, NAME

ASKS = [ask for stop in express.STOPS for ask in stop.asks]


def strategy_of(rows):
    return build("s", 1, rows, RECORD_TYPES)


def begun():
    """Return the rows of a strategy as the home page makes it."""
    settings = {EXISTS: True, POSITION: 0.0, "name": NAME, "depth": "express"}
    settings |= {"start_date": "2027-01-01", "horizon": 12}
    return {("settings", "settings"): settings}


def raw(record_type, name, value, strategy):
    """Return what the page stores of an answer that was typed."""
    field = record_type.field(name)
    match field.kind:
        case "number":
            return float(value)
        case "lines":
            return [value]
        case "links":
            return [next(r.id for r in strategy.records[field.to] if r.title == value)]
    return value


def answered(asks=ASKS):
    """Return the rows of a strategy in which nothing but the path was filled in."""
    rows = begun()
    for ask in asks:
        strategy = strategy_of(rows)
        lines = ask.lines(strategy)
        for line, typed in zip(lines, ANSWERS.get(ask.record.key, ()), strict=False):
            assert set(typed) == set(ask.fields), ask.record.key
            values = {n: raw(ask.record, n, v, strategy) for n, v in typed.items()}
            record_id = ask.record.key if ask.record.single else new_id()
            at = {EXISTS: True, POSITION: float(len(rows))}
            rows[ask.record.key, record_id] = {**at, **line.given, **values}
    return rows


def test_the_path_takes_two_hours():
    assert sum(stop.minutes for stop in express.STOPS) == express.TWO_HOURS == 120
    assert all(ask.minutes > 0 for ask in ASKS)


def test_the_path_asks_for_some_twenty_five_fields():
    asked = [(ask.record.key, name) for ask in ASKS for name in ask.fields]
    assert len(asked) == len(set(asked)) == 28
    assert express.inputs(Strategy("s")) == 33


def test_a_field_is_essential_where_the_path_asks_for_it_and_nowhere_else():
    asked = {(ask.record.key, name) for ask in ASKS for name in ask.fields}
    essential = {
        (record_type.key, field.name)
        for record_type in RECORD_TYPES.values()
        for field in record_type.fields()
        if field.essential
    }
    assert essential == asked


def test_each_question_stands_on_the_page_of_its_records():
    for stop in express.STOPS:
        for ask in stop.asks:
            assert ask.record in BY_KEY[str(stop.step)].records
    assert not [ask for ask in ASKS if sum(a.record is ask.record for a in ASKS) > 1]


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.record.key)
def test_what_comes_filled_in_can_be_stored_and_is_not_asked_for_too(ask):
    assert not set(ask.fields) & set(ask.filled)
    for line in ask.lines(strategy_of(answered())):
        assert set(line.same) <= set(line.given)
        for name, value in line.given.items():
            assert ask.record.field(name).problem(value) is None, name


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask.record.key)
def test_a_question_is_open_until_all_its_lines_are_whole(ask):
    assert express.missing(ask, Strategy("s"))
    assert express.missing(ask, strategy_of(answered())) is None
    for name in ask.needed:
        rows = answered()
        key = next(key for key in rows if key[0] == ask.record.key)
        rows[key] = {**rows[key], name: None}
        assert express.missing(ask, strategy_of(rows)), name


def test_with_the_path_alone_nothing_contradicts():
    found = findings(strategy_of(answered())).open
    assert [f.sentence for f in found if f.severity is Severity.ERROR] == []


def test_with_the_path_alone_the_path_is_done():
    strategy = strategy_of(answered())
    assert express.is_ready(strategy)
    assert not express.is_ready(strategy_of(answered(ASKS[:-1])))


def test_a_strategy_that_says_nothing_of_its_depth_is_asked_for_everything():
    strategy = Strategy("s")
    assert not any(express.is_express(strategy, step.key) for step in STEPS)


def test_one_page_can_ask_for_more_or_for_less_than_the_others():
    others = (MethodStep.AUDIT,)
    short = Settings(depth=Depth.EXPRESS, other_depth=others)
    assert (short.depth_of("audit"), short.depth_of("plan")) == (Depth.COMPLETE, Depth.EXPRESS)
    full = Settings(other_depth=others)
    assert (full.depth_of("audit"), full.depth_of("plan")) == (Depth.EXPRESS, Depth.COMPLETE)


def test_the_path_leads_from_stop_to_stop_and_back():
    keys = [str(stop.step) for stop in express.STOPS]
    assert [express.following(key) for key in keys] == [*keys[1:], None]
    assert [express.before(key) for key in keys] == [None, *keys[:-1]]


def test_a_step_that_the_path_passes_by_leads_on_to_the_next_stop():
    passed = [step.key for step in STEPS if step.key not in express.BY_STEP]
    assert passed == ["competitors", "measure"]
    assert express.following("competitors") == "networks"
    assert express.following("measure") is None
    assert express.progress(Strategy("s"), "measure") == (0, 0)
