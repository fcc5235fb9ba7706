"""The codes of a link, built the same way every time (C141).

A link that is published carries four codes, which GA4 and others read:

    utm_source    the network: instagram, linkedin, newsletter …
    utm_medium    social; paid_social where the post is paid for; email for a newsletter
    utm_campaign  the theme of the post, else its objective, else “posts”
    utm_content   two words of the title, and seven signs that are the post's own

The last seven signs come from the post's identifier alone, so that a post renamed or
moved after it went out is still recognised: `post_of` finds it again.  Thirty-five bits
tell a million posts apart with one chance in seventy thousand of a confusion for each.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from canvas.domain.slugs import slug
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.themes import Theme
from canvas.steps.plan.calendar import Post

SIGNS = 7
"""Letters and figures that are a post's own."""

WORDS = 18
"""Characters of the title before them, at most."""

CAMPAIGN = 32
"""Characters of a campaign code, at most."""

NO_CAMPAIGN = "posts"

MEDIA = {Network.NEWSLETTER: "email"}

_OWN = re.compile(r"(?:^|-)([a-z2-7]{7})$")


@dataclass(frozen=True, slots=True)
class Codes:
    """What a link is tagged with."""

    source: str
    medium: str
    campaign: str
    content: str
    term: str = ""

    def pairs(self) -> list[tuple[str, str]]:
        """Return them as a query holds them, in their usual order, those that say something."""
        named = {
            "utm_source": self.source,
            "utm_medium": self.medium,
            "utm_campaign": self.campaign,
            "utm_content": self.content,
            "utm_term": self.term,
        }
        return [(name, code) for name, code in named.items() if code]


def signs(post_id: str) -> str:
    """Return the seven signs of a post, the same for ever."""
    digest = hashlib.sha256(post_id.encode()).digest()
    return base64.b32encode(digest)[:SIGNS].decode().lower()


def network_of(strategy: Strategy, post: Post) -> Network | None:
    """Return where a post goes out: its own network, else its account's."""
    if post.network is not None:
        return post.network
    account = strategy.linked(Account, post.account)
    return account.network if account else None


def codes(strategy: Strategy, post: Post) -> Codes:
    """Return the codes of a post's link."""
    network = network_of(strategy, post)
    medium = MEDIA.get(network, "social") if network else "social"
    if post.paid_budget and medium == "social":
        medium = "paid_social"
    title = _short(slug(post.title, 200, empty=""), WORDS)
    return Codes(
        source=str(network).replace("_", "-") if network else "social",
        medium=medium,
        campaign=_campaign(strategy, post),
        content="-".join(filter(None, (title, signs(post.id)))),
    )


def _campaign(strategy: Strategy, post: Post) -> str:
    theme = strategy.linked(Theme, post.theme)
    objective = strategy.linked(Objective, post.objective)
    titles = (served.title for served in (theme, objective) if served)
    words = (slug(title, 200, empty="") for title in titles)
    return next((_short(word, CAMPAIGN) for word in words if word), NO_CAMPAIGN)


def _short(words: str, limit: int) -> str:
    """Return whole words, as many as fit."""
    if len(words) <= limit:
        return words
    cut = words[: limit + 1]
    return cut.rpartition("-")[0] if "-" in cut else words[:limit]


def tagged(address: str, found: Codes) -> str:
    """Return an address with its codes; what it carried of another campaign is replaced."""
    parts = urlsplit(address)
    ours = found.pairs()
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in query if not name.startswith("utm_")]
    return urlunsplit(parts._replace(query=urlencode([*kept, *ours])))


def link_of(strategy: Strategy, post: Post) -> str:
    """Return the address that a post publishes, with its codes; "" where it has none."""
    return tagged(post.url, codes(strategy, post)) if post.url else ""


def by_signs(strategy: Strategy) -> Mapping[str, Post]:
    """Return the posts by their signs, to find one from a code that was read somewhere."""
    return {signs(post.id): post for post in strategy.of(Post)}


def post_of(known: Mapping[str, Post], content: str) -> Post | None:
    """Return the post that an `utm_content` is of, None where it is none of ours."""
    own = _OWN.search(content.strip().lower())
    return known.get(own.group(1)) if own else None
