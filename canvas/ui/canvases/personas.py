"""The persona cards and the content matrix by purchase stage (C61–C69)."""

from __future__ import annotations

import streamlit as st

from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps.common import PurchaseStage
from canvas.ui.canvases.parts import Draw, Part
from canvas.ui.components.contents import contents_matrix
from canvas.ui.components.persona import SECTIONS, Section, cards


def portraits(strategy: Strategy, tr: Translator) -> None:
    """Draw the cards side by side."""
    cards(strategy, tr, key="canvas-personas", theme=_theme())


def contents(strategy: Strategy, tr: Translator) -> None:
    """Draw the matrix: stages down, personas across."""
    contents_matrix(strategy, tr, key="canvas-contents", theme=_theme())


def _theme() -> str:
    return st.context.theme.type or "light"


def _stage(stage: PurchaseStage) -> Draw:
    """Return what draws one stage by itself."""

    def draw(strategy: Strategy, tr: Translator) -> None:
        contents_matrix(
            strategy, tr, key=f"canvas-contents-{stage}", theme=_theme(), stages=(stage,)
        )

    return draw


def _section(section: Section) -> Draw:
    """Return what draws one part of all cards, one beside the other."""

    def draw(strategy: Strategy, tr: Translator) -> None:
        key = f"canvas-personas-{section.key}"
        cards(strategy, tr, key=key, theme=_theme(), sections=(section,))

    return draw


SECTION_PARTS = {section.key: Part(section.title, _section(section)) for section in SECTIONS}
"""The parts of the cards, to be projected one by one."""

STAGE_PARTS = {str(stage): Part(stage.label, _stage(stage)) for stage in PurchaseStage}
"""The stages, to be projected one by one."""
