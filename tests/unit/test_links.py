"""What a record names and what uses it, told both ways from the fields that are links."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.links import LinkReader, graph
from canvas.domain.records import EXISTS, POSITION, write_record
from canvas.domain.strategy import build
from canvas.steps import RECORD_TYPES
from canvas.steps.audit.accounts import Account
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.plan.calendar import Post
from tests.unit.coherence.bakery import bakery


def strategy_of(rows, revision=1, previous=None):
    """Return a snapshot of these fields by type and id; None for a deleted record."""
    raw = {
        key: {EXISTS: None} if fields is None else {EXISTS: True, POSITION: 1.0, **fields}
        for key, fields in rows.items()
    }
    return build("s", revision, raw, RECORD_TYPES, previous=previous)


SMALL = {
    ("objective", "o"): {"title": "More orders", "mission": "m"},
    ("mission", "m"): {"text": "Sell"},
    ("kpi", "k"): {"name": "Orders", "objective": "o"},
    ("post", "p1"): {"title": "Bread", "objective": "o", "kpi": "k", "persona": "gone"},
    ("post", "p2"): {"title": "Cakes", "objective": "o"},
}


def told(ties):
    return [(tie.source.id, tie.field.name, tie.target.id) for tie in ties]


def test_a_link_is_told_from_both_of_its_ends():
    strategy = strategy_of(SMALL)
    links = graph(strategy)
    objective = strategy.find("o")
    assert told(links.of(objective)) == [("o", "mission", "m")]
    assert sorted(told(links.to(objective))) == [
        ("k", "objective", "o"),
        ("p1", "objective", "o"),
        ("p2", "objective", "o"),
    ]
    assert links.counts(objective) == {Kpi: 1, Post: 2}
    assert links.to(objective)[0].field.label == Kpi.field("objective").label


def test_a_record_that_was_deleted_has_no_link_any_more():
    before = strategy_of(SMALL)
    assert told(graph(before).of(before.find("p1"))) == [
        ("p1", "objective", "o"),
        ("p1", "kpi", "k"),
    ]
    after = strategy_of({("kpi", "k"): None, ("post", "p2"): None}, 2, before)
    links = graph(after)
    assert told(links.of(after.find("p1"))) == [("p1", "objective", "o")]
    assert links.counts(after.find("o")) == {Post: 1}


def test_an_id_of_another_type_than_the_field_asks_for_is_no_link():
    strategy = strategy_of({**SMALL, ("post", "p3"): {"title": "Odd", "persona": "o"}})
    assert told(graph(strategy).of(strategy.find("p3"))) == []


def test_a_record_that_names_itself_is_not_used_by_itself():
    strategy = strategy_of(
        {("account", "a"): {"merge_into": "a"}, ("account", "b"): {"merge_into": "a"}}
    )
    assert graph(strategy).counts(strategy.find("a")) == {Account: 1}


def test_links_that_an_edit_left_alone_are_not_read_again():
    reader = LinkReader()
    before = strategy_of(SMALL)
    users = reader.graph(before)._users
    by = Post.field("objective")
    first = users(before.of(Post), by)
    after = strategy_of({("objective", "o"): {"title": "Fewer"}}, 2, before)
    assert reader.graph(after)._users(after.of(Post), by) is first
    again = strategy_of({("post", "p2"): None}, 3, after)
    assert reader.graph(again)._users(again.of(Post), by) is not first


WHOLE = bakery()
IDS = sorted(record.id for record in WHOLE if not record.single)


@settings(max_examples=10)
@given(st.lists(st.sampled_from(IDS), max_size=40, unique=True))
def test_both_ways_say_the_same_whatever_was_deleted(gone):
    rows = {(WHOLE.find(one).key, one): {EXISTS: None} for one in gone}
    strategy = build(WHOLE.id, 2, rows, RECORD_TYPES, previous=WHOLE)
    links = graph(strategy)
    ties = {tie for r in strategy for tie in told(links.of(r)) if tie[0] != tie[2]}
    assert ties == {tie for r in strategy for tie in told(links.to(r))}
    assert not {end for a, _, b in ties for end in (a, b)} & set(gone)
    users = Counter(b for a, b in {(a, b) for a, _, b in ties})
    assert users == {r.id: n for r in strategy if (n := sum(links.counts(r).values()))}


def test_the_links_of_a_record_outlive_a_new_name():
    before = strategy_of(SMALL)
    row = {**write_record(before.find("o")), "title": "Another name"}
    after = strategy_of({("objective", "o"): row}, 2, before)
    assert graph(after).counts(after.find("o")) == graph(before).counts(before.find("o"))
