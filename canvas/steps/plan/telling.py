"""How accounts are called in the plan's sentences."""

from __future__ import annotations

from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import Account
from canvas.steps.wording import listed, shorten, shown


def account_label(strategy: Strategy, account_id: str) -> Said:
    """Return an account's network and handle: the same handle stands on several networks."""
    account = strategy.linked(Account, account_id)
    return listed([shown(account.network), account.handle]) if account else ""


def account_place(strategy: Strategy, account_id: str) -> Said:
    """Return the account's network, or its handle where that is not said; for sentences."""
    account = strategy.linked(Account, account_id)
    return (shown(account.network) or shorten(account.handle, 30)) if account else ""
