"""Hand the calendar over, and take days in: scheduling tools, agendas, school holidays."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.errors import StrategyNotFoundError
from canvas.domain.ids import new_id
from canvas.domain.messages import N_
from canvas.domain.slugs import slug
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.handover import Handover, Tool, handover
from canvas.rules.tracking import Codes, link_of, tagged
from canvas.services.clock import local_now, zone_of
from canvas.services.people import Person
from canvas.services.strategies import Strategies
from canvas.steps.frame.settings import Settings, State
from canvas.steps.frame.year import Highlight, HighlightKind
from canvas.steps.measure.value import TrackingLink
from canvas.steps.plan.calendar import Post


def handed_over(
    strategy: Strategy,
    tool: Tool,
    *,
    now: dt.datetime | None = None,
    first: dt.date | None = None,
    last: dt.date | None = None,
) -> Handover:
    """Return what a scheduling tool can take, as of now on the strategy's clock."""
    return handover(strategy, tool, now=now or local_now(strategy), first=first, last=last)


def agenda(strategy: Strategy, tr: Translator, stamp: dt.datetime | None = None) -> bytes:
    """Return the calendar as an iCalendar file."""
    from canvas.exports.agenda import build_agenda

    made = stamp or dt.datetime.now(dt.UTC).replace(microsecond=0)
    return build_agenda(strategy, tr, zone=zone_of(strategy), stamp=made)


def schedule_parts(handed: Handover) -> list[tuple[str, bytes]]:
    """Return the files of a handover, each with what its name ends with."""
    from canvas.exports.schedules import schedule_files

    return schedule_files(handed)


def first_to_come(strategy: Strategy, today: dt.date) -> dt.date | None:
    """Return the day of the first line of the calendar from today on."""
    days = (post.date for post in strategy.of(Post) if post.date is not None)
    return min((day for day in days if day >= today), default=None)


# --- School holidays ---------------------------------------------------------------------

HOLIDAYS = N_("School holidays from a calendar")


def add_school_days(
    service: Strategies, person: Person, strategy_id: str, content: bytes, name: str
) -> int:
    """Add the days of a calendar file as highlights; those that are there stay as they are.

    Returns:
        How many were added, in one change set.

    Raises:
        AgendaFileError: The file cannot be used; nothing was changed.
    """
    from canvas.imports.agenda import read_days

    strategy = service.open(strategy_id, person)
    since = strategy.one(Settings).start_date or local_now(strategy).date()
    known = {(m.title, m.date_from, m.date_to) for m in strategy.of(Highlight)}
    position = max((m.position for m in strategy.of(Highlight)), default=0.0)
    edits: list[Edit] = []
    added = 0
    for days in read_days(content, name, since):
        if (days.title, days.first, days.last) in known:
            continue
        added += 1
        fields: dict[str, Json] = {
            "title": days.title,
            "kind": str(HighlightKind.SCHOOL_BREAK),
            "date_from": days.first.isoformat(),
            "date_to": days.last.isoformat(),
        }
        edits += creation(Highlight.key, new_id(), fields, position + added)
    if edits:
        service.edit(strategy_id, person, edits, label=HOLIDAYS)
    return added


# --- Links -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tracked:
    """A link to publish.

    Attributes:
        title: The post or the place that it is for.
        name: The same, as a file's name may hold it.
        address: The link with its codes.
    """

    title: str
    name: str
    address: str


def tracked_links(strategy: Strategy, tr: Translator) -> dict[str, Tracked]:
    """Return the links to publish by the id of their record: places first, posts by date."""
    found = {}
    for link in strategy.of(TrackingLink):
        if link.destination and link.source:
            found[link.id] = Tracked(link.name, slug(link.name, 30), _address(link))
    dated = sorted(strategy.of(Post), key=lambda p: (p.date or dt.date.max, p.id))
    for post in dated:
        if post.url:
            day = tr.date(post.date, "medium") if post.date else tr(N_("No date"))
            title = f"{day} · {post.title}"
            found[post.id] = Tracked(title, slug(post.title, 30), link_of(strategy, post))
    return found


def _address(link: TrackingLink) -> str:
    own = Codes(link.source, link.medium, link.campaign, link.content, link.term)
    return tagged(link.destination, own)


def qr(address: str, kind: str) -> bytes:
    """Return the QR code of an address as a picture, “svg” or “png”."""
    from canvas.exports.qr import qr_png, qr_svg

    return qr_svg(address) if kind == "svg" else qr_png(address)


# --- The address to subscribe to -------------------------------------------------------


def publish(service: Strategies, person: Person, strategy_id: str) -> str:
    """Return a new secret address part for the agenda; the one before stops working.

    The store keeps its digest only: who reads the database cannot subscribe.
    """
    service.need(strategy_id, person, "facilitator")
    token = secrets.token_urlsafe(24)
    service.store.publish(strategy_id, _digest(token))
    return token


def withdraw(service: Strategies, person: Person, strategy_id: str) -> None:
    """Take the address back; whoever had it sees nothing any more."""
    service.need(strategy_id, person, "facilitator")
    service.store.withdraw(strategy_id)


def subscribed(service: Strategies, token: str) -> Strategy:
    """Return the strategy that an address shows.

    Raises:
        StrategyNotFoundError: It shows none, or none any more.
    """
    strategy_id = service.store.published(_digest(token))
    if strategy_id is None:
        raise StrategyNotFoundError(strategy="")
    strategy = service.snapshot(strategy_id)
    if strategy.one(Settings).state is State.DELETED:
        raise StrategyNotFoundError(strategy="")
    return strategy


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
