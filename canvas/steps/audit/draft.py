"""A first portrait of the situation, put together from the data (C33)."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import CLOSING
from canvas.steps.audit.figures import accounts, competitor_brands, our_brand, our_followers
from canvas.steps.audit.portrait import Portrait
from canvas.steps.audit.swot import Quadrant, heaviest


def portrait_draft(strategy: Strategy) -> list[Message]:
    """Return the sentences that the data can say on where we are, to be edited."""
    return [
        *_presence(strategy),
        *_closures(strategy),
        *_comparison(strategy),
        *_notes(strategy),
    ]


def _presence(strategy: Strategy) -> list[Message]:
    known = accounts(strategy)
    if not known:
        if strategy.one(Portrait).starts_from_zero:
            return [say(N_("We have no account yet: everything is to be built."))]
        return []
    audience = our_brand(strategy).audience
    if not audience:
        return [say_count("We have {n} account.", "We have {n} accounts.", len(known))]
    counted = our_followers(strategy)
    network = max(counted, key=lambda n: counted[n])
    return [
        say_count(
            "We have {n} account and {followers} followers, most of them on {network}.",
            "We have {n} accounts and {followers} followers, most of them on {network}.",
            len(known),
            followers=audience,
            network=network,
        )
    ]


def _closures(strategy: Strategy) -> list[Message]:
    closing = [a for a in accounts(strategy) if a.decision in CLOSING]
    if not closing:
        return []
    return [
        say_count(
            "{n} account will be closed or merged.",
            "{n} accounts will be closed or merged.",
            len(closing),
        )
    ]


def _comparison(strategy: Strategy) -> list[Message]:
    ours = our_brand(strategy).audience
    rivals = competitor_brands(strategy)
    if ours is None or not rivals or rivals[0].audience is None:
        return []
    params = {"competitor": rivals[0].name, "theirs": rivals[0].audience, "ours": ours}
    if ours >= rivals[0].audience:
        return [say(N_("We are ahead of {competitor}: {ours} followers to {theirs}."), **params)]
    return [say(N_("{competitor} is ahead of us: {theirs} followers to {ours}."), **params)]


def _notes(strategy: Strategy) -> list[Message]:
    sentences = []
    best = heaviest(strategy, Quadrant.STRENGTH)
    worst = heaviest(strategy, Quadrant.WEAKNESS)
    if best:
        sentences.append(say(N_("What helps us most: {note}."), note=best.text.rstrip(".")))
    if worst:
        sentences.append(say(N_("What holds us back most: {note}."), note=worst.text.rstrip(".")))
    return sentences
