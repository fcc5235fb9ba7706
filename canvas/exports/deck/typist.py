"""Writes sentences and users' texts, each with the spaces of its own language."""

from __future__ import annotations

import datetime as dt
import re

from canvas.domain.choices import Choice
from canvas.domain.story import Said
from canvas.exports.deck.typography import FIXED, typeset_spaces
from canvas.i18n.translator import Translator

_FIRST, _MOST = 0xE000, 0x1000
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _MOST)}]")


class _Written(str):
    """A text whose spaces are set."""

    __slots__ = ()


class Typist(Translator):
    """Translates as its parent does; a user's text inside a sentence keeps its own spaces.

    While a sentence is set, a private character stands for each text of the user's.
    """

    def __init__(self, language: str, texts: str) -> None:
        super().__init__(language)
        self._texts = texts
        self._kept: list[str] = []

    def write(self, said: Said) -> str:
        """Return a sentence in this language, or a user's text as it was written."""
        return self._user_text(said) if isinstance(said, str) else self._set(self(said))

    def own(self, text: str, **params: object) -> str:
        """Return a marked text of ours; texts in `params` have their spaces already."""
        written = {k: _Written(v) if isinstance(v, str) else v for k, v in params.items()}
        return self._set(self(text, **written))

    def value(self, value: object) -> str:
        """Return one value as it stands inside a sentence; a user's text as a mark."""
        if isinstance(value, dt.date):
            return super().value(value).replace(" ", FIXED)  # a day is read whole
        if not isinstance(value, str) or isinstance(value, Choice) or len(self._kept) == _MOST:
            return super().value(value)
        self._kept.append(value if isinstance(value, _Written) else self._user_text(value))
        return chr(_FIRST + len(self._kept) - 1)

    def _user_text(self, text: str) -> str:
        return typeset_spaces(text, self._texts) if self._texts else text

    def _set(self, sentence: str) -> str:
        kept, self._kept = self._kept, []
        written = typeset_spaces(sentence, self.language)
        return _MARK.sub(lambda mark: kept[ord(mark[0]) - _FIRST], written)
