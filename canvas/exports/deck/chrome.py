"""What stands on every slide: title, section, source, footer, number, notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Native
from pptx.slide import Slide as NativeSlide
from pptx.slide import SlideLayout
from pptx.text.text import TextFrame

from canvas.domain.messages import N_, say
from canvas.domain.story import Chart, ChartTable, Month, Slide, Table
from canvas.exports.deck import fragments as xml
from canvas.exports.deck.context import Context, Draw
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.layouts import (
    COVER_FOOT,
    COVER_SUBTITLE,
    COVER_TITLE,
    CUES,
    FOOT_INDEX,
    FOOTER,
    KICKER,
    KICKER_INDEX,
    LAYOUTS,
    SOURCE,
    SOURCE_INDEX,
    TITLE,
)
from canvas.exports.deck.page import Page
from canvas.exports.deck.theme import MUTED
from canvas.exports.deck.typeset import LINE, Para, Run, cut, fit, width, wrap

_TITLE_SIZES = (24, 23, 22, 21, 20, 19, 18, 17, 16)
_TWO_LINES = 22
_SOURCE = N_("Source: {source}")
_REVISION = N_("{date} · revision {revision}")
_WHOLE = N_("Shown in part on the slide; here whole:")


_Places = dict[int, etree._Element]


class Chrome:
    """Adds slides to a deck, everything but their blocks."""

    def __init__(self, deck: Native, context: Context, title: str) -> None:
        self.deck = deck
        self.context = context
        self.title = title
        self.layouts: dict[str, SlideLayout] = {}
        self.titles: set[str] = set()
        words = {cue: context.own(cue) for cue in CUES.values()}
        for layout, native in zip(LAYOUTS, deck.slide_layouts, strict=True):
            self.layouts[layout.key] = native
            element = native._element
            element.find(qn("p:cSld")).set("name", context.own(layout.name))
            for run in element.iter(qn("a:rPr"), qn("a:endParaRPr")):
                run.set("lang", context.lang)
            for text in element.iter(qn("a:t")):
                text.text = words.get(text.text or "", text.text)
            if layout.key not in ("cover", "divider"):
                self._colour_kicker(element)

    def _colour_kicker(self, element: etree._Element) -> None:
        """Let the section's name follow the accent where that can be read."""
        colour = self.context.palette.accent_text
        path = f".//{{*}}ph[@idx='{KICKER_INDEX}']/../../../{{*}}txBody//{{*}}schemeClr"
        for old in element.findall(path):
            if old.get("val") == "accent1" and colour != "accent1":
                old.getparent().replace(old, parse_xml(xml.standalone(xml.colour(colour))))

    def cover(self, subtitle: str, today: dt.date, revision: int) -> None:
        """Add the cover."""
        context = self.context
        slide = self.deck.slides.add_slide(self.layouts["cover"])
        page = Page(slide, context.lang)
        foot = say(_REVISION, date=today, revision=revision)
        places = _placeholders(slide)
        self._fill(places, 0, self.title, COVER_TITLE, (40, 36, 32, 28, 24, 20), bold=True)
        self._fill(places, 1, context.write(subtitle), COVER_SUBTITLE, (20, 18, 16, 14))
        self._fill(places, FOOT_INDEX, context.line(foot), COVER_FOOT, (13, 12))
        self._notes(page, [self.title, context.write(subtitle)])

    def slide(
        self, slide: Slide, draw: Draw, *, suffix: str = "", hidden: Sequence[str] = ()
    ) -> None:
        """Add a slide with its block; the notes hold what it does not show whole."""
        context = self.context
        native = self.deck.slides.add_slide(self.layouts[_layout(slide)])
        places = _placeholders(native)
        for index in places.keys() - {0, KICKER_INDEX, SOURCE_INDEX}:
            # A block fills it with a frame of its own.
            _remove(places[index])
        page = Page(native, context.lang)
        wanted = context.line(slide.title)
        title = self._titled(wanted, suffix)
        self._fill_title(places[0], title)
        self._fill(places, KICKER_INDEX, context.own(slide.section.value), KICKER, (11,))
        source = context.line(slide.source)
        shown_source = context.own(_SOURCE, source=source) if source else ""
        self._fill(places, SOURCE_INDEX, shown_source, SOURCE, (10,))
        draw(page)
        self._foot(page, len(self.deck.slides))
        notes = [context.write(note) for note in slide.notes]
        if source:
            notes.append(shown_source)
        for text in [*([] if title.startswith(wanted) else [wanted]), *hidden]:
            notes.append(f"{context.own(_WHOLE)}\n{text}")
        self._notes(page, notes)

    def _fill_title(self, place: etree._Element, title: str) -> None:
        """Write a title that takes at most two lines."""
        para = Para((Run(title, bold=True),))
        size = next((s for s in _TITLE_SIZES if _is_two_lines(title, s)), _TITLE_SIZES[-1])
        lines = wrap(para, TITLE.w, size)
        if len(lines) == 2:
            # Two lines leave less room above the block.
            size = min(size, _TWO_LINES)
            lines = wrap(para, TITLE.w, size)
        if len(lines) == 2 and len("".join(t for _, t in lines[1].pieces).split()) <= 2:
            # Two lonely words below look worse than a slightly smaller line.
            size = next(
                (s for s in _TITLE_SIZES if 20 <= s < size and width(title, s, True) <= TITLE.w),
                size,
            )
        self._write(place, para, size)

    def _titled(self, title: str, suffix: str) -> str:
        """Return a title that no slide has yet, cut to two lines before its suffix.

        Readers by ear find a slide by its title.
        """
        number = 1
        while True:
            end = suffix + (f" ({number})" if number > 1 else "")
            found = title + end
            if not _is_two_lines(found, _TITLE_SIZES[-1]):
                para = Para((Run(title, bold=True),))
                room = TITLE.w - width(end, _TITLE_SIZES[-1], True) / 2 - 4
                found = cut(para, 2, room, _TITLE_SIZES[-1]).text + end
            if found not in self.titles:
                self.titles.add(found)
                return found
            number += 1

    def _fill(
        self,
        places: _Places,
        index: int,
        text: str,
        box: Box,
        sizes: Sequence[float],
        *,
        bold: bool = False,
    ) -> None:
        """Write a text in a placeholder, or remove it where there is none."""
        if not text:
            _remove(places[index])
            return
        para = Para((Run(text, bold=bold),))
        size = fit([([para], box.w, box.h)], sizes)
        if size is None:
            size = sizes[-1]
            para = cut(para, max(int(box.h / (LINE * size)), 1), box.w, size)
        self._write(places[index], para, size)

    def _write(self, place: etree._Element, para: Para, size: float) -> None:
        """Write a paragraph in a placeholder that otherwise looks as its layout says."""
        body = place.find(qn("p:txBody"))
        for old in body.findall(qn("a:p")):
            body.remove(old)
        look = f'lang="{self.context.lang}" sz="{round(size * 100)}" dirty="0"'
        parts = para.text.split("\n")
        runs = f"<a:br><a:rPr {look}/></a:br>".join(
            f"<a:r><a:rPr {look}/><a:t>{xml.escape(part)}</a:t></a:r>" for part in parts
        )
        body.append(parse_xml(xml.standalone(f"<a:p>{runs}</a:p>")))

    def _foot(self, page: Page, number: int) -> None:
        """Add the footer and the slide's number as real fields."""
        lang = self.context.lang
        title = cut(Para((Run(self.title),)), 1, FOOTER.w, 10).text
        # LibreOffice centres a footer in a serif unless its own run says otherwise.
        footer = (
            f'<a:pPr algn="l"/><a:r><a:rPr lang="{lang}" sz="1000" dirty="0">{xml.fill(MUTED)}'
            f'<a:latin typeface="+mn-lt"/></a:rPr><a:t>{xml.escape(title)}</a:t></a:r>'
        )
        field = (
            '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
            f'<a:rPr lang="{lang}" dirty="0"/><a:t>{number}</a:t></a:fld>'
        )
        for kind, index, text in (("ftr", 11, footer), ("sldNum", 12, field)):
            page.add(
                f"<p:sp {xml.NAMESPACES}><p:nvSpPr>{xml.named(page.new_id(), kind)}"
                '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
                f'<p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
                f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{text}</a:p></p:txBody></p:sp>"
            )

    def _notes(self, page: Page, notes: Sequence[str]) -> None:
        """Write the speaker notes."""
        lines = [line for note in notes if note for line in note.split("\n")]
        if not lines:
            return
        body = cast("TextFrame", page.slide.notes_slide.notes_text_frame)._txBody
        for old in body.findall(qn("a:p")):
            body.remove(old)
        for line in lines:
            look = f'<a:rPr lang="{self.context.lang}" dirty="0"/>'
            run = f"<a:r>{look}<a:t>{xml.escape(line)}</a:t></a:r>" if line else ""
            body.append(parse_xml(xml.standalone(f"<a:p>{run}</a:p>")))


def _placeholders(native: NativeSlide) -> _Places:
    """Return a slide's placeholders by their index; asking the library takes far longer."""
    found = {}
    for mark in native._element.iter(qn("p:ph")):
        found[int(mark.get("idx", 0))] = mark.getparent().getparent().getparent()
    return found


def _remove(element: etree._Element) -> None:
    element.getparent().remove(element)


def _is_two_lines(title: str, size: float) -> bool:
    return len(wrap(Para((Run(title, bold=True),)), TITLE.w, size)) <= 2


def _layout(slide: Slide) -> str:
    """Return the layout whose placeholders a slide's block fills."""
    match slide.body:
        case Table() | ChartTable() | Month():
            return "table"
        case Chart(remarks=remarks) if remarks:
            return "chart"
    return "title"
