"""One slide while it is drawn."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import cast

from lxml import etree
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as NativeSlide
from pptx.util import Emu

from canvas.exports.deck import fragments as xml
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.typeset import Para

_NO_PAD = (0.0, 0.0, 0.0, 0.0)
_FIRST_ID = 100
"""Ids of drawn shapes; the placeholders' are below."""


class Page:
    """Adds shapes to a slide; every box is given in points."""

    def __init__(self, slide: NativeSlide, lang: str) -> None:
        self.slide = slide
        self.lang = lang
        self._tree = slide.shapes._spTree
        self._next = _FIRST_ID

    def add(self, fragment: str) -> etree._Element:
        """Append a shape written as XML; `{id}` stands for its number."""
        element = parse_xml(fragment)
        self._tree.append(element)
        return element

    def new_id(self) -> int:
        """Return a number that no shape of this slide has."""
        self._next += 1
        return self._next

    def text(
        self,
        box: Box,
        paras: Iterable[Para],
        size: float,
        *,
        fill: str = "",
        outline: str = "",
        pad: tuple[float, float, float, float] = _NO_PAD,
        anchor: str = "t",
        geometry: str = "rect",
        turned: bool = False,
    ) -> None:
        """Put a text in a box, with a ground behind it or none; nothing for no text at all."""
        paras = list(paras)
        if not fill and not any(para.text.strip() for para in paras):
            return
        shape_id = self.new_id()
        words = " ".join(" ".join(para.text for para in paras).split())[:40]
        is_box = ' txBox="1"' if not fill and not outline and geometry == "rect" else ""
        body = xml.text_body(paras, size, self.lang, pad=pad, anchor=anchor, turned=turned)
        self.add(
            f"<p:sp {xml.NAMESPACES}><p:nvSpPr>{xml.named(shape_id, words or f'Text {shape_id}')}"
            f"<p:cNvSpPr{is_box}/><p:nvPr/></p:nvSpPr><p:spPr>{xml.frame(box)}"
            f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>'
            f"{xml.fill(fill)}{xml.line(outline)}</p:spPr>{body}</p:sp>"
        )

    def shape(
        self,
        box: Box,
        fill: str,
        *,
        outline: str = "",
        geometry: str = "rect",
        alt: str = "",
        adjust: Sequence[tuple[str, int]] = (),
    ) -> None:
        """Draw a shape without text; without `alt` it is mere decoration."""
        shape_id = self.new_id()
        name = xml.named(shape_id, f"{geometry} {shape_id}", alt, decorative=not alt)
        guides = "".join(f'<a:gd name="{key}" fmla="val {value}"/>' for key, value in adjust)
        self.add(
            f"<p:sp {xml.NAMESPACES}><p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f'<p:spPr>{xml.frame(box)}<a:prstGeom prst="{geometry}"><a:avLst>{guides}</a:avLst>'
            f"</a:prstGeom>{xml.fill(fill)}{xml.line(outline)}</p:spPr>"
            f'<p:txBody><a:bodyPr rtlCol="0"/><a:lstStyle/><a:p><a:endParaRPr lang="{self.lang}"/>'
            "</a:p></p:txBody></p:sp>"
        )

    def picture(self, box: Box, content: bytes, *, alt: str, geometry: str = "rect") -> None:
        """Put a picture in a box of its own proportions, cut to a shape."""
        _, relation = self.slide.part.get_or_add_image_part(io.BytesIO(content))
        self.add(
            f"<p:pic {xml.NAMESPACES}><p:nvPicPr>{xml.named(self.new_id(), alt[:40], alt)}"
            '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{xml.frame(box)}"
            f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def stroke(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 1,
        dash: str = "",
    ) -> None:  # fmt: skip
        """Draw a straight line, as decoration."""
        (x1, y1), (x2, y2) = start, end
        flip = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
        box = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
        shape_id = self.new_id()
        self.add(
            f"<p:cxnSp {xml.NAMESPACES}><p:nvCxnSpPr>"
            f"{xml.named(shape_id, f'line {shape_id}', decorative=True)}<p:cNvCxnSpPr/><p:nvPr/>"
            f"</p:nvCxnSpPr><p:spPr>{xml.frame(box, flip=flip)}"
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{xml.line(colour, width, dash)}'
            "</p:spPr></p:cxnSp>"
        )

    def table(
        self,
        box: Box,
        widths: Sequence[float],
        rows: Sequence[tuple[float, str]],
        *,
        alt: str,
        placeholder: str = "",
    ) -> None:
        """Put a native table: `rows` are (height, its cells as XML); the first is the heading."""
        grid = "".join(f'<a:gridCol w="{xml.emu(wide)}"/>' for wide in widths)
        body = "".join(f'<a:tr h="{xml.emu(high)}">{cells}</a:tr>' for high, cells in rows)
        real = Box(box.x, box.y, sum(widths), sum(high for high, _ in rows))
        self.add(
            f"<p:graphicFrame {xml.NAMESPACES}><p:nvGraphicFramePr>"
            f"{xml.named(self.new_id(), alt[:40], alt)}"
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"<p:nvPr>{placeholder}</p:nvPr></p:nvGraphicFramePr>{xml.frame(real, 'p:xfrm')}"
            "<a:graphic><a:graphicData "
            'uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
            '<a:tblPr firstRow="1"><a:tableStyleId>{2D5ABB26-0587-4C30-8999-92F81FD0307C}'
            f"</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl>"
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def chart(
        self,
        box: Box,
        kind: XL_CHART_TYPE,
        data: CategoryChartData,
        *,
        alt: str,
        placeholder: str = "",
    ) -> NativeChart:
        """Put a native chart and return it to be dressed."""
        x, y, w, h = (Emu(xml.emu(side)) for side in (box.x, box.y, box.w, box.h))
        frame = cast("GraphicFrame", self.slide.shapes.add_chart(kind, x, y, w, h, data))  # type: ignore[arg-type]
        properties = frame._element.find(f"{qn('p:nvGraphicFramePr')}/{qn('p:cNvPr')}")
        properties.set("id", str(self.new_id()))
        properties.set("name", alt[:40])
        properties.set("descr", alt)
        if placeholder:
            frame._element.find(f"{qn('p:nvGraphicFramePr')}/{qn('p:nvPr')}").append(
                parse_xml(xml.standalone(placeholder))
            )
        return frame.chart
