"""A file on its way in: what a person said of it, what was understood, what it would change."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from canvas.domain.messages import Message
from canvas.imports.platforms import Answers, Understood
from canvas.services.readings.dates import Dated
from canvas.steps.common import Network
from canvas.steps.measure.figures import Batch

_NEW = "new:"


def new_account(network: Network, handle: str = "") -> str:
    """Return what stands for an account that comes in with its first file."""
    return f"{_NEW}{network}:{handle}"


def is_new(account: str) -> bool:
    """Return whether an account comes in with its first file."""
    return account.startswith(_NEW)


def parts_of(account: str) -> tuple[Network | None, str]:
    """Return the network and the name of an account that comes in."""
    network, _, handle = account.removeprefix(_NEW).partition(":")
    return Network.read(network), handle


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person said of a file; what is None is proposed.

    Attributes:
        answers: How it is read.
        account: Whose figures it holds: an id, what `new_account` gives, or “” for all
            accounts together.
        read_on: The day when its platform wrote it.
    """

    answers: Answers = field(default_factory=Answers)
    account: str | None = None
    read_on: dt.date | None = None

    @property
    def mends(self) -> bool:
        """Whether it says anything of how files of this kind are read."""
        said = self.answers
        return bool(
            said.columns or said.platform or said.grain or said.date_order or said.decimal_sign
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How figures compare with what counts today."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.new + other.new, self.changed + other.changed, self.unchanged + other.unchanged
        )


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file on its way in.

    Attributes:
        name: What it is called.
        refusal: Why it cannot be used; None where it can.
        understood: What was understood; None where it cannot be used.
        reply: What a person said of it.
        account: Whose figures it holds, as in `Reply`.
        proposed: The account that would be taken if the person said nothing, “” for none.
        offered: Accounts that it may be of.
        networks: Networks of which a new account may come in with it.
        needs_account: Whether its figures are of an account.
        read_on: The day when its platform wrote it.
        dated: How that day is known.
        batch: What it says, of this account and day; None while a question is open.
        is_known: Whether the same file was brought in already.
        notes: What to look at before it comes in.
    """

    name: str
    refusal: Message | None = None
    understood: Understood | None = None
    reply: Reply = field(default_factory=Reply)
    account: str = ""
    proposed: str = ""
    offered: tuple[str, ...] = ()
    networks: tuple[Network, ...] = ()
    needs_account: bool = False
    read_on: dt.date | None = None
    dated: Dated = Dated.TODAY
    batch: Batch | None = None
    is_known: bool = False
    notes: tuple[Message, ...] = ()

    @property
    def asks_account(self) -> bool:
        """Whether a person has to say whose figures it holds."""
        return self.needs_account and not self.account and self.reply.account is None

    @property
    def readings(self) -> int:
        """How many figures of days, visits, audiences and pages it holds."""
        if self.batch is None:
            return 0
        parts = (self.batch.daily, self.batch.visits, self.batch.audience, self.batch.pages)
        return sum(map(len, parts))

    @property
    def posts(self) -> int:
        """How many posts it holds."""
        return len(self.batch.posts) if self.batch else 0
