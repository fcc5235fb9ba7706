"""Bring understood files in: figures, new accounts and what was mended, in one change set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.errors import CanvasError
from canvas.domain.ids import new_id
from canvas.domain.messages import N_
from canvas.domain.records import EXISTS
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.imports.platforms.layouts import level
from canvas.services.figures import Brought, Incoming, bring_in
from canvas.services.people import Person
from canvas.services.readings.model import Arrival, Reply, is_new, parts_of
from canvas.services.readings.understanding import Progress, bound
from canvas.services.strategies import Strategies
from canvas.steps.audit.accounts import Account
from canvas.steps.measure.files import DataFile, FileMapping

LEFT_OUT = N_("Platform file left out")


class NotBroughtError(CanvasError):
    """What a file would add is not accepted, so none of them came in."""

    message = N_("Nothing was brought in. {reason} Change it, then bring the files in again.")


def bring(
    service: Strategies,
    person: Person,
    strategy_id: str,
    arrivals: Sequence[Arrival],
    tr: Translator,
    *,
    remember: bool = True,
    progress: Progress | None = None,
) -> Brought:
    """Bring in the files that have no question open, as one change set.

    Args:
        service: The strategies.
        person: Who brings them; a participant at least.
        strategy_id: Theirs.
        arrivals: The files, as they were understood.
        tr: In whose language what was left out is kept.
        remember: Whether what was mended is kept for the next files of the same kind.
        progress: Told after each file.

    Raises:
        NotBroughtError: An account was deleted meanwhile, for instance; nothing is stored.
    """
    strategy = service.open(strategy_id, person)
    ready = [one for one in arrivals if one.batch and one.understood]
    ids = {one.account: new_id() for one in ready if is_new(one.account)}
    more = list(_accounts(strategy, ids, tr))
    if remember:
        more += _mappings(strategy, ready, ids)
    done = bring_in(
        service,
        person,
        strategy_id,
        [_incoming(strategy, one, ids, tr) for one in ready],
        more=more,
        progress=progress,
    )
    if done.problem:
        raise NotBroughtError(reason=done.problem)
    return done


def leave_out(service: Strategies, person: Person, strategy_id: str, file: str) -> None:
    """Let the figures of a file count no more; undo brings it back."""
    service.edit(
        strategy_id, person, [Edit(DataFile.key, file, EXISTS, True, None)], label=LEFT_OUT
    )


def _incoming(
    strategy: Strategy, arrival: Arrival, ids: dict[str, str], tr: Translator
) -> Incoming:
    batch, understood = arrival.batch, arrival.understood
    assert batch is not None
    assert understood is not None
    account = ids.get(arrival.account, arrival.account)
    if account != arrival.account:
        # Its posts are on their network already.
        batch = bound(strategy, batch, account)
    left_out = tuple(tr(message) for message in understood.left_out)
    return Incoming(arrival.name, batch, account, understood.rows, left_out)


def _accounts(strategy: Strategy, ids: dict[str, str], tr: Translator) -> Iterator[Edit]:
    position = max((one.position for one in strategy.of(Account)), default=0.0)
    for account, record_id in ids.items():
        network, handle = parts_of(account)
        position += 1
        fields: dict[str, Json] = {
            "handle": (handle or tr.label(network))[:120],
            "network": str(network) if network else None,
        }
        yield from creation(Account.key, record_id, fields, position)


# --- what is remembered ------------------------------------------------------------------------


def _mappings(
    strategy: Strategy, arrivals: Sequence[Arrival], ids: dict[str, str]
) -> Iterator[Edit]:
    """Yield the edits that remember what was mended, once a kind of file."""
    known = {one.signature: one for one in strategy.of(FileMapping)}
    position = max((one.position for one in known.values()), default=0.0)
    seen: set[str] = set()
    for arrival in arrivals:
        understood, reply = arrival.understood, arrival.reply
        if understood is None or understood.signature in seen:
            continue
        chosen = reply.account if reply.account not in (None, arrival.proposed) else None
        if not (reply.mends or chosen):
            continue
        seen.add(understood.signature)
        mapping = known.get(understood.signature)
        account = ids.get(chosen, chosen) if chosen else None
        wanted = _fields(mapping, reply, account)
        if mapping is None:
            position += 1
            raw: dict[str, Json] = {
                "name": arrival.name[:200],
                "signature": understood.signature,
            }
            if not understood.layout and understood.platform and understood.grain:
                # A known layout says them by itself, and of each file anew.
                raw |= {"platform": str(understood.platform), "grain": str(understood.grain)}
            yield from creation(FileMapping.key, new_id(), {**raw, **wanted}, position)
            continue
        for name, new in wanted.items():
            base = FileMapping.field(name).dump(getattr(mapping, name))
            if base != new:
                yield Edit(FileMapping.key, mapping.id, name, base, new)


def _fields(mapping: FileMapping | None, reply: Reply, account: str | None) -> dict[str, Json]:
    """Return what is to be remembered: what was said now, over what was said before."""
    said = reply.answers
    fields: dict[str, Json] = {
        name: str(choice)
        for name, choice in (
            ("platform", said.platform),
            ("grain", said.grain),
            ("date_order", said.date_order),
            ("decimal_sign", said.decimal_sign),
        )
        if choice
    }
    if account:
        fields["account"] = account
    if said.columns:
        lines = {
            level(line.partition("=")[2]): line for line in (mapping.columns if mapping else ())
        }
        lines |= {level(title): f"{code}={title}" for title, code in said.columns.items()}
        # A title that is longer than a line may be cannot be recognised again.
        kept: list[Json] = [line for line in lines.values() if len(line) <= 240]
        fields["columns"] = kept[:100]
    return fields
