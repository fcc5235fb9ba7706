"""Decide how a block fills its slides: one function a kind of block.

A plan measures everything and draws nothing, so that what does not fit is known
before the first shape is made.
"""

from __future__ import annotations

from functools import singledispatch

from canvas.exports.deck.context import Plan, Request


@singledispatch
def plan(block: object, request: Request) -> Plan:
    """Return how `block` is shown."""
    raise TypeError(
        f"No drawing for {type(block).__name__}; register one beside those in canvas/exports/deck"
    )
