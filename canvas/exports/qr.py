"""QR codes for print."""

from __future__ import annotations

import io

import segno


def qr_svg(address: str) -> bytes:
    """Return a QR code as a picture that prints sharp at any size.

    Error correction is medium: a sixth of the squares may be worn or stained.
    """
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", scale=8, border=4, dark="#000000", light="#ffffff"
    )
    return out.getvalue()


def qr_png(address: str) -> bytes:
    """Return a QR code as a picture of about 10 cm at 150 dots an inch, for documents."""
    code = segno.make(address, error="m", micro=False)
    out = io.BytesIO()
    code.save(out, kind="png", scale=max(1, 600 // code.symbol_size(border=4)[0]), border=4)
    return out.getvalue()
