"""What a small picture is, told from its bytes with the standard library alone.

Pictures are kept as base64 text of a JPEG.  Whoever imports a project file may have
written anything there, and browsers and office programs will open it: so it is read
far enough to know that it is a whole JPEG of a harmless size.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

LARGEST_SIDE = 1_024
"""Pixels; what is uploaded is made much smaller, see `canvas.imports.picture`."""

_START, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN = 0xDA
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Segments that hold the size: baseline, extended and progressive."""


def jpeg_of(text: str) -> bytes:
    """Return the JPEG that base64 `text` holds.

    Raises:
        ValueError: It holds something else, or one larger than a portrait.
    """
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError(text[:40]) from error
    if not content.startswith(_START) or not content.endswith(_END):
        raise ValueError(text[:40])
    # Encoded anew, since base64 may leave bits over: one picture has one text.
    if base64.b64encode(content).decode("ascii") != text:
        raise ValueError(text[:40])
    sizes = [
        (int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big"))
        for marker, body in _segments(content)
        if marker in _FRAMES and len(body) >= 6
    ]
    if len(sizes) != 1 or not all(0 < side <= LARGEST_SIDE for side in sizes[0]):
        raise ValueError(text[:40])
    return content


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the marker and the body of each segment before the first scan."""
    at = len(_START)
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        if length < 2 or marker == _SCAN:
            return
        yield marker, content[at + 4 : at + 2 + length]
        at += 2 + length
