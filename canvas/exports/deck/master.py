"""Build the deck's template: theme, master and six layouts, from python-pptx's default.

`python -m canvas.exports.deck.master` writes data/templates/master.pptx, which is
kept under version control: a deck is built from the file, and a test says when the
file is no longer what this module builds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Native
from pptx.slide import SlideLayout
from pptx.util import Emu

from canvas.exports.deck import fragments as xml
from canvas.exports.deck.files import MASTER
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.layouts import (
    BODY,
    CHART_INDEX,
    COMMENT_INDEX,
    COVER_FOOT,
    COVER_SUBTITLE,
    COVER_TITLE,
    CUES,
    FOOT_INDEX,
    FOOTER,
    HEIGHT,
    KICKER,
    KICKER_INDEX,
    LAYOUTS,
    LEFT,
    NUMBER,
    SOURCE,
    SOURCE_INDEX,
    TABLE_INDEX,
    TITLE,
    WIDTH,
    Layout,
    comment_and_chart,
)
from canvas.exports.deck.package import frozen, part_named, theme_colours
from canvas.exports.deck.theme import ACCENT, INK, MUTED, NAVY, RULE, THEME, WHITE


def build_master() -> bytes:
    """Return the template, the same bytes each time."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(xml.emu(WIDTH)), Emu(xml.emu(HEIGHT))
    _drop_leftovers(deck)
    _set_theme(deck)
    _set_master(deck)
    for layout, native in zip(LAYOUTS, deck.slide_layouts, strict=True):
        _set_layout(layout, native)
    properties = deck.core_properties
    properties.title, properties.author, properties.last_modified_by = "Canevas", "Canevas", ""
    properties.created = properties.modified = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - UTC by format
    properties.revision = 1
    return frozen(deck)


def _drop_leftovers(deck: Native) -> None:
    """Leave out what a template of ours has no use for."""
    for layout in list(deck.slide_layouts)[len(LAYOUTS) :]:
        deck.slide_layouts.remove(layout)
    package = deck.part.package
    for holder in (deck.part, package):
        rels = holder._rels
        for key, rel in list(rels.items()):
            if rel.reltype.endswith(("/printerSettings", "/thumbnail")):
                rels.pop(key)
    size = deck.part._element.find(qn("p:sldSz"))
    size.attrib.pop("type", None)


def _set_theme(deck: Native) -> None:
    part = part_named(deck, "theme1.xml")
    theme = part.blob.decode("utf-8").replace('name="Office Theme"', 'name="Canevas"', 1)
    theme = theme.replace('<a:clrScheme name="Office">', '<a:clrScheme name="Canevas">')
    theme = theme.replace('<a:fontScheme name="Office">', '<a:fontScheme name="Canevas">')
    part._blob = theme_colours(theme, THEME).encode()
    part_named(deck, "app.xml")._blob = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
        b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Application>Canevas</Application></Properties>"
    )


def _style(
    size: float,
    colour: str,
    *,
    bold: bool = False,
    align: str = "l",
    level: int = 1,
    font: str = "+mn-lt",
    bullet: bool = False,
    before: float = 0,
) -> str:
    """Return one level of a list style."""
    indent = xml.emu(size * 0.95) if bullet else 0
    left = indent * level
    mark = (
        f'<a:buClr>{xml.colour(ACCENT)}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
        if bullet
        else "<a:buNone/>"
    )
    return (
        f'<a:lvl{level}pPr marL="{left}" indent="{-indent}" algn="{align}" defTabSz="914400" '
        'rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/>'
        f'</a:lnSpc><a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>{mark}'
        f'<a:defRPr sz="{round(size * 100)}" b="{int(bold)}" kern="1200">{xml.fill(colour)}'
        f'<a:latin typeface="{font}"/><a:ea typeface="{font[:3]}-ea"/>'
        f'<a:cs typeface="{font[:3]}-cs"/></a:defRPr></a:lvl{level}pPr>'
    )


