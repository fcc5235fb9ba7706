"""Means to draw: what a strategy may say of its work, its hands and its money."""

import datetime as dt

from hypothesis import strategies as st

from canvas.rules.tradeoff import Goal, Hand, Line, Means

START = dt.date(2027, 1, 1)

hours = st.floats(0, 60)

lines = st.builds(
    lambda least, room, planned, effort: Line("", "", "", planned, least, least + room, effort),
    st.floats(0, 5), st.floats(0.1, 10), st.floats(0, 15), st.floats(0.1, 12),
)  # fmt: skip


def hands(name):
    """Draw a few people of whom some say their hours."""
    return st.lists(st.builds(Hand, st.just(name), st.none() | hours), min_size=1, max_size=4)


all_means = st.builds(
    Means,
    lines=st.lists(lines, min_size=1, max_size=6).map(tuple),
    tasks=st.floats(0, 30),
    team=hands("x").map(tuple),
    providers=hands("y").map(tuple),
    rate=st.integers(1, 30_000),
    provider_month=st.integers(0, 10**6),
    fixed_month=st.integers(0, 10**6),
    budgeted=st.booleans(),
    goal=st.none() | st.builds(
        lambda days, target: Goal("o", START, START + dt.timedelta(days), 0, target),
        st.integers(1, 1500), st.none() | st.floats(-100, 1000),
    ),
)  # fmt: skip
