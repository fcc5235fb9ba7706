"""Pieces of DrawingML as text.

Writing a paragraph or a cell as one fragment is forty times faster than through the
object API, and every text passes one gate: `escape`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape as _escape

from canvas.exports.deck.theme import THEME
from canvas.exports.deck.typeset import INDENT, Para, Run, points
from canvas.exports.deck.typography import is_right_to_left

EMU = 12700
"""English Metric Units in a point."""

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the slide, in points."""

    x: float
    y: float
    w: float
    h: float

    def inside(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Return what is left inside margins."""
        return Box(
            self.x + left, self.y + top, max(self.w - left - right, 1), self.h - top - bottom
        )

    def columns(self, shares: Sequence[float], gap: float) -> list[Box]:
        """Return this box cut into columns of relative widths."""
        room = self.w - gap * (len(shares) - 1)
        boxes, x = [], self.x
        for share in shares:
            wide = room * share / sum(shares)
            boxes.append(Box(x, self.y, wide, self.h))
            x += wide + gap
        return boxes

    def rows(self, shares: Sequence[float], gap: float) -> list[Box]:
        """Return this box cut into rows of relative heights."""
        turned = Box(self.y, self.x, self.h, self.w).columns(shares, gap)
        return [Box(box.y, box.x, box.h, box.w) for box in turned]


def emu(points: float) -> int:
    """Return a length in the file's unit."""
    return round(points * EMU)


def escape(text: str) -> str:
    """Return `text` as it may stand in XML, in an attribute too."""
    return _escape(text, quote=True)


def standalone(fragment: str) -> str:
    """Return a fragment with the namespaces that it needs to be parsed alone."""
    return re.sub(r"^<[\w:]+", rf"\g<0> {NAMESPACES}", fragment, count=1)


def colour(name: str) -> str:
    """Return a colour: of the theme by name, or six hexadecimal digits."""
    if name in THEME or name in ("tx1", "tx2", "bg1", "bg2"):
        return f'<a:schemeClr val="{name}"/>'
    return f'<a:srgbClr val="{name}"/>'


def fill(name: str) -> str:
    """Return a solid fill, or none for ""."""
    return f"<a:solidFill>{colour(name)}</a:solidFill>" if name else "<a:noFill/>"


def line(name: str, width: float = 0.75, dash: str = "", tag: str = "ln") -> str:
    """Return an outline, or none for ""."""
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:{tag} w="{emu(width) if name else 0}">{fill(name)}{dashed}</a:{tag}>'


def run(words: Run, size: float, lang: str) -> str:
    """Return a run of text; newlines become line breaks."""
    look = (
        f'lang="{lang}" sz="{round(points(size, words.scale) * 100)}"'
        f"{' b=' + chr(34) + '1' + chr(34) if words.bold else ''}"
        f'{" i=" + chr(34) + "1" + chr(34) if words.italic else ""} dirty="0"'
    )
    inner = fill(words.colour)
    parts = [
        f"<a:r><a:rPr {look}>{inner}</a:rPr><a:t>{escape(part)}</a:t></a:r>" if part else ""
        for part in words.text.split("\n")
    ]
    return f"<a:br><a:rPr {look}>{inner}</a:rPr></a:br>".join(parts)


def paragraph(para: Para, size: float, lang: str, first: bool = True) -> str:
    """Return a paragraph."""
    from_right = is_right_to_left(para.text)
    align = {"l": "r", "r": "l"}.get(para.align, para.align) if from_right else para.align
    look = f'algn="{align}"' + (' rtl="1"' if from_right else "")
    before = 0 if first else round(para.before * size * 100)
    bullet = "<a:buNone/>"
    indent = emu(INDENT * size) if para.bullet else 0
    margin = f'marL="{indent}" indent="{-indent}"'
    if para.bullet:
        bullet = (
            f'<a:buClr>{colour(para.bullet)}</a:buClr><a:buFont typeface="Arial"/>'
            '<a:buChar char="•"/>'
        )
    runs = "".join(run(words, size, lang) for words in para.runs)
    end = f'<a:endParaRPr lang="{lang}" sz="{round(size * 100)}" dirty="0"/>'
    return (
        f'<a:p><a:pPr {margin} {look}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef>{bullet}</a:pPr>{runs}{end}</a:p>'
    )


def paragraphs(paras: Iterable[Para], size: float, lang: str) -> str:
    """Return paragraphs one under the other; a text body needs at least one."""
    written = [paragraph(para, size, lang, first=not number) for number, para in enumerate(paras)]
    return "".join(written) or f'<a:p><a:endParaRPr lang="{lang}" dirty="0"/></a:p>'


def text_body(
    paras: Iterable[Para],
    size: float,
    lang: str,
    *,
    pad: tuple[float, float, float, float] = (0, 0, 0, 0),
    anchor: str = "t",
    turned: bool = False,
) -> str:
    """Return the text body of a shape; `pad` is left, top, right, bottom."""
    left, top, right, bottom = (emu(side) for side in pad)
    vertical = ' vert="vert270"' if turned else ""
    return (
        f'<p:txBody><a:bodyPr{vertical} wrap="square" lIns="{left}" tIns="{top}" '
        f'rIns="{right}" bIns="{bottom}" rtlCol="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{paragraphs(paras, size, lang)}</p:txBody>"
    )


def frame(box: Box, tag: str = "a:xfrm", flip: str = "") -> str:
    """Return where a shape stands."""
    x, y = emu(box.x), emu(box.y)
    w, h = emu(box.x + box.w) - x, emu(box.y + box.h) - y
    return f'<{tag}{flip}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></{tag}>'


def named(shape_id: int, name: str, alt: str = "", decorative: bool = False) -> str:
    """Return a shape's id, name and alternative text, or that it is mere decoration."""
    described = f' descr="{escape(alt)}"' if alt else ""
    inner = _DECORATIVE if decorative else ""
    return f'<p:cNvPr id="{shape_id}" name="{escape(name)}"{described}>{inner}</p:cNvPr>'
