"""A step's page in express depth: its questions, one short form each, and what is missing."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.records import NOTHING
from canvas.domain.step import Step
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps import BY_KEY, express
from canvas.steps.express import Ask
from canvas.ui import depth, page_parts
from canvas.ui.canvases.ways import way_to_page
from canvas.ui.components.editor import Short, editor
from canvas.ui.markdown import plain
from canvas.ui.state import session

PASSED = N_(
    "The two hours pass this step by: a first strategy stands without it, and you can come "
    "back to it at any time."
)

DONE = ":green[:material/check_circle:]"
OPEN = ":material/circle:"


def draw(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw the questions of a step, and the way on."""
    stop = express.BY_STEP.get(step.key)
    _where(step, strategy, tr)
    if stop is None:
        st.info(plain(tr(PASSED)), icon=":material/redo:")
    for ask in stop.asks if stop else ():
        question(ask, strategy, tr)
    _onwards(step, strategy, tr)


def question(ask: Ask, strategy: Strategy, tr: Translator) -> None:
    """Draw one question: why it is asked, its short form, what it still lacks."""
    missing = express.missing(ask, strategy)
    with st.container(key=f"ask-{ask.record.key}", gap="small"):
        mark = OPEN if missing else DONE
        st.subheader(f"{mark} {plain(tr(ask.question))}", anchor=False)
        said = plain(tr(ask.why))
        if missing is not None:
            said += f" :gray[{plain(tr(missing))}]"
        st.markdown(said)
        editor(ask.record, strategy, tr, short=_short(ask, strategy, tr), goal=session().goal)


def _short(ask: Ask, strategy: Strategy, tr: Translator) -> Short:
    """Return the fields of a question and the blank lines that it still wants."""
    wanted = express.answers(ask, strategy)
    last = wanted[-1].line if wanted else None
    more = {n: v for n, v in last.given.items() if n not in last.same} if last else NOTHING
    open_ones = [answer.line for answer in wanted if answer.record is None]
    return Short(
        fields=ask.needed,
        prepared=[(line.slot, line.given, tr(line.example)) for line in open_ones],
        more=more,
        is_open=ask.as_card,
    )


def _where(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw which stop of the path this is, and the ways to all of it."""
    with st.container(horizontal=True, vertical_alignment="center", key="express-where"):
        st.markdown(f":material/timer: {plain(tr(place(step)))}", width="stretch")
        way_to_page(
            "express",
            strategy.id,
            label=tr(N_("Agenda of the two hours")),
            icon=":material/checklist:",
        )
        depth.step_button(step, strategy, tr)


def place(step: Step) -> Message:
    """Return which stop a step is, and what it takes."""
    stop = express.BY_STEP.get(step.key)
    if stop is None:
        return say(N_("Not a stop of the express path"))
    return say(
        N_("Stop {at} of {of} · {minutes} min"),
        at=express.STOPS.index(stop) + 1,
        of=len(express.STOPS),
        minutes=stop.minutes,
    )


def standing(step: Step, strategy: Strategy) -> Message | None:
    """Return how many questions of a step are still open; None where it has none."""
    done, total = express.progress(strategy, step.key)
    if not total:
        return None
    if done == total:
        return say(N_("All that the two hours ask for here is answered."))
    return say_count(
        "One question is still open here.", "{n} questions are still open here.", total - done
    )


def _onwards(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw what was decided here, and the next stop."""
    following = express.following(step.key)
    page_parts.onwards(
        step,
        strategy,
        tr,
        until=tr(standing(step, strategy) or PASSED),
        page=following or "express",
        way=tr(N_("Next stop: {step}"), step=tr(BY_KEY[following].menu))
        if following
        else tr(N_("Deliver: your deck")),
    )
