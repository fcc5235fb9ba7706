"""The action plan: late, waiting, too early, in a circle; the committee's agenda (C124, C126)."""

import datetime as dt

import pytest
from hypothesis import given as example_of
from hypothesis import strategies as st

from canvas.domain.changes import Edit
from canvas.domain.records import EXISTS
from canvas.domain.strategy import build
from canvas.rules.actions import circle, goes_in_circles, standings
from canvas.rules.committee import agenda, next_meeting, open_decisions
from canvas.steps import RECORD_TYPES

TODAY = dt.date(2027, 3, 10)


def snapshot(*records):
    rows = {(t, i): {EXISTS: True, "position": n, **fields}
            for n, (t, i, fields) in enumerate(records)}  # fmt: skip
    return build("s", 1, rows, RECORD_TYPES)


def action(key, **fields):
    return ("action", key, {"title": key.title(), "status": "to_do", **fields})


def standing(key, *records):
    return next(one for one in standings(snapshot(*records), TODAY) if one.action.id == key)


def test_an_action_is_late_from_the_day_after_its_due_date_until_it_is_done():
    assert standing("a", action("a", due="2027-03-10")).late == 0
    assert standing("a", action("a", due="2027-03-07")).late == 3
    assert standing("a", action("a", due="2027-03-07", status="done")).late == 0
    assert standing("a", action("a", due="2027-03-07", status="dropped")).late == 0


def test_an_action_waits_for_what_comes_first_until_that_is_done_or_dropped():
    after = action("b", depends_on=["a"])
    assert standing("b", action("a"), after).is_blocked
    for status in ("done", "dropped"):
        assert not standing("b", action("a", status=status), after).is_blocked


def test_an_action_that_starts_before_what_it_waits_for_ends_is_told_so():
    first = action("a", due="2027-04-10")
    early = standing("b", first, action("b", start="2027-04-01", depends_on=["a"]))
    assert early.early.id == "a"
    assert standing("b", first, action("b", start="2027-04-10", depends_on=["a"])).early is None


def test_a_link_to_an_action_that_was_deleted_holds_nothing_up():
    assert not standing("b", action("b", depends_on=["gone"])).is_blocked


def test_a_circle_that_came_with_a_file_is_said():
    found = standing("a", action("a", depends_on=["b"]), action("b", depends_on=["a"]))
    assert [one.id for one in found.circle] == ["a", "b"]


def test_edits_that_would_make_actions_wait_for_each_other_are_refused_with_the_other_one():
    strategy = snapshot(action("a", depends_on=["b"]), action("b", depends_on=["c"]), action("c"))

    def refused(record, *ids):
        found = goes_in_circles(
            strategy, [Edit("action", record, "depends_on", None, list(ids) or None)]
        )
        return str(found[1]) if found else None

    assert refused("c", "a") == (
        "“A” already waits for this action: one of the two must come first."
    )
    assert refused("c", "c") == "An action cannot come after itself."
    assert refused("a", "c") is None
    assert refused("b") is None


graphs = st.dictionaries(
    st.integers(0, 9).map(str), st.lists(st.integers(0, 9).map(str), max_size=4), max_size=10
)


@example_of(graphs, st.integers(0, 9).map(str))
def test_a_circle_is_found_where_there_is_a_way_back_and_nowhere_else(after, start):
    way = circle(after, start)
    reached, edge = set(), {start}
    while edge:
        edge = {o for one in edge for o in after.get(one, ())} - reached
        reached |= edge
    assert bool(way) == (start in reached)
    for here, there in zip(way, (*way[1:], start), strict=bool(way)) if way else ():
        assert there in after[here]


# --- The committee ----------------------------------------------------------------------


def test_the_next_meeting_is_the_nearest_one_to_come_then_one_without_a_date():
    meetings = [
        ("committee_meeting", "past", {"date": "2027-02-01"}),
        ("committee_meeting", "later", {"date": "2027-06-01"}),
        ("committee_meeting", "soon", {"date": "2027-03-10"}),
        ("committee_meeting", "undated", {"topic": "x"}),
    ]
    assert next_meeting(snapshot(*meetings), TODAY).id == "soon"
    assert next_meeting(snapshot(meetings[0], meetings[3]), TODAY).id == "undated"
    assert next_meeting(snapshot(meetings[0]), TODAY) is None


def test_the_agenda_names_late_actions_and_lines_to_validate_and_counts_the_others():
    strategy = snapshot(
        *(action(f"a{n}", due=f"2027-03-0{n}") for n in range(1, 6)),
        ("post", "p", {"title": "Easter", "date": "2027-03-20", "status": "to_validate"}),
        ("post", "far", {"title": "Summer", "date": "2027-07-20", "status": "to_validate"}),
        ("post", "ok", {"title": "Bread", "date": "2027-03-21", "status": "approved"}),
    )
    said = [str(line) for line in agenda(strategy, None, TODAY)]
    assert [line for line in said if line.startswith("To validate")] == ["To validate: Easter"]
    late = [line for line in agenda(strategy, None, TODAY) if line.count in (9, 8, 7)]
    assert [line.params["action"] for line in late] == ["A1", "A2", "A3"]
    assert any(line.plural == "{n} more actions are late" for line in
               agenda(strategy, None, TODAY))  # fmt: skip


def test_a_decision_waits_until_an_action_bears_its_name():
    meeting = ("committee_meeting", "m", {"decisions": ["Close TikTok", "Film in May"]})
    strategy = snapshot(meeting, ("action", "a", {"title": "Film in May"}))
    assert [decision for _, decision in open_decisions(strategy)] == ["Close TikTok"]


@pytest.mark.parametrize("empty", [True, False])
def test_nothing_to_say_is_an_empty_agenda(empty):
    strategy = snapshot() if empty else snapshot(action("a", status="done", due="2027-01-01"))
    assert agenda(strategy, None, TODAY) == []
