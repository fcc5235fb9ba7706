"""Understand platform files: what they hold, whose figures these are, of which day."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_, Message, say
from canvas.domain.strategy import Strategy
from canvas.imports.platforms import Role, Understood, read_file
from canvas.services.clock import local_now
from canvas.services.figures import alike, says_the_same
from canvas.services.people import Person
from canvas.services.readings.dates import Dated, written_on
from canvas.services.readings.model import Arrival, Reply, is_new, new_account, parts_of
from canvas.services.strategies import Strategies
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.measure.choices import Grain, Platform
from canvas.steps.measure.figures import (
    AudiencePart,
    Batch,
    Daily,
    PostColumns,
    PostResult,
)
from canvas.steps.measure.files import DataFile, FileMapping

Progress = Callable[[int, int], None]
"""Told how many files are done, and of how many."""

_NETWORKS: Mapping[Platform, tuple[Network, ...]] = {
    Platform.LINKEDIN: (Network.LINKEDIN,),
    Platform.FACEBOOK: (Network.FACEBOOK,),
    Platform.INSTAGRAM: (Network.INSTAGRAM,),
    Platform.META: (Network.FACEBOOK, Network.INSTAGRAM),
    Platform.X: (Network.X,),
    Platform.YOUTUBE: (Network.YOUTUBE,),
    Platform.TIKTOK: (Network.TIKTOK,),
}

_OF_ACCOUNTS = (Grain.DAYS, Grain.POSTS, Grain.AUDIENCE)
_SHORTEST = 4
"""Letters of an account's name that is looked for inside of a file's."""

_COPY = re.compile(r"( \(\d+\)| - copy| - copie)+(?=\.\w+$)", re.IGNORECASE)


def understand(
    service: Strategies,
    person: Person,
    strategy_id: str,
    files: Sequence[tuple[str, bytes]],
    replies: Sequence[Reply] = (),
    *,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> tuple[Arrival, ...]:
    """Return what each file says, or why it cannot be used; nothing is stored.

    Args:
        service: The strategies.
        person: Who asks.
        strategy_id: Theirs.
        files: Names and contents.
        replies: What the person said of each, in the same order; none says nothing.
        today: The day on the strategy's clock.
        progress: Told after each file.
    """
    strategy = service.open(strategy_id, person)
    today = today or local_now(strategy).date()
    arrivals = []
    for n, (name, content) in enumerate(files):
        reply = replies[n] if n < len(replies) else Reply()
        arrivals.append(understood_one(strategy, name, content, reply, today))
        if progress:
            progress(n + 1, len(files))
    return tuple(arrivals)


def understood_one(
    strategy: Strategy, name: str, content: bytes, reply: Reply, today: dt.date
) -> Arrival:
    """Return what one file says, or why it cannot be used."""
    try:
        understood = read_file(
            name,
            content,
            # Dates without a year take theirs from it.
            read_on=reply.read_on or written_on(name, None, today)[0],
            mappings=strategy.of(FileMapping),
            answers=reply.answers,
        )
    except CanvasError as error:
        return Arrival(name, refusal=error.say(), reply=reply)
    return settled(strategy, Arrival(name, understood=understood, reply=reply), reply, today)


def settled(strategy: Strategy, arrival: Arrival, reply: Reply, today: dt.date) -> Arrival:
    """Return a file that was read, with its account and its day as they stand now.

    It is not read again, so `reply` may differ from that of `arrival` in its account alone.
    """
    understood = arrival.understood
    if understood is None:
        return arrival
    choice = _Choice(strategy, arrival.name, understood)
    account = choice.proposed if reply.account is None else reply.account
    arrival = replace(
        arrival,
        reply=reply,
        account=account,
        proposed=choice.proposed,
        offered=tuple(one.id for one in choice.offered),
        networks=choice.networks,
        needs_account=choice.is_needed,
        notes=choice.notes if reply.account is None else (),
        batch=None,
    )
    if understood.batch is None or arrival.asks_account:
        return arrival
    return _dated(strategy, arrival, understood.batch, today)


# --- whose figures ---------------------------------------------------------------------------


class _Choice:
    """Whose figures a file may hold.

    Attributes:
        networks: Networks that its accounts are on.
        is_needed: Whether its figures are of an account.
        offered: Accounts that it may be of.
        proposed: The one that it seems to be of, “” for none.
        notes: What to look at.
    """

    def __init__(self, strategy: Strategy, name: str, understood: Understood) -> None:
        accounts = strategy.of(Account)
        platform = understood.platform
        self.notes: tuple[Message, ...] = ()
        self.networks = _NETWORKS.get(platform, ()) if platform else ()
        self.is_needed = understood.grain in _OF_ACCOUNTS and (
            bool(self.networks) or (platform is Platform.TABLE and bool(accounts))
        )
        self.offered: tuple[Account, ...] = ()
        self.proposed = ""
        if not self.is_needed:
            return
        if len(self.networks) > 1:
            told = [one for one in self.networks if _level(str(one)) in _level(name)]
            self.networks = tuple(told) or self.networks
        here = [one for one in accounts if not self.networks or one.network in self.networks]
        nowhere = [one for one in accounts if self.networks and one.network is None]
        self.offered = (*here, *nowhere)
        self.proposed = self._proposed(strategy, name, understood, here)

    def _proposed(
        self, strategy: Strategy, name: str, understood: Understood, here: Sequence[Account]
    ) -> str:
        handles = understood.handles
        columns = sum(
            column.meaning is not None and column.meaning.role is Role.HANDLE
            for column in understood.columns
        )
        if len(handles) > columns > 0:
            self.notes = (
                say(
                    N_(
                        "It names several accounts ({names}): export one file for each, or choose "
                        "the one that all its lines are to count for."
                    ),
                    names=list(handles[:4]),
                ),
            )
            return ""
        wanted = {_level(handle) for handle in handles} - {""}
        named = [one for one in self.offered if _names(one) & wanted]
        if len(named) == 1:
            return named[0].id
        if found := _in_name(named or here, name):
            return found.id
        mapping = next(
            (m for m in strategy.of(FileMapping) if m.signature == understood.signature), None
        )
        if mapping and any(one.id == mapping.account for one in self.offered):
            return mapping.account
        if len(here) == 1 and self.networks:
            if handles:
                self.notes = (
                    say(
                        N_("The file names “{handle}”: check that this is “{account}”."),
                        handle=handles[0],
                        account=here[0].title,
                    ),
                )
            return here[0].id
        if not self.offered and len(self.networks) == 1:
            return new_account(self.networks[0], handles[0] if handles else "")
        return ""


def _level(text: str) -> str:
    """Return a name as it is compared: its letters and digits, without accents."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in folded if letter.isalnum())


