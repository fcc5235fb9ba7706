"""How long a deck takes, against the same shapes written straight with python-pptx."""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn

from canvas.domain.messages import say
from canvas.domain.story import Piece, Slide
from canvas.domain.strategy import Strategy
from canvas.exports.deck import build_deck, typeset
from canvas.exports.deck.files import MASTER
from canvas.i18n.translator import Translator
from tests.exports import samples

Row = tuple[str, float, float, float]
"""What was measured, our seconds, bare seconds, ratio."""

Shape = tuple
"""A shape to write: its kind, its place, what stands in it."""

FORGOTTEN = (
    typeset.em, typeset.wrap, typeset._words, typeset._on_one_line, typeset._longest,
    typeset._character,
)  # fmt: skip
"""What typesetting remembers, and does not the first time."""

_RUNS = 7
_SLIDES = 25


def pieces_for(slides: int) -> list[Piece]:
    """Return pieces that make a deck of so many slides, its cover included."""
    base = [piece for piece in samples.plausible() if isinstance(piece, Slide)]
    found: list[Piece] = []
    for number in range(slides - 1):
        slide = base[number % len(base)]
        title = say("{title} {n}", title=slide.title, n=number)
        found.append(replace(slide, title=title))
    return found


def ours(pieces: list[Piece]) -> bytes:
    """Return the deck as the product builds it the first time: no measure is remembered."""
    for remembered in FORGOTTEN:
        remembered.cache_clear()
    return build_deck(
        Strategy("bench"), Translator("fr"), pieces=pieces, title="Banc", today=samples.TODAY
    )


def recipe(deck: bytes) -> list[tuple[list[Shape], str]]:
    """Return what stands on each slide, read beforehand so that reading is not timed."""
    found = []
    for slide in Presentation(io.BytesIO(deck)).slides:
        shapes: list[Shape] = []
        for shape in slide.shapes:
            box = (shape.left, shape.top, shape.width, shape.height)
            if shape.has_chart:
                plot = shape.chart.plots[0]
                series = [(one.name, list(one.values)) for one in plot.series]
                shapes.append(("chart", box, shape.chart.chart_type, list(plot.categories), series))
            elif shape.has_table:
                rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
                shapes.append(("table", box, rows))
            elif shape.is_placeholder:
                shapes.append(("text", shape.placeholder_format.idx, shape.text_frame.text))
            elif shape._element.tag == qn("p:cxnSp"):
                shapes.append(("line", box))
            else:
                runs = [
                    [(run.text, run.font.size, run.font.bold) for run in paragraph.runs]
                    for paragraph in shape.text_frame.paragraphs
                ]
                shapes.append(("box", box, runs))
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        found.append((shapes, notes))
    return found


def bare(slides: list[tuple[list[Shape], str]]) -> bytes:
    """Write those shapes through python-pptx's own API: texts, tables, charts, notes."""
    target = Presentation(str(MASTER))
    layout = target.slide_layouts.get_by_name("Title alone")
    for shapes, notes in slides:
        fresh = target.slides.add_slide(layout)
        for kind, where, *what in shapes:
            match kind:
                case "text":
                    for placeholder in fresh.placeholders:
                        if placeholder.placeholder_format.idx == where:
                            placeholder.text_frame.text = what[0]
                case "chart":
                    data = CategoryChartData()
                    data.categories = what[1]
                    for name, values in what[2]:
                        data.add_series(name, values)
                    fresh.shapes.add_chart(what[0], *where, data)
                case "table":
                    _table(fresh, what[0], where)
                case "line":
                    fresh.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *where)
                case "box":
                    _text(fresh, what[0], where)
        if notes:
            fresh.notes_slide.notes_text_frame.text = notes
    stream = io.BytesIO()
    target.save(stream)
    return stream.getvalue()


def _text(slide, paragraphs, box) -> None:
    frame = slide.shapes.add_textbox(*box).text_frame
    for number, runs in enumerate(paragraphs):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        for text, size, bold in runs:
            run = paragraph.add_run()
            run.text, run.font.size, run.font.bold = text, size, bold


def _table(slide, rows, box) -> None:
    table = slide.shapes.add_table(len(rows), len(rows[0]), *box).table
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text


def median_of(work: Callable[[], object]) -> float:
    """Return how long some work takes, the median of several runs."""
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def bench_deck() -> list[Row]:
    """Return rows (what, our seconds, bare seconds, ratio); medians of several runs."""
    pieces = pieces_for(_SLIDES)
    deck = ours(pieces)
    count = len(Presentation(io.BytesIO(deck)).slides)
    own, plain = median_of(lambda: ours(pieces)), median_of(partial(bare, recipe(deck)))
    extreme = samples.extreme()
    far = ours(extreme)
    slides = len(Presentation(io.BytesIO(far)).slides)
    own_far, plain_far = median_of(lambda: ours(extreme)), median_of(partial(bare, recipe(far)))
    return [
        (f"deck of {count} slides", own, plain, own / plain),
        (f"extreme deck of {slides} slides", own_far, plain_far, own_far / plain_far),
    ]


if __name__ == "__main__":
    for what, own, plain, ratio in bench_deck():
        print(f"{what}: {own:.3f} s, bare {plain:.3f} s, ratio {ratio:.2f}")
