"""The line of time: bars, what comes after what, today, and the refusal of circles."""

import datetime as dt

from canvas.charts.style import Style
from canvas.charts.timeline import Span, Tick, timeline

DAY = dt.date(2027, 3, 1)


def days(number):
    return DAY + dt.timedelta(number)


def drawn(rows, today=DAY):
    chart = timeline(
        rows, months=[Tick(DAY, "Mar")], today=Tick(today, "Today"), style=Style(), words="In words"
    )
    return chart.to_dict()


def values(spec, **wanted):
    """Return the data of the layers that have marks like these."""
    return [
        spec["datasets"][layer["data"]["name"]]
        for layer in spec["layer"]
        if all(layer["mark"].get(name) == value for name, value in wanted.items())
    ]


ROWS = [
    Span("", "Ana"),
    Span("a", "Film", days(0), days(9), "neutral"),
    Span("b", "Cut", days(20), days(25), "neutral", after=("a",)),
    Span("c", "Show", days(5), days(6), "watch", after=("a", "gone"), warns=True),
]


def test_each_action_has_a_bar_to_the_end_of_its_due_date_and_a_heading_none():
    (bars,) = values(drawn(ROWS), type="bar")
    assert [bar["end"] - bar["x"] for bar in bars] == [10, 6, 2]


def test_lines_lead_from_the_end_of_what_comes_first_and_stand_out_where_it_ends_too_late():
    sound, early = values(drawn(ROWS), type="line")
    assert {point["edge"] for point in sound} == {"a b"}
    assert {point["edge"] for point in early} == {"a c"}


def test_today_is_shown_where_it_falls_into_the_plan():
    assert any(v and v[0].get("name") == "Today" for v in values(drawn(ROWS), type="text"))
    late = drawn(ROWS, today=days(400))
    assert not any(v and v[0].get("name") == "Today" for v in values(late, type="text"))


def test_the_chart_says_itself_in_words():
    assert drawn(ROWS)["description"] == "In words"
