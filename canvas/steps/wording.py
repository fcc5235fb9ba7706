"""How records are put into words: what to-do lines and stories of all steps share."""

from __future__ import annotations

from collections.abc import Iterable

from canvas.domain.choices import Choice
from canvas.domain.messages import N_, Message, Share, say
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy


def shown(value: object) -> Said:
    """Return one value as a cell or a line shows it; "" for an empty one.

    A user's text stays as it is; choices, numbers, dates, amounts and lists of them
    become messages, so that they are written in the reader's language.
    """
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, Message):
        return value
    if isinstance(value, Choice):
        return say(value.label)
    if isinstance(value, str):
        return value
    return say("{value}", value=value)


def figure(value: float | None, unit: str = "") -> Said:
    """Return a number with its unit; "" where there is no number."""
    if value is None:
        return ""
    if unit.strip() == "%":
        return say("{value}", value=Share(value / 100))
    return say("{value}\u00a0{unit}", value=value, unit=unit) if unit else shown(value)


def from_to(baseline: float | None, aim: float | None, unit: str = "") -> Said:
    """Return a starting value and what it should become, as a table shows them."""
    if aim is None:
        return figure(baseline, unit)
    if baseline is None:
        return say("→ {aim}", aim=figure(aim, unit))
    return say("{baseline} → {aim}", baseline=baseline, aim=figure(aim, unit))


def listed(texts: Iterable[Said]) -> Said:
    """Return several texts on one line, empty ones left out."""
    kept = [text for text in texts if text]
    if not any(isinstance(text, Message) for text in kept):
        return " · ".join(str(text) for text in kept)
    pattern = " · ".join(f"{{text{number}}}" for number in range(len(kept)))
    return say(pattern, **{f"text{number}": text for number, text in enumerate(kept)})


def quoted(texts: Iterable[str]) -> tuple[Message, ...]:
    """Return texts as a sentence lists them in its middle, each in quotation marks."""
    return tuple(say(N_("“{text}”"), text=text) for text in texts)


def shorten(text: str, limit: int = 60) -> str:
    """Return the first line of `text`, cut between two words, to stand inside a sentence."""
    line = text.strip().split("\n", 1)[0].strip().rstrip(".").rstrip()
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    if " " in head:
        head = head[: head.rindex(" ")]
    return head.rstrip(" ,;:–-") + "…"


def name_of(strategy: Strategy, record_id: str) -> str:
    """Return what the record behind a link is called; "" for none, or one deleted since."""
    found = strategy.find(record_id) if record_id else None
    return found.title if found else ""


def names_of(strategy: Strategy, record_ids: Iterable[str]) -> tuple[str, ...]:
    """Return what the records behind several links are called."""
    names = (name_of(strategy, record_id) for record_id in record_ids)
    return tuple(name for name in names if name)
