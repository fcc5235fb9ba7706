"""Know how much room a text takes before it is put on a slide.

Nothing here is drawn: widths come from a table of advance widths, lines from a
greedy wrap as Office does it, and the answers are a size, a split or a packing.
All lengths are points.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from canvas.exports.deck.files import FONT_WIDTHS
from canvas.exports.deck.theme import INK

FAMILY = "Calibri"
LINE = 1.22
"""Height of a line of Calibri, in its size, at single spacing."""

SAFETY = 1.02
"""What widths are multiplied with: at 1.00 one box in 300 came out a line too low."""

FLOOR = 10.0
"""No text of the deck is smaller."""

ELLIPSIS = "…"
_FORMAT_CHARACTERS = ("Mn", "Me", "Cf")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one style.

    Attributes:
        text: The words; a newline breaks the line.
        bold: Whether they are bold.
        scale: Their size, as a share of the paragraph's.
        colour: Their colour.
        italic: Whether they are italic.
    """

    text: str
    bold: bool = False
    scale: float = 1.0
    colour: str = INK
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph.

    Attributes:
        runs: Its words.
        bullet: The colour of its bullet, "" for none.
        before: The space above it, as a share of its size; none above a box's first.
        align: "l", "ctr" or "r".
    """

    runs: tuple[Run, ...]
    bullet: str = ""
    before: float = 0.0
    align: str = "l"
    _hash: int = field(default=0, init=False, repr=False, compare=False)

    def __hash__(self) -> int:
        # Measures are remembered by paragraph, and each is asked for hundreds of times.
        if not self._hash:
            found = hash((self.runs, self.bullet, self.before, self.align))
            object.__setattr__(self, "_hash", found)
        return self._hash

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it comes out.

    Attributes:
        pieces: Parts of runs, by the runs' numbers.
        scale: The tallest size on it, as a share of the paragraph's.
        ends_hard: Whether a newline ends it.
    """

    pieces: tuple[tuple[int, str], ...]
    scale: float
    ends_hard: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """What stands between two places where a line may break, its trailing space apart.

    Attributes:
        pieces: Its texts, each with its run.
        widths: How wide it is in each run at size 1.
        space: How wide the space after it is at size 1.
        ends_line: Whether a line ends with it.
    """

    pieces: tuple[tuple[int, str], ...]
    widths: tuple[tuple[int, float], ...]
    space: float = 0.0
    ends_line: bool = False


INDENT = 0.95
"""Where the text behind a bullet starts, as a share of its size."""


def plain(text: str, **style: object) -> Para:
    """Return a paragraph of one run."""
    return Para((Run(text, **style),))  # type: ignore[arg-type]


def points(size: float, scale: float) -> float:
    """Return a run's size as it is written: on half points, and never below the floor."""
    return size if scale == 1.0 else max(FLOOR, round(size * scale * 2) / 2)


@lru_cache
def _widths(bold: bool) -> dict[str, float]:
    table = json.loads(FONT_WIDTHS.read_text(encoding="utf-8"))[FAMILY]
    widths = {key: value / 1000 for key, value in table["bold" if bold else "regular"].items()}
    widths["\u00a0"] = widths[" "]
    return widths


@lru_cache(maxsize=4096)
def _character(character: str, bold: bool) -> float:
    known = _widths(bold).get(character)
    if known is not None:
        return known
    if unicodedata.category(character) in _FORMAT_CHARACTERS:
        return 0.0
    if ord(character) >= 0x1F000:
        return 1.35
    return 1.05 if unicodedata.east_asian_width(character) in "WF" else 0.65


@lru_cache(maxsize=16384)
def em(text: str, bold: bool = False) -> float:
    """Return the width of `text` at size 1, the safety margin included."""
    return sum([_character(character, bold) for character in text]) * SAFETY


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of `text` on one line."""
    return em(text, bold) * size


def _chunks(text: str) -> Iterator[tuple[str, str]]:
    """Yield (word, what ends it): a space, a newline, a place to break, or the text's end."""
    start = 0
    for at, character in enumerate(text):
        if character in " \n\t":
            yield text[start:at], character
            start = at + 1
        elif character in "-/\u2013\u2014" or unicodedata.east_asian_width(character) in "WF":
            yield text[start : at + 1], "-"
            start = at + 1
    if start < len(text):
        yield text[start:], ""


