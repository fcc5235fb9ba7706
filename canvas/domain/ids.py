"""Identifiers that sort by creation (UUID version 7, RFC 9562)."""

from __future__ import annotations

import re
import secrets
import time
import uuid

_SAFE = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


def new_id() -> str:
    """Return a new UUIDv7 as text: 48 bits of milliseconds, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (2**48 - 1)) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def is_id(text: object) -> bool:
    """Return whether `text` may be an identifier of a record or a strategy."""
    return isinstance(text, str) and _SAFE.fullmatch(text) is not None
