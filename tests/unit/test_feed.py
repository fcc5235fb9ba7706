"""The calendar at an address that nobody can guess."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import icalendar
import pytest
from starlette.requests import Request

from canvas.domain.errors import NotAllowedError, StrategyNotFoundError
from canvas.i18n import Translator
from canvas.services import Person, outgoing
from canvas.steps.frame.settings import State
from canvas.ui import routes


@pytest.fixture
def port(service, nora):
    post = {"title": "Night", "date": "2027-01-05", "private_note": "between us"}
    return service.create(nora, {"name": "Port", "language": "en"}, [("post", "p", post)])


@pytest.fixture
def client(service, monkeypatch):
    monkeypatch.setattr(routes, "strategies", lambda: service)
    monkeypatch.setattr(routes, "translator", Translator)

    def get(token):
        scope = {"type": "http", "path_params": {"token": token}}
        # In a thread of its own: the browser tests leave a loop running in this one.
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, routes.agenda(Request(scope))).result()

    return get


def test_whoever_has_the_address_reads_the_calendar_and_no_private_note(
    service, nora, port, client
):
    token = outgoing.publish(service, nora, port)
    answer = client(token)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/calendar")
    (event,) = icalendar.Calendar.from_ical(answer.body).walk("VEVENT")
    assert str(event["summary"]) == "Night"
    assert "Idea" in str(event["description"])
    assert "between us" not in answer.body.decode()


def test_the_calendar_follows_what_is_typed(service, nora, port, client):
    from canvas.domain.changes import Edit

    token = outgoing.publish(service, nora, port)
    service.edit(port, nora, [Edit("post", "p", "title", "Night", "Day")])
    assert "SUMMARY:Day" in client(token).body.decode()


def test_an_address_that_was_replaced_or_taken_back_or_guessed_answers_nothing(
    service, nora, port, client
):
    old = outgoing.publish(service, nora, port)
    new = outgoing.publish(service, nora, port)
    assert client(old).status_code == 404
    assert client(new).status_code == 200
    outgoing.withdraw(service, nora, port)
    assert client(new).status_code == 404
    assert client("guess").status_code == 404
    assert len(new) >= 32


def test_a_strategy_in_the_bin_is_not_shown(service, nora, port, client):
    token = outgoing.publish(service, nora, port)
    service.set_state(port, nora, State.DELETED)
    assert client(token).status_code == 404


def test_only_who_leads_a_strategy_may_share_it(service, nora, port):
    paul = Person("paul")
    with pytest.raises(StrategyNotFoundError):
        outgoing.publish(service, paul, port)
    service.store.grant(port, "paul", "participant")
    with pytest.raises(NotAllowedError):
        outgoing.publish(service, paul, port)


def test_the_store_does_not_keep_the_address_itself(service, nora, port, tmp_path):
    token = outgoing.publish(service, nora, port)
    service.store.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert token.encode() not in kept
