"""What each network becomes: role, reason and hours, in the order of the ranking."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps.networks.choice import excess, hours_a_week, with_role
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.networks.ranking import RankedNetwork, ranking
from canvas.steps.networks.reference import (
    Claim,
    claims_on,
    families,
    figures,
    is_obsolete,
    obsolete,
)
from canvas.ui.components.assets import component
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data, row_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "network_roles/network_roles.js",
)

WORDS = {
    "heading": N_("What each network becomes"),
    "follow": N_("Give the suggested roles"),
    "suggested": N_("suggested: {role}"),
    "hint": N_("Good to know"),
    "role": N_("Role of {network}"),
}

KINDS = {
    "use": N_("Main use"),
    "topic": N_("It suits"),
    "format": N_("What works there"),
    "reach": N_("Who sees a post"),
    "conversation": N_("Conversation"),
    "obsolete": N_("No longer worth it"),
}

SHOWN = ("role", "reason", "effort_hours_week")


def roles(strategy: Strategy, tr: Translator, *, key: str) -> None:
    """Mount the choice of roles.

    Args:
        strategy: Where the networks are.
        tr: The reader's language.
        key: Its key.
    """
    ranked = ranking(strategy)
    fields = {field["name"]: field for field in field_data(NetworkOption, tr)}
    mount = component("network_roles", '<div class="roles"></div>', SCRIPTS)
    too_many = excess(strategy)
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "type": NetworkOption.key,
            "fields": [fields[name] for name in SHOWN],
            "rows": [_row(network, strategy, tr) for network in ranked],
            "costs": [tr(cost) for cost in costs(strategy)],
            "limit": tr(too_many or _LIMIT),
            "exceeded": too_many is not None,
            "obsolete": tr(
                say(N_("No longer worth considering: {networks}."), networks=obsolete())
            ),
            "words": words(WORDS, tr),
        },
    )


_LIMIT = N_(
    "To begin with: one main network, two or three with real effort in all, and a simple "
    "presence on the others."
)


def costs(strategy: Strategy) -> Iterable[Message]:
    """Yield what each role takes in hours a week, then all together."""
    present = (Role.MAIN, Role.STRONG, Role.DEFENSIVE)
    for role in present:
        options = with_role(strategy, role)
        hours = hours_a_week(options)
        if not options:
            continue
        if hours is None:
            yield say(N_("{role}: hours to be estimated"), role=role)
        else:
            yield say(N_("{role}: {hours} h a week"), role=role, hours=hours)
    chosen = with_role(strategy, *present)
    total = hours_a_week(chosen)
    if total is None:
        return
    unknown = sum(option.effort_hours_week is None for option in chosen)
    yield (
        say_count(
            "In all: {hours} h a week, and one network is not estimated",
            "In all: {hours} h a week, and {n} networks are not estimated",
            unknown,
            hours=total,
        )
        if unknown
        else say(N_("In all: {hours} h a week"), hours=total)
    )


def _row(network: RankedNetwork, strategy: Strategy, tr: Translator) -> dict[str, Any]:
    option = network.option
    row = row_data(option, strategy, tr)
    values = {name: row["values"].get(name) for name in SHOWN}
    rows = claims_on(option)
    return {
        **row,
        "values": values,
        "title": tr.said(option.called),
        "rank": network.rank,
        "total": "" if network.total is None else tr.share(network.total, decimals=0),
        "suggested": str(network.suggested or ""),
        "suggested_label": tr.label(network.suggested),
        "obsolete": is_obsolete(rows),
        "hints": [*_families(rows, tr), *_hints(rows, tr)],
    }


def _families(rows: tuple[Claim, ...], tr: Translator) -> list[dict[str, str]]:
    found = families(rows)
    if not found:
        return []
    sources = dict.fromkeys(tr(claim.said_by) for claim in rows if claim.kind == "family")
    return [
        {
            "label": tr(N_("Kind of medium")),
            "text": tr.value(found),
            "source": tr.enumeration(list(sources)),
        }
    ]


def _hints(rows: tuple[Claim, ...], tr: Translator) -> list[dict[str, str]]:
    found = []
    for claim in sorted(rows, key=lambda claim: claim.kind != "obsolete"):
        label = KINDS.get(claim.kind)
        said = figures(claim)
        text = tr(said) if said else claim.texts.get(tr.language, "")
        if label and text:
            found.append({"label": tr(label), "text": text, "source": tr(claim.said_by)})
    return found
