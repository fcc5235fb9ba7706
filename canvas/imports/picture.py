"""Make a small portrait of a picture that somebody sends, or refuse it with a sentence."""

from __future__ import annotations

import base64
import binascii
import io
import warnings
from typing import TYPE_CHECKING

from canvas.domain.errors import CanvasError
from canvas.domain.kinds import Picture
from canvas.domain.messages import N_

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 5_000_000

MAX_PIXELS = 40_000_000
"""What a phone's camera gives; a picture that says more is not opened at all."""

SIDE = 320
"""Pixels of the portrait, a square."""

FORMATS = ("PNG", "JPEG", "WEBP")
"""What Pillow may try, whatever the file is called."""

_QUALITIES = (85, 70, 50)


class PictureError(CanvasError):
    """A picture that cannot be used; nothing was changed."""


class PictureTooHeavyError(PictureError):
    """The file is over the limit."""

    message = N_(
        "The picture is heavier than {limit} MB. Choose a smaller one, or a screen copy of it."
    )


class PictureTooLargeError(PictureError):
    """It would take too much memory to open."""

    message = N_(
        "The picture has more than {limit} million dots. Choose a smaller one, or a screen copy."
    )


class NotAPictureError(PictureError):
    """It is something else, or damaged."""

    message = N_(
        "This file is not a picture that can be used: choose a PNG, JPEG or WebP file "
        "that opens on your computer."
    )


def portrait_of(upload: str) -> str:
    """Return the portrait of an upload, a `data:` address as browsers make them.

    Raises:
        PictureError: One of its kinds says what is wrong and what to do.
    """
    if len(upload) > MAX_BYTES * 1.4:
        raise PictureTooHeavyError(limit=MAX_BYTES // 1_000_000)
    try:
        content = base64.b64decode(upload.partition(",")[2], validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotAPictureError from error
    return portrait(content)


def portrait(content: bytes) -> str:
    """Return a picture as the base64 text of a square JPEG, cut to its middle.

    Nothing of the file but its dots is kept: no place, no camera, no other picture.

    Raises:
        PictureError: One of its kinds says what is wrong and what to do.
    """
    from PIL import Image, ImageOps

    if len(content) > MAX_BYTES:
        raise PictureTooHeavyError(limit=MAX_BYTES // 1_000_000)
    try:
        with warnings.catch_warnings():
            # Our own limit speaks first, and in a sentence.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
                if opened.width * opened.height > MAX_PIXELS:
                    raise PictureTooLargeError(limit=MAX_PIXELS // 1_000_000)
                # A JPEG can be read smaller than it is: quick, and light on memory.
                opened.draft("RGB", (2 * SIDE, 2 * SIDE))
                upright = ImageOps.exif_transpose(opened)
        square = ImageOps.fit(_on_white(upright), (SIDE, SIDE), Image.Resampling.LANCZOS)
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise PictureTooLargeError(limit=MAX_PIXELS // 1_000_000) from error
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, OverflowError) as error:
        # What Pillow's readers raise on damaged files, each its own.
        raise NotAPictureError from error
    for quality in _QUALITIES:
        written = io.BytesIO()
        square.save(written, "JPEG", quality=quality, optimize=True)
        text = base64.b64encode(written.getvalue()).decode("ascii")
        if len(text) <= Picture.max_chars:
            break
    return text


def _on_white(image: Image.Image) -> Image.Image:
    """Return the dots of an image, what is transparent in it white; nothing else of it."""
    from PIL import Image

    if not image.has_transparency_data:
        plain = image.convert("RGB")
        return Image.frombytes("RGB", plain.size, plain.tobytes())
    layered = image.convert("RGBA")
    ground = Image.new("RGB", layered.size, "white")
    ground.paste(layered, mask=layered.getchannel("A"))
    return ground