@lru_cache(maxsize=8192)
def _words(para: Para) -> tuple[_Word, ...]:
    words: list[_Word] = []
    pieces: list[tuple[int, str]] = []
    widths: dict[int, float] = {}
    for number, run in enumerate(para.runs):
        for chunk, end in _chunks(run.text):
            if chunk:
                pieces.append((number, chunk))
                widths[number] = widths.get(number, 0.0) + em(chunk, run.bold)
            if not end:
                continue
            if end in " \t":
                pieces.append((number, " "))
                widths.setdefault(number, 0.0)
                space = em(" ", run.bold) * run.scale
                words.append(_Word(tuple(pieces), tuple(widths.items()), space))
            else:
                if not pieces:
                    pieces.append((number, ""))
                    widths[number] = 0.0
                ends = end == "\n"
                words.append(_Word(tuple(pieces), tuple(widths.items()), ends_line=ends))
            pieces, widths = [], {}
    if pieces:
        words.append(_Word(tuple(pieces), tuple(widths.items())))
    return tuple(words)


@dataclass(frozen=True, slots=True)
class _OneLine:
    """A paragraph that has no line end of its own, as one line.

    Attributes:
        pieces: Its pieces, each with its run.
        widths: How wide the pieces of each run are at size 1.
        spaces: How wide the spaces between its words are.
    """

    pieces: tuple[tuple[int, str], ...]
    widths: Mapping[int, float]
    spaces: float

    def width(self, para: Para, size: float) -> float:
        """Return how wide it is at a size."""
        runs = para.runs
        return self.spaces * size + sum(
            [w * points(size, runs[run].scale) for run, w in self.widths.items()]
        )


@lru_cache(maxsize=8192)
def _on_one_line(para: Para) -> _OneLine | None:
    """Return a paragraph as one line, None where it has several or nothing."""
    words = _words(para)
    if not words or any(word.ends_line for word in words):
        return None
    widths: dict[int, float] = {}
    pieces: list[tuple[int, str]] = []
    for word in words:
        pieces += word.pieces
        for run, w in word.widths:
            widths[run] = widths.get(run, 0.0) + w
    return _OneLine(tuple(pieces), widths, sum([word.space for word in words[:-1]]))


class _Wrapper:
    """Fills lines one after another."""

    def __init__(self, para: Para, room: float, size: float) -> None:
        self.sizes = [points(size, run.scale) for run in para.runs]
        self.scales = [pt / size for pt in self.sizes]
        self.bold = [run.bold for run in para.runs]
        self.room = max(room, size)
        self.size = size
        self.lines: list[Line] = []
        self.pieces: list[tuple[int, str]] = []
        self.used = 0.0
        self.scale = 0.0

    def end_line(self, hard: bool = False) -> None:
        """Close the line."""
        self.lines.append(Line(tuple(self.pieces), self.scale or self.scales[0], hard))
        self.pieces, self.used, self.scale = [], 0.0, 0.0

    def put_cut(self, run: int, text: str) -> None:
        """Add a word that is longer than a line, broken where lines end."""
        taken = ""
        for character in text:
            step = _character(character, self.bold[run]) * self.sizes[run] * SAFETY
            if self.used + step > self.room and (taken or self.pieces):
                if taken:
                    self.pieces.append((run, taken))
                self.end_line()
                taken = ""
            taken += character
            self.used += step
            self.scale = max(self.scale, self.scales[run])
        if taken:
            self.pieces.append((run, taken))

    def word(self, word: _Word) -> None:
        """Add a word, on a new line where it does not fit."""
        length = 0.0
        for run, w in word.widths:
            length += w * self.sizes[run]
        if self.used + length > self.room and self.pieces:
            self.end_line()
        if length > self.room:
            for run, text in word.pieces:
                self.put_cut(run, text)
        else:
            self.pieces += word.pieces
            self.used += length
            for run, _ in word.widths:
                self.scale = max(self.scale, self.scales[run])
        self.used += word.space * self.size
        if word.ends_line:
            self.end_line(hard=True)


