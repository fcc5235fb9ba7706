"""Which habits of the method a strategy has adopted, and how it adopts one (C93)."""

from __future__ import annotations

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.ids import new_id
from canvas.domain.strategy import Strategy
from canvas.steps.attitudes.charter import Guideline
from canvas.steps.method import Advice, advices


def written(strategy: Strategy, advice: Advice) -> Guideline | None:
    """Return the line of the strategy that says what an advice says, in either language."""
    wanted = {_plain(text) for text in advice.texts.values()}
    lines = [line for line in strategy.of(Guideline) if _plain(line.text) in wanted]
    return next((line for line in lines if line.adopted), lines[0] if lines else None)


def is_adopted(strategy: Strategy, advice: Advice) -> bool:
    """Return whether the strategy has adopted an advice."""
    line = written(strategy, advice)
    return line is not None and line.adopted


def own_habits(strategy: Strategy) -> tuple[Guideline, ...]:
    """Return the lines that the strategy has beside those of the method."""
    known = {_plain(text) for advice in advices() for text in advice.texts.values()}
    return tuple(
        line for line in strategy.of(Guideline) if line.text and _plain(line.text) not in known
    )


def adoption(strategy: Strategy, advice: Advice, language: str, *, adopted: bool) -> list[Edit]:
    """Return the edits that adopt an advice or leave it; nothing where it is so already.

    A line that was adopted once stays when it is left: its owner and its example are kept.
    """
    line = written(strategy, advice)
    if line is None:
        if not adopted:
            return []
        position = strategy.next_position(Guideline)
        raw: dict[str, Json] = {
            "text": advice.texts[language],
            "kind": str(advice.kind),
            "adopted": True,
        }
        return creation(Guideline.key, new_id(), raw, position)
    return ticking(line, adopted=adopted)


def ticking(line: Guideline, *, adopted: bool) -> list[Edit]:
    """Return the edits that adopt a line or leave it; nothing where it is so already."""
    if line.adopted == adopted:
        return []
    return [Edit(Guideline.key, line.id, "adopted", line.adopted or None, adopted or None)]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!")