def _placeholder(
    number: int,
    name: str,
    kind: str,
    box: Box,
    *,
    style: str = "",
    cue: str = "",
    anchor: str = "t",
) -> str:
    """Return a placeholder of a layout or the master; `kind` holds its attributes."""
    text = f'<a:r><a:rPr lang="en-GB"/><a:t>{xml.escape(cue)}</a:t></a:r>' if cue else ""
    if 'type="sldNum"' in kind:
        text = (
            '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
            '<a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
        )
    where = f'{xml.frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return (
        f"<p:sp {xml.NAMESPACES}><p:nvSpPr>{xml.named(number, name)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{where}</p:spPr><p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" '
        f'bIns="0" rtlCol="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{style}</a:lstStyle><a:p>{text}"
        '<a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def _rectangle(number: int, box: Box, fill: str, outline: str = "") -> str:
    return (
        f"<p:sp {xml.NAMESPACES}><p:nvSpPr>"
        f"{xml.named(number, f'rectangle {number}', decorative=True)}<p:cNvSpPr/>"
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{xml.frame(box)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{xml.fill(fill)}'
        f"{xml.line(outline, 1)}</p:spPr>"
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        '<a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def _refill(element: etree._Element, shapes: Sequence[str]) -> None:
    """Replace a master's or a layout's shapes."""
    tree = element.find(f"{qn('p:cSld')}/{qn('p:spTree')}")
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for shape in shapes:
        tree.append(parse_xml(shape))


def _foot(number: int, footer: str, page: str) -> list[str]:
    """Return the footer and the slide number; `footer` and `page` are their kinds."""
    return [
        _placeholder(number, "Footer", footer, FOOTER, style=_style(10, MUTED), anchor="ctr"),
        _placeholder(
            number + 1, "Number", page, NUMBER, style=_style(10, MUTED, align="r"), anchor="ctr"
        ),
    ]


def _set_master(deck: Native) -> None:
    master = deck.slide_master._element
    foot = _foot(5, 'type="ftr" sz="quarter" idx="3"', 'type="sldNum" sz="quarter" idx="4"')
    _refill(
        master,
        [
            _rectangle(20, Box(0, 26, 7, 44), ACCENT),
            _rectangle(21, Box(LEFT, 503, BODY.w, 0.75), RULE),
            _placeholder(2, "Title", 'type="title"', TITLE, cue=CUES["title"]),
            _placeholder(3, "Text", 'type="body" idx="1"', BODY, cue=CUES["body"]),
            *foot,
        ],
    )
    styles = master.find(qn("p:txStyles"))
    body = "".join(
        _style(size, INK, level=level, bullet=True, before=6)
        for level, size in enumerate((16, 14, 13, 12, 12), start=1)
    )
    other = etree.tostring(styles.find(qn("p:otherStyle"))).decode()
    fresh = parse_xml(
        f"<p:txStyles {xml.NAMESPACES}><p:titleStyle>{_style(24, INK, bold=True, font='+mj-lt')}"
        f"</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>{other}</p:txStyles>"
    )
    master.replace(styles, fresh)


def _set_layout(layout: Layout, native: SlideLayout) -> None:
    element = native._element
    element.find(qn("p:cSld")).set("name", layout.name)
    if layout.kind:
        element.set("type", layout.kind)
        element.attrib.pop("userDrawn", None)
    else:
        element.attrib.pop("type", None)
        element.set("userDrawn", "1")
    if layout.key in ("cover", "divider"):
        element.set("showMasterSp", "0")
        _refill(element, _COVERS[layout.key]())
        return
    quarter = 'type="body" sz="quarter" idx="{}"'
    shapes = [
        _placeholder(2, "Title", 'type="title"', TITLE, cue=CUES["title"]),
        _placeholder(
            3, "Section", quarter.format(KICKER_INDEX), KICKER,
            style=_style(11, ACCENT, bold=True), cue=CUES["section"],
        ),
        *_bodies(layout.key),
        _placeholder(
            8, "Source", quarter.format(SOURCE_INDEX), SOURCE,
            style=_style(10, MUTED), cue=CUES["source"], anchor="b",
        ),
        *_foot(9, 'type="ftr" sz="quarter" idx="11"', 'type="sldNum" sz="quarter" idx="12"'),
    ]  # fmt: skip
    _refill(element, shapes)


def _bodies(key: str) -> list[str]:
    comment, chart = comment_and_chart()
    match key:
        case "content":
            return [_placeholder(4, "Text", 'idx="1"', BODY, cue=CUES["body"])]
        case "table":
            kind = f'type="tbl" idx="{TABLE_INDEX}"'
            return [_placeholder(4, "Table", kind, BODY, style=_style(14, INK), cue=CUES["table"])]
        case "chart":
            kind = f'type="chart" sz="half" idx="{CHART_INDEX}"'
            style = "".join(
                _style(size, INK, level=level, bullet=True, before=6)
                for level, size in enumerate((16, 14), start=1)
            )
            return [
                _placeholder(4, "Chart", kind, chart, style=_style(14, INK), cue=CUES["chart"]),
                _placeholder(
                    5, "Comment", f'type="body" sz="quarter" idx="{COMMENT_INDEX}"', comment,
                    style=style, cue=CUES["body"],
                ),
            ]  # fmt: skip
    return []


def _heading(number: int, kind: str, box: Box, size: float) -> str:
    """Return a title on navy."""
    style = _style(size, WHITE, bold=True, font="+mj-lt")
    return _placeholder(number, "Title", kind, box, style=style, cue=CUES["title"], anchor="b")


def _cover() -> list[str]:
    """Navy, with squares of a canvas on the right, one of them in the accent."""
    shapes = [_rectangle(20, Box(0, 0, WIDTH, HEIGHT), NAVY)]
    side, gap, left, top = 66.0, 10.0, 616.0, 123.0
    lit = {(0, 2): ACCENT, (1, 1): "33415F", (2, 0): "33415F", (3, 2): "33415F", (2, 3): "2A3754"}
    for row in range(4):
        for column in range(4):
            box = Box(left + column * (side + gap), top + row * (side + gap), side, side)
            colour = lit.get((row, column), "")
            shapes.append(
                _rectangle(30 + 4 * row + column, box, colour, "" if colour else "33415F")
            )
    foot = f'type="body" sz="quarter" idx="{FOOT_INDEX}"'
    return [
        *shapes,
        _rectangle(21, Box(LEFT, 308, 64, 4), ACCENT),
        _heading(2, 'type="ctrTitle"', COVER_TITLE, 40),
        _placeholder(3, "Subtitle", 'type="subTitle" idx="1"', COVER_SUBTITLE,
                     style=_style(20, RULE), cue=CUES["subtitle"]),
        _placeholder(4, "Date", foot, COVER_FOOT, style=_style(13, RULE), cue=CUES["foot"],
                     anchor="ctr"),
    ]  # fmt: skip


def _divider() -> list[str]:
    text = Box(LEFT, 312, 700, 60)
    return [
        _rectangle(20, Box(0, 0, WIDTH, HEIGHT), NAVY),
        _rectangle(21, Box(LEFT, 292, 64, 4), ACCENT),
        _heading(2, 'type="title"', Box(LEFT, 180, 700, 96), 36),
        _placeholder(3, "Text", 'type="body" idx="1"', text, style=_style(18, RULE),
                     cue=CUES["body"]),
    ]  # fmt: skip


_COVERS = {"cover": _cover, "divider": _divider}


def write_master() -> None:
    """Write the template where decks are built from."""
    MASTER.parent.mkdir(parents=True, exist_ok=True)
    MASTER.write_bytes(build_master())


if __name__ == "__main__":
    write_master()
