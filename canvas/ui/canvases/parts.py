"""What canvases share: parts that are projected by themselves, figures in large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.ui.markdown import plain

Draw = Callable[[Strategy, Translator], None]


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a canvas.

    Attributes:
        title: What it is called.
        draw: What draws it.
    """

    title: str
    draw: Draw


def large_figures(shown: Sequence[tuple[str, str, str]]) -> None:
    """Draw figures in large, side by side: what each is, the figure, a few words under it."""
    for column, (label, value, said) in zip(st.columns(len(shown)), shown, strict=True):
        with column, st.container(border=True, height="stretch", gap="xsmall"):
            st.markdown(plain(label))
            st.markdown(f"### {plain(value)}")
            st.caption(plain(said))
