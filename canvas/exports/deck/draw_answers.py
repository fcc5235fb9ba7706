"""Numbered questions and answers: what the deck comes down to, on one slide."""

from __future__ import annotations

from canvas.domain.story import Answers
from canvas.exports.deck.context import Plan, Request
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.page import Page
from canvas.exports.deck.plans import plan
from canvas.exports.deck.theme import MUTED, RULE
from canvas.exports.deck.typeset import LINE, Para, Run, cut, height

_SIZES = (17, 16, 15, 14, 13, 12, 11)
_NUMBER, _QUESTION = 40.0, 158.0
_NUMBER_SIZE, _QUESTION_SIZE = 22.0, 13.0
_BETWEEN = 12.0
"""What separates two answers at least, a line in its middle."""

_MOST_SPARE = 22.0


@plan.register
def _(block: Answers, request: Request) -> Plan:
    context, area = request.context, request.area
    if not block.lines:
        return Plan()
    accent = context.palette.accent_text
    questions = [
        Para((Run(context.line(line.question), bold=True, colour=MUTED),)) for line in block.lines
    ]
    wanted = [Para((Run(context.write(line.text)),)) for line in block.lines]
    room = area.w - _NUMBER - _QUESTION
    asked = [height([para], _QUESTION - 16, _QUESTION_SIZE) for para in questions]

    def heights(texts: list[Para], size: float) -> list[float]:
        return [
            max(height([text], room, size), ask, _NUMBER_SIZE * LINE) + _BETWEEN
            for text, ask in zip(texts, asked, strict=True)
        ]

    texts, hidden = wanted, []
    size = next((s for s in _SIZES if sum(heights(wanted, s)) <= area.h), None)
    if size is None:
        size = _SIZES[-1]
        lines = max(int((area.h / len(wanted) - _BETWEEN) / (LINE * size)), 1)
        texts = [cut(para, lines, room, size) for para in wanted]
        hidden = [para.text for para, text in zip(wanted, texts, strict=True) if para != text]
    chosen, rows = size, heights(texts, size)
    spare = max(min((area.h - sum(rows)) / len(rows), _MOST_SPARE), 0.0)

    def draw(page: Page) -> None:
        y = area.y
        for at, (question, text, need) in enumerate(zip(questions, texts, rows, strict=True)):
            high = need + spare
            number = Para((Run(str(at + 1), bold=True, colour=accent),))
            page.text(Box(area.x, y, _NUMBER, high), [number], _NUMBER_SIZE, anchor="ctr")
            left = area.x + _NUMBER
            page.text(Box(left, y, _QUESTION - 16, high), [question], _QUESTION_SIZE, anchor="ctr")
            page.text(Box(left + _QUESTION, y, room, high), [text], chosen, anchor="ctr")
            if at:
                page.shape(Box(area.x, y, area.w, 0.75), RULE)
            y += high

    return Plan([draw], hidden=hidden)
