"""The sentences of a report: each drafted from the data, and replaced by what a person wrote.

A sentence has a *slot*, its place in the report, which stays the same while the data
changes: “keys/title” is the title of the key indicators.  Sentences that say several
things of one subject are told apart by what they say, not by their number: a sentence
written in the place of “up from …” is not taken for “down from …” a month later.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from canvas.domain.messages import Message, say
from canvas.domain.story import Item, Panel, Said, Tone
from canvas.domain.strategy import Strategy
from canvas.steps.measure.reports import Report, ReportSentence

TITLE = "title"

LONGEST = 110
"""Characters of a title."""

_SIGNS = 8


@dataclass(frozen=True, slots=True)
class Kept:
    """What a person decided on a slot.

    Attributes:
        text: What stands in it, "" for the draft.
        is_left_out: Whether nothing does.
        record: Id of the record that says so, "" for none.
        is_drafted: Whether the text is the draft of the day on which the report was sent.
    """

    text: str = ""
    is_left_out: bool = False
    record: str = ""
    is_drafted: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """What was decided on the sentences of a report.

    Attributes:
        kept: The decisions by slot.
        is_closed: Whether the report was sent: what is not in it is not said, and what is
            in it is said even where the figures of today would say something else.
    """

    kept: Mapping[str, Kept] = field(default_factory=lambda: MappingProxyType({}))
    is_closed: bool = False

    def of(self, slot: str) -> Kept:
        """Return what was decided on a slot."""
        return self.kept.get(slot, Kept(is_left_out=self.is_closed))

    def under(self, start: str, *, deep: bool) -> Iterator[str]:
        """Yield the slots that begin so, titles left out; one level further unless `deep`."""
        for slot in self.kept:
            place = slot.removeprefix(start)
            if place not in (slot, TITLE) and (deep or "/" not in place):
                yield slot


NOTHING_KEPT = Book()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report.

    Attributes:
        slot: Its place.
        drafted: What the data says today.
        kept: What a person decided.
        about: What it speaks of, for who reads it by itself; "" where it says so.
    """

    slot: str
    drafted: Said
    kept: Kept
    about: Said = ""

    @property
    def said(self) -> Said:
        """What stands in the report, "" where it was left out."""
        return "" if self.kept.is_left_out else self.kept.text or self.drafted

    @property
    def is_title(self) -> bool:
        """Whether it is the title of a slide."""
        return self.slot.endswith(f"/{TITLE}")


class Words:
    """Takes the drafted sentences of one chapter, and gives those that stand in it."""

    def __init__(self, chapter: str, book: Book) -> None:
        self._chapter = chapter
        self._book = book
        self.sentences: list[Sentence] = []

    def title(self, drafted: Message) -> Message:
        """Return the title of the chapter's slide."""
        self(TITLE, drafted)
        # Without its title the whole slide is left out; see `is_left_out`.
        written = self.sentences[-1].kept.text
        return say("{text}", text=written) if written else drafted

    def __call__(self, place: str, drafted: Said, *, about: Said = "") -> Said:
        """Return what stands in a place, "" where it was left out."""
        slot = f"{self._chapter}/{place}"
        self.sentences.append(Sentence(slot, drafted, self._book.of(slot), about))
        return self.sentences[-1].said

    def several(self, subject: str, drafted: Iterable[Message], *, about: Said = "") -> list[Said]:
        """Return what stands of several sentences on one subject."""
        start = f"{subject}/" if subject else ""
        found = [self(f"{start}{signs(message.text)}", message, about=about) for message in drafted]
        return [said for said in (*found, *self.others(subject)) if said]

    def others(self, subject: str | None = None) -> Iterator[Said]:
        """Yield what a sent report said, and the figures of today do not.

        Args:
            subject: What it is on; all of the chapter if not given.
        """
        if not self._book.is_closed:
            return
        drafted = {one.slot for one in self.sentences}
        start = f"{self._chapter}/{subject}/" if subject else f"{self._chapter}/"
        for slot in self._book.under(start, deep=subject is None):
            if slot not in drafted:
                yield self(slot.removeprefix(f"{self._chapter}/"), "")

    def has(self, place: str) -> bool:
        """Return whether something was written in a place."""
        return bool(self._book.of(f"{self._chapter}/{place}").text)

    @property
    def is_left_out(self) -> bool:
        """Whether somebody left the title out, and the slide with it."""
        return any(one.is_title and one.kept.is_left_out for one in self.sentences)


def panel(
    words: Words,
    subject: str,
    heading: str,
    drafted: Iterable[Message],
    tone: Tone = Tone.NEUTRAL,
) -> Panel:
    """Return a headed list of what stands of several sentences on one subject."""
    about = say(heading)
    items = [Item(said) for said in words.several(subject, drafted, about=about)]
    return Panel(about, items, tone)


def signs(text: str) -> str:
    """Return a few signs that a text is told from others by, the same for ever."""
    return hashlib.sha256(text.encode()).hexdigest()[:_SIGNS]


def book_of(strategy: Strategy, report: Report, language: str) -> Book:
    """Return what was decided on the sentences of a report, for its edition in a language.

    A sentence in this language wins over one for both; what is left out is left out of
    both languages.
    """
    found: dict[str, Kept] = {}
    is_closed = False
    for record in strategy.of(ReportSentence):
        if record.report != report.id or not record.slot:
            continue
        # One that was ticked as sent by hand kept nothing.
        is_closed = is_closed or (report.is_sent and record.is_drafted)
        fits = record.language in (None, language)
        known = found.get(record.slot, Kept())
        text = record.text.strip() if fits else ""
        wins = bool(text) and (record.language is not None or not known.text)
        found[record.slot] = Kept(
            text if wins else known.text,
            known.is_left_out or record.is_left_out,
            record.id if fits or not known.record else known.record,
            record.is_drafted if wins else known.is_drafted,
        )
    return Book(found, is_closed)
