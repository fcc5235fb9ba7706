"""Which lines of the calendar can be handed over to a scheduling tool, and why others cannot.

Each tool has its limits, and a file that breaks one is refused whole, or worse, turned
into drafts without a word.  So they are checked here, line by line, before anything
leaves.  The limits of the tools were read in their help pages in 2026 (docs/formats.md);
those of the networks are for accounts that pay nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from canvas.domain.messages import N_, Message, say
from canvas.domain.strategy import Strategy
from canvas.rules.tracking import link_of, network_of
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus


class Tool(StrEnum):
    """What a file is written for."""

    BUFFER = "buffer"
    METRICOOL = "metricool"
    PUBLER = "publer"


_EVERYWHERE = frozenset(
    {
        Network.FACEBOOK, Network.INSTAGRAM, Network.LINKEDIN, Network.X, Network.PINTEREST,
        Network.TIKTOK, Network.YOUTUBE, Network.THREADS, Network.BLUESKY,
        Network.GOOGLE_BUSINESS,
    }
)  # fmt: skip

NETWORKS = {
    # Buffer's bulk upload takes no video, so that two networks of videos are out.
    Tool.BUFFER: (_EVERYWHERE - {Network.TIKTOK, Network.YOUTUBE}) | {Network.MASTODON},
    Tool.METRICOOL: _EVERYWHERE,
    Tool.PUBLER: _EVERYWHERE | {Network.MASTODON, Network.TELEGRAM},
}
"""Where each tool can publish from a file."""

ROWS = {Tool.BUFFER: 100, Tool.METRICOOL: 500, Tool.PUBLER: 500}
"""Lines in one file, at most; more lines make more files."""

ONE_ACCOUNT = frozenset({Tool.BUFFER, Tool.PUBLER})
"""Tools whose file is for one account, chosen when it is uploaded."""

LENGTHS = {
    Network.X: 280,
    Network.BLUESKY: 300,
    Network.MASTODON: 500,
    Network.THREADS: 500,
    Network.PINTEREST: 500,
    Network.GOOGLE_BUSINESS: 1_500,
    Network.INSTAGRAM: 2_200,
    Network.TIKTOK: 2_200,
    Network.LINKEDIN: 3_000,
    Network.TELEGRAM: 4_096,
    Network.YOUTUBE: 5_000,
    Network.FACEBOOK: 63_206,
}
"""Characters of a text, at most."""

NEED_PICTURE = frozenset({Network.INSTAGRAM, Network.PINTEREST})
NEED_VIDEO = frozenset({Network.TIKTOK, Network.YOUTUBE})

X_LINK = 23
"""What a link counts for on X, however long it is."""

READY = frozenset({PostStatus.APPROVED, PostStatus.SCHEDULED})
"""Statuses of the lines that may leave."""

_LINK = re.compile(r"https?://\S+")
_PICTURE = re.compile(r"https?://\S+\.(?:jpe?g|png|gif|webp)(?:\?\S*)?$", re.IGNORECASE)
_VIDEO = re.compile(r"https?://\S+\.(?:mp4|mov|m4v|webm)(?:\?\S*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can leave.

    Attributes:
        post: The line of the calendar.
        network: Where it goes out.
        account: The account, None where only the network is known.
        at: When, on the clock of the strategy's time zone.
        text: What readers read: text, link and hashtags, each once.
        picture: Address of an image, "" for none.
        video: Address of a video, "" for none.
    """

    post: Post
    network: Network
    account: Account | None
    at: dt.datetime
    text: str
    picture: str
    video: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that cannot leave, and why."""

    post: Post
    why: Message


@dataclass(frozen=True, slots=True)
class Handover:
    """What a tool gets.

    Attributes:
        tool: The tool.
        lines: What leaves, by time.
        left_out: What does not, with its reason; lines without a date are not counted.
    """

    tool: Tool
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]

    def files(self) -> Iterator[tuple[str, tuple[Line, ...]]]:
        """Yield the lines of each file, with the account that it is for ("" for all)."""
        groups: dict[str, list[Line]] = {}
        for line in self.lines:
            one = self.tool in ONE_ACCOUNT
            groups.setdefault(account_name(line) if one else "", []).append(line)
        most = ROWS[self.tool]
        for name, lines in groups.items():
            for first in range(0, len(lines), most):
                yield name, tuple(lines[first : first + most])


def account_name(line: Line) -> str:
    """Return what an account is called in the name of a file."""
    handle = line.account.handle if line.account else ""
    return f"{line.network} {handle}".strip()


def handover(
    strategy: Strategy,
    tool: Tool,
    *,
    now: dt.datetime,
    first: dt.date | None = None,
    last: dt.date | None = None,
) -> Handover:
    """Return what a tool can take of the lines dated from `first` to `last`.

    Args:
        strategy: Its calendar.
        tool: What the file is for.
        now: Today and the time, on the clock of the strategy's time zone, without zone.
        first: First day; from the beginning if None.
        last: Last day; to the end if None.
    """
    lines: list[Line] = []
    left_out: list[LeftOut] = []
    for post in sorted(_dated(strategy, first, last), key=_moment):
        network = network_of(strategy, post)
        text = full_text(strategy, post)
        why = next(_problems(post, network, text, tool, now), None)
        if why is not None:
            left_out.append(LeftOut(post, why))
            continue
        assert network is not None
        account = strategy.linked(Account, post.account)
        visual = post.visual.strip()
        picture = visual if _PICTURE.match(visual) else ""
        video = visual if _VIDEO.match(visual) else ""
        at = dt.datetime.combine(*_moment(post)[:2])
        lines.append(Line(post, network, account, at, text, picture, video))
    return Handover(tool, tuple(lines), tuple(left_out))


def _dated(strategy: Strategy, first: dt.date | None, last: dt.date | None) -> Iterator[Post]:
    start, end = first or dt.date.min, last or dt.date.max
    return (p for p in strategy.of(Post) if p.date is not None and start <= p.date <= end)


def _moment(post: Post) -> tuple[dt.date, dt.time, str]:
    return post.date or dt.date.max, post.time or dt.time.min, post.id


def full_text(strategy: Strategy, post: Post) -> str:
    """Return all that readers read: the text, then the link and the hashtags that it lacks.

    A bare address in the text gives way to the one with codes, so that visits are counted.
    """
    text = post.text.strip()
    parts = [text]
    link = link_of(strategy, post)
    if link and link not in text:
        if post.url in text:
            parts = [text.replace(post.url, link)]
        else:
            parts.append(link)
    lower = text.casefold()
    tags = [f"#{tag.lstrip('#')}" for tag in post.hashtags if tag.strip("# ")]
    missing = [tag for tag in tags if tag.casefold() not in lower]
    if missing and text:
        parts.append(" ".join(missing))
    return "\n\n".join(part for part in parts if part)


def length_on(network: Network, text: str) -> int:
    """Return how many characters a network counts in a text."""
    if network is Network.X:
        return len(_LINK.sub("x" * X_LINK, text))
    return len(text)


def _problems(
    post: Post, network: Network | None, text: str, tool: Tool, now: dt.datetime
) -> Iterator[Message]:
    """Yield why a line cannot leave, the first thing to mend first."""
    if post.status is PostStatus.PUBLISHED:
        yield say(N_("It is published already."))
    if post.status not in READY:
        yield say(N_("It is not approved yet."))
    if network is None:
        yield say(N_("It has no network."))
    elif network not in NETWORKS[tool]:
        yield say(
            N_("The tool does not publish on {network} from a file."), network=say(network.label)
        )
    if not post.text.strip():
        yield say(N_("It has no text."))
    if post.time is None:
        yield say(N_("It has no time of day."))
    elif post.date is not None and dt.datetime.combine(post.date, post.time) <= now:
        yield say(N_("Its time is past."))
    if network is None:
        return
    limit = LENGTHS.get(network)
    if limit is not None and (found := length_on(network, text)) > limit:
        yield say(
            N_("It has {found} characters with its link and hashtags; {network} takes {limit}."),
            found=found,
            network=say(network.label),
            limit=limit,
        )
    visual = post.visual.strip()
    if network in NEED_PICTURE and not _PICTURE.match(visual) and not _takes_video(tool, visual):
        yield say(
            N_("{network} needs a picture: give the web address of the file as its visual."),
            network=say(network.label),
        )
    if network in NEED_VIDEO and not _VIDEO.match(visual):
        yield say(
            N_("{network} needs a video: give the web address of the file as its visual."),
            network=say(network.label),
        )
    if tool is Tool.BUFFER and _VIDEO.match(visual):
        yield say(N_("The tool takes no video from a file."))


def _takes_video(tool: Tool, visual: str) -> bool:
    return tool is not Tool.BUFFER and bool(_VIDEO.match(visual))
