"""The thread of a strategy: what exists because of what, and what hangs loose."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.domain.records import EXISTS, POSITION
from canvas.domain.strategy import build
from canvas.i18n import Translator
from canvas.rules.thread import Column, main_thread
from canvas.rules.thread_graph import bits, web
from canvas.rules.thread_lines import MOST
from canvas.rules.thread_nodes import Kind
from canvas.steps import RECORD_TYPES
from tests.contracts.test_examples import BAKERY, SOFTWARE
from tests.contracts.test_examples import strategy as example

EN = Translator("en")

CHAIN = (
    ("mission", "m1", {"text": "Be chosen", "rank": "main", "company_goal": "Sell more"}),
    ("mission", "m2", {"text": "Hire", "rank": "secondary", "company_goal": "Grow"}),
    ("objective", "o1", {"title": "60 orders", "is_primary": True, "mission": "m1"}),
    ("objective", "o2", {"title": "8 applications", "mission": "m2"}),
    ("kpi", "k1", {"name": "Orders", "objective": "o1", "is_key": True}),
    ("kpi", "k2", {"name": "Applications", "objective": "o2"}),
    ("persona", "p1", {"name": "Nadia", "rank": "primary"}),
    ("persona", "p2", {"name": "Tom"}),
    ("segment", "s1", {"name": "Parents", "personas": ["p1"], "objective": "o1"}),
    ("account", "a1", {"handle": "@bread", "network": "instagram"}),
    ("content_type", "c1", {"name": "Film"}),
    ("reading", "r1", {"kpi": "k1", "date": "2027-01-31", "value": 29}),
    ("review", "v1", {"objective": "o1", "date": "2027-02-01", "change_decided": "More films"}),
    ("budget_line", "b1", {"label": "Camera", "planned": 240_00, "objective": "o1"}),
)  # fmt: skip


def post(number, **fields):
    whole = {"title": f"Post {number}", "date": "2027-01-04", "account": "a1",
             "content_type": "c1", **fields}  # fmt: skip
    return ("post", f"x{number}", whole)


def snapshot(*records):
    rows = {
        (t, i): {EXISTS: True, POSITION: n, **fields} for n, (t, i, fields) in enumerate(records)
    }
    return build("s", 1, rows, RECORD_TYPES)


TWO = (
    post(1, objective="o1", kpi="k1", persona="p1", stage="buying"),
    post(2, objective="o2", kpi="k2", persona="p2", stage="fan"),
)


@pytest.fixture(scope="module")
def woven():
    return web(snapshot(*CHAIN, *TWO))


def names(nodes):
    return {EN.said(node.title) for node in nodes}


def test_a_line_is_there_because_of_all_that_it_names_up_to_the_company_goal(woven):
    chain = woven.chain("line:x1")
    assert names(chain.before) == {
        "Sell more", "Be chosen", "60 orders", "Orders", "Nadia", "Ready to buy",
        "Instagram · @bread", "Film",
    }  # fmt: skip
    assert names(chain.after) == {"Orders", "More films"}


def test_a_goal_lights_what_comes_of_it_and_nothing_of_another_goal(woven):
    found = names(woven.chain("goal:sell more").after)
    assert {"60 orders", "Nadia", "Post 1", "Camera", "More films"} <= found
    assert not {"8 applications", "Applications", "Tom", "Post 2", "Fan"} & found


def test_what_two_lines_share_lights_both_and_neither_lights_the_other(woven):
    assert {"Post 1", "Post 2"} <= names(woven.chain("content:c1").after)
    assert "Post 2" not in names(woven.chain("line:x1").before + woven.chain("line:x1").after)
    assert "Tom" not in names(woven.chain("persona:p1").before + woven.chain("persona:p1").after)


def test_a_reading_comes_of_its_indicator_and_feeds_the_decision_on_its_objective(woven):
    chain = woven.chain("reading:k1")
    assert {"Sell more", "60 orders", "Orders", "Post 1"} <= names(chain.before)
    assert names(chain.after) == {"More films"}


def test_what_has_nothing_before_or_after_it_hangs_loose_with_the_reason():
    found = web(
        snapshot(
            *CHAIN,
            *TWO,
            post(3, persona="p1", segment="s1"),
            ("mission", "m3", {"text": "Without goal"}),
            ("kpi", "k3", {"name": "Likes"}),
            ("persona", "p3", {"name": "Nobody’s"}),
        )
    ).loose
    said = {EN.said(node.title): EN(node.loose) for node in found}
    assert said == {
        "Without goal": "No company goal stands behind it.",
        "Likes": "It measures no objective.",
        "Nobody’s": "Nothing is made for them.",
        "Post 3": "It serves no objective.",
    }


def test_a_link_to_a_record_that_is_gone_is_no_link():
    [loose] = web(snapshot(("objective", "o", {"title": "60 orders", "mission": "gone"}))).loose
    assert EN(loose.loose) == "It serves no mission."


def test_many_lines_are_bundled_and_none_is_lost():
    days = [dt.date(2027, 1, 1) + dt.timedelta(days=n) for n in range(300)]
    posts = [post(n, objective="o1" if n % 3 else "o2", date=day.isoformat())
             for n, day in enumerate(days)]  # fmt: skip
    found = web(snapshot(*CHAIN, *posts, *(post(900 + n) for n in range(5))))
    lines = [node for node in found.nodes if node.kind is Kind.LINE]
    held = [node for node in lines if node.loose is None]
    assert len(held) <= MOST
    assert sum(node.count for node in lines) == 305
    assert [node.count for node in lines if node.loose] == [5]
    assert sum(found.chain("objective:o1").lines.values()) == 200
    assert sum(found.chain("content:c1").lines.values()) == 305


def test_nothing_at_all_has_no_thread():
    assert web(build("s", 1, {}, RECORD_TYPES)).nodes == ()


@pytest.mark.parametrize("file", [BAKERY, SOFTWARE])
def test_a_chain_reads_the_same_from_both_of_its_ends(file):
    found = web(example(file))
    assert set(Column) == {node.column for node in found.nodes}
    for node in found.nodes:
        chain = found.chain(node.key)
        for other in (*chain.before, *chain.after):
            back = found.chain(other.key)
            assert node in (*back.before, *back.after)
            assert (other in chain.before) == (node in back.after)


GOALS = st.sampled_from(["", "A", "B"])
IDS = st.sampled_from(["", "1", "2", "3", "gone"])


@st.composite
def strategies(draw):
    """Draw strategies whose links go anywhere, also nowhere."""

    def link(kind):
        number = draw(IDS)
        return number and f"{kind}{number}"

    records = []
    for number in "123":
        records += [
            ("mission", f"m{number}", {"text": f"m{number}", "company_goal": draw(GOALS)}),
            ("objective", f"o{number}", {"title": f"o{number}", "mission": link("m")}),
            ("kpi", f"k{number}", {"name": f"k{number}", "objective": link("o")}),
            ("persona", f"p{number}", {"name": f"p{number}"}),
            ("segment", f"s{number}", {"name": f"s{number}", "personas": [link("p")],
                                       "objective": link("o")}),
            ("account", f"a{number}", {"handle": f"a{number}", "network": "instagram"}),
            ("content_type", f"c{number}", {"name": f"c{number}"}),
        ]  # fmt: skip
    for number in range(draw(st.integers(0, 6))):
        records.append(
            post(number, title=f"x{number}", objective=link("o"), kpi=link("k"), persona=link("p"),
                 segment=link("s"), account=link("a"), content_type=link("c"))
        )  # fmt: skip
    return snapshot(*records)


@given(strategies())
def test_no_record_is_ever_lit_without_a_way_of_links_to_it(strategy):
    found = web(strategy)
    near = {number: {number} for number in range(len(found.nodes))}
    for first, second in found.edges:
        near[first].add(second)
        near[second].add(first)
    # A persona and its segment stand in one column: no curve is drawn between them.
    audience = {n for n, node in enumerate(found.nodes) if node.column is Column.AUDIENCE}
    for number, mask in enumerate(found.lit):
        reached, ahead = {number}, [number]
        while ahead:
            at = ahead.pop()
            more = near[at] | (set(bits(found.lit[at])) & audience if at in audience else set())
            ahead += more - reached
            reached |= more
        assert set(bits(mask)) <= reached
        own = found.nodes[number]
        siblings = [found.nodes[n] for n in bits(mask) if n != number]
        assert all(node.kind is not own.kind for node in siblings)


@given(strategies())
def test_a_line_lights_no_objective_but_the_one_that_it_names_or_that_its_reasons_name(strategy):
    found = web(strategy)
    for node in found.nodes:
        if node.kind is not Kind.LINE:
            continue
        [(_, line)] = node.records
        record = strategy.find(line)
        named = {record.objective}
        for reason in (strategy.find(record.kpi), strategy.find(record.segment)):
            named.add(getattr(reason, "objective", ""))
        lit = [one for one in found.chain(node.key).before if one.kind is Kind.OBJECTIVE]
        assert {record_id for one in lit for _, record_id in one.records} <= named
        if strategy.find(record.objective):
            assert [one.records[0][1] for one in lit] == [record.objective]


@pytest.mark.parametrize("file", [BAKERY, SOFTWARE])
def test_the_main_thread_of_an_example_is_whole(file):
    knots = main_thread(example(file))
    assert [knot.column for knot in knots] == list(Column)
    assert all(knot.holds and knot.missing is None for knot in knots)


def test_the_main_thread_says_what_is_missing_where_nothing_is_decided():
    knots = main_thread(build("s", 1, {}, RECORD_TYPES))
    assert [knot.holds for knot in knots] == [False] * len(Column)
    assert all(knot.missing is not None for knot in knots)


def test_the_main_thread_follows_the_main_mission_objective_and_persona():
    knots = {knot.column: knot for knot in main_thread(snapshot(*CHAIN, *TWO))}
    said = {column: [EN.said(text) for text in knot.says] for column, knot in knots.items()}
    assert said[Column.GOAL] == ["Sell more"]
    assert said[Column.OBJECTIVE] == ["60 orders"]
    assert said[Column.KPI] == ["Orders"]
    assert said[Column.AUDIENCE] == ["Nadia"]
    assert said[Column.LINE] == ["2 lines, on 4 January 2027"]
    assert said[Column.DECISION] == ["More films"]
