"""Identifiers: they sort by creation, and nothing odd passes for one."""

import uuid

import pytest

from canvas.domain import ids
from canvas.domain.ids import is_id, new_id


def test_an_id_made_later_sorts_later(monkeypatch):
    made = []
    for milliseconds in (1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000):
        monkeypatch.setattr(ids.time, "time_ns", lambda at=milliseconds: at * 1_000_000)
        made.append(new_id())
    assert made == sorted(made)


def test_an_id_is_a_uuid_of_version_7_and_none_comes_twice():
    made = {new_id() for _ in range(2_000)}
    assert len(made) == 2_000
    for text in made:
        assert (uuid.UUID(text).version, uuid.UUID(text).variant) == (7, uuid.RFC_4122)
        assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "a b", "a/b", "../a", "a\n", "é", "x" * 65, "a'; --", "\x00", None, 5, ["a"]]
)
def test_what_could_be_mistaken_for_something_else_is_no_id(text):
    assert not is_id(text)
