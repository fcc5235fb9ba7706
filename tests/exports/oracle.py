"""Ask LibreOffice how high each text and each row really is.

In a copy of the deck every text box grows with its text from one point, and every
row starts at one point; LibreOffice opens and saves the copy, and its heights are
compared with those that were delivered.
"""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from tests.exports.render import convert

EMU = 12700


@dataclass(frozen=True)
class Measured:
    slide: int
    name: str
    given: float
    needed: float


def measure(deck: bytes, folder: Path) -> list[Measured]:
    """Return each box and row with its height and the height that its text needs."""
    presentation = Presentation(io.BytesIO(deck))
    given: dict[tuple[int, str], tuple[str, float]] = {}
    for number, slide in enumerate(presentation.slides, start=1):
        for shape in slide.shapes:
            key = f"id{shape.shape_id}"
            if shape.has_text_frame and shape.text_frame.text.strip():
                if shape.is_placeholder and shape.placeholder_format.type in (15, 13):
                    continue
                _loosen_box(shape, given, number, key)
            elif shape.has_table:
                for at, row in enumerate(shape.table.rows):
                    given[number, f"{key}r{at}"] = (shape.name, row.height / EMU)
                    row._tr.set("h", str(EMU))
                shape.name = key
    source = folder / "loose.pptx"
    presentation.save(source)
    answer = Presentation(convert(source, folder / "grown", "pptx"))
    found = []
    for number, slide in enumerate(answer.slides, start=1):
        for shape in slide.shapes:
            heights = {shape.name: shape.height}
            if shape.has_table:
                heights = {
                    f"{shape.name}r{at}": row.height for at, row in enumerate(shape.table.rows)
                }
            for key, needed in heights.items():
                if (number, key) in given:
                    name, high = given.pop((number, key))
                    found.append(Measured(number, name, high, needed / EMU))
    assert not given, f"LibreOffice lost {list(given)[:5]}"
    return found


def _loosen_box(shape, given, number: int, key: str) -> None:
    """Let a box grow with its text from one point; a placeholder becomes a plain box."""
    element = shape._element
    body = element.find(qn("p:txBody")).find(qn("a:bodyPr"))
    turned = body.get("vert") == "vert270"
    box = (shape.left, shape.top, shape.width, shape.height)
    if shape.is_placeholder:
        _flatten(shape, body)
    if turned:
        # A turned text grows sideways; laid flat, its line grows down as the others.
        body.attrib.pop("vert")
        box = (box[0], box[1], box[3], box[2])
    for child in list(body):
        body.remove(child)
    etree.SubElement(body, qn("a:spAutoFit"))
    given[number, key] = (shape.name, box[3] / EMU)
    shape.left, shape.top, shape.width = box[:3]
    shape.height = EMU
    shape.name = key
    geometry = element.find(f"{qn('p:spPr')}/{qn('a:prstGeom')}")
    if geometry is not None and geometry.get("prst") == "ellipse":
        geometry.set("prst", "rect")


def _flatten(shape, body) -> None:
    element = shape._element
    bold = shape.placeholder_format.type in (1, 3)
    for run in element.iter(qn("a:rPr")):
        if bold:
            run.set("b", "1")
    placeholder = element.find(f".//{qn('p:ph')}")
    placeholder.getparent().remove(placeholder)
    for side in ("lIns", "tIns", "rIns", "bIns"):
        body.set(side, "0")
    body.set("wrap", "square")
    properties = element.find(qn("p:spPr"))
    if properties.find(qn("a:prstGeom")) is None:
        geometry = etree.SubElement(properties, qn("a:prstGeom"))
        geometry.set("prst", "rect")


def overflows(deck: bytes, folder: Path, slack: float = 0.6) -> tuple[int, list[str]]:
    """Return how many boxes and rows were measured, and those that are too low."""
    found = measure(deck, folder)
    low = [
        f"slide {m.slide}: “{m.name}” has {m.given:.1f} pt and needs {m.needed:.1f}"
        for m in found
        if m.needed > m.given + slack
    ]
    return len(found), low


def words_by_page(deck: bytes) -> list[str]:
    """Return the words of each slide, as they should be on the page."""
    found = []
    for slide in Presentation(io.BytesIO(deck)).slides:
        texts = [t.text or "" for t in slide._element.iter(qn("a:t"))]
        found.append(" ".join(texts))
    return found


def words_off_their_page(deck: bytes, folder: Path) -> list[str]:
    """Return the words that are not on the page of their slide, or reach out of it."""
    source = folder / "deck.pptx"
    source.write_bytes(deck)
    pdf, boxes = convert(source, folder), folder / "words.html"
    subprocess.run(["pdftotext", "-bbox", str(pdf), str(boxes)], check=True)
    pages = list(etree.fromstring(boxes.read_bytes()).iter("{*}page"))
    slides = words_by_page(deck)
    assert len(pages) == len(slides)
    off = []
    for number, (page, said) in enumerate(zip(pages, slides, strict=True), start=1):
        wide, high = float(page.get("width")), float(page.get("height"))
        printed = ""
        for word in page.iter("{*}word"):
            x, y, right, bottom = (float(word.get(k)) for k in ("xMin", "yMin", "xMax", "yMax"))
            if x < -1 or y < -1 or right > wide + 1 or bottom > high + 1:
                off.append(f"slide {number}: “{word.text}” reaches out")
            printed += letters(word.text or "")
        off += [
            f"slide {number}: “{word}” is missing"
            for word in re.split(r"[\s\-–/]+", said)
            if letters(word) not in printed
        ]
    return off


def letters(text: str) -> str:
    """Return letters and digits only, ligatures apart, since a word may be cut by its line."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if c.isalnum())
