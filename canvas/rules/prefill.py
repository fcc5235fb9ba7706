"""What a new line of the calendar says before anybody typed it (C104, C108)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TypeVar

from canvas.domain.clean import Json
from canvas.domain.records import Record, write_record
from canvas.domain.strategy import Strategy
from canvas.rules.slots import times_of
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.audit.accounts import CLOSING, Account, AccountRank
from canvas.steps.common import Network, quarter_of, weekday_of
from canvas.steps.frame.settings import Settings
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.missions import AccountMission, AccountRole
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.themes import Theme
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus
from canvas.steps.plan.content import ContentMission, ContentType
from canvas.steps.plan.rhythm import BestTime, Cadence

GOOD_SLOT = 3
"""Strength from which a slot of the week is worth proposing: 1 and 2 are to be avoided."""

FROM_TYPE = ("cta", "intent", "stage", "effort_hours", "cost")
"""Fields of a line that its content type has under the same name."""

R = TypeVar("R", bound=Record)


def prefilled(strategy: Strategy, given: Mapping[str, Json]) -> dict[str, Json]:
    """Return the raw fields of a new line: those given, and what the strategy says of the rest.

    What is given always wins, and what two records would answer differently stays empty.
    In this order, each field from what is known by then:

    - `account`: that of the rhythm (`cadence`) it comes from; else the only open account
      of its network; else, among these, the main one by the missions, then by the audit.
      Without a network, the main account of all.
    - `network`: the account's.
    - `content_type`: the rhythm's; else the only one that the account's line of the
      content matrix leaves for this network.
    - `cta`, `intent`, `stage`, `effort_hours`, `cost`: the content type's; the effort,
      failing that, the rhythm's.
    - `theme`: the only one of the quarter that its date falls in, counted from the
      strategy's first day, and told on its network.
    - `objective`: that of the account's line of the content matrix; else the only one of
      the mission that the account serves; else the theme's.
    - `kpi`: the content matrix's or the theme's, whichever the objective is of; else the
      only indicator of the objective.
    - `persona`: the first one of the content matrix, else of the theme.
    - `author`: the owner of the rhythm; else the only owner that the rhythms of this
      account have.
    - `publisher`: whoever publishes on this account, then on this network; else whoever
      runs the account.
    - `time`: the first one of the account's rhythms on this weekday, this line's own
      rhythm before others; else the beginning of the best slot of the network that day.
    - `status`: an idea.

    Args:
        strategy: The strategy that it is a line of.
        given: Raw fields of a `Post` that are known already.
    """
    line = _Line(strategy, given)
    line.fill_in("account", line.account())
    line.fill_in("network", line.network())
    line.fill_in("content_type", line.content_type())
    line.fill_type()
    line.fill_in("theme", line.theme())
    line.fill_in("objective", line.objective())
    line.fill_in("kpi", line.kpi())
    line.fill_in("persona", line.persona())
    line.fill_in("author", line.author())
    line.fill_in("publisher", line.publisher())
    line.fill_in("time", line.time())
    line.fill_in("status", str(PostStatus.IDEA))
    return line.raw


class _Line:
    """A line as far as it is known; each method answers one field from what is."""

    def __init__(self, strategy: Strategy, given: Mapping[str, Json]) -> None:
        self.strategy = strategy
        self.raw: dict[str, Json] = {k: v for k, v in given.items() if v is not None}
        day = Post.field("date").parse(self.raw.get("date"))
        self.day: dt.date | None = day
        self.weekday = weekday_of(day) if day else None
        self.cadence = strategy.linked(Cadence, self._text("cadence"))

    def fill_in(self, name: str, value: Json) -> None:
        """Fill in a field that nothing was given for, but not with a record deleted since."""
        is_gone = Post.field(name).kind == "link" and self.strategy.find(str(value)) is None
        if value not in (None, "") and not is_gone:
            self.raw.setdefault(name, value)

    def fill_type(self) -> None:
        """Fill in what the content type says, and the effort from the rhythm failing that."""
        kind = self._linked(ContentType, "content_type")
        known = write_record(kind) if kind else {}
        for name in FROM_TYPE:
            self.fill_in(name, known.get(name))
        if self.cadence:
            self.fill_in("effort_hours", self.cadence.effort_hours)

    def account(self) -> str:
        if self.cadence and self.cadence.account:
            return self.cadence.account
        accounts = [a for a in self.strategy.of(Account) if a.decision not in CLOSING]
        network = self._network()
        if network is not None:
            accounts = [a for a in accounts if a.network is network]
            if len(accounts) == 1:
                return accounts[0].id
        main = {
            mission.account
            for mission in self.strategy.of(AccountMission)
            if mission.role is AccountRole.MAIN
        }
        return _only(a.id for a in accounts if a.id in main) or _only(
            a.id for a in accounts if a.rank is AccountRank.MAIN
        )

    def network(self) -> Json:
        account = self._linked(Account, "account")
        return str(account.network) if account and account.network else None

    def content_type(self) -> str:
        if self.cadence and self.cadence.content_type:
            return self.cadence.content_type
        mission = self._mission()
        kinds = self.strategy.linked_all(ContentType, mission.content_types if mission else ())
        network = self._network()
        return _only(k.id for k in kinds if not k.networks or network in (None, *k.networks))

    def theme(self) -> str:
        theme = self._theme()
        return theme.id if theme else ""

    def objective(self) -> str:
        mission = self._mission()
        if mission and mission.objective:
            return mission.objective
        served = {
            role.mission
            for role in self.strategy.of(AccountMission)
            if role.mission and role.account == self._text("account")
        }
        theme = self._linked(Theme, "theme")
        return _only(o.id for o in self.strategy.of(Objective) if o.mission in served) or (
            theme.objective if theme else ""
        )

    def kpi(self) -> str:
        mission = self._mission()
        if mission and mission.kpi and self._text("objective") in ("", mission.objective):
            return mission.kpi
        objective = self._text("objective")
        theme = self._linked(Theme, "theme")
        if theme and theme.kpi and objective == theme.objective:
            return theme.kpi
        return _only(k.id for k in self.strategy.of(Kpi) if objective and k.objective == objective)

    def persona(self) -> str:
        sources = (self._mission(), self._linked(Theme, "theme"))
        return next((s.personas[0] for s in sources if s and s.personas), "")

    def author(self) -> str:
        if self.cadence and self.cadence.owner:
            return self.cadence.owner
        return _only(rhythm.owner for rhythm in self._rhythms() if rhythm.owner)

    def publisher(self) -> str:
        account, network = self._text("account"), self._network()
        roles = [role for role in self.strategy.of(NetworkRole) if role.publishers]
        of_account = [role for role in roles if account and role.account == account]
        of_network = [role for role in roles if network and role.network is network]
        for role in (*of_account, *(role for role in of_network if not role.account)):
            return role.publishers[0]
        found = self._linked(Account, "account")
        return found.owner if found else ""

    def time(self) -> Json:
        if self.weekday is None:
            return None
        rhythms = self._rhythms()
        own = [rhythm for rhythm in rhythms if rhythm is self.cadence]
        for rhythm in (*own, *(rhythm for rhythm in rhythms if self.weekday in rhythm.weekdays)):
            if times := times_of(rhythm):
                return times[0].strftime("%H:%M")
        slots = [slot for slot in self.strategy.of(BestTime) if self._suits(slot)]
        best = max(slots, key=lambda slot: (slot.weight or 0, bool(slot.network)), default=None)
        return best.start_time.strftime("%H:%M") if best and best.start_time else None

    def _suits(self, slot: BestTime) -> bool:
        """Return whether a slot is a good moment of this day on this network."""
        return (
            slot.start_time is not None
            and slot.network in (None, self._network())
            and (not slot.weekdays or self.weekday in slot.weekdays)
            and (slot.weight or GOOD_SLOT) >= GOOD_SLOT
        )

    def _text(self, name: str) -> str:
        return str(self.raw.get(name) or "")

    def _linked(self, record_type: type[R], name: str) -> R | None:
        return self.strategy.linked(record_type, self._text(name))

    def _network(self) -> Network | None:
        code = self.raw.get("network")
        return Network.of(code) if code is not None else None

    def _mission(self) -> ContentMission | None:
        """Return the account's line of the content matrix."""
        account = self._text("account")
        found = (m for m in self.strategy.of(ContentMission) if account and m.account == account)
        return next(found, None)

    def _theme(self) -> Theme | None:
        """Return the only theme that is put forward on this day and this network."""
        if self.day is None:
            return None
        quarter = quarter_of(self.day, self.strategy.one(Settings).start_date)
        network = self._network()
        found = [
            theme
            for theme in self.strategy.of(Theme)
            if quarter
            and theme.quarter is quarter
            and (not theme.networks or network in (None, *theme.networks))
        ]
        return found[0] if len(found) == 1 else None

    def _rhythms(self) -> list[Cadence]:
        """Return the rhythms of the account, this line's own first."""
        account = self._text("account")
        found = [c for c in self.strategy.of(Cadence) if account and c.account == account]
        return sorted(found, key=lambda rhythm: rhythm is not self.cadence)


def _only(ids: Iterable[str]) -> str:
    """Return the one id among these, "" where there is none or several."""
    found = set(ids)
    return found.pop() if len(found) == 1 else ""
