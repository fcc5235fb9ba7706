"""Words, numbers, dates and money in the reader's language."""

from canvas.i18n.translator import LANGUAGES, Translator, best_language

__all__ = ["LANGUAGES", "Translator", "best_language"]
