"""The networks and accounts of a strategy as nodes: one an account, or a network without one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from canvas.domain.messages import say
from canvas.domain.records import Record
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.rules.thread_nodes import Kind, Node
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.common import Network
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.objectives.missions import AccountMission, AccountRole
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.content import ContentMission
from canvas.steps.wording import listed, shown


class Places:
    """Finds the node of an account or a network, however a record names it."""

    def __init__(self, strategy: Strategy) -> None:
        self._options = strategy.of(NetworkOption)
        self._used = {post.account or str(post.network or "") for post in strategy.of(Post)}
        self._accounts = {
            account.id: account
            for account in strategy.of(Account)
            if (account.handle or account.network)
            and (account.decision not in CLOSING or account.id in self._used)
        }
        self._on: dict[Network, list[str]] = defaultdict(list)
        for account in self._accounts.values():
            if account.network:
                self._on[account.network].append(account.id)
        self._missions = strategy.of(AccountMission)
        self._contents = strategy.of(ContentMission)
        left = {option.network for option in self._options if option.role is Role.NONE}
        named = [option.network for option in self._options if option.role is not Role.NONE]
        named += [mission.network for mission in self._missions if mission.text]
        self._networks = [
            network
            for network in Network
            if not self._on.get(network)
            and (str(network) in self._used or (network in named and network not in left))
        ]

    def of(self, account: str, network: Network | None) -> tuple[str, ...]:
        """Return the node of an account, else those of a network."""
        if account in self._accounts:
            return (f"network:{account}",)
        if network is None:
            return ()
        if network in self._on:
            return tuple(f"network:{found}" for found in self._on[network])
        return (f"network:{network}",) if network in self._networks else ()

    def one(self, account: str, network: Network | None) -> tuple[str, ...]:
        """Return the node of a line; where a network has several accounts, the first."""
        return self.of(account, network)[:1]

    def of_option(self, option: NetworkOption) -> tuple[str, ...]:
        """Return the nodes of the accounts that a network of the matrix stands for."""
        own = [f"network:{found}" for found in option.accounts if found in self._accounts]
        return tuple(own) or self.of("", option.network)

    def nodes(self) -> Iterator[tuple[Node, tuple[Record, ...]]]:
        """Yield each node with the records that it stands for, the account first."""
        for account in self._accounts.values():
            key = f"network:{account.id}"
            others = list(self._about(key))
            yield self._node(key, account.network, account.handle, others), (account, *others)
        for network in self._networks:
            key = f"network:{network}"
            others = list(self._about(key))
            yield self._node(key, network, "", others), tuple(others)

    def _about(self, key: str) -> Iterator[Record]:
        for mission in self._missions:
            if mission.text and key in self.of(mission.account, mission.network):
                yield mission
        for option in self._options:
            if key in self.of_option(option):
                yield option
        for line in self._contents:
            if key in self.of(line.account, None):
                yield line

    def _node(self, key: str, network: Network | None, handle: str, others: list[Record]) -> Node:
        missions = [one for one in others if isinstance(one, AccountMission)]
        options = [one for one in others if isinstance(one, NetworkOption)]
        contents = [one.mission for one in others if isinstance(one, ContentMission)]
        called: Said = say(network.label) if network else ""
        note: Said = next((text for text in (*(m.text for m in missions), *contents) if text), "")
        leads = any(one.role is Role.MAIN for one in options) or any(
            one.role is AccountRole.MAIN for one in missions
        )
        if not note and options:
            note = shown(options[0].role)
        return Node(key, Kind.NETWORK, listed([called, handle]), note, leads=leads)