def _names(account: Account) -> set[str]:
    """Return what an account may be called: its name, and the end of its address."""
    return {_level(account.handle), _level(account.url.rstrip("/").rpartition("/")[2])} - {""}


def _in_name(accounts: Iterable[Account], name: str) -> Account | None:
    """Return the account that a file's name speaks of, the longest name before others."""
    told = _level(name)
    lengths = {
        account.id: (
            max((len(one) for one in _names(account) if one in told), default=0),
            account,
        )
        for account in accounts
    }
    ranked = sorted(lengths.values(), key=lambda found: -found[0])
    if not ranked or ranked[0][0] < _SHORTEST:
        return None
    is_alone = len(ranked) == 1 or ranked[1][0] < ranked[0][0]
    return ranked[0][1] if is_alone else None


# --- of which day ----------------------------------------------------------------------------


def _dated(strategy: Strategy, arrival: Arrival, batch: Batch, today: dt.date) -> Arrival:
    """Return a file with its batch, of its account and of the day when it was written."""
    batch = bound(strategy, batch, arrival.account)
    if arrival.reply.read_on:
        read_on, dated = arrival.reply.read_on, Dated.SAID
    else:
        read_on, dated = written_on(arrival.name, batch, today)
    batch = replace(batch, read_on=read_on)
    others = [] if is_new(arrival.account) else alike(strategy.of(DataFile), batch)
    known = _brought_before(others, batch, dated)
    if known is not None:
        if known.read_on != read_on and known.read_on:
            read_on, dated = known.read_on, Dated.BEFORE
    elif dated in (Dated.NAME, Dated.PERIOD) and any(
        one.read_on == read_on and _base(one.name) == _base(arrival.name) for one in others
    ):
        # The same export with other figures: a newer one, whatever its name says.
        read_on, dated = today, Dated.TODAY
        known = _brought_before(others, replace(batch, read_on=today), dated)
        read_on = known.read_on if known and known.read_on else read_on
    return replace(
        arrival,
        batch=replace(batch, read_on=read_on),
        read_on=read_on,
        dated=dated,
        is_known=known is not None,
    )


def _brought_before(files: Iterable[DataFile], batch: Batch, dated: Dated) -> DataFile | None:
    """Return the record of a file that says the same.

    Where nothing tells when a file was written, the day when it was first brought in does:
    the same file brought in later says nothing new.
    """
    any_day = dated is Dated.TODAY
    return says_the_same((f for f in files if any_day or f.read_on == batch.read_on), batch)


def _base(name: str) -> str:
    """Return a file's name without what a browser adds to a second download."""
    return _COPY.sub("", name)


def bound(strategy: Strategy, batch: Batch, account: str) -> Batch:
    """Return a batch whose figures are of an account."""
    record = strategy.linked(Account, account)
    network = record.network if record else parts_of(account)[0] if is_new(account) else None
    return replace(
        batch,
        daily=tuple(Daily(account, p.metric, p.scope, p.day, p.value) for p in batch.daily),
        posts=_posts_of(batch.posts, account, network),
        audience=tuple(
            AudiencePart(account, p.dimension, p.label, p.value, p.is_share)
            for p in batch.audience
        ),
    )  # fmt: skip


def _posts_of(
    posts: Sequence[PostResult], account: str, network: Network | None
) -> Sequence[PostResult]:
    if isinstance(posts, PostColumns):
        return replace(posts, account=account, network=posts.network or network)
    return tuple(replace(p, account=account, network=p.network or network) for p in posts)
