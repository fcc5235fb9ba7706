"""The network matrix, the role of each network, and what the chosen ones need (C96–C99)."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from canvas.domain.changes import Edit, creation
from canvas.domain.ids import new_id
from canvas.domain.messages import N_, say, say_count
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps.audit.accounts import Account
from canvas.steps.audit.checks import ProfileCheck, ProfileItem
from canvas.steps.networks.choice import with_role
from canvas.steps.networks.matrix import Role
from canvas.steps.networks.profiles import Handle
from canvas.steps.networks.ranking import considered
from canvas.ui import problems
from canvas.ui.canvases.parts import Part
from canvas.ui.components.editor import editor
from canvas.ui.components.network_roles import roles
from canvas.ui.components.scores import scores
from canvas.ui.grid import grid
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies

GRID = "network-grid"


def networks(strategy: Strategy, tr: Translator) -> None:
    """Draw the matrix, then the roles, then profiles and names of the chosen networks."""
    frame = _scores(strategy, tr)
    _roles(strategy, tr)
    _checks(strategy, tr)
    _handles(strategy, tr)
    # Last, since the first page with it waits seconds for its library.
    _grid(frame, tr)


def _matrix(strategy: Strategy, tr: Translator) -> None:
    """Draw the matrix alone."""
    _grid(_scores(strategy, tr), tr)


def _scores(strategy: Strategy, tr: Translator) -> st.delta_generator.DeltaGenerator | None:
    """Draw what drives the grid, and return the place for it; None on a telephone."""
    st.html(Path(__file__).with_name("networks.css"))
    on_phone = "Mobi" in st.context.headers.get("User-Agent", "")
    key = "" if on_phone else GRID
    scores(strategy, tr, key="canvas-networks", theme=_theme(), grid=key)
    return None if on_phone else st.container(key=GRID)


def _grid(frame: st.delta_generator.DeltaGenerator | None, tr: Translator) -> None:
    if frame is not None:
        with frame:
            grid(GRID, tr, _theme())


def _theme() -> str:
    return st.context.theme.type or "light"


def _roles(strategy: Strategy, tr: Translator) -> None:
    """Draw the choice of roles, once there is a network to choose."""
    if considered(strategy):
        roles(strategy, tr, key="canvas-networks-roles")


def accounts_of(strategy: Strategy, *wanted: Role) -> tuple[Account, ...]:
    """Return our accounts on the networks that have one of these roles."""
    options = with_role(strategy, *wanted)
    places = {option.network for option in options if option.network is not None}
    named = {account for option in options for account in option.accounts}
    return tuple(
        account
        for account in strategy.of(Account)
        if account.network in places or account.id in named
    )


def _checks(strategy: Strategy, tr: Translator) -> None:
    """Draw the profile checklist of the accounts that our effort goes to (C98)."""
    accounts = accounts_of(strategy, Role.MAIN, Role.STRONG)
    if not accounts:
        return
    ids = {account.id for account in accounts}
    # Those without an account are being written.
    found = [c for c in strategy.of(ProfileCheck) if not c.account or c.account in ids]
    started = {check.account for check in found}
    label = say_count(
        "Profiles of the chosen networks: one point checked",
        "Profiles of the chosen networks: {n} points checked",
        len(found),
    )
    with st.expander(plain(tr(label)), icon=":material/badge:", key="network-profiles"):
        with st.container(horizontal=True):
            for account in accounts:
                if account.id in started:
                    continue
                st.button(
                    plain(tr(N_("List what {account} needs"), account=account.title)),
                    key=f"list-{account.id}",
                    icon=":material/playlist_add:",
                    on_click=partial(_list_points, account.id),
                )
        editor(ProfileCheck, strategy, tr, records=found)


@problems.told
def _list_points(account: str) -> None:
    """Write down all points of one account's profile, to be checked one by one."""
    tab = session()
    strategy = strategies().open(tab.strategy, person())
    first = strategy.next_position(ProfileCheck)
    edits: list[Edit] = []
    for number, item in enumerate(ProfileItem):
        fields = {"account": account, "item": str(item)}
        edits += creation(ProfileCheck.key, new_id(), fields, first + number)
    strategies().edit(tab.strategy, person(), edits, label=LISTED)


LISTED = N_("List of the points of a profile")


def _handles(strategy: Strategy, tr: Translator) -> None:
    """Draw the names to reserve on the networks where we are (C96)."""
    present = with_role(strategy, Role.MAIN, Role.STRONG, Role.DEFENSIVE)
    if not present:
        return
    places = {option.network for option in present}
    found: list[Record] = [
        handle
        for handle in strategy.of(Handle)
        if handle.network is None or handle.network in places
    ]
    label = say(N_("Names on the chosen networks: {n} noted"), n=len(found))
    with st.expander(plain(tr(label)), icon=":material/alternate_email:", key="network-names"):
        editor(Handle, strategy, tr, records=found)


PARTS = {
    "matrix": Part(N_("Matrix"), _matrix),
    "roles": Part(N_("What each network becomes"), _roles),
}
"""What is projected by itself: the scores, then the choice."""