@lru_cache(maxsize=16384)
def wrap(para: Para, room: float, size: float) -> tuple[Line, ...]:
    """Return the lines of a paragraph in a column that is `room` wide."""
    room -= INDENT * size if para.bullet else 0.0
    line = _on_one_line(para)
    if line is not None and line.width(para, size) <= max(room, size):
        scale = max(points(size, para.runs[run].scale) for run in line.widths) / size
        return (Line(line.pieces, scale, False),)
    wrapper = _Wrapper(para, room, size)
    for word in _words(para):
        wrapper.word(word)
    if wrapper.pieces or not wrapper.lines:
        wrapper.end_line()
    return tuple(wrapper.lines)


def para_height(para: Para, room: float, size: float) -> float:
    """Return a paragraph's height, the space above it not counted."""
    return sum(line.scale for line in wrap(para, room, size)) * size * LINE


def height(paras: Iterable[Para], room: float, size: float) -> float:
    """Return the height of paragraphs one under the other."""
    total = 0.0
    for number, para in enumerate(paras):
        total += para_height(para, room, size) + (para.before * size if number else 0.0)
    return total


def longest_word(para: Para, size: float) -> float:
    """Return the width of the longest piece that a line cannot break."""
    if len(para.runs) == 1:
        return _longest(para) * points(size, para.runs[0].scale)
    sizes = [points(size, run.scale) for run in para.runs]
    return max(
        (sum(w * sizes[run] for run, w in word.widths) for word in _words(para)), default=0.0
    )


@lru_cache(maxsize=8192)
def _longest(para: Para) -> float:
    """Return how wide the longest word of a paragraph of one run is at size 1."""
    return max((w for word in _words(para) for _, w in word.widths), default=0.0)


def fit(
    boxes: Iterable[tuple[Sequence[Para], float, float]], sizes: Sequence[float]
) -> float | None:
    """Return the first of `sizes` in which every box holds its text, None if in none.

    Boxes that are seen side by side share a size, so each is (text, width, height).
    """
    wanted = list(boxes)
    for size in sizes:
        if all(height(paras, room, size) <= high + 0.01 for paras, room, high in wanted):
            return size
    return None


def split(para: Para, lines: int, room: float, size: float) -> tuple[Para, Para | None]:
    """Return the first `lines` lines of a paragraph, and the rest as another."""
    wrapped = wrap(para, room, size)
    if len(wrapped) <= lines:
        return para, None
    head = _joined(para, wrapped[:lines])
    rest = _joined(para, wrapped[lines:])
    return head, replace(rest, bullet="", before=0.0) if not para.bullet else rest


def chunks(para: Para, lines: int, room: float, size: float) -> list[Para]:
    """Return a paragraph as several of at most `lines` lines each."""
    wrapped = wrap(para, room, size)
    return [_joined(para, wrapped[at : at + lines]) for at in range(0, len(wrapped), lines)]


def cut(para: Para, lines: int, room: float, size: float) -> Para:
    """Return a paragraph of at most `lines` lines, with an ellipsis where it was cut."""
    wrapped = wrap(para, room, size)
    if len(wrapped) <= lines:
        return para
    head = _joined(para, wrapped[:lines])
    while head.runs:
        last = head.runs[-1]
        ended = replace(
            head, runs=(*head.runs[:-1], replace(last, text=last.text.rstrip() + ELLIPSIS))
        )
        if len(wrap(ended, room, size)) <= lines:
            return ended
        shorter = last.text.rstrip()
        shorter = shorter[: shorter.rfind(" ")] if " " in shorter else shorter[:-1]
        kept = (replace(last, text=shorter),) if shorter else ()
        head = replace(head, runs=(*head.runs[:-1], *kept))
    return replace(para, runs=(replace(para.runs[0], text=ELLIPSIS),))


def _joined(para: Para, lines: Sequence[Line]) -> Para:
    texts: dict[int, list[str]] = {}
    for line in lines:
        for run, text in line.pieces:
            texts.setdefault(run, []).append(text)
        if line.ends_hard and line is not lines[-1]:
            texts.setdefault(line.pieces[-1][0], []).append("\n")
    runs = tuple(replace(para.runs[n], text="".join(found)) for n, found in texts.items())
    return replace(para, runs=runs or para.runs[:1])
