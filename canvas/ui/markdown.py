"""Show a user's text as exactly that text, wherever Streamlit reads Markdown."""

from __future__ import annotations

import re

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~$:@&^=/'\"]")


def plain(text: str) -> str:
    r"""Return Markdown that shows `text` and nothing else.

    Backslashes are not enough (`\:material/home:` still becomes an icon): every
    special character becomes an entity.  So does a space that starts a line, where four
    would make it code.
    """
    shown = _SPECIAL.sub(_entity, text)
    return _INDENT.sub(lambda found: "".join(map(_entity, found[0])), shown).replace("\n", "  \n")


def option(text: str) -> str:
    """Return Markdown that shows `text` as one of the options of a control.

    Where one starts with a letter beyond ASCII, Streamlit looks for an emoji in it, by
    an expression that takes a quarter of a second to compile.
    """
    return plain(text).encode("ascii", "xmlcharrefreplace").decode()


def _entity(character: re.Match[str] | str) -> str:
    return f"&#{ord(character[0])};"
