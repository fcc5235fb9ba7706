"""Show a user's text as exactly that text, wherever Streamlit reads Markdown."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~$:@&^=/'\"]")


def plain(text: str) -> str:
    r"""Return Markdown that shows `text` and nothing else.

    Backslashes are not enough (`\:material/home:` still becomes an icon): every
    special character becomes an entity.
    """
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text).replace("\n", "  \n")
