"""What a careful reader would hold against a deck, found without opening it.

`problems(deck)` returns sentences; an empty list is a clean deck.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.slide import Slide

from canvas.exports.deck.theme import THEME, contrast

EMU = 12700
LEAST_SIZE = 10.0
_ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_LEFTOVERS = re.compile(r"\bNone\b|\bnan\b|\{\w*\}|\{\{|%s")
_NAMES = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


@dataclass(frozen=True)
class Rect:
    x: float
    y: float
    w: float
    h: float

    def overlaps(self, other: Rect, slack: float = 1.0) -> bool:
        return (
            self.x + slack < other.x + other.w
            and other.x + slack < self.x + self.w
            and self.y + slack < other.y + other.h
            and other.y + slack < self.y + self.h
        )

    def holds(self, other: Rect, slack: float = 1.0) -> bool:
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.x + other.w <= self.x + self.w + slack
            and other.y + other.h <= self.y + self.h + slack
        )


def problems(deck: bytes, *, leftovers: bool = True) -> list[str]:
    """Return what is wrong with a deck, package first."""
    found = list(_package(deck))
    if found:
        return found
    presentation = Presentation(io.BytesIO(deck))
    theme = _theme(deck)
    titles: Counter[str] = Counter()
    for number, slide in enumerate(presentation.slides, start=1):
        found += [f"slide {number}: {what}" for what in _slide(slide, theme, leftovers)]
        if slide.shapes.title is not None:
            titles[slide.shapes.title.text_frame.text] += 1
    found += [f"{n} slides are called “{title}”" for title, n in titles.items() if n > 1]
    found += _sections(presentation)
    return found


def _package(deck: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        names = package.namelist()
        yield from (f"{name} is there twice" for name, n in Counter(names).items() if n > 1)
        if bad := package.testzip():
            yield f"{bad} is damaged"
        types = etree.fromstring(package.read("[Content_Types].xml"))
        known = {e.get("PartName") for e in types if "Override" in e.tag}
        endings = {e.get("Extension") for e in types if "Default" in e.tag}
        for name in names:
            if f"/{name}" not in known and name.rsplit(".", 1)[-1] not in endings:
                yield f"{name} has no content type"
            if not name.endswith(".rels"):
                continue
            holder = PurePosixPath("/" + name).parent.parent
            for rel in etree.fromstring(package.read(name)):
                if rel.get("TargetMode") == "External":
                    yield f"{name} points outside: {rel.get('Target')}"
                    continue
                target = str(rel.get("Target"))
                path = PurePosixPath(target) if target.startswith("/") else holder / target
                parts: list[str] = []
                for part in path.parts[1:]:
                    if part == "..":
                        parts.pop()
                    else:
                        parts.append(part)
                if "/".join(parts) not in names:
                    yield f"{name} points to nothing: {target}"
        for name in names:
            if "/embeddings/" in name:
                yield from _workbook(name, package.read(name))


def _workbook(name: str, content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        if "<f>" in sheet:
            yield f"{name} holds a formula"
        if "hyperlink" in sheet:
            yield f"{name} holds a link"


def _theme(deck: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        root = etree.fromstring(package.read("ppt/theme/theme1.xml"))
    found = {}
    for name in THEME:
        element = root.find(f".//{qn(f'a:{name}')}")
        if element is not None:
            found[name] = element[0].get("val") or element[0].get("lastClr")
    return found


def _colour(element: etree._Element | None, theme: dict[str, str]) -> str | None:
    """Return the colour of a solid fill, None for none or another kind."""
    fill = element.find(qn("a:solidFill")) if element is not None else None
    if fill is None or not len(fill):
        return None
    value = str(fill[0].get("val"))
    return theme.get(_NAMES.get(value, value), value)


def _rect(element: etree._Element) -> Rect | None:
    where = element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
    if where is None:
        where = element.find(qn("p:xfrm"))
    if where is None:
        return None
    off, ext = where[0], where[1]
    return Rect(*(int(v) / EMU for v in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))))


def _slide(slide: Slide, theme: dict[str, str], leftovers: bool) -> Iterator[str]:
    tree = slide.shapes._spTree
    shapes = [e for e in tree if e.tag in map(qn, ("p:sp", "p:cxnSp", "p:graphicFrame"))]
    ids = Counter(e.get("id") for e in tree.iter(qn("p:cNvPr")))
    yield from (f"shape id {key} is used {n} times" for key, n in ids.items() if n > 1)
    title = slide.shapes.title
    if title is None or not title.text_frame.text.strip():
        yield "it has no title"
    elif shapes[0] is not title._element:
        yield "its title is not read first"
    for placeholder in slide.placeholders:
        if placeholder.has_text_frame and not placeholder.text_frame.text.strip():
            yield f"placeholder “{placeholder.name}” is empty"
    yield from _shapes(shapes, theme)
    yield from _texts(tree, leftovers)
    yield from _places(shapes)
    for relation in slide.part.rels.values():
        if relation.reltype.endswith("/chart"):
            yield from _chart(relation.target_part._element)


def _shapes(shapes: list[etree._Element], theme: dict[str, str]) -> Iterator[str]:
    grounds: list[tuple[Rect, str]] = []
    for shape in shapes:
        properties = next(shape.iter(qn("p:cNvPr")))
        decorative = any(True for _ in shape.iter(_ADEC))
        has_text = any((t.text or "").strip() for t in shape.iter(qn("a:t")))
        is_frame = shape.tag == qn("p:graphicFrame")
        name = properties.get("name")
        if (is_frame or not has_text) and not properties.get("descr") and not decorative:
            yield f"“{name}” has no alternative text and is not decorative"
        if decorative and (has_text or properties.get("descr")):
            yield f"“{name}” is decorative and says something"
        table = next(shape.iter(qn("a:tbl")), None)
        if table is not None and table.find(qn("a:tblPr")).get("firstRow") != "1":
            yield f"table “{name}” has no heading row"
        rect = _rect(shape)
        fill = _colour(shape.find(qn("p:spPr")), theme)
        ground = fill or next(
            (c for r, c in reversed(grounds) if rect and r.holds(rect, 2)), "FFFFFF"
        )
        if rect and fill:
            grounds.append((rect, fill))
        for holder in [table] if table is not None else [shape]:
            yield from _contrast(holder, ground, theme)


def _contrast(holder: etree._Element, ground: str, theme: dict[str, str]) -> Iterator[str]:
    cells = list(holder.iter(qn("a:tc"))) or [holder]
    for cell in cells:
        behind = _colour(cell.find(qn("a:tcPr")), theme) or ground
        for run in cell.iter(qn("a:rPr")):
            colour = _colour(run, theme)
            if colour and contrast(colour, behind) < 4.49:
                text = run.getnext().text if run.getnext() is not None else ""
                yield f"“{text}” has a contrast of {contrast(colour, behind):.2f} on {behind}"


def _texts(tree: etree._Element, leftovers: bool) -> Iterator[str]:
    for run in tree.iter(qn("a:rPr")):
        if not run.get("lang"):
            yield "a run has no language"
        size = run.get("sz")
        if size and int(size) / 100 < LEAST_SIZE:
            yield f"a text is {int(size) / 100:g} pt small"
        if run.find(qn("a:hlinkClick")) is not None:
            yield "a run is a link"
    for text in tree.iter(qn("a:t")):
        if leftovers and _LEFTOVERS.search(text.text or ""):
            yield f"left over: “{text.text}”"


def _places(shapes: list[etree._Element]) -> Iterator[str]:
    texts: list[tuple[Rect, str]] = []
    for shape in shapes:
        rect = _rect(shape)
        if rect is None:
            continue
        name = str(next(shape.iter(qn("p:cNvPr"))).get("name"))
        if rect.x < -1 or rect.y < -1 or rect.x + rect.w > 961 or rect.y + rect.h > 541:
            yield f"“{name}” leaves the slide"
        if rect.y + rect.h > 482 and shape.find(f".//{qn('p:ph')}") is None:
            yield f"“{name}” stands on the source line"
        is_frame = shape.tag == qn("p:graphicFrame")
        if is_frame or any((t.text or "").strip() for t in shape.iter(qn("a:t"))):
            for other, called in texts:
                if rect.overlaps(other):
                    yield f"“{name}” overlaps “{called}”"
            texts.append((rect, name))


def _chart(space: etree._Element) -> Iterator[str]:
    for axis in space.iter(qn("c:axId"), qn("c:crossAx")):
        if int(axis.get("val")) < 0:
            yield "a chart’s axis has a negative id"


def _sections(presentation: object) -> list[str]:
    root = presentation.part._element  # type: ignore[attr-defined]
    listed = [e.get("id") for e in root.iter("{*}sldId") if e.getparent().tag.endswith("sldIdLst")]
    half = len(listed) // 2
    return [] if sorted(listed[:half]) == sorted(listed[half:]) else ["sections miss a slide"]
