"""A picture that somebody sends becomes a small portrait, or is refused with a sentence."""

from __future__ import annotations

import base64
import datetime as dt
import io
import os
import random
import struct
import zlib

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from canvas.domain.changes import Edit
from canvas.domain.kinds import Picture
from canvas.exports.project import build_project
from canvas.i18n import Translator
from canvas.imports.picture import (
    MAX_BYTES,
    SIDE,
    NotAPictureError,
    PictureTooHeavyError,
    PictureTooLargeError,
    portrait,
    portrait_of,
)
from canvas.services import Person, documents, exchange, open_strategies
from canvas.steps.personas import Persona
from canvas.ui.history import value_in_words

NORA = Person("nora")


def written(image: Image.Image, kind: str = "PNG", **options) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def shown(text: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(text)))


def stripes(width: int = 900, height: int = 400) -> Image.Image:
    """Return a picture that is red, green, then blue from left to right."""
    image = Image.new("RGB", (width, height), "lime")
    image.paste("red", (0, 0, width // 4, height))
    image.paste("blue", (3 * width // 4, 0, width, height))
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_becomes_a_square_jpeg_of_its_middle(kind):
    found = shown(portrait(written(stripes(), kind)))
    assert found.format == "JPEG"
    assert found.size == (SIDE, SIDE)
    for at in ((5, 160), (160, 160), (314, 160)):
        red, green, blue = found.getpixel(at)
        assert green > 200
        assert max(red, blue) < 60


def test_the_file_is_judged_by_its_bytes_and_not_by_what_it_is_called():
    said_png = "data:image/png;base64," + base64.b64encode(written(stripes(), "JPEG")).decode()
    assert shown(portrait_of(said_png)).size == (SIDE, SIDE)


def test_a_photo_taken_upright_stands_upright_and_keeps_no_word_of_where_it_was_taken():
    photo = stripes(900, 900)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter
    exif[0x010E] = "At home, 12 Quai nord"
    exif.get_ifd(0x8825)[2] = (48.0, 6.0, 0.0)
    text = portrait(written(photo, "JPEG", exif=exif, comment=b"hello"))
    content = base64.b64decode(text)
    assert b"Quai" not in content
    assert b"Exif" not in content
    assert b"hello" not in content
    assert not shown(text).getexif()
    assert shown(text).getpixel((160, 10))[0] > 200, "the red side is at the top"


def test_what_is_transparent_becomes_white():
    found = shown(portrait(written(Image.new("RGBA", (64, 64), (0, 0, 0, 0)))))
    assert min(found.getpixel((160, 160))) > 250


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK"])
def test_pictures_of_all_kinds_of_dots_are_read(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert shown(portrait(written(Image.new(mode, (40, 30)), kind))).mode == "RGB"


def test_even_noise_fits_into_the_field():
    noise = Image.frombytes("RGB", (800, 800), random.Random(7).randbytes(800 * 800 * 3))
    text = portrait(written(noise))
    assert len(text) <= Picture.max_chars


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        written(Image.new("P", (9, 9)), "GIF"),
        written(Image.new("RGB", (9, 9)), "TIFF"),
        written(Image.frombytes("RGB", (300, 300), os.urandom(270_000)))[:5_000],
        written(Image.frombytes("RGB", (300, 300), os.urandom(270_000)), "JPEG")[:5_000],
    ],
)
def test_what_is_no_picture_or_half_of_one_is_refused(content):
    with pytest.raises(NotAPictureError):
        portrait(content)


def test_what_is_no_address_of_a_picture_is_refused():
    for upload in ("data:", "data:image/png;base64,%%%", "data:image/png;base64,é", "data:,abc"):
        with pytest.raises(NotAPictureError):
            portrait_of(upload)


def test_a_file_that_is_too_heavy_is_refused_before_it_is_opened():
    with pytest.raises(PictureTooHeavyError):
        portrait(b"\x89PNG" + b"0" * MAX_BYTES)
    with pytest.raises(PictureTooHeavyError):
        portrait_of("data:image/png;base64," + "A" * (MAX_BYTES * 2))


@pytest.mark.parametrize("side", [7_000, 60_000])
def test_a_small_file_that_would_fill_the_memory_is_refused(side):
    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    bomb += chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    with pytest.raises(PictureTooLargeError):
        portrait(bomb)


def test_a_picture_of_a_project_file_that_would_fill_the_browser_is_refused():
    content = base64.b64decode(portrait(written(stripes())))
    at = content.index(b"\xff\xc0") + 5
    huge = content[:at] + struct.pack(">HH", 60_000, 60_000) + content[at + 4 :]
    field = Persona.field("picture")
    assert field.problem(base64.b64encode(content).decode()) is None
    assert field.problem(base64.b64encode(huge).decode()) is not None


# --- In a strategy ----------------------------------------------------------------------


@pytest.fixture
def service(tmp_path):
    return open_strategies(f"sqlite:///{tmp_path / 'canvas.sqlite3'}")


@pytest.fixture
def with_picture(service):
    """A strategy with a persona who has a picture, and that picture."""
    text = portrait(written(stripes()))
    strategy_id = service.create(NORA, {"name": "Essai"}, [("persona", "p1", {"name": "Nadège"})])
    done = service.edit(strategy_id, NORA, [Edit("persona", "p1", "picture", None, text)])
    assert not done.problems
    return strategy_id, text


def picture(service, strategy_id):
    return service.open(strategy_id, NORA).of(Persona)[0].picture


def test_a_picture_is_undone_and_done_again(service, with_picture):
    strategy_id, text = with_picture
    assert picture(service, strategy_id) == text
    service.undo(strategy_id, NORA)
    assert picture(service, strategy_id) == ""
    service.redo(strategy_id, NORA)
    assert picture(service, strategy_id) == text


def test_a_picture_goes_into_copies_and_project_files(service, with_picture):
    strategy_id, text = with_picture
    assert picture(service, exchange.duplicate(service, NORA, strategy_id, "Copie")) == text
    file = build_project(service.open(strategy_id, NORA))
    assert picture(service, exchange.import_project(service, NORA, file)) == text


def test_the_history_says_picture_and_not_its_thousand_letters(service, with_picture):
    change = service.history(with_picture[0], NORA)[0].changes[0]
    assert value_in_words(change, change.new, Translator("en")) == "picture"
    assert value_in_words(change, change.old, Translator("en")) == "—"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_picture_stands_on_the_persona_s_slide_with_its_alternative_text(
    service, with_picture, language
):
    strategy_id, text = with_picture
    tr = Translator(language)
    deck = documents.deck(service.open(strategy_id, NORA), tr, dt.date(2026, 11, 2))
    pictures = [
        shape
        for slide in Presentation(io.BytesIO(deck)).slides
        for shape in slide.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]
    assert [base64.b64encode(one.image.blob).decode() for one in pictures] == [text]
    alt = pictures[0]._element.nvPicPr.cNvPr.get("descr")
    assert alt == tr("Portrait of {name}", name="Nadège")
    assert pictures[0].width == pictures[0].height
