"""What a deck says, read back from its file."""

from __future__ import annotations

import io

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.slide import Slide as NativeSlide


def slides(deck: bytes) -> list[NativeSlide]:
    """Return a deck's slides."""
    return list(Presentation(io.BytesIO(deck)).slides)


def texts(slide: NativeSlide) -> str:
    """Return the words on a slide, a run a line."""
    return "\n".join(t.text or "" for t in slide._element.iter(qn("a:t")))


def all_texts(deck: bytes) -> str:
    """Return the words on all slides."""
    return "\n".join(texts(slide) for slide in slides(deck))


def notes(deck: bytes) -> str:
    """Return what all speaker notes say."""
    return "\n".join(s.notes_slide.notes_text_frame.text for s in slides(deck) if s.has_notes_slide)


def titles(deck: bytes) -> list[str]:
    """Return the slides' titles."""
    return [slide.shapes.title.text_frame.text for slide in slides(deck)]
